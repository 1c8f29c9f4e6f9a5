"""Maps that are put together step by step in Python."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

import pytest

import argmap
from argmap.build import Builder, StatementHandle
from argmap.model import (
    Argument,
    ArgumentMap,
    Citation,
    Claim,
    Counterclaim,
    Direction,
    Evidence,
    Issue,
    Premise,
    Source,
    Speaker,
)
from argmap.problem import MapError


def premises(*names: str) -> tuple[Premise, ...]:
    return tuple(map(Premise, names))


def test_builder_makes_what_constructors_make() -> None:
    b = Builder("A four-day week", question="Should the firm change?", language="en")
    b.source("trial", title="Report on the trial", date="2022")
    b.speaker("Sales", "who talk to clients", reliability="C")
    thesis = b.claim("The firm should move to a four-day week", id="four-days", label="Four days")
    step = thesis.because(b.evidence("Output held up in every trial", cite="trial, p. 4"), strength=0.8)
    step.unless("The trials were too short").unless(b.claim("They ran for three years", id="long-trials"))
    thesis.because("Fewer people quit", "Hiring is dear", id="quitting", warrant="Staying saves money")
    thesis.but(b.counterclaim("Clients expect someone on Fridays", by="Sales"))
    rival = b.counterclaim("The firm should keep five days", id="five-days")
    b.issue(thesis, "five-days", question="How many days?", standard="preponderance")

    assert rival.id == "five-days"
    assert b.build() == ArgumentMap(
        title="A four-day week",
        question="Should the firm change?",
        language="en",
        sources=(Source("trial", (("title", "Report on the trial"), ("date", "2022"))),),
        speakers=(Speaker("Sales", "who talk to clients", "C"),),
        statements=(
            Claim("four-days", "The firm should move to a four-day week", label="Four days"),
            Evidence(
                "output-held-up-in-every-trial",
                "Output held up in every trial",
                citations=(Citation("trial", "p. 4"),),
                named=False,
            ),
            Counterclaim("the-trials-were-too-short", "The trials were too short", named=False),
            Claim("long-trials", "They ran for three years"),
            Claim("fewer-people-quit", "Fewer people quit", named=False),
            Claim("hiring-is-dear", "Hiring is dear", named=False),
            Counterclaim(
                "clients-expect-someone-on-fridays", "Clients expect someone on Fridays", by="Sales", named=False
            ),
            Counterclaim("five-days", "The firm should keep five days"),
        ),
        arguments=(
            Argument("step-1", premises("output-held-up-in-every-trial"), "four-days", strength=0.8, named=False),
            Argument(
                "step-2",
                premises("the-trials-were-too-short"),
                target="step-1",
                direction=Direction.UNDERCUTS,
                named=False,
            ),
            Argument("step-3", premises("long-trials"), target="step-2", direction=Direction.UNDERCUTS, named=False),
            Argument(
                "quitting", premises("fewer-people-quit", "hiring-is-dear"), "four-days", warrant="Staying saves money"
            ),
            Argument(
                "step-5",
                premises("clients-expect-someone-on-fridays"),
                "four-days",
                direction=Direction.AGAINST,
                named=False,
            ),
        ),
        thesis="four-days",
        issues=(Issue(("four-days", "five-days"), "How many days?", "preponderance"),),
    )


def test_builder_makes_what_a_file_says() -> None:
    written = argmap.loads(
        dedent("""
        argmap: 1
        title: Cats
        sources:
          vet:
            title: On cats
        claims:
          - claim: Cats sleep
            id: sleep
            because:
              - claim: Cats sleep
                by: Ann
                cite: vet, p. 1; vet, p. 2
              - all:
                  - Night comes
                  - It is dark
                cite: vet
                unless: A lamp is lit
        """).lstrip("\n")
    )
    b = Builder("Cats")
    b.source("vet", title="On cats")
    sleep = b.claim("Cats sleep", id="sleep")
    sleep.because(b.claim("Cats sleep", by="Ann", cite="vet, p. 1; vet, p. 2"))
    sleep.because("Night comes", "It is dark", cite="vet").unless(b.counterclaim("A lamp is lit"))
    assert b.build() == written


def test_statement_may_be_used_in_many_places() -> None:
    b = Builder("Twice")
    one, two = b.claim("One"), b.claim("Two")
    shared = b.claim("Shared")
    one.because(shared)
    two.but(shared)
    m = b.build()
    assert [a.conclusion for a in m.arguments_from(shared.id)] == ["one", "two"]
    assert m.top == ("one", "two")


def test_thesis_is_the_first_statement_unless_another_is_named() -> None:
    def build(**about: Any) -> ArgumentMap:
        b = Builder("Thesis", **about)
        b.claim("Below", id="below")
        b.claim("Above", id="above").because(StatementHandle(b, "below"))
        return b.build()

    assert build().thesis == "below"
    assert build(thesis="above").thesis == "above"
    with pytest.raises(MapError, match="the thesis names nobody"):
        build(thesis="nobody")


def test_thesis_that_is_a_reason_elsewhere_stays_the_thesis() -> None:
    b = Builder("Reason")
    thesis = b.claim("Thesis")
    b.claim("Wider").because(thesis)
    m = b.build()
    assert (m.thesis, m.top, m.roots) == ("thesis", ("wider",), ("thesis", "wider"))


def test_argument_without_premises() -> None:
    b = Builder("Empty")
    step = b.claim("Plain").because(label="Obvious")
    assert b.build().argument(step.id).premises == ()


@pytest.mark.parametrize(
    ("cite", "expected"),
    [
        ("smith", (Citation("smith"),)),
        ("smith, p. 7, line 2", (Citation("smith", "p. 7, line 2"),)),
        (" smith ,p. 7 ", (Citation("smith", "p. 7"),)),
        ("smith, p. 7; jones", (Citation("smith", "p. 7"), Citation("jones"))),
        (Citation("smith", quote="Just so"), (Citation("smith", quote="Just so"),)),
        (["smith, p. 1", Citation("jones", "p. 2")], (Citation("smith", "p. 1"), Citation("jones", "p. 2"))),
        ((), ()),
    ],
)
def test_forms_of_cite(cite: Any, expected: tuple[Citation, ...]) -> None:
    b = Builder("Cited")
    b.source("smith")
    b.source("jones")
    statement = b.claim("Cited", cite=cite)
    step = statement.because("A reason", cite=cite)
    m = b.build()
    assert m.statement(statement.id).citations == expected
    assert m.argument(step.id).citations == expected


def test_citations_may_be_given_as_in_the_constructor() -> None:
    b = Builder("Cited")
    b.source("k")
    statement = b.claim("Cited", citations=(Citation("k", "p. 1"),), cite="k, p. 2")
    assert b.build().statement(statement.id).citations == (Citation("k", "p. 1"), Citation("k", "p. 2"))


def test_unknown_source_is_told() -> None:
    b = Builder("Cited")
    b.claim("Cited", cite="nowhere, p. 7")
    with pytest.raises(MapError, match="cited cites nowhere, which is no source"):
        b.build()


def test_unknown_position_is_told() -> None:
    b = Builder("Issue")
    b.issue(b.claim("Here"), "there")
    with pytest.raises(MapError, match="an issue names there, which is no statement"):
        b.build()


def test_id_written_twice_is_told() -> None:
    b = Builder("Twice")
    b.claim("One", id="same")
    b.claim("Two", id="same")
    with pytest.raises(MapError) as caught:
        b.build()
    assert [(p.message, p.hint) for p in caught.value.problems] == [("the id same is given twice", None)]


def test_all_reasons_are_told_at_once() -> None:
    b = Builder("Wrong", given="everything")
    b.claim("", confidence=3).because(b.evidence("E", cite="nowhere"), strength=-1)
    with pytest.raises(MapError) as caught:
        b.build()
    codes = [p.code for p in caught.value.problems]
    assert codes == ["unknown-source", "empty-text", "bad-number", "bad-number", "bad-choice"]


def test_statement_as_its_own_reason_is_told() -> None:
    b = Builder("Own")
    one = b.claim("One")
    one.because(one)
    with pytest.raises(MapError, match="one is its own premise in step-1"):
        b.build()


def test_names_that_are_made_avoid_what_was_written_before() -> None:
    b = Builder("Names")
    b.claim("Something", id="cats")
    b.claim("Anything", id="step-1")
    made = [b.claim("Cats").id, b.claim("Cats").id, b.claim("Step 1").id]
    assert made == ["cats-2", "cats-3", "step-1-2"]
    assert b.claim("The end").because("Step 2").id not in made
    names = [thing.id for thing in (*b.build().statements, *b.build().arguments)]
    assert len(set(names)) == len(names) == 8


def test_written_id_that_was_made_up_before_is_told_with_the_text() -> None:
    b = Builder("Names")
    b.claim("Cats").because("Dogs", id="why")
    b.claim("Something else", id="cats")
    with pytest.raises(MapError) as caught:
        b.build()
    assert str(caught.value) == (
        "error: duplicate-id: the id cats is given twice "
        "(it was made up for the text “Cats”; give that one an id of its own)"
    )


def test_empty_id_is_no_id() -> None:
    b = Builder("Empty")
    b.claim("One", id="")
    with pytest.raises(MapError, match="empty id"):
        b.build()


def test_statement_of_another_builder_is_refused() -> None:
    theirs = Builder("Theirs").claim("One")
    ours = Builder("Ours")
    one = ours.claim("One")
    for use in (one.because, one.but, one.because("Two").unless, ours.issue):
        with pytest.raises(ValueError, match="one is a statement of another builder"):
            use(theirs)


def test_unknown_keyword_is_refused() -> None:
    b = Builder("Keywords")
    with pytest.raises(TypeError, match="colour"):
        b.claim("One", colour="red")
    with pytest.raises(TypeError, match="colour"):
        b.claim("Two").because("Three", colour="red")


def test_one_builder_may_build_often() -> None:
    b = Builder("Often")
    one = b.claim("One")
    before = b.build()
    one.because("Two")
    assert (len(before.statements), len(b.build().statements)) == (1, 2)
    assert b.build() == b.build()


def test_a_text_takes_the_side_of_its_place_as_in_a_file() -> None:
    b = Builder("T")
    thesis = b.claim("A", id="a")
    thesis.because("For").unless("Cut")
    thesis.but("Against")
    read = argmap.loads("argmap: 1\ntitle: T\nclaims:\n  - claim: A\n    id: a\n    because:\n"
                        "      - {claim: For, unless: Cut}\n    but: Against\n")  # fmt: skip
    assert {s.text: s.kind for s in b.build().statements} == {s.text: s.kind for s in read.statements}


def test_a_quote_belongs_to_the_one_citation_beside_it() -> None:
    b = Builder("T")
    b.source("s", title="S")
    b.claim("A", cite="s, p. 1", quote="so it is")
    assert b.build().statements[0].citations == (Citation("s", "p. 1", "so it is"),)
    for cite in ((), "s, p. 1; s, p. 2", Citation("s", quote="taken")):
        with pytest.raises(ValueError, match="exactly one citation"):
            b.claim("B", cite=cite, quote="so")


def test_a_premise_that_is_none_is_told() -> None:
    b = Builder("T")
    with pytest.raises(TypeError, match="a premise is a statement of this builder or a text, not 1"):
        b.claim("A").because(1)  # type: ignore[arg-type]
    assert repr(b.claim("B")) == "<statement b>"
    assert repr(b.claim("C").because("D")) == "<step step-1>"
