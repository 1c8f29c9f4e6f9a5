"""The critical questions of a map: those that its schemes ask, and what in the map answers them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from argmap.model import Argument, ArgumentMap, Direction
from argmap.schemes import SCHEMES, Question, Scheme


class Asked(NamedTuple):
    """A critical question of one argument, with the arguments of the map that answer it, in their order."""

    question: Question
    answers: tuple[Argument, ...]


class Questioned(NamedTuple):
    """An argument that follows a scheme, and what is asked of it; ``unnamed`` would break its step for another reason.

    That is, they name none of the questions, and may answer one all the same.
    """

    argument: Argument
    scheme: Scheme
    asked: tuple[Asked, ...]
    unnamed: tuple[Argument, ...]

    @property
    def open(self) -> tuple[Question, ...]:
        """The questions that nothing in the map answers."""
        return tuple(a.question for a in self.asked if not a.answers)


def critical_questions(m: ArgumentMap) -> tuple[Questioned, ...]:
    """For each argument of a known scheme, in reading order, its critical questions and what answers them.

    An argument answers a question by naming it (`Argument.answers`), whether it raises the objection or meets it. Of
    which arguments the question may be, `Asking.of` says. A question that nothing answers is no fault of the map: it is
    what its author may want to look into next. Walton, Reed & Macagno, Argumentation Schemes, 2008, ch. 1.
    """
    asking = Asking(m)
    answering: dict[str, dict[str, list[Argument]]] = {}
    for a in m.arguments:
        for step in asking.of(a) if a.answers else ():
            for name in dict.fromkeys(a.answers):
                answering.setdefault(step.id, {}).setdefault(name, []).append(a)
    found = []
    for step in _in_reading_order(m):
        scheme = SCHEMES.get(step.scheme or "")
        if scheme is not None:
            answers = answering.get(step.id, {})
            asked = tuple([Asked(q, tuple(answers.get(q.name, ()))) for q in scheme.questions])
            unnamed = tuple([cut for cut in m.undercutters(step.id) if not any(map(scheme.question, cut.answers))])
            found.append(Questioned(step, scheme, asked, unnamed))
    return tuple(found)


class Asking:
    """The arguments of a map that follow a scheme, known or not, by what they rest on and what they are about."""

    def __init__(self, m: ArgumentMap) -> None:
        self._steps = {a.id: a for a in m.arguments if a.scheme is not None}
        self._from: dict[str, list[Argument]] = {}
        self._on: dict[tuple[str, Direction], list[Argument]] = {}
        for a in self._steps.values():
            for statement in dict.fromkeys(p.statement for p in a.premises):
                self._from.setdefault(statement, []).append(a)
            if a.conclusion is not None:
                self._on.setdefault((a.conclusion, a.direction), []).append(a)

    def of(self, a: Argument) -> tuple[Argument, ...]:
        """Those whose critical questions an argument may answer.

        For an undercutter that is the one whose step it breaks. For an argument on a statement these are the arguments
        of which that statement is a premise, and those that it is weighed against: on the same statement, the other
        way.
        """
        if a.target is not None:
            return (self._steps[a.target],) if a.target in self._steps else ()
        statement = a.conclusion or ""
        other = Direction.AGAINST if a.direction is Direction.FOR else Direction.FOR
        return (*self._from.get(statement, ()), *self._on.get((statement, other), ()))


def _in_reading_order(m: ArgumentMap) -> Iterator[Argument]:
    """Every argument once, as a reader meets it; last those that no root leads to."""
    met = dict.fromkeys(visit.argument.id for visit in m.walk() if visit.argument is not None)
    for id in met:
        yield m.argument(id)
    yield from (a for a in m.arguments if a.id not in met)
