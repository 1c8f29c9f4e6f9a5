"""The ways of cross lines, from a chip to the box that it stands for: along gaps, and between the nodes of columns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from argmap.render.tidy.routes import rounded_way
from argmap.render.tidy.scene import Point

_BESIDE, _APART, _LANES = 7.0, 3.0, 4
"""Where lines run up or down in a gap, how far apart, and on how many lanes they take turns."""
_OFF = 4.0
"""How far a line keeps from the nodes between which it runs."""

Band = tuple[float, float]


class Column(NamedTuple):
    """A column: where the gap behind it begins, and from where to where each of its nodes reaches, from the top."""

    gap: float
    bands: Sequence[Band]


class Link(NamedTuple):
    """What a cross line joins: where it begins and where it ends, each with its column."""

    start: Point
    begin: int
    end: Point
    target: int


def crossings(links: Sequence[Link], columns: Sequence[Column]) -> list[tuple[Point, ...]]:
    """The curves of cross lines: out into the gap behind the chip's column, and from gap to gap to the box's."""
    return [rounded_way(_corners(link, columns, number)) for number, link in enumerate(links)]


def _corners(link: Link, columns: Sequence[Column], number: int) -> list[Point]:
    """The way of a line in straight pieces, which run across and along in turn."""
    beside = _BESIDE + _APART * (number % _LANES)
    here, y = link.begin, link.start[1]
    points = [link.start, (columns[here].gap + beside, y)]
    back = link.target < link.begin
    for column in range(link.begin, link.target, -1) if back else range(link.begin + 1, link.target + 1):
        y = _between(columns[column].bands, y)
        here = column - 1 if back else column
        points += [(points[-1][0], y), (columns[here].gap + beside, y)]
    points += [(points[-1][0], link.end[1]), link.end]
    return points


def _between(bands: Sequence[Band], y: float) -> float:
    """The height nearest to a given one at which a line runs through a column without touching a node."""
    at = bisect_right(bands, (y, float("inf")))
    choices = []
    for place in range(max(at - 1, 0), min(at + 1, len(bands)) + 1):  # the free stretches about the nearest nodes
        low = bands[place - 1][1] if place else -2 * _OFF
        high = bands[place][0] if place < len(bands) else float("inf")
        choices.append((low + high) / 2 if high - low < 2 * _OFF else min(max(y, low + _OFF), high - _OFF))
    return min(choices, key=lambda choice: (abs(choice - y), choice))
