"""A map and what is shown of it, with marks where something was left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from attrs import field, frozen

from argmap.model import ArgumentMap
from argmap.selection.findings import Findings


class Mark(NamedTuple):
    """How much is left out at one place: statements that are not shown at all, and references to others.

    ``goes_to`` says where it is shown instead, such as the name of a file.
    """

    statements: int = 0
    references: int = 0
    goes_to: str | None = None

    def __str__(self) -> str:
        """In a few words: "+37 more"."""
        number = self.statements or self.references
        told = (
            f"+{number:,} more" if self.statements else f"+{number:,} reference{'s' * (number > 1)}" if number else ""
        )
        return f"{told} → {self.goes_to}".lstrip() if self.goes_to else told


@frozen
class View:
    """What is shown of a map.

    ``map`` is the part that is shown, a map of its own whose statements have the sides that they have in ``whole``.
    ``greyed`` holds the ids of statements that only lead up to what was asked for. ``marks`` tells by the id of a
    statement what is left out below it, and by the id of an argument which of its premises and undercutters are, with
    all below them; ``elsewhere`` counts what hangs on no shown place. All marks together count every statement that is
    not shown exactly once. ``about`` says in words what was asked for, ``links`` how cross references are shown;
    ``findings`` are those of an evaluation that is to be seen, ``focus`` is the statement or argument whose branch was
    asked for.
    """

    whole: ArgumentMap
    map: ArgumentMap
    greyed: frozenset[str] = frozenset()
    marks: Mapping[str, Mark] = field(factory=dict)
    elsewhere: Mark = Mark()
    about: str = ""
    links: str = "chips"
    findings: Findings | None = None
    focus: str | None = None

    @property
    def is_part(self) -> bool:
        """Whether anything of the map is left out or greyed."""
        return self.map is not self.whole

    def mark(self, id: str) -> str:
        """What to say at the place of a statement or an argument of what is left out there; empty for nothing."""
        return str(self.marks.get(id, ""))

    def is_greyed(self, argument: str) -> bool:
        """Whether a step that is shown only leads up to what was asked for: all of its premises do."""
        premises = self.map.argument(argument).premises
        return bool(premises) and all(p.statement in self.greyed for p in premises)

    def told(self) -> str:
        """How much is shown, in a line for people: "12 of 148 statements: the branch of …"; empty for a whole map."""
        if not self.is_part:
            return ""
        shown, all_of = len(self.map.statements), len(self.whole.statements)
        number = f"{shown:,} of {all_of:,} statements" if shown < all_of else f"all {all_of:,} statements"
        return f"{number}: {self.about}" if self.about else number

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        """How a notebook shows it: as a map."""
        from argmap.render import in_notebook

        return in_notebook(self)


Shown = ArgumentMap | View
"""What can be drawn and told: a map, or what is shown of it."""


def viewed(m: Shown) -> View:
    """A map as the view of all of it; a view as itself."""
    return m if isinstance(m, View) else View(m, m)
