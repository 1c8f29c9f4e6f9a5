"""Doubts about wording."""

from __future__ import annotations

import pytest
from checks.checking import lines, messages, problems


def one(code: str, text: str, head: str = "", **limits: int) -> bool:
    """Whether the check finds something in a statement of that text."""
    return bool(messages(code, f"{head}claims:\n  - claim: '{text.replace(chr(39), chr(39) * 2)}'\n", **limits))


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("It’s closed", "the same words"),
        ("it's CLOSED.", "the same words"),
        ("It's closed", "the same text"),
        ("It is closed", None),
        ("It's closed now", None),
        ("«It's, closed!»", "the same words"),
    ],
)
def test_the_same_text(other: str, told: str | None) -> None:
    text = f'claims:\n  - claim: It\'s closed\n    id: closed\n  - claim: "{other}"\n    id: b\n'
    assert messages("same-text", text) == ([f"`closed` and `b` have {told}"] if told else [])


def test_the_same_text_three_times_points_to_the_first() -> None:
    found = problems("same-text", "claims:\n  - claim: A b\n    because: [{claim: a b}, {claim: A B}]\n")
    assert [(p.span and p.span.column, [n.span.line for n in p.notes]) for p in found] == [(23, [4]), (37, [4])]


def test_texts_without_words_are_not_compared() -> None:
    assert not messages("same-text", "claims: [{claim: '!!!'}, {claim: '???'}]\n")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It ended because the aim was reached", True),
        ("The aim was reached; therefore it ended", True),
        ("It ended because of the war", False),
        ("Because is a word", False),
        ("It ended", False),
    ],
)
def test_two_propositions(text: str, told: bool) -> None:
    assert one("two-propositions", text) is told
    assert one("two-propositions", text, "language: en-GB\n") is told
    assert not one("two-propositions", text, "language: de\n")


def test_what_somebody_said_is_left_as_it_was_said() -> None:
    assert not lines("two-propositions", "claims:\n  - claim: They left because they lied\n    by: Putin\n")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Should it stay?", True),
        ("They asked “why?”", True),
        ("Should it stay? It should.", False),
        ("フェリーは残すべきか？", True),
    ],
)
def test_question(text: str, told: bool) -> None:
    assert one("question-as-claim", text) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Costs", True),
        ("Costs.", True),
        ("They ring", False),
        ("And so on …", True),
        ("And so on...", True),
        ("Three things:", True),
        ("He said “wait…”", False),
        ("渡し船は残すべきだ", False),
        ("ควรเก็บเรือข้ามฟากไว้", False),
        ("1914", True),
    ],
)
def test_fragment(text: str, told: bool) -> None:
    assert one("fragment", text) is told


def test_long_text() -> None:
    text = "It is too long, by a word or by two, for a box"
    assert messages("long-text", f"claims: [{{claim: '{text}', id: long}}]\n", text_words=12) == [
        "`long` has 13 words; more than 12 do not fit a box"
    ]
    assert not one("long-text", text, text_words=13)


@pytest.mark.parametrize(("label", "told"), [("The ferry should stay!", True), ("The ferry", False)])
def test_label(label: str, told: bool) -> None:
    text = f"claims:\n  - claim: The ferry should stay\n    label: {label}\n"
    assert lines("label-repeats-text", text) == ([2] if told else [])
