"""YAML text to a located tree: what was typed, where, and nothing else.

Built from the events of YAML's own parser without recursion, since its object builder knows no places, repeats no
complaint about a repeated key, and overflows the stack on hostile nesting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import attrgetter
from typing import Any

import yaml

from argmap.problem import Note, Problem, Span

Scalar = yaml.ScalarEvent
"""A text as it was typed: its value, its style (empty for plain) and two marks."""

MAX_DEPTH = 200
"""Levels of nesting after which reading stops."""

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Branch:
    """A list or a mapping; the children of a mapping are keys and values in turn.

    It has the value and the style that a scalar has, both empty, so that a reader need not ask what a node is.
    """

    __slots__ = ("children", "end_mark", "flow", "start_mark")
    value = None
    style = None

    def __init__(self, event: Any) -> None:
        self.children: list[Any] = []
        self.flow: bool = event.flow_style
        self.start_mark: Any = event.start_mark
        self.end_mark: Any = event.end_mark


class ListNode(Branch):
    """A YAML sequence."""

    __slots__ = ()


class MapNode(Branch):
    """A YAML mapping."""

    __slots__ = ()

    def pairs(self) -> Iterator[tuple[Any, Any]]:
        """Each key with its value, as typed."""
        children = iter(self.children)
        return zip(children, children, strict=True)


Node = Scalar | ListNode | MapNode


def place_of(node: Node) -> Span:
    """The place of a node."""
    start: Any = node.start_mark
    end: Any = node.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def line_of(node: Node) -> int:
    """The line on which a node begins, from 1."""
    mark: Any = node.start_mark
    return int(mark.line) + 1


def span_of(node: Node | None) -> Span | None:
    """The place of a node, None for none."""
    return None if node is None else place_of(node)


def parse(text: str, problems: list[Problem]) -> Node | None:
    """The tree of a text, None for an empty one; what means nothing in a map is added to the problems.

    Raises yaml.YAMLError where YAML's grammar gives up.
    """
    loader = _Loader(text)
    try:
        return _build(loader, problems)
    finally:
        loader.dispose()


def _build(loader: Any, problems: list[Problem]) -> Node | None:
    """Follow the events to the end of the first document."""
    next_event = loader.get_event
    top: list[Node] = []
    add: Any = top.append
    open_branches: list[Branch] = []
    while True:
        event = next_event()
        kind = event.__class__
        if kind is Scalar:
            add(event)
            if event.tag is not None or event.anchor is not None:
                problems.append(_marked(event))
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            if event.tag is not None or event.anchor is not None:
                problems.append(_marked(event))
            branch = MapNode(event) if kind is yaml.MappingStartEvent else ListNode(event)
            add(branch)
            open_branches.append(branch)
            if len(open_branches) > MAX_DEPTH:
                message = f"the nesting is deeper than {MAX_DEPTH} levels"
                hint = "write a deep branch as an item of `claims` with an `id`, and `ref` it where it is used"
                problems.append(Problem("too-deep", message, span_of(branch), hint=hint))
                return None
            add = branch.children.append
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            done = open_branches.pop()
            done.end_mark = event.start_mark
            if kind is yaml.MappingEndEvent:
                _refuse_repeated(done, problems)
            add = open_branches[-1].children.append if open_branches else top.append
        elif kind is yaml.AliasEvent:
            hint = "put the text in quotes; to use a statement again, write `ref:` and its id"
            problems.append(
                Problem(
                    "alias", "a `*` before a word is a YAML alias, which maps do not have", span_of(event), hint=hint
                )
            )
            add(
                yaml.ScalarEvent(
                    None, None, (True, False), "*" + event.anchor, event.start_mark, event.end_mark, style='"'
                )
            )
        elif kind is yaml.DocumentStartEvent and top:
            problems.append(
                Problem(
                    "several-documents",
                    "a file holds one map, and `---` begins a second",
                    span_of(event),
                    hint="put it into a file of its own",
                )
            )
            return top[0]
        elif kind is yaml.StreamEndEvent:
            return top[0] if top else None


def _marked(event: Any) -> Problem:
    """An anchor or a tag, which would take a word from the text."""
    if event.anchor is not None:
        return Problem(
            "anchor",
            f"`&{event.anchor}` is a YAML anchor, which would be lost",
            span_of(event),
            hint="put the text in quotes",
        )
    return Problem(
        "tag", f"`{event.tag}` is a YAML tag, which would be lost", span_of(event), hint="put the text in quotes"
    )


_value_of = attrgetter("value")


def _refuse_repeated(node: Branch, problems: list[Problem]) -> None:
    """Complain of a key that stands twice in one mapping, and of keys that are no words."""
    keys = node.children[::2]
    names = set(map(_value_of, keys))
    if len(names) == len(keys) and None not in names:
        return
    for key in keys:
        if key.__class__ is not Scalar:
            hint = "put the text in quotes"
            problems.append(Problem("bad-key", "a list or mapping cannot be a key", span_of(key), hint=hint))
    first: dict[str, Scalar] = {}
    for key in keys:
        if key.__class__ is Scalar and first.setdefault(key.value, key) is not key:
            hint = "join the two, or begin the second item with a dash"
            notes = (Note("it stands here already", place_of(first[key.value])),)
            problems.append(
                Problem("repeated-key", f"`{key.value}` stands twice in one item", span_of(key), hint=hint, notes=notes)
            )


_GLUED_COMMENT = re.compile(r"[ \t]+(#[^\s#!].*)")


def lost_to_comments(text: str, root: Node | None, problems: list[Problem]) -> None:
    """Report text that YAML takes for a comment: a word that begins with ``#`` after a plain text on its line."""
    if "#" not in text:
        return
    suspects = {n: line for n, line in enumerate(text.split("\n")) if "#" in line and _GLUED_COMMENT.search(line)}
    todo: list[Any] = [root] if suspects else []
    while todo:
        node = todo.pop()
        if isinstance(node, Branch):
            todo.extend(node.children)
        elif node is not None and not node.style and node.end_mark.line in suspects:
            line, column = node.end_mark.line, node.end_mark.column
            if match := _GLUED_COMMENT.match(suspects[line], column):
                place = Span(line + 1, match.start(1) + 1, line + 1, match.end(1) + 1)
                hint = "put the text in quotes; a comment begins with `# `"
                problems.append(
                    Problem("text-lost-to-comment", f"YAML drops `{match[1]}` as a comment", place, hint=hint)
                )
