"""What a program of Python writes in processes with several seeds of hashes, by which sets are in another order."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence


def written_by_seeds(program: str, *arguments: str, seeds: Sequence[str] = ("1", "2")) -> set[bytes]:
    """The different outputs of a program, run once with each seed; no other program is on its path."""
    return {
        subprocess.run(
            [sys.executable, "-c", program, *arguments],
            check=True,
            capture_output=True,
            env={"PYTHONHASHSEED": seed, "PATH": ""},
        ).stdout
        for seed in seeds
    }
