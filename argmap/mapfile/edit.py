"""The smallest change to a text: edits at their places, made all at once."""

from __future__ import annotations

import re
from collections.abc import Iterable

from argmap.problem import Edit, Span

_LINE_END = re.compile(r"\r\n|\r|\n")


class Places:
    """Where in a text a line and a column are.

    The first column is 1; column 0 of the first line is the byte-order mark, where there is one.
    """

    def __init__(self, text: str) -> None:
        self._starts = [1 if text.startswith("\ufeff") else 0, *(m.end() for m in _LINE_END.finditer(text))]
        self._size = len(text)

    def offset(self, line: int, column: int) -> int:
        """How many characters stand before a place; the end of the text for a place behind it."""
        if line > len(self._starts):
            return self._size
        return min(self._starts[line - 1] + column - 1, self._size)

    def slice(self, span: Span) -> slice:
        """The part of the text that a span is."""
        return slice(self.offset(span.line, span.column), self.offset(span.end_line, span.end_column))


def plain(text: str) -> str:
    """A text without byte-order mark, each of its lines ended by a line feed: as YAML's parser is given it."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def line_end(text: str) -> str:
    """How lines of a text end; a line feed where there is but one line."""
    found = _LINE_END.search(text)
    return found[0] if found else "\n"


def edited(text: str, edits: Iterable[Edit]) -> str:
    """A text with some edits made; those at one place in the order given.

    Line ends of what is put in become those of the text. Raises ValueError when two edits overlap.
    """
    places, ending = Places(text), line_end(text)
    parts: list[str] = []
    done = 0
    cuts = [(places.slice(edit.span), edit.text) for edit in edits]
    for cut, instead in sorted(cuts, key=lambda c: (c[0].start, c[0].stop)):
        if cut.start < done:
            raise ValueError("two edits overlap")
        parts += [text[done : cut.start], instead.replace("\n", ending)]
        done = cut.stop
    return "".join(parts) + text[done:]
