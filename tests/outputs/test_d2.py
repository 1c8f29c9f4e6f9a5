"""Diagrams as D2 itself draws them: every text comes out as itself."""

from __future__ import annotations

from pathlib import Path

import pytest
import strategies
from hostile import TEXTS, hostile_map, letters
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from outputs.consumers import D2, Drawn, drawn_by_d2
from programs import needs

import argmap

pytestmark = [
    needs("node"),
    pytest.mark.skipif(not D2.exists(), reason="needs D2 (`npm ci` in tests/outputs)"),
]
BATCH = settings(
    max_examples=1, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate]
)


def drawn(maps: list[argmap.ArgumentMap]) -> list[Drawn]:
    return drawn_by_d2([argmap.draw(m, "d2").decode() for m in maps])


@given(st.lists(TEXTS, min_size=25, max_size=30), st.lists(strategies.shapes(), min_size=10, max_size=12))
@BATCH
def test_any_text_and_any_map_come_out_as_themselves(texts: list[str], maps: list[argmap.ArgumentMap]) -> None:
    texts = [*texts, r"C:\new\temp \n ${x} $x \\n", "|md |` '' # * **a** ---", '"<b>&' * 4000]
    found = drawn([*map(hostile_map, texts), *maps])
    for text, one in zip(texts, found, strict=False):
        assert letters(text) in letters(one.nodes["s_told"])
        assert letters(text) in letters(one.title)
        assert "script" not in one.elements
    for m, one in zip(maps, found[len(texts) :], strict=True):
        assert {f"s_{s.id}" for s in m.statements} <= one.nodes.keys()


def test_every_map_is_drawn() -> None:
    paths = sorted((Path(__file__).parents[2] / "maps").glob("*.argmap.yaml"))
    maps = [argmap.load(path) for path in paths]
    for m, found in zip(maps, drawn(maps), strict=True):
        shown = [letters(text) for text in found.nodes.values()]
        assert all(any(letters(s.text) in text for text in shown) for s in m.statements)
        assert letters(m.title) in letters(found.title)


def test_links_and_words() -> None:
    build = argmap.Builder("T", question="Why?")
    thesis = build.claim("A thesis.", id="top", url="https://example.org/?a=1&b=${x}\"'")
    thesis.because(build.evidence("One.", id="one"), "Two.", warrant="they add up").unless("Three.")
    thesis.but(build.claim("Four.", id="four", url="javascript:alert(1)"))
    (found,) = drawn([build.build()])
    assert found.links == ["https://example.org/?a=1&b=%24%7Bx%7D%22'"]
    assert sorted(word for word in found.words if word) == ["attacks", "might break", "supports"]
    assert any("since they add up" in text.replace("\n", " ") for text in found.nodes.values())
