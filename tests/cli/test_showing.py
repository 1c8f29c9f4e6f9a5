"""A part of a map by the command line: what is shown, what is said of the rest, and what wrong wishes end with."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap.cli import main

ARTICLE = Path(__file__).parents[2] / "maps" / "us-russia-after-9-11.argmap.yaml"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.mark.parametrize("engine", ["tidy", "dot"])
def test_a_picture_says_what_it_leaves_out(folder: Path, engine: str) -> None:
    result = run("render", str(ARTICLE), "--focus", "no-wider-bond", "--depth", "1", "--engine", engine, "-o", "a.svg")
    assert (result.exit_code, result.stdout) == (0, "a.svg\n")
    assert result.stderr == "argmap: 10 of 85 statements are shown\n"
    shown = re.sub(r"<[^>]+>", " ", (folder / "a.svg").read_text(encoding="utf-8"))
    assert "10 of 85 statements: the branch of “No wider bond”, 1 step deep" in shown
    for words in ("+10 more", "+8 more", "leads up to what is shown"):
        assert words in shown


def test_an_outline_says_so_too() -> None:
    result = run("outline", str(ARTICLE), "--focus", "no-wider-bond", "--depth", "1")
    assert result.exit_code == 0
    assert result.stderr == "argmap: 10 of 85 statements are shown\n"
    assert "Thesis: (1) One aim was not enough … (+10 more)\n" in result.stdout
    assert "(4) No wider bond. Beyond the Taliban's defeat" in result.stdout
    markdown = run("outline", str(ARTICLE), "--focus", "no-wider-bond", "--depth", "1", "-f", "markdown").stdout
    assert "- **Thesis:** (1) One aim was not enough … (+10 more)\n" in markdown


def test_data_hold_the_part_and_what_is_beyond_it() -> None:
    data = json.loads(run("render", str(ARTICLE), "--side", "against", "--depth", "1", "-f", "json", "-o", "-").stdout)
    part = data["part"]
    counted = [*part["more"].values(), part["elsewhere"]]
    assert part["about"] == "1 step deep, what counts against the thesis"
    assert len(data["statements"]) + sum(mark["statements"] for mark in counted) == part["statements"] == 85
    assert set(part["greyed"]) <= {s["id"] for s in data["statements"]}
    assert "part" not in json.loads(run("render", str(ARTICLE), "-f", "json", "-o", "-").stdout)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--focus", "on-aim"), "no statement or argument has the id `on-aim`; did you mean `one-aim`?"),
        (("--tag", "Nato"), "no statement has the tag `Nato`; did you mean `NATO`?"),
        (("--tag", "x"), "no statement has the tag `x`; there are NATO, Central-Asia, grievance"),
        (("--only", "claims,evidnce"), "`evidnce` is no kind of statement; did you mean `evidence`?"),
        (("--hide", "facts"), "`facts` is no kind of statement; there are claims, counterclaims, evidence"),
    ],
)
@pytest.mark.parametrize("command", ["render", "outline"])
def test_a_wrong_wish_ends_with_the_nearest_name(
    folder: Path, command: str, arguments: tuple[str, ...], said: str
) -> None:
    result = run(command, str(ARTICLE), *arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"argmap: {said}\n")
    assert not list(folder.iterdir())


def test_a_map_is_split_into_files_that_the_first_one_names(folder: Path) -> None:
    result = run("render", str(ARTICLE), "--split", "roots", "-o", "us.svg")
    assert result.exit_code == 0
    names = result.stdout.split()
    assert names[0] == "us.svg"
    assert sorted(names) == sorted(p.name for p in folder.iterdir())
    overview = (folder / "us.svg").read_text(encoding="utf-8")
    for name in names[1:]:
        assert f'href="{name}"' in overview
        assert f"→ {name}" in re.sub(r"</text>\s*<text[^>]*>", " ", overview)
    assert run("render", str(ARTICLE), "--split", "roots", "-f", "svg", "-o", "-").exit_code == 2


def test_a_map_on_pages_is_one_pdf_or_a_file_for_each(folder: Path) -> None:
    assert run("render", str(ARTICLE), "--page", "a4").stdout == "us-russia-after-9-11.pdf\n"
    names = run("render", str(ARTICLE), "--page", "letter", "-o", "us.svg").stdout.split()
    assert names == [f"us-{number}.svg" for number in range(1, len(names) + 1)]
    assert len(names) > 5
    short = ("--focus", "two-meanings", "--depth", "0")
    assert run("render", str(ARTICLE), "--page", "a4", *short, "-o", "one.png").stdout == "one.png\n"
    for arguments in (("-f", "dot"), ("--engine", "dot"), ("-f", "svg", "-o", "-")):
        result = run("render", str(ARTICLE), "--page", "a4", *arguments)
        assert (result.exit_code, result.stdout) == (2, "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--theme", "drk"), "theme has no `drk`; did you mean `dark`?"),
        (("--show", "label,txt"), "show has no `txt`; did you mean `text`?"),
        (("--wrap", "5"), "wrap is a whole number of points from 100 to 600, not 5"),
    ],
)
def test_a_wrong_setting_of_a_style_ends_with_the_nearest_word(
    folder: Path, arguments: tuple[str, ...], said: str
) -> None:
    result = run("render", str(ARTICLE), *arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"argmap: {said}\n")
    assert not list(folder.iterdir())


def test_a_style_by_options(folder: Path) -> None:
    wishes = ("--theme", "print", "--direction", "TB", "--no-key", "--show", "label", "--wrap", "120")
    assert run("render", str(ARTICLE), *wishes, "-o", "a.svg").exit_code == 0
    picture = (folder / "a.svg").read_text(encoding="utf-8")
    assert "KEY" not in picture
    assert "#0B5FA5" not in picture
    assert ">unless<" in picture
