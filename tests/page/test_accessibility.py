"""The rules of accessibility, as axe-core examines them, in every state that a page can be in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from page.maps import POOL

import argmap

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from .conftest import Opened

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
STATES = {
    "folded": "#level=0",
    "details": "#level=all&at=cost&details=1",
    "searched": "#find=swim&at=worth",
    "filtered": "#by=the+swimmers",
    "branch": "#focus=cost",
}


def violations(page: Page) -> list[Any]:
    """The rules that are broken, each with the elements that break it."""
    if not AXE.exists():
        pytest.skip("needs axe-core (`npm ci` in tests/page)")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[Any] = page.evaluate(
        """async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
          .map(({ id, help, nodes }) => [id, help, nodes.map((node) => node.html.slice(0, 200))])"""
    )
    return found


def in_both_schemes(page: Page) -> list[Any]:
    """The rules that are broken in the light, and in the dark."""
    found = violations(page)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(18, 22, 29)"
    return found + violations(page)


@pytest.mark.parametrize("state", STATES)
def test_no_rule_is_broken(opened: Opened, state: str) -> None:
    assert in_both_schemes(opened(POOL, STATES[state])) == []


def test_no_rule_is_broken_by_a_map(opened: Opened, map_path: Path) -> None:
    assert in_both_schemes(opened(argmap.load(map_path), "#level=all")) == []


@pytest.mark.parametrize("semantics", ["standing", "quadratic-energy"])
def test_no_rule_is_broken_by_an_evaluated_map(opened: Opened, map_path: Path, semantics: str) -> None:
    assert in_both_schemes(opened(argmap.load(map_path), "#level=all", semantics)) == []


def test_no_rule_is_broken_on_a_phone_in_help_or_without_a_map(opened: Opened) -> None:
    phone = opened(POOL, viewport={"width": 390, "height": 800}, has_touch=True)
    assert violations(phone) == []
    phone.locator("#show-outline").tap()
    assert violations(phone) == []
    page = opened(POOL)
    page.keyboard.press("?")
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.locator("summary").click()
    assert violations(page) == []
    assert violations(opened("argmap: 1\ntitle: Alone\nclaims:\n  - claim: Only this\n")) == []
    assert violations(opened(POOL, java_script_enabled=True, forced_colors="active")) == []


def test_the_tree_tells_levels_places_and_what_is_folded(opened: Opened) -> None:
    page = opened(POOL, "#turned=nowhere")
    told = page.locator("#tree .item").evaluate_all(
        """(items) => items.map((item) => ["level", "posinset", "setsize", "expanded", "selected"]
          .map((name) => item.getAttribute(`aria-${name}`)))"""
    )
    assert told == [
        ["1", "1", "1", "true", "false"],
        ["2", "1", "5", "true", "false"],
        ["3", "1", "2", None, "false"],
        ["3", "2", "2", None, "false"],
        ["2", "2", "5", "true", "false"],
        ["3", "1", "1", None, "false"],
        ["2", "3", "5", None, "false"],
        ["2", "4", "5", None, "false"],
        ["2", "5", "5", "false", "false"],
    ]
    words = page.locator("#tree .item").all_inner_texts()
    assert [text.split()[0].lower() for text in words[1:]] == [
        "because", "because", "because", "unless", "because", "because", "and", "but",
    ]  # fmt: skip


def test_what_is_done_is_told(opened: Opened) -> None:
    page = opened(POOL)
    told = page.locator("#told")
    page.locator("#find").fill("swim")
    assert told.inner_text() == "3 found"
    page.locator("#find").fill("")
    page.locator("#tree .fold").nth(1).click()
    assert told.inner_text() == "Folded: Too dear"
    page.locator("#level").select_option("roots only")
    assert told.inner_text() == "Levels: 0"
    page.locator("summary").click()
    page.locator("#side").select_option("against")
    assert told.inner_text() == "3 of 9 statements"
