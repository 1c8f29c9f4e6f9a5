"""The outline as plain text: a hundred columns, to be read aloud."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from argmap.render.outlines.document import Document, Entry, Paragraph, Quote, Role, Run, Runs, Section
from argmap.render.wording import flat, stopped

_COLUMNS = 100
_HELD = "\u00a0"
"""A space at which no line breaks."""
_LEAST = 40
"""Columns that stay for the words, however deep they stand."""
_INDENT = 3


def to_text(document: Document) -> str:
    """An outline in plain text, with a line end."""
    d = document
    by = ", ".join(flat(part) for part in (d.author, d.date) if part)
    blocks = [[flat(d.title), "=" * min(len(flat(d.title)), _COLUMNS)]]
    blocks += [_wrapped(part) for part in (by, d.question, d.summary and stopped(d.summary)) if part]
    blocks += [_told(runs) for runs in d.introduction]
    for section in d.sections:
        blocks += _section(section, d)
    if d.speakers:
        listed = [line for s in d.speakers for line in _told(s.runs, "", "    ")]
        blocks.append([*_heading(d.language.speakers), *listed])
    notes = [line for section in d.sections for line in _notes(section)]
    if notes and d.style.sources == "endnotes":
        blocks.append([*_heading(d.language.notes), *notes])
    if d.sources:
        has_numbers = d.style.sources == "inline"  # which notes have otherwise: no number shall mean two things
        first, following = ("[{}] ", "    ") if has_numbers else ("- ", "  ")
        listed = [line for s in d.sources for line in _told(s.runs, first.format(s.number), following)]
        blocks.append([*_heading(d.language.sources), *listed])
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _heading(words: str) -> list[str]:
    return [words, "-" * len(words)]


def _section(section: Section, d: Document) -> Iterator[list[str]]:
    for part in section.body:
        if isinstance(part, Entry):
            yield list(_lines(part, d, 0))
        else:
            yield [*_told(part.runs), *_beside(part, d, "  ")]
    if d.style.sources == "footnotes":
        yield list(_notes(section))


def _lines(entry: Entry, d: Document, level: int) -> Iterator[str]:
    indent = " " * (_INDENT * level)
    yield from _told(entry.line, indent, indent + "  ")
    yield from _beside(entry, d, indent + "    ")
    for below in entry.below:
        yield from _lines(below, d, level + 1)


def _beside(part: Entry | Paragraph, d: Document, indent: str) -> Iterator[str]:
    """Remarks, and quotes that stand as blocks."""
    for remark in part.remarks:
        yield from _told(remark, indent, indent)
    for quote in part.quotes:
        yield from _told(_quote(quote, d), indent, indent)


def _quote(quote: Quote, d: Document) -> Runs:
    return (Run(d.language.quoted.format(quote.text), Role.QUOTE), Run(" "), *quote.cited)


def _notes(section: Section) -> Iterator[str]:
    for note in section.notes:
        yield from _told(note.runs, f"[{note.number}] ", "    ")


def _told(runs: Runs, first: str = "", following: str = "") -> list[str]:
    return _wrapped("".join(_words(runs)), first, following)


def _words(runs: Iterable[Run]) -> Iterator[str]:
    """The words of runs, with places in sources held together with the number of the source."""
    held = False
    for run in runs:
        if run.role is Role.MARK:
            yield f"[{run.text}]"
        elif run.role is Role.PLACE or (held and run.text == ", "):
            yield run.text.replace(" ", _HELD)
        else:
            yield run.text
        held = run.role is Role.SOURCE


def _wrapped(text: str, first: str = "", following: str = "") -> list[str]:
    room = max(_COLUMNS, len(following) + _LEAST)
    text = " ".join(text.replace(_HELD, "\ue000").split()).replace("\ue000", _HELD)
    wrapped = textwrap.wrap(
        text, room, initial_indent=first, subsequent_indent=following, break_long_words=False, break_on_hyphens=False
    )
    return [line.replace(_HELD, " ") for line in wrapped] or [first]
