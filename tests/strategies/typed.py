"""Map files as somebody might type them: everything that the language can say, in every style of YAML."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import strategies as st

from strategies.author import Author

_ONE_LINE = re.compile("[ -~\u00a1-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u2fff\u3001-\ud7ff\U0001f300-\U0001f9ff]+")
_SAFE = re.compile(r"[\w(][\w’.()-]*(?: [\w’.(][\w’.()-]*)*")
"""What may stand without quotes."""
_SAID_KEYS = ("claim", "counterclaim", "evidence", "title", "summary", "note", "warrant", "quote")
"""Keys whose texts go on over lines without quotes, as people type them."""
_PARTS = ("all", "because", "but", "unless", "issues", "expect")
"""What may stand in brackets besides."""
_NAME_LISTS = ("positions", "accepted", "rejected", "undecided", "tags", "answers", "cite")


class _Typist:
    """Types what the author thought of, in a style that changes from line to line."""

    def __init__(self, author: Author, is_tidy: bool, comments: bool) -> None:
        self._chance, self._one = author.chance, author.one
        self._is_tidy = is_tidy
        self._comments = comments
        self._number = 0
        self._lines: list[str] = []
        self._is_below_block = False

    def file(self, document: dict[str, Any]) -> str:
        self._mapping(document, 0, "")
        self._remark(0)
        return "\n".join(self._lines) + self._one("\n", "\n", "")

    def _words(self) -> str:
        self._number += 1
        return self._one("# c{}", "# c{}: 'x' \"y #z", "#! c{}", "## c{} - [a, b]", "#\tc{}").format(self._number)

    def _remark(self, column: int) -> None:
        """Perhaps comments and empty lines between two entries."""
        for _ in range(self._one(0, 0, 0, 1, 2) if self._comments else 0):
            if self._chance(3):
                self._lines.append("")
            else:
                at = self._one(column, column, 0, column if self._is_below_block else column + 2, column // 2)
                self._lines.append(" " * at + self._words())

    def _add(self, line: str, is_block: bool = False) -> None:
        comment = self._one(" ", "  ", "      ") + self._words() if self._comments and self._chance(5) else ""
        self._lines.append(line.rstrip(" ") + comment)
        self._is_below_block = is_block

    def _mapping(self, pairs: dict[str, Any], column: int, lead: str) -> None:
        """A mapping whose first key goes on with the line that ``lead`` begins."""
        for key in self._keys(pairs):
            if lead:
                start, lead = lead, ""
            else:
                self._remark(column)
                start = " " * column
            self._value(key, pairs[key], column, f"{start}{self._key(key)}:")

    def _keys(self, pairs: dict[str, Any]) -> list[str]:
        """The keys of a mapping as they are typed: in order, or from the last to the first."""
        keys = list(pairs)
        if self._is_tidy and not _ORDERED.isdisjoint(keys):
            keys.sort(key=lambda key: _TIDY.index(key if key in _TIDY else "x-"))
        return keys[::-1] if not self._is_tidy and self._chance(2) else keys

    def _key(self, key: str) -> str:
        if key in ("§",) or not _SAFE.fullmatch(key) or self._chance(12):
            return _double(key)
        return key

    def _value(self, key: str, value: Any, column: int, start: str) -> None:
        is_own = key.startswith("x-") or key in ("", "ref", "thesis", "source", "cite", "argmap", *_NAME_LISTS)
        if isinstance(value, str):
            self._text(value, column, start, is_own)
        elif not value or (self._chance(3) and (is_own or key in (*_NAME_LISTS, *_PARTS))):
            self._brackets(value, column, start)
        elif isinstance(value, dict):
            self._add(start)
            self._mapping_below(value, column)
        else:
            self._add(start)
            self._list(key, value, column + self._one(0, 2, 2, 4) if key else column + 2)

    def _mapping_below(self, value: dict[str, Any], column: int) -> None:
        self._mapping(value, column + self._one(2, 2, 1, 4), "")

    def _list(self, key: str, values: list[Any], column: int) -> None:
        inner = "" if key.startswith("x-") or key == "" else key
        for value in values:
            self._remark(column)
            if isinstance(value, dict) and value and not (inner == "cite" and self._chance(2)):
                dash = "-" + " " * self._one(1, 1, 3)
                if self._chance(8) and self._comments:
                    self._lines.append(" " * column + "-  " + self._words())
                    self._mapping(value, column + len(dash), "")
                else:
                    self._mapping(value, column + len(dash), " " * column + dash)
            else:
                self._value(
                    "" if not inner else "cite" if inner == "cite" else inner, value, column, " " * column + "-"
                )

    def _brackets(self, value: Any, column: int, start: str) -> None:
        """A value in brackets, over one line or several."""
        opening, closing = "{}" if isinstance(value, dict) else "[]"
        if isinstance(value, dict):
            parts = [f"{_double(key)}: {_in_flow(value[key])}," for key in self._keys(value)]
        else:
            parts = [f"{_in_flow(part)}," for part in value]
        if not self._comments or self._chance(2):
            self._add(f"{start} {opening}{' '.join(parts)[:-1]}{closing}")
            return
        self._add(f"{start} {opening}")
        for part in parts:
            self._remark(column + 3)
            self._add(" " * (column + 3) + part)
        self._add(" " * (column + 1) + closing)

    def _text(self, text: str, column: int, start: str, is_own: bool) -> None:
        """A text in one of the styles that fit."""
        is_said = start.rstrip(":").split()[-1] in _SAID_KEYS
        indent = " " * (column + self._one(2, 2, 3))
        lines = text.split("\n")
        fits_block = all(line == line.strip() and _ONE_LINE.fullmatch(line) for line in lines)
        # Lines of a block may be empty or begin further right, but not the first, which tells where it stands.
        fits_literal = lines[0] == lines[0].strip() and all(
            not line or (line == line.rstrip() and _ONE_LINE.fullmatch(line)) for line in (lines[0] or "\t", *lines)
        )
        style = self._one("plain", "plain", "single", "literal", "folded", "double", "wrapped", "over", "run-on")
        if style == "plain" and _SAFE.fullmatch(text) and len(text) < 90:
            self._add(f"{start} {text}")
        elif style == "single" and _ONE_LINE.fullmatch(text):
            self._add(start + " '" + text.replace("'", "''") + "'")
        elif style == "literal" and fits_literal and lines[-1]:
            self._add(f"{start} |" + ("-" if is_own else self._one("-", "", "+")))
            self._lines += [line and indent + line for line in lines]
            self._is_below_block = True
        elif style == "folded" and fits_block and len(lines) == 1:
            self._add(f"{start} >" + ("-" if is_own else self._one("-", "", "+")))
            self._lines += [indent + word for word in re.split(r"(?<=\S) (?=\S)", text)]
            self._is_below_block = True
        elif style == "over" and _SAFE.fullmatch(text):
            self._add(start + " '" + f"\n{indent}".join(text.replace("'", "''").split(" ")) + "'")
        elif style == "run-on" and _SAFE.fullmatch(text) and is_said:
            self._add(f"{start} " + f"\n{indent}".join(text.split(" ")))
        elif style == "wrapped" and _SAFE.fullmatch(text):
            self._add(f'{start} "' + f"\n{indent}".join(text.split(" ")) + '"')
        else:
            self._add(f"{start} {_double(text)}")


_TIDY = (
    *("argmap", "title", "question", "author", "date", "language", "summary", "thesis", "style"),
    *("theme", "direction", "colour-by", "key", "show", "wrap", "edge-words"),
    *("claim", "counterclaim", "evidence", "ref", "all", "id", "argument", "label", "by"),
    *(
        "description",
        "reliability",
        "cite",
        "source",
        "at",
        "quote",
        "before",
        "after",
        "implicit",
        "tags",
        "note",
        "url",
    ),
    *("confidence", "assume", "positions", "standard", "role", "answers"),
    *("warrant", "scheme", "qualifier", "strength", "weigh"),
    *("accepted", "rejected", "undecided", "x-", "sources", "speakers", "given", "claims", "issues", "expect"),
    *("unless", "because", "but"),
)
_ORDERED = frozenset(
    (
        "argmap",
        "claim",
        "counterclaim",
        "evidence",
        "ref",
        "all",
        "positions",
        "accepted",
        "source",
        "theme",
        "description",
    )
)
"""Keys that tell a mapping whose keys have an order."""


@st.composite
def files(draw: st.DrawFn, is_tidy: bool = False, comments: bool = True) -> str:
    """The text of a map file without errors, with every construct of the language in every style of YAML.

    ``is_tidy`` says that keys stand in the order that `argmap fmt` gives them; ``comments`` that there may be comments,
    each with words of its own, and empty lines.
    """
    author = Author(draw)
    text = _Typist(author, is_tidy, comments).file(author.document())
    if author.chance(12):
        text = f"---\n{text}"
    if author.chance(6):
        text = text.replace("\n", "\r\n")
    return f"\ufeff{text}" if author.chance(12) else text


def _double(text: str) -> str:
    """A text in double quotes, with an escape for all that is not plain."""
    plain = {'"': '\\"', "\\": "\\\\", "\n": "\\n"}
    return '"' + "".join(plain.get(c) or (c if _ONE_LINE.fullmatch(c) else f"\\U{ord(c):08X}") for c in text) + '"'


def _in_flow(value: Any) -> str:
    if isinstance(value, str):
        return _double(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_double(k)}: {_in_flow(v)}" for k, v in value.items()) + "}"
    return "[" + ", ".join(map(_in_flow, value)) + "]"
