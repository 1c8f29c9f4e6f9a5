"""`argmap new`: a small map from which to begin, and what lets an editor help with it."""

from __future__ import annotations

import os

import click

from argmap.cli.files import complain_of, fail, write


@click.command(epilog="\b\nExample:\n  argmap new week.argmap.yaml")
@click.argument("file", type=click.Path())
def new(file: str) -> None:
    """Write a small map with comments, from which to begin.

    Its first line leads editors to the file argmap.schema.json beside it, which is written where there is none.
    """
    from argmap.mapfile.load import starter
    from argmap.mapfile.schema import FILE, LINE, schema_text

    if file == "-":  # no folder is known in which the schema could stand
        write(starter().encode(), file, None)
        return
    if not file.endswith((".yaml", ".yml")):
        file += ".argmap.yaml"
    if os.path.lexists(file):
        fail(f"{file} exists already; choose another name")
    write((LINE + starter()).encode(), file, None)
    click.echo(file)
    beside = os.path.join(os.path.dirname(file), FILE)
    if not os.path.lexists(beside):
        write(schema_text().encode(), beside, None)
        complain_of(f"wrote {beside} too, for editors")
