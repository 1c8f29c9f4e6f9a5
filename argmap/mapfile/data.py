"""What a map file says, as plain lists, mappings and texts: to compare two texts of one map, and find an item there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from argmap.mapfile.lines import LISTS
from argmap.mapfile.tree import ListNode, MapNode, Node
from argmap.mapfile.values import as_data

Path = tuple[tuple[str, int], ...]
"""How to come to an item from the top of the file: at each level the key, and the number in its list."""


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


def item_at(data: Any, way: Sequence[tuple[str, int]]) -> Any:
    """What stands at the end of a way through the data of a map, or of an item."""
    for key, index in way:
        data = data[key][index]
    return data
