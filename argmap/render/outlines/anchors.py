"""The places in an outline that references lead to."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.render.outlines.document import Document


def anchors(document: Document) -> Mapping[str, str]:
    """A name of the place where each statement is told, by its id; ids may hold what names of places may not."""
    told = [e.statement.id for e in document.entries() if e.statement and not e.is_reference]
    return {id: f"statement-{n}" for n, id in enumerate(told, 1)}
