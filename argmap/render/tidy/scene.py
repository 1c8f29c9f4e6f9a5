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


class Part(NamedTuple):
    """Things that belong together, with the name, the classes, the tooltip and the link of the whole."""

    things: tuple[Thing, ...]
    classes: str
    id: str | None = None
    tooltip: str | None = None
    link: str | None = None


Thing = Text | Shape | Curve | Part


class Scene(NamedTuple):
    """A whole picture; the places of its things are counted from ``origin``.

    What lies below comes first; a thing is made when it is asked for, and only once, since a large map has many.
    """

    width: float
    height: float
    origin: Point
    background: str
    things: Iterator[Thing]
