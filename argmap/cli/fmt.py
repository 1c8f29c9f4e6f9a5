"""`argmap fmt`: map files in their one layout."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from argmap.cli.files import (
    FINE,
    MISUSE,
    PROBLEMS,
    UnreadableError,
    called,
    complain,
    complain_of,
    examined,
    held,
    replace,
    write,
)
from argmap.cli.named_maps import named_maps
from argmap.cli.settings import SettingsOf

_QUICK = 25_000_000
"""Pairs of lines up to which a diff shows all that stays; to look for it can take as long as to compare each pair."""


@click.command(
    short_help="Put maps into their one layout.",
    epilog="\b\nExamples:\n  argmap fmt map.yaml\n  argmap fmt --check maps/*.yaml\n  argmap fmt --diff map.yaml\n"
    "  argmap fmt - < map.yaml",
)
@click.argument("maps", metavar="MAP|FOLDER...", nargs=-1, required=True, type=click.Path())
@click.option("--check", is_flag=True, help="Change nothing; name the maps that would change.")
@click.option("--diff", is_flag=True, help="Change nothing; show what would change.")
def fmt(maps: tuple[str, ...], check: bool, diff: bool) -> None:
    """Put maps into their one layout: keys in order, two spaces, long texts filled.

    Comments stay with what they speak of. Prints the names of the maps that changed; `-` reads standard input and
    writes the result to standard output. A map with errors stays as it is.

    Exits with 1 when a map has errors, and with --check or --diff when one would change.
    """
    from argmap.mapfile.load import decode

    named = named_maps(maps)
    failures = list(named.failures)
    code = FINE
    for file in [file.path for file in named.files]:
        try:
            data = held(file)
        except UnreadableError as error:
            failures.append(str(error))
            continue
        text = decode(data, called(file))
        new = _formatted(text, data, file) if isinstance(text, str) else None
        if not isinstance(text, str) or new is None:
            if not isinstance(text, str):
                complain((text,), data, file)
            code = max(code, PROBLEMS)
            continue
        has_changed = new.encode() != data
        if check or diff:
            code = max(code, PROBLEMS) if has_changed else code
            if diff and has_changed:
                click.echo("".join(_difference(text, new, called(file))), nl=False)
            elif has_changed:
                click.echo(called(file))
        elif file == "-":
            write(new.encode(), file, None)
        elif has_changed:
            replace(file, new.encode())
            click.echo(file)
    for failure in failures:
        complain_of(failure)
    sys.exit(MISUSE if failures else code)


def _formatted(text: str, data: bytes, file: str) -> str | None:
    """The text in its layout, None after a report of why there is none."""
    from argmap.mapfile.fmt import formatted
    from argmap.problem import MapError

    try:
        return formatted(text)
    except MapError as error:
        found, problems, _ = examined(data, file, SettingsOf()(file))
        own = tuple(p._replace(file=called(file)) for p in error.problems)
        complain(problems if found is None else own, data, file)
        return None


def _difference(old: str, new: str, name: str) -> Iterator[str]:
    """The lines of a unified diff."""
    import difflib

    lines = ([f"{line}\n" for line in text.split("\n")] for text in (old, new))
    one, other = ([*lines[:-1], *([lines[-1][:-1]] if lines[-1] != "\n" else [])] for lines in lines)
    parts = _coarse(one, other) if len(one) * len(other) > _QUICK else list(difflib.unified_diff(one, other))[2:]
    for line in (f"--- {name} as it is\n", f"+++ {name} as it would be\n", *parts):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _coarse(one: list[str], other: list[str]) -> list[str]:
    """The lines of a diff that takes all out between the first difference and the last, and puts all in anew."""
    least = min(len(one), len(other))
    head = next((n for n in range(least) if one[n] != other[n]), least)
    tail = next((n for n in range(least - head) if one[-1 - n] != other[-1 - n]), least - head)
    old, new = one[head : len(one) - tail], other[head : len(other) - tail]
    places = [f"{head + 1 if part else head},{len(part)}" for part in (old, new)]
    return [f"@@ -{places[0]} +{places[1]} @@\n", *(f"-{line}" for line in old), *(f"+{line}" for line in new)]
