"""What reads but looks wrong."""

from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given
from strategies import shapes

import argmap
from argmap.checks import check
from argmap.model import Argument, ArgumentMap, Claim, Counterclaim, Direction, Evidence, Premise, Side
from argmap.problem import Problem, Severity, Span


def because(id: str, conclusion: str, *premises: str, direction: Direction = Direction.FOR) -> Argument:
    return Argument(id, tuple(map(Premise, premises)), conclusion, direction=direction)


def against(id: str, conclusion: str, *premises: str) -> Argument:
    return because(id, conclusion, *premises, direction=Direction.AGAINST)


def unless(id: str, target: str, *premises: str) -> Argument:
    return Argument(id, tuple(map(Premise, premises)), target=target, direction=Direction.UNDERCUTS)


def test_counterclaim_that_supports_the_thesis() -> None:
    place = Span(4, 9, 4, 20)
    m = ArgumentMap(
        "Moved", (Claim("t", "T"), Counterclaim("c", "C", span=place)), (because("s", "t", "c"),), file="moved.yaml"
    )
    assert check(m) == (
        Problem(
            code="side-mismatch",
            message="the counterclaim `c` helps the thesis where it stands",
            span=place,
            severity=Severity.WARNING,
            hint="write `claim`, or move it to where it opposes the thesis",
            file="moved.yaml",
        ),
    )


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ((against("1", "t", "c"),), []),
        ((because("1", "t", "c"),), ["side-mismatch"]),
        ((because("1", "t", "a"), unless("2", "1", "c")), []),
        ((against("1", "t", "a"), unless("2", "1", "c")), ["side-mismatch"]),
        ((against("1", "t", "a"), against("2", "a", "c")), ["side-mismatch"]),
        ((because("1", "t", "c"), against("2", "t", "c")), []),
        ((because("1", "t", "a"),), []),
    ],
    ids=["objection", "reason", "undercut", "undercut objection", "answer", "both sides", "root"],
)
def test_counterclaim_by_its_places(arguments: tuple[Argument, ...], expected: list[str]) -> None:
    m = ArgumentMap("Places", (Claim("t", "T"), Claim("a", "A"), Counterclaim("c", "C")), arguments)
    assert [p.code for p in check(m)] == expected


def test_claim_and_evidence_may_stand_on_either_side() -> None:
    statements = (Claim("t", "T"), Claim("a", "A"), Evidence("e", "E"))
    assert check(ArgumentMap("Sides", statements, (against("1", "t", "a"), against("2", "a", "e")))) == ()


def test_circle_of_support() -> None:
    place = Span(3, 1, 3, 2)
    statements = (Claim("t", "T"), Claim("a", "A", span=place), Claim("b", "B"), Claim("c", "C"))
    steps = (because("1", "t", "a"), because("2", "a", "b"), because("3", "b", "c"), because("4", "c", "a"))
    (problem,) = check(ArgumentMap("Circle", statements, steps, file="circle.yaml"))
    assert problem == Problem(
        code="support-cycle",
        message="these statements rest on each other in a circle: a ⇐ b ⇐ c ⇐ a",
        span=place,
        severity=Severity.WARNING,
        hint="give one of them a reason from outside, or take one step out",
        file="circle.yaml",
    )


def test_circle_through_an_objection_is_an_argument_like_any_other() -> None:
    statements = (Claim("t", "T"), Claim("a", "A"), Claim("b", "B"))
    assert check(ArgumentMap("Clash", statements, (against("1", "a", "b"), against("2", "b", "a")))) == ()


def test_each_circle_is_told() -> None:
    statements = tuple(Claim(i, i.upper()) for i in "tabcd")
    pairs = [("a", "b"), ("b", "a"), ("c", "d"), ("d", "c")]
    m = ArgumentMap("Two", statements, [because(f"{x}{y}", x, y) for x, y in pairs])
    assert [p.message.partition(": ")[2] for p in check(m)] == ["a ⇐ b ⇐ a", "c ⇐ d ⇐ c"]


def test_problems_come_in_the_order_of_the_lines() -> None:
    m = argmap.loads(
        dedent("""
        argmap: 1
        title: Both
        claims:
          - claim: Thesis
            because:
              - claim: One
                id: one
                because: {ref: two}
          - claim: Two
            id: two
            because:
              - ref: one
              - counterclaim: Three
        """).lstrip("\n"),
        "both.yaml",
    )
    assert [(p.file, p.span and p.span.line, p.code) for p in check(m)] == [
        ("both.yaml", 6, "support-cycle"),
        ("both.yaml", 13, "side-mismatch"),
    ]


@given(shapes())
def test_checks_tell_what_the_map_answers(m: ArgumentMap) -> None:
    found = check(m)
    mismatched = {s.id for s in m.statements if s.kind == "counterclaim" and m.sides(s.id) == {Side.FOR}}
    told = [p.message.split("`")[1] for p in found if p.code == "side-mismatch"]
    assert sorted(told) == sorted(mismatched)
    assert sum(p.code == "support-cycle" for p in found) == len(m.cycles(support_only=True))
    assert all(p.severity is Severity.WARNING and p.hint for p in found)


def test_a_long_ring_is_told_in_short() -> None:
    n = 1000
    ring = tuple(Argument(f"a{i}", (Premise(f"s{(i + 1) % n}"),), f"s{i}") for i in range(n))
    (problem,) = check(ArgumentMap("T", tuple(Claim(f"s{i}", f"S {i}") for i in range(n)), ring))
    assert problem.message.endswith("s0 ⇐ s1 ⇐ s2 ⇐ s3 ⇐ s4 ⇐ s5 ⇐ s6 ⇐ … (993 more) ⇐ s0")
