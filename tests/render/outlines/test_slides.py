"""Slides: every statement is told, and nothing runs over the edge."""

from __future__ import annotations

from math import ceil

from conftest import ROOT
from hostile import letters
from hypothesis import given, settings
from render.outlines.deep import deep_map
from strategies import graphs

import argmap
from argmap.render.outlines.compose import compose
from argmap.render.outlines.document import plain
from argmap.render.outlines.slides import LINE, ROOM, Slide, slides

ENGLISH = argmap.OutlineStyle(language="en")


def lines(slide: Slide) -> float:
    """How many lines of letters a slide needs at least."""
    return sum(ceil(len(plain(line.runs)) / LINE) for line in slide.lines)


def said(deck: list[Slide]) -> str:
    return letters("".join(plain(line.runs) for slide in deck for line in slide.lines))


@given(graphs(controls=True))
@settings(max_examples=60)
def test_any_map_is_told_whole_on_slides_that_have_room(m: argmap.ArgumentMap) -> None:
    deck = slides(compose(m, ENGLISH))
    words = said(deck)
    for s in m.statements:
        assert letters(s.text).rstrip(".") in words
    assert all(0 < lines(slide) <= ROOM and len(slide.title) < 120 for slide in deck)
    assert len({(slide.title, slide.lines) for slide in deck}) == len(deck)


def test_a_very_long_text_goes_on_on_the_next_slide() -> None:
    build = argmap.Builder("T", summary="Sum " * 500)
    build.claim("Thesis.").because(build.claim("word " * 2000), build.claim("x" * 3000))
    deck = slides(compose(build.build()))
    assert all(lines(slide) <= ROOM for slide in deck)
    assert said(deck).count("word") >= 2000
    assert "x" * 3000 in said(deck)


def test_a_step_stands_with_its_premises_and_deeper_ones_follow() -> None:
    deck = slides(compose(argmap.load(ROOT / "maps" / "bridge-closure.argmap.yaml")))
    titles = [slide.title for slide in deck]
    assert titles[1:] == [
        "Thesis: Close the bridge", "(2) Too weak", "(3) A third is gone", "(8) The rule for closing",
        "(10) A loose post", "(12) A longer way", "Sources",
    ]  # fmt: skip
    top = [plain(line.runs) for line in deck[1].lines]
    assert top == [
        "Thesis: (1) Close the bridge. The footbridge at Alder Mill must be closed.",
        "because both of these hold together:",
        "(2) Too weak …",
        "and (8) The rule for closing …",
        "presumably, because (10) A loose post …",
        "but (12) A longer way …",
    ]
    assert [line.level for line in deck[1].lines] == [0, 1, 2, 2, 1, 1]


def test_sources_and_quotes_are_for_the_speaker() -> None:
    deck = slides(compose(deep_map(1), argmap.OutlineStyle(sources="footnotes", quotes="blocks")))
    assert "words of 1" not in said(deck)
    assert [plain(runs) for slide in deck for runs in slide.spoken] == ["(2) “words of 1” ", "(2) A source, p. 1."]


def test_a_deep_map_has_a_slide_for_each_few_steps() -> None:
    deck = slides(compose(deep_map(40)))
    assert all(max(line.level for line in slide.lines) <= 3 for slide in deck)
    assert all(f"Areasononlevel{level}." in said(deck) for level in range(1, 41))
