"""What a map answers about itself, how maps compare, and how they travel."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from strategies import graphs, shapes

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
    Statement,
)
from argmap.problem import MapError, Span

PLACE = Span(3, 5, 3, 20)


def because(id: str, conclusion: str, *premises: str, **about: Any) -> Argument:
    return Argument(id, tuple(map(Premise, premises)), conclusion, **about)


def unless(id: str, target: str, *premises: str, **about: Any) -> Argument:
    return Argument(id, tuple(map(Premise, premises)), target=target, direction=Direction.UNDERCUTS, **about)


# Asking


@given(shapes())
def test_arguments_are_found_from_all_their_ends(m: ArgumentMap) -> None:
    for s in m.statements:
        bearing = [a for a in m.arguments if a.conclusion == s.id]
        assert list(m.arguments_on(s.id)) == bearing
        assert list(m.arguments_for(s.id)) == [a for a in bearing if a.direction == "for"]
        assert list(m.arguments_against(s.id)) == [a for a in bearing if a.direction == "against"]
        assert list(m.arguments_from(s.id)) == [a for a in m.arguments if s.id in [p.statement for p in a.premises]]
        assert m.statement(s.id) is s
    for a in m.arguments:
        assert list(m.undercutters(a.id)) == [u for u in m.arguments if u.target == a.id]
        assert m.argument(a.id) is a


def test_argument_that_uses_a_statement_twice_is_told_once() -> None:
    step = because("step", "a", "b", "b")
    m = ArgumentMap("Twice", [Claim("a", "A"), Claim("b", "B")], [step])
    assert m.arguments_from("b") == (step,)


def test_names_that_nothing_bears() -> None:
    m = ArgumentMap(
        "Two names", [Claim("a", "A"), Claim("b", "B")], [because("step", "a", "b")], sources=(Source("k"),)
    )
    assert m.source("k") == Source("k")
    for ask, name in ((m.statement, "step"), (m.argument, "a"), (m.source, "a"), (m.side, "step"), (m.sides, "c")):
        with pytest.raises(KeyError, match=name):
            ask(name)


def test_rivals_are_the_other_positions_of_the_issue() -> None:
    m = ArgumentMap(
        "Rivals", [Claim(i, i.upper()) for i in "abcdef"], issues=(Issue(("a", "b", "c")), Issue(("d", "e")))
    )
    assert m.rivals("b") == ("a", "c")
    assert m.rivals("d") == ("e",)
    assert m.rivals("f") == ()


def test_titles_fall_back_to_what_is_always_there() -> None:
    assert Claim("a", "The text", label="The label").title == "The label"
    assert Claim("a", "The text").title == "The text"
    source = Source("smith", (("title", "On maps"), ("date", "2001")))
    assert (source.title, source.get("date"), source.get("url")) == ("On maps", "2001", None)
    assert Source("smith").title == "smith"


@pytest.mark.parametrize(
    ("premise", "others", "expected"),
    [
        (Claim("u", "Perhaps"), (), True),
        (Counterclaim("u", "Perhaps", confidence=0.9, note="A note"), (), True),
        (Evidence("u", "Seen"), (), False),
        (Claim("u", "Said", by="Smith"), (), False),
        (Claim("u", "Cited", citations=(Citation("k"),)), (), False),
        (Claim("u", "Settled", assume="rejected"), (), False),
        (Claim("u", "Argued for"), (because("more", "u", "c"),), False),
        (Claim("u", "Argued against"), (because("more", "u", "c", direction=Direction.AGAINST),), True),
        (Claim("u", "Used elsewhere"), (because("more", "c", "u"),), False),
    ],
    ids=lambda value: value.text if isinstance(value, Statement) else None,
)
def test_bare_unless_is_a_possibility_until_somebody_asserts_it(
    premise: Statement, others: tuple[Argument, ...], expected: bool
) -> None:
    cut = unless("cut", "step", "u")
    m = ArgumentMap(
        "Unless",
        (Claim("a", "A"), Claim("b", "B"), Claim("c", "C"), premise),
        (because("step", "a", "b"), cut, *others),
        sources=(Source("k"),),
    )
    assert m.is_possibility(cut) is expected
    assert not m.is_possibility(m.argument("step"))


def test_unless_that_stands_at_the_top_or_in_an_issue_or_in_a_group_is_asserted() -> None:
    parts: dict[str, Any] = {
        "title": "Unless",
        "statements": tuple(Claim(i, i.upper()) for i in "abuv"),
        "arguments": (because("step", "a", "b"), unless("cut", "step", "u"), unless("all", "step", "v", "b")),
    }
    plain = ArgumentMap(**parts)
    assert plain.is_possibility(plain.argument("cut"))
    assert not plain.is_possibility(plain.argument("all"))
    for more in ({"top": ("a", "u")}, {"issues": (Issue(("u", "v")),)}):
        asserted = ArgumentMap(**parts, **more)
        assert not asserted.is_possibility(asserted.argument("cut"))


# Making


def test_top_and_thesis_are_found_when_not_given() -> None:
    m = ArgumentMap("Found", [Claim("b", "B"), Claim("a", "A"), Claim("c", "C")], [because("step", "a", "b")])
    assert (m.top, m.thesis) == (("a", "c"), "a")


def test_thesis_is_the_first_of_a_top_that_is_given() -> None:
    m = ArgumentMap("Given", [Claim("a", "A"), Claim("b", "B")], top=("b", "a"))
    assert (m.top, m.thesis) == (("b", "a"), "b")


def test_thesis_of_a_ring_is_its_first_statement() -> None:
    steps = [because("1", "a", "b"), because("2", "b", "a")]
    m = ArgumentMap("Ring", [Claim("a", "A"), Claim("b", "B")], steps)
    assert (m.top, m.thesis, m.roots) == ((), "a", ("a",))


def test_map_without_statements_answers_with_nothing() -> None:
    m = ArgumentMap("Nothing yet", ())
    assert (m.thesis, m.roots, m.reading_order(), m.cycles()) == ("", (), (), ())


def test_parts_may_come_from_generators() -> None:
    m = ArgumentMap("Made", (Claim(i, i.upper()) for i in "ab"), (because("step", "a", i) for i in "b"))
    assert m == ArgumentMap("Made", (Claim("a", "A"), Claim("b", "B")), (because("step", "a", "b"),))


def test_direction_may_be_given_as_its_word() -> None:
    step = Argument("step", (Premise("b"),), "a", direction="against")
    assert step.direction is Direction.AGAINST
    m = ArgumentMap("Words", [Claim("a", "A"), Claim("b", "B")], [step])
    assert m.arguments_against("a") == (step,)
    assert m.arguments_for("a") == ()
    with pytest.raises(ValueError, match="sideways"):
        Argument("step", (), "a", direction="sideways")


@pytest.mark.parametrize(
    "thing", [Claim("a", "A"), Premise("a"), because("s", "a"), Citation("k"), Source("k"), Issue(("a", "b"))]
)
def test_parts_do_not_change(thing: Any) -> None:
    name = attrs.fields(type(thing))[0].name
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(thing, name, "other")
    with pytest.raises((AttributeError, TypeError)):
        thing.anything = 1


def test_map_does_not_change() -> None:
    m = ArgumentMap("Fixed", [Claim("a", "A")])
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        m.thesis = "b"


def test_changed_copy_is_examined_however_the_map_was_made() -> None:
    parts: dict[str, Any] = {"title": "T", "statements": [Claim("a", "A"), Claim("b", "B")]}
    for m in (ArgumentMap(**parts), ArgumentMap(**parts, is_sound=True)):
        assert attrs.evolve(m, thesis="b").roots == ("b", "a")
        with pytest.raises(MapError, match="the thesis names nobody"):
            attrs.evolve(m, thesis="nobody")


def test_changed_copy_answers_for_itself() -> None:
    m = ArgumentMap("T", [Claim("a", "A"), Claim("b", "B"), Claim("c", "C")], [because("step", "a", "b")])
    assert m.roots == ("a", "c")
    more = attrs.evolve(m, arguments=(*m.arguments, because("other", "b", "c")))
    assert (more.roots, m.roots) == (("a",), ("a", "c"))
    assert (more.descendants("a"), m.descendants("a")) == ({"b": 1, "c": 2}, {"b": 1})


def test_claims_take_the_side_of_their_places_when_asked() -> None:
    told: dict[str, Any] = {"label": "L", "by": "Ann", "tags": ("t",), "confidence": 0.2, "named": False, "span": PLACE}
    bare = [Claim("against", "B", **told), Claim("both", "C"), Claim("reason", "D")]
    steps = [
        because("1", "thesis", "against", "both", direction=Direction.AGAINST),
        because("2", "thesis", "both", "reason"),
        because("3", "thesis", "other", direction=Direction.AGAINST),
    ]
    m = ArgumentMap("Bare", [Claim("thesis", "A"), *bare, Claim("other", "E")], steps)
    turned = m.siding(s.id for s in (m.statement("thesis"), *bare))
    assert turned.statements == (m.statement("thesis"), Counterclaim("against", "B", **told), *m.statements[2:])
    assert turned.statement("against").span == PLACE
    assert turned.siding(["against", "reason"]) == turned


# Comparing


def located(thing: Any) -> Any:
    """The same with a place in a file for each of its parts."""
    if not attrs.has(type(thing)):
        return tuple(map(located, thing)) if isinstance(thing, tuple) else thing
    parts = {f.name: located(getattr(thing, f.name)) for f in attrs.fields(type(thing)) if f.init}
    return type(thing)(**{**parts, **({"span": PLACE} if "span" in parts else {"file": "a.yaml"})})


@settings(max_examples=50)
@given(graphs())
def test_places_and_file_do_not_count(m: ArgumentMap) -> None:
    same = located(m)
    assert same.file == "a.yaml"
    assert {s.span for s in same.statements} == {PLACE}
    assert same == m


def test_parts_that_say_something_else_differ() -> None:
    assert Claim("a", "A") != Counterclaim("a", "A") != Evidence("a", "A")
    assert Claim("a", "A") != Claim("a", "B")
    assert because("s", "a", "b", "c") != because("s", "a", "c", "b")
    assert Premise("a") != Premise("a", is_ref=True)
    one = ArgumentMap("T", [Claim("a", "A"), Claim("b", "B")])
    assert one != ArgumentMap("T", [Claim("b", "B"), Claim("a", "A")], top=("a", "b"))
    assert one != attrs.evolve(one, expect={"accepted": ("a",)})


@settings(max_examples=50)
@given(graphs())
def test_equal_maps_have_one_hash_unless_they_hold_lists_or_mappings(m: ArgumentMap) -> None:
    things = (m, *m.statements, *m.arguments, *m.sources, *m.speakers, *m.issues)
    extras = [m.expect_extra, *(t.extra for t in things), *(p.extra for a in m.arguments for p in a.premises)]
    extras += [c.extra for t in (*m.statements, *m.arguments) for c in t.citations]
    if all(isinstance(value, str) for extra in extras for _, value in extra):
        assert hash(located(m)) == hash(m)
    else:
        with pytest.raises(TypeError, match="unhashable type"):
            hash(m)


# Travelling


@settings(max_examples=50)
@given(graphs(controls=True))
def test_pickle_gives_the_map_back(m: ArgumentMap) -> None:
    roots, sides = m.roots, {s.id: m.sides(s.id) for s in m.statements}
    back = pickle.loads(pickle.dumps(m))
    assert back == m
    assert back.file == m.file
    assert (back.roots, {s.id: back.sides(s.id) for s in back.statements}) == (roots, sides)


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda m: pickle.loads(pickle.dumps(m))])
def test_copies_keep_places_and_stay_frozen(again: Any) -> None:
    m = ArgumentMap("T", [Claim("a", "A", span=PLACE)], file="a.yaml")
    same = again(m)
    assert same == m
    assert (same.file, same.statement("a").span) == ("a.yaml", PLACE)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        same.title = "Other"


def test_repr_of_a_part_makes_it_again() -> None:
    for thing in (Claim("a", "A", by="B"), Premise("a", "warrant"), Citation("k", "p. 1"), Issue(("a", "b"))):
        assert eval(repr(thing)) == thing


def test_a_speaker_is_found_by_the_words_of_by() -> None:
    speaker = Speaker("Ida Holm", "an engineer", "B")
    m = ArgumentMap("T", [Claim("a", "A", by="Ida\n Holm")], speakers=(speaker,))
    assert m.speaker(m.statements[0].by) == m.speaker("Ida Holm") == speaker
    assert m.speaker("ida holm") is m.speaker("") is m.speaker(None) is None


@pytest.mark.parametrize(
    ("speakers", "codes"),
    [
        ([Speaker(" ")], ["bad-name"]),
        ([Speaker("Ida  Holm")], ["bad-name"]),
        ([Speaker("Ida"), Speaker("Ida")], ["duplicate-id"]),
        ([Speaker("Ida", reliability="G")], ["bad-choice"]),
    ],
)
def test_speakers_that_cannot_be_told_apart_or_rated(speakers: list[Speaker], codes: list[str]) -> None:
    with pytest.raises(MapError) as caught:
        ArgumentMap("T", [Claim("a", "A")], speakers=tuple(speakers))
    assert [p.code for p in caught.value.problems] == codes
