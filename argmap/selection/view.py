"""A map and what is shown of it, with marks where something was left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from attrs import field, frozen

from argmap.languages import ENGLISH, Language
from argmap.model import ArgumentMap
from argmap.selection.findings import Findings
from argmap.selection.wishes import Selection


class Mark(NamedTuple):
    """How much is left out at one place: statements that are not shown at all, and references to others.

    ``goes_to`` says where it is shown instead, such as the name of a file.
    """

    statements: int = 0
    references: int = 0
    goes_to: str | None = None

    def said(self, words: Language = ENGLISH) -> str:
        """In a few words: "+37 more"."""
        number = self.statements or self.references
        pattern = words.more if self.statements else words.one_more_reference if number == 1 else words.more_references
        told = pattern.format(f"{number:,}") if number else ""
        return f"{told} → {self.goes_to}".lstrip() if self.goes_to else told

    def __str__(self) -> str:
        """The same in English."""
        return self.said()


@frozen
class View:
    """What is shown of a map.

    ``map`` is the part that is shown, a map of its own whose statements have the sides that they have in ``whole``.
    ``greyed`` holds the ids of statements that only lead up to what was asked for. ``marks`` tells by the id of a
    statement what is left out below it, and by the id of an argument which of its premises and undercutters are, with
    all below them; ``elsewhere`` counts what hangs on no shown place. All marks together count every statement that is
    not shown exactly once. ``selection`` is what was asked for, ``links`` says how cross references are shown;
    ``findings`` are those of an evaluation that is to be seen, ``drawn`` says in words which part of it is drawn where
    that is less.
    """

    whole: ArgumentMap
    map: ArgumentMap
    greyed: frozenset[str] = frozenset()
    marks: Mapping[str, Mark] = field(factory=dict)
    elsewhere: Mark = Mark()
    selection: Selection | None = None
    links: str = "chips"
    findings: Findings | None = None
    drawn: str = ""

    @property
    def is_part(self) -> bool:
        """Whether anything of the map is left out or greyed."""
        return self.map is not self.whole

    @property
    def about(self) -> str:
        """What was asked for, or what of it is drawn, in words."""
        return self._about(ENGLISH)

    def mark(self, id: str, words: Language = ENGLISH) -> str:
        """What to say at the place of a statement or an argument of what is left out there; empty for nothing."""
        mark = self.marks.get(id)
        return mark.said(words) if mark else ""

    @property
    def focus(self) -> str | None:
        """The statement or argument whose branch was asked for."""
        return self.selection.focus if self.selection else None

    def is_greyed(self, argument: str) -> bool:
        """Whether a step that is shown only leads up to what was asked for: all of its premises do."""
        premises = self.map.argument(argument).premises if self.greyed else ()
        return bool(premises) and all(p.statement in self.greyed for p in premises)

    def told(self, words: Language = ENGLISH) -> str:
        """How much is shown, in a line for people: "12 of 148 statements: the branch of …"; empty for a whole map."""
        if not self.is_part:
            return ""
        shown, all_of = len(self.map.statements), len(self.whole.statements)
        part, whole = words.part.format(f"{shown:,}", f"{all_of:,}"), words.whole.format(f"{all_of:,}")
        number = part if shown < all_of else whole
        about = self._about(words)
        return words.shown.format(number, about) if about else number

    def _about(self, words: Language) -> str:
        return self.drawn or (self.selection.said(self.whole, words) if self.selection else "")

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        """How a notebook shows it: as a map."""
        from argmap.render import in_notebook

        return in_notebook(self)


Shown = ArgumentMap | View
"""What can be drawn and told: a map, or what is shown of it."""


def viewed(m: Shown) -> View:
    """A map as the view of all of it; a view as itself."""
    return m if isinstance(m, View) else View(m, m)
