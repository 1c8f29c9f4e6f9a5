"""A map as a graph of networkx: nothing is lost, and what networkx writes of it can be read again."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import networkx
import pytest
from hypothesis import given, settings
from strategies import graphs

import argmap
from argmap.render.data import to_data

LISTS = ("sides", "tags", "citations", "answers", "extra", "top", "sources", "speakers", "expect", "style")


def rebuilt(g: networkx.MultiDiGraph) -> dict[str, Any]:
    """The data of a map, from its graph alone."""
    data = {name: json.loads(value) if name in LISTS else value for name, value in g.graph.items()}
    data |= {"statements": [], "arguments": [], "issues": []}
    for id, stated in g.nodes(data=True):
        own = {name: json.loads(value) if name in LISTS else value for name, value in stated.items()}
        type = own.pop("type")
        for name in ("title", "side"):
            own.pop(name, None)
        if type == "issue":
            own["positions"] = [u for u, _, said in g.in_edges(id, data=True) if said["relation"] == "position"]
        elif type == "argument":
            premises = [(said["place"], u, said) for u, _, said in g.in_edges(id, data=True) if "place" in said]
            premises.sort(key=lambda premise: premise[0])
            ((_, end, said),) = g.out_edges(id, data=True)
            own |= {"premises": [u for _, u, _ in premises], "roles": [said.get("role") for _, _, said in premises]}
            own["target" if said["relation"] == "undercuts" else "conclusion"] = end
            for _, _, premise in premises:
                own["extra"] = {**own.get("extra", {}), **json.loads(premise.get("extra", "{}"))}
        data[f"{type}s"].append(own if type == "issue" else own | {"id": id})
    return data


def stated(value: Any) -> Any:
    """Data without what is not stated."""
    if isinstance(value, dict):
        return {k: found for k, v in value.items() if (found := stated(v)) not in (None, [], {})}
    return [stated(v) for v in value] if isinstance(value, list | tuple) else value


def test_nothing_of_a_map_is_lost(map_path: Path) -> None:
    m = argmap.load(map_path)
    found, expected = rebuilt(m.to_networkx()), to_data(m)
    for data in (found, expected):  # the order of positions follows from that of statements in a graph
        for issue in data["issues"]:
            issue["positions"] = sorted(issue["positions"])
    assert stated(found) == stated(expected)


@given(graphs())
@settings(max_examples=50)
def test_nothing_of_any_map_is_lost(m: argmap.ArgumentMap) -> None:
    found, expected = rebuilt(m.to_networkx()), to_data(m)
    for data in (found, expected):
        for issue in data["issues"]:
            issue["positions"] = sorted(issue["positions"])
    assert stated(found) == stated(expected)


def test_what_each_edge_says() -> None:
    b = argmap.Builder("Shop")
    shop = b.claim("The shop should open", id="shop")
    step = shop.because(b.claim("Rents fell", id="rents"), b.claim("People have money", id="money"))
    shop.but(b.claim("There are many shops", id="many"))
    step.unless(b.claim("Rents rise again", id="rise", by="the agent"))
    g = b.build().to_networkx()
    for_it, against, cut = [id for id, type in g.nodes(data="type") if type == "argument"]
    assert set(g.edges(data="relation")) == {
        ("rents", for_it, "premise"),
        ("money", for_it, "premise"),
        (for_it, "shop", "supports"),
        ("many", against, "premise"),
        (against, "shop", "attacks"),
        ("rise", cut, "premise"),
        (cut, for_it, "undercuts"),
    }
    assert g.nodes["shop"]["title"] == "The shop should open"
    assert g.nodes["many"]["side"] == "against"
    assert "confidence" not in g.nodes["shop"]


def test_an_evaluation_is_added(map_path: Path) -> None:
    m = argmap.load(map_path)
    evaluation = argmap.evaluate(m)
    g = m.to_networkx(evaluation)
    assert g.graph["semantics"] == "standing"
    for s in m.statements:
        assert g.nodes[s.id]["status"] == str(evaluation.statements[s.id].status)
        assert g.nodes[s.id].get("evaluated_strength") == evaluation.statements[s.id].strength
    for a in m.arguments:
        assert g.nodes[a.id]["status"] == str(evaluation.arguments[a.id].status)
        assert g.nodes[a.id].get("strength") == a.strength
    assert "status" not in m.to_networkx().nodes[m.thesis]
    with pytest.raises(ValueError, match="of another map"):
        other_map().to_networkx(evaluation)


def other_map() -> argmap.ArgumentMap:
    b = argmap.Builder("Other")
    b.claim("Something else")
    return b.build()


def test_files_of_networkx_hold_all_of_it(map_path: Path, tmp_path: Path) -> None:
    m = argmap.load(map_path)
    g = m.to_networkx(argmap.evaluate(m))
    networkx.write_graphml(g, tmp_path / "map.graphml")
    again = networkx.read_graphml(tmp_path / "map.graphml", force_multigraph=True)
    assert dict(again.nodes(data=True)) == dict(g.nodes(data=True))
    assert list(again.edges(data=True)) == list(g.edges(data=True))
    assert {**g.graph, "node_default": {}, "edge_default": {}} == again.graph
    networkx.write_gexf(g, tmp_path / "map.gexf")
    gephi = networkx.read_gexf(tmp_path / "map.gexf")
    for id, said in g.nodes(data=True):
        assert said.items() <= {"label": id, **gephi.nodes[id]}.items()
    assert sorted(gephi.edges(data="relation")) == sorted(g.edges(data="relation"))


def test_without_the_package_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "networkx", None)
    with pytest.raises(ImportError, match=r'pip install "argmap\[networkx\]"'):
        other_map().to_networkx()
