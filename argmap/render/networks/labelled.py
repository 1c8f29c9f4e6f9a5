"""What a node of a network says and looks like, one format as the other: its lines, its shape and its colours."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from attrs import evolve

from argmap.looks import Style
from argmap.model import Direction
from argmap.render import style
from argmap.render.networks.network import PREMISE, Link, Node, bears_on, network
from argmap.render.picture import Box, Chip, Picture, Rivalry, Step, compose
from argmap.render.style import Theme, Tone
from argmap.render.styles.bars import QUESTION, UNFOUNDED, Bars, strip
from argmap.render.styles.blocks import Panel, Words
from argmap.render.styles.boxes import Boxes
from argmap.render.wording import Wording
from argmap.selection import Shown


class Look(NamedTuple):
    """The colours of a node: fill, line (none where it has no frame), text; and "dashed" or "dotted"."""

    fill: str
    line: str | None
    ink: str
    dash: str = ""
    thick: bool = False


class Labelled(NamedTuple):
    """A node as it is shown: ``shape`` is box, round, chip, step, strip (a step that says more) or issue.

    ``lines`` are words that stand beside each other, line by line.
    """

    id: str
    shape: str
    lines: tuple[tuple[Words, ...], ...]
    look: Look
    link: str | None = None
    tooltip: str | None = None

    @property
    def text(self) -> str:
        """All its lines as plain text."""
        return "\n".join("".join(words.text for words in line) for line in self.lines)


class Line(NamedTuple):
    """A link as it is shown: ``word`` what it says, ``has_tip`` whether it is an arrow."""

    start: str
    end: str
    word: str
    colour: str
    width: float
    dash: str
    has_tip: bool


def network_style(look: Style, format: str, notes: list[str] | None) -> Style:
    """The style in which a network is shown: boxes and arrows stand for numbers and for Toulmin's layout.

    What stands for another is added to ``notes``.
    """
    if look.style not in ("tree", "toulmin"):
        return look
    if notes is not None:
        notes.append(f"{format} does not draw {look.style}; boxes and arrows stand for it")
    usual, arrows = Style(style=look.style).show, Style(style="arrows").show
    return evolve(look, style="arrows", show=arrows if look.show == usual else look.show)


class Labels:
    """Says of the nodes and links of one picture how they are shown in one style."""

    def __init__(self, picture: Picture, look: Style) -> None:
        self._theme = style.THEMES[look.theme]
        self._boxes = Boxes(picture.view, look)
        self._bars = Bars(picture, look)
        self._wording = Wording(picture.view.whole)
        self._is_short = look.style == "compact"
        self._wrap = look.wrap

    def node(self, node: Node) -> Labelled:
        """A node as it is shown."""
        if isinstance(node.item, Step):
            return self._step(node.id, node.item)
        if isinstance(node.item, Rivalry):
            return self._issue(node.id, node.item)
        return self._statement(node.id, node.item)

    def line(self, link: Link) -> Line:
        """A link as it is shown."""
        theme = self._theme
        if link.step is None:
            return Line(link.start, link.end, bears_on(link), theme.both.line, 1.8, _crossing(link), False)
        is_greyed = link.step.greyed
        colour = theme.greyed.line if is_greyed else theme.cut.fill
        width, dash = 1.8, "dotted" if link.step.possible else ""
        if link.step.argument.direction is not Direction.UNDERCUTS:
            colour, width, is_dashed, _ = self._bars.line(link.step)
            dash = "dashed" if is_dashed else dash
        return Line(link.start, link.end, bears_on(link), colour, width, _crossing(link) or dash, link.bears != PREMISE)

    def _statement(self, id: str, item: Box | Chip) -> Labelled:
        panel = self._boxes.panel(item, self._wrap)
        lines = _lines(panel)
        ink = _ink(panel.words)
        if isinstance(item, Chip):
            return Labelled(id, "chip", lines, Look(self._theme.background, None, ink), None, panel.tooltip)
        assert panel.outline is not None
        line, is_round, dash = panel.outline
        look = Look(panel.fill or self._theme.background, line, ink, dash, item.role == "thesis")
        return Labelled(id, "round" if is_round else "box", lines, look, panel.link, panel.tooltip)

    def _step(self, id: str, step: Step) -> Labelled:
        bar = self._bars.bar(step)
        fill, ink = bar.fill, bar.ink
        lines = [(Words(bar.sign, style.TITLE, ink, bold=True),)]
        more = [strip(step.argument, self._wording)] if not self._is_short else []
        more += [] if step.premises else [UNFOUNDED]
        said = [words for words in (*more, step.more) if words]
        lines += [
            (Words(words, style.STRIP, ink, italic=words != step.more, bold=words == step.more),) for words in said
        ]
        look = Look(fill, bar.dots or bar.rim or fill, ink, "dotted" if bar.dots else "")
        return Labelled(
            id, "strip" if said else "step", tuple(lines), look, None, self._boxes.step_tooltip(step.argument)
        )

    def _issue(self, id: str, issue: Rivalry) -> Labelled:
        theme = self._theme
        lines = [(Words(QUESTION, style.TAG, theme.muted, bold=True),)]
        if issue.issue.question:
            lines.append((Words(issue.issue.question, style.TITLE, theme.text, bold=True),))
        if issue.missing:
            lines.append((Words(f"+{issue.missing} more", style.SMALL, theme.muted, bold=True),))
        return Labelled(id, "issue", tuple(lines), Look(theme.strip, theme.both.line, theme.text))


class Sketch(NamedTuple):
    """A picture as a program that lays out nodes is given it: nodes and lines as they are shown, and names of looks."""

    picture: Picture
    style: Style
    theme: Theme
    nodes: list[Labelled]
    lines: list[Line]
    names: dict[Look, str]


def sketched(shown: Shown, look: Style, format: str, notes: list[str] | None) -> Sketch:
    """What is shown, in a style; what is to be told is added to ``notes``.

    Raises `argmap.render.picture.TooDeepError`.
    """
    picture, look = compose(shown), network_style(look, format, notes)
    theme, labels = style.THEMES[look.theme], Labels(picture, look)
    net = network(picture, is_folded=True, has_chips=picture.view.links != "lines")
    nodes = [labels.node(node) for node in net.nodes]
    return Sketch(picture, look, theme, nodes, [labels.line(link) for link in net.links], _named(nodes, theme))


def _named(nodes: Iterable[Labelled], theme: Theme) -> dict[Look, str]:
    """A name for each look that nodes have, after the colours of the theme."""
    tones = {tone: name for name, tone in reversed(theme._asdict().items()) if isinstance(tone, Tone)}
    found: dict[Look, str] = {}
    for node in nodes:
        look = node.look
        if look not in found:
            name = "thesis" if look.thick else tones.get(Tone(look.line or look.fill, look.fill), node.shape)
            name = "_".join(part for part in (name, look.dash) if part)
            number = sum(re.sub(r"_\d+$", "", other) == name for other in found.values())
            found[look] = f"{name}_{number + 1}" if number else name
    return found


def _lines(panel: Panel) -> tuple[tuple[Words, ...], ...]:
    """The words of a panel line by line; its badge ends the first."""
    lines: list[list[Words]] = [[]]
    for words in panel.words:
        lines[-1].append(words)
        if words.flowing:
            lines.append([])
    if panel.badge:
        badge = panel.badge
        lines[0].append(Words(f"\u00a0[{badge.text}]", style.TAG, badge.outline.line, bold=True))
    return tuple(tuple(line) for line in lines if line)


def _ink(words: tuple[Words, ...]) -> str:
    """The colour in which the title and the text of a box are written."""
    return next((w.colour for w in words if w.size >= style.BODY), words[-1].colour)


def _crossing(link: Link) -> str:
    return "dotted" if link.crosses else ""
