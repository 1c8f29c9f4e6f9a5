"""What is shown of any map: a map again, in which nothing is lost without a mark."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from seeds import written_by_seeds
from strategies import shapes

import argmap
from argmap.model import ArgumentMap
from argmap.selection import Selection, View, select
from argmap.validity import faults

KINDS = ("claims", "counterclaims", "evidence")


@st.composite
def wishes(draw: st.DrawFn, m: ArgumentMap) -> dict[str, Any]:
    """A wish that a map can answer."""
    optional = {
        "focus": st.sampled_from([thing.id for thing in (*m.statements, *m.arguments)]),
        "depth": st.integers(0, 4),
        "side": st.sampled_from(("for", "against")),
        "only": st.lists(st.sampled_from(KINDS), min_size=1, max_size=2),
        "hide": st.lists(st.sampled_from(KINDS), min_size=1, max_size=2),
        "links": st.sampled_from(("chips", "none")),
    }
    return draw(st.fixed_dictionaries({}, optional=optional))


MAPS = shapes(9, 12)


def holds(view: View) -> None:
    """The laws of every view."""
    whole, m = view.whole, view.map
    shown = {s.id for s in m.statements}
    assert list(faults(m)) == []
    assert [s for s in whole.statements if s.id in shown] == list(m.statements)
    assert view.greyed <= shown
    for a in m.arguments:
        was = whole.argument(a.id)
        assert [p for p in was.premises if p in a.premises] == list(a.premises)
        if len(a.premises) < len(was.premises):
            assert view.mark(a.id)
            assert a.premises, "an argument that has lost all of its premises is not shown"
    for s in m.statements:
        assert m.sides(s.id) == whole.sides(s.id)
        assert m.side(s.id) == whole.side(s.id)
    assert [m.is_possibility(a) for a in m.arguments] == [
        whole.is_possibility(whole.argument(a.id)) for a in m.arguments
    ]
    marks = [*view.marks.values(), view.elsewhere]
    assert shown | {a.id for a in m.arguments} >= view.marks.keys()
    assert sum(mark.statements for mark in marks) == len(whole.statements) - len(m.statements)
    places = [sum(1 for visit in one.walk() if visit.argument is not None) for one in (whole, m)]
    roots = [len(one.roots) for one in (whole, m)]
    lost = sum(mark.statements + mark.references for mark in marks)
    if view.is_part:
        assert lost >= places[0] - places[1]
        assert lost <= places[0] - places[1] + roots[0]
    # Everything hangs on the roots that are shown: none is there because nothing leads to it.
    assert set(m.roots) <= set(whole.roots) | set(m.top)


@given(st.data(), MAPS)
@settings(max_examples=400)
def test_whatever_is_asked_for_the_answer_is_a_map_that_says_what_it_lacks(data: st.DataObject, m: ArgumentMap) -> None:
    wish = data.draw(wishes(m))
    view = m.select(**wish)
    holds(view)
    shown = {s.id for s in view.map.statements}
    focus = wish.get("focus")
    if focus is None:
        assert view.map.thesis == m.thesis
        assert m.thesis in shown - view.greyed
    elif focus in {s.id for s in m.statements}:
        assert focus in shown - view.greyed
        assert view.map.roots[0] in m.roots
    else:
        assert focus in {a.id for a in view.map.arguments} or not m.argument(focus).premises
    for s in view.map.statements:
        is_wanted = Selection(**wish).wants(m, s)
        if not is_wanted and s.id not in (focus, m.thesis) and focus not in {a.id for a in m.arguments}:
            assert s.id in view.greyed


@given(MAPS)
def test_who_asks_for_nothing_gets_everything(m: ArgumentMap) -> None:
    assert select(m).map is m
    deep = m.select(depth=len(m.statements) + len(m.arguments))
    assert deep.map == evolve(m, top=deep.map.top, is_sound=True)
    assert dict(deep.marks) == {}
    assert deep.elsewhere == (0, 0, None)


@given(st.data(), MAPS)
@settings(max_examples=200)
def test_more_depth_never_shows_less_and_composes_with_the_focus(data: st.DataObject, m: ArgumentMap) -> None:
    wish = data.draw(wishes(m))
    one, other = data.draw(st.integers(0, 4)), data.draw(st.integers(0, 4))
    less, more = (m.select(**wish | {"depth": depth}) for depth in sorted((one, other)))
    assert {s.id for s in less.map.statements} <= {s.id for s in more.map.statements}
    assert {a.id for a in less.map.arguments} <= {a.id for a in more.map.arguments} or wish.get("links") == "none"
    focus = data.draw(st.sampled_from([s.id for s in m.statements]))
    view = m.focus(focus, one)
    asked = {s.id for s in view.map.statements} - view.greyed
    assert asked == {focus, *m.descendants(focus, one)}


@given(MAPS, st.sampled_from(KINDS))
def test_a_hidden_kind_is_not_to_be_seen_and_nothing_hangs_on_it(m: ArgumentMap, kind: str) -> None:
    view = m.select(hide=kind)
    hidden = Selection(hide=kind)
    gone = [s for s in view.map.statements if hidden.hides(s) and s.id != m.thesis]
    assert gone == []
    assert not view.greyed
    reachable = {v.statement for v in view.map.walk() if v.statement is not None}
    assert reachable == {s.id for s in view.map.statements}


@given(MAPS)
def test_without_references_every_statement_is_still_there(m: ArgumentMap) -> None:
    view = m.select(links="none")
    assert view.map.statements == m.statements
    for a in view.map.arguments:
        lone = [v for v in view.map.walk() if v.argument is not None and v.argument.id == a.id]
        assert not a.premises or any(v.first for v in lone) or view.map.undercutters(a.id)


# ---- as a reader meets it

TEXT = """
argmap: 1
title: T
claims:
  - claim: Thesis
    id: thesis
    because:
      - all:
          - claim: First
            id: first
            tags: Background/Military
            because:
              - evidence: Ground
                id: ground
                because: Deeper
          - claim: Second
            id: second
            but: Doubt
        argument: pair
        unless: Cut
      - evidence: Plain
        id: plain
    but:
      - claim: Against
        id: against
        because: Its ground
        but: Answer
  - claim: Another
    id: another
    tags: [Background]
    because: {ref: second}
"""


@pytest.fixture
def m() -> ArgumentMap:
    return argmap.loads(TEXT)


def texts(view: View) -> tuple[list[str], list[str]]:
    """The texts of what is shown, and of what of it is greyed."""
    shown = view.map.reading_order()
    return [s.text for s in shown if s.id not in view.greyed], [s.text for s in shown if s.id in view.greyed]


@pytest.mark.parametrize(
    ("wish", "asked", "greyed"),
    [
        ({"focus": "first"}, ["First", "Ground", "Deeper"], ["Thesis", "Second"]),
        ({"focus": "first", "depth": 1}, ["First", "Ground"], ["Thesis", "Second"]),
        ({"focus": "pair"}, ["First", "Ground", "Deeper", "Second", "Doubt", "Cut"], ["Thesis"]),
        ({"focus": "another"}, ["Another", "Second", "Doubt"], []),
        ({"depth": 1}, ["Thesis", "First", "Second", "Plain", "Against", "Another"], []),
        ({"depth": 0}, ["Thesis", "Another"], []),
        ({"side": "against"}, ["Thesis", "Doubt", "Cut", "Against", "Its ground"], ["First", "Second"]),
        ({"tags": "Background"}, ["Thesis", "First", "Another"], ["Second"]),
        ({"tags": "Background/Military"}, ["Thesis", "First"], ["Second"]),
        ({"only": "evidence"}, ["Thesis", "Ground", "Plain"], ["First", "Second"]),
        ({"only": ["evidence"], "depth": 1}, ["Thesis", "Plain"], []),
        ({"hide": ["claims"]}, ["Thesis", "Plain"], []),
    ],
)
def test_what_is_asked_for_is_shown_and_what_leads_there_greyed(
    m: ArgumentMap, wish: dict[str, Any], asked: list[str], greyed: list[str]
) -> None:
    found = texts(m.select(**wish))
    assert sorted(found[0]) == sorted(asked)
    assert sorted(found[1]) == sorted(greyed)


def test_a_group_that_lost_a_premise_says_so() -> None:
    m = argmap.loads("""
argmap: 1
title: T
claims:
  - claim: Thesis
    id: thesis
    because:
      - all:
          - claim: First
          - evidence: Second
            because: Deeper
        argument: pair
      - evidence: Alone
""")
    view = m.select(hide="evidence")
    assert texts(view) == (["Thesis", "First"], [])
    assert view.mark("pair") == "+2 more"
    assert view.mark("thesis") == "+1 more"


def test_what_leads_up_in_a_ring_is_asked_for_only_if_it_is_wanted() -> None:
    m = argmap.loads("""
argmap: 1
title: T
claims:
  - claim: Thesis
  - claim: One
    id: one
    because:
      - claim: Two
        id: two
        because: [{ref: one}]
""")
    assert texts(m.focus("two")) == (["One", "Two"], [])
    assert texts(m.select(focus="two", side="against")) == (["Two"], ["One"])


def test_marks_count_what_hangs_below() -> None:
    m = argmap.loads(TEXT)
    view = m.select(depth=1)
    told = {id: view.mark(id) for id in view.marks}
    assert told == {"first": "+2 more", "second": "+1 more", "pair": "+1 more", "against": "+2 more"}
    assert view.told() == "6 of 12 statements: 1 step deep"
    assert m.focus("against", 0).elsewhere == (1, 1, None)


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ({"focus": "frist"}, "no statement or argument has the id `frist`; did you mean `first`?"),
        ({"focus": "xyz"}, "no statement or argument has the id `xyz`; `argmap table` lists them"),
        ({"tags": "Backgruond"}, "no statement has the tag `Backgruond`; did you mean `Background`?"),
        ({"tags": "xyz"}, "no statement has the tag `xyz`; there are Background, Background/Military"),
        ({"side": "pro"}, "`pro` is no side; there are for and against"),
        ({"only": "claim"}, "`claim` is no kind of statement; did you mean `claims`?"),
        ({"hide": ["xyz"]}, "`xyz` is no kind of statement; there are claims, counterclaims, evidence"),
        ({"links": "arrows"}, "`arrows` is no way to show links; there are chips, lines, none"),
        ({"depth": -1}, "the depth is a whole number from 0 up, not -1"),
    ],
)
def test_a_wish_that_means_nothing_is_told_with_the_nearest_name(
    m: ArgumentMap, wish: dict[str, Any], said: str
) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011 (the whole message is compared)
        m.select(**wish)
    assert str(caught.value) == said


def test_a_chain_of_any_length_is_selected_at_once() -> None:
    build = argmap.Builder("T")
    claims = [build.claim(f"Claim {number}.", id=f"c{number}") for number in range(20_000)]
    for one, other in pairwise(claims):
        one.because(other)
    m = build.build()
    assert len(m.focus("c19990").map.statements) == 20_000
    assert m.select(depth=3).mark("c3") == "+19,996 more"
    assert len(m.select(only="evidence").map.statements) == 1


def test_every_run_shows_the_same_bytes() -> None:
    """Also with another hash seed, in another process."""
    path = Path(__file__).parents[2] / "maps" / "us-russia-after-9-11.argmap.yaml"
    program = (
        f"import argmap, sys; m = argmap.load({str(path)!r})\n"
        "views = [m.select(side='against', depth=2), m.focus('no-wider-bond')]\n"
        "views.append(m.select(hide='evidence', links='lines'))\n"
        "for view in views:\n"
        "    for form in ('svg', 'json', 'dot'): sys.stdout.buffer.write(argmap.draw(view, form))\n"
        "    sys.stdout.write(argmap.outline(view))\n"
        "sys.stdout.buffer.write(b''.join(argmap.draw_pages(m)))"
    )
    made = written_by_seeds(program)
    assert len(made) == 1
    assert made != {b""}


def test_what_is_greyed_has_a_class_of_its_own() -> None:
    m = argmap.loads(TEXT)
    picture = argmap.draw(m.focus("first")).decode()
    assert 'class="statement claim for greyed"' in picture
    assert picture.count(" greyed") == 2
    assert " greyed" not in argmap.draw(m).decode()


def test_every_map_of_the_project_can_be_cut_anywhere(map_path: Path) -> None:
    m = argmap.load(map_path)
    for id in (*(s.id for s in m.statements), *(a.id for a in m.arguments)):
        for depth in (None, 0, 2):
            holds(m.focus(id, depth))
