"""`argmap check --fix`: maps mended in their files before they are checked."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

import click

from argmap.cli import files
from argmap.mapfile.fixes import mended
from argmap.mapfile.load import decode, folder_of
from argmap.reviews import review

if TYPE_CHECKING:
    from argmap.cli.settings import SettingsOf


def mend(paths: Iterable[str], settings: SettingsOf) -> None:
    """Take out of each file the problems that leave no choice; what cannot be read is left to the check."""
    for path in paths:
        try:
            data = files.held(path)
        except files.UnreadableError:
            continue
        text = decode(data)
        if isinstance(text, str):
            again = partial(review, settings=settings(path), folder=folder_of(path))
            after, gone = mended(text, lambda text, again=again: again(text.encode()))  # type: ignore[misc]
            if gone:
                files.replace(path, after.encode())
                many = "1 problem" if len(gone) == 1 else f"{len(gone)} problems"
                click.echo(f"argmap: {files.called(path)}: {many} mended", err=True)
