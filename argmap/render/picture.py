"""What is drawn where, before anything is drawn: boxes, chips and steps, each statement once.

A picture is made of nodes. A step is one node: a bar with its premises, and its undercutters below them. A root is a
node of its own, or stands among the positions of its issue. A statement is drawn as a box at the place where it is
written (`argmap.graph.walk`); everywhere else a chip stands for it.
"""

from __future__ import annotations

from typing import NamedTuple

from argmap.model import Argument, ArgumentMap, Direction, Issue, Side, Statement
from argmap.render.layout import LayoutError


class Box(NamedTuple):
    """A statement in full.

    ``role`` says what it does there: thesis, position, claim, reason, objection, rebuttal, cut or possible; ``sides``
    whom it helps; ``uses`` holds the other places as (word, title): what it also supports, attacks or breaks.
    """

    statement: Statement
    role: str
    sides: frozenset[Side]
    uses: tuple[tuple[str, str], ...] = ()
    rivals: tuple[str, ...] = ()


class Chip(NamedTuple):
    """A reference to a statement that is drawn elsewhere, with the side that it takes here."""

    statement: Statement
    side: Side


class Step(NamedTuple):
    """An argument: what its bar says and holds."""

    argument: Argument
    premises: tuple[Box | Chip, ...]
    undercutters: tuple[Step, ...]
    possible: bool = False


class Rivalry(NamedTuple):
    """An issue: its positions, roots as boxes and others as chips."""

    issue: Issue
    positions: tuple[Box | Chip, ...]


Root = Box | Rivalry


class Picture(NamedTuple):
    """Everything that is drawn, in reading order.

    ``steps`` holds each argument on a statement with the id of the box from which its line leaves.
    """

    map: ArgumentMap
    roots: tuple[Root, ...]
    steps: tuple[tuple[str, Step], ...]

    def boxes(self) -> tuple[Box, ...]:
        """All boxes, in the order drawn."""
        found: list[Box] = []
        for root in self.roots:
            items = root.positions if isinstance(root, Rivalry) else (root,)
            found += [b for b in items if isinstance(b, Box)]
        todo = [step for _, step in reversed(self.steps)]
        while todo:
            step = todo.pop()
            found += [b for b in step.premises if isinstance(b, Box)]
            todo += reversed(step.undercutters)
        return tuple(found)


class TooDeepError(LayoutError):
    """A map whose undercutters are nested deeper than anything can be drawn."""


_DEEPEST = 100


def compose(m: ArgumentMap) -> Picture:
    """The whole map as a picture. Raises `TooDeepError`."""
    home = {(v.statement, v.argument.id if v.argument else None) for v in m.walk() if v.first}
    roots: list[Root] = []
    shown: set[int] = set()
    for root in m.roots:
        issue = next((i for i in m.issues if root in i.positions), None)
        if issue is None:
            roots.append(_root_box(m, root))
        elif id(issue) not in shown:
            shown.add(id(issue))
            roots.append(_rivalry(m, issue))
    roots += [_rivalry(m, issue) for issue in m.issues if id(issue) not in shown]
    order = [v.statement for v in m.walk() if v.first and v.statement is not None]
    steps = [(s, _step(m, a, home, m.side(s) is Side.FOR)) for s in order for a in m.arguments_on(s)]
    return Picture(m, tuple(roots), tuple(steps))


def _root_box(m: ArgumentMap, root: str) -> Box:
    rivals = m.rivals(root)
    role = "thesis" if root == m.thesis else "position" if rivals else "claim"
    return Box(m.statement(root), role, m.sides(root), _uses(m, root, None))


def _rivalry(m: ArgumentMap, issue: Issue) -> Rivalry:
    return Rivalry(
        issue, tuple(_root_box(m, p) if p in m.roots else Chip(m.statement(p), m.side(p)) for p in issue.positions)
    )


def _step(
    m: ArgumentMap, argument: Argument, home: set[tuple[str | None, str | None]], conclusion_helps: bool, level: int = 0
) -> Step:
    """The step of an argument on a statement of a side, with all its undercutters."""
    if level > _DEEPEST:
        raise TooDeepError(f"undercutters are nested more than {_DEEPEST} deep, which no picture can show")
    helps = conclusion_helps if argument.direction is Direction.FOR else not conclusion_helps
    side = Side.FOR if helps else Side.AGAINST
    possible = m.is_possibility(argument)
    premises: list[Box | Chip] = []
    boxed: set[str] = set()
    for premise in argument.premises:
        statement = m.statement(premise.statement)
        if (premise.statement, argument.id) in home and premise.statement not in boxed:
            boxed.add(premise.statement)
            uses, rivals = _uses(m, statement.id, argument), tuple(m.statement(r).title for r in m.rivals(statement.id))
            premises.append(Box(statement, role(argument, helps, possible), m.sides(statement.id), uses, rivals))
        else:
            premises.append(Chip(statement, side))
    cuts = tuple(_step(m, cut, home, helps, level + 1) for cut in m.undercutters(argument.id))
    return Step(argument, tuple(premises), cuts, possible)


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
        if argument is not here:
            about = argument
            while about.target is not None:
                about = m.argument(about.target)
            assert about.conclusion is not None
            uses.append((USE_WORDS[argument.direction], m.statement(about.conclusion).title))
    return tuple(uses)
