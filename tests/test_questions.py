"""Which critical questions a map answers: found by who bears on which step, whatever the order of the arguments."""

from __future__ import annotations

import random
from textwrap import dedent

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from strategies import shapes

import argmap
from argmap.model import Argument, ArgumentMap, Direction
from argmap.questions import Asking, Questioned, critical_questions
from argmap.schemes import SCHEMES


def questioned(text: str) -> dict[str, dict[str, list[str]]]:
    """The answered questions of each argument that has a scheme, with the first premise of each answer."""
    m = argmap.loads("argmap: 1\ntitle: T\n" + dedent(text).lstrip("\n"))
    return {q.argument.id: answers(q) for q in critical_questions(m)}


def answers(q: Questioned) -> dict[str, list[str]]:
    return {a.question.name: [b.premises[0].statement for b in a.answers] for a in q.asked if a.answers}


def test_an_undercutter_answers_for_the_step_that_it_breaks() -> None:
    assert questioned("""
        claims:
          - claim: A
            because:
              - claim: B
                scheme: argument-from-sign
                argument: one
                unless: {claim: C, answers: other-explanations}
              - claim: D
                scheme: argument-from-sign
                argument: two
    """) == {"one": {"other-explanations": ["c"]}, "two": {}}


@pytest.mark.parametrize("word", ["but", "because"])
def test_what_is_said_of_a_premise_answers_for_the_steps_from_it(word: str) -> None:
    assert questioned(f"""
        claims:
          - claim: A
            because:
              - all:
                  - claim: B
                    id: b
                    {word}: {{claim: C, answers: [sign, correlation]}}
                  - D
                scheme: argument-from-sign
                argument: one
          - claim: E
            because: {{ref: b, scheme: argument-from-sign, argument: two}}
    """) == {name: {"sign": ["c"], "correlation": ["c"]} for name in ("one", "two")}


def test_what_is_said_of_a_conclusion_answers_for_the_other_side() -> None:
    assert questioned("""
        claims:
          - claim: A
            because:
              - {claim: B, scheme: argument-from-sign, argument: for}
              - {claim: C, answers: other-signs}
            but:
              - {claim: D, scheme: argument-from-sign, argument: against}
              - {claim: E, answers: other-signs}
    """) == {"for": {"other-signs": ["e"]}, "against": {"other-signs": ["c"]}}


def test_an_answer_that_is_no_question_answers_nothing() -> None:
    text = """
        claims:
          - claim: A
            because:
              - claim: B
                scheme: argument-from-sign
                argument: one
                unless:
                  - {claim: C, answers: honesty}
                  - {claim: D, answers: [other-explanations, other-explanations]}
                  - E
    """
    assert questioned(text) == {"one": {"other-explanations": ["d"]}}
    (q,) = critical_questions(argmap.loads("argmap: 1\ntitle: T\n" + dedent(text).lstrip("\n")))
    assert [cut.premises[0].statement for cut in q.unnamed] == ["c", "e"]
    assert [question.name for question in q.open] == ["sign", "correlation", "other-signs"]


def test_a_scheme_that_is_not_known_asks_nothing() -> None:
    assert questioned("claims: [{claim: A, because: [{claim: B, scheme: mine}]}]\n") == {}


def test_arguments_come_in_reading_order() -> None:
    text = """
        claims:
          - claim: A
            because:
              - {ref: b, scheme: argument-from-sign, argument: first}
              - {claim: C, scheme: argument-from-sign, argument: third}
          - claim: B
            id: b
            because: {claim: D, scheme: argument-from-sign, argument: second}
    """
    assert list(questioned(text)) == ["first", "second", "third"]


SOME = ("argument-from-sign", "argument-from-bias", "my-own")
STEPS = st.lists(st.tuples(st.sampled_from((None, *SOME)), st.sampled_from(((), ("sign",), ("weight", "no")))))


@st.composite
def schemed(draw: st.DrawFn) -> ArgumentMap:
    """Any map, some of whose steps follow schemes and answer questions."""
    m = draw(shapes())
    said = draw(STEPS) + [(None, ())] * len(m.arguments)
    steps = [evolve(a, scheme=s, answers=n) for a, (s, n) in zip(m.arguments, said, strict=False)]
    return evolve(m, arguments=steps)


def bears_on(m: ArgumentMap, a: Argument, step: Argument) -> bool:
    """The rule, said once more as plainly as can be."""
    if a.direction is Direction.UNDERCUTS:
        return a.target == step.id
    is_rival = step.conclusion == a.conclusion and step.direction is not a.direction
    return is_rival or any(p.statement == a.conclusion for p in step.premises)


@given(schemed(), st.randoms(use_true_random=False))
def test_answers_follow_from_the_rule_in_any_order(m: ArgumentMap, chance: random.Random) -> None:
    found = critical_questions(m)
    assert sorted(q.argument.id for q in found) == sorted(a.id for a in m.arguments if a.scheme in SCHEMES)
    for q in found:
        for asked in q.asked:
            expected = [a for a in m.arguments if asked.question.name in a.answers and bears_on(m, a, q.argument)]
            assert list(asked.answers) == expected
        assert set(q.open) == {a.question for a in q.asked if not a.answers}
    shuffled = evolve(m, arguments=chance.sample(m.arguments, len(m.arguments)), top=m.top, thesis=m.thesis)
    again = {q.argument.id: [{a.id for a in asked.answers} for asked in q.asked] for q in critical_questions(shuffled)}
    assert again == {q.argument.id: [{a.id for a in asked.answers} for asked in q.asked] for q in found}


@given(schemed())
def test_an_answer_is_for_arguments_with_a_scheme(m: ArgumentMap) -> None:
    asking = Asking(m)
    for a in m.arguments:
        expected = [b.id for b in m.arguments if b.scheme is not None and bears_on(m, a, b)]
        assert sorted({b.id for b in asking.of(a)}) == sorted(expected)
        assert len(asking.of(a)) == len({b.id for b in asking.of(a)})
