"""Drawn maps in a real browser, with its own fonts: nothing covers anything, no text leaves its box, no line a way."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import product
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from render.random_maps import random_map, random_part

import argmap
from argmap.looks import CHOICES, Style
from argmap.model import ArgumentMap
from argmap.render import draw, draw_pages
from argmap.selection import Shown

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ENGINES = ("tidy", "dot")
TOLERANCE = 0.5
"""How many points do not count: browsers round letters."""
BATCH = 25

Drawn = dict[str, str]
"""SVG by the name by which a fault of it is told."""


@pytest.fixture
def faults(browser: Browser) -> Callable[[Drawn], list[str]]:
    """Finds what is wrong with pictures."""

    def find(drawn: Drawn) -> list[str]:
        page = browser.new_page()
        page.add_script_tag(path=Path(__file__).with_name("measure.js"))
        found: list[str] = []
        for start in range(0, len(drawn), BATCH):
            names = list(drawn)[start : start + BATCH]
            told = page.evaluate(
                "([drawings, tolerance]) => faultsOf(drawings, tolerance)",
                [[drawn[name] for name in names], TOLERANCE],
            )
            found += [f"{name}: {fault}" for name, some in zip(names, told, strict=True) for fault in some]
        page.close()
        return found

    return find


def drawn(shown: Shown, look: Style, engine: str = "tidy", semantics: str | None = None) -> str:
    m = shown if isinstance(shown, ArgumentMap) else shown.whole
    evaluation = argmap.evaluate(m, semantics) if semantics else None
    return draw(shown, "svg", engine, None, look, evaluation).decode()


@pytest.mark.parametrize("engine", ENGINES)
def test_nothing_is_wrong_with_the_maps_in_any_look(map_path: Path, engine: str, faults: Any) -> None:
    m = argmap.load(map_path)
    looks = [
        Style(style=style, theme=theme, direction=direction)
        for style, theme, direction in product(*(CHOICES[name] for name in ("style", "theme", "direction")))
    ]
    assert faults({f"{look.style} {look.theme} {look.direction}": drawn(m, look, engine) for look in looks}) == []


@pytest.mark.parametrize("engine", ENGINES)
def test_nothing_is_wrong_with_cross_lines(map_path: Path, engine: str, faults: Any) -> None:
    view = argmap.load(map_path).select(links="lines")
    looks = [Style(style=style, direction=way) for style, way in product(CHOICES["style"], CHOICES["direction"])]
    assert faults({f"{look.style} {look.direction}": drawn(view, look, engine) for look in looks}) == []


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("semantics", ["standing", "quadratic-energy"])
def test_nothing_is_wrong_with_evaluated_maps(map_path: Path, semantics: str, engine: str, faults: Any) -> None:
    m = argmap.load(map_path)
    looks = [Style(style=style, direction=direction) for style in CHOICES["style"] for direction in ("LR", "TB")]
    assert faults({f"{look.style} {look.direction}": drawn(m, look, engine, semantics) for look in looks}) == []


def test_nothing_is_wrong_with_pages(map_path: Path, faults: Any) -> None:
    m = argmap.load(map_path)
    pages = {
        f"{style} {direction} {number}": page.decode()
        for style, direction in product(CHOICES["style"], CHOICES["direction"])
        for number, page in enumerate(draw_pages(m, "svg", "a4", None, Style(style=style, direction=direction)), 1)
    }
    assert faults(pages) == []


def random_look(choose: Random) -> Style:
    """One of all looks."""
    show = choose.sample(CHOICES["show"], choose.randint(0, len(CHOICES["show"])))
    return Style(
        **{name.replace("-", "_"): choose.choice(words) for name, words in CHOICES.items() if name != "show"},
        **({"show": show} if choose.random() < 0.5 else {}),
        wrap=choose.choice((100, 190, 190, 260)),
    )


@pytest.mark.parametrize("engine", ENGINES)
def test_nothing_is_wrong_with_200_random_maps(engine: str, faults: Any) -> None:
    pictures = {}
    for seed in range(200):
        m, choose = random_map(seed), Random(seed)
        look, semantics = random_look(choose), choose.choice((None, "standing", "quadratic-energy"))
        pictures[f"{seed} {look} {semantics}"] = drawn(random_part(m, seed), look, engine, semantics)
    assert faults(pictures) == []


def test_faults_are_found(faults: Any) -> None:
    build = argmap.Builder("T")
    build.claim("Thesis.", id="thesis").because("A reason.")
    svg = drawn(build.build(), Style())
    box = svg.index("<path", svg.index('id="statement-thesis"'))
    line = svg.index('d="M', svg.index('class="edge"')) + 3
    (tag,) = re.findall(r'y="([\d.]+)"[^>]*>● THESIS<', svg)
    build = argmap.Builder("T")
    thesis = build.claim("Thesis.")
    thesis.because("One."), thesis.because("Two.")
    arrows = drawn(build.build(), Style(style="tree"))
    one, other = re.findall(r'<polygon[^>]*points="([^"]+)"', arrows[arrows.index('class="edge"') :])[:2]
    spoiled = {
        "arrows": arrows.replace(other, one),
        "long text": svg.replace("A reason.", "A reason of many words too many for this box."),
        "moved text": svg.replace(">Thesis.<", ' dy="40">Thesis.<'),
        "one text on another": re.sub(r'y="[\d.]+"(?=[^>]*>Thesis\.<)', f'y="{tag}"', svg),
        "large box": f'{svg[:box]}<polygon points="0,0 900,0 900,60 0,60"/>{svg[box:]}',
        "line elsewhere": f"{svg[:line]}M0,-100C300,0 300,10 600,20{svg[svg.index(chr(34), line) :]}",
        "cut page": svg.replace('viewBox="0 0 ', 'viewBox="60 0 '),
    }
    told = {re.sub(r" (by|at -?\d+,) -?[\d.]+", "", fault) for fault in faults(spoiled)}
    assert {
        "arrows: the points of two arrows cover each other",
        "long text: “A reason of many words too many for this box.” leaves statement-a-reason at its right",
        "moved text: “Thesis.” leaves statement-thesis at its bottom",
        "one text on another: “● THESIS” covers “Thesis.” in statement-thesis",
        "large box: statement-thesis covers statement-a-reason",
        "line elsewhere: a line runs through statement-a-reason",
        "cut page: “KEY” leaves the picture at its left",
    } <= told
