"""A map in a document: what the document asks for in words, and what it gets."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from argmap.looks import CHOICES, Style
from argmap.model import ArgumentMap
from argmap.naming import nearest
from argmap.problem import Problem, Severity
from argmap.render import draw, outline
from argmap.render.markup import escaped
from argmap.render.page.frame import framed
from argmap.reviews import review
from argmap.selection import Selection, View, select
from argmap.settings import Settings

FORMATS = ("picture", "outline", "page")
"""What a map may be shown as."""
SELECTION = ("focus", "depth", "side", "tag", "only", "hide", "links")
STYLE = (*CHOICES, "key", "wrap")
OPTIONS = ("format", *SELECTION, *STYLE)
"""The options of a map in a document; they mean what they mean on the command line."""

_ID = re.compile(r"(?<=\s)(id|aria-labelledby|aria-describedby)=\"")
_TAG = re.compile(r"<[a-zA-Z][^>]*>")


class Options(NamedTuple):
    """What is asked for: one of `FORMATS`, a part of the map, and settings of a style."""

    form: str = "picture"
    selection: Selection = Selection()
    style: Mapping[str, Any] = {}

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
        looks: dict[str, Any] = {name: given[name] for name in CHOICES if name in given and name != "show"}
        if "show" in given:
            looks["show"] = _words(given["show"])
        if "wrap" in given:
            looks["wrap"] = _number("wrap", given["wrap"])
        if "key" in given:
            looks["key"] = _truth("key", given["key"])
        Style.of(looks)
        return cls(form, Selection(**wishes), looks)


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
        return f'<div class="argmap">{"".join(map(_paragraph, _unwrapped(in_words(view))))}</div>'
    if options.form == "page":
        return framed(view.map.title, draw(view, "html").decode())
    svg = re.sub(r"\A<\?xml[^>]*>\s*", "", picture(view, options, "svg").decode())
    svg = _TAG.sub(lambda tag: _ID.sub(rf'\1="{prefix}', tag[0]), svg)
    return '<div class="argmap">' + svg.replace("<svg ", '<svg style="max-width: 100%; height: auto" ', 1) + "</div>"


def _unwrapped(words: str) -> list[str]:
    """The outline with each entry on one line.

    What goes on stands two columns further right than its entry began, four in the list of sources, and in the same
    column where it is a text of its own, such as the summary.
    """
    found: list[str] = []
    begins = True
    for line in words.splitlines():
        indent = len(line) - len(line.lstrip(" "))
        in_sources = bool(found) and found[-1].startswith("[")
        goes_on = indent == 4 if in_sources else indent % 3 == 2 or (indent == 0 and not begins)
        if not line.strip("=-"):
            begins = True  # nothing, or the line below a heading
        elif found and goes_on and not line.startswith("["):
            found[-1] += f" {line.strip()}"
        else:
            found.append(line)
            begins = False
    return found


def _paragraph(line: str) -> str:
    depth = (len(line) - len(line.lstrip(" "))) // 3
    place = f"margin: 0.2em 0 0.2em {2 * depth + 1}em; text-indent: -1em"
    return f'<p style="{place}">{escaped(line.strip())}</p>'


def in_words(view: View, form: str = "text") -> str:
    """The outline in one of the formats of `argmap.render.formats.OUTLINES`; its headings are not the document's."""
    words = outline(view, form)
    return re.sub(r"^#+ (.*)$", r"**\1**", words, flags=re.MULTILINE) if form == "markdown" else words
