"""What a reference manager wrote: the entries of a file by the keys that citations call them by."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

MAX_SIZE = 32 * 1024 * 1024
"""Bytes that a bibliography may have."""

_MARKUP = re.compile(r"</?(?:i|b|sc|sub|sup|span)(?:\s[^<>]*)?>")
"""What reference managers put around parts of a title."""
_UNFIT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]+")
"""Letters that no map can hold."""


_CITABLE = re.compile(r"[^\s,;](?:[^,;\n]*[^\s,;])?")
"""A key as citations can call it."""


class UnreadableBibliographyError(ValueError):
    """A file without entries that can be had; the text says why, then after a semicolon what to do."""


class Entry(NamedTuple):
    """What an entry says: the fields of a source by their names in a map, and what in it could not be taken."""

    fields: dict[str, str]
    doubts: tuple[str, ...] = ()


class Bibliography:
    """The entries of a file; each is taken apart when it is asked for, since a map cites few of many.

    ``doubts`` says what is wrong with entries that nothing can cite.
    """

    def __init__(self, raw: Mapping[str, Any], entry: Callable[[Any], Entry], doubts: Iterable[str] = ()) -> None:
        self._raw = {key: value for key, value in raw.items() if _CITABLE.fullmatch(key)}
        self._entry = entry
        self.doubts = tuple(doubts)

    @property
    def keys(self) -> Iterable[str]:
        """The keys that can be cited, in the order of the file."""
        return self._raw.keys()

    def __contains__(self, key: str) -> bool:
        return key in self._raw

    def entry(self, key: str) -> Entry:
        """The entry of a key; raises KeyError."""
        return self._entry(self._raw[key])


@lru_cache(maxsize=4)
def read_bibliography(data: bytes, name: str) -> Bibliography:
    """The entries in the bytes of a file; the ending of its name says which form it has: `.json` or `.bib`.

    Raises `UnreadableBibliographyError`. What was read last is remembered, since many maps share a file.
    """
    form = form_of(name)
    if len(data) > MAX_SIZE:
        size = f"{MAX_SIZE // 1024 // 1024} MB"
        raise UnreadableBibliographyError(f"it is larger than {size}; export what you cite alone")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = data[error.start]
        hint = "have it exported as UTF-8"
        raise UnreadableBibliographyError(f"it is not UTF-8: line {line} has the byte 0x{byte:02X}; {hint}") from None
    if form == "bibtex":
        from argmap.sources.from_bibtex import bibtex  # slow to import, and seldom needed

        return bibtex(text)
    from argmap.sources.from_csl import csl_json

    return csl_json(text)


def form_of(name: str) -> str:
    """The form of a file by the ending of its name. Raises `UnreadableBibliographyError`."""
    for ending, form in ((".json", "csl-json"), (".bib", "bibtex")):
        if name.lower().endswith(ending):
            return form
    hint = "name a file that ends with .json (CSL-JSON) or .bib (BibTeX)"
    raise UnreadableBibliographyError(f"its ending tells no form of bibliography; {hint}")


def clean(text: str) -> str:
    """A text of an entry on one line, without markup and without letters that no map can hold."""
    return " ".join(_UNFIT.sub("\ufffd", _MARKUP.sub("", text)).split())
