"""Doubts about the reasoning."""

from __future__ import annotations

import pytest
from checks.checking import lines, messages, problems
from hypothesis import given
from strategies import shapes

from argmap.model import Argument, ArgumentMap, Claim, Counterclaim, Direction, Premise, Side
from argmap.problem import Problem, Severity, Span

# ---- unanswered-counterclaim

ATTACKED = """
sources: {{a: {{title: A}}}}
claims:
  - claim: Thesis
    id: t
    because: Reason
    but:
      - claim: Objection
        id: o
        {}
  - counterclaim: Rival
    id: r
{}
"""


@pytest.mark.parametrize(
    ("said", "below", "told"),
    [
        ("label: L", "", []),
        ("by: somebody", "", [7]),
        ("cite: a", "", [7]),
        ("because: Fact", "", [7]),
        ("because: {claim: Fact, but: Wrong}", "", []),
        ("because: {claim: Fact, unless: Wrong}", "", []),
        ("because: {claim: Fact, because: {claim: Deeper, but: Wrong}}", "", []),
        ("{by: x, but: Wrong}", "", []),
        ("by: somebody\n        unless: Irrelevant", "", []),
        ("by: somebody\n        assume: rejected", "", []),
        ("by: somebody", "issues: [{positions: [o, r]}]", []),
    ],
)
def test_unanswered(said: str, below: str, told: list[int]) -> None:
    said = said.strip("{}").replace(", but", "\n        but") if said.startswith("{") else said
    assert lines("unanswered-counterclaim", ATTACKED.format(said, below)) == told


def test_an_answer_to_an_objection_is_no_counterclaim() -> None:
    text = "claims: [{claim: T, but: [{claim: O, but: [{claim: Answer, by: x}]}]}]\n"
    assert not messages("unanswered-counterclaim", text)


def test_an_objection_used_on_both_sides_is_not_told() -> None:
    text = "claims: [{claim: T, because: {ref: o}, but: {claim: O, id: o, by: x}}]\n"
    assert not messages("unanswered-counterclaim", text)


def test_an_attack_that_rests_on_itself_ends() -> None:
    text = "claims: [{claim: T, but: {claim: O, id: o, because: {claim: P, because: {ref: o}}}}]\n"
    assert messages("unanswered-counterclaim", text) == ["nobody answers the counterclaim `o`"]


# ---- unsupported-claim


def resting(cited: int, bare: int, head: str = "", more: str = "") -> str:
    items = [f"{{claim: Cited {n}, cite: a}}" for n in range(cited)] + [
        f"{{claim: Bare {n}{more}}}" for n in range(bare)
    ]
    return f"{head}sources: {{a: {{title: A}}}}\nclaims:\n  - claim: T\n    because: [{', '.join(items)}]\n"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (resting(0, 3), 0),
        (resting(1, 1), 0),
        (resting(2, 1), 1),
        (resting(3, 2), 0),
        (resting(6, 3), 3),
        (resting(0, 3, "given: evidence\n"), 3),
        (resting(0, 3, "given: none\n"), 3),
        (resting(2, 1, more=", implicit: true"), 0),
        (resting(2, 1, more=", assume: accepted"), 0),
        (resting(2, 1, more=", url: 'https://example.org'"), 0),
        (resting(2, 1, more=", because: {claim: Deeper, cite: a}"), 0),
        (resting(2, 1, more=", but: {claim: Deeper, cite: a}"), 1),
        (resting(3, 0, more="").replace("Cited 0, cite: a", "Cited 0, cite: a, unless: {claim: Perhaps}"), 0),
    ],
)
def test_a_claim_that_rests_on_nothing_where_others_do_not(text: str, count: int) -> None:
    assert len(messages("unsupported-claim", text)) == count


def test_a_thesis_by_itself_is_not_told() -> None:
    assert not messages("unsupported-claim", "given: none\nclaims: [{claim: T}]\n")


# ---- evidence


@pytest.mark.parametrize(
    ("more", "count"), [("", 1), (", cite: a", 0), (", url: 'https://example.org'", 0), (", by: x", 1)]
)
def test_uncited_evidence(more: str, count: int) -> None:
    text = f"sources: {{a: {{title: A}}}}\nclaims: [{{claim: T, because: {{evidence: E{more}}}}}]\n"
    assert len(messages("uncited-evidence", text)) == count


@pytest.mark.parametrize(
    ("own", "attack", "count"),
    [
        ("cite: a", "claim: O, cite: a", 1),
        ("cite: a", "claim: O, cite: b", 0),
        ("cite: [a, b]", "claim: O, cite: b", 1),
        ("cite: a", "all: [{claim: O}, {claim: P, cite: a}]", 1),
        ("url: 'https://example.org'", "claim: O, cite: b", 0),
    ],
)
def test_source_against_itself(own: str, attack: str, count: int) -> None:
    head = "sources: {a: {title: A}, b: {title: B}}\n"
    text = f"{head}claims: [{{claim: T, because: {{evidence: E, {own}, but: {{{attack}}}}}}}]\n"
    assert len(messages("source-against-itself", text)) == count


# ---- what is said twice, or on one side


@pytest.mark.parametrize(
    ("reason", "but", "count"),
    [
        ("claim: A, unless: {claim: Same}", "{claim: same!}", 1),
        ("claim: A, unless: {claim: Same}", "{claim: Other}", 0),
        ("claim: A, unless: {ref: o}", "{claim: Other, id: o}", 1),
        ("claim: A, unless: {claim: Same}, but: {claim: Same}", "{claim: Other}", 1),
        ("claim: A, unless: {claim: B, unless: {claim: Same}}", "{claim: Same}", 0),
    ],
)
def test_unless_repeats_but(reason: str, but: str, count: int) -> None:
    assert len(messages("unless-repeats-but", f"claims: [{{claim: T, because: {{{reason}}}, but: {but}}}]\n")) == count


@pytest.mark.parametrize(
    ("because", "count"),
    [
        ("{claim: A, implicit: true}", 1),
        ("[{claim: A, implicit: true}, {claim: B, implicit: true}]", 1),
        ("[{claim: A, implicit: true}, {claim: B}]", 0),
        ("{all: [{claim: A, implicit: true}, {claim: B}]}", 0),
        ("{all: []}", 0),
    ],
)
def test_implicit_premises_alone(because: str, count: int) -> None:
    assert len(messages("implicit-alone", f"claims: [{{claim: T, because: {because}}}]\n")) == count


@pytest.mark.parametrize(
    ("reason", "objection", "told"),
    [
        ("{claim: A, strength: 0.5}", "{claim: B}", ["reasons"]),
        ("{claim: A}", "{claim: B, strength: 0.5}", ["objections"]),
        ("{claim: A, strength: 0.5}", "{claim: B, strength: 1}", []),
        ("[{claim: A, strength: 0.5}, {claim: C}]", "{claim: B}", ["reasons"]),
        ("{claim: A}", "{claim: B}", []),
        ("{claim: A, strength: 0.5}", "[{claim: B}, {claim: C, strength: 0.2}]", []),
    ],
)
def test_strength_on_one_side(reason: str, objection: str, told: list[str]) -> None:
    text = f"claims: [{{claim: T, id: t, because: {reason}, but: {objection}}}]\n"
    assert [m.split()[1] for m in messages("strength-on-one-side", text)] == told


@pytest.mark.parametrize(
    ("step", "count"),
    [("but: {ref: b}", 1), ("because: {ref: b}", 0), ("but: {all: [{ref: b}, {claim: C}]}", 0), ("but: {ref: c}", 0)],
)
def test_rivals_attack(step: str, count: int) -> None:
    claims = f"{{claim: A, id: a, {step}}}, {{claim: B, id: b}}, {{claim: D, id: c}}"
    text = f"claims: [{claims}]\nissues: [{{positions: [a, b]}}]\n"
    assert len(messages("rivals-attack", text)) == count


# ---- side-mismatch


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
    assert problems("side-mismatch", m) == (
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
        ((against("1", "t", "c"),), 0),
        ((because("1", "t", "c"),), 1),
        ((because("1", "t", "a"), unless("2", "1", "c")), 0),
        ((against("1", "t", "a"), unless("2", "1", "c")), 1),
        ((against("1", "t", "a"), against("2", "a", "c")), 1),
        ((because("1", "t", "c"), against("2", "t", "c")), 0),
        ((because("1", "t", "a"),), 0),
    ],
    ids=["objection", "reason", "undercut", "undercut objection", "answer", "both sides", "root"],
)
def test_counterclaim_by_its_places(arguments: tuple[Argument, ...], expected: int) -> None:
    m = ArgumentMap("Places", (Claim("t", "T"), Claim("a", "A"), Counterclaim("c", "C")), arguments)
    assert len(problems("side-mismatch", m)) == expected


@given(shapes())
def test_mismatches_are_those_of_the_map(m: ArgumentMap) -> None:
    mismatched = {s.id for s in m.statements if s.kind == "counterclaim" and m.sides(s.id) == {Side.FOR}}
    assert sorted(t.split("`")[1] for t in messages("side-mismatch", m)) == sorted(mismatched)
