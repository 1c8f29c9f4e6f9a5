"""A picture as nodes and links, for programs that lay them out themselves.

Boxes, steps and issues are nodes; what a step is made of leads into it, and it leads to what it bears on.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from argmap.model import Direction
from argmap.render.picture import Box, Chip, Picture, Rivalry, Step
from argmap.render.styles.bars import strip
from argmap.render.wording import Wording

PREMISE, POSITION = "premise", "position"
"""What a link is that leads into a step or an issue; all others have the direction of their argument."""


class Node(NamedTuple):
    """What a link may join; its id has only letters of ASCII, digits and underscores."""

    id: str
    item: Box | Chip | Step | Rivalry


class Link(NamedTuple):
    """A link between two nodes by their ids.

    ``bears`` is "premise", "position" or a `Direction`; ``step`` the one to which it belongs, None for a position;
    ``crosses`` says that it leads to a statement whose box stands elsewhere.
    """

    start: str
    end: str
    bears: str
    step: Step | None = None
    crosses: bool = False


class Network(NamedTuple):
    """All nodes in reading order, each before what bears on it; and all links."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]


def network(picture: Picture, is_folded: bool, has_chips: bool) -> Network:
    """A picture as a network.

    Where it ``is_folded``, a step of one premise of which nothing else is to be said is no node but a link. Where it
    ``has_chips``, they are nodes; otherwise links lead to the boxes that they stand for.
    """
    return _Network(picture, is_folded, has_chips).made()


class _Network:
    def __init__(self, picture: Picture, is_folded: bool, has_chips: bool) -> None:
        self._picture = picture
        self._is_folded, self._has_chips = is_folded, has_chips
        m = picture.map
        self._boxes = _names("s", [s.id for s in m.statements])
        self._steps = _names("a", [a.id for a in m.arguments])
        self._wording = Wording(picture.view.whole)
        self._nodes: list[Node] = []
        self._links: list[Link] = []
        self._chips = 0

    def made(self) -> Network:
        """The whole network."""
        issues = 0
        for root in self._picture.roots:
            if isinstance(root, Box):
                self._item(root)
                continue
            issues += 1
            issue = f"i_{issues}"
            self._nodes.append(Node(issue, root))
            for position in root.positions:
                self._links.append(Link(self._item(position), issue, POSITION, crosses=self._crosses(position)))
        for start, step in self._picture.steps:
            todo = [(step, self._boxes[start])]
            while todo:
                one, end = todo.pop()
                self._step(one, end)
                todo += [(cut, self._steps[one.argument.id]) for cut in reversed(one.undercutters)]
        return Network(tuple(self._nodes), tuple(self._links))

    def _step(self, step: Step, end: str) -> None:
        """A step that bears on a node."""
        bears = str(step.argument.direction)
        if self._is_folded and is_plain(step, self._wording):
            (premise,) = step.premises
            self._links.append(Link(self._item(premise), end, bears, step, self._crosses(premise)))
            return
        name = self._steps[step.argument.id]
        self._nodes.append(Node(name, step))
        self._links.append(Link(name, end, bears, step))
        for premise in step.premises:
            self._links.append(Link(self._item(premise), name, PREMISE, step, self._crosses(premise)))

    def _item(self, item: Box | Chip) -> str:
        """The name of the node of a box or a chip, which is made where there is none."""
        name = self._boxes[item.statement.id]
        if isinstance(item, Chip):
            if not self._has_chips:
                return name
            self._chips += 1
            name = f"see_{self._chips}"
        self._nodes.append(Node(name, item))
        return name

    def _crosses(self, item: Box | Chip) -> bool:
        return isinstance(item, Chip) and not self._has_chips


def is_plain(step: Step, wording: Wording) -> bool:
    """Whether a line says all that there is to say of a step."""
    has_more = step.undercutters or step.more or strip(step.argument, wording)
    return len(step.premises) == 1 and not has_more


def bears_on(link: Link) -> str:
    """What a link says in a word or two: empty for one that leads into a step."""
    if link.step is not None and link.step.possible and link.bears == Direction.UNDERCUTS:
        return "might break"
    return _WORDS.get(link.bears, "")


_WORDS = {"for": "supports", "against": "attacks", "undercuts": "breaks", POSITION: "or"}


def _names(prefix: str, ids: list[str]) -> Mapping[str, str]:
    """A name for each id that any program takes, and that stays the same while the ids do."""
    taken: set[str] = set()
    named: dict[str, str] = {}
    for id in ids:
        plain = re.sub("[^A-Za-z0-9_]", "_", id)[:60]
        name, number = f"{prefix}_{plain}", 1
        while name in taken:
            number += 1
            name = f"{prefix}_{plain}__{number}"
        taken.add(name)
        named[id] = name
    return named
