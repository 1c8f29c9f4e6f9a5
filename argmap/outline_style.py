"""How a map is to be told: the settings of an outline, one frozen value with a default for each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from argmap.languages import LANGUAGES
from argmap.naming import nearest

CHOICES: Mapping[str, tuple[str, ...]] = {
    "style": ("brief", "outline", "prose"),
    "numbering": ("running", "levels", "none"),
    "sides": ("words", "signs", "triangles"),
    "quotes": ("inline", "blocks"),
    "sources": ("inline", "footnotes", "endnotes"),
    "language": tuple(LANGUAGES),
}
"""The words that settings may hold."""


def _one_of(_: Any, attribute: Any, word: str | None) -> None:
    known = CHOICES[attribute.name]
    if word not in known and not (word is None and attribute.default is None):
        near = nearest(word, known) if isinstance(word, str) else None
        raise ValueError(
            f"{attribute.name} has no `{word}`; {f'did you mean `{near}`?' if near else _there_are(known)}"
        )


def _there_are(known: tuple[str, ...]) -> str:
    return f"there are {', '.join(known)}"


def _is_truth(_: Any, attribute: Any, value: bool) -> None:
    if not isinstance(value, bool):
        raise ValueError(f"{attribute.name} is true or false, not {value!r}")


@frozen
class OutlineStyle:
    """The settings of an outline; the options of `argmap outline` have the same names.

    ``style`` is brief (titles alone), outline (nested lines) or prose (connected sentences). ``numbering`` counts the
    statements in reading order (running: 1, 2, 3; as usual in outlines), by their places (levels: 1, 1.1, 1.1.2), or
    not at all (none; as usual in the other two styles).
    ``sides`` are told in words (because, but, unless), by the signs of pictures for what a step does (signs: +, −) or
    with the triangle of the side that a statement is on before the words (triangles: ▲, ▼). ``quotes`` stand inline or
    as blocks of their own, ``sources`` inline by their numbers, as footnotes of each part, or as endnotes. ``notes``
    and ``tags`` say whether those of statements and steps are told. ``language`` is the tag of the language of the
    words between the statements, that of the map unless given (and English where argmap does not know that).
    ``fragment`` asks for what stands inside another document, in formats that have a frame around it. Raises ValueError
    for anything else, with the nearest word.
    """

    style: str = field(default="outline", validator=_one_of)
    numbering: str | None = field(default=None, validator=_one_of)
    sides: str = field(default="words", validator=_one_of)
    quotes: str = field(default="inline", validator=_one_of)
    sources: str = field(default="inline", validator=_one_of)
    notes: bool = field(default=False, validator=_is_truth)
    tags: bool = field(default=False, validator=_is_truth)
    language: str | None = field(default=None, validator=_one_of)
    fragment: bool = field(default=False, validator=_is_truth)

    @property
    def numbers(self) -> str:
        """How statements are numbered in the end."""
        return self.numbering or ("running" if self.style == "outline" else "none")
