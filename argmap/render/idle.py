"""Which settings of a picture or an outline change nothing where they are asked for, so that it can be told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from argmap.looks import Style
from argmap.outline_style import OutlineStyle
from argmap.render.formats import SKETCHES

_NO_LOOK = {"html": "the page has a look of its own", "json": "JSON holds the map and no look"}
_FRAMED = ("html", "latex")
"""The formats of an outline that have a frame around it."""


def idle_in_picture(form: str, look: Style, given: Mapping[str, Any]) -> Iterator[str]:
    """A sentence for each reason why some of the settings that were ``given`` change nothing in a format.

    ``look`` is the style that they make, ``given`` holds them by their names in a file (``colour-by``).
    """
    if form in _NO_LOOK:
        if given:
            yield f"{_unheeded(given)}: {_NO_LOOK[form]}"
        return
    if given.get("key") and form in ("mermaid", "d2", "graphml"):
        yield f"--key changes nothing: {form} has no key"
    if given.get("edge-words") and (form not in SKETCHES or look.style not in ("arrows", "tree")):
        yield "--edge-words changes nothing here: arrows and tree have such words, in svg, png, pdf and tikz"
    if "show" in given and look.style == "compact":
        yield "--show changes nothing: compact boxes hold titles alone"
    if "wrap" in given and look.style == "compact" and form == "d2":
        yield "--wrap changes nothing: titles in d2 stand on one line"


def idle_in_outline(form: str, style: OutlineStyle) -> Iterator[str]:
    """A sentence for each setting of an outline that changes nothing in a format or beside another setting."""
    if style.fragment and form not in _FRAMED:
        yield f"--fragment changes nothing: only {' and '.join(_FRAMED)} have a frame to leave out"
    if style.style == "brief":
        given = {"quotes": style.quotes, "sources": style.sources}
        if named := [name for name, value in given.items() if value != "inline"]:
            yield f"{_unheeded(named)}: a brief outline has titles alone"
    if style.style == "prose" and style.sides != "words":
        yield "--sides changes nothing: prose tells sides in its sentences"


def _unheeded(names: Iterable[str]) -> str:
    """That options change nothing, by their names."""
    *first, last = (f"--{name}" for name in names)
    return f"{', '.join(first)} and {last} change nothing" if first else f"{last} changes nothing"
