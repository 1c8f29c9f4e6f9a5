"""`argmap sources`: the sources of a map, who cites them, and whether each quote is in its text."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from argmap.cli.files import (
    FINE,
    MAP,
    OUT,
    PROBLEMS,
    chosen_format,
    complain_of,
    deliver,
    form_option,
    held_or_end,
    whole_of,
)
from argmap.cli.texts import TEXTS, held_texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.model import ArgumentMap
    from argmap.problem import Problem
    from argmap.render.sources.listing import Listed

FORMATS = ("text", "markdown", "json", "csl-json", "bibtex")


@click.command(
    short_help="List the sources of a map, and prove every quote.",
    epilog="\b\nExamples:\n  argmap sources map.yaml\n  argmap sources map.yaml --text article=article.txt\n"
    "  argmap sources map.yaml --coverage\n  argmap sources map.yaml -f bibtex -o map.bib",
)
@MAP
@OUT
@TEXTS
@form_option(FORMATS, "text")
@click.option("--coverage", is_flag=True, help="Show each paragraph of the texts with what cites it.")
@click.option("--speakers", is_flag=True, help="Show who says what.")
def sources(
    file: str, output: str | None, texts: dict[str, str], form: str | None, coverage: bool, speakers: bool
) -> None:
    """List the sources of a map, and prove every quote in their texts. Exits with 1 when a quote is wrong.

    Texts are plain text, Markdown, HTML or PDF. A source names its own by `file`.
    """
    form = form if form == "csl-json" else chosen_format(form, output, _BY_ENDING, "text")
    if coverage and speakers:
        raise click.UsageError("--coverage and --speakers are two lists; ask for one.")
    if (coverage or speakers) and form in ("csl-json", "bibtex"):
        raise click.UsageError(f"{form} is a bibliography; --coverage and --speakers are text, markdown or json.")
    data = held_or_end(file)
    m = whole_of(data, file)
    if texts and (speakers or form in ("csl-json", "bibtex")):
        complain_of(f"--text changes nothing: {'--speakers' if speakers else form} looks no quote up")
    if form in ("csl-json", "bibtex"):
        _finish(_bibliography(m, form), output, file, FINE)
    if speakers:
        from argmap.render.sources import speakers as by_speaker

        told = _in_form(form, by_speaker.data(m)) if form == "json" else _in_form(form, by_speaker.sections(m))
        _finish(told, output, file, FINE)
    from argmap.render.sources import coverage as by_paragraph
    from argmap.render.sources import listing

    found = listing.listed(m, held_texts(m, file, texts), _ignoring(data))
    view = by_paragraph if coverage else listing
    told = _in_form(form, view.data(m, found) if form == "json" else view.sections(m, found))
    _tell_of_unchecked(found)
    _finish(told, output, file, PROBLEMS if listing.is_wrong(found) else FINE)


_BY_ENDING = ("text", "markdown", "json", "bibtex")
"""The formats that the ending of a file can ask for."""


def _finish(text: str, output: str | None, file: str, code: int) -> None:
    deliver(text.encode("utf-8", "backslashreplace"), output, file)
    sys.exit(code)


def _in_form(form: str, found: object) -> str:
    from argmap.render.sources.sections import to_markdown, to_text

    if form == "json":
        return json.dumps(found, ensure_ascii=False, indent=2) + "\n"
    return to_markdown(found) if form == "markdown" else to_text(found)  # type: ignore[arg-type]


def _bibliography(m: ArgumentMap, form: str) -> str:
    if form == "bibtex":
        from argmap.sources.bibtex import to_bibtex

        return to_bibtex(m.sources)
    from argmap.sources.csl import to_csl_json

    return to_csl_json(m.sources)


def _ignoring(data: bytes) -> Callable[[Problem], bool]:
    """What says of a problem whether a comment of the map ignores it."""
    from argmap.mapfile.load import decode

    if b"argmap:" not in data or not isinstance(text := decode(data), str):
        return lambda _: False
    from argmap.ignores import ignoring
    from argmap.mapfile.edit import plain

    return ignoring(plain(text))


def _tell_of_unchecked(found: tuple[Listed, ...]) -> None:
    keys = [one.source.key for one in found if not one.text and any(p.citation.quote for p in one.proofs)]
    if keys:
        complain_of(f"no text is at hand of {', '.join(keys)}; name it with --text {keys[0]}=FILE")
