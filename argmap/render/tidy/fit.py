"""How much room blocks take, and where in them their lines of text stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from argmap.render import style
from argmap.render.metrics import is_right_to_left, width, wrap
from argmap.render.style import INSET
from argmap.render.styles.blocks import Gap, Panel, Stack, Words

BAR, BESIDE = 16, 2
"""The thickness of a bar, and the gap between it and its panels."""
JOINT, JOINT_ACROSS = 11, 24
"""The height of the word between two panels that stand one below the other, its room where they stand side by side."""
BEFORE_CUT = 5
"""The gap before what breaks a step."""

_CIRCLE = 12.0
"""The greatest radius of the corners of a number that is too long for a circle."""
_ALMOST = 5.0
"""What a circle may lack in length, since it would not look round."""
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
    lines: tuple[str, ...]
    to_left: bool = False


class FitPanel(NamedTuple):
    """A panel with its lines, placed from its upper corners."""

    panel: Panel
    runs: list[Run]
    width: float
    height: float

    @property
    def radius(self) -> float:
        """That of the corners of a centred panel: a circle, unless it is longer than broad."""
        half = min(self.width, self.height) / 2
        return half if abs(self.width - self.height) < 1 else min(_CIRCLE, half)


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
    which the picture runs, and, where it is straight, may go on for ``reach`` into the node. ``direction`` is where the
    rows lie, seen from that line.
    """

    stack: Stack
    bar: Zone
    sign: tuple[float, float]
    rows: list[tuple[float, float, FitPanel | FitJoint]]
    cuts: list[tuple[float, float, FitStack]]
    width: float
    height: float
    direction: str = "LR"
    reach: float = 0.0


def fit_panel(panel: Panel, wide: float | None = None) -> FitPanel:
    """A panel, measured; as wide as its room asks for unless given."""
    if panel.centred:
        return _centred(panel)
    runs: list[Run] = []
    words, top = panel.words, float(panel.padding)
    if panel.badge:
        runs, top = fit_words(words[: panel.first_line], panel.room, top)
        words, top = words[panel.first_line :], top + style.BELOW_BADGE
    others, bottom = fit_words(words, panel.room, top)
    runs += others
    height = max(bottom + panel.padding, panel.least)
    return FitPanel(panel, runs, panel.room + 2 * INSET if wide is None else wide, height)


def _centred(panel: Panel) -> FitPanel:
    """A panel as small as its lines, in whose middle they stand; at least as wide as high, unless it must be high."""
    runs, bottom = fit_words(panel.words, panel.room, panel.padding, 0)
    rows: list[list[Run]] = []  # runs that stand beside each other
    for run in runs:
        for number, line in enumerate(run.lines):
            y = run.y + number * (run.words.size + LEADING)
            single = run._replace(inset=0.0 if number else run.inset, y=y, lines=(line,), to_left=False)
            if number or not run.inset:
                rows.append([])
            rows[-1].append(single)
    ends = [row[-1].inset + width(row[-1].lines[0], row[-1].words.size, row[-1].words.bold) for row in rows]
    height = bottom + panel.padding
    whole = max([height, *(end + 2 * panel.padding for end in ends)])
    more = 0.0
    if panel.broad:
        whole = _longer(whole, panel.least)
    else:
        more = (_longer(height, panel.least) - height) / 2
    placed = [
        run._replace(inset=run.inset + (whole - end) / 2, y=max(other.y for other in row) + more)
        for row, end in zip(rows, ends, strict=True)
        for run in row
    ]
    return FitPanel(panel, placed, whole, height + 2 * more)


def _longer(side: float, least: float) -> float:
    """The side of a circle where it must be longer: so much that this can be seen, if at all."""
    return side if least <= side + _ALMOST else max(least, side + 2 * _ALMOST)


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
        text, size = one.text, one.size
        lines = wrap(text, max(room - (x - inset), _LEAST), size, one.bold)
        to_left = is_right_to_left(text)
        tallest = size
        if beside:
            tallest = max(size, *[other.size for _, other in beside])
            runs += [Run(at, y + _baseline(tallest), other, (other.text,)) for at, other in beside]
            beside = []
        runs.append(Run(inset if to_left else x, y + _baseline(tallest), one, lines, to_left))
        x = inset
        y += (size + LEADING) * len(lines) + tallest - size
    runs += [Run(at, y + _baseline(other.size), other, (other.text,)) for at, other in beside]
    return runs, y


def _baseline(size: int) -> float:
    return LEADING / 2 + _BASELINE * size


def fit_stack(stack: Stack, wide: float | None = None) -> FitStack:
    """A stack whose bar stands upright to the left of its rows, as wide as they ask for unless given."""
    inner = BAR + BESIDE
    if wide is None:
        wide = inner + max((_natural(row) for row in stack.rows if isinstance(row, Panel)), default=2 * INSET)
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


def _natural(panel: Panel) -> float:
    """How wide a panel is by itself."""
    return _centred(panel).width if panel.centred else panel.room + 2 * INSET


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
    return FitStack(stack, bar, (main / 2, BAR / 2), [*remarks, *placed], cuts, x, bottom, "TB")


def _stretched(fitted: FitStack, height: float) -> FitStack:
    """A hanging stack whose boxes, and those of all that breaks it, reach down to a height."""
    rows: list[tuple[float, float, FitPanel | FitJoint]] = []
    for x, y, row in fitted.rows:
        is_fixed = isinstance(row, FitPanel) and (row.panel.remark or row.panel.centred)
        rows.append((x, y, row if is_fixed else row._replace(height=height - y)))
    cuts = [(x, y, _stretched(cut, height - y)) for x, y, cut in fitted.cuts]
    return fitted._replace(rows=rows, cuts=cuts, height=height)


def _seam(stack: Stack) -> float:
    """How far a bar keeps from the one that it touches, so that a thin line stays between them."""
    return 0.5 if stack.bar.dots or stack.bar.rim else 1 if stack.bar.seam else 0


REVERSED = {"LR": "RL", "RL": "LR", "TB": "BT", "BT": "TB"}
"""The directions that are turned round."""


def mirrored(fitted: FitStack, upright: bool) -> FitStack:
    """A stack with its left side to the right; ``upright``, with its top at the bottom."""
    wide, high = fitted.width, fitted.height

    def turned(x: float, y: float, part_wide: float, part_high: float) -> tuple[float, float]:
        return (x, high - y - part_high) if upright else (wide - x - part_wide, y)

    left, top, right, bottom = fitted.bar
    bar = Zone(left, high - bottom, right, high - top) if upright else Zone(wide - right, top, wide - left, bottom)
    return fitted._replace(
        direction=REVERSED[fitted.direction],
        bar=bar,
        sign=turned(*fitted.sign, 0, 0),
        rows=[(*turned(x, y, row.width, row.height), row) for x, y, row in fitted.rows],
        cuts=[(*turned(x, y, cut.width, cut.height), mirrored(cut, upright)) for x, y, cut in fitted.cuts],
    )


class Port(NamedTuple):
    """A box or a chip in a node, from which lines may leave.

    ``middle`` and ``extent`` say where it lies across the direction of the picture, ``depth`` how far into the node it
    reaches, ``radius`` how round its end is.
    """

    statement: str
    middle: float
    extent: float
    is_chip: bool
    colour: str
    depth: float
    radius: float = 0.0


def ports(node: FitPanel | FitStack, hanging: bool, at: float = 0, into: float = 0) -> list[Port]:
    """The boxes and the chips of statements in a node.

    Across is from the top, or from the left in a picture that runs down.
    """
    if isinstance(node, FitPanel):
        extent, along = (node.width, node.height) if hanging else (node.height, node.width)
        panel, name = node.panel, node.panel.statement or node.panel.refers
        if not name:
            return []
        radius = node.radius if panel.centred else 0.0
        colour = panel.words[0].colour
        return [Port(name, at + extent / 2, extent, not panel.statement, colour, into + along, radius)]
    found = []
    for x, y, part in (*node.rows, *node.cuts):
        if not isinstance(part, FitJoint):
            across, along = (x, y) if hanging else (y, x)
            if node.direction in ("RL", "BT"):
                along = node.height - y - part.height if hanging else node.width - x - part.width
            found += ports(part, hanging, at + across, into + along)
    return found
