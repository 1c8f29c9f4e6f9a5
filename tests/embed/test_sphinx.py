"""The directive of Sphinx, in documents that Sphinx builds."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from embed.documents import BAD, DOUBTFUL, DOUBTFUL_LINE, GOOD, WRONG_LINE, ids, inside, run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "conf.py").write_text(
        'project = "P"\nextensions = ["argmap.embed.sphinx"]\nhtml_theme = "basic"\n', encoding="utf-8"
    )
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / "week.argmap.yaml").write_text(GOOD, encoding="utf-8")
    return tmp_path


def build(folder: Path, text: str, builder: str = "html", *more: str) -> CompletedProcess[str]:
    (folder / "index.rst").write_text(f"Title\n=====\n\n{text}", encoding="utf-8")
    return run("sphinx-build", "-q", "-b", builder, *more, ".", "out", folder=folder)


def page(folder: Path, name: str = "index.html") -> str:
    return (folder / "out" / name).read_text(encoding="utf-8")


def test_a_map_is_shown_as_a_picture_in_the_page(folder: Path) -> None:
    text = ".. argmap:: maps/week.argmap.yaml\n\n.. argmap:: /maps/week.argmap.yaml\n   :focus: week\n   :depth: 0\n"
    text += "\n.. argmap::\n   :style: compact\n   :key: false\n\n" + inside(GOOD, "   ")
    done = build(folder, text, "html", "-W")
    assert (done.returncode, done.stderr) == (0, "")
    made = page(folder)
    assert made.count("<svg ") == 3
    assert made.count('class="statement evidence for"') == 2  # the second shows the thesis alone
    assert len(ids(made)) == len(set(ids(made)))
    assert "<?xml" not in made[10:]


def test_as_an_outline_and_as_a_page(folder: Path) -> None:
    one = ".. argmap:: maps/week.argmap.yaml\n   :format: outline\n   :side: against\n"
    done = build(folder, f"{one}\n.. argmap:: maps/week.argmap.yaml\n   :format: page\n", "html", "-W")
    assert (done.returncode, done.stderr) == (0, "")
    made = page(folder)
    words = " ".join(re.sub(r"<[^>]*>", "", made).split())
    assert "but (2) Clients expect someone on Fridays." in words
    assert "Fewer people quit" not in made.partition("<iframe")[0]
    assert made.count('<iframe title="A four-day week" sandbox=') == 1


def test_problems_are_warnings_at_their_lines(folder: Path) -> None:
    (folder / "maps" / "bad.argmap.yaml").write_text(BAD, encoding="utf-8")
    text = ".. argmap:: maps/bad.argmap.yaml\n\n.. argmap::\n\n" + inside(DOUBTFUL, "   ")
    done = build(folder, text)
    assert done.returncode == 0
    bad = os.path.join(folder, "maps", "bad.argmap.yaml")
    assert f"{bad}:{WRONG_LINE}: WARNING: `rapport` is no source of this file; did you mean `report`?" in done.stderr
    lines = (folder / "index.rst").read_text(encoding="utf-8").splitlines()
    line = lines.index("     unused: {title: Unused}") + 1
    assert line == 7 + DOUBTFUL_LINE
    assert f"index.rst:{line}: WARNING: nothing cites the source `unused`" in done.stderr
    made = page(folder)
    assert "The map bad.argmap.yaml cannot be read; the build says why." in made
    assert made.count("<svg ") == 1
    assert build(folder, text, "html", "-W", "-E").returncode == 1
    quiet = build(folder, text, "html", "-E", "-D", "suppress_warnings=argmap.unused-source,argmap.unknown-source")
    assert quiet.stderr == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (".. argmap:: gone.yaml\n", "the map gone.yaml cannot be read: No such file or directory"),
        (".. argmap::\n", "a map is named by its path, or stands below as content"),
        (".. argmap:: maps/week.argmap.yaml\n\n   argmap: 1\n", "not both"),
        (".. argmap:: maps/week.argmap.yaml\n   :focus: weak\n", "did you mean `week`?"),
        (".. argmap:: maps/week.argmap.yaml\n   :theme: drak\n", "theme has no `drak`; did you mean `dark`?"),
        (".. argmap:: maps/week.argmap.yaml\n   :format: film\n", "`film` is no format of a map in a document"),
        (".. argmap:: maps/week.argmap.yaml\n   :colour: kind\n", 'unknown option: "colour"'),
    ],
)
def test_a_wrong_use_is_a_warning_in_the_document(folder: Path, text: str, said: str) -> None:
    done = build(folder, text)
    assert done.returncode == 0
    assert "index.rst:4: " in done.stderr
    assert said in done.stderr


def test_a_changed_map_or_bibliography_is_shown_anew(folder: Path) -> None:
    library = folder / "maps" / "library.json"
    library.write_text(json.dumps([{"id": "smith", "title": "Smith before"}]), encoding="utf-8")
    path = folder / "maps" / "week.argmap.yaml"
    changed = GOOD.replace("sources:", "bibliography: library.json\nsources:").replace("report, p. 4", "report; smith")
    path.write_text(changed, encoding="utf-8")
    text = ".. argmap:: maps/week.argmap.yaml\n   :format: outline\n"
    assert build(folder, text, "html", "-W").returncode == 0
    assert "Smith before" in page(folder)
    library.write_text(json.dumps([{"id": "smith", "title": "Smith after"}]), encoding="utf-8")
    os.utime(library, (2e9, 2e9))
    run("sphinx-build", "-q", "-b", "html", ".", "out", folder=folder)
    assert "Smith after" in page(folder)
    path.write_text(changed.replace("Fewer people quit", "Nobody quits"), encoding="utf-8")
    os.utime(path, (2e9, 2e9))
    run("sphinx-build", "-q", "-b", "html", ".", "out", folder=folder)
    assert "Nobody quits" in page(folder)


def test_other_builders(folder: Path) -> None:
    text = ".. argmap:: maps/week.argmap.yaml\n"
    done = build(folder, text, "latex", "-W")
    assert (done.returncode, done.stderr) == (0, "")
    (picture,) = (folder / "out").glob("argmap-*.pdf")
    assert f"\\sphinxincludegraphics{{{picture.name}}}" in page(folder, "p.tex")
    assert build(folder, text + "   :format: outline\n", "latex", "-W", "-E").returncode == 0
    assert "but (4) Clients expect someone on Fridays." in page(folder, "p.tex")
    assert build(folder, text, "text", "-W", "-E").returncode == 0
    assert "because (2) Output held up" in page(folder, "index.txt")
    assert build(folder, text, "man", "-E", "-D", "man_pages=").returncode == 0
