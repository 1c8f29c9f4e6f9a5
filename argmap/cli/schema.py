"""`argmap schema`: the map language for editors."""

from __future__ import annotations

import click

from argmap.cli.files import OUT, deliver


@click.command(
    short_help="Print the map language as a JSON Schema, for editors.",
    epilog="\b\nExamples:\n  argmap schema\n  argmap schema -o argmap.schema.json",
)
@OUT
def schema(output: str | None) -> None:
    """Print the map language as a JSON Schema, by which editors complete, explain and check."""
    from argmap.mapfile.schema import schema_text

    deliver(schema_text().encode(), output, None)
