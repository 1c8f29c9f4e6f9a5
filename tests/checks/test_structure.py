"""Doubts about the shape of a map."""

from __future__ import annotations

import pytest
from checks.checking import lines, messages, problems
from hypothesis import given
from strategies import shapes

from argmap.model import Argument, ArgumentMap, Claim, Direction, Premise
from argmap.problem import Problem, Severity, Span


def because(id: str, conclusion: str, *premises: str) -> Argument:
    return Argument(id, tuple(map(Premise, premises)), conclusion)


def test_circle_of_support() -> None:
    place = Span(3, 1, 3, 2)
    statements = (Claim("t", "T"), Claim("a", "A", span=place), Claim("b", "B"), Claim("c", "C"))
    steps = (because("1", "t", "a"), because("2", "a", "b"), because("3", "b", "c"), because("4", "c", "a"))
    (problem,) = problems("support-cycle", ArgumentMap("Circle", statements, steps, file="circle.yaml"))
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
    steps = [
        Argument(i, (Premise(p),), c, direction=Direction.AGAINST) for i, c, p in (("1", "a", "b"), ("2", "b", "a"))
    ]
    assert not problems("support-cycle", ArgumentMap("Clash", statements, steps))


def test_each_circle_is_told() -> None:
    statements = tuple(Claim(i, i.upper()) for i in "tabcd")
    pairs = [("a", "b"), ("b", "a"), ("c", "d"), ("d", "c")]
    m = ArgumentMap("Two", statements, [because(f"{x}{y}", x, y) for x, y in pairs])
    assert [t.partition(": ")[2] for t in messages("support-cycle", m)] == ["a ⇐ b ⇐ a", "c ⇐ d ⇐ c"]


def test_a_long_ring_is_told_in_short() -> None:
    n = 1000
    ring = [because(f"a{i}", f"s{i}", f"s{(i + 1) % n}") for i in range(n)]
    (told,) = messages("support-cycle", ArgumentMap("T", [Claim(f"s{i}", f"S {i}") for i in range(n)], ring))
    assert told.endswith("s0 ⇐ s1 ⇐ s2 ⇐ s3 ⇐ s4 ⇐ s5 ⇐ s6 ⇐ … (993 more) ⇐ s0")


@given(shapes())
def test_circles_are_those_of_the_map(m: ArgumentMap) -> None:
    assert len(messages("support-cycle", m)) == len(m.cycles(support_only=True))


APART = """
claims:
  - claim: Thesis
    id: t
    because:
      - claim: Shared
        id: shared
  - claim: Other
    id: other
    {}
{}
"""


@pytest.mark.parametrize(
    ("link", "below", "told"),
    [
        ("by: somebody", "", [7]),
        ("because: {ref: shared}", "", []),
        ("but: {ref: shared}", "", []),
        ("because: {claim: New, unless: {ref: shared}}", "", []),
        ("because: {claim: New, unless: {claim: Newer}}", "", [7]),
        ("by: somebody", "issues: [{positions: [t, other]}]", []),
        ("by: somebody", "issues: [{positions: [shared, other]}]", []),
    ],
)
def test_apart_from_the_thesis(link: str, below: str, told: list[int]) -> None:
    assert lines("apart-from-thesis", APART.format(link, below)) == told


def test_connections_of_a_long_chain_are_found() -> None:
    n = 50_000
    chain = [because(f"a{i}", f"s{i}", f"s{i + 1}") for i in range(n)]
    assert not messages("apart-from-thesis", ArgumentMap("T", [Claim(f"s{i}", f"S {i}") for i in range(n + 1)], chain))


@pytest.mark.parametrize(
    ("map", "told"),
    [
        ("claims: [{claim: T}]", []),
        ("claims: [{claim: T, because: [{claim: A}]}]", []),
        ("claims: [{claim: T, but: [{claim: A}]}]", [1]),
        ("claims: [{claim: T}, {claim: A, because: [{claim: B}]}]", [1]),
        ("thesis: a\nclaims: [{claim: T}, {claim: A, id: a, because: [{claim: B}]}]", []),
    ],
)
def test_thesis_without_support(map: str, told: list[int]) -> None:
    assert lines("thesis-without-support", map) == told


@pytest.mark.parametrize(
    ("item", "is_told"),
    [
        ("{all: [{claim: A}]}", True),
        ("{all: [{ref: r}]}", False),  # on one line a reference in a group cannot be told from one without
        ("\n      all:\n        - ref: r", True),
        ("\n      all:\n        - A", True),
        ("{all: [{claim: A}, {claim: B}]}", False),
        ("{all: []}", False),
        ("{claim: A}", False),
        ("{ref: r}", False),
        ("\n      ref: r\n      unless: Not so", False),
        ("A", False),
        ("{all: [{claim: A}], by: somebody}", False),
        ("{all: [{claim: A}], note: N}", False),
    ],
)
def test_group_of_one(item: str, is_told: bool) -> None:
    text = f"claims:\n  - claim: T\n    because: {item}\n  - claim: R\n    id: r\n"
    assert len(lines("group-of-one", text)) == is_told


@pytest.mark.parametrize(
    ("items", "count"),
    [
        ("because: [{ref: r}, {ref: q}]", 0),
        ("because: [{ref: r}, {ref: r}]", 1),
        ("because: [{ref: r}, {ref: r}, {ref: r}]", 2),
        ("because: {all: [{ref: r}, {ref: r}]}", 1),
        ("because: [{all: [{ref: r}, {ref: q}]}, {all: [{ref: q}, {ref: r}]}]", 1),
        ("because: [{ref: r}, {all: [{ref: q}, {ref: r}]}]", 0),
        ("because: {ref: r}, but: {ref: r}", 0),
        ("because: [{claim: A, unless: [{ref: r}, {ref: r}]}]", 1),
        ("because: [{claim: A, unless: {ref: r}}, {claim: B, unless: {ref: r}}]", 0),
        ("because: [{all: []}, {all: []}]", 0),
    ],
)
def test_repeated_premise(items: str, count: int) -> None:
    text = f"claims:\n  - {{claim: T, {items}}}\n  - {{claim: R, id: r}}\n  - {{claim: Q, id: q}}\n"
    assert len(messages("repeated-premise", text)) == count


def test_a_long_list_of_premises_is_told_in_short() -> None:
    names = [f"s{i}" for i in range(30)]
    m = ArgumentMap("T", [Claim(n, n) for n in ["t", *names]], [because("1", "t", *names), because("2", "t", *names)])
    (told,) = messages("repeated-premise", m)
    assert "(23 more)" in told


@pytest.mark.parametrize(
    ("items", "count"),
    [
        ("because: {ref: r}, but: {ref: r}", 1),
        ("because: {ref: r}, but: {ref: q}", 0),
        ("because: {ref: r}, but: {all: [{ref: r}, {ref: q}]}", 0),
    ],
)
def test_supports_and_attacks(items: str, count: int) -> None:
    text = f"claims:\n  - {{claim: T, {items}}}\n  - {{claim: R, id: r}}\n  - {{claim: Q, id: q}}\n"
    assert len(messages("supports-and-attacks", text)) == count


def test_deep_place_is_told_once_where_it_begins() -> None:
    n = 6
    chain = [because(f"a{i}", f"s{i}", f"s{i + 1}") for i in range(n)]
    m = ArgumentMap("T", [Claim(f"s{i}", f"S {i}") for i in range(n + 1)], chain)
    assert messages("deep-place", m, depth=3) == ["`s4` stands 4 steps below its root; more than 3 are hard to follow"]
    assert not messages("deep-place", m, depth=6)


def test_wide_places() -> None:
    names = [f"s{i}" for i in range(4)]
    m = ArgumentMap(
        "T",
        [Claim(n, n) for n in ["t", *names]],
        [*(because(n + n, "t", n) for n in names), because("g", "s0", *names[1:])],
    )
    assert messages("wide-place", m, width=3) == ["4 arguments bear on `t`; more than 3 are hard to take in"]
    assert messages("wide-place", m, width=2)[1] == "`g` has 3 premises; more than 2 are hard to take in"
