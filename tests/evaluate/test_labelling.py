"""Labels are those of the definitions, whatever the map and in whatever order it is visited."""

from __future__ import annotations

import itertools
import random
from typing import Any

import pytest
from attrs import evolve
from evaluate.slow_labelling import SlowLabelling
from hypothesis import given, settings
from hypothesis import strategies as st
from signs import signs
from strategies import evaluated

import argmap
from argmap.model import Argument, ArgumentMap, Claim, Direction, Premise

Labels = dict[str, str]


def labels(m: ArgumentMap, semantics: str) -> Labels:
    return {id: str(v.status) for id, v in argmap.evaluate(m, semantics).statements.items()}


def expected(accepted: str, rejected: str = "", undecided: str = "") -> Labels:
    named = {"accepted": accepted, "rejected": rejected, "undecided": undecided}
    return {id: label for label, ids in named.items() for id in ids.split()}


# ---- the strict labelling, on the examples of the literature

STRICT: list[tuple[ArgumentMap, Labels]] = [
    (signs("a: p,q⇒r ⟂ u; b: v⇒u", "", "p q v"), expected("p q v u", "r")),
    (signs("a: ∅⇒p ⟂ ua; b: ∅⇒ua ⟂ ub; c: ∅⇒ub ⟂ uc"), expected("p ub", "ua uc")),
    (signs("a: ∅⇒ub ⟂ ua; b: ∅⇒ua ⟂ ub"), expected("", "", "ua ub")),
    (signs("p⇒q; q⇒p"), expected("", "", "p q")),
    (signs("q⇒p; p⇒q; r⇒p", "", "r"), expected("p q r")),
    (
        signs("party⇒bachelor; ring⇒married", "married bachelor", "party ring"),
        expected("party ring", "bachelor married"),
    ),
    (signs("0.1 q⇒p; 0.5 r⇒np", "p np", "q r"), expected("q r np", "p")),
    (signs("np⇒p; p⇒np", "p np"), expected("", "", "p np")),
    (
        signs("rain⇒nojog; hot⇒nojog; rain,hot⇒jog", "jog nojog", "rain hot", weigh="factorized"),
        expected("rain hot jog", "nojog"),
    ),
    (
        signs(
            "looks_snake,moved1,moved2⇒snake; looks_rope,still1,still2⇒rope",
            "snake rope | moved1 still1 | moved2 still2",
            "looks_snake looks_rope still1 still2",
            weigh="cumulative",
        ),
        expected("looks_snake looks_rope still1 still2 rope", "moved1 moved2 snake"),
    ),
    (
        signs("bird,birdsfly⇒flies ⟂ ex; penguin⇒nf; ostrich⇒nf; ill⇒ex", "flies nf", "bird birdsfly ill"),
        expected("bird birdsfly ill ex", "flies nf penguin ostrich"),
    ),
    (
        signs("says⇒unreliable ⟂ ex; unreliable⇒ex", "reliable unreliable", "says"),
        expected("says", "reliable", "unreliable ex"),
    ),
    (signs("p⇒np; np⇒p; p⇒q ⟂ ex", "p np", "ex"), expected("ex", "q", "p np")),
    (signs("party⇒r", "p r", "p party"), expected("p party", "r")),
    (signs("e⇒p; f⊣p", "", "e f"), expected("e f", "p")),
    (signs("p,q⇒r", "", "p", weigh="factorized"), expected("p", "q r")),
]


@pytest.mark.parametrize(("m", "found"), STRICT)
def test_strict(m: ArgumentMap, found: Labels) -> None:
    assert labels(evolve(m, given="none"), "carneades") == found


def test_strict_weights() -> None:
    jog = argmap.evaluate(evolve(STRICT[8][0], given="none"), "carneades")
    assert [jog.statements[s].strength for s in ("jog", "nojog")] == [1, 0.5]
    snake = argmap.evaluate(evolve(STRICT[9][0], given="none"), "carneades")
    assert snake.statements["snake"].strength == pytest.approx(1 / 3)


@pytest.mark.parametrize(
    ("standard", "x", "y", "winner"),
    [
        ("preponderance", 0.8, 0.7, "p"),
        ("preponderance", 0.7, 0.7, ""),
        ("clear-and-convincing", 0.8, 0.35, ""),
        ("clear-and-convincing", 0.9, 0.35, "p"),
        ("clear-and-convincing", 0.8, 0.3, ""),
        ("clear-and-convincing", 0.85, 0.35, ""),
        ("beyond-reasonable-doubt", 0.9, 0.35, ""),
        ("beyond-reasonable-doubt", 0.9, 0.25, "p"),
        ("beyond-reasonable-doubt", 0.9, 0.3, ""),
        ("beyond-reasonable-doubt", 0.1, None, ""),
    ],
)
def test_standards(standard: str, x: float, y: float | None, winner: str) -> None:
    """Of an issue; and of a statement against its own objection."""
    rival = f"; {y} f⇒q" if y is not None else ""
    m = signs(f"{x} e⇒p{rival}", "p q", "e f", bare="f", issue_standard=standard, given="none")
    for semantics in ("carneades", "standing") if x != y else ("carneades",):
        found = labels(m, semantics)
        assert [s for s in ("p", "q") if found[s] == "accepted"] == winner.split()
        assert [s for s in ("p", "q") if found[s] == "undecided"] == []
    objection = f"; {y} f⊣p" if y is not None else ""
    own = signs(f"{x} e⇒p{objection}", "", "e f", bare="f", standards={"p": standard}, given="none")
    assert labels(own, "carneades")["p"] == ("accepted" if winner else "rejected")


# ---- standing, with leaves given


def asked(id: str, m: ArgumentMap, status: str, why: str) -> Any:
    return pytest.param(m, id, status, why, id=f"{id}-{status}-{why}")


_CITED = signs("r⇒C ⟂ u")
_CITED = evolve(_CITED, statements=[evolve(s, by="somebody") if s.id == "u" else s for s in _CITED.statements])
STANDING = [
    asked("C", signs("r⇒C; o⊣C"), "rejected", "contested"),
    asked("C", signs("0.8 r⇒C; 0.6 o⊣C"), "accepted", "outweighs"),
    asked("C", signs("r⇒C; o⊣C; l⊣o"), "accepted", "supported"),
    asked("C", signs("r⇒C; o⊣C; q⇒o; l⊣o"), "accepted", "supported"),
    asked("C", signs("r⇒C; o⊣C; l⊣o; m⊣l"), "rejected", "contested"),
    asked("C", signs("o⊣C"), "rejected", "outweighed"),
    asked("C", signs("o⊣C; l⊣o"), "accepted", "asserted"),
    asked("C", signs("r⇒C ⟂ u", evidence="u"), "rejected", "not established"),
    asked("C", _CITED, "rejected", "not established"),
    asked("C", signs("r⇒C ⟂ u"), "accepted", "supported"),
    asked("u", signs("r⇒C ⟂ u"), "rejected", "open possibility"),
    asked("C", signs("r⇒C; s⇒C; o⊣s"), "accepted", "supported"),
    asked("C", signs("r,s⇒C; o⊣s"), "rejected", "not established"),
    asked("C", signs("r⇒C; s⇒D", "C D"), "undecided", "tied"),
    asked("D", signs("r⇒C; s⇒D", "C D"), "undecided", "tied"),
    asked("C", signs("0.9 r⇒C; 0.6 s⇒D", "C D"), "accepted", "outweighs"),
    asked("D", signs("0.9 r⇒C; 0.6 s⇒D", "C D"), "rejected", "outweighed"),
    asked("C", signs("r⇒C; s⇒D; 0.5 t⇒E", "C D E"), "undecided", "tied"),
    asked("E", signs("r⇒C; s⇒D; 0.5 t⇒E", "C D E"), "rejected", "outweighed"),
    asked("C", signs("r⇒C", "C D"), "accepted", "outweighs"),
    asked("C", signs("D⇒C; C⇒D"), "undecided", "circular"),
    asked("C", signs("D⇒C; C⇒D; r⇒C"), "accepted", "supported"),
    asked("e", signs("e⇒C; o⊣e", evidence="e"), "rejected", "contested"),
    asked("C", signs("e⇒C; o⊣e", evidence="e"), "rejected", "not established"),
    asked("C", signs("0.1 r⇒C", standards={"C": "beyond-reasonable-doubt"}), "rejected", "below standard"),
    asked("Q", signs("0.9 r⇒P; 0.6 s⇒Q", "P Q", "", "P"), "accepted", "supported"),
    asked("q", signs("0.8 r⇒p; 0.6 s⇒q; 0.9 o⊣p", "p q"), "accepted", "supported"),
    asked("p", signs("0.8 r⇒p; 0.6 s⇒q; 0.9 o⊣p", "p q"), "rejected", "outweighed"),
    # What follows from the rest of the definitions.
    asked("C", signs("o⊣C", confidence={"C": 0.9}), "rejected", "outweighed"),
    asked("C", signs("0.8 o⊣C", confidence={"C": 0.9}), "accepted", "outweighs"),
    asked("C", signs("o⊣C", confidence={"C": 0}), "rejected", "not established"),
    asked("q", signs("r⇒q", "p q", "p"), "rejected", "rival settled"),
    asked("C", signs("x⇒C; D⇒x; r⇒D; s⇒E", "D E"), "undecided", "waiting"),
    asked("r", signs("r⇒C"), "accepted", "given"),
    asked("r", signs("r⇒C", "", "r"), "accepted", "assumed"),
    asked("C", signs("r⇒C ⟂ C"), "undecided", "circular"),
    asked("C", signs("0.0 r⇒C"), "rejected", "not established"),
    asked("C", signs("r⇒C ⟂ 0.0 u", evidence="u"), "accepted", "supported"),
]


@pytest.mark.parametrize(("m", "id", "status", "why"), STANDING)
def test_standing(m: ArgumentMap, id: str, status: str, why: str) -> None:
    verdict = argmap.evaluate(m).statements[id]
    assert (verdict.status, verdict.why) == (status, why)


def test_an_undercutter_that_is_undercut_by_evidence_breaks_nothing() -> None:
    m = signs("a: r⇒C ⟂ u", evidence="u v")
    cut = Argument("c", (Premise("v"),), None, "a-u", Direction.UNDERCUTS)
    m = evolve(m, statements=(*m.statements, Claim("v", "V", by="somebody")), arguments=(*m.arguments, cut))
    assert labels(m, "standing")["C"] == "accepted"


def test_what_is_given() -> None:
    m = signs("r⇒C; e⇒D", evidence="e")
    for which, accepted in (("leaves", "r C e D"), ("evidence", "e D"), ("none", "")):
        for semantics in ("standing", "carneades"):
            found = labels(evolve(m, given=which), semantics)
            assert {s for s, label in found.items() if label == "accepted"} == set(accepted.split())


def test_a_standard_that_is_stated_but_usual_changes_nothing() -> None:
    m = signs("r⇒C; C⇒D; D⇒C", standards={"C": "preponderance"})
    assert labels(m, "standing") == expected("r C D")


# ---- any map


def shuffled(m: ArgumentMap, seed: int) -> ArgumentMap:
    """The same map with everything in another order."""
    choose = random.Random(seed)
    return evolve(
        m,
        statements=choose.sample(m.statements, len(m.statements)),
        arguments=[
            evolve(a, premises=tuple(choose.sample(a.premises, len(a.premises))))
            for a in choose.sample(m.arguments, len(m.arguments))
        ],
        issues=[evolve(i, positions=tuple(choose.sample(i.positions, len(i.positions)))) for i in m.issues],
    )


@settings(max_examples=500)
@given(evaluated(), st.sampled_from(("standing", "carneades")), st.integers(0, 5))
def test_labels_are_those_of_the_definitions(m: ArgumentMap, semantics: str, seed: int) -> None:
    slow = SlowLabelling(m, semantics == "standing", seed)
    found = argmap.evaluate(m, semantics)
    assert {id: str(v.status) for id, v in found.statements.items()} == slow.labels
    assert {id for id, v in found.statements.items() if v.why == "tied"} == slow.tied
    for a in m.arguments:
        verdict = found.arguments[a.id]
        assert verdict.strength == (pytest.approx(slow.weight(a), abs=1e-9) if slow.applicable(a) else None), a.id
        undercut = slow.undercut(a) == "accepted"
        assert (verdict.status == "undercut") == undercut


@settings(max_examples=60)
@given(evaluated(), st.sampled_from(("standing", "carneades")))
def test_the_order_changes_nothing(m: ArgumentMap, semantics: str) -> None:
    first = argmap.evaluate(m, semantics)
    for seed in range(20):
        other = argmap.evaluate(shuffled(m, seed), semantics)
        for id, verdict in first.statements.items():
            again = other.statements[id]
            assert (again.status, again.strength, again.why) == (verdict.status, verdict.strength, verdict.why)
            assert sorted(again.named) == sorted(verdict.named)
        for id, step in first.arguments.items():
            assert (other.arguments[id].status, other.arguments[id].strength) == (step.status, step.strength)


def test_undercutters_nested_deep() -> None:
    depth = 20_000
    m = signs("a: r⇒C")
    names = ["a", *[f"u{n}" for n in range(depth)]]
    cuts = [
        Argument(name, (Premise(f"s{name}"),), None, above, Direction.UNDERCUTS)
        for above, name in itertools.pairwise(names)
    ]
    asserted = [Claim(f"s{name}", f"Text of {name}", by="somebody") for name in names[1:]]
    deep = evolve(m, statements=(*m.statements, *asserted), arguments=(*m.arguments, *cuts), is_sound=True)
    found = argmap.evaluate(deep)
    assert found.statements["C"].status == "accepted"  # an even number of undercutters
    assert [found.arguments[n].status for n in ("u0", "u1", names[-1])] == ["undercut", "stands", "stands"]


def test_long_chains_and_circles() -> None:
    length = 20_000
    chain = ArgumentMap(
        "A chain",
        [Claim(f"s{n}", f"Text {n}") for n in range(length + 1)],
        [Argument(f"a{n}", (Premise(f"s{n + 1}"),), f"s{n}") for n in range(length)],
    )
    assert {v.status for v in argmap.evaluate(chain).statements.values()} == {"accepted"}
    ring = evolve(chain, arguments=(*chain.arguments, Argument("back", (Premise("s0"),), f"s{length}")))
    found = argmap.evaluate(ring).statements.values()
    assert {(v.status, v.why) for v in found} == {("undecided", "circular")}
