"""`argmap remove`: a statement or a step taken out of a map."""

from __future__ import annotations

import click

from argmap.cli.change import INSTEAD, change
from argmap.cli.files import MAP


@click.command(
    short_help="Take a statement or a step out of a map.",
    epilog="\b\nExample:\n  argmap remove week.argmap.yaml two-teams-can-take-turns",
)
@MAP
@click.argument("name", metavar="ID")
@INSTEAD
def remove(file: str, name: str, output: str | None) -> None:
    """Take a statement or a step out of a map, with all that stands below it.

    ID may be a name that argmap made from the text, as tables and reports show it. A statement that is used elsewhere
    too is not removed.
    """
    from argmap.mapfile.remove import removed

    change(file, output, lambda text: removed(text, name))
