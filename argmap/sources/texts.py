"""The text of a source: its words, and the paragraphs, lines and pages that places in it are told by."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from argmap.sources.alike import alike
from argmap.sources.mapped import Mapped

LONGEST_HEADING = 100
"""Characters of a block that may be a heading: one that does not end as a sentence does."""

_SENTENCE = re.compile(
    r"[.!?…:;。！？।॥؟۔](?:[\"'”’»›」』)\]*_`\s⁰¹²³⁴-⁹]|\[\^?\w{1,4}\]|\(\d{1,3}\))*\Z"  # marks and notes may follow
)
_LINE_ENDS = re.compile(r"\r\n|\r|\n")


class Block(NamedTuple):
    """A stretch of a text that stands by itself: a paragraph with its number, or a heading, which has none."""

    start: int
    end: int
    number: int | None

    def counts_after(self, place: int) -> bool:
        """Whether it is a paragraph that begins behind a place."""
        return self.number is not None and self.start > place


class Place(NamedTuple):
    """A stretch of a text, in code points from 0, with the lines, paragraphs and pages that it begins and ends in.

    Lines count from 1. A paragraph is None in a heading, a page where the text has none.
    """

    start: int
    end: int
    lines: tuple[int, int]
    paragraphs: tuple[int | None, int | None]
    pages: tuple[str | None, str | None] = (None, None)


class Text:
    """The text of a source.

    ``whole`` is all that the file holds, which places are counted in, ``shown`` what of it a reader sees. ``blocks``
    are stretches of ``whole`` in their order with whether they may count as paragraphs. ``pages`` has the name of each
    page with where it begins.
    """

    def __init__(
        self,
        whole: str,
        blocks: Iterable[tuple[int, int, bool]],
        shown: Mapped | None = None,
        pages: Sequence[tuple[str, int]] = (),
        form: str = "text",
        has_paragraphs: bool = True,
    ) -> None:
        self.whole = whole
        self.form = form
        self.has_paragraphs = has_paragraphs
        """Whether its paragraphs can be counted; where not, there is one block to a page."""
        self.pages = tuple(pages)
        self.blocks = _numbered(blocks)
        self.paragraphs = tuple(b for b in self.blocks if b.number is not None)
        self._shown = shown
        self._starts = [b.start for b in self.blocks]
        self._page_starts = [start for _, start in self.pages]

    @cached_property
    def alike(self) -> Mapped:
        """What a reader sees, as it is compared; its places lead into what the reader sees."""
        return alike(self._shown.text if self._shown else self.whole)

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of `alike` stands in the file."""
        first, after = self.alike.start(start), self.alike.end(end)
        return (self._shown.start(first), self._shown.end(after)) if self._shown else (first, after)

    def shown(self, start: int, end: int) -> str:
        """What a reader sees of a stretch of the file."""
        if self._shown is None:
            return self.whole[start:end]
        return self._shown.text[self._shown.place_of(start) : self._shown.place_of(end)].strip()

    def first_of_block(self, place: int) -> int | None:
        """Where the block begins that has a place of `alike` as its first letter; None when it begins none."""
        start, _ = self.origin(place, place + 1)
        found = bisect_right(self._starts, start) - 1
        if found < 0:
            return None
        block = self.blocks[found]
        is_first = place == 0 or self.origin(place - 1, place)[0] < block.start
        return block.start if is_first and start < block.end else None

    def block_of(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of `alike` that holds a stretch of it with the blocks that it begins and ends in."""
        first, last = self.origin(start, end)
        begin, until = self.block_numbers(first, last)
        if begin < 0:
            return start, end
        low, high = self.blocks[begin].start, max(last, self.blocks[until].end)
        if self._shown is not None:
            low, high = self._shown.place_of(low), self._shown.place_of(high)
        return min(start, self.alike.place_of(low)), max(end, self.alike.place_of(high))

    def seen(self, start: int, end: int) -> str:
        """What a reader sees of a stretch of `alike`, as it stands there."""
        return self.readable[slice(*self.in_readable(start, end))]

    @property
    def readable(self) -> str:
        """All that a reader sees."""
        return self._shown.text if self._shown else self.whole

    def in_readable(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of `alike` stands in what a reader sees."""
        return self.alike.start(start), self.alike.end(end)

    def readable_block(self, block: Block) -> tuple[int, int]:
        """Where a block stands in what a reader sees."""
        if self._shown is None:
            return block.start, block.end
        return self._shown.place_of(block.start), self._shown.place_of(block.end)

    @cached_property
    def line_starts(self) -> list[int]:
        """Where each line begins."""
        return [0, *(match.end() for match in _LINE_ENDS.finditer(self.whole))]

    def place(self, start: int, end: int) -> Place:
        """A stretch of the file with what it is found by."""
        last = max(start, end - 1)
        lines = (bisect_right(self.line_starts, start), bisect_right(self.line_starts, last))
        paragraphs = (self._paragraph(start), self._paragraph(last)) if self.has_paragraphs else (None, None)
        return Place(start, end, lines, paragraphs, self._pages(start, last))

    def block_numbers(self, start: int, end: int) -> tuple[int, int]:
        """In which blocks of the file a stretch begins and ends, counted from 0, headings too."""
        return bisect_right(self._starts, start) - 1, bisect_right(self._starts, max(start, end - 1)) - 1

    def name_of(self, block: Block) -> str:
        """How people would call a block that counts."""
        if self.has_paragraphs:
            return f"para. {block.number}"
        return f"p. {self._pages(block.start, block.start)[0]}"

    def with_pages(self, pages: Sequence[tuple[str, int]], form: str) -> Text:
        """The same text with pages of other names."""
        blocks = [(b.start, b.end, b.number is not None) for b in self.blocks]
        return Text(self.whole, blocks, self._shown, pages, form, self.has_paragraphs)

    def counted(self, blocks: Iterable[tuple[int, int, bool]]) -> Text:
        """The same text with other blocks."""
        return Text(self.whole, blocks, self._shown, self.pages, self.form, self.has_paragraphs)

    def _paragraph(self, place: int) -> int | None:
        found = bisect_right(self._starts, place) - 1
        return self.blocks[found].number if found >= 0 and place < self.blocks[found].end else None

    def _pages(self, start: int, last: int) -> tuple[str | None, str | None]:
        if not self.pages:
            return None, None
        first, after = (max(0, bisect_right(self._page_starts, place) - 1) for place in (start, last))
        return self.pages[first][0], self.pages[after][0]


def _numbered(blocks: Iterable[tuple[int, int, bool]]) -> tuple[Block, ...]:
    found = []
    number = 0
    for start, end, counts in blocks:
        number += counts
        found.append(Block(start, end, number if counts else None))
    return tuple(found)


def is_prose(text: str) -> bool:
    """Whether a block counts as a paragraph: it ends as a sentence does, or is too long for a heading."""
    stripped = text.strip()
    return len(stripped) > LONGEST_HEADING or _SENTENCE.search(stripped[-40:]) is not None
