"""Walton's argumentation schemes, in our own words: premises, conclusion, and critical questions, family by family."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from argmap.naming import nearest
from argmap.schemes.actions import ACTIONS
from argmap.schemes.cases import CASES
from argmap.schemes.causes import CAUSES
from argmap.schemes.persons import PERSONS
from argmap.schemes.rules import RULES
from argmap.schemes.scheme import GENERIC_ROLES, Question, Role, Scheme
from argmap.schemes.sources import SOURCES

__all__ = ["FAMILIES", "GENERIC_ROLES", "SCHEMES", "Question", "Role", "Scheme", "meant"]

FAMILIES: Mapping[str, tuple[Scheme, ...]] = MappingProxyType(
    {
        "What people say and do": SOURCES,
        "Other cases, wholes and parts": CASES,
        "Causes and evidence": CAUSES,
        "Rules and words": RULES,
        "What to do": ACTIONS,
        "Who argues": PERSONS,
    }
)
"""The schemes by what they rest on."""

SCHEMES: Mapping[str, Scheme] = MappingProxyType({s.name: s for family in FAMILIES.values() for s in family})
"""Every scheme by its name, in the order of the reference."""


def meant(name: str) -> Scheme | None:
    """The scheme that somebody means who writes a name: by its name, another name, a part of it, or misspelt.

    None when nothing is near. The words "argument from", with which most names begin, make no two of them alike.
    """
    stem, stems = _stem(name), _stems()
    if stem in stems:
        return stems[stem]
    part_of = sorted((other for other in stems if f"-{stem}-" in f"-{other}-"), key=len)
    near = part_of[0] if part_of else nearest(stem, stems)
    return stems[near] if near else None


@cache
def _stems() -> dict[str, Scheme]:
    """What tells each name from others, with the scheme that has it."""
    return {_stem(name): s for s in SCHEMES.values() for name in (*s.also, s.name)}


def _stem(name: str) -> str:
    """What tells a name from others, as it would be typed with care."""
    plain = re.sub(r"[\W_]+", "-", name.casefold()).strip("-")
    plain = re.sub(r"^(the-)?(argument|appeal|reasoning|inference)-(from|to|by)(-|$)", "", plain)
    return re.sub(r"-(argument|scheme)$", "", re.sub(r"(^|-)(an?|the)-", r"\1", plain))
