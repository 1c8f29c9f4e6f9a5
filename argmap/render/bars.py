"""Steps, issues and roots as nodes: a coloured bar with its panels beside it, below them what would break it."""

from __future__ import annotations

from argmap.model import Argument, Direction
from argmap.render import style
from argmap.render.blocks import Bar, Gap, Joint, Panel, Stack, Stroke, Words
from argmap.render.boxes import Boxes
from argmap.render.picture import Picture, Rivalry, Root, Step
from argmap.render.style import Theme
from argmap.render.wording import Wording


class Bars:
    """Makes the nodes of one picture in one theme."""

    def __init__(self, picture: Picture, theme: Theme) -> None:
        self._boxes = Boxes(picture.map, theme)
        self._wording = Wording(picture.map)
        self._theme = theme

    def step(self, step: Step) -> Stack:
        """The node of an argument on a statement."""
        return self._step(step, room(step))

    def root(self, root: Root) -> Panel | Stack:
        """The node of a root: a box, or an issue with its positions joined by "or"."""
        if isinstance(root, Rivalry):
            return self._rivalry(root)
        return self._boxes.panel(root, style.THESIS_WRAP if root.role == "thesis" else style.WRAP)

    def line(self, argument: Argument) -> Stroke:
        """The line from a box to the bar of an argument on its statement: thicker for a stronger one."""
        against = argument.direction is Direction.AGAINST
        tone = self._theme.opposes if against else self._theme.helps
        return Stroke(tone.line, thickness(argument.strength), against)

    def _rivalry(self, rivalry: Rivalry) -> Stack:
        theme, room = self._theme, style.THESIS_WRAP
        question = rivalry.issue.question or ""
        head = (
            Words(QUESTION, style.TAG, theme.muted, bold=True),
            Words(question, style.TITLE, theme.text, bold=True),
        )
        rows: list[Panel | Joint | Gap] = [Panel(head, room, 6, theme.strip), Gap(5)]
        for number, position in enumerate(rivalry.positions):
            rows += [self._joined_by(OR)] if number else []
            rows.append(self._boxes.panel(position, room))
        return Stack(Bar(style.RIVALS_SIGN, theme.background, theme.both.line), tuple(rows), (), f"Rivals: {question}")

    def _step(self, step: Step, room: int) -> Stack:
        rows: list[Panel | Joint | Gap] = []
        for number, premise in enumerate(step.premises):
            rows += [self._joined_by(AND)] if number else []
            rows.append(self._boxes.panel(premise, room))
        if not step.premises:
            rows.append(Panel((Words(UNFOUNDED, style.STRIP, self._theme.muted, italic=True),), room, 6))
        rows += self._warrant(step.argument, room)
        cuts = tuple(self._step(cut, room - style.NARROWER) for cut in step.undercutters)
        return Stack(self._bar(step), tuple(rows), cuts, self._boxes.step_tooltip(step.argument), step.argument.id)

    def _bar(self, step: Step) -> Bar:
        theme = self._theme
        if step.possible:
            return Bar(style.POSSIBLE_SIGN, theme.text, theme.background, dots=theme.text)
        if step.argument.direction is Direction.UNDERCUTS:
            return Bar(style.SIGNS["undercuts"], theme.cut.line, theme.cut.fill, seam=theme.background)
        tone = theme.helps if step.argument.direction is Direction.FOR else theme.opposes
        return Bar(style.SIGNS[step.argument.direction], theme.background, tone.line)

    def _joined_by(self, word: str) -> Joint:
        return Joint(Words(word, style.SMALL, self._theme.muted, flowing=False))

    def _warrant(self, argument: Argument, room: int) -> list[Panel | Joint | Gap]:
        """The strip that says how surely and why: "presumably, since …"."""
        words = strip(argument, self._wording)
        if not words:
            return []
        text = Words(words, style.STRIP, self._theme.text, italic=True)
        return [Gap(4), Panel((text,), room, 4, self._theme.strip)]


QUESTION, AND, OR = "? QUESTION · AT MOST ONE CAN WIN", "and", "or"
"""What stands above an issue, between premises, and between positions."""

UNFOUNDED = "without a premise"
"""What stands for the premises of an argument that has none."""


def room(step: Step) -> int:
    """The width of the text in a step: three levels of undercutters fit the usual one, with more all is wider."""
    return max(style.WRAP, style.WRAP + style.NARROWER * (_depth(step) - 3))


def strip(argument: Argument, wording: Wording) -> str:
    """How surely and why premises bear on their conclusion: "presumably, since …"; nothing where it is not said."""
    since = f"since {wording.continued(argument.warrant)}" if argument.warrant else ""
    return ", ".join(w for w in (argument.qualifier, since) if w)


def thickness(strength: float | None) -> float:
    """The width of a line in points: thicker for stronger, in three steps that can be told apart."""
    if strength is None:
        return 1.8
    return 3 if strength >= 0.7 else 1.8 if strength >= 0.4 else 1


def _depth(step: Step) -> int:
    """How deep the undercutters of a step are nested."""
    depth, level = 0, list(step.undercutters)
    while level:
        depth, level = depth + 1, [cut for one in level for cut in one.undercutters]
    return depth
