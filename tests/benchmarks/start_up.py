"""What a whole run of each command costs, beside a bare Python: `python tests/benchmarks/start_up.py`.

CPU time of the process and of the programs that it started, the latter (Graphviz) also shown apart.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

MAP = Path(__file__).parents[2] / "maps" / "us-russia-after-9-11.argmap.yaml"
ROUNDS = 9
# Runs a command in a child, and prints that child's CPU time without and with its own children.
MEASURE = """
import os, resource, runpy, sys
sys.argv = sys.argv[1:]
try:
    runpy.run_path(sys.argv[0], run_name="__main__")
except SystemExit:
    pass
finally:
    own, below = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    print(own.ru_utime + own.ru_stime, below.ru_utime + below.ru_stime, file=sys.__stderr__)
"""


def cpu(command: list[str]) -> float:
    """The CPU seconds of one run of a command, with everything that it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


def below(command: list[str]) -> float:
    """The CPU seconds of the programs that a run of a command starts."""
    measured = subprocess.run([sys.executable, "-c", MEASURE, *command], check=True, capture_output=True, text=True)
    return float(measured.stderr.split()[-1])


def main() -> None:
    """Print the median of each command as a multiple of a bare Python."""
    argmap = str(Path(sys.executable).parent / "argmap")
    with tempfile.TemporaryDirectory() as folder:
        commands = {
            "argmap --version": [argmap, "--version"],
            "argmap check": [argmap, "check", str(MAP)],
            "argmap render": [argmap, "render", str(MAP), "-o", f"{folder}/map.svg"],
        }
        cpu(commands["argmap render"])  # compiles what is not compiled yet
        bare = statistics.median(cpu([sys.executable, "-c", "pass"]) for _ in range(ROUNDS))
        print(f"python -c pass: {bare:.3f} s")
        for name, command in commands.items():
            took = statistics.median(cpu(command) for _ in range(ROUNDS))
            others = statistics.median(below(command) for _ in range(3))
            apart = f" ({(took - others) / bare:.1f} without Graphviz)" if others > 0.001 else ""
            print(f"{name}: {took:.3f} s, {took / bare:.1f} times{apart}")


if __name__ == "__main__":
    main()
