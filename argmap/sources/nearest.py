"""The passage of a text that is most like words that do not stand there, and what differs."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from difflib import SequenceMatcher
from math import log
from typing import NamedTuple

from argmap.sources.alike import alike
from argmap.sources.search import Index, Span

ALIKE_IN_LETTERS = 0.75
"""How alike a passage must be by its letters to be shown, from 0 to 1: twice those in common by those of both."""
ALIKE_IN_WORDS = 0.5
"""Or how alike by its words."""

_WORD = re.compile(r"\w+")
_MOST_PLACES = 2000
"""Places of one word that are looked at; a word with more says little."""
_MOST_WORDS = 300
"""Words of a quote that are looked for; what is longer is found by its beginning."""
_MOST_GUESSED = 200_000
"""Words of a text that are compared with misspelt ones, in all, before that costs too much."""


class Change(NamedTuple):
    """Words of a passage, and what a quote has in their place; either may be empty."""

    there: str
    quoted: str


class Nearest(NamedTuple):
    """The passage most like a quote."""

    span: Span
    likeness: float
    words: tuple[tuple[str, Change | None], ...]
    """The passage and the quote side by side: words that both have, or a change."""

    @property
    def changes(self) -> tuple[Change, ...]:
        """What differs."""
        return tuple(change for _, change in self.words if change)


class Finder:
    """Finds the nearest passages in one text."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._guessed = 0
        self._by_start: dict[tuple[str, int], list[str]] = {}

    def nearest(self, words: str) -> Nearest | None:
        """The passage that is most like words that were made alike; None when nothing is near."""
        if words.count(" ") >= _MOST_WORDS or len(words) > 10 * _MOST_WORDS:
            words = " ".join(words.split(" ", _MOST_WORDS)[:_MOST_WORDS])[: 10 * _MOST_WORDS]
        quoted = [self._index.word(word) for word in _WORD.findall(words)]
        meant = quoted
        best = self._best(quoted)
        if best is None:
            meant = [word if word in self._index.places else self._guess(word) for word in quoted]
            best = self._best(meant) if meant != quoted else None
        span = None if best is None else self._cropped(best, meant, words)
        if span is None:
            return None
        passage = self._index.letters[slice(*span)]
        likeness = SequenceMatcher(None, passage[:500].lower(), words[:500].lower(), autojunk=False).ratio()
        there = [self._index.word(word) for word in _WORD.findall(passage)]
        if likeness < ALIKE_IN_LETTERS and 2 * _common(there, quoted) < ALIKE_IN_WORDS * (len(there) + len(quoted)):
            return None
        return Nearest(span, likeness, _side_by_side(self._index.text.seen(*span), words))

    def _best(self, quoted: list[str]) -> int | None:
        """The number of the word of the text where the passage would begin that shares most words; rare ones weigh."""
        total, width = len(self._index.starts), max(3, len(quoted) // 3)
        votes: dict[int, float] = defaultdict(float)
        for offset, word in enumerate(quoted):
            places = self._index.places.get(word, ())
            weight = log(1 + total / (1 + len(places)))
            for number in places[:_MOST_PLACES]:
                votes[(number - offset) // width] += weight
        if not votes:
            return None
        most, least = max(votes.values()), sum(log(1 + total / 2) for _ in quoted) * 0.2
        found = min(bucket for bucket, weight in votes.items() if weight + votes.get(bucket + 1, 0) >= most)
        return max(0, found * width) if votes[found] + votes.get(found + 1, 0) >= least else None

    def _cropped(self, begin: int, quoted: list[str], words: str) -> Span | None:
        """The passage from its first word to its last: the quote's words laid over those of the text."""
        starts, letters = self._index.starts, self._index.letters
        width = max(3, len(quoted) // 3)
        first, after = max(0, begin - 3), min(len(starts), begin + 2 * width + len(quoted) + 3)
        there = [self._index.word(_WORD.match(letters, starts[n])[0]) for n in range(first, after)]  # type: ignore[index]
        blocks = [b for b in SequenceMatcher(None, there, quoted, autojunk=False).get_matching_blocks() if b.size]
        if not blocks:
            return None
        head, tail = blocks[0], blocks[-1]
        low = max(0, head.a - head.b)
        high = min(len(there), tail.a + tail.size + len(quoted) - tail.b - tail.size)
        size = min(len(quoted), 30)
        shifts = sorted(range(max(-size, -low), min(size, len(there) - high) + 1), key=lambda n: (abs(n), n))
        shift = max(shifts, key=lambda n: _common(there[low + n : high + n], quoted))  # for words that were swapped
        low, high = low + shift, high + shift
        start, last = starts[first + low], first + high - 1
        end = starts[last] + len(there[high - 1])
        ends = words[len(words.rstrip("'\"-.,;:!?)")) :]
        while ends and end < len(letters) and not letters[end].isalnum() and letters[end] != " ":
            end, ends = end + 1, ends[1:]
        return start, end

    def _guess(self, word: str) -> str:
        """The word of the text that a misspelt one is most likely to be; the word itself when there is none."""
        if not self._by_start:
            for known in self._index.places:
                self._by_start.setdefault((known[0], len(known)), []).append(known)
        near = [k for size in (0, 1, -1, 2, -2) for k in self._by_start.get((word[0], len(word) + size), ())]
        self._guessed += len(near)
        if self._guessed > _MOST_GUESSED:
            return word
        matcher = SequenceMatcher(None, "", word, autojunk=False)
        best, likeness = word, 0.7
        for known in near:
            matcher.set_seq1(known)
            if matcher.real_quick_ratio() > likeness and matcher.quick_ratio() > likeness:
                ratio = matcher.ratio()
                if ratio > likeness:
                    best, likeness = known, ratio
        return best


def _common(one: list[str], other: list[str]) -> int:
    """How many words two lists have in common."""
    return (Counter(one) & Counter(other)).total()


def _side_by_side(passage: str, quote: str) -> tuple[tuple[str, Change | None], ...]:
    """Passage and quote word by word, each word with the signs on it."""
    there, quoted = passage.split(), quote.split()
    matcher = SequenceMatcher(None, [alike(w).text for w in there], [alike(w).text for w in quoted], autojunk=False)
    found: list[tuple[str, Change | None]] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        words = " ".join(there[a:b])
        found.append((words, None) if kind == "equal" else ("", Change(words, " ".join(quoted[c:d]))))
    return tuple(found)
