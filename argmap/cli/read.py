"""`argmap read`: the texts that a map cites and its outline beside each other, as a page."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from argmap.cli.files import MAP, OUT, complain_of, fail, stem, whole, write
from argmap.cli.texts import TEXTS, held_texts

if TYPE_CHECKING:
    from argmap.model import ArgumentMap
    from argmap.render.sources.listing import Listed


@click.command(
    short_help="Write a page of the texts of the sources beside the outline.",
    epilog="\b\nExamples:\n  argmap read map.yaml --text article=article.txt\n"
    "  argmap read map.yaml --text article=article.txt --source article -o reading.html",
)
@MAP
@OUT
@TEXTS
@click.option("--source", "keys", metavar="KEY", multiple=True, help="Show this source alone, or these.")
def read(file: str, output: str | None, texts: dict[str, str], keys: tuple[str, ...]) -> None:
    """Write a page that shows the texts of the sources, with the cited passages marked, and the outline beside them.

    Text and outline lead to each other. The page is one HTML file for any browser; it contains the texts. Without -o it
    goes into the current folder, and its path is printed.
    """
    if output and os.path.splitext(output)[1].lower() not in ("", ".html", ".htm"):
        raise click.UsageError(f"A reading view is a page of HTML; name a file that ends with .html, not {output}.")
    m = whole(file)
    from argmap.render.reading import to_html
    from argmap.render.sources.listing import listed

    found = _chosen(m, listed(m, held_texts(m, file, texts)), keys)
    at_hand = [one for one in found if one.text]
    if not at_hand:
        fail(_why_not(m, found))
    for one in found:
        if not one.text and (one.held or one.proofs):
            complain_of(f"the text of {one.source.key} is not shown: {_reason(one)}")
    wrong = sum(one.is_wrong(proof) for one in at_hand for proof in one.proofs)
    if wrong:
        told = "1 citation is not as the map says" if wrong == 1 else f"{wrong} citations are not as the map says"
        complain_of(f"{told}; the page shows where, and `argmap sources` tells what")
    path = output or f"{stem(file)}.reading.html"
    titles = ", ".join(f"“{' '.join(one.source.title.split())}”" for one in at_hand)
    complain_of(f"the page contains the text of {titles}; share it only where you may")
    write(to_html(m, found).encode("utf-8", "backslashreplace"), path, file)
    if path != "-":
        click.echo(path)


def _chosen(m: ArgumentMap, found: tuple[Listed, ...], keys: tuple[str, ...]) -> list[Listed]:
    known = [s.key for s in m.sources]
    for key in keys:
        if key not in known:
            there = f"there are {', '.join(known)}" if known else "it has none"
            raise click.UsageError(f"--source {key}: the map has no source of that key; {there}.")
    return [one for one in found if not keys or one.source.key in keys]


def _why_not(m: ArgumentMap, found: list[Listed]) -> str:
    """Why there is nothing to read."""
    if not m.sources:
        return "the map has no sources, and so no text to read; `argmap outline` writes its outline"
    first = found[0]
    reasons = "; ".join(f"{one.source.key}: {_reason(one)}" for one in found)
    return f"there is no text to read ({reasons}); name one with --text {first.source.key}=FILE"


def _reason(one: Listed) -> str:
    from argmap.sources.reading import Unreadable

    if one.held and isinstance(one.held.text, Unreadable):
        return f"{one.held.name}: {one.held.text.reason}"
    return one.held.name if one.held else "no text is at hand"
