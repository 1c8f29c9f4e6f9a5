"""Texts as checks compare them: by their words alone."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+(?:['’]\w+)*")


def words(text: str) -> list[str]:
    """The words of a text, without punctuation."""
    return _WORD.findall(text)


def plain(text: str) -> str:
    """A text without what does not change its words: case, punctuation, the kinds of white space and apostrophe."""
    return " ".join(words(text.casefold().replace("’", "'")))


def is_english(language: str | None) -> bool:
    """Whether a map in that language may be looked through for English words; so may one that does not say."""
    return language is None or re.fullmatch(r"en([-_].*)?|english", language.strip().casefold()) is not None
