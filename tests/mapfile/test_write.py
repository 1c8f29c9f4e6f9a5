"""A map that is written to a file reads as the same map, or is refused."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import assume, given, settings
from strategies import files, graphs, made_sayable

import argmap
from argmap import Argument, ArgumentMap, Builder, Citation, Claim, Counterclaim, Evidence, Premise, Source
from argmap.mapfile.fmt import formatted
from argmap.problem import MapError


@settings(max_examples=150)
@given(files(comments=False))
def test_a_map_of_a_file(text: str) -> None:
    m = argmap.loads(text)
    assert argmap.loads(argmap.dumps(m)) == m


def test_real_maps(map_path: Path) -> None:
    m = argmap.load(map_path)
    text = argmap.dumps(m)
    assert argmap.loads(text) == m
    assert formatted(text) == text


def meaning(m: ArgumentMap) -> Any:
    """What a map says, apart from where its file writes a statement out and in what order it lists all things."""
    unnamed = [a.id for a in m.arguments if not a.named]

    def called(id: str | None) -> Any:
        if id not in unnamed:
            return id
        a = m.argument(id)
        return (a.conclusion, called(a.target), a.direction, tuple(p.statement for p in a.premises))

    def about(a: Argument) -> Any:
        premises = tuple(evolve(p, is_ref=False) for p in a.premises)
        return repr((called(a.id), evolve(a, id="", target=None, premises=premises, named=True)))

    on = {s.id: [[about(a) for a in found] for found in (m.arguments_for(s.id), m.arguments_against(s.id))]
          for s in m.statements}  # fmt: skip
    cutting = sorted((repr(called(a.id)), [about(u) for u in m.undercutters(a.id)]) for a in m.arguments)
    head = evolve(m, statements=[Claim("a", "A")], arguments=(), top=(), thesis="", issues=(), expect={}, sources=())
    statements = {s.id: evolve(s, named=True) for s in m.statements}
    return on, cutting, head, m.thesis, statements, m.issues, m.expect, m.sources


@settings(max_examples=300)
@given(graphs(controls=True))
def test_a_map_that_was_made_in_python(m: ArgumentMap) -> None:
    m = made_sayable(m)
    # What is said of a premise alone can stand where it is only referred to.
    written_out = {p.statement for a in m.arguments for p in a.premises if not p.extra} | set(m.top)
    assume(all(p.statement in written_out for a in m.arguments for p in a.premises))
    text = argmap.dumps(m)
    again = argmap.loads(text)
    named = {a.id for a in again.arguments if a.named}
    numbered = [evolve(a, named=a.id in named) for a in m.arguments]
    assert meaning(evolve(m, arguments=numbered)) == meaning(again)
    assert set(m.top) <= set(again.top)
    assert argmap.dumps(again) == text
    assert formatted(text) == text


def test_written_as_a_person_would() -> None:
    b = Builder("A four-day week", author="A. N.", thesis="week")
    b.source("trial", title="Report on the trial", date="2025")
    week = b.claim("The firm should move to a four-day week.", id="week", label="Four days")
    output = b.evidence("Output held up.", cite="trial, page 4", quote="no less than before")
    watched = b.claim("Everybody knew: output was measured.")
    step = week.because(output, warrant="What held up will hold up", strength=0.5)
    week.but("Clients expect someone on Fridays.")
    step.unless(watched)
    week.because("Rested people stay.", "Replacing them is dear.", by="the board")
    assert argmap.dumps(b.build()) == (
        "argmap: 1\ntitle: A four-day week\nauthor: A. N.\n\n"
        "sources:\n  trial:\n    title: Report on the trial\n    date: 2025\n\n"
        "claims:\n  - claim: The firm should move to a four-day week.\n    id: week\n    label: Four days\n"
        "    because:\n"
        "      - evidence: Output held up.\n        cite: trial, page 4\n        quote: no less than before\n"
        "        warrant: What held up will hold up\n        strength: 0.5\n        unless:\n"
        '          - claim: "Everybody knew: output was measured."\n'
        "      - all:\n          - Rested people stay.\n          - Replacing them is dear.\n        by: the board\n"
        "    but: Clients expect someone on Fridays.\n"
    )


def test_own_keys_under_expect_are_kept() -> None:
    text = "argmap: 1\ntitle: T\n\nclaims:\n  - claim: A\n    id: a\n\n"
    text += "expect:\n  accepted: [a]\n  x-run:\n    - [nightly]\n"
    m = argmap.loads(text)
    assert (m.expect, m.expect_extra) == ({"accepted": ("a",)}, (("x-run", [["nightly"]]),))
    assert argmap.loads(argmap.dumps(m)) == m
    assert argmap.dumps(m) == formatted(text) == text
    assert json.loads(argmap.draw(m, "json"))["expect"] == {"accepted": ["a"], "x-run": [["nightly"]]}
    with pytest.raises(MapError, match="`expect`"):
        argmap.dumps(evolve(m, expect_extra=(("run", "nightly"),)))


def one(**about: Any) -> ArgumentMap:
    return ArgumentMap("T", [Claim("a", "A", **about)])


def test_a_statement_that_is_used_twice_is_written_once() -> None:
    b = Builder("T")
    first, shared = b.claim("First"), b.claim("Shared")
    first.because(shared)
    b.claim("Second", id="second").but(shared)
    again = argmap.loads(argmap.dumps(b.build()))
    assert [p.is_ref for a in again.arguments for p in a.premises] == [False, True]
    assert again.statement("shared").named
    assert again.top == ("first", "second")


def test_a_ring_begins_where_no_tree_leads() -> None:
    b = Builder("T")
    one, other = b.claim("One"), b.claim("Other")
    one.because(other)
    other.because(one)
    again = argmap.loads(argmap.dumps(b.build()))
    assert again.thesis == "one"
    assert again.cycles() == b.build().cycles()


@pytest.mark.parametrize("id", ["it-rings", "step-1", "1", "rings-2", "null"])
def test_names_that_reading_would_not_make_are_written(id: str) -> None:
    texts = [Claim("rings", "Rings", named=False), Claim(id, "Rings", named=False)]
    m = ArgumentMap("T", texts, [Argument("step-7", (Premise(id),), "rings", named=False)])
    again = argmap.loads(argmap.dumps(m))
    assert [s.id for s in again.statements] == ["rings", id]
    assert [s.named for s in again.statements] == [False, id != "rings-2"]


def test_a_name_of_a_step_that_somebody_chose_is_written() -> None:
    m = ArgumentMap("T", [Claim("a", "A"), Claim("b", "B")], [Argument("mine", (Premise("b"),), "a", named=False)])
    assert [a.id for a in argmap.loads(argmap.dumps(m)).arguments] == ["mine"]


def test_a_text_that_is_an_id_has_its_word() -> None:
    m = ArgumentMap("T", [Claim("a", "A"), Claim("b", "a", named=False)], [Argument("s", (Premise("b"),), "a")])
    assert {s.text for s in argmap.loads(argmap.dumps(m)).statements} == {"A", "a"}


@pytest.mark.parametrize("kind", [Claim, Counterclaim, Evidence])
@pytest.mark.parametrize("direction", ["for", "against"])
def test_every_kind_on_every_side(kind: type[Claim], direction: str) -> None:
    m = ArgumentMap(
        "T",
        [Claim("a", "A", named=False), kind("b", "B", named=False)],
        [Argument("step-1", (Premise("b"),), "a", direction=direction, named=False)],
    )
    assert argmap.loads(argmap.dumps(m)) == m


@pytest.mark.parametrize(
    "text", ["\x01", "a\x00b", "a\u2028b", "\ufeffa", "a\rb", "\x85 a", "a\ufffe", " a", "\ta", "\n a"]
)
def test_texts_that_need_an_escape(text: str) -> None:
    m = one(note=text)
    assert argmap.loads(argmap.dumps(m)) == m


@pytest.mark.parametrize("number", [0, 1, 0.1, 1e-7, 5e-324, 0.1 + 0.2, True])
def test_numbers(number: float) -> None:
    assert argmap.loads(argmap.dumps(one(confidence=number))).statements[0].confidence == number


@pytest.mark.parametrize(
    ("m", "said"),
    [
        (one(note="a "), "the note of `a` ends with white space"),
        (one(label=""), "the label of `a` is empty"),
        (one(note="\ud800"), "the note of `a` has half a character"),
        (one(url=3), "the url of `a` is 3, not a text"),
        (one(extra=(("own", "a"),)), "'own' on `a` is no key of the user's own"),
        (one(extra=(("x-a", 1),)), "`x-a` on `a` holds int"),
        (one(extra=(("x-a", "a"), ("x-a", "b"))), "`x-a` stands twice on `a`"),
        (one(extra=(("x-a", [{1: "a"}]),)), "`x-a` on `a` holds dict"),
        (ArgumentMap("", [Claim("a", "A")]), "the title of the map is empty"),
        (ArgumentMap("T", []), "the map has no statement"),
        (ArgumentMap("T", [Claim("a", "A")], sources=(Source("a, b"),)), "has a key that cannot be cited"),
        (ArgumentMap("T", [Claim("a", "A")], sources=(Source("a", (("pages", "1"),)),)), "fields that a file does not"),
        (ArgumentMap("T", [Claim("a", "A")], sources=(Source("a", (("file", "../a"),)),)), "outside the map's folder"),
        (
            ArgumentMap("T", [Claim("a", "A"), Claim("b", "B")], [Argument("s", (Premise("b", role="a b"),), "a")]),
            "the role of the premise b is no name",
        ),
        (
            ArgumentMap(
                "T",
                [Claim("a", "A", citations=(Citation("k", extra=(("x-a", None),)),))],
                sources=(Source("k"),),
            ),
            "`x-a` on a citation of `a` holds NoneType",
        ),
    ],
)
def test_what_no_file_can_hold_is_refused(m: ArgumentMap, said: str) -> None:
    with pytest.raises(MapError, match="error: ") as raised:
        argmap.dumps(m)
    assert said in str(raised.value)


def test_a_branch_that_is_too_deep_is_refused() -> None:
    ids = [f"s{n}" for n in range(3000)]
    steps = [Argument(f"a{n}", (Premise(b),), a) for n, (a, b) in enumerate(pairwise(ids))]
    m = ArgumentMap("T", [Claim(id, id.upper()) for id in ids], steps)
    with pytest.raises(MapError, match="too-deep"):
        argmap.dumps(m)
    flat = evolve(m, top=tuple(ids))
    assert len(argmap.loads(argmap.dumps(flat)).statements) == 3000


def test_dump_writes_a_file_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "map.argmap.yaml"
    argmap.dump(one(note="é"), path)
    assert argmap.load(path) == one(note="é")
    with pytest.raises(MapError):
        argmap.dump(one(note="a "), path)
    with pytest.raises(OSError, match="Is a directory"):
        argmap.dump(one(), tmp_path)
    assert argmap.load(path) == one(note="é")
    assert [p.name for p in tmp_path.iterdir()] == ["map.argmap.yaml"]
