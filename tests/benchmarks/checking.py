"""How long all checks of a large map take, beside reading it: `python tests/benchmarks/checking.py [MAP]`."""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

from made_map import made_map

from argmap.checks import CHECKS, Limits, check
from argmap.mapfile.read import read_text

ROUNDS = 7


def main() -> None:
    """Print the time of each check, then the ratio of reading with all checks to reading alone."""
    text = Path(sys.argv[1]).read_text(encoding="utf-8") if len(sys.argv) > 1 else made_map(10_000)
    found, problems = read_text(text)
    assert found is not None, problems
    for one in CHECKS:
        start = time.process_time()
        count = len(list(one.run(found, Limits())))
        print(f"{one.code:24} {1000 * (time.process_time() - start):6.1f} ms, {count:,} found")
    ratios = []
    for _ in range(ROUNDS):
        start = time.process_time()
        found, _ = read_text(text)
        between = time.process_time()
        assert found is not None
        check(found)
        ratios.append((time.process_time() - start) / (between - start))
        print(f"reading {between - start:.3f} s, with all checks {ratios[-1]:.2f} times that")
    print(f"median {statistics.median(ratios):.2f}")


if __name__ == "__main__":
    main()
