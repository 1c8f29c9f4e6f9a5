"""What folding hides: every shape of map up to five statements, in every state."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from page.modules import run
from strategies import shapes

from argmap.model import ArgumentMap
from argmap.render.page.data import to_data
from argmap.render.picture import compose

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MODULES = ("graph.js", "shown.js")

HERE = Path(__file__).parent
EXAMINE = (HERE / "examine.js").read_text(encoding="utf-8")
EVERY_GRAPH = (HERE / "every_graph.js").read_text(encoding="utf-8")


def test_every_graph_of_up_to_five_statements_in_every_state(browser: Browser) -> None:
    graphs, states = run(browser, MODULES, f"{EXAMINE}{EVERY_GRAPH}return everyGraph();")
    assert (graphs, states) == (32_865, 3_132_366)


@given(st.lists(shapes(statements=5, arguments=7), min_size=12, max_size=12))
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_groups_undercutters_issues_and_roots_too(browser: Browser, maps: list[ArgumentMap]) -> None:
    told = [to_data(compose(m)) for m in maps]
    assert run(browser, MODULES, EXAMINE + "return argument.map((data) => examine(linked(data)));", told)


@given(st.lists(shapes(statements=7, arguments=9), min_size=12, max_size=12))
@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
def test_unfolded_everything_stands_where_pictures_have_it(browser: Browser, maps: list[ArgumentMap]) -> None:
    told = [to_data(compose(m)) for m in maps]
    body = """return argument.map((data) => {
      const map = linked(data);
      return shown(map, { tops: map.tops }).rows.filter((row) => row.isBox).map((row) => [row.statement, row.argument]);
    });"""
    for m, data, boxes in zip(maps, told, run(browser, MODULES, body, told), strict=True):
        ids = [s["id"] for s in data["statements"]]
        steps = [a["id"] for a in data["arguments"]]
        homes = {(ids[s], steps[a] if a >= 0 else None) for s, a in boxes}
        assert homes == {
            (v.statement, v.argument.id if v.argument else None) for v in m.walk() if v.first and v.statement
        }
        assert len(boxes) == len(m.statements)


def test_a_chain_of_ten_thousand_statements_is_no_trouble(browser: Browser) -> None:
    body = """
    const size = 10000;
    const statements = [...new Array(size).keys()].map((id) => ({ id: String(id) }));
    const steps = statements.slice(1).map((_, n) => ({ on: n, premises: [n + 1], home: [0] }));
    const map = linked({ statements, arguments: steps, tops: [{ statement: 0 }], thesis: 0 });
    const half = shown(map, { tops: map.tops, isFolded: (s) => s === 5000 });
    return [half.rows.length, hiddenBelow(map, 5000, half.home), depthsOf(map)[9999],
            wayTo(shown(map, { tops: map.tops }), 9999).length];
    """
    assert run(browser, MODULES, body) == [5001, 999, 9999, 10000]
