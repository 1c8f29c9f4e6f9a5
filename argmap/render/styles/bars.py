"""Steps, issues and roots as nodes: a coloured bar with its panels beside it, below them what would break it."""

from __future__ import annotations

from argmap.looks import WRAP, Style
from argmap.model import Argument, Direction
from argmap.render import style
from argmap.render.links import path
from argmap.render.picture import Box, Chip, Picture, Rivalry, Root, Step
from argmap.render.styles.blocks import Bar, Gap, Head, Item, Joint, Panel, Stack, Stroke, Words
from argmap.render.styles.boxes import Boxes
from argmap.render.wording import Wording


class Bars:
    """Makes the nodes of one picture in one style."""

    has_arrows = False
    """Whether its lines are arrows, whose points need room where they end at one box."""
    has_rays = False
    """Whether its lines lead straight to their ends."""

    def __init__(self, picture: Picture, look: Style) -> None:
        theme = style.THEMES[look.theme]
        self._boxes = Boxes(picture.view, look)
        self._findings = picture.view.findings
        self._wrap, self._thesis_wrap = look.wrap, look.wrap + style.THESIS_WIDER
        self._wording = Wording(picture.view.whole)
        self._theme = theme
        self._compact = look.style == "compact"
        self._hanging = look.is_upright
        self._indent = 0 if look.is_upright or self.has_arrows else style.NARROWER

    def step(self, step: Step, narrower: int = 0) -> Stack:
        """The node of an argument on a statement, with the text of each box so much narrower than usual."""
        wide = self._wrap if self._hanging else room(step, self._wrap)
        return self._step(step, wide - narrower)

    def root(self, root: Root, narrower: int = 0) -> Panel | Stack:
        """The node of a root: a box, or an issue with its positions joined by "or".

        The text of each is so much narrower than usual.
        """
        if isinstance(root, Rivalry):
            return self._rivalry(root, self._thesis_wrap - narrower)
        wide = self._thesis_wrap if root.role == "thesis" else self._wrap
        return self._panel(root, wide - narrower)

    def box(self, box: Box) -> Panel:
        """The box of a statement that begins a page though it is no root."""
        return self._panel(box, self._wrap)

    def line(self, step: Step) -> Stroke:
        """The line from a box to the bar of an argument on its statement: thicker for a stronger one, thin for none.

        Where an evaluation finds strengths, they are what counts.
        """
        against = step.argument.direction is Direction.AGAINST
        tone = self._theme.greyed if step.greyed else self._theme.opposes if against else self._theme.helps
        strength = self._findings.strength(step.argument) if self._findings else step.argument.strength
        return Stroke(tone.line, thickness(strength), against)

    def head(self, step: Step) -> Head | None:  # noqa: ARG002 (others have it)
        """The end of the line to a step, where it is an arrow."""
        return None

    def on(self, page: Picture) -> Bars:  # noqa: ARG002 (arrows need it)
        """The same for one page of the picture."""
        return self

    def items(self) -> list[Item]:
        """What a list beside the picture says, where the style has one."""
        return []

    def _is_broken(self, step: Step) -> bool:
        """Whether an evaluation has found that a step does not carry."""
        return self._findings is not None and self._findings.is_broken(step.argument.id)

    def _rivalry(self, rivalry: Rivalry, room: int) -> Stack:
        theme = self._theme
        question = rivalry.issue.question or ""
        head = (
            Words(QUESTION, style.TAG, theme.muted, bold=True),
            Words(question, style.TITLE, theme.text, bold=True),
        )
        rows: list[Panel | Joint | Gap] = [Panel(head, room, 6, theme.strip, remark=True), Gap(5)]
        for number, position in enumerate(rivalry.positions):
            rows += [self._joined_by(OR)] if number else []
            rows.append(self._panel(position, room))
        if rivalry.missing:
            rows += self._more(f"{OR} +{rivalry.missing} more", room)
        return Stack(
            Bar(style.RIVALS_SIGN, theme.background, theme.both.line, word="rivals"),
            tuple(rows),
            (),
            f"Rivals: {question}",
        )

    def _step(self, step: Step, room: int) -> Stack:
        rows: list[Panel | Joint | Gap] = []
        for number, premise in enumerate(step.premises):
            rows += [self._between()] if number else []
            rows.append(self._panel(premise, room))
        if not step.premises:
            rows.append(self._unfounded(room))
        rows += self._more(step.more, room, path(step.goes_to)) if step.more else []
        rows += self._warrant(step.argument, room)
        cuts = tuple([self._step(cut, room - self._indent) for cut in step.undercutters])
        return Stack(self.bar(step), tuple(rows), cuts, self._boxes.step_tooltip(step.argument), step.argument.id)

    def bar(self, step: Step) -> Bar:
        """The bar of a step."""
        theme = self._theme
        if step.possible:
            word = f"{style.BAR_WORDS[step.argument.direction]}, perhaps"
            return Bar(style.POSSIBLE_SIGN, theme.text, theme.background, None, theme.text, word)
        if self._is_broken(step):
            return hollow(self._filled(step), theme.background)
        if self._findings and self._findings.is_undecided(step.argument.id):
            return hollow(self._filled(step), theme.background, is_dashed=True)
        return self._filled(step)

    def _filled(self, step: Step) -> Bar:
        theme, argument = self._theme, step.argument
        sign, word = style.SIGNS[argument.direction], style.BAR_WORDS[argument.direction]
        if step.greyed:
            seam = theme.background if argument.target else None
            return Bar(sign, theme.background, theme.greyed.fill, seam, word=word)
        if argument.direction is Direction.UNDERCUTS:
            return Bar(sign, theme.cut.line, theme.cut.fill, theme.background, word=word)
        tone = theme.helps if argument.direction is Direction.FOR else theme.opposes
        return Bar(sign, theme.background, tone.line, word=word)

    def _more(self, text: str, room: int, link: str | None = None) -> list[Panel | Joint | Gap]:
        """What is left out of a step."""
        return [Panel((Words(text, style.SMALL, self._theme.muted, bold=True),), room, 4, link=link, remark=True)]

    def _panel(self, item: Box | Chip, room: int) -> Panel:
        return self._boxes.panel(item, room)

    def _unfounded(self, room: int) -> Panel:
        """What stands for the premises of an argument that has none."""
        return Panel((Words(UNFOUNDED, style.STRIP, self._theme.muted, italic=True),), room, 6)

    def _between(self) -> Joint | Gap:
        """What stands between two premises."""
        return self._joined_by(AND)

    def _joined_by(self, word: str) -> Joint:
        return Joint(Words(word, style.SMALL, self._theme.muted, flowing=False))

    def _warrant(self, argument: Argument, room: int) -> list[Panel | Joint | Gap]:
        """The strip that says how surely and why: "presumably, since …"."""
        words = strip(argument, self._wording)
        if not words or self._compact:
            return []
        text = Words(words, style.STRIP, self._theme.text, italic=True)
        return [Gap(4), Panel((text,), room, 4, self._theme.strip, remark=True)]


QUESTION, AND, OR = "? QUESTION · AT MOST ONE CAN WIN", "and", "or"
"""What stands above an issue, between premises, and between positions."""

UNFOUNDED = "without a premise"
"""What stands for the premises of an argument that has none."""


def room(step: Step, wrap: int = WRAP) -> int:
    """The width of the text in a step: three levels of undercutters fit the usual one, with more all is wider."""
    return max(wrap, WRAP + style.NARROWER * (_depth(step) - 3))


def strip(argument: Argument, wording: Wording) -> str:
    """How surely and why premises bear on their conclusion: "presumably, since …"; nothing where it is not said."""
    since = f"since {wording.continued(argument.warrant)}" if argument.warrant else ""
    return ", ".join(w for w in (argument.qualifier, since) if w)


def hollow(bar: Bar, background: str, is_dashed: bool = False) -> Bar:
    """The bar of a step that does not carry, only its rim; dashed, that of one of which it is left open."""
    return bar._replace(ink=bar.fill, fill=background, seam=None, rim=bar.fill, is_dashed=is_dashed)


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
