"""A map as a page for any browser: one file, in which the map is laid out and walked through; no network.

The page holds its outline as markup, the map as data, and plain JavaScript that draws the one from the other. Its
Content-Security-Policy allows just that script and that style sheet, by their hashes, and nothing to be fetched.
"""

from __future__ import annotations

import json
import re
from functools import cache

from argmap.outline_style import OutlineStyle
from argmap.render.markup import escaped
from argmap.render.one_file import Fixed, filled, held, joined, language
from argmap.render.outlines.compose import compose as compose_outline
from argmap.render.outlines.document import plain
from argmap.render.page import colours, data, key, outline
from argmap.render.picture import compose
from argmap.render.svg import describe
from argmap.selection import Shown, viewed

SCRIPTS = (
    "units.js", "graph.js", "shown.js", "columns.js", "routes.js", "plan.js", "find.js", "address.js", "levels.js",
    "elements.js", "boxes.js", "steps.js", "picture.js", "zoom.js", "details.js", "marks.js", "outline.js",
    "history.js", "app.js", "bar.js", "keys.js", "main.js",
)  # fmt: skip
"""The modules of the page, each after those that it imports."""


def to_html(shown: Shown) -> str:
    """The page of a map, or of what is shown of it. Raises `argmap.render.picture.TooDeepError`."""
    view = viewed(shown)
    m, picture = view.map, compose(view)
    said = language(m.language)
    told = compose_outline(view, OutlineStyle(language="en"))
    parts = {
        "title": escaped(" ".join(m.title.split())),
        "description": escaped(" ".join(describe(view).split())),
        "language": said,
        "question": _asked(m.question, said) + "".join(_asked(plain(runs), ' lang="en"') for runs in told.shown),
        "key": key.to_markup(picture),
        "outline": outline.to_markup(told, view.map),
        "data": _within_script(json.dumps(data.to_data(picture), ensure_ascii=False, separators=(",", ":"))),
    }
    return filled(held(__name__, "page.html"), _fixed(), parts)


def _asked(words: str | None, language: str) -> str:
    return f'<p class="asked"{language}>{escaped(words)}</p>' if words else ""


@cache
def _fixed() -> Fixed:
    style = colours.rules() + held(__name__, "common.css") + held(__name__, "page.css")
    return Fixed(style, joined((name, held(__name__, name)) for name in SCRIPTS))


_UNSAFE = re.compile("[<\u2028\u2029\x7f-\x9f]")


def _within_script(data: str) -> str:
    """JSON that cannot end the element in which it stands, and in which every sign can be seen."""
    return _UNSAFE.sub(lambda letter: f"\\u{ord(letter[0]):04x}", data)
