"""`argmap.evaluate` is a function, and a package of modules, however it was imported."""

from __future__ import annotations

import subprocess
import sys

import pytest

USE = """
m = argmap.loads("argmap: 1\\ntitle: T\\nclaims: A ferry runs\\n")
print(argmap.evaluate(m).statements["a-ferry-runs"].status, argmap.evaluate.SEMANTICS["standing"][1])
"""


@pytest.mark.parametrize(
    "imports",
    [
        "import argmap",
        "import argmap, argmap.evaluate.verdicts",
        "import argmap.evaluate, argmap",
        "import argmap; argmap.evaluate; from argmap.evaluate import evaluate",
        "from argmap import *; import argmap",
    ],
)
def test_it_can_be_called(imports: str) -> None:
    done = subprocess.run([sys.executable, "-c", imports + USE], capture_output=True, text=True, check=True)
    assert done.stdout == "accepted standing\n"
