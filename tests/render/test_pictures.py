"""Pictures as a reader sees them: laid out by the bundled Graphviz or by our own layout, and measured."""

from __future__ import annotations

import re
import struct
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader
from render import geometry
from seeds import written_by_seeds

import argmap
from argmap.render import drawing
from argmap.render.dot import layout
from argmap.render.errors import TooLargeError
from argmap.render.metrics import width


@pytest.fixture
def loaded(map_path: Path) -> argmap.ArgumentMap:
    return argmap.load(map_path)


@pytest.fixture(params=["dot", "tidy"])
def engine(request: pytest.FixtureRequest) -> str:
    """Each engine that draws SVG on every machine."""
    name: str = request.param
    return name


@pytest.fixture
def svg(loaded: argmap.ArgumentMap, engine: str) -> ElementTree.Element:
    return ElementTree.fromstring(argmap.draw(loaded, engine=engine))


def words(element: ElementTree.Element) -> str:
    return " ".join("".join(t.itertext()) for t in element.iter(f"{geometry.SVG}text"))


def test_every_statement_is_readable_text_inside_its_box(loaded: argmap.ArgumentMap, svg: ElementTree.Element) -> None:
    boxes = {box.name: box for box in geometry.boxes(svg)}
    assert boxes.keys() == {f"statement-{s.id}" for s in loaded.statements}
    for s in loaded.statements:
        box = boxes[f"statement-{s.id}"]
        shown = " ".join("".join(t.itertext()) for t in box.texts)
        assert " ".join(s.text.split()) in " ".join(shown.split())
        for text in box.texts:
            left, baseline = float(text.get("x", "nan")), float(text.get("y", "nan"))
            size = float(text.get("font-size", "nan"))
            bold = text.get("font-weight") == "bold"
            assert text.get("text-anchor", "start") == "start"
            assert left >= box.left
            assert left + width("".join(text.itertext()), size, bold) <= box.right
            assert box.top <= baseline - 0.7 * size
            assert baseline <= box.bottom


def test_no_box_covers_another(svg: ElementTree.Element) -> None:
    covering = [(a.name, b.name) for a, b in combinations(geometry.boxes(svg), 2) if a.overlaps(b)]
    assert covering == []


def test_no_line_runs_through_a_box(svg: ElementTree.Element) -> None:
    boxes = geometry.boxes(svg)
    for line in geometry.lines(svg):
        crossed = {box.name for box in boxes if any(box.holds(point) for point in line)}
        assert crossed == set()


def test_the_thesis_is_the_first_statement_and_stands_left_of_all_others(
    loaded: argmap.ArgumentMap, svg: ElementTree.Element
) -> None:
    first, *others = geometry.boxes(svg)
    assert first.name == f"statement-{loaded.thesis}"
    assert all(first.left <= box.left + 25 for box in others)  # the bar of an issue may stand before it


def test_parts_have_names_and_words_for_who_cannot_see(loaded: argmap.ArgumentMap, svg: ElementTree.Element) -> None:
    assert svg.findtext(f"{geometry.SVG}title") == loaded.title
    described = svg.findtext(f"{geometry.SVG}desc") or ""
    assert " ".join(loaded.statement(loaded.thesis).text.split()) in described
    ids = [e.get("id") for e in svg.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    on_statements = {f"argument-{a.id}" for a in loaded.arguments if a.conclusion}
    assert on_statements <= set(ids)
    kinds = {e.get("id"): (e.get("class") or "").split() for e in svg.iter(f"{geometry.SVG}g")}
    for s in loaded.statements:
        assert kinds[f"statement-{s.id}"] == ["statement", s.kind, loaded.side(s.id)]


def test_the_key_explains_just_what_is_used(loaded: argmap.ArgumentMap, svg: ElementTree.Element) -> None:
    shown = words(svg)
    assert ("unstated" in shown) == any(s.implicit for s in loaded.statements)
    assert ("rivals: at most one can win" in shown) == bool(loaded.issues)
    assert ("thicker line = stronger" in shown) == any(a.strength is not None for a in loaded.arguments)
    open_ones = [a for a in loaded.arguments if loaded.is_possibility(a)]
    assert ("might break it: nobody says so yet" in shown) == bool(open_ones)


def test_the_svg_names_no_program_and_holds_no_script(loaded: argmap.ArgumentMap, engine: str) -> None:
    text = argmap.draw(loaded, engine=engine).decode()
    assert "graphviz" not in text.lower()
    assert "<script" not in text
    assert 'font-family="Arial"' not in text


def test_the_png_is_as_large_as_the_svg_at_its_resolution(map_path: Path) -> None:
    loaded = argmap.load(map_path)
    png = argmap.draw(loaded, "png", "dot")
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    wide, high = struct.unpack(">II", png[16:24])
    size = re.search(rb'width="([\d.]+)pt" height="([\d.]+)pt"', argmap.draw(loaded, engine="dot"))
    assert size is not None
    assert wide == pytest.approx(float(size[1]) * drawing.DPI / 72, abs=3)
    assert high == pytest.approx(float(size[2]) * drawing.DPI / 72, abs=3)


def test_the_pdf_is_one_page_with_every_word_in_its_own_fonts(map_path: Path, tmp_path: Path, engine: str) -> None:
    loaded = argmap.load(map_path)
    path = tmp_path / "map.pdf"
    path.write_bytes(argmap.draw(loaded, "pdf", engine))
    (page,) = PdfReader(path).pages
    shown = " ".join(page.extract_text().split())
    for s in loaded.statements:
        for word in s.text.split():
            assert word in shown
    fonts = page["/Resources"]["/Font"].values()  # type: ignore[index]
    assert all("Arimo" in font.get_object()["/BaseFont"] for font in fonts)


@pytest.mark.parametrize(
    ("form", "engine"),
    [("svg", "dot"), ("svg", "tidy"), ("png", "dot"), ("pdf", "dot"), ("pdf", "tidy"), ("dot", "dot"), ("json", "dot")],
)
def test_every_run_makes_the_same_bytes(form: str, engine: str) -> None:
    """Also with another hash seed, in another process."""
    path = Path(__file__).parents[2] / "maps" / "old-cinema.argmap.yaml"
    program = (
        f"import argmap, sys; sys.stdout.buffer.write(argmap.draw(argmap.load({str(path)!r}), {form!r}, {engine!r}))"
    )
    made = written_by_seeds(program)
    assert len(made) == 1
    assert made != {b""}


def test_a_picture_too_large_for_a_bitmap_is_refused_with_advice() -> None:
    with pytest.raises(TooLargeError, match=r"40,000 by 200 pixels at 144 dpi.*`--dpi 116` fits, or write SVG"):
        layout.check_bitmap(20_000, 100, 144)
    with pytest.raises(TooLargeError, match=r"144 dpi, too large for PNG; write SVG or PDF instead"):
        layout.check_bitmap(80_000, 80_000, 144)
    layout.check_bitmap(20_000, 100, 117)


def test_an_unknown_format_or_engine_is_told_with_those_that_exist() -> None:
    loaded = argmap.loads("argmap: 1\ntitle: T\nclaims: A\n")
    known = "svg, png, pdf, html, dot, mermaid, d2, tikz, graphml, json"
    with pytest.raises(ValueError, match=f"'gif' is no format; there are {known}"):
        argmap.draw(loaded, "gif")
    with pytest.raises(ValueError, match="'neato' is no engine; there are auto, dot, tidy, system"):
        argmap.draw(loaded, engine="neato")
    with pytest.raises(ValueError, match="'rst' is no format; there are text, markdown"):
        argmap.outline(loaded, "rst")
