"""What a reader can do on a page, each as a person does it: with the mouse, the keyboard, or a finger."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from page.maps import POOL, RING, SHARED
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from .conftest import Opened

CLOSE, COST, MILLION, WORTH, OLD, NOWHERE, HALL = (
    "Close it", "Too dear", "A million lost", "Worth it", "Old walls", "Nowhere else", "A new hall",
)  # fmt: skip


@pytest.fixture
def pool(opened: Opened) -> Page:
    return opened(POOL)


def on_map(page: Page) -> list[str]:
    """What stands on the map, in reading order; references begin with an arrow."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll("#tree .item")].map((item) => item.matches(".see")
          ? `→ ${item.textContent.split("see ")[1]}` : item.querySelector(".title, .text").textContent)"""
    )
    return found


def box(page: Page, title: str) -> str:
    """A selector of the box of a statement."""
    return f'#tree .box:has(:is(.title, .text):text-is("{title}"))'


def fold(page: Page, title: str) -> None:
    page.locator(f"{box(page, title)} > .fold").click()


def at(page: Page) -> str:
    """The title of the row at which the keyboard is."""
    return str(page.evaluate('() => document.activeElement.querySelector(".title, .text, bdi")?.textContent ?? ""'))


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def start(page: Page) -> None:
    """Put the keyboard on the thesis."""
    page.locator(box(page, CLOSE)).focus()


def chosen(page: Page) -> str:
    """The title of the box that is chosen."""
    return str(page.locator("#tree [aria-selected=true] :is(.title, .text)").first.inner_text())


def until(page: Page, holds: Callable[[], bool]) -> None:
    """Wait for what takes its time in a browser."""
    for _ in range(100):
        if holds():
            return
        page.wait_for_timeout(50)
    raise AssertionError("it never happened")


def details(page: Page) -> str:
    return page.locator("#details").inner_text() if page.locator("#details").is_visible() else ""


def address(page: Page) -> str:
    page.wait_for_timeout(200)  # addresses that are not steps of the history are written with a delay
    return unquote(page.evaluate("location.hash"))


ALL = [
    CLOSE, COST, MILLION, "→ Old walls", WORTH, "Many learned to swim there.", OLD, "Old buildings fall down.", NOWHERE,
    HALL,
]  # fmt: skip


def test_everything_is_there_in_reading_order(pool: Page) -> None:
    assert on_map(pool) == ALL
    assert pool.locator("#bars .bar").count() == 8
    assert pool.locator("#lines path").count() == 7
    assert pool.locator("#tree .strip").inner_text() == "since a town need not keep what it cannot pay for"


# ---- folding


def test_a_click_folds_and_unfolds(pool: Page) -> None:
    fold(pool, NOWHERE)
    assert on_map(pool) == ALL[:-1]
    assert pool.locator(f"{box(pool, NOWHERE)} > .fold").inner_text() == "+1"
    assert pool.locator(box(pool, NOWHERE)).get_attribute("aria-expanded") == "false"
    fold(pool, NOWHERE)
    assert on_map(pool) == ALL


def test_what_can_be_reached_otherwise_stays(pool: Page) -> None:
    fold(pool, COST)
    assert on_map(pool) == [t for t in ALL if t not in (MILLION, "→ Old walls")]
    fold(pool, COST)
    assert on_map(pool) == ALL


def test_a_statement_moves_to_the_place_that_is_left(opened: Opened) -> None:
    page = opened(SHARED)
    assert on_map(page) == ["Top", "Left", "Shared", "Deep", "Right", "→ Shared"]
    fold(page, "Left")
    assert on_map(page) == ["Top", "Left", "Right", "Shared", "Deep"]
    assert page.locator(f"{box(page, 'Left')} > .fold").inner_text() == "+"
    fold(page, "Left")
    assert on_map(page) == ["Top", "Left", "Shared", "Deep", "Right", "→ Shared"]


def test_levels(pool: Page) -> None:
    pool.locator("#level").select_option("roots only")
    assert on_map(pool) == [CLOSE]
    pool.locator("#more").click()
    assert on_map(pool) == [CLOSE, COST, WORTH, OLD, "Old buildings fall down.", NOWHERE]
    assert pool.locator("#level").input_value() == "1"
    pool.locator("#more").click()
    assert on_map(pool) == ALL
    assert pool.locator("#more").is_disabled()
    pool.locator("#less").click()
    pool.locator("#less").click()
    assert on_map(pool) == [CLOSE]
    assert pool.locator("#less").is_disabled()
    start(pool)
    press(pool, "1")
    assert len(on_map(pool)) == 6
    press(pool, "*")
    assert on_map(pool) == ALL


def test_a_folded_box_stays_where_it_is_on_screen(pool: Page) -> None:
    before = pool.locator(box(pool, COST)).bounding_box()
    fold(pool, COST)
    after = pool.locator(box(pool, COST)).bounding_box()
    assert before is not None
    assert after is not None
    assert after["x"] == pytest.approx(before["x"], abs=1)


# ---- searching


def test_search_marks_counts_and_goes_from_match_to_match(pool: Page) -> None:
    press(pool, "/")
    pool.keyboard.type("swim")
    assert pool.locator("#count").inner_text() == "1 of 3"
    marks = 'CSS.highlights.get("found") ? [...CSS.highlights.get("found")].map((r) => r.toString()) : []'
    assert {m.lower() for m in pool.evaluate(marks)} == {"swim"}
    assert pool.locator("#tree .hit").count() == 3
    seen = [chosen(pool)]
    for key in ("Enter", "Enter", "Enter", "Shift+Enter"):
        press(pool, key)
        seen.append(chosen(pool))
    assert seen == [WORTH, "Many learned to swim there.", NOWHERE, WORTH, NOWHERE]
    assert pool.evaluate("document.activeElement.id") == "find"
    press(pool, "Escape")
    assert pool.locator("#find").input_value() == ""
    assert pool.locator("#tree .hit").count() == 0
    assert pool.evaluate(marks) == []


@pytest.mark.parametrize("query", ["ubersee", "ÜBERSEE", "u\u0308bersee", "hall may", '"in may"', "uber opens"])
def test_search_looks_for_words_without_marks_and_case(pool: Page, query: str) -> None:
    pool.locator("#find").fill(query)
    assert pool.locator("#count").inner_text() == "1 of 1"


@pytest.mark.parametrize("query", ["million", "ledger", "page 9", "one million", "money"])
def test_search_looks_into_sources_quotes_and_tags(pool: Page, query: str) -> None:
    pool.locator("#find").fill(query)
    assert MILLION in pool.locator("#tree .hit :is(.title, .text)").all_inner_texts()


def test_search_finds_what_is_folded_and_unfolds_the_way(pool: Page) -> None:
    pool.locator("#level").select_option("roots only")
    pool.locator("#find").fill("ubersee")
    assert on_map(pool) == [CLOSE, COST, WORTH, OLD, "Old buildings fall down.", NOWHERE, HALL]
    assert pool.locator("#tree .hit").count() == 1
    pool.locator("#find").fill("nothing like it")
    assert pool.locator("#count").inner_text() == "none"
    assert pool.locator("#next").is_disabled()


def test_n_and_p_go_on_from_the_map(pool: Page) -> None:
    pool.locator("#find").fill("swim")
    start(pool)
    press(pool, "n")
    assert at(pool) == WORTH
    press(pool, "n")
    assert at(pool) == "Many learned to swim there."
    press(pool, "p")
    assert at(pool) == WORTH


# ---- filters


@pytest.mark.parametrize(
    ("control", "value", "matching"),
    [
        ("side", "against", [WORTH, "Many learned to swim there.", NOWHERE]),
        ("kind", "evidence", [MILLION]),
        ("kind", "unstated", ["Old buildings fall down."]),
        ("tag", "money", [COST, MILLION]),
        ("tag", "money/yearly", [COST]),
        ("by", "the swimmers", [WORTH, NOWHERE]),
    ],
)
def test_filters(pool: Page, control: str, value: str, matching: list[str]) -> None:
    pool.locator("#less").click()
    before = on_map(pool)
    pool.locator("summary").click()
    pool.locator(f"#{control}").select_option(value)
    texts = pool.evaluate(
        """() => [...document.querySelectorAll("#tree .box:not(.aside)")]
          .map((box) => box.querySelector(".title, .text").textContent)"""
    )
    assert texts == matching
    assert CLOSE in on_map(pool)
    assert pool.locator("summary").inner_text() == f"Filter: {len(matching)}"
    assert pool.locator("#outline li > div > a:visible").count() == pool.locator("#tree .box").count()
    pool.locator("#clear").click()
    assert on_map(pool) == before
    assert pool.locator("#outline .out").count() == 0


def test_filters_join(pool: Page) -> None:
    pool.locator("summary").click()
    pool.locator("#by").select_option("the swimmers")
    pool.locator("#side").select_option("for")
    assert on_map(pool) == [CLOSE]
    assert pool.locator("summary").inner_text() == "Filter: 0"


# ---- a branch, references, history


def test_focus_on_a_branch_and_back(pool: Page) -> None:
    start(pool)
    press(pool, "ArrowDown", "f")
    assert on_map(pool) == [COST, MILLION, OLD]
    assert pool.locator("#way li").all_inner_texts() == [CLOSE, COST]
    assert at(pool) == COST
    press(pool, "f")
    assert on_map(pool) == ALL
    assert not pool.locator("#way").is_visible()
    press(pool, "f")
    pool.locator("#way").get_by_role("button", name=CLOSE).click()
    assert on_map(pool) == ALL
    pool.locator("#way").get_by_role("button", name="Whole map").click()
    assert on_map(pool) == ALL
    pool.go_back()
    pool.go_back()
    assert on_map(pool) == [COST, MILLION, OLD]


def test_levels_count_from_the_branch(opened: Opened) -> None:
    assert on_map(opened(POOL, "#focus=cost&level=0")) == [COST]
    page = opened(POOL, "#focus=close&level=1")
    assert on_map(page) == [CLOSE, COST, WORTH, OLD, "Old buildings fall down.", NOWHERE]
    page = opened(POOL, "#focus=cost&level=1")
    assert on_map(page) == [COST, MILLION, OLD]
    page.locator("#outline").get_by_role("link", name="A new hall").click()
    assert on_map(page) == [CLOSE, COST, WORTH, OLD, "Old buildings fall down.", NOWHERE, HALL]
    assert at(page) == HALL


def test_what_is_filtered_out_is_shown_when_it_is_gone_to(opened: Opened) -> None:
    page = opened(POOL, "#kind=evidence")
    page.locator(box(page, COST)).click()
    page.locator("#details").get_by_role("button", name=OLD).click()
    assert at(page) == OLD
    page.locator("#details").get_by_role("button", name=CLOSE).first.click()
    page.locator("#details").get_by_role("button", name=NOWHERE).click()
    assert at(page) == NOWHERE
    assert page.locator("#kind").input_value() == ""


def test_focus_unfolds_its_statement(pool: Page) -> None:
    fold(pool, COST)
    pool.locator(box(pool, COST)).focus()
    press(pool, "f")
    assert on_map(pool) == [COST, MILLION, OLD]


def test_a_reference_is_followed_by_a_click_and_back(pool: Page) -> None:
    pool.locator("#tree .see").click()
    assert at(pool) == OLD
    assert "at=old" in address(pool)
    assert pool.locator("#back").is_enabled()
    pool.locator("#back").click()
    until(pool, lambda: "at=old" not in address(pool))
    assert pool.locator("#back").is_disabled()
    pool.go_forward()
    until(pool, lambda: "at=old" in address(pool))
    assert chosen(pool) == OLD


def test_a_reference_at_the_foot_of_a_box_leads_to_where_it_is_used(pool: Page) -> None:
    pool.locator(f"{box(pool, OLD)} .to").click()
    assert at(pool) == COST


def test_a_reference_to_what_is_folded_unfolds_it(opened: Opened) -> None:
    page = opened(RING)
    fold(page, "Left")
    assert on_map(page) == ["Top", "Left"]
    page.locator(f"{box(page, 'Top')} .to").click()
    assert on_map(page) == ["Top", "Left", "Low", "→ Top"]
    assert at(page) == "Low"


# ---- the details


def test_the_details_tell_everything(pool: Page) -> None:
    pool.locator(box(pool, COST)).click()
    told = details(pool)
    for words in (
        "It costs too much.", "— the treasurer", "(2) claim", "SPEAKS FOR IT", MILLION, OLD, "BEARS ON", CLOSE,
        "A town need not keep what it cannot pay for", "money/yearly", "Prices of last year.",
    ):  # fmt: skip
        assert words in told
    press(pool, "ArrowRight")
    told = details(pool)
    for words in ("It lost a million crowns.", "evidence", "The ledger, page 9", "“one million”"):
        assert words in told
    pool.locator("#details").get_by_role("button", name=COST).click()
    assert at(pool) == COST
    pool.locator(box(pool, NOWHERE)).click()
    links = pool.locator("#details a")
    assert [a.get_attribute("href") for a in links.all()] == ["https://example.org/pools", "https://example.org/survey"]
    assert {a.get_attribute("rel") for a in links.all()} == {"noopener noreferrer"}
    assert "SPEAKS AGAINST IT" in details(pool)
    press(pool, "ArrowRight")
    assert "argument-from-sign" in details(pool)
    assert "0.5" in details(pool)
    pool.locator(box(pool, CLOSE)).click()
    assert re.search(r"Too dear[\s\S]*unless[\s\S]*Worth it", details(pool))
    press(pool, "Escape")
    assert details(pool) == ""


def test_the_details_tell_of_rivals(opened: Opened) -> None:
    page = opened(
        "argmap: 1\ntitle: T\nauthor: A. Nonymous\ndate: 2026-11-22\nclaims:\n  - {claim: A cat, id: a}\n"
        "  - {counterclaim: A dog, id: b}\nissues:\n  - question: Who was it?\n    positions: [a, b]\n"
        "    standard: clear-and-convincing\n    x-mine: yes\n",
        "#at=a&details=1",
    )
    for words in ("RIVALS", "Who was it?", "A dog", "clear-and-convincing", "x-mine", "yes"):
        assert words in details(page)
    page.locator("#details").get_by_role("button", name="A dog").click()
    assert at(page) == "A dog"
    assert "A. Nonymous, 2026-11-22" in page.locator("#outline").inner_text()


def test_a_tag_in_the_details_filters(pool: Page) -> None:
    pool.locator(box(pool, MILLION)).click()
    pool.locator("#details .tagged").click()
    assert on_map(pool) == [CLOSE, COST, MILLION, WORTH]
    assert pool.locator("#tag").input_value() == "money"


# ---- the keyboard


def test_the_keyboard_walks_the_tree(pool: Page) -> None:
    pool.keyboard.press("Tab")
    assert pool.locator("#tree [tabindex='0']").count() == 1
    start(pool)
    seen = []
    for _ in ALL:
        seen.append(at(pool))
        press(pool, "ArrowDown")
    assert [s.replace("▲→ see ", "→ ") for s in seen] == ALL
    press(pool, "Home")
    assert at(pool) == CLOSE
    press(pool, "End")
    assert at(pool) == HALL
    press(pool, "ArrowLeft")
    assert at(pool) == NOWHERE
    press(pool, "ArrowLeft")
    assert HALL not in on_map(pool)
    press(pool, "ArrowRight")
    assert HALL in on_map(pool)
    press(pool, "ArrowRight")
    assert at(pool) == HALL
    press(pool, "ArrowLeft", " ")
    assert HALL not in on_map(pool)
    press(pool, " ", "ArrowUp")
    assert at(pool) == "Old buildings fall down."
    assert pool.locator("#tree [tabindex='0']").count() == 1


def test_enter_opens_details_and_follows_references(pool: Page) -> None:
    start(pool)
    press(pool, "Enter")
    assert "The pool should close." in details(pool)
    press(pool, "ArrowDown", "ArrowDown", "ArrowDown")
    press(pool, "Enter")
    assert at(pool) == OLD
    assert "The building is old." in details(pool)
    press(pool, "Backspace")
    until(pool, lambda: at(pool) == "▲→ see Old walls")
    press(pool, "Escape")
    assert details(pool) == ""


def test_help_tells_the_keys_and_the_signs(pool: Page) -> None:
    press(pool, "?")
    dialog = pool.locator("#help")
    assert dialog.is_visible()
    for words in ("breaks the step whose bar it touches", "helps the thesis", "unfold"):
        assert words in dialog.inner_text()
    press(pool, "Escape")
    assert not dialog.is_visible()
    pool.locator("#show-help").click()
    pool.locator("#help button").click()
    assert not dialog.is_visible()


def test_keys_are_letters_where_somebody_types(pool: Page) -> None:
    pool.locator("#find").focus()
    pool.keyboard.type("f?/1*")
    assert pool.locator("#find").input_value() == "f?/1*"
    assert on_map(pool) == ALL


def test_escape_leaves_what_was_entered_last(pool: Page) -> None:
    pool.locator(box(pool, COST)).focus()
    press(pool, "f", "Enter")
    pool.locator("#find").fill("million")
    start = pool.locator(box(pool, MILLION))
    start.focus()
    press(pool, "Escape")
    assert details(pool) == ""
    press(pool, "Escape")
    assert pool.locator("#find").input_value() == ""
    press(pool, "Escape")
    assert on_map(pool) == ALL


# ---- the outline


def test_outline_and_map_lead_to_each_other(pool: Page) -> None:
    pool.locator("#level").select_option("roots only")
    pool.locator("#outline").get_by_role("link", name="A new hall").click()
    assert at(pool) == HALL
    assert pool.locator("#outline [aria-current]").inner_text().startswith("(")
    press(pool, "o")
    assert "A new hall" in pool.evaluate("document.activeElement.textContent")
    press(pool, "ArrowUp")
    assert "Nowhere else" in pool.evaluate("document.activeElement.textContent")
    press(pool, "Enter")
    assert at(pool) == NOWHERE
    pool.locator("#show-outline").click()
    assert not pool.locator("#outline").is_visible()
    press(pool, "Tab")
    pool.locator(box(pool, COST)).click()
    pool.get_by_role("button", name="In the outline").click()
    assert pool.locator("#outline").is_visible()
    assert "Too dear" in pool.evaluate("document.activeElement.textContent")


# ---- the address


@pytest.mark.parametrize(
    ("fragment", "shown"),
    [
        ("#level=0", [CLOSE]),
        ("#turned=nowhere", ALL[:-1]),
        ("#level=0&turned=close+nowhere", [CLOSE, COST, WORTH, OLD, "Old buildings fall down.", NOWHERE, HALL]),
        ("#focus=nowhere", [NOWHERE, HALL]),
        ("#kind=evidence", [CLOSE, COST, MILLION, WORTH]),
        ("#level=0&at=hall", [CLOSE, COST, WORTH, OLD, "Old buildings fall down.", NOWHERE, HALL]),
        ("#focus=nobody&at=nothing&level=many&turned=no+such&side=up", [CLOSE]),
        ("#%%%", ALL),
    ],
)
def test_an_address_opens_the_page_as_it_was(opened: Opened, fragment: str, shown: list[str]) -> None:
    assert on_map(opened(POOL, fragment)) == shown


def test_the_address_says_all_that_was_done(opened: Opened, pool: Page) -> None:
    fold(pool, COST)
    pool.locator("#find").fill("hall")
    pool.locator(box(pool, NOWHERE)).click()
    said = address(pool)
    assert set(said.removeprefix("#").split("&")) == {"at=nowhere", "find=hall", "turned=cost", "details=1"}
    again = opened(POOL, said)
    assert on_map(again) == on_map(pool)
    assert again.locator("#find").input_value() == "hall"
    assert "Swimmers have nowhere" in details(again)
    assert again.locator("[aria-selected=true]").inner_text() == pool.locator("[aria-selected=true]").inner_text()


# ---- size, colours, fingers, paper


def test_zoom_by_buttons_keys_and_wheel(pool: Page) -> None:
    def width() -> float:
        found = pool.locator(box(pool, CLOSE)).bounding_box()
        assert found is not None
        return found["width"]

    whole = width()
    pool.locator("#smaller").click()
    assert width() == pytest.approx(0.9 * whole, rel=0.01)
    assert pool.locator("#size").inner_text() == "90%"
    start(pool)
    press(pool, "+", "+")
    assert width() == pytest.approx(1.1 * whole, rel=0.01)
    press(pool, "0")
    assert width() == pytest.approx(whole)
    frame = pool.locator("#map").bounding_box()
    assert frame is not None
    pool.mouse.move(frame["x"] + 200, frame["y"] + 200)
    pool.keyboard.down("Control")
    pool.mouse.wheel(0, 150)
    pool.keyboard.up("Control")
    until(pool, lambda: pool.locator("#size").inner_text() != "100%")
    assert width() < 0.8 * whole
    pool.set_viewport_size({"width": 900, "height": 400})
    pool.locator("#fit").click()
    assert pool.locator("#map").evaluate("(m) => m.scrollHeight <= m.clientHeight && m.scrollWidth <= m.clientWidth")


def test_the_ground_is_dragged_with_the_mouse(pool: Page) -> None:
    pool.set_viewport_size({"width": 900, "height": 400})
    frame = pool.locator("#map").bounding_box()
    assert frame is not None
    before = pool.evaluate('document.getElementById("map").scrollTop')
    pool.mouse.move(frame["x"] + 10, frame["y"] + 90)
    pool.mouse.down()
    pool.mouse.move(frame["x"] + 5, frame["y"] + 30, steps=3)
    pool.mouse.up()
    assert pool.evaluate('document.getElementById("map").scrollTop') - before == pytest.approx(60, abs=2)


def test_dark_follows_the_system_and_can_be_switched(opened: Opened) -> None:
    page = opened(POOL, color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(ground) == "rgb(18, 22, 29)"
    page.locator("#theme").click()
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    page.reload()
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    assert page.locator("#theme").inner_text() == "Dark"


def test_a_phone_shows_one_thing_at_a_time(opened: Opened) -> None:
    page = opened(POOL, viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    assert not page.locator("#outline").is_visible()
    assert page.locator(box(page, CLOSE)).is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator(f"{box(page, CLOSE)} > .fold").tap()
    assert on_map(page) == [CLOSE]
    page.locator(f"{box(page, CLOSE)} > .fold").tap()
    page.locator(box(page, CLOSE)).tap()
    assert "The pool should close." in details(page)
    page.get_by_role("button", name="Close the details").tap()
    page.locator("#show-outline").tap()
    page.locator("#outline").get_by_role("link", name="A new hall").tap()
    assert not page.locator("#outline").is_visible()
    found = page.locator(box(page, HALL)).bounding_box()
    assert found is not None
    assert 0 <= found["x"] < 390


def test_what_is_gone_to_is_seen_beside_all_that_lies_over_the_map(opened: Opened) -> None:
    text = "argmap: 1\ntitle: T\nclaims:\n  - claim: Top\n    because:\n"
    text += "".join(f"      - Reason {n}\n" for n in range(30))
    for size in ({"width": 390, "height": 800}, {"width": 1100, "height": 500}):
        page = opened(text, viewport=size)
        page.locator(box(page, "Top")).click()
        for _ in range(12):
            press(page, "ArrowDown")
            seen = page.evaluate(
                """() => {
                  const { left, right, top, bottom } = document.activeElement.getBoundingClientRect();
                  const points = [left + 9, right - 9].flatMap((x) => [top + 9, bottom - 9].map((y) => [x, y]));
                  return points.map(([x, y]) => document.activeElement.contains(document.elementFromPoint(x, y)));
                }"""
            )
            assert all(seen), at(page)


def test_paper_holds_the_whole_outline(pool: Page) -> None:
    pool.locator("#level").select_option("roots only")
    pool.locator("#show-outline").click()
    pool.emulate_media(media="print")
    assert not pool.locator("#map").is_visible()
    assert not pool.locator(".tools").is_visible()
    said = pool.locator("#outline").inner_text()
    for words in (
        "Thesis: (1) Close it. The pool should close.",
        "according to the swimmers:",
        "A new hall",
        "M. Field",
    ):
        assert words.lower() in said.lower()
    assert pool.evaluate("document.documentElement.scrollHeight > 300")


LONG = "argmap: 1\ntitle: T\nclaims:\n  - claim: Top\n    because:\n" + "".join(
    f"      - claim: Reason {n}\n        id: r{n}\n" for n in range(300)
)


def test_a_line_far_down_a_long_outline_is_found(opened: Opened) -> None:
    page = opened(LONG, "#at=r280")
    line = page.locator("#outline a[aria-current]")
    assert "Reason 280" in line.inner_text()
    expect(line).to_be_in_viewport()


def test_paper_holds_the_whole_of_a_long_outline(opened: Opened) -> None:
    page = opened(LONG)
    page.emulate_media(media="print")
    said = page.locator("#outline").inner_text()
    assert all(f"Reason {n}." in said for n in range(300))


def test_without_script_the_outline_can_be_read(opened: Opened) -> None:
    page = opened(POOL, java_script_enabled=False)
    assert page.locator("#outline").get_by_text("The new hall in Übersee opens in May.").is_visible()
    assert not page.locator("#map").is_visible()
    assert not page.locator(".tools").is_visible()


def test_a_large_map_is_folded_at_first(opened: Opened) -> None:
    text = "argmap: 1\ntitle: T\nclaims:\n  - claim: Top\n    because:\n"
    for n in range(12):
        text += f"      - claim: Reason {n}\n        because:\n"
        text += "".join(f"          - claim: Ground {n}.{k}\n" for k in range(12))
    page = opened(text)
    assert len(on_map(page)) == 13
    assert page.locator(f"{box(page, 'Reason 3')} > .fold").inner_text() == "+12"
    assert page.locator("#outline a").count() == 157
    top = page.locator(box(page, "Top")).bounding_box()
    assert top is not None
    assert 100 < top["y"] < 800
