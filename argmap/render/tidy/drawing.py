"""A map as a scene: its blocks measured, planned and placed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from argmap.looks import Style
from argmap.render.formats import PAPERS
from argmap.render.metrics import width
from argmap.render.picture import Picture, Step, compose
from argmap.render.style import BODY, TAG, THEMES
from argmap.render.styles.arrows import Arrows
from argmap.render.styles.bars import Bars
from argmap.render.styles.blocks import Panel, Stack
from argmap.render.styles.toulmin import Layout, layouts
from argmap.render.styles.toulmin_parts import Toulmin
from argmap.render.styles.tree import Tree
from argmap.render.svg import classes
from argmap.render.tidy.columns import Arrange, arranged
from argmap.render.tidy.fit import FitPanel, FitStack, fit_hanging, fit_panel, fit_stack, mirrored
from argmap.render.tidy.legend import legend
from argmap.render.tidy.listing import Columns, beside, extent, filled, fitted, placed_list
from argmap.render.tidy.pages import paged
from argmap.render.tidy.placing import placed_panel, placed_stack
from argmap.render.tidy.plan import Plan
from argmap.render.tidy.routes import APART
from argmap.render.tidy.scene import Curve, Part, Point, Scene, Text, Thing
from argmap.render.tidy.shelves import shelved
from argmap.render.tidy.toulmin import in_turns, placed_arguments
from argmap.render.tidy.wires import fit_wired, headed, levelled
from argmap.selection import Shown

_MARGIN = 18.0
_BELOW_HEADING = 12.0
_TIPS = {"LR": "◄", "RL": "►", "TB": "▲", "BT": "▼"}
_NEAR = 4.5
"""How far the point of a cross line goes beyond its end."""
_NARROWEST = 480.0
"""The room for the heading of a small map."""
_EDGE = 28.0
"""The empty edge of a page, in points."""
_USUAL, SMALLEST = 0.7, 7.0
"""How large a picture on several pages is drawn, and the least size of text on paper, in points."""


def scenes(shown: Shown, style: Style, paper: str) -> list[Scene]:
    """The map on as many sheets of one of `PAPERS` as it needs, each as large as can be, but at most at its own size.

    What goes on elsewhere says on which page. Raises `argmap.render.picture.TooDeepError`.
    """
    picture = compose(shown)
    bars, names = _bars(picture, style), classes(picture.view)  # once for all pages
    alone = _on_paper(picture, style, paper, 1.0, bars, names)
    if alone.scale * BODY >= SMALLEST:
        return [alone]
    wide, high = ((side - 2 * _EDGE) / _USUAL for side in PAPERS[paper])
    high -= legend(picture._replace(page="Page 1 of 1"), style, wide, _BELOW_HEADING)[2]
    if isinstance(bars, Toulmin):
        return _pages_of_arguments(picture, style, paper, bars, names, high)
    sizes = [_size(node, style) for node in _nodes(picture, bars, style)]
    panels = {b.statement.id: fit_panel(bars.box(b)) for b in picture.boxes()}
    boxes = {name: _size(panel, style) for name, panel in panels.items()}
    pages = paged(picture, sizes, boxes, (wide, high) if style.is_upright else (high, wide))
    if not (items := bars.items()):
        return [_on_paper(page, style, paper, _USUAL, bars, names) for page in pages]
    lists = filled(fitted(items, style.wrap), style.wrap, wide, high)
    told = [f"Page {at} of {len(pages) + len(lists)}" for at in range(1, len(pages) + len(lists) + 1)]
    numbered = [page._replace(page=words) for page, words in zip(pages, told, strict=False)]
    made = [_on_paper(page, style, paper, _USUAL, bars, names) for page in numbered]
    for words, columns in zip(told[len(pages) :], lists, strict=True):
        page = Picture(picture.view, (), (), words)
        made.append(_sized(_of_list(page, style, wide, columns), paper, _USUAL))
    return made


def _of_list(page: Picture, style: Style, room: float, columns: Columns) -> Scene:
    """A page of the list of a tree."""
    heading, wide, high = legend(page, style, room, _BELOW_HEADING)
    across, down = extent(columns, style.wrap)
    things = chain((Part(tuple(heading), "heading"),), placed_list(columns, style.wrap, 0.0, 0.0))
    width, height = max(wide, across) + 2 * _MARGIN, high + down + 2 * _MARGIN
    return Scene(width, height, (_MARGIN, _MARGIN + high), THEMES[style.theme].background, things)


def _on_paper(
    picture: Picture, style: Style, paper: str, largest: float, bars: Bars, names: Mapping[str, str]
) -> Scene:
    """A picture on a sheet, as large as it fits but at most so large; the list of a tree on several is elsewhere."""
    room = (PAPERS[paper][0] - 2 * _EDGE) / largest
    return _sized(_scene(picture, style, room, bars, names, has_list=not picture.page), paper, largest)


def _sized(found: Scene, paper: str, largest: float) -> Scene:
    """A scene on a sheet, as large as it fits but at most so large."""
    wide, high = PAPERS[paper]
    across, down = found.width - 2 * _MARGIN, found.height - 2 * _MARGIN
    scale = min(largest, (wide - 2 * _EDGE) / across, (high - 2 * _EDGE) / down)
    edge = _EDGE / scale - _MARGIN
    x, y = found.origin
    return found._replace(width=wide / scale, height=high / scale, origin=(x + edge, y + edge), scale=scale)


def scene(picture: Picture, style: Style, arrange: Arrange = arranged) -> Scene:
    """Everything that a picture shows, at its place; ``arrange`` finds how high each node stands."""
    return _scene(picture, style, _NARROWEST, _bars(picture, style), classes(picture.view), arrange=arrange)


def _scene(
    picture: Picture,
    style: Style,
    room: float,
    bars: Bars,
    names: Mapping[str, str],
    has_list: bool = True,
    arrange: Arrange = arranged,
) -> Scene:
    """The same; the heading may be as wide as the picture, or as ``room``. Only a tree has a list."""
    if isinstance(bars, Toulmin):
        return _arguments(picture, style, room, bars, names, layouts(picture))
    nodes, starts = _nodes(picture, bars, style), [start for start, _ in picture.steps]
    has_lines = picture.view.links == "lines"
    apart = _ARROWS_APART if isinstance(bars, Arrows) else APART
    are_rays = isinstance(bars, Tree)
    how = (style.direction, has_lines, apart, are_rays, arrange)
    plan = shelved(picture.shelves, nodes, len(picture.roots), starts, *how)
    items = bars.items() if has_list else []
    listing = beside(fitted(items, style.wrap), style.wrap, plan.width, plan.height)
    heading, wide, high = legend(picture, style, max(listing.width, room), _BELOW_HEADING)
    across, down = max(listing.width, wide) + 2 * _MARGIN, high + listing.height + 2 * _MARGIN
    lines = [_line(bars, step, points) for (_, step), points in zip(picture.steps, plan.curves, strict=True)]
    placed = _things(heading, nodes, plan, lines, names, style)
    listed = placed_list(listing.columns, style.wrap, listing.left, listing.top)
    return Scene(across, down, (_MARGIN, _MARGIN + high), THEMES[style.theme].background, chain(placed, listed))


def _arguments(
    picture: Picture, style: Style, room: float, bars: Toulmin, names: Mapping[str, str], chosen: Sequence[Layout]
) -> Scene:
    """Arguments one below the other, each as Toulmin drew it."""
    things, across, down = placed_arguments(bars.parts(chosen), bars.word(""), names)
    heading, wide, high = legend(picture, style, max(across, room), _BELOW_HEADING)
    width, height = max(across, wide) + 2 * _MARGIN, high + down + 2 * _MARGIN
    placed = chain((Part(tuple(heading), "heading"),), things)
    return Scene(width, height, (_MARGIN, _MARGIN + high), THEMES[style.theme].background, placed)


def _pages_of_arguments(
    picture: Picture, style: Style, paper: str, bars: Toulmin, names: Mapping[str, str], high: float
) -> list[Scene]:
    """The same on as many pages as they need."""
    wide = (PAPERS[paper][0] - 2 * _EDGE) / _USUAL
    every = layouts(picture)
    heights = [placed_arguments(bars.parts([one]), bars.word(""), names)[2] for one in every]
    pages = in_turns(every, heights, high)
    made = []
    for at, chosen in enumerate(pages, 1):
        page = picture._replace(page=f"Page {at} of {len(pages)}" if len(pages) > 1 else "")
        made.append(_sized(_arguments(page, style, wide, bars, names, chosen), paper, _USUAL))
    return made


_STYLES: Mapping[str, type[Bars]] = {"arrows": Arrows, "tree": Tree, "toulmin": Toulmin}
_ARROWS_APART = 16.0
"""How far apart arrows end at a box, so that their points have room."""


def _bars(picture: Picture, style: Style) -> Bars:
    """What makes the nodes of a picture in its style."""
    return _STYLES.get(style.style, Bars)(picture, style)


def _nodes(picture: Picture, bars: Bars, style: Style) -> list[FitPanel | FitStack]:
    """The nodes of a picture, measured, the roots first."""
    roots = [bars.root(root) for root in picture.roots]
    blocks: list[Panel | Stack] = [*roots, *(bars.step(step) for _, step in picture.steps)]
    if not isinstance(bars, Arrows):
        return [_fitted(block, style.direction) for block in blocks]
    rows = levelled(blocks, [start for start, _ in picture.steps], style.is_upright)
    return [_fitted(block, style.direction, row) for block, row in zip(blocks, rows, strict=True)]


def _size(node: FitPanel | FitStack, style: Style) -> tuple[float, float]:
    """How far a node reaches across the direction of the picture, and along it."""
    return (node.width, node.height) if style.is_upright else (node.height, node.width)


def _fitted(block: Panel | Stack, direction: str, row: float | None = None) -> FitPanel | FitStack:
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
    heading: Sequence[Thing],
    nodes: Sequence[FitPanel | FitStack],
    plan: Plan,
    lines: Sequence[Part],
    names: Mapping[str, str],
    style: Style,
) -> Iterator[Thing]:
    yield Part(tuple(heading), "heading")
    yield from lines
    for points, colour in plan.crossings:
        yield Part((Curve(points, colour, 1.4, dotted=True), _tip(points[-1], colour, style.direction)), "cross")
    for node, left, top, reach in zip(nodes, plan.lefts, plan.tops, plan.reaches, strict=True):
        if isinstance(node, FitPanel):
            yield Part(tuple(placed_panel(node, left, top, names)), "node")
        else:
            yield placed_stack(node._replace(reach=reach) if reach != node.reach else node, left, top, names)
