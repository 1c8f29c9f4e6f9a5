"""The comments of a map text, found where YAML sees them: not inside texts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from argmap.mapfile.lines import LOADER, is_said
from argmap.mapfile.tree import MAX_DEPTH, Scalar
from argmap.problem import Span

_SIGN = re.compile(r"(?:^|(?<=[ \t]))#", re.MULTILINE)


class Comment(NamedTuple):
    """A comment from its ``#`` to the end of the line, and the lines that it speaks of.

    These are its own line and those before it of a text that ends there, or, when it is ``alone`` on its line, the next
    line that says something. Nothing follows the last comment of a file: ``first`` and ``last`` are then 0.
    """

    text: str
    span: Span
    alone: bool
    first: int
    last: int


def comments(text: str, holding: str = "") -> Iterator[Comment]:
    """The comments of a text that hold some words, from the first line to the last.

    Lines end with a line feed alone, and no byte-order mark is left. Where YAML's grammar gives up, the comments above
    are found and no more. Costs a parse of the text.
    """
    texts, readable = _texts(text)
    starts = [start for start, _ in texts]
    lines = text.split("\n")
    line = counted = end = following = 0
    for match in _SIGN.finditer(text, 0, readable):
        start = match.start()
        if start < end:
            continue
        around = bisect_right(starts, start) - 1
        if around >= 0 and start < texts[around][1]:
            continue
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        said = text[start:end].rstrip()
        if holding not in said:
            continue
        line += text.count("\n", counted, start)
        counted = start
        column = start - text.rfind("\n", 0, start)
        alone = not is_said(lines[line])
        if alone:
            if following <= line:
                following = next((n for n in range(line + 1, len(lines)) if is_said(lines[n])), len(lines))
            first = last = following + 1 if following < len(lines) else 0
        else:
            first = last = line + 1
            if around >= 0 and "\n" not in text[texts[around][1] - 1 : start]:
                first -= text.count("\n", texts[around][0], start)
        yield Comment(said, Span(line + 1, column, line + 1, column + len(said)), alone, first, last)


def _texts(text: str) -> tuple[list[tuple[int, int]], int]:
    """Where each text of a file begins and ends, and up to where YAML could read the file."""
    texts: list[tuple[int, int]] = []
    end = depth = 0
    loader: Any = None
    try:
        loader = LOADER(text)
        for event in iter(loader.get_event, None):
            end = event.end_mark.index
            kind = event.__class__
            if kind is Scalar:
                start = event.start_mark.index
                if event.style in ("|", ">"):  # behind the sign there may be a comment
                    start = text.find("\n", start, end) + 1 or end
                texts.append((start, end))
            elif kind in (yaml.MappingStartEvent, yaml.SequenceStartEvent):
                depth += 1
                if depth > MAX_DEPTH:
                    break
            elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
                depth -= 1
        else:
            end = len(text)
    except yaml.YAMLError:
        pass
    finally:
        if loader is not None:
            loader.dispose()
    return texts, end
