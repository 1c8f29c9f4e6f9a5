"""GraphML as other programs read it: an XML parser, and networkx; the content of a map comes back whole."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
import strategies
from hostile import TEXTS, hostile_map
from hypothesis import given, settings

import argmap
from argmap.render.markup import fit

_NAMES = {"g": "http://graphml.graphdrawing.org/xmlns", "y": "http://www.yworks.com/xml/graphml"}


def graph(m: argmap.ArgumentMap, **how: Any) -> nx.DiGraph:
    return nx.read_graphml(io.BytesIO(argmap.draw(m, "graphml", **how)))


def links(m: argmap.ArgumentMap) -> list[tuple[str, str, str, int]]:
    """What a map has of links, from its own words."""
    found = []
    for a in m.arguments:
        found += [(p.statement, a.id, "premise", 1) for p in a.premises]
        found.append((a.id, a.target or a.conclusion, str(a.direction), 1 if a.direction == "for" else -1))
    return sorted(found)


def read_links(g: nx.DiGraph) -> list[tuple[str, str, str, int]]:
    name = {node: data.get("id", node) for node, data in g.nodes(data=True)}
    found = [(name[a], name[b], data["kind"], data["sign"]) for a, b, data in g.edges(data=True)]
    return sorted(link for link in found if link[2] != "position")


def check(m: argmap.ArgumentMap) -> None:
    g = graph(m)
    nodes = {data["id"]: data for _, data in g.nodes(data=True) if "id" in data}
    assert nodes.keys() == {s.id for s in m.statements} | {a.id for a in m.arguments}
    for s in m.statements:
        data = nodes[s.id]
        assert (data["text"], data["kind"], data["label"]) == (fit(s.text), s.kind, fit(s.title))
        assert data.get("by") == (fit(s.by) if s.by else None)
        assert data.get("note") == (fit(s.note) if s.note else None)
        assert data["stance"].split() == sorted(m.sides(s.id))
    assert read_links(g) == links(m)


def test_every_map_comes_back(map_path: Path) -> None:
    check(argmap.load(map_path))


@given(strategies.shapes())
@settings(max_examples=100, deadline=None)
def test_any_map_comes_back(m: argmap.ArgumentMap) -> None:
    check(m)


@given(TEXTS)
@settings(max_examples=50, deadline=None)
def test_any_text_comes_back(text: str) -> None:
    m = hostile_map(text)
    g = graph(m)
    told = g.nodes["s_told"]
    assert (told["text"], told["by"], told["url"]) == (fit(text),) * 3
    assert g.graph["title"] == fit(text)


def test_line_ends_and_a_very_long_text_come_back() -> None:
    for text in ("a\r\nb\tc\n", "  a  ", "x" * 20_000):
        m = argmap.ArgumentMap(title="T", statements=[argmap.Claim("s", text)], top=("s",))
        assert graph(m).nodes["s_s"]["text"] == text


def test_control_characters_are_told() -> None:
    m = argmap.ArgumentMap(title="T", statements=[argmap.Claim("s", "a\x07b")], top=("s",))
    notes: list[str] = []
    assert "a�b" in argmap.draw(m, "graphml", notes=notes).decode()
    assert notes == ["GraphML holds no control characters; � stands for them"]


@pytest.mark.parametrize("direction", ["LR", "RL", "TB", "BT"])
def test_yed_finds_every_node_at_a_place_of_its_own(map_path: Path, direction: str) -> None:
    m = argmap.load(map_path)
    root = ET.fromstring(argmap.draw(m, "graphml", style=argmap.Style(direction=direction)))
    zones = []
    for node in root.iterfind(".//g:node", _NAMES):
        place = node.find(".//y:Geometry", _NAMES)
        assert place is not None
        assert node.find(".//y:Shape", _NAMES) is not None
        x, y, wide, high = (float(place.get(name, "")) for name in ("x", "y", "width", "height"))
        zones.append((x, y, x + wide, y + high, node.get("id", "")))
    boxes = [zone for zone in zones if zone[4].startswith("s_")]
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
            assert apart, (one, other)


def test_a_label_is_no_markup_for_yed() -> None:
    m = argmap.ArgumentMap(title="T", statements=[argmap.Claim("s", "<html><b>x")], top=("s",))
    root = ET.fromstring(argmap.draw(m, "graphml", style=argmap.Style(show="text")))
    label = root.find(".//y:NodeLabel", _NAMES)
    assert label is not None
    assert label.text == " <html><b>x"


def test_an_evaluation_is_data() -> None:
    m = argmap.loads("argmap: 1\ntitle: T\nclaims:\n- claim: A\n  id: a\n  but: B\n")
    g = graph(m, evaluation=argmap.evaluate(m))
    assert g.nodes["s_a"]["status"] == "rejected"
