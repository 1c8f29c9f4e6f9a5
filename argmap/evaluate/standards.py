"""Proof standards: by how much what speaks for a statement must outweigh what speaks against it."""

from __future__ import annotations

EQUAL = 1e-9
"""Weights that differ by no more are equal."""


def beats(x: float, y: float, standard: str) -> bool:
    """Whether a weight of ``x`` beats one of ``y``, both from 0 to 1, under a standard.

    After Gordon, Prakken & Walton, "The Carneades model of argument and burden of proof", AIJ 171, 2007:
    ``preponderance`` asks for x > y, ``clear-and-convincing`` for x − y > 0.5 as well, ``beyond-reasonable-doubt`` for
    y < 0.3 besides.
    """
    if x - y <= EQUAL:
        return False
    if standard == "preponderance":
        return True
    if x - y - 0.5 <= EQUAL:
        return False
    return standard == "clear-and-convincing" or 0.3 - y > EQUAL
