"""From the bytes of a source's file to its text."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from argmap.model import Source
from argmap.sources.alike import alike
from argmap.sources.plain import markdown, plain
from argmap.sources.texts import Text

MAX_SIZE = 32 * 1024 * 1024
"""Bytes that the text of a source may have."""

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Unreadable(NamedTuple):
    """Why a file holds no text, and what to do about it."""

    reason: str
    hint: str


def read_source(data: bytes, name: str, source: Source) -> Text | Unreadable:
    """The text in the bytes of a file; the ending of its name says which form it has.

    Of ``source`` count ``paragraphs`` (prose, blocks or lines) and ``begins``, the words that paragraph 1 begins with.
    """
    if len(data) > MAX_SIZE:
        return Unreadable(f"it is larger than {MAX_SIZE // 1024 // 1024} MB", "save the part that is cited by itself")
    found = _read(data, name.lower(), source.get("paragraphs") or "prose")
    if isinstance(found, Unreadable):
        return found
    if not found.alike.text.strip():
        hint = "its pages may be pictures" if found.form == "pdf" else "see whether it is the right file"
        return Unreadable("there is no text in it", hint)
    begins = source.get("begins")
    return _begun(found, begins) if begins else found


def _read(data: bytes, name: str, count: str) -> Text | Unreadable:
    if data.startswith(b"%PDF-"):
        from argmap.sources.pdf import UnreadablePdfError, pdf

        try:
            return pdf(data, count)
        except UnreadablePdfError as error:
            reason, _, hint = str(error).partition("; ")
            return Unreadable(reason, hint)
    try:
        whole = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if data.startswith(_UTF_16):
            return Unreadable("it is UTF-16, not UTF-8", "save it as UTF-8")
        if b"\0" in data[:1024]:
            return Unreadable("it is no text, but other data", "name a text, a Markdown, an HTML or a PDF file")
        line = data.count(b"\n", 0, error.start) + 1
        byte = data[error.start]
        return Unreadable(f"it is not UTF-8: line {line} has the byte 0x{byte:02X}", "save it as UTF-8 in your editor")
    if "\0" in whole:
        return Unreadable("it is no text, but other data", "name a text, a Markdown, an HTML or a PDF file")
    if name.endswith((".md", ".markdown")):
        return markdown(whole, count)
    if name.endswith((".html", ".htm", ".xhtml")):
        from argmap.sources.markup import markup  # slow to import, and seldom needed

        return markup(whole, count)
    return plain(whole, count)


def _begun(text: Text, begins: str) -> Text | Unreadable:
    """A text whose first paragraph is the one that begins with some words."""
    words = alike(begins).text.strip()
    starts = {block.start for block in text.blocks}
    found = text.alike.text.find(words) if words else -1
    while found >= 0:
        first = text.first_of_block(found)
        if first in starts:
            return text.counted([(b.start, b.end, b.start == first or b.counts_after(first)) for b in text.blocks])
        found = text.alike.text.find(words, found + 1)
    return Unreadable(f"no paragraph begins with “{begins}”", "copy the first words of paragraph 1 into `begins`")
