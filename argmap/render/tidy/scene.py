"""Placed things: what a picture shows where, in points."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

Point = tuple[float, float]


class Text(NamedTuple):
    """One line of text: where its baseline begins, which is at its right end where it runs ``to_left``."""

    x: float
    y: float
    text: str
    size: int
    colour: str
    bold: bool = False
    italic: bool = False
    to_left: bool = False


class Shape(NamedTuple):
    """A rectangle: its fill, the colour of its line with a dash pattern, and the radius of its corners."""

    left: float
    top: float
    right: float
    bottom: float
    fill: str | None
    line: str | None = None
    dash: str = ""
    radius: float = 0


class Curve(NamedTuple):
    """A chain of cubic curves: a first point, then two control points and an end for each curve."""

    points: tuple[Point, ...]
    colour: str
    width: float
    dashed: bool = False
    dotted: bool = False


class Polygon(NamedTuple):
    """A filled shape with straight sides, such as the point of an arrow, and the colour of its line."""

    points: tuple[Point, ...]
    fill: str
    line: str


class Part(NamedTuple):
    """Things that belong together, with the name, the classes, the tooltip and the link of the whole."""

    things: tuple[Thing, ...]
    classes: str
    id: str | None = None
    tooltip: str | None = None
    link: str | None = None


Thing = Text | Shape | Curve | Polygon | Part


class Scene(NamedTuple):
    """A whole picture; the places of its things are counted from ``origin``.

    ``scale`` is how large it is on paper. What lies below comes first; a thing is made when it is asked for, and only
    once, since a large map has many.
    """

    width: float
    height: float
    origin: Point
    background: str
    things: Iterator[Thing]
    scale: float = 1.0


_ROUND = 0.45
"""How far from a corner the control points of a quarter of a circle lie, in parts of its radius."""


def bends(shape: Shape) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Where the round corners of a shape bend, across and down: near the corner, and where the straight side begins."""
    left, top, right, bottom = shape[:4]
    r = min(shape.radius, (right - left) / 2, (bottom - top) / 2)
    k = _ROUND * r
    return (left + k, left + r, right - r, right - k), (top + k, top + r, bottom - r, bottom - k)


def rounded(shape: Shape) -> tuple[Point, ...]:
    """The outline of a shape with round corners as a chain of curves: a corner and a straight side in turn."""
    left, top, right, bottom = shape[:4]
    (x1, x2, x3, x4), (y1, y2, y3, y4) = bends(shape)
    return (
        (x3, top), (x4, top), (right, y1), (right, y2), (right, y2), (right, y3),
        (right, y3), (right, y4), (x4, bottom), (x3, bottom), (x3, bottom), (x2, bottom),
        (x2, bottom), (x1, bottom), (left, y4), (left, y3), (left, y3), (left, y2),
        (left, y2), (left, y1), (x1, top), (x2, top), (x2, top), (x3, top), (x3, top),
    )  # fmt: skip
