"""What a part of a map leaves out, and at which place: nothing is lost without a mark."""

from __future__ import annotations

from argmap.model import ArgumentMap
from argmap.selection.view import Mark


def marks(whole: ArgumentMap, part: ArgumentMap) -> tuple[dict[str, Mark], Mark]:
    """The marks of a part by the ids of its statements and arguments, and what hangs on none of its places.

    The whole map is walked in reading order. A place that is not shown is counted at the nearest place above that is:
    at an argument when a premise or an undercutter of it is left out, otherwise at a statement. It counts as a
    statement where it is written, if that is shown nowhere; everywhere else as a reference.
    """
    shown = {s.id for s in part.statements}
    steps = {a.id: {p.statement for p in a.premises} for a in part.arguments}
    counts: dict[str | None, list[int]] = {}
    holder: dict[str, str | None] = {}  # of each statement and each argument: the shown place at which it is counted
    for statement, argument, _, first in whole.walk():
        if argument is None:
            place = None
            is_shown = statement in shown
        else:
            if argument.id not in holder:
                above = argument.target or argument.conclusion or ""
                holder[argument.id] = argument.id if argument.id in steps else holder[above]
            place = holder[argument.id]
            is_shown = argument.id in steps and (statement is None or statement in steps[argument.id])
        if statement is not None and first:
            holder[statement] = statement if statement in shown else place
        if not is_shown:
            is_lost = first and statement is not None and statement not in shown
            count = counts.setdefault(place, [0, 0])
            count[not is_lost] += 1
    found = {place: Mark(statements, references) for place, (statements, references) in counts.items()}
    elsewhere = found.pop(None, Mark())
    return {place: mark for place, mark in found.items() if place is not None}, elsewhere
