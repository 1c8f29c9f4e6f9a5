"""The doors: a map from a path, from bytes or from a text, whole or with its problems."""

from __future__ import annotations

import os

from argmap.mapfile.read import read_text
from argmap.model import ArgumentMap
from argmap.problem import MapError, Problem, Span

MAX_SIZE = 32 * 1024 * 1024
"""Bytes that a map file may have."""


def load(path: str | os.PathLike[str]) -> ArgumentMap:
    """The map in a file.

    Raises `MapError` with every problem when it is not exactly one map, OSError when the file cannot be read.
    """
    return _whole(read(path))


def loads(text: str, file: str | None = None, folder: str | os.PathLike[str] | None = None) -> ArgumentMap:
    """The map in a text; ``file`` is the name by which problems call it. Raises `MapError`.

    ``folder`` is where the map lies, so that its `bibliography` can be read. Without it any key may be cited, and
    sources that do not stand in the text have no more than their keys.
    """
    return _whole(read_text(text, file, folder))


def read(path: str | os.PathLike[str]) -> tuple[ArgumentMap | None, tuple[Problem, ...]]:
    """The map in a file, None when it has errors, and every problem in the order of the lines.

    Never raises for what a person wrote; raises OSError when the file cannot be read.
    """
    with open(path, "rb") as stream:
        return read_bytes(stream.read(MAX_SIZE + 1), os.fspath(path), folder_of(path))


def read_bytes(
    data: bytes, file: str | None = None, folder: str | os.PathLike[str] | None = None
) -> tuple[ArgumentMap | None, tuple[Problem, ...]]:
    """The map in the bytes of a file, like `read`; its bibliography is looked for in ``folder``, if one is given."""
    text = decode(data, file)
    return (None, (text,)) if isinstance(text, Problem) else read_text(text, file, folder)


def folder_of(file: str | os.PathLike[str]) -> str:
    """The folder in which a map lies; that in which we are for `-`, the standard input."""
    path = os.fspath(file)
    return os.curdir if path == "-" else os.path.dirname(path) or os.curdir


def decode(data: bytes, file: str | None = None) -> str | Problem:
    """The text of a file, or why it has none."""
    if len(data) > MAX_SIZE:
        hint = "split it into several maps"
        return Problem(
            "too-large", f"the file is larger than {MAX_SIZE // 1024 // 1024} MB", None, hint=hint, file=file
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        message = f"the file is not UTF-8: byte {error.start} is 0x{data[error.start]:02X}"
        place = Span(line, column, line, column + 1)
        return Problem("not-utf-8", message, place, hint="save it as UTF-8 in your editor", file=file)


def _whole(found: tuple[ArgumentMap | None, tuple[Problem, ...]]) -> ArgumentMap:
    whole, problems = found
    if whole is None:
        raise MapError(problems)
    return whole


def starter() -> str:
    """The text of a small map with comments, from which to begin."""
    with open(os.path.join(os.path.dirname(__file__), "starter.argmap.yaml"), encoding="utf-8") as stream:
        return stream.read()
