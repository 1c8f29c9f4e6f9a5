"""The options of a command that draws: how the picture looks."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from argmap.cli.files import fail

if TYPE_CHECKING:
    from argmap.looks import Style


class Looks:
    """What the options say of a style; see `argmap.looks.Style`."""

    def __init__(self, given: dict[str, Any]) -> None:
        self._given = {name: value for name, value in given.items() if value is not None}

    def style(self) -> Style:
        """The whole style; a wrong setting ends the command."""
        from argmap.looks import Style

        try:
            return Style.of(self._given)
        except ValueError as error:
            fail(str(error))


def with_looks(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of a style; it gets `Looks` as ``looks``."""

    @wraps(command)
    def inner(
        *args: Any,
        style: str | None,
        theme: str | None,
        direction: str | None,
        colour_by: str | None,
        key: bool | None,
        show: str | None,
        wrap: int | None,
        **rest: Any,
    ) -> None:
        shown = None if show is None else tuple(word.strip() for word in show.split(",") if word.strip())
        given = {"style": style, "theme": theme, "direction": direction, "colour-by": colour_by, "key": key}
        command(*args, looks=Looks({**given, "show": shown, "wrap": wrap}), **rest)

    for option in reversed(_OPTIONS):
        inner = option(inner)
    return inner


_OPTIONS = (
    click.option("--style", metavar="STYLE", help="bars, as usual, or compact: titles alone."),
    click.option("--theme", metavar="THEME", help="light, dark or print."),
    click.option(
        "--direction", metavar="WHERE", help="Where the picture runs: LR (to the right), TB (down), BT or RL."
    ),
    click.option("--colour-by", metavar="WHAT", help="What colours of boxes say: stance, kind or tag."),
    click.option("--key/--no-key", default=None, help="Explain signs and colours, as usual, or not."),
    click.option("--show", metavar="PARTS", help="What boxes hold, of tag,label,text,speaker,source,note,id."),
    click.option("--wrap", metavar="N", type=int, help="How wide the text in boxes is, in points; 190 unless given."),
)
