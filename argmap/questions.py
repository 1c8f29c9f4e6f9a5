"""The critical questions of a map: those that its schemes ask, and what in the map answers them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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

    An argument answers a question by naming it (`Argument.answers`), whether it raises the objection or meets it. An
    undercutter may answer those of the argument whose step it breaks. An argument on a statement may answer those of
    the arguments of which that statement is a premise, and of those that it is weighed against: on the same statement,
    the other way. A question that nothing answers is no fault of the map: it is what to look into next.
    Walton, Reed & Macagno, Argumentation Schemes, 2008, ch. 1.
    """
    number: dict[str, int] = {}
    answers: dict[Place, dict[str, list[Argument]]] = {}
    for a in m.arguments:
        for name in dict.fromkeys(a.answers):
            number[a.id] = len(number)
            answers.setdefault(_place(a), {}).setdefault(name, []).append(a)

    def answered(name: str, by: list[dict[str, list[Argument]]]) -> tuple[Argument, ...]:
        parts = [found[name] for found in by if name in found]
        if len(parts) > 1:
            parts = [sorted([a for part in parts for a in part], key=lambda a: number[a.id])]
        return tuple(parts[0]) if parts else ()

    found = []
    for step in _in_reading_order(m):
        scheme = SCHEMES.get(step.scheme or "")
        if scheme is not None:
            by = [answers[place] for place in _places(step) if place in answers]
            asked = tuple([Asked(q, answered(q.name, by)) for q in scheme.questions])
            unnamed = tuple([cut for cut in m.undercutters(step.id) if not any(map(scheme.question, cut.answers))])
            found.append(Questioned(step, scheme, asked, unnamed))
    return tuple(found)


Place = tuple[str, Direction]
"""Where an argument stands: on what statement, or on what argument's step, and in what direction."""


def _place(a: Argument) -> Place:
    return a.target or a.conclusion or "", a.direction


def _places(step: Argument) -> tuple[Place, ...]:
    """Where an argument stands that may answer the critical questions of a step, each place once."""
    places = [(p.statement, d) for p in step.premises for d in (Direction.FOR, Direction.AGAINST)]
    if step.conclusion is not None:
        is_for = step.direction is Direction.FOR
        places.append((step.conclusion, Direction.AGAINST if is_for else Direction.FOR))
    return tuple(dict.fromkeys([(step.id, Direction.UNDERCUTS), *places]))


class Asking:
    """The arguments of a map that follow a scheme, known or not, by where their questions are answered."""

    def __init__(self, m: ArgumentMap) -> None:
        self._at: dict[Place, list[Argument]] = {}
        for step in m.arguments:
            for place in _places(step) if step.scheme is not None else ():
                self._at.setdefault(place, []).append(step)

    def of(self, a: Argument) -> Sequence[Argument]:
        """Those whose critical questions an argument may answer; see `critical_questions`."""
        return self._at.get(_place(a), ())


def _in_reading_order(m: ArgumentMap) -> Iterator[Argument]:
    """Every argument once, as a reader meets it; last those that no root leads to."""
    met = dict.fromkeys(visit.argument.id for visit in m.walk() if visit.argument is not None)
    for id in met:
        yield m.argument(id)
    yield from (a for a in m.arguments if a.id not in met)
