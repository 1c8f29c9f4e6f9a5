"""The options of a command that tells a map in words: how the outline is to be."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from argmap.cli.files import fail

if TYPE_CHECKING:
    from argmap.outline_style import OutlineStyle


def with_outline_style(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of an outline; it gets the `OutlineStyle` as ``style``; a wrong word ends it."""

    @wraps(command)
    def inner(*args: Any, **options: Any) -> None:
        given = {name: options.pop(name) for name in _NAMES}
        command(*args, style=_styled(given), **options)

    for option in reversed(_OPTIONS):
        inner = option(inner)
    return inner


def _styled(given: dict[str, Any]) -> OutlineStyle:
    from argmap.outline_style import OutlineStyle

    try:
        return OutlineStyle(**{name: value for name, value in given.items() if value is not None})
    except ValueError as error:
        fail(str(error))


_NAMES = ("style", "numbering", "sides", "quotes", "sources", "notes", "tags", "language", "fragment")
_OPTIONS = (
    click.option(
        "--style",
        type=click.Choice(["brief", "outline", "prose"]),
        help="Titles alone, nested lines, or connected sentences.",
    ),
    click.option(
        "--numbering",
        type=click.Choice(["running", "levels", "none"]),
        help="How statements are numbered: 1, 2, 3, or 1, 1.1, 1.1.2, or not at all.",
    ),
    click.option(
        "--sides",
        type=click.Choice(["words", "signs", "triangles"]),
        help="Because and but; or + and −; or ▲ and ▼ before the words.",
    ),
    click.option(
        "--quotes", type=click.Choice(["inline", "blocks"]), help="Quotes within the line, or below it as blocks."
    ),
    click.option(
        "--sources",
        type=click.Choice(["inline", "footnotes", "endnotes"]),
        help="Sources by their numbers, in footnotes, or in notes at the end.",
    ),
    click.option("--notes", is_flag=True, default=None, help="Tell the notes of statements and steps, too."),
    click.option("--tags", is_flag=True, default=None, help="Tell their tags, too."),
    click.option(
        "--language", metavar="TAG", help="The language of the words between statements, en or de; usually the map's."
    ),
    click.option(
        "--fragment", is_flag=True, default=None, help="As HTML or LaTeX: what stands inside a document of your own."
    ),
)
