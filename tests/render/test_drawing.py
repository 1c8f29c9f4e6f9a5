"""Which engine draws, and what is told about it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import argmap
from argmap.render import drawing, layout


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
    assert notes == ["no Graphviz was found; the tidy layout drew the map instead"]
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
    assert notes == ["Graphviz took longer than 0.2 seconds; the tidy layout drew the map instead"]


def test_a_png_is_drawn_by_graphviz_and_says_so(cinema: argmap.ArgumentMap) -> None:
    picture, notes = drawn(cinema, "png", "tidy")
    assert picture == argmap.draw(cinema, "png", "dot")
    assert notes == ["PNG is drawn by Graphviz; the tidy layout draws SVG and PDF"]
