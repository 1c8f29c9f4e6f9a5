"""The ways of cross lines, from a chip to the box that it stands for: along gaps, and between the nodes of columns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from argmap.render.tidy.scene import Point

_BESIDE, _APART, _LANES = 7.0, 3.0, 4
"""Where lines run up or down in a gap, how far apart, and on how many lanes they take turns."""
_OFF = 4.0
"""How far a line keeps from the nodes between which it runs."""
_ROUND = 5.0
"""The radius of corners."""
_KAPPA = 0.55
"""Where the control points of a quarter of a circle lie, in parts of its radius."""

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
    return [_curved(_corners(link, columns, number)) for number, link in enumerate(links)]


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


def _curved(points: Sequence[Point]) -> tuple[Point, ...]:
    """A chain of curves along straight pieces, with round corners."""
    corners = [points[0]]
    for point, after in zip(points[1:], [*points[2:], None], strict=True):
        if point == corners[-1] and after is not None:
            continue
        turns = after is None or (point[0] - corners[-1][0]) * (after[1] - point[1]) != (point[1] - corners[-1][1]) * (
            after[0] - point[0]
        )
        if turns:
            corners.append(point)
    found = [corners[0]]
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        radius = min(_ROUND, _far(before, corner) / 2, _far(corner, after) / 2)
        enter, leave = _toward(corner, before, radius), _toward(corner, after, radius)
        found += [found[-1], enter, enter]
        near = (1 - _KAPPA) * radius
        found += [_toward(corner, before, near), _toward(corner, after, near), leave]
    return (*found, found[-1], corners[-1], corners[-1])


def _far(one: Point, other: Point) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _toward(one: Point, other: Point, by: float) -> Point:
    """A point from one toward another that is straight across or along."""
    far = _far(one, other)
    if not far:
        return one
    return one[0] + (other[0] - one[0]) * by / far, one[1] + (other[1] - one[1]) * by / far
