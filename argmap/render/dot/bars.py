"""Bars as DOT: one node for each step and each root, in four directions."""

from __future__ import annotations

from argmap.looks import Style
from argmap.render.dot.hanging import hanging
from argmap.render.dot.labels import Ports, beside, cell, panel, stack, table
from argmap.render.dot.sketch import OUT, Edge, Node, Sketch, cross_lines, stroke
from argmap.render.picture import Picture
from argmap.render.styles.bars import Bars
from argmap.render.styles.blocks import Panel, Stack, boxes

_LYING = {"nodesep": "0.2", "ranksep": "0.9", "splines": "spline", "ordering": "out"}
_UPRIGHT = {"nodesep": "0.22", "ranksep": "0.5", "splines": "polyline", "ordering": "out"}
_BESIDE = 8
"""A few points beside the bar, which keep passing lines off it."""


def bars(picture: Picture, look: Style) -> Sketch:
    """The nodes of a picture, and the lines between them."""
    return _Drawing(picture, look).sketch()


class _Drawing:
    def __init__(self, picture: Picture, look: Style) -> None:
        self._picture = picture
        self._look = look
        self._bars = Bars(picture, look)
        self._has_lines = picture.view.links == "lines"
        self._ports = Ports((s.id for s in picture.map.statements), self._has_lines)
        self._places: dict[str, str] = {}
        self._chips: list[tuple[str, Panel]] = []

    def sketch(self) -> Sketch:
        """The whole."""
        nodes = []
        roots = [f"r{n}" for n in range(len(self._picture.roots))]
        for name, root in zip(roots, self._picture.roots, strict=True):
            node = self._bars.root(root)
            if isinstance(node, Panel):
                nodes.append(Node(name, table(f"<TR>{panel(node, self._ports)}</TR>")))
            else:
                nodes.append(Node(name, self._label(node), {"class": "issue"}))
            self._claim(name, node)
        steps = [(f"g{n}", start, step) for n, (start, step) in enumerate(self._picture.steps, 1)]
        for name, _, step in steps:
            whole = self._bars.step(step)
            label = self._label(whole, "bar")
            if not self._look.is_upright:
                label = self._apart(label)
            names = {"id": f"argument-{step.argument.id}", "class": f"argument {step.argument.direction}"}
            nodes.append(Node(name, label, names))
            self._claim(name, whole)
        out, into = OUT[self._look.direction]
        edges = [
            Edge(f"{self._places[start]}:{out}", f"{name}:bar:{into}", stroke(self._bars.line(step)))
            for name, start, step in steps
        ]
        edges += cross_lines(self._chips, self._places, f":{out}")
        settings = {"rankdir": self._look.direction, **(_UPRIGHT if self._look.is_upright else _LYING)}
        return Sketch(settings, nodes, edges, [roots])

    def _label(self, node: Stack, port: str | None = None) -> str:
        draw = hanging if self._look.is_upright else stack
        return draw(node, self._ports, port, self._look.direction in ("RL", "BT"))

    def _apart(self, label: str) -> str:
        return table(beside([cell("", WIDTH=_BESIDE), cell(label)], self._look.direction == "RL"))

    def _claim(self, name: str, node: Panel | Stack) -> None:
        """Remember in which node each box and each chip stands."""
        for box in boxes(node):
            self._places[box.statement or ""] = f"{name}:{self._ports.of(box)}"
        self._chips += self._ports.new_chips(name)
