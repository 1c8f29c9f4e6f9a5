"""The nodes of pandoc's document tree that outlines need, as its JSON has them since pandoc 2.11."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from argmap.render.markup import fit
from argmap.render.outlines.document import Document, Role, Run
from argmap.render.wording import flat

Node = dict[str, Any]
Nodes = list[Node]

_MARKS = {
    Role.LEAD: "Strong", Role.LABEL: "Strong", Role.SPEAKER: "Emph", Role.WARRANT: "Emph", Role.REMARK: "Emph",
}  # fmt: skip


def words(text: str) -> Nodes:
    """A text as inlines; what XML cannot hold is shown as the sign of an unknown letter."""
    found: Nodes = []
    for n, word in enumerate(fit(text).split(" ")):
        found += [{"t": "Space"}] * (n > 0) + [{"t": "Str", "c": word}] * bool(word)
    return found


def run(one: Run) -> Nodes:
    """A run as inlines, marked by its role."""
    inlines = words(one.text)
    mark = _MARKS.get(one.role)
    return [node(mark, inlines)] if mark and one.text.strip() else inlines


def node(kind: str, content: Any) -> Node:
    """A node of a kind that holds nothing but its content, such as Para, Plain, Strong or BulletList."""
    return {"t": kind, "c": content}


def header(level: int, content: Nodes) -> Node:
    """A heading."""
    return {"t": "Header", "c": [level, ["", ["unnumbered"], []], content]}


def numbered(items: Sequence[Nodes]) -> Node:
    """A list that counts from 1."""
    return {"t": "OrderedList", "c": [[1, {"t": "Decimal"}, {"t": "Period"}], list(items)]}


def anchor(name: str, content: Nodes) -> Node:
    """Inlines that a link leads to."""
    return {"t": "Span", "c": [[name, [], []], content]}


def link(name: str, content: Nodes) -> Node:
    """Inlines that lead to an anchor."""
    return {"t": "Link", "c": [["", [], []], content, [f"#{name}", ""]]}


def division(name: str, blocks: Nodes) -> Node:
    """Blocks of a class."""
    return {"t": "Div", "c": [["", [name], []], blocks]}


def meta(document: Document, **more: str) -> dict[str, Node]:
    """What a document says of itself, and what more is to be said of it, without what is empty."""
    values = {"title": document.title, "subtitle": document.question, "author": document.author, "date": document.date}
    said = {name: flat(text or "") for name, text in (values | more).items()}
    return {name: {"t": "MetaInlines", "c": words(text)} for name, text in said.items() if text}
