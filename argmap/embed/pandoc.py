"""A filter of pandoc, and so of Quarto: code blocks of the class `argmap` become the maps that stand in them."""

from __future__ import annotations

import base64
import json
import os
import shutil
import sys
from typing import Any

from argmap.embed import maps
from argmap.render.errors import LayoutError
from argmap.render.outlines.pandoc import nodes
from argmap.render.outlines.pandoc.program import PandocError, answered

_PAGES = ("html", "html4", "html5", "revealjs", "slidy", "slideous", "dzslides", "s5", "chunkedhtml")
"""Formats in which the picture is a part of the page."""
_PDF = ("latex", "beamer", "context", "pdf")
_PNG = ("docx", "odt", "pptx", "rtf", "opendocument")
"""Formats that take no SVG without another program."""
_OWN = ("file", "data-pos", "pos")

_Json = Any


def main() -> None:
    """Read a document as pandoc's JSON and write it again; the argument is the format that pandoc is to write.

    Problems are told on stderr; the exit code is 1 when a map cannot be shown.
    """
    document = json.load(sys.stdin.buffer)
    told, is_wrong = replaced(document, sys.argv[1] if len(sys.argv) > 1 else "html")
    for line in told:
        print(f"argmap: {line}", file=sys.stderr)  # noqa: T201 (which is how a filter talks)
    if is_wrong:
        sys.exit(1)
    sys.stdout.buffer.write(json.dumps(document).encode())


def replaced(document: _Json, form: str) -> tuple[list[str], bool]:
    """Put maps into the place of their code blocks; what there is to tell, and whether one of them cannot be shown."""
    told: list[str] = []
    is_wrong = False
    for number, (blocks, at) in enumerate(_places(document), 1):
        try:
            new, problems = _map(blocks[at]["c"], number, form)
        except (ValueError, LayoutError, PandocError) as error:
            new, problems = None, [f"map {number} of the document: {error}"]
        told += problems
        if new is None:
            is_wrong = True
        else:
            blocks[at] = new
    return told, is_wrong


def _places(document: _Json) -> list[tuple[_Json, Any]]:
    """Each code block that is a map, as what holds it and its place there, in the order of the document."""
    found: list[tuple[_Json, Any]] = []
    todo: list[tuple[_Json, Any]] = [([document], 0)]
    while todo:
        holder, at = todo.pop()
        node = holder[at]
        if _is_map(node):
            found.append((holder, at))
        elif isinstance(node, dict | list):
            todo += [(node, key) for key in reversed(list(node) if isinstance(node, dict) else range(len(node)))]
    return found


def _is_map(node: _Json) -> bool:
    return isinstance(node, dict) and node.get("t") == "CodeBlock" and "argmap" in node["c"][0][1]


def _map(code: _Json, number: int, form: str) -> tuple[_Json | None, list[str]]:
    """What takes the place of a code block, None when the map has errors; and what is wrong. Raises ValueError."""
    (id, _, pairs), text = code
    given = dict(pairs)
    options = maps.Options.of({name: value for name, value in given.items() if name not in (*_OWN, "alt")})
    file = given.get("file")
    name, before = f"map {number} of the document", 0
    data = text.encode()
    if file:
        if text.strip():
            raise ValueError("a map is named by `file` or stands in the block, not both")
        try:
            with open(file, "rb") as stream:
                data, name = stream.read(), file
        except OSError as error:
            raise ValueError(f"{file} cannot be read: {error.strerror}") from None
    elif place := given.get("data-pos") or given.get("pos"):  # as the extension `sourcepos` writes it
        source, _, lines = place.rpartition("@")
        first = lines.partition(":")[0]
        name, before = source or "the document", int(first) if first.isdecimal() else 0
    m, problems = maps.read(data, name, os.path.dirname(file) if file else os.curdir)
    told = [str(p._replace(span=p.span._replace(line=p.span.line + before) if p.span else None)) for p in problems]
    if m is None:
        return None, told
    view = maps.shown(m, options)
    if options.form == "outline":
        blocks = _parsed(maps.in_words(view, options, "markdown"))
        is_deep = form in ("latex", "beamer", "pdf") and _depth(blocks) > _DEEPEST
        return {"t": "Div", "c": [["", ["argmap"], []], _indented(blocks) if is_deep else blocks]}, told
    if form in _PAGES:
        return {"t": "RawBlock", "c": ["html", maps.in_html(view, options, f"argmap-{number}-")]}, told
    picture = "pdf" if form in _PDF else "png" if form in _PNG else "svg"
    drawn = maps.picture(view, options, picture)
    return _image(id, given.get("alt") or m.title, picture, drawn), told


_MEDIA = {"pdf": "application/pdf", "png": "image/png", "svg": "image/svg+xml"}


def _image(id: str, words: str, form: str, data: bytes) -> _Json:
    """A paragraph with a picture, which is in the document itself: no file is left behind."""
    address = f"data:{_MEDIA[form]};base64,{base64.b64encode(data).decode()}"
    inlines = nodes.words(" ".join(words.split()))
    return {"t": "Para", "c": [{"t": "Image", "c": [[id, ["argmap"], []], inlines, [address, ""]]}]}


def _parsed(words: str) -> list[_Json]:
    """A text in Markdown as blocks, by pandoc itself. Raises ValueError when there is none, and `PandocError`."""
    pandoc = shutil.which("pandoc") or shutil.which("quarto")
    if pandoc is None:
        raise ValueError("pandoc is not on the PATH, by which an outline is read")
    before = ["pandoc"] if os.path.basename(pandoc).startswith("quarto") else []
    command = [pandoc, *before, "-f", "commonmark", "-t", "json"]
    return list(json.loads(answered(command, words.encode()))["blocks"])


_DEEPEST = 4
"""Lists that LaTeX puts into each other."""


def _depth(blocks: list[_Json]) -> int:
    """How many lists stand in each other; outlines are never so deep that this would be."""
    lists = [item for block in blocks if block["t"] == "BulletList" for item in block["c"]]
    return 1 + max(map(_depth, lists)) if lists else 0


def _indented(blocks: list[_Json], depth: int = 0) -> list[_Json]:
    """Lists as paragraphs that begin further right."""
    found = []
    for block in blocks:
        if block["t"] == "BulletList":
            found += [new for item in block["c"] for new in _indented(item, depth + 1)]
        elif block["t"] in ("Plain", "Para") and depth:
            begin = f"{{\\leftskip={2 * depth - 1}em\\parindent=-1em\\parskip=2pt "
            raw = [{"t": "RawInline", "c": ["latex", text]} for text in (begin, "\\par}")]
            found.append({"t": "Para", "c": [raw[0], *block["c"], raw[1]]})
        else:
            found.append(block)
    return found


if __name__ == "__main__":
    main()
