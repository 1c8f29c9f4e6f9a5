"""Part of a map file in the long form: lists with an item a line, items with a key a line, for others to be added."""

from __future__ import annotations

from typing import Any

from argmap.mapfile.data import Path
from argmap.mapfile.edit import edited
from argmap.mapfile.extents import Extents
from argmap.mapfile.lines import LISTS
from argmap.mapfile.scalars import Text
from argmap.mapfile.sheet import Block, Entry, lines_of, listed
from argmap.mapfile.spots import Spots
from argmap.mapfile.tree import ListNode, MapNode
from argmap.mapfile.typed import comments_of, sheet_of
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
    column = key.start_mark.column
    extents = Extents(spots.text)
    ends = (extents.key(key, value).end, extents.last(key, value) + 1)
    return _rewritten(spots, extents, entry, key.start_mark.line, column, ends)


def _with_item(spots: Spots, path: Path, keyed: str) -> Spots:
    """The file in which an item of a list has a key a line."""
    node = spots.at(path).node
    if isinstance(node, MapNode) and not node.flow:
        return spots
    entry = _entry(sheet_of(spots.text), path)
    if isinstance(entry.value, Text):
        entry.value = Block(True, [Entry(entry.value, Text(keyed))])
    extents = Extents(spots.text)
    line, column = extents.dash(spots.at(path))
    ends = (extents.item(spots.at(path)).end, extents.last(node) + 1)
    return _rewritten(spots, extents, entry, line, column, ends)


def _rewritten(spots: Spots, extents: Extents, entry: Entry, first: int, column: int, ends: tuple[int, int]) -> Spots:
    """The file with an entry written anew over the lines that it took; it begins in a column of the first.

    Of the two lines before which it may end, the one is taken that leaves no comment out and none in twice.
    """
    _unfold(entry)
    start = extents.lines[first][:column]
    lines = lines_of(entry, column, start)
    kept = sorted(comments_of("\n".join([lines[0][column:], *lines[1:]])))

    def is_whole(end: int) -> bool:
        old = [extents.lines[first][column:], *extents.lines[first + 1 : end]]
        return sorted(comments_of("\n".join(old))) == kept

    end = next((end for end in ends if is_whole(end)), ends[1])
    return Spots(edited(spots.typed, [Edit(Span(first + 1, 1, end + 1, 1), "\n".join(lines) + "\n")]))


def _unfold(top: Entry) -> None:
    """Take items, and lists of items, out of brackets: where one has a line of its own, so have those in it."""
    todo = [top]
    while todo:
        value = todo.pop().value
        if isinstance(value, Block):
            value.flow = False
            todo += [e for e in value.entries if e.key is None or e.key.value in LISTS]


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
