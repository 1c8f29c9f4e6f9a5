"""What is drawn where, before anything is drawn: boxes, chips and steps, each statement once.

A picture is made of nodes. A step is one node: a bar with its premises, and its undercutters below them. A root is a
node of its own, or stands among the positions of its issue. A statement is drawn as a box at the place where it is
written (`argmap.graph.walk`); everywhere else a chip stands for it. Where something is left out (`argmap.selection`),
boxes and steps say how much.
"""

from __future__ import annotations

from typing import NamedTuple

from argmap.model import Argument, ArgumentMap, Direction, Issue, Side, Statement
from argmap.render.errors import LayoutError
from argmap.selection import Shown, View, viewed


class Box(NamedTuple):
    """A statement in full.

    ``role`` says what it does there: thesis, position, claim, reason, objection, rebuttal, cut or possible; ``sides``
    whom it helps; ``uses`` holds the other places as (word, title): what it also supports, attacks or breaks. ``more``
    says what is left out below it, ``goes_to`` in which file that is shown; ``greyed`` that it only leads up to what
    was asked for.
    """

    statement: Statement
    role: str
    sides: frozenset[Side]
    uses: tuple[tuple[str, str], ...] = ()
    rivals: tuple[str, ...] = ()
    more: str = ""
    greyed: bool = False
    goes_to: str | None = None


class Chip(NamedTuple):
    """A reference to a statement that is drawn elsewhere, with the side that it takes here.

    ``page`` is the page on which it is drawn, nought for the same one.
    """

    statement: Statement
    side: Side
    greyed: bool = False
    page: int = 0


class Step(NamedTuple):
    """An argument: what its bar says and holds; ``more`` and ``goes_to`` say what of it is left out."""

    argument: Argument
    premises: tuple[Box | Chip, ...]
    undercutters: tuple[Step, ...]
    possible: bool = False
    more: str = ""
    greyed: bool = False
    goes_to: str | None = None

    def boxes(self) -> list[Box]:
        """Its boxes, and those of what breaks it, in the order drawn."""
        found: list[Box] = []
        todo = [self]
        while todo:
            step = todo.pop()
            found += [premise for premise in step.premises if isinstance(premise, Box)]
            todo += reversed(step.undercutters)
        return found


class Rivalry(NamedTuple):
    """An issue: its positions, roots as boxes and others as chips; how many are left out."""

    issue: Issue
    positions: tuple[Box | Chip, ...]
    missing: int = 0


Root = Box | Rivalry


class Picture(NamedTuple):
    """Everything that is drawn, in reading order.

    ``steps`` holds each argument on a statement with the id of the box from which its line leaves. ``page`` says which
    page of a picture on several it is, ``shelves`` how many of its roots stand in each row of trees, one unless given.
    """

    view: View
    roots: tuple[Root, ...]
    steps: tuple[tuple[str, Step], ...]
    page: str = ""
    shelves: tuple[int, ...] = ()

    @property
    def map(self) -> ArgumentMap:
        """What of the map is drawn."""
        return self.view.map

    def boxes(self) -> tuple[Box, ...]:
        """All boxes, in the order drawn."""
        return (*self._first(), *(box for _, step in self.steps for box in step.boxes()))

    def columns(self) -> dict[str, int]:
        """In which column the box of each statement stands: the roots in the first, which is nought."""
        found = dict.fromkeys([box.statement.id for box in self._first()], 0)
        for start, step in self.steps:  # a box is drawn before the steps that begin at it
            found.update(dict.fromkeys([box.statement.id for box in step.boxes()], found[start] + 1))
        return found

    def _first(self) -> list[Box]:
        """The boxes of the roots."""
        items = [i for root in self.roots for i in (root.positions if isinstance(root, Rivalry) else (root,))]
        return [item for item in items if isinstance(item, Box)]

    def all_steps(self) -> tuple[Step, ...]:
        """All steps, with those that break others."""
        found = [step for _, step in self.steps]
        for step in found:
            found += step.undercutters
        return tuple(found)


class TooDeepError(LayoutError):
    """A map whose undercutters are nested deeper than anything can be drawn."""


_DEEPEST = 100


def compose(shown: Shown) -> Picture:
    """A map, or what is shown of it, as a picture. Raises `TooDeepError`."""
    return _Composer(viewed(shown)).picture()


class _Composer:
    """Makes the picture of one view."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._map, self._whole = view.map, view.whole
        self._visits = [v for v in view.map.walk() if v.first and v.statement is not None]
        self._home = {(v.statement, v.argument.id if v.argument else None) for v in self._visits}
        self._whole_roots = set(view.whole.roots)

    def picture(self) -> Picture:
        """The whole picture."""
        m = self._map
        roots: list[Root] = []
        shown: set[int] = set()
        for root in m.roots:
            issue = next((i for i in m.issues if root in i.positions), None)
            if issue is None:
                roots.append(self._root(root))
            elif id(issue) not in shown:
                shown.add(id(issue))
                roots.append(self._rivalry(issue))
        roots += [self._rivalry(issue) for issue in m.issues if id(issue) not in shown]
        order = [v.statement for v in self._visits if v.statement is not None]
        steps = [(s, self._step(a, m.side(s) is Side.FOR)) for s in order for a in m.arguments_on(s)]
        return Picture(self._view, tuple(roots), tuple(steps))

    def _root(self, root: str, is_position: bool = False) -> Box:
        """The box of a root; where its issue is not drawn, it names its rivals itself."""
        rivals = self._whole.rivals(root)
        role = "position" if rivals else "claim"
        if root == self._whole.thesis:
            role = "thesis"
        elif root not in self._whole_roots:
            role = self._role_elsewhere(root)
        return self._box(root, role, None, () if is_position else rivals)

    def _role_elsewhere(self, root: str) -> str:
        """What a statement does in the whole map that is a root of a part."""
        (argument, *_) = self._whole.arguments_from(root)
        helps = self._whole.side(root) is Side.FOR
        return role(argument, helps, self._whole.is_possibility(argument))

    def _rivalry(self, issue: Issue) -> Rivalry:
        roots = self._map.roots
        positions = tuple(
            self._root(p, True) if p in roots else self._chip(p, self._map.side(p)) for p in issue.positions
        )
        whole = next(i for i in self._whole.issues if positions[0].statement.id in i.positions)
        return Rivalry(issue, positions, len(whole.positions) - len(positions))

    def _box(self, id: str, role: str, here: Argument | None, rivals: tuple[str, ...]) -> Box:
        uses, titles = _uses(self._whole, id, here), tuple([self._whole.statement(r).title for r in rivals])
        more, goes_to = self._left_out(id)
        greyed = id in self._view.greyed
        return Box(self._map.statement(id), role, self._map.sides(id), uses, titles, more, greyed, goes_to)

    def _left_out(self, id: str) -> tuple[str, str | None]:
        """What is said of what is left out at a statement or a step, and in which file that is shown."""
        mark = self._view.marks.get(id)
        return (str(mark), mark.goes_to) if mark else ("", None)

    def _chip(self, id: str, side: Side) -> Chip:
        return Chip(self._map.statement(id), side, id in self._view.greyed)

    def _step(self, argument: Argument, conclusion_helps: bool, level: int = 0) -> Step:
        """The step of an argument on a statement of a side, with all its undercutters."""
        if level > _DEEPEST:
            raise TooDeepError(f"undercutters are nested more than {_DEEPEST} deep, which no picture can show")
        helps = conclusion_helps if argument.direction is Direction.FOR else not conclusion_helps
        side = Side.FOR if helps else Side.AGAINST
        possible = self._map.is_possibility(argument)
        premises: list[Box | Chip] = []
        boxed: set[str] = set()
        for premise in argument.premises:
            id = premise.statement
            if (id, argument.id) in self._home and id not in boxed:
                boxed.add(id)
                does = role(argument, helps, possible)
                premises.append(self._box(id, does, argument, self._whole.rivals(id)))
            else:
                premises.append(self._chip(id, side))
        cuts = tuple([self._step(cut, helps, level + 1) for cut in self._map.undercutters(argument.id)])
        (more, goes_to), greyed = self._left_out(argument.id), self._view.is_greyed(argument.id)
        return Step(argument, tuple(premises), cuts, possible, more, greyed, goes_to)


def role(argument: Argument, helps: bool, possible: bool) -> str:
    """What a premise of an argument does; ``helps`` says whether it helps the thesis there."""
    if argument.direction is Direction.UNDERCUTS:
        return "possible" if possible else "cut"
    if argument.direction is Direction.FOR:
        return "reason"
    return "rebuttal" if helps else "objection"


USE_WORDS = {
    Direction.FOR: "also supports",
    Direction.AGAINST: "also attacks",
    Direction.UNDERCUTS: "also breaks a step of",
}


def _uses(m: ArgumentMap, statement: str, here: Argument | None) -> tuple[tuple[str, str], ...]:
    """What else a statement bears on than where it is drawn."""
    uses = []
    for argument in m.arguments_from(statement):
        if here is None or argument.id != here.id:
            about = argument
            while about.target is not None:
                about = m.argument(about.target)
            assert about.conclusion is not None
            uses.append((USE_WORDS[argument.direction], m.statement(about.conclusion).title))
    return tuple(uses)
