"""`argmap read`: what it writes, what it says, and how it ends."""

from __future__ import annotations

from pathlib import Path
from shutil import copy

import pytest
from click.testing import CliRunner, Result
from conftest import ROOT

from argmap.cli import main

TEXTS = ROOT / "tests" / "sources" / "texts"
TWO = """\
argmap: 1
title: Phones
sources:
  s: {title: Survey, file: s.txt}
  t: {title: Talk}
claims:
  - claim: Phones distract
    cite: s, para. 1; t
    quote: they ring in class
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for path in TEXTS.iterdir():
        copy(path, tmp_path)
    Path("m.yaml").write_text(TWO.replace("; t", ""), encoding="utf-8")
    Path("s.txt").write_text("Often they ring in class.", encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ["read", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_a_page_is_written_and_it_is_said_what_is_in_it() -> None:
    result = run("harbour.argmap.yaml", "-o", "page.html")
    assert (result.exit_code, result.stdout) == (0, "page.html\n")
    assert result.stderr == (
        "argmap: the page contains the text of “The harbour that nobody wanted”; share it only where you may\n"
    )
    page = Path("page.html").read_bytes()
    assert b"This page contains the text of" in page
    assert run("harbour.argmap.yaml").stdout == "harbour.reading.html\n"
    assert Path("harbour.reading.html").read_bytes() == page
    assert run("harbour.argmap.yaml", "-o", "-").stdout.encode() == page


def test_what_is_wrong_is_counted_and_ends_well() -> None:
    result = run("harbour-faults.argmap.yaml")
    assert result.exit_code == 0
    assert (
        "argmap: 20 citations are not as the map says; the page shows where, and `argmap sources` tells"
        in result.stderr
    )


def test_a_source_without_a_text_is_told() -> None:
    result = run("m.yaml")
    assert (result.exit_code, "t" in result.stderr.split(":")[1]) == (0, True)
    assert "argmap: the text of t" not in result.stderr  # nothing cites it
    Path("n.yaml").write_text(
        TWO.replace("    cite: s, para. 1; t\n    quote", "    cite: [s, t]\n    x-q"), encoding="utf-8"
    )
    assert "argmap: the text of t is not shown: no text is at hand\n" in run("n.yaml").stderr
    Path("talk.txt").write_text("A talk of some words.", encoding="utf-8")
    result = run("n.yaml", "--text", "t=talk.txt")
    assert "contains the text of “Survey”, “Talk”" in result.stderr
    page = Path("n.reading.html").read_text(encoding="utf-8")
    assert "A talk of some words." in page
    run("n.yaml", "--text", "t=talk.txt", "--source", "s")
    page = Path("n.reading.html").read_text(encoding="utf-8")
    assert "A talk of some words." not in page
    assert "Often they " in page


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["m.yaml", "--source", "u"], "--source u: the map has no source of that key; there are s, t."),
        (["m.yaml", "--text", "u=s.txt"], "--text u: the map has no source of that key; there are s, t."),
        (
            ["m.yaml", "--source", "t"],
            "argmap: there is no text to read (t: no text is at hand); name one with --text t=FILE",
        ),
        (["m.yaml", "--text", "s=none.txt"], "argmap: none.txt cannot be read: No such file or directory"),
        (["bare.yaml"], "argmap: the map has no sources, and so no text to read; `argmap outline` writes its outline"),
        (["m.yaml", "-o", "m.yaml"], "name a file that ends with .html, not m.yaml"),
        (["m.yaml", "-o", "m.pdf"], "A reading view is a page of HTML; name a file that ends with .html, not m.pdf"),
        (["m", "-o", "m"], "argmap: m is the map itself, and would be overwritten; choose another name"),
    ],
)
def test_wrong_use(given: list[str], said: str) -> None:
    Path("bare.yaml").write_text("argmap: 1\ntitle: N\nclaims: Phones distract\n", encoding="utf-8")
    Path("m").write_bytes(Path("m.yaml").read_bytes())
    before = sorted(Path().iterdir())
    result = run(*given)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert sorted(Path().iterdir()) == before


def test_texts_that_cannot_be_read_are_told() -> None:
    Path("s.txt").write_bytes("Größe".encode("latin-1"))
    result = run("m.yaml", "--source", "s")
    assert result.exit_code == 2
    assert "there is no text to read (s: s.txt: it is not UTF-8: line 1 has the byte 0xF6)" in result.stderr
    Path("s.txt").unlink()
    assert "(s: s.txt cannot be read: No such file or directory" in run("m.yaml").stderr
    bad = Path("bad.yaml")
    bad.write_text("argmap: 1\ntitle: T\nclaims:\n  - claim: A\n    cite: nowhere\n", encoding="utf-8")
    assert run("bad.yaml").exit_code == 1
