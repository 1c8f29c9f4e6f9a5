"""Steps that are drawn as arrows: how much room they take, and the lines between their parts.

Lengths into a step are counted from where its arrow leaves it for the conclusion, those across from its first premise;
so one way of drawing serves all four directions. From the conclusion on, an arrow has a word, if any; the place at
which what breaks the step points; and the place at which the lines of its premises meet.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from argmap.render.metrics import width
from argmap.render.styles.blocks import Bar, Gap, Head, Panel, Stack, Stroke, Wires
from argmap.render.tidy.fit import FitJoint, FitPanel, FitStack, Zone, fit_panel
from argmap.render.tidy.routes import rounded_way, straight
from argmap.render.tidy.scene import Curve, Point, Polygon, Shape, Text, Thing

_BREAKS, _MEETS, _BOXES = 9.0, 25.0, 36.0
"""How far behind the word a step is broken, the lines of its premises meet, and the premises begin."""
_BAR = 6.0
"""How far before its premises a bar joins them."""
_INDENT = 18.0
"""How far behind the word what breaks a step begins."""
_BEFORE_CUT = 10.0
_JOINT, _JOINT_ACROSS = 13.0, 16.0
_DISC = 6.5
"""The radius of a sign on lines."""
_SIGN = 11
_BESIDE = 3.0
"""How far a word is from its line."""
_LONGEST = "undercuts"
"""The longest word beside an arrow."""
_LAP = 0.5
"""How far two lines lie on each other that are to look like one."""
_JOG = 12.0
"""The least step sideways in a line that looks meant."""
_LENGTH, _HALF = 7.5, 3.8
"""How long the point of an arrow is, and how broad to each side."""
_STOP, _STOP_HALF = 3.0, 4.5
"""The same for the bar of an attack."""
_TIP, _STOP_TIP = 1.0, 3.0
"""How far both are from the box to which they belong."""


def first_row(stack: Stack, upright: bool, breaks: bool = False) -> float:
    """How far into a step its boxes begin at the least.

    Those of all that breaks it are in the same row in a picture that runs down, and wherever boxes are numbers; so
    arrows are as long as is needed by the deepest of them. What ``breaks`` another needs less room.
    """
    wires = stack.wires
    assert wires is not None
    word = _word(wires, upright)
    has_sign = wires.joint and sum(isinstance(row, Panel) and not row.remark for row in stack.rows) > 1
    own = word + (_BOXES if has_sign or not breaks else _BOXES - _INDENT)
    if not _is_level(wires, upright):
        return word + _BOXES
    return max([own, *(word + _INDENT + first_row(cut, upright, breaks=True) for cut in stack.cuts)])


def _is_level(wires: Wires, upright: bool) -> bool:
    """Whether what breaks a step stands in its row; boxes of text that stand below each other are indented instead."""
    return upright or not wires.joint


def fit_wired(stack: Stack, upright: bool, begin: float | None = None) -> FitStack:
    """A step that is drawn as an arrow, for a picture that runs to the right or, ``upright``, down.

    Its boxes ``begin`` so far into it, as near as can be unless given.
    """
    wires = stack.wires
    assert wires is not None
    word = _word(wires, upright)
    begin = first_row(stack, upright) if begin is None else begin
    rows: list[tuple[float, float, FitPanel | FitJoint]] = []
    across, deep = 0.0, begin
    middles: list[float] = []
    last = 0.0
    for row in stack.rows:
        if isinstance(row, Gap):
            across += row.height
            continue
        fitted: FitPanel | FitJoint
        if isinstance(row, Panel):
            fitted = fit_panel(row)
            extent, last = (fitted.width, fitted.height) if upright else (fitted.height, fitted.width)
            middles += [] if row.remark else [across + extent / 2]
            deep = max(deep, begin + last)
        else:
            extent = _JOINT_ACROSS if upright else _JOINT
            fitted = FitJoint(row.words, *((extent, last) if upright else (last, extent)))
        rows.append((across, begin, fitted) if upright else (begin, across, fitted))
        across += extent
    entry = level((middles[0] + middles[-1]) / 2, middles)
    if upright and wires.word:
        across = max(across, entry + _BESIDE + width(wires.word.text, wires.word.size, wires.word.bold))
    cuts = []
    for cut in stack.cuts:
        across += _BEFORE_CUT
        own = begin - word - _INDENT if _is_level(wires, upright) else None
        found = fit_wired(cut, upright, own)._replace(reach=0.0)
        x, y = (across, word + _INDENT) if upright else (word + _INDENT, across)
        cuts.append((x, y, found))
        across += found.width if upright else found.height
        deep = max(deep, word + _INDENT + (found.height if upright else found.width))
    wide, high = (across, deep) if upright else (deep, across)
    rail = Zone(0, 0, across, begin) if upright else Zone(0, 0, begin, across)
    sign = (entry, 0.0) if upright else (0.0, entry)
    is_direct = not (wires.joint or wires.word or stack.cuts)  # nothing stands on the arrow
    reach = begin - (_BAR if len(middles) > 1 else 0) if is_direct else 0.0
    return FitStack(stack, rail, sign, rows, cuts, wide, high, "TB" if upright else "LR", reach)


def levelled(blocks: Sequence[Panel | Stack], columns: Sequence[int], upright: bool) -> list[float | None]:
    """Where the boxes of each node begin so that those of one column are in one row; None for those without arrows."""
    needs = [first_row(b, upright) if isinstance(b, Stack) and b.wires else None for b in blocks]
    deepest: dict[int, float] = {}
    for column, need in zip(columns, needs, strict=True):
        deepest[column] = max(deepest.get(column, 0.0), need or 0.0)
    return [None if need is None else deepest[column] for column, need in zip(columns, needs, strict=True)]


def _word(wires: Wires, upright: bool) -> float:
    """The length of an arrow that its word takes."""
    if wires.word is None:
        return 0.0
    return wires.word.size + 2.0 if upright else width(_LONGEST, wires.word.size) + 6  # boxes stand below each other


class _Frame:
    """Where in a picture the places of a step are."""

    def __init__(self, fitted: FitStack, left: float, top: float) -> None:
        self._fitted, self._left, self._top = fitted, left, top
        self.upright = fitted.direction in ("TB", "BT")
        self._back = fitted.direction in ("RL", "BT")

    def at(self, into: float, across: float) -> Point:
        """The point so far into the step, and so far across."""
        fitted = self._fitted
        if self.upright:
            return self._left + across, self._top + (fitted.height - into if self._back else into)
        return self._left + (fitted.width - into if self._back else into), self._top + across

    def line(self, stroke: Stroke, *ends: Point) -> Curve:
        """A line of straight pieces through points, with round corners."""
        points = [self.at(*end) for end in ends]
        return Curve(straight(*points) if len(points) == 2 else rounded_way(points), *stroke)

    def place(self, x: float, y: float) -> float:
        """Where across something in the step lies."""
        return x if self.upright else y


def placed_wires(fitted: FitStack, left: float, top: float) -> list[Thing]:
    """The lines of a step at its place, from its premises to where its arrow leaves it, with what points at them."""
    frame, wires = _Frame(fitted, left, top), fitted.stack.wires
    assert wires is not None
    stroke, word = wires.stroke, _word(wires, frame.upright)
    begin = fitted.bar.bottom - fitted.bar.top if frame.upright else fitted.bar.right - fitted.bar.left
    spans = []
    for x, y, row in fitted.rows:
        if isinstance(row, FitPanel) and not row.panel.remark:
            start = frame.place(x, y)
            spans.append((start, start + (row.width if frame.upright else row.height)))
    entry = frame.place(*fitted.sign)
    things: list[Thing] = []
    if len(spans) == 1:
        things.append(frame.line(stroke, (fitted.reach - _LAP, entry), (begin, entry)))
    elif wires.joint:
        meets = word + _MEETS
        things.append(frame.line(stroke, (-_LAP, entry), (meets, entry)))
        plain = stroke._replace(dashed=False)
        middles = [(start + end) / 2 for start, end in spans]
        things += [frame.line(plain, *joining((begin, middle), (meets, entry), middles)) for middle in middles]
        things += disc(wires.joint, frame.at(meets, entry))
    else:
        bar = begin - _BAR
        things.append(frame.line(stroke, (fitted.reach - _LAP, entry), (bar, entry)))
        things.append(frame.line(stroke._replace(width=1.6, dashed=False), (bar, spans[0][0]), (bar, spans[-1][1])))
    things += _breaking(fitted, frame, word, entry)
    if wires.word:
        things.append(_placed_word(wires, frame, entry))
    return things


def _breaking(fitted: FitStack, frame: _Frame, word: float, entry: float) -> list[Thing]:
    """The arrow from what breaks a step to its arrow, with a sign for each; what is only possible is dotted."""
    at = word + _BREAKS
    things: list[Thing] = []
    discs: list[Thing] = []
    for x, y, cut in reversed(fitted.cuts):
        wires = cut.stack.wires
        assert wires is not None
        across = frame.place(x, y) + (cut.sign[0] if frame.upright else cut.sign[1])
        bar, stroke = cut.stack.bar, wires.stroke
        head = Head(False, bar.fill if bar.rim or bar.dots else stroke.colour, stroke.colour)
        line, point = headed(straight(frame.at(at, entry + 0.5), frame.at(at, across)), head)
        things += [frame.line(stroke, (word + _INDENT, across), (at, across)), Curve(line, *stroke), *point]
        discs += disc(cut.stack.bar, frame.at(at, across))
    return things + discs


def _placed_word(wires: Wires, frame: _Frame, entry: float) -> Text:
    word = wires.word
    assert word is not None
    across = width(word.text, word.size, word.bold)
    if frame.upright:
        x, y = frame.at(word.size / 2 + 1, entry)
        return Text(x + _BESIDE, y + 0.35 * word.size, word.text, word.size, word.colour, italic=word.italic)
    x, y = frame.at(across / 2 + 3, entry)
    return Text(x - across / 2, y - _BESIDE, word.text, word.size, word.colour, italic=word.italic)


def disc(bar: Bar, middle: Point) -> tuple[Thing, ...]:
    """A round sign on a line."""
    x, y = middle
    line = bar.dots or bar.rim or bar.fill
    across = width(bar.sign, _SIGN, bold=True)
    shape = Shape(x - _DISC, y - _DISC, x + _DISC, y + _DISC, bar.fill, line, "", _DISC)
    return shape, Text(x - across / 2, y + 0.35 * _SIGN, bar.sign, _SIGN, bar.ink, bold=True)


def level(middle: float, others: Sequence[float]) -> float:
    """Where across a line lies at which others meet: in their middle, or in line with one that is nearly there."""
    nearest = min(others, key=lambda other: abs(other - middle))
    return nearest if abs(nearest - middle) < _JOG else middle


def joining(start: Point, joint: Point, middles: Sequence[float]) -> list[Point]:
    """The way from a box to the place where its line meets others, whose boxes have their middles across there.

    The outermost run along the joint; those between them only meet the line that is there.
    """
    (_, middle), (meets, entry) = start, joint
    is_between = min(middles) < middle < max(middles)
    return [start, (meets, middle)] if is_between or middle == entry else [start, (meets, middle), joint]


def headed(points: tuple[Point, ...], head: Head) -> tuple[tuple[Point, ...], tuple[Polygon, ...]]:
    """A line that begins behind the head of its arrow, and that head, whose tip is where the line began."""
    (x, y), (to_x, to_y) = points[0], next((p for p in points[1:] if p != points[0]), points[0])
    far = math.hypot(to_x - x, to_y - y) or 1.0
    dx, dy = (to_x - x) / far, (to_y - y) / far

    def at(back: float, beside: float) -> Point:
        return x + dx * back - dy * beside, y + dy * back + dx * beside

    corners: tuple[Point, ...]
    if head.stops:
        long, half, tip = _STOP + _STOP_TIP, _STOP_HALF, _STOP_TIP
        corners = (at(tip, -half), at(tip, half), at(long, half), at(long, -half))
    else:
        long, half = _LENGTH + _TIP, _HALF
        corners = (at(_TIP, 0), at(long, half), at(long, -half))
    behind = at(long, 0)
    # What comes before the end of the head is drawn from there.
    line = tuple(behind if (p[0] - x) * dx + (p[1] - y) * dy < long else p for p in points)
    return line, (Polygon(corners, head.fill, head.line),)
