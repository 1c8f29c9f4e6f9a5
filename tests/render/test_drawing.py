"""Which engine draws, and what is told about it."""

from __future__ import annotations

import re
import struct
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hostile import TEXTS, hostile_map, letters
from hypothesis import example, given, settings
from render import geometry

import argmap
import argmap.render
from argmap.render import MOST, drawing, tidy
from argmap.render.dot import layout
from argmap.render.errors import LayoutError, TooLargeError
from argmap.render.picture import compose
from argmap.render.tidy.xdot import to_placed_dot


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
    with pytest.raises(LayoutError, match="pip install graphviz-pure"):
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


def test_pixels_per_inch_are_those_asked_for(cinema: argmap.ArgumentMap) -> None:
    for engine in ("tidy", "dot"):
        for dpi in (72, 50.5):
            picture = argmap.draw(cinema, "png", engine, dpi=dpi)
            size = re.search(rb'width="([\d.]+)pt" height="([\d.]+)pt"', argmap.draw(cinema, engine=engine))
            assert size is not None
            sides = struct.unpack(">II", picture[16:24])
            assert sides == pytest.approx([float(side) * dpi / 72 for side in size.groups()], abs=3)
    small, large = (argmap.draw_pages(cinema, "png", dpi=dpi)[0] for dpi in (50, 100))
    assert struct.unpack(">II", large[16:24]) == pytest.approx([842 / 72 * 100, 595 / 72 * 100], abs=2)
    assert struct.unpack(">II", small[16:24]) == pytest.approx([842 / 72 * 50, 595 / 72 * 50], abs=2)


def test_pixels_that_make_no_sense_are_refused(cinema: argmap.ArgumentMap) -> None:
    for form in argmap.render.formats.PICTURES:
        if form != "png":
            with pytest.raises(ValueError, match=f"dpi is for png alone, not for {form}, which has no pixels"):
                argmap.draw(cinema, form, dpi=72)
    with pytest.raises(ValueError, match="dpi is for png alone, not for pdf"):
        argmap.draw_pages(cinema, dpi=72)
    for dpi in (0, -1, float("nan"), float("inf")):
        with pytest.raises(ValueError, match="dpi is a number above nought"):
            argmap.draw(cinema, "png", dpi=dpi)


def test_a_bitmap_that_is_too_large_is_refused_with_what_would_fit(cinema: argmap.ArgumentMap) -> None:
    for engine in ("tidy", "dot"):
        with pytest.raises(TooLargeError, match="at 2000 dpi, too large for PNG") as refused:
            argmap.draw(cinema, "png", engine, dpi=2000)
        advised = re.search(r"`--dpi (\d+)` fits", str(refused.value))
        assert advised
        wide, high = struct.unpack(">II", argmap.draw(cinema, "png", engine, dpi=int(advised[1]))[16:24])
        assert 90_000_000 < wide * high <= 100_000_000
    with pytest.raises(TooLargeError, match="too large for PNG"):
        argmap.draw_pages(cinema, "png", dpi=9000)


def many(number: int) -> argmap.ArgumentMap:
    b = argmap.Builder("Many")
    thesis = b.claim("Thesis")
    for at in range(number - 1):
        thesis.because(f"Reason {at}")
    return b.build()


def test_one_picture_of_too_many_statements_is_drawn_only_by_force() -> None:
    too_many = many(MOST + 1)
    for form in ("svg", "png", "pdf"):
        with pytest.raises(TooLargeError, match=r"1,501 statements are more than.*at most 1,500.*--force"):
            argmap.draw(too_many, form)
    assert argmap.draw(too_many, force=True).count(b'class="statement ') == MOST + 1
    assert argmap.draw(many(MOST)).count(b'class="statement ') == MOST
    assert argmap.draw(too_many.select(depth=0)).count(b'class="statement ') == 1
    for form in ("html", "json", "dot"):
        assert argmap.draw(too_many, form)
    assert len(argmap.draw_pages(too_many, "svg")) > 20


def test_older_versions_of_graphviz_can_read_what_is_to_be_painted() -> None:
    """They read no string that is longer than 16,384 signs."""
    placed = to_placed_dot(tidy.scene(compose(many(200)), argmap.Style()))
    strings = re.findall(r'"(?:[^"\\]|\\.)*"', placed)
    assert len(placed) > 100_000
    assert max(map(len, strings)) < 16_384


@given(TEXTS)
@example('<b>"\\N"</b> \\" \\\\" \\\\\\" & ]]> %s $x$ {a|b} \\')
@settings(max_examples=25, deadline=None)
def test_it_shows_any_text_as_itself(text: str) -> None:
    m = hostile_map(text)
    painted = layout.run(
        layout.choose()[0], to_placed_dot(tidy.scene(compose(m), argmap.Style())), "svg", is_placed=True
    )
    of_bitmap, of_svg = (
        "".join(e.text or "" for e in ElementTree.fromstring(svg).iter(f"{geometry.SVG}text"))
        for svg in (painted, argmap.draw(m, engine="tidy"))
    )
    assert letters(of_bitmap) == letters(of_svg)
