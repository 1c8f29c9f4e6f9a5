"""Why parts that were put together in Python are not a map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from argmap.problem import Problem

if TYPE_CHECKING:
    from argmap.model import Argument, ArgumentMap, Statement

CHOICES: Mapping[str, tuple[str, ...]] = {
    "assume": ("accepted", "rejected", "undecided"),
    "standard": ("preponderance", "clear-and-convincing", "beyond-reasonable-doubt"),
    "weigh": ("linked", "convergent", "cumulative", "factorized"),
    "given": ("leaves", "evidence", "none"),
}
"""The words that a field of that name may hold."""


def faults(m: ArgumentMap) -> Iterator[Problem]:
    """Every reason why the parts are not a map, for those who build one in Python."""
    known: set[str] = set()
    steps = {a.id for a in m.arguments}
    sources = {s.key for s in m.sources}
    things: tuple[Statement | Argument, ...] = (*m.statements, *m.arguments)
    for thing in things:
        if thing.id in known:
            yield Problem("duplicate-id", f"the id {thing.id} is given twice", thing.span)
        known.add(thing.id)
        for citation in thing.citations:
            if citation.source not in sources:
                yield Problem("unknown-source", f"{thing.id} cites {citation.source}, which is no source", thing.span)
    known -= steps
    for s in m.statements:
        if not s.text.strip():
            yield Problem("empty-text", f"the statement {s.id} has no text", s.span)
        if s.confidence is not None and not 0 <= s.confidence <= 1:
            yield Problem("bad-number", f"the confidence of {s.id} is not from 0 to 1", s.span)
        yield from _choice(s.id, "assume", s.assume)
        yield from _choice(s.id, "standard", s.standard)
    for a in m.arguments:
        yield from _argument_faults(a, known, steps)
    position_of: set[str] = set()
    for issue in m.issues:
        yield from _unknown("an issue", issue.positions, known)
        if len(set(issue.positions)) < 2:
            yield Problem("too-few-positions", "an issue needs two different positions", issue.span)
        for position in sorted(position_of & set(issue.positions)):
            yield Problem("position-twice", f"{position} is a position of two issues", issue.span)
        position_of.update(issue.positions)
    yield from _unknown("the top", m.top, known)
    yield from _unknown("the thesis", [m.thesis] if m.thesis else [], known)
    yield from _unknown("expect", [i for ids in m.expect.values() for i in ids], known)
    yield from _choice("the map", "given", m.given)


def _argument_faults(a: Argument, statements: set[str], steps: set[str]) -> Iterator[Problem]:
    if (a.target is None) != (a.direction != "undercuts") or (a.target is None) == (a.conclusion is None):
        yield Problem("bad-direction", f"{a.id} needs a conclusion, or a target when it undercuts", a.span)
    if a.conclusion is not None:
        yield from _unknown(f"the argument {a.id}", [a.conclusion], statements)
    if a.target is not None and (a.target not in steps or a.target == a.id):
        yield Problem("unknown-reference", f"{a.id} undercuts {a.target}, which is no other argument", a.span)
    yield from _unknown(f"the argument {a.id}", [p.statement for p in a.premises], statements)
    if any(p.statement == a.conclusion for p in a.premises):
        yield Problem("own-premise", f"{a.conclusion} is its own premise in {a.id}", a.span)
    if a.strength is not None and not 0 <= a.strength <= 1:
        yield Problem("bad-number", f"the strength of {a.id} is not from 0 to 1", a.span)
    yield from _choice(a.id, "weigh", a.weigh)


def _unknown(where: str, ids: Sequence[str], known: set[str]) -> Iterator[Problem]:
    for name in ids:
        if name not in known:
            yield Problem("unknown-reference", f"{where} names {name}, which is no statement")


def _choice(where: str, name: str, value: str | None) -> Iterator[Problem]:
    if value is not None and value not in CHOICES[name]:
        yield Problem("bad-choice", f"{name} of {where} is {value}, not one of {', '.join(CHOICES[name])}")
