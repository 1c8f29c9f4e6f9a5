"""A map as a finished picture: composed, laid out, and made fit to publish."""

from __future__ import annotations

from typing import NamedTuple

from argmap.model import ArgumentMap
from argmap.render import ENGINES, layout
from argmap.render.metrics import is_known

USUAL = "dot"
"""What "auto" means for SVG and PDF: "dot" or "tidy"."""

PATIENCE = 20
"""How many seconds Graphviz may take before our own layout stands in for it."""

DPI = 144
"""Pixels per inch of a PNG: twice the size of the text on a screen."""


class Drawing(NamedTuple):
    """The bytes of a picture, and what is to be told about it."""

    data: bytes
    notes: tuple[str, ...] = ()


def to_svg(m: ArgumentMap, engine: str = "auto") -> Drawing:
    """The map as SVG. Raises `LayoutError`."""
    svg, notes = _svg(m, engine)
    return Drawing(svg.encode(), notes)


def to_png(m: ArgumentMap, engine: str = "auto", dpi: int = DPI) -> Drawing:
    """The map as PNG, which only Graphviz draws. Raises `LayoutError`, also for a picture too large for a bitmap."""
    from argmap.render.dot import to_dot

    _known(engine)
    program, notes = layout.choose("system" if engine == "system" else "dot")
    if engine == "tidy":
        notes += ("PNG is drawn by Graphviz; the tidy layout draws SVG and PDF",)
    source = to_dot(m)
    layout.check_bitmap(layout.run(program, source, "svg").decode(), dpi)
    return Drawing(layout.run(program, source, "png", dpi), notes + _missing_letters(m, "PNG"))


def to_pdf(m: ArgumentMap, engine: str = "auto") -> Drawing:
    """The map as a PDF page of its own size. Raises `LayoutError`, also when the extra is not installed."""
    from argmap.render.pdf import draw_svg

    svg, notes = _svg(m, engine)
    return Drawing(draw_svg(svg, m), notes + _missing_letters(m, "PDF"))


def _svg(m: ArgumentMap, engine: str) -> tuple[str, tuple[str, ...]]:
    """The finished SVG of a map, and what is to be told about it; our own layout where the bundled Graphviz fails."""
    from argmap.render import tidy

    _known(engine)
    engine = USUAL if engine == "auto" else engine
    if engine == "tidy":
        return tidy.draw(m), ()
    from argmap.render.dot import to_dot
    from argmap.render.svg import finish

    source = to_dot(m)
    try:
        program, notes = layout.choose(engine)
        return finish(layout.run(program, source, "svg", seconds=PATIENCE).decode(), m), notes
    except layout.LayoutError as error:
        if engine == "system":
            raise
        return tidy.draw(m), (f"{error.why}; the tidy layout drew the map instead",)


def _known(engine: str) -> None:
    if engine not in ENGINES:
        raise ValueError(f"{engine!r} is no engine; there are {', '.join(ENGINES)}")


def _missing_letters(m: ArgumentMap, form: str) -> tuple[str, ...]:
    """A warning of letters that the built-in fonts do not have."""
    texts = [m.title, m.question or "", *(f"{s.text} {s.label or ''} {s.by or ''}" for s in m.statements)]
    missing = sorted({c for text in texts for c in text if not c.isspace() and not is_known(c)})
    if not missing:
        return ()
    some = " ".join(missing[:8])
    return (f"the built-in fonts of {form} may lack some letters ({some}); SVG shows them in the reader's own fonts",)
