"""What the colours of boxes say: whom a statement helps, its kind, or its first tag."""

from __future__ import annotations

from argmap.looks import Style
from argmap.model import Side, Statement
from argmap.render import style
from argmap.render.style import Theme, Tone
from argmap.selection import View

_KINDS = ("claim", "counterclaim", "evidence")


class Colours:
    """The colours of the boxes of one view in one style, whose theme may be another than the style names."""

    def __init__(self, view: View, look: Style, theme: Theme | None = None) -> None:
        self._theme = theme = theme or style.THEMES[look.theme]
        self._by = look.colour_by
        tags = dict.fromkeys(tag for s in view.whole.statements if (tag := _first_tag(s)))
        names = {"stance": (), "kind": _KINDS, "tag": tuple(tags)}[look.colour_by]
        self._tones = dict(zip(names, theme.palette, strict=False))

    @property
    def are_of_sides(self) -> bool:
        """Whether colours say whom a statement helps."""
        return self._by == "stance"

    def side(self, side: Side) -> Tone:
        """The colour of a side; that of plain text where colours say something else."""
        if not self.are_of_sides:
            return self._theme.both
        return self._theme.helps if side is Side.FOR else self._theme.opposes

    def tone(self, s: Statement, sides: frozenset[Side]) -> Tone:
        """The colour of a box of a statement with its sides."""
        if not self.are_of_sides:
            return self._tones.get(self._name(s), self._theme.both)
        if len(sides) > 1:
            return self._theme.both
        (side,) = sides
        return self.side(side)

    def said(self, s: Statement) -> str:
        """What the colour of a box says, in words for its tag line, so that it is never said by colour alone."""
        return self._name(s).upper() if self._by == "tag" else ""

    def entries(self, statements: list[Statement]) -> list[tuple[Tone, str]]:
        """The colours that these statements have, with what they say; nothing where they tell sides."""
        if self.are_of_sides:
            return []
        used = {self._name(s) for s in statements}
        found = [(tone, name) for name, tone in self._tones.items() if name in used]
        if used - self._tones.keys():
            found.append((self._theme.both, "another tag, or none"))
        return found

    def _name(self, s: Statement) -> str:
        return s.kind if self._by == "kind" else _first_tag(s)


def _first_tag(s: Statement) -> str:
    """The first of its tags, down to the first stroke; empty where it has none."""
    return s.tags[0].split("/")[0] if s.tags else ""
