"""`argmap check`: what is wrong with maps, by line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from argmap.cli.files import FINE, MISUSE, PROBLEMS, contents, examined, report

if TYPE_CHECKING:
    from argmap.problem import Problem


@click.command(epilog="\b\nExamples:\n  argmap check map.yaml\n  argmap check --strict maps/*.yaml")
@click.argument("files", metavar="MAP...", nargs=-1, required=True, type=click.Path())
@click.option("--strict", is_flag=True, help="Take warnings for errors.")
def check(files: tuple[str, ...], strict: bool) -> None:
    """Tell what is wrong with maps, by line. Exits with 0 when all are fine, 1 when not."""
    from argmap.problem import Severity
    from argmap.report import summary

    problems: list[Problem] = []
    read = 0
    for file in files:
        data = contents(file)
        if data is None:
            continue
        read += 1
        _, found = examined(data, file)
        report(found, data, file, to_stderr=False)
        problems += found
    if read:
        click.echo(f"argmap: {summary(problems, read)}", err=True)
    wrong = any(p.severity is Severity.ERROR or (strict and p.severity is Severity.WARNING) for p in problems)
    sys.exit(MISUSE if read < len(files) else PROBLEMS if wrong else FINE)
