"""Gradual semantics: the numbers of the papers' equations, and what must hold for every map."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
from attrs import evolve
from evaluated import acyclic, drawn, shuffled
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import evaluated

from argmap.evaluate import gradual
from argmap.evaluate.verdicts import Evaluation, Status
from argmap.model import Argument, ArgumentMap, Claim, Direction, Premise

SEMANTICS: dict[str, Callable[..., Evaluation]] = {
    "df-quad": gradual.df_quad,
    "quadratic-energy": gradual.quadratic_energy,
    "euler": gradual.euler,
    "squared-df-quad": gradual.squared_df_quad,
    "mlp": gradual.mlp,
    "h-categoriser": gradual.h_categoriser,
}
every = pytest.mark.parametrize("name", SEMANTICS)
ANY = st.sampled_from(tuple(SEMANTICS))


def strengths(name: str, m: ArgumentMap, **settings: int) -> dict[str, float]:
    """The strengths of all statements and arguments."""
    found = SEMANTICS[name](m, **settings)
    values = {id: v.strength for id, v in (*found.statements.items(), *found.arguments.items())}
    assert None not in values.values()
    return values  # type: ignore[return-value]


# ---- numbers --------------------------------------------------------------------------------------------------------

TABLE = {
    "df-quad": (0.91, 0.98, 0.16),
    "quadratic-energy": (0.630856, 0.889503, 0.294118),
    "euler": (0.601470, 0.878693, 0.311207),
    "squared-df-quad": (0.696, 0.894737, 0.25),
    "mlp": (0.654723, 0.907736, 0.267868),
    "h-categoriser": (0.4, 0.8, 0.25),
}
MUTUAL = {
    "df-quad": 0.444444,
    "quadratic-energy": 0.592256,
    "euler": 0.739487,
    "squared-df-quad": 0.524695,
    "mlp": 0.671467,
    "h-categoriser": 0.524695,
}


@every
def test_numbers_of_a_small_tree(name: str) -> None:
    weights = {"a": 0.5, "b": 0.8, "c": 0.4, "d": 0.6, "e": 0.9}
    found = strengths(name, drawn("c -| a; d -| c; b => a; e => b", confidence=weights))
    assert [found[s] for s in "abc"] == pytest.approx(TABLE[name], abs=1e-6)
    assert (found["d"], found["e"]) == pytest.approx((0.6, 0.9))


@every
def test_numbers_of_two_that_attack_each_other(name: str) -> None:
    m = drawn("p -| q; q -| p", confidence={"p": 0.8, "q": 0.8})
    found = SEMANTICS[name](m)
    assert [v.strength for v in found.statements.values()] == pytest.approx([MUTUAL[name]] * 2, abs=1e-6)
    assert found.converged
    assert 0 < found.residual < 1e-9


@every
def test_an_argument_has_its_strength_times_its_least_premise_times_what_its_undercutters_leave(name: str) -> None:
    m = drawn(
        "a: p,q,r => s; u: x ~> a; v: y ~> a; w: z ~> u; n: => s",
        confidence=dict(zip("pqrxyz", (0.9, 0.6, 0.7, 0.5, 0.25, 0.4), strict=True)),
        strength={"a": 0.8, "n": 0.3},
    )
    found = strengths(name, m)
    assert (found["w"], found["u"], found["v"], found["n"]) == pytest.approx((0.4, 0.3, 0.25, 0.3))
    assert found["a"] == pytest.approx(0.8 * 0.6 * 0.7 * 0.75)


@every
def test_what_is_assumed_is_fixed_and_breaks_rings(name: str) -> None:
    m = drawn("p -| q; q -| p; r => q", assume={"p": "undecided", "q": "rejected", "r": "accepted"})
    found = SEMANTICS[name](m)
    assert [v.strength for v in found.statements.values()] == [0.5, 0.0, 1.0]
    assert found.residual == 0


@every
def test_initial_weight_is_a_half_and_nought_for_a_possibility_that_nobody_asserts(name: str) -> None:
    m = drawn("a: p => s; u: x ~> a; v: y ~> a", confidence={"y": 0.25})
    found = strengths(name, m)
    assert (found["p"], found["x"], found["y"]) == pytest.approx((0.5, 0, 0.25))
    assert found["a"] == pytest.approx(0.5 * 0.75)
    assert "Possibilities that nobody asserts break nothing: x." in SEMANTICS[name](m).notes


# ---- status, notes and settling -------------------------------------------------------------------------------------


def test_status_says_on_which_side_of_a_half_a_strength_is() -> None:
    found = gradual.quadratic_energy(drawn("p => q; r -| s; t"))
    assert {id: v.status for id, v in found.statements.items()} == {
        **dict.fromkeys("prt", Status.UNDECIDED),
        "q": Status.ACCEPTED,
        "s": Status.REJECTED,
    }
    assert {v.status for v in found.arguments.values()} == {None}


def test_parts_of_the_map_that_play_no_part_are_told() -> None:
    bare = gradual.df_quad(drawn("a: p,q => s")).notes
    assert bare == ("Accepted and rejected only say that a strength is above or below 0.5.",)
    m = drawn(
        "a: p,q => s", ("p,q",), given="none", weigh={"a": "convergent"}, standard={"s": "beyond-reasonable-doubt"}
    )
    told = "What the map says under `given`, `standard`, `weigh`, `issues` plays no part here."
    assert told in gradual.df_quad(m).notes
    supports = "Arguments for a statement play no part here: a strength never rises above the initial weight."
    assert supports in gradual.h_categoriser(m).notes


def ring_of_groups() -> ArgumentMap:
    """Five groups of six statements, each group attacking all of the next; and one statement that rests on the ring."""
    names = [[f"g{group}-{n}" for n in range(6)] for group in range(5)]
    attacks = [f"{x} -| {y}" for group in range(5) for x in names[group] for y in names[(group + 1) % 5]]
    weights = {x: 0.7 if group == 0 else 0.8 for group in range(5) for x in names[group]}
    return drawn("; ".join([*attacks, "g0-0 => after", "before => g0-0"]), confidence={**weights, "before": 0})


def test_a_ring_that_goes_round_for_ever_is_said_not_to_settle() -> None:
    found = gradual.quadratic_energy(ring_of_groups())
    assert not found.converged
    assert found.residual > 0.01
    assert any(note.startswith("After 10,000 steps ") for note in found.notes)
    assert {v.status for v in found.statements.values()} == {Status.UNDECIDED, Status.REJECTED}
    assert found.statements["before"].status is Status.REJECTED
    assert found.statements["after"].status is Status.UNDECIDED, "it depends on what did not settle"
    assert all(0 <= (v.strength or 0) <= 1 for v in found.statements.values())


def test_the_same_ring_settles_under_a_flatter_formula_and_not_in_too_few_steps() -> None:
    assert gradual.euler(ring_of_groups()).converged
    hasty = gradual.euler(ring_of_groups(), steps=3)
    assert not hasty.converged
    assert any(note.startswith("After 3 steps ") for note in hasty.notes)
    assert hasty.parameters["steps"] == 3


def test_deep_and_large_maps() -> None:
    deep = 10_000
    chain = "; ".join(f"s{n + 1} {'=>' if n % 2 else '-|'} s{n}" for n in range(deep))
    tower = "; ".join(["u0: p => q", *(f"u{n + 1}: p{n} ~> u{n}" for n in range(deep))])
    wide = "; ".join(f"w{n} => w" for n in range(deep))
    found = strengths("quadratic-energy", drawn(f"{chain}; {tower}; {wide}"))
    assert all(0 <= value <= 1 for value in found.values())
    assert found["w"] == pytest.approx(1)


def test_a_large_ring_settles() -> None:
    found = gradual.quadratic_energy(drawn("; ".join(f"s{n} => s{(n + 1) % 500}" for n in range(500))))
    assert found.converged
    values = [v.strength or 0 for v in found.statements.values()]
    assert max(values) - min(values) < 1e-6
    assert found.statements["s0"].strength == pytest.approx(1, abs=0.5)


# ---- what holds for every map ---------------------------------------------------------------------------------------


def aggregate_and_influence(name: str, w: float, attackers: list[float], supporters: list[float]) -> float:
    """The equations, written down once more and differently."""
    total = sum(supporters) - sum(attackers)
    products = math.prod(1 - v for v in attackers) - math.prod(1 - v for v in supporters)
    a = products if "df-quad" in name else total
    if name == "df-quad":
        return w - w * max(0, -a) + (1 - w) * max(0, a)
    if name == "quadratic-energy":
        return w - w * max(0, -a) ** 2 / (1 + max(0, -a) ** 2) + (1 - w) * max(0, a) ** 2 / (1 + max(0, a) ** 2)
    if name == "squared-df-quad":
        return w - w * max(0, -a) / (1 + max(0, -a)) + (1 - w) * max(0, a) / (1 + max(0, a))
    if name == "euler":
        return 1 - (1 - w**2) / (1 + w * math.e**a)
    if name == "mlp":
        return w if w in (0, 1) else 1 / (1 + (1 - w) / w * math.e**-a)
    return w / (1 + sum(attackers))


def residuals(name: str, m: ArgumentMap, value: dict[str, float]) -> list[float]:
    """How far each value is from what the equations say of the others."""
    found = []
    possible = {a.premises[0].statement for a in m.arguments if m.is_possibility(a)}
    for s in m.statements:
        w = s.confidence if s.confidence is not None else 0 if s.id in possible else 0.5
        attackers = [value[a.id] for a in m.arguments_against(s.id)]
        due = aggregate_and_influence(name, w, attackers, [value[a.id] for a in m.arguments_for(s.id)])
        if s.assume is not None:
            due = {"accepted": 1, "rejected": 0, "undecided": 0.5}[s.assume]
        found.append(abs(due - value[s.id]))
    for a in m.arguments:
        left = math.prod(1 - value[u.id] for u in m.undercutters(a.id))
        due = (1 if a.strength is None else a.strength) * min([1, *(value[p.statement] for p in a.premises)]) * left
        found.append(abs(due - value[a.id]))
    return found


@given(ANY, evaluated())
def test_strengths_fulfil_the_equations_or_are_said_not_to(name: str, m: ArgumentMap) -> None:
    found = SEMANTICS[name](m, steps=2000)
    values = strengths(name, m, steps=2000)
    assert all(0 <= value <= 1 for value in values.values())
    assert max(residuals(name, m, values), default=0) == pytest.approx(found.residual, abs=1e-8)
    assert found.converged == (found.residual < 1e-9)


@given(ANY, acyclic())
def test_without_rings_strengths_are_exact(name: str, m: ArgumentMap) -> None:
    assert SEMANTICS[name](m).residual == 0
    assert max(residuals(name, m, strengths(name, m))) < 1e-12


@given(ANY, acyclic())
def test_rings_through_arguments_of_no_strength_change_nothing(name: str, m: ArgumentMap) -> None:
    """What was found in one pass is found by integration too, for now every statement is in one ring."""
    ids = [s.id for s in m.statements]
    idle = [
        Argument(f"idle{n}", (Premise(a),), b, direction=Direction.AGAINST, strength=0.0)
        for n, (a, b) in enumerate(zip(ids, ids[1:] + ids[:1], strict=True))
        if a != b
    ]
    # Uses as premises of new arguments would turn possibilities into statements with a weight of their own.
    possible = {a.premises[0].statement for a in m.arguments if m.is_possibility(a)}
    assume(all(m.statement(s).confidence is not None for s in possible))
    before, after = strengths(name, m), strengths(name, evolve(m, arguments=[*m.arguments, *idle]))
    assert {id: after[id] for id in before} == pytest.approx(before, abs=1e-6)


@given(ANY, evaluated(), st.integers(0, 1000))
def test_strengths_do_not_depend_on_the_order_of_the_map(name: str, m: ArgumentMap, seed: int) -> None:
    assert strengths(name, m, steps=300) == strengths(name, shuffled(m, seed), steps=300)


@every
def test_not_even_the_last_bit_depends_on_the_order_of_many(name: str) -> None:
    graph = "; ".join([*(f"x{n} -| s; y{n} => s; z{n} ~> a" for n in range(7)), "a: p => s"])
    m = drawn(graph, confidence={f"{x}{n}": 1 / (3 + n * len(x) + ord(x) % 5) for x in "xyz" for n in range(7)})
    due = strengths(name, m)
    assert all(strengths(name, shuffled(m, seed)) == due for seed in range(40))


@given(ANY, acyclic(), st.floats(0, 1), st.floats(0, 1))
def test_a_supporter_never_lowers_and_an_attacker_never_raises(
    name: str, m: ArgumentMap, confidence: float, strength: float
) -> None:
    thesis = m.statements[0].id
    before = strengths(name, m)[thesis]

    def with_one(direction: Direction) -> float:
        new = Argument("new", (Premise("fresh"),), thesis, direction=direction, strength=strength)
        fresh = Claim("fresh", "A fresh statement", confidence=confidence)
        more = evolve(m, statements=[*m.statements, fresh], arguments=[*m.arguments, new])
        return strengths(name, more)[thesis]

    assert with_one(Direction.FOR) >= before - 1e-12
    assert with_one(Direction.AGAINST) <= before + 1e-12


def test_the_table_of_formulas_is_what_there_is() -> None:
    assert list(gradual.FORMULAS) == list(SEMANTICS)
    m = drawn("p => q")
    assert [evaluate(m).semantics for evaluate in SEMANTICS.values()] == list(SEMANTICS)
