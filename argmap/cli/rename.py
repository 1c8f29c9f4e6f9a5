"""`argmap rename`: another name, wherever it stands in a map."""

from __future__ import annotations

import click

from argmap.cli.change import INSTEAD, change
from argmap.cli.files import MAP, called


@click.command(
    short_help="Give a statement, a step or a source another name.",
    epilog="\b\nExample:\n  argmap rename week.argmap.yaml four-days shorter-week",
)
@MAP
@click.argument("old")
@click.argument("new")
@INSTEAD
def rename(file: str, old: str, new: str, output: str | None) -> None:
    """Give a statement, a step, a source or a speaker another name, wherever it stands."""
    from argmap.mapfile.load import folder_of
    from argmap.mapfile.rename import renamed

    change(file, output, lambda text: renamed(text, old, new, called(file), folder_of(file)))
