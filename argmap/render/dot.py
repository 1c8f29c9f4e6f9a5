"""A picture as DOT, the text that Graphviz lays out: one node for each step and each root."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import graphviz

from argmap.model import Argument, ArgumentMap, Direction
from argmap.render import style
from argmap.render.bars import Bars
from argmap.render.boxes import Boxes
from argmap.render.heading import heading
from argmap.render.labels import table
from argmap.render.picture import Box, Picture, Root, Step, compose
from argmap.render.style import LIGHT, Theme
from argmap.render.wording import Wording

_GRAPH: Mapping[str, str] = {
    "rankdir": "LR", "fontname": style.FONT, "nodesep": "0.2", "ranksep": "0.9", "splines": "spline", "ordering": "out",
    "pad": "0.25", "labelloc": "t", "labeljust": "l",
}  # fmt: skip


def to_dot(m: ArgumentMap, theme: Theme = LIGHT) -> str:
    """The DOT source of a whole map; all of its text is escaped."""
    return draw(compose(m), theme)


def draw(picture: Picture, theme: Theme = LIGHT) -> str:
    """The DOT source of a picture."""
    return _Drawing(picture, theme).source()


class _Drawing:
    def __init__(self, picture: Picture, theme: Theme) -> None:
        self._picture = picture
        self._theme = theme
        self._boxes = Boxes(picture.map, theme)
        self._bars = Bars(self._boxes, Wording(picture.map), theme)
        self._node_of: dict[str, str] = {}

    def source(self) -> str:
        """The whole file."""
        graph = graphviz.Digraph(
            "argmap",
            graph_attr={
                **_GRAPH,
                "bgcolor": self._theme.background,
                "label": f"<{heading(self._picture, self._theme)}>",
            },
            node_attr={"shape": "plain", "fontname": style.FONT, "fontsize": str(style.BODY)},
            edge_attr={"fontname": style.FONT, "dir": "none"},
        )
        roots = [f"r{n}" for n in range(len(self._picture.roots))]
        for name, root in zip(roots, self._picture.roots, strict=True):
            self._root(graph, name, root)
        steps = [(f"g{n}", start, step) for n, (start, step) in enumerate(self._picture.steps, 1)]
        for name, _, step in steps:
            self._claim(name, step)
            label = f"<{self._bars.step(step)}>"
            graph.node(name, label, id=f"argument-{step.argument.id}", class_=f"argument {step.argument.direction}")
        if len(roots) > 1:
            with graph.subgraph() as first:
                first.attr(rank="same")
                for one, other in pairwise(roots):
                    first.edge(one, other, style="invis")
        for name, start, step in steps:
            port = self._boxes.port(start)
            graph.edge(f"{self._node_of[start]}:{port}:e", f"{name}:bar:w", None, **self._line(step.argument))
        return str(graph.source)

    def _claim(self, name: str, step: Step) -> None:
        """Remember in which node each box of a step stands."""
        todo = [step]
        while todo:
            one = todo.pop()
            self._node_of.update((b.statement.id, name) for b in one.premises if isinstance(b, Box))
            todo += one.undercutters

    def _root(self, graph: graphviz.Digraph, name: str, root: Root) -> None:
        if isinstance(root, Box):
            self._node_of[root.statement.id] = name
            room = style.THESIS_WRAP if root.role == "thesis" else style.WRAP
            graph.node(name, f"<{table('<TR>' + self._boxes.placed(root, room) + '</TR>')}>")
            return
        self._node_of.update((b.statement.id, name) for b in root.positions if isinstance(b, Box))
        graph.node(name, f"<{self._bars.rivalry(root)}>", class_="issue")

    def _line(self, argument: Argument) -> dict[str, str]:
        against = argument.direction is Direction.AGAINST
        tone = self._theme.opposes if against else self._theme.helps
        dashes = {"style": "dashed"} if against else {}
        return {"color": tone.line, "penwidth": _thickness(argument.strength), **dashes}


def _thickness(strength: float | None) -> str:
    """The width of a line in points: thicker for stronger, in three steps that can be told apart."""
    if strength is None:
        return "1.8"
    return "3" if strength >= 0.7 else "1.8" if strength >= 0.4 else "1"
