"""Who says what: the statements and steps of a map by those who assert them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from argmap.model import Argument, ArgumentMap, Speaker, Statement
from argmap.ratings import suggested
from argmap.render.sources.listing import RELIABILITY, VERSION
from argmap.render.sources.sections import Item, Section
from argmap.render.wording import flat, stopped


def speakers(m: ArgumentMap) -> dict[str | None, list[Statement | Argument]]:
    """What each speaker says, in reading order, then who is listed and says nothing; under None what nobody says."""
    found: dict[str | None, list[Statement | Argument]] = {}
    for s in m.reading_order():
        found.setdefault(_name(m, s.by), []).append(s)
    for a in m.arguments:
        if a.by is not None:
            found.setdefault(_name(m, a.by), []).append(a)
    for speaker in m.speakers:
        found.setdefault(speaker.name, [])
    return {**{by: said for by, said in found.items() if by is not None}, None: found.get(None, [])}


def _name(m: ArgumentMap, by: str | None) -> str | None:
    """What a speaker is called: as under `speakers`, which may have other spaces than `by`."""
    speaker = m.speaker(by)
    return speaker.name if speaker else by


def sections(m: ArgumentMap) -> Iterator[Section]:
    """The speakers as a list, with what is told of them; of what nobody else says, how much is implicit."""
    for by, said in speakers(m).items():
        if by is not None:
            remarks = tuple(_remarks(m.speaker(by), bool(said)))
            yield Section(by, remarks, tuple(Item(_sides(m, thing), _words(m, thing)) for thing in said))
        elif said:
            implicit = sum(thing.implicit for thing in said)
            left_out = f", {implicit} of them implicit" if implicit else ""
            yield Section("Nobody but the map", (f"{len(said)} statement{'' if len(said) == 1 else 's'}{left_out}.",))


def _remarks(speaker: Speaker | None, is_heard: bool) -> Iterator[str]:
    """What is told of a speaker under `speakers`."""
    if speaker is None:
        return
    if speaker.description:
        who = stopped(flat(speaker.description))
        yield who[:1].upper() + who[1:]
    if speaker.reliability:
        yield f"Reliability {speaker.reliability}: {RELIABILITY[speaker.reliability]}."
    if speaker.note:
        yield stopped(flat(speaker.note))
    if speaker.url:
        yield flat(speaker.url)
    if not is_heard:
        yield "Says nothing in this map."


def _sides(m: ArgumentMap, thing: Statement | Argument) -> str:
    if isinstance(thing, Statement):
        return " and ".join(sorted(m.sides(thing.id), reverse=True))
    return "step"


def _words(m: ArgumentMap, thing: Statement | Argument) -> str:
    line = f" (line {thing.span.line})" if thing.span else ""
    if isinstance(thing, Statement):
        value = suggested(m, thing) if (speaker := m.speaker(thing.by)) and speaker.reliability else None
        if value is not None and thing.confidence is not None:
            rated = f"; confidence {thing.confidence:g}, ratings suggest {value:g})"
            line = f"{line[:-1]}{rated}" if line else f" ({rated[2:]}"
        return f"{thing.text}{line}"
    premises = " and ".join(m.statement(p.statement).title for p in thing.premises) or "what is taken for granted"
    above = m.statement(thing.conclusion).title if thing.conclusion else f"the step {thing.target}"
    word = {"for": "supports", "against": "speaks against", "undercuts": "breaks"}[str(thing.direction)]
    return f"“{premises}” {word} “{above}”{line}"


def data(m: ArgumentMap) -> dict[str, Any]:
    """The speakers as plain data."""
    return {
        "version": VERSION,
        "title": m.title,
        "speakers": [
            {
                "by": by,
                **_known(m.speaker(by)),
                "statements": [thing.id for thing in said if isinstance(thing, Statement)],
                "arguments": [thing.id for thing in said if isinstance(thing, Argument)],
            }
            for by, said in speakers(m).items()
        ],
    }


def _known(speaker: Speaker | None) -> dict[str, str | None]:
    """What is told of a speaker, null where it is nothing."""
    return {name: getattr(speaker, name, None) for name in ("description", "reliability", "url", "note")}
