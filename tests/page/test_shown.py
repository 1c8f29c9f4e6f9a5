"""What folding hides: every shape of map up to five statements, in every state."""

from __future__ import annotations

from typing import TYPE_CHECKING


from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from page_modules import run
from strategies import shapes

from argmap.model import ArgumentMap
from argmap.render.page.data import to_data
from argmap.render.picture import compose

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MODULES = ("graph.js", "shown.js")

# What must hold of a map in every state of folding. It is said a second time here, without the walk that is tested.
EXAMINE = """
function examine(map, sharing) {
  const size = map.statements.length;
  const everything = (1 << size) - 1;
  const below = map.on.map((steps) => {
    let found = 0;
    for (const step of steps) for (const argument of withCuts(map, step)) {
      for (const premise of map.arguments[argument].premises) found |= 1 << premise;
    }
    return found;
  });
  let roots = 0;
  for (const top of map.tops) for (const p of top.positions ?? [top]) if (p.side === undefined) roots |= 1 << p.statement;
  const reachable = (folded) => {
    let found = roots;
    for (let before = -1; before !== found; ) {
      before = found;
      for (let s = 0; s < size; s += 1) if (found >> s & 1 && !(folded >> s & 1)) found |= below[s];
    }
    return found;
  };
  const pictures = new Map();
  const ensure = (holds, what, folded) => {
    if (!holds) throw new Error(`${what}; folded ${folded.toString(2)} of ${JSON.stringify(map.arguments)}`);
  };
  const picture = (folded) => {
    if (pictures.has(folded)) return pictures.get(folded);
    const view = shown(map, { tops: map.tops, isFolded: (s) => Boolean(folded >> s & 1) });
    const boxes = view.rows.filter((row) => row.isBox);
    let onScreen = 0;
    for (const row of boxes) {
      ensure(!(onScreen >> row.statement & 1), "a statement has two boxes", folded);
      onScreen |= 1 << row.statement;
      ensure(view.home.get(row.statement) === row, "home is another box", folded);
      const { parent } = row;
      ensure(parent === null ? row.argument < 0 : parent.isBox && !(folded >> parent.statement & 1), "it hangs on nothing", folded);
    }
    ensure(onScreen === reachable(folded), "what is on screen is not what can be reached", folded);
    ensure(map.thesis === null || onScreen >> map.thesis & 1, "the thesis is gone", folded);
    for (const row of view.rows) ensure(row.isBox || onScreen >> row.statement & 1 || row.side, "a reference leads nowhere", folded);
    const steps = new Set(view.steps.map(({ argument }) => argument));
    const open = map.on.flatMap((on, s) => (onScreen >> s & 1 && !(folded >> s & 1) ? on : []));
    ensure(view.steps.length === steps.size && open.length === steps.size && open.every((step) => steps.has(step)),
      "the steps are not those on what is unfolded", folded);
    const drawn = `${view.rows.map((row) => `${row.statement}.${row.argument}.${row.premise}.${row.isBox}`)}|${[...steps]}`;
    const found = { onScreen, steps, drawn };
    pictures.set(folded, found);
    return found;
  };
  for (let folded = 0; folded <= everything; folded += 1) {
    const { onScreen, steps, drawn } = picture(folded);
    for (let s = 0; s < size; s += 1) {
      const other = picture(folded ^ 1 << s);
      if (onScreen >> s & 1) ensure(hasControl(map, s) === (other.drawn !== drawn), "a control that does nothing, or none", folded);
      else ensure(other.drawn === drawn, "what is not on screen changes it", folded);
      if (!(folded >> s & 1)) continue;
      ensure((other.onScreen & onScreen) === onScreen, "unfolding hides a statement", folded);
      for (const step of steps) ensure(other.steps.has(step), "unfolding hides a step", folded);
    }
  }
  return pictures.size;
}
"""


def test_every_graph_of_up_to_five_statements_in_every_state(browser: Browser) -> None:
    # Each pair of statements may be joined by an argument; those that differ only in the names of all statements but the
    # thesis are tried once. A statement is written where a walk meets it first, or at its last place, or nowhere.
    body = """
    const permutations = (items) => items.length < 2 ? [items]
      : items.flatMap((x, n) => permutations([...items.slice(0, n), ...items.slice(n + 1)]).map((rest) => [x, ...rest]));
    let graphs = 0;
    let states = 0;
    for (let size = 1; size <= 5; size += 1) {
      const pairs = [];
      for (let from = 0; from < size; from += 1) for (let to = 0; to < size; to += 1) if (from !== to) pairs.push([from, to]);
      const place = new Map(pairs.map(([from, to], n) => [from * 8 + to, n]));
      const renamings = permutations([...new Array(size).keys()].slice(1)).map((rest) => {
        const named = [0, ...rest];
        return pairs.map(([from, to]) => 1 << place.get(named[from] * 8 + named[to]));
      });
      for (let edges = 0; edges < 1 << pairs.length; edges += 1) {
        let reached = 1;
        for (let before = 0; before !== reached; ) {
          before = reached;
          for (let n = 0; n < pairs.length; n += 1) if (edges >> n & 1 && reached >> pairs[n][0] & 1) reached |= 1 << pairs[n][1];
        }
        if (reached !== (1 << size) - 1) continue;
        let isLeast = true;
        for (const renaming of renamings) {
          let other = 0;
          for (let n = 0; n < pairs.length; n += 1) if (edges >> n & 1) other |= renaming[n];
          if (other < edges) { isLeast = false; break; }
        }
        if (!isLeast) continue;
        graphs += 1;
        const used = pairs.filter((_, n) => edges >> n & 1);
        for (const way of [0, 1, 2]) {
          const written = new Set();
          const order = way === 1 ? [...used.keys()].reverse() : [...used.keys()];
          const home = new Map();
          if (way !== 2) for (const n of order) if (used[n][1] && !written.has(used[n][1])) { written.add(used[n][1]); home.set(n, [0]); }
          const steps = used.map(([on, premise], n) => ({ on, premises: [premise], home: home.get(n) ?? [] }));
          const statements = [...new Array(size).keys()].map((id) => ({ id: String(id) }));
          states += examine(linked({ statements, arguments: steps, tops: [{ statement: 0 }], thesis: 0 }));
        }
      }
    }
    return [graphs, states];
    """
    graphs, states = run(browser, MODULES, EXAMINE + body)
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
        assert homes == {(v.statement, v.argument.id if v.argument else None) for v in m.walk() if v.first and v.statement}
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
