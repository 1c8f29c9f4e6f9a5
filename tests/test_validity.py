"""Every reason why parts are not a map is told, all of them at once, and nothing else is refused."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from strategies import graphs

from argmap.model import Argument, ArgumentMap, Citation, Claim, Direction, Issue, Premise, Source
from argmap.problem import MapError, Problem, Severity, Span
from argmap.validity import faults

A, B, C = Claim("a", "A"), Claim("b", "B"), Claim("c", "C")
STEP = Argument("step", (Premise("b"),), "a")


def problems(**parts: Any) -> tuple[Problem, ...]:
    """Why parts that are added to three statements and a step are no map."""
    whole = {"title": "A map", "statements": (A, B, C), "arguments": (STEP,), **parts}
    with pytest.raises(MapError) as caught:
        ArgumentMap(**whole)
    return caught.value.problems


def told(**parts: Any) -> list[tuple[str, str]]:
    return [(p.code, p.message) for p in problems(**parts)]


def undercutter(id: str, target: str | None, *premises: str, **about: Any) -> Argument:
    return Argument(id, tuple(map(Premise, premises)), target=target, direction=Direction.UNDERCUTS, **about)


STATEMENTS = {
    "no text": (Claim("x", " \n"), "empty-text", "the statement x has no text"),
    "no id": (Claim("", "X"), "bad-name", "a statement or an argument has an empty id"),
    "id of another": (Claim("a", "X"), "duplicate-id", "the id a is given twice"),
    "id of a step": (Claim("step", "X"), "duplicate-id", "the id step is given twice"),
    "confidence": (Claim("x", "X", confidence=1.5), "bad-number", "the confidence of x is not from 0 to 1"),
    "negative": (Claim("x", "X", confidence=-0.1), "bad-number", "the confidence of x is not from 0 to 1"),
    "no number": (Claim("x", "X", confidence=float("nan")), "bad-number", "the confidence of x is not from 0 to 1"),
    "assume": (
        Claim("x", "X", assume="true"),
        "bad-choice",
        "assume of x is true, not one of accepted, rejected, undecided",
    ),
    "standard": (
        Claim("x", "X", standard="high"),
        "bad-choice",
        "standard of x is high, not one of preponderance, clear-and-convincing, beyond-reasonable-doubt",
    ),
    "source": (Claim("x", "X", citations=(Citation("k"),)), "unknown-source", "x cites k, which is no source"),
}


@pytest.mark.parametrize(("statement", "code", "message"), STATEMENTS.values(), ids=STATEMENTS)
def test_bad_statement(statement: Claim, code: str, message: str) -> None:
    assert told(statements=(A, B, C, statement)) == [(code, message)]


ARGUMENTS = {
    "unknown conclusion": (
        Argument("x", (Premise("b"),), "d"),
        "unknown-reference",
        "the argument x names d, which is no statement",
    ),
    "unknown premise": (
        Argument("x", (Premise("b"), Premise("d")), "a"),
        "unknown-reference",
        "the argument x names d, which is no statement",
    ),
    "step as premise": (
        Argument("x", (Premise("step"),), "a"),
        "unknown-reference",
        "the argument x names step, which is no statement",
    ),
    "unknown target": (undercutter("x", "y"), "unknown-reference", "x undercuts y, which is no other argument"),
    "statement as target": (undercutter("x", "a"), "unknown-reference", "x undercuts a, which is no other argument"),
    "itself as target": (undercutter("x", "x"), "unknown-reference", "x undercuts x, which is no other argument"),
    "own premise": (
        Argument("x", (Premise("b"), Premise("a")), "a"),
        "own-premise",
        "a is its own premise in x",
    ),
    "own premise against": (
        Argument("x", (Premise("a"),), "a", direction=Direction.AGAINST),
        "own-premise",
        "a is its own premise in x",
    ),
    "neither end": (Argument("x", ()), "bad-direction", "x needs a conclusion, or a target when it undercuts"),
    "both ends": (
        undercutter("x", "step", conclusion="a"),
        "bad-direction",
        "x needs a conclusion, or a target when it undercuts",
    ),
    "undercuts a statement": (
        Argument("x", (), "a", direction=Direction.UNDERCUTS),
        "bad-direction",
        "x needs a conclusion, or a target when it undercuts",
    ),
    "speaks for a step": (
        Argument("x", (), target="step"),
        "bad-direction",
        "x needs a conclusion, or a target when it undercuts",
    ),
    "strength": (Argument("x", (), "a", strength=2), "bad-number", "the strength of x is not from 0 to 1"),
    "weigh": (
        Argument("x", (), "a", weigh="heavy"),
        "bad-choice",
        "weigh of x is heavy, not one of linked, convergent, cumulative, factorized",
    ),
    "no id": (Argument("", (), "a"), "bad-name", "a statement or an argument has an empty id"),
    "id of a step": (Argument("step", (), "a"), "duplicate-id", "the id step is given twice"),
    "id of a statement": (Argument("a", (), "b"), "duplicate-id", "the id a is given twice"),
    "source": (
        Argument("x", (), "a", citations=(Citation("k"),)),
        "unknown-source",
        "x cites k, which is no source",
    ),
}


@pytest.mark.parametrize(("argument", "code", "message"), ARGUMENTS.values(), ids=ARGUMENTS)
def test_bad_argument(argument: Argument, code: str, message: str) -> None:
    assert told(arguments=(STEP, argument)) == [(code, message)]


PARTS = {
    "top": ({"top": ("a", "x")}, "unknown-reference", "the top names x, which is no statement"),
    "thesis": ({"thesis": "step"}, "unknown-reference", "the thesis names step, which is no statement"),
    "expected": ({"expect": {"accepted": ("x",)}}, "unknown-reference", "expect names x, which is no statement"),
    "expectation": (
        {"expect": {"acepted": ("a",)}},
        "bad-choice",
        "expect has acepted, not one of accepted, rejected, undecided",
    ),
    "given": ({"given": "all"}, "bad-choice", "given of the map is all, not one of leaves, evidence, none"),
    "reliability": (
        {"sources": (Source("s", (("reliability", "G"),)),)},
        "bad-choice",
        "reliability of the source s is G, not one of A, B, C, D, E, F",
    ),
    "credibility": (
        {
            "sources": (Source("s"),),
            "statements": (A, B, C, Claim("x", "X", citations=(Citation("s", credibility="0"),))),
        },
        "bad-choice",
        "credibility of a citation of x is 0, not one of 1, 2, 3, 4, 5, 6",
    ),
    "position": ({"issues": (Issue(("a", "x")),)}, "unknown-reference", "an issue names x, which is no statement"),
    "one position": ({"issues": (Issue(("a",)),)}, "too-few-positions", "an issue needs two different positions"),
    "no position": ({"issues": (Issue(()),)}, "too-few-positions", "an issue needs two different positions"),
    "position of two": (
        {"issues": (Issue(("a", "b")), Issue(("c", "b")))},
        "position-twice",
        "b is a position of two issues",
    ),
    "position twice": (
        {"issues": (Issue(("a", "b", "a")),)},
        "position-twice",
        "a is a position twice in one issue",
    ),
    "standard of an issue": (
        {"issues": (Issue(("a", "b"), standard="high"),)},
        "bad-choice",
        "standard of an issue is high, not one of preponderance, clear-and-convincing, beyond-reasonable-doubt",
    ),
    "source twice": ({"sources": (Source("k"), Source("k"))}, "duplicate-id", "the source k is given twice"),
}


@pytest.mark.parametrize(("parts", "code", "message"), PARTS.values(), ids=PARTS)
def test_bad_part_of_the_map(parts: dict[str, Any], code: str, message: str) -> None:
    assert told(**parts) == [(code, message)]


@pytest.mark.parametrize("order", [1, -1])
def test_undercutters_that_break_only_each_other_reach_no_statement(order: int) -> None:
    ring = (undercutter("u1", "u3", "b"), undercutter("u2", "u1"), undercutter("u3", "u2"))
    beside = (undercutter("v", "u2", "c"), undercutter("fine", "step"), undercutter("finer", "fine"))
    found = problems(arguments=(STEP, *ring, *beside)[::order])
    assert [p.code for p in found] == ["undercut-circle"]
    before, _, names = found[0].message.partition(": ")
    assert before == "undercutters that break only each other reach no statement"
    assert sorted(names.split(", ")) == ["u1", "u2", "u3"]


def test_each_circle_of_undercutters_is_told_once() -> None:
    pairs = [("u1", "u2"), ("u2", "u1"), ("v1", "v2"), ("v2", "v1"), ("w", "w")]
    found = told(arguments=[STEP, *(undercutter(one, other) for one, other in pairs)])
    assert found == [
        ("unknown-reference", "w undercuts w, which is no other argument"),
        ("undercut-circle", "undercutters that break only each other reach no statement: u1, u2"),
        ("undercut-circle", "undercutters that break only each other reach no statement: v1, v2"),
    ]


def test_long_circle_and_long_tower_of_undercutters() -> None:
    tower = [undercutter(f"u{n}", f"u{n - 1}" if n else "step") for n in range(100_000)]
    assert len(ArgumentMap("Tower", (A, B), (STEP, *tower)).arguments) == 100_001
    ring = [undercutter("u0", "u99999"), *tower[1:]]
    (problem,) = problems(arguments=(STEP, *ring))
    assert problem.code == "undercut-circle"
    assert problem.message.endswith("u0, u99999, u99998, u99997, u99996, u99995, u99994, … (99993 more)")


def test_position_that_is_its_own_rival() -> None:
    assert told(issues=(Issue(("a", "a")),)) == [
        ("too-few-positions", "an issue needs two different positions"),
        ("position-twice", "a is a position twice in one issue"),
    ]


def test_unknown_target_ends_a_row_of_undercutters() -> None:
    found = told(arguments=(undercutter("u1", "nothing"), undercutter("u2", "u1")))
    assert found == [("unknown-reference", "u1 undercuts nothing, which is no other argument")]


@pytest.mark.parametrize(
    ("things", "hint"),
    [
        ({"statements": (Claim("a", "Cats\n sleep", named=False), Claim("a", "X"), B, C)}, "the text “Cats sleep”"),
        ({"statements": (Claim("a", "X"), Claim("a", "Cats " * 40, named=False), B, C)}, "the text “Cats Cats Cats"),
        ({"arguments": (Argument("a", (), "b", named=False),)}, "a step"),
    ],
)
def test_id_that_was_made_up_is_told_as_such(things: dict[str, Any], hint: str) -> None:
    (problem,) = problems(**things)
    assert problem.code == "duplicate-id"
    assert problem.hint is not None
    assert problem.hint.startswith(f"it was made up for {hint}")
    assert problem.hint.endswith("; give that one an id of its own")
    assert len(problem.hint) < 130


def test_id_written_twice_has_no_hint() -> None:
    (problem,) = problems(statements=(A, B, C, Claim("a", "X")))
    assert problem.hint is None


def test_all_reasons_are_told_at_once() -> None:
    with pytest.raises(MapError) as caught:
        ArgumentMap(
            title="Wrong everywhere",
            statements=(Claim("a", ""), Claim("a", "A"), Claim("b", "B", confidence=7, citations=(Citation("k"),))),
            arguments=(Argument("step", (Premise("b"),), "b", strength=-1), undercutter("cut", "nothing")),
            thesis="c",
            issues=(Issue(("a",)),),
            given="everything",
        )
    assert [p.code for p in caught.value.problems] == [
        *("duplicate-id", "unknown-source", "empty-text", "bad-number", "own-premise", "bad-number"),
        *("unknown-reference", "too-few-positions", "unknown-reference", "bad-choice"),
    ]
    assert len(str(caught.value).splitlines()) == 10
    assert all(p.severity is Severity.ERROR for p in caught.value.problems)


def test_problems_stand_where_their_parts_stand() -> None:
    place = Span(7, 3, 7, 9)
    bad = [
        {"statements": (A, B, C, Claim("x", "", span=place))},
        {"statements": (A, B, C, Claim("a", "X", span=place))},
        {"arguments": (Argument("x", (), "a", strength=2, span=place),)},
        {"arguments": (STEP, undercutter("u1", "u2", span=place), undercutter("u2", "u1", span=place))},
        {"issues": (Issue(("a",), span=place),)},
        {"sources": (Source("k"), Source("k", span=place))},
    ]
    for parts in bad:
        (problem,) = problems(**parts)
        assert problem.span == place


@settings(max_examples=50)
@given(graphs(controls=True))
def test_whatever_can_be_drawn_is_a_map(m: ArgumentMap) -> None:
    assert list(faults(m)) == []


def test_numbers_may_lie_at_their_ends() -> None:
    statements = (Claim("a", "A", confidence=0), Claim("b", "B", confidence=1))
    steps = (Argument("s", (Premise("b"),), "a", strength=0), Argument("t", (Premise("b"),), "a", strength=1))
    assert ArgumentMap("Ends", statements, steps).arguments == steps


def test_undercutter_may_rest_on_the_statements_of_the_step_that_it_breaks() -> None:
    cut = undercutter("cut", "step", "a", "b")
    assert ArgumentMap("Self", (A, B), (STEP, cut)).undercutters("step") == (cut,)


def test_names_and_texts_that_no_file_can_hold() -> None:
    assert [code for code, _ in told(statements=[Claim("a b", "A"), Claim("c", "C\ud800")], arguments=[])] == [
        "bad-name",
        "control-character",
    ]
