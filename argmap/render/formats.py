"""What may be asked for, by name: formats of pictures, outlines and tables, engines, sheets of paper.

A format is a module and a function in it, imported when it is first used: who only checks a map should not pay for
drawing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

PICTURES: Mapping[str, tuple[str, str]] = {
    "svg": ("argmap.render.drawing", "to_svg"),
    "png": ("argmap.render.drawing", "to_png"),
    "pdf": ("argmap.render.drawing", "to_pdf"),
    "html": ("argmap.render.page", "to_html"),
    "dot": ("argmap.render.dot.source", "to_dot"),
    "mermaid": ("argmap.render.networks.mermaid", "to_mermaid"),
    "d2": ("argmap.render.networks.d2", "to_d2"),
    "tikz": ("argmap.render.tikz", "to_tikz"),
    "graphml": ("argmap.render.networks.graphml", "to_graphml"),
    "json": ("argmap.render.data", "to_json"),
}
"""What `argmap render` makes."""

ENDINGS: Mapping[str, str] = {"mermaid": "mmd", "tikz": "tex"}
"""How the names of files end, where not like the format."""

BITMAPS = ("png",)
"""The formats that have pixels."""

SHEETS = ("svg", "png", "pdf")
"""The formats that are one finished sheet, on which a reader must find everything. The page folds what is too much, a
program lays DOT out as it likes, and data are read by programs: these have no limit."""

ENGINES = ("auto", "dot", "tidy", "system")
"""What may arrange the boxes of a picture; see `argmap.render.draw`."""

PAPERS: Mapping[str, tuple[float, float]] = {
    "a4": (841.9, 595.3), "letter": (792.0, 612.0), "a4-portrait": (595.3, 841.9), "letter-portrait": (612.0, 792.0),
}  # fmt: skip
"""Width and height of sheets of paper, in points; in landscape where nothing else is said."""

SKETCHES = (*SHEETS, "tikz", "dot")
"""The formats in which every style is drawn as it is."""

OUTLINES: Mapping[str, tuple[str, str]] = {
    "text": ("argmap.render.outlines.text", "to_text"),
    "markdown": ("argmap.render.outlines.markdown", "to_markdown"),
    "html": ("argmap.render.outlines.html", "to_html"),
    "latex": ("argmap.render.outlines.latex", "to_latex"),
    "opml": ("argmap.render.outlines.opml", "to_opml"),
    "docx": ("argmap.render.outlines.pandoc.word", "to_docx"),
    "odt": ("argmap.render.outlines.pandoc.word", "to_odt"),
    "pptx": ("argmap.render.outlines.pandoc.deck", "to_pptx"),
}
"""What `argmap outline` makes; each function takes a `Document` and gives a text, or the bytes of a file."""

BY_PANDOC = ("docx", "odt", "pptx")
"""Those of them that pandoc makes, when it is installed."""

LEVELS: Mapping[str, int] = {"docx": 9, "odt": 9}
"""How deep the lines of an outline may stand where a format has fewer levels than others: lists of Word have nine."""

TABLES: Mapping[str, tuple[str, str]] = {
    "csv": ("argmap.render.tables.spreadsheet", "to_csv"),
    "markdown": ("argmap.render.tables.pipes", "to_markdown"),
}
"""What `argmap table` makes."""

ROWS: Mapping[str, tuple[str, str]] = {
    name: ("argmap.render.rows", name) for name in ("statements", "arguments", "citations")
}
"""What there may be a table of: each has a row."""

QUESTIONS: Mapping[str, tuple[str, str]] = {
    "text": ("argmap.render.questions", "to_text"),
    "json": ("argmap.render.questions", "to_json"),
}
"""What `argmap questions` makes."""


def writer(known: Mapping[str, tuple[str, str]], form: str) -> Callable[..., Any]:
    """The function of one of these formats. Raises ValueError for an unknown one."""
    if form not in known:
        raise ValueError(f"{form!r} is no format; there are {', '.join(known)}")
    module, name = known[form]
    function: Callable[..., Any] = getattr(import_module(module), name)
    return function
