"""The styles arrows, tree and toulmin: what they show, and that nothing covers anything in them."""

from __future__ import annotations

import os
import re
from itertools import combinations, pairwise
from math import hypot
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from render import geometry
from render.geometry import Rect, extent, words
from seeds import written_by_seeds
from strategies import graphs, shapes

import argmap
from argmap.looks import CHOICES, Style
from argmap.model import ArgumentMap
from argmap.render import draw_pages
from argmap.render.evaluated import with_evaluation
from argmap.render.styles.toulmin import narrowed
from argmap.selection import Shown, viewed

GOLDEN = Path(__file__).parent / "golden" / "styles"
BRIDGE = Path(__file__).parents[2] / "maps" / "bridge-closure.argmap.yaml"
STYLES = ("arrows", "tree", "toulmin")
DIRECTIONS = CHOICES["direction"]


def drawn(shown: Shown, **looks: Any) -> ElementTree.Element:
    return ElementTree.fromstring(argmap.draw(shown, engine="tidy", style=Style(**looks)))


def heads(root: ElementTree.Element) -> list[tuple[geometry.Point, ...]]:
    """The corners of each point of an arrow."""
    edges = [g for g in root.iter(f"{geometry.SVG}g") if g.get("class") == "edge"]
    return [tuple(geometry.pairs(p.get("points", ""))) for g in edges for p in g.iter(f"{geometry.SVG}polygon")]


def distance(box: Rect, point: geometry.Point) -> float:
    x, y = point
    return hypot(max(box.left - x, 0, x - box.right), max(box.top - y, 0, y - box.bottom))


def covers(box: Rect, point: geometry.Point) -> bool:
    """Whether a point lies in a box whose corners are round, further than a line is wide from its rim."""
    x, y = point
    wide, high = box.right - box.left, box.bottom - box.top
    radius = high / 2 if abs(wide - high) < 1 else min(12.0, wide / 2, high / 2)  # what is as wide as high is a circle
    across = max(box.left + radius - x, x - box.right + radius, 0)
    down = max(box.top + radius - y, y - box.bottom + radius, 0)
    return box.holds(point, margin=1.5) and hypot(across, down) < radius - 1.5


def check(root: ElementTree.Element) -> None:
    """Boxes cover nothing and hold their texts, no line runs through one, all is on the page, arrows end at boxes."""
    boxes = geometry.boxes(root)
    listed = [
        t for g in root.iter(f"{geometry.SVG}g") if g.get("class") == "listed" for t in g.iter(f"{geometry.SVG}text")
    ]
    assert [(a.name, b.name) for a, b in combinations(boxes, 2) if a.overlaps(b, margin=0.05)] == []
    for box in boxes:
        for text in map(extent, box.texts):
            assert box.left + 5 <= text.left
            assert text.right <= box.right - 5
            assert box.top + 4 <= text.top
            assert text.bottom <= box.bottom - 4
        assert not any(a.overlaps(b, margin=0.5) for a, b in combinations(map(extent, box.texts), 2))
        assert [t.name for t in map(extent, listed) if t.overlaps(box, margin=0.5)] == []
    for line in geometry.lines(root):
        assert {box.name for box in boxes if any(covers(box, point) for point in line[::4])} == set()
    for corners in heads(root):
        assert min(min(distance(box, corner) for corner in corners) for box in frames(root)) <= 3.6
        assert not any(covers(box, corner) for corner in corners for box in boxes)
    _, _, wide, high = map(float, root.get("viewBox", "").split())
    (whole,) = (g for g in root if g.get("class") == "graph")
    ((x, y),) = geometry.pairs(whole.get("transform", ""))
    page = Rect("page", -x, -y, wide - x, high - y)
    for thing in (*boxes, *map(extent, root.iter(f"{geometry.SVG}text"))):
        assert page.left <= thing.left
        assert thing.right <= page.right
        assert page.top <= thing.top
        assert thing.bottom <= page.bottom


def frames(root: ElementTree.Element) -> list[Rect]:
    """All boxes, also those that repeat a statement."""
    found = geometry.boxes(root)
    for group in root.iter(f"{geometry.SVG}g"):
        if group.get("class") == "part":
            outline = next(e for e in group.iter() if e.tag in (f"{geometry.SVG}path", f"{geometry.SVG}polygon"))
            xs, ys = zip(*geometry.pairs(outline.get("points") or outline.get("d") or ""), strict=True)
            found.append(Rect("again", min(xs), min(ys), max(xs), max(ys)))
    return found


LOOKS = {
    "direction": st.sampled_from(DIRECTIONS),
    "theme": st.sampled_from(CHOICES["theme"]),
    "colour_by": st.sampled_from(CHOICES["colour-by"]),
    "show": st.lists(st.sampled_from(CHOICES["show"])),
    "wrap": st.integers(100, 600),
    "key": st.booleans(),
    "edge_words": st.booleans(),
}


@pytest.mark.parametrize("style", STYLES)
@given(m=graphs(), data=st.data())
@settings(max_examples=25)
def test_nothing_covers_or_leaves_anything_whatever_the_texts(style: str, m: ArgumentMap, data: st.DataObject) -> None:
    looks = data.draw(st.fixed_dictionaries({}, optional=LOOKS))
    semantics = data.draw(st.sampled_from((None, "standing", "df-quad")))
    shown = with_evaluation(m, argmap.evaluate(m, semantics)) if semantics else m
    check(drawn(shown, style=style, **looks))


@pytest.mark.parametrize("style", STYLES)
@given(m=shapes(statements=25, arguments=40), data=st.data())
@settings(max_examples=25)
def test_nothing_covers_or_leaves_anything_whatever_the_shape(style: str, m: ArgumentMap, data: st.DataObject) -> None:
    direction = data.draw(st.sampled_from(DIRECTIONS))
    shown: Shown = m
    if data.draw(st.booleans()):
        shown = m.select(
            focus=data.draw(st.sampled_from([s.id for s in m.statements])), depth=data.draw(st.integers(0, 3))
        )
    root = drawn(shown, style=style, direction=direction)
    check(root)
    view = narrowed(shown) if style == "toulmin" else viewed(shown)
    assert {box.name for box in geometry.boxes(root)} == {f"statement-{s.id}" for s in view.map.statements}
    for mark in view.marks.values():
        assert str(mark) in words(root)


# ---- the maps


@pytest.mark.parametrize("style", STYLES)
def test_nothing_covers_or_leaves_anything_in_the_maps(map_path: Path, style: str) -> None:
    m = argmap.load(map_path)
    # test_measured.py looks at the large map in every direction.
    is_large = len(m.statements) > 40
    for direction in [argmap.Style(style=style).direction] if is_large else DIRECTIONS:
        for shown in (m, with_evaluation(m, argmap.evaluate(m, "standing"))):
            check(drawn(shown, style=style, direction=direction, edge_words=shown is m))
        if style != "toulmin":
            check(drawn(m.select(links="lines"), style=style, direction=direction))


CASES = [("arrows", {"edge_words": True}), ("arrows", {"direction": "TB"}), ("tree", {}), ("tree", {"direction": "LR"})]
CASES += [("toulmin", {}), ("toulmin", {"theme": "print"})]


@pytest.mark.parametrize(("style", "looks"), CASES)
def test_looks_as_before(style: str, looks: dict[str, Any]) -> None:
    """After a change that is meant, `ARGMAP_UPDATE=1` writes the files anew: read the difference before it is kept."""
    made = argmap.draw(argmap.load(BRIDGE), style=Style(style=style, **looks)).decode()
    golden = (
        GOLDEN
        / f"{'-'.join([style, *(name if value is True else value.lower() for name, value in looks.items())])}.svg"
    )
    if os.environ.get("ARGMAP_UPDATE"):
        GOLDEN.mkdir(exist_ok=True)
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("style", STYLES)
def test_every_run_makes_the_same_bytes(style: str) -> None:
    program = f"""
import argmap, sys
m = argmap.load({str(BRIDGE)!r})
sys.stdout.buffer.write(argmap.draw(m, "svg", style=argmap.Style(style={style!r})))
"""
    made = written_by_seeds(program)
    assert len(made) == 1
    assert made != {b""}


@pytest.mark.parametrize("style", STYLES)
def test_png_and_pdf_are_made(style: str) -> None:
    m = argmap.load(BRIDGE)
    look = Style(style=style)
    assert argmap.draw(m, "png", style=look).startswith(b"\x89PNG")
    assert argmap.draw(m, "pdf", style=look).startswith(b"%PDF")


def marks(root: ElementTree.Element) -> list[tuple[str, ...]]:
    """Everything below the heading of a picture but its places: what each thing is, how it looks, and its text."""
    (whole,) = (g for g in root if g.get("class") == "graph")
    places = {"x", "y", "points", "d", "width", "height", "viewBox", "transform"}
    return [
        (e.tag, e.text or "", *(f"{name}={value}" for name, value in sorted(e.items()) if name not in places))
        for part in whole
        if part.get("class") != "heading"  # whose lines break where the picture ends
        for e in part.iter()
    ]


@given(graphs(), st.sampled_from(CHOICES["style"]), st.sampled_from(DIRECTIONS), st.sampled_from(("chips", "lines")))
@settings(max_examples=25, deadline=None)
def test_nobody_can_tell_which_engine_ran(m: ArgumentMap, style: str, direction: str, links: str) -> None:
    look, notes = Style(style=style, direction=direction), []
    shown = m.select(links=links)
    by_graphviz = ElementTree.fromstring(argmap.draw(shown, engine="dot", notes=notes, style=look))
    assert marks(by_graphviz) == marks(drawn(shown, style=style, direction=direction))
    assert not [note for note in notes if "took its place" in note]


@pytest.mark.parametrize("style", STYLES)
def test_parts_have_names_and_words_for_who_cannot_see(map_path: Path, style: str) -> None:
    m = argmap.load(map_path)
    text = argmap.draw(m, style=Style(style=style)).decode()
    root = ElementTree.fromstring(text)
    assert root.findtext(f"{geometry.SVG}title") == m.title
    assert root.findtext(f"{geometry.SVG}desc")
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    view = narrowed(m) if style == "toulmin" else viewed(m)
    groups = {g.get("id"): g for g in root.iter(f"{geometry.SVG}g")}
    for s in view.map.statements:
        group = groups[f"statement-{s.id}"]
        assert group.get("class") == f"statement {s.kind} {m.side(s.id)}"
        assert " ".join(s.text.split()) in (group.findtext(f".//{geometry.SVG}title") or "")
    if style != "toulmin":
        assert {f"argument-{a.id}" for a in m.arguments} <= set(ids)
    assert "<script" not in text


# ---- arrows

SMALL = """
argmap: 1
title: T
claims:
  - claim: Thesis.
    id: thesis
    because:
      - all:
          - claim: First.
            id: first
          - claim: Second.
            id: second
        unless:
          - evidence: Cut.
            id: cut
            cite: book
    but:
      - claim: Doubt.
        id: doubt
sources: {book: {title: A book}}
"""


def test_a_support_ends_in_a_point_and_an_attack_in_a_bar_across() -> None:
    root = drawn(argmap.loads(SMALL), style="arrows")
    assert sorted(len(corners) for corners in heads(root)) == [3, 4]
    (attack,) = (
        g
        for g in root.iter(f"{geometry.SVG}g")
        if g.get("class") == "edge" and "5,2" in ElementTree.tostring(g, "unicode")
    )
    ((one, two),) = [
        (min(xs), max(xs)) for xs in ([x for x, _ in corners] for corners in heads(root) if len(corners) == 4)
    ]
    assert two - one < 4
    assert attack is not None


def test_edge_words_are_said_when_asked_for_and_are_those_of_the_steps() -> None:
    m = argmap.loads(SMALL)
    plain, worded = (
        words(drawn(m, style="arrows", key=False)),
        words(drawn(m, style="arrows", key=False, edge_words=True)),
    )
    for word in ("supports", "attacks", "undercuts"):
        assert word not in plain
        assert worded.count(word) == 1
    perhaps = argmap.loads(
        "argmap: 1\ntitle: T\nclaims:\n  - claim: A\n    because:\n      - claim: B\n        unless: C\n"
    )
    assert "perhaps" in words(drawn(perhaps, style="arrows", key=False, edge_words=True))


def test_the_key_tells_of_arrows_what_is_used() -> None:
    shown = words(drawn(argmap.loads(SMALL), style="arrows"))
    for told in ("supports", "attacks", "count only together", "breaks the step to which it points"):
        assert told in shown
    assert "whose bar it touches" not in shown
    assert "might break it" not in shown
    assert "count only together" not in words(drawn(argmap.loads("argmap: 1\ntitle: T\nclaims: A\n"), style="arrows"))


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_what_breaks_a_step_stands_beside_it_and_its_point_is_at_the_arrow(direction: str) -> None:
    """Not at a box: the nearest one is further away than the arrow is."""
    root = drawn(argmap.loads(SMALL), style="arrows", direction=direction)
    boxes = geometry.boxes(root)
    node = next(g for g in root.iter(f"{geometry.SVG}g") if (g.get("class") or "").startswith("node argument for"))
    lines = next(g for g in node if g.get("class") == "part")
    (point,) = (list(geometry.pairs(p.get("points", ""))) for p in lines.iter(f"{geometry.SVG}polygon"))
    assert min(distance(box, point[0]) for box in boxes) > 10


# ---- tree


def test_the_list_of_a_tree_says_without_colour_whom_a_statement_helps() -> None:
    root = drawn(argmap.load(BRIDGE), style="tree")
    listed = [words(g) for g in root.iter(f"{geometry.SVG}g") if g.get("class") == "listed"]
    assert any(re.match("12 ▼ ?A longer way", entry) for entry in listed)
    assert any(re.match("13 ▲ ?Safety comes first", entry) for entry in listed)


@given(shapes(12, 20))
@settings(max_examples=30)
def test_the_numbers_of_a_tree_are_those_of_the_outline(m: ArgumentMap) -> None:
    root = drawn(m, style="tree")
    numbers = {s.id: str(n) for n, s in enumerate(m.reading_order(), 1)}
    for box in geometry.boxes(root):
        assert "".join(box.texts[0].itertext()) == numbers[box.name.removeprefix("statement-")]
    listed = [words(g) for g in root.iter(f"{geometry.SVG}g") if g.get("class") == "listed"]
    signless = [re.sub("[▲▼] ?", "", entry) for entry in listed]
    told = [entry for entry in signless if re.match(r"\d+ Text of", entry)]
    assert told == [f"{n} {s.text}" for n, s in enumerate(m.reading_order(), 1)] or len(told) == len(m.statements)


def test_a_tree_has_its_conclusion_at_the_bottom_and_premises_that_count_together_side_by_side() -> None:
    boxes = {
        box.name.removeprefix("statement-"): box for box in geometry.boxes(drawn(argmap.loads(SMALL), style="tree"))
    }
    assert all(boxes["thesis"].top > box.bottom for name, box in boxes.items() if name != "thesis")
    assert boxes["first"].top == boxes["second"].top
    assert boxes["first"].right < boxes["second"].left
    turned = {box.name: box for box in geometry.boxes(drawn(argmap.loads(SMALL), style="tree", direction="TB"))}
    assert turned["statement-thesis"].bottom < turned["statement-first"].top


def test_the_list_of_a_tree_says_how_surely_and_why_steps_are_taken() -> None:
    shown = words(drawn(argmap.load(BRIDGE), style="tree"))
    assert "10 ► 1 presumably, since a railing that fails once protects nobody above the weir" in shown
    assert "3 + 7 ► 2 almost certainly" in shown
    assert "The footbridge at Alder Mill must be closed." in shown


def test_a_tree_on_paper_has_its_list_on_pages_of_its_own() -> None:
    m = argmap.load(BRIDGE.with_name("us-russia-after-9-11.argmap.yaml"))
    pages = [ElementTree.fromstring(page) for page in draw_pages(m, "svg", style=Style(style="tree"))]
    drawn_boxes = [box.name for page in pages for box in geometry.boxes(page)]
    assert {f"statement-{s.id}" for s in m.statements} == set(drawn_boxes)
    listed = " ".join(words(page) for page in pages if not geometry.boxes(page))
    for s in m.statements:
        assert " ".join(s.text.split()) in listed
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in words(page)
        check(page)


# ---- toulmin


def told(focus: str | None = None, **looks: Any) -> tuple[str, list[str]]:
    m = argmap.load(BRIDGE)
    notes: list[str] = []
    shown: Shown = m if focus is None else m.select(focus=focus)
    svg = argmap.draw(shown, notes=notes, style=Style(style="toulmin", **looks))
    return words(ElementTree.fromstring(svg)), notes


def test_toulmin_names_the_parts_of_the_arguments_on_the_thesis_and_says_so() -> None:
    shown, notes = told()
    assert notes == [
        "toulmin draws the 3 arguments on “Close the bridge”, 8 of 13 statements; "
        "--focus ID chooses another statement or argument"
    ]
    for part in (
        "▲ DATUM Too weak",
        "▲ WARRANT The rule for closing",
        "▲ BACKING Written in the rules",
        "QUALIFIER presumably",
        "REBUTTAL, IF IT IS SO Perhaps a single blow",
        "▲ REBUTTAL Safety comes first",
        "so not",
    ):
        assert part in shown
    assert shown.count("● CLAIM Close the bridge") == 3
    assert "A third is gone" not in shown
    assert "+5 more" in shown


def test_toulmin_says_what_the_map_does_not_state() -> None:
    shown, _ = told("too-weak")
    assert [shown.count(f"no {part} stated") for part in ("data", "qualifier", "warrant", "backing", "rebuttal")] == [
        0, 0, 0, 1, 1,
    ]  # fmt: skip
    bare = words(drawn(argmap.loads("argmap: 1\ntitle: T\nclaims: A claim\n"), style="toulmin"))
    assert "A claim" in bare
    assert [f"no {part} stated" in bare for part in ("data", "qualifier", "warrant", "backing", "rebuttal")] == [
        True, True, True, False, True,
    ]  # fmt: skip


def test_the_focus_chooses_the_argument() -> None:
    m = argmap.load(BRIDGE)
    of_statement, notes = told("too-weak")
    assert notes == ["toulmin draws the argument on “Too weak”, 3 of 13 statements"]
    assert "● CLAIM" not in of_statement
    (argument,) = m.arguments_on("too-weak")
    assert told(argument.id)[0] == of_statement
    (premise, _) = argument.premises
    cut = m.undercutters(m.arguments_on(premise.statement)[0].id)[0]
    gauge, _ = told(cut.premises[0].statement)
    assert "DATUM Six instead of nine" in gauge, "a premise of what breaks a step is drawn with that step"
    assert "REBUTTAL Gauge out of adjustment" in gauge
    assert "▲ CLAIM A third is gone" in gauge


def test_toulmin_runs_to_the_claim_alone() -> None:
    _, notes = told(direction="TB")
    assert notes[-1] == "toulmin runs from the data on the left to the claim; the direction of the style is left out"
    pages = draw_pages(argmap.load(BRIDGE), "svg", style=Style(style="toulmin"))
    found = [words(ElementTree.fromstring(page)) for page in pages]
    assert sum(page.count("● CLAIM Close the bridge") for page in found) == 3


# ---- what was mended after looking at the pictures


def circles(root: ElementTree.Element) -> dict[str, Rect]:
    return {box.name: box for box in geometry.boxes(root)}


def test_what_breaks_a_step_stands_in_its_row_at_any_depth() -> None:
    build = argmap.Builder("T")
    step = build.claim("Thesis.", id="thesis").because(build.claim("One.", id="one"))
    for name in ("two", "three", "four"):
        step = step.unless(build.claim(f"{name}.", id=name))
    for style in ("tree", "arrows"):
        boxes = circles(drawn(build.build(), style=style, direction="TB"))
        assert len({boxes[f"statement-{name}"].top for name in ("one", "two", "three", "four")}) == 1


@pytest.mark.parametrize("semantics", ["standing", "quadratic-energy"])
def test_evaluated_numbers_are_circles_unless_many_arrows_end_at_them(map_path: Path, semantics: str) -> None:
    m = argmap.load(map_path)
    root = drawn(with_evaluation(m, argmap.evaluate(m, semantics)), style="tree", direction="TB")
    lengths = {b.name.removeprefix("statement-"): (b.right - b.left) - (b.bottom - b.top) for b in geometry.boxes(root)}
    assert {id for id, longer in lengths.items() if abs(longer) > 0.2 and len(m.arguments_on(id)) < 4} == set()
    assert {id for id, longer in lengths.items() if longer < 5 and len(m.arguments_on(id)) > 4} == set()


def test_many_arrows_make_their_box_long_enough_for_their_points() -> None:
    build = argmap.Builder("T")
    thesis = build.claim("Thesis.", id="thesis")
    for number in range(30):
        thesis.but(f"Objection {number}.")
    for direction, across in (("LR", 1), ("TB", 0)):
        root = drawn(build.build(), style="arrows", direction=direction)
        ends = sorted(sum(corner[across] for corner in corners) / len(corners) for corners in heads(root))
        assert len(ends) == 30
        assert min(b - a for a, b in pairwise(ends)) > 12


def fan(reasons: int, premises: int, cuts: bool) -> ArgumentMap:
    """As many arguments for and against the thesis, and on the second of three premises that support it together."""
    build = argmap.Builder("T")
    thesis, second = build.claim("Thesis."), build.claim("Second.")
    thesis.because("First.", second, "Third.")
    for about in (thesis, second):
        for number in range(reasons):
            step = (about.but if number % 3 == 1 else about.because)(*(f"{number}, {n}." for n in range(premises)))
            if cuts and number % 2:
                step.unless("A cut.")
    return build.build()


@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize("reasons", [1, 3, 4, 5, 8, 12])
def test_lines_to_one_circle_meet_nowhere(reasons: int, direction: str) -> None:
    for premises, cuts in ((1, False), (3, True), (5, False)):
        root = drawn(fan(reasons, premises, cuts), style="tree", direction=direction)
        check(root)
        check_lines(root)


@given(m=shapes(statements=30, arguments=40), direction=st.sampled_from(DIRECTIONS))
@settings(max_examples=30)
def test_lines_of_a_tree_meet_nowhere(m: ArgumentMap, direction: str) -> None:
    check_lines(drawn(m, style="tree", direction=direction))


def check_lines(root: ElementTree.Element) -> None:
    """No line of one step to its conclusion crosses another, and the points of no two arrows cover each other."""
    lines = [[*line[:: max(1, len(line) // 20)], line[-1]] for line in geometry.lines(root)]
    for one, other in combinations(lines, 2):
        if geometry.near(one, other):
            assert not any(geometry.cross(*a, *b) for a in pairwise(one) for b in pairwise(other))
    for one, other in combinations(heads(root), 2):
        assert not (geometry.near(one, other) and geometry.meet(one, other))


@pytest.mark.parametrize("style", ["arrows", "toulmin"])
def test_lines_meet_in_line_with_a_premise_that_is_nearly_there(style: str) -> None:
    build = argmap.Builder("T")
    texts = ("One " * 20, "Two " * 10, "Three.")
    build.claim("Thesis.", id="thesis").because(*(build.claim(t.strip(), id=f"p{n}") for n, t in enumerate(texts)))
    root = drawn(build.build(), style=style)
    (second,) = (b for b in geometry.boxes(root) if b.name == "statement-p1")
    level = (second.top + second.bottom) / 2
    ways = [list(geometry.pairs(path.get("d", ""))) for path in root.iter(f"{geometry.SVG}path")]
    straight = [way for way in ways if all(abs(y - level) < 0.1 for _, y in way)]
    reached = [x for way in straight for x, _ in way if not second.left < x < second.right]
    assert max(reached) - min(reached) > 30  # from the premise on, past the place at which the lines meet
