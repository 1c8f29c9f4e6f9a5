"""Doubts about names."""

from __future__ import annotations

import pytest
from checks.checking import messages, problems


def test_the_later_of_two_names_is_told_with_the_earlier() -> None:
    (problem,) = problems(
        "ids-differ-in-case",
        """
        claims:
          - claim: First
            id: Straße
            because:
              - claim: Second
                argument: STRASSE
        """,
    )
    assert problem.message == "the names `Straße` and `STRASSE` differ only in capital letters"
    assert [n.span.line for n in problem.notes] == [4]


def test_names_that_nobody_typed_are_not_told() -> None:
    assert not messages("ids-differ-in-case", "claims:\n  - claim: First\n    because: {claim: X, id: FIRST}\n")


def test_sources_in_three_cases_are_told_twice() -> None:
    text = "sources: {a: {title: A}, A: {title: B}, b: {title: C}, B: {title: D}}\nclaims: [{claim: X}]\n"
    assert messages("source-differs-in-case", text) == [
        "the sources `a` and `A` differ only in capital letters",
        "the sources `b` and `B` differ only in capital letters",
    ]


SPEAKERS = "speakers: {the harbour master: {reliability: B}, 'Jörg Witt': a diver, Witness 1: a boy}\n"


@pytest.mark.parametrize(
    ("by", "meant"),
    [
        ("the harbour master", None),
        ("The Harbour Master", "the harbour master"),
        ("harbour-master", "the harbour master"),
        ("the harbor master", "the harbour master"),
        ("the habrour master", "the harbour master"),
        ("the harbour masters", "the harbour master"),
        ("Jorg Witt", "Jörg Witt"),
        ("Jörg Wit", None),  # three letters are soon somebody else's
        ("Jörg Smith", None),
        ("Witness 2", None),
        ("the ferry master", None),
        ("the master of the harbour", None),
        ("…", None),
    ],
)
def test_a_speaker_who_is_almost_listed(by: str, meant: str | None) -> None:
    text = f'{SPEAKERS}claims: [{{claim: X, by: "{by}"}}]\n'
    assert [p.hint for p in problems("misspelt-speaker", text)] == ([f"did you mean `{meant}`?"] if meant else [])


def test_without_a_list_nobody_is_misspelt() -> None:
    assert messages("misspelt-speaker", "claims: [{claim: X, by: the mayor}, {claim: Y, by: The mayor}]\n") == []
