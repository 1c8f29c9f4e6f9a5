"""The outline as a web page, in a real browser: accessible, in both schemes, and harmless whatever a map says."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hostile import TEXTS, hostile_map, letters
from hypothesis import given, settings

import argmap

from .test_accessibility import in_both_schemes, violations

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from .conftest import Opened

Told = Callable[..., "Page"]
STYLES: dict[str, dict[str, Any]] = {
    "outline": {},
    "brief": {"style": "brief"},
    "prose": {"style": "prose", "sources": "footnotes"},
    "full": {"numbering": "levels", "sides": "signs", "quotes": "blocks", "sources": "endnotes", "notes": True},
    "german": {"language": "de", "sides": "triangles", "tags": True},
}
ATTACKS = (
    "<script>window.broken = 1</script>", "<img src=x onerror='window.broken = 1'>", "</style><svg onload=broken()>",
    '" onmouseover="window.broken = 1', "javascript:window.broken=1", "--></main><h1>x</h1>", "&lt;b&gt;",
)  # fmt: skip


@pytest.fixture
def told(tab: Opened) -> Told:
    """Opens the outline of a map in a tab of its own."""

    def open_outline(m: argmap.ArgumentMap, frame: str = "{}", **style: Any) -> Page:
        made = argmap.outline(m, "html", style=argmap.OutlineStyle(**style))
        return tab(frame.replace("{}", made).encode(), viewport={"width": 1000, "height": 900})

    return open_outline


@pytest.mark.parametrize("style", STYLES)
def test_no_rule_is_broken_by_an_outline(told: Told, map_path: Path, style: str) -> None:
    assert in_both_schemes(told(argmap.load(map_path), **STYLES[style])) == []


def test_a_fragment_fits_into_another_page(told: Told, map_path: Path) -> None:
    frame = '<!DOCTYPE html><html lang="en"><title>Other</title><body><main><h1>Other</h1>{}</main></body></html>'
    page = told(argmap.load(map_path), frame, fragment=True, sources="footnotes")
    assert violations(page) == []
    assert page.locator("style, script, link, meta").count() == 0
    names = page.locator(".argmap-outline [class]").evaluate_all("all => all.flatMap((one) => [...one.classList])")
    assert all(name.startswith("argmap-") for name in names)
    ids = page.locator(".argmap-outline [id]").evaluate_all("all => all.map((one) => one.id)")
    assert len(ids) == len(set(ids))
    assert all(name.startswith("argmap-") for name in ids)


@pytest.mark.parametrize("style", STYLES)
def test_every_link_leads_somewhere(told: Told, map_path: Path, style: str) -> None:
    page = told(argmap.load(map_path), **STYLES[style])
    lost = page.locator("a[href^='#']").evaluate_all(
        "all => all.map((a) => a.getAttribute('href').slice(1)).filter((id) => !document.getElementById(id))"
    )
    assert lost == []


def test_a_reference_leads_to_its_statement(told: Told) -> None:
    m = argmap.load(Path(__file__).parents[2] / "maps" / "us-russia-after-9-11.argmap.yaml")
    for style in ({}, {"style": "prose"}):
        page = told(m, **style)
        page.locator("a[href='#argmap-statement-washington-limited']").first.click()
        target = page.locator(":target")
        assert "Washington took the partnership for a limited exchange." in target.inner_text()
        assert target.evaluate("one => one.getBoundingClientRect().top") < 900


def test_notes_lead_there_and_back(told: Told, map_path: Path) -> None:
    page = told(argmap.load(map_path), sources="endnotes")
    page.locator("#argmap-mark-3").click()
    assert page.locator(":target").get_attribute("id") == "argmap-note-3"
    page.locator(":target .argmap-back").click()
    assert page.locator(":target").get_attribute("id") == "argmap-mark-3"


def test_the_keyboard_skips_to_the_argument_and_to_the_sources(told: Told, map_path: Path) -> None:
    page = told(argmap.load(map_path))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "To the argument"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top >= 0")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "argmap-sources"


def test_paper_is_black_on_white(told: Told, map_path: Path) -> None:
    page = told(argmap.load(map_path))
    page.emulate_media(color_scheme="dark", media="print")
    assert page.locator("main").evaluate("one => getComputedStyle(one).color") == "rgb(0, 0, 0)"
    assert page.locator("body").evaluate("one => getComputedStyle(one).backgroundColor") == "rgba(0, 0, 0, 0)"
    assert not page.locator(".argmap-skip").first.is_visible()


def test_words_and_map_each_have_their_language(told: Told) -> None:
    text = "argmap: 1\ntitle: T\nlanguage: fr\nclaims:\n  - claim: A\n    because: B\n"
    page = told(argmap.loads(text))
    assert page.locator("html").get_attribute("lang") == "fr"
    assert page.locator(".argmap-lead").evaluate_all("all => all.map((one) => one.lang)") == ["en", "en"]
    odd = told(argmap.loads(text.replace("fr", "'\"><script>'")))
    assert odd.locator("html").get_attribute("lang") == "en"


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("style", STYLES)
def test_an_attack_is_shown_as_itself(told: Told, attack: str, style: str) -> None:
    build = argmap.Builder(attack, question=attack, summary=attack, author=attack, date=attack)
    source = build.source("k", title=attack, url=attack, author=attack)
    thesis = build.claim(attack, label=attack, note=attack, tags=[attack])
    said = build.evidence(attack, by=attack, cite=f"{source}, {attack.replace(';', ',')}")
    step = thesis.because(said, warrant=attack, qualifier=attack)
    step.unless(build.claim(attack))
    page = told(build.build(), **STYLES[style])
    assert page.evaluate("window.broken") is None
    assert page.locator("script, img, svg, h1 + h1").count() == 0
    assert page.locator("a:not([href^='#'])").count() == 0
    assert letters(attack) in letters(page.locator("main").inner_text())


ELEMENTS = set(re.findall(r"\w+", "div header h2 h3 p section ul ol li b i bdi span a sup blockquote"))


class Tags(HTMLParser):
    """The names of the elements, and the text, of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        assert all(re.fullmatch("[a-z-]+", name) for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_a_page_holds_any_text(text: str) -> None:
    for style in STYLES.values():
        tags = Tags()
        tags.feed(argmap.outline(hostile_map(text), "html", style=argmap.OutlineStyle(fragment=True, **style)))
        assert letters(text) in letters(tags.text)
        assert tags.names <= ELEMENTS
