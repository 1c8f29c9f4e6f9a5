"""`argmap table`: the statements, arguments or citations of a map as rows, for spreadsheets and for readers."""

from __future__ import annotations

import click

from argmap.cli.evaluated import EVALUATE, MayEvaluate, evaluated
from argmap.cli.files import MAP, OUT, chosen_format, complain_of, deliver, fail, form_option, whole
from argmap.cli.showing import Wish, with_selection
from argmap.render import table as in_rows
from argmap.render.formats import ROWS, TABLES


@click.command(
    cls=MayEvaluate,
    epilog="\b\nExamples:\n  argmap table map.yaml -o statements.csv\n"
    "  argmap table map.yaml --of arguments -o arguments.csv\n"
    "  argmap table map.yaml --only evidence --columns number,text,cites -f markdown\n"
    "  argmap table map.yaml --evaluate -o standing.csv",
)
@MAP
@OUT
@click.option("--of", type=click.Choice(list(ROWS)), default="statements", show_default=True, help="What has a row.")
@form_option(TABLES, "csv")
@click.option("--columns", metavar="NAMES", help="Just these columns, in this order, with commas between.")
@with_selection
@EVALUATE
def table(
    file: str, output: str | None, of: str, form: str | None, columns: str | None, wish: Wish, semantics: str | None
) -> None:
    """Write a map as a table, in CSV or Markdown.

    In CSV an apostrophe stands before whatever a spreadsheet could take for a formula.
    """
    form = chosen_format(form, output, TABLES, "csv")
    names = [name.strip() for name in (columns or "").split(",") if name.strip()]
    m = whole(file)
    view = wish.of(m, has_lines=False)
    if semantics is not None and of == "citations":
        complain_of("--evaluate changes nothing: citations are not evaluated")
    evaluation = evaluated(m, semantics)
    try:
        made = in_rows(view, of, form, names, evaluation)
    except ValueError as error:
        fail(str(error))
    deliver(made.encode(), output, file)
