"""The places of an outline: each statement where it is told or referred to, with how deep it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from argmap.model import Argument, ArgumentMap, Statement


class Place(NamedTuple):
    """One place.

    ``statement`` is None for a step without premises, ``argument`` for a root. ``first`` says that the statement is
    told here, ``is_new`` that its step begins here. ``depth`` counts a level for premises that only count together,
    which stand below the line of their step.
    """

    depth: int
    statement: Statement | None
    argument: Argument | None
    first: bool
    is_new: bool


def places(m: ArgumentMap) -> Iterator[Place]:
    """Every place in reading order."""
    depths: dict[str, int] = {}
    for id, argument, _, first in m.walk():
        statement = None if id is None else m.statement(id)
        if argument is None:
            depths[id or ""] = 0
            yield Place(0, statement, None, True, True)
            continue
        is_new = argument.id not in depths
        depth = depths.setdefault(argument.id, depths[argument.conclusion or argument.target or ""] + 1)
        depth += len(argument.premises) > 1
        if first and id is not None:
            depths[id] = depth
        yield Place(depth, statement, argument, first, is_new)
