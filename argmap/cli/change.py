"""Commands that change a map file: whole or not at all, and nothing in it but what was asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable

import click

from argmap.cli.files import PROBLEMS, called, complain, fail, held_or_end, replace, write

INSTEAD = click.option(
    "-o", "--output", metavar="FILE", type=click.Path(), help="Where to write instead; `-` is standard output."
)

_QUICK = 4_000_000
"""Pairs of lines up to which the lines of two texts are matched one by one."""


def change(file: str, output: str | None, changed: Callable[[str], str]) -> None:
    """Write what a function makes of the text of a file; where it raises, say why and leave the file alone."""
    from argmap.mapfile.load import decode
    from argmap.problem import MapError, Problem

    data = held_or_end(file)
    text = decode(data, called(file))
    try:
        if isinstance(text, Problem):
            raise MapError((text,))
        result = changed(text)
    except MapError as error:
        complain(error.problems, data, file)
        sys.exit(PROBLEMS)
    except ValueError as error:
        fail(str(error))
    path = output or file
    if path == "-" or path != file:
        write(result.encode(), path, None)
    elif result != text:
        replace(path, result.encode())
    if path != "-":
        click.echo(_said(text, result, path))


def _said(before: str, after: str, path: str) -> str:
    """How many lines of a file are different now."""
    count = _changed(before.splitlines(), after.splitlines())
    return f"{path}: {count} line{'' if count == 1 else 's'} changed" if count else f"{path}: nothing to change"


def _changed(old: list[str], new: list[str]) -> int:
    """How many lines are not what they were."""
    from collections import Counter
    from difflib import SequenceMatcher

    if old == new:
        return 0
    if len(old) * len(new) <= _QUICK:
        blocks = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        return sum(max(b - a, d - c) for kind, a, b, c, d in blocks if kind != "equal")
    gone, come = Counter(old) - Counter(new), Counter(new) - Counter(old)
    return max(gone.total(), come.total(), 1)  # lines that were only moved are not counted
