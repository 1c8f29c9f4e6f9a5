"""Statements, numbers and lists as an evaluation writes them in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.model import Statement


def quoted(s: Statement) -> str:
    """A statement by its title, in quotation marks."""
    return f"“{' '.join(s.title.split()).removesuffix('.')}”"


def number(x: float | None) -> str:
    """A strength as people write it: at most three decimals."""
    return "unknown" if x is None else f"{x:.3f}".rstrip("0").rstrip(".")


def shown_of(number: int, most: int) -> int:
    """How many of a number of things are shown: as many as may be, or one more where that is all."""
    return number if number <= most + 1 else most


def listed(words: Sequence[str], comma: str = "") -> str:
    """Words as a list, with ``comma`` before the last "and"."""
    return f"{', '.join(words[:-1])}{comma} and {words[-1]}" if len(words) > 1 else "".join(words)


def capital(words: str) -> str:
    """Words at the beginning of a sentence."""
    return words[:1].upper() + words[1:]
