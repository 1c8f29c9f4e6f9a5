"""Blocks as Graphviz's HTML-like labels, with every text escaped."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from argmap.render.markup import escaped
from argmap.render.metrics import is_right_to_left, width, wrap
from argmap.render.style import BELOW_BADGE, TAG
from argmap.render.styles.blocks import Badge, Bar, Gap, Joint, Outline, Panel, Stack, Words

_BAR, _GAP = 16, 4
"""The width of a bar, and of the gap between it and its panels, in points."""


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


def lines(words: Words, room: float) -> str:
    """Words broken into lines, left aligned (right aligned where they run from right to left)."""
    to_left = is_right_to_left(words.text)
    mark, side = ("\u200f", "RIGHT") if to_left else ("", "LEFT")
    end = f'<BR ALIGN="{side}"/>'
    # One font for all lines: Graphviz measures every piece, and this halves its work.
    inside = end.join(f"{_inert(line)}{mark}" for line in wrap(words.text, room, words.size, words.bold))
    if not inside:
        return ""
    text = "<B>" * words.bold + "<I>" * words.italic + inside + "</I>" * words.italic + "</B>" * words.bold
    text = f"<S>{text}</S>" if words.struck else text
    font = f'<FONT POINT-SIZE="{words.size}" COLOR="{words.colour}">{text}</FONT>'
    return font + end if words.flowing else font


def _flowing(words: Iterable[Words], room: float) -> Iterator[str]:
    """Words one below the other, less wide where others stand before them."""
    before = 0.0
    for one in words:
        yield lines(one, room - before)
        before = 0.0 if one.flowing else before + width(one.text, one.size, one.bold)


def panel(block: Panel, ports: Mapping[str, str]) -> str:
    """The cell of a panel; a box has the port of its statement."""
    words = "".join(_flowing(block.words, block.room))
    across = block.room + 14
    if block.outline is None:
        return cell(
            words, WIDTH=across, BGCOLOR=block.fill, CELLPADDING=block.padding, ALIGN="LEFT", BALIGN="LEFT",
            TOOLTIP=block.tooltip, HREF=block.link,
        )  # fmt: skip
    content = cell(words, WIDTH=across, ALIGN="LEFT", BALIGN="LEFT", VALIGN="TOP")
    if block.badge:
        content = cell(_with_badge(block, block.badge), WIDTH=across, ALIGN="LEFT", VALIGN="TOP")
    box = table(
        f"<TR>{content}</TR>",
        ID=f"statement-{block.statement}",
        BORDER=1,
        STYLE=outline_style(block.outline),
        COLOR=block.outline.line,
        BGCOLOR=block.fill,
        CELLPADDING=block.padding,
        HREF=block.link,
        TOOLTIP=block.tooltip,
    )
    return cell(box, PORT=ports[block.statement or ""], ALIGN="LEFT", VALIGN="TOP")


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


def stack(block: Stack, ports: Mapping[str, str], port: str | None = None) -> str:
    """A bar of two parts that overlap: the sign beside the rows, and a blank part beside what breaks it."""
    bar = block.bar
    sign = lines(Words(bar.sign, 14, bar.ink, bold=True, flowing=False), 99)
    span = len(block.rows)
    look = _look(bar, "LTR" if block.cuts else "LTRB")
    first = cell(sign, PORT=port, ROWSPAN=span, WIDTH=_BAR, TOOLTIP=block.tooltip, **look)
    rows = [_row(row, ports) for row in block.rows]
    html = [f"<TR>{first}{cell('', ROWSPAN=span, WIDTH=_GAP)}{rows[0]}</TR>", *[f"<TR>{row}</TR>" for row in rows[1:]]]
    blank = cell("", ROWSPAN=2 * len(block.cuts), WIDTH=_BAR, **_look(bar, "LRB"))
    for cut in block.cuts:
        html += [f"<TR>{blank}{cell('', COLSPAN=2, HEIGHT=7)}</TR>"]
        html += [f"<TR>{cell(stack(cut, ports), COLSPAN=2, ALIGN='LEFT')}</TR>"]
        blank = ""
    return table("".join(html), CELLSPACING=-1, ALIGN="LEFT", VALIGN="TOP")


def _row(block: Panel | Joint | Gap, ports: Mapping[str, str]) -> str:
    if isinstance(block, Panel):
        return panel(block, ports)
    if isinstance(block, Joint):
        return cell(lines(block.words, 99), CELLPADDING=1)
    return cell("", HEIGHT=block.height)


def _look(bar: Bar, rim: str) -> dict[str, object]:
    """The attributes of the cells of a bar; ``rim`` names the sides at which a border would run."""
    if bar.rim:
        return {"BORDER": 1, "STYLE": rim_style(bar), "COLOR": bar.rim, "SIDES": rim, "BGCOLOR": bar.fill}
    if bar.dots:
        return {"BORDER": 1, "STYLE": "DOTTED", "COLOR": bar.dots, "BGCOLOR": bar.fill}
    if bar.seam:
        return {"BORDER": 1, "COLOR": bar.seam, "SIDES": "L", "BGCOLOR": bar.fill}
    return {"BGCOLOR": bar.fill}
