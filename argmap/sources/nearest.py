"""The passage of a text that is most like words that do not stand there, and what differs."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from difflib import SequenceMatcher
from heapq import nsmallest
from math import log
from operator import itemgetter
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
_CANDIDATES = 6
"""Passages that are compared word by word."""
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
        found = self._likest(quoted, words)
        if found is None:
            meant = [word if word in self._index.places else self._guess(word) for word in quoted]
            found = self._likest(meant, words) if meant != quoted else None
        return found

    def _likest(self, quoted: list[str], words: str) -> Nearest | None:
        """The best of the passages that share words with a quote, if it is like it."""
        passages = [laid for begin in self._candidates(quoted) if (laid := self._laid_over(begin, quoted))]
        if not passages:
            return None
        _, first, after = max(passages, key=itemgetter(0))
        there = self._words(first, after)
        span = self._index.starts[first], self._index.starts[after - 1] + len(there[-1])
        span = self._with_signs(span, words)
        passage = self._index.letters[slice(*span)]
        likeness = SequenceMatcher(None, passage[:500].lower(), words[:500].lower(), autojunk=False).ratio()
        if likeness < ALIKE_IN_LETTERS and 2 * _common(there, quoted) < ALIKE_IN_WORDS * (len(there) + len(quoted)):
            return None
        return Nearest(span, likeness, _side_by_side(self._index.text.seen(*span), words))

    def _candidates(self, quoted: list[str]) -> list[int]:
        """The numbers of words near which passages begin that share most words with a quote; rare ones weigh more."""
        total, width = len(self._index.starts), _width(quoted)
        places = [(offset, self._index.places.get(word, ())) for offset, word in enumerate(quoted)]
        rare = [(offset, there) for offset, there in places if 0 < len(there) <= _MOST_PLACES]
        votes: dict[int, float] = defaultdict(float)
        for offset, there in rare or places:
            weight = log(1 + total / (1 + len(there)))
            for number in there[:_MOST_PLACES]:
                votes[(number - offset) // width] += weight
        pairs = {bucket: weight + votes.get(bucket + 1, 0) for bucket, weight in votes.items()}
        best = nsmallest(_CANDIDATES, pairs, key=lambda bucket: (-pairs[bucket], bucket))
        return [max(0, bucket * width) for bucket in best]

    def _words(self, first: int, after: int) -> list[str]:
        """Words of the text by their numbers."""
        letters, starts = self._index.letters, self._index.starts
        matches = (_WORD.match(letters, starts[n]) for n in range(first, after))
        return [self._index.word(match[0]) for match in matches if match]

    def _laid_over(self, begin: int, quoted: list[str]) -> tuple[int, int, int] | None:
        """How much of a quote a passage has, and the numbers of its first word and of the one after it."""
        first = max(0, begin - 3)
        there = self._words(first, min(len(self._index.starts), begin + 2 * _width(quoted) + len(quoted) + 3))
        blocks = [b for b in SequenceMatcher(None, there, quoted, autojunk=False).get_matching_blocks() if b.size]
        if not blocks:
            return None
        head, tail = blocks[0], blocks[-1]
        low = max(0, head.a - head.b)
        high = min(len(there), tail.a + len(quoted) - tail.b)
        while high - low > len(quoted) and there[low] not in quoted:  # words that only stand beside swapped ones
            low += 1
        while high - low > len(quoted) and there[high - 1] not in quoted:
            high -= 1
        size = min(len(quoted), 30)
        shifts = sorted(range(max(-size, -low), min(size, len(there) - high) + 1), key=lambda n: (abs(n), n))
        common, shift = max(  # for words that were swapped
            ((_common(there[low + n : high + n], quoted), n) for n in shifts), key=lambda pair: pair[0]
        )
        return 4 * common + sum(b.size for b in blocks) - (high - low), first + low + shift, first + high + shift

    def _with_signs(self, span: Span, words: str) -> Span:
        """A passage with the signs behind its last word, as far as the quote has some there."""
        letters, (start, end) = self._index.letters, span
        signs = len(words) - len(words.rstrip("'\"-.,;:!?)"))
        while signs and end < len(letters) and not letters[end].isalnum() and letters[end] != " ":
            end, signs = end + 1, signs - 1
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


def _width(quoted: list[str]) -> int:
    """Within how many words places count as one."""
    return max(3, len(quoted) // 3)


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
