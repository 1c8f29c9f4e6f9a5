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


def loads(text: str, file: str | None = None) -> ArgumentMap:
    """The map in a text; ``file`` is the name by which problems call it. Raises `MapError`."""
    return _whole(read_text(text, file))


def read(path: str | os.PathLike[str]) -> tuple[ArgumentMap | None, tuple[Problem, ...]]:
    """The map in a file, None when it has errors, and every problem in the order of the lines.

    Never raises for what a person wrote; raises OSError when the file cannot be read.
    """
    with open(path, "rb") as stream:
        return read_bytes(stream.read(MAX_SIZE + 1), os.fspath(path))


def read_bytes(data: bytes, file: str | None = None) -> tuple[ArgumentMap | None, tuple[Problem, ...]]:
    """The map in the bytes of a file, like `read`."""
    text = decode(data, file)
    return (None, (text,)) if isinstance(text, Problem) else read_text(text, file)


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
