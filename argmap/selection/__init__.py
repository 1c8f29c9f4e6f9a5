"""What is shown of a map, before anything is drawn: every picture, outline and set of data is made of a `View`."""

from __future__ import annotations

from argmap.selection.choice import select
from argmap.selection.findings import Finding, Findings
from argmap.selection.splitting import SPLITS, split
from argmap.selection.view import Mark, Shown, View, viewed
from argmap.selection.wishes import KINDS, LINKS, Selection

__all__ = [
    "KINDS",
    "LINKS",
    "SPLITS",
    "Finding",
    "Findings",
    "Mark",
    "Selection",
    "Shown",
    "View",
    "select",
    "split",
    "viewed",
]
