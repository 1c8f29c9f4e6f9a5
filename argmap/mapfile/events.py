"""Any YAML text to the located tree, by the events of YAML's own parser.

Without recursion, since YAML's object builder overflows the stack on hostile nesting, knows no places, and does not
complain of a repeated key. What is valid YAML but means nothing in a map is told here.
"""

from __future__ import annotations

import re
from operator import attrgetter
from typing import Any

import yaml

from argmap.mapfile.tree import MAX_DEPTH, Branch, ListNode, MapNode, Node, Scalar, place_of, span_of
from argmap.problem import Note, Problem, Span

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
NotYaml = yaml.YAMLError
"""What `parse` raises where YAML's grammar gives up."""

_IN_QUOTES = "put the text in quotes"


def parse(text: str, problems: list[Problem]) -> Node | None:
    """The tree of a text, None for an empty one; what means nothing in a map is added to the problems.

    Raises `NotYaml` where YAML's grammar gives up.
    """
    loader = _Loader(text)
    try:
        return _build(loader, problems, "&" in text or "!" in text)
    finally:
        loader.dispose()


def _build(loader: Any, problems: list[Problem], may_be_marked: bool) -> Node | None:
    """Follow the events to the end of the first document; anchors and tags are looked for where there may be any."""
    next_event = loader.get_event
    scalar, map_start, list_start = Scalar, yaml.MappingStartEvent, yaml.SequenceStartEvent
    map_end, list_end = yaml.MappingEndEvent, yaml.SequenceEndEvent
    top: list[Any] = []
    add = top.append
    open_branches: list[Branch] = []
    while True:
        event = next_event()
        kind = event.__class__
        if kind is scalar:
            if may_be_marked and (event.tag is not None or event.anchor is not None):
                problems.append(_marked(event))
                event.value = event.value or event.tag or event.anchor  # not to be told that it is empty, too
            add(event)
        elif kind is map_start or kind is list_start:
            if may_be_marked and (event.tag is not None or event.anchor is not None):
                problems.append(_marked(event))
            branch = MapNode(event) if kind is map_start else ListNode(event)
            add(branch)
            open_branches.append(branch)
            if len(open_branches) > MAX_DEPTH:
                hint = "write a deep branch as an item of `claims` with an `id`, and `ref` it where it is used"
                message = f"the nesting is deeper than {MAX_DEPTH} levels"
                problems.append(Problem("too-deep", message, span_of(branch), hint=hint))
                return None
            add = branch.children.append
        elif kind is map_end or kind is list_end:
            done = open_branches.pop()
            if kind is map_end:
                _refuse_repeated(done, problems)
            add = open_branches[-1].children.append if open_branches else top.append
        elif kind is yaml.AliasEvent:
            message = "a `*` before a word is a YAML alias, which maps do not have"
            hint = "put the text in quotes; to use a statement again, write `ref:` and its id"
            problems.append(Problem("alias", message, _place(event), hint=hint))
            add(Scalar(None, None, (True, False), "*" + event.anchor, event.start_mark, event.end_mark, style='"'))
        elif kind is yaml.DocumentStartEvent and top:
            message = "a file holds one map, and `---` begins a second"
            problems.append(Problem("several-documents", message, _place(event), hint="put it into a file of its own"))
            return _first(top)
        elif kind is yaml.StreamEndEvent:
            return _first(top)


def _first(top: list[Any]) -> Node | None:
    found: Node | None = top[0] if top else None
    return found


def _place(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _marked(event: Any) -> Problem:
    """An anchor or a tag, which would take a word from the text."""
    sign, what = (f"&{event.anchor}", "an anchor") if event.anchor is not None else (event.tag, "a tag")
    code = what.split()[1]
    return Problem(code, f"`{sign}` is {what} of YAML, which would be lost", _place(event), hint=_IN_QUOTES)


_value_of = attrgetter("value")


def _refuse_repeated(node: Branch, problems: list[Problem]) -> None:
    """Complain of a key that stands twice in one mapping, and of keys that are no words."""
    keys = node.children[::2]
    names = set(map(_value_of, keys))
    if len(names) == len(keys) and None not in names:
        return
    for key in keys:
        if key.__class__ is not Scalar:
            message = "a list or mapping cannot be a key"
            problems.append(Problem("bad-key", message, span_of(key), hint=_IN_QUOTES))
    first: dict[str, Scalar] = {}
    for key in keys:
        if key.__class__ is Scalar and first.setdefault(key.value, key) is not key:
            hint = "join the two, or begin the second item with a dash"
            message = f"`{key.value}` stands twice in one item"
            notes = (Note("it stands here already", place_of(first[key.value])),)
            problems.append(Problem("repeated-key", message, span_of(key), hint=hint, notes=notes))


_GLUED_COMMENT = re.compile(r"[ \t]+(#[^\s#!].*)")


def lost_to_comments(text: str, root: Node | None, problems: list[Problem]) -> None:
    """Report text that YAML takes for a comment: a word that begins with ``#`` after a plain text on its line."""
    if "#" not in text:
        return
    suspects = {n: line for n, line in enumerate(text.split("\n"), 1) if "#" in line and _GLUED_COMMENT.search(line)}
    todo: list[Any] = [root] if suspects else []
    while todo:
        node = todo.pop()
        if isinstance(node, Branch):
            todo.extend(node.children)
        elif node is not None and not node.style and node.end_mark.line + 1 in suspects:
            line, column = node.end_mark.line + 1, node.end_mark.column
            if match := _GLUED_COMMENT.match(suspects[line], column):
                place = Span(line, match.start(1) + 1, line, match.end(1) + 1)
                hint = "put the text in quotes; a comment begins with `# `"
                message = f"YAML drops `{match[1]}` as a comment"
                problems.append(Problem("text-lost-to-comment", message, place, hint=hint))
