"""The problems of a file as they are found, until there are more errors than anybody would read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import SupportsIndex

from argmap.problem import Problem, Severity

MAX_ERRORS = 1000
"""Errors of a file after which no more are looked for: it is not the kind of file that was meant, or one slip is
everywhere in it."""


class EnoughError(Exception):
    """So many errors were found that the search ends."""


class Tally(list[Problem]):
    """Problems in the order found; `append` raises `EnoughError` with the last error that is counted."""

    def __init__(self, before: Iterable[Problem] = ()) -> None:
        super().__init__(before)
        self._errors = sum(p.severity is Severity.ERROR for p in self)

    def append(self, problem: Problem) -> None:
        """Add a problem."""
        super().append(problem)
        if problem.severity is Severity.ERROR:
            self._errors += 1
            if self._errors >= MAX_ERRORS:
                raise EnoughError

    def forget(self, mark: SupportsIndex) -> None:
        """Take out the problems from a place on, which will be found again."""
        gone = self[mark:]
        del self[mark:]
        self._errors -= sum(p.severity is Severity.ERROR for p in gone)


def ended(problems: list[Problem]) -> Problem:
    """What to say when the search has ended: at the last place where something was found."""
    place = max(p.span for p in problems if p.span)
    message = f"the search ends here, after {MAX_ERRORS:,} errors; there may be more, above and below"
    return Problem("too-many-errors", message, place, hint="mend those, and check again")
