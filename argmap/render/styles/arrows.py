"""Steps as arrows from boxes to their conclusion, joined where premises only count together."""

from __future__ import annotations

from copy import copy
from math import ceil

from argmap.looks import Style
from argmap.model import Direction
from argmap.render import style
from argmap.render.picture import Box, Chip, Picture, Step
from argmap.render.style import Theme
from argmap.render.styles.bars import Bars, thickness
from argmap.render.styles.blocks import Arrow, Bar, Disc, Entry, Gap, Head, Joint, Panel, Stack, Stroke, Wires, Words

WORDS = {Direction.FOR: "supports", Direction.AGAINST: "attacks", Direction.UNDERCUTS: "undercuts"}
"""What arrows say beside them."""
PERHAPS = "perhaps"
"""The same for what breaks a step only if somebody should say so."""

TOGETHER = "+"
"""The sign at which the lines of premises meet that only count together."""


def entries(picture: Picture, theme: Theme, is_barred: bool = False) -> list[Entry]:
    """What the key says of arrows, of those that are used; premises may be joined by a bar, and not by a sign."""
    steps, findings = picture.all_steps(), picture.view.findings
    shown = {step.argument.direction for step in steps if not step.possible}
    broken = [s for s in steps if findings and not s.possible and findings.is_broken(s.argument.id)]
    found: list[Entry] = []
    for direction, tone, word in (
        (Direction.FOR, theme.helps, "supports"),
        (Direction.AGAINST, theme.opposes, "attacks"),
    ):
        attacks = direction is Direction.AGAINST
        if direction in {step.argument.direction for step in steps}:
            stroke = Stroke(tone.line, 1.8, dashed=attacks)
            found.append(Entry(Arrow(stroke, Head(attacks, tone.line, tone.line)), word))
    if any(len(step.premises) > 1 for step in steps):
        colour = theme.text
        sign = Bar(TOGETHER, colour, theme.background, rim=None if is_barred else colour)
        found.append(Entry(Disc(sign), "count only together"))
    if Direction.UNDERCUTS in shown:
        found.append(Entry(Disc(Bar(style.SIGNS["undercuts"], *theme.cut)), "breaks the step to which it points"))
    if any(step.possible for step in steps):
        perhaps = Bar(style.POSSIBLE_SIGN, theme.text, theme.background, dots=theme.text)
        found.append(Entry(Disc(perhaps), "might break it: nobody says so yet"))
    if broken:
        tone = theme.opposes if broken[0].argument.direction is Direction.AGAINST else theme.helps
        stops = broken[0].argument.direction is Direction.AGAINST
        found.append(
            Entry(Arrow(Stroke(tone.line, 1, stops), Head(stops, theme.background, tone.line)), "step is broken")
        )
    return found


class Arrows(Bars):
    """Makes the nodes of one picture whose steps are arrows."""

    has_arrows = True

    def __init__(self, picture: Picture, look: Style) -> None:
        super().__init__(picture, look)
        self._has_words = look.edge_words
        self._ends = _ends(picture)

    def on(self, page: Picture) -> Bars:
        """The same for one page of the picture, on which boxes have room for the arrows that end there."""
        bars = copy(self)
        bars._ends = _ends(page)
        return bars

    def step(self, step: Step, narrower: int = 0) -> Stack:
        """The node of an argument on a statement, with the text of each box so much narrower than usual."""
        return self._step(step, self._wrap - narrower)

    def head(self, step: Step) -> Head:
        """The point of an arrow at its conclusion: a bar across where it attacks, hollow where the step is broken."""
        colour = self.line(step).colour
        fill = self._theme.background if self._is_broken(step) else colour
        return Head(step.argument.direction is Direction.AGAINST, fill, colour)

    def _step(self, step: Step, room: int) -> Stack:
        return super()._step(step, room)._replace(wires=self._wires(step))

    def _panel(self, item: Box | Chip, room: int) -> Panel:
        """A box, long enough for the points of all arrows that end at its side."""
        ends = 0 if isinstance(item, Chip) else len(self._ends.get(item.statement.id, ()))
        least = style.ARROW * (ends - 1) + 2 * style.BESIDE_ARROWS if ends else 0.0
        if self._hanging:
            return super()._panel(item, max(room, ceil(least) - 2 * style.INSET))
        return super()._panel(item, room)._replace(least=least)

    def _between(self) -> Joint | Gap:
        return Gap(10)

    def _wires(self, step: Step) -> Wires:
        line = self._breaking(step) if step.argument.direction is Direction.UNDERCUTS else self.line(step)
        return Wires(line, self._joint(line.colour), self._word(step, line.colour))

    def _joint(self, colour: str) -> Bar | None:
        """The sign at which the lines of premises meet."""
        return Bar(TOGETHER, colour, self._theme.background, rim=colour)

    def _word(self, step: Step, colour: str) -> Words | None:
        if not self._has_words:
            return None
        word = PERHAPS if step.possible else WORDS[step.argument.direction]
        return Words(word, style.TAG, colour, italic=True)

    def _breaking(self, step: Step) -> Stroke:
        """The line of a step that breaks another: thin where it does not carry itself, dotted where nobody says so."""
        theme = self._theme
        colour = theme.text if step.possible else theme.greyed.fill if step.greyed else theme.cut.fill
        strength = 0 if self._is_broken(step) else step.argument.strength
        return Stroke(colour, thickness(strength), dotted=step.possible)

    def _filled(self, step: Step) -> Bar:
        return super()._filled(step)._replace(seam=None)


def _ends(picture: Picture) -> dict[str, list[bool]]:
    """The arrows that end at each statement: of each, whether it attacks."""
    found: dict[str, list[bool]] = {}
    for start, step in picture.steps:
        found.setdefault(start, []).append(step.argument.direction is Direction.AGAINST)
    return found
