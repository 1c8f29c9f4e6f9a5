"""Our own layout keeps its laws for any map: nothing covers anything, nothing sticks out, lines keep to their gaps."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from render import geometry
from render.geometry import Rect, extent
from strategies import graphs, shapes

import argmap
from argmap.evaluate.verdicts import Evaluation
from argmap.looks import CHOICES, Style
from argmap.model import ArgumentMap
from argmap.render.evaluated import with_evaluation
from argmap.render.picture import compose
from argmap.render.tidy.columns import Node, arranged
from argmap.render.tidy.crossings import _between
from argmap.render.tidy.routes import Way, curve, lanes
from argmap.selection import View

DIRECTIONS = CHOICES["direction"]


def drawn(m: ArgumentMap | View, **settings: Any) -> ElementTree.Element:
    return ElementTree.fromstring(argmap.draw(m, engine="tidy", style=Style(**settings)))


def bars(root: ElementTree.Element) -> list[Rect]:
    """The bars of arguments and issues."""
    found = []
    for group in root.iter(f"{geometry.SVG}g"):
        if group.get("class") == "part" and (shape := group.find(f"{geometry.SVG}polygon")) is not None:
            points = list(geometry.pairs(shape.get("points", "")))
            xs, ys = [x for x, _ in points], [y for _, y in points]
            found.append(Rect(group.findtext(f"{geometry.SVG}title", ""), min(xs), min(ys), max(xs), max(ys)))
    return found


def check(root: ElementTree.Element) -> None:
    solid = geometry.boxes(root) + bars(root)
    assert [(a.name, b.name) for a, b in combinations(solid, 2) if a.overlaps(b, margin=0.05)] == []
    for box in geometry.boxes(root):
        for text in map(extent, box.texts):
            assert box.left + 6 <= text.left
            assert text.right <= box.right - 6
            assert box.top + 5 <= text.top
            assert text.bottom <= box.bottom - 5
    for line in geometry.lines(root):
        assert {thing.name for thing in solid if any(thing.holds(point, margin=0.1) for point in line[::4])} == set()
    _, _, wide, high = map(float, root.get("viewBox", "").split())
    (whole,) = (g for g in root if g.get("class") == "graph")
    ((x, y),) = geometry.pairs(whole.get("transform", ""))
    page = Rect("page", -x, -y, wide - x, high - y)
    for thing in (*solid, *map(extent, root.iter(f"{geometry.SVG}text"))):
        assert page.left <= thing.left
        assert thing.right <= page.right
        assert page.top <= thing.top
        assert thing.bottom <= page.bottom


@given(graphs(), st.data())
@settings(max_examples=100)
def test_nothing_covers_or_leaves_anything_whatever_the_texts(m: ArgumentMap, data: st.DataObject) -> None:
    settings = {
        "direction": st.sampled_from(DIRECTIONS),
        "style": st.sampled_from(CHOICES["style"]),
        "colour_by": st.sampled_from(CHOICES["colour-by"]),
        "show": st.lists(st.sampled_from(CHOICES["show"])),
        "wrap": st.integers(100, 600),
        "key": st.booleans(),
    }
    check(drawn(m, **data.draw(st.fixed_dictionaries({}, optional=settings))))


@pytest.mark.parametrize("direction", DIRECTIONS)
@given(m=shapes(statements=25, arguments=40))
@settings(max_examples=20)
def test_nothing_covers_or_leaves_anything_whatever_the_shape(m: ArgumentMap, direction: str) -> None:
    check(drawn(m, direction=direction))


@given(shapes(statements=12, arguments=20), st.data())
@settings(max_examples=60)
def test_nothing_covers_or_leaves_anything_whatever_part_is_shown(m: ArgumentMap, data: st.DataObject) -> None:
    direction = data.draw(st.sampled_from(DIRECTIONS))
    focus = data.draw(st.sampled_from([s.id for s in m.statements]))
    view = m.select(focus=focus, depth=data.draw(st.integers(0, 3)), hide=data.draw(st.sampled_from(((), "evidence"))))
    root = drawn(view, direction=direction)
    check(root)
    assert {box.name for box in geometry.boxes(root)} == {f"statement-{s.id}" for s in view.map.statements}
    shown = " ".join("".join(t.itertext()) for t in root.iter(f"{geometry.SVG}text"))
    for mark in view.marks.values():
        assert str(mark) in shown


@pytest.mark.parametrize(("theme", "style"), [*((theme, "bars") for theme in CHOICES["theme"]), ("light", "compact")])
@pytest.mark.parametrize("direction", DIRECTIONS)
def test_nothing_covers_or_leaves_anything_in_the_maps(map_path: Path, direction: str, theme: str, style: str) -> None:
    m = argmap.load(map_path)
    root = drawn(m, direction=direction, theme=theme, style=style)
    check(root)
    assert {box.name for box in geometry.boxes(root)} == {f"statement-{s.id}" for s in m.statements}


@pytest.mark.parametrize(("direction", "x", "y"), [("LR", 1, 0), ("RL", -1, 0), ("TB", 0, 1), ("BT", 0, -1)])
def test_reasons_follow_in_the_direction(direction: str, x: int, y: int) -> None:
    build = argmap.Builder("T")
    thesis = build.claim("Thesis.", id="thesis")
    reason = build.claim("Reason.", id="reason")
    thesis.because(reason).unless("Cut.")
    reason.but(build.claim("Doubt.", id="doubt"))
    boxes = {box.name: box for box in geometry.boxes(drawn(build.build(), direction=direction))}
    one, two, three = (boxes[f"statement-{name}"] for name in ("thesis", "reason", "doubt"))
    for first, second in ((one, two), (two, three)):
        if x:
            assert x * (second.left - first.left) > 200
        else:
            assert y * (second.top - first.top) > 80


@pytest.mark.parametrize("direction", DIRECTIONS)
@given(m=shapes(statements=15, arguments=30))
@settings(max_examples=25)
def test_a_cross_line_leads_from_each_chip_around_all_boxes(m: ArgumentMap, direction: str) -> None:
    root = drawn(m.select(links="lines"), direction=direction)
    check(root)
    crosses = [g for g in root.iter(f"{geometry.SVG}g") if g.get("class") == "cross"]
    shown = " ".join("".join(t.itertext()) for t in root.iter(f"{geometry.SVG}text"))
    assert len(crosses) == len(re.findall("→ see Text of", shown))
    assert ("leads to the statement that is meant" in shown) == bool(crosses)


BANDS = st.lists(st.tuples(st.integers(10, 40), st.integers(5, 80)), max_size=8)


@given(BANDS, st.integers(-20, 900))
def test_a_line_runs_between_the_nodes_of_a_column_where_that_is_nearest(
    pieces: list[tuple[int, int]], height: int
) -> None:
    """Pieces are a gap and the node below it."""
    bands, y = [], 0
    for gap, node in pieces:
        bands.append((y + gap, y + gap + node))
        y += gap + node
    found = _between(bands, height)
    assert found >= -8
    assert all(found <= top - 4 or found >= bottom + 4 for top, bottom in bands)
    if height >= -4 and all(height <= top - 4 or height >= bottom + 4 for top, bottom in bands):
        assert found == height


def test_lying_bars_say_their_word() -> None:
    m = argmap.load(Path(__file__).parents[2] / "maps" / "bridge-closure.argmap.yaml")
    for direction, has_words in (("LR", False), ("RL", False), ("TB", True), ("BT", True)):
        words = {"".join(t.itertext()) for t in drawn(m, direction=direction).iter(f"{geometry.SVG}text")}
        assert ({"because", "but", "unless", "unless, perhaps"} <= words) == has_words


def test_reasons_stand_in_the_order_written_and_about_their_conclusion() -> None:
    build = argmap.Builder("T")
    thesis = build.claim("Thesis.", id="thesis")
    for number in range(9):
        thesis.because(build.claim("A reason.", id=f"r{number}"))
    boxes = {box.name: box for box in geometry.boxes(drawn(build.build()))}
    tops = [boxes[f"statement-r{number}"].top for number in range(9)]
    assert tops == sorted(tops)
    assert {b - a for a, b in pairwise(tops)} == {tops[1] - tops[0]}
    first, last, middle = boxes["statement-r0"], boxes["statement-r8"], boxes["statement-thesis"]
    assert (first.top + last.bottom) / 2 == pytest.approx((middle.top + middle.bottom) / 2, abs=0.2)


def test_text_from_right_to_left_begins_at_the_right() -> None:
    build = argmap.Builder("T")
    build.claim("שלום עולם", id="peace")
    (box,) = geometry.boxes(drawn(build.build()))
    (text,) = (t for t in box.texts if t.text == "שלום עולם")
    assert text.get("direction") == "rtl"
    assert float(text.get("x", "nan")) == pytest.approx(box.right - 7)


def test_an_undercutter_has_its_name_and_stands_in_the_node_of_its_step() -> None:
    build = argmap.Builder("T")
    step = build.claim("Thesis.").because("Reason.")
    step.unless("Cut.")
    m = build.build()
    first, cut = (f"argument-{a.id}" for a in m.arguments)
    (node,) = (g for g in drawn(m).iter(f"{geometry.SVG}g") if g.get("id") == first)
    assert node.get("class") == "node argument for"
    (inner,) = (g for g in node.iter(f"{geometry.SVG}g") if g.get("id") == cut)
    assert inner.get("class") == "node argument undercuts"


def test_a_chain_of_any_length_is_drawn() -> None:
    build = argmap.Builder("T")
    claims = [build.claim(f"Claim {number}.", id=f"c{number}") for number in range(1500)]
    for one, other in pairwise(claims):
        one.because(other)
    m = build.build()
    assert len(geometry.boxes(drawn(evolve(m)))) == 1500


# ---- the parts


@st.composite
def forests(draw: st.DrawFn) -> tuple[list[Node], list[int]]:
    """Trees of up to thirty nodes, each after its parent."""
    number = draw(st.integers(1, 30))
    parents = [draw(st.integers(-1, at - 1)) for at in range(number)]
    following: list[list[int]] = [[] for _ in range(number)]
    for at, parent in enumerate(parents):
        if parent >= 0:
            following[parent].append(at)
    nodes = []
    for children in following:
        height = draw(st.integers(20, 400))
        cut = draw(st.integers(0, len(children)))
        parts = [part for part in (children[:cut], children[cut:]) if part]
        ports = sorted(draw(st.lists(st.integers(0, height), min_size=len(parts), max_size=len(parts))))
        entry = draw(st.integers(0, height))
        nodes.append(Node(height, entry, list(zip(map(float, ports), parts, strict=True))))
    return nodes, [at for at, parent in enumerate(parents) if parent < 0]


@given(forests())
def test_columns_keep_their_order_and_none_is_longer_than_the_fullest(forest: tuple[list[Node], list[int]]) -> None:
    nodes, column = forest
    tops = arranged(*forest)
    packed = []
    reached = 0.0
    while column:
        for one, other in pairwise(column):
            assert tops[one] + nodes[one].height + 10 <= tops[other] + 1e-6
        assert min(tops[at] for at in column) >= 0
        reached = max(reached, max(tops[at] + nodes[at].height for at in column))
        packed.append(sum(nodes[at].height for at in column) + 20 * (len(column) - 1))
        column = [child for at in column for _, branch in nodes[at].branches for child in branch]
    assert reached <= max(packed) + 1e-6


HEIGHTS = st.lists(st.integers(0, 900), min_size=1, max_size=12)


@given(HEIGHTS, HEIGHTS)
def test_lines_in_one_gap_do_not_cross(starts: list[int], ends: list[int]) -> None:
    number = min(len(starts), len(ends))
    # As in a picture: lines leave five points apart, and bars stand at least twenty points apart.
    ways = [
        Way(0, start + 5 * at, end + 20 * at)
        for at, (start, end) in enumerate(zip(sorted(starts[:number]), sorted(ends[:number]), strict=True))
    ]
    gap = lanes(ways)
    drawn_lines = [
        list(geometry.along(list(curve(way, gap.width / 2 + offset, 0, gap.width))))
        for way, offset in zip(ways, gap.offsets, strict=True)
    ]
    for line in drawn_lines:
        assert all(0 <= x <= gap.width for x, _ in line)
        assert all(a[0] <= b[0] + 1e-6 for a, b in pairwise(line))
    for upper, lower in combinations(drawn_lines, 2):
        assert not any(geometry.cross(*one, *other) for one in segments(upper) for other in segments(lower))


def segments(line: list[geometry.Point]) -> list[tuple[geometry.Point, geometry.Point]]:
    few = line[:: max(1, len(line) // 60)] + line[-1:]
    return list(pairwise(few))


def check_badges(root: ElementTree.Element, expected: set[str]) -> None:
    """Each of these statements has one badge, inside its box, around its own text and over no other."""
    found = set()
    for group in root.iter(f"{geometry.SVG}g"):
        if not group.get("class", "").startswith("statement "):
            continue
        (box,), badges = geometry.boxes(_alone(group)), geometry.badges(group)
        assert len(badges) <= 1
        for badge in badges:
            found.add(box.name)
            assert box.left + 6 <= badge.left
            assert badge.right <= box.right - 6
            assert box.top + 3 <= badge.top
            assert badge.bottom <= box.bottom - 3
            (own,) = map(extent, badge.texts)
            assert badge.left + 3 <= own.left
            assert own.right <= badge.right - 3
            assert own.name[0] in "√×?"
            others = [extent(t) for t in box.texts if t not in badge.texts]
            assert [text.name for text in others if text.name.strip() and text.overlaps(badge, margin=0.05)] == []
    assert found == expected


def _alone(group: ElementTree.Element) -> ElementTree.Element:
    """A root that holds only a group."""
    root = ElementTree.Element("svg")
    root.append(group)
    return root


def badged(m: ArgumentMap, evaluation: Evaluation) -> set[str]:
    """The boxes that have badges: all but those of mere possibilities, whose dotted frames say enough."""
    open_ones = {box.statement.id for box in compose(m).boxes() if box.role == "possible"}
    return {
        f"statement-{s.id}"
        for s in m.statements
        if s.id not in open_ones or evaluation.statements[s.id].status != "rejected"
    }


@pytest.mark.parametrize("semantics", ["standing", "grounded", "quadratic-energy"])
@pytest.mark.parametrize("direction", DIRECTIONS)
def test_badges_cover_nothing_in_the_maps(map_path: Path, direction: str, semantics: str) -> None:
    m = argmap.load(map_path)
    found = argmap.evaluate(m, semantics)
    root = drawn(with_evaluation(m, found), direction=direction)
    check(root)
    check_badges(root, badged(m, found))


@given(graphs(), st.sampled_from(("standing", "df-quad")), st.data())
@settings(max_examples=100)
def test_badges_cover_nothing_whatever_the_texts(m: ArgumentMap, semantics: str, data: st.DataObject) -> None:
    looks = {
        "direction": st.sampled_from(DIRECTIONS),
        "theme": st.sampled_from(CHOICES["theme"]),
        "colour_by": st.sampled_from(CHOICES["colour-by"]),
        "show": st.lists(st.sampled_from(CHOICES["show"])),
        "wrap": st.integers(100, 600),
    }
    found = argmap.evaluate(m, semantics)
    root = drawn(with_evaluation(m, found), **data.draw(st.fixed_dictionaries({}, optional=looks)))
    check(root)
    check_badges(root, badged(m, found))
    check(drawn(with_evaluation(m, found), style="compact"))


@pytest.mark.parametrize("direction", ["LR", "TB"])
@pytest.mark.parametrize("semantics", ["standing", "df-quad"])
def test_badges_find_room_in_narrow_boxes(semantics: str, direction: str) -> None:
    build = argmap.Builder("T")
    thesis = build.claim("Thesis.", id="thesis", tags=["long words in a tag/that all boxes of its colour bear"])
    cut = thesis.because("Reason.").unless(build.evidence("A cut.", tags=["another tag"]))
    for _ in range(4):
        cut = cut.unless(build.evidence("A cut of a cut."))
    thesis.but("Objection.")
    m = build.build()
    found = argmap.evaluate(m, semantics)
    for colour_by in CHOICES["colour-by"]:
        for wrap in (100, 130, 190):
            root = drawn(with_evaluation(m, found), direction=direction, wrap=wrap, colour_by=colour_by)
            check(root)
            check_badges(root, badged(m, found))
