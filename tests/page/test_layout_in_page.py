"""The layout of the page is that of the pictures."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest
from page.modules import run

import argmap
from argmap.render.tidy.columns import Node, arranged
from argmap.render.tidy.routes import Way, departures, lanes

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from .conftest import Opened

PT = 4 / 3


def forest(seed: int) -> tuple[list[Node], list[int]]:
    """Some trees of nodes in points, every node named by its place."""
    choose = random.Random(seed)
    roots = list(range(choose.randint(1, 3)))
    children: list[list[int]] = [[] for _ in roots]
    for number in range(len(roots), choose.randint(4, 60)):
        children.append([])
        children[choose.randrange(number)].append(number)
    nodes = []
    for below in children:
        height = choose.uniform(20, 200)
        cut = choose.randint(0, len(below))
        ports = [(height * 0.25, below[:cut]), (height * 0.75, below[cut:])]
        nodes.append(Node(height, choose.uniform(0, height), [(y, b) for y, b in ports if b]))
    return nodes, roots


def test_heights_are_those_of_the_tidy_layout(browser: Browser) -> None:
    forests = [forest(seed) for seed in range(200)]
    told = [
        [
            [{"height": h * PT, "entry": e * PT, "branches": [[y * PT, b] for y, b in found]} for h, e, found in nodes],
            roots,
        ]
        for nodes, roots in forests
    ]
    body = "return argument.map(([nodes, roots]) => arranged(nodes, roots));"
    for (nodes, roots), tops in zip(forests, run(browser, ("units.js", "columns.js"), body, told), strict=True):
        assert [top / PT for top in tops] == pytest.approx(arranged(nodes, roots), abs=1e-6)


def test_lanes_are_those_of_the_tidy_layout(browser: Browser) -> None:
    choose = random.Random(1)
    gaps: list[list[Way]] = []
    for _ in range(200):
        ways = [Way(0, choose.uniform(0, 900), choose.uniform(0, 900)) for _ in range(choose.randint(1, 20))]
        gaps.append(sorted(ways, key=lambda way: (way.start, way.end)))
    boxes: list[tuple[float, float, list[float]]] = [
        (choose.uniform(0, 90), choose.uniform(40, 90), [choose.uniform(0, 900) for _ in range(choose.randint(1, 6))])
        for _ in range(50)
    ]
    told: dict[str, Any] = {
        "gaps": [[{"x": 0, "start": w.start * PT, "end": w.end * PT} for w in ways] for ways in gaps],
        "boxes": [[m * PT, h * PT, [e * PT for e in ends]] for m, h, ends in boxes],
    }
    body = "return [argument.gaps.map(lanes), argument.boxes.map(([m, h, ends]) => departures(m, h, ends))];"
    found, begins = run(browser, ("units.js", "routes.js"), body, told)
    for ways, gap in zip(gaps, found, strict=True):
        offsets, width = lanes(ways)
        assert [o / PT for o in gap["offsets"]] == pytest.approx(offsets, abs=1e-6)
        assert gap["width"] / PT == pytest.approx(width)
    for box, begin in zip(boxes, begins, strict=True):
        assert [b / PT for b in begin] == pytest.approx(departures(*box), abs=1e-6)


def overlaps(page: Page) -> list[list[str]]:
    """Pairs of boxes or references that lie over each other, and texts that leave their boxes."""
    found: list[list[str]] = page.evaluate(
        """() => {
          const items = [...document.querySelectorAll("#tree > *")].map((e) => [e, e.getBoundingClientRect()]);
          const wrong = [];
          items.sort((one, other) => one[1].top - other[1].top);
          for (let n = 0; n < items.length; n += 1) {
            const [element, box] = items[n];
            const wide = [...element.children].some((e) => !e.matches(".fold, .unseen") && e.scrollWidth > box.width);
            if (wide) wrong.push([element.textContent, "too wide"]);
            for (let m = n + 1; m < items.length && items[m][1].top < box.bottom - 0.5; m += 1) {
              const other = items[m][1];
              const isOver = other.left < box.right - 0.5 && box.left < other.right - 0.5;
              if (isOver) wrong.push([element.textContent, items[m][0].textContent]);
            }
          }
          return wrong;
        }"""
    )
    return found


def test_no_box_lies_over_another(opened: Opened, map_path: Any) -> None:
    page = opened(argmap.load(map_path), "#level=all")
    assert page.locator("#tree .box").count() == len(argmap.load(map_path).statements)
    assert overlaps(page) == []


def test_a_box_is_as_wide_as_in_a_picture_and_lines_meet_bars(opened: Opened) -> None:
    page = opened('argmap: 1\ntitle: T\nclaims:\n  - claim: A\n    because: ["B", "C"]\n    but: D\n', "#level=all")
    width = page.locator(".box.thesis").evaluate("(e) => e.offsetWidth / 4 * 3")
    assert width == pytest.approx(206 + 14, abs=1)
    ends = page.evaluate(
        """() => [...document.querySelectorAll("#lines path")].map((path) => {
          const { x, y } = path.getPointAtLength(path.getTotalLength());
          return [x + 24, y + 24];
        })"""
    )
    bars = page.evaluate(
        """() => [...document.querySelectorAll("#bars .bar")].map((bar) =>
          [bar.offsetLeft, bar.offsetTop + bar.offsetHeight / 2])"""
    )
    assert len(ends) == len(bars) == 3
    for (x, y), (left, middle) in zip(sorted(ends), sorted(bars), strict=True):
        assert (x, y) == pytest.approx((left, middle), abs=2)
