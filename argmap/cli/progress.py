"""A bar on the terminal that shows how far a long command has come."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import click

_Thing = TypeVar("_Thing")


@contextmanager
def watched(things: Iterable[_Thing], number: int, is_long: bool) -> Iterator[Iterable[_Thing]]:
    """The same things, with a bar that grows on the standard error while they are gone through.

    There is none unless it takes long and somebody is there to watch: a terminal that can move its cursor, not the log
    of a machine.
    """
    is_watched = is_long and number > 1 and sys.stderr is not None and sys.stderr.isatty()
    if not is_watched or os.environ.get("TERM") == "dumb" or os.environ.get("CI"):
        yield things
        return
    with click.progressbar(things, number, "Checking", show_pos=True, file=sys.stderr) as bar:
        yield _cleared(bar)
        click.echo(_CLEAR, nl=False, err=True)


_CLEAR = "\r\x1b[2K"


def _cleared(things: Iterable[_Thing]) -> Iterator[_Thing]:
    """The same things; the bar is wiped away before each, so that what is then printed has the line to itself."""
    for thing in things:
        click.echo(_CLEAR, nl=False, err=True)
        yield thing
