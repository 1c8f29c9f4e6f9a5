"""Walks over the graph, each held against a slow answer that is plainly right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import shapes

from argmap.graph import Arguments, Visit, components, walk
from argmap.model import Argument, ArgumentMap, Claim, Counterclaim, Direction, Evidence, Premise, Side

FOR, AGAINST, UNDERCUTS = Direction


def statements(ids: str) -> tuple[Claim, ...]:
    return tuple(Claim(s, f"Text of {s}") for s in ids.split())


def step(id: str, premises: str, conclusion: str, direction: Direction = FOR) -> Argument:
    """An argument; a premise that begins with ``*`` is a reference."""
    held = tuple(Premise(p.lstrip("*"), is_ref=p.startswith("*")) for p in premises.split())
    if direction is UNDERCUTS:
        return Argument(id, held, target=conclusion, direction=direction)
    return Argument(id, held, conclusion, direction=direction)


def outline(m: ArgumentMap) -> list[str]:
    """A walk as an indented list; a statement that is not unfolded has an arrow before it."""
    return [f"{'  ' * v.depth}{'' if v.first else '→'}{v.statement or '∅'}" for v in m.walk()]


# The plainly right answers: what one argument does, written down as edges, and closures by repetition.

Edge = tuple[str, str, int, bool]
"""A statement, one that bears on it, the number of steps between them, and whether they are on the same side."""


def edges(m: ArgumentMap, support_only: bool = False) -> set[Edge]:
    by_id = {a.id: a for a in m.arguments}
    found: set[Edge] = set()
    for argument in m.arguments:
        if support_only and argument.direction != FOR:
            continue
        last, steps, same = argument, 1, True
        while last.target is not None:
            last, steps, same = by_id[last.target], steps + 1, not same
        if last.direction == AGAINST:
            same = not same
        found |= {(last.conclusion, p.statement, steps, same) for p in argument.premises}
    return found


def distances(m: ArgumentMap, start: str) -> dict[str, int]:
    """The least number of steps down to each statement that can be reached, the start among them with 0."""
    found = {start: 0}
    while True:
        better = {}
        for above, below, steps, _ in edges(m):
            if above in found and found[above] + steps < found.get(below, 10**9):
                better[below] = min(found[above] + steps, better.get(below, 10**9))
        if not better:
            return found
        found.update(better)


def root_sides(m: ArgumentMap) -> dict[str, bool]:
    kinds = {s.id: s.kind for s in m.statements}
    return {root: root == m.thesis or kinds[root] != "counterclaim" for root in m.roots}


def closed_sides(m: ArgumentMap) -> dict[str, set[Side]]:
    found = set(root_sides(m).items())
    while True:
        more = {(low, same == side) for up, low, _, same in edges(m) for s, side in found if s == up} - found
        if not more:
            break
        found |= more
    names = {True: Side.FOR, False: Side.AGAINST}
    return {s.id: {names[side] for name, side in found if name == s.id} for s in m.statements}


def shortest_sides(m: ArgumentMap, statement: str) -> set[Side]:
    """The sides along all shortest paths from the first root that leads there."""
    for root, side in root_sides(m).items():
        far = distances(m, root)
        if statement in far:
            found = {(root, side)}
            for _ in m.statements:
                found |= {
                    (low, same == is_for)
                    for up, low, steps, same in edges(m)
                    for name, is_for in found
                    if name == up and far[low] == far[up] + steps
                }
            return {Side.FOR if is_for else Side.AGAINST for name, is_for in found if name == statement}
    raise AssertionError(f"no root leads to {statement}")


def reachable(m: ArgumentMap, support_only: bool) -> set[tuple[str, str]]:
    """All pairs of statements of which the first rests on the second."""
    found = {(up, low) for up, low, _, _ in edges(m, support_only)}
    for middle in m.statements:
        ends = {low for up, low in found if up == middle.id}
        found |= {(up, low) for up, at in found if at == middle.id for low in ends}
    return found


def slow_walk(m: ArgumentMap, roots: tuple[str, ...]) -> Iterator[Visit]:
    """The reading order as the language tells it, by recursion."""
    seen: set[str] = set()
    written = {p.statement for a in m.arguments for p in a.premises if not p.is_ref}

    def on_statement(statement: str, depth: int) -> Iterator[Visit]:
        for argument in m.arguments:
            if argument.conclusion == statement:
                yield from one_step(argument, depth + 1)

    def against_step(argument: Argument, depth: int) -> Iterator[Visit]:
        for cut in m.arguments:
            if cut.target == argument.id:
                yield from one_step(cut, depth + 1)

    def one_step(argument: Argument, depth: int) -> Iterator[Visit]:
        alone = len(argument.premises) == 1
        if not argument.premises:
            yield Visit(None, argument, depth, True)
        for premise in argument.premises:
            name = premise.statement
            first = name not in seen and not (premise.is_ref and name in written)
            yield Visit(name, argument, depth, first)
            if first:
                seen.add(name)
            if alone:
                yield from against_step(argument, depth)
            if first:
                yield from on_statement(name, depth)
        if not alone:
            yield from against_step(argument, depth)

    for root in roots:
        seen.add(root)
        yield Visit(root, None, 0, True)
        yield from on_statement(root, 0)


@given(shapes())
def test_walk_meets_all_in_reading_order(m: ArgumentMap) -> None:
    assert list(m.walk()) == list(slow_walk(m, m.roots))


@given(shapes())
def test_walk_passes_each_place_once(m: ArgumentMap) -> None:
    passed = Counter((v.argument and v.argument.id, v.statement) for v in m.walk())
    places = Counter((a.id, p.statement) for a in m.arguments for p in a.premises)
    empty = Counter((a.id, None) for a in m.arguments if not a.premises)
    assert passed == places + empty + Counter((None, root) for root in m.roots)


@given(shapes())
def test_walk_goes_one_deeper_at_each_step(m: ArgumentMap) -> None:
    statement_depth: dict[str, int] = {}
    step_depth: dict[str, int] = {}
    for visit in m.walk():
        argument = visit.argument
        if argument is None:
            expected = 0
        elif argument.target is not None:
            expected = step_depth[argument.target] + 1
        else:
            expected = statement_depth[argument.conclusion] + 1
        assert visit.depth == expected
        if argument is not None:
            assert step_depth.setdefault(argument.id, visit.depth) == visit.depth
        if visit.first and visit.statement is not None:
            statement_depth[visit.statement] = visit.depth


@given(shapes())
def test_reading_order_holds_every_statement_once_from_the_thesis_on(m: ArgumentMap) -> None:
    order = m.reading_order()
    assert [s.id for s in order] == [v.statement for v in m.walk() if v.first and v.statement is not None]
    assert sorted(s.id for s in order) == sorted(s.id for s in m.statements)
    assert order[0].id == m.thesis


@given(shapes())
def test_roots_reach_everything_and_none_is_idle(m: ArgumentMap) -> None:
    reached: set[str] = set()
    for n, root in enumerate(m.roots):
        # what was read before does not contain the root
        assert root not in {v.statement for v in slow_walk(m, m.roots[:n]) if v.first}
        reached |= distances(m, root).keys()
    assert reached == {s.id for s in m.statements}
    assert m.roots[0] == m.thesis


@given(shapes())
def test_roots_that_nothing_rests_on_come_before_those_that_are_needed_to_reach_the_rest(m: ArgumentMap) -> None:
    used = {p.statement for a in m.arguments for p in a.premises}
    free = [s for s in m.top if s not in used and s != m.thesis]
    assert list(m.roots[1:]) == free + [s for s in m.roots[1:] if s not in free]
    in_ring = [s for s in m.roots[1:] if s not in free and s in m.top]
    assert in_ring == [s for s in m.top if s in in_ring]


@given(shapes())
def test_statement_is_unfolded_where_it_is_written(m: ArgumentMap) -> None:
    written = {p.statement for a in m.arguments for p in a.premises if not p.is_ref}
    places: Counter[str] = Counter()
    for visit in m.walk():
        if visit.argument is None:
            continue
        if visit.argument.premises:
            premise = visit.argument.premises[places[visit.argument.id]]
            assert premise.statement == visit.statement
            assert not (visit.first and premise.is_ref and visit.statement in written)
        places[visit.argument.id] += 1


@given(shapes())
def test_sides_are_those_of_all_paths(m: ArgumentMap) -> None:
    assert {s.id: set(m.sides(s.id)) for s in m.statements} == closed_sides(m)


@given(shapes())
def test_side_is_that_of_a_shortest_path(m: ArgumentMap) -> None:
    for s in m.statements:
        assert m.side(s.id) in shortest_sides(m, s.id)
        assert m.side(s.id) in m.sides(s.id)
    assert m.side(m.thesis) is Side.FOR


@given(shapes())
def test_descendants_are_counted_by_least_steps(m: ArgumentMap) -> None:
    for s in m.statements:
        expected = {name: steps for name, steps in distances(m, s.id).items() if name != s.id}
        found = m.descendants(s.id)
        assert found == expected
        assert list(found.values()) == sorted(found.values())
        for depth in range(4):
            assert m.descendants(s.id, depth) == {name: n for name, n in expected.items() if n <= depth}


@pytest.mark.parametrize("support_only", [False, True])
@given(m=shapes(statements=5, arguments=9))
def test_cycles_are_real_and_one_for_each_set(m: ArgumentMap, support_only: bool) -> None:
    rests = reachable(m, support_only)
    near = {(up, low) for up, low, _, _ in edges(m, support_only)}
    in_rings = [s.id for s in m.statements if (s.id, s.id) in rests]
    sets = {frozenset(t for t in in_rings if {(s, t), (t, s)} <= rests) for s in in_rings}
    found = m.cycles(support_only)
    for ring in found:
        assert len(set(ring)) == len(ring)
        assert set(zip(ring, (*ring[1:], ring[0]), strict=True)) <= near
        together = next(one for one in sets if ring[0] in one)
        assert ring[0] == next(s.id for s in m.statements if s.id in together)
    assert sorted(map(sorted, sets)) == sorted(sorted(one) for one in sets for ring in found if ring[0] in one)
    assert [r[0] for r in found] == [s.id for s in m.statements if s.id in {r[0] for r in found}]


@given(st.dictionaries(st.integers(0, 7), st.lists(st.integers(0, 7), max_size=4)))
def test_components_come_after_all_that_they_lead_to(drawn: dict[int, list[int]]) -> None:
    edges = {node: [child for child in drawn.get(node, ()) if child in drawn] for node in drawn}
    reach = {node: {node} for node in edges}
    for _ in edges:
        reach = {node: seen.union(*(edges[other] for other in seen)) for node, seen in reach.items()}
    found = components(edges)
    assert sorted(node for members in found for node in members) == sorted(edges)
    before: set[int] = set()
    for members in found:
        assert set(members) == {node for node in edges if node in reach[members[0]] and members[0] in reach[node]}
        before.update(members)
        assert all(reach[node] <= before for node in members)


@given(shapes(statements=5, arguments=9))
def test_ring_of_support_is_a_shortest_one(m: ArgumentMap) -> None:
    near = {(up, low) for up, low, _, _ in edges(m, support_only=True)}
    for ring in m.cycles(support_only=True):
        level, length = {ring[0]}, 0
        while length == 0 or ring[0] not in level:
            level, length = {low for up, low in near if up in level}, length + 1
        assert len(ring) == length


# The rule of where a statement is at home, by example.


def test_statement_is_unfolded_where_it_is_written_not_where_it_is_first_referred_to() -> None:
    m = ArgumentMap(
        "Written later",
        statements("thesis x y why"),
        [step("1", "*x", "thesis"), step("2", "y", "thesis"), step("3", "x", "y"), step("4", "why", "x")],
    )
    assert outline(m) == ["thesis", "  →x", "  y", "    x", "      why"]


def test_statement_at_the_top_is_unfolded_at_its_first_use_and_is_no_root() -> None:
    m = ArgumentMap(
        "Flat",
        statements("thesis x why other"),
        [step("1", "*x", "thesis"), step("2", "*x", "other"), step("3", "why", "x")],
        top=("thesis", "x", "other"),
    )
    assert m.roots == ("thesis", "other")
    assert outline(m) == ["thesis", "  x", "    why", "other", "  →x"]


def test_statement_at_the_top_is_no_root_though_it_stands_before_the_root_that_uses_it() -> None:
    m = ArgumentMap("Flat", statements("thesis x other"), [step("1", "*x", "other")], top=("thesis", "x", "other"))
    assert outline(m) == ["thesis", "other", "  x"]


def test_thesis_inside_the_map_comes_first_and_is_referred_to_where_it_stands() -> None:
    m = ArgumentMap(
        "Deep thesis",
        statements("wide thesis why"),
        [step("1", "thesis", "wide"), step("2", "why", "thesis")],
        thesis="thesis",
    )
    assert m.roots == ("thesis", "wide")
    assert outline(m) == ["thesis", "  why", "wide", "  →thesis"]


def test_top_statements_that_rest_on_each_other_have_one_root() -> None:
    m = ArgumentMap(
        "Ring",
        statements("thesis x y"),
        [step("1", "*y", "x"), step("2", "*x", "y")],
        top=("thesis", "x", "y"),
    )
    assert m.roots == ("thesis", "x")
    assert outline(m) == ["thesis", "x", "  y", "    →x"]


def test_ring_that_only_refers_into_itself_is_still_read() -> None:
    m = ArgumentMap(
        "Written in each other",
        statements("thesis x y"),
        [step("1", "*x", "thesis"), step("2", "y", "x"), step("3", "x", "y")],
    )
    assert m.roots == ("thesis", "x")
    assert outline(m) == ["thesis", "  →x", "x", "  y", "    →x"]


def test_statement_written_twice_is_unfolded_once() -> None:
    m = ArgumentMap("Twice", statements("thesis x why"), [step("1", "x x", "thesis"), step("2", "why", "x")])
    assert outline(m) == ["thesis", "  x", "    why", "  →x"]


def test_undercutters_come_before_what_a_single_premise_rests_on_and_after_a_group() -> None:
    m = ArgumentMap(
        "Undercut",
        statements("thesis a why cut p q r cuts"),
        [
            step("1", "a", "thesis"),
            step("2", "why", "a"),
            step("3", "cut", "1", UNDERCUTS),
            step("4", "p q", "thesis", AGAINST),
            step("5", "r", "p"),
            step("6", "cuts", "4", UNDERCUTS),
            step("7", "", "6", UNDERCUTS),
        ],
    )
    assert outline(m) == ["thesis", "  a", "    cut", "    why", "  p", "    r", "  q", "    cuts", "      ∅"]


def test_walk_from_roots_of_which_one_stands_below_another() -> None:
    arguments = Arguments([step("1", "b", "a"), step("2", "c", "b")])
    assert [v.statement for v in walk(arguments, ("a", "b", "a"))] == ["a", "b", "c"]
    assert [(v.statement, v.first) for v in walk(arguments, ("b", "a", "d"))] == [
        ("b", True),
        ("c", True),
        ("a", True),
        ("b", False),
        ("d", True),
    ]


# Sides and distances, by example.


def test_side_turns_at_objections_and_at_undercutters() -> None:
    m = ArgumentMap(
        "Sides",
        statements("thesis reason objection answer cut recut"),
        [
            step("1", "reason", "thesis"),
            step("2", "objection", "thesis", AGAINST),
            step("3", "answer", "objection", AGAINST),
            step("4", "cut", "1", UNDERCUTS),
            step("5", "recut", "4", UNDERCUTS),
        ],
    )
    helping = [s.id for s in m.statements if m.side(s.id) is Side.FOR]
    assert helping == ["thesis", "reason", "answer", "recut"]
    assert m.descendants("thesis") == {"reason": 1, "objection": 1, "cut": 2, "answer": 2, "recut": 3}


def test_other_roots_are_on_the_side_that_their_word_says() -> None:
    roots = (Counterclaim("thesis", "T"), Counterclaim("rival", "R"), Claim("ally", "A"), Evidence("fact", "F"))
    m = ArgumentMap("Words", (*roots, Claim("r", "For the rival")), [step("1", "r", "rival")])
    assert [m.side(s.id) for s in m.statements] == [Side.FOR, Side.AGAINST, Side.FOR, Side.FOR, Side.AGAINST]


def test_side_is_that_from_the_thesis_though_another_root_is_nearer() -> None:
    m = ArgumentMap(
        "Two ways",
        (*statements("thesis a b"), Counterclaim("rival", "R")),
        [step("1", "a", "thesis"), step("2", "b", "a"), step("3", "*b", "rival")],
    )
    assert m.side("b") is Side.FOR
    assert m.sides("b") == {Side.FOR, Side.AGAINST}


def test_undercutter_that_rests_on_the_conclusion_is_a_cycle_but_no_support() -> None:
    m = ArgumentMap("Self", statements("t a"), [step("1", "a", "t"), step("2", "*t", "1", UNDERCUTS)])
    assert m.cycles() == (("t",),)
    assert m.cycles(support_only=True) == ()


def test_ring_through_an_objection_is_no_support() -> None:
    m = ArgumentMap("Mixed", statements("a b"), [step("1", "b", "a"), step("2", "*a", "b", AGAINST)])
    assert m.cycles() == (("a", "b"),)
    assert m.cycles(support_only=True) == ()


# Sizes at which recursion would fail.

LONG = 100_000


@pytest.fixture(scope="module")
def chain() -> ArgumentMap:
    """Each statement is the reason for the one before, and the last refers back to the first."""
    made = [Claim(f"s{n}", "Text") for n in range(LONG)]
    steps = [Argument(f"a{n}", (Premise(f"s{n + 1}"),), f"s{n}") for n in range(LONG - 1)]
    steps.append(Argument("back", (Premise("s0", is_ref=True),), f"s{LONG - 1}"))
    return ArgumentMap("Chain", made, steps, thesis="s0")


@pytest.fixture(scope="module")
def tower() -> ArgumentMap:
    """Each step but the first undercuts the one before."""
    made = [Claim("thesis", "Text"), *(Claim(f"s{n}", "Text") for n in range(LONG))]
    steps = [Argument("a0", (Premise("s0"),), "thesis")]
    steps += [Argument(f"a{n}", (Premise(f"s{n}"),), target=f"a{n - 1}", direction=UNDERCUTS) for n in range(1, LONG)]
    return ArgumentMap("Tower", made, steps)


def test_long_chain(chain: ArgumentMap) -> None:
    assert chain.roots == ("s0",)
    visits = list(chain.walk())
    assert len(visits) == LONG + 1
    assert visits[-2] == Visit(f"s{LONG - 1}", chain.argument(f"a{LONG - 2}"), LONG - 1, True)
    assert visits[-1] == Visit("s0", chain.argument("back"), LONG, False)
    assert chain.descendants("s0")[f"s{LONG - 1}"] == LONG - 1
    assert len(chain.descendants(f"s{LONG // 2}", 10)) == 10
    assert chain.side(f"s{LONG - 1}") is Side.FOR
    assert chain.sides("s0") == {Side.FOR}


def test_long_ring(chain: ArgumentMap) -> None:
    assert chain.cycles(support_only=True) == (tuple(f"s{n}" for n in range(LONG)),)


def test_undercutters_nested_deep(tower: ArgumentMap) -> None:
    assert [v.depth for v in tower.walk()] == list(range(LONG + 1))
    assert tower.descendants("thesis")[f"s{LONG - 1}"] == LONG
    assert {tower.side(f"s{n}") for n in range(0, LONG, 2)} == {Side.FOR}
    assert {tower.side(f"s{n}") for n in range(1, LONG, 2)} == {Side.AGAINST}
    assert tower.sides(f"s{LONG - 1}") == {Side.AGAINST}
    assert tower.cycles() == ()


def test_statement_used_in_very_many_places() -> None:
    made = [Claim(f"s{n}", "Text") for n in range(2_000)]
    steps = [Argument(f"a{n}", (Premise(f"s{n + 1}"), Premise("s0")), f"s{n}") for n in range(1, 1_999)]
    m = ArgumentMap("Star", made, steps, thesis="s1")
    assert len(m.arguments_from("s0")) == 1_998
    assert Counter(v.first for v in m.walk() if v.statement == "s0") == {True: 1, False: 1_997}
