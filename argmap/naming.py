"""Names for statements that have none."""

from __future__ import annotations

import re
from collections.abc import Iterable


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
