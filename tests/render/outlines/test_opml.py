"""The outline as OPML: valid, whole, and read by a program that reads OPML."""

from __future__ import annotations

import html
from xml.etree import ElementTree

from hostile import TEXTS, hostile_map, letters
from hypothesis import given, settings
from programs import needs, read_by_pandoc
from render.outlines.deep import deep_map
from strategies import graphs

import argmap

PAPER = argmap.OutlineStyle(sources="footnotes", quotes="blocks", notes=True, tags=True)


def opml(m: argmap.ArgumentMap, style: argmap.OutlineStyle | None = None) -> ElementTree.Element:
    root = ElementTree.fromstring(argmap.outline(m, "opml", style=style))
    assert (root.tag, root.attrib) == ("opml", {"version": "2.0"})
    assert [part.tag for part in root] == ["head", "body"]
    return root


@given(graphs(controls=True))
@settings(max_examples=60)
def test_any_map_is_valid_and_every_statement_is_one_line(m: argmap.ArgumentMap) -> None:
    for style in (argmap.OutlineStyle(language="en"), argmap.OutlineStyle(**{**_settings(PAPER), "language": "en"})):
        lines = list(opml(m, style).iter("outline"))
        assert all(set(line.attrib) <= {"text", "_note"} and "text" in line.attrib for line in lines)
        for number in range(1, len(m.statements) + 1):
            assert sum(f"({number}) " in f"{line.get('text')} " for line in lines) >= 1


def _settings(style: argmap.OutlineStyle) -> dict[str, object]:
    return {"sources": style.sources, "quotes": style.quotes, "notes": style.notes, "tags": style.tags}


@given(TEXTS)
def test_any_text_comes_out_as_itself(text: str) -> None:
    root = opml(hostile_map(text))
    assert letters(root.findtext("head/title") or "") == letters(text)
    (told,) = (line for line in root.iter("outline") if "(2)" in line.get("text", ""))
    assert letters(text) in letters(told.get("text", ""))


def test_what_stands_beside_a_line_is_its_note() -> None:
    build = argmap.Builder("T", question="Why?", author="Ada")
    source = build.source("key", title="A source")
    build.claim("A.", cite=f"{source}, p. 2", quote="so it is", note="Ask her.", tags=("plan",))
    root = opml(build.build(), PAPER)
    assert root.findtext("head/ownerName") == "Ada"
    (title,) = root.iterfind("body/outline")
    assert (title.get("text"), title.get("_note")) == ("T", "Why?")
    first, sources = title
    assert first.get("text") == "Thesis: (1) A."
    assert first.get("_note") == "Note: Ask her.\nTags: plan\n“so it is”[1]\n[1] A source, p. 2."
    assert [line.get("text") for line in sources] == ["[1] A source. Cited: p. 2 in 1."]


def test_lines_stand_below_those_that_they_support() -> None:
    root = opml(deep_map(12))
    line, depth = next(root.iterfind("body/outline/outline")), 0
    while len(line):
        line, depth = line[-1], depth + 1  # the reason, below what is said against the step to the one above it
    assert depth == 13
    assert line.get("text") == "unless perhaps (25) A doubt on level 12."


@needs("pandoc")
def test_pandoc_reads_it() -> None:
    m = hostile_map("Tom & Jerry < 'Spike' \"x\"")
    read = html.unescape(read_by_pandoc(argmap.outline_file(m, "opml"), "opml"))
    assert "Tom & Jerry" in read.replace("“", '"')
