"""Part of a map file in the long form: lists with an item a line, items with a key a line, for others to be added."""

from __future__ import annotations

from typing import Any

from argmap.mapfile.edit import edited
from argmap.mapfile.extents import Extents
from argmap.mapfile.scalars import Text
from argmap.mapfile.sheet import Block, Entry, lines_of, listed
from argmap.mapfile.spots import Path, Spots
from argmap.mapfile.tree import ListNode, MapNode
from argmap.mapfile.typed import sheet_of
from argmap.problem import Edit, Span


def opened(spots: Spots, path: Path, word: str = "", keyed: str = "") -> Spots:
    """The file in which the list that holds an item, and all that this list is in, stand in the long form.

    With ``keyed`` the item does too, and gets that word (`claim`, `counterclaim`) where it is a bare text; with
    ``word`` also the list of that name below it, if there is one. The empty way leads to the map itself. What is in the
    long form stays as it was typed.
    """
    for depth, (key, _) in enumerate(path):
        spots = _with_list(spots, path[:depth], key)
        if keyed or depth < len(path) - 1:
            spots = _with_item(spots, path[: depth + 1], keyed)
    return _with_list(spots, path, word) if word else spots


def _with_list(spots: Spots, path: Path, word: str) -> Spots:
    """The file in which the list under a key of an item has an item a line."""
    key, value = spots.listed(path, word)
    if key is None or (isinstance(value, ListNode) and not value.flow):
        return spots
    entry = _entry(sheet_of(spots.text), path, word)
    if isinstance(entry.value, Text) or entry.value.is_map:
        entry.value = listed(entry.value)
    entry.value.flow = False
    column = key.start_mark.column
    return _rewritten(spots, entry, key.start_mark.line, column, Extents(spots.text).last(key, value))


def _with_item(spots: Spots, path: Path, keyed: str) -> Spots:
    """The file in which an item of a list has a key a line."""
    node = spots.at(path).node
    if isinstance(node, MapNode) and not node.flow:
        return spots
    entry = _entry(sheet_of(spots.text), path)
    if isinstance(entry.value, Text):
        entry.value = Block(True, [Entry(entry.value, Text(keyed))])
    entry.value.flow = False
    extents = Extents(spots.text)
    line, column = extents.dash(spots.at(path))
    return _rewritten(spots, entry, line, column, extents.last(node))


def _rewritten(spots: Spots, entry: Entry, first: int, column: int, last: int) -> Spots:
    """The file with an entry written anew over the lines that it took; it begins in a column of the first."""
    start = Extents(spots.text).lines[first][:column]
    lines = lines_of(entry, column, start)
    return Spots(edited(spots.typed, [Edit(Span(first + 1, 1, last + 2, 1), "\n".join(lines) + "\n")]))


def _entry(root: Block, path: Path, word: str = "") -> Entry:
    """The entry of an item, or of a key of it."""
    here: Any = root
    entry: Entry = Entry(root)
    for key, index in path:
        held = _of_key(here, key).value
        is_list = isinstance(held, Block) and not held.is_map
        entry = held.entries[index] if is_list else _of_key(here, key)  # type: ignore[union-attr]
        here = entry.value
    return _of_key(here, word) if word else entry


def _of_key(block: Block, key: str) -> Entry:
    return next(e for e in block.entries if e.key is not None and e.key.value == key)
