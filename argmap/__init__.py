"""Argument maps in YAML: read, examined, drawn and written out.

The public names are imported when they are first used, since a command that only says its version should not pay for
reading and drawing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.build import Builder
    from argmap.checks import check
    from argmap.evaluate import evaluate
    from argmap.evaluate.verdicts import Evaluation
    from argmap.looks import Style
    from argmap.mapfile.add import added
    from argmap.mapfile.fixes import mended
    from argmap.mapfile.fmt import formatted
    from argmap.mapfile.load import load, loads, read
    from argmap.mapfile.move import moved
    from argmap.mapfile.remove import removed
    from argmap.mapfile.rename import renamed
    from argmap.mapfile.write import dump, dumps
    from argmap.model import (
        Argument,
        ArgumentMap,
        Citation,
        Claim,
        Counterclaim,
        Direction,
        Evidence,
        Issue,
        Premise,
        Side,
        Source,
        Speaker,
        Statement,
    )
    from argmap.outline_style import OutlineStyle
    from argmap.problem import MapError, Note, Problem, Severity, Span
    from argmap.questions import critical_questions
    from argmap.render import draw, draw_pages, outline, outline_file, reading_view, table
    from argmap.render.errors import LayoutError
    from argmap.render.outlines.pandoc.program import PandocError
    from argmap.reviews import review
    from argmap.schemes import SCHEMES
    from argmap.selection import Selection, View, select, split
    from argmap.settings import Settings

__version__ = "0.1.0"

_HOMES = {
    "argmap.build": ("Builder",),
    "argmap.checks": ("check",),
    "argmap.evaluate": ("evaluate",),
    "argmap.evaluate.verdicts": ("Evaluation",),
    "argmap.looks": ("Style",),
    "argmap.mapfile.add": ("added",),
    "argmap.mapfile.fixes": ("mended",),
    "argmap.mapfile.fmt": ("formatted",),
    "argmap.mapfile.load": ("load", "loads", "read"),
    "argmap.mapfile.move": ("moved",),
    "argmap.mapfile.remove": ("removed",),
    "argmap.mapfile.rename": ("renamed",),
    "argmap.mapfile.write": ("dump", "dumps"),
    "argmap.model": (
        "Argument",
        "ArgumentMap",
        "Citation",
        "Claim",
        "Counterclaim",
        "Direction",
        "Evidence",
        "Issue",
        "Premise",
        "Side",
        "Source",
        "Speaker",
        "Statement",
    ),
    "argmap.outline_style": ("OutlineStyle",),
    "argmap.problem": ("MapError", "Note", "Problem", "Severity", "Span"),
    "argmap.questions": ("critical_questions",),
    "argmap.render": ("draw", "draw_pages", "outline", "outline_file", "reading_view", "table"),
    "argmap.render.errors": ("LayoutError",),
    "argmap.render.outlines.pandoc.program": ("PandocError",),
    "argmap.reviews": ("review",),
    "argmap.schemes": ("SCHEMES",),
    "argmap.selection": ("Selection", "View", "select", "split"),
    "argmap.settings": ("Settings",),
}

__all__ = [
    "SCHEMES",
    "Argument",
    "ArgumentMap",
    "Builder",
    "Citation",
    "Claim",
    "Counterclaim",
    "Direction",
    "Evaluation",
    "Evidence",
    "Issue",
    "LayoutError",
    "MapError",
    "Note",
    "OutlineStyle",
    "PandocError",
    "Premise",
    "Problem",
    "Selection",
    "Settings",
    "Severity",
    "Side",
    "Source",
    "Span",
    "Speaker",
    "Statement",
    "Style",
    "View",
    "__version__",
    "added",
    "check",
    "critical_questions",
    "draw",
    "draw_pages",
    "dump",
    "dumps",
    "evaluate",
    "formatted",
    "load",
    "loads",
    "mended",
    "moved",
    "outline",
    "outline_file",
    "read",
    "reading_view",
    "removed",
    "renamed",
    "review",
    "select",
    "split",
    "table",
]


def __getattr__(name: str) -> object:
    """Import a public name from its module."""
    from importlib import import_module

    for module, names in _HOMES.items():
        if name in names:
            value: object = getattr(import_module(module), name)
            # A module that was imported has taken its name here already: `evaluate` is one that can be called.
            return globals().setdefault(name, value)
    raise AttributeError(f"module 'argmap' has no attribute {name!r}")


def __dir__() -> list[str]:
    """The public names."""
    return __all__
