"""What stands above a picture: its title, and the key to its signs and colours, only those that it uses."""

from __future__ import annotations

import math

from argmap.model import Direction, Side
from argmap.render import style
from argmap.render.labels import cell, lines, table
from argmap.render.metrics import width
from argmap.render.picture import Box, Picture, Rivalry
from argmap.render.style import Theme

_COLUMN = 300
"""About how wide each column of a picture is, in points."""


def heading(picture: Picture, theme: Theme) -> str:
    """Title, question, key and source as an HTML-like label, as wide as the picture."""
    m = picture.map
    room = _COLUMN * max(2, _columns(picture))
    parts = [lines(m.title, room, style.MAP_TITLE, theme.text, bold=True)]
    if m.question:
        parts.append(lines(m.question, room, style.TITLE, theme.muted, italic=True))
    if len(m.sources) == 1:  # the boxes then name the place alone
        parts.append(lines(f"Source: {m.sources[0].title}", room, style.SMALL, theme.muted, italic=True))
    rows = [_row("".join(parts), CELLPADDING=2), *[_row(strip) for strip in _key(picture, theme, room)]]
    return table(_row("", HEIGHT=6).join(rows) + _row("", HEIGHT=14))


def _row(content: str, **attributes: object) -> str:
    return f"<TR>{cell(content, ALIGN='LEFT', BALIGN='LEFT', **attributes)}</TR>"


def _key(picture: Picture, theme: Theme, room: float) -> list[str]:
    """The key in as many strips as it needs, each with about as many entries: Graphviz spreads them evenly."""
    meanings = _meanings(picture, theme)
    needed = 40 + sum(width(words, style.STRIP) + 44 for _, words in meanings)
    strips = max(1, math.ceil(needed / room))
    size = max(1, math.ceil(len(meanings) / strips))
    rows = []
    for start in range(0, len(meanings), size):
        entries = [_entry(sign, words, theme) for sign, words in meanings[start : start + size]]
        rows.append(_label("" if start else "KEY", theme) + "".join(entries))
    return [table(f"<TR>{row}</TR>", CELLSPACING=2, CELLPADDING=2, ALIGN="LEFT") for row in rows]


def _columns(picture: Picture) -> int:
    """How many columns the picture has: as many as steps lead one behind another from a root, and one more."""
    column: dict[str, int] = {}
    for start, step in picture.steps:  # a box is drawn before the steps that begin at it
        here = column.get(start, 0) + 1
        todo = [step]
        while todo:
            one = todo.pop()
            column.update((p.statement.id, here) for p in one.premises if isinstance(p, Box))
            todo += one.undercutters
    return max(column.values(), default=0) + 1


def _meanings(picture: Picture, theme: Theme) -> list[tuple[str, str]]:
    """Each sign that is used, with its meaning."""
    arguments = picture.map.arguments
    boxes = picture.boxes()
    directions = {a.direction for a in arguments}
    possible = {a.id for a in arguments if picture.map.is_possibility(a)}
    cuts = any(a.direction is Direction.UNDERCUTS and a.id not in possible for a in arguments)
    sides = {box.sides for box in boxes if box.role != "thesis"}
    found = [
        (Direction.FOR in directions, _bar(style.SIGNS["for"], theme.background, theme.helps.line), "supports"),
        (
            Direction.AGAINST in directions,
            _bar(style.SIGNS["against"], theme.background, theme.opposes.line),
            "attacks",
        ),
        (cuts, _bar(style.SIGNS["undercuts"], theme.cut.line, theme.cut.fill), "breaks the step whose bar it touches"),
        (bool(possible), _hollow(theme), "might break it: nobody says so yet"),
        (
            any(isinstance(r, Rivalry) for r in picture.roots),
            _bar(style.RIVALS_SIGN, "#FFFFFF", theme.both.line),
            "rivals: at most one can win",
        ),
        (
            frozenset({Side.FOR}) in sides,
            _sample(theme.helps.line, theme.helps.fill, "ROUNDED", style.SIDE_SIGNS["for"]),
            "helps the thesis",
        ),
        (
            frozenset({Side.AGAINST}) in sides,
            _sample(theme.opposes.line, theme.opposes.fill, "ROUNDED", style.SIDE_SIGNS["against"]),
            "counts against it",
        ),
        (
            any(len(s) > 1 for s in sides),
            _sample(theme.both.line, theme.both.fill, "ROUNDED", "".join(style.SIDE_SIGNS.values())),
            "does both",
        ),
        (any(b.statement.kind == "evidence" for b in boxes), _sample(theme.muted, theme.background, None), "evidence"),
        (
            any(b.statement.implicit for b in boxes),
            _sample(theme.muted, theme.background, "ROUNDED,DASHED"),
            "unstated",
        ),
        (any(a.strength is not None for a in arguments), cell("", WIDTH=1), "thicker line = stronger"),
    ]
    return [(sign, words) for used, sign, words in found if used]


def _bar(sign: str, ink: str, ground: str) -> str:
    return cell(lines(sign, 99, style.BODY, ink, bold=True, flowing=False), BGCOLOR=ground, WIDTH=16)


def _hollow(theme: Theme) -> str:
    sign = lines(style.POSSIBLE_SIGN, 99, style.BODY, theme.text, bold=True, flowing=False)
    return cell(sign, BORDER=1, STYLE="DOTTED", COLOR=theme.text, WIDTH=16)


def _sample(line: str, fill: str, outline: str | None, sign: str = "") -> str:
    inside = f"<TR>{cell(lines(sign, 99, style.TAG, line, bold=True, flowing=False), WIDTH=14, HEIGHT=4)}</TR>"
    return cell(table(inside, BORDER=1, STYLE=outline, COLOR=line, BGCOLOR=fill))


def _entry(sign: str, words: str, theme: Theme) -> str:
    text = lines(words, 999, style.STRIP, theme.text, flowing=False)
    return f"{sign}{cell('', WIDTH=2)}{cell(text, ALIGN='LEFT')}{cell('', WIDTH=10)}"


def _label(word: str, theme: Theme) -> str:
    return cell(lines(word, 99, style.STRIP, theme.muted, bold=True, flowing=False), ALIGN="LEFT", WIDTH=30)
