"""A map as SVG: its blocks measured, planned, placed and painted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from argmap.looks import Style
from argmap.render.bars import Bars
from argmap.render.blocks import Panel, Stack, Stroke
from argmap.render.picture import compose
from argmap.render.style import THEMES
from argmap.render.svg import classes
from argmap.render.tidy.fit import FitPanel, FitStack, fit_hanging, fit_panel, fit_stack, mirrored
from argmap.render.tidy.legend import legend
from argmap.render.tidy.paint import paint
from argmap.render.tidy.placing import placed_panel, placed_stack
from argmap.render.tidy.plan import Plan, planned
from argmap.render.tidy.scene import Curve, Part, Scene, Thing
from argmap.selection import Shown, viewed

_MARGIN = 18.0
_BELOW_HEADING = 12.0
_NARROWEST = 480.0
"""The room for the heading of a small map."""


def draw(shown: Shown, style: Style) -> str:
    """The map as SVG. Raises `argmap.render.picture.TooDeepError`."""
    return paint(scene(shown, style), viewed(shown))


def draw_placed(shown: Shown, style: Style) -> str:
    """The map as DOT that Graphviz need only paint (`neato -n2`). Raises `argmap.render.picture.TooDeepError`."""
    from argmap.render.tidy.xdot import to_placed_dot

    return to_placed_dot(scene(shown, style))


def scene(shown: Shown, style: Style) -> Scene:
    """Everything that the picture of a map shows, at its place."""
    picture = compose(shown)
    bars = Bars(picture, style)
    blocks = [*(bars.root(root) for root in picture.roots), *(bars.step(step) for _, step in picture.steps)]
    nodes = [_fitted(block, style.direction) for block in blocks]
    plan = planned(nodes, len(picture.roots), [start for start, _ in picture.steps], style.direction)
    heading, wide, high = legend(picture, style, max(plan.width, _NARROWEST), _BELOW_HEADING)
    across, down = max(plan.width, wide) + 2 * _MARGIN, high + plan.height + 2 * _MARGIN
    placed = _things(heading, nodes, plan, [bars.line(step) for _, step in picture.steps], classes(picture.map))
    return Scene(across, down, (_MARGIN, _MARGIN + high), THEMES[style.theme].background, placed)


def _fitted(block: Panel | Stack, direction: str) -> FitPanel | FitStack:
    """A node, measured for a direction: its bar is at the side from which lines come."""
    if isinstance(block, Panel):
        return fit_panel(block)
    fitted = fit_hanging(block) if direction in ("TB", "BT") else fit_stack(block)
    return mirrored(fitted, direction == "BT") if direction in ("RL", "BT") else fitted


def _things(
    heading: Sequence[Thing],
    nodes: Sequence[FitPanel | FitStack],
    plan: Plan,
    strokes: Sequence[Stroke],
    names: Mapping[str, str],
) -> Iterator[Thing]:
    yield Part(tuple(heading), "heading")
    for stroke, points in zip(strokes, plan.curves, strict=True):
        yield Part((Curve(points, *stroke),), "edge")
    for node, left, top in zip(nodes, plan.lefts, plan.tops, strict=True):
        if isinstance(node, FitPanel):
            yield Part(tuple(placed_panel(node, left, top, names)), "node")
        else:
            yield placed_stack(node, left, top, names)
