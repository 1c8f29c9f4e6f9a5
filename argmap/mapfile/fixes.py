"""Mending what can be mended without asking the writer what was meant.

A problem says itself by which edits it is mended (`Problem.fix`): a slip by the line as it should be, a key that is
only mistyped by the key. Whatever leaves a choice is left to the writer: an unknown reference, a name given twice, a
line whose column could be another, a key in the wrong place, and nearly every doubt about the argument.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from argmap.mapfile.edit import Places, edited
from argmap.mapfile.read import read_text
from argmap.model import ArgumentMap
from argmap.problem import Edit, Problem, Severity

ROUNDS = 20
"""How often a text is mended: one slip may hide others."""

MAX_REREAD = 10_000_000
"""Characters that the readings between may cost together."""

LEAST, MOST = 3, 200
"""Readings after edits that even the largest text gets, and no text gets more of."""

Review = Callable[[str], tuple[ArgumentMap | None, tuple[Problem, ...]]]
"""What finds the map and the problems of a text."""


class Mended(NamedTuple):
    """A text after mending, with the problems that are gone, each at its place in the text that it was found in."""

    text: str
    problems: tuple[Problem, ...]


def mended(text: str, review: Review = read_text) -> Mended:
    """The text of a map without the problems that say how they are mended.

    ``review`` finds the problems. A round of edits after which one of its problems still stands, the text has more
    errors, or the map fewer statements, is not made.
    """
    gone: list[Problem] = []
    m, problems = review(text)
    readings = min(MOST, max(LEAST, MAX_REREAD // (len(text) + 1)))
    for _ in range(ROUNDS):
        better = None
        todo = [_apart(text, [p for p in problems if p.fix])]
        while todo and better is None and readings > 0:
            chosen = todo.pop()
            readings -= 1
            better = _better(text, chosen, m, problems, review)
            if better is None and len(chosen) > 1:
                # Perhaps one edit spoils the rest.
                half = len(chosen) // 2
                todo += [chosen[half:], chosen[:half]]
        if better is None:
            break
        gone += chosen
        text, m, problems = better
    return Mended(text, tuple(gone))


_Read = tuple[str, ArgumentMap | None, tuple[Problem, ...]]


def _better(
    text: str, chosen: list[Problem], m: ArgumentMap | None, problems: Iterable[Problem], review: Review
) -> _Read | None:
    """The text after the edits of some problems, as it reads then; None when it is none the better for them."""
    after = edited(text, [edit for p in chosen for edit in p.fix])
    if after == text:
        return None
    new, left = review(after)
    stays = not _starts(chosen).isdisjoint(_starts(left))
    worse = stays or any(now > then for now, then in zip(_harm(left), _harm(problems), strict=True))
    if worse or (m is not None and (new is None or len(new.statements) < len(m.statements))):
        return None
    return after, new, left


def _starts(problems: Iterable[Problem]) -> set[tuple[str, int, int]]:
    return {(p.code, p.span.line, p.span.column) for p in problems if p.span}


def _harm(problems: Iterable[Problem]) -> tuple[int, int]:
    """How many errors there are, and how many keys stand twice: a mistyped key, put right, may be there already."""
    codes = [p.code for p in problems if p.severity is Severity.ERROR]
    return len(codes), codes.count("repeated-key")


def _apart(text: str, problems: Iterable[Problem]) -> list[Problem]:
    """Those of the problems whose edits do not touch each other, the first ones first."""
    places = Places(text)
    taken: list[tuple[int, int]] = []
    chosen = []
    for problem in problems:
        cuts = [_cut(places, edit) for edit in problem.fix]
        if all(end < start or stop < begin for begin, end in cuts for start, stop in taken):
            taken += cuts
            chosen.append(problem)
    return chosen


def _cut(places: Places, edit: Edit) -> tuple[int, int]:
    part = places.slice(edit.span)
    return part.start, part.stop
