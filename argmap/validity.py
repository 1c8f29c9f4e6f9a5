"""Why parts that were put together in Python are not a map."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from argmap.looks import Style
from argmap.naming import some_of
from argmap.problem import Problem

if TYPE_CHECKING:
    from argmap.model import Argument, ArgumentMap, Issue, Speaker, Statement

CHOICES: Mapping[str, tuple[str, ...]] = {
    "assume": ("accepted", "rejected", "undecided"),
    "standard": ("preponderance", "clear-and-convincing", "beyond-reasonable-doubt"),
    "weigh": ("linked", "convergent", "cumulative", "factorized"),
    "given": ("leaves", "evidence", "none"),
    "paragraphs": ("prose", "blocks", "lines"),
    "reliability": ("A", "B", "C", "D", "E", "F"),
    "credibility": ("1", "2", "3", "4", "5", "6"),
}
"""The words that a field of that name may hold."""

_NAME = re.compile(r"[\w.-]+")
_SURROGATE = re.compile("[\ud800-\udfff]")


def faults(m: ArgumentMap) -> Iterator[Problem]:
    """Every reason why the parts are not a map, for those who build one in Python."""
    yield from _name_faults((*m.statements, *m.arguments))
    statements = {s.id for s in m.statements}
    steps = {a.id for a in m.arguments}
    yield from _source_faults(m)
    yield from _speaker_faults(m.speakers)
    for s in m.statements:
        if not s.text.strip():
            yield Problem("empty-text", f"the statement {s.id} has no text", s.span)
        if _SURROGATE.search(f"{s.text}{s.label}{s.by}"):
            yield Problem(
                "control-character", f"the statement {s.id} has half a character, which no file can hold", s.span
            )
        if s.confidence is not None and not 0 <= s.confidence <= 1:
            yield Problem("bad-number", f"the confidence of {s.id} is not from 0 to 1", s.span)
        yield from _choice(s.id, "assume", s.assume)
        yield from _choice(s.id, "standard", s.standard)
    for a in m.arguments:
        yield from _argument_faults(a, statements, steps)
    yield from _circles(m.arguments)
    yield from _issue_faults(m.issues, statements)
    yield from _unknown("the top", m.top, statements)
    yield from _unknown("the thesis", [m.thesis] if m.thesis else [], statements)
    for label, ids in m.expect.items():
        if label not in CHOICES["assume"]:
            yield Problem("bad-choice", f"expect has {label}, not one of {', '.join(CHOICES['assume'])}")
        yield from _unknown("expect", ids, statements)
    yield from _choice("the map", "given", m.given)
    try:
        Style.of(m.style)
    except ValueError as error:
        yield Problem("bad-choice", f"in the style of the map, {error}")


def _name_faults(things: Sequence[Statement | Argument]) -> Iterator[Problem]:
    """Names that are missing or given twice; statements and arguments share one set."""
    bearer: dict[str, Statement | Argument] = {}
    for thing in things:
        if not thing.id:
            yield Problem("bad-name", "a statement or an argument has an empty id", thing.span)
        elif not _NAME.fullmatch(thing.id):
            message = f"the id {thing.id!r} is no name: letters, digits, `-`, `_` and `.` make one"
            yield Problem("bad-name", message, thing.span)
        other = bearer.setdefault(thing.id, thing)
        if other is not thing:
            # An id that nobody wrote cannot be searched for, so it is told where it comes from.
            made = next((t for t in (other, thing) if not t.named), None)
            hint = f"it was made up for {_shown(made)}; give that one an id of its own" if made else None
            yield Problem("duplicate-id", f"the id {thing.id} is given twice", thing.span, hint=hint)


def _shown(thing: Statement | Argument) -> str:
    text = " ".join(getattr(thing, "text", "").split())
    return f"the text “{text if len(text) <= 60 else text[:59] + '…'}”" if text else "a step"


def _source_faults(m: ArgumentMap) -> Iterator[Problem]:
    """Sources of the same key, and citations of none."""
    sources: set[str] = set()
    for source in m.sources:
        if source.key in sources:
            yield Problem("duplicate-id", f"the source {source.key} is given twice", source.span)
        sources.add(source.key)
        for name in ("paragraphs", "reliability"):
            yield from _choice(f"the source {source.key}", name, source.get(name))
        if source.bibliography is not None and source.bibliography not in m.bibliography:
            message = f"the source {source.key} is from {source.bibliography}, which is no bibliography of the map"
            yield Problem("unknown-source", message, source.span)
    things: tuple[Statement | Argument, ...] = (*m.statements, *m.arguments)
    for thing in things:
        for citation in thing.citations:
            if citation.source not in sources:
                yield Problem("unknown-source", f"{thing.id} cites {citation.source}, which is no source", thing.span)
            yield from _choice(f"a citation of {thing.id}", "credibility", citation.credibility)


def _speaker_faults(speakers: Iterable[Speaker]) -> Iterator[Problem]:
    """Speakers without a name that can be told from the others."""
    names: set[str] = set()
    for speaker in speakers:
        if not speaker.name.strip() or speaker.name != " ".join(speaker.name.split()):
            message = f"the name of the speaker {speaker.name!r} is no line of words with one space between them"
            yield Problem("bad-name", message, speaker.span)
        if speaker.name in names:
            yield Problem("duplicate-id", f"the speaker {speaker.name} is given twice", speaker.span)
        names.add(speaker.name)
        yield from _choice(f"the speaker {speaker.name}", "reliability", speaker.reliability)


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


def _circles(arguments: Iterable[Argument]) -> Iterator[Problem]:
    """Rings of undercutters: nobody would ever meet them, since every walk starts from a statement."""
    undercutters = {a.id: a for a in arguments if a.target is not None}
    passed: set[str] = set()
    for start in undercutters.values():
        way: list[str] = []
        here: Argument | None = start
        while here is not None and here.id not in passed:
            passed.add(here.id)
            way.append(here.id)
            here = undercutters.get(here.target or "")
        if here is not None and here.id in way and here.id != here.target:
            ring = way[way.index(here.id) :]
            message = f"undercutters that break only each other reach no statement: {', '.join(some_of(ring))}"
            hint = "let one of them undercut an argument on a statement"
            yield Problem("undercut-circle", message, here.span, hint=hint)


def _issue_faults(issues: Iterable[Issue], statements: set[str]) -> Iterator[Problem]:
    taken: set[str] = set()
    for issue in issues:
        yield from _unknown("an issue", issue.positions, statements)
        if len(set(issue.positions)) < 2:
            yield Problem("too-few-positions", "an issue needs two different positions", issue.span)
        own: set[str] = set()
        for position in issue.positions:
            if position in own:
                yield Problem("position-twice", f"{position} is a position twice in one issue", issue.span)
            elif position in taken:
                yield Problem("position-twice", f"{position} is a position of two issues", issue.span)
            own.add(position)
        taken |= own
        yield from _choice("an issue", "standard", issue.standard)


def _unknown(where: str, ids: Iterable[str], known: set[str]) -> Iterator[Problem]:
    for name in ids:
        if name not in known:
            yield Problem("unknown-reference", f"{where} names {name}, which is no statement")


def _choice(where: str, name: str, value: str | None) -> Iterator[Problem]:
    if value is not None and value not in CHOICES[name]:
        yield Problem("bad-choice", f"{name} of {where} is {value}, not one of {', '.join(CHOICES[name])}")
