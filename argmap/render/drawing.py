"""A map as a finished picture: composed, laid out, and made fit to publish."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from argmap.looks import Style
from argmap.model import ArgumentMap
from argmap.render import tidy
from argmap.render.dot import layout
from argmap.render.errors import LayoutError
from argmap.render.formats import ENGINES, PAPERS, SHEETS
from argmap.render.metrics import is_known
from argmap.render.picture import compose
from argmap.render.style import BODY
from argmap.render.svg import describe
from argmap.render.tidy.paint import paint
from argmap.render.tidy.scene import Scene
from argmap.render.tidy.xdot import to_placed_dot
from argmap.selection import Shown, viewed

USUAL_STYLE = Style()

USUAL = "tidy"
"""What "auto" means: "dot" or "tidy"."""

PATIENCE = 20
"""How many seconds Graphviz may take before our own layout stands in for it."""

DPI = 144
"""Pixels per inch of a PNG: twice the size of the text on a screen."""


class Drawing(NamedTuple):
    """The bytes of a picture, and what is to be told about it."""

    data: bytes
    notes: tuple[str, ...] = ()


def to_svg(shown: Shown, engine: str = "auto", style: Style = USUAL_STYLE) -> Drawing:
    """The map as SVG. Raises `LayoutError`."""
    svg, notes = _svg(shown, engine, style)
    return Drawing(svg.encode(), notes)


def to_png(shown: Shown, engine: str = "auto", style: Style = USUAL_STYLE, dpi: float = DPI) -> Drawing:
    """The map as PNG, painted by Graphviz, which must be there, with ``dpi`` pixels per inch.

    Raises `LayoutError`, and of its kinds `TooLargeError` for a picture too large for a bitmap.
    """
    scene, engine, notes = _laid_out(shown, engine, style)
    layout.check_bitmap(scene.width, scene.height, dpi)
    source = to_placed_dot(scene)
    if engine == "system":
        try:
            painter, told = layout.choose(engine)
            return Drawing(layout.run(painter, source, "png", dpi, PATIENCE, is_placed=True), told)
        except LayoutError as error:
            notes = (f"{error.why}; the bundled one took its place",)
    painter, told = layout.choose()
    picture = layout.run(painter, source, "png", dpi, is_placed=True)
    return Drawing(picture, tuple(dict.fromkeys(notes + told)) + _missing_letters(viewed(shown).map, "PNG"))


def to_pdf(shown: Shown, engine: str = "auto", style: Style = USUAL_STYLE) -> Drawing:
    """The map as a PDF page of its own size. Raises `LayoutError`, also when the extra is not installed."""
    from argmap.render.pdf import draw_svg

    svg, notes = _svg(shown, engine, style)
    return Drawing(draw_svg([svg], viewed(shown).map), notes + _missing_letters(viewed(shown).map, "PDF"))


def on_paper(
    shown: Shown, form: str, style: Style, paper: str, dpi: float = DPI
) -> tuple[list[bytes], tuple[str, ...]]:
    """The map on sheets of paper (`PAPERS`), laid out by the tidy layout, and what is to be told of it.

    ``form`` is svg or png, of which each page is a file, or pdf, which is one. Raises ValueError for any other,
    `LayoutError`.
    """
    if form not in SHEETS:
        raise ValueError(f"only svg, png and pdf have pages, not {form}")
    if paper not in PAPERS:
        raise ValueError(f"{paper!r} is no paper; there are {', '.join(PAPERS)}")
    view = viewed(shown)
    scenes = tidy.scenes(shown, style, paper)
    notes = () if form == "svg" else _missing_letters(view.map, form.upper())
    sizes = {number: scene.scale * BODY for number, scene in enumerate(scenes, 1)}
    small = [number for number, size in sizes.items() if size < tidy.SMALLEST]
    if small:
        where = f"on page {small[0]}" + (f" and {len(small) - 1} more" if len(small) > 1 else "")
        told = f"the text {where} is smaller than {tidy.SMALLEST:g} pt ({min(sizes.values()):.1f} pt)"
        notes += (f"{told}; `--style compact`, a smaller `--wrap` or `--show label` make it larger",)
    if form == "png":
        program, told_of_program = layout.choose("dot")
        layout.check_bitmap(*PAPERS[paper], dpi)
        placed = [(to_placed_dot(scene), dpi * scene.scale) for scene in scenes]
        pages = [layout.run(program, source, "png", fine, is_placed=True) for source, fine in placed]
        return pages, told_of_program + notes
    described = describe(view)
    svgs = [paint(scene, view, described) for scene in scenes]
    if form == "svg":
        return [svg.encode() for svg in svgs], notes
    from argmap.render.pdf import draw_svg

    return [draw_svg(svgs, view.map)], notes


def _svg(shown: Shown, engine: str, style: Style) -> tuple[str, tuple[str, ...]]:
    """The SVG of a map, and what is to be told about it."""
    scene, _, notes = _laid_out(shown, engine, style)
    return paint(scene, viewed(shown)), notes


def _laid_out(shown: Shown, engine: str, style: Style) -> tuple[Scene, str, tuple[str, ...]]:
    """Everything of a map at its place, the engine to go on with, and what is to be told about it.

    Our own layout stands in where Graphviz fails. Toulmin's arguments have fixed places, at which no engine is needed.
    """
    engine, picture = _chosen(engine), compose(shown)
    if engine == "tidy" or style.style == "toulmin":
        return tidy.scene(picture, style), engine, ()
    from argmap.render.dot.arranged import arranged

    try:
        program, notes = layout.choose(engine)
        return tidy.scene(picture, style, partial(arranged, program, PATIENCE)), engine, notes
    except LayoutError as error:
        return tidy.scene(picture, style), "tidy", (f"{error.why}; the tidy layout took its place",)


def _chosen(engine: str) -> str:
    """The engine of a name. Raises ValueError for an unknown one."""
    if engine not in ENGINES:
        raise ValueError(f"{engine!r} is no engine; there are {', '.join(ENGINES)}")
    return USUAL if engine == "auto" else engine


def _missing_letters(m: ArgumentMap, form: str) -> tuple[str, ...]:
    """A warning of letters that the built-in fonts do not have."""
    texts = [m.title, m.question or "", *(f"{s.text} {s.label or ''} {s.by or ''}" for s in m.statements)]
    missing = sorted({c for text in texts for c in text if not c.isspace() and not is_known(c)})
    if not missing:
        return ()
    some = " ".join(missing[:8])
    return (f"the built-in fonts of {form} may lack some letters ({some}); SVG shows them in the reader's own fonts",)
