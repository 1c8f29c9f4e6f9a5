"""Which lines of a map file an item or a key takes, with the comments that speak of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from argmap.mapfile.spots import Spot
from argmap.mapfile.tree import Branch

_DASH = re.compile(r"( *)-[ \t]*(#.*)?")
_LEAD = re.compile(r" *- +")


class Lines(NamedTuple):
    """Lines from ``first`` up to and without ``end``, counted from 0."""

    first: int
    end: int


class Extents:
    """The lines of one text (with plain line ends), and what stands on them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.split("\n")
        if not self.lines[-1]:
            self.lines.pop()

    def dash(self, spot: Spot) -> tuple[int, int]:
        """The line and the column of the dash of an item, in a list whose items have one."""
        mark = spot.node.start_mark
        lead = _LEAD.fullmatch(self.lines[mark.line][: mark.column])
        if lead:
            return mark.line, lead[0].index("-")
        line = mark.line - 1
        while not (found := _DASH.fullmatch(self.lines[line])):
            line -= 1
        return line, len(found[1])

    def item(self, spot: Spot) -> Lines:
        """The lines of an item of a list with dashes: comments above it, all that stands in it, comments below that.

        Comments above speak of it when they stand in the column of its dash; those below when they stand further right.
        """
        line, column = self.dash(spot)
        return Lines(self._above(line, column), self._below(self.last(spot.node), column))

    def key(self, key: Any, value: Any) -> Lines:
        """The lines of a key with its value; a list may stand in the same column."""
        column = key.start_mark.column
        return Lines(self._above(key.start_mark.line, column), self._below(self.last(key, value), column))

    def last(self, *nodes: Any) -> int:
        """The last line on which something of a node stands."""
        node = nodes[-1]
        while isinstance(node, Branch) and not node.flow and node.children:
            node = node.children[-1]
        if isinstance(node, Branch) or node.style not in ("|", ">"):
            return int(node.end_mark.line)
        start, end = node.start_mark.index, node.end_mark.index
        header = self.text[start:end].partition("\n")[0].partition("#")[0]
        block = self.text[start:end]
        return int(node.start_mark.line) + (block.rstrip("\n") if "+" not in header else block[:-1]).count("\n")

    def _above(self, line: int, column: int) -> int:
        """The first of the comments that stand right above a line in some column."""
        while line and self._comment(line - 1) == column:
            line -= 1
        return line

    def _below(self, last: int, column: int) -> int:
        """The line after the comments that stand below a line, further right than some column."""
        end = here = last + 1
        while here < len(self.lines):
            comment = self._comment(here)
            if comment is not None and comment > column:
                end = here + 1
            elif self.lines[here].strip():
                break
            here += 1
        return end

    def _comment(self, line: int) -> int | None:
        """The column of a comment that has the line for itself."""
        bare = self.lines[line].lstrip(" ")
        return len(self.lines[line]) - len(bare) if bare.startswith("#") else None

    def with_gap(self, taken: Lines) -> Lines:
        """Lines that are to go, with the empty lines above them where there are others below, or nothing."""
        first, end = taken
        while first and self._is_empty(first - 1) and (end >= len(self.lines) or self._is_empty(end)):
            first -= 1
        return Lines(first, end)

    def _is_empty(self, line: int) -> bool:
        return not self.lines[line].strip()

    def shifted(self, lines: Lines, column: int) -> list[str]:
        """The lines without the spaces before some column."""
        return [line[min(column, len(line) - len(line.lstrip(" "))) :] for line in self.lines[slice(*lines)]]


def indented(lines: Iterable[str], column: int) -> list[str]:
    """Lines moved to the right, empty ones left empty."""
    return [" " * column + line if line else "" for line in lines]
