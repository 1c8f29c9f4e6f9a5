"""`argmap table`: what it writes where, and how it ends when it is asked for what there is not."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import ROOT

from argmap.cli import main

ARTICLE = str(ROOT / "maps" / "us-russia-after-9-11.argmap.yaml")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ["table", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(text.removeprefix("\ufeff").splitlines(keepends=True)))


def test_a_file_holds_every_statement(folder: Path) -> None:
    result = run(ARTICLE, "-o", "a.csv")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "a.csv\n", "")
    with open(folder / "a.csv", encoding="utf-8-sig", newline="") as stream:
        found = list(csv.DictReader(stream))
    assert len(found) == 85
    assert found[0]["label"] == "One aim was not enough"


def test_the_ending_or_the_option_says_how() -> None:
    run(ARTICLE, "-o", "a.md")
    assert Path("a.md").read_text(encoding="utf-8") == run(ARTICLE, "-f", "markdown").stdout
    assert run(ARTICLE, "-o", "a.csv", "-f", "markdown").exit_code == 2


def test_a_part_and_chosen_columns() -> None:
    result = run(ARTICLE, "--focus", "no-wider-bond", "--depth", "1", "--columns", "label, greyed,more")
    assert result.stderr == "argmap: 10 of 85 statements are shown\n"
    found = rows(result.stdout)
    assert found[0] == {"label": "One aim was not enough", "greyed": "true", "more": "'+10 more"}
    only = rows(run(ARTICLE, "--only", "evidence", "--columns", "kind,depth,greyed").stdout)
    assert {row["kind"] for row in only if row["greyed"] == "false" and row["depth"] != "0"} == {"evidence"}


def test_what_becomes_of_each_statement() -> None:
    found = rows(run(ARTICLE, "--evaluate", "--columns", "id,status").stdout)
    assert {row["status"] for row in found} <= {"accepted", "rejected", "undecided"}
    by_step = rows(run(ARTICLE, "--of", "arguments", "--evaluate=df-quad", "--columns", "id,evaluated_strength").stdout)
    assert len(by_step) == 94
    assert all(0 <= float(row["evaluated_strength"]) <= 1 for row in by_step)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--columns", "lable"), "argmap: the table has no column `lable`; did you mean `label`?\n"),
        (("--focus", "on-aim"), "argmap: no statement or argument has the id `on-aim`; did you mean `one-aim`?\n"),
    ],
)
def test_what_there_is_not_is_told_on_a_line(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    result = run(ARTICLE, *arguments, "-o", "a.csv")
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", said)
    assert not list(folder.iterdir())
