"""Problems as a text that leads the eye to the place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from argmap.problem import Problem, Severity, Span

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.HINT: "36"}
_BREAKS = ("Cc", "Zl", "Zp")
"""Categories of letters that a terminal does not show in their place."""

_WIDEST = 160
"""Columns of a source line that are shown."""


def to_text(problems: Iterable[Problem], texts: Mapping[str, str], colour: bool = False) -> str:
    """Every problem with its source line and the place marked; ``texts`` holds the text of each file by its name."""
    lines = {name: text.replace("\r\n", "\n").replace("\r", "\n").split("\n") for name, text in texts.items()}
    return "".join(_problem(p, lines.get(p.file or "", []), colour) for p in problems)


def _painted(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text


def _problem(p: Problem, lines: list[str], colour: bool) -> str:
    place = ":".join([p.file or "map", *([str(p.span.line), str(p.span.column)] if p.span else [])])
    severity = _painted(p.severity, f"1;{_COLOURS[p.severity]}", colour)
    out = f"{_painted(place, '1', colour)}: {severity}[{p.code}]: {p.message}\n"
    if p.span:
        out += _excerpt(p.span, lines, _COLOURS[p.severity], colour)
    for note in p.notes:
        out += f"  note, line {note.span.line}: {note.message}\n" + _excerpt(note.span, lines, "34", colour)
    return out + (f"  {_painted('help', '1', colour)}: {p.hint}\n\n" if p.hint else "\n")


def _excerpt(span: Span, lines: list[str], paint: str, colour: bool) -> str:
    """The line of a place, and below it carets under the place."""
    if not 0 < span.line <= len(lines):
        return ""
    line = lines[span.line - 1].expandtabs(1)
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    cut = max(0, start - _WIDEST // 2) if start > _WIDEST // 2 else 0
    shown = "".join(" " if unicodedata.category(c) in _BREAKS else c for c in line[cut : cut + _WIDEST])
    before = sum(_columns(c) for c in shown[: start - cut])
    under = sum(_columns(c) for c in shown[start - cut : max(end, start + 1) - cut]) or 1
    number = str(span.line)
    gutter = " " * len(number)
    mark = _painted("^" * under, f"1;{paint}", colour)
    dots = "…" if cut else ""
    more = "…" if len(line) > cut + _WIDEST else ""
    return f"  {number} | {dots}{shown}{more}\n  {gutter} | {' ' * (before + len(dots))}{mark}\n"


def _columns(letter: str) -> int:
    """The columns that a letter takes on a terminal."""
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def summary(problems: Sequence[Problem], files: int) -> str:
    """How many problems of each kind there are in how many maps, in one line."""
    counts = {s: sum(p.severity is s for p in problems) for s in Severity}
    named = [f"{n} {s}{'' if n == 1 else 's'}" for s, n in counts.items() if n]
    where = "1 map" if files == 1 else f"{files} maps"
    return f"{', '.join(named) if named else 'no problems'} in {where}"
