"""The outline as plain text: a hundred columns, to be read aloud."""

from __future__ import annotations

import re
import textwrap

from argmap.model import Statement
from argmap.render.evaluated import title
from argmap.render.sentences import DEEPEST, Entry, entries, rivalries, source_lines
from argmap.render.wording import heading, stopped
from argmap.selection import Shown, View, viewed

_COLUMNS = 100
_HELD = "\u00a0"
"""A space at which no line breaks."""
_LEAST = 40
"""Columns that stay for the words, however deep they stand."""


def to_text(shown: Shown) -> str:
    """A map, or what is shown of it, in nested words, with its sources."""
    view = viewed(shown)
    m = view.map
    blocks = [[m.title, "=" * min(len(m.title), _COLUMNS)]]
    blocks += [
        _wrapped(stopped(part) if part is m.summary else part, "", "") for part in (m.question, m.summary) if part
    ]
    blocks += [_wrapped(stopped(told), "", "")] if (told := introduced(view)) else []
    for question, positions in rivalries(m):
        names = [f"{number} ({s.title.rstrip('.')})" for number, s in positions]
        blocks.append(_wrapped(f"{question} At most one of these can stand: {' or '.join(names)}.", "", ""))
    sources = source_lines(m)
    numbers = {line.key: line.number for line in sources}
    body: list[str] = []
    for entry in entries(view):
        if entry.depth == 0:
            blocks.append(body)
            body = []
        body += _entry(entry, numbers)
    blocks.append(body)
    if sources:
        listed = [x for line in sources for x in _source(line.number, line.title, line.places)]
        blocks.append(["Sources", "-------", *listed])
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _wrapped(text: str, first: str, following: str) -> list[str]:
    room = max(_COLUMNS, len(following) + _LEAST)
    text = re.sub(r"(?:\[|(?<=; ))\d+, [^:;\]]*", lambda found: found[0].replace(" ", _HELD), " ".join(text.split()))
    wrapped = textwrap.wrap(
        text, room, initial_indent=first, subsequent_indent=following, break_long_words=False, break_on_hyphens=False
    )
    return [line.replace(_HELD, " ") for line in wrapped] or [first]


def _entry(entry: Entry, sources: dict[str, int]) -> list[str]:
    indent = " " * (3 * min(entry.depth, DEEPEST))
    if entry.statement is None:
        words = [entry.lead + entry.words.rstrip(","), entry.since]
        told = ", ".join(w for w in words if w) + (f" ({entry.more})" if entry.more else "")
        told += f" {entry.found}" if entry.found else ""
        return _wrapped(told if told.endswith(".") else told + ":", indent, indent + "  ")
    if entry.again:
        title = entry.statement.title.rstrip(".")
        tail = f", {entry.since}" if entry.since else ""
        more = f" ({entry.more})" if entry.more else ""
        more += f" {entry.found}" if entry.found else ""
        return _wrapped(f"{again(entry.lead, str(entry.number))} ({title}){tail}.{more}", indent, indent + "  ")
    lead = f"{entry.lead}:" if entry.depth == 0 else entry.lead
    if entry.greyed:
        parts = [lead, f"({entry.number})", f"{entry.statement.title.rstrip('.')} …"]
    else:
        parts = [lead, f"({entry.number})", spoken(entry.statement), cited(entry.statement, sources)]
        parts += [f"— {entry.since}."] if entry.since else []
    parts += [entry.found] if entry.found else []
    parts += [f"({entry.more})"] if entry.more else []
    return _wrapped(" ".join(p for p in parts if p), indent, indent + "  ")


def introduced(view: View) -> str:
    """What is shown of a map, and how it is to be read; empty for a whole map that was not evaluated."""
    judged = title(view.findings) if view.findings else ""
    if not view.is_part:
        return judged
    told = view.told()
    greyed = ". What only leads up to it is told in short, with …" if view.greyed else ""
    shown = f"{told[:1].upper()}{told[1:]}{greyed}"
    return f"{judged} {shown}" if judged else shown


def again(lead: str, number: str) -> str:
    """How to speak of a statement that stands elsewhere."""
    for word, phrase in (("because", "because of {}"), ("but", "but there is {}"), ("unless", "unless {} holds")):
        before, found, after = lead.rpartition(word)
        if found:
            return f"{before}{phrase.format(number)}{after}" if not after.startswith(",") else f"{lead} {number}"
    return f"{lead} {number}".strip()


def spoken(s: Statement) -> str:
    """A statement with its label and with who says it."""
    who = f"according to {s.by}: " if s.by else "left unsaid: " if s.implicit else ""
    if label := heading(s):
        return f"{label} {who[:1].upper()}{who[1:]}{stopped(s.text)}"
    return who + stopped(s.text)


def cited(s: Statement, sources: dict[str, int]) -> str:
    """The citations of a statement in brackets, sources by their numbers, with the words that are quoted."""
    places = []
    for c in s.citations:
        place = f"{sources[c.source]}, {c.at}" if c.at else str(sources[c.source])
        places.append(f"{place}: “{' '.join(c.quote.split())}”" if c.quote else place)
    return f"[{'; '.join(places)}]" if places else ""


def _source(number: int, title: str, places: tuple[tuple[str, tuple[int, ...]], ...]) -> list[str]:
    cites = [f"{at or 'as a whole'} in {', '.join(map(str, numbers))}" for at, numbers in places]
    tail = f" Cited: {'; '.join(cites)}." if cites else " Not cited."
    return _wrapped(f"[{number}] {stopped(title)}{tail}", "", "    ")
