"""What a document asks for, and that no text of a map becomes markup in it."""

from __future__ import annotations

import re
from collections.abc import Collection
from html.parser import HTMLParser
from xml.etree import ElementTree

import markdown
import pytest
from embed.documents import GOOD, ids
from hostile import NASTY, TEXTS, hostile_map, letters
from hypothesis import example, given, settings
from hypothesis import strategies as st

import argmap
from argmap.embed import maps
from argmap.embed.maps import Options
from argmap.outline_style import OutlineStyle
from argmap.selection import Selection, viewed

WEEK = argmap.loads(GOOD)


def test_options_in_words() -> None:
    given = {
        "format": "outline",
        "focus": "week",
        "depth": "2",
        "tag": "a, b",
        "only": "claims,evidence",
        "links": "none",
    }
    given |= {"show": "label,text", "wrap": "200", "key": "false", "colour-by": "kind", "edge-words": "true"}
    given |= {"style": "prose", "language": "de", "notes": "", "tags": "false", "sources": "endnotes"}
    found = Options.of(given)
    assert found.form == "outline"
    assert found.selection == Selection(
        focus="week", depth=2, tags=("a", "b"), only=("claims", "evidence"), links="none"
    )
    looks = {"colour-by": "kind", "show": ("label", "text"), "wrap": 200, "key": False, "edge-words": True}
    assert found.style == looks
    assert found.words == OutlineStyle(style="prose", language="de", notes=True, sources="endnotes")
    assert Options.of({}) == Options()
    assert set(given) < set(maps.OPTIONS)


def test_the_style_is_that_of_what_is_shown() -> None:
    assert Options.of({"style": "arrows"}).style == {"style": "arrows"}
    with pytest.raises(ValueError, match="style has no `prose`; there are bars"):
        Options.of({"style": "prose"})
    with pytest.raises(ValueError, match="style has no `arrows`; there are brief"):
        Options.of({"style": "arrows", "format": "outline"})
    with pytest.raises(ValueError, match="`numbering` is for outlines"):
        Options.of({"numbering": "levels"})


def test_an_outline_leads_to_its_own_statements_and_has_no_headings_of_the_page() -> None:
    made = maps.in_html(viewed(WEEK), Options("outline"), "p-")
    there = set(ids(made))
    links = [value for name, value in Parts(made).attributes if name == "href" and value and value.startswith("#")]
    assert {link[1:] for link in links} <= there
    assert not {f"h{n}" for n in range(1, 7)} & set(Parts(made).tags)
    assert "<strong>A four-day week</strong>" in made


@pytest.mark.parametrize("name", maps.OPTIONS)
@given(
    value=st.one_of(st.just(""), NASTY, st.sampled_from(["week", "1", "true", "bars", "LR", "chips", "for", "claims"]))
)
def test_any_option_is_taken_or_refused_in_a_sentence(name: str, value: str) -> None:
    said = ""
    try:
        maps.shown(WEEK, Options.of({name: value}))
    except ValueError as error:
        said = str(error)
    assert not said or re.search(r"[;,] ", said)


class Parts(HTMLParser):
    """The elements of a page, and its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.words += data


def is_harmless(page: str, own: Collection[str] = ()) -> bool:
    """Whether nothing runs or is loaded, and no text became an element; ``own`` are those that argmap writes."""
    found = Parts(page)
    is_clean = not any(
        n.startswith("on") or (v or "").lower().strip().startswith("javascript:") for n, v in found.attributes
    )
    return is_clean and not ({"script", "b", "table", "img", "iframe"} - set(own)) & set(found.tags)


@given(TEXTS)
@example("<script>alert(1)</script>")
@example('x" onload="alert(1)')
@example("<img src=x onerror=alert(1)>")
@example("[x](javascript:alert(1))")
@example("\\<script>alert(1)\\</script>")
@example("&lt;script&gt;")
@settings(max_examples=60)
def test_no_text_becomes_markup(text: str) -> None:
    m = hostile_map(text)
    view = viewed(m)
    picture = maps.in_html(view, Options(), "p-")
    ElementTree.fromstring(picture)
    assert all(id.startswith("p-") for id in ids(picture))
    assert is_harmless(picture)
    outline = maps.in_html(view, Options("outline"), "p-")
    ElementTree.fromstring(outline)
    assert is_harmless(outline, own=("b",))
    assert all(id.startswith("p-") for id in ids(outline))
    assert letters(" ".join(text.split())) in letters(Parts(outline).words)


@given(TEXTS)
@example("<script>alert(1)</script>")
@example("<img src=x onerror=alert(1)>")
@example("[x](javascript:alert(1))")
@settings(max_examples=60)
def test_nor_in_markdown(text: str) -> None:
    words = maps.in_words(viewed(hostile_map(text)), Options(), "markdown")
    assert is_harmless(markdown.markdown(words, tab_length=2))


def test_a_page_is_kept_apart() -> None:
    made = maps.in_html(viewed(WEEK), Options("page"), "p-")
    found = Parts(made)
    assert found.tags == ["iframe"]
    assert dict(found.attributes)["sandbox"] == "allow-scripts allow-popups"
