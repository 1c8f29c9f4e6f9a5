"""A map in several files: none of it is lost, and the overview says where each part is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import shapes

import argmap
from argmap.model import ArgumentMap
from argmap.selection import SPLITS, Selection, split


@given(shapes(9, 12), st.sampled_from(SPLITS))
def test_all_parts_together_show_everything(m: ArgumentMap, by: str) -> None:
    overview, parts = split(m, by)
    views = [overview, *parts.values()]
    assert {s.id for view in views for s in view.map.statements} == {s.id for s in m.statements}
    assert {a.id for view in views for a in view.map.arguments} == {a.id for a in m.arguments}
    named = [mark.goes_to for mark in overview.marks.values() if mark.goes_to]
    assert sorted(named) == sorted(parts)
    assert len({name.casefold() for name in parts}) == len(parts)


def test_the_overview_names_the_files_of_arguments_with_more_below() -> None:
    m = argmap.loads("""
argmap: 1
title: T
claims:
  - claim: Thesis
    id: thesis
    because:
      - claim: Reason
        id: reason
        because: Ground
      - claim: Plain
        id: plain
    but:
      - claim: Objection
        argument: doubt
        because:
          - One
          - Two
  - claim: Other
    id: other
""")
    overview, parts = split(m, "arguments", file="map-{}.svg".format)
    assert list(parts) == ["reason", "doubt"]
    told = sorted(str(mark) for mark in overview.marks.values())
    assert told == ["+1 more", "+2 more", "→ map-doubt.svg", "→ map-reason.svg"]
    assert [s.text for s in parts["doubt"].map.reading_order()] == ["Thesis", "Objection", "One", "Two"]
    overview, parts = split(m, "roots")
    assert list(parts) == ["thesis"]
    assert [str(mark) for mark in overview.marks.values()] == ["+6 more → thesis"]
    _, parts = split(m, "arguments", Selection(focus="objection"))
    assert parts == {}
    with pytest.raises(ValueError, match="a map is split by roots or arguments, not by `halves`"):
        split(m, "halves")
