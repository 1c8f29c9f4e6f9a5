"""The extensions of an abstract framework under Dung's semantics, and what they have in common.

Complete, preferred and stable extensions: Dung, Artificial Intelligence 77, 1995; ideal: Dung, Mancarella & Toni,
Artificial Intelligence 171, 2007. What the grounded labelling decides is the same in all of them. The rest falls into
parts between which there is no attack, and each part is put into clauses whose solutions are its complete labellings
(after Cerutti, Dunne, Giacomin & Vallati, TAFA 2013).
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar

from argmap.evaluate.clauses import Sat, Search, Solver, WorkUsedUpError
from argmap.evaluate.framework import Extension, Framework, Label, grounded
from argmap.evaluate.parts import Part

SEMANTICS = ("grounded", "complete", "preferred", "stable", "ideal")
SOLVERS = ("auto", "search", "sat")
MOST = 10_000
"""How many extensions are listed at most, unless told otherwise."""

_INSTALL = '`pip install "argmap[solver]"`'
_T = TypeVar("_T")


class TooHardError(ValueError):
    """A question that cannot be answered with what is at hand; the text says why, and what to do."""


class Acceptance(NamedTuple):
    """What all extensions have in common.

    ``labels`` says of each argument whether it is in or out in every extension, undec where neither holds;
    ``sometimes`` has those that are in in at least one. ``exists`` is False where there is no extension at all: then
    every label is undec.
    """

    labels: dict[str, Label]
    sometimes: frozenset[str]
    exists: bool = True


def acceptance(framework: Framework, semantics: str, solver: str = "auto") -> Acceptance:
    """What the extensions of a framework have in common, without listing them.

    ``semantics`` is one of `SEMANTICS`. ``solver`` is ``search`` (plain, for small frameworks), ``sat`` (the extra
    ``argmap[solver]``) or ``auto``: the latter where it is installed. Both find the same. Raises ValueError for other
    words, `TooHardError` when the search gives up.
    """
    _check(semantics, solver)
    labels = grounded(framework)
    sometimes = {a for a, label in labels.items() if label is Label.IN}
    for members in () if semantics == "grounded" else _parts(framework, labels):
        found = _solved(framework, members, solver, lambda part: part.acceptance(semantics))
        if found is None:
            return Acceptance(dict.fromkeys(labels, Label.UNDEC), frozenset(), exists=False)
        inside, outside, ever = found
        labels.update(dict.fromkeys(inside, Label.IN))
        labels.update(dict.fromkeys(outside, Label.OUT))
        sometimes |= ever
    return Acceptance(labels, frozenset(sometimes))


def extensions(framework: Framework, semantics: str, solver: str = "auto", most: int = MOST) -> list[Extension]:
    """All extensions of a framework; under stable there may be none, under grounded and ideal there is one.

    They stand in the order of their arguments in the framework. Arguments are those of `acceptance`; `TooHardError` is
    raised also when there are more than ``most`` of them.
    """
    _check(semantics, solver)
    labels = grounded(framework)
    always = [a for a, label in labels.items() if label is Label.IN]
    by_part: list[list[Extension]] = []
    for members in () if semantics == "grounded" else _parts(framework, labels):
        by_part.append(_solved(framework, members, solver, lambda part: part.some_extensions(semantics, most + 1)))
        if math.prod(map(len, by_part)) > most:
            raise TooHardError(f"there are more than {most:,} {semantics} extensions, too many to list")
    found = [frozenset(itertools.chain(always, *parts)) for parts in itertools.product(*by_part)]
    place = {a: n for n, a in enumerate(framework.arguments)}
    return sorted(found, key=lambda extension: sorted(place[a] for a in extension))


def _check(semantics: str, solver: str) -> None:
    for word, allowed in ((semantics, SEMANTICS), (solver, SOLVERS)):
        if word not in allowed:
            raise ValueError(f"{word!r} is not one of {', '.join(allowed)}")


def _parts(framework: Framework, labels: dict[str, Label]) -> Iterator[list[str]]:
    """The arguments that the grounded labelling leaves open, in parts between which there is no attack."""
    open_ones = {a: n for n, a in enumerate(framework.arguments) if labels[a] is Label.UNDEC}
    seen: set[str] = set()
    for start in open_ones:
        if start in seen:
            continue
        seen.add(start)
        members = [start]
        for member in members:  # grows while it is gone through
            for near in (*framework.attackers(member), *framework.attacked(member)):
                if near in open_ones and near not in seen:
                    seen.add(near)
                    members.append(near)
        yield sorted(members, key=open_ones.__getitem__)


def _solved(framework: Framework, members: list[str], solver: str, ask: Callable[[Part], _T]) -> _T:
    """What a part answers, with the solver that is wished for."""
    try:
        return ask(Part(framework, members, _solver(solver, len(members))))
    except WorkUsedUpError:
        left = f"the grounded labelling leaves {len(members):,} arguments open that hang together"
        raise TooHardError(f"{left}, which is too much without a SAT solver: {_INSTALL}") from None


def _solver(name: str, choices: int) -> Solver:
    if name != "search":
        try:
            return Sat(range(1, choices + 1))
        except ImportError:
            if name == "sat":
                raise TooHardError(f"there is no SAT solver: {_INSTALL}") from None
    return Search(range(1, choices + 1))
