"""How long reading takes, beside YAML's own loader on the same text: `python tests/benchmarks/reading.py [MAP]`."""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import yaml
from made_map import made_map

from argmap.mapfile.read import read_text

ROUNDS = 7


def seconds(work: Callable[[], object]) -> float:
    """The CPU time of one call in a tidy process."""
    gc.collect()
    start = time.process_time()
    result = work()
    took = time.process_time() - start
    assert result is not None
    return took


def main() -> None:
    """Print both times and their ratio, pair by pair."""
    text = Path(sys.argv[1]).read_text(encoding="utf-8") if len(sys.argv) > 1 else made_map(10_000)
    found, problems = read_text(text)
    assert found is not None, problems
    print(f"{len(found.statements):,} statements, {len(text) / 1e6:.1f} MB")
    del found
    ratios = []
    for _ in range(ROUNDS):
        loader = seconds(lambda: yaml.load(text, Loader=yaml.CSafeLoader))
        reader = seconds(lambda: read_text(text)[0])
        ratios.append(reader / loader)
        print(f"yaml.load {loader:.3f} s, argmap {reader:.3f} s, ratio {ratios[-1]:.2f}")
    print(f"median ratio {statistics.median(ratios):.2f}")


if __name__ == "__main__":
    main()
