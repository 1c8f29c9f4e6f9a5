"""What one check tells of a map that is written as text or drawn by hypothesis."""

from __future__ import annotations

from textwrap import dedent

import argmap
from argmap.checks import CHECKS, Limits, check
from argmap.model import ArgumentMap


def problems(code: str, m: ArgumentMap | str, **limits: int) -> tuple[argmap.Problem, ...]:
    """What that check alone finds; a text may leave out its first two lines."""
    if isinstance(m, str):
        m = argmap.loads("argmap: 1\ntitle: T\n" + dedent(m).lstrip("\n"))
    (chosen,) = [c for c in CHECKS if c.code == code]
    return check(m, [chosen], Limits()._replace(**limits))


def lines(code: str, text: str, **limits: int) -> list[int]:
    """The lines at which that check finds something, counted from the first line of the text."""
    return [p.span.line - 2 for p in problems(code, text, **limits) if p.span]


def messages(code: str, m: ArgumentMap | str, **limits: int) -> list[str]:
    """What it says, in the order of the lines."""
    return [p.message for p in problems(code, m, **limits)]
