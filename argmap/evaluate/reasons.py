"""Why a labelling is as it is: the verdict on each statement and each step, read off the finished labels."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from argmap.evaluate.labelling import WAITS, Labelling
from argmap.evaluate.network import ACCEPTED, REJECTED, UNDECIDED
from argmap.evaluate.standards import EQUAL
from argmap.evaluate.verdicts import Reason, Status, StepStatus, StepVerdict, Verdict
from argmap.graph import components

NAMED = 20
"""The most rivals, and statements that are waited for, which a verdict names; of an issue with more, the first."""
STATUS = {UNDECIDED: Status.UNDECIDED, ACCEPTED: Status.ACCEPTED, REJECTED: Status.REJECTED}

Why = tuple[Reason, tuple[str, ...]]
"""A reason, and the ids that it speaks of."""


def verdicts(labelling: Labelling) -> tuple[dict[str, Verdict], dict[str, StepVerdict]]:
    """The verdicts on the statements and on the steps of a labelled network, in the order of the map."""
    network = labelling.network
    found = _Reasons(labelling)
    statements = {id: found.verdict(s) for s, id in enumerate(network.statements)}
    return statements, {id: found.step(a) for a, id in enumerate(network.arguments)}


class _Reasons:
    """The reasons of one labelling."""

    def __init__(self, labelling: Labelling) -> None:
        self._labels = labelling
        self._network = labelling.network
        self._leaders: dict[int, tuple[float, list[int], list[int]]] = {}
        self._waits = _Waits(labelling)

    def verdict(self, s: int) -> Verdict:
        labels = self._labels
        label = labels.label[s]
        why, named = self._why(s, label)
        is_known = labels.settled[s] is None and (label or not labels.is_open(s))
        return Verdict(STATUS[label], labels.pro[s] if is_known else None, why, named)

    def step(self, a: int) -> StepVerdict:
        network, labels = self._network, self._labels
        weight = labels.weight[a]
        if weight > 0:
            return StepVerdict(StepStatus.STANDS, weight)
        if weight == WAITS:
            waits = [network.statements[p] for p in network.premises[a] if not labels.label[p]]
            waits += [network.arguments[cut] for cut in network.cutting[a] if labels.weight[cut] == WAITS]
            return StepVerdict(StepStatus.UNDECIDED, None, tuple(waits))
        if labels.is_cut[a]:
            cuts = [network.arguments[cut] for cut in network.cutting[a] if labels.weight[cut] > 0]
            return StepVerdict(StepStatus.UNDERCUT, 0.0, tuple(cuts))
        fallen = [network.statements[p] for p in network.premises[a] if labels.label[p] == REJECTED]
        return StepVerdict(StepStatus.FAILS, 0.0, tuple(fallen))

    def _why(self, s: int, label: int) -> Why:
        network, labels = self._network, self._labels
        if labels.settled[s] is not None:
            return (Reason.GIVEN if s in network.given else Reason.ASSUMED), ()
        if label == UNDECIDED:
            if labels.tied[s]:
                _, first, _ = self._leading(network.issue_of[s])
                return Reason.TIED, self._names(first, s)
            return self._waits.why(s)
        issue = network.issue_of[s]
        if issue >= 0 and labels.is_shut(issue):
            settled = [p for p in network.issues[issue] if labels.settled[p] == ACCEPTED]
            return Reason.RIVAL_SETTLED, self._names(settled, s)
        return self._why_accepted(s, issue) if label == ACCEPTED else self._why_rejected(s, issue)

    def _why_accepted(self, s: int, issue: int) -> Why:
        labels, network = self._labels, self._network
        beaten = self._steps_against(s, 0)
        if issue >= 0:
            counted = (p for p in network.issues[issue] if p != s and labels.counted(p) > 0)
            beaten += self._names(counted, s)
        if beaten:
            return Reason.OUTWEIGHS, tuple(beaten)
        support = [network.arguments[a] for a in network.on[s] if network.is_for[a] and labels.weight[a] > 0]
        return (Reason.SUPPORTED, tuple(support)) if support else (Reason.ASSERTED, ())

    def _why_rejected(self, s: int, issue: int) -> Why:
        labels, network = self._labels, self._network
        pro, con = labels.pro[s], labels.con[s]
        if not pro:
            support = tuple([network.arguments[a] for a in network.on[s] if network.is_for[a]])
            return (Reason.OPEN_POSSIBILITY, ()) if s in network.possible else (Reason.NOT_ESTABLISHED, support)
        if not labels.holds(s):
            return _comparison(pro, con), tuple(self._steps_against(s, con))
        first, leaders, followers = self._leading(issue)
        if first - pro > EQUAL:
            return Reason.OUTWEIGHED, self._names(leaders, s)
        if len(leaders) > 1:
            return Reason.CONTESTED, self._names(leaders, s)
        return Reason.BELOW_STANDARD, self._names(followers, s)

    def _steps_against(self, s: int, least: float) -> list[str]:
        """The arguments against a statement that weigh anything, and at least as much as that."""
        network, weight = self._network, self._labels.weight
        on = network.on[s] if network.is_attacked[s] else ()
        against = [a for a in on if not network.is_for[a] and weight[a] > 0 and weight[a] >= least - EQUAL]
        return [network.arguments[a] for a in against]

    def _leading(self, issue: int) -> tuple[float, list[int], list[int]]:
        """The greatest strength in an issue, the positions that have it, and those next to them, if above 0."""
        if issue not in self._leaders:
            positions = self._network.issues[issue]
            counted = [self._labels.counted(p) for p in positions]
            first = max(counted)
            rest = [x for x in counted if first - x > EQUAL]
            second = max(rest, default=0.0)
            leaders = [p for p, x in zip(positions, counted, strict=True) if first - x <= EQUAL]
            followers = [p for p, x in zip(positions, counted, strict=True) if second and x == second]
            self._leaders[issue] = first, leaders, followers
        return self._leaders[issue]

    def _names(self, statements: Iterable[int], but: int) -> tuple[str, ...]:
        return tuple([self._network.statements[p] for p in islice((p for p in statements if p != but), NAMED)])


def _comparison(pro: float, con: float) -> Reason:
    """Why what speaks for a statement does not outweigh what speaks against it."""
    if con - pro > EQUAL:
        return Reason.OUTWEIGHED
    return Reason.CONTESTED if pro - con <= EQUAL else Reason.BELOW_STANDARD


class _Waits:
    """What the undecided statements wait for, and which of them wait for themselves."""

    def __init__(self, labelling: Labelling) -> None:
        self._labels = labelling
        network = labelling.network
        self._edges: dict[int, list[int]] = {}
        """From an undecided statement to those it waits for; an issue stands between, as a number below 0."""
        for s, label in enumerate(labelling.label):
            if label or labelling.settled[s] is not None or labelling.tied[s]:
                self._edges[s] = []
            elif (issue := network.issue_of[s]) >= 0:
                self._edges[s] = [-1 - issue]
                if -1 - issue not in self._edges:
                    positions = [p for p in network.issues[issue] if labelling.is_weighed(p)]
                    self._edges[-1 - issue] = self._waited_for(positions)
            else:
                self._edges[s] = self._waited_for([s])
        waiting = {s: below for s, below in self._edges.items() if below}
        ends = {t for below in waiting.values() for t in below}
        rings = components({t: self._edges[t] for t in sorted(ends | waiting.keys())})
        self._ring: dict[int, list[int]] = {t: ring for ring in rings for t in ring}

    def why(self, s: int) -> Why:
        """The reason of a statement that is undecided, and neither tied nor assumed so."""
        waited = [t for below in self._edges[s] for t in (self._edges[below] if below < 0 else [below])]
        if len(self._ring[s]) > 1 or s in waited:
            ring = [t for t in waited if self._ring[t] is self._ring[s]]
            return Reason.CIRCULAR, self._names(ring)
        return Reason.WAITING, self._names(waited)

    def _waited_for(self, statements: list[int]) -> list[int]:
        """The undecided premises of the arguments on some statements that wait, and of their undercutters that wait."""
        network, labels = self._labels.network, self._labels
        found: dict[int, None] = {}
        steps = [a for s in reversed(statements) for a in reversed(network.on[s]) if labels.weight[a] == WAITS]
        while steps:
            a = steps.pop()
            found.update(dict.fromkeys(p for p in network.premises[a] if not labels.label[p]))
            steps += [cut for cut in reversed(network.cutting[a]) if labels.weight[cut] == WAITS]
        return list(found)

    def _names(self, statements: list[int]) -> tuple[str, ...]:
        return tuple([self._labels.network.statements[t] for t in statements[:NAMED]])
