"""What a map expects of evaluation is tested when it is checked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import argmap
from argmap.evaluate.expectations import UNMET, expectations
from argmap.problem import Severity
from argmap.reviews import review
from argmap.settings import Settings

TEXT = """\
argmap: 1
title: The ferry
claims:
  - claim: The ferry should stay
    id: stay
    because:
      - claim: The bridge is closed
        id: closed
    but:
      - claim: It loses money
        id: money
expect:
  accepted:
    - stay
    - closed
  rejected: [money]
"""
ONLY = Settings((UNMET,))


def told(text: str, settings: Settings = ONLY) -> list[tuple[int, int, str]]:
    m, problems = review(text.encode(), "map.yaml", settings)
    assert m is not None
    assert {p.code for p in problems} <= {UNMET}
    return [(p.span.line, p.span.column, p.message) for p in problems if p.span]


def test_each_that_is_not_met_is_told_where_it_stands() -> None:
    assert told(TEXT) == [
        (
            14,
            7,
            "`stay` is expected to be accepted; it is rejected as contested: the objection “It loses money” (1) "
            "weighs as much as what speaks for it, and nobody answers it",
        ),
        (16, 14, "`money` is expected to be rejected; it is accepted as given, since nothing speaks against it"),
    ]


def test_met_expectations_are_not_told() -> None:
    assert told(TEXT.replace("    - stay\n", "").replace("rejected: [money]", "rejected: [stay]")) == []


def test_it_can_be_switched_off_lowered_and_ignored() -> None:
    assert told(TEXT, Settings(("all",), ignore=("evaluation", "wording", "argument"))) == []
    _, problems = review(TEXT.encode(), None, ONLY._replace(severity={UNMET: "hint"}))
    assert {p.severity for p in problems} == {Severity.HINT}
    ignored = TEXT.replace("    - stay\n", f"    - stay    # argmap: ignore[{UNMET}]\n")
    assert [line for line, _, _ in told(ignored)] == [16]


def test_long_explanations_are_cut() -> None:
    text = TEXT.replace("It loses money", "It loses money " + "and more money " * 40)
    assert all(len(message) < 380 for _, _, message in told(text))
    assert told(text)[0][2].endswith("…")


def test_a_map_made_in_python_is_tested_too() -> None:
    m = argmap.loads(TEXT)
    assert [(e.statement, e.expected, e.found, e.is_met) for e in expectations(m)] == [
        ("stay", "accepted", "rejected", False),
        ("closed", "accepted", "accepted", True),
        ("money", "rejected", "accepted", False),
    ]


def test_the_place_is_no_part_of_a_map() -> None:
    assert argmap.loads(TEXT) == argmap.loads(TEXT.replace("\nclaims", "\n\nclaims"))


def test_who_expects_nothing_does_not_pay_for_evaluation(tmp_path: Path) -> None:
    code = (
        "import sys; from argmap.reviews import review; review(open(sys.argv[1], 'rb').read());"
        "print('argmap.evaluate.labelling' in sys.modules)"
    )
    for text, is_imported in ((TEXT[: TEXT.index("expect")], "False"), (TEXT, "True")):
        path = tmp_path / "map.yaml"
        path.write_text(text, encoding="utf-8")
        done = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == is_imported
