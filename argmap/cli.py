"""The command `argmap`: parses, calls, prints, and sets the exit code; it decides nothing.

Modules are imported in the commands that need them, so that help and version come at once.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Collection
from typing import TYPE_CHECKING, NoReturn

import click

from argmap import __version__
from argmap.render import OUTLINES, PICTURES, draw
from argmap.render import outline as in_words

if TYPE_CHECKING:
    from argmap.model import ArgumentMap
    from argmap.problem import Problem

FINE, PROBLEMS, MISUSE = 0, 1, 2
"""Exit codes: all is well; problems were found in maps; wrong use, or a file that cannot be read or written."""

_ENDINGS = {"gv": "dot", "txt": "text", "md": "markdown"}

_MAP = click.argument("file", metavar="MAP", type=click.Path())  # a path, so that shells complete it
_OUT = click.option("-o", "--output", metavar="FILE", type=click.Path(), help="Where to write; `-` is standard output.")


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="\b\nBegin with:\n  argmap new week.argmap.yaml\n  argmap check week.argmap.yaml\n"
    "  argmap render week.argmap.yaml",
)
@click.version_option(__version__, prog_name="argmap")
def main() -> None:
    """Argument maps in YAML: checked by line, drawn, and written out as outlines."""
    gc.set_threshold(100_000, 50, 50)  # a command is over before searching for garbage pays


@main.command(
    epilog="\b\nExamples:\n  argmap render map.yaml\n  argmap render map.yaml -o picture.png\n"
    "  argmap render - -f dot -o - < map.yaml"
)
@_MAP
@_OUT
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(list(PICTURES)),
    help="What to make; follows from the ending of -o, else svg.",
)
@click.option(
    "--engine",
    type=click.Choice(("auto", "system")),
    default="auto",
    show_default=True,
    help="auto: the Graphviz that pip brought; system: the one on the PATH.",
)
def render(file: str, output: str | None, form: str | None, engine: str) -> None:
    """Draw a map. Without -o the picture goes into the current folder, and its path is printed."""
    from argmap.render.layout import LayoutError

    form = _format(form, output, PICTURES, "svg")
    whole = _whole(file)
    notes: list[str] = []
    try:
        data = draw(whole, form, engine, notes)
    except LayoutError as error:
        _fail(str(error))
    for note in notes:
        click.echo(f"argmap: {note}", err=True)
    path = output or f"{_stem(file)}.{form}"
    _write(data, path, file)
    if path != "-":
        click.echo(path)


@main.command(epilog="\b\nExamples:\n  argmap outline map.yaml\n  argmap outline map.yaml -o outline.md")
@_MAP
@_OUT
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(list(OUTLINES)),
    help="What to write; follows from the ending of -o, else text.",
)
def outline(file: str, output: str | None, form: str | None) -> None:
    """Write a map as nested sentences: because, but, unless."""
    form = _format(form, output, OUTLINES, "text")
    _write(in_words(_whole(file), form).encode(), output or "-", file)
    if output and output != "-":
        click.echo(output)


@main.command(epilog="\b\nExamples:\n  argmap check map.yaml\n  argmap check --strict maps/*.yaml")
@click.argument("files", metavar="MAP...", nargs=-1, required=True, type=click.Path())
@click.option("--strict", is_flag=True, help="Take warnings for errors.")
def check(files: tuple[str, ...], strict: bool) -> None:
    """Tell what is wrong with maps, by line. Exits with 0 when all are fine, 1 when not."""
    from argmap.problem import Severity
    from argmap.report import summary

    problems: list[Problem] = []
    examined = 0
    for file in files:
        data = _bytes(file)
        if data is None:
            continue
        examined += 1
        _, found = _examined(data, file)
        _report(found, data, file, to_stderr=False)
        problems += found
    if examined:
        click.echo(f"argmap: {summary(problems, examined)}", err=True)
    wrong = any(p.severity is Severity.ERROR or (strict and p.severity is Severity.WARNING) for p in problems)
    sys.exit(MISUSE if examined < len(files) else PROBLEMS if wrong else FINE)


@main.command(epilog="\b\nExample:\n  argmap new week.argmap.yaml")
@click.argument("file", type=click.Path())
def new(file: str) -> None:
    """Write a small map with comments, from which to begin."""
    from argmap.mapfile.load import starter

    if file != "-" and not file.endswith((".yaml", ".yml")):
        file += ".argmap.yaml"
    if file != "-" and os.path.lexists(file):
        _fail(f"{file} exists already; choose another name")
    _write(starter().encode(), file, None)
    if file != "-":
        click.echo(file)


def _fail(message: str) -> NoReturn:
    """End with exit code 2 and one line."""
    click.echo(f"argmap: {message}", err=True)
    sys.exit(MISUSE)


def _format(form: str | None, output: str | None, known: Collection[str], usual: str) -> str:
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


def _stem(file: str) -> str:
    """The name of a map without its endings."""
    name = "map" if file == "-" else os.path.basename(file)
    for ending in (".yaml", ".yml", ".argmap"):
        name = name.removesuffix(ending)
    return name or "map"


def _bytes(file: str) -> bytes | None:
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
        click.echo(f"argmap: {_called(file)} cannot be read: {reason}", err=True)
        return None


def _examined(data: bytes, file: str) -> tuple[ArgumentMap | None, tuple[Problem, ...]]:
    """The map with the problems of reading and of all checks."""
    from argmap.checks import check as run_checks
    from argmap.mapfile.load import read_bytes

    found, problems = read_bytes(data, _called(file))
    return found, problems + (run_checks(found) if found is not None else ())


def _called(file: str) -> str:
    return "<stdin>" if file == "-" else file


def _report(problems: tuple[Problem, ...], data: bytes, file: str, to_stderr: bool) -> None:
    from argmap.report import to_text

    stream = sys.stderr if to_stderr else sys.stdout
    colour = stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    texts = {_called(file): data.decode("utf-8", "replace").removeprefix("\ufeff")}
    click.echo(to_text(problems, texts, colour), nl=False, err=to_stderr, color=colour)


def _whole(file: str) -> ArgumentMap:
    """The map of a file; ends the command after a report when it has errors."""
    data = _bytes(file)
    if data is None:
        sys.exit(MISUSE)
    found, problems = _examined(data, file)
    if found is None:
        _report(problems, data, file, to_stderr=True)
        sys.exit(PROBLEMS)
    if problems:
        click.echo(f"argmap: {_called(file)} has warnings; `argmap check` shows them", err=True)
    return found


def _write(data: bytes, path: str, source: str | None) -> None:
    """Write a result whole or not at all: beside its place first, then into it."""
    if path == "-":
        if sys.stdout is None:
            _fail("there is no standard output to write to")
        try:
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            raise  # whoever read has seen enough; click ends quietly
        except OSError as error:
            _fail(f"the standard output cannot be written: {error.strerror}")
        return
    if source is not None and os.path.exists(path) and os.path.exists(source) and os.path.samefile(path, source):
        _fail(f"{path} is the map itself, and would be overwritten; choose another name")
    if os.path.isdir(path):
        _fail(f"{path} is a folder; name a file in it")
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
        _fail(f"{path} cannot be written: {error.strerror}")
