"""Statements added to a map file where they bear on what stands there, and nothing else changed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from argmap.mapfile import places
from argmap.mapfile.data import Path, data_of
from argmap.mapfile.extents import Extents, indented
from argmap.mapfile.linking import link_data, linked
from argmap.mapfile.opening import opened
from argmap.mapfile.order import order_of, rank
from argmap.mapfile.proof import proved
from argmap.mapfile.scalars import Text
from argmap.mapfile.sheet import Block, Entry, lines_of
from argmap.mapfile.spots import Spots
from argmap.mapfile.tree import ListNode, MapNode
from argmap.model import Statement
from argmap.problem import Edit, Span

Item = str | Mapping[str, str]
"""A bare text, or the keys of an item with their texts."""


def added(
    text: str, to: str | None, word: str, items: Iterable[Item], folder: str | os.PathLike[str] | None = None
) -> str:
    """The text of a map with new items at the end of a list of what is called ``to``.

    ``word`` is the list: `because` or `but` of a statement; `unless` or `all` of a step, where ``to`` names the step or
    the one premise that it leads from; `claims`, where ``to`` is None. An item is a bare text, or a mapping such as
    ``{"evidence": "…", "cite": "article, para. 5"}``. ``folder`` is where the map lies; without it the keys of its
    `bibliography` are not known, and any may be cited. Raises `MapError` when the text is no map, ValueError with a
    sentence when nothing is called so or the items cannot stand there.
    """
    before = spots = Spots(text, folder)
    path = place_of_list(spots, to, word)
    expected = data_of(spots.root)
    if word == "all":
        link_data(expected, path, spots.at(path))
        spots = linked(spots, path)
    held = data_at(expected, path, word_of(spots, path))
    chosen = [_unlike_ids(item, spots) for item in items]
    held.setdefault(word, []).extend(dict(item) if isinstance(item, Mapping) else item for item in chosen)
    lines = [line for item in chosen for line in lines_of(Entry(_block(item)), 0)]
    spots = opened(spots, path, word, word_of(spots, path))
    return proved(before, spots, [insertion(spots, path, word, lines)], expected)


def _unlike_ids(item: Item, spots: Spots) -> Item:
    """The item with a word where its text alone would be taken for a forgotten `ref`."""
    is_id = isinstance(item, str) and any(s.id == item and s.named for s in spots.map.statements)
    return {"claim": str(item)} if is_id else item


def _block(item: Item) -> Text | Block:
    """What is written for an item, its keys in the usual order."""
    if isinstance(item, str):
        return Text(item)
    ranks = order_of(places.STEP)
    entries = [Entry(Text(item[key]), Text(key)) for key in sorted(item, key=lambda key: rank(ranks, key))]
    return Block(True, entries)


def place_of_list(spots: Spots, to: str | None, word: str) -> Path:
    """The way to the item that has a list of that name, or is to get it. Raises ValueError where it cannot have one."""
    if to is None:
        return ()
    if word in ("unless", "all"):
        return spots.step_of(to).path
    if not isinstance(spots.bearer(to), Statement):
        raise ValueError(f"`{to}` is a step, and `{word}` bears on a statement; name the statement, or take `unless`")
    return spots.of(to).path


def word_of(spots: Spots, path: Path) -> str:
    """The word that a bare text at the end of a way has when it is written out."""
    if not path:
        return ""
    spot = spots.at(path)
    if spot.kind:
        return spot.kind
    mark = spot.node.start_mark
    place = (mark.line + 1, mark.column + 1)
    return next(s.kind for s in spots.map.statements if s.span is not None and s.span[:2] == place)


def data_at(data: Any, path: Path, keyed: str = "") -> Any:
    """The mapping at the end of a way in the data of a map; a bare text there becomes one, under its word."""
    here = data
    for key, index in path:
        if not isinstance(here[key][index], dict):
            here[key][index] = {keyed: here[key][index]}
        here = here[key][index]
    return here


def insertion(spots: Spots, path: Path, word: str, lines: Sequence[str], index: int | None = None) -> Edit:
    """The edit that puts the lines of items (dash in column 0) into a list: before one of its items, or at its end.

    The list stands in the long form (`opened`), and so does the item below which it is to be when it is not there yet.
    """
    extents = Extents(spots.text)
    key, held = spots.listed(path, word)
    end = 0
    if isinstance(held, ListNode) and held.children:
        is_last = index is None or index >= len(held.children)
        neighbour = spots.at((*path, (word, len(held.children) - 1 if index is None or is_last else index)))
        taken = extents.item(neighbour)
        at = taken.end if is_last else taken.first
        new = indented(lines, extents.dash(neighbour)[1])
        if not path and (isinstance(neighbour.node, MapNode) or ":" in lines[0]):
            new = ["", *new] if is_last else [*new, ""]
    elif held is not None:  # `all: []`
        column, at, end = key.start_mark.column, key.start_mark.line, extents.key(key, held).end
        new = [extents.lines[at][:column] + f"{word}:", *indented(lines, column + _habit(*spots.listed((), "claims")))]
    else:
        at, column = _place_of_key(extents, spots.pairs(path), word)
        new = [" " * column + f"{word}:", *indented(lines, column + _habit(*spots.listed((), "claims")))]
    words = "\n".join(new) + "\n"
    if at >= len(extents.lines) and not extents.text.endswith("\n"):
        words = "\n" + words[:-1]
    return Edit(Span(at + 1, 1, max(at, end) + 1, 1), words)


def _place_of_key(extents: Extents, pairs: Sequence[tuple[Any, Any]], word: str) -> tuple[int, int]:
    """Before which line a new key stands, and its column: in the usual order of keys, as far as the file keeps it."""
    column = int(pairs[0][0].start_mark.column)
    if word == "unless":
        for key, value in pairs[1:]:
            if key.value in ("because", "but"):
                return extents.key(key, value).first, column
    return extents.key(*pairs[-1]).end, column


def _habit(claims: Any, roots: Any) -> int:
    """How far right of their key the dashes of a list stand in this file."""
    if not isinstance(roots, ListNode) or roots.flow:
        return 2
    # The mark of a list that is not indented stands behind its first dash.
    apart = int(roots.start_mark.column - claims.start_mark.column)
    return min(apart, 4) if apart > 1 else 0
