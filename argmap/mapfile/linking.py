"""An item of a map file parted into its statement and its step, as a group of premises or a reference needs it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from argmap.mapfile.data import Path, item_at
from argmap.mapfile.edit import edited
from argmap.mapfile.extents import Extents, indented
from argmap.mapfile.fields import Owner, of
from argmap.mapfile.opening import opened
from argmap.mapfile.spots import Spot, Spots
from argmap.problem import Edit, Span

STEP_KEYS = frozenset(of(Owner.STEP))
"""Keys that speak of the step, wherever an item has them."""
_REF_KEYS = ("ref", "role")


def linked(spots: Spots, path: Path) -> Spots:
    """The file in which the step of an item is that of a group, for other premises to join it."""
    spot = spots.at(path)
    if spot.kind == "all":
        return spots
    spots = opened(spots, path)
    own, rest = _shares(spots.at(path))
    if rest:
        spots = opened(spots, path, keyed=spot.kind)
    extents, spot = Extents(spots.text), spots.at(path)
    line, column = extents.dash(spot)
    taken = extents.item(spot)
    if rest:
        premise, step = as_item(keys_of(extents, spot, own)), keys_of(extents, spot, rest)
    else:
        premise, step = extents.shifted(taken._replace(first=line), column), []
    lines = ["- all:", *indented(premise, 4), *indented(step, 2)]
    words = "\n".join(indented(lines, column)) + "\n"
    return Spots(edited(spots.typed, [Edit(Span(line + 1, 1, taken.end + 1, 1), words)]))


def link_data(data: Any, path: Path, spot: Spot) -> None:
    """Do the same to the data of the map."""
    *way, (word, index) = path
    here = item_at(data, way)
    item = here[word][index]
    if spot.kind != "all":
        own, rest = _shares(spot)
        premise = {key: item[key] for key in own} if isinstance(item, dict) else item
        here[word][index] = {"all": [premise], **{key: item[key] for key in rest}}


def _shares(spot: Spot) -> tuple[list[str], list[str]]:
    """The keys of the premise, and those of the step."""
    names = [key.value for key, _ in spot.node.pairs()] if spot.kind else []
    own = [n for n in names if (n in _REF_KEYS if spot.kind == "ref" else n not in STEP_KEYS)]
    return own, [n for n in names if n not in own]


def keys_of(extents: Extents, spot: Spot, names: Collection[str]) -> list[str]:
    """The lines of some keys of an item that has a key a line, with their comments, moved to column 0."""
    found: list[str] = []
    pairs = list(spot.node.pairs())
    for number, (key, value) in enumerate(pairs):
        if key.value in names:
            column, line = key.start_mark.column, key.start_mark.line
            taken = extents.key(key, value)
            if number == len(pairs) - 1:
                taken = taken._replace(end=extents.item(spot).end)
            if number:
                found += extents.shifted(taken, column)
            else:
                found.append(extents.lines[line][column:])
                found += extents.shifted(taken._replace(first=line + 1), column)
    return found


def as_item(lines: list[str]) -> list[str]:
    """The lines of keys as those of an item whose dash stands in column 0, comments above the first key above it."""
    first = next(number for number, line in enumerate(lines) if line and not line.startswith("#"))
    return [*lines[:first], f"- {lines[first]}", *indented(lines[first + 1 :], 2)]
