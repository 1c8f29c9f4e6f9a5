"""`argmap questions`: the critical questions of a map's schemes."""

from __future__ import annotations

import click

from argmap.cli.files import MAP, OUT, chosen_format, deliver, form_option, whole
from argmap.render import in_questions
from argmap.render.formats import QUESTIONS


@click.command(
    short_help="Ask the critical questions of arguments with a scheme.",
    epilog="\b\nExamples:\n  argmap questions map.yaml\n  argmap questions map.yaml -f json",
)
@MAP
@OUT
@form_option(QUESTIONS, "text")
def questions(file: str, output: str | None, form: str | None) -> None:
    """Ask the critical questions of each argument that has a scheme.

    Those that nothing in the map answers come first. An open question is no problem: it is what to look into next.
    """
    form = chosen_format(form, output, QUESTIONS, "text")
    deliver(in_questions(whole(file), form).encode(), output, file)
