"""`argmap check`: what is wrong with maps, by line."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

import click

from argmap.cli import files
from argmap.cli.named_maps import named_maps
from argmap.cli.settings import with_settings
from argmap.report import REPORTS, Findings, summary, tell

if TYPE_CHECKING:
    from argmap.cli.settings import SettingsOf
    from argmap.problem import Problem
    from argmap.settings import Settings

MANY = 2_000_000
"""Bytes of maps from which on several processes are faster than one."""


class Job(NamedTuple):
    """A map to be checked, with what is looked for and how its report is to look."""

    file: str
    is_regular: bool
    chosen: Settings
    form: str
    colour: bool
    width: int


class Outcome(NamedTuple):
    """What became of it."""

    problems: tuple[Problem, ...] = ()
    told: str = ""
    """Its report, unless all files go into one document."""
    failure: str | None = None
    """Why the file could not be read."""
    unchecked: int = 0
    """How many quotes were not checked."""


def _explain(_: click.Context, __: click.Parameter, word: str | None) -> None:
    if word is not None:
        from argmap.cli.explain import explain

        explain(word)
        sys.exit(files.FINE)


@click.command(
    epilog="\b\nExamples:\n  argmap check map.yaml\n  argmap check --strict maps/*.yaml\n"
    "  argmap check -f json maps\n  argmap check"
)
@click.argument("maps", metavar="[MAP|FOLDER]...", nargs=-1, type=click.Path(readable=False))
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(list(REPORTS)),
    help="How to tell; text, or github when GITHUB_ACTIONS is true.",
)
@click.option("--fix", is_flag=True, help="First mend, in the files, what leaves no choice.")
@click.option(
    "--explain",
    metavar="CODE|FAMILY",
    callback=_explain,
    is_eager=True,
    expose_value=False,
    help="Print the page of a problem, such as side-mismatch, or list a family, such as wording; check nothing.",
)
@with_settings
def check(maps: tuple[str, ...], form: str | None, fix: bool, settings: SettingsOf) -> None:
    """Tell what is wrong with maps, by line. Exits with 0 when all are fine, 1 when not.

    A folder stands for all *.argmap.yaml and *.argmap.yml in and below it, but for hidden ones; without any MAP it is
    the current folder. Patterns such as 'maps/**/*.yaml' may be quoted.
    """
    sys.exit(_checked_all(maps or (os.curdir,), form or _usual_form(), settings, fix))


def _usual_form() -> str:
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"


def _checked_all(maps: Sequence[str], form: str, settings: SettingsOf, fix: bool) -> int:
    """Print the report of all maps; the exit code."""
    from argmap.cli.progress import watched
    from argmap.cli.side_by_side import WorkerDiedError
    from argmap.problem import Severity

    named = named_maps(maps)
    if fix:
        from argmap.cli.mend import mend

        if any(file.path == "-" for file in named.files):
            raise click.UsageError("--fix mends files; save the map in one first.")
        mend([file.path for file in named.files if file.is_regular], settings)
    colour, width = files.is_colourful(sys.stdout), files.width_of(sys.stdout)
    jobs = [Job(file.path, file.is_regular, settings(file.path), form, colour, width) for file in named.files]
    is_long = sum(file.size for file in named.files) > MANY
    problems: list[Problem] = []
    failures = list(named.failures)
    is_strict = False
    unchecked = 0
    try:
        with closing(_outcomes(jobs, is_long)) as outcomes, watched(outcomes, len(jobs), is_long) as seen:
            for job, outcome in zip(jobs, seen, strict=True):
                problems += outcome.problems
                unchecked += outcome.unchecked
                warned = any(p.severity is Severity.WARNING for p in outcome.problems)
                is_strict = is_strict or (job.chosen.strict and warned)
                files.show(outcome.told, colour)
                if outcome.failure:
                    failures.append(outcome.failure)
    except WorkerDiedError as error:
        files.fail(str(error))
    read = len(jobs) + len(named.failures) - len(failures)
    if REPORTS[form].is_document:
        files.show(tell(Findings(problems, read, root=os.getcwd()), form), colour=False)
    for failure in failures:
        files.complain_of(failure)
    if unchecked and form == "text":
        quotes = "1 quote was" if unchecked == 1 else f"{unchecked} quotes were"
        click.echo(f"argmap: {quotes} not checked: no text is at hand", err=True)
    if read and form in ("text", "concise"):
        strictly = " (strict: warnings count as errors)" if is_strict else ""
        click.echo(f"argmap: {summary(problems, read)}{strictly}", err=True)
    if failures:
        return files.MISUSE
    is_wrong = is_strict or any(p.severity is Severity.ERROR for p in problems)
    return files.PROBLEMS if is_wrong else files.FINE


def _outcomes(jobs: Sequence[Job], is_long: bool) -> Generator[Outcome]:
    """What becomes of each job, in their order; what can be read in one process alone is read in this one."""
    from argmap.cli.side_by_side import processors, side_by_side

    apart = [job for job in jobs if job.is_regular]
    with closing(side_by_side(_checked, apart, processors() if is_long else 1)) as outcomes:
        for job in jobs:
            yield next(outcomes) if job.is_regular else _checked(job)


def _checked(job: Job) -> Outcome:
    try:
        data = files.held(job.file)
    except files.UnreadableError as error:
        return Outcome(failure=str(error))
    _, problems, unchecked = files.examined(data, job.file, job.chosen, with_texts=True)
    if not problems or REPORTS[job.form].is_document:
        return Outcome(problems, unchecked=unchecked)
    texts = files.texts_of(problems, data, job.file) if job.form == "text" else {}
    findings = Findings(problems, 1, texts, job.colour, job.width)
    return Outcome(problems, tell(findings, job.form), unchecked=unchecked)
