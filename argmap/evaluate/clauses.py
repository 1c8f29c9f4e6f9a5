"""Whether clauses can be true together: by a plain search that gives up on large ones, or by a SAT solver.

A literal is a number from 1 on for a variable, negative for its denial, as in the DIMACS format; a clause is a list of
literals of which one must be true. Both solvers can be asked again and again while clauses are added.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

WORK = 3_000_000
"""How many clauses the plain search looks at before it gives up: some seconds."""


class WorkUsedUpError(Exception):
    """The plain search gives up."""


class Solver(Protocol):
    """What both solvers can do."""

    def add(self, clause: Iterable[int]) -> None:
        """Add a clause."""

    def solve(self, assumptions: Sequence[int] = ()) -> set[int] | None:
        """The literals that are true in some assignment that fits all clauses and assumptions, None without one."""


class Search:
    """A plain search: propagation of units by two watched literals, and chronological backtracking.

    After Davis, Logemann & Loveland, Communications of the ACM 5, 1962, with the watching of Moskewicz and others,
    DAC 2001. ``choices`` are the literals that are tried before their denials, in that order; all else must follow from
    them.
    """

    def __init__(self, choices: Sequence[int]) -> None:
        self._choices = choices
        self._left = WORK
        self._units: list[int] = []
        self._watching: dict[int, list[list[int]]] = {}
        self._is_void = False

    def add(self, clause: Iterable[int]) -> None:
        """Add a clause."""
        literals = list(dict.fromkeys(clause))
        if len(literals) > 1:
            for literal in literals[:2]:
                self._watching.setdefault(literal, []).append(literals)
        elif literals:
            self._units.append(literals[0])
        else:
            self._is_void = True

    def solve(self, assumptions: Sequence[int] = ()) -> set[int] | None:
        """As `Solver` says. Raises `WorkUsedUpError` when all work is used up."""
        true: set[int] = set()
        trail: list[int] = []
        # Where the trail was before a choice, which it was, and its place among the choices.
        levels: list[tuple[int, int]] = []
        if self._is_void or not self._follow([*self._units, *assumptions], true, trail):
            return None
        at = 0
        while True:
            while at < len(self._choices) and (self._choices[at] in true or -self._choices[at] in true):
                at += 1
            if at == len(self._choices):
                return true
            levels.append((len(trail), at))
            literal = self._choices[at]
            while not self._follow([literal], true, trail):
                if not levels:
                    return None
                mark, at = levels.pop()
                true.difference_update(trail[mark:])
                del trail[mark:]
                literal = -self._choices[at]

    def _follow(self, literals: Sequence[int], true: set[int], trail: list[int]) -> bool:
        """Make literals true with all that follows from them; False when that cannot be."""
        done = len(trail)
        for literal in literals:
            if -literal in true:
                return False
            if literal not in true:
                true.add(literal)
                trail.append(literal)
        while done < len(trail):
            if not self._deny(-trail[done], true, trail):
                return False
            done += 1
        return True

    def _deny(self, false: int, true: set[int], trail: list[int]) -> bool:
        """Look at the clauses that watch a literal which is now false; those with one literal left make it true."""
        watched = self._watching.get(false, [])
        self._left -= len(watched) + 1
        if self._left < 0:
            raise WorkUsedUpError
        kept: list[list[int]] = []
        self._watching[false] = kept
        for n, clause in enumerate(watched):
            other = clause[1] if clause[0] == false else clause[0]
            place = 0 if other in true else next((k for k in range(2, len(clause)) if -clause[k] not in true), 0)
            if place:
                clause[0], clause[1], clause[place] = other, clause[place], false
                self._watching.setdefault(clause[1], []).append(clause)
                continue
            kept.append(clause)
            if -other in true:
                kept += watched[n + 1 :]
                return False
            if other not in true:
                true.add(other)
                trail.append(other)
        return True


class Sat:
    """The SAT solver of python-sat, which the extra ``argmap[solver]`` brings; raises ImportError without it."""

    def __init__(self, choices: Sequence[int]) -> None:
        from pysat.solvers import Solver as Incremental

        self._solver = Incremental(name="glucose4")
        self._solver.set_phases(list(choices))

    def add(self, clause: Iterable[int]) -> None:
        """Add a clause."""
        self._solver.add_clause(list(clause))

    def solve(self, assumptions: Sequence[int] = ()) -> set[int] | None:
        """As `Solver` says."""
        return set(self._solver.get_model()) if self._solver.solve(assumptions=list(assumptions)) else None
