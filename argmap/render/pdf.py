"""Laid-out SVGs as the pages of a PDF, each of its own size, with its fonts inside: needs the extra ``argmap[pdf]``.

They are made of three kinds of shapes; each is drawn again by fpdf2, in Arimo, whose letters are as wide as Arial's.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from importlib import resources
from typing import Any
from xml.etree import ElementTree

from argmap.model import ArgumentMap
from argmap.render.errors import LayoutError

_SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_LONGEST = 14_400
"""Points that a side of a PDF page may have; a larger picture is scaled down."""


def draw_svg(svgs: Sequence[str], m: ArgumentMap) -> bytes:
    """The PDF of SVGs of a map, a page for each. Raises `LayoutError` when the extra is not installed."""
    try:
        import fontpkg_arimo
        import fpdf
    except ImportError:
        raise LayoutError('PDF needs two more packages: `pip install "argmap[pdf]"`') from None
    # What letters are missing is told once, in our own words (`argmap.render.drawing`).
    logging.getLogger("fpdf").setLevel(logging.ERROR)
    pdf = fpdf.FPDF(unit="pt")
    pdf.set_auto_page_break(False)
    pdf.set_title(m.title)
    pdf.set_lang(m.language or "en")
    pdf.set_creation_date(datetime(1970, 1, 1, tzinfo=UTC))  # the same bytes on every run
    fonts = resources.files(fontpkg_arimo) / "files"
    with resources.as_file(fonts) as folder:
        pdf.add_font("Arimo", "", folder / "Arimo[wght].ttf")
        pdf.add_font("Arimo", "B", folder / "Arimo[wght].ttf", variations={"wght": 700.0})
        pdf.add_font("Arimo", "I", folder / "Arimo-Italic[wght].ttf")
        for svg in svgs:
            _draw_page(fpdf, pdf, ElementTree.fromstring(svg))
        return bytes(pdf.output())


def _draw_page(fpdf: Any, pdf: Any, root: ElementTree.Element) -> None:
    width, height = (float(root.get(side, "0").removesuffix("pt")) for side in ("width", "height"))
    shrunk = min(1.0, _LONGEST / max(width, height))
    pdf.add_page(format=(width * shrunk, height * shrunk))
    own_width = float(root.get("viewBox", "").split()[2])
    for element, left, top, address in _shapes(root):
        _draw(fpdf, pdf, element, left, top, width / own_width * shrunk, address)


def _shapes(root: ElementTree.Element) -> Iterator[tuple[ElementTree.Element, float, float, str | None]]:
    """Every shape with its origin and the address of the link that it stands in."""
    todo: list[tuple[ElementTree.Element, float, float, str | None]] = [(root, 0.0, 0.0, None)]
    while todo:
        element, left, top, address = todo.pop()
        if moved := re.search(r"translate\(([-\d.]+) ([-\d.]+)\)", element.get("transform", "")):
            left, top = left + float(moved[1]), top + float(moved[2])
        address = element.get(f"{_XLINK}href") or address
        if element.tag in _DRAWN:
            yield element, left, top, address
        todo.extend((child, left, top, address) for child in reversed(element))


_DRAWN = {f"{_SVG}{name}" for name in ("polygon", "path", "text")}


def _draw(
    fpdf: Any, pdf: Any, element: ElementTree.Element, left: float, top: float, scale: float, link: str | None
) -> None:
    if element.tag == f"{_SVG}text":
        style = "B" if element.get("font-weight") == "bold" else "I" if element.get("font-style") == "italic" else ""
        size = float(element.get("font-size", "11")) * scale
        pdf.set_font("Arimo", style, size)
        pdf.set_text_color(*_rgb(element.get("fill", "#000000")))
        x, y = ((float(element.get(name, "0")) + origin) * scale for name, origin in (("x", left), ("y", top)))
        words = "".join(element.itertext())
        if element.get("direction") == "rtl":
            x -= pdf.get_string_width(words)
        pdf.text(x, y, words)
        if link:
            pdf.link(x, y - size, pdf.get_string_width(words), size * 1.2, link)
        return
    path = fpdf.drawing.PaintedPath()
    for command, numbers in _commands(element):
        placed = [(n + (left if i % 2 == 0 else top)) * scale for i, n in enumerate(numbers)]
        {"M": path.move_to, "L": path.line_to, "C": path.curve_to}[command](*placed)
    path.style.auto_close = element.tag == f"{_SVG}polygon"
    path.style.fill_color = _colour(element.get("fill"))
    path.style.stroke_color = _colour(element.get("stroke"))
    path.style.stroke_cap_style = "butt"  # other caps would close the gaps of dashes
    path.style.stroke_width = float(element.get("stroke-width", "1")) * scale
    dashes = [float(n) * scale for n in re.findall(r"[\d.]+", element.get("stroke-dasharray", ""))]
    path.style.stroke_dash_pattern = dashes or None
    with pdf.drawing_context() as context:
        context.add_item(path)


def _commands(element: ElementTree.Element) -> Iterator[tuple[str, list[float]]]:
    """The strokes of a shape, as absolute moves, lines and curves."""
    if element.tag != f"{_SVG}path":
        numbers = _numbers(element.get("points", ""))
        for at in range(0, len(numbers), 2):
            yield "L" if at else "M", numbers[at : at + 2]
        return
    for letter, text in re.findall(r"([MLC])([^MLCZz]*)", element.get("d", "")):
        numbers = _numbers(text)
        step = 6 if letter == "C" else 2
        for at in range(0, len(numbers), step):
            yield letter, numbers[at : at + step]


def _numbers(text: str) -> list[float]:
    return [float(n) for n in re.findall(r"-?[\d.]+", text)]


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _colour(colour: str | None) -> str | None:
    return None if colour in (None, "none") else colour
