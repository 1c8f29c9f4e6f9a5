"""The order in which the keys of a map file stand."""

from __future__ import annotations

from argmap.mapfile import places
from argmap.mapfile.places import Place

OWN = "x-"
"""The place of the user's own keys."""

ITEM = (
    *("claim", "counterclaim", "evidence", "ref", "all"),
    *("id", "argument", "label", "by", "cite", "quote", "implicit", "tags", "note", "url"),
    *("confidence", "assume", "standard", "role", "answers", "warrant", "scheme", "qualifier", "strength", "weigh"),
    *(OWN, "unless", "because", "but"),
)
"""What the item is, what is said of it, what breaks its step, and last what argues for it or against it."""

MAP = (
    *("argmap", "title", "question", "author", "date", "language", "summary", "thesis"),
    *("style", OWN, "bibliography", "sources", "speakers", "given", "claims", "issues", "expect"),
)


def order_of(place: Place) -> dict[str, int]:
    """The rank of each key of a place; keys of the same rank keep the order in which they were typed."""
    if place is places.SOURCE:
        return {}
    names = MAP if place is places.MAP else ITEM if "claim" in place.fields else (*place.fields, OWN)
    ranks = {name: rank for rank, name in enumerate(names)}
    if "but" in ranks:
        ranks["but"] = ranks["because"]
    return ranks


def rank(ranks: dict[str, int], key: str) -> int:
    """The rank of a key."""
    return ranks.get(OWN if key.startswith("x-") else key, 0) if ranks else 0
