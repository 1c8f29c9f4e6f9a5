"""How a map is to be drawn: the settings of its style, one frozen value with a default for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import field, fields_dict, frozen

from argmap.naming import nearest

CHOICES: Mapping[str, tuple[str, ...]] = {
    "style": ("bars", "compact", "arrows", "tree", "toulmin"),
    "theme": ("light", "dark", "print"),
    "direction": ("LR", "TB", "BT", "RL"),
    "colour-by": ("stance", "kind", "tag"),
    "show": ("tag", "label", "text", "speaker", "source", "note", "id"),
}
"""The words that settings may hold."""

_DIRECTIONS = {"tree": "BT", "toulmin": "RL"}
"""Where pictures run that textbooks print otherwise than from left to right: the conclusion at the bottom, or right."""

_SHOWN = ("label", "text", "speaker", "source")
"""What is usually shown of a statement; boxes have a tag before it."""

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
        raise ValueError(f"{attribute.name.replace('_', '-')} is true or false, not {value!r}")


def _words(given: str | Iterable[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


@frozen
class Style:
    """The settings of a style.

    ``style`` is bars (each argument a bar with its premises), compact (the same with titles alone), arrows (boxes, and
    arrows between them), tree (numbered circles with a list, after M. C. Beardsley, "Practical Logic", 1950, and J. B.
    Freeman, "Dialectics and the Macrostructure of Arguments", 1991) or toulmin (one argument as in S. Toulmin, "The
    Uses of Argument", 1958). ``theme`` is light, dark or print; ``direction`` says where the picture runs from the
    thesis: LR (to the right), TB (down), BT or RL; unless given, LR, but BT for a tree and RL for toulmin.
    ``colour_by`` is what the colours of boxes say: stance (the side), kind or tag; ``key`` whether a key explains them.
    ``show`` names what boxes hold (the list of a tree has no tags unless told), ``wrap`` is the width of their text in
    points; ``edge_words`` whether arrows say what they do. Raises ValueError for anything else, with the nearest word.
    """

    style: str = field(default="bars", validator=_one_of)
    theme: str = field(default="light", validator=_one_of)
    direction: str = field(validator=_one_of)
    colour_by: str = field(default="stance", validator=_one_of)
    key: bool = field(default=True, validator=_is_truth)
    show: tuple[str, ...] = field(converter=_words, validator=_all_of)
    wrap: int = field(default=WRAP, validator=_is_wide)
    edge_words: bool = field(default=False, validator=_is_truth)

    @direction.default
    def _usual_direction(self) -> str:
        return _DIRECTIONS.get(self.style, "LR")

    @show.default
    def _usual_show(self) -> tuple[str, ...]:
        return _SHOWN if self.style == "tree" else ("tag", *_SHOWN)

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
