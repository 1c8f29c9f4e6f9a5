"""The plan of a page whose trees stand in several rows, each further along the direction in which the picture runs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from argmap.render.tidy.fit import FitPanel, FitStack, ports
from argmap.render.tidy.plan import Plan, planned
from argmap.render.tidy.scene import Point

BETWEEN = 48.0
"""The gap between two rows of trees."""
_OF_NODES = ("lefts", "tops", "reaches")
"""What a plan says of each node."""


def shelved(
    shelves: Sequence[int],
    nodes: Sequence[FitPanel | FitStack],
    roots: int,
    starts: Sequence[str],
    direction: str,
    *how: Any,
) -> Plan:
    """The plan of nodes, as `planned` makes it of those of each row; ``shelves`` holds how many roots each row has."""
    if len(shelves) < 2:
        return planned(nodes, roots, starts, direction, *how)
    is_upright = direction in ("TB", "BT")
    row: list[int] = [at for at, number in enumerate(shelves) for _ in range(number)]
    home: dict[str, int] = {}
    for number, node in enumerate(nodes):
        if number >= roots:
            row.append(home[starts[number - roots]])
        home.update((port.statement, row[number]) for port in ports(node, is_upright) if not port.is_chip)
    members = [[number for number, at in enumerate(row) if at == shelf] for shelf in range(len(shelves))]
    plans = [
        planned([nodes[n] for n in own], number, [starts[n - roots] for n in own if n >= roots], direction, *how)
        for own, number in zip(members, shelves, strict=True)
    ]
    lengths = [plan.height if is_upright else plan.width for plan in plans]
    order = range(len(plans) - 1, -1, -1) if direction in ("RL", "BT") else range(len(plans))
    before = dict(zip(order, accumulate([0.0, *(lengths[at] + BETWEEN for at in order)]), strict=False))
    moved = [_moved(plan, *((0.0, before[at]) if is_upright else (before[at], 0.0))) for at, plan in enumerate(plans)]
    places = {n: (plan, at) for plan, own in zip(moved, members, strict=True) for at, n in enumerate(own)}
    whole = [places[n] for n in range(len(nodes))]
    along, across = sum(lengths) + BETWEEN * (len(plans) - 1), max(p.width if is_upright else p.height for p in plans)
    return moved[0]._replace(
        **{name: [getattr(plan, name)[at] for plan, at in whole] for name in _OF_NODES},
        curves=[plan.curves[at - shelves[row[n]]] for n, (plan, at) in enumerate(whole) if n >= roots],
        width=across if is_upright else along,
        height=along if is_upright else across,
        crossings=[crossing for plan in moved for crossing in plan.crossings],
    )


def _moved(plan: Plan, x: float, y: float) -> Plan:
    """A plan further to the right and further down."""

    def move(points: Sequence[Point]) -> tuple[Point, ...]:
        return tuple((across + x, down + y) for across, down in points)

    return plan._replace(
        lefts=[left + x for left in plan.lefts],
        tops=[top + y for top in plan.tops],
        curves=[move(points) for points in plan.curves],
        crossings=[(move(points), colour) for points, colour in plan.crossings],
    )
