"""`argmap render`: a map as a picture or as data."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from argmap.cli.evaluated import EVALUATE, MayEvaluate, evaluated
from argmap.cli.files import MAP, OUT, chosen_format, complain_of, fail, form_option, stem, whole, write
from argmap.cli.looks import Looks, with_looks
from argmap.cli.showing import Wish, with_selection
from argmap.render import MOST, draw, draw_pages
from argmap.render.formats import BITMAPS, ENDINGS, ENGINES, PAPERS, PICTURES, SHEETS

if TYPE_CHECKING:
    from argmap.selection import Shown

_SPLITS = ("roots", "arguments")


@click.command(
    cls=MayEvaluate,
    epilog="\b\nExamples:\n  argmap render map.yaml\n  argmap render map.yaml -o picture.png\n"
    "  argmap render map.yaml -o page.html\n  argmap render map.yaml -o chart.mmd\n"
    "  argmap render map.yaml --depth 2 --theme dark\n"
    "  argmap render map.yaml --evaluate\n  argmap render - -f dot -o - < map.yaml",
)
@MAP
@OUT
@form_option(PICTURES, "svg", "make")
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default="auto",
    show_default=True,
    help="dot: the Graphviz that pip brought; tidy: argmap's own layout; system: the Graphviz on the PATH.",
)
@click.option("--dpi", metavar="N", type=click.IntRange(1), help="Pixels per inch of a PNG; 144 unless given.")
@click.option("--force", is_flag=True, help=f"Draw more than {MOST:,} statements in one picture all the same.")
@with_looks
@with_selection
@EVALUATE
@click.option(
    "--split", type=click.Choice(_SPLITS), help="A file for each of these, and one that shows where they are."
)
@click.option("--page", type=click.Choice(PAPERS), help="On as many pages of this paper as it needs.")
def render(
    file: str,
    output: str | None,
    form: str | None,
    engine: str,
    dpi: int | None,
    force: bool,
    wish: Wish,
    semantics: str | None,
    looks: Looks,
    split: str | None,
    page: str | None,
) -> None:
    """Draw a map. Without -o the picture goes into the current folder, and its path is printed."""
    from argmap.render.errors import LayoutError

    form = chosen_format(form, output, PICTURES, "pdf" if page else "svg")
    if page and form not in SHEETS:
        raise click.UsageError(f"--page makes svg, png or pdf, not {form}.")
    if page and engine not in ("auto", "tidy"):
        raise click.UsageError("--page is for argmap's own layout; leave --engine out.")
    if dpi is not None and form not in BITMAPS:
        fail(f"--dpi is for {' and '.join(BITMAPS)} alone; {form} has no pixels")
    path = output or f"{stem(file)}.{ENDINGS.get(form, form)}"
    m = whole(file)
    style = looks.of(m)
    pictures: dict[str, Shown] = {}
    if split is None:
        pictures[path] = wish.of(m, has_lines=form not in ("html", "json") and style.style != "toulmin")
    else:
        if path == "-":
            raise click.UsageError("--split makes several files; name the first of them with -o.")
        found = wish.split(m, split, lambda name: os.path.basename(_with(path, name)))
        pictures[path] = found.overview
        pictures |= {_with(path, name): part for name, part in found.parts.items()}
        if not found.parts:
            complain_of(f"--split {split} changes nothing: one file shows everything")
    evaluation = evaluated(m, semantics)
    notes = [*looks.idle(form, style)]
    if engine != "auto" and form not in SHEETS:
        notes.append("--engine changes nothing: it is for svg, png and pdf")
    drawn: dict[str, bytes] = {}
    for path, shown in pictures.items():
        try:
            if page:
                pages = draw_pages(shown, form, page, notes, style, evaluation, dpi)
            else:
                pages = [draw(shown, form, engine, notes, style, evaluation, dpi, force)]
        except LayoutError as error:
            fail(str(error))
        if len(pages) > 1 and path == "-":
            raise click.UsageError(
                f"The map needs {len(pages)} pages, each a file; write PDF, or name the file with -o."
            )
        names = [path] if len(pages) == 1 else [_with(path, str(number)) for number in range(1, len(pages) + 1)]
        drawn |= dict(zip(names, pages, strict=True))
    for note in dict.fromkeys(notes):
        click.echo(f"argmap: {note}", err=True)
    for path, data in drawn.items():
        write(data, path, file)
        if path != "-":
            click.echo(path)


def _with(path: str, name: str) -> str:
    """A path with a name before its ending."""
    first, ending = os.path.splitext(path)
    return f"{first}-{name}{ending}"
