"""A table as CSV, in which no spreadsheet finds a formula."""

from __future__ import annotations

import csv
import io
import re

from argmap.render.markup import fit
from argmap.render.rows import Cell, Table

_SIGNS = "=+@＝＋－＠﹦﹢﹣﹫-"
"""What a formula begins with, also in the full width of Chinese and Japanese letters."""
_PASSED = "[^\\S\t\n]|[\"'\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
"""What a program may pass over before it: white space, quotation marks, letters that are not seen."""
_BEGINS = f"(?:{_PASSED})*[{_SIGNS}]"
_AT_START = f"(?='*[\t\n]|{_BEGINS})"
_INSIDE, _SEPARATED = f"(?={_BEGINS})", "(?<=[;|\t\n])"
_FORMULA = re.compile(rf"\A{_AT_START}|{_SEPARATED}{_INSIDE}")
"""Where a formula could begin: at the start of a cell, and where another separator than the comma would start one."""
_GUARDED = re.compile(rf"\A'{_AT_START}|{_SEPARATED}'{_INSIDE}")


def to_csv(table: Table) -> str:
    """A table as RFC 4180 has it, with lines that end in CR LF, and a byte order mark, by which Excel knows UTF-8.

    Cells of several texts have ``; `` between them, truth values are ``true`` and ``false``, nothing is an empty cell.
    Each text is `guarded`.
    """
    stream = io.StringIO()
    stream.write("\ufeff")
    rows = csv.writer(stream, lineterminator="\r\n")
    rows.writerow(table.columns)
    rows.writerows([guarded(_text(cell)) for cell in row] for row in table.rows)
    return stream.getvalue()


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    text = "; ".join(cell) if isinstance(cell, tuple) else str(cell)
    return fit(re.sub("\r\n?", "\n", text))


def guarded(text: str) -> str:
    """A text with an apostrophe wherever a formula could begin.

    That is before ``=``, ``+``, ``-``, ``@`` and their full-width variants, and before a tab or a line end at the start
    of a cell. Inside a cell it is after a semicolon, a tab, a bar and a line end: a program that is told of another
    separator than the comma would begin a cell there. After the advice of OWASP on CSV injection.
    """
    return _FORMULA.sub("'", text)


def unguarded(text: str) -> str:
    """The text of which `guarded` has made this one: without each apostrophe that stands before a formula."""
    return _GUARDED.sub("", text)
