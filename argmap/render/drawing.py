"""A map as a finished picture: composed, laid out, and made fit to publish."""

from __future__ import annotations

import re
from typing import NamedTuple

from argmap.looks import Style
from argmap.model import ArgumentMap
from argmap.render import tidy
from argmap.render.dot import layout
from argmap.render.errors import LayoutError, TooLargeError
from argmap.render.formats import ENGINES, PAPERS, SHEETS
from argmap.render.metrics import is_known
from argmap.render.picture import compose
from argmap.render.style import BODY
from argmap.render.svg import describe
from argmap.render.tidy.paint import paint
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
    engine = _chosen(engine)
    painter, told = layout.choose("dot")
    is_bundled = not told  # only that one is known to paint what is placed already
    letters = _missing_letters(viewed(shown).map, "PNG")
    notes: tuple[str, ...] = ()
    if engine != "tidy" or not is_bundled:
        try:
            if beyond := _beyond_graphviz(shown, style):
                raise LayoutError(beyond, f"`pip install {layout.BUNDLED}`, leave --engine out, or write SVG")
            seconds = PATIENCE if is_bundled else layout.SECONDS
            picture, notes = _by_graphviz("system" if engine == "system" else "dot", shown, style, dpi, seconds)
            return Drawing(picture, notes + letters)
        except TooLargeError:
            raise
        except LayoutError as error:
            if not is_bundled:
                raise
            notes = (_instead(error),)
    scene = tidy.scene(compose(shown), style)
    layout.check_bitmap(scene.width, scene.height, dpi)
    return Drawing(layout.run(painter, to_placed_dot(scene), "png", dpi, is_placed=True), notes + letters)


def _by_graphviz(engine: str, shown: Shown, style: Style, dpi: float, seconds: float) -> tuple[bytes, tuple[str, ...]]:
    """A PNG that Graphviz has laid out, and what is to be told about it."""
    from argmap.render.dot.source import to_dot

    program, notes = layout.choose(engine)
    source = to_dot(shown, style)
    svg = layout.run(program, source, "svg", seconds=seconds).decode(errors="replace")
    if size := re.search(r'<svg [^>]*?width="([\d.]+)pt" height="([\d.]+)pt"', svg):
        layout.check_bitmap(float(size[1]), float(size[2]), dpi)
    return layout.run(program, source, "png", dpi, seconds), notes


def _beyond_graphviz(shown: Shown, style: Style) -> str:
    """What of a picture only our own layout can draw; empty for nothing."""
    if style.style not in ("bars", "compact"):
        return f"Graphviz does not draw {style.style}"
    if style.direction != "LR":
        return "Graphviz draws from left to right alone"
    return "Graphviz draws no cross lines" if viewed(shown).links == "lines" else ""


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
    """The finished SVG of a map, and what is to be told about it; our own layout where Graphviz fails."""
    engine = _chosen(engine)
    if engine == "tidy":
        return tidy.draw(shown, style), ()
    if beyond := _beyond_graphviz(shown, style):
        return tidy.draw(shown, style), (f"{beyond}; the tidy layout took its place",)
    from argmap.render.dot.source import to_dot
    from argmap.render.dot.svg import finish

    source = to_dot(shown, style)
    try:
        program, notes = layout.choose(engine)
        svg = layout.run(program, source, "svg", seconds=PATIENCE).decode(errors="replace")
        return finish(svg, viewed(shown)), notes
    except LayoutError as error:
        return tidy.draw(shown, style), (_instead(error),)


def _instead(error: LayoutError) -> str:
    return f"{error.why}; the tidy layout took its place"


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
