"""Pieces of Graphviz's HTML-like labels, with every text escaped."""

from __future__ import annotations

import html
import re
from functools import lru_cache

from argmap.render.metrics import is_right_to_left, wrap

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold."""


def escaped(text: str) -> str:
    """A text that means itself between tags and in attributes."""
    return html.escape(_UNFIT.sub("�", text), quote=True)


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


def lines(
    text: str, room: float, size: int, colour: str, bold: bool = False, italic: bool = False, flowing: bool = True
) -> str:
    """A text broken into lines of its own font, left aligned (right aligned where it runs from right to left).

    With ``flowing`` each line is ended, so that the next piece begins below it.
    """
    to_left = is_right_to_left(text)
    mark, side = ("\u200f", "RIGHT") if to_left else ("", "LEFT")
    end = f'<BR ALIGN="{side}"/>'
    # One font for all lines: Graphviz measures every piece, and this halves its work.
    inside = end.join(f"{_inert(line)}{mark}" for line in wrap(text, room, size, bold))
    if not inside:
        return ""
    words = "<B>" * bold + "<I>" * italic + inside + "</I>" * italic + "</B>" * bold
    return f'<FONT POINT-SIZE="{size}" COLOR="{colour}">{words}</FONT>{end if flowing else ""}'
