"""A map as several parts and an overview that names them: one for each root, or for each argument at the top."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from attrs import evolve

from argmap.model import Argument, ArgumentMap
from argmap.selection.choice import select
from argmap.selection.view import Mark, View
from argmap.selection.wishes import Selection

SPLITS = ("roots", "arguments")
"""By what a map may be split."""

_LONGEST = 60
"""Letters of the name of a part."""


class Split(NamedTuple):
    """The overview of a split map, and its parts by their names, in reading order."""

    overview: View
    parts: dict[str, View]


def split(m: ArgumentMap, by: str, selection: Selection | None = None, file: Callable[[str], str] = str) -> Split:
    """The parts of what is selected of a map.

    ``by`` is one of `SPLITS`: the roots, or the arguments on them (on the focus, where there is one). The overview
    shows what the map is split by, and where each part is to be found: what ``file`` makes of its name. What the
    overview shows in full has no part. Raises ValueError as `select` does, and for an unknown ``by``.
    """
    if by not in SPLITS:
        raise ValueError(f"a map is split by {' or '.join(SPLITS)}, not by `{by}`")
    wish = selection or Selection()
    deep = 0 if by == "roots" else 1
    overview = select(m, evolve(wish, depth=deep if wish.depth is None else min(deep, wish.depth)))
    parts: dict[str, View] = {}
    marks = dict(overview.marks)
    taken: set[str] = set()
    for id, called, has_more in _roots(overview) if by == "roots" else _arguments(overview, wish.focus):
        if has_more:
            name = _free(called, taken)
            depth = wish.depth if wish.depth is None else max(0, wish.depth - deep)
            parts[name] = select(m, evolve(wish, focus=id, depth=depth))
            marks[id] = marks.get(id, Mark())._replace(goes_to=file(name))
    return Split(evolve(overview, marks=marks), parts)


def _roots(overview: View) -> Iterator[tuple[str, str, bool]]:
    """Each root with what to call it, and whether there is more of it than the overview shows."""
    for root in overview.map.roots:
        yield root, root, root in overview.marks


def _arguments(overview: View, focus: str | None) -> Iterator[tuple[str, str, bool]]:
    """The same of each argument at the top."""
    m = overview.map
    if focus is None:
        found = [a for root in m.roots for a in m.arguments_on(root)]
    elif any(focus == s.id for s in m.statements):
        found = list(m.arguments_on(focus))
    else:
        found = [a for p in m.argument(focus).premises for a in m.arguments_on(p.statement)]
    for argument in found:
        yield argument.id, _called(argument), any(id in overview.marks for id in _parts(m, argument))


def _parts(m: ArgumentMap, argument: Argument) -> Iterator[str]:
    """An argument and its premises, and those of all that would break it."""
    todo = [argument]
    while todo:
        one = todo.pop()
        yield one.id
        yield from (p.statement for p in one.premises)
        todo += m.undercutters(one.id)


def _called(argument: Argument) -> str:
    """The name of an argument: its own, or that of its first premise."""
    return argument.id if argument.named or not argument.premises else argument.premises[0].statement


def _free(name: str, taken: set[str]) -> str:
    """A name as part of the name of a file, that no other part has, also where capitals do not count."""
    free = name = name[:_LONGEST]
    number = 1
    while free.casefold() in taken:
        number += 1
        free = f"{name}-{number}"
    taken.add(free.casefold())
    return free
