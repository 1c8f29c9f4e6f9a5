"""Doubts about schemes."""

from __future__ import annotations

import pytest
from checks.checking import lines, messages, problems
from hypothesis import given
from strategies import graphs

from argmap.checks import CHECKS, check
from argmap.model import ArgumentMap


def step(keys: str, scheme: str = "argument-from-expert-opinion") -> str:
    """A step with these keys, and the scheme unless it is empty."""
    return "claims:\n  - claim: A\n    because:\n      - claim: B\n" + "".join(
        f"        {line}\n" for line in ([f"scheme: {scheme}"] if scheme else []) + keys.splitlines()
    )


@pytest.mark.parametrize(
    ("scheme", "hint"),
    [
        ("expert-opinion", "did you mean `argument-from-expert-opinion`?"),
        ("argument-from-expert-opnion", "did you mean `argument-from-expert-opinion`?"),
        ("Argument-from-Expert-Opinion", "did you mean `argument-from-expert-opinion`?"),
        ("ad-hominem", "did you mean `generic-ad-hominem`?"),
        ("our-own", "a scheme of your own may stay; `argmap schemes` lists those that argmap knows"),
    ],
)
def test_a_scheme_that_is_not_known(scheme: str, hint: str) -> None:
    (problem,) = problems("unknown-scheme", step("", scheme))
    assert problem.severity == "hint"
    assert problem.message == f"`{scheme}` is no scheme that argmap knows"
    assert problem.hint == hint
    assert lines("unknown-scheme", step("", scheme)) == [4]


@pytest.mark.parametrize("role", ["major", "minor", "datum", "warrant", "backing", "expertise", "opinion"])
def test_roles_that_a_scheme_has(role: str) -> None:
    assert problems("unknown-role", step(f"role: {role}")) == ()


def test_a_role_that_a_scheme_does_not_have() -> None:
    (problem,) = problems("unknown-role", step("role: expertize"))
    assert problem.message == "`expertize` is no role of a premise in `argument-from-expert-opinion`"
    assert problem.hint == "did you mean `expertise`?"
    (problem,) = problems("unknown-role", step("role: zzz"))
    assert problem.hint == "its premises are `expertise`, `field`, `opinion`"


@pytest.mark.parametrize("scheme", ["", "our-own"])
def test_any_role_may_stand_where_argmap_knows_no_scheme(scheme: str) -> None:
    assert problems("unknown-role", step("role: zzz", scheme)) == ()


def test_a_question_that_a_scheme_does_not_ask() -> None:
    (problem,) = problems("unknown-question", step("unless: {claim: C, answers: [expertise, feild]}"))
    assert (problem.severity, problem.span and problem.span.line) == ("warning", 8)
    assert problem.message == "`feild` is no critical question of `argument-from-expert-opinion`"
    assert problem.hint == "did you mean `field`?"
    (problem,) = problems("unknown-question", step("unless: {claim: C, answers: 'Is he?'}"))
    assert problem.hint is not None
    assert problem.hint.startswith("its questions are `expertise`, `field`, `opinion`, ")


def test_a_question_of_any_scheme_that_the_item_bears_on() -> None:
    text = """
    claims:
      - claim: A
        because:
          - claim: B
            scheme: argument-from-sign
            because: {claim: C, scheme: argument-from-bias}
            but:
              - {claim: D, answers: correlation}
              - {claim: E, answers: role}
              - {claim: F, answers: honesty}
    """
    assert messages("unknown-question", text) == [
        "`honesty` is no critical question of `argument-from-sign` or `argument-from-bias`"
    ]


@pytest.mark.parametrize("code", ["unknown-question", "answer-without-scheme"])
def test_a_scheme_of_one_s_own_may_ask_anything(code: str) -> None:
    assert problems(code, step("unless: {claim: C, answers: zzz}", "our-own")) == ()


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ("unless: {claim: C, answers: bias}", "the step that `step-2` breaks has no scheme"),
        ("but: {claim: C, answers: bias}", "no step that `step-2` bears on has a scheme"),
        ("answers: bias", "no step that `step-1` bears on has a scheme"),
    ],
)
def test_an_answer_where_nothing_is_asked(keys: str, message: str) -> None:
    (problem,) = problems("answer-without-scheme", step(keys, ""))
    assert problem.severity == "warning"
    assert problem.message == f"{message}, so that `bias` answers nothing"
    assert problems("unknown-question", step(keys, "")) == ()


@given(graphs())
def test_answers_are_told_by_one_check_at_most(m: ArgumentMap) -> None:
    chosen = [c for c in CHECKS if c.family == "schemes"]
    assert [c.code for c in chosen] == ["unknown-scheme", "unknown-role", "unknown-question", "answer-without-scheme"]
    found = check(m, chosen)
    told = [p for p in found if p.code == "answer-without-scheme"]
    assert len(told) <= sum(bool(a.answers) for a in m.arguments)
    if not any(a.scheme for a in m.arguments):
        assert len(told) == sum(bool(a.answers) for a in m.arguments)
        assert not [p for p in found if p.code in ("unknown-scheme", "unknown-role", "unknown-question")]
