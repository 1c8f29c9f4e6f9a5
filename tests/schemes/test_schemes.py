"""The schemes: each is whole, none is taken for another, and a name that is nearly right leads to the right one."""

from __future__ import annotations

import re

import pytest
from conftest import MAPS
from hypothesis import given
from strategies import names, texts

import argmap
from argmap.schemes import FAMILIES, GENERIC_ROLES, SCHEMES, Scheme, meant

ALL = pytest.mark.parametrize("scheme", SCHEMES.values(), ids=list(SCHEMES))
KEBAB = re.compile(r"[a-z]+(-[a-z]+)*")


def test_there_are_those_that_analysts_meet() -> None:
    assert len(SCHEMES) >= 30
    assert sum(map(len, FAMILIES.values())) == len(SCHEMES), "a name is given twice"


@ALL
def test_names_are_in_kebab_case_and_told_once(scheme: Scheme) -> None:
    roles, questions = [r.name for r in scheme.roles], [q.name for q in scheme.questions]
    for name in (scheme.name, *scheme.also, *roles, *questions):
        assert KEBAB.fullmatch(name), name
    assert len(set(roles)) == len(roles)
    assert len(set(questions)) == len(questions)
    assert not {"step", "conclusion", *GENERIC_ROLES} & set(roles)


@ALL
def test_a_scheme_is_whole(scheme: Scheme) -> None:
    assert scheme.roles
    assert len(scheme.questions) >= 2
    assert scheme.literature
    assert {q.against for q in scheme.questions} <= {"step", "conclusion", *(r.name for r in scheme.roles)}
    assert {q.key for q in scheme.questions} == {"unless" if q.against == "step" else "but" for q in scheme.questions}
    for sentence in (scheme.gist, scheme.conclusion, *(r.says for r in scheme.roles)):
        assert re.fullmatch(r"[A-Z].*[^.]\.", sentence), sentence
    for question in scheme.questions:
        assert re.fullmatch(r"[A-Z].*[^?]\?", question.asks), question.asks


@ALL
def test_questions_are_understood_without_the_letters_of_the_premises(scheme: Scheme) -> None:
    assert not [q.asks for q in scheme.questions if re.search(r"\b[A-Z]\b", q.asks)]


@ALL
def test_each_name_leads_to_its_own_scheme(scheme: Scheme) -> None:
    for name in (scheme.name, *scheme.also, scheme.name.removeprefix("argument-from-"), scheme.name.upper()):
        assert meant(name) is scheme, name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("expert", "argument-from-expert-opinion"),
        ("argument-from-expert-opnion", "argument-from-expert-opinion"),
        ("argument_from_expert_opinion", "argument-from-expert-opinion"),
        ("Argument from an established rule", "argument-from-established-rule"),
        ("argument-from-evidence-to-a-hypothesis", "argument-from-evidence-to-hypothesis"),
        ("best-explanation", "abductive-argument"),
        ("slippery-slope", "slippery-slope-argument"),
        ("the-argument-from-sign", "argument-from-sign"),
    ],
)
def test_what_is_meant(typed: str, name: str) -> None:
    found = meant(typed)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("typed", ["argument-from-foo", "foo", "", "-", "argument-from-", "日本語", "?"])
def test_nothing_is_meant_by_what_is_like_no_scheme(typed: str) -> None:
    assert meant(typed) is None


@given(names() | texts())
def test_any_name_may_be_asked_for(typed: str) -> None:
    assert meant(typed) in (None, *SCHEMES.values())


def test_the_maps_name_schemes_that_there_are() -> None:
    used = {a.scheme for path in MAPS for a in argmap.load(path).arguments} - {None}
    assert used
    assert used <= SCHEMES.keys()
