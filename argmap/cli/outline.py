"""`argmap outline`: a map in nested sentences."""

from __future__ import annotations

import click

from argmap.cli.files import MAP, OUT, chosen_format, whole, write
from argmap.cli.showing import Wish, with_selection
from argmap.render import OUTLINES
from argmap.render import outline as in_words


@click.command(epilog="\b\nExamples:\n  argmap outline map.yaml\n  argmap outline map.yaml -o outline.md")
@MAP
@OUT
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(list(OUTLINES)),
    help="What to write; follows from the ending of -o, else text.",
)
@with_selection
def outline(file: str, output: str | None, form: str | None, wish: Wish) -> None:
    """Write a map as nested sentences: because, but, unless."""
    form = chosen_format(form, output, OUTLINES, "text")
    write(in_words(wish.of(whole(file)), form).encode(), output or "-", file)
    if output and output != "-":
        click.echo(output)
