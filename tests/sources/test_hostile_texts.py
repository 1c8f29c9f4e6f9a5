"""Texts and quotes that are huge, empty or odd are answered all the same."""

from __future__ import annotations

import random

import pytest
from sources.proving import SOURCE, proved, text_of

from argmap.model import ArgumentMap, Citation, Evidence
from argmap.sources.plain import plain
from argmap.sources.prove import Verdict, proofs
from argmap.sources.reading import MAX_SIZE, Unreadable, read_source
from argmap.sources.told import problems

LONG = 1_000_000


def words(number: int) -> list[str]:
    """Words that mean nothing, some more frequent than others."""
    chance = random.Random(7)
    known = ["".join(chance.choices("etaoinshrdlu", k=chance.randint(2, 9))) for _ in range(8000)]
    return chance.choices(known, [1 / n for n in range(1, len(known) + 1)], k=number)


def test_ten_thousand_quotes_from_a_long_paragraph() -> None:
    text = words(150_000)
    whole = " ".join(text) + "."
    chance = random.Random(8)
    quotes = []
    for number in range(10_000):
        start = chance.randrange(len(text) - 12)
        quoted = text[start : start + 8]
        if number % 200 == 0:
            quoted[4] = "ŋŋŋŋ"
        quotes.append(" ".join(quoted))
    evidence = [Evidence(f"e{n}", f"E {n}.", citations=(Citation("s", "para. 1", q),)) for n, q in enumerate(quotes)]
    found = proofs(ArgumentMap("T", evidence, sources=(SOURCE,)), {"s": plain(whole)})
    assert len(found) == 10_000
    for number, proof in enumerate(found):
        if number % 200 == 0:
            assert proof.verdict is Verdict.NOT_FOUND
            assert proof.nearest is not None
            assert [change.quoted for change in proof.nearest.changes] == ["ŋŋŋŋ"]
        else:
            assert proof.verdict is Verdict.FOUND
            assert proof.place is not None
            assert whole[proof.place.start : proof.place.end] == quotes[number]


ODD = [
    "a ",
    "a",
    "<",
    "<!--",
    "<a ",
    '<b x="',
    "[",
    "](",
    "***",
    "> ",
    "| ",
    "¹",
    ".¹",
    "\n",
    "\f",
    "-",
    "…",
    "ﬁ",
    "a\u0301",
]


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
@pytest.mark.parametrize("piece", ODD)
def test_texts_of_one_thing(piece: str, name: str) -> None:
    data = (piece * (LONG // 10 // len(piece)) + "x").encode()
    found = read_source(data, name, SOURCE)
    if isinstance(found, Unreadable):
        assert found.reason == "there is no text in it"
        return
    for quote in ("x", "a a a", "nothing like it", "[…]", "a […] a", "a-" * 100):
        proof = proved(found, quote, "para. 1", "a", "b")
        assert proof.place is None or 0 <= proof.place.start < proof.place.end <= len(data)


def test_a_word_that_stands_everywhere() -> None:
    found = proved("the boat. " * 50_000, "the boat")
    assert found.verdict is Verdict.FOUND  # one paragraph
    assert found.place is not None
    assert found.place.start == 0
    assert len(found.others) == 19


def test_a_quote_as_long_as_the_text() -> None:
    whole = " ".join(words(100_000)) + "."
    assert proved(whole, whole).verdict is Verdict.FOUND
    assert proved(whole, whole.upper()).differences
    found = proved(whole, whole.replace("e", "q"))
    assert found.verdict is Verdict.NOT_FOUND


def test_a_quote_with_many_gaps() -> None:
    text = words(2_000)
    assert proved(" ".join(text) + ".", " […] ".join(text)).verdict is Verdict.FOUND
    assert proved("a " * 2_000 + ".", " […] ".join(["a"] * 2_001)).verdict is Verdict.NOT_FOUND


def test_too_large_a_text() -> None:
    found = read_source(b"a" * (MAX_SIZE + 1), "a.txt", SOURCE)
    assert isinstance(found, Unreadable)
    assert found.reason == "it is larger than 32 MB"


def test_statements_far_from_a_huge_text() -> None:
    text = text_of(
        "\n\n".join(f"The boat number {n} sank at noon, and the crew of it was saved." for n in range(5_000))
    )
    evidence = [
        Evidence(f"e{n}", "Taxes rose sharply under every mayor.", citations=(Citation("s", f"paras. {n}–{n + 2}"),))
        for n in range(1, 500)
    ]
    found = problems(ArgumentMap("T", evidence, sources=(SOURCE,)), {"s": text})
    assert {p.code for p in found} == {"far-from-passage"}
    assert len(found) == 499
