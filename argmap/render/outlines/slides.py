"""The outline as slides: one for each step with its premises, and no more on it than there is room for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil
from typing import NamedTuple

from argmap.render.outlines.document import Document, Entry, Note, Paragraph, Role, Run, Runs, joined, plain
from argmap.render.wording import flat, stopped

ROOM, LINE = 12.5, 58
"""How many lines have room on a slide, and about how many letters are on each."""
_DEEPEST = 3
_SHORTER = 4
"""How many letters fewer are on the lines of each level."""
_BETWEEN = 0.3
"""The space above each line."""
_TITLE = 80
_BESIDE = (Role.CITED, Role.SOURCE, Role.PLACE, Role.QUOTE, Role.MARK)


class Line(NamedTuple):
    """Words with the level on which they stand: 0 for what the slide is about."""

    level: int
    runs: Runs


class Slide(NamedTuple):
    """A title, the lines below it, and what the speaker has to hand: sources, quotes, notes."""

    title: str
    lines: tuple[Line, ...]
    spoken: tuple[Runs, ...] = ()


def slides(document: Document) -> list[Slide]:
    """The slides of an outline, without the first, which has its title."""
    return list(_Deck(document).slides())


class _Deck:
    """Makes the slides of one document."""

    def __init__(self, document: Document) -> None:
        self._d = document
        self._notes: dict[str, Note] = {str(note.number): note for note in document.notes}

    def slides(self) -> Iterator[Slide]:
        d = self._d
        about = [(Run(stopped(d.summary)),)] if d.summary else []
        title = _cut(flat(d.title), _TITLE)
        yield from _filled(title, [Line(0, runs) for runs in (*about, *d.introduction)])
        for section in d.sections:
            for part in section.body:
                if isinstance(part, Entry):
                    yield from self._of(part, "")
                else:
                    spoken = self._spoken(part.runs, part)
                    yield from _filled(title, [Line(0, _bare(part.runs))], spoken)
        yield from _filled(d.language.speakers, [Line(0, s.runs) for s in d.speakers])
        yield from _filled(d.language.sources, [Line(0, (Run(f"[{s.number}] "), *s.runs)) for s in d.sources])

    def _of(self, entry: Entry, above: str) -> Iterator[Slide]:
        """The slides of an entry and of all that is below it; ``above`` is the title of the slide before."""
        title = _title(entry) or above
        shown = next((way for way in _ways(entry) if _cost(_lines(way)) <= ROOM), _ways(entry)[-1])
        spoken = [runs for one, _, is_short in shown if not is_short for runs in self._spoken(one.line, one)]
        yield from _filled(title, _lines(shown), spoken)
        there = {id(one) for one, _, _ in shown}
        for one, _, _ in shown[1:]:
            if not all(id(below) in there for below in one.below):
                yield from self._of(one, title)

    def _spoken(self, line: Runs, part: Entry | Paragraph) -> list[Runs]:
        """What is said beside a line: whence it is, quotes, notes and tags."""
        number = part.number if isinstance(part, Entry) else ""
        quotes: list[Runs] = [(Run(self._d.language.quoted.format(q.text)), Run(" "), *q.cited) for q in part.quotes]
        inside: Runs = tuple(run for run in line if run.role in _BESIDE and run.role is not Role.MARK)
        marks = [run.to for one in (line, *quotes) for run in one if run.role is Role.MARK]
        notes = [self._notes[mark].runs for mark in marks if mark in self._notes]
        told = [runs for runs in (inside, *map(_bare_of_marks, quotes), *notes, *part.remarks) if runs]
        return [joined((Run(f"({number})"),), runs) if number else runs for runs in told]


_Shown = list[tuple[Entry, int, bool]]
"""Entries with the levels on which they stand, and whether they are told in short."""


def _ways(entry: Entry) -> list[_Shown]:
    """What may be shown of an entry on its slide, the best first: all, all of the next steps, their titles."""
    opened: _Shown = [(entry, 0, False)]
    titled: _Shown = [(entry, 0, False)]
    closed: _Shown = [(entry, 0, False)]
    for one in entry.below:
        is_group = one.statement is None
        opened.append((one, 1, False))
        titled.append((one, 1, _goes_on(one) and not is_group))
        closed.append((one, 1, _goes_on(one)))
        if is_group:
            opened += [(below, 2, False) for below in one.below]
            titled += [(below, 2, _goes_on(below)) for below in one.below]
    whole = list(_everything(entry, 0))
    ways = [opened, titled, closed]
    return [whole, *ways] if all(level <= _DEEPEST for _, level, _ in whole) else ways


def _goes_on(entry: Entry) -> bool:
    """Whether its title is enough where it is told in full on a slide of its own."""
    return bool(entry.below) and not entry.is_reference


def _everything(entry: Entry, level: int) -> Iterator[tuple[Entry, int, bool]]:
    yield entry, level, False
    for below in entry.below:
        yield from _everything(below, level + 1)


def _lines(shown: _Shown) -> list[Line]:
    return [Line(level, _in_short(one) if is_short else _bare(one.line)) for one, level, is_short in shown]


def _in_short(entry: Entry) -> Runs:
    """What leads to a statement, and its title alone."""
    if entry.statement is None:
        return (*entry.lead, Run(" …"))
    title = _cut(flat(entry.statement.title).rstrip("."), LINE)
    number = tuple(run for run in entry.said if run.role is Role.NUMBER)
    return joined(entry.lead, number, (Run(f"{title} …" if not title.endswith("…") else title, Role.LABEL),))


def _bare(runs: Runs) -> Runs:
    """A line without its citations, which the speaker has."""
    found: list[Run] = []
    for run in runs:
        is_double = run.text == " " and (not found or found[-1].text.endswith(" "))
        if run.role not in _BESIDE and not is_double:
            found.append(run)
    while found and not found[-1].text.strip():
        found.pop()
    return tuple(found)


def _bare_of_marks(runs: Runs) -> Runs:
    return tuple(run for run in runs if run.role is not Role.MARK)


def _title(entry: Entry) -> str:
    """What the slide of an entry is called; empty for a step that only leads to its premises."""
    if entry.statement is None:
        return ""
    if entry.is_reference:
        return _cut(plain(entry.said), _TITLE)
    title = _cut(flat(entry.statement.title).rstrip("."), _TITLE)
    if entry.argument is None:
        return f"{plain(run for run in entry.lead if run.role is not Role.NUMBER).strip()} {title}"
    number = f"({entry.number}) " if any(run.role is Role.NUMBER for run in entry.said) else f"{entry.number} ".lstrip()
    return f"{number}{title}"


def _cut(text: str, most: int) -> str:
    """A text that is no longer than so many letters, at the end of a word where that can be."""
    if len(text) <= most:
        return text
    return f"{(text[:most].rsplit(' ', 1)[0] or text[:most]).rstrip(' ,;:.')} …"


def _cost_of(line: Line) -> float:
    return max(1, ceil(len(plain(line.runs)) / (LINE - _SHORTER * line.level))) + _BETWEEN


def _cost(lines: Iterable[Line]) -> float:
    return sum(map(_cost_of, lines))


def _filled(title: str, lines: list[Line], spoken: Iterable[Runs] = ()) -> Iterator[Slide]:
    """As many slides as the lines need, the first with what is spoken; none without lines."""
    pages: list[list[Line]] = [[]]
    for piece in [piece for line in lines for piece in _pieces(line)]:
        if pages[-1] and _cost(pages[-1]) + _cost_of(piece) > ROOM:
            pages.append([])
        pages[-1].append(piece)
    for number, page in enumerate(page for page in pages if page):
        of = f" ({number + 1}/{len(pages)})" if len(pages) > 1 else ""
        yield Slide(f"{title}{of}", tuple(page), tuple(spoken) if number == 0 else ())


def _pieces(line: Line) -> Iterator[Line]:
    """A line in pieces of which each has room on a slide."""
    most = int((ROOM - 2) * (LINE - _SHORTER * line.level))
    piece: list[Run] = []
    length = 0
    for run in line.runs:
        rest = run.text
        while length + len(rest) > most:
            room = most - length
            cut = rest.rfind(" ", 0, room) + 1 or (room if not piece or len(rest) > most else 0)
            yield Line(line.level, (*piece, run._replace(text=rest[:cut])))
            piece, length, rest = [], 0, rest[cut:]
        piece.append(run._replace(text=rest))
        length += len(rest)
    if piece:
        yield Line(line.level, tuple(piece))
