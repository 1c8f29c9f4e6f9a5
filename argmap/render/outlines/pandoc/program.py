"""Pandoc as a program: found, asked for its version, given a document tree, and never waited for too long."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Sequence
from functools import cache

from argmap.render.outlines.pandoc.nodes import Node, Nodes
from argmap.render.process import answer

LONGEST = 120.0
"""How many seconds pandoc may take."""


class PandocError(Exception):
    """Pandoc is not there, failed, or took too long; the text is a line that says so, and what to do."""


def converted(meta: dict[str, Node], blocks: Nodes, form: str, options: Sequence[str] = ()) -> bytes:
    """A document in one of pandoc's formats: the bytes of a file.

    Works with pandoc 2.11 and later: the tree is given the version that the program has itself, and holds only nodes
    that are the same in all of them. Raises `PandocError`.
    """
    path = shutil.which("pandoc")
    if path is None:
        raise PandocError(
            f"{form} is made by pandoc, which is not installed; see https://pandoc.org/installing.html "
            "(on Debian and Ubuntu: apt install pandoc)"
        )
    tree = {"pandoc-api-version": _version(path), "meta": meta, "blocks": blocks}
    data = json.dumps(tree, ensure_ascii=False).encode("utf-8", "replace")
    return answered([path, "-f", "json", "-t", form, "-o", "-", "--quiet", *options], data)


@cache
def _version(path: str) -> list[int]:
    """The version of its document tree."""
    told = answered([path, "-f", "markdown", "-t", "json"], b"")
    try:
        found: list[int] = json.loads(told)["pandoc-api-version"]
    except (ValueError, KeyError, TypeError) as error:
        raise PandocError("pandoc failed: it does not tell the version of its document tree") from error
    return found


def answered(command: list[str], given: bytes) -> bytes:
    """What a command of pandoc writes when it is given something to read. Raises `PandocError`."""
    surroundings = {**os.environ, "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "315532800"}
    try:
        code, out, told = answer(command, given, LONGEST, surroundings)
    except TimeoutError as error:
        raise PandocError(f"pandoc took longer than {LONGEST:.0f} seconds, and was stopped") from error
    except OSError as error:
        raise PandocError(f"pandoc cannot be run: {error.strerror}") from error
    if code:
        said = told.decode("utf-8", "replace").split("\n")[0] or f"it ended with {code}"
        raise PandocError(f"pandoc failed: {said}")
    return out
