"""Names as BibTeX has them: joined by "and", each in one of three forms; what stands in braces is a group."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.sources.latex import plain_text
from argmap.sources.names import Name, names


def names_of(latex: str) -> tuple[Name, ...]:
    """The names in the value of a field."""
    latex = " ".join(latex.split())  # long white space would cost its square
    return tuple(name for part in _cut(latex, " and ") if part.strip() and any(name := _name(part.strip())))


def _name(latex: str) -> Name:
    """`First von Last`, `von Last, First` or `von Last, Jr, First`."""
    if latex.startswith("{") and len(list(_cut(latex, r"\s+|,"))) == 1:
        return Name(group=_plain(latex))
    parts = [part.strip() for part in _cut(latex, ",")]
    words = [word for word in _cut(parts[0], r"[\s~]+") if word]
    if len(parts) > 1:
        first = next((n for n, word in enumerate(words) if not _is_small(word)), len(words) - 1)
        first = min(first, len(words) - 1) if words else 0
        suffix = parts[1] if len(parts) > 2 else ""
        return Name(_plain(*words[first:]), _plain(parts[-1]), _plain(*words[:first]), _plain(suffix))
    if len(words) == 1 or names(_plain(*words)) == (Name(group=_plain(*words)),):
        return Name(group=_plain(*words))  # also one whose braces were forgotten, such as an institute
    small = [n for n, word in enumerate(words[:-1]) if _is_small(word)]
    start = small[0] if small else len(words) - 1
    end = small[-1] + 1 if small else start
    return Name(_plain(*words[end:]), _plain(*words[:start]), _plain(*words[start:end]))


def _plain(*words: str) -> str:
    return plain_text(" ".join(words)).translate({ord("{"): None, ord("}"): None}).strip()


def _is_small(word: str) -> bool:
    """Whether a word begins with a small letter; one in braces never does."""
    return not (word.startswith("{") and not word.startswith("{\\")) and plain_text(word)[:1].islower()


def _cut(latex: str, pattern: str) -> Iterator[str]:
    """A text cut at a pattern, but not inside of braces."""
    depth = start = 0
    for mark in re.finditer(rf"\\.|[{{}}]|{pattern}", latex, re.IGNORECASE | re.DOTALL):
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "}":
            depth = max(0, depth - 1)
        elif not depth and mark[0][0] != "\\":
            yield latex[start : mark.start()]
            start = mark.end()
    yield latex[start:]
