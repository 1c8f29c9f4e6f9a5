"""From what is shown of a map to the document of its outline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve

from argmap.languages import Language, language_of
from argmap.model import ArgumentMap
from argmap.outline_style import OutlineStyle
from argmap.render.evaluated import title
from argmap.render.outlines.cited import Citations, put, source_lines
from argmap.render.outlines.document import Document, Entry, Paragraph, Role, Run, Runs, Section, joined
from argmap.render.outlines.heard import speaker_lines
from argmap.render.outlines.lines import Lines
from argmap.render.outlines.numbers import numbered
from argmap.render.outlines.places import Place, places
from argmap.render.outlines.prose import paragraphs
from argmap.render.wording import flat, stopped
from argmap.selection import Shown, View, viewed

DEEPEST = 30
"""The level from which on lines stand no deeper, but say how deep they are."""


def compose(shown: Shown, style: OutlineStyle | None = None, deepest: int = DEEPEST) -> Document:
    """The outline of a map, or of what is shown of it, with each statement told once.

    ``deepest`` is the level (0 for roots) from which on entries are nested no further: those below it follow as
    entries of that level that say how deep they are.
    """
    view, style = viewed(shown), style or OutlineStyle()
    m = view.map
    language = language_of(style.language or m.language)
    numbers = numbered(m, style.numbers)
    return Document(
        title=m.title,
        style=style,
        language=language,
        spoken=m.language,
        author=m.author,
        date=m.date,
        question=m.question,
        summary=m.summary,
        shown=tuple(_shown(view, language)),
        rivalries=tuple(_rivalries(m, numbers, language)),
        sections=tuple(_sections(view, style, language, numbers, deepest)),
        speakers=() if style.style == "brief" else speaker_lines(m, numbers, language),
        sources=() if style.style == "brief" else source_lines(m, numbers, language),
    )


def _shown(view: View, language: Language) -> Iterator[Runs]:
    """By what it was evaluated, and how much of the map is shown."""
    judged = title(view.findings, language) if view.findings else ""
    told = view.told(language)
    told = stopped(told[:1].upper() + told[1:]) if told else ""
    if view.greyed:
        told = f"{told} {language.in_short}"
    if judged or told:
        yield (Run(" ".join(part for part in (judged, told) if part)),)


def _rivalries(m: ArgumentMap, numbers: Mapping[str, str], language: Language) -> Iterator[Runs]:
    """Each issue's question with its positions."""
    for issue in m.issues:
        positions: list[Runs] = []
        for id in issue.positions:
            called = Run(flat(m.statement(id).title).rstrip("."), Role.TITLE)
            if id in numbers:
                positions.append((Run(numbers[id], Role.REFERENCE, id), Run(" ("), called, Run(")")))
            else:
                positions.append((Run(language.quoted.format(called.text), Role.REFERENCE, id),))
        question = Run(flat(issue.question), Role.TEXT) if issue.question else Run(language.which)
        yield joined((question,), put(language.one_of, joined(*positions, by=f" {language.or_} ")))


def _sections(
    view: View, style: OutlineStyle, language: Language, numbers: Mapping[str, str], deepest: int
) -> Iterator[Section]:
    """One section for each root."""
    citations = Citations(view.map, style, language)
    lines = Lines(view, style, language, numbers, citations)
    told: set[str] = set()
    for found in _by_root(view.map):
        body: tuple[Entry | Paragraph, ...]
        if style.style == "prose":
            body = tuple(paragraphs(found, lines, told))
        else:
            body = _nested(_lines(found, lines), language, deepest)
        yield Section(body, citations.take_notes())


def _by_root(m: ArgumentMap) -> Iterator[list[Place]]:
    """The places of each root."""
    found: list[Place] = []
    for place in places(m):
        if place.argument is None and found:
            yield found
            found = []
        found.append(place)
    if found:
        yield found


def _lines(found: Iterable[Place], lines: Lines) -> Iterator[tuple[int, Entry]]:
    """The lines of a root, each with its depth."""
    for depth, statement, argument, first, is_new in found:
        if argument is None:
            assert statement is not None
            yield depth, lines.root(statement)
        elif statement is None:
            yield depth, lines.nothing(argument)
        else:
            if is_new and len(argument.premises) > 1:
                yield depth - 1, lines.group(argument)
            yield depth, lines.premise(statement, argument, not first, is_new)


def _nested(found: Iterable[tuple[int, Entry]], language: Language, deepest: int) -> tuple[Entry, ...]:
    """Lines below those that they belong to."""
    open_at: list[tuple[Entry, list[Entry]]] = []  # the last entry of each level, with those below it
    done: list[Entry] = []

    def close(level: int) -> None:
        while len(open_at) > level:
            entry, below = open_at.pop()
            (open_at[-1][1] if open_at else done).append(evolve(entry, below=tuple(below)) if below else entry)

    for depth, entry in found:
        if depth > deepest:
            entry = evolve(entry, lead=_at_level(language.level.format(depth), entry.lead))
        close(min(depth, deepest))
        open_at.append((entry, []))
    close(0)
    return tuple(done)


def _at_level(level: str, lead: Runs) -> Runs:
    """What leads to a line, with how deep it is."""
    if lead and lead[0].role is Role.LEAD:
        return (lead[0]._replace(text=f"{level} {lead[0].text}"), *lead[1:])
    return joined((Run(level, Role.LEAD),), lead)
