"""Reading views of maps and of texts that are written in a test."""

from __future__ import annotations

from collections.abc import Mapping

from sources.proving import text_of

import argmap
from argmap.model import ArgumentMap
from argmap.render.reading import to_html
from argmap.render.sources.listing import Held, listed

HARBOUR = """
The harbour that nobody wanted

The council voted on a wet evening in March to dredge the old harbour once more. The mayor called it a promise kept.

Nothing is said here about anything.

The engineers had not been silent. They had written that the channel fills with sand.

It was never put to the council. A wall would be needed first.
"""
LETTER = "Dear council, we asked for a slipway and for a road that does not flood."
MAP = """
argmap: 1
title: The harbour
sources:
  notes: {title: The harbour that nobody wanted, author: A clerk}
  letter: {title: A letter}
  lost: {title: A lost book}
claims:
  - claim: Dredging was a mistake.
    because:
      - evidence: The vote was taken in March.
        label: In March
        cite: notes, para. 1
        quote: voted on a wet evening in March
      - evidence: March was wet.
        cite: notes, para. 1
        quote: wet evening in March to dredge
      - evidence: The engineers spoke up, to no end.
        cite: notes, paras. 3–4
        quote: the channel fills with sand. It was never put to the council
      - evidence: They wanted other things.
        cite: letter; lost, p. 3
      - evidence: They wanted a slipway and dry feet.
        cite:
          - {source: letter, quote: "asked for a slipway […] does not flood"}
          - {source: letter, quote: "asked for a slippway"}
          - {source: letter, at: para. 1, quote: purple elephants negotiated}
    but:
      - evidence: A promise is a promise.
        cite: notes, para. 1
        quote: a promise kept
        unless: It was kept badly.
      - evidence: It began in March, too.
        cite: notes, para. 1
        quote: March to dredge the old harbour
      - evidence: There were other voices.
        cite: notes, para. 4
"""


def reading(m: ArgumentMap | str = MAP, texts: Mapping[str, str] | None = None, name: str = "a.txt") -> str:
    """The page; the texts by the keys of their sources."""
    m = argmap.loads(m) if isinstance(m, str) else m
    texts = {"notes": HARBOUR, "letter": LETTER} if texts is None else texts
    held = {key: Held(name, text_of(text, name)) for key, text in texts.items()}
    return to_html(m, listed(m, held))
