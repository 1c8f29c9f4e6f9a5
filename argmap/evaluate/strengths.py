"""Strengths that statements get from each other over a whole map: one pass in topological order, rings by integration.

A gradual semantics is a `Formula`. This module knows the graph and the numerical method, `argmap.evaluate.gradual` the
formulas.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from math import prod
from typing import NamedTuple

from argmap.graph import components
from argmap.model import ArgumentMap, Direction

STEP = 0.1
"""The step of the integration, in units of the time in which a strength moves to where it is drawn."""
TOLERANCE = 1e-9
"""How far a strength may be from what its formula says of the others and still count as settled."""
_ASSUMED = {"accepted": 1.0, "rejected": 0.0, "undecided": 0.5}


class Formula(NamedTuple):
    """How a statement's strength follows from its initial weight and from the values of the arguments on it.

    ``aggregate`` takes the values of the arguments against it, then of those for it, and must not depend on their
    order; ``influence`` takes the initial weight, then the aggregate. ``heeds_support`` is False where arguments for a
    statement play no part.
    """

    aggregate: Callable[[Sequence[float], Sequence[float]], float]
    influence: Callable[[float, float], float]
    heeds_support: bool = True


class Strengths(NamedTuple):
    """The strength of every statement and the value of every argument, by their ids, each from 0 to 1.

    ``residual`` is the greatest distance of a strength from what its formula says, 0 without rings; ``unsettled`` holds
    the statements of rings that did not settle, ``shaky`` these and all that depends on them.
    """

    statements: dict[str, float]
    arguments: dict[str, float]
    residual: float
    unsettled: list[str]
    shaky: set[str]


def strengths(m: ArgumentMap, formula: Formula, weights: Sequence[float], steps: int) -> Strengths:
    """Strengths under a formula, given the initial weight of each statement in the order of the map.

    An argument has the value strength × least premise × Π(1 − value of undercutter). Statements with `assume` are
    fixed. Strongly connected components are taken in topological order, and each is integrated from the initial weights
    by the classical Runge–Kutta method of fourth order of dσ/dt = influence − σ, at most ``steps`` steps (Potyka,
    KR 2018). The result is the same, to the last bit, for every order of statements and arguments.
    """
    net = _Net(m, formula, weights)
    edges = net.pass_once()
    residual, unsettled = 0.0, list[int]()
    shaky: set[int] = set()
    for members in components(edges):
        far = net.settle(members, steps)
        residual = max(residual, far)
        if far >= TOLERANCE:
            unsettled += members
        if far >= TOLERANCE or (shaky and any(child in shaky for node in members for child in edges[node])):
            shaky.update(members)
    ids = _ids(m)
    count = len(m.statements)
    return Strengths(
        dict(zip(ids[:count], net.value[:count], strict=True)),
        dict(zip(ids[count:], net.value[count:], strict=True)),
        residual,
        [ids[node] for node in sorted(unsettled) if node < count],
        {ids[node] for node in shaky},
    )


def _ids(m: ArgumentMap) -> list[str]:
    """The statements and then the arguments."""
    return [s.id for s in m.statements] + [a.id for a in m.arguments]


class _Net:
    """The dependencies of a map, its statements and then its arguments numbered through, with a value for each."""

    def __init__(self, m: ArgumentMap, formula: Formula, weights: Sequence[float]) -> None:
        self._formula = formula
        self._weights = weights
        self._count = count = len(m.statements)
        self._fixed = {n: _ASSUMED[s.assume] for n, s in enumerate(m.statements) if s.assume is not None}
        self._strength = [1.0 if a.strength is None else a.strength for a in m.arguments]
        number = {id: n for n, id in enumerate(_ids(m))}
        self._premises = [[number[p.statement] for p in a.premises] for a in m.arguments]
        self._on: dict[Direction, dict[int, list[int]]] = {direction: {} for direction in Direction}
        """The arguments for, against and undercutting each node; most have none."""
        self._uses: dict[int, list[int]] = {}
        """The arguments whose premise each statement is, once for each place."""
        self._waiting: list[int | None] = []
        """For each argument the node that depends on it, None where it is not heeded."""
        for n, a in enumerate(m.arguments, count):
            end = number[a.target or a.conclusion or ""]
            self._on[a.direction].setdefault(end, []).append(n)
            heeded = formula.heeds_support or a.direction is not Direction.FOR
            self._waiting.append(end if heeded and end not in self._fixed else None)
            for premise in self._premises[n - count]:
                self._uses.setdefault(premise, []).append(n)
        self.value = [0.0] * (count + len(m.arguments))

    def _below(self, node: int) -> list[int]:
        """What a statement or an argument depends on; nothing, where its strength is fixed."""
        if node >= self._count:
            return [*self._premises[node - self._count], *self._on[Direction.UNDERCUTS].get(node, ())]
        if node in self._fixed:
            return []
        supporters = self._on[Direction.FOR].get(node, ()) if self._formula.heeds_support else ()
        return [*self._on[Direction.AGAINST].get(node, ()), *supporters]

    def _above(self, node: int) -> Sequence[int]:
        """What depends on a statement or an argument."""
        if node < self._count:
            return self._uses.get(node, ())
        end = self._waiting[node - self._count]
        return () if end is None else (end,)

    def pass_once(self) -> dict[int, list[int]]:
        """Give a value to all that does not depend on a ring; returns of the rest what each depends on there."""
        missing = [len(self._below(node)) for node in range(len(self.value))]
        todo = [node for node, number in enumerate(missing) if not number]
        while todo:
            node = todo.pop()
            self._compute(node)
            for above in self._above(node):
                missing[above] -= 1
                if not missing[above]:
                    todo.append(above)
        rest = [node for node, number in enumerate(missing) if number]
        return {node: [child for child in self._below(node) if missing[child]] for node in rest}

    def _compute(self, node: int) -> None:
        """Give a statement or an argument its value, from those that it depends on."""
        self.value[node] = self._statement(node) if node < self._count else self._argument(node)

    def _statement(self, n: int) -> float:
        if n in self._fixed:
            return self._fixed[n]
        value = self.value
        attackers, supporters = self._on[Direction.AGAINST].get(n, ()), self._on[Direction.FOR].get(n, ())
        drawn = self._formula.aggregate([value[a] for a in attackers], [value[a] for a in supporters])
        return self._formula.influence(self._weights[n], drawn)

    def _argument(self, n: int) -> float:
        value, at, undercutters = self.value, n - self._count, self._on[Direction.UNDERCUTS].get(n)
        found = self._strength[at] * min([value[p] for p in self._premises[at]], default=1.0)
        return found * prod(sorted([1.0 - value[u] for u in undercutters])) if undercutters else found

    def settle(self, members: Collection[int], steps: int) -> float:
        """Integrate a strongly connected component; returns how far it is from being settled at the end."""
        if len(members) == 1:
            self._compute(*members)
            return 0.0
        value, count = self.value, self._count
        statements = [n for n in members if n < count]
        arguments, plain = self._in_order([n for n in members if n >= count])
        weights = [self._weights[n] for n in statements]

        def slope(state: list[float]) -> list[float]:
            for n, strength in zip(statements, state, strict=True):
                value[n] = strength
            for n, factor, premise in plain:
                value[n] = factor * value[premise]
            for n in arguments:
                value[n] = self._argument(n)
            return [self._statement(n) - value[n] for n in statements]

        def along(state: list[float], step: float, direction: list[float]) -> list[float]:
            return [x + step * k for x, k in zip(state, direction, strict=True)]

        state = weights
        k1 = slope(state)
        for _ in range(steps):
            if max(map(abs, k1)) < TOLERANCE:
                break
            k2 = slope(along(state, STEP / 2, k1))
            k3 = slope(along(state, STEP / 2, k2))
            k4 = slope(along(state, STEP, k3))
            mean = [(a + 2 * b + 2 * c + d) / 6 for a, b, c, d in zip(k1, k2, k3, k4, strict=True)]
            # A mean of numbers from 0 to 1 can leave that interval by rounding alone.
            state = [min(1.0, max(0.0, x)) for x in along(state, STEP, mean)]
            k1 = slope(state)
        return max(map(abs, k1))

    def _in_order(self, arguments: list[int]) -> tuple[list[int], list[tuple[int, float, int]]]:
        """Arguments, each after its undercutters; and apart from them those of one premise that nothing undercuts.

        The latter are most of all; they are given with their strength and premise, and computed first.
        """
        inside = set(arguments)
        plain = []
        undercutters = self._on[Direction.UNDERCUTS]
        rest: dict[int, list[int]] = {}
        for n in arguments:
            at = n - self._count
            if len(self._premises[at]) == 1 and n not in undercutters:
                plain.append((n, self._strength[at], self._premises[at][0]))
            else:
                rest[n] = [u for u in undercutters.get(n, ()) if u in inside]
        plain_ones = {n for n, _, _ in plain}
        edges = {n: [u for u in below if u not in plain_ones] for n, below in rest.items()}
        return [n for one in components(edges) for n in one], plain
