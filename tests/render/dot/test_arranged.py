"""How high Graphviz sets nodes: in the order of the file, never on each other, near to what they lead to."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.render.dot import layout
from argmap.render.dot.arranged import arranged
from argmap.render.tidy.columns import COUSINS, ROOTS, SIBLINGS, Node, grouped

PROGRAM = layout.choose()[0]


def tops(nodes: list[Node], roots: int = 1) -> list[float]:
    return arranged(PROGRAM, 20, nodes, range(roots))


@st.composite
def forests(draw: st.DrawFn) -> tuple[list[Node], int]:
    """Nodes of any sizes, each but the roots on one before it, and how many of them are roots."""
    sizes = draw(st.lists(st.floats(1, 300), min_size=1, max_size=30))
    roots = draw(st.integers(1, len(sizes)))
    on = [draw(st.integers(0, number - 1)) for number in range(roots, len(sizes))]
    nodes = []
    for number, size in enumerate(sizes):
        members = [roots + at for at, parent in enumerate(on) if parent == number]
        first, second = sorted(size * draw(st.floats(0.1, 0.9)) for _ in range(2))
        middle = draw(st.integers(0, len(members)))
        branches = [(y, some) for y, some in ((first, members[:middle]), (second, members[middle:])) if some]
        nodes.append(Node(size, size / 2, branches))
    return nodes, roots


@given(forests())
@settings(max_examples=60, deadline=None)
def test_nodes_keep_their_order_and_their_distance(forest: tuple[list[Node], int]) -> None:
    nodes, roots = forest
    found = tops(nodes, roots)
    assert min(found) == 0
    for column in grouped(nodes, range(roots)):
        members = [(member, group) for group in column for member in group.members]
        for (one, before), (other, after) in pairwise(members):
            gap = SIBLINGS if before is after else COUSINS if before.root == after.root else ROOTS
            assert found[other] - found[one] - nodes[one].height >= gap - 1


def test_a_line_is_straight_where_it_can_be() -> None:
    nodes = [Node(100, 50, [(20, [1]), (80, [2])]), Node(30, 25), Node(60, 10)]
    top, first, second = tops(nodes)
    assert (top + 20, top + 80) == pytest.approx((first + 25, second + 10), abs=1)


def test_a_node_stands_in_the_middle_of_those_that_follow_on_it() -> None:
    nodes = [Node(40, 20, [(20, [1, 2, 3])]), *[Node(50, 25)] * 3]
    found = tops(nodes)
    assert found[0] + 20 == pytest.approx(found[2] + 25, abs=1)


@pytest.mark.parametrize(("number", "height"), [(1500, 90.3), (3, 70_000.0)])
def test_large_pictures_are_no_less_exact(number: int, height: float) -> None:
    """Graphviz writes only five digits, and no cell of it is higher than 65,535 points."""
    nodes = [Node(40, 20, [(20, list(range(1, number + 1)))]), *[Node(height, height / 2)] * number]
    _, *found = tops(nodes)
    assert min(b - a for a, b in pairwise(found)) >= height + SIBLINGS - 1
    assert found[-1] < 1.01 * number * (height + SIBLINGS)
