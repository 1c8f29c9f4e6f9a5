"""A picture as DOT, the text that Graphviz lays out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise

import graphviz

from argmap.looks import Style
from argmap.render.dot.arrows import arrows
from argmap.render.dot.banner import banner
from argmap.render.dot.bars import bars
from argmap.render.dot.sketch import Sketch
from argmap.render.dot.toulmin import toulmin
from argmap.render.dot.tree import tree
from argmap.render.picture import Picture, compose
from argmap.render.style import BODY, FONT, THEMES
from argmap.selection import Shown

USUAL = Style()

_STYLES: Mapping[str, Callable[[Picture, Style], Sketch]] = {
    "bars": bars,
    "compact": bars,
    "arrows": arrows,
    "tree": tree,
    "toulmin": toulmin,
}


def to_dot(shown: Shown, style: Style = USUAL, notes: list[str] | None = None) -> str:  # noqa: ARG001 (others have some)
    """The DOT source of a map or of a part of it; all of its text is escaped."""
    picture = compose(shown)
    sketch = _STYLES[style.style](picture, style)
    # The order of attributes and nodes is part of what users see: they work on in this file.
    graph = graphviz.Digraph(
        "argmap",
        graph_attr={
            "rankdir": sketch.settings["rankdir"],
            "fontname": FONT,
            **sketch.settings,
            "pad": "0.25",
            "labelloc": "t",
            "labeljust": "l",
            "bgcolor": THEMES[style.theme].background,
            "label": f"<{banner(picture, style)}>",
        },
        node_attr={"shape": "plain", "fontname": FONT, "fontsize": str(BODY)},
        edge_attr={"fontname": FONT, "dir": "none"},
    )
    _write(graph, sketch)
    return str(graph.source)


def _write(graph: graphviz.Digraph, sketch: Sketch) -> None:
    """Write what a sketch holds into a graph."""
    for name, label, attributes in sketch.nodes:
        graph.node(name, None if label is None else f"<{label}>", _attributes=attributes)
    drawn = {(edge.tail, edge.head) for edge in sketch.edges}
    for row in sketch.rows:
        if len(row) > 1:
            with graph.subgraph() as beside:
                beside.attr(rank="same")
                for pair in pairwise(row):
                    if pair in drawn:  # which keeps the order itself; two edges would be drawn as curves
                        beside.node(pair[0])
                        beside.node(pair[1])
                    else:
                        beside.edge(*pair, style="invis")
    for tail, head, attributes in sketch.edges:
        graph.edge(tail, head, _attributes=attributes)
