"""The boxes and chips of a picture: what stands in them, in which order, in which colours."""

from __future__ import annotations

from argmap.looks import Style
from argmap.model import Argument, Citation, Side, Statement
from argmap.render import style
from argmap.render.evaluated import badge, briefly
from argmap.render.links import link, path
from argmap.render.metrics import width
from argmap.render.picture import Box, Chip
from argmap.render.style import Theme, Tone
from argmap.render.styles.blocks import Badge, Outline, Panel, Words
from argmap.render.styles.colours import Colours
from argmap.selection import View

_TAGS = {
    "thesis": "THESIS", "position": "POSITION", "claim": "CLAIM", "reason": "REASON", "objection": "OBJECTION",
    "rebuttal": "REBUTTAL", "cut": "BREAKS THE STEP", "possible": "MIGHT BREAK THE STEP",
}  # fmt: skip
_IN_TOULMIN = {
    "thesis": "CLAIM", "position": "CLAIM", "claim": "CLAIM", "datum": "DATUM", "warrant": "WARRANT",
    "backing": "BACKING", "cut": "REBUTTAL", "possible": "REBUTTAL, IF IT IS SO",
}  # fmt: skip
"""The same where a statement is a part of one argument."""
MOST_USES = 3
"""How many other places of a statement its box names."""
SEE, BY, USE, RIVAL, MORE = "→ see ", "— ", "→ ", "≠ rival: ", "→ and {} more"
"""What stands before the words of a chip, and in the lines at the foot of a box."""
_BEFORE_BADGE = 6
_SIDES = tuple(Side)


class Boxes:
    """Draws the statements of one map in one style, whose theme may be another than the style names."""

    def __init__(self, view: View, look: Style, theme: Theme | None = None) -> None:
        self._map = view.map
        self._theme = theme = theme or style.THEMES[look.theme]
        self._colours = Colours(view, look, theme)
        self._findings = view.findings
        self._show = frozenset(look.show)
        self._tags = _IN_TOULMIN if look.style == "toulmin" else _TAGS
        self._compact = look.style == "compact"
        self._chip_outline = Outline(theme.greyed.line) if look.style == "arrows" else None
        self._greyed = Tone(theme.muted, theme.background)

    def panel(self, item: Box | Chip, room: int) -> Panel:
        """A box or a chip whose lines may be as wide as ``room``."""
        return self._chip(item, room) if isinstance(item, Chip) else self._box(item, room)

    def _chip(self, chip: Chip, room: int) -> Panel:
        tone = self._greyed if chip.greyed else self._colours.side(chip.side)
        see = f"{style.SIDE_SIGNS[chip.side]}\u00a0{SEE}{chip.statement.title}"
        see += f", page {chip.page}" if chip.page else ""
        if self._findings:
            see += f" ({briefly(self._findings, chip.statement.id)})"
        words = (Words(see, style.BODY, tone.line, bold=True),)
        told = f"see {chip.statement.text}"
        return Panel(words, room, 5, None, self._chip_outline, tooltip=told, refers=chip.statement.id)

    def tone(self, box: Box) -> Tone:
        """The colours of a box."""
        if box.greyed:
            return self._greyed
        return self._theme.thesis if box.role == "thesis" else self._colours.tone(box.statement, box.sides)

    def _box(self, box: Box, room: int) -> Panel:
        s, theme, tone = box.statement, self._theme, self.tone(box)
        thesis, possible = box.role == "thesis", box.role == "possible"
        inverted = thesis and not box.greyed
        status = self.status(box)
        is_muted = possible or box.greyed or status == "rejected"
        ink = tone.line if inverted else theme.muted if is_muted else theme.text
        muted = tone.line if inverted else theme.muted
        words = self._title(box, tone, ink) if self._compact else self._words(box, tone, ink, muted)
        mark = None
        if status is not None and not self._compact:
            mark = self._badge(box, tone, room)
            tag = words[: Panel(tuple(words), room, 0).first_line] if "tag" in self._show else []
            needs = sum(width(w.text, w.size, w.bold) for w in tag) + _BEFORE_BADGE + mark.width
            if not tag or needs > room:  # the badge has a line of its own
                words.insert(0, Words("\u00a0", style.TAG, tone.line))
        if box.more:
            words.append(Words(box.more, style.SMALL, tone.line, bold=True))
        fill = theme.background if possible or (status == "rejected" and not inverted) else tone.fill
        dash = "dotted" if possible else "dashed" if s.implicit else ""
        line = theme.greyed.line if box.greyed else tone.fill if thesis else tone.line
        outline = Outline(line, s.kind != "evidence", dash)
        address = link(s.url) or path(box.goes_to)
        return Panel(tuple(words), room, 6, fill, outline, s.id, self.tooltip(s), address, badge=mark)

    def status(self, box: Box) -> str | None:
        """What has become of a statement, empty where the semantics has no word for it.

        None where nothing is to be said: without an evaluation, and of a possibility, which a dotted box shows as one.
        """
        if self._findings is None:
            return None
        found = self._findings.statements[box.statement.id]
        if box.role == "possible" and found.status in ("rejected", None):
            return None
        return found.status or ""

    def _badge(self, box: Box, tone: Tone, room: int) -> Badge:
        """The badge of a statement, in short where there is no room for the word."""
        assert self._findings is not None
        full, short = badge(self._findings, box.statement.id)
        status = self.status(box)
        inverted = box.role == "thesis" and not box.greyed
        is_filled = status == "accepted"
        ink = (tone.fill if inverted else self._theme.background) if is_filled else tone.line
        outline = Outline(tone.line, False, "dashed" if status == "undecided" else "")
        mark = Badge(full, ink, tone.line if is_filled else None, outline)
        return mark if mark.width <= room else mark._replace(text=short)

    def _title(self, box: Box, tone: Tone, ink: str) -> list[Words]:
        """The title alone, with the sign of the side."""
        signs = [Words("●", style.TAG, tone.line, bold=True, flowing=False)] if box.role == "thesis" else []
        signs = signs or self._signs(box)
        status = self.status(box)
        if status is not None and self._findings:
            found = badge(self._findings, box.statement.id)[1]
            signs.append(Words(f"\u00a0{found}", style.TAG, tone.line, bold=True, flowing=False))
        possible = box.role == "possible"
        title = Words(box.statement.title, style.BODY, ink, not possible, possible, struck=status == "rejected")
        return [*signs, Words("\u00a0", style.TAG, ink, flowing=False), title]

    def _words(self, box: Box, tone: Tone, ink: str, muted: str) -> list[Words]:
        """All that a box is to show, one below the other; never nothing."""
        s, show = box.statement, self._show
        title, body = (style.THESIS_TITLE, style.THESIS_BODY) if box.role == "thesis" else (style.TITLE, style.BODY)
        words = self.tag(box, tone) if "tag" in show else []
        label = s.label if "label" in show else None
        if label:
            words.append(Words(label, title, ink, bold=True, struck=self.status(box) == "rejected"))
        if "text" in show or (not label and "id" not in show):
            words.append(Words(s.text, body, ink, italic=box.role == "possible"))
        if s.by and "speaker" in show:
            words.append(Words(f"{BY}{s.by}", style.SMALL, muted, bold=True))
        if s.citations and "source" in show and not box.greyed:
            words.append(Words("; ".join([self.place(c) for c in s.citations]), style.SMALL, muted, italic=True))
        if s.note and "note" in show and not box.greyed:
            words.append(Words(f"Note: {s.note}", style.SMALL, muted))
        if "id" in show:
            words.append(Words(f"id: {s.id}", style.SMALL, muted))
        return words if box.greyed else [*words, *self._bearings(box, ink)]

    def listed(self, box: Box) -> tuple[Words, ...]:
        """What a list of the statements says of one: as much as its box would, on the ground of the picture."""
        theme = self._theme
        tone = Tone(theme.text, theme.background) if box.role == "thesis" else self.tone(box)
        status = self.status(box)
        ink = theme.muted if box.greyed or box.role == "possible" or status == "rejected" else theme.text
        words = self._words(box, tone, ink, theme.muted)
        if "tag" not in self._show and box.role != "thesis":  # colour alone would say whom it helps
            words = [*self._signs(box), Words("\u00a0", style.TAG, ink, flowing=False), *words]
        if status is not None and self._findings:
            words.append(Words(badge(self._findings, box.statement.id)[0], style.SMALL, ink, bold=True))
        if box.more:
            words.append(Words(box.more, style.SMALL, theme.muted, bold=True))
        return tuple(words)

    def _bearings(self, box: Box, ink: str) -> list[Words]:
        """What else a statement bears on, and its rivals."""
        lines = [f"{USE}{word}: {about}" for word, about in box.uses[:MOST_USES]]
        if len(box.uses) > MOST_USES:
            lines.append(MORE.format(len(box.uses) - MOST_USES))
        if box.rivals:
            lines.append(f"{RIVAL}{', '.join(box.rivals)}")
        return [Words(line, style.SMALL, ink, bold=True) for line in lines]

    def tag(self, box: Box, tone: Tone) -> list[Words]:
        """Whom a statement helps, as a sign that needs no colour, and what it does."""
        name = self._tags[box.role]
        if self._tags is _TAGS and box.role not in ("thesis", "position", "cut", "possible"):
            name = "EVIDENCE" if box.statement.kind == "evidence" else "UNSTATED" if box.statement.implicit else name
        if box.role == "thesis":
            return [Words(f"● {name}", style.TAG, tone.line, bold=True)]
        signs = self._signs(box)
        if said := self._colours.said(box.statement):
            name = f"{name} · {said}"
        return [*signs, Words(f"\u00a0{name}".replace(" ", "\u00a0"), style.TAG, tone.line, bold=True)]

    def _signs(self, box: Box) -> list[Words]:
        """The sign of each side that a statement helps."""
        return [self._sign(side, box.greyed) for side in _SIDES if side in box.sides]

    def _sign(self, side: Side, greyed: bool) -> Words:
        """The sign of a side: up for the thesis, down against it."""
        tone = self._greyed if greyed else self._colours.side(side)
        return Words(style.SIDE_SIGNS[side], style.TAG, tone.line, bold=True, flowing=False)

    def place(self, citation: Citation) -> str:
        """A citation in few words: the place alone when the map has one source."""
        if citation.at and len(self._map.sources) == 1:
            return citation.at
        title = self._map.source(citation.source).title
        name = title if len(title) <= 32 else citation.source
        return f"{name}, {citation.at}" if citation.at else name

    def tooltip(self, s: Statement) -> str:
        """The whole statement, with its quotes."""
        quotes = [f"“{c.quote}”" for c in s.citations if c.quote]
        by = [f"— {s.by}"] if s.by else []
        found = [f"({briefly(self._findings, s.id)})"] if self._findings else []
        return " ".join([s.text, *by, *quotes, *found])

    def step_tooltip(self, argument: Argument) -> str:
        """What a bar means, with the scheme and the warrant of its step."""
        means = {"for": "supports", "against": "speaks against", "undercuts": "breaks the step"}[argument.direction]
        scheme = [f"({argument.scheme})"] if argument.scheme else []
        warrant = [f"since {argument.warrant}"] if argument.warrant else []
        return " ".join([means, *scheme, *warrant, *([f"({fate})"] if (fate := self.fate(argument)) else [])])

    def fate(self, argument: Argument) -> str:
        """What has become of a step, in a word or two; empty without an evaluation."""
        if self._findings is None:
            return ""
        found = self._findings.arguments[argument.id]
        return found.status or f"strength {found.strength or 0:.2f}"
