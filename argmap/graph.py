"""Walks over statements and the arguments between them: linear, iterative, safe on cycles.

A statement leads down to the arguments on it, an argument to its premises and to its undercutters. Every function takes
that graph as `Arguments`, knows nothing of texts or sources, and visits each node at most once (`sides` at most twice).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from argmap.model import Argument, Premise

Node = TypeVar("Node", bound=Hashable)


class Arguments:
    """The arguments of a map, by what they are about, each list in the order of the map."""

    def __init__(self, arguments: Iterable[Argument]) -> None:
        self._on: dict[str, list[Argument]] = {}
        self._cutting: dict[str, list[Argument]] = {}
        self._written: set[str] = set()
        for argument in arguments:
            self._written.update([p.statement for p in argument.premises if not p.is_ref])
            if argument.target is not None:
                self._cutting.setdefault(argument.target, []).append(argument)
            else:
                self._on.setdefault(argument.conclusion or "", []).append(argument)

    def on(self, statement: str) -> Sequence[Argument]:
        """The arguments for and against a statement."""
        return self._on.get(statement, ())

    def cutting(self, argument: str) -> Sequence[Argument]:
        """The undercutters of an argument."""
        return self._cutting.get(argument, ())

    def edges(self, support_only: bool) -> Edges:
        """What leads down: from statements to arguments on them and to their premises, from arguments to undercutters.

        With ``support_only`` just from conclusions to premises.
        """
        edges: Edges = {}
        for statement, arguments in self._on.items():
            down = edges[statement] = [
                p.statement for a in arguments for p in a.premises if not support_only or a.direction == "for"
            ]
            if not support_only:
                down += [a.id for a in arguments]
        for target, arguments in () if support_only else self._cutting.items():
            edges[target] = [p.statement for a in arguments for p in a.premises] + [a.id for a in arguments]
        return edges

    def is_home(self, premise: Premise) -> bool:
        """Whether the statement can be unfolded at this premise: it is not written out at another."""
        return not premise.is_ref or premise.statement not in self._written


class Visit(NamedTuple):
    """One place of a walk: a statement where it stands as a root or as a premise.

    ``statement`` is an id, None for an argument without premises; ``argument`` the one whose premise it is, None for a
    root; ``depth`` 0 for a root; ``first`` False where the statement was met before, so that nothing follows below it.
    """

    statement: str | None
    argument: Argument | None
    depth: int
    first: bool


def walk(graph: Arguments, roots: Iterable[str]) -> Iterator[Visit]:
    """Everything below the roots in reading order, each statement unfolded where it is written.

    A statement that is written as a root and used elsewhere is unfolded where it is first used. Below a single premise
    come the undercutters of its step, then the arguments on it; a group gives its premises in turn, each with what is
    on it, then the undercutters of the group's step.
    """
    seen: set[str] = set()
    # A stack entry is an argument, or one premise of a group: (argument, premise or None, depth).
    stack: list[tuple[Argument, Premise | None, int]] = []

    def visit(premise: Premise, argument: Argument, depth: int) -> Visit:
        first = premise.statement not in seen and graph.is_home(premise)
        if first:
            seen.add(premise.statement)
        return Visit(premise.statement, argument, depth, first)

    def push(arguments: Sequence[Argument], depth: int) -> None:
        stack.extend([(argument, None, depth) for argument in reversed(arguments)])

    for root in roots:
        if root in seen:
            continue
        seen.add(root)
        yield Visit(root, None, 0, True)
        push(graph.on(root), 1)
        while stack:
            argument, premise, depth = stack.pop()
            alone = premise is None and len(argument.premises) == 1
            if premise is None and not alone:
                if not argument.premises:
                    yield Visit(None, argument, depth, True)
                push(graph.cutting(argument.id), depth + 1)
                stack.extend((argument, p, depth) for p in reversed(argument.premises))
                continue
            place = visit(premise or argument.premises[0], argument, depth)
            yield place
            if place.first and place.statement is not None:
                push(graph.on(place.statement), depth + 1)
            if alone:
                push(graph.cutting(argument.id), depth + 1)


def descendants(graph: Arguments, statement: str, depth: int | None = None) -> dict[str, int]:
    """What a statement rests on or is attacked by, with the least number of steps that leads there.

    A premise is one step below its conclusion, the premise of an undercutter one below the premises of the step that it
    breaks. ``depth`` is the greatest number of steps; the statement itself is not among them.
    """
    found: dict[str, int] = {}
    level, current = 1, list(graph.on(statement))
    while current and (depth is None or level <= depth):
        below: list[Argument] = []
        for argument in current:
            below += graph.cutting(argument.id)
            for premise in argument.premises:
                if premise.statement != statement and premise.statement not in found:
                    found[premise.statement] = level
                    below += graph.on(premise.statement)
        level, current = level + 1, below
    return found


def nearest_sides(graph: Arguments, starts: Iterable[tuple[str, bool]]) -> dict[str, bool]:
    """For each statement reachable from the starts, the side along its shortest path (True: for).

    Of starts that reach the same statement, the earlier one decides.
    """
    side: dict[str, bool] = {}
    for root, is_for in starts:
        if root in side:
            continue
        side[root] = is_for
        current = _with_side(graph.on(root), is_for)
        while current:
            below: list[tuple[Argument, bool]] = []
            for argument, here in current:
                below += [(cut, not here) for cut in graph.cutting(argument.id)]
                for premise in argument.premises:
                    if premise.statement not in side:
                        side[premise.statement] = here
                        below += _with_side(graph.on(premise.statement), here)
            current = below
    return side


def all_sides(graph: Arguments, starts: Iterable[tuple[str, bool]]) -> dict[str, set[bool]]:
    """For each statement reachable from the starts, the sides of all its places (True: for)."""
    sides: dict[str, set[bool]] = {}
    todo: list[tuple[Argument, bool]] = []

    def place(statement: str, is_for: bool) -> None:
        known = sides.setdefault(statement, set())
        if is_for not in known:
            known.add(is_for)
            todo.extend(_with_side(graph.on(statement), is_for))

    for root, is_for in starts:
        place(root, is_for)
        while todo:
            argument, here = todo.pop()
            todo.extend((cut, not here) for cut in graph.cutting(argument.id))
            for premise in argument.premises:
                place(premise.statement, here)
    return sides


def _with_side(arguments: Sequence[Argument], is_for: bool) -> list[tuple[Argument, bool]]:
    """Each argument with its own side, given that of its conclusion."""
    return [(a, is_for if a.direction == "for" else not is_for) for a in arguments]


Edges = dict[str, list[str]]
"""From a statement or an argument to those that it depends on; the two share one set of names."""


def rings(graph: Arguments, statements: Iterable[str], support_only: bool = False) -> list[tuple[str, ...]]:
    """One shortest ring of statements for each set of statements that depend on each other, in the order given.

    With ``support_only`` just arguments for count: statements that are, in the end, reasons for themselves.
    """
    edges = _in_rings(graph.edges(support_only))
    of = {node: inside for inside in map(set, components(edges)) if len(inside) > 1 for node in inside}
    names = [s for s in statements if s in of]
    shared = set(names)
    found = []
    told: set[str] = set()
    for statement in names:
        if statement not in told:
            inside = of[statement]
            told |= inside
            found.append(tuple([name for name in _ring(statement, edges, inside) if name in shared]))
    return found


def _in_rings(edges: Edges) -> Edges:
    """What is left when all that leads nowhere is taken away, again and again: mostly nothing."""
    above: Edges = {}
    for node, below in edges.items():
        for child in below:
            above.setdefault(child, []).append(node)
    waiting = {node: len(below) for node, below in edges.items()}
    ends = [node for node in above if node not in edges]
    while ends:
        for node in above.get(ends.pop(), ()):
            waiting[node] -= 1
            if not waiting[node]:
                ends.append(node)
    return {node: [c for c in below if waiting.get(c)] for node, below in edges.items() if waiting[node]}


def components(edges: Mapping[Node, Sequence[Node]]) -> list[list[Node]]:
    """The strongly connected components of a graph, each after all those that its edges lead to.

    ``edges`` holds every node. After Tarjan, SIAM Journal on Computing 1, 1972, with a stack of our own.
    """
    order: dict[Node, int] = {}
    low: dict[Node, int] = {}
    closed: set[Node] = set()
    result: list[list[Node]] = []
    open_nodes: list[Node] = []
    for start in edges:
        if start in order:
            continue
        order[start] = low[start] = len(order)
        open_nodes.append(start)
        path = [(start, iter(edges[start]))]
        while path:
            node, rest = path[-1]
            for child in rest:
                if child not in order:
                    order[child] = low[child] = len(order)
                    open_nodes.append(child)
                    path.append((child, iter(edges[child])))
                    break
                if child not in closed:
                    low[node] = min(low[node], order[child])
            else:
                path.pop()
                if path:
                    low[path[-1][0]] = min(low[path[-1][0]], low[node])
                if low[node] == order[node]:
                    at = len(open_nodes) - 1
                    while open_nodes[at] != node:
                        at -= 1
                    result.append(open_nodes[at:])
                    del open_nodes[at:]
                    closed.update(result[-1])
    return result


def _ring(start: str, edges: Edges, inside: set[str]) -> list[str]:
    """A shortest way from a node back to itself, the start first."""
    came: dict[str, str] = {}
    current = [start]
    while start not in came:
        following = []
        for node in current:
            for child in edges[node]:
                if child in inside and child not in came:
                    came[child] = node
                    following.append(child)
        current = following
    way = [came[start]]
    while way[-1] != start:
        way.append(came[way[-1]])
    return way[::-1]
