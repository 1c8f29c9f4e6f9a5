"""The heading of a picture as Graphviz's HTML-like label."""

from __future__ import annotations

import math
from collections.abc import Sequence

from argmap.looks import Style
from argmap.render import style
from argmap.render.dot.labels import cell, lines, mark, outline_style, rim_style, sign, table
from argmap.render.metrics import width
from argmap.render.picture import Picture
from argmap.render.style import Theme
from argmap.render.styles.blocks import Arrow, Bar, Disc, Entry, Outline, Patch, Stroke, Words
from argmap.render.styles.heading import key, titles

_COLUMN = 300
"""About how wide each column of a picture is, in points."""
_DOTS = "· · ·"
"""A dotted line in letters."""


def banner(picture: Picture, look: Style) -> str:
    """Title, question, key and source as a label about as wide as the picture."""
    theme = style.THEMES[look.theme]
    room = _COLUMN * max(2, _columns(picture))
    words = "".join(lines(w, room) for w in titles(picture, theme))
    rows = [_row(words, CELLPADDING=2), *[_row(strip) for strip in _strips(key(picture, look), theme, room)]]
    return table(_row("", HEIGHT=6).join(rows) + _row("", HEIGHT=14))


def _row(content: str, **attributes: object) -> str:
    return f"<TR>{cell(content, ALIGN='LEFT', BALIGN='LEFT', **attributes)}</TR>"


def _strips(entries: Sequence[Entry], theme: Theme, room: float) -> list[str]:
    """The key in as many strips as it needs, each with about as many entries: Graphviz spreads them evenly."""
    needed = 40 + sum(width(entry.meaning, style.STRIP) + 44 for entry in entries)
    strips = max(1, math.ceil(needed / room))
    size = max(1, math.ceil(len(entries) / strips))
    rows = []
    for start in range(0, len(entries), size):
        cells = [_entry(entry, theme) for entry in entries[start : start + size]]
        rows.append(_label("" if start else "KEY", theme) + "".join(cells))
    return [table(f"<TR>{row}</TR>", CELLSPACING=2, CELLPADDING=2, ALIGN="LEFT") for row in rows]


def _columns(picture: Picture) -> int:
    """How many columns the picture has: as many as steps lead one behind another from a root, and one more."""
    return max(picture.columns().values(), default=0) + 1


def _sample(sample: Bar | Patch | Stroke | Arrow | Disc) -> str:
    if isinstance(sample, Arrow):
        return cell(mark(_arrow(sample), style.STRIP, sample.stroke.colour))
    if isinstance(sample, Stroke):  # a table cannot hold a line, and the meaning says all
        return cell(mark(_DOTS, style.STRIP, sample.colour) if sample.dotted else "", WIDTH=1)
    if isinstance(sample, Disc):
        bar = sample.sign
        sample = Patch(Outline(bar.dots or bar.rim or bar.fill), bar.fill, bar.sign, bar.ink)
    if isinstance(sample, Bar):
        inside = sign(sample, style.BODY)
        if sample.dots:
            return cell(inside, BORDER=1, STYLE="DOTTED", COLOR=sample.dots, WIDTH=16)
        if sample.rim:
            return cell(inside, BORDER=1, STYLE=rim_style(sample), COLOR=sample.rim, WIDTH=16)
        return cell(inside, BGCOLOR=sample.fill, WIDTH=16)
    line = sample.outline.line
    row = f"<TR>{cell(mark(sample.sign, style.TAG, sample.ink or line), WIDTH=14, HEIGHT=4)}</TR>"
    return cell(table(row, BORDER=1, STYLE=outline_style(sample.outline), COLOR=line, BGCOLOR=sample.fill))


def _arrow(sample: Arrow) -> str:
    """An arrow in letters: its line, and its end."""
    line, is_hollow = "– –" if sample.stroke.dashed else "—", sample.head.fill != sample.head.line
    return line + (("□" if is_hollow else "|") if sample.head.stops else ">" if is_hollow else "►")


def _entry(entry: Entry, theme: Theme) -> str:
    text = lines(Words(entry.meaning, style.STRIP, theme.text, flowing=False), 999)
    return f"{_sample(entry.sample)}{cell('', WIDTH=2)}{cell(text, ALIGN='LEFT')}{cell('', WIDTH=10)}"


def _label(word: str, theme: Theme) -> str:
    return cell(mark(word, style.STRIP, theme.muted), ALIGN="LEFT", WIDTH=30)
