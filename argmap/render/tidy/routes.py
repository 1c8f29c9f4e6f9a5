"""The ways of lines through the gap between two columns: side by side, never through a box, never across another."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from argmap.render.tidy.scene import Point

APART = 6.0
"""The gap between lines that run side by side."""
_LANDING = 16.0
"""How far from both columns lines turn."""
_NARROWEST = 48.0
"""The width of a gap with few lines."""
_STRAIGHT = 6.0
"""How far beside the middle of a box a line may begin to be straight."""
_TURN = 40.0
"""How much height a line takes to turn."""
_ROUND = 0.55
"""Where the control points of a quarter of an ellipse lie."""
_CORNER = 5.0
"""The radius of corners."""


class Way(NamedTuple):
    """What a line joins: the right side of a box and the height there, and the height of the bar where it ends."""

    x: float
    start: float
    end: float


class Lanes(NamedTuple):
    """Where each way runs up or down, from the middle of the gap, and how wide the gap must be."""

    offsets: list[float]
    width: float


def departures(middle: float, height: float, ends: Sequence[float], apart: float = APART) -> list[float]:
    """The heights at which lines leave a box for their ends: spread about its middle, a single one straight on."""
    number = len(ends)
    if number == 1:
        return [ends[0] if abs(ends[0] - middle) <= _STRAIGHT else middle]
    apart = min(apart, (height - 16) / (number - 1))
    return [middle + (n - (number - 1) / 2) * apart for n in range(number)]


def straight(start: Point, end: Point) -> tuple[Point, ...]:
    """A straight line as a curve."""
    return start, start, end, end


def lanes(ways: Sequence[Way]) -> Lanes:
    """A lane for each of the ways through one gap, given from the top.

    Ways that go up or down past each other take lanes beside each other: the lower one turns first where they go down,
    the higher one where they go up, so that they do not cross.
    """
    bundles: list[list[int]] = []
    reached = 0.0
    for number, way in enumerate(ways):
        down = way.end > way.start
        if abs(way.end - way.start) < 1:
            continue
        last = ways[bundles[-1][-1]] if bundles else None
        if last and (last.end > last.start) == down and min(way.start, way.end) < reached:
            bundles[-1].append(number)
        else:
            bundles.append([number])
        reached = max(way.start, way.end)
    offsets = [0.0] * len(ways)
    most = max(map(len, bundles), default=1)
    width = max(_NARROWEST, 2 * _LANDING + min(APART, 90 / most) * most)
    for bundle in bundles:
        down = ways[bundle[0]].end > ways[bundle[0]].start
        apart = min(APART, (width - 2 * _LANDING) / len(bundle))
        for place, number in enumerate(reversed(bundle) if down else bundle):
            offsets[number] = (place - (len(bundle) - 1) / 2) * apart
    return Lanes(offsets, width)


def curve(way: Way, lane: float, left: float, right: float) -> tuple[Point, ...]:
    """The curves of a line: straight to the gap that begins at ``left``, in its lane up or down, to the bar."""
    x, y, end = way
    points = list(straight((x, y), (left, y))) if left > x else [(x, y)]
    height = end - y
    if abs(height) <= 2 * _TURN:
        return (*points, (lane, y), (lane, end), (right, end))
    turn = _TURN if height > 0 else -_TURN
    points += [(left + _ROUND * (lane - left), y), (lane, y + turn * (1 - _ROUND)), (lane, y + turn)]
    points += straight((lane, y + turn), (lane, end - turn))[1:]
    points += [(lane, end - turn * (1 - _ROUND)), (right - _ROUND * (right - lane), end), (right, end)]
    return tuple(points)


def rounded_way(points: Sequence[Point]) -> tuple[Point, ...]:
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
        radius = min(_CORNER, math.dist(before, corner) / 2, math.dist(corner, after) / 2)
        enter, leave = _toward(corner, before, radius), _toward(corner, after, radius)
        found += [found[-1], enter, enter]
        near = (1 - _ROUND) * radius
        found += [_toward(corner, before, near), _toward(corner, after, near), leave]
    return (*found, found[-1], corners[-1], corners[-1])


def _toward(one: Point, other: Point, by: float) -> Point:
    """A point from one toward another."""
    far = math.dist(one, other)
    if not far:
        return one
    return one[0] + (other[0] - one[0]) * by / far, one[1] + (other[1] - one[1]) * by / far
