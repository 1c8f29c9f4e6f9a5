"""A map as a scene: its blocks measured, planned and placed."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from argmap.looks import Style
from argmap.render.metrics import width
from argmap.render.picture import Picture, Step
from argmap.render.style import TAG
from argmap.render.styles.arrows import Arrows
from argmap.render.styles.bars import Bars
from argmap.render.styles.blocks import Panel, Stack
from argmap.render.styles.toulmin import Layout, layouts
from argmap.render.styles.toulmin_parts import Toulmin
from argmap.render.styles.tree import Tree
from argmap.render.svg import classes
from argmap.render.tidy.columns import Arrange, arranged
from argmap.render.tidy.fit import FitPanel, FitStack, fit_hanging, fit_panel, fit_stack, mirrored
from argmap.render.tidy.legend import framed
from argmap.render.tidy.listing import beside, fitted, placed_list
from argmap.render.tidy.placing import placed_panel, placed_stack
from argmap.render.tidy.plan import Plan
from argmap.render.tidy.routes import APART
from argmap.render.tidy.scene import Curve, Part, Point, Scene, Text, Thing
from argmap.render.tidy.shelves import shelved
from argmap.render.tidy.toulmin import placed_arguments
from argmap.render.tidy.wires import fit_wired, headed, levelled

_TIPS = {"LR": "◄", "RL": "►", "TB": "▲", "BT": "▼"}
_NEAR = 4.5
"""How far the point of a cross line goes beyond its end."""
_NARROWEST = 480.0
"""The room for the heading of a small map."""
_NARROWEST_TEXT, _WIDEST_TEXT = 60, 640
"""How narrow and how wide boxes may be made so that what holds them is not too large, in points of their text."""
_WIDER = (0.4, 0.8, 1.4, 2.2)
"""By how much wider, in parts of what is usual: the first that does."""
_ARROWS_APART = 16.0
"""How far apart arrows end at a box, so that their points have room."""


def scene(picture: Picture, style: Style, arrange: Arrange = arranged) -> Scene:
    """Everything that a picture shows, at its place; ``arrange`` finds how high each node stands."""
    names = classes(picture.view)
    if style.style == "toulmin":
        return of_arguments(picture, style, Toulmin(picture, style), names, layouts(picture), _NARROWEST)
    return of_nodes(picture, style, maker(picture, style), names, _NARROWEST, arrange=arrange)


def of_nodes(
    picture: Picture,
    style: Style,
    bars: Bars,
    names: Mapping[str, str],
    room: float,
    has_list: bool = True,
    arrange: Arrange = arranged,
    most: float = math.inf,
) -> Scene:
    """The scene of roots and steps, with the list of those that have one beside them.

    ``names`` holds the classes of parts by their names; the heading may be as wide as the picture, or as ``room``.
    Nodes reach no further than ``most`` across the direction of the picture, if they can.
    """
    nodes, starts = measured(picture, bars, style, most), [start for start, _ in picture.steps]
    apart = _ARROWS_APART if bars.has_arrows else APART
    how = (style.direction, picture.view.links == "lines", apart, bars.has_rays, arrange)
    plan = shelved(picture.shelves, nodes, len(picture.roots), starts, *how)
    items = bars.items() if has_list else []
    listing = beside(fitted(items, style.wrap), style.wrap, plan.width, plan.height)
    lines = [_line(bars, step, points) for (_, step), points in zip(picture.steps, plan.curves, strict=True)]
    listed = placed_list(listing.columns, style.wrap, listing.left, listing.top)
    things = chain(_things(nodes, plan, lines, names, style), listed)
    return framed(picture, style, room, (listing.width, listing.height), things)


def of_arguments(
    picture: Picture, style: Style, parts: Toulmin, names: Mapping[str, str], chosen: Sequence[Layout], room: float
) -> Scene:
    """The scene of arguments one below the other, each as Toulmin drew it."""
    things, across, down = placed_arguments(parts.parts(chosen), parts.word(""), names)
    return framed(picture, style, room, (across, down), iter(things))


def maker(picture: Picture, style: Style) -> Bars:
    """What makes the nodes of a picture in its style."""
    makers: Mapping[str, type[Bars]] = {"arrows": Arrows, "tree": Tree}
    return makers.get(style.style, Bars)(picture, style)


def measured(picture: Picture, bars: Bars, style: Style, most: float = math.inf) -> list[FitPanel | FitStack]:
    """The nodes of a picture, measured, the roots first.

    Where one would reach further than ``most`` across the direction of the picture, its boxes are narrower if they
    stand side by side, else wider.
    """
    makers: list[Callable[[int], Panel | Stack]] = [partial(bars.root, root) for root in picture.roots]
    makers += [partial(bars.step, step) for _, step in picture.steps]
    blocks = [make(0) for make in makers]
    rows: Sequence[float | None] = [None] * len(blocks)
    if bars.has_arrows:
        columns = picture.columns()
        at = [0] * len(picture.roots) + [columns[start] + 1 for start, _ in picture.steps]
        rows = levelled(blocks, at, style.is_upright)
    nodes = [_fitted(block, style.direction, row) for block, row in zip(blocks, rows, strict=True)]
    return [
        node if extents(node, style)[0] <= most else _refitted(node, make, style, row, most)
        for node, make, row in zip(nodes, makers, rows, strict=True)
    ]


def extents(node: FitPanel | FitStack, style: Style) -> tuple[float, float]:
    """How far a node reaches across the direction of the picture, and along it."""
    return (node.width, node.height) if style.is_upright else (node.height, node.width)


def _refitted(
    node: FitPanel | FitStack, make: Callable[[int], Panel | Stack], style: Style, row: float | None, most: float
) -> FitPanel | FitStack:
    """A node that reaches too far, with other boxes: the first that do, else the last."""
    for by in _narrower(node, style, most):
        node = _fitted(make(by), style.direction, row)
        if extents(node, style)[0] <= most:
            break
    return node


def _narrower(node: FitPanel | FitStack, style: Style, most: float) -> Iterator[int]:
    """By how much all boxes in a node may be narrower, or, below nought, wider, so that it reaches no further."""
    if not style.is_upright:
        yield from (-by for by in (int(style.wrap * more) for more in _WIDER) if style.wrap + by <= _WIDEST_TEXT)
        return
    number, todo = 0, [node]
    while todo:
        one = todo.pop()
        if isinstance(one, FitStack):
            panels = [row.panel for _, _, row in one.rows if isinstance(row, FitPanel)]
            number += len(panels) if one.stack.wires else sum(not panel.remark for panel in panels)
            todo += [cut for _, _, cut in one.cuts]
    if number > 1:
        yield min(math.ceil((node.width - most) / number), style.wrap - _NARROWEST_TEXT)


def _fitted(block: Panel | Stack, direction: str, row: float | None) -> FitPanel | FitStack:
    """A node, measured for a direction: its bar is at the side from which lines come, its boxes begin in a row."""
    if isinstance(block, Panel):
        return fit_panel(block)
    upright = direction in ("TB", "BT")
    fitted = fit_wired(block, upright, row) if block.wires else fit_hanging(block) if upright else fit_stack(block)
    return mirrored(fitted, direction == "BT") if direction in ("RL", "BT") else fitted


def _tip(point: Point, colour: str, direction: str) -> Text:
    """The point of a cross line, before the box at which it ends."""
    sign, across = _TIPS[direction], width(_TIPS[direction], TAG)
    x, y = point
    off = {"LR": (-_NEAR, 0.35 * TAG), "RL": (_NEAR - across, 0.35 * TAG)}
    dx, dy = off.get(direction, (-across / 2, 0.35 * TAG + (-2 if direction == "TB" else 2)))
    return Text(x + dx, y + dy, sign, TAG, colour)


def _line(bars: Bars, step: Step, points: tuple[Point, ...]) -> Part:
    """The line to a step, an arrow where the style has them."""
    end = bars.head(step)
    line, head = headed(points, end) if end else (points, ())
    return Part((Curve(line, *bars.line(step)), *head), "edge")


def _things(
    nodes: Sequence[FitPanel | FitStack], plan: Plan, lines: Sequence[Part], names: Mapping[str, str], style: Style
) -> Iterator[Thing]:
    yield from lines
    for points, colour in plan.crossings:
        yield Part((Curve(points, colour, 1.4, dotted=True), _tip(points[-1], colour, style.direction)), "cross")
    for node, left, top, reach in zip(nodes, plan.lefts, plan.tops, plan.reaches, strict=True):
        if isinstance(node, FitPanel):
            yield Part(tuple(placed_panel(node, left, top, names)), "node")
        else:
            yield placed_stack(node._replace(reach=reach) if reach != node.reach else node, left, top, names)
