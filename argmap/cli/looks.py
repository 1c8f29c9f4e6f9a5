"""The options of a command that draws: how the picture looks."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from argmap.cli.files import MISUSE, called, complain, fail, held_or_end

if TYPE_CHECKING:
    from argmap.looks import Style
    from argmap.model import ArgumentMap


class Looks:
    """What the options say of a style; see `argmap.looks.Style`."""

    def __init__(self, given: dict[str, Any], file: str | None = None) -> None:
        self._given = {name: value for name, value in given.items() if value is not None}
        self._file = file

    def of(self, m: ArgumentMap) -> Style:
        """The style of a map: its own settings, over them those of the style file, then those of the options.

        A wrong setting ends the command.
        """
        from argmap.looks import Style

        try:
            return Style.of(m.style, self._from_file(), self._given)
        except ValueError as error:
            fail(str(error))

    def idle(self, form: str, look: Style) -> Iterator[str]:
        """What is to be told of options that change nothing in a format; a map's own settings are for all formats."""
        from argmap.render.idle import idle_in_picture

        named = {**self._given, **({"style-file": self._file} if self._file is not None else {})}
        return idle_in_picture(form, look, named)

    def _from_file(self) -> Mapping[str, Any]:
        if self._file is None:
            return {}
        from argmap.mapfile.style_file import read_style

        data = held_or_end(self._file)
        found, problems = read_style(data, called(self._file))
        if problems:
            complain(problems, data, self._file)
            sys.exit(MISUSE)
        return found


def with_looks(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of a style; it gets `Looks` as ``looks``."""

    @wraps(command)
    def inner(
        *args: Any,
        style_file: str | None,
        style: str | None,
        theme: str | None,
        direction: str | None,
        colour_by: str | None,
        key: bool | None,
        show: str | None,
        wrap: int | None,
        edge_words: bool | None,
        **rest: Any,
    ) -> None:
        shown = None if show is None else tuple(word.strip() for word in show.split(",") if word.strip())
        given: dict[str, Any] = {
            "style": style,
            "theme": theme,
            "direction": direction,
            "colour-by": colour_by,
            "key": key,
        }
        given |= {"show": shown, "wrap": wrap, "edge-words": edge_words}
        command(*args, looks=Looks(given, style_file), **rest)

    for option in reversed(_OPTIONS):
        inner = option(inner)
    return inner


_OPTIONS = (
    click.option(
        "--style-file", metavar="FILE", type=click.Path(), help="Settings of a style, as a map's `style` holds."
    ),
    click.option("--style", metavar="STYLE", help="bars, as usual; compact, arrows, tree or toulmin."),
    click.option("--theme", metavar="THEME", help="light, dark or print."),
    click.option(
        "--direction", metavar="WHERE", help="Where the picture runs: LR (to the right), TB (down), BT or RL."
    ),
    click.option("--colour-by", metavar="WHAT", help="What colours of boxes say: stance, kind or tag."),
    click.option("--key/--no-key", default=None, help="Explain signs and colours, as usual, or not."),
    click.option("--show", metavar="PARTS", help="What boxes hold, of tag,label,text,speaker,source,note,id."),
    click.option("--wrap", metavar="N", type=int, help="How wide the text in boxes is, in points; 190 unless given."),
    click.option("--edge-words/--no-edge-words", default=None, help="Arrows say what they do, or not, as usual."),
)
