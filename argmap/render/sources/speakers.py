"""Who says what: the statements and steps of a map by those who assert them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from argmap.model import Argument, ArgumentMap, Statement
from argmap.render.sources.listing import VERSION
from argmap.render.sources.sections import Item, Section


def speakers(m: ArgumentMap) -> dict[str | None, list[Statement | Argument]]:
    """What each speaker says, in reading order; under None what nobody says but the map's author."""
    found: dict[str | None, list[Statement | Argument]] = {}
    for s in m.reading_order():
        found.setdefault(s.by, []).append(s)
    for a in m.arguments:
        if a.by is not None:
            found.setdefault(a.by, []).append(a)
    return {**{by: said for by, said in found.items() if by is not None}, None: found.get(None, [])}


def sections(m: ArgumentMap) -> Iterator[Section]:
    """The speakers as a list; of what nobody else says, how much is implicit."""
    for by, said in speakers(m).items():
        if by is not None:
            yield Section(by, (), tuple(Item(_sides(m, thing), _words(m, thing)) for thing in said))
        elif said:
            implicit = sum(thing.implicit for thing in said)
            left_out = f", {implicit} of them implicit" if implicit else ""
            yield Section("Nobody but the map", (f"{len(said)} statement{'' if len(said) == 1 else 's'}{left_out}.",))


def _sides(m: ArgumentMap, thing: Statement | Argument) -> str:
    if isinstance(thing, Statement):
        return " and ".join(sorted(m.sides(thing.id), reverse=True))
    return "step"


def _words(m: ArgumentMap, thing: Statement | Argument) -> str:
    line = f" (line {thing.span.line})" if thing.span else ""
    if isinstance(thing, Statement):
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
                "statements": [thing.id for thing in said if isinstance(thing, Statement)],
                "arguments": [thing.id for thing in said if isinstance(thing, Argument)],
            }
            for by, said in speakers(m).items()
        ],
    }
