"""How long evaluation takes, by size and by semantics: `python tests/benchmarks/evaluating.py [SEMANTICS]…`.

The maps are made of objects at once: random ones without rings, with groups, undercutters, objections and issues; and
undercutters nested as deep as there are statements. CPU seconds, the best of three.
"""

from __future__ import annotations

import gc
import random
import sys
import time

from argmap.evaluate import evaluate
from argmap.evaluate.carries import carriers
from argmap.model import Argument, ArgumentMap, Claim, Direction, Issue, Premise

SIZES = (1_000, 10_000, 100_000)
TABLE = (100, 300, 1_000, 3_000)
"""Sizes for which the whole table of what each removal does is made."""


def made(size: int, seed: int = 1) -> ArgumentMap:
    """A map of that many statements, of which each bears on one before it."""
    choose = random.Random(seed)
    statements = [Claim(f"s{n}", f"Text {n}", by="somebody") for n in range(size)]
    arguments: list[Argument] = []
    for n in range(1, size):
        about = choose.randrange(max(0, n - 2_000), n)
        premises = [Premise(f"s{n}")]
        if choose.random() < 0.2:
            premises.append(Premise(f"s{choose.randrange(n, size)}"))
        kind = choose.random()
        if kind < 0.15 and len(arguments) > 10:
            target = arguments[choose.randrange(max(0, len(arguments) - 2_000), len(arguments))]
            arguments.append(Argument(f"a{n}", tuple(premises), None, target.id, Direction.UNDERCUTS))
        else:
            direction = Direction.AGAINST if kind < 0.35 else Direction.FOR
            strength = choose.choice((None, 0.5, 0.8))
            arguments.append(Argument(f"a{n}", tuple(premises), f"s{about}", direction=direction, strength=strength))
    issues = [Issue((f"s{n}", f"s{n + 1}")) for n in range(0, size - 1, 50)]
    return ArgumentMap("Made", statements, arguments, issues=tuple(issues), is_sound=True)


def nested(depth: int) -> ArgumentMap:
    """A step that is undercut, by a step that is undercut, and so on."""
    statements = [Claim(f"s{n}", f"Text {n}", by="somebody") for n in range(depth)]
    first = Argument("a1", (Premise("s1"),), "s0")
    cuts = [Argument(f"a{n}", (Premise(f"s{n}"),), None, f"a{n - 1}", Direction.UNDERCUTS) for n in range(2, depth)]
    return ArgumentMap("Nested", statements, [first, *cuts], is_sound=True)


def seconds(m: ArgumentMap, semantics: str) -> float:
    """The CPU time of one evaluation."""
    gc.collect()
    gc.disable()  # as the command does, nearly
    start = time.process_time()
    evaluate(m, semantics)
    took = time.process_time() - start
    gc.enable()
    return took


def main() -> None:
    """Print the times, for each kind of map and each size, and how they grow."""
    for semantics in sys.argv[1:] or ["standing", "carneades"]:
        for name, maker in (("made", made), ("nested", nested)):
            for size in SIZES:
                m = maker(size)
                best = min(seconds(m, semantics) for _ in range(3))
                print(f"{semantics}, {name}, {size:7,} statements: {best:7.3f} s, {1e6 * best / size:5.1f} µs each")
        for size in TABLE:
            found = evaluate(made(size), semantics)
            start = time.process_time()
            carriers(found)
            print(f"{semantics}, what each removal does, {size:5,} statements: {time.process_time() - start:7.3f} s")


if __name__ == "__main__":
    main()
