"""HTML cut into tags and the text between them, in one pass.

Python's own parser is not used: before its latest versions it takes hours for a megabyte of tags that are not closed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_OPENING = re.compile(r"<(?:(?P<end>/?)(?P<name>[A-Za-z][^\s/>]*)|[!?])")
_QUOTE_OR_END = re.compile(r"[\"'>]")
_WHOLE = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in ("script", "style", "textarea", "title")}
"""Elements in which tags mean nothing, with what ends them."""
_PATIENCE = 20
"""How often a tag without an end is looked at closely."""


class Token(NamedTuple):
    """A tag by its name in small letters, or a stretch of text, which has none."""

    start: int
    end: int
    name: str = ""
    is_end: bool = False


def tokens(page: str) -> Iterator[Token]:
    """The tags of a page without comments, and what stands between them; declarations are left out."""
    last = page.rfind(">")
    failures = here = 0
    opening = _OPENING.search(page)
    while opening is not None and opening.start() < last:
        start, name = opening.start(), (opening["name"] or "").lower()
        if here < start:
            yield Token(here, start)
        here = _end(page, opening.end()) if failures < _PATIENCE else 0
        if not here:
            failures += 1
            here = page.find(">", start) + 1
        if name:
            yield Token(start, here, name, bool(opening["end"]))
        if name in _WHOLE and not opening["end"]:
            closing = _WHOLE[name].search(page, here)
            if closing is None:
                return
            here = closing.start()
        opening = _OPENING.search(page, here)
    if here < len(page):
        yield Token(here, len(page))


def _end(page: str, here: int) -> int:
    """Where a tag ends whose name ends here: behind a > that is not in quotes; 0 when there is none."""
    while (mark := _QUOTE_OR_END.search(page, here)) is not None:
        if mark[0] == ">":
            return mark.end()
        here = page.find(mark[0], mark.end()) + 1
        if not here:
            return 0
    return 0
