"""Texts that stand for those which a map cites, made from the map: for texts that may not be copied."""

from __future__ import annotations

from argmap.model import ArgumentMap
from argmap.sources.prove import cited
from argmap.sources.where import Unit, understood


def made_text(m: ArgumentMap, key: str) -> str:
    """Paragraphs of empty words with the quotes of one source, each in a sentence where the map says that it stands."""
    quotes: dict[int, list[str]] = {1: []}
    for _, c in cited(m):
        if c.source == key:
            asked = understood(c.at or "")
            number = int(asked.ranges[0][0]) if asked and asked.unit is Unit.PARAGRAPH else 1
            quotes.setdefault(number, []).extend([c.quote] if c.quote else [])
    paragraphs = []
    for n in range(1, max(quotes) + 1):
        sentences = [f"Opening words of the {n}th part run on for a while."]
        sentences += [f"Here follow some words, {quote}, amid others." for quote in quotes.get(n, ())]
        sentences += [f"Closing words of the {n}th part end it there."]
        paragraphs.append(" ".join(sentences))
    return "A title\n\n" + "\n\n".join(paragraphs) + "\n"
