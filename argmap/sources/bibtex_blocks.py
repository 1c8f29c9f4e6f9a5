"""The entries of a BibTeX file: cut apart at once, and each read by bibtexparser only when it is asked for."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from typing import Any

from argmap.sources.bibliography import UnreadableBibliographyError

_BEGINS = re.compile(r"^[ \t]*@(\w+)[ \t]*[{(]\s*(?:([^\s,{}()=\"#%']+)\s*,)?", re.MULTILINE)
"""The first line of a block, with its kind and the key of an entry."""
_ANYWHERE = re.compile(r"@\w+\s*[{(]")
_OTHERS = ("string", "comment", "preamble")


class Blocks:
    """The entries of a file by their keys, and what else there is in it. Raises `UnreadableBibliographyError`.

    ``macros`` has each `@string` with its value, ``twice`` the keys that stand there again, and ``broken`` the lines on
    which something begins that is no entry. Where the file is so plain that each block can be told from the next
    without reading it, none is read before it is asked for: of 10,000 entries a map cites a few.
    """

    def __init__(self, text: str) -> None:
        self.macros: list[tuple[str, str]] = []
        self.twice: set[str] = set()
        self.broken: list[int] = []
        self._found: dict[str, Any] = {}
        cut = _cut(text)
        if cut is None:
            self._take(_parsed(text))
            return
        self._take(_parsed("".join(chunk for kind, _, chunk in cut if kind == "string")))
        for kind, key, chunk in cut:
            if kind not in _OTHERS and self._found.setdefault(key, chunk) is not chunk:
                self.twice.add(key)

    def __contains__(self, key: str) -> bool:
        return key in self._found

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __getitem__(self, key: str) -> Any:
        """An entry as bibtexparser has it, None for one that it cannot read; raises KeyError."""
        found = self._found[key]
        if isinstance(found, str):
            self._found[key] = None
            self._take(_parsed(found))
            found = self._found[key]
        return found

    def _take(self, blocks: Iterable[Any]) -> None:
        """Sort what was read."""
        from bibtexparser import model

        for found in blocks:
            block = found.ignore_error_block if isinstance(found, model.DuplicateFieldKeyBlock) else found
            if isinstance(block, model.DuplicateBlockKeyBlock):
                self.twice.add(block.key)
            elif isinstance(block, model.Entry):
                if self._found.get(block.key) is not None:
                    self.twice.add(block.key)
                else:
                    self._found[block.key] = block
            elif isinstance(block, model.String):
                self.macros.append((block.key, block.value))
            elif isinstance(block, model.ParsingFailedBlock):
                self.broken.append((block.start_line or 0) + 1)


def _parsed(text: str) -> list[Any]:
    """The blocks of a text as they stand there, with braces and macros."""
    try:
        from bibtexparser import entrypoint
    except ImportError:
        message = "bibtexparser is missing, which reads BibTeX; pip install 'argmap[bibtex]', or name a CSL-JSON file"
        raise UnreadableBibliographyError(message) from None
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # what it makes of a broken file is told by us
    try:
        return list(entrypoint.parse_string(text, parse_stack=[]).blocks)
    except Exception as error:  # whatever a broken file makes a library raise
        said = " ".join(str(error).split())[:80].replace(";", ",") or type(error).__name__
        message = f"it cannot be read as BibTeX ({said}); have it exported anew"
        raise UnreadableBibliographyError(message) from None


def _cut(text: str) -> list[tuple[str, str, str]] | None:
    """Kind, key and text of each block; None where it cannot be said for sure where one ends and the next begins.

    It can where each begins a line, and its braces are as many as it needs: then no block stands inside of another.
    """
    marks = list(_BEGINS.finditer(text))
    if not marks or len(marks) != len(_ANYWHERE.findall(text)):
        return None
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    found = []
    for mark, end in zip(marks, ends, strict=True):
        kind, key, chunk = mark[1].lower(), mark[2] or "", text[mark.start() : end]
        if chunk.count("{") != chunk.count("}") or not (key or kind in _OTHERS):
            return None
        found.append((kind, key, chunk))
    return found
