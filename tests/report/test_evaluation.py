"""The report of an evaluation: as it was last read aloud, and fit to be printed whatever a map holds.

After a change that is meant, `ARGMAP_UPDATE=1 python -m pytest tests/report/test_evaluation.py` writes the golden files
anew: read the difference before it is committed.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from attrs import evolve
from conftest import MAPS, ROOT
from hypothesis import given
from hypothesis import strategies as st
from signs import signs
from strategies import evaluated, graphs
from toy_semantics import TOY

import argmap
from argmap import evaluate as evaluation_module
from argmap.evaluate.summary import summary
from argmap.model import ArgumentMap, Claim
from argmap.report.evaluation_json import to_json
from argmap.report.evaluation_text import explanations, to_text

GOLDEN = Path(__file__).parent / "golden" / "evaluation"
ARTICLE = ROOT / "maps" / "us-russia-after-9-11.argmap.yaml"
WITHOUT_REASONS = ("quadratic-energy", "grounded")
SEMANTICS = st.sampled_from(("standing", "carneades"))


@pytest.mark.parametrize("form", ["txt", "json"])
def test_reads_as_before(map_path: Path, form: str) -> None:
    told = summary(argmap.evaluate(argmap.load(map_path)))
    made = to_text(told) if form == "txt" else to_json(told)
    golden = GOLDEN / f"{map_path.name.removesuffix('.argmap.yaml')}.{form}"
    if os.environ.get("ARGMAP_UPDATE"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("semantics", WITHOUT_REASONS)
def test_reads_as_before_without_reasons(semantics: str) -> None:
    found = argmap.evaluate(argmap.load(ARTICLE), semantics)
    made = to_text(summary(found)) + "\n" + explanations(found, ["no-wider-bond", "step-67"], 1)
    golden = GOLDEN / f"article-{semantics}.txt"
    if os.environ.get("ARGMAP_UPDATE"):
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    names = {p.name.removesuffix(".argmap.yaml") for p in MAPS}
    due = {f"{name}.{form}" for name in names for form in ("txt", "json")}
    assert {p.name for p in GOLDEN.iterdir()} == due | {f"article-{semantics}.txt" for semantics in WITHOUT_REASONS}


@pytest.mark.parametrize("semantics", argmap.evaluate.SEMANTICS)
def test_every_semantics_tells_every_map(map_path: Path, semantics: str) -> None:
    m = argmap.load(map_path)
    found = argmap.evaluate(m, semantics)
    told = summary(found)
    text = to_text(told) + explanations(found, [*found.statements, *found.arguments], 1)
    assert not re.search(r"unknown|None|no strength|[:,;] ?\.\n|since (is|are)\b|: :", text), text
    (head,) = [block for block in text.split("\n\n") if block.startswith("The thesis ")]
    assert re.search("”: (accepted|rejected|undecided)", head)
    data = json.loads(to_json(told))
    assert data["converged"] is True
    for id, verdict in data["statements"].items():
        assert list(verdict) == ["status", "strength", "why"]
        assert verdict["status"] in ("accepted", "rejected", "undecided"), id
        assert verdict["strength"] is None or 0 <= verdict["strength"] <= 1
    for verdict in data["arguments"].values():
        assert list(verdict) == ["status", "strength", "why"]
    assert [s.id for s in m.statements] == list(data["statements"])
    assert [a.id for a in m.arguments] == list(data["arguments"])


def report(m: ArgumentMap, semantics: str = "standing", whole_table: bool = False, **supposed: object) -> str:
    titled = evolve(m, statements=[evolve(s, label=s.label or s.id) for s in m.statements])
    return to_text(summary(argmap.evaluate(titled, semantics, **supposed)), whole_table)  # type: ignore[arg-type]


def section(text: str, head: str) -> list[str]:
    """The items below a heading."""
    (block,) = [block for block in text.split("\n\n") if block.startswith(head)]
    items: list[str] = []
    for line in block.rstrip().split("\n")[1:]:
        if line.startswith("    "):
            items[-1] += f" {line.strip()}"
        else:
            items.append(line.strip())
    return items


def test_what_carries_the_thesis() -> None:
    assert section(report(signs("r⇒C; s⇒C")), "What carries") == [
        "- No single one: of the 2 statements and 2 steps that it depends on, it outlives each.",
        "- No single leaf carries it, but these two together do; without them: “r” and “s”: rejected.",
    ]
    assert section(report(signs("a⇒C; b⇒C; c⇒C; d⇒C")), "What carries")[1:] == [
        "- No three leaves together change its status by falling."
    ]
    assert section(report(signs("r⇒C ⟂ u; q⇒r", evidence="u")), "What carries") == [
        "- Without “u” (u) the thesis is accepted.",
    ]
    assert section(report(signs("", bare="C")), "What carries") == ["- It depends on nothing in the map."]
    hidden = signs("r,s⇒C")
    hidden = evolve(hidden, statements=[evolve(s, implicit=s.id == "s") for s in hidden.statements])
    assert section(report(hidden), "What carries")[-1] == (
        "- Implicit, and so said by nobody, is among what it depends on: “s”."
    )


def test_a_step_without_which_it_stands_though_it_would_not_without_its_premise() -> None:
    text = report(signs("p⇒C; p⊣C"))
    assert section(text, "What carries")[0] == "- Without the step from “p” (a1) the thesis is accepted."


def test_objections_that_stand() -> None:
    m = signs("r⇒C ⟂ u; o⊣C ⟂ v; p⊣C; l⊣p; q⇒r; 0.4 t⊣r", evidence="u")
    assert section(report(m), "Objections") == [
        "- “u”, against the step from “r” to “C”: nobody answers it.",
        "- “o”, against “C”, which is rejected: only a mere possibility answers it.",
        "- “t” (0.4), against “r”, which is accepted: nobody answers it.",
    ]
    other_side = signs("r⇒C; o⊣C; l⊣o; k⇒o ⟂ n", evidence="n")
    assert "Objections" not in report(other_side)


def test_possibilities_ties_and_expectations() -> None:
    text = report(signs("r⇒C ⟂ u; s⇒C; t⇒E ⟂ w", "C D", bare="", expect={"accepted": ("C",), "rejected": ("r",)}))
    assert section(text, "Open possibilities") == [
        "- “u”: if it were so, the thesis would still be accepted.",
        "- “w”: it would make no difference to the thesis.",
    ]
    assert section(text, "Expectations") == [
        "- Met: “C” is accepted.",
        "- Not met: “r” is expected to be rejected; it is accepted as given, since nothing speaks against it.",
    ]
    assert section(report(signs("r⇒C ⟂ u")), "Open possibilities") == [
        "- “u”: if it were so, the thesis would be rejected."
    ]
    tied = report(signs("r⇒C; s⇒D; r⇒E; o⊣E", "C D"))
    assert "The thesis is left undecided." in tied
    assert section(tied, "Ties") == [
        "- “C” and “D” are tied at 1. A `strength` on their steps, or an objection to one of them, would settle it.",
        "- “E” falls because as much (1) speaks against it as for it. An answer to the objection, or a `strength` on "
        "both sides, would settle it.",
    ]
    m = signs("r⇒C ⟂ u")
    assert "Open possibilities" not in report(m, assume={"u": "accepted"})
    assert "Expectations, which are of the semantics standing" in report(
        signs("r⇒C", expect={"accepted": ("C",)}), "carneades"
    )


def test_what_is_supposed() -> None:
    m = signs("r⇒C; s⇒C; o⊣C; l⊣o", expect={"accepted": ("C",)})
    text = report(m, without=["l", "a0"], assume={"s": "accepted"})
    assert "Supposed: “l” left out, the step from “r” left out, “s” accepted." in text
    assert "The thesis does not stand. In the map as it is written: accepted." in text
    assert "Expectations" not in text
    assert "The thesis stands. As in the map as it is written." in report(m, without=["s"])


def test_the_whole_table() -> None:
    text = report(signs("r⇒C; o⊣C; l⊣o"), whole_table=True)
    (block,) = [block for block in text.split("\n\n") if block.startswith("The thesis without each")]
    assert block.rstrip().split("\n")[1:] == [
        "  * rejected        r  “r”",
        "    accepted        o  “o”",
        "  * rejected        l  “l”",
        "  * rejected        a0  the step from “r” to “C”",
        "    accepted        a1  the step from “o” to “C” (against it)",
        "  * rejected        a2  the step from “l” to “o” (against it)",
    ]


def test_many_things_are_cut_short() -> None:
    m = signs("; ".join(f"o{n}⊣C" for n in range(30)))
    assert section(report(m), "Objections")[-1] == "… and 20 more"


def test_what_takes_long_is_told_when_it_is_asked_for() -> None:
    size = 800
    steps = [
        argmap.Argument(f"a{n}", (argmap.Premise(f"s{(n + 1) % size}"),), f"s{n}", direction="for") for n in range(size)
    ]
    ring = ArgumentMap("A ring", [Claim(f"s{n}", f"Text {n}") for n in range(size)], steps, top=("s0",))
    found = argmap.evaluate(ring)
    assert "The map is large, or hard to search; --what-if looks for this." in to_text(summary(found))
    assert json.loads(to_json(summary(found)))["load_bearing"] is None
    told = summary(found, thorough=True).carriers
    assert told is not None
    assert len(told.bearing) == 2 * size - 1


def test_a_semantics_that_gives_strengths_and_no_reasons(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(evaluation_module.SEMANTICS, *TOY)
    m = signs("r⇒C; 0.5 o⊣C", "C D", confidence={"r": 0.8})
    text = report(m, "toy", whole_table=True)
    assert "The thesis has the strength 0.775.\n" in text
    assert section(text, "Which of these?") == [
        "- “C”: 0.775, as told above.",
        "- “D”: the strength 0.5, and nothing bears on it.",
    ]
    assert section(text, "Objections") == ["- “o” (0.25), against “C”: nobody answers it."]
    assert section(text, "What carries") == [
        "- Without “r” (r) the thesis is 0.375 (-0.400).",
        "- Without “o” (o) the thesis is 0.9 (+0.125).",
    ]
    found = argmap.evaluate(m, "toy")
    data = json.loads(to_json(summary(found)))
    assert data["statements"]["C"] == {"status": None, "strength": pytest.approx(0.775), "why": None}
    assert data["load_bearing"][0] == {"without": ["r"], "status": None, "strength": 0.375}
    why = "the strength 0.775: for it the step from “Text of r” (0.8), against it the step from “Text of o” (0.25)"
    alone = "and nothing bears on it"
    assert " ".join(explanations(found, ["C", "a0"], 1).split()) == (
        f"“Text of C”: {why}. - “Text of r”: the strength 0.8, {alone}. - “Text of o”: the strength 0.5, {alone}. "
        "The step from “Text of r” to “Text of C” has the strength 0.8. "
        f"- “Text of r”: the strength 0.8, {alone}. - “Text of C”: {why}."
    )


def test_json_has_the_keys_that_it_promises() -> None:
    m = signs("r⇒C; s⇒C; ", "C D")
    data = json.loads(to_json(summary(argmap.evaluate(m)), whole_table=True, explained=["C"], depth=1))
    assert list(data)[:3] == ["semantics", "parameters", "converged"]
    assert {"statements", "arguments", "issues", "unanswered", "load_bearing"} <= set(data)
    without = [["r"], ["s"], ["D"], ["a0"], ["a1"], ["r", "s"]]
    assert [entry["without"] for entry in data["load_bearing"]] == without
    assert [entry["status"] for entry in data["load_bearing"]] == ["accepted"] * 5 + ["rejected"]
    assert data["explanations"]["C"][0]["depth"] == 0


def test_the_reference_names_every_key() -> None:
    page = (ROOT / "docs" / "reference" / "semantics.md").read_text(encoding="utf-8").partition("## The JSON")[2]
    data = json.loads(to_json(summary(argmap.evaluate(signs("r⇒C; o⊣C"))), explained=["C"]))
    for key in (*data, *data["unanswered"][0], *data["load_bearing"][0], *data["statements"]["C"]["why"]):
        assert f"`{key}`" in page, key


@given(graphs(controls=True), st.sampled_from(("standing", "carneades", "euler", "grounded", "preferred", "stable")))
def test_any_map_is_told_line_by_line(m: ArgumentMap, semantics: str) -> None:
    found = argmap.evaluate(m, semantics)
    told = summary(found)
    text = to_text(told, whole_table=True) + explanations(found, [*found.statements, *found.arguments], 2)
    for letter in text.replace("\n", ""):
        assert letter == " " or letter.isprintable() or ord(letter) > 0x9F
    assert "\u202e" not in text
    assert json.loads(to_json(told, True, [m.thesis], 2))["thesis"] == m.thesis


@given(evaluated(), SEMANTICS)
def test_lines_keep_to_the_width(m: ArgumentMap, semantics: str) -> None:
    titled = evolve(m, statements=[evolve(s, text="some words that go on " * 20) for s in m.statements])
    text = to_text(summary(argmap.evaluate(titled, semantics)), whole_table=True)
    assert max(len(line) for line in text.splitlines()) <= 100
