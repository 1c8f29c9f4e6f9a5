"""`argmap move`: a statement or a step in another place of a map."""

from __future__ import annotations

import click

from argmap.cli.change import INSTEAD, change
from argmap.cli.files import MAP

_LISTS = {"because": "because", "but": "but", "unless": "unless", "premise": "all"}


@click.command(
    short_help="Move a statement or a step to another place.",
    epilog="\b\nExamples:\n"
    "  argmap move week.argmap.yaml two-teams-can-take-turns --to output-held-up-during-the-trial --because\n"
    "  argmap move week.argmap.yaml clients-expect-someone-on-fridays --before output-held-up-during-the-trial\n"
    "  argmap move week.argmap.yaml output-held-up-during-the-trial --root --leave-ref",
)
@MAP
@click.argument("name", metavar="ID")
@click.option("--to", metavar="ID", help="The statement, or the step, on which it is to bear.")
@click.option("--because", is_flag=True, help="With --to: it supports the statement.")
@click.option("--but", is_flag=True, help="With --to: it speaks against the statement.")
@click.option("--unless", is_flag=True, help="With --to: it breaks the step from there to the statement above.")
@click.option("--all", "premise", is_flag=True, help="With --to: it is a premise that only works together with that.")
@click.option("--before", metavar="ID", help="Put it right before what has that name, into the same list.")
@click.option("--after", metavar="ID", help="Put it right after what has that name, into the same list.")
@click.option("--root", is_flag=True, help="Put it at the end of `claims`, to stand on its own.")
@click.option("--leave-ref", is_flag=True, help="Leave a `ref` in its place, with the keys of the step.")
@INSTEAD
def move(
    file: str,
    name: str,
    to: str | None,
    before: str | None,
    after: str | None,
    root: bool,
    leave_ref: bool,
    output: str | None,
    **lists: bool,
) -> None:
    """Move a statement or a step to another place, with all that stands below it and with its comments.

    ID may be a name that argmap made from the text, as tables and reports show it. An item of `because`, `but` or
    `unless` takes its step along: what breaks the step, warrant, strength and so on.
    """
    from argmap.mapfile.move import moved

    words = [word for option, word in _LISTS.items() if lists[option]]
    if (to is not None) + (before is not None) + (after is not None) + root != 1:
        raise click.UsageError("Say where to: one of --to, --before, --after, --root.")
    if len(words) != (to is not None):
        raise click.UsageError("--to goes with one of --because, --but, --unless, --all.")
    word = words[0] if words else "claims"

    def changed(text: str) -> str:
        return moved(text, name, to=to, word=word, before=before, after=after, leave_ref=leave_ref)

    change(file, output, changed)
