"""The option of a command that shows what an evaluation finds: `--evaluate`, with a semantics or without one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from argmap.cli.files import fail
from argmap.evaluate import SEMANTICS

if TYPE_CHECKING:
    from argmap.evaluate.verdicts import Evaluation
    from argmap.model import ArgumentMap

_NAME, _USUAL = "--evaluate", "standing"

EVALUATE = click.option(
    _NAME,
    "semantics",
    metavar="[=SEMANTICS]",
    type=click.Choice(list(SEMANTICS)),
    help=f"Show what becomes of each statement and step, by the rules of {_USUAL} or of another semantics: "
    f"{_NAME}=grounded.",
)


class MayEvaluate(click.Command):
    """A command with the option `EVALUATE`, whose value may be left out, also before the name of a file."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Give the option its value, then parse as usual."""
        return super().parse_args(ctx, list(_with_values(args)))


def _with_values(args: list[str]) -> Iterator[str]:
    end = args.index("--") if "--" in args else len(args)
    rest = iter(range(len(args)))
    for at in rest:
        if args[at] != _NAME or at > end:
            yield args[at]
        elif args[at + 1 : at + 2] and args[at + 1] in SEMANTICS:
            yield f"{_NAME}={args[next(rest)]}"
        else:
            yield f"{_NAME}={_USUAL}"


def evaluated(m: ArgumentMap, semantics: str | None) -> Evaluation | None:
    """What a semantics finds in a map, nothing where none is asked for; too hard a map ends the command."""
    import argmap

    try:
        return argmap.evaluate(m, semantics) if semantics else None
    except ValueError as error:
        fail(str(error))
