"""What carries the thesis is what evaluation says when it is taken away."""

from __future__ import annotations

from itertools import combinations

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from signs import signs
from strategies import evaluated
from toy_semantics import TOY

import argmap
from argmap import evaluate as evaluation_module
from argmap.evaluate.carries import carriers
from argmap.evaluate.verdicts import StepVerdict
from argmap.model import ArgumentMap, Claim, Direction

SEMANTICS = st.sampled_from(("standing", "carneades"))


@settings(max_examples=300)
@given(evaluated(), SEMANTICS)
def test_each_removal_is_what_evaluation_finds_without_it(m: ArgumentMap, semantics: str) -> None:
    found = carriers(argmap.evaluate(m, semantics))
    base = argmap.evaluate(m, semantics).statements[m.thesis].status
    assert found.status == base
    told = {r.id: r.status for r in found.removals}
    for id in (*(s.id for s in m.statements), *(a.id for a in m.arguments)):
        if id != m.thesis:
            without = argmap.evaluate(m, semantics, without=[id]).statements[m.thesis].status
            assert told.get(id, base) == without, id
    assert {r.id for r in found.bearing} == {id for id, status in told.items() if status != base}
    for id, status in found.possibilities:
        assert argmap.evaluate(m, semantics, assume={id: "accepted"}).statements[m.thesis].status == status


@settings(max_examples=200)
@given(evaluated(), SEMANTICS)
def test_the_smallest_sets_are_all_there_are(m: ArgumentMap, semantics: str) -> None:
    whole = argmap.evaluate(m, semantics)
    base = whole.statements[m.thesis].status
    leaves = [
        s.id
        for s in m.statements
        if s.id != m.thesis and not m.arguments_for(s.id) and whole.statements[s.id].status != "rejected"
    ]
    for size in (1, 2, 3):
        expected = [
            chosen
            for chosen in combinations(leaves, size)
            if argmap.evaluate(m, semantics, without=chosen).statements[m.thesis].status != base
        ]
        if expected:
            break
    found = carriers(whole)
    assert sorted(x.leaves for x in found.sets) == sorted(expected)
    for x in found.sets:
        assert argmap.evaluate(m, semantics, without=x.leaves).statements[m.thesis].status == x.status
    assert found.searched == size
    assert all(len(x.leaves) <= 2 for x in carriers(whole, largest=2).sets)


def test_supposing_stays_supposed() -> None:
    m = signs("r⇒C; s⇒C; o⊣C; l⊣o")
    assert [r.id for r in carriers(argmap.evaluate(m)).bearing] == ["l", "a3"]
    found = carriers(argmap.evaluate(m, without=["a0"]))
    assert [r.id for r in found.bearing] == ["s", "l", "a1", "a3"]
    assert carriers(argmap.evaluate(m, assume={"l": "rejected"})).status == "rejected"


def test_a_reason_that_falls_leaves_no_bare_claim() -> None:
    m = signs("r⇒C")
    assert argmap.evaluate(m, without=["r"]).statements["C"].status == "rejected"
    found = argmap.evaluate(m, without=["a0"])
    assert found.statements["C"].status == "rejected"
    assert list(found.arguments) == ["a0"]
    assert found.arguments["a0"] == StepVerdict(found.arguments["a0"].status, 0.0, ())
    assert found.arguments["a0"].status == "undercut"


def test_what_cannot_be_supposed() -> None:
    m = signs("r⇒C")
    with pytest.raises(ValueError, match="`x` is no statement or step"):
        argmap.evaluate(m, without=["x"])
    with pytest.raises(ValueError, match="`a0` is no statement of the map"):
        argmap.evaluate(m, assume={"a0": "rejected"})
    with pytest.raises(ValueError, match="`true` is no label"):
        argmap.evaluate(m, assume={"r": "true"})
    with pytest.raises(ValueError, match="`r` cannot be accepted and left out"):
        argmap.evaluate(m, assume={"r": "accepted"}, without=["r"])
    with pytest.raises(ValueError, match="'sitting' is no semantics; there are standing, carneades"):
        argmap.evaluate(m, "sitting")
    with pytest.raises(KeyError):
        carriers(argmap.evaluate(m), "x")


# ---- a semantics of strengths


@st.composite
def without_circles(draw: st.DrawFn) -> ArgumentMap:
    m = draw(evaluated())
    place = {s.id: n for n, s in enumerate(m.statements)}

    def lowest(id: str) -> int:
        a = next(a for a in m.arguments if a.id == id)
        return place[a.conclusion] if a.conclusion else lowest(a.target or "")

    kept = [a for a in m.arguments if all(place[p.statement] > lowest(a.id) for p in a.premises)]
    ids = {a.id for a in kept}
    while any(a.target and a.target not in ids for a in kept):
        kept = [a for a in kept if not a.target or a.target in ids]
        ids = {a.id for a in kept}
    return evolve(m, arguments=kept)


@settings(max_examples=300)
@given(m=without_circles())
def test_removals_under_a_semantics_of_strengths(m: ArgumentMap) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(evaluation_module.SEMANTICS, *TOY)
        whole = argmap.evaluate(m, "toy")
        found = carriers(whole)
        base = whole.statements[m.thesis].strength
        told = {r.id: r.strength for r in found.removals}
        for id in (*(s.id for s in m.statements), *(a.id for a in m.arguments)):
            if id != m.thesis:
                without = argmap.evaluate(m, "toy", without=[id]).statements[m.thesis].strength
                assert told.get(id, base) == pytest.approx(without, abs=1e-12), id
        assert found.sets == ()


def test_a_large_table_comes_at_once() -> None:
    """A chain, where everything depends on all that is below it, and a wide map."""
    size = 3_000
    chain = ArgumentMap(
        "A chain",
        [Claim(f"s{n}", f"Text {n}") for n in range(size)],
        [
            argmap.Argument(f"a{n}", (argmap.Premise(f"s{n + 1}"),), f"s{n}", direction=Direction.FOR)
            for n in range(size - 1)
        ],
    )
    found = carriers(argmap.evaluate(chain))
    assert len(found.bearing) == 2 * size - 2
    assert [x.leaves for x in found.sets] == [(f"s{size - 1}",)]
