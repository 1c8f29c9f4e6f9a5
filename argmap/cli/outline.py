"""`argmap outline`: a map in nested sentences."""

from __future__ import annotations

import click

from argmap.cli.evaluated import EVALUATE, MayEvaluate, evaluated
from argmap.cli.files import MAP, OUT, chosen_format, whole, write
from argmap.cli.showing import Wish, with_selection
from argmap.render import OUTLINES
from argmap.render import outline as in_words


@click.command(
    cls=MayEvaluate,
    epilog="\b\nExamples:\n  argmap outline map.yaml\n  argmap outline map.yaml -o outline.md\n"
    "  argmap outline map.yaml --evaluate",
)
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
@EVALUATE
def outline(file: str, output: str | None, form: str | None, wish: Wish, semantics: str | None) -> None:
    """Write a map as nested sentences: because, but, unless."""
    form = chosen_format(form, output, OUTLINES, "text")
    m = whole(file)
    view = wish.of(m)
    write(in_words(view, form, evaluated(m, semantics)).encode(), output or "-", file)
    if output and output != "-":
        click.echo(output)
