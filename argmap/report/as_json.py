"""Problems as JSON, for other programs."""

from __future__ import annotations

import json
from typing import Any

from argmap.problem import Problem, Span
from argmap.report import Findings, counts

VERSION = 1
"""The version of this form."""


def to_json(findings: Findings) -> str:
    """Every problem in one JSON object, two spaces an indent, with a line end."""
    data = {
        "version": VERSION,
        "files": findings.files,
        "problems": [_problem(p) for p in findings.problems],
        "summary": {str(severity): n for severity, n in counts(findings.problems).items()},
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _problem(p: Problem) -> dict[str, Any]:
    return {
        "file": p.file,
        "code": p.code,
        "severity": str(p.severity),
        "message": p.message,
        "hint": p.hint,
        "range": _range(p.span) if p.span else None,
        "notes": [{"message": n.message, "range": _range(n.span)} for n in p.notes],
        "fix": [{"range": _range(e.span), "text": e.text} for e in p.fix],
    }


def _range(span: Span) -> dict[str, dict[str, int]]:
    return {
        "start": {"line": span.line, "column": span.column},
        "end": {"line": span.end_line, "column": span.end_column},
    }
