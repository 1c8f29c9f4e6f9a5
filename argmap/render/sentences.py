"""The argument in nested words, before it becomes text or Markdown: because, but, unless; each statement once."""

from __future__ import annotations

import re
from typing import NamedTuple

from argmap.model import Argument, ArgumentMap, Direction, Source, Statement
from argmap.render.evaluated import aloud
from argmap.render.wording import Wording
from argmap.selection import View


class Entry(NamedTuple):
    """One line of an outline.

    ``lead`` are the words before it (because, and, unless perhaps …), ``number`` is that of its statement, which is
    None for a line that only leads to those below it, whose words are ``words``; ``again`` marks a reference to a
    statement that stands elsewhere; ``since`` is the warrant of the step. ``more`` says what is left out there, and
    ``greyed`` that the statement only leads up to what was asked for; ``found`` what an evaluation says, in brackets.
    """

    depth: int
    lead: str
    statement: Statement | None = None
    number: int = 0
    again: bool = False
    words: str = ""
    since: str = ""
    more: str = ""
    greyed: bool = False
    found: str = ""


DEEPEST = 30
"""The level from which on lines are not indented further, but say how deep they are."""


def entries(view: View) -> list[Entry]:
    """All that is shown, in reading order."""
    m = view.map
    numbers = {s.id: n for n, s in enumerate(m.reading_order(), 1)}
    wording = Wording(view.whole)
    found: list[Entry] = []
    depths: dict[str, int] = {}
    for visit in m.walk():
        argument = visit.argument
        if argument is None:
            assert visit.statement is not None
            is_position = bool(view.whole.rivals(visit.statement))
            lead = "Thesis" if visit.statement == view.whole.thesis else "Position" if is_position else "Claim"
            entry = Entry(0, lead, m.statement(visit.statement), numbers[visit.statement])
            found.append(_of_statement(view, entry._replace(found=_found(view, visit.statement, None))))
            depths[visit.statement] = 0
            continue
        new_group = argument.id not in depths
        above = depths[argument.conclusion or argument.target or ""]
        if new_group:
            depths[argument.id] = above + 1
        depth = depths[argument.id]
        since = _since(argument, wording)
        if visit.statement is None:
            lead = _with_qualifier(argument, _UNFOUNDED[argument.direction], m)
            step = _found(view, None, argument.id)
            found.append(Entry(depth, lead, since=since, more=view.mark(argument.id), found=step))
            continue
        more = view.mark(argument.id)
        if len(argument.premises) > 1:
            if new_group:
                lead = _with_qualifier(argument, _together(argument), m)
                step = _found(view, None, argument.id)
                found.append(Entry(depth, lead, words=_by(argument), since=since, more=more, found=step))
            lead, depth, since, more = "and" if not new_group else "", depth + 1, "", ""
        else:
            lead = _with_qualifier(argument, LEADS[argument.direction], m) + _by(argument)
        again = not visit.first
        entry = Entry(depth, lead, m.statement(visit.statement), numbers[visit.statement], again, "", since, more)
        single = argument.id if len(argument.premises) == 1 else None
        entry = entry._replace(found=_found(view, visit.statement, single))
        found.append(entry if again else _of_statement(view, entry))
        if visit.first:
            depths[visit.statement] = depth
    return [e if e.depth <= DEEPEST else e._replace(lead=f"(level {e.depth}) {e.lead}".rstrip()) for e in found]


def _of_statement(view: View, entry: Entry) -> Entry:
    """An entry with what is said of its statement beside its words."""
    assert entry.statement is not None
    more = ", ".join(mark for mark in (view.mark(entry.statement.id), entry.more) if mark)
    return entry._replace(more=more, greyed=entry.statement.id in view.greyed)


def _found(view: View, statement: str | None, argument: str | None) -> str:
    """What an evaluation says of a statement and of the step that it makes."""
    return aloud(view.findings, statement, argument) if view.findings else ""


_UNFOUNDED = {
    Direction.FOR: "because it is taken for granted.",
    Direction.AGAINST: "but it is denied without a reason.",
    Direction.UNDERCUTS: "unless something that is not named breaks the step.",
}
LEADS = {Direction.FOR: "because", Direction.AGAINST: "but", Direction.UNDERCUTS: "unless"}


def _together(argument: Argument) -> str:
    both = "both of these" if len(argument.premises) == 2 else "all of these"
    if argument.direction is Direction.AGAINST:
        return f"but {both} together speak against it"
    return f"{LEADS[argument.direction]} {both} hold together"


def _with_qualifier(argument: Argument, lead: str, m: ArgumentMap) -> str:
    perhaps = " perhaps" if m.is_possibility(argument) else ""
    return f"{argument.qualifier}, {lead}{perhaps}" if argument.qualifier else lead + perhaps


def _by(argument: Argument) -> str:
    return f", in the argument of {argument.by}," if argument.by else ""


def _since(argument: Argument, wording: Wording) -> str:
    return f"since {wording.continued(argument.warrant)}" if argument.warrant else ""


class SourceLine(NamedTuple):
    """A source with its number, and each place in it with the numbers of the statements that cite it."""

    number: int
    key: str
    title: str
    places: tuple[tuple[str, tuple[int, ...]], ...]


def source_lines(m: ArgumentMap) -> list[SourceLine]:
    """The sources in their order, places in the order of the text."""
    places: dict[str, dict[str, list[int]]] = {s.key: {} for s in m.sources}
    for number, statement in enumerate(m.reading_order(), 1):
        for citation in statement.citations:
            numbers = places[citation.source].setdefault(citation.at or "", [])
            if number not in numbers:
                numbers.append(number)
    return [SourceLine(n, s.key, bibliography_entry(s), _in_order(places[s.key])) for n, s in enumerate(m.sources, 1)]


def _in_order(places: dict[str, list[int]]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Places as they follow each other in a text: para. 2 before para. 10."""

    def natural(at: str) -> list[tuple[int, int, str]]:
        return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in re.split(r"(\d+)", at)]

    return tuple((at, tuple(places[at])) for at in sorted(places, key=natural))


BIBLIOGRAPHY = ("author", "title", "container-title", "publisher", "date", "url")
"""The fields of a source that stand in a bibliography, in their order."""


def bibliography_entry(source: Source) -> str:
    """A source as a bibliography names it."""
    author = (source.get("author") or "").translate({ord("{"): None, ord("}"): None})  # they hold a group together
    known = {**dict(source.fields), "title": source.title, "author": author}
    return ", ".join(known[name].strip().rstrip(".") for name in BIBLIOGRAPHY if known.get(name))


def rivalries(m: ArgumentMap) -> list[tuple[str, list[tuple[int, Statement]]]]:
    """Each issue's question with its positions and their numbers."""
    numbers = {s.id: n for n, s in enumerate(m.reading_order(), 1)}
    return [(i.question or "Which of these?", [(numbers[p], m.statement(p)) for p in i.positions]) for i in m.issues]
