"""Names for what has none, names told in short, and the name that was meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Container, Iterable, Sequence

_LONGEST = 200
"""Characters that a word may have which somebody mistyped."""
_MOST_COMPARED = 100_000
"""How often words of one file are compared with others."""


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


class Nearest:
    """Finds the most similar of many words, as `nearest` does, until the searches of one file have cost enough."""

    def __init__(self) -> None:
        self._compared = 0

    def __call__(self, word: str, known: Collection[str]) -> str | None:
        """The known word that is most like it; None when nothing is near, or the search would cost too much."""
        self._compared += len(known)
        return nearest(word, known) if self._compared < _MOST_COMPARED else None


_ARTICLE = re.compile(r"(?:the|an?|der|die|das|ein|eine) ")
_LEAST = 4
"""Letters of a word that may have been mistyped; shorter ones are soon somebody else's."""


def same_but_for_a_slip(one: str, other: str) -> bool:
    """Whether two names of people or bodies are most likely meant to be the same.

    Either their letters and digits are the same, but for capital letters, accents and an article in front; or all of
    their words are but one, in which one letter was mistyped, left out, put in or swapped with the next. Digits are
    never mistyped: ``witness 1`` is not ``witness 2``.
    """
    first, second = _plainly(one), _plainly(other)
    if first == second or "".join(first) == "".join(second):
        return bool(first)
    if len(first) != len(second):
        return False
    different = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    return len(different) == 1 and _is_mistyped(*different[0])


def _plainly(name: str) -> list[str]:
    """The words of a name in small letters without accents, and without an article in front."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return re.findall(r"[^\W_]+", _ARTICLE.sub("", bare.strip(), 1) if _ARTICLE.match(bare.strip()) else bare)


def _is_mistyped(one: str, other: str) -> bool:
    """Whether one slip makes one word the other."""
    short, long = sorted((one, other), key=len)
    if len(short) < _LEAST or len(long) - len(short) > 1 or not f"{one}{other}".isalpha():
        return False
    start = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    swapped = short[start + 1 : start + 2] + short[start : start + 1] + short[start + 2 :]
    return short[start + 1 :] == long[start + 1 :] or swapped == long[start:]
