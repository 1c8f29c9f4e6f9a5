"""What `argmap render` says of pictures that are too large, and of options that do not go together."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap.cli import main

SMALL = "argmap: 1\ntitle: T\nclaims:\n  - claim: A\n    because: B\n"
LARGE = "argmap: 1\ntitle: T\nclaims:\n  - claim: A\n    because:\n" + "".join(f"      - B {n}\n" for n in range(1_500))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "small.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "large.yaml").write_text(LARGE, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ["render", *arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def refused(*arguments: str) -> str:
    """The one line that is said of what is not done."""
    before = set(Path().iterdir())
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert set(Path().iterdir()) == before
    (line,) = result.stderr.splitlines()
    return line


def test_pixels_per_inch(folder: Path) -> None:
    sides = []
    for dpi in ("100", "200"):
        assert run("small.yaml", "-o", "a.png", "--dpi", dpi).exit_code == 0
        sides.append(struct.unpack(">I", (folder / "a.png").read_bytes()[16:20])[0])
    assert sides[1] == pytest.approx(2 * sides[0], abs=2)


def test_pixels_of_what_has_none_are_refused() -> None:
    for form in ("svg", "pdf", "html", "dot", "json"):
        said = refused("small.yaml", "-f", form, "--dpi", "100")
        assert said == f"argmap: --dpi is for png alone; {form} has no pixels"
    assert run("small.yaml", "-o", "a.png", "--dpi", "0").exit_code == 2


def test_a_bitmap_too_large_to_be_opened_is_refused() -> None:
    said = refused("small.yaml", "-o", "a.png", "--dpi", "9000")
    assert "too large for PNG; `--dpi " in said


def test_a_picture_of_too_many_statements_is_refused_with_advice(folder: Path) -> None:
    for form in ("svg", "png", "pdf"):
        said = refused("large.yaml", "-f", form)
        assert said.startswith("argmap: 1,501 statements are more than")
        for way in ("--depth", "--focus", "--split", "-o map.html", "--force"):
            assert way in said
    assert run("large.yaml", "--force").exit_code == 0
    assert run("large.yaml", "--depth", "0").exit_code == 0
    for form in ("html", "json", "dot"):
        assert run("large.yaml", "-f", form).exit_code == 0
    assert (folder / "large.html").exists()


def test_an_engine_that_fails_is_told_in_one_line(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(folder))
    result = run("small.yaml", "--engine", "system")
    assert (result.exit_code, result.stdout) == (0, "small.svg\n")
    assert result.stderr == "argmap: no system Graphviz (`dot`) is on the PATH; the tidy layout took its place\n"
    assert b"</svg>" in (folder / "small.svg").read_bytes()
