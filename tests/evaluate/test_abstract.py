"""Maps under Dung's semantics: what common sense says of small ones, and a slow, plainly right answer for any."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from evaluated import drawn, shuffled
from hypothesis import given
from hypothesis import strategies as st
from strategies import evaluated

from argmap.evaluate import abstract
from argmap.evaluate.reduction import framework_of
from argmap.evaluate.verdicts import Evaluation, Status, StepStatus
from argmap.model import ArgumentMap

SEMANTICS: dict[str, Callable[..., Evaluation]] = {
    "grounded": abstract.grounded,
    "complete": abstract.complete,
    "preferred": abstract.preferred,
    "stable": abstract.stable,
    "ideal": abstract.ideal,
}
every = pytest.mark.parametrize("name", SEMANTICS)
ACCEPTED, REJECTED, UNDECIDED = Status


def statuses(name: str, m: ArgumentMap) -> dict[str, Status | None]:
    return {id: v.status for id, v in SEMANTICS[name](m).statements.items()}


# ---- common sense ---------------------------------------------------------------------------------------------------

# What becomes of C, under every semantics; the graph, then whatever else the map holds.
COMMON_SENSE = {
    "a bare claim": ("C", {}, ACCEPTED),
    "a bare claim where leaves do not count": ("C", {"given": "evidence"}, REJECTED),
    "bare evidence where it alone counts": ("C", {"given": "evidence", "evidence": "C"}, ACCEPTED),
    "a reason": ("r => C", {}, ACCEPTED),
    "a reason and an objection that nobody answers": ("r => C; o -| C", {}, REJECTED),
    "the objection answered": ("r => C; o -| C; x -| o", {}, ACCEPTED),
    "the objection, with a reason of its own, answered": ("r => C; o -| C; p => o; x -| o", {}, ACCEPTED),
    "the answer answered": ("r => C; o -| C; x -| o; y -| x", {}, REJECTED),
    "the step of the objection undercut": ("r => C; b: o -| C; x ~> b", {"evidence": "x"}, ACCEPTED),
    "a bare claim against an objection": ("o -| C", {}, REJECTED),
    "a bare claim whose objection is answered": ("o -| C; x -| o", {}, ACCEPTED),
    "the only reason undercut by evidence": ("a: r => C; u ~> a", {"evidence": "u"}, REJECTED),
    "the only reason undercut by what is argued for": ("a: r => C; u ~> a; e => u", {}, REJECTED),
    "the only reason undercut by a possibility": ("a: r => C; u ~> a", {}, ACCEPTED),
    "the undercutter undercut": ("a: r => C; b: u ~> a; v ~> b", {"evidence": "uv"}, ACCEPTED),
    "one of two reasons undercut": ("a: r => C; q => C; u ~> a", {"evidence": "u"}, ACCEPTED),
    "one of two reasons rejected": ("r => C; q => C; o -| r", {}, ACCEPTED),
    "linked premises, one rejected": ("r,q => C; o -| r", {}, REJECTED),
    "convergent premises, one rejected": ("a: r,q => C; o -| r", {"weigh": {"a": "convergent"}}, ACCEPTED),
    "cumulative premises, all rejected": (
        "a: r,q => C; o -| r; o -| q",
        {"weigh": {"a": "cumulative"}},
        REJECTED,
    ),
    "factorized premises, one rejected": ("a: r,q => C; o -| r", {"weigh": {"a": "factorized"}}, REJECTED),
    "a step without premises": ("=> C", {"given": "none"}, ACCEPTED),
    "a chain of reasons of which the last is attacked": ("r => C; q => r; p => q; o -| p", {}, REJECTED),
    "reasons in a ring": ("r => C; C => r", {}, UNDECIDED),
    "three that attack each other in a ring": ("r -| C; q -| r; C -| q", {}, UNDECIDED),
    "a reason that undercuts itself": ("a: r => C; C ~> a", {}, UNDECIDED),
    "reasons in a ring, with one from outside": ("r => C; C => r; q => r", {}, ACCEPTED),
    "assumed, whatever speaks against it": ("o -| C; o", {"assume": {"C": "accepted"}}, ACCEPTED),
    "assumed rejected, whatever speaks for it": ("r => C", {"assume": {"C": "rejected"}}, REJECTED),
    "assumed to be open, whatever speaks for it": ("r => C; o -| C", {"assume": {"C": "undecided"}}, UNDECIDED),
    "resting on what is open": ("r => C", {"assume": {"r": "undecided"}}, UNDECIDED),
    "attacked by what is open": ("r => C; o -| C", {"assume": {"o": "undecided"}}, UNDECIDED),
    "a rival with a reason against one without": (
        "r => C; D",
        {"issues": ("C,D",), "given": "evidence", "evidence": "r"},
        ACCEPTED,
    ),
    "rivals with a reason each": ("r => C; q => D", {"issues": ("C,D",)}, UNDECIDED),
    "a rival that is attacked": ("r => C; q => D; o -| D", {"issues": ("C,D",)}, ACCEPTED),
    "a rival that is assumed": ("r => C; q => D", {"issues": ("C,D",), "assume": {"D": "accepted"}}, REJECTED),
    "a rival that is assumed away": ("r => C; q => D", {"issues": ("C,D",), "assume": {"D": "rejected"}}, ACCEPTED),
    "three rivals of which two are attacked": ("C; D; E; o -| D; o -| E", {"issues": ("D,C,E",)}, ACCEPTED),
    "five rivals of which one is assumed": (
        "C; D; E; F; G",
        {"issues": ("D,E,C,F,G",), "assume": {"G": "accepted"}},
        REJECTED,
    ),
}


@every
@pytest.mark.parametrize("case", COMMON_SENSE)
def test_common_sense(case: str, name: str) -> None:
    graph, about, due = COMMON_SENSE[case]
    assert statuses(name, drawn(graph, **about))["C"] is due


def test_semantics_differ_where_a_conclusion_follows_whichever_rival_wins() -> None:
    m = drawn("p => C; q => C; a => p; b => q", ("p,q",))
    assert {name: statuses(name, m)["C"] for name in SEMANTICS} == {
        **dict.fromkeys(("grounded", "complete", "ideal"), UNDECIDED),
        **dict.fromkeys(("preferred", "stable"), ACCEPTED),
    }


def test_steps_have_a_status_and_name_what_it_rests_on() -> None:
    m = drawn(
        "stands: e => s; fails: e,n => s; cut: e => s; by: f ~> cut; maybe: f ~> fails; open: e,p => s; n; p; x -| n",
        assume={"p": "undecided"},
        evidence="ef",
    )
    steps = {id: (v.status, v.named) for id, v in abstract.grounded(m).arguments.items() if id != "8"}
    assert steps == {
        "stands": (StepStatus.STANDS, ()),
        "fails": (StepStatus.UNDERCUT, ("maybe",)),
        "cut": (StepStatus.UNDERCUT, ("by",)),
        "by": (StepStatus.STANDS, ()),
        "maybe": (StepStatus.STANDS, ()),
        "open": (StepStatus.UNDECIDED, ("p",)),
    }
    without = abstract.grounded(drawn("a: e,n => s; x -| n")).arguments["a"]
    assert (without.status, without.named) == (StepStatus.FAILS, ("n",))


# ---- what is printed with it ----------------------------------------------------------------------------------------


def test_notes_tell_the_reduction_and_what_plays_no_part() -> None:
    m = drawn(
        "a: r,q => C; u ~> a",
        confidence={"r": 0.5},
        strength={"a": 0.5},
        standard={"C": "beyond-reasonable-doubt"},
        weigh={"a": "factorized"},
    )
    found = abstract.grounded(m)
    assert (found.semantics, found.converged, found.residual, dict(found.parameters)) == ("grounded", True, 0, {})
    assert found.notes == (
        "The framework behind the map has 11 abstract arguments and 10 attacks. A statement is attacked by the steps "
        "against it, by its rivals and by the lack of a reason, a step by its undercutters and by the failure of its "
        "premises.",
        "What the map says under `confidence`, `strength`, `standard` plays no part here.",
        "A step whose premises are `cumulative` stands on any of them, one that is `factorized` on all.",
        "Possibilities that nobody asserts break nothing: u.",
    )


def test_notes_tell_what_is_held_in_some_extensions_only() -> None:
    ties = drawn("a => p; b => q", ("p,q",))
    assert "Held in a preferred extension, but not in every one: p, q." in abstract.preferred(ties).notes
    assert len(abstract.grounded(ties).notes) == 1
    ring = drawn("r -| C; q -| r; C -| q; s")
    assert abstract.stable(ring).notes[1] == "The framework has no stable extension, so that nothing is decided."
    assert statuses("stable", ring)["s"] is UNDECIDED
    assert statuses("preferred", ring)["s"] is ACCEPTED


# ---- any map --------------------------------------------------------------------------------------------------------

Values = dict[str, bool | None]
"""For each statement whether it is accepted: yes, no, or left open."""


def all_of(values: list[bool | None]) -> bool | None:
    """Whether all are true, in the logic of Kleene."""
    return False if False in values else None if None in values else True


def denied(value: bool | None) -> bool | None:
    return None if value is None else not value


def any_of(values: list[bool | None]) -> bool | None:
    return denied(all_of([denied(v) for v in values]))


def due(m: ArgumentMap, values: Values) -> Values:
    """What follows for each statement from the values of all; what is assumed to be open keeps the value it has."""
    possible = {a.premises[0].statement for a in m.arguments if m.is_possibility(a)}

    def stands(argument: str) -> bool | None:
        a = m.argument(argument)
        held = [values[p.statement] for p in a.premises]
        loose = a.weigh in ("convergent", "cumulative") and held
        uncut = [denied(stands(u.id)) for u in m.undercutters(a.id)]
        return all_of([any_of(held) if loose else all_of(held), *uncut])

    found: Values = {}
    for s in m.statements:
        reasons = m.arguments_for(s.id)
        on_its_word = (m.given == "leaves" and s.id not in possible) or (m.given == "evidence" and s.kind == "evidence")
        reason = any_of([stands(a.id) for a in reasons]) if reasons else on_its_word
        unopposed = [denied(stands(a.id)) for a in m.arguments_against(s.id)]
        unrivalled = [denied(values[p]) for p in m.rivals(s.id)]
        found[s.id] = all_of([reason, *unopposed, *unrivalled])
        if s.assume is not None:
            found[s.id] = values[s.id] if s.assume == "undecided" else s.assume == "accepted"
    return found


def status(values: list[bool | None]) -> Status:
    return ACCEPTED if set(values) == {True} else REJECTED if set(values) == {False} else UNDECIDED


def slowly(m: ArgumentMap) -> dict[str, dict[str, Status | None]]:
    """The statuses from all assignments of values to statements."""
    ids = [s.id for s in m.statements]
    fit: list[Values] = []
    for row in itertools.product((True, False, None), repeat=len(ids)):
        values = dict(zip(ids, row, strict=True))
        if due(m, values) == values:
            fit.append(values)

    def part(less: Values, more: Values) -> bool:
        return all(less[s] is None or less[s] == more[s] for s in ids)

    preferred = [v for v in fit if not any(w != v and part(v, w) for w in fit)]
    stable = [v for v in fit if None not in v.values()]
    (least,) = [v for v in fit if all(part(v, w) for w in fit)]
    under = [v for v in fit if all(part(v, w) for w in preferred)]
    (ideal,) = [v for v in under if all(part(w, v) for w in under)]

    def common(chosen: list[Values]) -> dict[str, Status | None]:
        return {s: status([v[s] for v in chosen]) for s in ids}

    sets = {"grounded": [least], "complete": fit, "preferred": preferred, "stable": stable, "ideal": [ideal]}
    return {name: common(chosen) for name, chosen in sets.items()}


@given(evaluated())
def test_statuses_are_those_of_a_logic_of_three_values(m: ArgumentMap) -> None:
    assert {name: statuses(name, m) for name in SEMANTICS} == slowly(m)


@given(evaluated(), st.integers(0, 1000), st.sampled_from(tuple(SEMANTICS)))
def test_nothing_depends_on_the_order_of_the_map(m: ArgumentMap, seed: int, name: str) -> None:
    assert statuses(name, m) == statuses(name, shuffled(m, seed))


@given(evaluated())
def test_the_framework_is_not_much_larger_than_the_map(m: ArgumentMap) -> None:
    uses = sum(len(a.premises) for a in m.arguments)
    positions = sum(len(i.positions) for i in m.issues)
    size = len(m.statements) + len(m.arguments) + uses + positions
    f = framework_of(m)
    assert len(f.arguments) <= 4 * size
    assert len(f.attacks) <= 6 * size


def test_large_maps() -> None:
    many = 8_000
    chain = "; ".join(f"s{n + 1} {'=>' if n % 2 else '-|'} s{n}" for n in range(many))
    tower = "; ".join(["u0: p => q", *(f"u{n + 1}: p{n} ~> u{n}" for n in range(many))])
    rivals = [f"r{n}" for n in range(many)]
    m = drawn(f"{chain}; {tower}; {'; '.join(rivals)}; o -| r0", (",".join(rivals),), assume={"r1": "rejected"})
    found = statuses("grounded", m)
    assert [found[s] for s in ("s0", "r0", "r1", "r2", rivals[-1])] == [
        ACCEPTED,
        REJECTED,
        REJECTED,
        UNDECIDED,
        UNDECIDED,
    ]


@pytest.mark.parametrize("solver", ["search", "sat"])
def test_an_issue_of_many_rivals(solver: str) -> None:
    rivals = [f"r{n}" for n in range(30)]
    m = drawn("; ".join([*rivals, *(f"{r} => C" for r in rivals)]), (",".join(rivals),))
    found = abstract.preferred(m, solver)
    assert {found.statements[r].status for r in rivals} == {UNDECIDED}
    assert found.statements["C"].status is ACCEPTED, "whoever wins"
