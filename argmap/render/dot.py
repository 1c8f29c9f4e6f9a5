"""A picture as DOT, the text that Graphviz lays out: one node for each step and each root."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import graphviz
from attrs import frozen

from argmap.model import Argument, ArgumentMap, Direction
from argmap.render import style
from argmap.render.boxes import Boxes
from argmap.render.heading import heading
from argmap.render.labels import cell, lines, table
from argmap.render.picture import Box, Picture, Rivalry, Root, Step, compose
from argmap.render.style import LIGHT, Theme
from argmap.render.wording import Wording

_BAR = 16
_THESIS_WRAP = style.WRAP + 16
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


@frozen
class _Bar:
    """How the bar of a step looks: its sign and colours, and the attributes of its cells."""

    sign: str
    ink: str
    cell: Mapping[str, object]


class _Drawing:
    def __init__(self, picture: Picture, theme: Theme) -> None:
        self._picture = picture
        self._theme = theme
        self._boxes = Boxes(picture.map, theme)
        self._wording = Wording(picture.map)
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
            label = f"<{self._step_label(step)}>"
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
            room = _THESIS_WRAP if root.role == "thesis" else style.WRAP
            graph.node(name, f"<{table('<TR>' + self._boxes.placed(root, room) + '</TR>')}>")
            return
        self._node_of.update((b.statement.id, name) for b in root.positions if isinstance(b, Box))
        graph.node(name, f"<{self._rivalry_label(root)}>", class_="issue")

    def _rivalry_label(self, rivalry: Rivalry) -> str:
        theme = self._theme
        question = rivalry.issue.question or ""
        head = lines("? QUESTION · AT MOST ONE CAN WIN", _THESIS_WRAP, style.TAG, theme.muted, bold=True)
        head += lines(question, _THESIS_WRAP, style.TITLE, theme.text, bold=True)
        strip = cell(head, WIDTH=_THESIS_WRAP + 14, CELLPADDING=6, ALIGN="LEFT", BALIGN="LEFT", BGCOLOR=theme.strip)
        rows = [table(f"<TR>{cell('', WIDTH=4)}{strip}</TR>"), table(f"<TR>{cell('', HEIGHT=5)}</TR>")]
        for number, position in enumerate(rivalry.positions):
            rows += [self._between("or")] if number else []
            rows.append(self._boxes.row(position, _THESIS_WRAP))
        bar = _Bar("≠", "#FFFFFF", {"BGCOLOR": theme.both.line})
        return self._beside_bar(bar, rows, [], tooltip=f"Rivals: {question}")

    def _step_label(self, step: Step) -> str:
        depth = _depth(step)
        base = max(style.WRAP, style.WRAP - 3 * style.NARROWER + style.NARROWER * depth)
        inner = self._step(step, base)
        return table(f"<TR>{cell('', WIDTH=8)}{cell(inner)}</TR>")

    def _step(self, step: Step, room: int) -> str:
        """A bar with what stands beside it: premises, warrant, undercutters."""
        rows: list[str] = []
        for number, premise in enumerate(step.premises):
            rows += [self._between("and")] if number else []
            rows.append(self._boxes.row(premise, room))
        if not step.premises:
            words = lines("without a premise", room, style.STRIP, self._theme.muted, italic=True)
            rows.append(table(f"<TR>{cell('', WIDTH=4)}{cell(words, CELLPADDING=6, ALIGN='LEFT')}</TR>"))
        rows += self._warrant(step.argument, room)
        cuts = [self._step(cut, room - style.NARROWER) for cut in step.undercutters]
        return self._beside_bar(self._bar(step), rows, cuts, self._boxes.step_tooltip(step.argument))

    def _beside_bar(self, bar: _Bar, rows: list[str], cuts: list[str], tooltip: str) -> str:
        """A bar of two parts that overlap: the sign beside the rows, and a blank part beside the undercutters."""
        sign = lines(bar.sign, 99, 14, bar.ink, bold=True, flowing=False)
        port = {} if bar.sign in ("×", "?") else {"PORT": "bar"}
        first = cell(sign, **port, ROWSPAN=len(rows), WIDTH=_BAR, TOOLTIP=tooltip, **bar.cell)
        beside = [cell(row, ALIGN="LEFT") for row in rows]
        html = [f"<TR>{first}{beside[0]}</TR>", *[f"<TR>{b}</TR>" for b in beside[1:]]]
        for number, cut in enumerate(cuts):
            blank = cell("", ROWSPAN=2 * len(cuts), WIDTH=_BAR, **bar.cell) if number == 0 else ""
            html += [f"<TR>{blank}{cell('', HEIGHT=7)}</TR>", f"<TR>{cell(cut, ALIGN='LEFT')}</TR>"]
        return table("".join(html), CELLSPACING=-1, ALIGN="LEFT", VALIGN="TOP")

    def _bar(self, step: Step) -> _Bar:
        theme = self._theme
        if step.possible:
            hollow = {"BORDER": 1, "STYLE": "DOTTED", "COLOR": theme.text, "BGCOLOR": theme.background}
            return _Bar(style.POSSIBLE_SIGN, theme.text, hollow)
        if step.argument.direction is Direction.UNDERCUTS:
            seam = {"BORDER": 1, "COLOR": theme.background, "SIDES": "L", "BGCOLOR": theme.cut.fill}
            return _Bar(style.SIGNS["undercuts"], theme.cut.line, seam)
        tone = theme.helps if step.argument.direction is Direction.FOR else theme.opposes
        return _Bar(style.SIGNS[step.argument.direction], theme.background, {"BGCOLOR": tone.line})

    def _between(self, word: str) -> str:
        text = lines(word, 99, style.SMALL, self._theme.muted, flowing=False)
        return table(f"<TR>{cell(text, WIDTH=208, CELLPADDING=1)}</TR>")

    def _warrant(self, argument: Argument, room: int) -> list[str]:
        """The strip that says how surely and why: "presumably, since …"."""
        since = f"since {self._wording.continued(argument.warrant)}" if argument.warrant else ""
        words = ", ".join(w for w in (argument.qualifier, since) if w)
        if not words:
            return []
        text = lines(words, room, style.STRIP, self._theme.text, italic=True)
        strip = cell(text, WIDTH=room + 14, CELLPADDING=4, ALIGN="LEFT", BALIGN="LEFT", BGCOLOR=self._theme.strip)
        return [table(f"<TR>{cell('', HEIGHT=4)}</TR><TR>{cell('', WIDTH=4)}{strip}</TR>")]

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


def _depth(step: Step) -> int:
    """How deep the undercutters of a step are nested."""
    depth, level = 0, list(step.undercutters)
    while level:
        depth, level = depth + 1, [cut for one in level for cut in one.undercutters]
    return depth
