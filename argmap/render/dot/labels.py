"""Blocks as Graphviz's HTML-like labels, with every text escaped; bars stand upright in them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import count

from argmap.render.markup import escaped
from argmap.render.metrics import is_right_to_left, width, wrap
from argmap.render.style import BELOW_BADGE, TAG
from argmap.render.styles.blocks import Badge, Bar, Gap, Joint, Outline, Panel, Stack, Words

_BAR, _GAP = 16, 4
"""The width of a bar, and of the gap between it and its panels, in points."""
INSETS = 14
"""By how much a panel is wider than its text."""


def _inert(text: str) -> str:
    """The same for Graphviz, which expands a backslash with some letters after it has read the tags."""
    return escaped(text).replace("\\", "&#92;&#92;")


@lru_cache(maxsize=1024)
def attribute(value: object) -> str:
    """A value that means itself in an attribute."""
    return _inert(" ".join(value.split())) if isinstance(value, str) else str(value)


def _attributes(values: dict[str, object]) -> str:
    return "".join([f' {name}="{attribute(value)}"' for name, value in values.items() if value is not None])


def table(rows: str, **attributes: object) -> str:
    """A table without lines, unless the attributes say otherwise."""
    plain: dict[str, object] = {"BORDER": 0, "CELLBORDER": 0, "CELLSPACING": 0, "CELLPADDING": 0}
    return f"<TABLE{_attributes(plain | attributes)}>{rows}</TABLE>"


def cell(content: str, **attributes: object) -> str:
    """A cell."""
    return f"<TD{_attributes(attributes)}>{content}</TD>"


def lines(words: Words, room: float, is_centred: bool = False) -> str:
    """Words broken into lines, left aligned (right aligned where they run from right to left), or centred."""
    to_left = is_right_to_left(words.text)
    mark = "\u200f" if to_left else ""
    side = "CENTER" if is_centred else "RIGHT" if to_left else "LEFT"
    end = f'<BR ALIGN="{side}"/>'
    # One font for all lines: Graphviz measures every piece, and this halves its work.
    inside = end.join(f"{_inert(line)}{mark}" for line in wrap(words.text, room, words.size, words.bold))
    if not inside:
        return ""
    text = "<B>" * words.bold + "<I>" * words.italic + inside + "</I>" * words.italic + "</B>" * words.bold
    text = f"<S>{text}</S>" if words.struck else text
    font = f'<FONT POINT-SIZE="{words.size}" COLOR="{words.colour}">{text}</FONT>'
    return font + end if words.flowing else font


def _flowing(texts: Iterable[Words], room: float, is_centred: bool = False) -> Iterator[str]:
    """Words one below the other, less wide where others stand before them."""
    before = 0.0
    for one in texts:
        yield lines(one, room - before, is_centred)
        before = 0.0 if one.flowing else before + width(one.text, one.size, one.bold)


class Ports:
    """Names for the boxes in labels, and for the chips from which lines are to lead."""

    def __init__(self, statements: Iterable[str], has_lines: bool = False) -> None:
        self._boxes = {statement: f"s{number}" for number, statement in enumerate(statements, 1)}
        self._has_lines = has_lines
        self._numbers = count(1)
        self._chips: list[tuple[str, Panel]] = []

    def of(self, block: Panel) -> str | None:
        """The name of a panel, None where no line begins or ends at it."""
        if block.statement:
            return self._boxes[block.statement]
        if not (block.refers and self._has_lines):
            return None
        self._chips.append((f"c{next(self._numbers)}", block))
        return self._chips[-1][0]

    def new_chips(self, node: str) -> list[tuple[str, Panel]]:
        """The chips named since this was asked last, with their places in a node."""
        found, self._chips = [(f"{node}:{port}", chip) for port, chip in self._chips], []
        return found


def words(block: Panel) -> str:
    """The words of a panel, broken into lines."""
    return "".join(_flowing(block.words, block.room, block.centred))


def panel(block: Panel, ports: Ports) -> str:
    """The cell of a panel."""
    if block.outline is None:
        return plain(block, PORT=ports.of(block))
    return cell(box(block), PORT=ports.of(block), ALIGN="LEFT", VALIGN="TOP")


def plain(block: Panel, **attributes: object) -> str:
    """The cell of a panel without a frame."""
    return cell(
        words(block), WIDTH=block.room + INSETS, BGCOLOR=block.fill,
        CELLPADDING=block.padding, ALIGN="LEFT", BALIGN="LEFT", TOOLTIP=block.tooltip, HREF=block.link, **attributes,
    )  # fmt: skip


def box(block: Panel, **attributes: object) -> str:
    """The table of a panel with a frame."""
    assert block.outline is not None
    across = block.room + INSETS
    content = cell(words(block), WIDTH=across, ALIGN="LEFT", BALIGN="LEFT", VALIGN="TOP")
    if block.badge:
        content = cell(_with_badge(block, block.badge), WIDTH=across, ALIGN="LEFT", VALIGN="TOP")
    return table(
        f"<TR>{content}</TR>",
        ID=f"statement-{block.statement}" if block.statement else None,
        BORDER=1,
        STYLE=outline_style(block.outline),
        COLOR=block.outline.line,
        BGCOLOR=block.fill,
        CELLPADDING=block.padding,
        HREF=block.link,
        TOOLTIP=block.tooltip,
        **attributes,
    )


def _with_badge(block: Panel, badge: Badge) -> str:
    """The words of a panel as a table: the first line with the badge at its right, and all others below."""
    first = block.first_line
    head, rest = block.words[:first], block.words[first:]
    mark = table(
        f"<TR>{cell(lines(Words(badge.text, TAG, badge.ink, bold=True, flowing=False), 999), CELLPADDING=1)}</TR>",
        BORDER=1,
        STYLE=outline_style(badge.outline),
        COLOR=badge.outline.line,
        BGCOLOR=badge.fill,
        ALIGN="RIGHT",
    )
    tag = "".join(_flowing(head, block.room))
    across = math.ceil(badge.width)
    rows = f"<TR>{cell(tag, WIDTH=block.room - across, ALIGN='LEFT', BALIGN='LEFT')}{cell(mark, WIDTH=across)}</TR>"
    if rest:
        rows += f"<TR>{cell('', COLSPAN=2, HEIGHT=BELOW_BADGE)}</TR>"
        below = "".join(_flowing(rest, block.room))
        rows += f"<TR>{cell(below, COLSPAN=2, WIDTH=block.room, ALIGN='LEFT', BALIGN='LEFT')}</TR>"
    return table(rows, WIDTH=block.room, ALIGN="LEFT")


def outline_style(outline: Outline) -> str | None:
    """What Graphviz calls the corners and the line of a frame."""
    return ",".join(["ROUNDED"] * outline.is_round + [outline.dash.upper()] * bool(outline.dash)) or None


def rim_style(bar: Bar) -> str | None:
    """What Graphviz calls the line of the rim of a bar."""
    return "DASHED" if bar.is_dashed else None


def stack(block: Stack, ports: Ports, port: str | None = None, is_back: bool = False) -> str:
    """A bar of two parts that overlap: the sign beside the rows, and a blank part beside what breaks it.

    It stands to the left of its rows, or, in a picture that runs ``is_back``, to the right.
    """
    bar = block.bar
    span = len(block.rows)
    side = "R" if is_back else "L"
    first = cell(
        sign(bar), PORT=port, ROWSPAN=span, WIDTH=_BAR, TOOLTIP=block.tooltip,
        **look(bar, "LTR" if block.cuts else "LTRB", side),
    )  # fmt: skip
    rows = [_row(row, ports) for row in block.rows]
    html = [
        beside([first, cell("", ROWSPAN=span, WIDTH=_GAP), rows[0]], is_back),
        *[f"<TR>{row}</TR>" for row in rows[1:]],
    ]
    blank = cell("", ROWSPAN=2 * len(block.cuts), WIDTH=_BAR, **look(bar, "LRB", side))
    for cut in block.cuts:
        html.append(beside([blank, cell("", COLSPAN=2, HEIGHT=7)], is_back))
        inner = stack(cut, ports, is_back=is_back)
        html.append(f"<TR>{cell(inner, COLSPAN=2, ALIGN='RIGHT' if is_back else 'LEFT')}</TR>")
        blank = ""
    return table("".join(html), CELLSPACING=-1, ALIGN="LEFT", VALIGN="TOP")


def beside(cells: Iterable[str], is_back: bool) -> str:
    """A row of cells from the left, or from the right."""
    ordered = list(cells)
    return f"<TR>{''.join(reversed(ordered) if is_back else ordered)}</TR>"


def sign(bar: Bar, size: int = 14) -> str:
    """The sign of a bar."""
    return mark(bar.sign, size, bar.ink)


def mark(text: str, size: int, ink: str) -> str:
    """A sign in a colour."""
    return lines(Words(text, size, ink, bold=True, flowing=False), 99)


def spaced(words: Words) -> str:
    """Words beside a line, with a space at both ends."""
    return lines(words._replace(text=f"\u00a0{words.text}\u00a0", flowing=False), 999)


def _row(block: Panel | Joint | Gap, ports: Ports) -> str:
    if isinstance(block, Panel):
        return panel(block, ports)
    if isinstance(block, Joint):
        return cell(lines(block.words, 99), CELLPADDING=1)
    return cell("", HEIGHT=block.height)


def look(bar: Bar, rim: str, seam: str) -> dict[str, object]:
    """The attributes of the cells of a bar: at which sides a border would run, and at which the seam."""
    if bar.rim:
        return {"BORDER": 1, "STYLE": rim_style(bar), "COLOR": bar.rim, "SIDES": rim, "BGCOLOR": bar.fill}
    if bar.dots:
        return {"BORDER": 1, "STYLE": "DOTTED", "COLOR": bar.dots, "BGCOLOR": bar.fill}
    if bar.seam:
        return {"BORDER": 1, "COLOR": bar.seam, "SIDES": seam, "BGCOLOR": bar.fill}
    return {"BGCOLOR": bar.fill}
