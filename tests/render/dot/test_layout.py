"""Which Graphviz runs, and what happens when it cannot."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from argmap.render.dot import layout
from argmap.render.errors import LayoutError


def script(path: Path, body: str) -> str:
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_the_usual_program_is_the_bundled_one_and_nothing_is_said() -> None:
    program, notes = layout.choose()
    assert os.path.basename(program).startswith(layout.BUNDLED)
    assert notes == ()


def test_it_is_found_where_it_does_not_stand_beside_python(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    usual, _ = layout.choose()
    monkeypatch.setattr("sys.executable", str(tmp_path / "python"))
    found, notes = layout.choose()
    assert os.path.samefile(found, usual)
    assert notes == ()


def test_a_system_program_runs_only_when_asked_for_and_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = script(tmp_path / "dot", "cat")
    monkeypatch.setenv("PATH", str(tmp_path))
    program, notes = layout.choose("system")
    assert program == path
    assert "the system's Graphviz" in notes[0]
    assert "as asked" in notes[0]


def test_it_stands_in_for_a_bundled_one_that_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(layout, "bundled_program", lambda: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(LayoutError, match="pip install graphviz-pure"):
        layout.choose()
    with pytest.raises(LayoutError, match="leave --engine out"):
        layout.choose("system")
    script(tmp_path / "dot", "cat")
    program, notes = layout.choose()
    assert program == str(tmp_path / "dot")
    assert "since graphviz-pure is missing" in notes[0]


def test_a_layout_that_does_not_end_is_ended(tmp_path: Path) -> None:
    program = script(tmp_path / "slow", "exec sleep 60")
    with pytest.raises(LayoutError, match=r"longer than 0\.2 seconds; .*--engine tidy"):
        layout.run(program, "digraph {}", "svg", seconds=0.2)


def test_a_failure_is_told_in_its_own_words(tmp_path: Path) -> None:
    with pytest.raises(LayoutError, match="syntax error"):
        layout.run(layout.choose()[0], "digraph {", "svg")
    silent = script(tmp_path / "silent", "exit 0")
    with pytest.raises(LayoutError, match="wrote nothing"):
        layout.run(silent, "digraph {}", "svg")
    with pytest.raises(LayoutError, match="could not be run"):
        layout.run(str(tmp_path / "none"), "digraph {}", "svg")
