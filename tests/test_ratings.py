"""What ratings suggest for the confidence in a statement."""

from __future__ import annotations

import re

import pytest
from checks.checking import messages, problems
from click.testing import CliRunner
from conftest import ROOT

import argmap
from argmap.cli import main
from argmap.ratings import SUGGESTED, suggested, with_suggested

SOURCES = {"A": 0.95, "B": 0.8, "C": 0.65, "D": 0.4, "E": 0.2}
REPORTS = (0.95, 0.8, 0.6, 0.35, 0.15)
HEAD = "sources: {a: {title: A, reliability: A}, d: {title: D, reliability: D}, n: {title: N}}\n"


def of(statement: str) -> float | None:
    m = argmap.loads(f"argmap: 1\ntitle: T\n{HEAD}claims: [{{claim: X, {statement}}}]\n")
    return suggested(m, m.statements[0])


SPEAKERS = "speakers: {Ann: {reliability: A}, Dan: {reliability: D}, Flo: {reliability: F}, Nob: somebody}\n"


def test_the_table_is_as_its_rule_says() -> None:
    for letter, source in SOURCES.items():
        for number, report in enumerate(REPORTS):
            assert SUGGESTED[letter][number] == pytest.approx((source + 2 * report) / 3, abs=0.026)
        assert SUGGESTED[letter][5] == source
        assert list(SUGGESTED[letter][:5]) == sorted(SUGGESTED[letter][:5], reverse=True)  # type: ignore[type-var]
    assert SUGGESTED["F"] == (*REPORTS, None)


def test_the_reference_shows_the_table() -> None:
    page = (ROOT / "docs" / "reference" / "sources.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `([A-F])` \|((?: [\d.]+ \|| none \|){6})$", page, re.MULTILINE))
    shown = {letter: tuple(row.strip(" |").split(" | ")) for letter, row in rows.items()}
    assert shown == {x: tuple("none" if v is None else f"{v:g}" for v in row) for x, row in SUGGESTED.items()}


@pytest.mark.parametrize(
    ("statement", "value"),
    [
        ("cite: {source: d, credibility: 4}", 0.35),
        ("cite: d", 0.4),
        ("cite: {source: n, credibility: 2}", 0.8),
        ("cite: n", None),
        ("cite: {source: n, credibility: 6}", None),
        ("cite: [{source: d, credibility: 4}, {source: a, credibility: 3}, n]", 0.7),
        ("note: cites nothing", None),
    ],
)
def test_what_citations_suggest(statement: str, value: float | None) -> None:
    assert of(statement) == value


@pytest.mark.parametrize(
    ("statement", "value"),
    [
        ("by: Dan", 0.4),
        ("by: Ann", 0.95),
        ("by: Flo", None),
        ("by: Nob", None),
        ("by: Somebody else", None),
        ("by: Dan, cite: a", 0.4),  # a report is no more reliable than the worse of the hands it went through
        ("by: Ann, cite: d", 0.4),
        ("by: Dan, cite: n", 0.4),
        ("by: Flo, cite: d", 0.4),
        ("by: Dan, cite: {source: a, credibility: 1}", 0.75),
        ("by: Ann, cite: {source: n, credibility: 4}", 0.55),
        ("by: Nob, cite: {source: d, credibility: 4}", 0.35),
        ("by: Dan, cite: [{source: a, credibility: 4}, {source: n, credibility: 2}]", 0.65),
    ],
)
def test_who_says_it_counts_like_the_source(statement: str, value: float | None) -> None:
    m = argmap.loads(f"argmap: 1\ntitle: T\n{HEAD}{SPEAKERS}claims: [{{claim: X, {statement}}}]\n")
    assert suggested(m, m.statements[0]) == value


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("by: Dan, confidence: 0.9", ["the ratings of its speaker suggest 0.4, not 0.9"]),
        ("by: Dan, confidence: 0.9, cite: a", ["the ratings of its speaker and what it cites suggest 0.4, not 0.9"]),
        ("by: Dan, confidence: 0.5", []),
        ("by: Dan", []),  # rated once for all that is said
        ("by: Nob, confidence: 0.9", []),
    ],
)
def test_a_confidence_far_from_the_rating_of_the_speaker_is_told(statement: str, told: list[str]) -> None:
    assert messages("confidence-off-ratings", f"{HEAD}{SPEAKERS}claims: [{{claim: X, {statement}}}]\n") == told


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("confidence: 0.9, cite: {source: d, credibility: 4}", ["the ratings of what it cites suggest 0.35, not 0.9"]),
        ("confidence: 0.15, cite: d", ["the ratings of what it cites suggest 0.4, not 0.15"]),
        ("confidence: 0.16, cite: d", []),
        ("cite: {source: d, credibility: 4}", ["what it cites is rated, which suggests a confidence of 0.35"]),
        ("cite: d", []),  # its source alone is rated, once for all that cite it
        ("confidence: 0.9, cite: n", []),
    ],
)
def test_a_confidence_far_from_the_ratings_is_told(statement: str, told: list[str]) -> None:
    text = f"{HEAD}claims: [{{claim: X, {statement}}}]\n"
    assert messages("confidence-off-ratings", text) == told
    assert {p.severity for p in problems("confidence-off-ratings", text)} <= {argmap.Severity.HINT}


def test_ratings_count_in_an_evaluation_only_on_request() -> None:
    text = (
        f"argmap: 1\ntitle: T\n{HEAD}claims: [{{claim: X, id: x, cite: d}}, {{claim: Y, confidence: 0.7, cite: a}}]\n"
    )
    m, number = with_suggested(argmap.loads(text))
    assert (number, [s.confidence for s in m.statements]) == (1, [0.4, 0.7])
    assert with_suggested(m) == (m, 0)
    plain = CliRunner().invoke(main, ["evaluate", "-", "-s", "df-quad", "--explain", "x"], input=text)
    rated = CliRunner().invoke(main, ["evaluate", "-", "-s", "df-quad", "--explain", "x", "--ratings"], input=text)
    assert "0.5" in plain.stdout
    assert "0.4" in rated.stdout
    assert rated.stderr.endswith("argmap: 1 statement has the confidence that ratings suggest\n")
    assert "ratings" not in plain.stderr
