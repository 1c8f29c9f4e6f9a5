"""Bars that lie on their boxes, or below them, as Graphviz's labels: flat grids, since it stretches nested tables."""

from __future__ import annotations

from typing import NamedTuple

from argmap.render.dot.labels import INSETS, Ports, box, cell, lines, look, plain, sign, table
from argmap.render.style import BODY
from argmap.render.styles.blocks import Joint, Panel, Stack, Words

_BAR, _AROUND, _JOINT, _BEFORE_CUT = 16, 3, 24, 5
"""The height of a bar, the space about a box, that of the word between two, and that before what breaks a step."""


class _Cell(NamedTuple):
    """A cell of a grid: where it begins, how many rows it has, and its text."""

    row: int
    column: int
    rows: int
    html: str


def hanging(stack: Stack, ports: Ports, port: str | None = None, is_up: bool = False) -> str:
    """A stack whose bar lies on top of its boxes, or, in a picture that runs up, below them."""
    grid = _Grid(stack, ports, is_up)
    grid.place(stack, 0, 0, port)
    return grid.table()


class _Grid:
    """Its rows hold bars, one for each depth of what breaks a step; remarks; and boxes, which reach to the last."""

    def __init__(self, stack: Stack, ports: Ports, is_up: bool) -> None:
        self._ports, self._is_up = ports, is_up
        self._bars, remarks = _needed(stack)
        self._end = self._bars + remarks + 1
        self._cells: list[_Cell] = []

    def table(self) -> str:
        """The whole."""
        rows: dict[int, list[_Cell]] = {}
        for one in self._cells:
            rows.setdefault(self._end - one.row - one.rows if self._is_up else one.row, []).append(one)
        html = ["".join(c.html for c in sorted(rows[row], key=lambda c: c.column)) for row in sorted(rows)]
        return table("".join(f"<TR>{row}</TR>" for row in html), CELLSPACING=-1)

    def place(self, stack: Stack, level: int, begin: int, port: str | None = None) -> int:
        """Put a stack into the grid from a row and a column on; tells in which column it ends."""
        remarks, items = _parts(stack)
        top = self._bars + len(remarks) if remarks else level + 1
        column, wide = begin, -INSETS
        for item in items:
            self._item(item, top, column)
            wide += _JOINT if isinstance(item, Joint) else item.room + INSETS + 2 * _AROUND
            column += 1
        for number, remark in enumerate(remarks):
            row, end = self._bars + number if number else level + 1, self._bars + number + 1
            told = remark._replace(room=wide)
            self._add(row, begin, end - row, plain(told, ROWSPAN=end - row, COLSPAN=column - begin))
        own = column
        for cut in stack.cuts:
            high = self._end - level - 1
            self._add(level + 1, column, high, cell("", ROWSPAN=high, WIDTH=_BEFORE_CUT))
            column = self.place(cut, level + 1, column + 1)
        self._bar(stack, level, (begin, own, column), port)
        return column

    def _bar(self, stack: Stack, level: int, columns: tuple[int, int, int], port: str | None) -> None:
        """A bar of two parts: the sign with its word at its own boxes, and a blank part at what breaks it."""
        bar, seam = stack.bar, "B" if self._is_up else "T"
        begin, own, end = columns
        word = Words(f"\u00a0{bar.word}", BODY, bar.ink, bold=True, flowing=False)
        named = sign(bar) + (lines(word, 999) if bar.word else "")
        rim = look(bar, "LTB" if stack.cuts else "LTRB", seam)
        first = cell(named, PORT=port, COLSPAN=own - begin, HEIGHT=_BAR, TOOLTIP=stack.tooltip, **rim)
        self._add(level, begin, 1, first)
        if stack.cuts:
            self._add(level, own, 1, cell("", COLSPAN=end - own, HEIGHT=_BAR, **look(bar, "TRB", seam)))

    def _item(self, item: Panel | Joint, row: int, column: int) -> None:
        high = self._end - row
        if isinstance(item, Joint):
            html = cell(lines(item.words, 99), ROWSPAN=high, WIDTH=_JOINT)
        elif item.outline is None:
            html = plain(item, ROWSPAN=high, PORT=self._ports.of(item), VALIGN="TOP")
        else:
            # The port is the box itself: a line is to begin at its frame, and not at the space about it.
            html = cell(box(item, PORT=self._ports.of(item)), ROWSPAN=high, CELLPADDING=_AROUND, VALIGN="TOP")
        self._add(row, column, high, html)

    def _add(self, row: int, column: int, rows: int, html: str) -> None:
        self._cells.append(_Cell(row, column, rows, html))


def _parts(stack: Stack) -> tuple[list[Panel], list[Panel | Joint]]:
    """What speaks of all boxes of a stack, and the boxes with the words between them."""
    rows = [row for row in stack.rows if isinstance(row, Panel | Joint)]
    remarks = [row for row in rows if isinstance(row, Panel) and row.remark]
    return remarks, [row for row in rows if isinstance(row, Joint) or not row.remark]


def _needed(stack: Stack) -> tuple[int, int]:
    """How many rows a stack needs for bars, and for remarks."""
    below = [_needed(cut) for cut in stack.cuts]
    bars = 1 + max((bars for bars, _ in below), default=0)
    return bars, max([len(_parts(stack)[0]), *(remarks for _, remarks in below)])
