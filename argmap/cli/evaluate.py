"""`argmap evaluate`: whether the thesis stands, why, and what carries it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from argmap.cli.files import FINE, MAP, OUT, PROBLEMS, chosen_format, complain_of, deliver, fail, form_option, whole
from argmap.evaluate import SEMANTICS

if TYPE_CHECKING:
    from argmap.model import ArgumentMap

_FORMATS = ("text", "json")
_LEVELS = 2


@click.command(
    short_help="Tell whether the thesis of a map stands, and what carries it.",
    epilog="\b\nExamples:\n  argmap evaluate map.yaml\n"
    "  argmap evaluate week.argmap.yaml --explain four-days --depth 3\n"
    "  argmap evaluate week.argmap.yaml --without step-1\n"
    "  argmap evaluate map.yaml --what-if -f json",
)
@MAP
@OUT
@click.option(
    "-s",
    "--semantics",
    type=click.Choice(list(SEMANTICS)),
    default="standing",
    show_default=True,
    help="By which rules.",
)
@form_option(_FORMATS, "text")
@click.option("--explain", metavar="ID", multiple=True, help="Say why of this statement or step, instead of a report.")
@click.option("--depth", metavar="N", type=click.IntRange(0), help="With --explain: how many levels; 2 unless given.")
@click.option(
    "--without", metavar="ID", multiple=True, help="Suppose that this statement fell, or this step was broken."
)
@click.option("--assume", metavar="ID=STATUS", multiple=True, help="Suppose it accepted, rejected or undecided.")
@click.option("--what-if", is_flag=True, help="Add a table: the thesis without each statement and each step in turn.")
@click.option(
    "--ratings",
    is_flag=True,
    help="Take for the confidence of a statement without one what the ratings of its speaker and sources suggest.",
)
def evaluate(
    file: str,
    output: str | None,
    semantics: str,
    form: str | None,
    explain: tuple[str, ...],
    depth: int | None,
    without: tuple[str, ...],
    assume: tuple[str, ...],
    what_if: bool,
    ratings: bool,
) -> None:
    """Tell whether the thesis of a map stands, why, what carries it, and what would change that.

    Exits with 1 when the semantics standing does not find what the map's `expect` says, unless something is supposed.
    """
    import argmap
    from argmap.evaluate.expectations import UNMET
    from argmap.evaluate.summary import summary
    from argmap.report.evaluation_json import to_json
    from argmap.report.evaluation_text import explanations, to_text

    form = chosen_format(form, output, _FORMATS, "text")
    m = whole(file, besides=UNMET)
    if ratings:
        m = _rated(m)
    labels = _labels(assume)
    statements, steps = [s.id for s in m.statements], [a.id for a in m.arguments]
    _know((*explain, *without), [*statements, *steps], "statement or step")
    _know(tuple(labels), statements, "statement")
    try:
        found = argmap.evaluate(m, semantics, without=without, assume=labels)
        told = summary(found, what_if)
    except ValueError as error:
        fail(str(error))
    if depth is not None and not explain:
        complain_of("--depth changes nothing without --explain")
    depth = _LEVELS if depth is None else depth
    if form == "json":
        text = to_json(told, what_if, explain, depth)
    else:
        if what_if and explain:
            complain_of("--what-if changes nothing beside --explain, which says why instead of a report")
        text = explanations(found, explain, depth) if explain else to_text(told, what_if)
    deliver(text.encode(), output, file)
    if not told.is_as_expected:
        unmet = sum(not e.is_met for e in told.expected)
        click.echo(f"argmap: {unmet} of {len(told.expected)} expectations not met", err=True)
    sys.exit(FINE if told.is_as_expected else PROBLEMS)


def _rated(m: ArgumentMap) -> ArgumentMap:
    """The map with the confidence that ratings suggest; how often is said."""
    from argmap.ratings import with_suggested

    m, number = with_suggested(m)
    statements = "1 statement has" if number == 1 else f"{number or 'no'} statements have"
    click.echo(f"argmap: {statements} the confidence that ratings suggest", err=True)
    return m


def _labels(assume: tuple[str, ...]) -> dict[str, str]:
    """What is assumed, by id."""
    found: dict[str, str] = {}
    for word in assume:
        id, sign, label = word.partition("=")
        if not sign or label not in ("accepted", "rejected", "undecided"):
            raise click.UsageError(f"--assume is written ID=accepted, ID=rejected or ID=undecided, not {word}.")
        if found.setdefault(id, label) != label:
            raise click.UsageError(f"--assume says that {id} is {found[id]} and that it is {label}.")
    return found


def _know(ids: tuple[str, ...], known: list[str], kind: str) -> None:
    """Refuse an id that there is not, with the nearest."""
    from argmap.naming import nearest

    for id in ids:
        if id not in known:
            near = nearest(id, known)
            hint = f"did you mean {near}?" if near else "`argmap table` lists them."
            raise click.UsageError(f"{id} is no {kind} of the map; {hint}")
