"""How high each node of a picture stands: column by column, as close together as they fit, in linear time.

The fullest column is packed from the top, and no other reaches further than it does. From there on outwards each
column keeps its order and comes as near as can be to where its lines would be even: to its left, nodes to the middle of
the nodes that follow on them; to its right, the nodes that follow on a box to the height of that box. The nearest
places that keep the order are found by pooling adjacent violators (isotonic regression).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

SIBLINGS, COUSINS, ROOTS = 10.0, 14.0, 20.0
"""The gaps between the arguments on one statement, between those on different ones, and between trees."""


class Node(NamedTuple):
    """A node: how high it is, where in it its line ends, and its branches.

    A branch is where lines begin and the nodes to which they lead, from the top; nodes are named by their places in the
    list that holds them all.
    """

    height: float
    entry: float
    branches: Sequence[tuple[float, Sequence[int]]] = ()


Arrange = Callable[[Sequence[Node], Sequence[int]], list[float]]
"""Finds the top of each of some nodes, of which some are roots; the least is nought."""


class Group(NamedTuple):
    """The nodes that follow on one box, from the top: the node of that box, where in it their lines begin, the root."""

    parent: int
    port: float
    members: Sequence[int]
    root: int


def arranged(nodes: Sequence[Node], roots: Sequence[int]) -> list[float]:
    """The top of each node; the least is nought."""
    columns = grouped(nodes, roots)
    tops = [0.0] * len(nodes)  # packed, until the column is moved to its place
    extents = [_pack(nodes, column, tops) for column in columns]
    height = max(extents, default=0.0)
    fullest = extents.index(height) if extents else 0
    for at in range(fullest - 1, -1, -1):
        _follow_children(nodes, columns[at], tops, height - extents[at])
    for at in range(fullest + 1, len(columns)):
        _follow_parents(nodes, columns[at], tops, height - extents[at])
    return tops


def grouped(nodes: Sequence[Node], roots: Sequence[int]) -> list[list[Group]]:
    """The columns of nodes, each from the top."""
    columns = [[Group(-1, 0.0, [root], root) for root in roots]]
    while columns[-1]:
        columns.append(_following(nodes, columns[-1]))
    columns.pop()
    return columns


def _following(nodes: Sequence[Node], column: Sequence[Group]) -> list[Group]:
    """The next column."""
    return [
        Group(member, port, members, group.root)
        for group in column
        for member in group.members
        for port, members in nodes[member].branches
    ]


def _pack(nodes: Sequence[Node], column: Sequence[Group], tops: list[float]) -> float:
    """Put the nodes of a column below each other, and tell how far down they reach."""
    y = 0.0
    before: Group | None = None
    for group in column:
        if before is not None:
            y += COUSINS if group.root == before.root else ROOTS
        before = group
        for place, member in enumerate(group.members):
            y += SIBLINGS if place else 0.0
            tops[member] = y
            y += nodes[member].height
    return y


def _follow_parents(nodes: Sequence[Node], column: Sequence[Group], tops: list[float], room: float) -> None:
    """Move the groups of a packed column down so that each is centred about where its lines begin."""
    wishes = []
    for parent, port, members, _ in column:
        ends = [tops[member] + nodes[member].entry for member in (members[0], members[-1])]
        wishes.append((tops[parent] + port - sum(ends) / 2, len(members)))
    for group, move in zip(column, nearest(wishes, room), strict=True):
        for member in group.members:
            tops[member] += move


def _follow_children(nodes: Sequence[Node], column: Sequence[Group], tops: list[float], room: float) -> None:
    """Move the nodes of a packed column down so that each stands in the middle of what follows on it."""
    movers = [member for group in column for member in group.members if nodes[member].branches]
    wishes = []
    for member in movers:
        off, total = 0.0, 0
        for port, branch in nodes[member].branches:
            ends = [tops[child] + nodes[child].entry for child in (branch[0], branch[-1])]
            off += (sum(ends) / 2 - port) * len(branch)
            total += len(branch)
        wishes.append((off / total - tops[member], total))
    moves = dict(zip(movers, nearest(wishes, room), strict=True))
    for member, move in _with_idle(column, moves):
        tops[member] += move


def _with_idle(column: Sequence[Group], moves: Mapping[int, float]) -> Iterator[tuple[int, float]]:
    """The moves of a whole column, from those of the nodes on which something follows.

    Others are spread evenly between two such nodes of their group, or stay beside the only one; a group without any
    goes into the middle between its neighbours.
    """
    waiting: list[int] = []
    last: float | None = None
    for group in column:
        known = [place for place, member in enumerate(group.members) if member in moves]
        if not known:
            waiting += group.members
            continue
        first = moves[group.members[known[0]]]
        middle = first if last is None else (last + first) / 2
        yield from ((member, middle) for member in waiting)
        waiting = []
        yield from ((member, first) for member in group.members[: known[0]])
        for one, other in pairwise(known):
            start, end = moves[group.members[one]], moves[group.members[other]]
            step = (end - start) / (other - one)
            yield from ((group.members[place], start + step * (place - one)) for place in range(one, other))
        last = moves[group.members[known[-1]]]
        yield from ((member, last) for member in group.members[known[-1] :])
    yield from ((member, last or 0.0) for member in waiting)


def nearest(wishes: Iterable[tuple[float, int]], most: float) -> list[float]:
    """The moves nearest to wished ones, each with its weight, that never decrease, from nought to the most."""
    blocks: list[tuple[float, int, int]] = []  # a move, its weight, and how many take it
    for wish, heavy in wishes:
        move, weight, number = wish, heavy, 1
        while blocks and blocks[-1][0] > move:
            other, more, others = blocks.pop()
            move, weight, number = (move * weight + other * more) / (weight + more), weight + more, number + others
        blocks.append((move, weight, number))
    return [min(max(move, 0.0), most) for move, _, number in blocks for _ in range(number)]
