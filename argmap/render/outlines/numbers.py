"""The numbers of statements in an outline."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.model import ArgumentMap


def numbered(m: ArgumentMap, numbering: str) -> Mapping[str, str]:
    """What each statement is called by its id: 1, 2, 3 in reading order (running), 1, 1.1, 1.1.2 by its place (levels).

    There is no number of the third kind, none. By place, premises of one step are counted on from those of the step
    before; what breaks a step is counted below its premise, or after its premises where it has several.
    """
    if numbering == "running":
        return {s.id: str(n) for n, s in enumerate(m.reading_order(), 1)}
    return _by_place(m) if numbering == "levels" else {}


def _by_place(m: ArgumentMap) -> dict[str, str]:
    found: dict[str, str] = {}
    below: dict[str, str] = {}  # of each argument: the number below which what breaks it is counted
    counts: dict[str, int] = {}
    for statement, argument, _, first in m.walk():
        above = ""
        if argument is not None:
            above = below.get(argument.target, "") if argument.target else found[argument.conclusion or ""]
            below.setdefault(argument.id, above)
        if statement is None or not first:
            continue
        counts[above] = counts.get(above, 0) + 1
        found[statement] = f"{above}.{counts[above]}".lstrip(".")
        if argument is not None and len(argument.premises) == 1:
            below[argument.id] = found[statement]
    return found
