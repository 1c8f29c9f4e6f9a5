"""Maps with a bibliography on the command line: every command reads it from beside the map, and none needs more."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap.cli import main

MAP = """\
argmap: 1
title: Hours
bibliography: ../library.json
claims:
  - claim: Work less
    id: less
    because:
      - evidence: Output held up
        cite: smith2001, para. 1
        quote: nothing was lost
"""
LIBRARY = [{"id": "smith2001", "type": "book", "title": "Working less", "author": [{"family": "Smith", "given": "Jo"}]}]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "maps").mkdir()
    (tmp_path / "library.json").write_text(json.dumps(LIBRARY), encoding="utf-8")
    (tmp_path / "maps" / "m.argmap.yaml").write_text(MAP, encoding="utf-8")
    (tmp_path / "smith.txt").write_text("When hours were cut, nothing was lost.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=stdin)


def test_check_finds_it_from_wherever_the_command_runs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("check", "--strict", "maps").exit_code == 0
    monkeypatch.chdir(folder / "maps")
    assert run("check", "--strict", "m.argmap.yaml").exit_code == 0
    assert run("check", "--strict", "-", stdin=MAP).exit_code == 0
    monkeypatch.chdir(folder)
    result = run("check", "-", stdin=MAP)
    assert result.exit_code == 1
    assert "<stdin>:3:15: error[unreadable-bibliography]" in result.stdout


def test_outlines_and_pictures_name_its_sources() -> None:
    assert "Smith, Jo, Working less" in run("outline", "maps/m.argmap.yaml").stdout
    assert "Working less" in run("render", "maps/m.argmap.yaml", "-o", "-").stdout


def test_quotes_are_proved_in_texts_that_are_named(folder: Path) -> None:
    result = run("sources", "maps/m.argmap.yaml", "--text", "smith2001=smith.txt")
    assert result.exit_code == 0
    assert result.stdout.startswith("smith2001: Smith, Jo, Working less\n")
    assert (
        "\nFrom ../library.json.\nCited once; 1 quote, found as cited.\nText: smith.txt, 1 paragraph.\n"
        in result.stdout
    )
    (folder / "smith.txt").write_text("Nothing of the kind.\n", encoding="utf-8")
    assert run("sources", "maps/m.argmap.yaml", "--text", "smith2001=smith.txt").exit_code == 1


def test_a_text_is_named_in_the_map_for_an_entry_of_the_bibliography(folder: Path) -> None:
    (folder / "smith.txt").rename(folder / "maps" / "smith.txt")
    text = MAP.replace("claims:", "sources:\n  smith2001: {file: smith.txt}\nclaims:", 1)
    (folder / "maps" / "m.argmap.yaml").write_text(text, encoding="utf-8")
    result = run("check", "--strict", "maps/m.argmap.yaml")
    assert (result.exit_code, result.stderr) == (0, "argmap: no problems in 1 map\n")
    assert "\nIn part from ../library.json.\n" in run("sources", "maps/m.argmap.yaml").stdout


def test_the_list_of_sources_in_every_form() -> None:
    (source,) = json.loads(run("sources", "maps/m.argmap.yaml", "-f", "json").stdout)["sources"]
    assert (source["key"], source["bibliography"]) == ("smith2001", "../library.json")
    (item,) = json.loads(run("sources", "maps/m.argmap.yaml", "-f", "csl-json").stdout)
    assert item == LIBRARY[0]
    assert "author = {Smith, Jo}" in run("sources", "maps/m.argmap.yaml", "-f", "bibtex").stdout
    assert "From ../library.json." in run("sources", "maps/m.argmap.yaml", "-f", "markdown").stdout


def test_commands_that_change_a_map_leave_it_out(folder: Path) -> None:
    path = folder / "maps" / "m.argmap.yaml"
    for words in (
        ["add", str(path), "--to", "less", "--because", "Fewer quit", "--cite", "smith2001"],
        ["rename", str(path), "less", "fewer"],
        ["move", str(path), "fewer-quit", "--to", "fewer", "--but"],
        ["remove", str(path), "fewer-quit"],
        ["fmt", str(path)],
        ["check", "--fix", str(path)],
    ):
        result = run(*words)
        assert result.exit_code == 0, (words, result.stderr)
    text = path.read_text(encoding="utf-8")
    assert text == MAP.replace("less\n    because", "fewer\n    because")


def test_what_they_refuse() -> None:
    result = run("rename", "maps/m.argmap.yaml", "smith2001", "smith")
    message = "`smith2001` is a key of the bibliography `../library.json`; change it where that is made"
    assert (result.exit_code, result.stderr) == (2, f"argmap: {message}\n")
    result = run("add", "maps/m.argmap.yaml", "--to", "less", "--but", "No", "--cite", "smith2002")
    assert (result.exit_code, result.stderr) == (
        2,
        "argmap: that would be no map: `smith2002` is no source of this file (did you mean `smith2001`?)\n",
    )


def test_layout_needs_it_not(folder: Path) -> None:
    """As in a hook before commits, which has no extra and perhaps not the file."""
    (folder / "library.json").unlink()
    assert run("fmt", "--check", "maps/m.argmap.yaml").exit_code == 0


def test_many_maps_share_a_file(folder: Path) -> None:
    for n in range(5):
        (folder / "maps" / f"{n}.argmap.yaml").write_text(MAP, encoding="utf-8")
    result = run("check", "--strict", "maps")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (0, "argmap: no problems in 6 maps")
