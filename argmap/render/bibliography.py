"""A source as a bibliography names it."""

from __future__ import annotations

from argmap.model import Source

BIBLIOGRAPHY = ("author", "title", "container-title", "publisher", "date", "url")
"""The fields of a source that stand in a bibliography, in their order."""


def bibliography_entry(source: Source) -> str:
    """A source in one line, without a stop."""
    known = {**dict(source.fields), "title": source.title}
    return ", ".join(known[name].strip().rstrip(".") for name in BIBLIOGRAPHY if known.get(name))
