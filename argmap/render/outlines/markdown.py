"""The outline as Markdown: nested lists that every reader of CommonMark shows alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from argmap.render.outlines.document import Document, Entry, Note, Paragraph, Role, Runs
from argmap.render.wording import stopped

_MARKS = {
    Role.LEAD: "**", Role.LABEL: "**", Role.SPEAKER: "*", Role.WARRANT: "*", Role.REMARK: "*",
}  # fmt: skip


def to_markdown(document: Document) -> str:
    """An outline in Markdown; all of its text is escaped. Footnotes are those of pandoc and of code hosts."""
    d = document
    by = ", ".join(escaped(part) for part in (d.author, d.date) if part)
    blocks = [f"# {escaped(d.title)}", _begun(by), f"*{escaped(d.question)}*" if d.question else ""]
    blocks += [_begun(escaped(stopped(d.summary)))] if d.summary else []
    blocks += [_block(runs, d) for runs in d.introduction]
    for section in d.sections:
        listed = [line for part in section.body if isinstance(part, Entry) for line in _lines(part, d, 0)]
        blocks.append("\n".join(listed))
        blocks += [_paragraph(part, d) for part in section.body if isinstance(part, Paragraph)]
        if d.style.sources == "footnotes":
            blocks.append("\n".join(f"[^{note.number}]: {_block(note.runs, d)}" for note in section.notes))
    if d.speakers:
        blocks += [f"## {d.language.speakers}", "\n".join(f"- {_block(s.runs, d)}" for s in d.speakers)]
    if d.style.sources == "endnotes" and d.notes:
        blocks += [f"## {d.language.notes}", "\n".join(_numbered(d.notes, d))]
    if d.sources:
        blocks += [f"## {d.language.sources}", "\n".join(_numbered([Note(s.number, s.runs) for s in d.sources], d))]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _numbered(notes: Iterable[Note], d: Document) -> Iterator[str]:
    for note in notes:
        yield f"{note.number}. {_block(note.runs, d)}"


def _lines(entry: Entry, d: Document, level: int) -> Iterator[str]:
    yield "  " * level + "- " + ("\n" + "  " * (level + 1)).join(_parts(entry.line, entry, d))
    for below in entry.below:
        yield from _lines(below, d, level + 1)


def _paragraph(part: Paragraph, d: Document) -> str:
    return "\n".join(_parts(part.runs, part, d))


def _parts(runs: Runs, part: Entry | Paragraph, d: Document) -> list[str]:
    """The lines of one block: its words, its remarks on lines of their own, its quotes."""
    said = "\\\n".join([_block(runs, d), *(_inline(remark, d) for remark in part.remarks)]).split("\n")
    return said + [f"> {_begun(escaped(quote.text))} {_inline(quote.cited, d)}" for quote in part.quotes]


def _block(runs: Runs, d: Document) -> str:
    """Runs at the beginning of a block."""
    return _begun(_inline(runs, d))


def _inline(runs: Runs, d: Document) -> str:
    told = []
    for role, same in groupby(runs, lambda run: run.role):
        if role is Role.MARK:
            note = "[^{}]" if d.style.sources == "footnotes" else "\\[{}\\]"
            told += [note.format(run.text) for run in same]
        else:
            words = "".join(run.text for run in same)
            mark = _MARKS.get(role, "") if words.strip() else ""
            told.append(f"{mark}{escaped(words)}{mark}" if mark else _escaped_as_is(words))
    return "".join(told)


def _begun(text: str) -> str:
    """A block of Markdown that does not begin like a list."""
    return re.sub(r"^(?:([-+])(?=\s|$)|(\d{1,9})([.)])(?=\s|$))", _harmless, text)


def _harmless(found: re.Match[str]) -> str:
    return f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}"


def escaped(text: str) -> str:
    """A text in one line that means itself in CommonMark and in the dialects of code hosts."""
    return _escaped_as_is(" ".join(text.split()))


def _escaped_as_is(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*_\[\]{}|~$#!@^])", r"\\\1", text)
