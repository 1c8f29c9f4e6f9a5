"""A statement or a step moved to another place of a map file with all below it, and nothing else changed."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

from argmap.mapfile.add import data_at, insertion, place_of_list, word_of
from argmap.mapfile.data import Path, data_of, item_at
from argmap.mapfile.extents import Extents, indented
from argmap.mapfile.linking import STEP_KEYS, as_item, keys_of, link_data, linked
from argmap.mapfile.opening import opened
from argmap.mapfile.proof import proved
from argmap.mapfile.remove import deletion, leaving, take_data
from argmap.mapfile.spots import Spot, Spots
from argmap.mapfile.tree import ListNode
from argmap.mapfile.typed import comments_of
from argmap.model import Statement
from argmap.problem import Edit, Span


class _Goal(NamedTuple):
    """Where an item is to stand: in the list ``word`` of ``to``, or right before or behind what is called ``by``."""

    to: str | None
    word: str
    by: str | None
    behind: bool


def moved(
    text: str,
    name: str,
    *,
    to: str | None = None,
    word: str = "claims",
    before: str | None = None,
    after: str | None = None,
    leave_ref: bool = False,
) -> str:
    """The text of a map in which what is called ``name`` stands elsewhere, with all below it and with its comments.

    It comes to the end of the list ``word`` of what is called ``to`` (see `added`; `claims` are the roots), or right
    before or after another item, into the same list. An item of `because`, `but` or `unless` takes its step along. With
    ``leave_ref`` the statement alone goes: a `ref` to it stays behind, with the keys of the step.

    Raises `MapError` when the text is no map, ValueError with a sentence when nothing is called so, it cannot stand
    there, or more than one place is named.
    """
    if (to is not None) + (before is not None) + (after is not None) > 1 or (word == "claims") is not (to is None):
        raise ValueError("name one place: `to` with a list, or `before`, or `after`")
    goal = _Goal(to, word, before or after, after is not None)
    typed = spots = Spots(text)
    expected = data_of(spots.root)
    if goal.word == "all" and goal.by is None:
        path = place_of_list(spots, goal.to, "all")
        _refuse_below(spots.of(name), path, name)
        link_data(expected, path, spots.at(path))
        spots = linked(spots, path)
    source = spots.of(name)
    path, word, index = _place(spots, goal)
    _refuse(spots, source, path, word, name, leave_ref)
    keyed = word_of(spots, source.path)
    spots = opened(spots, source.path, keyed=keyed if leave_ref else "")
    spots = opened(spots, path, word, word_of(spots, path))
    source = spots.at(source.path)
    if (path, word) == (source.path[:-1], source.word) and index in (source.index, source.index + 1):
        raise ValueError(f"`{name}` stands there already")
    _move_data(expected, spots, source, path, word, index, name if leave_ref else None)
    extents = Extents(spots.text)
    if leave_ref:
        lines, edit = _parted(extents, source, name)
    else:
        going = leaving(source)
        if path[: len(going.path)] == going.path:
            raise ValueError(f"`{name}` is all that its group holds; it cannot leave the group for a place in it")
        if going is not source and going.kind == "all" and len(going.node.children) > 2:
            raise ValueError(f"`{name}` is all that its group holds, whose step has other keys; move the group instead")
        lines = extents.shifted(extents.item(source), extents.dash(source)[1])
        edit, lost = deletion(spots, going)
        others = Counter(lost) - Counter(comments_of("\n".join(lines)))  # those of a key that goes, too
        lines = [*(f"# {comment}".rstrip() for comment in others.elements()), *lines]
    return proved(typed, spots, [edit, insertion(spots, path, word, lines, index)], expected)


def _place(spots: Spots, goal: _Goal) -> tuple[Path, str, int]:
    """The way to the item that has the list, the name of the list, and the number in it."""
    if goal.by is not None:
        sibling = spots.of(goal.by)
        return sibling.path[:-1], sibling.word, sibling.index + goal.behind
    path = place_of_list(spots, goal.to, goal.word)
    held = spots.listed(path, goal.word)[1]
    return path, goal.word, len(held.children) if isinstance(held, ListNode) else int(held is not None)


def _refuse_below(source: Spot, path: Path, name: str) -> None:
    if path[: len(source.path)] == source.path:
        raise ValueError(f"`{name}` cannot stand below itself")


def _refuse(spots: Spots, source: Spot, path: Path, word: str, name: str, leave_ref: bool) -> None:
    """Raise ValueError where an item cannot go."""
    _refuse_below(source, path, name)
    if leave_ref:
        if not isinstance(spots.bearer(name), Statement):
            raise ValueError(f"`{name}` is a step; a `ref` can stay behind for a statement alone")
        if source.word == "claims":
            raise ValueError(f"`{name}` is a root already, where no `ref` can stay behind")
        return
    what = {"claims": "root", "all": "premise in a group"}.get(word)
    keys = [key.value for key, _ in source.node.pairs()] if source.kind else []
    step = [key for key in keys if key in STEP_KEYS or (key == "role" and word == "claims")]
    if what and not isinstance(spots.bearer(name), Statement) and (word, source.kind) != ("all", "ref"):
        raise ValueError(f"`{name}` is a step, and a {what} is none; put it under `because`, `but` or `unless`")
    if what and step:
        shown = ", ".join(f"`{key}`" for key in step)
        raise ValueError(f"`{name}` has keys of its step ({shown}), and a {what} has none; leave a `ref` in its place")


def _move_data(data: Any, spots: Spots, source: Spot, path: Path, word: str, index: int, left: str | None) -> None:
    """Do the same to the data of the map; ``left`` is the name to which a `ref` stays behind."""
    held = data_at(data, path, word_of(spots, path))
    listed = held.setdefault(word, [])
    before = listed[index] if index < len(listed) else None
    if left is None:
        going = leaving(source)
        item = item_at(take_data(data, going), source.path[len(going.path) :])
        if not listed:
            held[word] = listed
    else:
        here = data_at(data, source.path, word_of(spots, source.path))
        item = {key: value for key, value in here.items() if key not in STEP_KEYS and key != "role"} | {"id": left}
        rest = {key: value for key, value in here.items() if key not in item}
        here.clear()
        here.update({"ref": left, **rest})
    number = next((n for n, other in enumerate(listed) if other is before), len(listed))
    listed.insert(number, item)


def _parted(extents: Extents, source: Spot, name: str) -> tuple[list[str], Edit]:
    """The lines of a statement that goes, and the edit that leaves a `ref` with the keys of its step."""
    line, column = extents.dash(source)
    taken = extents.item(source)
    names = [key.value for key, _ in source.node.pairs()]
    own = [n for n in names if n not in STEP_KEYS and n != "role"]
    head = own.index(source.kind) + 1
    lines = keys_of(extents, source, own[:head])
    lines += [] if "id" in own else [f"id: {name}"]
    lines += keys_of(extents, source, own[head:])
    above = extents.shifted(taken._replace(end=line), column)
    rest = keys_of(extents, source, [n for n in names if n not in own])
    left = indented([f"- ref: {name}", *indented(rest, 2)], column)
    edit = Edit(Span(taken.first + 1, 1, taken.end + 1, 1), "\n".join(left) + "\n")
    return [*above, *as_item(lines)], edit
