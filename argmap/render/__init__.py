"""What a map looks like: pictures, outlines and data, each from a function of its own.

A renderer is imported when it is first used: who only checks a map should not pay for drawing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argmap.model import ArgumentMap

PICTURES: Mapping[str, tuple[str, str]] = {
    "svg": ("argmap.render.drawing", "to_svg"),
    "png": ("argmap.render.drawing", "to_png"),
    "pdf": ("argmap.render.drawing", "to_pdf"),
    "html": ("argmap.render.page", "to_html"),
    "dot": ("argmap.render.dot", "to_dot"),
    "json": ("argmap.render.data", "to_json"),
}
"""What `argmap render` makes, by format: the module and the function."""

OUTLINES: Mapping[str, tuple[str, str]] = {
    "text": ("argmap.render.text", "to_text"),
    "markdown": ("argmap.render.markdown", "to_markdown"),
}
"""What `argmap outline` makes, by format."""

QUESTIONS: Mapping[str, tuple[str, str]] = {
    "text": ("argmap.render.questions", "to_text"),
    "json": ("argmap.render.questions", "to_json"),
}
"""What `argmap questions` makes, by format."""


ENGINES = ("auto", "dot", "tidy", "system")
"""What may lay a picture out; see `draw`."""


def draw(m: ArgumentMap, form: str = "svg", engine: str = "auto", notes: list[str] | None = None) -> bytes:
    """A map as a picture or as data: the bytes of a file in one of the formats of `PICTURES`.

    ``engine`` is "tidy" (argmap's own layout), "dot" (the Graphviz that pip brought), "system" (the Graphviz on the
    PATH) or "auto" (the usual one, tidy); what is to be told about the drawing is added to ``notes``. Raises ValueError
    for an unknown format or engine, `argmap.render.layout.LayoutError` when the map cannot be drawn.
    """
    renderer = _renderer(PICTURES, form)
    if PICTURES[form][0] != "argmap.render.drawing":
        return str(renderer(m)).encode()
    drawing = renderer(m, engine)
    if notes is not None:
        notes += drawing.notes
    return bytes(drawing.data)


def outline(m: ArgumentMap, form: str = "text") -> str:
    """A map in nested words, in one of the formats of `OUTLINES`. Raises ValueError for an unknown one."""
    return str(_renderer(OUTLINES, form)(m))


def in_questions(m: ArgumentMap, form: str = "text") -> str:
    """The critical questions of a map, in one of the formats of `QUESTIONS`. Raises ValueError for an unknown one."""
    return str(_renderer(QUESTIONS, form)(m))


def _renderer(known: Mapping[str, tuple[str, str]], form: str) -> Callable[..., Any]:
    if form not in known:
        raise ValueError(f"{form!r} is no format; there are {', '.join(known)}")
    module, name = known[form]
    function: Callable[..., Any] = getattr(import_module(module), name)
    return function
