"""Each option changes what is made, or one line on stderr says that it does not: none is silently without effect."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from argmap.cli import main
from argmap.looks import CHOICES, Style
from argmap.render.formats import BY_PANDOC, OUTLINES, PICTURES, ROWS, TABLES

MAP = """argmap: 1
title: A map with everything
sources:
  paper: {title: The paper}
claims:
  - claim: The firm should move to a four-day week, which many of those who work there have long wanted.
    id: thesis
    label: Four days
    tags: Work
    note: The second draft.
    because:
      - all:
          - claim: Output held up in every trial that anybody ever ran, and ran for long enough to be of use to us.
            id: output
            label: Output
            tags: Money/Sales
            cite: {source: paper, at: p. 3, quote: held up in every trial}
          - claim: The trials were like us.
            by: the unions
        warrant: What held elsewhere holds here
        unless:
          - evidence: The trials chose keen firms.
            cite: paper, p. 4
            note: In a table.
    but:
      - claim: Clients expect someone on Fridays.
        id: clients
        tags: Work
        because:
          - ref: output
"""
PARTS = "tag,label,text,speaker,source,note,id"
LOOKS = [
    *(("--theme", word) for word in CHOICES["theme"][1:]),
    *(("--direction", word) for word in CHOICES["direction"]),
    *(("--colour-by", word) for word in CHOICES["colour-by"][1:]),
    ("--show", PARTS),
    ("--wrap", "140"),
    ("--edge-words",),
    ("--links", "lines"),
    ("--links", "none"),
    ("--depth", "1"),
    ("--evaluate",),
]
NO_WISH = {"svg": ("--no-key",), "mermaid": ("--key",), "d2": ("--key",), "graphml": ("--key",)}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "map.yaml").write_text(MAP, encoding="utf-8")
    return tmp_path


def made(*arguments: str) -> tuple[bytes, list[str]]:
    """What a command writes to stdout, and the lines on stderr."""
    result = CliRunner().invoke(main, [*arguments, "-o", "-"])
    assert result.exit_code == 0, result.stderr
    return result.stdout_bytes, result.stderr.splitlines()


@pytest.mark.parametrize("style", CHOICES["style"])
@pytest.mark.parametrize("form", [form for form in PICTURES if form not in ("png", "pdf")])
def test_options_of_pictures(form: str, style: str) -> None:
    command = ["render", "map.yaml", "-f", form, "--style", style]
    before, told = made(*command)
    for option in [*LOOKS, *([NO_WISH[form]] if form in NO_WISH else [])]:
        if option[0] == "--direction" and option[1] in (Style(style=style).direction, "LR" if form == "dot" else ""):
            continue  # as it is
        if option == ("--links", "lines") and form == "graphml":
            continue  # cross references are edges there anyhow
        after, told_now = made(*command, *option)
        assert after != before or set(told_now) - set(told), (form, style, option)


@pytest.mark.parametrize("style", ["brief", "outline", "prose"])
@pytest.mark.parametrize("form", [form for form in OUTLINES if form not in BY_PANDOC])
def test_options_of_outlines(form: str, style: str) -> None:
    command = ["outline", "map.yaml", "-f", form, "--style", style]
    before, told = made(*command)
    options = ["--numbering levels", "--sides signs", "--sides triangles", "--quotes blocks", "--sources footnotes"]
    options += ["--sources endnotes", "--notes", "--tags", "--language de", "--fragment", "--links lines"]
    options += ["--links none", "--depth 1", "--side against", "--hide evidence", "--evaluate"]
    for option in options:
        after, told_now = made(*command, *option.split())
        assert after != before or set(told_now) - set(told), (form, style, option)


@pytest.mark.parametrize("of", ROWS)
@pytest.mark.parametrize("form", TABLES)
def test_options_of_tables(form: str, of: str) -> None:
    command = ["table", "map.yaml", "-f", form, "--of", of]
    before, told = made(*command)
    for option in ("--columns number", "--links lines", "--links none", "--depth 0", "--hide evidence", "--evaluate"):
        after, told_now = made(*command, *option.split())
        assert after != before or set(told_now) - set(told), (form, of, option)


def test_what_changes_nothing_is_told_in_a_line(folder: Path) -> None:
    (folder / "house.yaml").write_text("theme: dark\n", encoding="utf-8")
    page, told = made("render", "map.yaml", "-f", "html", "--theme", "dark", "--wrap", "200")
    assert told == ["argmap: --theme and --wrap change nothing: the page has a look of its own"]
    _, told = made("render", "map.yaml", "-f", "json", "--style-file", "house.yaml")
    assert told == ["argmap: --style-file changes nothing: JSON holds the map and no look"]
    _, told = made("render", "map.yaml", "-f", "d2", "--engine", "dot")
    assert told == ["argmap: --engine changes nothing: it is for svg, png and pdf"]
    _, told = made("outline", "map.yaml", "--style", "brief", "--fragment", "--quotes", "blocks")
    assert told == [
        "argmap: --fragment changes nothing: only html and latex have a frame to leave out",
        "argmap: --quotes changes nothing: a brief outline has titles alone",
    ]
    assert page


def test_a_map_that_needs_no_splitting(folder: Path) -> None:
    (folder / "one.yaml").write_text("argmap: 1\ntitle: One\nclaims: It rains.\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["render", "one.yaml", "--split", "arguments", "-o", "one.svg"])
    assert (result.exit_code, result.stdout) == (0, "one.svg\n")
    assert result.stderr == "argmap: --split arguments changes nothing: one file shows everything\n"


def test_settings_of_the_map_itself_are_for_all_formats(folder: Path) -> None:
    text = MAP.replace("claims:", "style: {theme: dark, wrap: 240, key: true, edge-words: true}\nclaims:", 1)
    (folder / "map.yaml").write_text(text, encoding="utf-8")
    for form in ("html", "json", "mermaid", "svg"):
        assert made("render", "map.yaml", "-f", form)[1] == []
