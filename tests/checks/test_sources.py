"""Doubts about sources."""

from __future__ import annotations

import pytest
from checks.checking import messages

HEAD = "sources: {a: {title: A}, b: {}, c: {title: C}}\n"


@pytest.mark.parametrize(
    ("claims", "unused"),
    [
        ("[{claim: X}]", ["a", "b", "c"]),
        ("[{claim: X, cite: a}]", ["b", "c"]),
        ("[{claim: X, cite: 'a, p. 1; b'}]", ["c"]),
        ("[{claim: X, because: {all: [{claim: Y}, {claim: Z}], cite: c}}]", ["a", "b"]),
        ("[{claim: X, cite: [a, {source: b}, 'c, p. 3']}]", []),
    ],
)
def test_a_source_is_used_by_statements_and_steps(claims: str, unused: list[str]) -> None:
    assert messages("unused-source", f"{HEAD}claims: {claims}\n") == [f"nothing cites the source `{k}`" for k in unused]


def test_a_source_without_title() -> None:
    assert messages("untitled-source", f"{HEAD}claims: [{{claim: X}}]\n") == ["the source `b` has no title"]


@pytest.mark.parametrize(
    ("quote", "told"),
    [("one two three", []), ("one two, – three four", ["a quote from `a` has 4 words; more than 3 are an excerpt"])],
)
def test_words_of_a_quote_are_counted(quote: str, told: list[str]) -> None:
    text = f'{HEAD}claims: [{{claim: X, cite: a, quote: "{quote}"}}]\n'
    assert messages("long-quote", text, quote_words=3) == told


SPEAKERS = "speakers: {the mayor: mayor of Ebbmouth, Ida Holm: {reliability: B}}\n"


@pytest.mark.parametrize(
    ("claims", "unheard"),
    [
        ("[{claim: X}]", ["the mayor", "Ida Holm"]),
        ("[{claim: X, by: the mayor}]", ["Ida Holm"]),
        ("[{claim: X, by: 'the  mayor', because: {all: [{claim: Y}, {claim: Z}], by: Ida Holm}}]", []),
        ("[{claim: X, by: The mayor}, {claim: Y, by: Ida Holm}]", ["the mayor"]),
    ],
)
def test_a_speaker_is_heard_in_statements_and_steps(claims: str, unheard: list[str]) -> None:
    assert messages("unused-speaker", f"{SPEAKERS}claims: {claims}\n") == [
        f"the speaker `{name}` says nothing" for name in unheard
    ]
