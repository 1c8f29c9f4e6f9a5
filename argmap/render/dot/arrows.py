"""Boxes and arrows as DOT: each box a node, and edges from premises to what they bear on.

An edge leads where its arrow does, so that the files can be read as networks; the graph therefore runs against the
direction of the picture. Boxes of one depth stand in one row: the way to each is as long as the longest needs, which
has a point at which something breaks the step, and a sign at which premises meet.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from argmap.looks import Style
from argmap.render import style
from argmap.render.dot.hanging import hanging
from argmap.render.dot.labels import Ports, box, cell, plain, sign, spaced, stack, table
from argmap.render.dot.sketch import OUT, REVERSED, Edge, Node, Sketch, cross_lines, named, stroke, tip
from argmap.render.picture import Picture
from argmap.render.styles.arrows import Arrows
from argmap.render.styles.blocks import Bar, Head, Panel, Stack, Stroke, boxes
from argmap.render.svg import classes

_DISC, _SIGN, _POINT = "0.18", 11, "0.04"
"""The width of a sign on lines, in inches, the size of its letter in points, and the width of a point."""
_SHORTEST = 2
"""The least number of edges, or of ranks that one crosses, from a box to what it bears on."""
_BEFORE_REMARK = 4


def arrows(picture: Picture, look: Style) -> Sketch:
    """The boxes of a picture, and the arrows between them."""
    return Network(picture, look, Arrows(picture, look)).sketch()


class Network:
    """Makes the nodes and edges of one picture, whose steps are arrows."""

    settings: Mapping[str, str] = {"nodesep": "0.15", "ranksep": "0.35", "splines": "spline", "ordering": "in"}

    def __init__(self, picture: Picture, look: Style, made: Arrows) -> None:
        self._picture, self._look, self._made = picture, look, made
        self._theme = style.THEMES[look.theme]
        self._classes = classes(picture.view)
        self._ports = Ports((s.id for s in picture.map.statements), picture.view.links == "lines")
        self._nodes: list[Node] = []
        self._edges: list[Edge] = []
        self._row: list[str] = []
        self._places: dict[str, str] = {}
        self._chips: list[tuple[str, Panel]] = []
        self._counts: dict[str, int] = {}

    def sketch(self) -> Sketch:
        """The whole."""
        for root in self._picture.roots:
            self._root(self._made.root(root))
        steps = [(start, step, self._made.step(step)) for start, step in self._picture.steps]
        columns = self._picture.columns()
        rows = [columns[start] for start, _, _ in steps]
        longest: dict[int, int] = {}
        for row, (_, _, whole) in zip(rows, steps, strict=True):
            longest[row] = max(longest.get(row, _SHORTEST), _needed(whole))
        self._far = [*self._row]
        for row, (start, step, whole) in zip(rows, steps, strict=True):
            lead = {**tip(self._made.head(step), self._theme.background), **named(whole, step.argument.direction)}
            premises = self._step(whole, self._places[start], longest[row], self._made.line(step), lead)
            self._far = premises if row == len(longest) - 1 else self._far
        self._edges += cross_lines(self._chips, self._places)
        settings = {"rankdir": REVERSED[self._look.direction], **self.settings}
        return Sketch(settings, self._nodes, self._edges, [self._row])

    # ---- nodes

    def _root(self, node: Panel | Stack) -> None:
        """The node of a root: a box, or an issue with its positions."""
        if isinstance(node, Panel):
            self._row.append(self._panel(node))
            return
        name = self._new("r")
        draw = hanging if self._look.is_upright else stack
        label = draw(node, self._ports, None, self._look.direction in ("RL", "BT"))
        self._nodes.append(Node(name, label, {"class": "issue"}))
        self._row.append(name)
        out = OUT[self._look.direction][0]
        self._places |= {p.statement or "": f"{name}:{self._ports.of(p)}:{out}" for p in boxes(node)}
        self._chips += self._ports.new_chips(name)

    def _premises(self, whole: Stack) -> list[str]:
        """The nodes of the boxes of a step, with what speaks of all of them beside the last."""
        rows = [row for row in whole.rows if isinstance(row, Panel)]
        remarks = [row for row in rows if row.remark]
        panels = [row for row in rows if not row.remark]
        return [self._panel(one, remarks if one is panels[-1] else ()) for one in panels]

    def _panel(self, block: Panel, remarks: Sequence[Panel] = ()) -> str:
        """The node of a box, a chip, or what stands for none; tells where an edge to it ends."""
        name = self._named(block)
        port = name if remarks else None
        cells = [cell(box(block, PORT=port)) if block.outline else plain(block, PORT=port)]
        for remark in remarks:  # it stands where no arrow leaves or arrives
            cells += [cell("", WIDTH=_BEFORE_REMARK, HEIGHT=_BEFORE_REMARK), plain(remark)]
        rows = [cells] if self._look.is_upright else [[one] for one in cells]
        self._nodes.append(
            Node(name, table("".join(f"<TR>{''.join(row)}</TR>" for row in rows)), self._attributes(block))
        )
        return self._placed(block, f"{name}:{port}" if port else name)

    def _named(self, block: Panel) -> str:
        """The name of the node of a panel."""
        if block.statement:
            return str(self._ports.of(block))
        return self._new("c" if block.refers else "u")

    def _placed(self, block: Panel, place: str) -> str:
        """Remember where a box or a chip stands; tells it."""
        if block.statement:
            self._places[block.statement] = place
        elif block.refers and self._picture.view.links == "lines":
            self._chips.append((place, block))
        return place

    def _attributes(self, block: Panel) -> dict[str, str]:
        return {"class": self._classes[f"statement-{block.statement}"]} if block.statement else {}

    def _disc(self, bar: Bar) -> str:
        """A round sign on lines."""
        name = self._new("j")
        line = bar.dots or bar.rim or bar.fill
        look = {"shape": "circle", "width": _DISC, "fixedsize": "shape", "style": "filled", "fillcolor": bar.fill}
        self._nodes.append(Node(name, sign(bar, _SIGN), {**look, "color": line}))
        return name

    def _joint(self, whole: Stack, number: int) -> tuple[str, list[str]]:
        """Where the lines of premises meet: a node, and the places at it at which they end."""
        wires = whole.wires
        assert wires is not None
        assert wires.joint is not None
        name = self._disc(wires.joint)
        return name, [name] * number

    def _new(self, kind: str) -> str:
        self._counts[kind] = self._counts.get(kind, 0) + 1
        return f"{kind}{self._counts[kind]}"

    # ---- edges

    def _step(
        self, whole: Stack, end: str, way: int, line: Stroke, lead: dict[str, str], breaks: bool = False
    ) -> list[str]:
        """A step that bears on what stands at its end, as so many edges one after the other; tells its premises."""
        wires = whole.wires
        assert wires is not None
        if wires.word:
            lead = {**lead, "label": f"<{spaced(wires.word)}>"}
        point = None
        if whole.cuts:
            point = self._new("p")
            self._nodes.append(Node(point, "", {"shape": "point", "width": _POINT, "color": line.colour}))
            self._edge(point, end, line, lead)
            end, way, lead = point, way - 1, {}
        premises = self._joined(whole, end, way, line, lead, breaks)
        for cut in whole.cuts:
            assert point is not None
            self._break(cut, point, way)
        return premises

    def _joined(self, whole: Stack, end: str, way: int, line: Stroke, lead: dict[str, str], breaks: bool) -> list[str]:
        """The premises of a step, and the edges from them, which meet at a sign; a single one needs none."""
        premises = self._premises(whole)
        places, left = [end], way
        if breaks:
            name = self._disc(whole.bar)
            self._edge(name, end, line, lead)
            places, left, lead = [name] * len(premises), way - 1, {}
        elif len(premises) > 1:
            name, places = self._joint(whole, len(premises))
            self._edge(name, end, line, lead, way - 1)
            left, lead, line = 1, {}, line._replace(dashed=False)
        for premise, place in zip(premises, places, strict=True):
            self._edge(self._leaving(premise), place, line, lead, left)
        for aside in self._asides(whole):
            self._edges.append(Edge(aside, places[-1], {"style": "invis", "minlen": str(left)}))
        return premises

    def _asides(self, whole: Stack) -> list[str]:  # noqa: ARG002 (here they stand in the node of a premise)
        """The nodes of what speaks of all premises of a step."""
        return []

    def _break(self, cut: Stack, point: str, way: int) -> None:
        """What breaks a step: its arrow ends at a point in the arrow of that step."""
        assert cut.wires is not None
        line = cut.wires.stroke
        fill = cut.bar.fill if cut.bar.rim or cut.bar.dots else line.colour
        lead = {**tip(Head(False, fill, line.colour), self._theme.background), **named(cut, "undercuts")}
        self._step(cut, point, way, line, lead, breaks=True)

    def _leaving(self, premise: str) -> str:
        """Where at a premise an edge begins: in the middle of the side at which its conclusion is."""
        return f"{premise}:{OUT[self._look.direction][1]}"

    def _edge(self, tail: str, head: str, line: Stroke, lead: Mapping[str, str], way: int = 1) -> None:
        far = {"minlen": str(way)} if way > 1 else {}
        self._edges.append(Edge(tail, head, {**stroke(line), **lead, **far}))


def _needed(whole: Stack, breaks: bool = False) -> int:
    """How many edges a step needs: one, one more where something breaks it, and one more where it has a sign."""
    point = 1 if whole.cuts else 0
    number = sum(isinstance(row, Panel) and not row.remark for row in whole.rows)
    return max([1 + point + (breaks or number > 1), *(1 + _needed(cut, breaks=True) for cut in whole.cuts)])
