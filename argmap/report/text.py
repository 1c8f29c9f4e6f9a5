"""Problems as a text that leads the eye to the place."""

from __future__ import annotations

import unicodedata

from argmap.problem import Problem, Span
from argmap.report import Findings
from argmap.report.wording import COLOURS, harmless, heading, last_line, painted


def to_text(findings: Findings) -> str:
    """Every problem with its source line and the place marked."""
    lines = {name: text.replace("\r\n", "\n").replace("\r", "\n").split("\n") for name, text in findings.texts.items()}
    return "".join(_problem(p, lines.get(p.file or "", []), findings) for p in findings.problems)


def _problem(p: Problem, lines: list[str], f: Findings) -> str:
    out = f"{heading(p, f.colour)}\n"
    if p.span:
        out += _excerpt(p.span, lines, COLOURS[p.severity], f)
    for note in p.notes:
        out += f"  note, line {note.span.line}: {harmless(note.message)}\n" + _excerpt(note.span, lines, "34", f)
    return out + (f"  {painted('help', '1', f.colour)}: {harmless(p.hint)}\n\n" if p.hint else "\n")


def _excerpt(span: Span, lines: list[str], paint: str, f: Findings) -> str:
    """The line of a place, and below it carets under the place."""
    if not 0 < span.line <= len(lines):
        return ""
    line = lines[span.line - 1]
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    cut, stop = _window(line, start, f.width)
    shown = harmless(line[cut:stop])
    dots = "…" if cut else ""
    more = "…" if stop < len(line) else ""
    before = sum(map(_columns, shown[: start - cut])) + len(dots)
    under = sum(map(_columns, shown[start - cut : max(end, start + 1) - cut])) or 1
    mark = painted("^" * under, f"1;{paint}", f.colour)
    last = last_line(span)
    rest = f" … to line {last}" if last > span.line else ""
    number = str(span.line)
    # Otherwise a terminal that knows right-to-left writing turns the line round, its number too.
    order = "\u200e" if any(unicodedata.bidirectional(c) in ("R", "AL", "AN") for c in shown) else ""
    gutter = " " * len(number)
    return f"{order}  {number} | {dots}{shown}{more}\n  {gutter} | {' ' * before}{mark}{rest}\n"


def _window(line: str, start: int, width: int) -> tuple[int, int]:
    """The part of a line around a place that fits so many columns, half of them before it."""
    cut, room = min(start, len(line)), width // 2
    while cut > max(0, start - width) and (room := room - _columns(line[cut - 1])) >= 0:
        cut -= 1
    stop, room = cut, width
    while stop < min(len(line), cut + width) and (room := room - _columns(line[stop])) >= 0:
        stop += 1
    return cut, stop


def _columns(letter: str) -> int:
    """The columns that a letter takes on a terminal."""
    # The vowels and final consonants of Korean are drawn into the syllable that they follow.
    if unicodedata.category(letter) in ("Mn", "Me", "Cf") or "\u1160" <= letter <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
