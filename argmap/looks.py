"""How a map is to be drawn: the settings of its style, one frozen value with a default for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import field, fields_dict, frozen

from argmap.naming import nearest

CHOICES: Mapping[str, tuple[str, ...]] = {
    "style": ("bars", "compact"),
    "theme": ("light", "dark", "print"),
    "direction": ("LR", "TB", "BT", "RL"),
    "colour-by": ("stance", "kind", "tag"),
    "show": ("tag", "label", "text", "speaker", "source", "note", "id"),
}
"""The words that settings may hold."""

WRAP = 190
"""The usual width of the text in a box, in points."""
NARROWEST, WIDEST = 100, 600
"""The least and the greatest width that can be asked for: room for two words, and a line too long to read."""


def _one_of(_: Any, attribute: Any, word: str) -> None:
    name = attribute.name.replace("_", "-")
    _check(name, word)


def _all_of(_: Any, attribute: Any, words: tuple[str, ...]) -> None:
    for word in words:
        _check(attribute.name, word)


def _check(name: str, word: str) -> None:
    known = CHOICES[name]
    if word not in known:
        near = nearest(word, known) if isinstance(word, str) else None
        hint = f"did you mean `{near}`?" if near else f"there are {', '.join(known)}"
        raise ValueError(f"{name} has no `{word}`; {hint}")


def _is_wide(_: Any, __: Any, number: int) -> None:
    if isinstance(number, bool) or not isinstance(number, int) or not NARROWEST <= number <= WIDEST:
        raise ValueError(f"wrap is a whole number of points from {NARROWEST} to {WIDEST}, not {number!r}")


def _is_truth(_: Any, attribute: Any, value: bool) -> None:
    if not isinstance(value, bool):
        raise ValueError(f"{attribute.name} is true or false, not {value!r}")


def _words(given: str | Iterable[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


@frozen
class Style:
    """The settings of a style.

    ``style`` is bars (each argument a bar with its premises) or compact (the same with titles alone). ``theme`` is
    light, dark or print; ``direction`` says where the picture runs from the thesis: LR (to the right), TB (down), BT or
    RL. ``colour_by`` is what the colours of boxes say: stance (the side), kind or tag; ``key`` whether a key explains
    them. ``show`` names what boxes hold, ``wrap`` is the width of their text in points. Raises ValueError for anything
    else, with the nearest word.
    """

    style: str = field(default="bars", validator=_one_of)
    theme: str = field(default="light", validator=_one_of)
    direction: str = field(default="LR", validator=_one_of)
    colour_by: str = field(default="stance", validator=_one_of)
    key: bool = field(default=True, validator=_is_truth)
    show: tuple[str, ...] = field(
        default=("tag", "label", "text", "speaker", "source"), converter=_words, validator=_all_of
    )
    wrap: int = field(default=WRAP, validator=_is_wide)

    @property
    def is_upright(self) -> bool:
        """Whether the picture runs down or up."""
        return self.direction in ("TB", "BT")

    @classmethod
    def of(cls, *settings: Mapping[str, Any]) -> Style:
        """The style of settings as they are written (``colour-by``); of two for the same, the later counts.

        Raises ValueError for a name or a value that is none.
        """
        known = {name.replace("_", "-"): name for name in fields_dict(cls)}
        given: dict[str, Any] = {}
        for name, value in (pair for one in settings for pair in one.items()):
            if name not in known:
                near = nearest(name, known)
                hint = f"did you mean `{near}`?" if near else f"there are {', '.join(known)}"
                raise ValueError(f"`{name}` is no setting of a style; {hint}")
            given[known[name]] = value
        return cls(**given)
