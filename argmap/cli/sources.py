"""`argmap sources`: the sources of a map, who cites them, and whether each quote is in its text."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from argmap.cli.files import FINE, MAP, OUT, PROBLEMS, chosen_format, complain_of, fail, held_or_end, whole, write

if TYPE_CHECKING:
    from argmap.model import ArgumentMap
    from argmap.render.sources.listing import Held, Listed

FORMATS = ("text", "markdown", "json", "csl-json", "bibtex")


def _pairs(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    pairs = [word.partition("=") for word in given]
    if not all(key and sign and file for key, sign, file in pairs):
        raise click.BadParameter("it is written KEY=FILE, with the key of a source in the map.")
    return {key: file for key, _, file in pairs}


@click.command(
    epilog="\b\nExamples:\n  argmap sources map.yaml\n  argmap sources map.yaml --text article=article.txt\n"
    "  argmap sources map.yaml --coverage\n  argmap sources map.yaml -f bibtex -o map.bib"
)
@MAP
@OUT
@click.option(
    "--text",
    "texts",
    metavar="KEY=FILE",
    multiple=True,
    callback=_pairs,
    help="The text of a source, instead of its `file`; from anywhere.",
)
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="What to write; follows from the ending of -o, else text.",
)
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
    m = whole(file)
    if form in ("csl-json", "bibtex"):
        _finish(_bibliography(m, form), output, file, FINE)
    if speakers:
        from argmap.render.sources import speakers as by_speaker

        told = _in_form(form, by_speaker.data(m)) if form == "json" else _in_form(form, by_speaker.sections(m))
        _finish(told, output, file, FINE)
    from argmap.render.sources import coverage as by_paragraph
    from argmap.render.sources import listing

    found = listing.listed(m, _held(m, file, texts))
    view = by_paragraph if coverage else listing
    told = _in_form(form, view.data(m, found) if form == "json" else view.sections(m, found))
    _tell_of_unchecked(found)
    _finish(told, output, file, PROBLEMS if listing.is_wrong(found) else FINE)


_BY_ENDING = ("text", "markdown", "json", "bibtex")
"""The formats that the ending of a file can ask for."""


def _finish(text: str, output: str | None, file: str, code: int) -> None:
    write(text.encode("utf-8", "backslashreplace"), output or "-", file)
    if output and output != "-":
        click.echo(output)
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


def _held(m: ArgumentMap, file: str, texts: dict[str, str]) -> dict[str, Held]:
    """The texts by the keys of their sources; ends the command when one that it names is none."""
    from argmap.cli.texts import TextsBeside
    from argmap.render.sources.listing import Held
    from argmap.sources.reading import Unreadable, read_source

    keys = [s.key for s in m.sources]
    for key in texts:
        if key not in keys:
            known = f"there are {', '.join(keys)}" if keys else "it has none"
            raise click.UsageError(f"--text {key}: the map has no source of that key; {known}.")
    beside = TextsBeside(file)
    found = {}
    for source in m.sources:
        path = texts.get(source.key)
        if path is not None:
            text = read_source(held_or_end(path), path, source)
            if isinstance(text, Unreadable):
                fail(f"{path}: {text.reason}; {text.hint}")
            found[source.key] = Held(path, text)
        elif path := source.get("file"):
            data = beside(path)
            there = None if data is None else read_source(data, path, source)
            found[source.key] = Held(beside.failures.get(path, path), there)
    return found


def _tell_of_unchecked(found: tuple[Listed, ...]) -> None:
    keys = [one.source.key for one in found if not one.text and any(p.citation.quote for p in one.proofs)]
    if keys:
        complain_of(f"no text is at hand of {', '.join(keys)}; name it with --text {keys[0]}=FILE")
