"""Sources as CSL-JSON (citationstyles.org), which reference managers and pandoc read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from argmap.model import CSL_NAMES, Source
from argmap.sources.names import Name, date_parts, names

PEOPLE = ("author", "editor", "translator")
DATES = ("date", "accessed")
TEXTS = (
    *("title", "container-title", "collection-title", "publisher", "publisher-place", "edition", "volume", "issue"),
    *("page", "number", "genre", "url", "doi", "isbn", "issn", "language", "note"),
)
_KNOWN = (
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection "
    "dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview "
    "legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference patent "
    "performance periodical personal_communication post post-weblog regulation report review review-book software "
    "song speech standard thesis treaty webpage"
)
TYPES = frozenset(_KNOWN.split())
"""The types that CSL 1.0.2 knows."""


def to_csl_json(sources: Iterable[Source]) -> str:
    """A list of the sources, two spaces an indent, with a line end."""
    return json.dumps([item(source) for source in sources], ensure_ascii=False, indent=2) + "\n"


def item(source: Source) -> dict[str, Any]:
    """One source; what it does not say is left out."""
    found: dict[str, Any] = {"id": source.key, "type": type_of(source)}
    for name in TEXTS:
        if value := source.get(name):
            found[CSL_NAMES.get(name, name)] = value
    if (said := source.get("type")) and said not in TYPES and "genre" not in found:
        found["genre"] = said
    for name in PEOPLE:
        if value := source.get(name):
            found[name] = [_person(n) for n in names(value)]
    for name in DATES:
        if value := source.get(name):
            parts = date_parts(value)
            date: dict[str, Any] = {"date-parts": [list(p) for p in parts]} if parts else {"literal": value}
            found[CSL_NAMES.get(name, name)] = date
    return found


def type_of(source: Source) -> str:
    """What a source is: as it says, or by what it has."""
    said = (source.get("type") or "").strip()
    if said in TYPES:
        return said
    if source.get("container-title"):
        is_journal = source.get("volume") or source.get("issue") or source.get("issn")
        return "article-journal" if is_journal else "webpage" if source.get("url") else "chapter"
    if source.get("isbn") or (source.get("publisher") and not source.get("url")):
        return "book"
    return "webpage" if source.get("url") else "document"


def _person(name: Name) -> dict[str, str]:
    if name.group:
        return {"literal": name.group}
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
    }
    return {key: value for key, value in parts.items() if value}
