"""Problems as one line each, for a list of places and for `grep`."""

from __future__ import annotations

from argmap.report import Findings
from argmap.report.wording import harmless, heading


def to_concise(findings: Findings) -> str:
    """Every problem on a line: place, severity, code, message, hint."""
    return "".join(
        f"{heading(p, findings.colour)}{f' ({harmless(p.hint)})' if p.hint else ''}\n" for p in findings.problems
    )
