"""A map as GraphML: a graph with all that is known of its parts as data, laid out and drawn for yEd.

Every statement, argument and issue is a node; premises lead to their argument, an argument to what it bears on. Gephi,
networkx and others read the data; yEd (http://www.yworks.com/xml/graphml) the places, shapes and colours, too. A letter
that XML 1.0 cannot hold, such as a control character, is the sign for an unknown one (U+FFFD).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argmap.looks import Style
from argmap.model import Argument, Direction, Statement
from argmap.render.markup import escaped, fit
from argmap.render.networks.labelled import Labelled, Labels, Line, network_style
from argmap.render.networks.network import POSITION, Link, Node, network
from argmap.render.networks.places import Place, places
from argmap.render.picture import Box, Chip, Picture, Rivalry, Step, compose
from argmap.selection import Shown, View

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xmlns:y="http://www.yworks.com/xml/graphml" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns
 http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd">
"""

Value = str | float | bool
_TYPES = {bool: "boolean", int: "int", float: "double", str: "string"}

_OF_GRAPH = {"title": str, "question": str, "author": str, "date": str, "summary": str, "thesis": str, "part": str}
_OF_NODE = {
    "label": str, "id": str, "kind": str, "text": str, "role": str, "stance": str, "by": str, "sources": str,
    "quotes": str, "tags": str, "note": str, "url": str, "description": str, "implicit": bool, "confidence": float,
    "direction": str, "warrant": str, "qualifier": str, "scheme": str, "strength": float, "possible": bool,
    "greyed": bool, "more": str, "status": str, "degree": float,
}  # fmt: skip
_OF_EDGE = {"label": str, "kind": str, "sign": int}
"""The data of the graph, of nodes and of edges, with their types; what is not stated is left out."""

_SHAPES = {"box": "rectangle", "step": "ellipse", "strip": "ellipse", "issue": "hexagon"}
_TOWARDS = {"LR": (-1, 0), "RL": (1, 0), "TB": (0, -1), "BT": (0, 1)}
"""Where the thesis is."""
_DASHES = {"": "line", "dashed": "dashed", "dotted": "dotted"}


def to_graphml(shown: Shown, style: Style, notes: list[str] | None = None) -> str:
    """A map, or what is shown of it, as GraphML; what is to be told is added to ``notes``.

    Cross references are edges, however pictures show them. Raises `argmap.render.picture.TooDeepError`.
    """
    picture, style = compose(shown), network_style(style, "GraphML", notes)
    return _Writing(picture, style, notes).text()


class _Writing:
    def __init__(self, picture: Picture, style: Style, notes: list[str] | None) -> None:
        self._picture = picture
        self._view: View = picture.view
        self._labels = Labels(picture, style)
        self._places = places(picture, style)
        self._towards = _TOWARDS[style.direction]
        self._notes = notes
        self._is_unfit = False
        self._place_of: dict[str, Place] = {}

    def text(self) -> str:
        """The whole file."""
        net = network(self._picture, is_folded=False, has_chips=False)
        out = [_HEAD.rstrip()]
        for of, names in (("graph", _OF_GRAPH), ("node", _OF_NODE), ("edge", _OF_EDGE)):
            for name, kind in names.items():
                out.append(f' <key id="{of}-{name}" for="{of}" attr.name="{name}" attr.type="{_TYPES[kind]}"/>')
        out += [f' <key id="{of}-drawing" for="{of}" yfiles.type="{of}graphics"/>' for of in ("node", "edge")]
        out.append(' <graph id="argmap" edgedefault="directed">')
        out += self._data("graph", self._of_map())
        for node in net.nodes:
            out += self._node(node)
        for number, link in enumerate(net.links, 1):
            out += self._edge(f"e_{number}", link)
        if self._is_unfit and self._notes is not None:
            self._notes.append("GraphML holds no control characters; � stands for them")
        return "\n".join([*out, " </graph>", "</graphml>", ""])

    def _data(self, of: str, values: Mapping[str, Value | None]) -> Iterator[str]:
        """What is stated, as data."""
        for name, value in values.items():
            if value not in (None, "", False):
                yield f'  <data key="{of}-{name}">{self._said(value)}</data>'

    def _said(self, value: Value | None) -> str:
        if isinstance(value, bool):
            return "true" if value else "false"
        text = f"{value:g}" if isinstance(value, float) else str(value)
        self._is_unfit = self._is_unfit or fit(text) != text
        return escaped(text).replace("\r", "&#13;")

    def _of_map(self) -> dict[str, Value | None]:
        m = self._view.map
        return {
            "title": m.title,
            "question": m.question,
            "author": m.author,
            "date": m.date,
            "summary": m.summary,
            "thesis": self._view.whole.thesis,
            "part": self._view.told(),
        }

    def _node(self, node: Node) -> Iterator[str]:
        shown = self._labels.node(node)
        if isinstance(node.item, Step):
            data, name = self._of_step(node.item), f"argument-{node.item.argument.id}"
        elif isinstance(node.item, Rivalry):
            question = node.item.issue.question
            data, name = {"kind": "issue", "label": question or "issue", "text": question}, f"issue-{node.id}"
        else:
            data, name = self._of_box(node.item), f"statement-{node.item.statement.id}"
        data["description"] = shown.tooltip
        self._place_of[node.id] = self._places[name]
        yield f'  <node id="{node.id}">'
        yield from self._shape(shown, self._places[name])  # before the label, which some programs take from here
        yield from self._data("node", data)
        yield "  </node>"

    def _of_box(self, box: Box | Chip) -> dict[str, Value | None]:
        s = box.statement
        found = self._view.findings.statements[s.id] if self._view.findings else None
        return {
            "label": s.title,
            "id": s.id,
            "kind": s.kind,
            "text": s.text,
            "role": box.role if isinstance(box, Box) else None,
            "stance": " ".join(sorted(self._view.map.sides(s.id))),
            **_shared(s),
            "confidence": s.confidence,
            "greyed": box.greyed,
            "more": self._view.mark(s.id),
            "status": found.status if found else None,
            "degree": found.strength if found else None,
        }

    def _of_step(self, step: Step) -> dict[str, Value | None]:
        a = step.argument
        found = self._view.findings.arguments[a.id] if self._view.findings else None
        return {
            "label": a.label or a.id,
            "id": a.id,
            "kind": "argument",
            **_shared(a),
            "direction": str(a.direction),
            "warrant": a.warrant,
            "qualifier": a.qualifier,
            "scheme": a.scheme,
            "strength": a.strength,
            "possible": step.possible,
            "greyed": step.greyed,
            "more": step.more,
            "status": found.status if found else None,
            "degree": found.strength if found else None,
        }

    def _shape(self, shown: Labelled, place: Place) -> Iterator[str]:
        """How yEd draws a node, and where."""
        look = shown.look
        label = place.text if shown.shape in ("box", "round", "issue") else shown.lines[0][0].text
        label = f" {label}" if label.lower().startswith("<html") else label  # which yEd would take for markup
        border = f'color="{look.line}" type="{_DASHES[look.dash]}" width="1.0"' if look.line else 'hasColor="false"'
        font = f'fontFamily="Arial" fontSize="10" alignment="left" textColor="{look.ink}"'
        yield '   <data key="node-drawing"><y:ShapeNode>'
        left, top, right, bottom = place.sides
        yield f'    <y:Geometry x="{left:.1f}" y="{top:.1f}" width="{right - left:.1f}" height="{bottom - top:.1f}"/>'
        yield f'    <y:Fill color="{look.fill}" transparent="false"/>'
        yield f"    <y:BorderStyle {border}/>"
        yield f'    <y:NodeLabel {font} modelName="internal" modelPosition="c">{self._said(label)}</y:NodeLabel>'
        yield f'    <y:Shape type="{_SHAPES.get(shown.shape, "roundrectangle")}"/>'
        yield "   </y:ShapeNode></data>"

    def _edge(self, name: str, link: Link) -> Iterator[str]:
        line = self._labels.line(link)
        sign = -1 if link.bears in (Direction.AGAINST, Direction.UNDERCUTS) else 1
        yield f'  <edge id="{name}" source="{link.start}" target="{link.end}">'
        yield from self._stroke(link, line)
        yield from self._data("edge", {"label": line.word or link.bears, "kind": link.bears, "sign": sign})
        yield "  </edge>"

    def _stroke(self, link: Link, line: Line) -> Iterator[str]:
        """How yEd draws an edge: from the side of a node that is nearer to the thesis to the other side of the next."""
        tip = "standard" if line.has_tip else "none"
        start, end = self._port(link.start, 1), self._port(link.end, -1)
        if link.bears in (Direction.UNDERCUTS, POSITION):  # which stand beside what they bear on
            start = end = (0, 0)
        yield '   <data key="edge-drawing"><y:PolyLineEdge>'
        yield f'    <y:Path sx="{start[0]:.1f}" sy="{start[1]:.1f}" tx="{end[0]:.1f}" ty="{end[1]:.1f}"/>'
        yield f'    <y:LineStyle color="{line.colour}" type="{_DASHES[line.dash]}" width="{line.width:.1f}"/>'
        yield f'    <y:Arrows source="none" target="{tip}"/>'
        yield "   </y:PolyLineEdge></data>"

    def _port(self, node: str, side: int) -> tuple[float, float]:
        """Where a line joins a node, from its middle: at the side of the thesis, or with -1 at the other one."""
        left, top, right, bottom = self._place_of[node].sides
        x, y = self._towards
        return side * x * (right - left) / 2 + 0.0, side * y * (bottom - top) / 2 + 0.0


def _shared(thing: Statement | Argument) -> dict[str, Value | None]:
    """What statements and arguments have in common."""
    cited = [f"{c.source}, {c.at}" if c.at else c.source for c in thing.citations]
    return {
        "by": thing.by,
        "sources": "; ".join(cited),
        "quotes": "\n".join(c.quote for c in thing.citations if c.quote),
        "tags": ", ".join(thing.tags),
        "note": thing.note,
        "url": thing.url,
        "implicit": thing.implicit,
    }
