"""The texts of a map's sources: files beside it, and those that a command line names."""

from __future__ import annotations

import os
from stat import S_ISREG
from typing import TYPE_CHECKING

import click

from argmap.cli.files import fail, held_or_end

if TYPE_CHECKING:
    from argmap.model import ArgumentMap
    from argmap.render.sources.listing import Held


def _pairs(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    pairs = [word.partition("=") for word in given]
    if not all(key and sign and file for key, sign, file in pairs):
        raise click.BadParameter("it is written KEY=FILE, with the key of a source in the map.")
    return {key: file for key, _, file in pairs}


TEXTS = click.option(
    "--text",
    "texts",
    metavar="KEY=FILE",
    multiple=True,
    callback=_pairs,
    help="The text of a source, instead of its `file`; from anywhere.",
)


class TextsBeside:
    """Gives the bytes of files in the folder of a map, or below it, by their paths from there.

    ``failures`` says of each that could not be read why. What a link leads to outside of the folder is not read: a map
    that came from elsewhere shall not show what is on this machine.
    """

    def __init__(self, file: str) -> None:
        self._folder = os.path.dirname(file) if file != "-" else ""
        self.failures: dict[str, str] = {}

    def __call__(self, path: str) -> bytes | None:
        """What a file holds, None when it is not at hand."""
        from argmap.sources.reading import MAX_SIZE

        try:
            top = os.path.realpath(self._folder or os.curdir)
            real = os.path.realpath(os.path.join(top, path.replace("\\", "/")))
            if os.path.commonpath([top, real]) != top:
                raise ValueError("a link leads out of the map's folder")
            if not S_ISREG(os.stat(real).st_mode):
                raise ValueError("it is no regular file")
            with open(real, "rb") as stream:
                return stream.read(MAX_SIZE + 1)
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) else str(error)
            self.failures[path] = f"{path} cannot be read: {reason}"
            return None


def held_texts(m: ArgumentMap, file: str, texts: dict[str, str]) -> dict[str, Held]:
    """The texts by the keys of their sources; ends the command when one that it names is none."""
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
