"""Doubts about names."""

from __future__ import annotations

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
