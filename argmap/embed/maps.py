"""A map in a document: what the document asks for in words, and what it gets."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from attrs import evolve

from argmap.looks import CHOICES, Style
from argmap.model import ArgumentMap
from argmap.naming import nearest
from argmap.outline_style import OutlineStyle
from argmap.problem import Problem, Severity
from argmap.render import draw, outline
from argmap.render.page.frame import framed
from argmap.reviews import review
from argmap.selection import Selection, View, select
from argmap.settings import Settings

FORMATS = ("picture", "outline", "page")
"""What a map may be shown as."""
SELECTION = ("focus", "depth", "side", "tag", "only", "hide", "links")
STYLE = (*CHOICES, "key", "wrap", "edge-words")
WORDS = ("style", "numbering", "sides", "quotes", "sources", "notes", "tags", "language")
"""What an outline can be asked for; `style` is that of the picture or that of the outline."""
OPTIONS = ("format", *SELECTION, *STYLE, *WORDS[1:])
"""The options of a map in a document; they mean what they mean on the command line."""

_ID = re.compile(r"(?<=\s)((?:id|aria-labelledby|aria-describedby)=\"|href=\"#)")
_TAG = re.compile(r"<[a-zA-Z][^>]*>")
_HEADING = re.compile(r"<(h[1-6])([^>]*)>(.*?)</\1>", re.DOTALL)


class Options(NamedTuple):
    """What is asked for: one of `FORMATS`, a part of the map, settings of a style, and how an outline is to be."""

    form: str = "picture"
    selection: Selection = Selection()
    style: Mapping[str, Any] = {}
    words: OutlineStyle = OutlineStyle()

    @classmethod
    def of(cls, given: Mapping[str, str]) -> Options:
        """The options in the words of a document. Raises ValueError with a sentence for one that is none."""
        for name in given:
            if name not in OPTIONS:
                near = nearest(name, OPTIONS)
                hint = f"did you mean `{near}`?" if near else f"there are {', '.join(OPTIONS)}"
                raise ValueError(f"`{name}` is no option of a map; {hint}")
        form = given.get("format", "picture")
        if form not in FORMATS:
            raise ValueError(f"`{form}` is no format of a map in a document; there are {', '.join(FORMATS)}")
        wishes: dict[str, Any] = {name: given[name] for name in ("focus", "side", "links") if given.get(name)}
        wishes |= {name: _words(given[name]) for name in ("only", "hide") if given.get(name)}
        if "tag" in given:
            wishes["tags"] = _words(given["tag"])
        if "depth" in given:
            wishes["depth"] = _number("depth", given["depth"])
        words = _words_of(given) if form == "outline" else OutlineStyle()
        told = [name for name in WORDS[1:] if name in given] if form != "outline" else []
        if told:
            raise ValueError(f"`{told[0]}` is for outlines; add `format` with `outline`, or leave it out")
        drawn = given if form != "outline" else {name: value for name, value in given.items() if name != "style"}
        looks: dict[str, Any] = {name: drawn[name] for name in CHOICES if name in drawn and name != "show"}
        if "show" in given:
            looks["show"] = _words(given["show"])
        if "wrap" in given:
            looks["wrap"] = _number("wrap", given["wrap"])
        looks |= {name: _truth(name, given[name]) for name in ("key", "edge-words") if name in given}
        Style.of(looks)
        return cls(form, Selection(**wishes), looks, words)


def _words_of(given: Mapping[str, str]) -> OutlineStyle:
    """How an outline is asked to be. Raises ValueError with the nearest word."""
    asked: dict[str, Any] = {name: given[name] for name in WORDS if given.get(name)}
    asked |= {name: _truth(name, given[name]) for name in ("notes", "tags") if name in given}
    return OutlineStyle(**asked)


def _words(text: str) -> tuple[str, ...]:
    """The words of a list with commas."""
    return tuple(word.strip() for word in text.split(",") if word.strip())


def _number(name: str, text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", text.strip()):
        raise ValueError(f"`{name}` is a whole number, not `{text}`")
    return int(text)


def _truth(name: str, text: str) -> bool:
    """True also where nothing stands beside the name."""
    if text.strip() not in ("", "true", "false"):
        raise ValueError(f"`{name}` is true or false, not `{text}`")
    return text.strip() != "false"


def read(data: bytes, name: str, folder: str | os.PathLike[str]) -> tuple[ArgumentMap | None, tuple[Problem, ...]]:
    """The map in the bytes of a file, or in a document of that folder, with its errors and warnings.

    The checks are those that are on unless set otherwise; hints are left to `argmap check`.
    """
    m, problems = review(data, name, Settings(), folder)
    return m, tuple(p for p in problems if p.severity is not Severity.HINT)


def shown(m: ArgumentMap, options: Options) -> View:
    """What of a map is shown. Raises ValueError with a sentence for a wish that the map cannot meet."""
    return select(m, options.selection)


def picture(view: View, options: Options, form: str) -> bytes:
    """The picture in one of the formats of `argmap.render.formats.PICTURES`.

    Raises `argmap.render.errors.LayoutError` when it cannot be drawn.
    """
    return draw(view, form, style=Style.of(view.whole.style, options.style))


def in_html(view: View, options: Options, prefix: str) -> str:
    """The map as a part of a page in HTML; ``prefix`` makes its ids unlike all others there.

    Raises `argmap.render.errors.LayoutError` when it cannot be drawn.
    """
    if options.form == "outline":
        words = outline(view, "html", style=evolve(options.words, fragment=True))
        return f'<div class="argmap">{_as_part(words, prefix)}</div>'
    if options.form == "page":
        return framed(view.map.title, draw(view, "html").decode())
    svg = re.sub(r"\A<\?xml[^>]*>\s*", "", picture(view, options, "svg").decode())
    svg = _as_part(svg, prefix)
    return '<div class="argmap">' + svg.replace("<svg ", '<svg style="max-width: 100%; height: auto" ', 1) + "</div>"


def _as_part(page: str, prefix: str) -> str:
    """Markup whose ids, and links to them, begin with a prefix, and whose headings are none of the page's."""
    page = _TAG.sub(lambda tag: _ID.sub(rf"\1{prefix}", tag[0]), page)
    return _HEADING.sub(r"<p\2><strong>\3</strong></p>", page)


def in_words(view: View, options: Options, form: str = "text") -> str:
    """The outline in one of the formats of `argmap outline`; its headings are none of the document's."""
    words = outline(view, form, style=options.words)
    return re.sub(r"^#+ (.*)$", r"**\1**", words, flags=re.MULTILINE) if form == "markdown" else words
