"""How high each node of a picture stands: column by column, as close together as they fit, in linear time.

The fullest column is packed from the top, and no other reaches further than it does. From there on outwards each
column keeps its order and comes as near as can be to where its lines would be even: to its left, nodes to the middle of
the nodes that follow on them; to its right, the nodes that follow on a box to the height of that box. The nearest
places that keep the order are found by pooling adjacent violators (isotonic regression).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

SIBLINGS, COUSINS, ROOTS = 10.0, 14.0, 20.0
"""The gaps between the arguments on one statement, between those on different ones, and between roots."""


class Node(NamedTuple):
    """A node: how high it is, where in it its line ends, and its branches.

    A branch is where lines begin and the nodes to which they lead, from the top; nodes are named by their places in the
    list that holds them all.
    """

    height: float
    entry: float
    branches: Sequence[tuple[float, Sequence[int]]] = ()


class Group(NamedTuple):
    """The nodes that follow on one box, from the top: the node of that box, and where in it their lines begin."""

    parent: int
    port: float
    members: Sequence[int]


def arranged(nodes: Sequence[Node], roots: Sequence[int]) -> list[float]:
    """The top of each node; the least is nought."""
    columns = [[Group(-1, 0, [root]) for root in roots]]
    while columns[-1]:
        before = [nodes[member] for group in columns[-1] for member in group.members]
        names = [member for group in columns[-1] for member in group.members]
        columns.append([
            Group(name, port, members)
            for name, node in zip(names, before, strict=True)
            for port, members in node.branches
        ])  # fmt: skip
    columns.pop()
    tops = [0.0] * len(nodes)  # packed, until the column is moved to its place
    extents = [_pack(nodes, column, tops) for column in columns]
    if not extents:
        return tops
    height = max(extents)
    fullest = extents.index(height)
    for column, extent in zip(columns[fullest - 1 :: -1] if fullest else [], extents[fullest - 1 :: -1], strict=False):
        _follow_children(nodes, column, tops, height - extent)
    for column, extent in zip(columns[fullest + 1 :], extents[fullest + 1 :], strict=True):
        _follow_parents(nodes, column, tops, height - extent)
    return tops


def _pack(nodes: Sequence[Node], column: Sequence[Group], tops: list[float]) -> float:
    """Put the nodes of a column below each other, and tell how far down they reach."""
    y = 0.0
    for number, group in enumerate(column):
        y += (ROOTS if group.parent < 0 else COUSINS) if number else 0.0
        for place, member in enumerate(group.members):
            y += SIBLINGS if place else 0.0
            tops[member] = y
            y += nodes[member].height
    return y


def _follow_parents(nodes: Sequence[Node], column: Sequence[Group], tops: list[float], room: float) -> None:
    """Move the groups of a packed column down so that each is centred about where its lines begin."""
    wishes = []
    for parent, port, members in column:
        ends = [tops[member] + nodes[member].entry for member in (members[0], members[-1])]
        wishes.append((tops[parent] + port - sum(ends) / 2, len(members)))
    for group, move in zip(column, _nearest(wishes, room), strict=True):
        for member in group.members:
            tops[member] += move


def _follow_children(nodes: Sequence[Node], column: Sequence[Group], tops: list[float], room: float) -> None:
    """Move the nodes of a packed column down so that each stands in the middle of what follows on it.

    A node on which nothing follows keeps its distance to its neighbours in its group, in the middle between two.
    """
    wishes, movers = [], []
    for group in column:
        for member in group.members:
            node = nodes[member]
            total = sum(len(branch) for _, branch in node.branches)
            if total:
                off = 0.0
                for port, branch in node.branches:
                    ends = [tops[child] + nodes[child].entry for child in (branch[0], branch[-1])]
                    off += (sum(ends) / 2 - port) * len(branch)
                wishes.append((off / total - tops[member], total))
                movers.append(member)
    moves: dict[int, float] = dict(zip(movers, _nearest(wishes, room), strict=True))
    idle: list[int] = []
    last = 0.0
    for group in column:
        known = [place for place, member in enumerate(group.members) if member in moves]
        if not known:
            idle += group.members
            continue
        first = moves[group.members[known[0]]]
        between = (last + first) / 2 if last or idle else first
        moves.update((member, between) for member in idle)
        idle = []
        moves.update((member, first) for member in group.members[: known[0]])
        for one, other in pairwise(known):
            start, end = moves[group.members[one]], moves[group.members[other]]
            step = (end - start) / (other - one)
            moves.update((group.members[place], start + step * (place - one)) for place in range(one + 1, other))
        last = moves[group.members[known[-1]]]
        moves.update((member, last) for member in group.members[known[-1] :])
    moves.update((member, last) for member in idle)
    for member, move in moves.items():
        tops[member] += move


def _nearest(wishes: Iterable[tuple[float, int]], most: float) -> list[float]:
    """The moves nearest to wished ones, each with its weight, that never decrease, from nought to the most."""
    blocks: list[tuple[float, int, int]] = []  # a move, its weight, and how many take it
    for wish, heavy in wishes:
        move, weight, number = wish, heavy, 1
        while blocks and blocks[-1][0] > move:
            other, more, others = blocks.pop()
            move, weight, number = (move * weight + other * more) / (weight + more), weight + more, number + others
        blocks.append((move, weight, number))
    return [min(max(move, 0.0), most) for move, _, number in blocks for _ in range(number)]
