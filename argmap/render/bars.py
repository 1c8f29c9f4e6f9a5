"""A step as one node: a coloured bar with its premises beside it, and below them what would break it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from argmap.model import Argument, Direction
from argmap.render import style
from argmap.render.boxes import Boxes
from argmap.render.labels import cell, lines, table
from argmap.render.picture import Rivalry, Step
from argmap.render.style import Theme
from argmap.render.wording import Wording

_WIDTH, _GAP = 16, 4
"""Of a bar, and between it and its premises, in points."""


class Bar(NamedTuple):
    """How a bar looks: its sign and that one's colour, the port for lines, and the attributes of its cells."""

    sign: str
    ink: str
    port: str | None
    cell: Mapping[str, object]


class Bars:
    """Draws the steps and the rivalries of one map in one theme, as HTML-like labels."""

    def __init__(self, boxes: Boxes, wording: Wording, theme: Theme) -> None:
        self._boxes = boxes
        self._wording = wording
        self._theme = theme

    def step(self, step: Step) -> str:
        """The label of a step; a few points beside the bar keep passing lines off it."""
        # Three levels of undercutters fit the usual width; a step with more is wider as a whole.
        room = max(style.WRAP, style.WRAP + style.NARROWER * (_depth(step) - 3))
        return table(f"<TR>{cell('', WIDTH=8)}{cell(self._step(step, room))}</TR>")

    def rivalry(self, rivalry: Rivalry) -> str:
        """The label of an issue: its question, and its positions joined by "or"."""
        theme, room = self._theme, style.THESIS_WRAP
        question = rivalry.issue.question or ""
        head = lines("? QUESTION · AT MOST ONE CAN WIN", room, style.TAG, theme.muted, bold=True)
        head += lines(question, room, style.TITLE, theme.text, bold=True)
        rows = [self._strip(head, room, CELLPADDING=6), cell("", HEIGHT=5)]
        for number, position in enumerate(rivalry.positions):
            rows += [self._joined_by("or")] if number else []
            rows.append(self._boxes.placed(position, room))
        bar = Bar(style.RIVALS_SIGN, "#FFFFFF", None, {"BGCOLOR": theme.both.line})
        return self._beside(bar, rows, [], f"Rivals: {question}")

    def _step(self, step: Step, room: int) -> str:
        rows: list[str] = []
        for number, premise in enumerate(step.premises):
            rows += [self._joined_by("and")] if number else []
            rows.append(self._boxes.placed(premise, room))
        if not step.premises:
            words = lines("without a premise", room, style.STRIP, self._theme.muted, italic=True)
            rows.append(cell(words, CELLPADDING=6, ALIGN="LEFT"))
        rows += self._warrant(step.argument, room)
        cuts = [self._step(cut, room - style.NARROWER) for cut in step.undercutters]
        return self._beside(self._bar(step), rows, cuts, self._boxes.step_tooltip(step.argument))

    def _beside(self, bar: Bar, rows: list[str], cuts: list[str], tooltip: str) -> str:
        """A bar of two parts that overlap: the sign beside the rows, and a blank part beside the undercutters."""
        sign = lines(bar.sign, 99, 14, bar.ink, bold=True, flowing=False)
        span = len(rows)
        first = cell(sign, PORT=bar.port, ROWSPAN=span, WIDTH=_WIDTH, TOOLTIP=tooltip, **bar.cell)
        gap = cell("", ROWSPAN=span, WIDTH=_GAP)
        html = [f"<TR>{first}{gap}{rows[0]}</TR>", *[f"<TR>{row}</TR>" for row in rows[1:]]]
        blank = cell("", ROWSPAN=2 * len(cuts), WIDTH=_WIDTH, **bar.cell)
        for cut in cuts:
            html += [f"<TR>{blank}{cell('', COLSPAN=2, HEIGHT=7)}</TR>"]
            html += [f"<TR>{cell(cut, COLSPAN=2, ALIGN='LEFT')}</TR>"]
            blank = ""
        return table("".join(html), CELLSPACING=-1, ALIGN="LEFT", VALIGN="TOP")

    def _bar(self, step: Step) -> Bar:
        theme = self._theme
        if step.possible:
            hollow = {"BORDER": 1, "STYLE": "DOTTED", "COLOR": theme.text, "BGCOLOR": theme.background}
            return Bar(style.POSSIBLE_SIGN, theme.text, None, hollow)
        if step.argument.direction is Direction.UNDERCUTS:
            seam = {"BORDER": 1, "COLOR": theme.background, "SIDES": "L", "BGCOLOR": theme.cut.fill}
            return Bar(style.SIGNS["undercuts"], theme.cut.line, None, seam)
        tone = theme.helps if step.argument.direction is Direction.FOR else theme.opposes
        return Bar(style.SIGNS[step.argument.direction], theme.background, "bar", {"BGCOLOR": tone.line})

    def _joined_by(self, word: str) -> str:
        return cell(lines(word, 99, style.SMALL, self._theme.muted, flowing=False), CELLPADDING=1)

    def _warrant(self, argument: Argument, room: int) -> list[str]:
        """The strip that says how surely and why: "presumably, since …"."""
        since = f"since {self._wording.continued(argument.warrant)}" if argument.warrant else ""
        words = ", ".join(w for w in (argument.qualifier, since) if w)
        if not words:
            return []
        text = lines(words, room, style.STRIP, self._theme.text, italic=True)
        return [cell("", HEIGHT=4), self._strip(text, room, CELLPADDING=4)]

    def _strip(self, content: str, room: int, **more: object) -> str:
        ground = {"BGCOLOR": self._theme.strip, "ALIGN": "LEFT", "BALIGN": "LEFT"}
        return cell(content, WIDTH=room + 14, **ground, **more)


def _depth(step: Step) -> int:
    """How deep the undercutters of a step are nested."""
    depth, level = 0, list(step.undercutters)
    while level:
        depth, level = depth + 1, [cut for one in level for cut in one.undercutters]
    return depth
