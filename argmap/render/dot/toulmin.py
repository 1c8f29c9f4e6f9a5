"""Arguments in Toulmin's layout as DOT, one below the other, each from the data on the left to the claim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from argmap.looks import Style
from argmap.render import style
from argmap.render.dot.labels import attribute, box, cell, plain, spaced, table
from argmap.render.dot.sketch import Edge, Node, Sketch, stroke, tip
from argmap.render.picture import Picture
from argmap.render.styles.blocks import Panel, Stroke
from argmap.render.styles.toulmin import layouts
from argmap.render.styles.toulmin_parts import BACKED, SINCE, UNLESS, Parts, Toulmin

_SETTINGS = {"rankdir": "LR", "nodesep": "0.3", "ranksep": "0.4", "splines": "line"}
_POINT = {"shape": "point", "width": "0.02"}
_STRAIGHT = {"weight": "9"}
_APART = 10
"""The space between panels that stand below each other, in points."""


def toulmin(picture: Picture, look: Style) -> Sketch:
    """The arguments of a picture; the parts of one kind stand below each other."""
    made = Toulmin(picture, look)
    arguments = [
        _Argument(f"a{number}", parts, made, style.THEMES[look.theme])
        for number, parts in enumerate(made.parts(layouts(picture)), 1)
    ]
    columns = [[name for one in arguments for name in one.columns[at]] for at in range(len(arguments[0].columns))]
    return Sketch(
        _SETTINGS,
        [node for one in arguments for node in one.nodes],
        [e for one in arguments for e in one.edges],
        columns,
    )


class _Argument:
    """The nodes and edges of one argument, and which of its nodes are in which column of the picture."""

    def __init__(self, name: str, parts: Parts, made: Toulmin, theme: style.Theme) -> None:
        self._name, self._parts, self._made, self._theme = name, parts, made, theme
        self.nodes: list[Node] = []
        self.edges: list[Edge] = []
        data = [self._node(f"datum{number}", [panel]) for number, panel in enumerate(parts.data, 1)]
        line = {**stroke(parts.stroke), **_STRAIGHT}
        joined = [self._point("joined")] if len(data) > 1 else []
        for datum in data if joined else ():
            self._edge(f"{datum}:e", joined[0], stroke(parts.stroke._replace(dashed=False)))
        arrow, qualifier = self._point("arrow"), self._node("qualifier", [parts.qualifier])
        claim = self._node("claim", [parts.claim])
        self._edge((joined or data)[0], arrow, line)
        self._edge(arrow, qualifier, {**line, "label": f"<{spaced(parts.so)}>"})
        self._edge(qualifier, claim, {**line, **self._end()})
        since = self._hung(arrow, "warrant", SINCE, parts.warrants)
        backed = [self._hung(since, "backing", BACKED, parts.backings)] if parts.backings else []
        unless = self._hung(qualifier, "rebuttal", UNLESS, parts.rebuttals)
        self.columns = (data, joined, [arrow, since, *backed], [qualifier, unless], [claim])

    def _node(self, part: str, panels: Sequence[Panel], word: str = "") -> str:
        """A node of panels one below the other, with a word above them."""
        cells = [cell(box(panel)) if panel.outline else plain(panel) for panel in panels]
        rows = f"<TR>{cell('', HEIGHT=_APART)}</TR>".join(f"<TR>{one}</TR>" for one in cells)
        above = f"<TR>{cell(spaced(self._made.word(word)), CELLPADDING=2)}</TR>" if word else ""
        return self._add(Node(f"{self._name}_{part}", table(above + rows)))

    def _point(self, part: str) -> str:
        """A place on a line."""
        return self._add(Node(f"{self._name}_{part}", "", {**_POINT, "color": self._parts.stroke.colour}))

    def _add(self, node: Node) -> str:
        self.nodes.append(node)
        return node.name

    def _edge(self, tail: str, head: str, attributes: Mapping[str, str]) -> None:
        self.edges.append(Edge(tail, head, attributes))

    def _hung(self, on: str, part: str, word: str, panels: Sequence[Panel]) -> str:
        """The node of what hangs on another, and the line to it."""
        name = self._node(part, panels, word)
        self._edge(on, name, stroke(Stroke(self._theme.text, 1)))
        return name

    def _end(self) -> Mapping[str, str]:
        """The end of the arrow, at which it is known as the argument."""
        parts = self._parts
        known = {"id": attribute(f"argument-{parts.argument}"), "tooltip": attribute(parts.tooltip)}
        return {**tip(parts.head, self._theme.background), **(known if parts.argument else {})}
