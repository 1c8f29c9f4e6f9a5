"""`argmap check`: what is wrong with maps, by line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from argmap.cli.files import FINE, MISUSE, PROBLEMS, contents, examined, report
from argmap.cli.settings import with_settings

if TYPE_CHECKING:
    from argmap.cli.settings import SettingsOf
    from argmap.problem import Problem


@click.command(epilog="\b\nExamples:\n  argmap check map.yaml\n  argmap check --strict maps/*.yaml")
@click.argument("files", metavar="MAP...", nargs=-1, required=True, type=click.Path())
@with_settings
def check(files: tuple[str, ...], settings: SettingsOf) -> None:
    """Tell what is wrong with maps, by line. Exits with 0 when all are fine, 1 when not."""
    from argmap.problem import Severity
    from argmap.report import summary

    problems: list[Problem] = []
    read = 0
    is_strict = False
    for file, chosen in [(file, settings(file)) for file in files]:
        data = contents(file)
        if data is None:
            continue
        read += 1
        _, found = examined(data, file, chosen)
        report(found, data, file, to_stderr=False)
        problems += found
        is_strict = is_strict or (chosen.strict and any(p.severity is Severity.WARNING for p in found))
    if read:
        strictly = " (strict: warnings count as errors)" if is_strict else ""
        click.echo(f"argmap: {summary(problems, read)}{strictly}", err=True)
    wrong = is_strict or any(p.severity is Severity.ERROR for p in problems)
    sys.exit(MISUSE if read < len(files) else PROBLEMS if wrong else FINE)
