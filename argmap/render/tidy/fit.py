"""How much room blocks take, and where in them their lines of text stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from argmap.render.blocks import Gap, Joint, Panel, Stack, Words
from argmap.render.metrics import is_right_to_left, width, wrap

INSET = 7
"""The space between the side of a panel and its text."""
BAR, BESIDE = 16, 2
"""The width of a bar, and the gap between it and its panels."""
JOINT = 11
"""The height of the word between two panels."""
BEFORE_CUT = 5
"""The gap above what breaks a step."""

LEADING = 1
"""The space between lines, in points."""
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
    height: float


class FitStack(NamedTuple):
    """A stack with the top of every row and of everything that breaks it; ``main`` is how far its rows go down."""

    stack: Stack
    rows: list[tuple[float, FitPanel | Joint]]
    main: float
    cuts: list[tuple[float, FitStack]]
    height: float


def fit_panel(panel: Panel) -> FitPanel:
    """A panel, measured."""
    runs, bottom = fit_words(panel.words, panel.room, panel.padding)
    return FitPanel(panel, runs, bottom + panel.padding)


def fit_words(words: Iterable[Words], room: float, top: float = 0, inset: float = INSET) -> tuple[list[Run], float]:
    """Words one below the other from a height on, and the height at which they end."""
    runs = []
    x, y = inset, top
    for one in words:
        text, size, bold = one.text, one.size, one.bold
        if not one.flowing:
            runs.append(Run(x, y + _baseline(size), one, [text]))
            x += width(text, size, bold)
            continue
        lines = wrap(text, room, size, bold)
        runs.append(Run(x, y + _baseline(size), one, lines, is_right_to_left(text)))
        x = inset
        y += (size + LEADING) * len(lines)
    return runs, y


def _baseline(size: int) -> float:
    return LEADING / 2 + _BASELINE * size


def fit_stack(stack: Stack) -> FitStack:
    """A stack, measured."""
    rows: list[tuple[float, FitPanel | Joint]] = []
    y: float = 0
    for row in stack.rows:
        if isinstance(row, Panel):
            fitted = fit_panel(row)
            rows.append((y, fitted))
            y += fitted.height
        elif isinstance(row, Gap):
            y += row.height
        else:
            rows.append((y, row))
            y += JOINT
    main = y
    cuts = []
    for cut in stack.cuts:
        below = fit_stack(cut)
        y += BEFORE_CUT
        cuts.append((y, below))
        y += below.height
    return FitStack(stack, rows, main, cuts, y)


def breadth(node: FitPanel | FitStack) -> float:
    """How wide a node is."""
    if isinstance(node, FitPanel):
        return node.panel.room + 2 * INSET
    room = max((row.panel.room for _, row in node.rows if isinstance(row, FitPanel)), default=0)
    return BAR + BESIDE + room + 2 * INSET


def ports(node: FitPanel | FitStack, top: float = 0) -> list[tuple[str, float, float]]:
    """The boxes of statements in a node, from the top: each with the height of its middle, and its own height."""
    if isinstance(node, FitPanel):
        return [(node.panel.statement, top + node.height / 2, node.height)] if node.panel.statement else []
    found = []
    for at, row in node.rows:
        if isinstance(row, FitPanel):
            found += ports(row, top + at)
    for at, cut in node.cuts:
        found += ports(cut, top + at)
    return found
