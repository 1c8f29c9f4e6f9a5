"""Any map can be drawn, told and given as data: rings, shared statements, empty steps, nested undercutters."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

from hypothesis import given, settings
from render import geometry
from strategies import graphs, shapes

import argmap
from argmap.model import ArgumentMap
from argmap.render.picture import Chip, compose


@given(shapes())
@settings(max_examples=150, deadline=None)
def test_every_statement_is_one_box_and_every_argument_one_step(m: ArgumentMap) -> None:
    picture = compose(m)
    assert sorted(b.statement.id for b in picture.boxes()) == sorted(s.id for s in m.statements)
    steps = [step for _, step in picture.steps]
    places = 0
    for step in steps:
        steps += step.undercutters
        places += len(step.premises)
        assert [p.statement.id for p in step.premises] == [p.statement for p in step.argument.premises]
    assert sorted(step.argument.id for step in steps) == sorted(a.id for a in m.arguments)
    chips = sum(isinstance(p, Chip) for step in steps for p in step.premises)
    roots_that_are_premises = sum(bool(m.arguments_from(r)) for r in m.roots)
    assert places - chips == len(m.statements) - len(m.roots)
    assert chips >= roots_that_are_premises


@given(shapes())
@settings(max_examples=15, deadline=None)
def test_every_statement_is_drawn(m: ArgumentMap) -> None:
    root = ElementTree.fromstring(argmap.draw(m))
    assert {box.name for box in geometry.boxes(root)} == {f"statement-{s.id}" for s in m.statements}


@given(graphs())
@settings(max_examples=60, deadline=None)
def test_outlines_number_every_statement_once(m: ArgumentMap) -> None:
    for form in ("text", "markdown"):
        told = argmap.outline(m, form)
        for number in range(1, len(m.statements) + 1):
            assert re.search(rf"\({number}\)\s", told)


@given(graphs())
@settings(max_examples=60, deadline=None)
def test_data_name_every_part(m: ArgumentMap) -> None:
    data = json.loads(argmap.draw(m, "json"))
    assert [s["id"] for s in data["statements"]] == [s.id for s in m.statements]
    assert [a["id"] for a in data["arguments"]] == [a.id for a in m.arguments]
    assert [a["premises"] for a in data["arguments"]] == [[p.statement for p in a.premises] for a in m.arguments]
