"""The outline as OPML 2.0, which programs for outlines open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.render.markup import escaped
from argmap.render.outlines.document import Document, Entry, Paragraph, Role, Runs
from argmap.render.wording import flat, stopped


def to_opml(document: Document) -> str:
    """An outline in OPML, after http://opml.org/spec2.opml; its text is plain, not HTML.

    The title is the one line at the top. What stands beside a line (quotes, notes, tags) is its ``_note``, as most
    programs have it, each on a line of its own; so are the notes of sources.
    """
    d = document
    about = [part for part in (d.question, d.summary and stopped(d.summary)) if part]
    note = [flat(part) for part in about] + [_plain(runs) for runs in d.introduction]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        "  <head>",
        f"    <title>{escaped(flat(d.title))}</title>",
        *([f"    <ownerName>{escaped(flat(d.author))}</ownerName>"] if d.author else []),
        "  </head>",
        "  <body>",
        *_line(d.title, note, _parts(d), 2),
        "  </body>",
        "</opml>",
    ]
    return "\n".join(lines) + "\n"


_Line = tuple[str, list[str], Iterable["_Line"]]
"""The words of a line, its notes, and the lines below it."""


def _parts(d: Document) -> Iterator[_Line]:
    notes = {str(note.number): f"[{note.number}] {_plain(note.runs)}" for note in d.notes}
    for section in d.sections:
        for part in section.body:
            yield _entry(part, d, notes) if isinstance(part, Entry) else _paragraph(part, d, notes)
    if d.speakers:
        yield d.language.speakers, [], ((_plain(s.runs), [], ()) for s in d.speakers)
    if d.sources:
        yield d.language.sources, [], ((f"[{s.number}] {_plain(s.runs)}", [], ()) for s in d.sources)


def _entry(entry: Entry, d: Document, notes: dict[str, str]) -> _Line:
    below = (_entry(one, d, notes) for one in entry.below)
    return _plain(entry.line), _beside(entry.line, entry, d, notes), below


def _paragraph(part: Paragraph, d: Document, notes: dict[str, str]) -> _Line:
    return _plain(part.runs), _beside(part.runs, part, d, notes), ()


def _beside(runs: Runs, part: Entry | Paragraph, d: Document, notes: dict[str, str]) -> list[str]:
    """What is said beside a line: remarks, quotes that stand as blocks, and the notes whose marks are in it."""
    quotes = [quote.told(d.language) for quote in part.quotes]
    marks = [run.to for line in (runs, *part.remarks, *quotes) for run in line if run.role is Role.MARK]
    return [_plain(line) for line in (*part.remarks, *quotes)] + [notes[mark] for mark in marks if mark in notes]


def _plain(runs: Runs) -> str:
    """The words of runs in one line, marks of notes in brackets."""
    return flat("".join(f"[{run.text}]" if run.role is Role.MARK else run.text for run in runs))


def _line(words: str, notes: list[str], below: Iterable[_Line], level: int) -> Iterator[str]:
    indent = "  " * level
    note = f' _note="{"&#10;".join(map(escaped, notes))}"' if notes else ""
    inside = [line for one in below for line in _line(*one, level + 1)]
    start = f'{indent}<outline text="{escaped(flat(words))}"{note}'
    yield f"{start}>" if inside else f"{start}/>"
    yield from inside
    if inside:
        yield f"{indent}</outline>"
