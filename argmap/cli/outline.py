"""`argmap outline`: a map in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.cli.evaluated import EVALUATE, MayEvaluate, evaluated
from argmap.cli.files import MAP, OUT, chosen_format, complain_of, deliver, fail, form_option, whole
from argmap.cli.showing import Wish, with_selection
from argmap.cli.telling import with_outline_style
from argmap.render import outline_file
from argmap.render.formats import BY_PANDOC, OUTLINES

if TYPE_CHECKING:
    from argmap.evaluate.verdicts import Evaluation
    from argmap.outline_style import OutlineStyle
    from argmap.selection import View


@click.command(
    short_help="Write a map in words: as text, page, paper or slides.",
    cls=MayEvaluate,
    epilog="\b\nExamples:\n  argmap outline map.yaml\n  argmap outline map.yaml -o outline.md\n"
    "  argmap outline map.yaml --evaluate\n  argmap outline map.yaml --numbering levels --sources footnotes\n"
    "  argmap outline map.yaml --style prose\n  argmap outline map.yaml -o paper.tex",
)
@MAP
@OUT
@form_option(OUTLINES, "text")
@with_outline_style
@with_selection
@EVALUATE
def outline(
    file: str, output: str | None, form: str | None, style: OutlineStyle, wish: Wish, semantics: str | None
) -> None:
    """Write a map in words: nested lines (because, but, unless), connected sentences, or titles alone."""
    form = chosen_format(form, output, OUTLINES, "text")
    if form in BY_PANDOC and not output:
        raise click.UsageError(f"{form} is no text for a screen; name a file with -o, or `-o -` for a pipe.")
    m = whole(file)
    view = wish.of(m, has_lines=False)
    from argmap.languages import is_known
    from argmap.render.idle import idle_in_outline

    for told in idle_in_outline(form, style):
        complain_of(told)
    if style.language is None and not is_known(m.language):
        complain_of(f"the words between statements are English, not `{m.language}`; --language en asks for them")
    deliver(_made(view, form, evaluated(m, semantics), style), output, file)


def _made(view: View, form: str, evaluation: Evaluation | None, style: OutlineStyle) -> bytes:
    """The outline as a file; ends the command where the program that makes it cannot."""
    if form not in BY_PANDOC:
        return outline_file(view, form, evaluation, style)
    from argmap.render.outlines.pandoc.program import PandocError

    try:
        return outline_file(view, form, evaluation, style)
    except PandocError as error:
        fail(str(error))
