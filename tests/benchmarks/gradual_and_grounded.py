"""What a gradual and an abstract semantics cost on large maps: `python tests/benchmarks/gradual_and_grounded.py`."""

from __future__ import annotations

import gc
import time

from made_map import made_map

import argmap
from argmap.evaluate.abstract import grounded
from argmap.evaluate.gradual import quadratic_energy

SIZES = (1_000, 10_000, 100_000)
ROUNDS = 3


def main() -> None:
    """Print the best CPU time of each semantics and size, and what that is for a thousand statements."""
    gc.set_threshold(100_000, 50, 50)  # as the command line has it
    for size in SIZES:
        m = argmap.loads(made_map(size))
        m.undercutters("")  # what is worked out from a map when it is first asked is not counted
        for evaluate in (quadratic_energy, grounded):
            took = []
            for _ in range(ROUNDS):
                gc.collect()
                start = time.process_time()
                found = evaluate(m)
                took.append(time.process_time() - start)
                assert len(found.statements) == len(m.statements)
            best = min(took)
            print(f"{size:7,} statements, {found.semantics}: {best:.3f} s, {1e6 * best / size:.1f} ms per thousand")


if __name__ == "__main__":
    main()
