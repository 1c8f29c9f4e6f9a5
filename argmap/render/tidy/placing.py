"""Measured blocks at their places in a picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from argmap.render import style
from argmap.render.metrics import width
from argmap.render.styles.blocks import Badge, Bar
from argmap.render.tidy.fit import BAR, LEADING, FitPanel, FitStack, Run, Zone
from argmap.render.tidy.scene import Part, Point, Shape, Text, Thing
from argmap.render.tidy.wires import placed_wires

DASHES = {"dashed": "5,2", "dotted": "1,3", "": ""}
_ROUND = 10.0
"""The radius of a box's corners."""
_SIGN = 14
_BEFORE_WORD = 5
_AROUND = 2
"""How far the frame of a badge stands above and below its line."""
_STRUCK = 0.27
"""How far above its baseline a word is struck through, in parts of its size."""
_MIDDLE = 0.35
"""How far above its baseline the middle of a sign is, in parts of its size."""


def placed_panel(fitted: FitPanel, left: float, top: float, classes: Mapping[str, str]) -> list[Thing]:
    """A panel at its place; a box as a part with the classes of its statement."""
    panel = fitted.panel
    things: list[Thing] = []
    right, bottom = left + fitted.width, top + fitted.height
    if panel.outline:
        line, is_round, dash = panel.outline
        radius = fitted.radius if panel.centred else _ROUND if is_round else 0
        things.append(Shape(left, top, right, bottom, panel.fill, line, DASHES[dash], radius))
    elif panel.fill:
        things.append(Shape(left, top, right, bottom, panel.fill))
    things += placed_lines(fitted.runs, left, top, right)
    if panel.badge:
        things += _placed_badge(panel.badge, right - style.INSET, top + panel.padding)
    if panel.statement is not None:
        name = f"statement-{panel.statement}"
        return [Part(tuple(things), classes[name], name, panel.tooltip, panel.link)]
    if panel.tooltip or panel.link:
        return [Part(tuple(things), "part", None, panel.tooltip, panel.link)]
    return things


def _placed_badge(badge: Badge, right: float, top: float) -> tuple[Thing, ...]:
    """A badge beside a first line: where it ends, and where the line begins."""
    left = right - badge.width
    line, _, dash = badge.outline
    baseline = top + (LEADING / 2 + 0.79 * style.TAG)
    frame = Shape(left, top - _AROUND, right, top + style.TAG + _AROUND, badge.fill, line, DASHES[dash])
    return frame, Text(left + style.BADGE_INSET, baseline, badge.text, style.TAG, badge.ink, bold=True)


def placed_stack(fitted: FitStack, left: float, top: float, classes: Mapping[str, str]) -> Part:
    """A stack at its place: its bar, its rows, what breaks it; the parts have the classes of their arguments."""
    stack = fitted.stack
    x, y = fitted.sign
    zone = Zone(left + fitted.bar.left, top + fitted.bar.top, left + fitted.bar.right, top + fitted.bar.bottom)
    lead = placed_wires(fitted, left, top) if stack.wires else placed_bar(stack.bar, zone, (left + x, top + y), _SIGN)
    things: list[Thing] = [Part(tuple(lead), "part", None, stack.tooltip)]
    for across, down, row in fitted.rows:
        if isinstance(row, FitPanel):
            things += placed_panel(row, left + across, top + down, classes)
        else:
            words = row.words
            middle = left + across + (row.width - width(words.text, words.size)) / 2
            height = top + down + row.height / 2 + 0.3 * words.size
            things.append(Text(middle, height, words.text, words.size, words.colour))
    for across, down, cut in fitted.cuts:
        things.append(placed_stack(cut, left + across, top + down, classes))
    if stack.argument is None:
        return Part(tuple(things), "node issue")
    name = f"argument-{stack.argument}"
    return Part(tuple(things), classes[name], name)


def placed_bar(bar: Bar, zone: Zone, middle: Point, size: int) -> tuple[Thing, ...]:
    """A bar with its sign, and with its word where it lies, centred at a point."""
    x, y = middle
    lies = zone.right - zone.left > 2 * BAR and bar.word
    across = width(bar.sign, size, bold=True)
    dash = "dotted" if bar.dots else "dashed" if bar.is_dashed else ""
    shape = Shape(*zone, bar.fill, bar.dots or bar.rim, DASHES[dash])
    if not lies:
        return shape, Text(x - across / 2, y + _MIDDLE * size, bar.sign, size, bar.ink, bold=True)
    left = x - (across + _BEFORE_WORD + width(bar.word, style.BODY, bold=True)) / 2
    return (
        shape,
        Text(left, y + _MIDDLE * size, bar.sign, size, bar.ink, bold=True),
        Text(left + across + _BEFORE_WORD, y + _MIDDLE * style.BODY, bar.word, style.BODY, bar.ink, bold=True),
    )


def placed_lines(runs: Iterable[Run], left: float, top: float, right: float) -> list[Thing]:
    """Lines between two sides."""
    things: list[Thing] = []
    for inset, y, (_, size, colour, bold, italic, _, struck), lines, to_left in runs:
        x, baseline = right - inset if to_left else left + inset, top + y
        for line in lines:
            things.append(Text(x, baseline, line, size, colour, bold, italic, to_left))
            if struck:
                start, middle = x - width(line, size, bold) * to_left, baseline - _STRUCK * size
                end = start + width(line, size, bold)
                things.append(Shape(start, middle - 0.4, end, middle + 0.4, colour))
            baseline += size + LEADING
    return things
