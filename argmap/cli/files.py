"""The files of a command: how they are named, read whole, reported on, and written whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING, Any, NoReturn, TextIO, TypeVar

import click

if TYPE_CHECKING:
    from argmap.model import ArgumentMap
    from argmap.problem import Problem
    from argmap.reviews import Reviewed
    from argmap.settings import Settings

_Command = TypeVar("_Command", bound=Callable[..., Any])

FINE, PROBLEMS, MISUSE = 0, 1, 2
"""Exit codes: all is well; problems were found in maps; wrong use, or a file that cannot be read or written."""

MAP = click.argument("file", metavar="MAP", type=click.Path())  # a path, so that shells complete it
OUT = click.option("-o", "--output", metavar="FILE", type=click.Path(), help="Where to write; `-` is standard output.")

_ENDINGS = {
    "gv": ("dot",), "mmd": ("mermaid",), "tex": ("tikz", "latex"),
    "txt": ("text",), "md": ("markdown",), "bib": ("bibtex",), "htm": ("html",),
}  # fmt: skip
"""What the endings of files mean that are no names of formats: the first that a command knows."""


def form_option(known: Iterable[str], usual: str, does: str = "write") -> Callable[[_Command], _Command]:
    """The option by which a command is asked for one of its formats; it gets the name as ``form``, or None."""
    told = f"What to {does}; follows from the ending of -o, else {usual}."
    return click.option("-f", "--format", "form", type=click.Choice(list(known)), help=told)


def fail(message: str) -> NoReturn:
    """End with exit code 2 and one line."""
    complain_of(message)
    sys.exit(MISUSE)


def complain_of(failure: str) -> None:
    """Say on one line of stderr what went wrong, whatever the name of a file does to a terminal."""
    from argmap.report.wording import harmless

    click.echo(f"argmap: {harmless(failure)}", err=True)


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
    named = next((name for name in _ENDINGS.get(ending, ()) if name in known), ending)
    if form and named in known and named != form:
        raise click.UsageError(f"{output} ends like {named}, but -f says {form}.")
    if form or not output or output == "-":
        return form or usual
    if named not in known:
        raise click.UsageError(f"The ending of {output} is none of {', '.join(known)}; name the format with -f.")
    return named


class UnreadableError(Exception):
    """A file that cannot be read; the text is a line that says why."""


def held(file: str) -> bytes:
    """What a file holds. Raises `UnreadableError`."""
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
        raise UnreadableError(f"{called(file)} cannot be read: {reason}") from error


def held_or_end(file: str) -> bytes:
    """What a file holds; ends the command when it cannot be read."""
    try:
        return held(file)
    except UnreadableError as error:
        fail(str(error))


def examined(data: bytes, file: str, settings: Settings, with_texts: bool = False, hints: bool = True) -> Reviewed:
    """The map with the problems of reading, and of all checks that the settings leave on.

    ``with_texts`` looks quotes up in the texts beside the map, too; without ``hints`` those may be missing.
    """
    from argmap.cli.texts import TextsBeside
    from argmap.mapfile.load import folder_of
    from argmap.reviews import reviewed

    return reviewed(data, called(file), settings, TextsBeside(file) if with_texts else None, folder_of(file), hints)


def texts_of(problems: tuple[Problem, ...], data: bytes, file: str) -> dict[str, str]:
    """The text of a file under its name, for a report that shows places in it, if there are any."""
    if not any(p.span or p.notes for p in problems):
        return {}
    return {called(file): data.decode("utf-8", "replace").removeprefix("\ufeff")}


def is_colourful(stream: TextIO | None) -> bool:
    """Whether a stream is a terminal that shows colours to somebody who wants them."""
    is_terminal = stream is not None and stream.isatty()
    return is_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width_of(stream: TextIO | None) -> int:
    """Columns for a line of a map, so that it fits the terminal with its number; many when there is none."""
    try:
        columns = os.get_terminal_size(stream.fileno()).columns if stream is not None else 0
    except (OSError, ValueError):
        columns = 0
    return min(160, max(20, columns - 12)) if columns else 160


def show(text: str, colour: bool) -> None:
    """Print a part of the result at once; what has no letters in UTF-8, such as odd names of files, is spelled out."""
    data = text.encode("utf-8", "backslashreplace")
    if colour:
        click.echo(data.decode(), nl=False, color=True)
    elif data:
        write(data, "-", None)


def complain(problems: tuple[Problem, ...], data: bytes, file: str) -> None:
    """Print problems with their source lines to stderr."""
    from argmap.report import Findings, tell

    colour = is_colourful(sys.stderr)
    findings = Findings(problems, texts=texts_of(problems, data, file), colour=colour)
    click.echo(tell(findings), nl=False, err=True, color=colour)


def whole(file: str, besides: str = "") -> ArgumentMap:
    """The map of a file; ends the command after a report when it has errors.

    ``besides`` is the code of what the command itself tells.
    """
    return whole_of(held_or_end(file), file, besides)


def whole_of(data: bytes, file: str, besides: str = "") -> ArgumentMap:
    """The map in what a file holds; otherwise like `whole`."""
    from argmap.cli.settings import SettingsOf

    found, problems, _ = examined(data, file, SettingsOf()(file), hints=False)
    if found is None:
        complain(problems, data, file)
        sys.exit(PROBLEMS)
    if any(p.severity != "hint" and p.code != besides for p in problems):
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
    except BaseException as error:  # also Ctrl-C
        if not is_device and os.path.exists(beside):
            os.unlink(beside)
        if isinstance(error, OSError):
            fail(f"{path} cannot be written: {error.strerror}")
        raise


def deliver(data: bytes, output: str | None, source: str | None) -> None:
    """Write a result to standard output, or to the file that was asked for, whose path is then printed."""
    write(data, output or "-", source)
    if output and output != "-":
        click.echo(output)


def replace(file: str, data: bytes) -> None:
    """Write into the place of a file, which keeps its rights, and its other place when it is a link."""
    path = os.path.realpath(file)
    mode = os.stat(path).st_mode
    write(data, path, None)
    if os.path.isfile(path):
        os.chmod(path, mode & 0o7777)
