"""The boxes and chips of a picture: what stands in them, in which order, in which colours."""

from __future__ import annotations

from argmap.model import Argument, ArgumentMap, Citation, Side, Statement
from argmap.render import style
from argmap.render.blocks import Outline, Panel, Words
from argmap.render.picture import Box, Chip
from argmap.render.style import Theme, Tone

_TAGS = {
    "thesis": "THESIS", "position": "POSITION", "claim": "CLAIM", "reason": "REASON", "objection": "OBJECTION",
    "rebuttal": "REBUTTAL", "cut": "BREAKS THE STEP", "possible": "MIGHT BREAK THE STEP",
}  # fmt: skip
MOST_USES = 3
"""How many other places of a statement its box names."""
SEE, BY, USE, RIVAL, MORE = "→ see ", "— ", "→ ", "≠ rival: ", "→ and {} more"
"""What stands before the words of a chip, and in the lines at the foot of a box."""
_SIDES = tuple(Side)


class Boxes:
    """Draws the statements of one map in one theme."""

    def __init__(self, m: ArgumentMap, theme: Theme) -> None:
        self._map = m
        self._theme = theme

    def panel(self, item: Box | Chip, room: int) -> Panel:
        """A box or a chip whose lines may be as wide as ``room``."""
        return self._chip(item, room) if isinstance(item, Chip) else self._box(item, room)

    def _chip(self, chip: Chip, room: int) -> Panel:
        tone = self._side_tone(chip.side)
        see = f"{style.SIDE_SIGNS[chip.side]}{SEE}{chip.statement.title}"
        words = (Words(see, style.BODY, tone.line, bold=True),)
        return Panel(words, room, 5, tooltip=f"see {chip.statement.text}")

    def tone(self, box: Box) -> Tone:
        """The colours of a box."""
        if box.role == "thesis":
            return self._theme.thesis
        if len(box.sides) > 1:
            return self._theme.both
        (side,) = box.sides
        return self._side_tone(side)

    def _side_tone(self, side: Side) -> Tone:
        return self._theme.helps if side is Side.FOR else self._theme.opposes

    def _box(self, box: Box, room: int) -> Panel:
        s, theme, tone = box.statement, self._theme, self.tone(box)
        thesis, possible = box.role == "thesis", box.role == "possible"
        ink = tone.line if thesis else theme.muted if possible else theme.text
        muted = tone.line if thesis else theme.muted
        title, body = (style.THESIS_TITLE, style.THESIS_BODY) if thesis else (style.TITLE, style.BODY)
        words = self.tag(box, tone)
        if s.label:
            words.append(Words(s.label, title, ink, bold=True))
        words.append(Words(s.text, body, ink, italic=possible))
        if s.by:
            words.append(Words(f"{BY}{s.by}", style.SMALL, muted, bold=True))
        if s.citations:
            words.append(Words("; ".join(self.place(c) for c in s.citations), style.SMALL, muted, italic=True))
        for word, about in box.uses[:MOST_USES]:
            words.append(Words(f"{USE}{word}: {about}", style.SMALL, ink, bold=True))
        if len(box.uses) > MOST_USES:
            words.append(Words(MORE.format(len(box.uses) - MOST_USES), style.SMALL, ink, bold=True))
        if box.rivals:
            words.append(Words(f"{RIVAL}{', '.join(box.rivals)}", style.SMALL, ink, bold=True))
        fill = theme.background if possible else tone.fill
        dash = "dotted" if possible else "dashed" if s.implicit else ""
        outline = Outline(tone.fill if thesis else tone.line, s.kind != "evidence", dash)
        return Panel(tuple(words), room, 6, fill, outline, s.id, self.tooltip(s), link(s.url))

    def tag(self, box: Box, tone: Tone) -> list[Words]:
        """Whom a statement helps, as a sign that needs no colour, and what it does."""
        name = _TAGS[box.role]
        if box.role not in ("thesis", "position", "cut", "possible"):
            name = "EVIDENCE" if box.statement.kind == "evidence" else "UNSTATED" if box.statement.implicit else name
        if box.role == "thesis":
            return [Words(f"● {name}", style.TAG, tone.line, bold=True)]
        signs = [self._sign(side) for side in _SIDES if side in box.sides]
        return [*signs, Words(f"\u00a0{name}".replace(" ", "\u00a0"), style.TAG, tone.line, bold=True)]

    def _sign(self, side: Side) -> Words:
        """The sign of a side: up for the thesis, down against it."""
        return Words(style.SIDE_SIGNS[side], style.TAG, self._side_tone(side).line, bold=True, flowing=False)

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
        return " ".join([s.text, *by, *quotes])

    def step_tooltip(self, argument: Argument) -> str:
        """What a bar means, with the scheme and the warrant of its step."""
        means = {"for": "supports", "against": "speaks against", "undercuts": "breaks the step"}[argument.direction]
        scheme = [f"({argument.scheme})"] if argument.scheme else []
        warrant = [f"since {argument.warrant}"] if argument.warrant else []
        return " ".join([means, *scheme, *warrant])


def link(url: str | None) -> str | None:
    """The address of a link that a picture may carry: web and mail, never a script."""
    return url if url and url.lower().startswith(("https://", "http://", "mailto:")) else None
