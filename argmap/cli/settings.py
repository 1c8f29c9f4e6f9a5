"""The settings of a command: those of the nearest ``pyproject.toml``, and on top those of the command line."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from argmap.cli.files import MISUSE, fail

if TYPE_CHECKING:
    from argmap.settings import Given, Settings, Wrong

FILE = "pyproject.toml"

_TABLE = rb"""tool["'\s]*(?:\.["'\s]*argmap|\]|=)|\\u"""
"""What a file with a table of ours has somewhere, for most have none, and TOML is slow to import and to read."""


class SettingsOf:
    """Finds the settings of a map by its path; wrong settings end the command with a line for everything wrong."""

    def __init__(self, more: Given | None = None, config: bool = True) -> None:
        self._more = more
        self._config = config
        self._by_folder: dict[str, Settings] = {}

    def __call__(self, file: str) -> Settings:
        """The settings of a map; the standard input, ``-``, is in the current folder."""
        folder = _folder(file) if self._config else ""
        if folder not in self._by_folder:
            self._by_folder[folder] = self._of(folder)
        return self._by_folder[folder]

    def _of(self, folder: str) -> Settings:
        from argmap.settings import Settings

        settings = Settings()
        if folder:
            settings = settings.under(_from_files(folder))
        return settings.under(self._more) if self._more else settings


def with_settings(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options for settings; it gets a `SettingsOf` as ``settings``."""

    @wraps(command)
    def inner(
        *args: Any,
        select: tuple[str, ...],
        ignore: tuple[str, ...],
        severity: tuple[str, ...],
        strict: bool | None,
        config: bool,
        **rest: Any,
    ) -> None:
        command(*args, settings=SettingsOf(_from_options(select, ignore, severity, strict), config), **rest)

    for option in reversed(_OPTIONS):
        inner = option(inner)
    return inner


_OPTIONS = (
    click.option("--select", metavar="CODES", multiple=True, help="Look for these codes or families alone."),
    click.option("--ignore", metavar="CODES", multiple=True, help="Do not look for these codes or families."),
    click.option("--severity", metavar="CODE=LEVEL", multiple=True, help="error, warning, hint or off for one."),
    click.option("--strict/--no-strict", default=None, help="Take warnings for errors."),
    click.option("--config/--no-config", default=True, help=f"Go by {FILE}, as usual, or not."),
)


def _from_options(
    select: Iterable[str], ignore: Iterable[str], severity: Iterable[str], strict: bool | None
) -> Given | None:
    """What the command line says, None when that is nothing."""
    table: dict[str, Any] = {}
    if select:
        table["select"] = _words(select)
    if ignore:
        table["ignore"] = _words(ignore)
    if severity:
        pairs = [word.partition("=") for word in _words(severity)]
        if not all(sign for _, sign, _ in pairs):
            raise click.UsageError("--severity is written CODE=LEVEL, such as side-mismatch=error.")
        table["severity"] = {name.strip(): level.strip() for name, _, level in pairs}
    if strict is not None:
        table["strict"] = strict
    if not table:
        return None
    from argmap.settings import given

    found, wrong = given(table)
    _end_if([f"--{w.key}: {w.message}" for w in wrong])
    return found


def _words(options: Iterable[str]) -> list[str]:
    return [word.strip() for option in options for word in option.split(",") if word.strip()]


def _folder(file: str) -> str:
    """The folder of a map, empty when there is none any more."""
    try:
        return os.getcwd() if file == "-" else os.path.dirname(os.path.abspath(file))
    except OSError:
        return ""


def _from_files(folder: str) -> Given:
    """What the nearest file with a table ``[tool.argmap]`` says, in a folder or above it."""
    from argmap.settings import Given, given

    while True:
        path = os.path.join(folder, FILE)
        if os.path.isfile(path) and (held := _table(path)) is not None:
            text, table = held
            found, wrong = given(table)
            _end_if([f"{_shown(path)}{_line(text, w)}: {w.message}" for w in wrong])
            return found
        above = os.path.dirname(folder)
        if above == folder:
            return Given()
        folder = above


def _table(path: str) -> tuple[str, Mapping[str, Any]] | None:
    """The text of a file with its table, None when it has none; ends the command when that cannot be known."""
    try:
        with open(path, "rb") as stream:
            data = stream.read()
        if b"argmap" not in data or not re.search(_TABLE, data):
            return None
        text = data.decode("utf-8")
    except OSError as error:
        fail(f"{_shown(path)} cannot be read: {error.strerror}")
    except UnicodeDecodeError:
        fail(f"{_shown(path)} is not UTF-8")
    import tomllib  # slow to import

    try:
        table = tomllib.loads(text).get("tool")
    except (ValueError, RecursionError) as error:
        place = re.fullmatch(r"(.*) \(at line (\d+), column (\d+)\)", str(error))
        where = f"{_shown(path)}:{place[2]}:{place[3]}" if place else _shown(path)
        fail(f"{where}: this is not TOML: {place[1] if place else error}")
    if not isinstance(table, dict) or "argmap" not in table:
        return None
    if not isinstance(table["argmap"], dict):
        fail(f"{_shown(path)}: `tool.argmap` is a table")
    return text, table["argmap"]


def _shown(path: str) -> str:
    """A path as short as it can be from here."""
    try:
        return path.removeprefix(os.path.join(os.getcwd(), ""))
    except OSError:
        return path


def _line(text: str, wrong: Wrong) -> str:
    """The line of what is wrong, as places are written, empty when it is not found."""
    table = re.search(r"tool\W+argmap", text)
    word = re.compile(rf"(?<![\w-]){re.escape(wrong.word)}(?![\w-])").search(text, table.end() if table else 0)
    return f":{text.count(chr(10), 0, word.start()) + 1}" if word else ""


def _end_if(lines: Iterable[str]) -> None:
    """End the command after these lines, if there are any."""
    for line in lines:
        click.echo(f"argmap: {line}", err=True)
    if lines:
        sys.exit(MISUSE)
