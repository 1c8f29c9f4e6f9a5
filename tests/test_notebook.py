"""How a notebook shows a map."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

import argmap
from argmap.model import ArgumentMap
from argmap.render import MOST
from argmap.render.dot import layout


@pytest.fixture
def cats() -> ArgumentMap:
    """A map with texts that must be escaped."""
    b = argmap.Builder("Cats & <dogs>")
    thesis = b.claim('Cats sleep "much"')
    thesis.because("Night comes").unless("A lamp is lit")
    return b.build()


def test_map_is_shown_as_picture_and_as_outline(cats: ArgumentMap) -> None:
    shown = cats._repr_mimebundle_(include=None, exclude=None)
    assert set(shown) == {"text/plain", "image/svg+xml"}
    assert shown["text/plain"] == argmap.outline(cats)
    assert shown["image/svg+xml"] == argmap.draw(cats, "svg").decode()
    root = ElementTree.fromstring(shown["image/svg+xml"])
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    words = " ".join("".join(root.itertext()).split())
    for text in ("Cats & <dogs>", 'Cats sleep "much"', "Night comes", "A lamp is lit"):
        assert text in words


def test_a_missing_graphviz_takes_no_picture_away(
    cats: ArgumentMap, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(layout, "bundled_program", lambda: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert cats._repr_mimebundle_()["image/svg+xml"] == argmap.draw(cats, engine="tidy").decode()


def test_outline_says_why_there_is_no_picture() -> None:
    b = argmap.Builder("Too deep")
    step = b.claim("Thesis").because("Reason")
    for number in range(120):
        step = step.unless(f"Cut {number}")
    deep = b.build()
    shown = deep._repr_mimebundle_()
    assert set(shown) == {"text/plain"}
    why, _, below = shown["text/plain"].partition(")\n\n")
    assert why.startswith("(no picture: undercutters are nested")
    assert below == argmap.outline(deep)


def test_a_map_too_large_for_a_picture_says_what_else_there_is() -> None:
    b = argmap.Builder("Many")
    thesis = b.claim("Thesis")
    for number in range(MOST):
        thesis.because(f"Reason {number}")
    large = b.build()
    shown = large._repr_mimebundle_()
    assert set(shown) == {"text/plain"}
    why, _, below = shown["text/plain"].partition(")\n\n")
    assert why.startswith("(no picture: 1,501 statements are more than")
    for way in (".focus(id)", ".select(depth=2)", ".page()"):
        assert way in why
    assert "--" not in why
    assert below == argmap.outline(large)
    assert set(large.select(depth=0)._repr_mimebundle_()) == {"text/plain", "image/svg+xml"}


def test_a_part_is_shown_like_a_map(cats: ArgumentMap) -> None:
    view = cats.focus(cats.statements[1].id)
    shown = view._repr_mimebundle_(include=None, exclude=None)
    assert shown == {"text/plain": argmap.outline(view), "image/svg+xml": argmap.draw(view).decode()}
    assert "the branch of" in shown["text/plain"]
    assert 'id="statement-night-comes"' in shown["image/svg+xml"]


def test_the_page_stands_in_a_frame_of_its_own(cats: ArgumentMap) -> None:
    frame = cats.page(height=300)._repr_html_()
    (attributes,) = [dict(found) for tag, found in markup(frame) if tag == "iframe"]
    assert attributes["srcdoc"] == argmap.draw(cats, "html").decode()
    assert attributes["title"] == "Cats & <dogs>"
    assert attributes["sandbox"] == "allow-scripts allow-popups"
    assert "height: 300px" in (attributes["style"] or "")
    assert repr(cats.page()) == "<page of 'Cats & <dogs>'>"


def markup(text: str) -> list[tuple[str, list[tuple[str, str | None]]]]:
    """The tags of markup with their attributes."""
    found: list[tuple[str, list[tuple[str, str | None]]]] = []

    class Tags(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append((tag, attrs))

    Tags().feed(text)
    return found
