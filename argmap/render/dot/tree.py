"""The diagram of textbooks as DOT: numbers in circles, bars at premises that only count together, and a list below."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from argmap.looks import Style
from argmap.render.dot.arrows import Network
from argmap.render.dot.labels import INSETS, attribute, cell, lines, outline_style, plain, sign, table, words
from argmap.render.dot.sketch import OUT, Edge, Node, Sketch
from argmap.render.metrics import width, wrap
from argmap.render.picture import Picture
from argmap.render.styles.blocks import Item, Joint, Panel, Stack
from argmap.render.styles.tree import Tree

_ROUND = {"shape": "circle", "width": "0.34", "margin": "0.01"}
_OBLONG = {"shape": "box", "width": "0.34", "height": "0.34", "margin": "0.05,0.03"}
"""What is about a number, and about what is too long for a circle, no smaller than so many inches."""
_WIDEST = 30
"""How wide the words in a circle may be, in points; about others there is a box."""
_PLACE, _BETWEEN, _THIN = 20, 14, 2
"""How long the parts of a bar are, at premises and at the signs between them, and how thick it is, in points."""
_BELOW, _INDENT = 9, 34
"""The space below a piece of the list, and before its words, in points."""
_LIST = "list"
"""The name of its node."""
_SHEET = 2**0.5
"""How many times as wide as high a list is, as a sheet is."""


def tree(picture: Picture, look: Style) -> Sketch:
    """The numbers of a picture with its arrows, and the list of what they stand for."""
    return _Circles(picture, look, Tree(picture, look)).sketch()


class _Circles(Network):
    """Makes the nodes and edges of one picture of numbers."""

    settings: Mapping[str, str] = {"nodesep": "0.12", "ranksep": "0.25", "splines": "line", "ordering": "in"}

    def sketch(self) -> Sketch:
        """The whole, with the list behind it: below or to the right."""
        settings, nodes, edges, rows = super().sketch()
        listed = Node(_LIST, _list(self._made.items(), self._look.wrap))
        ends = (self._row[0], _LIST) if self._look.direction in ("BT", "RL") else (_LIST, self._far[0])
        behind = Edge(*ends, {"style": "invis", "weight": "0"})
        if self._picture.view.links == "lines":
            settings = {**settings, "splines": "spline"}  # which go round circles
        return Sketch(settings, [*nodes, listed], [*edges, behind], rows)

    def _root(self, node: Panel | Stack) -> None:
        """The circle of a root, or of each position of an issue, with its sign before them."""
        if isinstance(node, Panel):
            self._row.append(self._panel(node))
            return
        name = self._new("r")
        look = {"shape": "box", "style": "filled", "fillcolor": node.bar.fill, "color": node.bar.fill}
        size = {"width": "0.2", "height": "0.2", "margin": "0.02", "tooltip": attribute(node.tooltip)}
        self._nodes.append(Node(name, sign(node.bar), {**look, **size, "class": "issue"}))
        self._row.append(name)
        for row in node.rows:
            if isinstance(row, Panel):
                self._row.append(self._panel(row))
            elif isinstance(row, Joint):
                self._row.append(self._between(row))

    def _panel(self, block: Panel, remarks: Sequence[Panel] = ()) -> str:  # noqa: ARG002 (they have nodes of their own)
        """The node of a number, of a chip, or of what stands for none; or the words of a remark."""
        name = self._named(block)
        if block.outline is None:
            room = math.ceil(max(width(w.text, w.size, w.bold) for w in block.words))
            self._nodes.append(Node(name, table(f"<TR>{plain(block._replace(room=room))}</TR>")))
            return name
        is_round = block.statement and all(width(w.text, w.size, w.bold) < _WIDEST for w in block.words)
        dash, corners = block.outline.dash, "" if is_round else "rounded"
        look = {
            **(_ROUND if is_round else _OBLONG),
            "style": ",".join(filter(None, (corners, dash, "filled"))),
            "color": block.outline.line,
            "fillcolor": block.fill or self._theme.background,
        }
        if block.statement:
            look["id"] = attribute(f"statement-{block.statement}")
        if block.tooltip:
            look["tooltip"] = attribute(block.tooltip)
        if block.link:
            look["URL"] = attribute(block.link)
        self._nodes.append(Node(name, words(block), {**self._attributes(block), **look}))
        return self._placed(block, name)

    def _asides(self, whole: Stack) -> list[str]:
        return [self._panel(row) for row in whole.rows if isinstance(row, Panel) and row.remark]

    def _between(self, joint: Joint) -> str:
        """The word between two numbers."""
        name = self._new("w")
        self._nodes.append(Node(name, lines(joint.words, 99)))
        return name

    def _joint(self, whole: Stack, number: int) -> tuple[str, list[str]]:
        """A bar with a place for each premise, and with signs between them."""
        assert whole.wires is not None
        name, colour = self._new("j"), whole.wires.stroke.colour
        across, along = ("WIDTH", "HEIGHT") if self._look.is_upright else ("HEIGHT", "WIDTH")
        joints = [row for row in whole.rows if isinstance(row, Joint)][: number - 1]
        bar, signs = [], []
        for place in range(number):
            bar.append(cell("", PORT=f"p{place}", BGCOLOR=colour, **{across: _PLACE, along: _THIN}))
            signs.append(cell("", **{across: _PLACE}))
            if place < len(joints):
                bar.append(cell("", BGCOLOR=colour, **{across: _BETWEEN, along: _THIN}))
                signs.append(cell(lines(joints[place].words, 99), **{across: _BETWEEN}))
        sides = [bar, signs] if self._look.direction in ("TB", "LR") else [signs, bar]
        rows = sides if self._look.is_upright else zip(*sides, strict=True)
        self._nodes.append(Node(name, table("".join(f"<TR>{''.join(row)}</TR>" for row in rows))))
        side = OUT[self._look.direction][0]
        return name, [f"{name}:p{place}:{side}" for place in range(number)]

    def _leaving(self, premise: str) -> str:
        return premise


def _list(items: Sequence[Item], wrap_at: int) -> str:
    """The list in columns."""
    heights = [_height(item, wrap_at) for item in items]
    whole, wide = sum(heights), wrap_at + INSETS + _INDENT
    columns = max(1, round(math.sqrt(whole * _SHEET / wide)))
    filled: list[list[str]] = [[]]
    used = 0.0
    for item, height in zip(items, heights, strict=True):
        if filled[-1] and len(filled) < columns and used + height / 2 > whole / columns * len(filled):
            filled.append([])
        filled[-1].append(_row(item, wrap_at))
        used += height
    made = [cell(table("".join(rows)), VALIGN="TOP", CELLPADDING=6) for rows in filled]
    return table(f"<TR>{''.join(made)}</TR>", ALIGN="LEFT")


def _row(item: Item, wrap_at: int) -> str:
    """A piece of the list: its number in a circle, as round as a table can be, and its words."""
    number = ""
    if item.number and item.number.outline:
        block, outline = item.number, item.number.outline
        framed = cell(words(block), WIDTH=22, HEIGHT=18)
        number = table(
            f"<TR>{framed}</TR>", BORDER=1, STYLE=outline_style(outline), COLOR=outline.line, BGCOLOR=block.fill,
            FIXEDSIZE="TRUE", WIDTH=24, HEIGHT=20, VALIGN="TOP",
        )  # fmt: skip
    told = plain(Panel(item.words, wrap_at, 0), VALIGN="TOP")
    return f"<TR>{cell(number, WIDTH=_INDENT, VALIGN='TOP')}{told}</TR><TR>{cell('', COLSPAN=2, HEIGHT=_BELOW)}</TR>"


def _height(item: Item, wrap_at: int) -> float:
    """About how high a piece of the list is."""
    return _BELOW + sum((w.size + 2) * len(wrap(w.text, wrap_at, w.size, w.bold)) for w in item.words if w.flowing)
