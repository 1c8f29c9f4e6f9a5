"""Finding words in a text: exactly, once both are made alike, or by their letters alone."""

from __future__ import annotations

import re
from array import array
from functools import cached_property

from argmap.sources.alike import is_inside_word, loose
from argmap.sources.mapped import Mapped
from argmap.sources.texts import Text

Span = tuple[int, int]
"""The start and the end of a stretch of `Text.alike`."""

MOST = 10_000
"""Places of the same words that are looked at."""

_WORD = re.compile(r"\w+")
_FREQUENT = 500
"""Places of a word from which on it is faster to go through the whole text."""


class Index:
    """The words of a text with their places; made once, for many quotes."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.letters = text.alike.text
        self.starts = array("q")
        self.places: dict[str, array[int]] = {}
        """For each word the numbers of its places, counted in words."""
        for number, match in enumerate(_WORD.finditer(self.letters.lower() if self._keeps_places else self.letters)):
            word = match[0]
            self.starts.append(match.start())
            if word not in self.places:
                self.places[word] = array("q")
            self.places[word].append(number)

    @cached_property
    def _keeps_places(self) -> bool:
        """Whether small letters are as many as the letters, as in nearly every text."""
        return len(self.letters.lower()) == len(self.letters)

    def word(self, text: str) -> str:
        """A word as it stands in the index."""
        return text.lower() if self._keeps_places else text

    @cached_property
    def loose(self) -> Mapped:
        """The letters of the text alone; its places lead into `Text.alike`."""
        return loose(self.letters)

    def exact(self, words: str) -> list[Span]:
        """Where words stand that were made alike, as whole words; where they stand inside of words if nowhere else."""
        found, is_surely_absent = self._by_rarest(words)
        if found or is_surely_absent:
            return found
        all_places = self.anywhere(words)
        whole = [span for span in all_places if not self.is_cut(span)]
        return whole or all_places

    def anywhere(self, words: str) -> list[Span]:
        """Where words stand, inside of others too."""
        return _all(self.letters, words)

    def _by_rarest(self, words: str) -> tuple[list[Span], bool]:
        """The places by the rarest of the words, and whether there can be no others."""
        tokens = list(_WORD.finditer(words))
        known = [(len(self.places.get(self.word(t[0]), ())), t) for t in tokens]
        if any(not count for count, _ in known[1:-1]):
            return [], True
        counts = [(count, n) for n, (count, _) in enumerate(known) if count]
        if not counts or min(counts)[0] > _FREQUENT:
            return [], False
        token = known[min(counts)[1]][1]
        found = []
        for number in self.places[self.word(token[0])]:
            start = self.starts[number] - token.start()
            if start >= 0 and self.letters.startswith(words, start):
                span = (start, start + len(words))
                if not self.is_cut(span):
                    found.append(span)
        return found, False

    def by_letters(self, words: str) -> list[Span]:
        """Where the letters of some words stand, whatever else is between them."""
        letters = loose(words).text
        if not letters:
            return []
        spans = [(self.loose.start(start), self.loose.end(end)) for start, end in _all(self.loose.text, letters)]
        whole = [span for span in spans if not self.is_cut(span)]
        return whole or spans

    def is_cut(self, span: Span) -> bool:
        """Whether a stretch begins or ends inside of a word."""
        return is_inside_word(self.letters, span[0]) or is_inside_word(self.letters, span[1])


def _all(text: str, words: str) -> list[Span]:
    """The places of words from the beginning on, those too that overlap."""
    found: list[Span] = []
    start = text.find(words)
    while start >= 0 and len(found) < MOST:
        found.append((start, start + len(words)))
        start = text.find(words, start + 1)
    return found
