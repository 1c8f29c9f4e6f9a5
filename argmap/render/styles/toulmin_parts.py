"""The parts of one argument as Toulmin named them, as panels; what the map does not state is said to be not stated."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from argmap.looks import Style
from argmap.model import Direction
from argmap.render import style
from argmap.render.links import path
from argmap.render.picture import Box, Picture
from argmap.render.styles.arrows import Arrows
from argmap.render.styles.blocks import Head, Outline, Panel, Stroke, Words
from argmap.render.styles.toulmin import Layout

SO, SINCE, BACKED, UNLESS = "so", "since", "on account of", "unless"
"""Toulmin's words between the parts."""
AGAINST = "so not"
"""The same before the claim of an argument against it."""
_NARROW = 96
"""The room of a qualifier."""


class Parts(NamedTuple):
    """The panels of one argument, and how its arrow is drawn.

    ``so`` stands on the arrow; ``argument`` is the id of the argument, empty where there is none, ``tooltip`` what it
    means.
    """

    claim: Panel
    data: list[Panel]
    so: Words
    qualifier: Panel
    warrants: list[Panel]
    backings: list[Panel]
    rebuttals: list[Panel]
    stroke: Stroke
    head: Head
    argument: str = ""
    tooltip: str = ""


class Toulmin(Arrows):
    """Makes the panels of the arguments of one picture."""

    def __init__(self, picture: Picture, look: Style) -> None:
        super().__init__(picture, look)
        self._drawn: set[str] = set()

    def word(self, text: str) -> Words:
        """A word between parts."""
        return Words(text, style.BODY, self._theme.text, bold=True, italic=True)

    def parts(self, layouts: Iterable[Layout]) -> list[Parts]:
        """The panels of the arguments of a picture; each statement has its name once, where it is first drawn."""
        self._drawn.clear()
        return [self._parts(layout) for layout in layouts]

    def _parts(self, layout: Layout) -> Parts:
        step = layout.step
        data, warrants, backings, rebuttals = (
            [self._named(box, self._wrap) for box in boxes]
            for boxes in (layout.data, layout.warrants, layout.backings, layout.rebuttals)
        )
        qualifier = step.argument.qualifier if step else None
        if step and step.argument.warrant:
            warrants.append(self._said("warrant", step.argument.warrant, self._wrap))
        if step and step.more:
            more = Words(step.more, style.SMALL, self._theme.muted, bold=True)
            data.append(Panel((more,), self._wrap, 4, link=path(step.goes_to)))
        if warrants and not backings:
            backings = [self._missing("backing")]
        attacks = step is not None and step.argument.direction is Direction.AGAINST
        return Parts(
            self._named(layout.claim, self._thesis_wrap if layout.claim.role == "thesis" else self._wrap),
            data or [self._missing("data")],
            self.word(AGAINST if attacks else SO),
            self._said("qualifier", qualifier, _NARROW) if qualifier else self._missing("qualifier", _NARROW),
            warrants or [self._missing("warrant")],
            backings,
            rebuttals or [self._missing("rebuttal")],
            self.line(step) if step else Stroke(self._theme.muted, 1, dotted=True),
            self.head(step) if step else Head(False, self._theme.background, self._theme.muted),
            step.argument.id if step else "",
            self._boxes.step_tooltip(step.argument) if step else "",
        )

    def _named(self, box: Box, room: int) -> Panel:
        """The panel of a statement, which has its name only where it is drawn first."""
        panel = self._boxes.panel(box, room)
        if panel.statement in self._drawn:
            return panel._replace(statement=None, refers=panel.statement)
        if panel.statement:
            self._drawn.add(panel.statement)
        return panel

    def _said(self, part: str, text: str, room: int) -> Panel:
        """A part that is a text of the step, and no statement."""
        theme = self._theme
        words = (Words(part.upper(), style.TAG, theme.muted, bold=True), Words(text, style.BODY, theme.text))
        return Panel(words, room, 6, theme.strip, Outline(theme.muted))

    def _missing(self, part: str, room: int | None = None) -> Panel:
        """What stands for a part that the map does not state."""
        words = Words(f"no {part} stated", style.STRIP, self._theme.muted, italic=True)
        return Panel((words,), room or self._wrap, 6, None, Outline(self._theme.greyed.line, True, "dotted"))
