"""The diagram of textbooks: numbers in circles, a bar under premises that only count together, and a list."""

from __future__ import annotations

from argmap.looks import Style
from argmap.model import Argument
from argmap.render import style
from argmap.render.evaluated import badge
from argmap.render.picture import Box, Chip, Picture, Rivalry
from argmap.render.styles.arrows import TOGETHER, Arrows
from argmap.render.styles.bars import OR, QUESTION, strip
from argmap.render.styles.blocks import Bar, Gap, Item, Joint, Outline, Panel, Stack, Words

_ROOM, _PADDING, _NARROW = 66, 6, 4
"""How wide lines in a circle may be, how far they are from its rim, and those of a number with what became of it."""
_SIDES = {"for": "►", "against": "−", "undercuts": "×"}
"""What stands in the list between premises and that on which they bear."""


class Tree(Arrows):
    """Makes the nodes of one picture whose statements are numbers, and the list that says what they stand for.

    The numbers are those of the outline.
    """

    has_rays = True

    def __init__(self, picture: Picture, look: Style) -> None:
        super().__init__(picture, look)
        self._picture = picture
        self._numbers = {s.id: number for number, s in enumerate(picture.map.reading_order(), 1)}
        self._tells_steps = "text" in look.show

    def items(self) -> list[Item]:
        """The list: issues, statements in the order of their numbers, and how surely and why steps are taken."""
        picture = self._picture
        issues = [self._question(root) for root in picture.roots if isinstance(root, Rivalry)]
        boxes = sorted(picture.boxes(), key=lambda box: self._numbers[box.statement.id])
        statements = [Item(self._circle(box, is_listed=True), self._boxes.listed(box)) for box in boxes]
        steps = [step.argument for step in picture.all_steps() if not step.greyed]
        return [*issues, *statements, *(item for a in steps for item in self._told(a))]

    def _question(self, rivalry: Rivalry) -> Item:
        theme = self._theme
        rivals = f" {OR} ".join(str(self._numbers[p.statement.id]) for p in rivalry.positions)
        rivals += f" {OR} +{rivalry.missing} more" * bool(rivalry.missing)
        words = [Words(QUESTION, style.TAG, theme.muted, bold=True)]
        if rivalry.issue.question:
            words.append(Words(rivalry.issue.question, style.TITLE, theme.text, bold=True))
        return Item(None, (*words, Words(rivals, style.BODY, theme.text)))

    def _told(self, argument: Argument) -> list[Item]:
        """How surely and why a step is taken, where the map says so."""
        words = strip(argument, self._wording) if self._tells_steps else ""
        if not words:
            return []
        lead = Words(self._formula(argument), style.BODY, self._theme.text, bold=True)
        return [Item(None, (lead, Words(words, style.STRIP, self._theme.text, italic=True)))]

    def _formula(self, argument: Argument) -> str:
        """An argument in numbers: 2 + 3 ► 1."""
        premises = f" {TOGETHER} ".join(str(self._numbers[p.statement]) for p in argument.premises) or "…"
        sign = _SIDES[argument.direction]
        if argument.conclusion:
            return f"{premises} {sign} {self._numbers[argument.conclusion]}"
        target = self._picture.map.argument(argument.target or "")
        return f"{premises} {sign} ({self._formula(target)})"

    def _panel(self, item: Box | Chip, room: int = _ROOM) -> Panel:  # noqa: ARG002 (numbers are as wide as they are)
        return self._chip(item) if isinstance(item, Chip) else self._circle(item)

    def _circle(self, box: Box, is_listed: bool = False) -> Panel:
        """The number of a statement in a circle, with what has become of it and what is left out below it."""
        whole = self._boxes.panel(box, _ROOM)
        tone, findings = self._boxes.tone(box), self._findings
        is_rejected = self._boxes.status(box) == "rejected"
        ink = tone.line
        number = Words(str(self._numbers[box.statement.id]), style.BODY, ink, bold=True, struck=is_rejected)
        words = [number]
        if findings and not is_listed and box.role != "possible":
            found = badge(findings, box.statement.id)[1].split()[-1]  # a strength without its sign, which it implies
            words.append(Words(found, style.TAG, ink, bold=True))
        if box.more and not is_listed:
            words.append(Words(box.more, style.TAG, ink, bold=True))
        outline = (whole.outline or Outline(tone.line))._replace(is_round=True)
        circle = whole._replace(
            words=tuple(words),
            room=_ROOM,
            padding=_NARROW if len(words) == 2 and not box.more else _PADDING,
            outline=outline,
            badge=None,
            centred=True,
            least=0.0 if is_listed else self._rim(box),
            broad=self._hanging,
        )
        return circle._replace(statement=None, tooltip=None) if is_listed else circle

    def _rim(self, box: Box) -> float:
        """How long a circle must be so that all arrows that end at it have room at its side."""
        rooms = [style.STOP_ROOM if attacks else style.ARROW_ROOM for attacks in self._ends.get(box.statement.id, ())]
        return 2 * sum(rooms) - rooms[0] - rooms[-1] if rooms else 0.0

    def _chip(self, chip: Chip) -> Panel:
        """The number of a statement that stands elsewhere."""
        whole = self._boxes.panel(chip, _ROOM)
        ink = whole.words[0].colour
        words = [Words(f"→\u00a0{self._numbers[chip.statement.id]}", style.BODY, ink, bold=True)]
        if chip.page:
            words.append(Words(f"page {chip.page}", style.TAG, ink, bold=True))
        outline = Outline(self._theme.greyed.line)
        return whole._replace(words=tuple(words), padding=_PADDING, outline=outline, centred=True)

    def _rivalry(self, rivalry: Rivalry, room: int) -> Stack:  # noqa: ARG002 (numbers are as wide as they are)
        rows: list[Panel | Joint | Gap] = []
        for number, position in enumerate(rivalry.positions):
            rows += [self._joined_by(OR)] if number else []
            rows.append(self._panel(position))
        if rivalry.missing:
            rows += [self._joined_by(OR), *self._more(f"+{rivalry.missing} more")]
        bar = Bar(style.RIVALS_SIGN, self._theme.background, self._theme.both.line)
        return Stack(bar, tuple(rows), (), f"Rivals: {rivalry.issue.question or ''}")

    def _unfounded(self, room: int = _ROOM) -> Panel:
        outline = Outline(self._theme.greyed.line, True, "dashed")
        return super()._unfounded(room)._replace(room=_ROOM, padding=_PADDING, outline=outline, centred=True)

    def _between(self) -> Joint | Gap:
        return Joint(Words(TOGETHER, style.BODY, self._theme.text, bold=True, flowing=False))

    def _more(self, text: str, room: int = _ROOM, link: str | None = None) -> list[Panel | Joint | Gap]:
        words = (Words(text, style.TAG, self._theme.muted, bold=True),)
        return [Panel(words, min(room, _ROOM), 2, link=link, remark=True, centred=True)]

    def _warrant(self, argument: Argument, room: int) -> list[Panel | Joint | Gap]:  # noqa: ARG002 (the list has it)
        return []

    def _joint(self, colour: str) -> Bar | None:  # noqa: ARG002 (a bar is there instead)
        return None
