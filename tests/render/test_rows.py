"""The rows of a map: one for each thing that is shown, in reading order, with all that the map says of it."""

from __future__ import annotations

import re

import pytest
from conftest import MAPS, ROOT
from hypothesis import given
from strategies import graphs

import argmap
from argmap.render.rows import Table, arguments, citations, statements
from argmap.selection import viewed

ARTICLE = argmap.load(ROOT / "maps" / "us-russia-after-9-11.argmap.yaml")
OWN = """\
argmap: 1
title: Phones
sources: {s: {title: Survey, reliability: B}}
claims:
  - claim: Phones distract
    id: distract
    x-owner: Ada
    because:
      - all:
          - {claim: They ring, id: ring, x-seen: [Monday, Friday]}
          - {claim: Rings distract, id: rings, role: warrant, by: a teacher}
        cite: {source: s, at: p. 2, quote: they ring, credibility: '2', x-page: left}
        unless: They are silent
"""


def by_id(table: Table) -> dict[object, dict[str, object]]:
    named = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    return {row.get("id") or row["number"]: row for row in named}


def test_a_statement_says_where_it_stands_and_what_bears_on_it() -> None:
    rows = by_id(statements(viewed(argmap.loads(OWN))))
    assert list(rows) == ["distract", "ring", "rings", "they-are-silent"]
    assert rows["distract"] | {"reasons": 1, "objections": 0, "depth": 0, "x-owner": "Ada"} == rows["distract"]
    assert rows["ring"]["x-seen"] == '["Monday", "Friday"]'
    assert (rows["rings"]["by"], rows["rings"]["depth"], rows["rings"]["used_in"]) == ("a teacher", 1, ("step-1",))
    assert [row["number"] for row in rows.values()] == list(range(1, 5))


def test_an_argument_names_what_leads_where() -> None:
    rows = by_id(arguments(viewed(argmap.loads(OWN))))
    first, second = rows["step-1"], rows["step-2"]
    assert (first["premises"], first["conclusion"], first["roles"]) == (("ring", "rings"), "distract", ("", "warrant"))
    assert first["premise_texts"] == ("They ring", "Rings distract")
    assert (first["cites"], first["undercutters"]) == (("s, p. 2",), 1)
    assert (second["target"], second["conclusion"], second["possible"]) == ("step-1", None, True)


def test_a_citation_says_what_it_is_for() -> None:
    (row,) = by_id(citations(viewed(argmap.loads(OWN)))).values()
    said = {"source": "s", "title": "Survey", "at": "p. 2", "quote": "they ring", "argument": "step-1"}
    assert row == row | said | {"reliability": "B", "credibility": "2", "statement": None, "x-page": "left"}


def test_numbers_are_those_of_the_outline() -> None:
    view = ARTICLE.select(focus="no-wider-bond", depth=1)
    told = " ".join(argmap.outline(view).split())
    table = statements(view)
    rows = by_id(table)
    assert len(rows) == 10
    for id, row in rows.items():
        statement = ARTICLE.statement(str(id))
        assert f"({row['number']}) {statement.title.rstrip('.')}" in told
    assert {id for id, row in rows.items() if row["greyed"]} == set(view.greyed)
    assert re.fullmatch(r"\+\d+ more", str(rows["no-wider-bond"]["more"] or rows["one-aim"]["more"]))


def test_an_evaluation_has_columns() -> None:
    m = argmap.load(ROOT / "maps" / "bridge-closure.argmap.yaml")
    table = argmap.table(m, "arguments", columns=["id", "status", "evaluated_strength"], evaluation=argmap.evaluate(m))
    assert "step-4,undercut,\r\n" in table
    graded = argmap.evaluate(m, "df-quad")
    (row,) = argmap.table(m, columns=["semantics", "evaluated_strength"], evaluation=graded).splitlines()[1:2]
    semantics, strength = row.split(",")
    assert semantics == "df-quad"
    assert 0 < float(strength) <= 1


@given(graphs(controls=True))
def test_everything_has_a_row_and_every_row_a_cell_for_each_column(m: argmap.ArgumentMap) -> None:
    view = viewed(m)
    assert set(by_id(statements(view))) == {s.id for s in m.statements}
    assert set(by_id(arguments(view))) == {a.id for a in m.arguments}
    cited = [c for thing in (*m.statements, *m.arguments) for c in thing.citations]
    assert len(citations(view).rows) == len(cited)
    for table in (statements(view), arguments(view), citations(view)):
        assert all(len(row) == len(table.columns) for row in table.rows)
        assert len(set(table.columns)) == len(table.columns)


@pytest.mark.parametrize("path", MAPS, ids=lambda p: p.stem)
def test_only_columns_that_say_something_are_telling(path: object) -> None:
    table = statements(viewed(argmap.load(str(path))))
    told = table.telling()
    assert "text" in told.columns
    assert "assume" not in told.columns
    assert table.of(told.columns) == told
