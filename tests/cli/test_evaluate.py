"""`argmap evaluate`: the report, what is supposed, and how it ends."""

from __future__ import annotations

import json
import random
import re
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import ROOT

from argmap.cli import main
from argmap.evaluate import clauses

ARTICLE = str(ROOT / "maps" / "us-russia-after-9-11.argmap.yaml")
TEXT = """\
argmap: 1
title: The ferry
claims:
  - claim: The ferry should stay
    id: stay
    because:
      - claim: The bridge is closed
        id: closed
        argument: no-other-way
    but:
      - claim: It loses money
        id: money
"""
WARNED = "argmap: <stdin> has warnings; `argmap check` shows them\n"
UNMET = TEXT + "expect:\n  accepted: [stay]\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("map.yaml").write_text(TEXT, encoding="utf-8")
    Path("unmet.yaml").write_text(UNMET, encoding="utf-8")
    return tmp_path


def run(*arguments: str, stdin: str | None = None) -> Result:
    result = CliRunner().invoke(main, ["evaluate", *arguments], input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_the_article_s_thesis_stands() -> None:
    result = run(ARTICLE)
    assert (result.exit_code, result.stderr) == (0, "")
    golden = ROOT / "tests" / "report" / "golden" / "evaluation" / "us-russia-after-9-11.txt"
    assert result.stdout == golden.read_text(encoding="utf-8")


def test_the_standard_input() -> None:
    assert run("-", stdin=TEXT).stdout == run("map.yaml").stdout


def test_a_map_that_is_none() -> None:
    result = run("-", stdin=TEXT.replace("because", "becuase"))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "error[unknown-field]" in result.stderr
    assert run("nowhere.yaml").exit_code == 2


def test_what_is_expected_and_not_found_ends_with_1() -> None:
    result = run("unmet.yaml")
    assert result.exit_code == 1
    assert result.stderr == "argmap: 1 of 1 expectations not met\n"
    said = " ".join(result.stdout.split())
    assert "Not met: “The ferry should stay” is expected to be accepted; it is rejected as contested: the obj" in said
    result = run("unmet.yaml", "-f", "json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["expectations"] == [
        {"statement": "stay", "expected": "accepted", "found": "rejected", "met": False}
    ]
    assert run("unmet.yaml", "--without", "money").exit_code == 0


def test_explanations_stand_alone() -> None:
    result = run("map.yaml", "--explain", "stay", "--explain", "no-other-way", "--depth", "0")
    assert result.stdout == (
        "“The ferry should stay”: rejected as contested: the objection “It loses money” (1) weighs as much as\n"
        "  what speaks for it, and nobody answers it.\n"
        "\n"
        "The step from “The bridge is closed” to “The ferry should stay” stands.\n"
    )
    assert run("map.yaml", "--explain", "stay").stdout.endswith(
        "  - “It loses money” is given, since nothing speaks against it.\n"
    )


def test_what_is_supposed() -> None:
    status = {
        arguments: json.loads(run("map.yaml", "-f", "json", *arguments).stdout)["statements"]["stay"]["status"]
        for arguments in (
            (),
            ("--without", "money"),
            ("--without", "no-other-way"),
            ("--assume", "money=rejected"),
            ("--assume", "money=undecided"),
            ("--assume", "stay=accepted", "--without", "money"),
        )
    }
    assert list(status.values()) == ["rejected", "accepted", "rejected", "accepted", "undecided", "accepted"]


def test_what_if_adds_the_table() -> None:
    assert "without each statement" not in run("map.yaml").stdout
    assert "  * accepted        money  “It loses money”\n" in run("map.yaml", "--what-if").stdout
    assert len(json.loads(run("map.yaml", "-f", "json").stdout)["load_bearing"]) == 2
    assert len(json.loads(run("map.yaml", "-f", "json", "--what-if").stdout)["load_bearing"]) == 4


def test_the_report_goes_into_a_file(tmp_path: Path) -> None:
    output = tmp_path / "found.json"
    result = run("map.yaml", "-o", str(output))
    assert (result.exit_code, result.stdout) == (0, f"{output}\n")
    assert output.read_text(encoding="utf-8") == run("map.yaml", "-f", "json").stdout


def test_what_changes_nothing_is_told() -> None:
    assert run("map.yaml", "--depth", "4").stderr == "argmap: --depth changes nothing without --explain\n"
    assert "--what-if changes nothing beside" in run("map.yaml", "--explain", "money", "--what-if").stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--explain", "mony"), "mony is no statement or step of the map; did you mean money?"),
        (("--without", "x"), "x is no statement or step of the map; `argmap table` lists them."),
        (("--assume", "no-other-way=accepted"), "no-other-way is no statement of the map"),
        (("--assume", "money"), "--assume is written ID=accepted, ID=rejected or ID=undecided, not money."),
        (("--assume", "money=true"), "ID=undecided, not money=true."),
        (("--assume", "money=accepted", "--assume", "money=rejected"), "says that money is accepted and that it is"),
        (("--assume", "money=accepted", "--without", "money"), "`money` cannot be accepted and left out"),
        (("--semantics", "sitting"), "'sitting' is not one of 'standing', 'carneades'"),
        (("--depth", "-1"), "-1 is not in the range"),
    ],
)
def test_wrong_use(arguments: tuple[str, ...], said: str) -> None:
    result = run("map.yaml", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_the_strict_semantics() -> None:
    assert "Evaluated under the semantics carneades (given: leaves)." in run("map.yaml", "-s", "carneades").stdout


def tangle(key: str = "") -> str:
    """A map of 60 claims that attack each other, or fall all to one more."""
    choose = random.Random(7)
    names = [f"x{n}" for n in range(60)]
    items = {x: [y for y in choose.sample(names, 4) if y != x] + [key] * bool(key) for x in names}
    claims = "".join(
        f"  - claim: The claim {x}\n    id: {x}\n    but:\n{''.join(f'      - ref: {y}{chr(10)}' for y in refs)}"
        for x, refs in items.items()
    )
    last = f"  - claim: The key\n    id: {key}\n" if key else ""
    return f"argmap: 1\ntitle: A tangle\nclaims:\n{claims}{last}"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing hard is solved."""
    monkeypatch.setattr(clauses, "WORK", 50)
    monkeypatch.setitem(sys.modules, "pysat.solvers", None)


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("semantics", ["preferred", "stable", "complete", "ideal"])
def test_a_map_too_hard_to_search(semantics: str) -> None:
    result = run("-", "-s", semantics, stdin=tangle())
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.replace(WARNED, "").splitlines()
    assert re.fullmatch(r"argmap: .* too much without a SAT solver: `pip install .*`", line)


@pytest.mark.usefixtures("impatient")
def test_a_map_that_is_too_hard_without_one_of_its_statements() -> None:
    result = run("-", "-s", "preferred", stdin=tangle("key"))
    assert (result.exit_code, result.stderr) == (0, WARNED)
    assert "The thesis does not stand." in result.stdout
    assert "The map is large, or hard to search; --what-if looks for this." in result.stdout
    asked = run("-", "-s", "preferred", "--what-if", stdin=tangle("key"))
    assert (asked.exit_code, asked.stdout) == (2, "")
    assert "too much without a SAT solver" in asked.stderr
