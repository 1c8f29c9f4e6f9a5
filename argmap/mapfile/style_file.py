"""A file that holds the settings of a style, as they stand under `style` in a map."""

from __future__ import annotations

from typing import Any

from argmap.mapfile import events, records
from argmap.mapfile.load import decode
from argmap.mapfile.values import reporter
from argmap.problem import Problem, Span


def read_style(data: bytes, file: str | None = None) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """The settings in the bytes of a file by their names, and every problem in it; never raises for what is in it."""
    text = decode(data, file)
    if isinstance(text, Problem):
        return {}, (text,)
    problems: list[Problem] = []
    try:
        root = events.parse(text.removeprefix("\ufeff"), problems)
    except (events.NotYaml, UnicodeEncodeError) as error:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        message = f"this is not YAML: {getattr(error, 'problem', None) or 'it holds what YAML cannot'}"
        place = Span(line, column, line, column)
        hint = "write a setting a line, such as `theme: dark`"
        return {}, (Problem("not-yaml", message, place, hint=hint, file=file),)
    found = records.style(root, reporter(problems)) if root is not None else {}
    problems.sort(key=lambda p: (p.span.line, p.span.column) if p.span else (0, 0))
    return found, tuple(p._replace(file=file) for p in problems)
