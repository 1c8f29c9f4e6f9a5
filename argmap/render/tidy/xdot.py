"""A scene as DOT that is laid out already: Graphviz only has to paint it, which makes a bitmap of it.

The graph has two nodes that cannot be seen, in two corners, and the scene as its background, written in xdot, the
language of drawing operations. Heights count from below there.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from argmap.render import style
from argmap.render.markup import fit
from argmap.render.metrics import width
from argmap.render.tidy.scene import Part, Point, Polygon, Scene, Shape, Text, Thing, rounded

_DOTTED = "1,3"
_PENS = {"": "solid", "5,2": "dashed", _DOTTED: "dotted"}
_DOTS, _STEPS = 4.0, 16
"""How far apart dots are, and from how many straight pieces a curve is measured."""
_LONG = 8_000
"""About how many signs a string holds."""
_CENTRE = 0.1
"""How far above the height given to it Graphviz sets a text, in parts of its size."""


def to_placed_dot(scene: Scene) -> str:
    """The DOT source of a scene, for `neato -n2`."""
    wide, high = scene.width, scene.height
    left, top = scene.origin
    operations = _strings(_operations(scene.things, left, high - top))
    return (
        f'digraph argmap {{ graph [bgcolor="{scene.background}" pad=0 _background={operations}]\n'
        'node [shape=point style=invis width=0 height=0 label=""]\n'
        f'a [pos="0,0"]\nb [pos="{wide:g},{high:g}"]\n}}\n'
    )


def _strings(operations: Iterable[str]) -> str:
    """Operations as one value, in several strings: older versions of Graphviz read none that is long."""
    strings, held, long = [], [], 0
    for operation in operations:
        held.append(operation)
        long += len(operation)
        if long > _LONG:
            strings.append(" ".join(held))
            held, long = [], 0
    strings.append(" ".join(held))
    return "+\n".join(f'"{string} "' for string in strings)


def _operations(things: Iterable[Thing], x: float, y: float) -> Iterator[str]:
    """What to paint, from an origin."""
    for thing in things:
        if isinstance(thing, Part):
            yield from _operations(thing.things, x, y)
        elif isinstance(thing, Text):
            yield from _text(thing, x, y)
        elif isinstance(thing, Shape):
            yield from _shape(thing, x, y)
        elif isinstance(thing, Polygon):
            yield from _pen(thing.line, 1, _PENS[""])
            yield f"C {_said(thing.fill)}"
            yield f"P {_points(thing.points, x, y)}"
        else:
            kind = "dashed" if thing.dashed else "solid"
            if thing.dotted:
                yield from _dots(thing.points, thing.colour, thing.width, x, y)
                continue
            yield from _pen(thing.colour, thing.width, kind)
            yield f"B {_points(thing.points, x, y)}"


def _pen(colour: str, thickness: float, kind: str) -> Iterator[str]:
    yield f"c {_said(colour)}"
    yield f"S {_said(f'setlinewidth({thickness:g})')}"
    yield f"S {_said(kind)}"


def _shape(shape: Shape, x: float, y: float) -> Iterator[str]:
    is_dotted = shape.dash == _DOTTED and shape.line is not None
    yield from _pen("transparent" if is_dotted or not shape.line else shape.line, 1, _PENS[shape.dash])
    yield f"C {_said(shape.fill or 'transparent')}"
    left, top, right, bottom = shape[:4]
    if shape.radius:
        yield f"b {_points(rounded(shape), x, y)}"
    else:
        yield f"P {_points(((left, top), (right, top), (right, bottom), (left, bottom)), x, y)}"
    if is_dotted and shape.line:
        yield from _dots(rounded(shape), shape.line, 1, x, y)


def _dots(points: Sequence[Point], colour: str, thickness: float, x: float, y: float) -> Iterator[str]:
    """Round dots along a chain of curves, evenly: Graphviz begins its dots anew on each curve of a chain."""
    yield f"c {_said('transparent')}"
    yield f"C {_said(colour)}"
    radius = max(0.6, thickness / 2)
    for across, down in _evenly(points):
        yield f"E {x + across:.2f} {y - down:.2f} {radius:.2f} {radius:.2f}"


def _evenly(points: Sequence[Point]) -> list[Point]:
    """Points along a chain of curves, from its first to its last, all as far apart and about as far as `_DOTS` says."""
    fine = [points[0]]
    for a, b, c, d in zip(points[::3], points[1::3], points[2::3], points[3::3], strict=False):
        for step in range(1, _STEPS + 1):
            t = step / _STEPS
            u = 1 - t
            weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
            x, y = (sum(w * p[i] for w, p in zip(weights, (a, b, c, d), strict=True)) for i in (0, 1))
            fine.append((x, y))
    lengths = [math.dist(one, other) for one, other in pairwise(fine)]
    whole = sum(lengths)
    number = max(1, round(whole / _DOTS))
    found, gone, at = [], 0.0, 0
    for place in range(number + 1):
        there = whole * place / number
        while at < len(lengths) - 1 and gone + lengths[at] < there:
            gone += lengths[at]
            at += 1
        part = (there - gone) / lengths[at] if lengths and lengths[at] else 0.0
        (from_x, from_y), (to_x, to_y) = fine[at], fine[at + 1]
        found.append((from_x + part * (to_x - from_x), from_y + part * (to_y - from_y)))
    return found


def _text(text: Text, x: float, y: float) -> Iterator[str]:
    yield f"F {text.size} {_said(style.FONT)}"
    yield f"t {text.bold + 2 * text.italic}"
    yield f"c {_said(text.colour)}"
    height = y - text.y - _CENTRE * text.size
    at = x + text.x - width(text.text, text.size, text.bold) * text.to_left
    # A quoted string of DOT cannot hold a backslash before its quotation mark: they are set as two texts.
    for piece in re.split(r'(?<=\\)(?=")', fit(text.text)):
        across = width(piece, text.size, text.bold)
        # Where letters are not as wide as expected, texts keep to the side at which they begin.
        begin, side = (at + across, 1) if text.to_left else (at, -1)
        yield f"T {begin:.2f} {height:.2f} {side} {across:.2f} {_said(piece)}"
        at += across


def _points(points: Iterable[Point], x: float, y: float) -> str:
    placed = [f"{x + across:.2f} {y - down:.2f}" for across, down in points]
    return f"{len(placed)} {' '.join(placed)}"


def _said(text: str) -> str:
    """A text with the number of its bytes before it; the first of two backslashes, and a single one, do not count."""
    if text.endswith("\\"):
        text += " "  # what ends with a letter that does not count would not be read to its end
    number = len(text.encode()) - len(re.findall(r"\\\\?", text))
    quoted = text.replace('"', '\\"')
    return f"{number} -{quoted}"
