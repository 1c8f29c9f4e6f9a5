"""Maps that the documents of these tests show, and the commands that build them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

GOOD = """\
argmap: 1
title: A four-day week
sources:
  report: {title: Report}
claims:
  - claim: The firm should move to a four-day week
    id: week
    because:
      - evidence: Output held up in every trial it ran
        cite: report, p. 4
      - claim: Fewer people quit
    but: Clients expect someone on Fridays
"""
BAD = GOOD.replace("report, p. 4", "rapport, p. 4")
DOUBTFUL = GOOD.replace("  report:", "  unused: {title: Unused}\n  report:")
WRONG_LINE, DOUBTFUL_LINE = 10, 4


def run(*words: str, folder: Path, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    """A command of this environment, in a folder."""
    path = os.pathsep.join([os.path.dirname(sys.executable), os.environ.get("PATH", os.defpath)])
    return subprocess.run(
        words,
        cwd=folder,
        env={**os.environ, "PATH": path, "PYTHONUTF8": "1", "NO_COLOR": "1"},
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def ids(page: str) -> list[str]:
    """The ids of the elements of a page."""
    return re.findall(r"<[a-z][^>]*?\sid=\"([^\"]*)\"", page)


def inside(text: str, indent: str) -> str:
    """A text with each line indented."""
    return "".join(f"{indent}{line}\n" for line in text.splitlines())
