"""What of a map a semantics does not look at, as sentences for the reader."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from argmap.model import ArgumentMap
from argmap.naming import some_of

_USED: Mapping[str, Callable[[ArgumentMap], bool]] = {
    "confidence": lambda m: any(s.confidence is not None for s in m.statements),
    "strength": lambda m: any(a.strength is not None for a in m.arguments),
    "given": lambda m: m.given != "leaves",
    "standard": lambda m: any(s.standard for s in m.statements) or any(i.standard for i in m.issues),
    "weigh": lambda m: any(a.weigh != "linked" for a in m.arguments),
    "issues": lambda m: bool(m.issues),
}
"""For each key of the language that matters to some semantics, whether a map uses it."""


def overlooked(m: ArgumentMap, *keys: str) -> tuple[str, ...]:
    """A sentence with those of the keys that the map has, none where it has none of them.

    The keys are confidence, strength, given, standard, weigh and issues.
    """
    used = [f"`{key}`" for key in keys if _USED[key](m)]
    return (f"What the map says under {', '.join(used)} plays no part here.",) if used else ()


def possibilities(m: ArgumentMap) -> list[str]:
    """The premises of bare undercutters: possibilities that nobody asserts, in the order of the map."""
    return [a.premises[0].statement for a in m.arguments if a.target is not None and m.is_possibility(a)]


def possibilities_note(names: list[str]) -> tuple[str, ...]:
    """A sentence that possibilities break nothing, none where there are none."""
    return (f"Possibilities that nobody asserts break nothing: {', '.join(some_of(names))}.",) if names else ()
