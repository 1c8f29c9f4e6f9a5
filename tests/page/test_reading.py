"""The reading view in a real browser: text and outline lead to each other, by mouse, by keyboard, without script."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from conftest import ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from page.views import HARBOUR, LETTER, MAP, reading
from sources.made_text import made_text
from strategies import texts

import argmap
from argmap.model import Citation

from .test_accessibility import in_both_schemes, violations
from .test_hostile_page import ATTACKS, is_unharmed, same

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from .conftest import Opened

Read = Callable[..., "Page"]
FAULTS = ROOT / "tests" / "sources" / "texts"


@pytest.fixture
def read(tab: Opened) -> Read:
    """Opens a reading view in a tab of its own."""

    def open_page(*parts: Any, address: str = "", **how: Any) -> Page:
        wide = {"viewport": {"width": 1200, "height": 500}, "reduced_motion": "reduce", **how}
        return tab(reading(*parts).encode(), address, **wide)

    return open_page


def arrived(page: Page) -> None:
    """Wait until the page has seen where its address leads."""
    page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")


def now(page: Page, inside: str) -> list[str]:
    """What is marked as gone to."""
    arrived(page)
    found = page.locator(f"{inside} .now").all_text_contents()
    return [" ".join(text.split()) for text in found]


def at_the_beginning(page: Page) -> None:
    """Wait until the way back is gone."""
    page.locator("#back:disabled").wait_for()


def focused(page: Page) -> str:
    arrived(page)
    return str(page.evaluate("document.activeElement.textContent"))


# ---- both ways


def test_a_citation_leads_to_its_passage_and_back(read: Read) -> None:
    page = read()
    link = page.get_by_role("link", name="a promise kept")
    link.click()
    assert now(page, "#texts") == ["a promise kept", "▼7"]
    assert focused(page) == "▼7"
    assert page.locator("#told").inner_text() == "“a promise kept”"
    assert now(page, "#outline") == ["(7) A promise is a promise.", "[1, para. 1: “a promise kept”]"]
    page.locator("#back").click()
    at_the_beginning(page)
    assert now(page, "body") == []
    assert "a promise kept" in focused(page)
    assert page.locator("#back").is_disabled()


def test_a_passage_leads_to_the_statement_that_cites_it_and_back(read: Read) -> None:
    page = read()
    ref = page.get_by_role("link", name="Quoted by statement 2, which helps the thesis: In March")
    ref.focus()
    page.keyboard.press("Enter")
    assert focused(page) == "(2) In March. The vote was taken in March."
    assert now(page, "#texts") == ["voted on a", "wet evening in", "March", "▲2"]
    assert page.locator("#told").inner_text() == "Statement 2: 1 passage"
    page.keyboard.press("b")
    at_the_beginning(page)
    assert focused(page) == "▲2"


def test_a_click_on_words_leads_through_all_that_cite_them(read: Read) -> None:
    page = read()
    words = page.locator("#texts mark", has_text="March")
    assert words.get_attribute("class") == "both"
    met = []
    for _ in range(4):
        words.click()
        arrived(page)
        met.append(page.evaluate("location.hash"))
    assert met == ["#s2", "#s3", "#s9", "#s2"]


def test_overlapping_quotes_are_cut_where_one_begins_or_ends(read: Read) -> None:
    marks = read().locator(".block").nth(1).locator("mark")
    assert [(m.text_content(), m.get_attribute("class"), m.get_attribute("data-p")) for m in marks.all()] == [
        ("voted on a ", "for", "1"),
        ("wet evening in ", "for", "1 2"),
        ("March", "both", "1 2 3"),
        (" to dredge", "both", "2 3"),
        (" the old harbour", "against", "3"),
        ("a promise kept", "against", "4"),
    ]


def test_a_quote_over_two_paragraphs_is_marked_in_both(read: Read) -> None:
    page = read(address="#p5")
    assert now(page, "#texts") == ["the channel fills with sand.", "It was never put to the council", "▲4"]
    assert page.locator("#told").inner_text() == "“the channel fills with sand. … It was never put to the council”"


def test_parts_apart_nearest_words_and_what_is_nowhere(read: Read) -> None:
    page = read()
    letter = page.locator("section", has=page.get_by_role("heading", name="A letter"))
    assert [(m.text_content(), m.get_attribute("class")) for m in letter.locator("mark").all()] == [
        ("asked for a slipway", "for"),
        (" does not flood".strip(), "for"),
    ]
    refs = {ref.text_content(): ref.get_attribute("aria-label") for ref in letter.locator(".ref").all()}
    assert refs == {
        "▲5": "Cited by statement 5, which helps the thesis: They wanted other things.",
        "▲6": "Quoted by statement 6, which helps the thesis: They wanted a slipway and dry feet.",
        "≈▲6": "Most like what is quoted by statement 6, which helps the thesis: They wanted a slipway and dry feet.",
        "?▲6": "Not found, quoted by statement 6, which helps the thesis: They wanted a slipway and dry feet.",
    }
    doubts = page.locator(".doubt").all_text_contents()
    assert doubts == ["not in the text; most like it is para. 1", "not in the text"]
    assert page.locator(".whole .ref").all_text_contents() == ["▲5"]


def test_what_is_cited_and_what_is_passed_over_look_different(read: Read) -> None:
    page = read()
    blocks = page.locator("section").first.locator(".block")
    assert [b.get_attribute("class") for b in blocks.all()] == [
        "block aside", "block both", "block uncited", "block for", "block both",
    ]  # fmt: skip
    assert [" ".join(t.split()) for t in page.locator(".margin").all_text_contents()] == [
        "para. 1", "para. 2, nothing cites it", "para. 3", "para. 4 ▼10", "para. 1 ?▲6",
    ]  # fmt: skip
    colours = blocks.locator("> p").evaluate_all("(found) => found.map((p) => getComputedStyle(p).color)")
    styles = blocks.locator("> p").evaluate_all("(found) => found.map((p) => getComputedStyle(p).borderLeftStyle)")
    assert colours[2] != colours[1] == colours[3]
    assert styles[1:] == ["double", "dotted", "solid", "double"]  # to be told without colour
    lines = page.locator("mark.for, mark.against, mark.both").evaluate_all(
        "(found) => [...new Set(found.map((e) => e.className + ' ' + getComputedStyle(e).textDecorationStyle))].sort()"
    )
    assert {"for solid", "against dashed", "both double", "both near wavy"} <= set(lines)
    assert "Paragraphs cited: 3 of 4. Quotes that stand as cited: 5 of 5." in page.locator(".count").all_text_contents()


def test_each_text_says_that_it_is_here_and_is_gone_to(read: Read) -> None:
    page = read()
    said = page.locator(".rights").all_text_contents()
    assert said == [
        "This page contains the text of “The harbour that nobody wanted”. Share it only where you may."
        " A clerk, The harbour that nobody wanted.",
        "This page contains the text of “A letter”. Share it only where you may.",
    ]
    page.get_by_role("navigation").get_by_role("link", name="A letter").click()
    assert focused(page) == "A letter"
    assert page.locator("#outline").get_by_text("[3, p. 3]").evaluate("(e) => e.closest('a')") is None


def test_keys(read: Read) -> None:
    page = read()
    seen = []
    for key in "nnnpp":
        page.keyboard.press(key)
        arrived(page)
        seen.append(page.evaluate("location.hash"))
    assert seen == ["#p1", "#p2", "#p3", "#p2", "#p1"]
    assert focused(page) == "▲2"
    page.keyboard.press("p")
    assert page.evaluate("location.hash") == f"#{page.locator('#texts .ref').last.get_attribute('id')}"
    page.keyboard.press("o")
    assert page.evaluate("document.activeElement.id") == "outline"
    page.keyboard.press("t")
    assert page.evaluate("document.activeElement.id") == "texts"
    page.keyboard.press("Control+p")
    while step := page.evaluate("history.state.step"):
        page.keyboard.press("b")
        page.wait_for_function("(step) => history.state?.step < step", arg=step)
    at_the_beginning(page)
    assert page.evaluate("location.hash") == ""
    page.locator("#next").click()
    assert page.evaluate("location.hash") == "#p1"
    page.locator("#previous").click()
    assert page.evaluate("location.hash") != "#p1"


def test_both_sides_come_into_sight(read: Read) -> None:
    page = read(MAP, {"notes": HARBOUR + "\n\nMore is said.\n" * 60, "letter": LETTER})
    page.get_by_role("link", name="asked for a slipway […]").click()
    for place in ("#texts .ref.now", "#outline .statement.now"):
        box = page.locator(place).bounding_box()
        assert box
        assert 80 < box["y"] < 480


def test_what_a_step_cites_is_led_to_from_where_it_starts(read: Read) -> None:
    page = read(
        """
argmap: 1
title: T
sources: {s: {title: S}}
claims:
  - claim: It leaks.
    because:
      - all: [{claim: It rained.}, {claim: The floor is wet.}]
        cite: s, para. 1
        quote: wet floors come from leaks
""",
        {"s": "As all know, wet floors come from leaks."},
    )
    page.get_by_role("link", name="[the step from here: 1, para. 1]").click()
    assert now(page, "#texts") == ["wet floors come from leaks", "▲2"]
    page.keyboard.press("Enter")
    assert focused(page) == "(2) It rained."


def test_a_text_of_a_megabyte_opens_and_is_gone_through(read: Read) -> None:
    paragraphs = [f"Here stand some words of part {n}, {'and so it goes on, ' * 45}to the end." for n in range(1200)]
    assert sum(map(len, paragraphs)) > 1_000_000
    quotes = "".join(
        f"      - {{evidence: Part {n} says so., cite: {{source: s, at: para. {n + 1}, quote: words of part {n}}}}}\n"
        for n in range(0, 1200, 2)
    )
    head = "argmap: 1\ntitle: T\nsources: {s: {title: S}}\nclaims:\n  - claim: C.\n    because:\n"
    page = read(head + quotes, {"s": "\n\n".join(paragraphs)})
    assert page.locator("#texts .ref").count() == 600
    assert page.locator(".block.uncited").count() == 600
    page.keyboard.press("p")
    assert page.evaluate("location.hash") == "#p600"
    assert now(page, "#outline") == ["(601) Part 1198 says so.", "[1, para. 1199: “words of part 1198”]"]
    box = page.locator("#texts mark.now").bounding_box()
    assert box
    assert 80 < box["y"] < 480


# ---- where there is less


def test_links_lead_without_script(read: Read) -> None:
    page = read(java_script_enabled=False)
    assert page.locator(".tools").is_hidden()
    page.get_by_role("link", name="a promise kept").click()
    ref = page.locator(".ref:target")
    assert ref.text_content() == "▼7"
    ref.click()
    assert page.locator(".statement:target").text_content() == "(7) A promise is a promise."


def test_a_narrow_window_has_one_below_the_other(read: Read) -> None:
    page = read(viewport={"width": 390, "height": 800}, has_touch=True)
    text, outline = page.locator("#texts").bounding_box(), page.locator("#outline").bounding_box()
    assert text
    assert outline
    assert outline["y"] >= text["y"] + text["height"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("link", name="a promise kept").tap()
    assert focused(page) == "▼7"
    page.locator("#back").tap()
    at_the_beginning(page)
    assert "a promise kept" in focused(page)
    small = page.locator("#texts .ref").evaluate_all(
        "(found) => found.filter((e) => e.getBoundingClientRect().height < 24).map((e) => e.textContent)"
    )
    assert small == []


def test_on_paper_the_text_comes_first_then_the_outline(read: Read) -> None:
    page = read(MAP, {"notes": HARBOUR + "\n\nMore is said.\n" * 60, "letter": LETTER})
    page.emulate_media(media="print")
    text, outline = page.locator("#texts").bounding_box(), page.locator("#outline").bounding_box()
    assert text
    assert outline
    assert outline["y"] >= text["y"] + text["height"]
    assert text["height"] > 1200  # all of it
    assert page.locator(".tools").is_hidden()


@pytest.mark.parametrize("how", [{}, {"forced_colors": "active"}, {"viewport": {"width": 390, "height": 800}}])
@pytest.mark.parametrize("address", ["", "#p5", "#s2"])
def test_no_rule_is_broken(read: Read, address: str, how: dict[str, Any]) -> None:
    page = read(address=address, **how)
    assert (violations(page) if how else in_both_schemes(page)) == []


def test_no_rule_is_broken_by_a_map_whose_every_source_has_a_text(read: Read, map_path: Path) -> None:
    m = argmap.load(map_path)
    assert in_both_schemes(read(m, {s.key: made_text(m, s.key) for s in m.sources}, address="#p1")) == []


@pytest.mark.parametrize("name", ["harbour", "harbour-faults"])
def test_no_rule_is_broken_by_a_map_with_a_text(read: Read, name: str) -> None:
    text = (FAULTS / "harbour.txt").read_text(encoding="utf-8")
    assert in_both_schemes(read(argmap.load(FAULTS / f"{name}.argmap.yaml"), {"notes": text})) == []


# ---- any text


def of(text: str) -> argmap.ArgumentMap:
    """A map that quotes a text as a whole, and names it everywhere."""
    build = argmap.Builder(text, question=text, summary=text)
    build.source("key", title=text, author=text, url=text)
    thesis = build.claim(f"T {text}", id="thesis", label=text, by=text)
    thesis.because(build.evidence(f"E {text}", cite=[Citation("key", None, text)]))
    return build.build()


@pytest.mark.parametrize("text", ATTACKS, ids=range(len(ATTACKS)))
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_an_attack_in_a_text_is_shown_as_itself(read: Read, text: str, name: str) -> None:
    written = f"Before. {text.replace(chr(0), '')} after."
    page = read(of(text), {"key": written}, name)
    scripts = page.evaluate("document.querySelectorAll('script').length")
    assert scripts == 1
    assert is_unharmed(page, scripts)
    if name == "a.txt":
        shown = "".join(page.locator(".block > p").all_text_contents())
        refs = "".join(page.locator(".block > p .ref").all_text_contents())
        assert same(shown.replace(refs, "") if refs else shown) == same(written)
    page.keyboard.press("n")
    assert is_unharmed(page, scripts)
    assert page.evaluate("location.protocol") == "file:"


def test_html_is_shown_as_what_a_reader_sees(read: Read) -> None:
    text = "<h1>Head</h1><script>window.ran = 1</script><p>One <b onclick='x'>bold</b> &lt;word&gt; &amp; more.</p>"
    build = argmap.Builder("T")
    build.source("s", title="S")
    build.claim("C", cite=[Citation("s", None, "bold <word> & more")])
    m = build.build()
    page = read(m, {"s": text}, "a.html")
    assert page.locator(".block > p").all_inner_texts() == ["Head", "One bold <word> & more▲1."]
    assert page.locator("#texts mark").all_text_contents() == ["bold <word> & more"]
    assert is_unharmed(page, 1)


@given(st.lists(texts(), min_size=1, max_size=6))
@settings(max_examples=15, suppress_health_check=list(HealthCheck))
def test_any_text_is_shown_to_the_letter(browser: Browser, many: list[str]) -> None:
    written = "\n\n".join(many)
    context = browser.new_context()
    try:
        page = context.new_page()
        page.set_content(reading(of(many[0]), {"key": written}))
        page.evaluate("for (const ref of document.querySelectorAll('.block .ref')) ref.remove()")
        shown = "".join(page.locator(".block > p").all_text_contents())
        assert same(shown) == same(written)
    finally:
        context.close()
