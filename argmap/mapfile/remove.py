"""A statement or a step taken out of a map file with all that stands below it, and nothing else changed."""

from __future__ import annotations

from typing import Any

from argmap.mapfile.data import data_of, item_at
from argmap.mapfile.extents import Extents, Lines
from argmap.mapfile.mentions import mentions, mentions_below
from argmap.mapfile.opening import opened
from argmap.mapfile.proof import proved
from argmap.mapfile.spots import Spot, Spots
from argmap.mapfile.tree import ListNode, line_of
from argmap.mapfile.typed import comments_of
from argmap.problem import Edit, Span


def removed(text: str, name: str) -> str:
    """The text of a map without what is called ``name``: a statement where it is written, or a step.

    All that stands below it goes too, with its comments; a list or a group that would be left empty goes with it.
    Raises `MapError` when the text is no map, ValueError with a sentence when nothing is called so, when it is the only
    root, or when something that would go is used elsewhere.
    """
    before = spots = Spots(text)
    going = leaving(spots.of(name))
    if going.up is None and _is_alone(going):
        raise ValueError(f"`{name}` is all that the map claims; without it there would be no map")
    _refuse_used(spots, going)
    expected = data_of(spots.root)
    take_data(expected, going)
    spots = opened(spots, going.path)
    edit, lost = deletion(spots, spots.at(going.path))
    return proved(before, spots, [edit], expected, len(lost))


def leaving(spot: Spot) -> Spot:
    """What has to go when an item goes: the group, where the item is the only premise."""
    while spot.word == "all" and spot.up is not None and _is_alone(spot):
        spot = spot.up
    return spot


def _is_alone(spot: Spot) -> bool:
    return not isinstance(spot.held, ListNode) or len(spot.held.children) == 1


def _refuse_used(spots: Spots, going: Spot) -> None:
    """Raise ValueError where something that would go is referred to by what stays."""
    inside = list(mentions_below(going.node))
    homes = {m.node.value.strip() for m in inside if m.is_home and m.kind == "statement"}
    here = {id(m.node) for m in inside}
    stays = [m.node for m in mentions(spots.root) if m.kind == "statement" and not m.is_home and id(m.node) not in here]
    used = sorted((line_of(node), node.value.strip()) for node in stays if node.value.strip() in homes)
    if used:
        name = used[0][1]
        lines = [str(line) for line, other in used if other == name]
        where = f"line {lines[0]}" if len(lines) == 1 else f"lines {', '.join(lines[:-1])} and {lines[-1]}"
        instead = "" if name in spots.map.top else ", or move it to the roots and leave a `ref` in its place"
        raise ValueError(f"`{name}` would go, and is used on {where}; remove it there first{instead}")


def take_data(data: Any, going: Spot) -> Any:
    """Take an item out of the data of a map, and its list when that is empty then; the item."""
    *way, (word, index) = going.path
    here = item_at(data, way)
    item = here[word].pop(index)
    if not here[word]:
        del here[word]
    return item


def deletion(spots: Spots, going: Spot) -> tuple[Edit, list[str]]:
    """The edit that takes out an item of a list in the long form, and the comments that go with it."""
    extents = Extents(spots.text)
    start: Any = going.key.start_mark
    if not _is_alone(going):
        taken, column = extents.item(going), extents.dash(going)[1]
    else:
        assert going.up is not None
        pairs = spots.pairs(going.up.path)
        number = next(n for n, (key, _) in enumerate(pairs) if key is going.key)
        taken, column = extents.key(*pairs[number]), start.column
        if extents.lines[start.line][:column].strip():  # the dash of the item above
            return _first_key(extents, taken._replace(first=start.line), column, pairs[1])
    lost = comments_of("\n".join(extents.shifted(taken, column)))
    first, end = extents.with_gap(taken)
    return Edit(Span(first + 1, 1, end + 1, 1), ""), lost


def _first_key(extents: Extents, taken: Lines, column: int, following: tuple[Any, Any]) -> tuple[Edit, list[str]]:
    """The edit that takes out a key behind the dash of its item; the next one comes there, unless a comment does."""
    lines = [extents.lines[taken.first][column:], *extents.shifted(taken._replace(first=taken.first + 1), column)]
    start = following[0].start_mark
    is_next = extents.key(*following).first == start.line and start.line == taken.end
    end = Span(taken.first + 1, column + 1, taken.end + 1, start.column + 1 if is_next else 1)
    return Edit(end, "" if is_next else "\n"), comments_of("\n".join(lines))
