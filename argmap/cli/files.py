"""The files of a command: how they are named, read whole, reported on, and written whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from argmap.model import ArgumentMap
    from argmap.problem import Problem
    from argmap.settings import Settings

FINE, PROBLEMS, MISUSE = 0, 1, 2
"""Exit codes: all is well; problems were found in maps; wrong use, or a file that cannot be read or written."""

MAP = click.argument("file", metavar="MAP", type=click.Path())  # a path, so that shells complete it
OUT = click.option("-o", "--output", metavar="FILE", type=click.Path(), help="Where to write; `-` is standard output.")

_ENDINGS = {"gv": "dot", "txt": "text", "md": "markdown"}


def fail(message: str) -> NoReturn:
    """End with exit code 2 and one line."""
    click.echo(f"argmap: {message}", err=True)
    sys.exit(MISUSE)


def called(file: str) -> str:
    """What reports call a file."""
    return "<stdin>" if file == "-" else file


def stem(file: str) -> str:
    """The name of a map without its endings."""
    name = "map" if file == "-" else os.path.basename(file)
    for ending in (".yaml", ".yml", ".argmap"):
        name = name.removesuffix(ending)
    return name or "map"


def chosen_format(form: str | None, output: str | None, known: Collection[str], usual: str) -> str:
    """The format that is asked for, by name or by the ending of the output file."""
    ending = os.path.splitext(output)[1][1:].lower() if output and output != "-" else ""
    named = _ENDINGS.get(ending, ending)
    if form and named in known and named != form:
        raise click.UsageError(f"{output} ends like {named}, but -f says {form}.")
    if form or not output or output == "-":
        return form or usual
    if named not in known:
        raise click.UsageError(f"The ending of {output} is none of {', '.join(known)}; name the format with -f.")
    return named


def contents(file: str) -> bytes | None:
    """What a file holds, None after a line about why it cannot be read."""
    from argmap.mapfile.load import MAX_SIZE

    try:
        if file == "-":
            if sys.stdin is None:
                raise ValueError("there is no standard input")
            return sys.stdin.buffer.read(MAX_SIZE + 1)
        with open(file, "rb") as stream:
            return stream.read(MAX_SIZE + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        click.echo(f"argmap: {called(file)} cannot be read: {reason}", err=True)
        return None


def examined(data: bytes, file: str, settings: Settings) -> tuple[ArgumentMap | None, tuple[Problem, ...]]:
    """The map with the problems of reading, and of all checks that the settings leave on."""
    from argmap.reviews import review

    return review(data, called(file), settings)


def report(problems: tuple[Problem, ...], data: bytes, file: str, to_stderr: bool) -> None:
    """Print problems with their source lines."""
    from argmap.report import to_text

    stream = sys.stderr if to_stderr else sys.stdout
    colour = stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    texts = {called(file): data.decode("utf-8", "replace").removeprefix("\ufeff")}
    click.echo(to_text(problems, texts, colour), nl=False, err=to_stderr, color=colour)


def whole(file: str) -> ArgumentMap:
    """The map of a file; ends the command after a report when it has errors."""
    from argmap.cli.settings import SettingsOf

    data = contents(file)
    if data is None:
        sys.exit(MISUSE)
    found, problems = examined(data, file, SettingsOf()(file))
    if found is None:
        report(problems, data, file, to_stderr=True)
        sys.exit(PROBLEMS)
    if any(p.severity != "hint" for p in problems):
        click.echo(f"argmap: {called(file)} has warnings; `argmap check` shows them", err=True)
    return found


def write(data: bytes, path: str, source: str | None) -> None:
    """Write a result whole or not at all: beside its place first, then into it. Never over the map it came from."""
    if path == "-":
        if sys.stdout is None:
            fail("there is no standard output to write to")
        try:
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            raise  # whoever read has seen enough; click ends quietly
        except OSError as error:
            fail(f"the standard output cannot be written: {error.strerror}")
        return
    if source is not None and os.path.exists(path) and os.path.exists(source) and os.path.samefile(path, source):
        fail(f"{path} is the map itself, and would be overwritten; choose another name")
    if os.path.isdir(path):
        fail(f"{path} is a folder; name a file in it")
    is_device = os.path.exists(path) and not os.path.isfile(path)  # a pipe, /dev/null: nothing may take its place
    beside = path if is_device else f"{path}.{os.getpid()}.part"
    try:
        with open(beside, "wb" if is_device else "xb") as stream:
            stream.write(data)
        if not is_device:
            os.replace(beside, path)
    except OSError as error:
        if not is_device and os.path.exists(beside):
            os.unlink(beside)
        fail(f"{path} cannot be written: {error.strerror}")
