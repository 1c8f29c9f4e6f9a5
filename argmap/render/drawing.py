"""A map as a finished picture: composed, laid out, and made fit to publish."""

from __future__ import annotations

from typing import NamedTuple

from argmap.model import ArgumentMap
from argmap.render import layout
from argmap.render.dot import to_dot
from argmap.render.metrics import is_known
from argmap.render.svg import finish

DPI = 144
"""Pixels per inch of a PNG: twice the size of the text on a screen."""


class Drawing(NamedTuple):
    """The bytes of a picture, and what is to be told about it."""

    data: bytes
    notes: tuple[str, ...] = ()


def to_svg(m: ArgumentMap, engine: str = "auto") -> Drawing:
    """The map as SVG. Raises `LayoutError`."""
    program, notes = layout.choose(engine)
    return Drawing(finish(layout.run(program, to_dot(m), "svg").decode(), m).encode(), notes)


def to_png(m: ArgumentMap, engine: str = "auto", dpi: int = DPI) -> Drawing:
    """The map as PNG. Raises `LayoutError`, also for a picture too large for a bitmap."""
    program, notes = layout.choose(engine)
    source = to_dot(m)
    layout.check_bitmap(layout.run(program, source, "svg").decode(), dpi)
    return Drawing(layout.run(program, source, "png", dpi), notes + _missing_letters(m, "PNG"))


def to_pdf(m: ArgumentMap, engine: str = "auto") -> Drawing:
    """The map as a PDF page of its own size. Raises `LayoutError`, also when the extra is not installed."""
    from argmap.render.pdf import draw_svg

    program, notes = layout.choose(engine)
    data = draw_svg(layout.run(program, to_dot(m), "svg").decode(), m)
    return Drawing(data, notes + _missing_letters(m, "PDF"))


def _missing_letters(m: ArgumentMap, form: str) -> tuple[str, ...]:
    """A warning of letters that the built-in fonts do not have."""
    texts = [m.title, m.question or "", *(f"{s.text} {s.label or ''} {s.by or ''}" for s in m.statements)]
    missing = sorted({c for text in texts for c in text if not c.isspace() and not is_known(c)})
    if not missing:
        return ()
    some = " ".join(missing[:8])
    return (f"the built-in fonts of {form} may lack some letters ({some}); SVG shows them in the reader's own fonts",)
