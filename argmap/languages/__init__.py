"""The words with which outlines join statements, one module for each language, and the one table of them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from argmap.languages.english import ENGLISH
from argmap.languages.german import GERMAN
from argmap.languages.language import Language, Prose, Relation

__all__ = ["ENGLISH", "GERMAN", "LANGUAGES", "Language", "Prose", "Relation", "is_known", "known_tag", "language_of"]

LANGUAGES: Mapping[str, Language] = {language.tag: language for language in (ENGLISH, GERMAN)}
"""Every language whose words argmap knows, by its tag."""


def language_of(tag: str | None) -> Language:
    """The language of a tag such as ``de-AT``; English where the tag is none, or one of another language."""
    return LANGUAGES.get(_main_part(tag), ENGLISH)


def is_known(tag: str | None) -> bool:
    """Whether argmap knows the words of the language that a tag names; a map without a tag has English ones."""
    return not tag or _main_part(tag) in LANGUAGES


def _main_part(tag: str | None) -> str:
    return (tag or "").strip().replace("_", "-").split("-")[0].casefold()


_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def known_tag(said: str | None) -> str | None:
    """The tag of a language as web pages and word processors take it; None for what is no such tag."""
    return said if said and _TAG.fullmatch(said) else None
