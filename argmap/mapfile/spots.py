"""Where the items of a map file stand: each with the list that it is in, and the item above."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from attrs import define

from argmap.mapfile import events
from argmap.mapfile.data import Path
from argmap.mapfile.edit import plain
from argmap.mapfile.lines import BELOW
from argmap.mapfile.read import read_text
from argmap.mapfile.tree import ListNode, MapNode, Scalar, line_of
from argmap.mapfile.values import short
from argmap.model import Argument, ArgumentMap, Statement
from argmap.naming import nearest
from argmap.problem import MapError


@define(eq=False)
class Spot:
    """One item of a file: ``key`` is the key of the list that holds it, ``up`` the item that the key belongs to.

    ``held`` is that list, or the item itself where it stands beside the key without a dash.
    """

    node: Any
    held: Any
    index: int
    key: Scalar
    up: Spot | None

    @property
    def word(self) -> str:
        """What the list is for: claims, because, but, unless, all."""
        return str(self.key.value)

    @property
    def path(self) -> Path:
        """The way from the top of the file."""
        found: list[tuple[str, int]] = []
        here: Spot | None = self
        while here is not None:
            found.append((here.word, here.index))
            here = here.up
        return tuple(found[::-1])

    def value(self, name: str) -> Any:
        """What stands under one of its keys, None where there is no such key."""
        pairs = self.node.pairs() if isinstance(self.node, MapNode) else ()
        return next((value for key, value in pairs if key.value == name), None)

    @property
    def kind(self) -> str:
        """Its word: claim, counterclaim, evidence, ref or all; empty for a bare text."""
        return next((w for w in ("claim", "counterclaim", "evidence", "ref", "all") if self.value(w) is not None), "")


class Spots:
    """The items of a text that is a map without errors. Raises `MapError` with its problems when it is none.

    ``folder`` is where the map lies, if that is known: its bibliography is read then.
    """

    def __init__(self, text: str, folder: str | os.PathLike[str] | None = None) -> None:
        self.folder = folder
        m, problems = read_text(text, folder=folder)
        if m is None:
            raise MapError(problems)
        self.map: ArgumentMap = m
        self.typed = text
        self.text = plain(text)
        self.root: Any = events.parse(self.text, [])
        self._at = {_start(spot): spot for spot in _items(self.root)}
        self._by_path = {spot.path: spot for spot in self._at.values()}

    def at(self, path: Path) -> Spot:
        """The item at the end of a way."""
        return self._by_path[path]

    def pairs(self, path: Path) -> list[tuple[Any, Any]]:
        """The keys of the item at the end of a way with their values; of the map for the empty way."""
        node = self.at(path).node if path else self.root
        return list(node.pairs()) if isinstance(node, MapNode) else []

    def listed(self, path: Path, word: str) -> tuple[Any, Any]:
        """One of those keys with its value, twice None where there is none."""
        return next((pair for pair in self.pairs(path) if pair[0].value == word), (None, None))

    def of(self, name: str) -> Spot:
        """The item that a name is of, where the statement or the step is written.

        The name may be one that was made from the text. Raises ValueError with a sentence when nothing is called so.
        """
        bearer = self.bearer(name)
        span = bearer.span
        assert span is not None
        return self._at[span.line, span.column]

    def bearer(self, name: str) -> Statement | Argument:
        """The statement or step of that name. Raises ValueError with a sentence when nothing is called so."""
        bearers: tuple[Statement | Argument, ...] = (*self.map.statements, *self.map.arguments)
        found = next((b for b in bearers if b.id == name), None)
        if found is None:
            near = nearest(name, [b.id for b in bearers])
            raise ValueError(f"nothing is called `{short(name)}`" + (f"; did you mean `{near}`?" if near else ""))
        return found

    def step_of(self, name: str) -> Spot:
        """The item whose step a name speaks of: its own, or that of the group in which the statement is a premise.

        Raises ValueError with a sentence where there is none.
        """
        spot = self.of(name)
        if spot.word == "all" and spot.up is not None:
            return spot.up
        if spot.word == "claims":
            raise ValueError(
                f"`{short(name)}` stands under `claims` (line {line_of(spot.node)}), so no step leads from it; "
                "name the step that is meant by its `argument`"
            )
        return spot


def _start(spot: Spot) -> tuple[int, int]:
    """The place by which the map knows an item: that of its text, or of the whole where it has none."""
    shown = spot.node if spot.kind in ("", "ref", "all") else spot.value(spot.kind)
    return shown.start_mark.line + 1, shown.start_mark.column + 1


def _items(root: Any) -> Iterator[Spot]:
    """Every item of a file, without recursion."""
    todo: list[tuple[Scalar, Any, Spot | None]] = [(k, v, None) for k, v in root.pairs() if k.value == "claims"]
    while todo:
        key, held, up = todo.pop()
        for index, node in enumerate(held.children if isinstance(held, ListNode) else [held]):
            spot = Spot(node, held, index, key, up)
            yield spot
            for name, value in node.pairs() if isinstance(node, MapNode) else ():
                if name.value in BELOW:
                    todo.append((name, value, spot))
