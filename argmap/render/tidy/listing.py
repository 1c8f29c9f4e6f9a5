"""The list of statements beside or below a diagram of numbers, in columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from argmap.render.styles.blocks import Item
from argmap.render.tidy.fit import FitPanel, Run, fit_panel, fit_words
from argmap.render.tidy.placing import placed_lines, placed_panel
from argmap.render.tidy.scene import Part, Thing

_INDENT = 32.0
"""Where words begin beside their numbers."""
_BELOW, _BESIDE = 9.0, 24.0
"""The gaps between pieces of the list, and between its columns."""
_APART = 36.0
"""The gap between a diagram and its list."""
_MOST = 64
"""Columns that are tried."""
_SHEET = 2**0.5
"""How many times as wide as high a sheet is."""


class FitItem(NamedTuple):
    """A piece of the list, measured."""

    number: FitPanel | None
    runs: list[Run]
    height: float


Columns = list[list[FitItem]]


class Listing(NamedTuple):
    """A list in columns: the pieces of each, where it begins beside its diagram, and the size of both together."""

    columns: Columns
    left: float
    top: float
    width: float
    height: float


def fitted(items: Sequence[Item], wrap: int) -> list[FitItem]:
    """The pieces of a list whose words may be so wide."""
    return [_fit(item, wrap) for item in items]


def _fit(item: Item, wrap: int) -> FitItem:
    number = fit_panel(item.number) if item.number else None
    runs, height = fit_words(item.words, wrap, 0, 0)
    if number and item.words:  # the first line stands beside the middle of its number
        down = max(0.0, (number.height - item.words[0].size) / 2 - 0.5)
        runs, height = [run._replace(y=run.y + down) for run in runs], height + down
    return FitItem(number, runs, max(height, number.height if number else 0))


def beside(items: Sequence[FitItem], wrap: int, width: float, height: float) -> Listing:
    """The list beside or below a diagram of some size, as both are largest on a landscape sheet."""
    choices = []
    number = 1
    while number <= min(_MOST, len(items)):
        columns = balanced(items, number)
        wide = len(columns) * (_INDENT + wrap + _BESIDE) - _BESIDE
        high = max(map(_height, columns))
        right = Listing(columns, width + _APART, 0.0, width + _APART + wide, max(height, high))
        below = Listing(columns, 0.0, height + _APART, max(width, wide), height + _APART + high)
        choices += [right, below]
        number += max(1, number // 4)
    return min(
        choices,
        key=lambda c: (max(c.width, c.height * _SHEET), c.width * c.height),
        default=Listing([], 0, 0, width, height),
    )


def balanced(items: Sequence[FitItem], number: int) -> Columns:
    """At most so many columns, about as high as each other."""
    share = sum(item.height + _BELOW for item in items) / number
    columns: Columns = [[]]
    used = 0.0
    for item in items:
        if columns[-1] and len(columns) < number and used + item.height / 2 > share * len(columns):
            columns.append([])
        columns[-1].append(item)
        used += item.height + _BELOW
    return columns


def filled(items: Sequence[FitItem], wrap: int, wide: float, high: float) -> list[Columns]:
    """The columns of pages of a size, filled one after the other."""
    most = max(1, int((wide + _BESIDE) / (_INDENT + wrap + _BESIDE)))
    pages: list[Columns] = [[[]]]
    used = 0.0
    for item in items:
        if pages[-1][-1] and used + item.height > high:
            if len(pages[-1]) < most:
                pages[-1].append([])
            else:
                pages.append([[]])
            used = 0.0
        pages[-1][-1].append(item)
        used += item.height + _BELOW
    return pages


def extent(columns: Sequence[Sequence[FitItem]], wrap: int) -> tuple[float, float]:
    """How wide and how high columns are."""
    wide = len(columns) * (_INDENT + wrap + _BESIDE) - _BESIDE
    return wide, max(map(_height, columns), default=0.0)


def _height(column: Sequence[FitItem]) -> float:
    return sum(item.height + _BELOW for item in column) - _BELOW


def placed_list(columns: Sequence[Sequence[FitItem]], wrap: int, left: float, top: float) -> Iterator[Thing]:
    """The columns of a list at their place."""
    for at, column in enumerate(columns):
        x, y = left + at * (_INDENT + wrap + _BESIDE), top
        for item in column:
            things: list[Thing] = []
            begin = x + _INDENT
            if item.number:
                things += placed_panel(item.number, begin - 8 - item.number.width, y, {})
            things += placed_lines(item.runs, begin, y, begin + wrap)
            yield Part(tuple(things), "listed")
            y += item.height + _BELOW
