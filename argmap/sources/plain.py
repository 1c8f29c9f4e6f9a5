"""Plain text and Markdown: blocks between blank lines, and what of Markdown is no word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from argmap.sources.comments import blank, without_comments
from argmap.sources.mapped import replaced
from argmap.sources.texts import Text, is_prose

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


def plain(whole: str, count: str = "prose") -> Text:
    """A plain text; form feeds end its pages. ``count`` says what is a paragraph: prose, blocks or lines."""
    spans = _lines(whole) if count == "lines" else _blocks(whole)
    blocks = [(start, end, count != "prose" or is_prose(whole[start:end])) for start, end in spans]
    breaks = [match.end() for match in re.finditer("\f", whole)]
    if breaks and not whole[breaks[-1] :].strip():
        breaks.pop()  # pdftotext ends the last page with one, too
    pages = [(str(n), start) for n, start in enumerate([0, *breaks], 1)] if "\f" in whole else []
    return Text(whole, blocks, pages=pages)


def _lines(whole: str) -> Iterator[tuple[int, int]]:
    """The lines that are not blank, without white space at their ends."""
    for match in _LINE.finditer(whole):
        line = match[0]
        if stripped := line.strip():
            start = match.start() + line.index(stripped[0])
            yield start, start + len(stripped)


def _blocks(whole: str) -> Iterator[tuple[int, int]]:
    """What stands between blank lines."""
    start = end = -1
    for match in _LINE.finditer(whole):
        line = match[0]
        if stripped := line.strip():
            first = match.start() + line.index(stripped[0])
            start, end = (first if start < 0 else start), first + len(stripped)
        elif start >= 0:
            yield start, end
            start = -1
    if start >= 0:
        yield start, end


# ---- Markdown

_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n.*?^(?:---|\.\.\.)[ \t]*$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"(?:>[ \t]?)* {0,3}#{1,6}(?:[ \t]|$)")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S")
_RULE = re.compile(r"[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|`{3,}.*|~{3,}.*)$")
_NO_LINE = re.compile(r"[ \t]*\[[^\]\n]+\]:[ \t]*\S+")
"""Where a link leads to that is written elsewhere."""
_MARKUP = re.compile(
    r"^[ \t]*\[[^\]\n]+\]:[ \t].*$"  # where a link leads to
    r"|^(?:[ \t]*>)+[ \t]?"  # a quotation
    r"|^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\S)"  # an item of a list
    r"|^[ \t]{0,3}#{1,6}(?:[ \t]+|$)"
    r"|(?<![ \t])[ \t]+#+[ \t]*$"
    r"|^[ \t]*(?:`{3,}|~{3,}|[*_=-]{3,}).*$"
    r"|!?\[(?=[^\[\]\n]*\]\()|(?<!\\)\]\([^()\s]*(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'))?\)"  # a link
    r"|\[\^[^\[\]\n]+\]"  # a footnote
    r"|</?[A-Za-z][^<>]*>"
    r"|\\(?P<kept>[!-/:-@\[-`{-~])"
    r"|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
    r"|\*+|~~|`+|(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w)",
    re.MULTILINE,
)


def markdown(whole: str, count: str = "prose") -> Text:
    """A text in Markdown. Headings are those that it marks; each item of a list is a block."""
    head = _FRONT_MATTER.match(whole)
    text = without_comments(blank(head[0]) + whole[head.end() :] if head else whole)
    if count == "lines":
        blocks = [(start, end, True) for start, end in _lines(text)]
    else:
        blocks = [
            (start, end, count == "blocks" or (not is_heading and is_prose(text[start:end])))
            for start, end, is_heading in _marked(text)
        ]
    words = replaced(text, _MARKUP, lambda m: m["kept"] or (unescape(m[0]) if m[0][0] == "&" else ""))
    return Text(whole, blocks, words, form="markdown")


def _is_rule(line: str) -> bool:
    """Whether a line has no words: one drawn across, the edge of a block of code, the line below a table's heads."""
    return _RULE.match(line) is not None or ("|" in line and "-" in line and not line.strip(" \t:|-"))


def _marked(whole: str) -> Iterator[tuple[int, int, bool]]:
    """The blocks, and whether each is a heading."""
    start = end = -1
    for match in _LINE.finditer(whole):
        line = match[0].rstrip()
        bare = re.sub(r"^(?:[ \t]*>)+[ \t]?", "", line)
        first = match.start() + len(line) - len(line.lstrip())
        if start >= 0 and _UNDERLINE.match(bare):
            yield start, end, True
            start = -1
            continue
        if not bare.strip() or _HEADING.match(line) or _ITEM.match(bare) or _is_rule(bare) or _NO_LINE.match(bare):
            if start >= 0:
                yield start, end, False
                start = -1
            if _HEADING.match(line):
                yield first, match.start() + len(line), True
            elif bare.strip() and not _is_rule(bare) and not _NO_LINE.match(bare):
                start, end = first, match.start() + len(line)
        else:
            start, end = (first if start < 0 else start), match.start() + len(line)
    if start >= 0:
        yield start, end, False
