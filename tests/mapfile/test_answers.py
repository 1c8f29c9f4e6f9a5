"""The key `answers`: read, refused where it has no owner, put in order, written, and built in Python."""

from __future__ import annotations

import pytest

import argmap
from argmap.mapfile.fmt import formatted

HEAD = "argmap: 1\ntitle: T\nclaims:\n"


@pytest.mark.parametrize(
    ("typed", "found"),
    [("bias", ("bias",)), ("[bias]", ("bias",)), ("[bias, role]", ("bias", "role")), ("'Is he?'", ("Is he?",))],
)
def test_one_name_or_several(typed: str, found: tuple[str, ...]) -> None:
    m = argmap.loads(f"{HEAD}  - claim: A\n    because:\n      - claim: B\n        answers: {typed}\n")
    assert m.arguments[0].answers == found
    assert argmap.loads(argmap.dumps(m)) == m


@pytest.mark.parametrize(
    ("typed", "code", "hint"),
    [
        ("bias, role", "list-expected", "write `answers: [bias, role]`"),
        ("{bias: role}", "list-expected", "write `answers: [one, two]`"),
        ("", "empty-value", "give it a word or a list of words, or remove the key"),
    ],
)
def test_what_is_no_name(typed: str, code: str, hint: str) -> None:
    text = f"{HEAD}  - claim: A\n    because:\n      - claim: B\n        answers: {typed}\n"
    with pytest.raises(argmap.MapError) as raised:
        argmap.loads(text)
    assert [(p.code, p.hint) for p in raised.value.problems] == [(code, hint)]


def test_a_root_answers_nothing() -> None:
    with pytest.raises(argmap.MapError, match="`answers` cannot stand on an item of `claims`"):
        argmap.loads(f"{HEAD}  - claim: A\n    answers: bias\n")


def test_its_place_among_the_keys() -> None:
    step = "".join(f"        {key}: x\n" for key in ("scheme", "answers", "role"))
    text = f"{HEAD}  - claim: A\n    because:\n      - claim: B\n{step}"
    keys = [line.split(":")[0].strip() for line in formatted(text).splitlines()[6:]]
    assert keys == ["role", "answers", "scheme"]


@pytest.mark.parametrize("given", ["bias", ["bias"], ("bias",)])
def test_a_builder_takes_one_name_or_several(given: str | list[str] | tuple[str, ...]) -> None:
    build = argmap.Builder("T")
    step = build.claim("A").because("B", scheme="argument-from-sign")
    step.unless("C", answers=given)
    assert build.build().arguments[1].answers == ("bias",)
