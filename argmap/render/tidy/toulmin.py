"""One argument as Toulmin drew it: from the data a line to the claim, and what hangs on it, each below its place.

The line runs to the right. The warrant hangs on it below "since", its backing below that; the qualifier stands on it
before the claim, and the rebuttal hangs on that. Several arguments stand one below the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from argmap.render.metrics import width
from argmap.render.styles.blocks import Stroke, Words
from argmap.render.styles.toulmin import Layout
from argmap.render.styles.toulmin_parts import BACKED, SINCE, UNLESS, Parts
from argmap.render.tidy.fit import FitPanel, fit_panel
from argmap.render.tidy.placing import placed_panel
from argmap.render.tidy.routes import rounded_way, straight
from argmap.render.tidy.scene import Curve, Part, Point, Text, Thing
from argmap.render.tidy.wires import headed, joining, level

_APART = 9.0
"""The gap between parts of one kind."""
_STEM = 30.0
"""How long the lines are on which parts hang: room for a word beside them."""
_JOIN, _GAP = 14.0, 34.0
"""How far before the lines of data meet, and the gap between parts that stand side by side."""
_BETWEEN = 44.0
"""The gap between two arguments."""
_BESIDE = 6.0
"""How far a word is from its line."""
_UNDER = 34.0
"""How far a rebuttal reaches to the left of the line on which it hangs."""


class Placed(NamedTuple):
    """The things of an argument, and how wide and how high it is."""

    things: list[Thing]
    width: float
    height: float


def placed_arguments(
    arguments: Iterable[Parts], word: Words, classes: Mapping[str, str]
) -> tuple[list[Thing], float, float]:
    """Arguments one below the other from the origin on; how wide and how high they are. ``word`` is how words look."""
    things: list[Thing] = []
    wide, y = 0.0, 0.0
    for parts in arguments:
        y += _BETWEEN if things else 0.0
        found = _Drawing(parts, word, classes, y).placed()
        name = f"argument-{parts.argument}"
        things.append(Part(tuple(found.things), classes.get(name, "node"), name if parts.argument else None))
        wide, y = max(wide, found.width), y + found.height
    return things, wide, y


def in_turns(arguments: Sequence[Layout], heights: Sequence[float], high: float) -> list[list[Layout]]:
    """Arguments of some heights on pages of a height, in their order."""
    pages: list[list[Layout]] = [[]]
    used = 0.0
    for argument, height in zip(arguments, heights, strict=True):
        if pages[-1] and used + _BETWEEN + height > high:
            pages.append([])
        used = used + _BETWEEN + height if pages[-1] else height
        pages[-1].append(argument)
    return pages


class _Drawing:
    """Draws one argument, whose upper side is at a height."""

    def __init__(self, parts: Parts, word: Words, classes: Mapping[str, str], top: float) -> None:
        self._parts, self._word, self._classes, self._top = parts, word, classes, top
        self._stem = Stroke(word.colour, 1.2)
        self._lines: list[Thing] = []
        self._boxes: list[Thing] = []

    def placed(self) -> Placed:
        """All of it."""
        parts, top = self._parts, self._top
        data, warrants, backings, rebuttals = (
            [fit_panel(panel) for panel in panels]
            for panels in (parts.data, parts.warrants, parts.backings, parts.rebuttals)
        )
        claim, qualifier = fit_panel(parts.claim), fit_panel(parts.qualifier)
        usual = max(panel.width for panel in (*data, *warrants))
        above = _above(data)
        round_line = max(claim.height, qualifier.height) / 2
        y = top + max(above, round_line)  # the height of the line
        self._stack(data, 0.0, y - above)
        begin = self._joined(data, usual, y, y - above)
        left = usual + _GAP
        at = left + usual / 2
        qualified = left + usual + _GAP
        pill = qualified + qualifier.width / 2
        claimed = qualified + qualifier.width + _GAP
        self._place(qualifier, qualified, y - qualifier.height / 2)
        self._place(claim, claimed, y - claim.height / 2)
        arrow, head = headed(straight((claimed, y), (qualified + qualifier.width, y)), parts.head)
        shaft = Curve(straight((begin, y), (qualified, y)), *parts.stroke)
        main: tuple[Thing, ...] = (shaft, Curve(arrow, *parts.stroke), *head)
        self._lines.append(Part(main, "edge", None, parts.tooltip or None))
        so = width(parts.so.text, parts.so.size, parts.so.bold)
        self._say(parts.so, qualified - so - _BESIDE, y - _BESIDE + 1)
        below = self._hung(warrants, left, at, y, SINCE)
        if backings:
            below = self._hung(backings, left, at, below, BACKED)
        under = max(y + qualifier.height / 2, y + claim.height / 2 - _STEM + _APART)
        beside = self._hung(rebuttals, pill - _UNDER, pill, under, UNLESS, y + qualifier.height / 2)
        bottom = max(below, beside, y - above + _height(data), y + round_line)
        wide = max(claimed + claim.width, pill - _UNDER + max(panel.width for panel in rebuttals))
        return Placed([*self._lines, *self._boxes], wide, bottom - top)

    def _joined(self, data: Sequence[FitPanel], right: float, y: float, top: float) -> float:
        """Where the line begins: at the only datum, or where the lines of several meet."""
        if len(data) == 1:
            return data[0].width
        # What only says that more is left out has no line.
        ends = [
            (panel.width, middle)
            for panel, middle in zip(data, _middles(data, top), strict=True)
            if panel.panel.outline or panel.panel.refers
        ]
        stroke = self._parts.stroke._replace(dashed=False)
        for end in ends:
            way = joining(end, (right + _JOIN, y), [middle for _, middle in ends])
            self._lines.append(Part((Curve(rounded_way(way), *stroke),), "edge"))
        return right + _JOIN

    def _hung(
        self, panels: Sequence[FitPanel], left: float, at: float, y: float, word: str, above: float | None = None
    ) -> float:
        """Parts that hang on a line, which may begin higher ``above``; tells how far down they reach."""
        self._lines.append(self._line((at, y if above is None else above), (at, y + _STEM)))
        self._say(self._word._replace(text=word), at + _BESIDE, y + _STEM / 2 + 4)
        self._stack(panels, left, y + _STEM)
        return y + _STEM + _height(panels)

    def _line(self, start: Point, end: Point) -> Part:
        return Part((Curve(straight(start, end), *self._stem),), "edge")

    def _stack(self, panels: Sequence[FitPanel], left: float, top: float) -> None:
        for panel in panels:
            self._place(panel, left, top)
            top += panel.height + _APART

    def _place(self, panel: FitPanel, left: float, top: float) -> None:
        self._boxes += placed_panel(panel, left, top, self._classes)

    def _say(self, word: Words, x: float, y: float) -> None:
        self._lines.append(Text(x, y, word.text, word.size, word.colour, word.bold, word.italic))


def _above(panels: Sequence[FitPanel]) -> float:
    """How far above the line at which they meet panels begin that stand one below the other."""
    middles = _middles(panels, 0.0)
    return level((middles[0] + middles[-1]) / 2, middles)


def _middles(panels: Sequence[FitPanel], top: float) -> list[float]:
    """The heights of the middles of panels that stand one below the other from a height on."""
    tops = accumulate((panel.height + _APART for panel in panels[:-1]), initial=top)
    return [above + panel.height / 2 for above, panel in zip(tops, panels, strict=True)]


def _height(panels: Sequence[FitPanel]) -> float:
    return sum(panel.height + _APART for panel in panels) - _APART
