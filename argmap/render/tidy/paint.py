"""A scene as SVG: shapes, texts and groups with names, no style sheet, no script."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import product

from argmap.render.markup import escaped
from argmap.render.svg import describe, opening
from argmap.render.tidy.scene import Curve, Part, Scene, Shape, Text, Thing, bends
from argmap.selection import View


def paint(scene: Scene, view: View, described: str | None = None) -> str:
    """The SVG of the scene of a map, or of a part of it, with its words for who cannot see it."""
    wide, high = _number(scene.width), _number(scene.height)
    size = [_number(side * scene.scale) for side in (scene.width, scene.height)]
    out = [
        opening(
            view, described or describe(view), f'width="{size[0]}pt" height="{size[1]}pt" viewBox="0 0 {wide} {high}"'
        )
    ]
    x, y = scene.origin
    out.append(f'<polygon fill="{scene.background}" points="0,0 {wide},0 {wide},{high} 0,{high}"/>')
    out.append(f'<g class="graph" transform="translate({_number(x)} {_number(y)})">')
    _write(scene.things, out)
    out.append("</g>\n</svg>\n")
    return "\n".join(out)


def _write(things: Iterable[Thing], out: list[str]) -> None:
    for thing in things:
        if isinstance(thing, Text):
            out.append(_text(thing))
        elif isinstance(thing, Part):
            _part(thing, out)
        elif isinstance(thing, Shape):
            out.append(_shape(thing))
        elif isinstance(thing, Curve):
            out.append(_curve(thing))
        else:
            points = " ".join(f"{_number(x)},{_number(y)}" for x, y in thing.points)
            out.append(f'<polygon fill="{thing.fill}" stroke="{thing.line}" points="{points}"/>')


def _part(part: Part, out: list[str]) -> None:
    name = f' id="{escaped(part.id)}"' if part.id else ""
    out.append(f'<g{name} class="{part.classes}">')
    if part.link:
        address = escaped(part.link)
        out.append(f'<a href="{address}" xlink:href="{address}">')
    if part.tooltip:
        out.append(f"<title>{escaped(' '.join(part.tooltip.split()))}</title>")
    _write(part.things, out)
    out.append("</a></g>" if part.link else "</g>")


def _text(text: Text) -> str:
    x, y, words, size, colour, bold, italic, to_left = text
    return (
        f'<text x="{_across(x)}" y="{_number(y)}"{_LOOKS[bold, italic, to_left]} font-size="{size}"'
        f' fill="{colour}">{escaped(words)}</text>'
    )


_LOOKS = {
    (bold, italic, left): ' direction="rtl"' * left + ' font-weight="bold"' * bold + ' font-style="italic"' * italic
    for bold, italic, left in product((False, True), repeat=3)
}
"""Where a line runs to the left, its start is at its right end."""


def _shape(shape: Shape) -> str:
    left, right = _across(shape.left), _across(shape.right)
    top, bottom = _number(shape.top), _number(shape.bottom)
    line = f' stroke="{shape.line}"' if shape.line else ""
    dash = f' stroke-dasharray="{shape.dash}"' if shape.dash else ""
    look = f'fill="{shape.fill or "none"}"{line}{dash}'
    if not shape.radius:
        return f'<polygon {look} points="{left},{top} {right},{top} {right},{bottom} {left},{bottom}"/>'
    # Corners and straight sides in turn, as `rounded` has them; a large map has many, each with few numbers.
    xs, ys = bends(shape)
    x1, x2, x3, x4 = map(_across, xs)
    y1, y2, y3, y4 = map(_number, ys)
    return (
        f'<path {look} d="M{x3},{top}C{x4},{top} {right},{y1} {right},{y2}L{right},{y3}'
        f"C{right},{y4} {x4},{bottom} {x3},{bottom}L{x2},{bottom}C{x1},{bottom} {left},{y4} {left},{y3}"
        f'L{left},{y2}C{left},{y1} {x1},{top} {x2},{top}L{x3},{top}Z"/>'
    )


def _curve(curve: Curve) -> str:
    first, *others = [f"{_across(x)},{_number(y)}" for x, y in curve.points]
    dashes = ' stroke-dasharray="1,3"' if curve.dotted else ' stroke-dasharray="5,2"' if curve.dashed else ""
    return (
        f'<path fill="none" stroke="{curve.colour}" stroke-width="{curve.width:g}"{dashes}'
        f' d="M{first}C{" ".join(others)}"/>'
    )


def _number(value: float) -> str:
    """A length to a tenth of a point, in as few digits as can be."""
    return f"{value:.1f}".removesuffix(".0")


_across = lru_cache(maxsize=4096)(_number)
"""The same for the places of things that stand in columns: few numbers, which come back again and again."""
