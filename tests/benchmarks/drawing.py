"""What pictures cost, by size, by cross links, by engine and by format: `python tests/benchmarks/drawing.py [WORD…]`.

For each the CPU seconds and the peak memory of a process that draws it, and of what that starts; a Python that has read
the map and drawn nothing is taken off. A combination is tried when its name has all of the words: `svg`, `html`,
`100 %`, `10,000`. Graphviz may take `PATIENCE` seconds. At the end: the whole commands that people wait for.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path
from typing import NamedTuple

from linked_map import linked_map

from argmap import dump
from argmap.render.errors import TooLargeError

SIZES = (30, 300, 1_000, 3_000, 10_000)
LINKS = {"trees": 0.0, "5 % linked": 0.05, "100 % linked": 1.0}
KINDS = (("svg", "tidy"), ("svg", "dot"), ("png", "tidy"), ("png", "dot"), ("pdf", "tidy"), ("html", "auto"))
BEYOND = 3_000
"""Statements above which nobody waits for Graphviz, or for PDF, here."""
PATIENCE = 60
DPI = 36
"""Pixels per inch of bitmaps, so few that large ones are allowed."""


class Cost(NamedTuple):
    """CPU seconds, and the peak of memory in MB, of a process with all that it starts; the bytes of a picture."""

    seconds: float
    megabytes: float
    size: int


def drawn(form: str, engine: str, size: int, share: float, draws: bool = True) -> Cost | str:
    """What drawing costs, measured in a process of its own; or why there is no picture."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        os.close(read)
        with os.fdopen(write, "w") as told:
            told.write(_draw(form, engine, size, share) if draws else "0")
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as told:
        said = told.read()
    _, _, used = os.wait4(child, 0)
    if not said.isdigit():
        return said or "crashed"
    # what the child waited for, such as Graphviz, is counted in its own usage
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, int(said))


def _draw(form: str, engine: str, size: int, share: float) -> str:
    import argmap
    from argmap.render import drawing
    from argmap.render.errors import LayoutError

    drawing.PATIENCE = PATIENCE
    notes: list[str] = []
    try:
        more = {"dpi": DPI} if form == "png" else {}
        data = argmap.draw(linked_map(size, share), form, engine, notes, force=True, **more)
    except TooLargeError:
        return "too large"
    except LayoutError as error:
        return str(error)
    return f"over {PATIENCE} s" if any("took its place" in note for note in notes) else str(len(data))


def table(words: list[str]) -> None:
    """Print a row for each map, engine and format."""
    print(f"{'statements':>10}  {'':<13}{'format':<7}{'engine':<7}{'CPU s':>8}{'ms each':>9}{'MB':>7}{'kB':>9}")
    for (links, share), size, (form, engine) in product(LINKS.items(), SIZES, KINDS):
        name = f"{size:>10,}  {links:<13}{form:<7}{engine:<7}"
        if not all(word in name for word in words):
            continue
        if size > BEYOND and (engine == "dot" or form == "pdf"):
            continue
        linked_map(size, share)  # read before the processes part
        idle, cost = drawn(form, engine, size, share, draws=False), drawn(form, engine, size, share)
        if isinstance(cost, str) or isinstance(idle, str):
            print(f"{name} {cost}")
            continue
        took = cost.seconds - idle.seconds
        print(f"{name}{took:8.2f}{1000 * took / size:9.2f}{cost.megabytes:7.0f}{cost.size / 1000:9,.0f}", flush=True)


def whole_commands() -> None:
    """Print what two commands cost from beginning to end, reading included; the best of three."""
    command = str(Path(sys.executable).parent / "argmap")
    with tempfile.TemporaryDirectory() as folder:
        for size, share in ((300, 1.0), (10_000, 0.0)):
            m = linked_map(size, share)
            dump(m, Path(folder) / "map.yaml")
            best = []
            for _ in range(3):
                before = resource.getrusage(resource.RUSAGE_CHILDREN)
                subprocess.run([command, "render", "map.yaml", "--force"], cwd=folder, check=True, capture_output=True)
                after = resource.getrusage(resource.RUSAGE_CHILDREN)
                best.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
            print(f"argmap render, {size:,} statements, {len(m.arguments):,} arguments: {min(best):.2f} s of CPU")


if __name__ == "__main__":
    table(sys.argv[1:])
    whole_commands()
