"""Sentences joined to others: what keeps its capital letter, and what ends with which stop."""

from __future__ import annotations

import re
from functools import cached_property

from argmap.model import ArgumentMap, Statement

_WORDS = (
    "a an the this that these those it its they their there what who whoever whatever when whenever where while "
    "if in on at by for from with without no not nobody nothing none one two three some most many few every each "
    "all any both either neither such only once as since because although until unless"
)
_SMALL = frozenset(_WORDS.split())
"""Words that are never names."""


class Wording:
    """Knows from a map's own texts which words are written small inside a sentence."""

    def __init__(self, m: ArgumentMap) -> None:
        self._texts = [s.text for s in m.statements] + [a.warrant for a in m.arguments if a.warrant]

    @cached_property
    def _small(self) -> set[str]:
        """The words that stand small somewhere; many maps never ask."""
        return {word for word in set(re.findall(r"\w+", "\n".join(self._texts))) if word.islower()}

    def continued(self, sentence: str, small: bool = True) -> str:
        """A sentence as the continuation of another, without its stop.

        It begins small when its first word is one that is never a name, or stands small elsewhere in the map; names
        cannot be told from other words, so that in doubt the capital stays. Without ``small`` it always does.
        """
        sentence = flat(sentence)
        first = re.match(r"\w+", sentence)
        if small and first and (first[0].lower() in _SMALL or first[0].lower() in self._small):
            sentence = sentence[0].lower() + sentence[1:]
        return sentence[:-1] if sentence.endswith(".") and not sentence.endswith("..") else sentence


def flat(text: str) -> str:
    """A text in one line, with one space between words."""
    return " ".join(text.split())


def heading(s: Statement) -> str:
    """The label of a statement as a sentence, nothing where its text begins with the same words."""
    label = stopped(s.label) if s.label else ""
    return "" if s.text.casefold().startswith(label.rstrip(".").casefold()) else label


def stopped(sentence: str) -> str:
    """A sentence with a full stop, unless it ends with a stop of its own."""
    sentence = flat(sentence)
    return sentence if re.search(r"[.!?…][\"'”’)\]]*$", sentence) else sentence + "."
