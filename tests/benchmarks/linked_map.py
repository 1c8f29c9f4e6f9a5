"""A large map whose trees are also joined across: `made_map` with references to statements elsewhere."""

from __future__ import annotations

import random
from functools import lru_cache

from made_map import made_map

import argmap
from argmap.model import Argument, ArgumentMap, Direction, Premise


@lru_cache(maxsize=1)  # no more is held, so that memory can be measured
def linked_map(statements: int, share: float = 0.0, seed: int = 1) -> ArgumentMap:
    """A made map in which a share of the statements (1 for each) is also a premise of one more argument elsewhere.

    No ring is made: statements bear on earlier ones.
    """
    m = argmap.loads(made_map(statements, seed))
    choose = random.Random(seed)
    ids = [s.id for s in m.statements]
    extra = []
    for number in range(round(share * statements)):
        later = choose.randrange(2, statements) if share < 1 else 2 + number % (statements - 2)
        direction = Direction.AGAINST if choose.random() < 0.3 else Direction.FOR
        premise = Premise(ids[later], is_ref=True)
        extra.append(Argument(f"link-{number}", (premise,), ids[choose.randrange(later)], direction=direction))
    return ArgumentMap(m.title, m.statements, (*m.arguments, *extra), sources=m.sources)
