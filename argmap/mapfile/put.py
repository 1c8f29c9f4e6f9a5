"""How the values of a map are put on a new page: mappings in their order, numbers, names, citations in short."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from argmap.mapfile.order import order_of, rank
from argmap.mapfile.places import Place
from argmap.mapfile.scalars import LINE, Text, columns, inline
from argmap.mapfile.sheet import Block, Entry, listed
from argmap.model import Citation

SHORT = 72
"""Columns that a bare text may have to stand on the line of its key."""


def mapping(values: Mapping[str, Text | Block | None], place: Place) -> Block | None:
    """The entries that there are, in their order; None when there are none. Lists of items stay in the order given."""
    ranks = order_of(place)
    ranks |= dict.fromkeys(ranks.keys() & {"unless"}, ranks.get("but", 0))
    entries = [Entry(value, Text(key)) for key, value in values.items() if value is not None]
    entries.sort(key=lambda e: rank(ranks, e.key.value if e.key else ""))
    return Block(True, entries) if entries else None


def alone(items: list[Text | Block]) -> Text | None:
    """The one short bare text that needs no dash."""
    first = items[0]
    is_alone = len(items) == 1 and isinstance(first, Text) and "\n" not in first.value
    return first if is_alone and isinstance(first, Text) and columns(first.value) <= SHORT else None


def setting(value: Any) -> Text | Block:
    """A setting of a style."""
    if isinstance(value, (tuple, list)):
        return listed(*[Text(word) for word in value], flow=True)
    return Text(str(value).lower() if isinstance(value, bool) else str(value))


def names(ids: Iterable[str]) -> Block:
    """A list of names, in brackets."""
    return listed(*map(Text, ids), flow=True)


def choice(value: str | None) -> Text | None:
    """One of the words of a key."""
    return None if value is None else Text(str(value))


def number(value: float | None) -> Text | None:
    """A number without an exponent."""
    if value is None:
        return None
    shown = format(Decimal(repr(float(value))), "f")
    return Text(shown.rstrip("0").rstrip(".") if "." in shown else shown)


def is_unicode(text: str) -> bool:
    """Whether a text has no half of a character."""
    return not any("\ud800" <= letter <= "\udfff" for letter in text)


def is_simple(values: list[Any]) -> bool:
    """Whether a list of texts reads well in brackets."""
    is_short = all(isinstance(v, str) and "\n" not in v for v in values)
    return is_short and sum(columns(inline(Text(v))) + 2 for v in values) <= LINE // 2


def is_short(c: Citation, with_quote: bool = False) -> bool:
    """Whether a citation can be written as a key and a place."""
    if (c.before, c.after, c.credibility) != (None, None, None) or c.extra or (c.quote is not None and not with_quote):
        return False
    return c.at is None or (bool(c.at) and ";" not in c.at and c.at == c.at.strip() and is_unicode(c.at))


def cited(c: Citation) -> str:
    """A citation in short: the key of its source, and the place."""
    return c.source if c.at is None else f"{c.source}, {c.at}"
