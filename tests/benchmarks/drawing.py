"""How long our own layout takes, beside Graphviz where that is quick enough: `python tests/benchmarks/drawing.py`."""

from __future__ import annotations

import gc
import resource
import time

from made_map import made_map

import argmap

SIZES = (85, 1_000, 3_000, 10_000)
LARGEST = 1_000
"""Statements above which nobody waits for Graphviz here."""


def seconds(m: argmap.ArgumentMap, engine: str) -> float:
    """The CPU time of one picture, that of Graphviz included."""
    gc.collect()
    below = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.process_time()
    argmap.draw(m, engine=engine)
    took = time.process_time() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return took + (after.ru_utime + after.ru_stime) - (below.ru_utime + below.ru_stime)


def main() -> None:
    """Print the best of three for each size and engine."""
    for size in SIZES:
        m = argmap.loads(made_map(size))
        engines = ("tidy", "dot") if size <= LARGEST else ("tidy",)
        best = {engine: min(seconds(m, engine) for _ in range(3)) for engine in engines}
        print(f"{size:6,} statements:", ", ".join(f"{engine} {took:.3f} s" for engine, took in best.items()))


if __name__ == "__main__":
    main()
