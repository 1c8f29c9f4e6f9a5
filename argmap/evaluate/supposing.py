"""What would be if: the map with some statements settled otherwise, or some steps broken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import evolve

from argmap.model import Argument, ArgumentMap, Direction
from argmap.naming import step_name


def supposed(m: ArgumentMap, without: Iterable[str] = (), assume: Mapping[str, str] | None = None) -> ArgumentMap:
    """The map in which each statement of ``without`` has fallen and each step of it is broken.

    A statement that falls is rejected, it does not vanish: what rested on it alone rests on nothing, and is no bare
    claim that counts by its own word. A step that is broken is undercut by a step without premises. ``assume`` settles
    statements: accepted, rejected or undecided by id. Raises ValueError for an id that there is not, and for a label
    that is none.
    """
    without, labels = tuple(dict.fromkeys(without)), dict(assume or {})
    statements, arguments = {s.id for s in m.statements}, {a.id for a in m.arguments}
    for id in (*without, *labels):
        if id not in statements and (id in labels or id not in arguments):
            raise ValueError(f"`{id}` is no {'statement' if id in labels else 'statement or step'} of the map")
    for label in labels.values():
        if label not in ("accepted", "rejected", "undecided"):
            raise ValueError(f"`{label}` is no label; there are accepted, rejected and undecided")
    for id in without:
        if labels.get(id, "rejected") != "rejected":
            raise ValueError(f"`{id}` cannot be {labels[id]} and left out")
    labels |= {id: "rejected" for id in without if id in statements}
    if not labels and not without:
        return m
    taken = statements | arguments
    breaking: list[Argument] = []
    for id in without:
        if id in arguments:
            name = step_name(len(arguments) + len(breaking) + 1, taken)
            taken.add(name)
            breaking.append(Argument(name, (), target=id, direction=Direction.UNDERCUTS, named=False))
    return evolve(
        m,
        statements=[evolve(s, assume=labels[s.id]) if s.id in labels else s for s in m.statements],
        arguments=(*m.arguments, *breaking),
        is_sound=True,
    )


def added(m: ArgumentMap, supposed: ArgumentMap) -> set[str]:
    """The steps that stand in a supposed map only."""
    return {a.id for a in supposed.arguments[len(m.arguments) :]}
