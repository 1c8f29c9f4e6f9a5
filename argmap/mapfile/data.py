"""What a map file says, as plain lists, mappings and texts: to compare two texts of one map."""

from __future__ import annotations

from typing import Any

from argmap.mapfile.lines import LISTS
from argmap.mapfile.tree import ListNode, MapNode, Node
from argmap.mapfile.values import as_data


def data_of(node: Node | None, name: str = "") -> Any:
    """The data of a node that stands under the key ``name``; an item that stands alone is a list of one."""
    if name in LISTS and not isinstance(node, ListNode):
        return [data_of(node)]
    if isinstance(node, ListNode):
        return [data_of(child) for child in node.children]
    if isinstance(node, MapNode):
        pairs = ((key.value, value) for key, value in node.pairs())
        return {key: as_data(value) if key.startswith("x-") else data_of(value, key) for key, value in pairs}
    return node.value.rstrip() if node is not None else None
