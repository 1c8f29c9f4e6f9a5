"""Flowcharts as Mermaid itself draws them, in Chromium: every text comes out as itself, and none becomes markup."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import strategies
from hostile import TEXTS, hostile_map, letters
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from outputs.consumers import Drawn, drawn_by_mermaid, mermaid

import argmap
from argmap.render.markup import fit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

BATCH = settings(
    max_examples=2, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate]
)
WIDE = str.maketrans("<>", "＜＞")
MARKUP = {
    "svg", "style", "g", "marker", "path", "polygon", "circle", "foreignobject", "div", "span", "p", "rect", "small",
    "b", "br", "wbr", "i", "s", "defs", "filter", "fedropshadow", "lineargradient", "stop", "text", "a",
}  # fmt: skip


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page in which Mermaid draws."""
    found = mermaid(browser)
    yield found
    found.close()


def drawn(page: Page, maps: list[argmap.ArgumentMap]) -> list[Drawn]:
    return drawn_by_mermaid(page, [argmap.draw(m, "mermaid").decode() for m in maps])


@given(st.lists(TEXTS, min_size=25, max_size=30))
@BATCH
def test_any_text_comes_out_as_itself(page: Page, texts: list[str]) -> None:
    for text, found in zip(texts, drawn(page, [hostile_map(text) for text in texts]), strict=True):
        assert letters(text) in letters(found.nodes["s_told"])
        assert letters(text.translate(WIDE) if "<" in text else text) in letters(found.title)
        assert any(letters(text) in letters(words) for id, words in found.nodes.items() if id.startswith("s_perhaps"))
        assert any("since" in words for id, words in found.nodes.items() if id.startswith("a_"))
        assert found.elements <= MARKUP


@given(st.lists(strategies.shapes(), min_size=25, max_size=30))
@BATCH
def test_any_map_is_drawn_with_all_its_statements(page: Page, maps: list[argmap.ArgumentMap]) -> None:
    for m, found in zip(maps, drawn(page, maps), strict=True):
        reached = {s.id for s in m.statements}
        assert {f"s_{id}" for id in reached} <= found.nodes.keys()


def test_a_very_long_text_is_drawn_whole(page: Page) -> None:
    text = "A " + '"<b>&' * 4000
    m = argmap.loads(argmap.dumps(hostile_map(text)))
    (found,) = drawn(page, [m])
    assert letters(text) in letters(found.nodes["s_told"])


def test_a_backslash_makes_no_new_line(page: Page) -> None:
    (found,) = drawn(page, [hostile_map(r"C:\new\temp \n \\n")])
    assert r"C:\new\temp \n \\n" in found.nodes["s_told"]


def test_links_lead_to_the_web_and_nowhere_else(page: Page) -> None:
    build = argmap.Builder("T")
    url = 'https://example.org/?a=1&b="2" <x>#é'
    build.claim("A.", url=url)
    build.claim("B.", url="javascript:alert(1)")
    (found,) = drawn(page, [build.build()])
    assert found.links == ["https://example.org/?a=1&b=%222%22%20%3Cx%3E#%C3%A9"]


def test_every_map_is_drawn(page: Page, map_path: Path) -> None:
    m = argmap.load(map_path)
    (found,) = drawn(page, [m])
    for s in m.statements:
        assert any(letters(s.text) in letters(text) for text in found.nodes.values())


def test_what_is_shown_is_said_in_words(page: Page) -> None:
    build = argmap.Builder("T", question="Why?")
    thesis = build.claim("A thesis.", id="top")
    step = thesis.because(build.evidence("One.", id="one"), "Two.", warrant="they add up", qualifier="presumably")
    step.unless(build.claim("Three.", id="three"))
    thesis.but(build.claim("Four.", id="four"))
    (found,) = drawn(page, [build.build()])
    assert found.title == "T · Why?"
    assert sorted(word for word in found.words if word) == ["attacks", "might break", "supports"]
    assert any("presumably, since they add up" in text for text in found.nodes.values())


def test_a_flowchart_that_github_will_not_show_is_told() -> None:
    notes: list[str] = []
    argmap.draw(hostile_map("word " * 12_000), "mermaid", notes=notes)
    assert [note.split(";")[0] for note in notes] == [notes[0].split(";")[0]]
    assert "Mermaid shows up to 50,000 and 500" in notes[0]


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
@pytest.mark.parametrize("direction", ["LR", "TB", "RL", "BT"])
def test_the_style_is_kept(theme: str, direction: str) -> None:
    from argmap.render.style import THEMES

    style = argmap.Style(theme=theme, direction=direction)
    source = argmap.draw(hostile_map("x"), "mermaid", style=style).decode()
    assert f"fill:{THEMES[theme].thesis.fill}" in source
    assert f"flowchart {['RL', 'LR', 'BT', 'TB'][['LR', 'RL', 'TB', 'BT'].index(direction)]}" in source


def test_what_no_picture_holds_is_a_sign() -> None:
    assert fit("\x07") in argmap.draw(hostile_map("a\x07b"), "mermaid").decode()


@pytest.mark.parametrize(
    "title", ["A & B", "R&D > 2", "AT&amp;T; &lt;b&gt; &#60;", "a => b #lt; &", "A > B & <", "<b>&"]
)
def test_a_title_holds_all_but_what_begins_a_tag(page: Page, title: str) -> None:
    notes: list[str] = []
    m = argmap.Builder(title)
    m.claim("C")
    (found,) = drawn_by_mermaid(page, [argmap.draw(m.build(), "mermaid", notes=notes).decode()])
    told = ["the title of a Mermaid diagram holds no <; ＜ and ＞ stand for < and >"]
    assert (found.title, notes) == ((title.translate(WIDE), told) if "<" in title else (title, []))
