"""Where every node and every line of a picture lies: columns from left to right, trees from the top.

A picture that runs down is planned with its sides exchanged: its rows are the columns here, and what is called left and
top changes places at the end. One that runs to the left or up is turned round as a whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from argmap.render.style import ARROW_ROOM, STOP_ROOM
from argmap.render.tidy.columns import Arrange, Node, arranged
from argmap.render.tidy.crossings import Column, Link, crossings
from argmap.render.tidy.fit import FitPanel, FitStack, Port, ports
from argmap.render.tidy.rays import Ray, drawn_rays, ray_gap
from argmap.render.tidy.routes import APART, Way, curve, departures, lanes
from argmap.render.tidy.scene import Point

_TIP = 5.0
"""How far before its box a cross line ends; its point is set there."""


class Plan(NamedTuple):
    """The left side and the top of each node, the curves of the line to each that has one, and the whole's size."""

    lefts: list[float]
    tops: list[float]
    curves: list[tuple[Point, ...]]
    width: float
    height: float
    crossings: list[tuple[tuple[Point, ...], str]]
    """The curves of cross lines with their colours; the last point is at the box."""
    reaches: list[float]
    """How far into each node the line to it goes on."""


def planned(
    nodes: Sequence[FitPanel | FitStack],
    roots: int,
    starts: Sequence[str],
    direction: str = "LR",
    cross_lines: bool = False,
    apart: float = APART,
    are_rays: bool = False,
    arrange: Arrange = arranged,
) -> Plan:
    """The plan of nodes, the roots first; its left upper corner is the origin.

    ``starts`` holds for each other node the statement at whose box its line begins; that box stands in a node before.
    ``direction`` is where the picture runs: LR, RL, TB or BT. With ``cross_lines`` a line leads from each chip to the
    box that it stands for, where that is one of the nodes. Lines leave a box so far ``apart``; rays lead straight
    from its rim to their ends. ``arrange`` finds how high each node stands.
    """
    hanging = direction in ("TB", "BT")
    extents = [node.width if hanging else node.height for node in nodes]
    breadths = [node.height if hanging else node.width for node in nodes]
    home: dict[str, tuple[int, Port]] = {}
    chips: list[tuple[int, Port]] = []
    for number, node in enumerate(nodes):
        for port in ports(node, hanging):
            if port.is_chip:
                chips.append((number, port))
            else:
                home[port.statement] = (number, port)
    following: dict[str, list[int]] = {}
    columns = [0] * len(nodes)
    for number, start in enumerate(starts, roots):
        following.setdefault(start, []).append(number)
        columns[number] = columns[home[start][0]] + 1
    branches: list[list[tuple[float, list[int]]]] = [[] for _ in nodes]
    for name, (number, port) in home.items():  # from the top in each node
        if name in following:
            branches[number].append((port.middle, following[name]))
    entries = [_entry(node, hanging) for node in nodes]
    trees = [Node(*parts) for parts in zip(extents, entries, branches, strict=True)]
    tops = arrange(trees, range(roots))

    broad = [0.0] * (max(columns, default=0) + 1)
    for breadth, column in zip(breadths, columns, strict=True):
        broad[column] = max(broad[column], breadth)
    ways: list[list[tuple[Way, int]]] = [[] for _ in broad]
    rays: list[list[tuple[Ray, int]]] = [[] for _ in broad]
    for name, targets in following.items():
        number, port = home[name]
        column, middle = columns[number], tops[number] + port.middle
        ends = [tops[target] + entries[target] for target in targets]
        if are_rays:
            rays[column] += [(_ray(port, middle, end, nodes[to]), to) for end, to in zip(ends, targets, strict=True)]
        else:
            begins = departures(middle, port.extent, ends, apart)
            found = [Way(port.depth, begin, end) for begin, end in zip(begins, ends, strict=True)]
            ways[column] += zip(found, targets, strict=True)
    bands: list[list[tuple[float, float, float]]] = [[] for _ in broad]  # from where to where, and how deep
    met = sorted([*home.values(), *chips], key=lambda found: tops[found[0]] + found[1].middle) if are_rays else ()
    for number, port in met:
        above = tops[number] + port.middle - port.extent / 2
        bands[columns[number]].append((above, above + port.extent, port.depth))
    curves: list[tuple[Point, ...]] = [()] * len(starts)
    reaches = [0.0] * len(nodes)
    edges = [0.0]
    for column, (through, aimed) in enumerate(zip(ways, rays, strict=True)):
        through.sort(key=lambda one: (one[0].start, one[0].end))
        aimed.sort(key=lambda one: (one[0].middle, one[0].end))
        gap = lanes([way for way, _ in through])
        wide = ray_gap([ray for ray, _ in aimed]) if are_rays else gap.width
        before, left = edges[-1], edges[-1] + broad[column]
        for (way, target), offset in zip(through, gap.offsets, strict=True):
            moved = Way(before + way.x, *way[1:])
            curves[target - roots] = curve(moved, left + wide / 2 + offset, left, left + wide)
        drawn = drawn_rays([ray for ray, _ in aimed], bands[column], broad[column], broad[column] + wide)
        for (points, reach), (_, target) in zip(drawn, aimed, strict=True):
            curves[target - roots] = tuple((before + x, y) for x, y in points)
            reaches[target] = reach
        edges.append(left + wide)
    lefts = [edges[column] for column in columns]
    right = max((left + breadth for left, breadth in zip(lefts, breadths, strict=True)), default=0.0)
    bottom = max((top + extent for top, extent in zip(tops, extents, strict=True)), default=0.0)
    crossing: list[tuple[tuple[Point, ...], str]] = []
    if cross_lines:
        places = [(edges[c], t, b, e, c) for c, t, b, e in zip(columns, tops, breadths, extents, strict=True)]
        crossing = _crossing(chips, home, places, [left + wide for left, wide in zip(edges, broad, strict=False)])
        right = max([right, *(x + 2 for points, _ in crossing for x, _ in points)])
        bottom = max([bottom, *(y + 2 for points, _ in crossing for _, y in points)])
    if direction in ("RL", "BT"):
        lefts = [right - left - breadth for left, breadth in zip(lefts, breadths, strict=True)]
        curves = [tuple((right - x, y) for x, y in points) for points in curves]
        crossing = [(tuple((right - x, y) for x, y in points), colour) for points, colour in crossing]
    if hanging:
        crossing = [(tuple((y, x) for x, y in points), colour) for points, colour in crossing]
        return Plan(
            tops, lefts, [tuple((y, x) for x, y in points) for points in curves], bottom, right, crossing, reaches
        )
    return Plan(lefts, tops, curves, right, bottom, crossing, reaches)


def _crossing(
    chips: Sequence[tuple[int, Port]],
    home: Mapping[str, tuple[int, Port]],
    places: Sequence[tuple[float, float, float, float, int]],
    gaps: Sequence[float],
) -> list[tuple[tuple[Point, ...], str]]:
    """The cross lines of chips; ``places`` holds left, top, breadth, extent and column of each node."""
    bands: list[list[tuple[float, float]]] = [[] for _ in gaps]
    for _, top, _, extent, column in places:
        bands[column].append((top, top + extent))
    columns = [Column(gap, sorted(band)) for gap, band in zip(gaps, bands, strict=True)]
    links, colours = [], []
    arrivals: Counter[str] = Counter()
    for number, port in chips:
        if port.statement not in home:
            continue
        left, top, _, _, column = places[number]
        target, box = home[port.statement]
        there = places[target]
        # A line ends near the edge of its box, off the lines that leave the middle; several are a little apart.
        down = max(0.0, box.extent / 2 - 7) - 3 * (arrivals[port.statement] % 3)
        arrivals[port.statement] += 1
        end = (there[0] + box.depth + _TIP, there[1] + box.middle + down)
        links.append(Link((left + port.depth, top + port.middle), column, end, there[4]))
        colours.append(port.colour)
    return list(zip(crossings(links, columns), colours, strict=True))


def _ray(port: Port, middle: float, end: float, node: FitPanel | FitStack) -> Ray:
    """The arrow from a node to a box."""
    wires = node.stack.wires if isinstance(node, FitStack) else None
    room = ARROW_ROOM if wires is None or not wires.stroke.dashed else STOP_ROOM
    reach = node.reach if isinstance(node, FitStack) else 0.0
    return Ray(port.depth, middle, port.extent / 2, port.radius, end, room, reach)


def _entry(node: FitPanel | FitStack, hanging: bool) -> float:
    """Where across a node its line ends: in the middle of the bar's main part."""
    if isinstance(node, FitStack):
        return node.sign[0 if hanging else 1]
    return (node.width if hanging else node.height) / 2
