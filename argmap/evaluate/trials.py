"""What becomes of one statement if others fall, tried out on the labels of the whole map.

Each trial finds anew only what depends on what was changed, in the order of dependence, and stops where nothing differs
any more. Where a trial has come down to one changed statement, what follows from that is remembered, so that a whole
table of trials on a map that is mostly a tree costs little more than evaluating it once.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable

from argmap.evaluate.labelling import Labelling
from argmap.evaluate.network import ACCEPTED, REJECTED
from argmap.graph import components

Change = tuple[int, float]
"""A node with its new label, or its new weight."""


class Trials:
    """Trials about one statement of a labelling; afterwards the labels are what they were.

    ``statements`` and ``arguments`` are the numbers of all that it depends on, itself among them, in the order of the
    map: nothing else makes any difference to it.
    """

    def __init__(self, labelling: Labelling, goal: int) -> None:
        self._labels = labelling
        self.goal = goal
        network = labelling.network
        self._steps = len(network.statements)
        self._issues = self._steps + len(network.arguments)
        edges = _reachable(network.depends_on(), goal)
        self.statements = [n for n in sorted(edges) if n < self._steps]
        self.arguments = [n - self._steps for n in sorted(edges) if self._steps <= n < self._issues]
        self._parts = components(edges)
        self._rank = {node: rank for rank, part in enumerate(self._parts) for node in part}
        self._above: dict[int, set[int]] = {}
        """The parts that depend on a node in another part."""
        for node, below in edges.items():
            for child in below:
                if self._rank[child] != self._rank[node]:
                    self._above.setdefault(child, set()).add(self._rank[node])
        self._known: dict[Change, int] = {}
        self.work = 0
        """How many nodes were found anew so far."""

    def label(self, fallen: Iterable[int] = (), broken: Iterable[int] = (), accepted: Iterable[int] = ()) -> int:
        """The label of the goal if some statements are rejected, some arguments undercut, some statements accepted."""
        return self.trial(fallen, broken, accepted, remember=True)[0]

    def trial(
        self,
        fallen: Iterable[int] = (),
        broken: Iterable[int] = (),
        accepted: Iterable[int] = (),
        remember: bool = False,
    ) -> tuple[int, set[int]]:
        """As `label`, with the parts that were looked at, unless ``remember`` lets the trial end before all were."""
        labels = self._labels
        settled = {s: labels.settled[s] for s in (*fallen, *accepted)}
        for s in fallen:
            labels.settled[s] = REJECTED
        for s in accepted:
            labels.settled[s] = ACCEPTED
        labels.broken = set(broken)
        changed = [*settled, *[self._steps + a for a in labels.broken]]
        try:
            return self._spread({self._rank[node] for node in changed if node in self._rank}, remember)
        finally:
            for s, before in settled.items():
                labels.settled[s] = before
            labels.broken = set()

    def _spread(self, parts: set[int], remember: bool) -> tuple[int, set[int]]:
        labels = self._labels
        waiting, queued = sorted(parts), set(parts)
        before: list[Change] = []
        trail: list[Change] = []
        found: int | None = None
        while waiting:
            part = heapq.heappop(waiting)
            outside = self._settle(self._parts[part], before)
            if remember and not waiting and len(outside) == 1:
                found = self._known.get(outside[0])
                if found is not None:
                    break
                trail.append(outside[0])
            for node, _ in outside:
                for above in self._above[node] - queued:
                    queued.add(above)
                    heapq.heappush(waiting, above)
        label = labels.label[self.goal] if found is None else found
        self._known.update(dict.fromkeys(trail, label))
        for node, value in before:
            if node < self._steps:
                labels.label[node] = int(value)
            else:
                labels.weight[node - self._steps] = value
        return label, queued

    def _value(self, node: int) -> float:
        return self._labels.label[node] if node < self._steps else self._labels.weight[node - self._steps]

    def _settle(self, nodes: list[int], before: list[Change]) -> list[Change]:
        """Find a part anew, and tell which of its nodes changed that another part depends on."""
        labels = self._labels
        self.work += len(nodes)
        if len(nodes) > 1:
            old = [(node, self._value(node)) for node in nodes if node < self._issues]
            labels.settle(
                [n for n in nodes if n < self._steps],
                [n - self._steps for n in nodes if self._steps <= n < self._issues],
                [n - self._issues for n in nodes if n >= self._issues],
            )
            before += old
            new = [(node, now) for node, was in old if (now := self._value(node)) != was]
            return [change for change in new if change[0] in self._above]
        (node,) = nodes
        was: float
        value: float
        if node < self._steps:
            was = labels.label[node]
            labels.settle_statement(node)
            value = labels.label[node]
        else:
            was = labels.weight[node - self._steps]
            labels.settle_argument(node - self._steps)
            value = labels.weight[node - self._steps]
        if value == was:
            return []
        before.append((node, was))
        return [(node, value)] if node in self._above else []


def _reachable(edges: dict[int, list[int]], start: int) -> dict[int, list[int]]:
    """The part of a graph that a node leads to."""
    found = {start: edges[start]}
    todo = [start]
    while todo:
        for child in edges[todo.pop()]:
            if child not in found:
                found[child] = edges[child]
                todo.append(child)
    return found
