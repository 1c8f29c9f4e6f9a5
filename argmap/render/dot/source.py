"""A picture as DOT, the text that Graphviz lays out: one node for each step and each root."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import graphviz
from attrs import evolve

from argmap.looks import Style
from argmap.render.dot.banner import banner
from argmap.render.dot.labels import cell, panel, stack, table
from argmap.render.picture import Picture, compose
from argmap.render.style import BODY, FONT, THEMES
from argmap.render.styles.bars import Bars
from argmap.render.styles.blocks import Panel, Stack, Stroke, boxes
from argmap.selection import Shown, viewed

USUAL = Style()

_GRAPH: Mapping[str, str] = {
    "rankdir": "LR", "fontname": FONT, "nodesep": "0.2", "ranksep": "0.9", "splines": "spline", "ordering": "out",
    "pad": "0.25", "labelloc": "t", "labeljust": "l",
}  # fmt: skip


def to_dot(shown: Shown, style: Style = USUAL, notes: list[str] | None = None) -> str:
    """The DOT source of a map or of a part of it; all of its text is escaped.

    What it leaves out is added to ``notes``.
    """
    if notes is not None and style.style not in ("bars", "compact"):
        notes.append(f"DOT does not draw {style.style}; bars stand for it")
    if notes is not None and style.direction not in ("LR", Style(style=style.style).direction):
        notes.append("DOT runs from left to right; the direction of the style is left out")
    if notes is not None and viewed(shown).links == "lines":
        notes.append("DOT has no cross lines; chips stand for them")
    return draw(compose(shown), style)


def draw(picture: Picture, style: Style = USUAL) -> str:
    """The DOT source of a picture; bars stand for the styles that only our own layout draws."""
    return _Drawing(picture, style if style.style == "compact" else evolve(style, style="bars")).source()


class _Drawing:
    def __init__(self, picture: Picture, style: Style) -> None:
        self._picture = picture
        self._style = style
        self._theme = THEMES[style.theme]
        self._bars = Bars(picture, style)
        self._ports = {s.id: f"s{n}" for n, s in enumerate(picture.map.statements, 1)}
        self._node_of: dict[str, str] = {}

    def source(self) -> str:
        """The whole file."""
        graph = graphviz.Digraph(
            "argmap",
            graph_attr={
                **_GRAPH,
                "bgcolor": self._theme.background,
                "label": f"<{banner(self._picture, self._style)}>",
            },
            node_attr={"shape": "plain", "fontname": FONT, "fontsize": str(BODY)},
            edge_attr={"fontname": FONT, "dir": "none"},
        )
        roots = [f"r{n}" for n in range(len(self._picture.roots))]
        for name, root in zip(roots, self._picture.roots, strict=True):
            node = self._bars.root(root)
            self._claim(name, node)
            if isinstance(node, Panel):
                graph.node(name, f"<{table(f'<TR>{panel(node, self._ports)}</TR>')}>")
            else:
                graph.node(name, f"<{stack(node, self._ports)}>", _attributes={"class": "issue"})
        steps = [(f"g{n}", start, step) for n, (start, step) in enumerate(self._picture.steps, 1)]
        for name, _, step in steps:
            whole = self._bars.step(step)
            self._claim(name, whole)
            # A few points beside the bar keep passing lines off it.
            label = table(f"<TR>{cell('', WIDTH=8)}{cell(stack(whole, self._ports, 'bar'))}</TR>")
            names = {"id": f"argument-{step.argument.id}", "class": f"argument {step.argument.direction}"}
            graph.node(name, f"<{label}>", _attributes=names)
        if len(roots) > 1:
            with graph.subgraph() as first:
                first.attr(rank="same")
                for one, other in pairwise(roots):
                    first.edge(one, other, style="invis")
        for name, start, step in steps:
            tail = f"{self._node_of[start]}:{self._ports[start]}:e"
            graph.edge(tail, f"{name}:bar:w", _attributes=_line(self._bars.line(step)))
        return str(graph.source)

    def _claim(self, name: str, node: Panel | Stack) -> None:
        """Remember in which node each box stands."""
        self._node_of.update((box.statement, name) for box in boxes(node) if box.statement)


def _line(stroke: Stroke) -> dict[str, str]:
    dashes = {"style": "dashed"} if stroke.dashed else {}
    return {"color": stroke.colour, "penwidth": f"{stroke.width:g}", **dashes}
