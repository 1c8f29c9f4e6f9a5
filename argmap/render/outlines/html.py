"""The outline as a web page without any script, or as a fragment for another page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from argmap.languages import known_tag
from argmap.render.links import link
from argmap.render.markup import escaped
from argmap.render.one_file import fingerprint, held
from argmap.render.outlines.document import (
    Document,
    Entry,
    Note,
    Paragraph,
    Role,
    Run,
    Runs,
    Section,
    SourceLine,
)  # fmt: skip
from argmap.render.outlines.markup import inline
from argmap.render.wording import flat, stopped


def to_html(document: Document) -> str:
    """An outline as a whole page, or as one element when its style asks for a fragment.

    Every class and id begins with ``argmap-``; a page may do nothing but use its own style sheet.
    """
    told = _Told(document)
    if document.style.fragment:
        return "\n".join(told.main("div")) + "\n"
    style = "\n" + held("argmap.render.outlines", "outline.css")
    policy = f"default-src 'none'; style-src {fingerprint(style)}; base-uri 'none'; form-action 'none'"
    skip = [("argument", document.language.to_argument)]
    skip += [("sources", document.language.to_sources)] if document.sources else []
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{told.spoken}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="generator" content="argmap">',
        *([f'<meta name="author" content="{escaped(flat(document.author))}">'] if document.author else []),
        *([f'<meta name="description" content="{escaped(flat(document.summary))}">'] if document.summary else []),
        f"<title>{escaped(flat(document.title))}</title>",
        f"<style>{style}</style>",
        "</head>",
        "<body>",
        f'<nav aria-label="{document.language.skip}"{told.ours}>',
        *(f'<a class="argmap-skip" href="#argmap-{name}">{words}</a>' for name, words in skip),
        "</nav>",
        *told.main("main"),
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


class _Told:
    """Writes one outline."""

    def __init__(self, document: Document) -> None:
        self._document = d = document
        self.spoken = known_tag(flat(d.spoken or "")) or d.language.tag
        self._other = "" if self.spoken.split("-")[0].casefold() == d.language.tag else d.language.tag
        self.ours = f' lang="{self._other}"' if self._other else ""
        self._heading = 2 if d.style.fragment else 1
        self._marked: set[str] = set()

    def main(self, tag: str) -> Iterator[str]:
        """The element that holds the whole outline."""
        d = self._document
        yield f'<{tag} class="argmap-outline" lang="{self.spoken}">'
        yield "<header>"
        yield self._headline(d.title, 0)
        by = ", ".join(f"<bdi>{escaped(flat(part))}</bdi>" for part in (d.author, d.date) if part)
        yield from [f'<p class="argmap-by">{by}</p>'] if by else []
        yield from [f'<p class="argmap-question" dir="auto">{escaped(flat(d.question))}</p>'] if d.question else []
        yield from [f'<p dir="auto">{escaped(stopped(d.summary))}</p>'] if d.summary else []
        yield from (f'<p class="argmap-shown"{self.ours}>{self._inline(runs)}</p>' for runs in d.shown)
        yield from (f"<p>{self._inline(runs)}</p>" for runs in d.rivalries)
        yield "</header>"
        yield '<div id="argmap-argument" tabindex="-1">'
        for section in d.sections:
            yield from self._section(section)
        yield "</div>"
        if d.speakers:
            yield '<section class="argmap-speakers" aria-labelledby="argmap-speakers">'
            yield self._headline(d.language.speakers, 1, "argmap-speakers", self.ours)
            yield "<ul>"
            yield from (f"<li>{self._with_link(line.runs, line.speaker.url)}</li>" for line in d.speakers)
            yield "</ul>"
            yield "</section>"
        if d.notes and d.style.sources == "endnotes":
            yield '<section role="doc-endnotes" aria-labelledby="argmap-notes">'
            yield self._headline(d.language.notes, 1, "argmap-notes", self.ours)
            yield from self._notes(d.notes)
            yield "</section>"
        if d.sources:
            yield '<section role="doc-bibliography" aria-labelledby="argmap-sources">'
            yield self._headline(d.language.sources, 1, "argmap-sources", f' tabindex="-1"{self.ours}')
            yield "<ol>"
            yield from (self._source(line) for line in d.sources)
            yield "</ol>"
            yield "</section>"
        yield f"</{tag}>"

    def _headline(self, words: str, below: int, name: str = "", more: str = "") -> str:
        tag = f"h{self._heading + below}"
        more += f' id="{name}"' if name else ' dir="auto"'
        return f"<{tag}{more}>{escaped(flat(words))}</{tag}>"

    def _section(self, section: Section) -> Iterator[str]:
        yield '<section class="argmap-root">'
        entries = [part for part in section.body if isinstance(part, Entry)]
        if entries:
            yield from self._list(entries)
        for part in section.body:
            if isinstance(part, Paragraph):
                yield f"<p>{self._inline(part.runs)}</p>"
                yield from self._beside(part)
        if section.notes and self._document.style.sources == "footnotes":
            yield from self._notes(section.notes)
        yield "</section>"

    def _list(self, entries: Iterable[Entry]) -> Iterator[str]:
        yield "<ul>"
        for entry in entries:
            is_home = entry.statement is not None and not entry.is_reference
            named = f' id="{_address("statement", entry.statement.id)}"' if is_home and entry.statement else ""
            classes = [f"argmap-{entry.side}"] * (entry.argument is not None) + ["argmap-short"] * entry.is_short
            side = f' class="{" ".join(classes)}"' if classes else ""
            yield f'<li{named}{side}><div class="argmap-line">{self._inline(entry.line)}</div>'
            yield from self._beside(entry)
            if entry.below:
                yield from self._list(entry.below)
            yield "</li>"
        yield "</ul>"

    def _beside(self, part: Entry | Paragraph) -> Iterator[str]:
        """Remarks, and quotes that stand as blocks."""
        for remark in part.remarks:
            yield f'<div class="argmap-remark">{self._inline(remark)}</div>'
        for quoted in part.quotes:
            words = f"<bdi>{escaped(quoted.text)}</bdi>"
            yield f"<blockquote><p>{words} {self._inline(quoted.cited)}</p></blockquote>"

    def _notes(self, notes: Iterable[Note]) -> Iterator[str]:
        back = self._document.language.back
        yield '<ol class="argmap-notes">'
        for note in notes:
            address = f'href="#argmap-mark-{note.number}"'
            up = f'<a class="argmap-back" {address} role="doc-backlink" aria-label="{back}">↩</a>'
            yield f'<li id="argmap-note-{note.number}" value="{note.number}">{self._inline(note.runs)} {up}</li>'
        yield "</ol>"

    def _source(self, line: SourceLine) -> str:
        told = self._with_link(line.runs, line.source.get("url"))
        return f'<li id="{_address("source", line.source.key)}">{told}</li>'

    def _with_link(self, runs: Runs, url: str | None) -> str:
        """Runs in which an address leads to its page."""
        told = self._inline(runs)
        if address := link(url):
            shown = escaped(flat(url or "").rstrip("."))
            told = told.replace(shown, f'<a href="{escaped(address)}">{shown}</a>', 1)
        return told

    def _inline(self, runs: Runs) -> str:
        return inline(runs, self._linked, self._other)

    def _linked(self, run: Run, words: str) -> str:
        if run.home:
            return f'<span id="{_address("statement", run.home)}">{words}</span>'
        if run.role is Role.MARK:
            return (
                f'<sup><a id="argmap-mark-{run.to}" href="#argmap-note-{run.to}" role="doc-noteref">{words}</a></sup>'
            )
        if run.role is Role.SOURCE:
            return f'<a href="#{_address("source", run.to)}">{words}</a>' if self._document.sources else words
        return f'<a href="#{_address("statement", run.to)}">{words}</a>'


def _address(kind: str, name: str) -> str:
    """The id of an element, which is also the part of an address that leads to it."""
    return f"argmap-{kind}-{quote(name, safe='')}"
