"""What a drawn SVG shows, measured: boxes, texts and lines with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot
from xml.etree import ElementTree

from attrs import evolve, frozen

from argmap.render.metrics import width

SVG = "{http://www.w3.org/2000/svg}"
Point = tuple[float, float]


@frozen
class Rect:
    """A box: its name, its corners and the texts in it."""

    name: str
    left: float
    top: float
    right: float
    bottom: float
    texts: tuple[ElementTree.Element, ...] = ()

    def holds(self, point: Point, margin: float = 1.0) -> bool:
        """Whether a point lies inside, further than the margin from every side."""
        x, y = point
        return self.left + margin < x < self.right - margin and self.top + margin < y < self.bottom - margin

    def overlaps(self, other: Rect, margin: float = 1.0) -> bool:
        """Whether two boxes cover each other by more than the margin."""
        return (
            self.left < other.right - margin
            and other.left < self.right - margin
            and self.top < other.bottom - margin
            and other.top < self.bottom - margin
        )


def boxes(root: ElementTree.Element) -> list[Rect]:
    """The boxes of the statements."""
    found = []
    for group in root.iter(f"{SVG}g"):
        if group.get("class", "").startswith("statement "):
            outline = next(e for e in group.iter() if e.tag in (f"{SVG}path", f"{SVG}polygon"))
            points = list(pairs(outline.get("points") or outline.get("d") or ""))
            xs, ys = [x for x, _ in points], [y for _, y in points]
            texts = tuple(group.iter(f"{SVG}text"))
            found.append(Rect(group.get("id", ""), min(xs), min(ys), max(xs), max(ys), texts))
    return found


def extent(text: ElementTree.Element) -> Rect:
    """The place of a line of text."""
    words, size = "".join(text.itertext()), float(text.get("font-size", "nan"))
    x, y = float(text.get("x", "nan")), float(text.get("y", "nan"))
    wide = width(words, size, text.get("font-weight") == "bold")
    left = x - wide if text.get("direction") == "rtl" else x
    return Rect(words, left, y - 0.72 * size, left + wide, y)


def badges(group: ElementTree.Element) -> list[Rect]:
    """The badges in the group of a statement, each with the text in it."""
    frames: dict[tuple[float, ...], Rect] = {}
    for shape in group.iter(f"{SVG}polygon"):
        xs, ys = zip(*pairs(shape.get("points", "")), strict=True)
        frame = Rect("badge", min(xs), min(ys), max(xs), max(ys))
        # A line through words is a flat polygon, and the frame of evidence a high one.
        if 8 < frame.bottom - frame.top < 18:
            frames[tuple(round(side) for side in (frame.left, frame.top, frame.right, frame.bottom))] = frame
    texts = list(group.iter(f"{SVG}text"))
    return [
        evolve(frame, texts=tuple(t for t in texts if frame.holds(middle(extent(t)), margin=0)))
        for frame in frames.values()
    ]


def words(element: ElementTree.Element) -> str:
    """All that is written in it, on one line."""
    shown = " ".join("".join(t.itertext()) for t in element.iter(f"{SVG}text"))
    return " ".join(shown.replace("\u00a0", " ").split())


def middle(rect: Rect) -> Point:
    """The middle of a box."""
    return (rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2


def pairs(text: str) -> Iterator[Point]:
    """The points of a path or a list of points."""
    numbers = [float(n) for n in re.findall(r"-?[\d.]+", text)]
    return zip(numbers[::2], numbers[1::2], strict=True)


def lines(root: ElementTree.Element) -> Iterator[list[Point]]:
    """Each line between boxes as many points on its curve."""
    for group in root.iter(f"{SVG}g"):
        if group.get("class") in ("edge", "cross"):
            for path in group.iter(f"{SVG}path"):
                yield list(along(list(pairs(path.get("d", "")))))


def along(points: list[Point]) -> Iterator[Point]:
    """Points on a chain of cubic curves, some two per point of length."""
    for at in range(0, len(points) - 3, 3):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = points[at : at + 4]
        steps = max(8, int(2 * (abs(dx - ax) + abs(dy - ay))))
        for step in range(steps + 1):
            t = step / steps
            u = 1 - t
            yield (
                u**3 * ax + 3 * u * u * t * bx + 3 * u * t * t * cx + t**3 * dx,
                u**3 * ay + 3 * u * u * t * by + 3 * u * t * t * cy + t**3 * dy,
            )


def cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether two straight pieces, from a to b and from c to d, cross each other."""

    def turn(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return turn(a, b, c) * turn(a, b, d) < -1e-3 and turn(c, d, a) * turn(c, d, b) < -1e-3


def near(one: Sequence[Point], other: Sequence[Point]) -> bool:
    """Whether the rectangles around two chains of points share anything."""
    return all(
        min(p[i] for p in one) <= max(p[i] for p in other) and min(p[i] for p in other) <= max(p[i] for p in one)
        for i in (0, 1)
    )


def meet(one: Sequence[Point], other: Sequence[Point], margin: float = 0.1) -> bool:
    """Whether two shapes without hollows cover each other by more than a margin: no straight line runs between them."""
    for shape in (one, other):
        for (ax, ay), (bx, by) in pairwise([*shape, shape[0]]):
            far = hypot(bx - ax, by - ay)
            if not far:
                continue
            first, second = ([(x * (by - ay) - y * (bx - ax)) / far for x, y in points] for points in (one, other))
            if max(first) < min(second) + margin or max(second) < min(first) + margin:
                return False
    return True
