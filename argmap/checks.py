"""What can be read but looks wrong: doubts about an argument, each found by a function of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from argmap.model import ArgumentMap, Side
from argmap.naming import some_of
from argmap.problem import Problem, Severity

Check = Callable[[ArgumentMap], Iterator[Problem]]


def side_mismatch(m: ArgumentMap) -> Iterator[Problem]:
    """A `counterclaim` that only helps the thesis: the branch was moved, or the word is wrong."""
    for s in m.statements:
        if s.kind == "counterclaim" and m.sides(s.id) == {Side.FOR}:
            message = f"the counterclaim `{s.id}` helps the thesis where it stands"
            hint = "write `claim`" + ("" if s.id == m.thesis else ", or move it to where it opposes the thesis")
            yield Problem("side-mismatch", message, s.span, Severity.WARNING, hint)


def support_cycle(m: ArgumentMap) -> Iterator[Problem]:
    """Statements that are, in the end, reasons for themselves: read in a circle, they prove nothing."""
    for ring in m.cycles(support_only=True):
        shown = " ⇐ ".join([*some_of(ring), ring[0]])
        message = f"these statements rest on each other in a circle: {shown}"
        hint = "give one of them a reason from outside, or take one step out"
        yield Problem("support-cycle", message, m.statement(ring[0]).span, Severity.WARNING, hint)


CHECKS: tuple[Check, ...] = (side_mismatch, support_cycle)
"""Every check, in the order in which they run."""


def check(m: ArgumentMap) -> tuple[Problem, ...]:
    """What every check finds, in the order of the lines."""
    found = [problem._replace(file=m.file) for run in CHECKS for problem in run(m)]
    return tuple(sorted(found, key=lambda p: (p.span or (0, 0, 0, 0), p.code)))
