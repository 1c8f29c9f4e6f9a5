"""The values of BibTeX fields: parts in braces, in quotation marks or called by a macro, joined by `#`."""

from __future__ import annotations

import re

_MOST = 100_000
"""Letters that a value may have once its macros stand in it: macros made of macros can double without end."""
_CUT = f"has a field of more than {_MOST:,} letters, which was cut"
_NAMES = "January February March April May June July August September October November December"
_MARK = re.compile(r"[{}\"#]")


class Macros:
    """What `@string` defines, and the months, which BibTeX knows."""

    def __init__(self) -> None:
        self._doubts: dict[str, list[str]] = {}
        self._known = {month[:3].lower(): month for month in _NAMES.split()}

    def define(self, name: str, raw: str) -> None:
        """Take a macro, whose value may use those before it."""
        doubts: list[str] = []
        self._known[name.lower()] = self.value(raw, doubts)
        self._doubts[name.lower()] = doubts

    def value(self, raw: str, doubts: list[str]) -> str:
        """The value of a field as one text in LaTeX. What is wrong is added to ``doubts``."""
        found = []
        size = 0
        for part in _parts(raw):
            bare = part[:1] not in ("{", '"') and not part.isdecimal()
            if bare and part.lower() not in self._known:
                doubts.append(f"uses `{part[:40]}`, which no @string defines")
            text = self._known.get(part.lower(), part) if bare else unwrapped(part)
            doubts += self._doubts.get(part.lower(), ()) if bare else ()
            size += len(text)
            if size > _MOST:
                doubts.append(_CUT)
                break
            found.append(text)
        doubts[:] = dict.fromkeys(doubts)
        return "".join(found)


def _parts(raw: str) -> list[str]:
    """A value cut at each `#` that stands neither in braces nor in quotation marks."""
    parts: list[str] = []
    depth = start = 0
    is_quoted = False
    for mark in _MARK.finditer(raw):
        sign = mark[0]
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth = max(0, depth - 1)
        elif sign == '"' and not depth:
            is_quoted = not is_quoted
        elif sign == "#" and not depth and not is_quoted:
            parts.append(raw[start : mark.start()])
            start = mark.end()
    return [text for part in (*parts, raw[start:]) if (text := part.strip())]


def unwrapped(part: str) -> str:
    """A part without the braces or the quotation marks around it."""
    part = part.strip()
    return part[1:-1] if len(part) > 1 and part[0] + part[-1] in ("{}", '""') else part
