"""Objections are those to the thesis's side, at any depth of undercutting."""

from __future__ import annotations

from hypothesis import given, settings
from signs import signs
from strategies import evaluated

import argmap
from argmap.evaluate.objections import Answers, answers, standing_objections
from argmap.model import Argument, ArgumentMap, Direction, Premise, Side


def test_answers() -> None:
    m = signs("o⊣C ⟂ u v; a: p⊣C; l⊣p; b: q⊣C; c: s⊣C", "s t", evidence="v")
    found = {a.id: answers(m, a) for a in m.arguments}
    assert found["a0"] == Answers((m.argument("a0-v"),), (), 1)
    assert found["a"] == Answers((m.argument("a2"),), (), 0)
    assert found["b"] == Answers((), (), 0)
    assert found["c"] == Answers((), ("t",), 0)
    assert [id for id, a in found.items() if a.is_answered] == ["a0", "a", "c"]


def helps(m: ArgumentMap, a: Argument) -> bool:
    """Whether an argument helps the thesis: followed up to a statement, one step at a time."""
    turns = 0
    while a.target is not None:
        a, turns = m.argument(a.target), turns + 1
    is_for = (m.side(a.conclusion or "") is Side.FOR) == (a.direction is Direction.FOR)
    return is_for == (turns % 2 == 0)


@settings(max_examples=200)
@given(evaluated())
def test_which_objections_stand(m: ArgumentMap) -> None:
    found = argmap.evaluate(m)
    expected = [
        a.id
        for a in m.arguments
        if a.direction is not Direction.FOR and found.arguments[a.id].status == "stands" and not helps(m, a)
    ]
    told = standing_objections(found)
    assert [o.argument.id for o in told] == expected
    assert [o.against for o in told] == [a.target or a.conclusion for a in m.arguments if a.id in expected]


def test_undercutters_nested_deep() -> None:
    cuts = [Argument("a1", (Premise("s"),), None, "a0", Direction.UNDERCUTS)]
    cuts += [Argument(f"a{n}", (), None, f"a{n - 1}", Direction.UNDERCUTS) for n in range(2, 5_000)]
    m = ArgumentMap(
        "Deep",
        [argmap.Claim("C", "The thesis"), argmap.Claim("s", "Said")],
        [Argument("a0", (Premise("s"),), "C"), *reversed(cuts)],
    )
    standing = [o.argument.id for o in standing_objections(argmap.evaluate(m))]
    assert sorted(standing) == sorted(f"a{n}" for n in range(1, 5_000, 2))
