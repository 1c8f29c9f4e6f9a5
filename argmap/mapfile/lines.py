"""The lines of a text that YAML cannot read: their parts, what belongs together, and how a line should be written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import yaml

from argmap.mapfile.fields import FIELDS, NAMES, Kind

SPACES = " \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""White space that programs indent with; YAML takes only the first."""

HEADER = re.compile(r"[>|][-+\d]*\s*(#.*)?")
"""What begins a block of text."""

LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
BELOW = ("because", "but", "unless", "all")
"""The keys of an item under which other items stand."""
LISTS = (*BELOW, "claims")
TEXTS = frozenset(
    f.name for f in FIELDS if f.kind in (Kind.TEXT, Kind.NAME, Kind.KEY, Kind.NUMBER, Kind.TRUTH, Kind.CHOICE)
)
"""Keys that hold one text."""

PROSE = frozenset(f.name for f in FIELDS if f.kind is Kind.TEXT)

COLON = "the text has a colon, which YAML takes for the end of a key"

_ENTRY = re.compile(rf"([{SPACES}]*(?:-(?:[{SPACES}]+|$))*)(?:([\w.-]+) ?:(?:[ \t]+|$))?(.*)", re.DOTALL)
"""The parts of a line: lead, key and value."""
_APOSTROPHE = re.compile(r"'(?:t|tis|twas|til|till|em|cause|bout|round|n|\d\ds?)\b", re.IGNORECASE)
_TIGHT = re.compile(r"-[^\W\d_]")
_LONGEST = 200
"""Characters of a line that are repeated in a hint."""

_LONG = 10_000
"""Characters of a line from which on a place in it need not be exact."""

_FAR = 5000
"""Lines above a line that are looked at."""

_MOST = 4
"""Lines that are repeated in a hint."""


class Line(NamedTuple):
    """A line in its parts: white space and dashes, a key, and the rest."""

    number: int
    text: str
    lead: str
    key: str | None
    value: str

    @property
    def indent(self) -> int:
        """The column of its first letter or dash."""
        return len(self.text) - len(self.text.lstrip(SPACES))

    @property
    def dashed(self) -> bool:
        """Whether it begins an item."""
        return "-" in self.lead

    @property
    def dash(self) -> int:
        """The column of its last dash, or where it begins when it has none."""
        return self.lead.rindex("-") if self.dashed else self.indent

    @property
    def column(self) -> int:
        """The column of its key, or of its text when it has none."""
        return len(self.lead)

    def is_like(self, item: Line) -> bool:
        """Whether it is another item of a list, or nearly so, whose dash lacks its space."""
        return item.dashed and abs(self.indent - item.dash) <= 1 and _TIGHT.match(self.text, self.indent) is not None

    @property
    def start(self) -> int:
        """The column of its value."""
        return len(self.text) - len(self.value)

    @property
    def is_entry(self) -> bool:
        """Whether it begins an item or gives a key, so that it cannot go on with the text above."""
        return self.dashed or (self.key is not None and (self.key in NAMES or not self.value))

    def with_value(self, value: str) -> str:
        """The line with another value."""
        return self.text[: self.start] + value


class Draft:
    """A text as far as it is mended: its lines, and from which line of the file (from 0) each one is."""

    def __init__(self, text: str) -> None:
        self.file = text.split("\n")
        self.lines = list(self.file)
        self.origin = list(range(len(self.lines)))

    def line(self, number: int) -> Line:
        """A line in its parts."""
        number = min(number, len(self.lines) - 1)
        text = self.lines[number]
        match = _ENTRY.fullmatch(text)
        assert match is not None
        lead, key, value = match.groups()
        if key is not None and "-" in lead and key not in NAMES and not key.startswith("x-"):
            key, value = None, text[len(lead) :]  # a bare text with a colon, not an entry
        return Line(number, text, lead, key, value)

    def above(self, number: int) -> Iterator[Line]:
        """The lines above that say anything, nearest first; not those of another part of a huge file."""
        for at in range(number - 1, max(-1, number - _FAR), -1):
            if is_said(self.lines[at]):
                yield self.line(at)

    def below(self, number: int) -> Iterator[Line]:
        """The lines below that say anything, nearest first."""
        for at in range(number + 1, len(self.lines)):
            if is_said(self.lines[at]):
                yield self.line(at)

    def entry(self, number: int) -> Line | None:
        """The line above with which the entry begins that a further line of text belongs to."""
        return next((line for line in self.above(number) if line.is_entry), None)

    def last_of(self, line: Line) -> int:
        """The last line of the text that begins as the value of a line."""
        last = line.number
        for further in self.below(line.number):
            if (
                further.is_entry
                or further.is_like(line)
                or further.indent <= (line.dash if line.key is None else line.column)
            ):
                break
            last = further.number
        return last

    def replace(self, first: int, last: int, instead: Sequence[str]) -> None:
        """Put other lines in the place of some."""
        origin = self.origin[first : last + 1]
        more = len(instead) - len(origin)
        self.lines[first : last + 1] = instead
        self.origin[first : last + 1] = origin[: len(instead)] + origin[-1:] * more

    def place(self, line: int, column: int) -> tuple[int, int]:
        """Where in the file (from 1) a place of the mended text is; it is found by what did not change."""
        at = min(line, len(self.lines)) - 1
        number = self.origin[at]
        old, new = self.file[number], self.lines[at]
        return number + 1, column if old is new else min(_column(old, new, column - 1), len(old)) + 1


def _column(old: str, new: str, column: int) -> int:
    """The column in a line of what stands in that column of the mended line."""
    if len(old) > _LONG:
        return column
    offset = old.find(new.strip()) if new.strip() else -1
    if offset >= 0:
        return max(0, column + offset - (len(new) - len(new.lstrip())))
    same = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    if column <= same:
        return column
    rest = min(len(old), len(new)) - same
    ending = next((i for i in range(rest) if old[-1 - i] != new[-1 - i]), rest)
    return column + len(old) - len(new) if column >= len(new) - ending else min(column, len(old) - ending)


def is_said(text: str) -> bool:
    """Whether a line is more than white space and a comment."""
    said = text.lstrip()
    return bool(said) and said[0] != "#"


def without_comment(text: str) -> tuple[str, str]:
    """A text without the comment behind it, and that comment with the white space before it."""
    at = max(text.rfind(" # "), text.rfind("\t# "), text.rfind("\n"))
    said = text[:at].rstrip() if at >= 0 and text[at] != "\n" else text.rstrip()
    return said, text[len(said) :].rstrip()


def quoted(text: str) -> str:
    """A text as a YAML scalar in quotes; a comment after it stays outside."""
    text, after = without_comment(text)
    if '"' not in text and "\\" not in text:
        return f'"{text}"{after}'
    return "'" + text.replace("'", "''") + "'" + after


def quoted_over(lines: Sequence[str], start: int) -> list[str]:
    """Lines of a text that begins in a column of the first, with quotes around the whole."""
    first, text = lines[0], "\n".join([lines[0][start:], *lines[1:]])
    said, comment = without_comment(text)
    if "'" in said and ('"' in said or "\\" in said) and len(lines) == 1:  # no quotes fit; a block takes all letters
        before = len(first) - len(first.lstrip(" -"))
        column = before + 2 if start > before else before
        return [f"{first[:start]}>-{comment}", " " * column + said]
    return (first[:start] + quoted(text)).split("\n")


def unquoted(value: str) -> str:
    """A text without the quotes that were meant to stand around it, but not without those of its own."""
    value = value.rstrip()
    quote, inside = value[0], value[1:]
    if len(value) > _LONG:
        return value
    if quote == "'" and _APOSTROPHE.match(value) and not inside.endswith("'"):
        return value
    if not inside.endswith(quote):
        return value if _depths(value, quote) else inside
    return inside[:-1] if all(_depths(value[:-1], quote)) else value


def _depths(text: str, quote: str) -> list[int]:
    """How many quotes are open after each quote of a text that opens or closes, by the letters beside it."""
    depths = [1]
    for match in re.finditer(re.escape(quote), text[1:]):
        before, after = text[match.start()], text[match.start() + 2 : match.start() + 3]
        if before.isspace() or before == "(":
            depths.append(depths[-1] + 1)
        elif not after.isalnum():
            depths.append(depths[-1] - 1)
    return depths if len(depths) > 1 else []


def written(lines: Sequence[str]) -> str:
    """Lines as a hint shows them, each indented as far as it should be beside the first."""
    first = next((line for line in lines if line.strip()), "")
    indent = len(first) - len(first.lstrip())
    shown = [line[indent:].rstrip() if not line[:indent].strip() else line.strip() for line in lines if line.strip()]
    shown = [line if len(line) <= _LONGEST else f"{line[:60]} … {line[-30:]}" for line in shown]
    if len(shown) > _MOST:
        return f"write `{shown[0]}`, the lines between as they are, and last `{shown[-1].strip()}`"
    return "write " + ", and below it ".join(f"`{line}`" for line in shown)


class Slip(NamedTuple):
    """What is wrong at a place, and the lines that should stand instead of some."""

    code: str
    message: str
    line: Line
    column: int
    instead: Sequence[str]
    hint: str | None = None
    first: int | None = None
    last: int | None = None


def in_quotes(draft: Draft, code: str, message: str, line: Line, column: int, hint: str | None = None) -> Slip:
    """The slip that is mended by quotes around the value of a line, with the lines that go on with it."""
    last = draft.last_of(line)
    lines = draft.lines[line.number : last + 1]
    for below in draft.below(last):  # what was meant to go on, but begins too far left
        is_key = below.is_entry or below.key is not None or below.value.split()[0].rstrip(":") in NAMES
        if is_key or below.number > last + 1 or not line.dashed or below.indent <= line.dash:
            break
        lines.append(" " * (line.column + 2) + below.text.strip())
        last += 1
    instead = quoted_over(lines, line.start)
    return Slip(code, message, line, column, instead, hint, line.number, last)


def is_outside(draft: Draft, line: Line) -> bool:
    """Whether a line of text begins further left than a text of the entry above could go on."""
    entry = draft.entry(line.number)
    return entry is None or line.indent <= (entry.dash if entry.key is None else entry.column)


def no_entry(draft: Draft, line: Line) -> Slip:
    """The slip of a line that means nothing where it stands, with those like it that follow at the left margin."""
    first = last = line.number
    while line.indent == 0 and first > 0 and _is_stray(draft.line(first - 1)):
        first -= 1
    while line.indent == 0 and last + 1 < len(draft.lines) and _is_stray(draft.line(last + 1)):
        last += 1
    these = draft.lines[first : last + 1]
    instead = [" " * line.indent + "# " + text.strip() if text.strip() else "" for text in these]
    message, what = "this line is neither an entry nor part of a text", "remove it, or make it a comment"
    if last > first:
        line = draft.line(first)
        message, what = "these lines are neither entries nor part of a text", "remove them, or make them comments"
    return Slip("no-entry", message, line, line.indent, instead, f"{what}: {written(instead)}", first, last)


def _is_stray(line: Line) -> bool:
    return bool(line.text.strip()) and not line.text.startswith(("#", "x-")) and line.indent == 0 and not line.is_entry


def begun(column: int, and_these: str = "") -> str:
    """A hint on where a line begins (from 0)."""
    before = f"after {column} space{'s' if column > 1 else ''}" if column else "without spaces before it"
    return f"begin it{and_these} in column {column + 1}, {before}"


def shifted(text: str, by: int) -> str:
    """A line that begins further right, or left."""
    indent = max(0, len(text) - len(text.lstrip()) + by)
    return " " * indent + text.lstrip()


def parses(value: str) -> bool:
    """Whether YAML can read a value by itself."""
    try:
        for _ in yaml.parse(value, LOADER):
            pass
    except yaml.YAMLError:
        return False
    return True
