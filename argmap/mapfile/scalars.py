"""How a text is written in YAML: plain, in quotes, folded or as it stands, line by line."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from argmap.mapfile.fields import NAMES

LINE = 110
"""Columns that a line may have before its text is folded."""
FILL = 88
"""Columns up to which the lines of a folded text are filled."""
_NARROWEST = 48
"""Columns of text that a folded line has at least, however deep it stands."""


class Text(NamedTuple):
    """A text that is to be written.

    ``style`` is how it was typed where that is to stay: `|` line by line, `>` folded, `"` in quotes.
    """

    value: str
    style: str = ""


_UNFIT = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What can stand in a file as an escape alone."""
_NOT_PLAIN = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`]|\.\.\.|.*?(?:: | #|:$|[\t\n])", re.DOTALL)
_LIKE_KEY = re.compile(r"([\w-]+)[:：]")
_PLAIN_IN_FLOW = re.compile(r"[\w./§]+(?:[ -]+[\w./§]+)*\.?")
_BREAK = re.compile(r"(?<=\S) (?=\S)")
_NO_TEXT = re.compile(
    r"~|null|true|false|yes|no|on|off|y|n|[-+]?[0-9][0-9_,.:eExXoO+\-TtZ a-fA-F]*|[-+]?\.[0-9]+|[-+]?\.(?:inf|nan)",
    re.IGNORECASE,
)
"""What other programs that read YAML take for a number, a date, a truth value or nothing."""
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def columns(text: str) -> int:
    """How wide a text is in an editor: letters of Chinese, Japanese and Korean take two columns."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in ("W", "F") else 1 for c in text
    )


def is_ambiguous(value: str) -> bool:
    """Whether other programs take a text for something else when it stands without quotes."""
    return _NO_TEXT.fullmatch(value) is not None


def inline(text: Text, in_flow: bool = False) -> str:
    """A text on one line: plain where that says the same, else in quotes."""
    value = text.value
    if not value:
        return "" if not text.style and not in_flow else '""'
    if text.style != '"' and _is_plain(value) and not (in_flow and not _PLAIN_IN_FLOW.fullmatch(value)):
        return value
    if _UNFIT.search(value) or "\n" in value or "\t" in value or ("'" in value and ('"' in value or "\\" in value)):
        return '"' + "".join(_ESCAPES.get(c) or (_escaped(c) if _UNFIT.match(c) else c) for c in value) + '"'
    if '"' in value or "\\" in value:
        return f"'{value}'"
    return f'"{value}"'


def _is_plain(value: str) -> bool:
    """Whether a text may stand without quotes, and cannot be mistaken for an entry by the reader either."""
    if value != value.strip() or _NOT_PLAIN.match(value) or _UNFIT.search(value):
        return False
    like_key = _LIKE_KEY.match(value)
    return not (like_key and like_key[1] in NAMES)


def _escaped(letter: str) -> str:
    number = ord(letter)
    return f"\\x{number:02X}" if number < 256 else f"\\u{number:04X}" if number < 65536 else f"\\U{number:08X}"


def written(text: Text, before: int, column: int) -> list[str]:
    """The lines of a text: the first beside its key or dash, where ``before`` columns are taken, the others below.

    ``column`` is where the lines below begin.
    """
    value, style = text
    if "\n" in value:
        as_it_stands = _as_it_stands(value, style == "|")
        fits = as_it_stands is not None and all(column + columns(line) <= LINE for line in as_it_stands)
        folded = None if (fits and style != ">") or style == "|" else _folded(value, column)
        return folded or as_it_stands or [inline(text)]
    line = inline(text)
    if before + 1 + columns(line) <= LINE:
        return [line]
    folded = _folded(value, column)
    return folded if folded is not None and len(folded) > 2 else [line]


def keeps_empty_lines(header: str) -> bool:
    """Whether empty lines below a block belong to its text."""
    return header in ("|+", ">+")


def _ending(value: str) -> tuple[str, str, list[str]]:
    """A text without the line ends behind it, the sign of a block that keeps them, and the lines that they need."""
    body = value.rstrip("\n")
    number = len(value) - len(body)
    return body, "-" if not number else "" if number == 1 else "+", [""] * (number - 1)


def _as_it_stands(value: str, was_so: bool) -> list[str] | None:
    """The text as a block in which every line stays a line; None where YAML would change it."""
    body, sign, rest = _ending(value)
    lines = body.split("\n")
    if _UNFIT.search(value) or not lines[0] or lines[0] != lines[0].lstrip():
        return None
    if any(line != line.rstrip() for line in (lines if not was_so else lines[-1:])):
        return None
    return [f"|{sign}", *lines, *rest]


def _folded(value: str, column: int) -> list[str] | None:
    """The text as a block whose lines are filled; None where YAML would change it."""
    body, sign, rest = _ending(value)
    lines = body.split("\n")
    if _UNFIT.search(value) or not lines[0] or any(line != line.strip() for line in lines):
        return None
    width = max(FILL - column, _NARROWEST)
    found = [f">{sign}"]
    for number, line in enumerate(lines):
        found += [""] * (number > 0)
        if line:
            found += _filled(line, width)
    return [*found, *rest]


def _filled(line: str, width: int) -> list[str]:
    """A line cut at single spaces."""
    first, *words = _BREAK.split(line)
    lines, here, taken = [], [first], columns(first)
    for word in words:
        more = columns(word) + 1
        if taken + more > width:
            lines.append(" ".join(here))
            here, taken = [word], more - 1
        else:
            here.append(word)
            taken += more
    return [*lines, " ".join(here)]
