"""The outline as a file of a word processor: headings, nested lists, real footnotes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argmap.languages import known_tag
from argmap.render.outlines.anchors import anchors
from argmap.render.outlines.document import Document, Entry, Note, Paragraph, Role, Run, Runs
from argmap.render.outlines.headings import headed
from argmap.render.outlines.pandoc.archive import settled
from argmap.render.outlines.pandoc.nodes import Node, Nodes, anchor, header, link, meta, node, numbered, run, words
from argmap.render.outlines.pandoc.program import converted
from argmap.render.wording import stopped


def to_docx(document: Document) -> bytes:
    """An outline as a file of Word. Raises `argmap.render.outlines.pandoc.program.PandocError`."""
    return settled(converted(*tree(document), "docx"))


def to_odt(document: Document) -> bytes:
    """An outline as an OpenDocument text. Raises `argmap.render.outlines.pandoc.program.PandocError`."""
    return settled(converted(*tree(document), "odt"))


def tree(document: Document) -> tuple[dict[str, Node], Nodes]:
    """What the document says of itself, and its blocks, as pandoc has them."""
    d = document
    return meta(d, lang=known_tag(d.spoken) or d.language.tag), list(_Writer(document).blocks())


class _Writer:
    """Writes one outline."""

    def __init__(self, document: Document) -> None:
        self._d = document
        self._notes: Mapping[str, Note] = {str(note.number): note for note in document.notes}
        self._anchors = anchors(document)

    def blocks(self) -> Iterator[Node]:
        d = self._d
        if d.summary:
            yield node("Para", words(stopped(d.summary)))
        yield from (node("Para", self._inlines(runs)) for runs in d.introduction)
        for section in d.sections:
            for part in section.body:
                if isinstance(part, Entry):
                    yield from self._root(part)
                else:
                    yield node("Para", self._inlines(part.runs))
                    yield from self._beside(part)
        if d.speakers:
            yield header(1, words(d.language.speakers))
            yield node("BulletList", [[node("Plain", self._inlines(line.runs))] for line in d.speakers])
        if d.notes and d.style.sources == "endnotes":
            yield header(1, words(d.language.notes))
            yield numbered([[node("Plain", self._inlines(note.runs))] for note in d.notes])
        if d.sources:
            yield header(1, words(d.language.sources))
            yield numbered([[node("Plain", self._inlines(line.runs))] for line in d.sources])

    def _root(self, entry: Entry) -> Iterator[Node]:
        """A root under a heading of its own, and the lines below it."""
        heading, line = headed(entry)
        yield header(1, words(heading))
        yield node("Para", self._anchored(entry, line))
        yield from self._beside(entry)
        yield from self._below(entry)

    def _below(self, entry: Entry) -> Nodes:
        return [node("BulletList", [self._item(below) for below in entry.below])] if entry.below else []

    def _item(self, entry: Entry) -> Nodes:
        line = node("Plain", self._anchored(entry, entry.line))
        return [line, *self._beside(entry), *self._below(entry)]

    def _anchored(self, entry: Entry, line: Runs) -> Nodes:
        """A line that links can lead to, where its statement is told."""
        inlines = self._inlines(line)
        if entry.statement is None or entry.is_reference:
            return inlines
        return [anchor(self._anchors[entry.statement.id], []), *inlines]

    def _beside(self, part: Entry | Paragraph) -> Iterator[Node]:
        """Remarks, and quotes that stand as blocks."""
        yield from (node("Para", self._inlines(remark)) for remark in part.remarks)
        yield from (
            node("BlockQuote", [node("Para", self._inlines(quote.told(self._d.language)))]) for quote in part.quotes
        )

    def _inlines(self, runs: Runs) -> Nodes:
        return [inline for one in runs for inline in self._run(one)]

    def _run(self, one: Run) -> Nodes:
        if one.role is Role.MARK:
            if self._d.style.sources == "footnotes" and one.to in self._notes:
                return [node("Note", [node("Para", self._inlines(self._notes[one.to].runs))])]
            return [node("Superscript", words(one.text))]
        if one.role is Role.REFERENCE and one.to in self._anchors:
            return [link(self._anchors[one.to], words(one.text))]
        if one.role is Role.LEAD and self._d.style.style == "prose":
            return words(one.text)
        return run(one)
