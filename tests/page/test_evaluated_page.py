"""What an evaluation has found, as a page shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from .conftest import Opened

WELL = """
argmap: 1
title: The well
claims:
  - claim: The well is safe.
    id: safe
    because:
      - evidence: The laboratory found nothing.
        id: tested
        unless:
          - claim: The sample was swapped.
            id: swapped
      - claim: Nobody ever fell ill.
        id: nobody
        but: A child fell ill in May.
      - claim: The pump is new.
        id: new
        unless:
          - claim: A new pump says nothing of the water.
            id: nothing
            because: It draws from the same ground.
"""


def badges(page: Page) -> dict[str, str]:
    """What the badge of each box says, by the words of its statement; empty where a box has none."""
    found: dict[str, str] = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("#tree .box")].map((box) =>
          [box.querySelector(".text").textContent, box.querySelector(".badge")?.textContent ?? ""]))"""
    )
    return found


def bars(page: Page) -> list[Any]:
    """The sign of each bar, and whether it is hollow, from the top."""
    found: list[Any] = page.evaluate(
        """() => [...document.querySelectorAll("#bars .bar")]
          .map((bar) => [bar.textContent, bar.classList.contains("hollow")])"""
    )
    return [tuple(one) for one in found]


def test_a_box_says_what_has_become_of_its_statement(opened: Opened) -> None:
    assert badges(opened(WELL, "#level=all", "standing")) == {
        "The well is safe.": "√ ACCEPTED",
        "The laboratory found nothing.": "√ ACCEPTED",
        "The sample was swapped.": "",
        "Nobody ever fell ill.": "× REJECTED",
        "A child fell ill in May.": "√ ACCEPTED",
        "The pump is new.": "√ ACCEPTED",
        "A new pump says nothing of the water.": "√ ACCEPTED",
        "It draws from the same ground.": "√ ACCEPTED",
    }


def test_a_page_without_an_evaluation_has_no_badges(opened: Opened) -> None:
    page = opened(WELL, "#level=all")
    assert set(badges(page).values()) == {""}
    assert not any(hollow for _, hollow in bars(page))
    assert "Evaluated" not in page.locator("header").inner_text()


def test_the_bar_of_a_broken_step_is_hollow_and_the_key_says_so(opened: Opened) -> None:
    page = opened(WELL, "#level=all", "standing")
    assert sorted(bars(page)) == [
        ("+", False), ("+", False), ("+", True), ("+", True), ("?", False), ("×", False), ("−", False),
    ]  # fmt: skip
    assert "hollow bar: step is broken" in page.locator("#map > .key").inner_text()


def test_strengths_stand_in_the_badges(opened: Opened) -> None:
    found = badges(opened(WELL, "#level=all", "quadratic-energy"))
    assert found["A child fell ill in May."] == "? 0.50"
    assert found["The well is safe."].startswith("√ 0.")


def test_the_page_says_by_what_it_was_evaluated_and_the_details_say_why(opened: Opened) -> None:
    page = opened(WELL, "#level=all&at=nobody&details=1", "standing")
    assert "Evaluated under the semantics standing." in page.locator("header").inner_text()
    details = page.locator("#details").inner_text()
    assert "Found to be rejected:" in details
    assert "fails" in details


def test_the_outline_says_it_too(opened: Opened) -> None:
    page = opened(WELL, "", "standing")
    assert "[rejected" in page.locator("#outline").inner_text()


def test_where_a_statement_is_only_referred_to_its_status_stands_too(opened: Opened) -> None:
    again = WELL + "      - ref: nobody\n"
    page = opened(again, "#level=all", "standing")
    assert page.locator("#tree .see").inner_text().endswith("(rejected)")


OPEN = """
argmap: 1
title: The neighbour
claims:
  - claim: She was at home.
    because:
      - claim: Her neighbour saw a light.
        id: light
        but:
          - claim: He was away.
            id: away
            but:
              - ref: light
"""


def test_the_bar_of_an_undecided_step_is_dashed_and_the_key_says_so(opened: Opened) -> None:
    page = opened(OPEN, "#level=all", "grounded")
    undecided = page.locator("#bars .bar.hollow.undecided")
    assert undecided.count() == len(bars(page)) == 3
    assert undecided.first.evaluate("(bar) => getComputedStyle(bar).borderLeftStyle") == "dashed"
    assert "dashed bar: step is undecided" in page.locator("#map > .key").inner_text()
