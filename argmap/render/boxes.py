"""The boxes and chips of a picture: what stands in them, in which colours."""

from __future__ import annotations

from argmap.model import Argument, ArgumentMap, Citation, Side, Statement
from argmap.render import style
from argmap.render.labels import cell, lines, table
from argmap.render.picture import Box, Chip
from argmap.render.style import Theme, Tone

_TAGS = {
    "thesis": "THESIS", "position": "POSITION", "claim": "CLAIM", "reason": "REASON", "objection": "OBJECTION",
    "rebuttal": "REBUTTAL", "cut": "BREAKS THE STEP", "possible": "MIGHT BREAK THE STEP",
}  # fmt: skip
_MOST_USES = 3


class Boxes:
    """Draws the statements of one map in one theme."""

    def __init__(self, m: ArgumentMap, theme: Theme) -> None:
        self._map = m
        self._theme = theme
        self._ports = {s.id: f"s{n}" for n, s in enumerate(m.statements, 1)}

    def port(self, statement: str) -> str:
        """The name by which a line finds the box of a statement."""
        return self._ports[statement]

    def placed(self, item: Box | Chip, room: int) -> str:
        """The cell of a box, with its port, or of a chip."""
        if isinstance(item, Chip):
            return self._chip(item, room)
        return cell(self._box(item, room), PORT=self.port(item.statement.id), ALIGN="LEFT", VALIGN="TOP")

    def _chip(self, chip: Chip, room: int) -> str:
        tone = self._side_tone(chip.side)
        text = lines(
            f"{style.SIDE_SIGNS[chip.side]}→ see {chip.statement.title}", room, style.BODY, tone.line, bold=True
        )
        tooltip = f"see {chip.statement.text}"
        return cell(text, WIDTH=room + 14, CELLPADDING=5, ALIGN="LEFT", BALIGN="LEFT", TOOLTIP=tooltip)

    def _tone(self, box: Box) -> Tone:
        if box.role == "thesis":
            return self._theme.thesis
        if len(box.sides) > 1:
            return self._theme.both
        (side,) = box.sides
        return self._side_tone(side)

    def _side_tone(self, side: Side) -> Tone:
        return self._theme.helps if side is Side.FOR else self._theme.opposes

    def _box(self, box: Box, room: int) -> str:
        s, theme, tone = box.statement, self._theme, self._tone(box)
        thesis, possible = box.role == "thesis", box.role == "possible"
        ink = tone.line if thesis else theme.muted if possible else theme.text
        muted = tone.line if thesis else theme.muted
        title, body = (style.THESIS_TITLE, style.THESIS_BODY) if thesis else (style.TITLE, style.BODY)
        parts = [self._tag(box, room, tone)]
        if s.label:
            parts.append(lines(s.label, room, title, ink, bold=True))
        parts.append(lines(s.text, room, body, ink, italic=possible))
        if s.by:
            parts.append(lines(f"— {s.by}", room, style.SMALL, muted, bold=True))
        if s.citations:
            parts.append(lines("; ".join(self.place(c) for c in s.citations), room, style.SMALL, muted, italic=True))
        for word, about in box.uses[:_MOST_USES]:
            parts.append(lines(f"→ {word}: {about}", room, style.SMALL, ink, bold=True))
        if len(box.uses) > _MOST_USES:
            parts.append(lines(f"→ and {len(box.uses) - _MOST_USES} more", room, style.SMALL, ink, bold=True))
        if box.rivals:
            parts.append(lines(f"≠ rival: {', '.join(box.rivals)}", room, style.SMALL, ink, bold=True))
        fill = theme.background if possible else tone.fill
        content = cell("".join(parts), WIDTH=room + 14, ALIGN="LEFT", BALIGN="LEFT", VALIGN="TOP")
        return table(
            f"<TR>{content}</TR>",
            ID=f"statement-{s.id}",
            BORDER=1,
            STYLE=_outline(s, possible),
            COLOR=tone.fill if thesis else tone.line,
            BGCOLOR=fill,
            CELLPADDING=6,
            HREF=_link(s.url),
            TOOLTIP=self.tooltip(s),
        )

    def _tag(self, box: Box, room: int, tone: Tone) -> str:
        """Whom a statement helps, as a sign that needs no colour, and what it does."""
        words = _TAGS[box.role]
        if box.role not in ("thesis", "position", "cut", "possible"):
            words = "EVIDENCE" if box.statement.kind == "evidence" else "UNSTATED" if box.statement.implicit else words
        if box.role == "thesis":
            return lines(f"● {words}", room, style.TAG, tone.line, bold=True)
        icons = "".join(self._sign(side) for side in Side if side in box.sides)
        return icons + lines(f"\u00a0{words}".replace(" ", "\u00a0"), room, style.TAG, tone.line, bold=True)

    def _sign(self, side: Side) -> str:
        """The sign of a side: up for the thesis, down against it."""
        return lines(style.SIDE_SIGNS[side], 99, style.TAG, self._side_tone(side).line, bold=True, flowing=False)

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


def _outline(s: Statement, possible: bool) -> str | None:
    shape = [] if s.kind == "evidence" else ["ROUNDED"]
    shape += ["DOTTED"] if possible else ["DASHED"] if s.implicit else []
    return ",".join(shape) or None


def _link(url: str | None) -> str | None:
    """The address of a link that a picture may carry: web and mail, never a script."""
    return url if url and url.lower().startswith(("https://", "http://", "mailto:")) else None
