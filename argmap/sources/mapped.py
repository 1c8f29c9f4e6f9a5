"""Texts made from other texts, whose every letter still knows where it stood."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable


class Mapped:
    """A text made from another; `start` and `end` lead from a place in it to the place in that other."""

    def __init__(self, text: str, starts: list[int], origins: list[int]) -> None:
        self.text = text
        self._starts = starts
        """Where runs of letters begin that stand side by side in the other text too."""
        self._origins = origins
        """Where these runs begin in the other text."""

    def start(self, place: int) -> int:
        """Where the letter at a place comes from; the end of the other text for the end of this one."""
        run = bisect_right(self._starts, place) - 1
        return self._within(run, place)

    def end(self, place: int) -> int:
        """Where the letter before a place ends in the other text."""
        run = max(0, bisect_left(self._starts, place) - 1)
        if run + 1 < len(self._starts) and self._starts[run + 1] == place:
            return self._origins[run + 1]
        return self._within(run, place)

    def _within(self, run: int, place: int) -> int:
        found = self._origins[run] + place - self._starts[run]
        return min(found, self._origins[run + 1]) if run + 1 < len(self._origins) else found

    def place_of(self, origin: int) -> int:
        """Where a letter of the other text stands in this one, or what comes after it where it was left out."""
        run = bisect_right(self._origins, origin) - 1
        found = self._starts[run] + origin - self._origins[run]
        return min(found, self._starts[run + 1]) if run + 1 < len(self._starts) else min(found, len(self.text))

    def with_text(self, text: str) -> Mapped:
        """The same places with other letters; there must be as many."""
        assert len(text) == len(self.text)
        return Mapped(text, self._starts, self._origins)


class Pieces:
    """Puts a mapped text together, from its beginning to its end."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._starts: list[int] = [0]
        self._origins: list[int] = [0]
        self.length = 0

    def add(self, text: str, start: int, end: int) -> None:
        """Add what stands for a stretch of the other text, which begins where the last one ended or later."""
        self._starts.append(self.length)
        self._origins.append(start)
        self._texts.append(text)
        self.length += len(text)
        self._starts.append(self.length)
        self._origins.append(end)

    def mapped(self) -> Mapped:
        """The text as it was put together."""
        return Mapped("".join(self._texts), self._starts, self._origins)


def replaced(text: str, pattern: re.Pattern[str], instead: Callable[[re.Match[str]], str]) -> Mapped:
    """A text in which something else stands for each match of a pattern."""
    texts: list[str] = []
    starts, origins = [0], [0]
    here = length = 0
    for match in pattern.finditer(text):
        start, end = match.span()
        new = instead(match)
        texts += (text[here:start], new)
        length += start - here
        starts += (length, length + len(new))
        origins += (start, end)
        length += len(new)
        here = end
    texts.append(text[here:])
    return Mapped("".join(texts), starts, origins)
