"""How high Graphviz sets the nodes of a picture: it is told how large they are, and where lines begin and end."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from argmap.render.dot import layout
from argmap.render.errors import LayoutError
from argmap.render.tidy.columns import COUSINS, ROOTS, SIBLINGS, Group, Node, grouped

_GRAPH = f"ordering=out nodesep={SIBLINGS / 72:.4f} ranksep=0.02 splines=none"
"""The order is that of the file; only the places of nodes are asked for."""
_TABLE = 'BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"'
_ROUNDED = 1.0
"""How much smaller a gap may be, since Graphviz counts in whole points."""

Columns = Sequence[Sequence[Group]]


def arranged(program: str, seconds: float, nodes: Sequence[Node], roots: Sequence[int]) -> list[float]:
    """The top of each node, as a Graphviz program arranges them within so many seconds; the least is nought.

    Raises `LayoutError`.
    """
    columns = grouped(nodes, roots)
    room = _room(columns)
    answer = layout.run(program, "\n".join(_source(nodes, columns, room)), "json0", seconds=seconds)
    try:
        middles = {
            o["name"]: float(o["pos"].split(",")[0]) for o in json.loads(answer).get("objects", ()) if "pos" in o
        }
        tops = [middles[str(n)] - _at(node.height, room[n]) / 2 + room[n] for n, node in enumerate(nodes)]
        if not all(map(math.isfinite, tops)):
            raise ValueError("a place that is no number")
    except (ValueError, LookupError, TypeError, AttributeError):
        raise LayoutError("Graphviz could not draw the map: what it wrote is no whole layout") from None
    least = min(tops, default=0.0)
    return _apart(nodes, columns, room, [top - least for top in tops])


def _room(columns: Columns) -> list[float]:
    """The room above each node beyond the gap between siblings."""
    room: dict[int, float] = {}
    for column in columns:
        root = None
        for group in column:
            first, *others = group.members
            room[first] = (COUSINS if group.root == root else ROOTS) - SIBLINGS
            room.update(dict.fromkeys(others, 0.0))
            root = group.root
    return [room[number] for number in range(len(room))]


def _source(nodes: Sequence[Node], columns: Columns, room: Sequence[float]) -> Iterator[str]:
    """The graph in DOT, turned so that its columns are rows: a node is a row of empty cells.

    Cells meet where lines begin and end, and are called by the places of their further sides.
    """
    yield f"digraph {{ graph [{_GRAPH}] node [shape=plain]"
    for number, (node, before) in enumerate(zip(nodes, room, strict=True)):
        sides = {_at(y, before) for y in (node.height, node.entry, *(y for y, _ in node.branches))}
        cells = "".join(
            f'<TD FIXEDSIZE="TRUE" HEIGHT="1" WIDTH="{far - near}" PORT="c{far}"></TD>'
            for near, far in pairwise([0, *sorted(sides)])
        )
        yield f"{number} [label=<<TABLE {_TABLE}><TR>{cells}</TR></TABLE>>]"
    for column in columns[:1]:
        yield f"{{ rank=same {' -> '.join(str(root.members[0]) for root in column)} [style=invis] }}"
    for parent, start, members, _ in (group for column in columns[1:] for group in column):
        for member in members:
            end = _at(nodes[member].entry, room[member])
            yield f"{parent}:c{_at(start, room[parent])}:se -> {member}:c{end}:ne"
    yield "}"


def _at(y: float, before: float) -> int:
    """A place in a node, counted from the room before it, in whole points."""
    return max(1, math.ceil(y + before))


def _apart(nodes: Sequence[Node], columns: Columns, room: Sequence[float], tops: list[float]) -> list[float]:
    """The same, with none too near to the one before it: of large pictures Graphviz tells places only roughly."""
    for column in columns:
        reached = -math.inf
        for member in (member for group in column for member in group.members):
            tops[member] = max(tops[member], reached + room[member])
            reached = tops[member] + nodes[member].height + SIBLINGS - _ROUNDED
    return tops
