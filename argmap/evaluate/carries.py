"""What carries a statement: what becomes of it if another falls, and which few leaves it stands or falls with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import inf

from attrs import frozen

from argmap.evaluate import SEMANTICS, evaluate
from argmap.evaluate.labelling import Labelling
from argmap.evaluate.network import ACCEPTED, REJECTED, Network
from argmap.evaluate.reach import Reach
from argmap.evaluate.reasons import STATUS
from argmap.evaluate.standards import EQUAL
from argmap.evaluate.supposing import supposed
from argmap.evaluate.trials import Trials
from argmap.evaluate.verdicts import Evaluation, Status
from argmap.model import ArgumentMap

LARGEST = 3
"""How many leaves a set that changes the status may have."""
MOST_SETS = 20_000
"""How many sets of leaves of one size are tried at most."""
MOST_WORK = 300_000
"""How many statements and steps are found anew for that at most."""


@frozen
class Removal:
    """What becomes of the statement without another, or without a step."""

    id: str
    is_step: bool
    status: Status | None
    strength: float | None = None
    """Its final strength under a gradual semantics, None under a labelling."""


@frozen
class LeafSet:
    """Leaves that change the status of the statement when they fall together, and the status that it has then."""

    leaves: tuple[str, ...]
    status: Status


@frozen
class Carriers:
    """What carries a statement.

    ``removals`` has all that it depends on, statements and then steps, in the order of the map; ``sets`` are the
    smallest sets of leaves whose rejection changes its status, each in the order of the map, none if no set of at most
    ``searched`` leaves does; ``possibilities`` tells its status if one of the map's open possibilities were accepted;
    ``implicit`` are the accepted implicit premises that it depends on.
    """

    statement: str
    status: Status | None
    strength: float | None = None
    removals: tuple[Removal, ...] = ()
    sets: tuple[LeafSet, ...] = ()
    searched: int = 0
    possibilities: tuple[tuple[str, Status | None], ...] = ()
    implicit: tuple[str, ...] = ()

    @property
    def bearing(self) -> tuple[Removal, ...]:
        """Those without which its status, or under a gradual semantics its strength, would be another."""
        return tuple([r for r in self.removals if self.is_bearing(r)])

    def is_bearing(self, r: Removal) -> bool:
        """Whether one of the removals is among them."""
        if r.strength is not None and self.strength is not None:
            return abs(r.strength - self.strength) > EQUAL
        return r.status is not self.status


class TooMuchWorkError(Exception):
    """What carries a statement would take more work than was allowed."""


def carriers(
    evaluation: Evaluation, statement: str | None = None, largest: int = LARGEST, work: float = inf
) -> Carriers:
    """What carries a statement, the thesis unless told otherwise, under the semantics of an evaluation.

    A statement that is tried is taken to be rejected, a step to be broken, as `argmap.evaluate.supposing.supposed`
    has it. Sets of leaves (statements without arguments for them) have at most ``largest`` members, 3 being the most,
    and are found under the labelling semantics alone; with thousands of leaves smaller sets alone are tried, as
    ``searched`` tells. ``work`` is how many statements and steps may be found anew before `TooMuchWorkError` is raised.
    Raises KeyError for a statement that the map does not have,
    ValueError for an evaluation that does not hold its map.
    """
    if evaluation.map is None:
        raise ValueError("this evaluation does not hold its map; take one from argmap.evaluate()")
    m = supposed(evaluation.map, evaluation.without, evaluation.assume)
    goal = statement or m.thesis
    evaluation.statements[goal]  # KeyError
    if SEMANTICS[evaluation.semantics][0] == Labelling.__module__:
        return _labelled(m, evaluation, goal, min(largest, LARGEST), work)
    return _weighed(m, evaluation, goal, work)


# ---- labelling


def _labelled(m: ArgumentMap, evaluation: Evaluation, goal: str, largest: int, work: float) -> Carriers:
    is_lenient = evaluation.semantics == "standing"
    network = Network(m, is_lenient)
    labelling = Labelling(network, is_lenient)
    trials = Trials(labelling, network.number[goal])
    base = labelling.label[trials.goal]
    known = len(evaluation.arguments)  # not those that stand for what is left out
    others = [s for s in trials.statements if s != trials.goal]

    def tried(fallen: Sequence[int] = (), broken: Sequence[int] = ()) -> Status:
        if trials.work > work:
            raise TooMuchWorkError
        return STATUS[trials.label(fallen, broken)]

    removals = [Removal(network.statements[s], False, tried([s])) for s in others]
    steps = [a for a in trials.arguments if a < known]
    removals += [Removal(network.arguments[a], True, tried(broken=[a])) for a in steps]
    leaves = [s for s in others if not any(network.is_for[a] for a in network.on[s])]
    leaves = [s for s in leaves if labelling.label[s] != REJECTED]
    sets, searched = _smallest(trials, base, leaves, largest)
    possible = [s for s in others if s in network.possible]
    return Carriers(
        goal,
        STATUS[base],
        None,
        tuple(removals),
        tuple([LeafSet(tuple([network.statements[s] for s in leaves]), STATUS[label]) for leaves, label in sets]),
        searched,
        tuple([(network.statements[s], STATUS[trials.label(accepted=[s])]) for s in possible]),
        _implicit(m, [network.statements[s] for s in others if labelling.label[s] == ACCEPTED]),
    )


def _implicit(m: ArgumentMap, accepted: Sequence[str]) -> tuple[str, ...]:
    return tuple([s for s in accepted if m.statement(s).implicit])


_Sets = list[tuple[tuple[int, ...], int]]
"""Sets of leaves, each with the label that the goal has without it."""


def _smallest(trials: Trials, base: int, leaves: Sequence[int], largest: int) -> tuple[_Sets, int]:
    """The smallest sets of leaves whose rejection changes the label of the goal, and up to what size was searched.

    Leaves whose effects do not meet change nothing together that none of them changes alone. So a pair is tried only if
    some part of the map was looked at for both, and a third leaf only with a pair whose effect it meets.
    """
    most = trials.work + MOST_WORK
    found: _Sets = [((s,), label) for s in leaves if (label := trials.label(fallen=[s])) != base]
    if found or largest < 2:
        return found, 1
    touched: dict[int, set[int]] = {}
    for s in leaves:
        touched[s] = trials.trial(fallen=[s])[1]
        if trials.work > most:
            return [], 1
    at: dict[int, list[int]] = {}
    for s, parts in touched.items():
        for part in parts:
            at.setdefault(part, []).append(s)
    pairs = _at_most(MOST_SETS, (pair for part in sorted(at) for pair in combinations(at[part], 2)))
    if pairs is None:
        return [], 1
    reach = {}
    for pair in pairs:
        if trials.work > most:
            return [], 1
        label, reach[pair] = trials.trial(fallen=pair)
        if label != base:
            found.append((pair, label))
    if found or largest < LARGEST:
        return found, 2

    def triples() -> Iterator[tuple[int, ...]]:
        for pair, parts in reach.items():
            met = parts.union(*(touched[s] for s in pair))
            thirds = {s for part in met for s in at.get(part, ()) if s not in pair}
            yield from (tuple(sorted((*pair, third))) for third in thirds)

    three = _at_most(MOST_SETS, triples())
    if three is None:
        return [], 2
    for triple in three:
        if trials.work > most:
            return [], 2
        if (label := trials.trial(fallen=triple)[0]) != base:
            found.append((triple, label))
    return found, LARGEST


def _at_most(number: int, sets: Iterator[tuple[int, ...]]) -> list[tuple[int, ...]] | None:
    """The different sets in their order, None when there are more than that."""
    found: set[tuple[int, ...]] = set()
    for members in sets:
        found.add(members)
        if len(found) > number:
            return None
    return sorted(found)


# ---- other semantics


def _weighed(m: ArgumentMap, evaluation: Evaluation, goal: str, work: float) -> Carriers:
    """What carries a statement under a semantics that is asked anew for each removal."""
    reach = Reach(m, evaluation.statements, goal)
    base = evaluation.statements[goal]
    removals = []
    done = 0
    for id in (*reach.statements, *reach.arguments):
        if id == goal or (id not in evaluation.arguments and id not in evaluation.statements):
            continue
        part = reach.above(id)
        done += len(part.statements) + len(part.arguments)
        if done > work:
            raise TooMuchWorkError
        found = evaluate(part, evaluation.semantics, without=[id]).statements[goal]
        removals.append(Removal(id, id in evaluation.arguments, found.status, found.strength))
    possible = {p.statement for a in m.arguments if m.is_possibility(a) for p in a.premises}
    return Carriers(
        goal,
        base.status,
        base.strength,
        tuple(removals),
        possibilities=tuple(
            [
                (s, evaluate(reach.above(s), evaluation.semantics, assume={s: "accepted"}).statements[goal].status)
                for s in reach.statements
                if s in possible and s != goal
            ]
        ),
        implicit=_implicit(m, reach.statements),
    )
