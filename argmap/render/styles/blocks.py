"""What stands in a picture's nodes before any engine places it: words in their fonts, panels, bars."""

from __future__ import annotations

from typing import NamedTuple

from argmap.render import style
from argmap.render.metrics import width


class Words(NamedTuple):
    """A text in one font; with ``flowing`` the next words begin below it, otherwise beside it.

    ``struck`` are words with a line through them.
    """

    text: str
    size: int
    colour: str
    bold: bool = False
    italic: bool = False
    flowing: bool = True
    struck: bool = False


class Outline(NamedTuple):
    """How a box is framed: its line, "dashed" or "dotted" where it is not solid, and whether its corners are round."""

    line: str
    is_round: bool = True
    dash: str = ""


class Badge(NamedTuple):
    """A small framed word at the right of the first line of a panel."""

    text: str
    ink: str
    fill: str | None
    outline: Outline

    @property
    def width(self) -> float:
        """How wide it is with its frame, in points."""
        return width(self.text, style.TAG, bold=True) + 2 * style.BADGE_INSET


class Panel(NamedTuple):
    """Words one below the other, broken where they are wider than ``room``.

    ``statement`` is the id of the statement whose box it is, so that lines can begin at it; ``link`` an address that a
    picture may carry; ``remark`` tells what speaks of all panels of its stack together, ``refers`` is
    the id of the statement that a chip stands for. ``centred`` ones are as small as their lines, which stand in the
    middle, and round. It is ``least`` points high or more; a centred one that is ``broad``, so wide.
    """

    words: tuple[Words, ...]
    room: int
    padding: int
    fill: str | None = None
    outline: Outline | None = None
    statement: str | None = None
    tooltip: str | None = None
    link: str | None = None
    remark: bool = False
    refers: str | None = None
    badge: Badge | None = None
    centred: bool = False
    least: float = 0.0
    broad: bool = False

    @property
    def first_line(self) -> int:
        """How many of its words make up the first line, if it does not break."""
        return next((n for n, words in enumerate(self.words, 1) if words.flowing), len(self.words))


class Joint(NamedTuple):
    """The small word between two panels: "and", "or"."""

    words: Words


class Gap(NamedTuple):
    """Empty space of some height."""

    height: int


class Bar(NamedTuple):
    """A coloured bar with its sign.

    ``seam`` is the colour of the thin line between it and the bar that it touches, ``dots`` that of a dotted border,
    ``rim`` that of a border, which may be dashed;
    ``word`` stands beside the sign where there is room for it, on a bar that lies.
    """

    sign: str
    ink: str
    fill: str
    seam: str | None = None
    dots: str | None = None
    word: str = ""
    rim: str | None = None
    is_dashed: bool = False


class Stroke(NamedTuple):
    """How a line between nodes is drawn: its colour, its width in points, and whether it is dashed, or dotted."""

    colour: str
    width: float
    dashed: bool = False
    dotted: bool = False


class Item(NamedTuple):
    """A piece of the list beside a picture: the number of a statement in its circle, if it is one, and words."""

    number: Panel | None
    words: tuple[Words, ...]


class Head(NamedTuple):
    """The end of an arrow: a point, or with ``stops`` a bar across; its fill, and its line."""

    stops: bool
    fill: str
    line: str


class Wires(NamedTuple):
    """The lines of a step that is drawn as an arrow.

    ``joint`` is the sign at which the lines of several premises meet, None where a bar joins them; ``word`` says beside
    the arrow what it does.
    """

    stroke: Stroke
    joint: Bar | None
    word: Words | None = None


class Stack(NamedTuple):
    """A bar that runs along its rows, and further along what breaks it.

    ``argument`` is the id of the argument that it shows, None for an issue. With ``wires`` it is drawn as an arrow; its
    bar is then the sign on what breaks a step.
    """

    bar: Bar
    rows: tuple[Panel | Joint | Gap, ...]
    cuts: tuple[Stack, ...]
    tooltip: str
    argument: str | None = None
    wires: Wires | None = None


def boxes(node: Panel | Stack) -> list[Panel]:
    """The boxes of statements in a node, from the top."""
    if isinstance(node, Panel):
        return [node] if node.statement else []
    found = []
    todo = [node]
    while todo:
        stack = todo.pop()
        found += [row for row in stack.rows if isinstance(row, Panel) and row.statement]
        todo += reversed(stack.cuts)
    return found


class Patch(NamedTuple):
    """A small sample of a box for the key, with a sign in it, in the colour of its outline unless ``ink`` is given."""

    outline: Outline
    fill: str
    sign: str = ""
    ink: str | None = None


class Arrow(NamedTuple):
    """A small sample of an arrow for the key."""

    stroke: Stroke
    head: Head


class Disc(NamedTuple):
    """A small sample for the key of a sign on lines."""

    sign: Bar


class Entry(NamedTuple):
    """A sign of the key, and what it means."""

    sample: Bar | Patch | Stroke | Arrow | Disc
    meaning: str
