"""Where a quote stands in a text, part by part, in whichever way of reading it is there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from argmap.sources.brackets import Piece, Reading, readings
from argmap.sources.search import Index, Span
from argmap.sources.where import is_within


class Sought(NamedTuple):
    """The places of a quote; when there is none, ``missing`` is the part of it that is not there, or nothing."""

    spans: list[Span]
    missing: str = ""
    reading: Reading = Reading(())
    """How the quote was read."""
    parts: Mapping[Span, tuple[Span, ...]] = MappingProxyType({})
    """For each place those of its pieces."""


class Seeker:
    """Looks quotes up in one text."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._found: dict[Piece, list[Span]] = {}

    def find(self, quote: str, within: tuple[tuple[int, int], ...]) -> Sought:
        """Where a quote stands; of parts that are apart, ``within``, stretches of the file, says where to look."""
        missing = ""
        for reading in readings(quote):
            found = [self._places(piece) for piece in reading.pieces]
            absent = [piece for piece, there in zip(reading.pieces, found, strict=True) if not there]
            if found and not absent and (joined := self._joined(found, reading, within)):
                return Sought([(parts[0][0], parts[-1][1]) for parts in joined], "", reading, _by_whole(joined))
            if not reading.has_bare_dots:
                missing = absent[0].variants[0] if absent else ""
        return Sought([], missing)

    def is_cut(self, span: Span, reading: Reading) -> bool:
        """Whether a place begins or ends inside of a word, and no bracket says so."""
        first, last = reading.pieces[0], reading.pieces[-1]
        return (not first.begins_inside and self._index.is_cut((span[0], span[0]))) or (
            not last.ends_inside and self._index.is_cut((span[1], span[1]))
        )

    def _places(self, piece: Piece) -> list[Span]:
        """The places of words, exactly if there are such, else by their letters."""
        if piece not in self._found:
            self._found[piece] = self._looked_up(piece)
        return self._found[piece]

    def _looked_up(self, piece: Piece) -> list[Span]:
        if piece.begins_inside or piece.ends_inside:
            return sorted({s for words in piece.variants for s in self._partly(words, piece)})
        found = sorted({span for words in piece.variants for span in self._index.exact(words)})
        if found and all(self._index.is_cut(span) for span in found):  # whole words are better, whatever else differs
            loosely = self._index.by_letters(piece.variants[0])
            found = loosely if loosely and not self._index.is_cut(loosely[0]) else found
        return found or self._index.by_letters(piece.variants[0])

    def _partly(self, words: str, piece: Piece) -> list[Span]:
        """The places of words that may begin or end inside of others."""
        return [
            (start, end)
            for start, end in self._index.anywhere(words)
            if (piece.begins_inside or not self._index.is_cut((start, start)))
            and (piece.ends_inside or not self._index.is_cut((end, end)))
        ]

    def _joined(
        self, found: list[list[Span]], reading: Reading, within: tuple[tuple[int, int], ...]
    ) -> list[tuple[Span, ...]]:
        """The places in which parts follow each other: those in one paragraph or within, else the shortest.

        From each place of the rarest part the others are looked for in both directions.
        """
        if len(found) == 1:
            return [(span,) for span in found[0]]
        rarest = min(range(len(found)), key=lambda n: len(found[n]))
        starts = [[s for s, _ in places] for places in found]
        backwards = [sorted((e, s) for s, e in places) for places in found]
        joined: list[tuple[Span, ...]] = []
        for span in found[rarest]:
            parts = [span]
            for n in range(rarest + 1, len(found)):
                at = bisect_left(starts[n], parts[-1][1])
                if at == len(starts[n]) or self._is_far(parts[-1][1], starts[n][at], reading.pieces[n]):
                    break
                parts.append(found[n][at])
            else:
                for n in range(rarest - 1, -1, -1):
                    at = bisect_left(backwards[n], (parts[0][0] + 1, 0)) - 1
                    if at < 0 or self._is_far(backwards[n][at][0], parts[0][0], reading.pieces[n + 1]):
                        break
                    end, begin = backwards[n][at]
                    parts.insert(0, (begin, end))
                else:
                    joined.append(tuple(parts))
        text = self._index.text
        wholes = {parts: (parts[0][0], parts[-1][1]) for parts in joined}
        near = [p for p, s in wholes.items() if self._is_one(s) or is_within(*text.origin(*s), within)]
        return near or sorted(wholes, key=lambda p: p[-1][1] - p[0][0])[:1]

    def _is_far(self, end: int, start: int, piece: Piece) -> bool:
        """Whether more words stand before a piece than may."""
        return piece.gap is not None and len(self._index.letters[end:start].split()) > piece.gap

    def _is_one(self, span: Span) -> bool:
        first, last = self._index.text.block_numbers(*self._index.text.origin(*span))
        return first == last


def _by_whole(joined: list[tuple[Span, ...]]) -> dict[Span, tuple[Span, ...]]:
    found: dict[Span, tuple[Span, ...]] = {}
    for parts in joined:
        found.setdefault((parts[0][0], parts[-1][1]), parts)
    return found
