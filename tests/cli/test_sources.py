"""`argmap sources`: what it prints, what it takes for a text, and how it ends."""

from __future__ import annotations

import json
import os
from pathlib import Path
from shutil import copy

import pytest
from click.testing import CliRunner, Result
from conftest import ROOT

from argmap.cli import main

TEXTS = ROOT / "tests" / "sources" / "texts"
GOLDEN = Path(__file__).parent / "golden"
MAP = """\
argmap: 1
title: Phones
sources:
  s: {title: Survey, file: s.txt}
claims:
  - claim: Phones distract
    cite: s, para. 1
    quote: they ring in class
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for path in TEXTS.iterdir():
        copy(path, tmp_path)
    Path("m.yaml").write_text(MAP, encoding="utf-8")
    return tmp_path


def run(*arguments: str, command: str = "sources") -> Result:
    result = CliRunner().invoke(main, [command, *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def same_as_golden(name: str, text: str) -> None:
    """Made anew with ARGMAP_UPDATE=1."""
    if os.environ.get("ARGMAP_UPDATE"):
        (GOLDEN / name).write_text(text, encoding="utf-8")
    assert text == (GOLDEN / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
@pytest.mark.parametrize("view", ["list", "coverage", "speakers"])
def test_golden(view: str, form: str) -> None:
    options = [] if view == "list" else [f"--{view}"]
    result = run("harbour.argmap.yaml", "-f", form, *options)
    assert (result.exit_code, result.stderr) == (0, "")
    same_as_golden(f"sources-{view}.{form}", result.stdout)


def test_faults_are_listed_and_exit_with_1() -> None:
    result = run("harbour-faults.argmap.yaml")
    assert (result.exit_code, result.stderr) == (1, "")
    same_as_golden("sources-faults.text", result.stdout)
    data = json.loads(run("harbour-faults.argmap.yaml", "-f", "json").stdout)
    (source,) = data["sources"]
    whole = Path("harbour.txt").read_text(encoding="utf-8")
    for citation in source["citations"]:
        if citation["verdict"] == "found" and not citation["differences"] and not citation["problems"]:
            words = whole[citation["place"]["start"] : citation["place"]["end"]]
            assert " ".join(words.split()) == citation["quote"]


def test_a_text_from_elsewhere_takes_the_place_of_the_file(tmp_path: Path) -> None:
    result = run("m.yaml")
    assert result.exit_code == 0
    assert "Text: s.txt cannot be read: No such file or directory." in result.stdout
    assert result.stderr == "argmap: no text is at hand of s; name it with --text s=FILE\n"
    (tmp_path / "else").mkdir()
    Path("else/t.md").write_text("# Head\n\nOften they *ring* in\nclass.", encoding="utf-8")
    result = run("m.yaml", "--text", "s=else/t.md")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "para. 1, lines 3–4, characters 15–34" in result.stdout
    Path("s.txt").write_text("They ring in class.", encoding="utf-8")
    assert run("m.yaml").exit_code == 1


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--text", "t=s.txt"], "the map has no source of that key; there are s."),
        (["--text", "s"], "it is written KEY=FILE"),
        (["--text", "s=none.txt"], "argmap: none.txt cannot be read: No such file or directory"),
        (["--text", "s=latin.txt"], "argmap: latin.txt: it is not UTF-8: line 1 has the byte 0xFC; save it as UTF-8"),
        (["--coverage", "--speakers"], "ask for one"),
        (["--coverage", "-f", "bibtex"], "bibtex is a bibliography"),
        (["-o", "a.md", "-f", "json"], "a.md ends like markdown, but -f says json"),
        (["-o", "a.pdf"], "The ending of a.pdf is none of"),
    ],
)
def test_wrong_use(given: list[str], said: str) -> None:
    Path("latin.txt").write_bytes("Zürich.".encode("latin-1"))
    result = run("m.yaml", *given)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_a_text_that_is_not_needed_is_told() -> None:
    for given in (["-f", "bibtex"], ["--speakers"]):
        result = run("m.yaml", *given, "--text", "s=s.txt")
        assert (result.exit_code, result.stdout) == (0, run("m.yaml", *given).stdout)
        assert result.stderr == f"argmap: --text changes nothing: {given[-1]} looks no quote up\n"


def test_output_into_a_file() -> None:
    result = run("m.yaml", "-o", "m.bib")
    assert (result.exit_code, result.stdout) == (0, "m.bib\n")
    assert Path("m.bib").read_text(encoding="utf-8") == "@misc{s,\n  title = {Survey},\n}\n"
    run("m.yaml", "-f", "csl-json", "-o", "m.json")
    assert json.loads(Path("m.json").read_text(encoding="utf-8"))[0]["id"] == "s"


def test_a_map_without_sources() -> None:
    Path("n.yaml").write_text("argmap: 1\ntitle: N\nclaims: Phones distract\n", encoding="utf-8")
    for options in ([], ["--coverage"], ["-f", "markdown"], ["-f", "bibtex"]):
        result = run("n.yaml", *options)
        assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert run("n.yaml", "--speakers").stdout == "Nobody but the map\n------------------\n1 statement.\n"


# ---- argmap check


def test_check_proves_quotes_where_the_text_is_beside_the_map() -> None:
    result = run("m.yaml", command="check")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "argmap: 1 quote was not checked: no text is at hand\nargmap: no problems in 1 map\n"
    assert run("m.yaml", "-f", "concise", command="check").stderr == "argmap: no problems in 1 map\n"
    Path("s.txt").write_text("Often they ring in class.", encoding="utf-8")
    result = run("m.yaml", command="check")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "argmap: no problems in 1 map\n")
    Path("s.txt").write_text("Often they sing in class.", encoding="utf-8")
    result = run("m.yaml", command="check")
    assert result.exit_code == 1
    assert result.stdout.startswith("m.yaml:8:12: error[quote-not-found]: the quote is not in the text of `s`\n")
    assert "help: para. 1 has “they sing in class”: “sing”, not “ring”" in result.stdout
    assert run("m.yaml", "--ignore", "quotes", command="check").exit_code == 0


def test_many_maps_are_counted_together() -> None:
    Path("p.yaml").write_text(MAP, encoding="utf-8")
    assert run("m.yaml", "p.yaml", command="check").stderr.startswith("argmap: 2 quotes were not checked")


def test_a_text_is_read_from_the_map_s_own_folder(tmp_path: Path) -> None:
    (tmp_path / "maps" / "texts").mkdir(parents=True)
    Path("maps/m.yaml").write_text(MAP.replace("s.txt", "texts/s.txt"), encoding="utf-8")
    Path("maps/texts/s.txt").write_text("Often they ring in class.", encoding="utf-8")
    assert run("maps/m.yaml", command="check").stderr == "argmap: no problems in 1 map\n"
    os.chdir("maps")
    assert run("m.yaml", command="check").stderr == "argmap: no problems in 1 map\n"


def test_what_leads_out_of_the_folder_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "maps").mkdir()
    Path("secret.txt").write_text("Often they ring in class.", encoding="utf-8")
    Path("maps/m.yaml").write_text(MAP, encoding="utf-8")
    Path("maps/s.txt").symlink_to("../secret.txt")
    assert "1 quote was not checked" in run("maps/m.yaml", command="check").stderr
    assert "a link leads out of the map's folder" in run("maps/m.yaml").stdout
    Path("maps/s.txt").unlink()
    os.mkfifo("maps/s.txt")
    assert "it is no regular file" in run("maps/m.yaml").stdout
    Path("maps/s.txt").unlink()
    Path("maps/s.txt").mkdir()
    assert "1 quote was not checked" in run("maps/m.yaml", command="check").stderr


def test_other_commands_do_not_look_into_texts() -> None:
    Path("s.txt").write_text("Often they sing in class.", encoding="utf-8")
    result = run("m.yaml", command="outline")
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize("name", ["quote-not-found", "quotes"])
def test_what_a_comment_ignores_is_listed_and_changes_no_exit_code(name: str) -> None:
    Path("s.txt").write_text("Often they sing in class.", encoding="utf-8")
    Path("m.yaml").write_text(f"{MAP.rstrip()}    # argmap: ignore[{name}] misheard\n", encoding="utf-8")
    result = run("m.yaml")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Cited once; 1 quote, none found as cited, 1 ignored." in result.stdout
    assert "ignored, as the map says: the quote is not in the text of `s`" in result.stdout
    (citation,) = json.loads(run("m.yaml", "-f", "json").stdout)["sources"][0]["citations"]
    assert [(p["code"], p["ignored"]) for p in citation["problems"]] == [("quote-not-found", True)]
    assert run("m.yaml", command="check").exit_code == 0
    Path("m.yaml").write_text(f"{MAP.rstrip()}    # argmap: ignore[quote-differs]\n", encoding="utf-8")
    assert run("m.yaml").exit_code == 1
