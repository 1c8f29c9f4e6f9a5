"""A map on pages of paper: all of it is there, once, and each page says where it goes on."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from render import geometry
from strategies import shapes

import argmap
from argmap.looks import CHOICES, Style
from argmap.model import ArgumentMap
from argmap.render import draw_pages
from argmap.render.formats import PAPERS
from argmap.render.picture import Box, Picture, Rivalry, compose
from argmap.render.tidy.pages import paged, statements_of

ARTICLE = Path(__file__).parents[2] / "maps" / "us-russia-after-9-11.argmap.yaml"


def boxes_of(page: Picture) -> list[Box]:
    """The boxes of a page without those that were begun elsewhere."""
    return [b for b in page.boxes() if not b.more.startswith("←")]


def cut(m: ArgumentMap, room: tuple[float, float]) -> list[Picture]:
    """Pages of a picture whose nodes are as large as they have boxes."""
    picture = compose(m)
    nodes = [*picture.roots, *(step for _, step in picture.steps)]
    sizes = [(50.0 * max(1, len(statements_of(node))), 100.0) for node in nodes]
    return paged(picture, sizes, {b.statement.id: (50.0, 100.0) for b in picture.boxes()}, room)


@given(shapes(20, 30), st.integers(100, 500), st.integers(300, 900))
@settings(max_examples=300)
def test_each_part_is_on_just_one_page_and_each_page_says_where_it_goes_on(
    m: ArgumentMap, across: int, along: int
) -> None:
    pages = cut(m, (across, along))
    assert all(sum(page.shelves) == len(page.roots) for page in pages)
    whole = compose(m)
    assert Counter(b.statement.id for page in pages for b in boxes_of(page)) == Counter(s.id for s in m.statements)
    steps = [step.argument.id for page in pages for _, step in page.steps]
    assert Counter(steps) == Counter(step.argument.id for _, step in whole.steps)
    roots = [root for page in pages for root in page.roots if isinstance(root, Rivalry) or root.more[:1] != "←"]
    assert len(roots) == len(whole.roots)
    home = {b.statement.id: number for number, page in enumerate(pages, 1) for b in boxes_of(page)}
    for number, page in enumerate(pages, 1):
        drawn = {b.statement.id for b in page.boxes()}
        assert len(drawn) == len(page.boxes()), "no statement is a box twice on a page"
        assert {start for start, _ in page.steps} <= drawn
        for box in page.boxes():
            if told := re.search(r"→ continued on page (\d+)", box.more):
                there = pages[int(told[1]) - 1]
                assert [r.more for r in there.roots if isinstance(r, Box) and r.statement == box.statement] == [
                    f"← continued from page {number}"
                ]
            if told := re.fullmatch(r"← continued from page (\d+)", box.more):
                assert home[box.statement.id] == int(told[1])


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("direction", CHOICES["direction"])
def test_every_page_is_a_sheet_that_holds_all_that_it_shows(paper: str, direction: str) -> None:
    m = argmap.load(ARTICLE)
    notes: list[str] = []
    pages = [ElementTree.fromstring(p) for p in draw_pages(m, "svg", paper, notes, Style(direction=direction))]
    assert notes == []
    assert len(pages) > 5
    shown = [name for page in pages for name in {box.name for box in geometry.boxes(page)}]
    assert set(shown) == {f"statement-{s.id}" for s in m.statements}
    for page in pages:
        wide, high = (float((page.get(side) or "").removesuffix("pt")) for side in ("width", "height"))
        sheet = {"a4": (841.9, 595.3), "letter": (792, 612)}[paper.removesuffix("-portrait")]
        assert (wide, high) == pytest.approx(sheet[::-1] if "portrait" in paper else sheet, abs=0.1)
        _, _, across, down = map(float, (page.get("viewBox") or "").split())
        assert wide / across * 11 >= 7
        (graph,) = (g for g in page if g.get("class") == "graph")
        ((x, y),) = geometry.pairs(graph.get("transform", ""))
        for box in geometry.boxes(page):
            assert box.left + x >= 28
            assert box.top + y >= 28
            assert box.right + x <= across - 28
            assert box.bottom + y <= down - 28


def test_rows_of_trees_fill_a_page_and_no_box_of_one_covers_one_of_another() -> None:
    m = argmap.load(ARTICLE)
    numbers = {}
    for direction in CHOICES["direction"]:
        drawn = draw_pages(m, "svg", "a4", None, Style(direction=direction))
        numbers[direction] = len(drawn)
        for page in drawn:
            boxes = geometry.boxes(ElementTree.fromstring(page))
            assert [(a.name, b.name) for a, b in combinations(boxes, 2) if a.overlaps(b)] == []
    assert max(numbers.values()) <= 14
    picture = compose(m)
    sizes = [(100.0, 200.0)] * (len(picture.roots) + len(picture.steps))
    pages = paged(picture, sizes, {b.statement.id: (50.0, 200.0) for b in picture.boxes()}, (500.0, 1200.0))
    assert any(len(page.shelves) > 1 for page in pages)


def test_a_small_map_is_one_page_at_its_own_size() -> None:
    (page,) = draw_pages(argmap.loads("argmap: 1\ntitle: T\nclaims: A\n"), "svg", "letter")
    root = ElementTree.fromstring(page)
    assert root.get("width") == "792pt"
    assert root.get("viewBox") == "0 0 792 612"
    assert "Page 1" not in page.decode()


@pytest.mark.parametrize("style", ["bars", "compact", "arrows", "tree"])
@pytest.mark.parametrize("direction", CHOICES["direction"])
def test_many_premises_that_count_together_can_be_read_on_paper(direction: str, style: str) -> None:
    """Where they stand side by side their boxes are narrower, where they stand below each other they are wider."""
    build = argmap.Builder("T")
    thesis = build.claim("Thesis.")
    text = "The council should spend more on parks, since families meet there without paying for it"
    step = thesis.because(*(build.claim(f"{text}, {n}.", id=f"p{n}", label=f"Park {n}") for n in range(8)))
    step.unless(f"{text}, unless it rains.")
    for number in range(9):
        thesis.but(f"{text}, perhaps, {number}.")
    for paper in PAPERS:
        notes: list[str] = []
        pages = draw_pages(build.build(), "svg", paper, notes, Style(style=style, direction=direction))
        assert notes == []
        names = {box.name for page in pages for box in geometry.boxes(ElementTree.fromstring(page))}
        assert {f"statement-p{n}" for n in range(8)} < names


def test_text_that_comes_out_too_small_is_told() -> None:
    build = argmap.Builder("T")
    thesis = build.claim("Thesis.")
    thesis.because(*[f"{number} " + "A long reason that all others need. " * 3 for number in range(20)])
    notes: list[str] = []
    draw_pages(build.build(), "svg", "a4", notes)
    (note,) = notes
    assert re.match(r"the text on page 2 is smaller than 7 pt \(\d\.\d pt\); `--style compact`", note)


def test_a_pdf_has_all_pages_and_says_where_it_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "map.pdf"
    (data,) = draw_pages(argmap.load(ARTICLE), "pdf")
    path.write_bytes(data)
    pages = PdfReader(path).pages
    assert len(pages) == len(draw_pages(argmap.load(ARTICLE), "svg"))
    first = pages[0].extract_text()
    assert f"Page 1 of {len(pages)}" in first
    assert "continued on page" in first
    assert [round(float(side)) for side in pages[0].mediabox[2:]] == [842, 595]


def test_what_has_no_pages_is_told() -> None:
    m = argmap.loads("argmap: 1\ntitle: T\nclaims: A\n")
    with pytest.raises(ValueError, match="only svg, png and pdf have pages, not dot"):
        draw_pages(m, "dot")
    with pytest.raises(ValueError, match="'a3' is no paper; there are a4, letter, a4-portrait"):
        draw_pages(m, "pdf", "a3")
