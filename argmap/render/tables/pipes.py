"""A table in Markdown, as code hosts and most other readers of Markdown show it."""

from __future__ import annotations

from argmap.render.markup import fit
from argmap.render.outlines.markdown import escaped
from argmap.render.rows import Cell, Table


def to_markdown(table: Table) -> str:
    """A table with bars between its cells, as GitHub Flavored Markdown specifies; all of its text is escaped.

    Numbers stand to the right; of truth values ``yes`` is written out, and nothing else.
    """
    ends = ["---:" if _is_of_numbers([row[n] for row in table.rows]) else "---" for n in range(len(table.columns))]
    heads = [escaped(name.replace("_", " ")) for name in table.columns]
    lines = [heads, ends, *([_text(cell) for cell in row] for row in table.rows)]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _is_of_numbers(cells: list[Cell]) -> bool:
    stated = [cell for cell in cells if cell is not None]
    return bool(stated) and all(isinstance(cell, int | float) and not isinstance(cell, bool) for cell in stated)


def _text(cell: Cell) -> str:
    if isinstance(cell, bool) or cell is None:
        return "yes" if cell else ""
    return escaped(fit("; ".join(cell) if isinstance(cell, tuple) else str(cell)))
