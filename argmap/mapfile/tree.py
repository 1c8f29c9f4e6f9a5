"""The located tree: what was typed in a map file and where, before anything is made of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from argmap.problem import Span

MAX_DEPTH = 200
"""Levels of nesting after which reading stops."""

Scalar = yaml.ScalarEvent
"""A text as it was typed: its value, its style (empty for plain) and two marks; YAML's own event, since making another
object of each would take a third of the time of reading."""


class Branch:
    """A list or a mapping; the children of a mapping are keys and values in turn.

    It has the value and the style that a scalar has, both empty, so that a reader need not ask what a node is. Its
    place is the line on which it begins; where it ends is known of brackets alone, since YAML takes empty lines and
    comments below a block for a part of it.
    """

    __slots__ = ("children", "end_mark", "flow", "start_mark")
    value = None
    style = ""

    def __init__(self, event: Any) -> None:
        self.children: list[Any] = []
        self.flow: bool = event.flow_style
        self.start_mark: Any = event.start_mark
        self.end_mark: Any = None


class ListNode(Branch):
    """A list."""

    __slots__ = ()


class MapNode(Branch):
    """A mapping."""

    __slots__ = ()

    def pairs(self) -> Iterator[tuple[Any, Any]]:
        """Each key with its value, as typed."""
        children = iter(self.children)
        return zip(children, children, strict=True)


Node = Scalar | ListNode | MapNode


def place_of(node: Any) -> Span:
    """The place of a node; a branch and a block of text end with the line on which they begin."""
    start = node.start_mark
    line, column = start.line + 1, start.column + 1
    if node.value is None or node.style in _BLOCKS:
        return Span(line, column, line + 1, 1)
    end = node.end_mark
    # past the constructor, which takes twice as long, for there is a place to nearly every line
    return tuple.__new__(Span, (line, column, end.line + 1, end.column + 1))


_BLOCKS = ("|", ">")


def line_of(node: Any) -> int:
    """The line on which a node begins, from 1."""
    return int(node.start_mark.line) + 1


def span_of(node: Node | None) -> Span | None:
    """The place of a node, None for none."""
    return None if node is None else place_of(node)
