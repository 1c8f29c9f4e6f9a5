"""Any text comes out as itself, in every form."""

from __future__ import annotations

import html
import json
import re
from xml.etree import ElementTree

import pytest
from hostile import TEXTS, hostile_map, letters
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from render import geometry

import argmap
from argmap.render.dot import layout
from argmap.render.metrics import wrap

TITLE = "{http://www.w3.org/1999/xlink}title"


@given(text=TEXTS)
@settings(max_examples=25, deadline=None)
@example(text='<b>"\\N"</b> & ]]> </TD></TR></TABLE> %s $x$ {a|b}')
@example(text="x" * 20_000)
def test_a_picture_shows_any_text_as_itself(text: str) -> None:
    root = ElementTree.fromstring(argmap.draw(hostile_map(text)))
    boxes = {box.name: box for box in geometry.boxes(root)}
    shown = "".join("".join(t.itertext()) for t in boxes["statement-told"].texts)
    assert letters(text) in letters(shown)
    (told,) = (g for g in root.iter(f"{geometry.SVG}g") if g.get("id") == "statement-told")
    assert letters(text) in letters("".join(t.text or "" for t in told.iter(f"{geometry.SVG}title")))
    assert all(tag.tag.split("}")[1] in ("svg", "g", "a", "title", "desc", "polygon", "path", "text")
               for tag in root.iter())  # fmt: skip


@given(text=TEXTS)
@settings(max_examples=25, deadline=None)
@example(text='<b>"\\N"</b> & ]]> </TD></TR></TABLE> %s $x$ {a|b}')
@example(text="x" * 20_000)
def test_a_dot_file_shows_any_text_as_itself(text: str) -> None:
    source = argmap.draw(hostile_map(text), "dot").decode()
    root = ElementTree.fromstring(layout.run(layout.choose()[0], source, "svg"))
    assert letters(text) in letters("".join("".join(t.itertext()) for t in root.iter(f"{geometry.SVG}text")))
    assert letters(text) in letters("".join(a.get(TITLE, "") for a in root.iter(f"{geometry.SVG}a")))


@given(TEXTS)
@settings(max_examples=50, deadline=None)
def test_data_and_outlines_hold_any_text(text: str) -> None:
    m = hostile_map(text)
    told = next(s for s in json.loads(argmap.draw(m, "json"))["statements"] if s["id"] == "told")
    assert told["text"] == text
    assert letters(text) in letters(argmap.outline(m))
    page = MarkdownIt("commonmark").render(argmap.outline(m, "markdown"))
    assert letters(text) in letters(html.unescape(re.sub(r"<[^>]*>", "", page)))
    tags = set(re.findall(r"</?(\w+)", page))
    assert tags <= {"h1", "h2", "p", "ul", "ol", "li", "em", "strong"}


def test_markdown_makes_no_markup_of_a_text() -> None:
    m = argmap.loads("argmap: 1\ntitle: T\nclaims:\n  - claim: 'A *b* _c_ `d` [e](f) <i>g</i> &amp; #h'\n")
    shown = argmap.outline(m, "markdown")
    assert r"A \*b\* \_c\_ \`d\` \[e\](f) &lt;i&gt;g&lt;/i&gt; &amp;amp; \#h" in shown


@given(TEXTS, st.integers(20, 300))
@settings(max_examples=200, deadline=None)
def test_wrapping_loses_no_letter(text: str, room: int) -> None:
    lines = wrap(text, room, 11)
    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", text)
    assert all(lines)


@pytest.mark.parametrize("form", ["svg", "dot"])
def test_a_link_is_made_of_web_addresses_only(form: str) -> None:
    def drawn(url: str) -> str:
        build = argmap.Builder("T")
        build.claim("A.", url=url)
        return argmap.draw(build.build(), form).decode()

    assert 'href="https://example.org/?a=1&amp;b=2"' in drawn("https://example.org/?a=1&b=2").replace("HREF", "href")
    assert "href=" not in drawn("javascript:alert(1)").lower()
    assert "href=" not in drawn("data:text/html,x").lower()
