"""`argmap render`: a map as a picture or as data."""

from __future__ import annotations

import click

from argmap.cli.files import MAP, OUT, chosen_format, fail, stem, whole, write
from argmap.render import ENGINES, PICTURES, draw


@click.command(
    epilog="\b\nExamples:\n  argmap render map.yaml\n  argmap render map.yaml -o picture.png\n"
    "  argmap render map.yaml -o page.html\n"
    "  argmap render - -f dot -o - < map.yaml"
)
@MAP
@OUT
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(list(PICTURES)),
    help="What to make; follows from the ending of -o, else svg.",
)
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default="auto",
    show_default=True,
    help="dot: the Graphviz that pip brought; tidy: argmap's own layout; system: the Graphviz on the PATH.",
)
def render(file: str, output: str | None, form: str | None, engine: str) -> None:
    """Draw a map. Without -o the picture goes into the current folder, and its path is printed."""
    from argmap.render.layout import LayoutError

    form = chosen_format(form, output, PICTURES, "svg")
    argument_map = whole(file)
    notes: list[str] = []
    try:
        data = draw(argument_map, form, engine, notes)
    except LayoutError as error:
        fail(str(error))
    for note in notes:
        click.echo(f"argmap: {note}", err=True)
    path = output or f"{stem(file)}.{form}"
    write(data, path, file)
    if path != "-":
        click.echo(path)
