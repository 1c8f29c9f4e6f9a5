"""How much room blocks take, and where in them their lines of text stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from argmap.render import style
from argmap.render.blocks import Gap, Panel, Stack, Words
from argmap.render.metrics import is_right_to_left, width, wrap

INSET = 7
"""The space between the side of a panel and its text."""
BAR, BESIDE = 16, 2
"""The thickness of a bar, and the gap between it and its panels."""
JOINT, JOINT_ACROSS = 11, 24
"""The height of the word between two panels that stand one below the other, its room where they stand side by side."""
BEFORE_CUT = 5
"""The gap before what breaks a step."""

LEADING = 2
"""The space between lines, in points."""
_LEAST = 30
"""Points that stay for words beside others."""
_BASELINE = 0.79
"""How far below the top of a line set solid its baseline is, in parts of the size."""


class Run(NamedTuple):
    """Words broken into lines: how far from the side at which they begin, and where the baseline of the first is."""

    inset: float
    y: float
    words: Words
    lines: list[str]
    to_left: bool = False


class FitPanel(NamedTuple):
    """A panel with its lines, placed from its upper corners."""

    panel: Panel
    runs: list[Run]
    width: float
    height: float


class FitJoint(NamedTuple):
    """The word between two panels, in the middle of its room."""

    words: Words
    width: float
    height: float


class Zone(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float


class FitStack(NamedTuple):
    """A stack with the places of its parts, counted from its left upper corner.

    ``sign`` is the point at which the sign of the bar is centred; a line to the bar ends there across the direction in
    which the picture runs.
    """

    stack: Stack
    bar: Zone
    sign: tuple[float, float]
    rows: list[tuple[float, float, FitPanel | FitJoint]]
    cuts: list[tuple[float, float, FitStack]]
    width: float
    height: float


def fit_panel(panel: Panel, wide: float | None = None) -> FitPanel:
    """A panel, measured; as wide as its room asks for unless given."""
    first = panel.first_line if panel.badge else 0
    runs, top = fit_words(panel.words[:first], panel.room, panel.padding)
    top += style.BELOW_BADGE if first else 0
    others, bottom = fit_words(panel.words[first:], panel.room, top)
    runs += others
    return FitPanel(panel, runs, panel.room + 2 * INSET if wide is None else wide, bottom + panel.padding)


def fit_words(words: Iterable[Words], room: float, top: float = 0, inset: float = INSET) -> tuple[list[Run], float]:
    """Words one below the other from a height on, and the height at which they end.

    Lines of words that begin beside others are all as far from the side; from right to left, from the other one. What
    stands beside them is on the same line.
    """
    runs: list[Run] = []
    beside: list[tuple[float, Words]] = []
    x, y = inset, top
    for one in words:
        if not one.flowing:
            beside.append((x, one))
            x += width(one.text, one.size, one.bold)
            continue
        lines = wrap(one.text, max(room - (x - inset), _LEAST), one.size, one.bold)
        to_left = is_right_to_left(one.text)
        tallest = max([one.size, *(other.size for _, other in beside)])
        runs += [Run(at, y + _baseline(tallest), other, [other.text]) for at, other in beside]
        runs.append(Run(inset if to_left else x, y + _baseline(tallest), one, lines, to_left))
        beside, x = [], inset
        y += (one.size + LEADING) * len(lines) + tallest - one.size
    runs += [Run(at, y + _baseline(other.size), other, [other.text]) for at, other in beside]
    return runs, y


def _baseline(size: int) -> float:
    return LEADING / 2 + _BASELINE * size


def fit_stack(stack: Stack, wide: float | None = None) -> FitStack:
    """A stack whose bar stands upright to the left of its rows, as wide as they ask for unless given."""
    inner = BAR + BESIDE
    if wide is None:
        wide = inner + max((row.room for row in stack.rows if isinstance(row, Panel)), default=0) + 2 * INSET
    rows: list[tuple[float, float, FitPanel | FitJoint]] = []
    y: float = 0
    for row in stack.rows:
        if isinstance(row, Gap):
            y += row.height
            continue
        fitted = fit_panel(row, wide - inner) if isinstance(row, Panel) else FitJoint(row.words, wide - inner, JOINT)
        rows.append((inner, y, fitted))
        y += fitted.height
    main = y
    cuts = []
    for cut in stack.cuts:
        below = fit_stack(cut, wide - BAR)
        y += BEFORE_CUT
        cuts.append((float(BAR), y, below))
        y += below.height
    bar = Zone(_seam(stack), 0, BAR, y)
    return FitStack(stack, bar, (BAR / 2, main / 2), rows, cuts, wide, y)


def fit_hanging(stack: Stack) -> FitStack:
    """A stack whose bar lies on top of its boxes, which stand side by side and all reach down to its bottom."""
    fitted = _hanging(stack)
    return _stretched(fitted, fitted.height)


def _hanging(stack: Stack) -> FitStack:
    rows: list[tuple[float, float, FitPanel | FitJoint]] = []
    x: float = 0
    for row in stack.rows:
        if isinstance(row, Gap) or (isinstance(row, Panel) and row.remark):
            continue
        fitted = fit_panel(row) if isinstance(row, Panel) else FitJoint(row.words, JOINT_ACROSS, 0)
        rows.append((x, 0, fitted))
        x += fitted.width
    main = x
    y: float = BAR + BESIDE
    remarks: list[tuple[float, float, FitPanel | FitJoint]] = []
    for row in stack.rows:
        if isinstance(row, Panel) and row.remark:
            told = fit_panel(row._replace(room=int(main - 2 * INSET)), main)
            remarks.append((0, y, told))
            y += told.height + BESIDE
    bottom = y + max(row.height for _, _, row in rows)
    cuts = []
    for cut in stack.cuts:
        beside = _hanging(cut)
        x += BEFORE_CUT
        cuts.append((x, float(BAR), beside))
        x += beside.width
        bottom = max(bottom, BAR + beside.height)
    bar = Zone(0, _seam(stack), x, BAR)
    placed = [(left, y, row) for left, _, row in rows]
    return FitStack(stack, bar, (main / 2, BAR / 2), [*remarks, *placed], cuts, x, bottom)


def _stretched(fitted: FitStack, height: float) -> FitStack:
    """A hanging stack whose boxes, and those of all that breaks it, reach down to a height."""
    rows: list[tuple[float, float, FitPanel | FitJoint]] = []
    for x, y, row in fitted.rows:
        is_remark = isinstance(row, FitPanel) and row.panel.remark
        rows.append((x, y, row if is_remark else row._replace(height=height - y)))
    cuts = [(x, y, _stretched(cut, height - y)) for x, y, cut in fitted.cuts]
    return fitted._replace(rows=rows, cuts=cuts, height=height)


def _seam(stack: Stack) -> float:
    """How far a bar keeps from the one that it touches, so that a thin line stays between them."""
    return 0.5 if stack.bar.dots or stack.bar.rim else 1 if stack.bar.seam else 0


def mirrored(fitted: FitStack, upright: bool) -> FitStack:
    """A stack with its left side to the right; ``upright``, with its top at the bottom."""
    wide, high = fitted.width, fitted.height

    def turned(x: float, y: float, part_wide: float, part_high: float) -> tuple[float, float]:
        return (x, high - y - part_high) if upright else (wide - x - part_wide, y)

    left, top, right, bottom = fitted.bar
    bar = Zone(left, high - bottom, right, high - top) if upright else Zone(wide - right, top, wide - left, bottom)
    return fitted._replace(
        bar=bar,
        sign=turned(*fitted.sign, 0, 0),
        rows=[(*turned(x, y, row.width, row.height), row) for x, y, row in fitted.rows],
        cuts=[(*turned(x, y, cut.width, cut.height), mirrored(cut, upright)) for x, y, cut in fitted.cuts],
    )


class Port(NamedTuple):
    """A box or a chip in a node: its statement, where its middle is across, how far it extends there, its colour."""

    statement: str
    middle: float
    extent: float
    is_chip: bool
    colour: str


def ports(node: FitPanel | FitStack, hanging: bool, at: float = 0) -> list[Port]:
    """The boxes and the chips of statements in a node.

    Across is from the top, or from the left in a picture that runs down.
    """
    if isinstance(node, FitPanel):
        extent = node.width if hanging else node.height
        name = node.panel.statement or node.panel.refers
        if not name:
            return []
        return [Port(name, at + extent / 2, extent, not node.panel.statement, node.panel.words[0].colour)]
    found = []
    for x, y, row in node.rows:
        if isinstance(row, FitPanel):
            found += ports(row, hanging, at + (x if hanging else y))
    for x, y, cut in node.cuts:
        found += ports(cut, hanging, at + (x if hanging else y))
    return found
