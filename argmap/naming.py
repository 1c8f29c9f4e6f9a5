"""Names for what has none, names told in short, and the name that was meant."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence

_LONGEST = 200
"""Characters that a word may have which somebody mistyped."""


class NameMaker:
    """Makes names: the first six words of a text in lower case joined by ``-``, and a number where that is taken."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._last: dict[str, int] = {}

    def take(self, name: str) -> None:
        """Never make that name."""
        self._taken.add(name)

    def name(self, text: str) -> str:
        """A name that nothing had until now."""
        words = re.findall(r"\w+", text[:400].lower().replace("'", "").replace("’", ""))[:6]
        stem = name = "-".join(words) or "statement"
        number = self._last.get(stem, 1)
        while name in self._taken:
            number += 1
            name = f"{stem}-{number}"
        self._last[stem] = number
        self._taken.add(name)
        return name


def step_name(number: int, taken: Container[str]) -> str:
    """A name for the step of that number that nothing else has."""
    name = f"step-{number}"
    while name in taken:
        name += "-"
    return name


def some_of(names: Sequence[str], most: int = 8) -> list[str]:
    """The first of many names, and how many more there are."""
    return list(names) if len(names) <= most else [*names[: most - 1], f"… ({len(names) - most + 1} more)"]


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is most like it, None when nothing is near."""
    if len(word) > _LONGEST:
        return None
    known = sorted(known)
    if same := [name for name in known if name.casefold() == word.casefold()]:
        return same[0]
    import difflib  # slow to import, and seldom needed

    found = difflib.get_close_matches(word, known, 1, 0.6)
    return found[0] if found else None
