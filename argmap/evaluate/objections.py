"""Objections: what is said against the thesis's side of a map and still stands, and whether anybody answers it."""

from __future__ import annotations

from typing import NamedTuple

from argmap.evaluate.standards import EQUAL
from argmap.evaluate.verdicts import Evaluation, StepStatus
from argmap.model import Argument, ArgumentMap, Direction, Side


class Answers(NamedTuple):
    """What answers a step: the arguments that break it or speak against a premise, the rivals of its premises.

    ``possible`` is how many mere possibilities there are besides.
    """

    steps: tuple[Argument, ...]
    rivals: tuple[str, ...]
    possible: int

    @property
    def is_answered(self) -> bool:
        """Whether anybody asserts an answer."""
        return bool(self.steps or self.rivals)


def answers(m: ArgumentMap, argument: Argument) -> Answers:
    """What answers a step, whether or not it stands."""
    cuts = m.undercutters(argument.id)
    steps = [cut for cut in cuts if not m.is_possibility(cut)]
    possible = len(cuts) - len(steps)
    premises = dict.fromkeys(p.statement for p in argument.premises)
    steps += [a for p in premises for a in m.arguments_against(p)]
    return Answers(tuple(steps), tuple(dict.fromkeys(r for p in premises for r in m.rivals(p))), possible)


class Objection(NamedTuple):
    """An argument against a statement or a step on the thesis's side, which nothing defeats."""

    argument: Argument
    against: str
    """The id of the statement or the step."""
    answers: Answers


def standing_objections(evaluation: Evaluation) -> tuple[Objection, ...]:
    """The objections to the thesis's side that stand, in the order of the map.

    Under a gradual semantics every objection that has any strength stands. Raises ValueError for an evaluation that
    does not hold its map.
    """
    m = evaluation.map
    if m is None:
        raise ValueError("this evaluation does not hold its map; take one from argmap.evaluate()")
    helps = _sides(m)
    found = []
    for a in m.arguments:
        v = evaluation.arguments[a.id]
        stands = v.status is StepStatus.STANDS if v.status else (v.strength or 0) > EQUAL
        if a.direction is not Direction.FOR and not helps[a.id] and stands:
            found.append(Objection(a, a.target or a.conclusion or "", answers(m, a)))
    return tuple(found)


def _sides(m: ArgumentMap) -> dict[str, bool]:
    """For each argument whether it helps the thesis."""
    helps: dict[str, bool] = {}
    for start in m.arguments:
        way = [start]
        while way[-1].target is not None and way[-1].id not in helps:
            way.append(m.argument(way[-1].target))
        last = way.pop()
        if last.id not in helps:
            helps[last.id] = (m.side(last.conclusion or "") is Side.FOR) == (last.direction is Direction.FOR)
        here = helps[last.id]
        for a in reversed(way):
            here = helps[a.id] = not here
    return helps
