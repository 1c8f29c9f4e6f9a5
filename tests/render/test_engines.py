"""What becomes of a picture when a Graphviz is slow, broken or not there: our own layout stands in, and says so."""

from __future__ import annotations

import os
import re
import signal
from pathlib import Path
from time import sleep

import pytest

import argmap
from argmap.looks import Style
from argmap.render import drawing
from argmap.render.dot import layout
from argmap.render.errors import LayoutError
from argmap.render.process import _undisturbed

NOWHERE = '{"objects": [{"name": "0", "pos": "nan,18"}, {"name": "1", "pos": "27,18"}]}'
FAILING = {
    "slow": ("exec sleep 60", r"Graphviz took longer than 0\.3 seconds"),
    "slow as a script": ("sleep 60; true", r"Graphviz took longer than 0\.3 seconds"),
    "silent": ("cat > /dev/null", "Graphviz could not draw the map: it wrote nothing"),
    "deaf": ("exit 0", "Graphviz could not draw the map: it wrote nothing"),
    "wrong": ("echo no such layout >&2; exit 1", "Graphviz could not draw the map: no such layout"),
    "wordless": ("exit 3", "Graphviz could not draw the map: it ended with exit code 3"),
    "crashing": ("kill -SEGV $$", "Graphviz could not draw the map: signal 11 ended it"),
    "half": ('echo \'{"objects": [{"name": "0", "pos": "27,\'', "what it wrote is no whole (layout|PNG)"),
    "forgetful": ('echo \'{"objects": [{"name": "0", "pos": "27,18"}]}\'', "what it wrote is no whole (layout|PNG)"),
    "at a loss": (f"echo '{NOWHERE}'", "what it wrote is no whole (layout|PNG)"),
    "babbling": ("printf '\\377\\376 hello'", "what it wrote is no whole (layout|PNG)"),
    "answering something else": ("echo [1]", "what it wrote is no whole (layout|PNG)"),
}
"""What a program does that stands for Graphviz, and what is told about it."""


@pytest.fixture
def small() -> argmap.ArgumentMap:
    b = argmap.Builder("A map")
    b.claim("The bridge must close").because("It is old").unless("It was mended")
    return b.build()


def script(folder: Path, body: str) -> str:
    """A program that stands for the Graphviz of the system."""
    path = folder / "dot"
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


@pytest.fixture(params=FAILING)
def program(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """A program that fails, with what is then told."""
    body, told = FAILING[request.param]
    monkeypatch.setattr(drawing, "PATIENCE", 0.3)
    return script(tmp_path, body), told


def placed_first(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{os.path.dirname(path)}{os.pathsep}{os.environ['PATH']}")


@pytest.mark.parametrize("form", ["svg", "pdf"])
def test_the_tidy_layout_stands_in_for_the_bundled_one(
    small: argmap.ArgumentMap, program: tuple[str, str], form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layout, "bundled_program", lambda: program[0])
    notes: list[str] = []
    assert argmap.draw(small, form, "dot", notes) == argmap.draw(small, form, "tidy")
    (note,) = notes
    assert re.fullmatch(f".*{program[1]}; the tidy layout took its place", note)


@pytest.mark.parametrize("form", ["svg", "png", "pdf"])
def test_it_stands_in_for_that_of_the_system(
    small: argmap.ArgumentMap, program: tuple[str, str], form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    placed_first(program[0], monkeypatch)
    notes: list[str] = []
    assert argmap.draw(small, form, "system", notes) == argmap.draw(small, form, "tidy")
    (note,) = notes
    assert re.fullmatch(f".*{program[1]}; the tidy layout took its place", note)


def test_it_stands_in_where_the_system_has_none(
    small: argmap.ArgumentMap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for form in ("svg", "png", "pdf"):
        notes: list[str] = []
        assert argmap.draw(small, form, "system", notes) == argmap.draw(small, form, "tidy")
        assert notes == ["no system Graphviz (`dot`) is on the PATH; the tidy layout took its place"]


def test_that_of_the_system_places_and_paints_a_bitmap(
    small: argmap.ArgumentMap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log, bundled = tmp_path / "log", layout.choose()[0]
    placed_first(script(tmp_path, f'echo "$1" >> "{log}"; exec "{bundled}" "$@"'), monkeypatch)
    notes: list[str] = []
    assert argmap.draw(small, "png", "system", notes) == argmap.draw(small, "png", "dot")
    (note,) = notes
    assert "drawn by the system's Graphviz" in note
    assert log.read_text(encoding="utf-8").split() == ["-Kdot", "-Kneato"]


def test_the_bundled_one_paints_what_that_of_the_system_cannot(
    small: argmap.ArgumentMap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundled = layout.choose()[0]
    placed_first(script(tmp_path, f'[ "$1" = -Kneato ] && exit 3; exec "{bundled}" "$@"'), monkeypatch)
    notes: list[str] = []
    assert argmap.draw(small, "png", "system", notes) == argmap.draw(small, "png", "dot")
    assert notes == ["Graphviz could not draw the map: it ended with exit code 3; the bundled one took its place"]


def test_one_of_the_system_paints_where_no_other_is_there(
    small: argmap.ArgumentMap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundled = layout.choose()[0]
    usual = {engine: argmap.draw(small, "png", engine) for engine in ("tidy", "dot")}
    placed_first(script(tmp_path, f'exec "{bundled}" "$@"'), monkeypatch)
    monkeypatch.setattr(layout, "bundled_program", lambda: None)
    for engine, picture in usual.items():
        notes: list[str] = []
        assert argmap.draw(small, "png", engine, notes) == picture
        (note,) = notes
        assert "since graphviz-pure is missing" in note


def test_toulmin_diagrams_need_no_engine(small: argmap.ArgumentMap, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each argument has fixed places."""
    monkeypatch.setattr(layout, "bundled_program", lambda: "/no/such/program")
    look, notes = Style(style="toulmin"), []
    assert argmap.draw(small, "svg", "dot", notes, look) == argmap.draw(small, "svg", "tidy", style=look)
    assert notes == []


def test_a_bitmap_that_nothing_can_paint_is_an_error_and_no_wait(
    small: argmap.ArgumentMap, program: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layout, "bundled_program", lambda: program[0])
    run = layout.run
    monkeypatch.setattr(layout, "run", lambda *given, **named: run(*given, **{**named, "seconds": 0.3}))
    with pytest.raises(LayoutError, match=program[1]):
        argmap.draw(small, "png")


def test_what_a_slow_script_has_started_ends_with_it(tmp_path: Path) -> None:
    path = script(tmp_path, f"sleep 600 &\necho $! > {tmp_path}/pid\nwait")
    with pytest.raises(LayoutError, match="took longer"):
        layout.run(path, "digraph {}", "svg", seconds=2)
    started = int((tmp_path / "pid").read_text(encoding="utf-8"))
    for _ in range(200):  # who is killed may take a moment to be gone
        if not is_running(started):
            return
        sleep(0.05)
    pytest.fail("what the script has started goes on")


def is_running(pid: int) -> bool:
    """Whether a process has not ended; one that nobody has asked for its exit code has."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_signal_waits_until_the_program_that_starts_is_known() -> None:
    known = []

    def start() -> None:
        with _undisturbed():
            os.kill(os.getpid(), signal.SIGINT)
            known.append("program")

    with pytest.raises(KeyboardInterrupt):
        start()
    assert known == ["program"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
