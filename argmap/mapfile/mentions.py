"""Where in a file the names of statements, steps, sources and speakers stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from argmap.mapfile.lines import BELOW
from argmap.mapfile.tree import ListNode, MapNode, Node, Scalar


class Mention(NamedTuple):
    """A scalar that gives a name, or refers to one.

    ``kind`` is statement, step, source or speaker; ``is_home`` tells where the name is given. A reference to a source
    may stand in a text with others (``cite: report, p. 4; survey``): ``in_text``.
    """

    kind: str
    node: Scalar
    is_home: bool = False
    in_text: bool = False


def mentions(root: Node | None) -> Iterator[Mention]:
    """Every mention in the tree of a file that has no errors; not in the order of the lines."""
    if not isinstance(root, MapNode):
        return
    for name, value in _pairs(root):
        if name == "thesis":
            yield from _references(value)
        elif name == "claims":
            yield from mentions_below(value)
        elif name == "sources" and isinstance(value, MapNode):
            for key, _ in value.pairs():
                yield Mention("source", key, is_home=True)
        elif name == "speakers" and isinstance(value, MapNode):
            for key, _ in value.pairs():
                yield Mention("speaker", key, is_home=True)
        elif name == "issues" and isinstance(value, ListNode):
            for issue in value.children:
                for key, held in _pairs(issue):
                    yield from _references(held) if key == "positions" else ()
        elif name == "expect":
            for _, held in _pairs(value):
                yield from _references(held)


def _pairs(node: Any) -> Iterator[tuple[str, Any]]:
    """The keys of a mapping, without the user's own, with what they hold."""
    for key, value in node.pairs() if isinstance(node, MapNode) else ():
        if not key.value.startswith("x-"):
            yield key.value, value


def _references(node: Any) -> Iterator[Mention]:
    for scalar in node.children if isinstance(node, ListNode) else (node,):
        if isinstance(scalar, Scalar):
            yield Mention("statement", scalar)


def mentions_below(items: Any) -> Iterator[Mention]:
    """Every mention in an item or in the items of a list, and in those below, without recursion."""
    todo = [items]
    while todo:
        node = todo.pop()
        if isinstance(node, ListNode):
            todo += node.children
        for name, value in _pairs(node):
            if name in BELOW:
                todo.append(value)
            elif name == "id":
                yield Mention("statement", value, is_home=True)
            elif name == "argument":
                yield Mention("step", value, is_home=True)
            elif name == "ref":
                yield Mention("statement", value)
            elif name == "by":
                yield Mention("speaker", value)
            elif name == "cite":
                yield from _in_citations(value)


def _in_citations(node: Any) -> Iterator[Mention]:
    for citation in node.children if isinstance(node, ListNode) else (node,):
        if isinstance(citation, Scalar):
            yield Mention("source", citation, in_text=True)
        for name, value in _pairs(citation):
            if name == "source":
                yield Mention("source", value)
