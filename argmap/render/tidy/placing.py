"""Measured blocks at their places in a picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from argmap.render.blocks import Bar
from argmap.render.metrics import width
from argmap.render.tidy.fit import BAR, BESIDE, JOINT, LEADING, FitPanel, FitStack, Run
from argmap.render.tidy.scene import Part, Shape, Text, Thing

DASHES = {"dashed": "5,2", "dotted": "1,3", "": ""}
_ROUND = 10.0
"""The radius of a box's corners."""
_SIGN = 14
_MIDDLE = 0.35
"""How far above its baseline the middle of a sign is, in parts of its size."""


def placed_panel(fitted: FitPanel, left: float, top: float, right: float, classes: Mapping[str, str]) -> list[Thing]:
    """A panel between two sides; a box as a part with the classes of its statement."""
    panel = fitted.panel
    things: list[Thing] = []
    bottom = top + fitted.height
    if panel.outline:
        line, is_round, dash = panel.outline
        things.append(Shape(left, top, right, bottom, panel.fill, line, DASHES[dash], _ROUND if is_round else 0))
    elif panel.fill:
        things.append(Shape(left, top, right, bottom, panel.fill))
    things += placed_lines(fitted.runs, left, top, right)
    if panel.statement is not None:
        name = f"statement-{panel.statement}"
        return [Part(tuple(things), classes[name], name, panel.tooltip, panel.link)]
    if panel.tooltip or panel.link:
        return [Part(tuple(things), "part", None, panel.tooltip, panel.link)]
    return things


def placed_stack(fitted: FitStack, left: float, top: float, right: float, classes: Mapping[str, str]) -> Part:
    """A stack between two sides: its bar, its rows, what breaks it; the parts have the classes of their arguments."""
    stack, bar = fitted.stack, fitted.stack.bar
    things: list[Thing] = [
        Part(placed_bar(bar, left, top, fitted.height, fitted.main, _SIGN), "part", None, stack.tooltip)
    ]
    inner = left + BAR + BESIDE
    for at, row in fitted.rows:
        if isinstance(row, FitPanel):
            things += placed_panel(row, inner, top + at, right, classes)
        else:
            words = row.words
            x = (inner + right - width(words.text, words.size)) / 2
            y = top + at + JOINT / 2 + 0.3 * words.size
            things.append(Text(x, y, words.text, words.size, words.colour))
    for at, cut in fitted.cuts:
        things.append(placed_stack(cut, left + BAR, top + at, right, classes))
    if stack.argument is None:
        return Part(tuple(things), "node issue")
    name = f"argument-{stack.argument}"
    return Part(tuple(things), classes[name], name)


def placed_bar(bar: Bar, left: float, top: float, height: float, main: float, size: int) -> tuple[Thing, ...]:
    """A bar with its sign in the middle of its main part, and the seam to the bar that it touches."""
    right, bottom = left + BAR, top + height
    x = (left + right - width(bar.sign, size, bold=True)) / 2
    sign = Text(x, top + main / 2 + _MIDDLE * size, bar.sign, size, bar.ink, bold=True)
    if bar.dots:
        return Shape(left + 0.5, top, right, bottom, bar.fill, bar.dots, DASHES["dotted"]), sign
    first = left + 1 if bar.seam else left
    return Shape(first, top, right, bottom, bar.fill), sign


def placed_lines(runs: Iterable[Run], left: float, top: float, right: float) -> list[Thing]:
    """Lines between two sides."""
    things: list[Thing] = []
    for inset, y, (_, size, colour, bold, italic, _), lines, to_left in runs:
        x, baseline = right - inset if to_left else left + inset, top + y
        for line in lines:
            things.append(Text(x, baseline, line, size, colour, bold, italic, to_left))
            baseline += size + LEADING
    return things
