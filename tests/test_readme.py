"""The README promises nothing that does not hold."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from conftest import ROOT

import argmap
from argmap.cli import main

README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


@pytest.fixture
def week(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The smallest map as a file in an empty folder."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "week.argmap.yaml"
    path.write_text(blocks("yaml")[0], encoding="utf-8")
    return path


def test_the_smallest_map_is_clean(week: Path) -> None:
    found, problems = argmap.read(week)
    assert found is not None
    assert problems + argmap.check(found) == ()


def test_the_python_runs(week: Path) -> None:
    library, built = blocks("python")
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(library, {})
        exec(built, {})
    assert "unless (3) according to the unions: The trials chose keen firms." in printed.getvalue()


def test_the_commands_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for line in blocks("console")[0].splitlines():
        done = CliRunner().invoke(main, line.removeprefix("$ argmap ").split())
        assert done.exit_code == 0, done.output
    assert {p.name for p in tmp_path.iterdir()} == {
        "argmap.schema.json",
        "week.argmap.yaml",
        "week.svg",
        "week.png",
        "week.html",
        "week.mmd",
        "week.csv",
        "week-outline.html",
    }


def test_the_report_is_the_one_that_is_shown(week: Path) -> None:
    text = week.read_text(encoding="utf-8").replace("claim: The firm", "claim: One thing: the firm")
    week.write_text(text, encoding="utf-8")
    done = CliRunner().invoke(main, ["check", week.name])
    assert done.exit_code == 1
    assert blocks("text")[0] in done.stdout


def test_the_picture_is_of_the_map() -> None:
    shown, now = (
        [e.text for e in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]
        for svg in (
            (ROOT / "docs" / "footbridge.svg").read_bytes(),
            argmap.draw(argmap.load(ROOT / "maps" / "bridge-closure.argmap.yaml")),
        )
    )
    assert shown == now


def test_links_lead_somewhere() -> None:
    for link in re.findall(r"\]\(([^)]+)\)", README):
        assert (ROOT / link).exists(), link


def test_the_first_two_shell_blocks_set_up_and_test() -> None:
    first, second = blocks("sh")
    assert first.rstrip().endswith("argmap render maps/us-russia-after-9-11.argmap.yaml")
    assert second.rstrip().endswith("-m pytest")
