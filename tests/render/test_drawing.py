"""Which engine draws, and what is told about it."""

from __future__ import annotations

import re
import struct
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import geometry
import pytest
from hostile import TEXTS, hostile_map, letters
from hypothesis import example, given, settings

import argmap
from argmap.render import drawing, layout, tidy


@pytest.fixture
def cinema() -> argmap.ArgumentMap:
    return argmap.load(Path(__file__).parents[2] / "maps" / "old-cinema.argmap.yaml")


def drawn(m: argmap.ArgumentMap, form: str, engine: str) -> tuple[bytes, list[str]]:
    notes: list[str] = []
    return argmap.draw(m, form, engine, notes), notes


def test_the_tidy_layout_says_nothing_and_runs_no_program(
    cinema: argmap.ArgumentMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layout, "bundled_program", lambda: "/no/such/program")
    for form in ("svg", "pdf"):
        assert drawn(cinema, form, "tidy")[1] == []


def test_it_loads_nothing_of_graphviz() -> None:
    program = (
        "import argmap, sys\n"
        "argmap.draw(argmap.loads('argmap: 1\\ntitle: T\\nclaims: A\\n'), engine='tidy')\n"
        "print(*({'graphviz', 'subprocess'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout == "\n"


def test_it_stands_in_where_there_is_no_graphviz(
    cinema: argmap.ArgumentMap, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(layout, "bundled_program", lambda: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    picture, notes = drawn(cinema, "svg", "dot")
    assert picture == argmap.draw(cinema, engine="tidy")
    assert notes == ["no Graphviz was found; the tidy layout took its place"]
    with pytest.raises(layout.LayoutError, match="no system Graphviz"):
        argmap.draw(cinema, engine="system")
    with pytest.raises(layout.LayoutError, match="pip install graphviz-pure"):
        argmap.draw(cinema, "png", "dot")


def test_it_stands_in_where_graphviz_takes_too_long(
    cinema: argmap.ArgumentMap, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    slow = tmp_path / "slow"
    slow.write_text("#!/bin/sh\nexec sleep 60\n", encoding="utf-8")
    slow.chmod(0o755)
    monkeypatch.setattr(layout, "bundled_program", lambda: str(slow))
    monkeypatch.setattr(drawing, "PATIENCE", 0.2)
    picture, notes = drawn(cinema, "svg", "dot")
    assert picture == argmap.draw(cinema, engine="tidy")
    assert notes == ["Graphviz took longer than 0.2 seconds; the tidy layout took its place"]


def test_a_png_of_the_tidy_layout_is_as_large_as_its_svg(cinema: argmap.ArgumentMap) -> None:
    picture, notes = drawn(cinema, "png", "tidy")
    assert notes == []
    wide, high = struct.unpack(">II", picture[16:24])
    size = re.search(rb'width="([\d.]+)pt" height="([\d.]+)pt"', argmap.draw(cinema, engine="tidy"))
    assert size is not None
    assert (wide, high) == pytest.approx([float(side) * drawing.DPI / 72 for side in size.groups()], abs=3)


@given(TEXTS)
@example('<b>"\\N"</b> \\" \\\\" \\\\\\" & ]]> %s $x$ {a|b} \\')
@settings(max_examples=25, deadline=None)
def test_it_shows_any_text_as_itself(text: str) -> None:
    m = hostile_map(text)
    painted = layout.run(layout.choose()[0], tidy.draw_placed(m, argmap.Style()), "svg", is_placed=True)
    of_bitmap, of_svg = (
        "".join(e.text or "" for e in ElementTree.fromstring(svg).iter(f"{geometry.SVG}text"))
        for svg in (painted, argmap.draw(m, engine="tidy"))
    )
    assert letters(of_bitmap) == letters(of_svg)
