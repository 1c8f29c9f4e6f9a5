"""`argmap new`: a small map from which to begin."""

from __future__ import annotations

import os

import click

from argmap.cli.files import fail, write


@click.command(epilog="\b\nExample:\n  argmap new week.argmap.yaml")
@click.argument("file", type=click.Path())
def new(file: str) -> None:
    """Write a small map with comments, from which to begin."""
    from argmap.mapfile.load import starter

    if file != "-" and not file.endswith((".yaml", ".yml")):
        file += ".argmap.yaml"
    if file != "-" and os.path.lexists(file):
        fail(f"{file} exists already; choose another name")
    write(starter().encode(), file, None)
    if file != "-":
        click.echo(file)
