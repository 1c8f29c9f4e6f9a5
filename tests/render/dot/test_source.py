"""What DOT files draw: every style in every direction, as Graphviz reads them back."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hostile import TEXTS, hostile_map, letters
from hypothesis import example, given, settings
from hypothesis import strategies as st
from render.geometry import SVG, words
from render.random_maps import random_map, random_part
from seeds import written_by_seeds
from strategies import graphs

import argmap
from argmap.looks import CHOICES, Style
from argmap.model import ArgumentMap
from argmap.render.dot import layout
from argmap.render.evaluated import with_evaluation
from argmap.render.styles.toulmin import narrowed
from argmap.selection import Shown, viewed

GOLDEN = Path(__file__).parent / "golden"
MAPS = Path(__file__).parents[3] / "maps"
STYLES, DIRECTIONS = CHOICES["style"], CHOICES["direction"]
NETWORKS = ("arrows", "tree")
"""The styles in which each statement is a node."""


def source(shown: Shown, **looks: Any) -> str:
    return argmap.draw(shown, "dot", style=Style(**looks)).decode()


def read(dot: str, form: str = "svg") -> str:
    """What the real Graphviz makes of it; it must not complain of anything but letters that it cannot measure."""
    program = layout.bundled_program()
    assert program
    done = subprocess.run([program, f"-T{form}"], input=dot.encode(), capture_output=True, check=True)
    assert [s for s in done.stderr.decode().splitlines() if s.strip() and "non-ASCII" not in s] == []
    return done.stdout.decode()


def drawn(shown: Shown, **looks: Any) -> ElementTree.Element:
    return ElementTree.fromstring(read(source(shown, **looks)))


def boxes(root: ElementTree.Element) -> dict[str, tuple[float, float]]:
    """The middle of the box of each statement."""
    found = {}
    for group in root.iter(f"{SVG}g"):
        name = (group.get("id") or "").removeprefix("a_")
        if name.startswith("statement-") and (shape := _outline(group)) is not None:
            found[name.removeprefix("statement-")] = shape
    return found


def _outline(group: ElementTree.Element) -> tuple[float, float] | None:
    for shape in group.iter():
        if shape.tag == f"{SVG}ellipse":
            return float(shape.get("cx", "nan")), float(shape.get("cy", "nan"))
        if shape.tag in (f"{SVG}path", f"{SVG}polygon"):
            numbers = [float(n) for n in re.findall(r"-?[\d.]+", shape.get("points") or shape.get("d") or "")]
            xs, ys = numbers[::2], numbers[1::2]
            return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    return None


def edges(dot: str) -> dict[str, set[str]]:
    """The nodes to which edges lead from each node, by the names in the source, those unseen left out."""
    found: dict[str, set[str]] = {}
    for tail, head, told in re.findall(r"^\t(\w+)(?::\w+)* -> (\w+)(?::\w+)* \[(.*)\]$", dot, re.MULTILINE):
        if "invis" not in told and "constraint=false" not in told:
            found.setdefault(tail, set()).add(head)
    return found


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
        qualifier: presumably
        unless:
          - evidence: Cut.
            id: cut
            cite: book
    but:
      - claim: Doubt.
        id: doubt
        but:
          - ref: first
sources: {book: {title: A book}}
"""


# ---- any map


@pytest.mark.parametrize("style", STYLES)
@given(text=TEXTS, direction=st.sampled_from(DIRECTIONS))
@settings(max_examples=25)
@example(text='<b>"\\N"</b> & ]]> </TD></TR></TABLE> %s $x$ {a|b}', direction="TB")
@example(text="\\", direction="LR")
@example(text="x" * 20_000, direction="BT")
def test_any_text_comes_out_as_itself(style: str, text: str, direction: str) -> None:
    root = drawn(hostile_map(text), style=style, direction=direction)
    assert letters(text) in letters("".join(t.text or "" for t in root.iter(f"{SVG}text")))
    tips = [a.get("{http://www.w3.org/1999/xlink}title") or "" for a in root.iter(f"{SVG}a")]
    assert any(letters(text) in letters(tip) for tip in tips)
    known = ("svg", "g", "a", "title", "polygon", "polyline", "path", "ellipse", "text")
    assert {tag.tag.split("}")[1] for tag in root.iter()} <= set(known)


@pytest.mark.parametrize("style", STYLES)
@given(m=graphs(), direction=st.sampled_from(DIRECTIONS), data=st.data())
@settings(max_examples=20)
def test_graphviz_draws_each_statement_of_any_map_once(
    style: str, m: ArgumentMap, direction: str, data: st.DataObject
) -> None:
    shown: Shown = m.select(links=data.draw(st.sampled_from(("chips", "lines", "none"))))
    semantics = data.draw(st.sampled_from((None, "standing", "df-quad")))
    shown = with_evaluation(shown, argmap.evaluate(m, semantics)) if semantics else shown
    root = drawn(shown, style=style, direction=direction, edge_words=data.draw(st.booleans()))
    view = narrowed(shown) if style == "toulmin" else viewed(shown)
    assert set(boxes(root)) == {s.id for s in view.map.statements}


@pytest.mark.parametrize("seed", range(12))
def test_graphviz_draws_large_maps_and_parts_of_them(seed: int) -> None:
    m = random_map(seed)
    shown = random_part(m, seed)
    for style in STYLES:
        dot = source(shown, style=style, direction=DIRECTIONS[seed % 4], theme=CHOICES["theme"][seed % 3])
        view = narrowed(shown) if style == "toulmin" else viewed(shown)
        assert set(boxes(ElementTree.fromstring(read(dot)))) == {s.id for s in view.map.statements}
        for mark in view.marks.values():
            assert str(mark) in words(ElementTree.fromstring(read(dot)))


@pytest.mark.parametrize("style", STYLES)
def test_a_step_says_what_of_it_is_left_out(style: str) -> None:
    build = argmap.Builder("T")
    thesis = build.claim("Thesis.")
    thesis.because("First.", "Second.").unless("Cut.")
    thesis.but("Doubt.").unless("Another.")
    part = build.build().select(depth=1)
    tidy = ElementTree.fromstring(argmap.draw(part, style=Style(style=style)))
    assert words(drawn(part, style=style)).count("+1 more") == words(tidy).count("+1 more") > 0


@pytest.mark.parametrize("style", ["bars", *NETWORKS])
@pytest.mark.parametrize("direction", ["LR", "TB"])
def test_undercutters_may_be_nested_deep(style: str, direction: str) -> None:
    build = argmap.Builder("T")
    step = build.claim("Thesis.").because("Reason.")
    for level in range(60):
        step = step.unless(build.claim(f"Level {level}."))
    m = build.build()
    assert len(boxes(drawn(m, style=style, direction=direction))) == len(m.statements)


# ---- directions


@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize("style", [style for style in STYLES if style != "toulmin"])
def test_a_picture_runs_from_the_thesis_where_it_is_told(style: str, direction: str) -> None:
    at = boxes(drawn(argmap.loads(SMALL), style=style, direction=direction))
    axis, sign = {"LR": (0, 1), "RL": (0, -1), "TB": (1, 1), "BT": (1, -1)}[direction]
    for name in ("first", "second", "cut", "doubt"):
        assert sign * (at[name][axis] - at["thesis"][axis]) > 20
    across = 1 - axis
    assert at["first"][across] < at["second"][across] < at["cut"][across] < at["doubt"][across]


@pytest.mark.parametrize("style", NETWORKS)
@pytest.mark.parametrize("direction", DIRECTIONS)
def test_what_stands_one_step_from_a_statement_stands_in_one_row(style: str, direction: str) -> None:
    at = boxes(drawn(argmap.loads(SMALL), style=style, direction=direction))
    axis = 0 if direction in ("LR", "RL") else 1
    row = [at[name][axis] for name in ("first", "second", "cut", "doubt")]
    assert max(row) - min(row) < (3 if style == "tree" else 30)  # boxes are not all as high, and stand in the middle


@pytest.mark.parametrize("direction", ["TB", "BT"])
def test_a_bar_that_lies_says_its_word(direction: str) -> None:
    root = drawn(argmap.loads(SMALL), direction=direction, key=False)
    shown = words(root)
    for word in ("+ because", "× unless", "− but", "presumably"):
        assert word in shown
    heights = {"".join(t.itertext()).strip("\u00a0"): float(t.get("y", "nan")) for t in root.iter(f"{SVG}text")}
    at = boxes(root)
    sign = 1 if direction == "TB" else -1
    assert sign * (at["first"][1] - heights["because"]) > 10, "its boxes are beyond it"
    assert sign * (at["first"][1] - heights["unless"]) > 10
    assert sign * (heights["unless"] - heights["because"]) > 10, "what breaks a step touches its bar from that side"


# ---- arrows


@pytest.mark.parametrize("style", NETWORKS)
def test_edges_lead_from_premises_to_what_they_bear_on(map_path: Path, style: str) -> None:
    m = argmap.load(map_path)
    dot = source(m, style=style)
    after = edges(dot)
    numbers = {s.id: f"s{n}" for n, s in enumerate(m.statements, 1)}
    home = {(v.statement, v.argument.id) for v in m.walk() if v.first and v.argument}
    for a in m.arguments:
        whole = a
        while whole.target is not None:  # the arrow of an undercutter joins that of the step
            whole = m.argument(whole.target)
        for premise in (p.statement for p in a.premises if (p.statement, a.id) in home):
            (node,) = after[numbers[premise]]
            while node[0] in "jp":  # signs and points on the way
                (node,) = after[node]
            # Boxes with arrows stand in the node of their issue.
            assert node in (numbers[whole.conclusion or ""], *(f"r{n}" for n in range(1, 3)))


def test_what_breaks_a_step_points_at_the_middle_of_its_arrow() -> None:
    dot = source(argmap.loads(SMALL), style="arrows")
    after = edges(dot)
    (sign,) = after["s4"]
    (point,) = after[sign]
    assert re.search(rf"^\t{point} \[.*shape=point", dot, re.MULTILINE)
    assert after[point] == {"s1"}
    joint = after["s2"] | after["s3"]
    assert len(joint) == 1, "premises that count together meet at one sign"
    assert after[joint.pop()] == {point}


def test_an_attack_ends_in_a_bar_and_a_broken_step_in_a_hollow_point() -> None:
    build = argmap.Builder("T")
    thesis = build.claim("Thesis.")
    thesis.because("Reason.")
    thesis.but("Doubt.")
    dot = source(build.build(), style="arrows")
    assert dot.count("arrowhead=normal") == 1
    assert dot.count("arrowhead=tee") == 1
    (attack,) = [line for line in dot.splitlines() if "arrowhead=tee" in line]
    assert "style=dashed" in attack
    m = argmap.load(MAPS / "bridge-closure.argmap.yaml")
    broken = argmap.draw(m, "dot", style=Style(style="arrows"), evaluation=argmap.evaluate(m, "standing")).decode()
    assert "arrowhead=obox" in broken


def test_edge_words_are_said_when_asked_for() -> None:
    m = argmap.loads(SMALL)
    plain, told = (words(drawn(m, style="arrows", key=False, edge_words=said)) for said in (False, True))
    for word, arrows in {"supports": 1, "attacks": 2, "undercuts": 1}.items():
        assert told.count(word) == plain.count(word) + arrows


@pytest.mark.parametrize("style", ["arrows", "toulmin"])
def test_the_key_shows_arrows_as_they_are(style: str) -> None:
    shown = words(drawn(argmap.loads(SMALL), style=style))
    assert "—► supports" in shown
    assert "– –| attacks" in shown


# ---- tree


def test_a_tree_has_numbers_and_the_list_of_what_they_stand_for() -> None:
    m = argmap.loads(SMALL)
    for direction in DIRECTIONS:
        root = drawn(m, style="tree", direction=direction)
        assert len(list(root.iter(f"{SVG}ellipse"))) >= len(m.statements)
        listed = re.sub("[▲▼] ?", "", words(root))
        for number, s in enumerate(m.reading_order(), 1):
            assert f"{number} {s.text}" in listed
        assert "2 + 3 ► 1 presumably" in listed
        at = boxes(root)
        (line,) = (t for t in root.iter(f"{SVG}text") if "".join(t.itertext()) == "Thesis.")
        axis = "x" if direction in ("LR", "RL") else "y"
        beyond = max(place["xy".index(axis)] for place in at.values())
        assert float(line.get(axis, "nan")) > beyond, "the list covers nothing: it stands behind the diagram"


# ---- toulmin


def test_toulmin_names_the_parts_and_stacks_the_arguments() -> None:
    m = argmap.load(MAPS / "bridge-closure.argmap.yaml")
    notes: list[str] = []
    dot = argmap.draw(m, "dot", notes=notes, style=Style(style="toulmin", direction="TB")).decode()
    assert notes[-1] == "toulmin runs from the data on the left to the claim; the direction of the style is left out"
    root = ElementTree.fromstring(read(dot))
    shown = words(root)
    for part in ("DATUM", "WARRANT", "BACKING", "QUALIFIER", "REBUTTAL", "since", "on account of", "unless", "so not"):
        assert part in shown
    assert shown.count("CLAIM") == 3
    at = boxes(root)
    assert at["too-weak"][0] < at[m.thesis][0]
    data = [a.premises[0].statement for a in m.arguments_on(m.thesis)]
    heights = [at[statement][1] for statement in data]
    assert heights == sorted(heights)


# ---- cross lines


@pytest.mark.parametrize("style", [style for style in STYLES if style != "toulmin"])
def test_cross_lines_lead_from_chips_to_what_they_stand_for_and_move_nothing(style: str) -> None:
    m = argmap.loads(SMALL)
    without = source(m, style=style)
    assert "constraint=false" not in without
    dot = source(m.select(links="lines"), style=style)
    (line,) = [one for one in dot.splitlines() if "constraint=false" in one]
    assert "style=dotted" in line
    assert re.search(r"-> (\w+:)?s2\b", line)
    assert "· · · leads to the statement that is meant" in words(ElementTree.fromstring(read(dot)))


# ---- bytes


CASES: list[tuple[str, dict[str, Any]]] = [
    ("bridge-closure", {"direction": "TB"}),
    ("old-cinema", {"style": "compact", "direction": "RL"}),
    ("bridge-closure", {"style": "arrows", "edge_words": True}),
    ("school-phones", {"style": "arrows", "direction": "TB"}),
    ("bridge-closure", {"style": "tree"}),
    ("bridge-closure", {"style": "toulmin"}),
]


@pytest.mark.parametrize(("name", "looks"), CASES)
def test_looks_as_before(name: str, looks: dict[str, Any]) -> None:
    """After a change that is meant, `ARGMAP_UPDATE=1` writes the files anew: read the difference before it is kept."""
    made = source(argmap.load(MAPS / f"{name}.argmap.yaml").select(links="lines"), **looks)
    told = "-".join(key.replace("_", "-") if value is True else value.lower() for key, value in looks.items())
    golden = GOLDEN / f"{name}-{told}.dot"
    if os.environ.get("ARGMAP_UPDATE"):
        GOLDEN.mkdir(exist_ok=True)
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("style", NETWORKS)
def test_every_run_makes_the_same_bytes(style: str) -> None:
    program = f"""
import argmap, sys
m = argmap.load({str(MAPS / "bridge-closure.argmap.yaml")!r})
sys.stdout.buffer.write(argmap.draw(m, "dot", style=argmap.Style(style={style!r})))
"""
    made = written_by_seeds(program)
    assert len(made) == 1
    assert made != {b""}
