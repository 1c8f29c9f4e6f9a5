"""What a check says of a place, and the numbers that it goes by."""

from __future__ import annotations

from typing import NamedTuple

from argmap.problem import Note, Span


class Found(NamedTuple):
    """One thing that a check found: what it is, where, and what to do about it."""

    message: str
    span: Span | None
    hint: str
    notes: tuple[Note, ...] = ()


class Limits(NamedTuple):
    """How much is too much; each can be set by its name in ``[tool.argmap]`` (``quote-words = 20``)."""

    text_words: int = 40
    """Words of a statement from which on it does not fit a box."""
    quote_words: int = 40
    """Words of a quote from which on it is an excerpt: the length at which style guides ask for a block of its own."""
    depth: int = 12
    """Steps between a statement and the root above it."""
    width: int = 12
    """Arguments on one statement, or premises of one group."""
