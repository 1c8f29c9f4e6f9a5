"""The options of a command that shows a part of a map."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import click

from argmap.cli.files import complain_of, fail

if TYPE_CHECKING:
    from argmap.model import ArgumentMap
    from argmap.selection import Selection, View
    from argmap.selection.splitting import Split

Answer = TypeVar("Answer")


class Wish:
    """What the options ask for; see `argmap.selection.Selection`."""

    def __init__(self, **given: Any) -> None:
        self._given = {name: value for name, value in given.items() if value not in (None, ())}

    def of(self, m: ArgumentMap, has_lines: bool = True) -> View:
        """What is shown of a map, told on stderr where it is not everything; a wrong wish ends the command.

        ``has_lines`` says whether cross references can be lines.
        """
        from argmap.selection import select

        view = self._answered(lambda selection: select(m, selection))
        self._tell(view)
        if not has_lines and view.links == "lines":
            complain_of("--links lines changes nothing: cross references are no lines here")
        return view

    def split(self, m: ArgumentMap, by: str, file: Callable[[str], str]) -> Split:
        """The same in several parts, whose files are called what ``file`` makes of their names."""
        from argmap.selection import select, split

        self._tell(self._answered(lambda selection: select(m, selection)))
        return self._answered(lambda selection: split(m, by, selection, file))

    def _answered(self, answer: Callable[[Selection], Answer]) -> Answer:
        from argmap.selection import Selection

        try:
            return answer(Selection(**self._given))
        except ValueError as error:
            fail(str(error))

    def _tell(self, view: View) -> None:
        shown, whole = len(view.map.statements), len(view.whole.statements)
        if shown < whole:
            click.echo(f"argmap: {shown:,} of {whole:,} statements are shown", err=True)
        elif len(view.map.arguments) < len(view.whole.arguments):
            lost = len(view.whole.arguments) - len(view.map.arguments)
            click.echo(f"argmap: {lost:,} of {len(view.whole.arguments):,} arguments are not shown", err=True)


def with_selection(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of a selection; it gets a `Wish` as ``wish``."""

    @wraps(command)
    def inner(
        *args: Any,
        focus: str | None,
        depth: int | None,
        side: str | None,
        tag: tuple[str, ...],
        only: str | None,
        hide: str | None,
        links: str | None,
        **rest: Any,
    ) -> None:
        wish = Wish(focus=focus, depth=depth, side=side, tags=tag, only=_words(only), hide=_words(hide), links=links)
        command(*args, wish=wish, **rest)

    for option in reversed(_OPTIONS):
        inner = option(inner)
    return inner


def _words(given: str | None) -> tuple[str, ...]:
    """The words of a list with commas."""
    return tuple(word.strip() for word in (given or "").split(",") if word.strip())


_OPTIONS = (
    click.option("--focus", metavar="ID", help="The branch of one statement or argument; what leads there is greyed."),
    click.option(
        "--depth", metavar="N", type=click.IntRange(0), help="So many steps deep; says how much more there is."
    ),
    click.option("--side", type=click.Choice(["for", "against"]), help="What counts for or against the thesis."),
    click.option("--tag", metavar="TAG", multiple=True, help="What has the tag, or one below it: a for a/b."),
    click.option("--only", metavar="KINDS", help="Of claims,counterclaims,evidence just these."),
    click.option("--hide", metavar="KINDS", help="Nothing of these kinds, nor what hangs on it alone."),
    click.option(
        "--links",
        type=click.Choice(["chips", "lines", "none"]),
        help="How cross references are shown; lines in pictures alone.",
    ),
)
