"""The part of a map that a change can reach, so that a gradual semantics need look at no more than that."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from argmap.evaluate.verdicts import Verdict
from argmap.model import Argument, ArgumentMap, Issue, Statement

BELIEF = 0.5
"""How far a statement without `confidence` is believed before any argument."""


class Reach:
    """Parts of a map in which a statement has the final strength that it has in the whole.

    ``statements`` and ``arguments`` are the ids of all that the statement depends on, itself among them, in the order
    of the map. Where the verdicts have no strengths, each part is all of that.
    """

    def __init__(self, m: ArgumentMap, verdicts: Mapping[str, Verdict], goal: str) -> None:
        self._map = m
        self._goal = goal
        self._strength = {id: v.strength for id, v in verdicts.items()}
        self._is_gradual = all(x is not None for x in self._strength.values())
        self._possible = {p.statement for a in m.arguments if m.is_possibility(a) for p in a.premises}
        found: set[str] = {goal}
        steps: set[str] = set()
        todo = [goal]
        while todo:
            for a in self._bearing_on(todo.pop()):
                steps.add(a.id)
                new = {p.statement for p in a.premises} - found
                found |= new
                todo += new
        self.statements = tuple([s.id for s in m.statements if s.id in found])
        self.arguments = tuple([a.id for a in m.arguments if a.id in steps])
        self._inside = found | steps

    def above(self, id: str) -> ArgumentMap:
        """The map of what depends on a statement or a step, up to the goal; the rest has the strength that it has.

        What does not depend on it is kept where an argument needs it, as a bare statement as strong as it is.
        """
        reached = self._above(id) if self._is_gradual else self._inside
        arguments = {a.id: a for s in self.statements if s in reached for a in self._bearing_on(s)}
        needed = dict.fromkeys(s for s in (*self.statements,) if s in reached)
        needed |= dict.fromkeys(p.statement for a in arguments.values() for p in a.premises)
        return evolve(
            self._map,
            statements=[self._kept(s, s in reached) for s in needed],
            arguments=[a for a in self._map.arguments if a.id in arguments],
            top=(),
            thesis=self._goal if self._goal in needed else "",
            issues=() if self._is_gradual else self._whole_issues(needed),
            sources=(),
            expect={},
            is_sound=True,
        )

    def _whole_issues(self, needed: Mapping[str, None]) -> tuple[Issue, ...]:
        return tuple([i for i in self._map.issues if all(p in needed for p in i.positions)])

    def _kept(self, id: str, is_reached: bool) -> Statement:
        s = self._map.statement(id)
        if not self._is_gradual:
            return s
        if not is_reached:
            return evolve(s, confidence=self._strength[id], assume=None)
        usual = 0.0 if id in self._possible else BELIEF
        return evolve(s, confidence=usual if s.confidence is None else s.confidence)

    def _above(self, id: str) -> set[str]:
        found, todo = {id}, [id]
        while todo:
            here = todo.pop()
            if here in self._strength:
                new = {a.id for a in self._map.arguments_from(here)}
            else:
                a = self._map.argument(here)
                new = {a.target or a.conclusion or ""}
            new = (new & self._inside) - found
            found |= new
            todo += new
        return found

    def _bearing_on(self, statement: str) -> list[Argument]:
        """The arguments on a statement, what undercuts them, what undercuts that, and so on."""
        found = list(self._map.arguments_on(statement))
        for a in found:  # which grows
            found += self._map.undercutters(a.id)
        return found
