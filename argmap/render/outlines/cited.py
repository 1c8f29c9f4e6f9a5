"""The sources of an outline: what cites them, in brackets or in notes, and the list of them at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from argmap.languages import Language
from argmap.model import Argument, ArgumentMap, Citation, Source, Statement
from argmap.outline_style import OutlineStyle
from argmap.render.bibliography import bibliography_entry
from argmap.render.outlines.document import Note, Quote, Role, Run, Runs, SourceLine, joined
from argmap.render.wording import flat, stopped

_OPEN, _CLOSE = Run("["), Run("]")


class Citations:
    """Tells citations one after the other, and gathers the notes that they become."""

    def __init__(self, m: ArgumentMap, style: OutlineStyle, language: Language) -> None:
        self._map = m
        self._language = language
        self._blocks = style.quotes == "blocks"
        self._noted = style.sources != "inline"
        self._numbers = {s.key: n for n, s in enumerate(m.sources, 1)}
        self._count = 0
        self._told: set[str] = set()
        self.notes: list[Note] = []

    def of(self, thing: Statement | Argument) -> tuple[Runs, tuple[Quote, ...]]:
        """What stands in the line, in brackets or as the mark of a note, and the quotes that stand below it."""
        below = [c for c in thing.citations if c.quote and self._blocks]
        inside = [c for c in thing.citations if not (c.quote and self._blocks)]
        line = self._told_of(inside) if inside else ()
        return line, tuple(Quote(flat(c.quote or ""), self._told_of([c])) for c in below)

    def _told_of(self, citations: Sequence[Citation]) -> Runs:
        if self._noted:
            self._count += 1
            told = joined(*(self._with_title(c) for c in citations), by="; ")
            last = told[-1].text.rstrip("”“’\"')")
            stop = () if last.endswith((".", "!", "?", "…")) else (Run("."),)
            self.notes.append(Note(self._count, told + stop))
            return (Run(str(self._count), Role.MARK, str(self._count)),)
        told = joined(*(self._with_number(c) for c in citations), by="; ")
        return tuple(run._replace(role=Role.CITED) if run.role is Role.PLAIN else run for run in (_OPEN, *told, _CLOSE))

    def _with_number(self, c: Citation) -> Runs:
        return (Run(str(self._numbers[c.source]), Role.SOURCE, c.source), *self._rest(c))

    def _with_title(self, c: Citation) -> Runs:
        """A source in full where it is told for the first time, by its title later on."""
        source = self._map.source(c.source)
        words = source.title.strip().rstrip(".") if c.source in self._told else bibliography_entry(source)
        self._told.add(c.source)
        return (Run(flat(words), Role.TITLE), *self._rest(c))

    def _rest(self, c: Citation) -> Iterator[Run]:
        if c.at:
            yield from (Run(", "), Run(flat(c.at), Role.PLACE))
        if c.credibility:
            said = self._language.credibility.format(c.credibility, self._language.credibilities[c.credibility])
            yield Run(f" ({said})")
        if c.quote and not self._blocks:
            yield from (Run(": "), Run(self._language.quoted.format(flat(c.quote)), Role.QUOTE))

    def take_notes(self) -> tuple[Note, ...]:
        """The notes since the last time."""
        found, self.notes = tuple(self.notes), []
        return found


def source_lines(m: ArgumentMap, numbers: Mapping[str, str], language: Language) -> tuple[SourceLine, ...]:
    """The sources in their order, with each place that is cited in the order of the text, and what cites it there."""
    places: dict[str, dict[str, dict[str, None]]] = {s.key: {} for s in m.sources}
    seen: set[str] = set()
    for statement, argument, _, first in m.walk():
        things: list[Statement | Argument] = [m.statement(statement)] if statement is not None and first else []
        if argument is not None and argument.id not in seen:
            seen.add(argument.id)
            things.append(argument)
        for citation in (c for thing in things for c in thing.citations):
            cited = places[citation.source].setdefault(flat(citation.at or ""), {})
            if statement is not None:
                cited[statement] = None
    return tuple(SourceLine(n, s, _line(s, places[s.key], numbers, language)) for n, s in enumerate(m.sources, 1))


def _line(source: Source, places: dict[str, dict[str, None]], numbers: Mapping[str, str], language: Language) -> Runs:
    rated = source.get("reliability")
    known = language.reliabilities.get(rated or "")
    told = language.reliability.format(rated, known) if known else ""
    title: Runs = (Run(stopped(bibliography_entry(source)), Role.TEXT),)
    return joined(title, (Run(told),) if told else (), _cited(places, numbers, language))


def _cited(places: dict[str, dict[str, None]], numbers: Mapping[str, str], language: Language) -> Runs:
    if not places:
        return (Run(language.not_cited),)
    told = []
    for at in sorted(places, key=_natural):
        place = Run(at, Role.PLACE) if at else Run(language.as_a_whole)
        named = [(Run(numbers[s], Role.REFERENCE, s),) for s in places[at] if s in numbers]
        told.append(put(language.cited_in, (place,), joined(*named, by=", ")) if named else (place,))
    return put(language.cited, joined(*told, by="; "))


def put(pattern: str, *parts: Runs, role: Role = Role.PLAIN) -> Runs:
    """A pattern with runs in its places; its own words have the role."""
    words = pattern.split("{}")
    found: list[Run] = []
    for n, word in enumerate(words):
        if bare := word.strip():
            before, after = word[: word.index(bare)], word[word.index(bare) + len(bare) :]
            found += [Run(before)] * bool(before) + [Run(bare, role)] + [Run(after)] * bool(after)
        elif word:
            found.append(Run(word))
        if n < len(words) - 1:
            found += parts[n]
    return tuple(found)


def _natural(at: str) -> list[tuple[int, int, str]]:
    """Places as they follow each other in a text: para. 2 before para. 10."""
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in re.split(r"(\d+)", at)]
