"""`argmap add`: statements added to a map where they bear on what stands there."""

from __future__ import annotations

import click

from argmap.cli.change import INSTEAD, change
from argmap.cli.files import MAP

_KEYS = ("id", "label", "by", "cite", "quote", "note")


@click.command(
    short_help="Add statements to a map.",
    epilog="\b\nExamples:\n"
    '  argmap add week.argmap.yaml --to four-days --because "Fewer people quit"\n'
    '  argmap add week.argmap.yaml --to four-days --but "Clients expect someone on Fridays" --by "the sales team"\n'
    '  argmap add week.argmap.yaml --to output-held-up-during-the-trial --unless "It was a quiet month"\n'
    "  argmap add week.argmap.yaml --to clients-expect-someone-on-fridays --but four-days --ref",
)
@MAP
@click.option("--to", metavar="ID", help="The statement, or the step, on which it bears.")
@click.option("--because", metavar="TEXT", multiple=True, help="What supports the statement.")
@click.option("--but", metavar="TEXT", multiple=True, help="What speaks against the statement.")
@click.option("--unless", metavar="TEXT", multiple=True, help="What breaks the step from ID to the statement above it.")
@click.option("--all", "premise", metavar="TEXT", multiple=True, help="A premise that only works together with ID.")
@click.option("--root", metavar="TEXT", multiple=True, help="A statement that stands on its own; without --to.")
@click.option("--evidence", is_flag=True, help="TEXT is evidence.")
@click.option("--ref", is_flag=True, help="TEXT is the id of a statement that stands in the map already.")
@click.option("--id", metavar="ID", help="A name for the new statement.")
@click.option("--label", metavar="WORDS", help="A heading for it.")
@click.option("--by", metavar="NAME", help="Who asserts it.")
@click.option("--cite", metavar="SOURCE", help='Where it is from, such as "article, para. 5".')
@click.option("--quote", metavar="WORDS", help="The exact words there.")
@click.option("--note", metavar="TEXT", help="A remark.")
@INSTEAD
def add(
    file: str, to: str | None, evidence: bool, ref: bool, output: str | None, **given: str | tuple[str, ...]
) -> None:
    """Add statements to a map, at the end of the list in which they belong.

    ID may be a name that argmap made from the text, as tables and reports show it. Comments and layout stay.
    """
    lists = {"because": "because", "but": "but", "unless": "unless", "premise": "all", "root": "claims"}
    new = [(word, text) for option, word in lists.items() for text in given[option]]
    if not new:
        raise click.UsageError("Say what to add: --because, --but, --unless, --all or --root.")
    if (to is None) != all(word == "claims" for word, _ in new) or (to and given["root"]):
        raise click.UsageError("--because, --but, --unless and --all go with --to, --root goes without.")
    if evidence and ref:
        raise click.UsageError("--evidence and --ref do not go together.")
    keys = {key: str(given[key]) for key in _KEYS if given[key] is not None}
    if len(new) > 1 and "id" in keys:
        raise click.UsageError("--id names one statement; add the others by another call.")

    def changed(text: str) -> str:
        from argmap.mapfile.add import added
        from argmap.mapfile.load import folder_of

        for word, value in new:
            kind = "evidence" if evidence else "ref" if ref else "claim"
            item = {kind: value, **keys} if keys or kind != "claim" else value
            text = added(text, to, word, [item], folder_of(file))
        return text

    change(file, output, changed)
