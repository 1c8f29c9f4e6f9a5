"""The reading view: the texts that a map cites, with the cited passages marked, and the outline of the map beside them.

One page for any browser, without network. Text and outline lead to each other by plain links; the script adds keys,
marks every part of a passage, and says what it did.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from argmap.model import ArgumentMap
from argmap.render.markup import escaped
from argmap.render.one_file import Fixed, filled, held, joined, language
from argmap.render.page import colours
from argmap.render.reading import beside, source
from argmap.render.reading.passages import shown
from argmap.render.sources.listing import Listed

SCRIPTS = ("reading.js",)


def to_html(m: ArgumentMap, found: Iterable[Listed]) -> str:
    """The page of a map with its sources, as `argmap.render.sources.listing.listed` gives them.

    Those whose text is at hand are shown, in their order. Raises ValueError when there is none.
    """
    texts = shown(m, found)
    if not texts:
        raise ValueError("no text of a source is at hand")
    said = language(m.language)
    question = f'<p class="asked"{said}>{escaped(m.question)}</p>' if m.question else ""
    ways = "".join(f'<a href="#t{n}">{source.title(t)}</a>' for n, t in enumerate(texts, 1))
    parts = {
        "title": escaped(" ".join(m.title.split())),
        "language": said,
        "question": question,
        "ways": ways,
        "texts": "\n".join(source.to_markup(m, text, n) for n, text in enumerate(texts, 1)),
        "outline": beside.to_markup(m, texts),
    }
    return filled(held(__name__, "reading.html"), _fixed(), parts)


@cache
def _fixed() -> Fixed:
    style = colours.rules() + held("argmap.render.page", "common.css") + held(__name__, "reading.css")
    return Fixed(style, joined((name, held(__name__, name)) for name in SCRIPTS))
