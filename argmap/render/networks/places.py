"""Where the tidy layout puts statements, arguments and issues, and the lines of their texts, for other programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from attrs import evolve

from argmap.looks import Style
from argmap.render.picture import Picture
from argmap.render.tidy.drawing import scene
from argmap.render.tidy.scene import Part, Shape, Text, Thing


class Place(NamedTuple):
    """Left, top, right and bottom of something, in points, and its text line by line."""

    sides: tuple[float, float, float, float]
    text: str


_SIGN = 18.0
"""The side of the square in which the sign of an argument stands."""


def places(picture: Picture, style: Style) -> dict[str, Place]:
    """Where things are by their names: ``statement-…``, ``argument-…``, and ``issue-i_1`` and so on.

    They are laid out as bars whatever the style, since of all styles only these give each argument a place of its own.
    Raises `argmap.render.picture.TooDeepError`.
    """
    if style.style != "compact":
        style = evolve(style, style="bars")
    found: dict[str, Place] = {}
    issues = 0
    todo: list[Thing] = [*scene(picture, style).things]
    while todo:
        thing = todo.pop(0)
        if not isinstance(thing, Part):
            continue
        if thing.id and thing.id.startswith("statement-"):
            found[thing.id] = _box(thing.things)
        elif thing.id and thing.id.startswith("argument-"):
            found[thing.id] = _sign(thing.things)
        elif thing.classes == "node issue":
            issues += 1
            found[f"issue-i_{issues}"] = _box([t for t in thing.things if not isinstance(t, Part)])
        todo = [*thing.things, *todo]
    return found


def _box(things: Iterable[Thing]) -> Place:
    """A box: its outline, and the lines in it, of which those at one height are one."""
    things = list(things)
    outline = next(thing for thing in things if isinstance(thing, Shape))
    lines: dict[float, list[Text]] = {}
    for thing in things:
        if isinstance(thing, Text) and outline.top < thing.y < outline.bottom:
            lines.setdefault(round(thing.y, 1), []).append(thing)
    text = "\n".join("".join(text.text for text in sorted(lines[y], key=lambda text: text.x)) for y in sorted(lines))
    return Place((outline.left, outline.top, outline.right, outline.bottom), text)


def _sign(things: Iterable[Thing]) -> Place:
    """A square around the sign of a bar, which is the first part of an argument."""
    bar = next(thing for thing in things if isinstance(thing, Part))
    zone = next(thing for thing in bar.things if isinstance(thing, Shape))
    sign = next(thing for thing in bar.things if isinstance(thing, Text))
    x, y = (zone.left + zone.right) / 2, sign.y - 0.35 * sign.size
    if zone.right - zone.left > zone.bottom - zone.top:
        x, y = sign.x + sign.size / 2, (zone.top + zone.bottom) / 2
    return Place((x - _SIGN / 2, y - _SIGN / 2, x + _SIGN / 2, y + _SIGN / 2), sign.text)
