"""Maps with a bibliography: what is known of its keys, what is told, and what of it stays out of the map's text."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import argmap
from argmap.mapfile.read import read_text
from argmap.mapfile.shelf import as_unread
from argmap.model import Source

SMITH = {
    "id": "smith2001",
    "type": "book",
    "title": "Working less",
    "author": [{"family": "Smith", "given": "Jo"}],
    "publisher": "Works",
}
TEXT = """\
argmap: 1
title: T
bibliography: library.json
sources:
  own: {title: Own}
claims:
  - claim: A sentence
    id: a
    cite: poe1999; own
    because:
      - evidence: Another one
        cite: smith2001, page 7
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, SMITH, {"id": "poe1999", "title": "The fall"}, {"id": "roe2002", "title": "Not cited"})
    return tmp_path


def write(folder: Path, *items: dict[str, Any], name: str = "library.json") -> None:
    (folder / name).write_text(json.dumps(items), encoding="utf-8")


def codes(text: str, folder: Path | str | None) -> list[tuple[str, int]]:
    return [(p.code, p.span.line if p.span else 0) for p in read_text(text, None, folder)[1]]


def test_what_is_cited_is_a_source_of_the_map(folder: Path) -> None:
    m, problems = read_text(TEXT, None, folder)
    assert not problems
    assert m is not None
    assert m.bibliography == ("library.json",)
    assert [(s.key, s.bibliography, s.is_borrowed) for s in m.sources] == [
        ("own", None, False),
        ("poe1999", "library.json", True),
        ("smith2001", "library.json", True),
    ]
    assert m.source("smith2001").get("author") == "Smith, Jo"
    assert m.source("smith2001").span == argmap.Span(3, 15, 3, 27)
    assert not argmap.check(m)


def test_every_door_knows_the_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder / "m.argmap.yaml"
    path.write_text(TEXT, encoding="utf-8")
    expected = argmap.loads(TEXT, folder=folder)
    assert expected.source("poe1999").title == "The fall"
    assert argmap.load(path) == expected
    assert argmap.read(path) == (expected, ())
    assert argmap.review(path.read_bytes(), folder=os.fspath(folder))[0] == expected
    monkeypatch.chdir(folder)
    assert argmap.load("m.argmap.yaml") == argmap.loads(TEXT, folder="") == expected


def test_without_a_folder_any_key_may_be_cited_and_that_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)  # where it would be found
    text = TEXT.replace("poe1999", "whatever")
    assert codes(text, None) == [("bibliography-not-read", 3)]
    m = argmap.loads(text)
    assert [s.title for s in m.sources] == ["Own", "whatever", "smith2001"]
    assert not argmap.check(m)
    assert "whatever" in argmap.outline(m)
    assert argmap.draw(m, "svg")


def test_unknown_keys_are_told_with_the_nearest_name(folder: Path) -> None:
    _, (problem,) = read_text(TEXT.replace("smith2001", "smyth2001"), None, folder)
    assert (problem.code, problem.hint) == ("unknown-source", "did you mean `smith2001`?")
    _, (problem,) = read_text(TEXT.replace("smith2001", "z"), None, folder)
    assert problem.hint == "add it to the bibliography, or under `sources:`, as `z:` with its `title`"


def test_what_the_map_says_counts_and_the_bibliography_says_the_rest(folder: Path) -> None:
    """So that a text can be named, or a mistake put right, for an entry of a file that a program writes."""
    text = TEXT.replace("  own:", "  smith2001: {file: smith.txt, issued: 2003, title: Better}\n  own:")
    m, problems = read_text(text, None, folder)
    assert not problems
    assert m is not None
    smith = m.source("smith2001")
    assert (smith.title, smith.get("date"), smith.get("file")) == ("Better", "2003", "smith.txt")
    assert (smith.get("author"), smith.get("publisher")) == ("Smith, Jo", "Works")
    assert smith.own == (("file", "smith.txt"), ("issued", "2003"), ("title", "Better"))
    assert smith.bibliography == "library.json"
    assert smith.span == argmap.Span(5, 3, 5, 12)
    assert argmap.loads(argmap.dumps(m), folder=folder) == m


def test_nothing_that_a_map_only_names_is_unused(folder: Path) -> None:
    m = argmap.loads(TEXT.replace("; own", ""), folder=folder)
    assert [(p.code, p.message) for p in argmap.check(m)] == [("unused-source", "nothing cites the source `own`")]


def test_several_files_of_which_the_first_counts(folder: Path) -> None:
    (folder / "more").mkdir()
    write(folder / "more", {"id": "poe1999", "title": "Other"}, {"id": "new", "title": "New"}, name="b.json")
    text = TEXT.replace("library.json", "[more/b.json, library.json]").replace("; own", "; own; new")
    m = argmap.loads(text, folder=folder)
    assert [(s.key, s.title, s.bibliography) for s in m.sources][1:] == [
        ("poe1999", "Other", "more/b.json"),
        ("new", "New", "more/b.json"),
        ("smith2001", "Working less", "library.json"),
    ]
    assert "bibliography:\n  - more/b.json\n  - library.json\n" in argmap.dumps(m)
    assert argmap.loads(argmap.dumps(m), folder=folder) == m


def test_it_may_lie_above_the_map_but_has_to_be_named_from_there(folder: Path) -> None:
    below = folder / "maps"
    below.mkdir()
    assert codes(TEXT.replace("library.json", "../library.json"), below) == []
    for path in (str(folder / "library.json"), "~/library.json", "C:\\library.json", "//host/library.json"):
        assert codes(TEXT.replace("library.json", path), below) == [("unreadable-bibliography", 3)]


def test_an_address_is_told_to_be_saved_first(folder: Path) -> None:
    text = TEXT.replace("library.json", "https://zotero.org/library.json")
    problem = argmap.review(text.encode(), folder=folder)[1][0]
    assert problem.message.endswith("argmap fetches nothing from the network")
    assert problem.hint == "save it beside the map, and name the file that you saved"


def test_no_file_at_all_is_told(folder: Path) -> None:
    for nothing in ("", "[]", "['']", "[library.json, ~]"):
        found = codes(TEXT.replace("library.json", nothing), folder)
        assert found[0][0] in ("empty-value", "unreadable-bibliography"), nothing


def test_only_regular_files_are_opened(folder: Path) -> None:
    os.mkfifo(folder / "pipe.json")  # opening it would wait for ever
    (folder / "folder.json").mkdir()
    (folder / "loop.json").symlink_to("loop.json")
    for name in ("pipe.json", "folder.json", "loop.json", "gone.json", '"a\\0.json"', "x" * 300 + ".json"):
        assert codes(TEXT.replace("library.json", name), folder) == [("unreadable-bibliography", 3)], name


def test_a_broken_bibliography_is_one_error(folder: Path) -> None:
    """Whether keys are known, nobody can say then; what else is wrong with the map is told all the same."""
    (folder / "library.json").write_text("[{]", encoding="utf-8")
    assert codes(TEXT.replace("poe1999", "whatever").replace("id: a", "id: a b"), folder) == [
        ("unreadable-bibliography", 3),
        ("bad-name", 8),
    ]


def test_doubts_about_entries_stop_no_map_and_end(folder: Path) -> None:
    write(folder, *({"id": f"k{n}"} for n in range(50)))
    text = TEXT.replace("poe1999", "; ".join(f"k{n}" for n in range(49))).replace("smith2001", "k49")
    m, problems = read_text(text, None, folder)
    assert m is not None
    assert len(problems) == 20
    assert {(p.code, str(p.severity)) for p in problems} == {("bibliography-entry", "warning")}
    assert problems[0].message == "`k0` of `library.json` has no title"


def test_a_map_is_written_with_the_name_of_its_bibliography_alone(folder: Path) -> None:
    m = argmap.loads(TEXT, folder=folder)
    assert argmap.dumps(m) == TEXT.replace("bibliography", "\nbibliography").replace("sources:", "\nsources:").replace(
        "  own: {title: Own}\nclaims", "  own:\n    title: Own\n\nclaims"
    )
    assert argmap.loads(argmap.dumps(m), folder=folder) == m


def test_a_map_that_was_read_without_its_bibliography_is_written_the_same(folder: Path) -> None:
    m = argmap.loads(TEXT)
    assert argmap.dumps(m) == argmap.dumps(argmap.loads(TEXT, folder=folder))
    assert as_unread(argmap.loads(TEXT, folder=folder)) == m


def test_layout_needs_no_bibliography() -> None:
    typed = TEXT.replace("bibliography: library.json\n", "").replace("claims:", "bibliography:   'gone.json'\nclaims:")
    laid_out = argmap.formatted(typed)
    assert laid_out.startswith("argmap: 1\ntitle: T\nbibliography: gone.json\nsources:\n")
    assert argmap.formatted(laid_out) == laid_out


def test_a_source_must_be_of_a_bibliography_of_the_map(folder: Path) -> None:
    m = argmap.loads(TEXT, folder=folder)
    with pytest.raises(argmap.MapError, match=r"poe1999 is from library\.json, which is no bibliography of the map"):
        evolve(m, bibliography=())


def test_a_key_of_the_bibliography_is_not_renamed(folder: Path) -> None:
    with pytest.raises(ValueError, match=r"`smith2001` is a key of the bibliography `library\.json`; change it where"):
        argmap.renamed(TEXT, "smith2001", "smith")
    with pytest.raises(ValueError, match=r"`roe2002` is a key of the bibliography `library\.json` already"):
        argmap.renamed(TEXT, "own", "roe2002", folder=folder)
    both = TEXT.replace("  own:", "  smith2001: {file: smith.txt}\n  own:")
    with pytest.raises(ValueError, match="`smith2001` is also a key of the bibliography"):
        argmap.renamed(both, "smith2001", "smith", folder=folder)
    assert argmap.renamed(TEXT, "own", "mine", folder=folder) == TEXT.replace("own", "mine")
    assert argmap.renamed(TEXT, "a", "b", folder=folder) == TEXT.replace("id: a", "id: b")


def test_added_statements_cite_what_is_known(folder: Path) -> None:
    item = {"evidence": "More", "cite": "roe2002"}
    assert "cite: roe2002" in argmap.added(TEXT, "a", "because", [item], folder=folder)
    with pytest.raises(ValueError, match="that would be no map: `roe2003` is no source"):
        argmap.added(TEXT, "a", "because", [item | {"cite": "roe2003"}], folder=folder)
    assert "cite: roe2003" in argmap.added(TEXT, "a", "because", [item | {"cite": "roe2003"}])


def test_items_are_moved_and_removed_without_it() -> None:
    assert argmap.removed(TEXT, "another-one") == TEXT[: TEXT.index("    because:")]
    moved = argmap.moved(TEXT, "another-one", to="a", word="but")
    assert moved == TEXT.replace("because", "but")


def test_a_map_without_a_bibliography_reads_no_module_of_it() -> None:
    import subprocess
    import sys

    code = (
        "import sys, argmap; argmap.loads('argmap: 1\\ntitle: T\\nclaims:\\n  - A\\n');"
        "print([m for m in sys.modules if m in ('json', 'argmap.mapfile.shelf', 'argmap.sources.bibliography')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_in_data_it_is_said_where_a_source_is_from(folder: Path) -> None:
    data = json.loads(argmap.draw(argmap.loads(TEXT, folder=folder), "json"))
    assert data["bibliography"] == ["library.json"]
    assert [s.get("bibliography") for s in data["sources"]] == [None, "library.json", "library.json"]


def test_what_a_source_says_itself() -> None:
    source = Source("k", (("title", "T"), ("url", "u")), bibliography="l.json", borrowed=("url",))
    assert (source.own, source.is_borrowed) == ((("title", "T"),), False)
