"""Quotes held against texts that are written in a test."""

from __future__ import annotations

from argmap.model import Citation, Evidence, Source
from argmap.sources.plain import plain
from argmap.sources.prove import Proof, Prover
from argmap.sources.reading import Unreadable, read_source
from argmap.sources.texts import Text

SOURCE = Source("s")


def proved(
    text: Text | str, quote: str | None, at: str | None = None, before: str | None = None, after: str | None = None
) -> Proof:
    """What becomes of one citation."""
    text = plain(text) if isinstance(text, str) else text
    return Prover(text, SOURCE).prove(Evidence("e", "E."), Citation("s", at, quote, before, after))


def text_of(data: bytes | str, name: str = "a.txt", **fields: str) -> Text:
    """The text of a file; there must be one."""
    data = data.encode() if isinstance(data, str) else data
    found = read_source(data, name, Source("s", tuple(fields.items())))
    assert isinstance(found, Text), found
    return found


def no_text_of(data: bytes, name: str = "a.txt", **fields: str) -> Unreadable:
    """Why a file has none."""
    found = read_source(data, name, Source("s", tuple(fields.items())))
    assert isinstance(found, Unreadable)
    return found


def paragraphs(text: Text) -> list[str]:
    """The paragraphs as a reader sees them, on one line each."""
    return [" ".join(text.shown(b.start, b.end).split()) for b in text.paragraphs]
