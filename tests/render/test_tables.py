"""Tables: any text comes out as itself, and never as a formula."""

from __future__ import annotations

import csv
import html
import io
import os
import re
from pathlib import Path

import pytest
from conftest import MAPS, ROOT
from hostile import TEXTS, letters
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from strategies import graphs

import argmap
from argmap.render.formats import ROWS, TABLES
from argmap.render.markup import fit
from argmap.render.rows import Cell, Table, arguments, citations, statements
from argmap.render.tables.pipes import to_markdown
from argmap.render.tables.spreadsheet import guarded, to_csv, unguarded
from argmap.selection import viewed

GOLDEN = Path(__file__).parent / "golden-tables"
ENDINGS = {"csv": "csv", "markdown": "md"}
SIGNS = tuple("=+-@＝＋－＠﹦﹢﹣﹫")
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "－1", " =1", '"=1', "'=1", "\u200b=1", "\ufeff-1")
AWKWARD = st.lists(
    st.sampled_from((*FORMULAS, ";", "; ", "|", ",", '"', "'", "\n", "\r\n", "\t", "a", "b c", "é", "\x00")), max_size=6
).map("".join)


def read(text: str, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=delimiter))


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet could take a cell for one, also one that passes over what is not seen."""
    return cell.lstrip('\r\n "\u00a0\u200b\u200f\u202e\ufeff').startswith(SIGNS)


def said(cell: Cell) -> str:
    """A cell of a table as it is to be read back."""
    if isinstance(cell, bool) or cell is None:
        return {True: "true", False: "false", None: ""}[cell]
    text = "; ".join(cell) if isinstance(cell, tuple) else str(cell)
    return fit(text.replace("\r\n", "\n").replace("\r", "\n"))


@given(graphs(controls=True))
def test_any_map_is_read_back_from_csv(m: argmap.ArgumentMap) -> None:
    for rows in (statements, arguments, citations):
        table = rows(viewed(m))
        head, *body = read(to_csv(table))
        assert tuple(head) == table.columns
        assert [[unguarded(cell) for cell in row] for row in body] == [[said(c) for c in row] for row in table.rows]
        assert not any(is_formula(cell) or cell.startswith(("\t", "\r", "\n")) for row in body for cell in row)


@given(st.lists(AWKWARD, min_size=2, max_size=2))
@example(["a;=1", 'b;"=1'])
@example(["x\n=1", "x\t=1"])
@example(["'\t", "''=1"])
def test_no_cell_is_a_formula_whatever_separates_cells(texts: list[str]) -> None:
    written = to_csv(Table(("first", "second"), (tuple(texts),)))
    for delimiter in ",;\t|":
        assert not any(is_formula(cell) for row in read(written, delimiter) for cell in row)
    (row,) = read(written)[1:]
    assert [unguarded(cell) for cell in row] == [said(text) for text in texts]


@given(AWKWARD)
def test_the_guard_can_be_taken_away(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert guarded(text).replace("'", "") == text.replace("'", "")


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_guarded(text: str) -> None:
    assert guarded(text)[:2] == f"'{text[0]}"
    assert guarded(f"as {text.strip()}") == f"as {text.strip()}"


def test_csv_is_as_rfc_4180_has_it() -> None:
    m = argmap.Builder("T")
    m.claim('Say "no", or\nnothing', id="a")
    assert argmap.table(m.build(), columns=["id", "text", "implicit"]) == (
        '\ufeffid,text,implicit\r\na,"Say ""no"", or\nnothing",false\r\n'
    )


@given(TEXTS)
@example("a | b \\| c || \\")
def test_markdown_shows_any_text_as_itself(text: str) -> None:
    shown = MarkdownIt("commonmark").enable("table").render(to_markdown(Table(("a", "b"), ((text, 1), ("x", 2)))))
    cells = re.findall(r"<td[^>]*>(.*?)</td>", shown, re.DOTALL)
    assert len(cells) == 4
    assert letters(html.unescape(re.sub(r"<[^>]*>", "", cells[0]))) == letters(text)
    assert set(re.findall(r"</?(\w+)", shown)) == {"table", "thead", "tbody", "tr", "th", "td"}


@pytest.mark.parametrize("form", TABLES)
@pytest.mark.parametrize("of", ROWS)
def test_tables_look_as_before(map_path: Path, of: str, form: str) -> None:
    """Made anew with ARGMAP_UPDATE=1."""
    made = argmap.table(argmap.load(map_path), of, form).encode()
    golden = GOLDEN / f"{map_path.name.removesuffix('.argmap.yaml')}.{of}.{ENDINGS[form]}"
    if os.environ.get("ARGMAP_UPDATE"):
        golden.write_bytes(made)
    assert made == golden.read_bytes()


def test_no_golden_table_is_left_over() -> None:
    names = {p.name.removesuffix(".argmap.yaml") for p in MAPS}
    endings = [f"{of}.{ending}" for of in ROWS for ending in ENDINGS.values()]
    assert {p.name for p in GOLDEN.iterdir()} == {f"{name}.{ending}" for name in names for ending in endings}


def test_the_page_on_tables_tells_every_column() -> None:
    page = (ROOT / "docs" / "how-to" / "make-tables.md").read_text(encoding="utf-8")
    parts = dict(re.findall(r"^## Columns of (\w+)\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL))
    m = argmap.load(MAPS[0])
    part = m.select(depth=1)
    for of in ROWS:
        head = argmap.table(part, of, evaluation=argmap.evaluate(m)).splitlines()[0].removeprefix("\ufeff").split(",")
        told = re.findall(r"`(\w+)`", " ".join(re.findall(r"^\| (`.*?`) \|", parts[of], re.MULTILINE)))
        assert sorted(head) == sorted(told)
