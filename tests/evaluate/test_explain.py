"""Explanations say what the computation did: who changes what they name sees the status follow."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from signs import signs
from strategies import evaluated, graphs

import argmap
from argmap.evaluate.explain import Teller, explain, lines
from argmap.model import Argument, ArgumentMap, Direction, Premise

SEMANTICS = st.sampled_from(("standing", "carneades"))


def labelled(m: ArgumentMap) -> ArgumentMap:
    """The map with ids for titles."""
    return evolve(m, statements=[evolve(s, label=s.id) for s in m.statements])


def said(m: ArgumentMap, id: str, semantics: str = "standing", **supposed: object) -> str:
    """The first sentence of an explanation, without what it is about and the stop."""
    found = argmap.evaluate(labelled(m), semantics, **supposed)  # type: ignore[arg-type]
    head, _, words = lines(found, id, 0)[0].words.partition(": ")
    assert head == f"“{id}”"
    return words.removesuffix(".")


BRD = {"C": "beyond-reasonable-doubt"}
SENTENCES = [
    (signs("r⇒C"), "r", "accepted as given, since nothing speaks against it"),
    (signs("r⇒C", "", "C"), "C", "accepted, because the map assumes it"),
    (signs("r⇒C"), "C", "accepted, because the step from “r” stands"),
    (signs("r,s⇒C; t⇒C"), "C", "accepted, because the steps from “r” and “s” together, and from “t” stand"),
    (signs("∅⇒C"), "C", "accepted, because the step without premises stands"),
    (
        signs("a⇒C; b⇒C; c⇒C; d⇒C; e⇒C; f⇒C"),
        "C",
        "accepted, because the steps from “a”, from “b”, from “c”, from “d” and 2 more stand",
    ),
    (
        signs("r⇒C; o⊣C; l⊣o"),
        "C",
        "accepted, because the step from “r” stands; the objection “o” fails, since that is rejected",
    ),
    (
        signs("r⇒C; o⊣C ⟂ u", evidence="u"),
        "C",
        "accepted, because the step from “r” stands; the objection “o” is undercut by “u”, which nobody answers",
    ),
    (
        signs("0.8 r⇒C; 0.6 o⊣C"),
        "C",
        "accepted, because what speaks for it (0.8, from “r”) outweighs the objection “o” (0.6)",
    ),
    (
        signs("0.9 r⇒C; 0.6 s⇒D", "C D"),
        "C",
        "accepted, because what speaks for it (0.9, from “r”) outweighs its rival “D” (0.6)",
    ),
    (signs("o⊣C; l⊣o"), "C", "accepted by its bare word, since the objection “o” fails, since that is rejected"),
    (
        signs("0.0 s⇒D", "C D"),
        "C",
        "accepted by its bare word, since nothing that stands speaks for a rival",
    ),
    (
        signs("r⇒C ⟂ u", evidence="u"),
        "C",
        "rejected as not established, because the step from “r” is undercut by “u”, which nobody answers",
    ),
    (
        signs("r,s⇒C; o⊣s"),
        "C",
        "rejected as not established, because the step from “r” and “s” together fails, since “s” is rejected",
    ),
    (signs("0.0 r⇒C"), "C", "rejected as not established, because the step from “r” weighs nothing"),
    (
        signs("r⇒C; o⊣C"),
        "C",
        "rejected as contested: the objection “o” (1) weighs as much as what speaks for it, and nobody answers it",
    ),
    (
        signs("r⇒C; o⊣C ⟂ u"),
        "C",
        "rejected as contested: the objection “o” (1) weighs as much as what speaks for it, "
        "and only a mere possibility answers it",
    ),
    (
        signs("r⇒C; q⇒o; o⊣C; 0.5 l⊣o"),
        "C",
        "rejected as contested: the objection “o” (1) weighs as much as what speaks for it, "
        "and “l” in answer to it does not prevail",
    ),
    (signs("o⊣C"), "C", "rejected, because the objection “o” (1) outweighs its bare word (0.5), and nobody answers it"),
    (
        signs("0.9 r⇒C; 0.6 s⇒D; x,y⇒D; z⊣x", "C D"),
        "D",
        "rejected, because its rival “C” (0.9) outweighs what speaks for it (0.6); "
        "the step from “x” and “y” together fails, since “x” is rejected",
    ),
    (
        signs("0.1 r⇒C", standards=BRD),
        "C",
        "rejected, because what speaks for it (0.1) does not meet the standard beyond reasonable doubt",
    ),
    (
        signs("r⇒C; 0.4 o⊣C", standards=BRD),
        "C",
        "rejected, because what speaks for it (1) does not meet the standard beyond reasonable doubt "
        "beside the objection “o” (0.4)",
    ),
    (signs("r⇒q", "p q", "p"), "q", "rejected, because its rival “p” is assumed"),
    (signs("r⇒C ⟂ u"), "u", "rejected as an open possibility: nobody asserts it, so it breaks nothing"),
    (signs("r⇒C; s⇒D", "C D"), "C", "undecided: tied with “D”, for as much speaks for both (1)"),
    (signs("r⇒C; s⇒D; t⇒E", "C D E"), "C", "undecided: tied with “D” and “E”, for as much speaks for each (1)"),
    (signs("C⇒D; D⇒C"), "C", "undecided, because “C” and “D” support each other"),
    (signs("C⊣D; D⊣C; r⇒C; s⇒D"), "C", "undecided, because “C” and “D” attack each other"),
    (signs("C⇒D; D⇒E; E⇒C"), "C", "undecided, because “C”, “E” and “D” support one another in a circle"),
    (signs("C⇒D; D⊣C; r⇒C"), "C", "undecided, because “C” and “D” depend on each other"),
    (signs("r⇒C ⟂ C"), "C", "undecided, because it depends on itself"),
    (signs("D⇒C; r⇒D; s⇒E", "D E"), "C", "undecided, because “D” is undecided"),
]


@pytest.mark.parametrize(("m", "id", "sentence"), SENTENCES)
def test_sentences(m: ArgumentMap, id: str, sentence: str) -> None:
    assert said(m, id) == sentence


def test_a_tie_is_no_tie_where_ties_reject() -> None:
    m = signs("r⇒C; s⇒D", "C D", bare="C", given="none", accept="r s")
    assert said(m, "C", "carneades") == (
        "rejected as contested: its rival “D” (1) weighs as much as what speaks for it"
    )
    assert said(signs("o⊣C"), "C", "carneades") == (
        "rejected as not established: nothing is said for it, and its bare word does not count here"
    )


def test_what_is_supposed_is_called_so() -> None:
    m = signs("r⇒C; s⇒C")
    assert said(m, "r", without=["r"]) == "rejected, because that is supposed here"
    assert said(m, "r", assume={"r": "undecided"}) == "undecided, because that is supposed here"
    both = argmap.evaluate(labelled(m), without=["a0"])
    assert lines(both, "a0", 0)[0].words == "The step from “r” to “C” is left out here."


def test_steps() -> None:
    m = labelled(signs("a: r⇒C ⟂ u; b: o⊣C; 0.3 s⇒C; E⇒C; E⇒D; D⇒E", evidence="u"))
    found = argmap.evaluate(m)
    first = {a: lines(found, a, 0)[0].words for a in found.arguments}
    assert first == {
        "a": "The step from “r” to “C” is undercut by “u”, which nobody answers.",
        "a-u": "The step from “u” to the step from “r” (which it undercuts) stands.",
        "b": "The step from “o” to “C” (against it) stands.",
        "a2": "The step from “s” to “C” stands (0.3).",
        "a3": "The step from “E” to “C” is undecided, since “E” is.",
        "a4": "The step from “E” to “D” is undecided, since “E” is.",
        "a5": "The step from “D” to “E” is undecided, since “D” is.",
    }


def test_the_chain_goes_as_deep_as_asked_and_tells_each_statement_once() -> None:
    m = labelled(signs("r⇒C ⟂ u; u⇒D; v⇒u; w⇒v; x⇒w; r⇒v"))
    found = argmap.evaluate(m)
    assert explain(found, "C", 0).count("\n") == 1
    assert explain(found, "C", 2) == (
        "“C”: rejected as not established, because the step from “r” is undercut by “u”, which nobody answers.\n"
        "  “r” is given, since nothing speaks against it.\n"
        "  “u”: accepted, because the step from “v” stands.\n"
        "    “v”: accepted, because the steps from “w” and from “r” stand.\n"
    )
    assert found.explain("C", 2) == explain(found, "C", 2)
    assert explain(found, "C", 9).endswith("        “x” is given, since nothing speaks against it.\n")
    with pytest.raises(KeyError):
        explain(found, "nowhere")
    with pytest.raises(ValueError, match="does not hold its map"):
        explain(evolve(found, map=None), "C")


def test_a_chain_of_thousands_is_told() -> None:
    steps = [Argument(f"a{n}", (Premise(f"s{n + 1}"),), f"s{n}") for n in range(5_000)]
    m = ArgumentMap("Long", [argmap.Claim(f"s{n}", f"Text {n}") for n in range(5_001)], steps)
    assert len(lines(argmap.evaluate(m), "s0", 10_000)) == 5_001


def test_a_circle_of_thousands_is_told_at_once() -> None:
    size = 20_000
    steps = [Argument(f"a{n}", (Premise(f"s{(n + 1) % size}"),), f"s{n}") for n in range(size)]
    m = ArgumentMap("Ring", [argmap.Claim(f"s{n}", f"Text {n}") for n in range(size)], steps)
    teller = Teller(argmap.evaluate(m))
    words = {teller.why(s.id) for s in m.statements}
    assert words == {"undecided, because it depends on itself in a long circle"}


@given(graphs(controls=True), SEMANTICS)
def test_each_line_is_one_line(m: ArgumentMap, semantics: str) -> None:
    found = argmap.evaluate(m, semantics)
    for id in (*found.statements, *found.arguments):
        for line in lines(found, id, 3):
            assert "\n" not in line.words
            assert line.words.endswith(".")


# ---- who changes what an explanation names sees the status follow


def _granted(m: ArgumentMap, id: str, semantics: str) -> str:
    """Do what the explanations say is missing until the statement is accepted, or they name nothing that is new."""
    without: set[str] = set()
    assume: dict[str, str] = {}
    for _ in range(40):
        found = argmap.evaluate(m, semantics, without=without, assume=assume)
        v = found.statements[id]
        if v.status == "accepted":
            return "accepted"
        before = (set(without), dict(assume))
        if v.why == "not established":
            for a in v.named:
                step = found.arguments[a]
                if step.status == "undercut":
                    without |= set(step.named)
                else:
                    assume |= dict.fromkeys(step.named, "accepted")
        elif v.why in ("waiting", "circular"):
            assume |= dict.fromkeys((s for s in v.named if s != id), "accepted")
        else:
            without |= set(v.named) & set(found.arguments)
            assume |= dict.fromkeys(set(v.named) & set(found.statements), "rejected")
        if any(before[1].get(s, label) != label for s, label in assume.items()):
            return "contrary"
        if (without, assume) == before:
            return f"{v.why}"
    return "never"


@settings(max_examples=400)
@given(evaluated(), SEMANTICS)
def test_who_does_what_is_missing_gets_the_statement_accepted(m: ArgumentMap, semantics: str) -> None:
    """Undercutters that are named are broken, premises granted, objections and rivals taken away.

    What remains can name nothing: it is assumed, nobody asserts it, nothing is said for it or its steps weigh nothing,
    its standard is too high for its weight, or it depends on itself.
    """
    for s in m.statements:
        ends = _granted(m, s.id, semantics)
        if ends == "contrary":  # what is needed as a premise is a rival as well
            assert m.issues
            continue
        assert ends in ("accepted", "assumed", "open possibility", "not established", "below standard", "circular")
        if ends == "not established":
            assert all(a.strength == 0 for a in m.arguments_for(s.id))
        if ends == "below standard":
            assert {s.standard, *(i.standard for i in m.issues if s.id in i.positions)} - {None, "preponderance"}


@settings(max_examples=200)
@given(evaluated(), SEMANTICS)
def test_what_is_accepted_rests_on_the_steps_that_it_names(m: ArgumentMap, semantics: str) -> None:
    found = argmap.evaluate(m, semantics)
    for id, v in found.statements.items():
        if v.why == "supported":
            assert v.named
            assert argmap.evaluate(m, semantics, without=v.named).statements[id].status != "accepted"
        if v.why == "outweighs":
            assert v.named
            raised = argmap.evaluate(
                evolve(
                    m,
                    arguments=(
                        *m.arguments,
                        Argument("new", (), id, direction=Direction.AGAINST),
                    ),
                ),
                semantics,
            ).statements[id]
            assert raised.why in ("contested", "outweighed", "below standard")


@given(evaluated(), SEMANTICS)
def test_what_is_waited_for_is_undecided_and_circles_close(m: ArgumentMap, semantics: str) -> None:
    found = argmap.evaluate(m, semantics)
    for v in found.statements.values():
        if v.why in ("waiting", "circular"):
            assert v.named
            assert {str(found.statements[s].status) for s in v.named} == {"undecided"}
    for id, v in found.statements.items():
        if v.why == "circular":
            reached, todo = set(), list(v.named)
            while todo:
                here = todo.pop()
                if here not in reached:
                    reached.add(here)
                    todo += found.statements[here].named
            assert id in reached
