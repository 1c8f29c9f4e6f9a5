"""Where every node and every line of a picture lies: columns from left to right, trees from the top.

A picture that runs down is planned with its sides exchanged: its rows are the columns here, and what is called left and
top changes places at the end. One that runs to the left or up is turned round as a whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from argmap.render.tidy.columns import Node, arranged
from argmap.render.tidy.fit import FitPanel, FitStack, ports
from argmap.render.tidy.routes import Way, curve, departures, lanes
from argmap.render.tidy.scene import Point


class Plan(NamedTuple):
    """The left side and the top of each node, the curves of the line to each that has one, and the whole's size."""

    lefts: list[float]
    tops: list[float]
    curves: list[tuple[Point, ...]]
    width: float
    height: float


def planned(nodes: Sequence[FitPanel | FitStack], roots: int, starts: Sequence[str], direction: str = "LR") -> Plan:
    """The plan of nodes, the roots first; its left upper corner is the origin.

    ``starts`` holds for each other node the statement at whose box its line begins; that box stands in a node before.
    ``direction`` is where the picture runs: LR, RL, TB or BT.
    """
    hanging = direction in ("TB", "BT")
    extents = [node.width if hanging else node.height for node in nodes]
    breadths = [node.height if hanging else node.width for node in nodes]
    home: dict[str, tuple[int, float, float]] = {}
    for number, node in enumerate(nodes):
        home.update((name, (number, middle, extent)) for name, middle, extent in ports(node, hanging))
    following: dict[str, list[int]] = {}
    columns = [0] * len(nodes)
    for number, start in enumerate(starts, roots):
        following.setdefault(start, []).append(number)
        columns[number] = columns[home[start][0]] + 1
    branches: list[list[tuple[float, list[int]]]] = [[] for _ in nodes]
    for name, (number, middle, _) in home.items():  # from the top in each node
        if name in following:
            branches[number].append((middle, following[name]))
    entries = [_entry(node, hanging) for node in nodes]
    trees = [Node(*parts) for parts in zip(extents, entries, branches, strict=True)]
    tops = arranged(trees, range(roots))

    broad = [0.0] * (max(columns, default=0) + 1)
    for breadth, column in zip(breadths, columns, strict=True):
        broad[column] = max(broad[column], breadth)
    ways: list[list[tuple[Way, int]]] = [[] for _ in broad]
    for name, targets in following.items():
        number, middle, high = home[name]
        ends = [tops[target] + entries[target] for target in targets]
        begins = departures(tops[number] + middle, high, ends)
        for begin, end, target in zip(begins, ends, targets, strict=True):
            ways[columns[number]].append((Way(breadths[number], begin, end), target))
    curves: list[tuple[Point, ...]] = [()] * len(starts)
    edges = [0.0]
    for column, found in enumerate(ways):
        found.sort(key=lambda one: (one[0].start, one[0].end))
        gap = lanes([way for way, _ in found])
        left = edges[-1] + broad[column]
        for (way, target), offset in zip(found, gap.offsets, strict=True):
            moved = way._replace(x=edges[-1] + way.x)
            curves[target - roots] = curve(moved, left + gap.width / 2 + offset, left, left + gap.width)
        edges.append(left + gap.width)
    lefts = [edges[column] for column in columns]
    right = max((left + breadth for left, breadth in zip(lefts, breadths, strict=True)), default=0.0)
    bottom = max((top + extent for top, extent in zip(tops, extents, strict=True)), default=0.0)
    if direction in ("RL", "BT"):
        lefts = [right - left - breadth for left, breadth in zip(lefts, breadths, strict=True)]
        curves = [tuple((right - x, y) for x, y in points) for points in curves]
    if hanging:
        return Plan(tops, lefts, [tuple((y, x) for x, y in points) for points in curves], bottom, right)
    return Plan(lefts, tops, curves, right, bottom)


def _entry(node: FitPanel | FitStack, hanging: bool) -> float:
    """Where across a node its line ends: in the middle of the bar's main part."""
    if isinstance(node, FitStack):
        return node.sign[0 if hanging else 1]
    return (node.width if hanging else node.height) / 2
