"""Checks that other packages bring, by the entry points ``argmap.checks``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from argmap.checks import Found, Limits
from argmap.model import ArgumentMap
from argmap.problem import Note, Problem, Severity, Span

GROUP = "argmap.checks"
_LONGEST = 200
"""Characters of another package's error that are repeated."""


@cache
def _installed() -> Mapping[str, Any]:
    """The entry points by name; looked up only when one is named, since that costs more than reading a map."""
    from importlib.metadata import entry_points

    return {point.name: point for point in entry_points(group=GROUP)}


def names() -> tuple[str, ...]:
    """The codes of the checks that other packages bring."""
    return tuple(sorted(_installed()))


def page(code: str) -> str:
    """What such a check says of itself in its docstring; empty when it says nothing, or cannot be loaded."""
    from inspect import getdoc

    try:
        return getdoc(_installed()[code].load()) or ""
    except Exception:
        return ""


def run(code: str, severity: Severity, m: ArgumentMap, limits: Limits) -> tuple[Problem, ...]:
    """What such a check finds. When it fails, that is its one problem, an error, for the rest of the report stands."""
    point = _installed()[code]
    try:
        return tuple([_problem(code, severity, found, m.file) for found in point.load()(m, limits)])
    except Exception as error:
        package = point.dist.name if point.dist else point.module
        said = " ".join(f"{type(error).__name__}: {error}".split())
        said = said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"
        message = f"this check of the package {package} failed: {said}"
        return (Problem(code, message, hint=f"report it to the makers of {package}, or do not select it", file=m.file),)


def _problem(code: str, severity: Severity, found: Any, file: str | None) -> Problem:
    """What another package says that it found, if it says it as checks do."""
    if not isinstance(found, Found):
        raise TypeError(f"it found a {type(found).__name__}, not an argmap.checks.Found")
    message, span, hint, notes = found
    fits = isinstance(message, str) and isinstance(hint, str) and isinstance(span, Span | None)
    if not fits or not all(isinstance(note, Note) for note in notes):
        raise TypeError("a Found holds a message, a Span or None, a hint, and a tuple of Notes")
    return Problem(code, message, span, severity, hint, notes, file)
