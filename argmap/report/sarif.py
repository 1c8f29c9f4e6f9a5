"""Problems as SARIF 2.1.0, the form in which code scanning takes what any checker finds."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from argmap import __version__
from argmap.pages import page_of
from argmap.problem import Problem, Severity, Span
from argmap.report import Findings

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
_ROOT = "%SRCROOT%"
"""What code scanning calls the folder of the repository."""


def to_sarif(findings: Findings) -> str:
    """Every problem as a result of one run, two spaces an indent, with a line end."""
    codes = sorted({p.code for p in findings.problems})
    driver = {"name": "argmap", "semanticVersion": __version__, "rules": [_rule(code) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder in which argmap was run."}}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(p, codes.index(p.code), findings.root) for p in findings.problems],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str) -> dict[str, Any]:
    page = page_of(code)
    text = (page and page.text) or f"{code.replace('-', ' ').capitalize()}."
    said = {"text": " ".join(text.split("\n\n")[0].split())}
    # Code scanning asks for all three.
    return {"id": code, "shortDescription": said, "fullDescription": said, "help": {"text": text, "markdown": text}}


def _result(p: Problem, rule: int, root: str) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": p.code,
        "ruleIndex": rule,
        "level": _LEVELS[p.severity],
        "message": {"text": p.message + (f" ({p.hint})" if p.hint else "")},
    }
    if not p.file:
        return result
    artifact = _artifact(p.file, root)
    result["locations"] = [{"physicalLocation": _place(artifact, p.span)}]
    if p.notes:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": n.message}, "physicalLocation": _place(artifact, n.span)}
            for number, n in enumerate(p.notes, 1)
        ]
    if p.fix:
        replacements = [{"deletedRegion": _region(e.span), "insertedContent": {"text": e.text}} for e in p.fix]
        change = {"artifactLocation": artifact, "replacements": replacements}
        result["fixes"] = [{"description": {"text": p.hint or "Mend it."}, "artifactChanges": [change]}]
    return result


def _place(artifact: dict[str, str], span: Span | None) -> dict[str, Any]:
    return {"artifactLocation": artifact} | ({"region": _region(span)} if span else {})


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _artifact(file: str, root: str) -> dict[str, str]:
    """The address of a file: from the root when it is below that, else from the top of the machine."""
    path = PurePath(file)
    if root and path.is_relative_to(root):
        path = path.relative_to(root)
    if path.is_absolute():
        return {"uri": path.as_uri()}
    return {"uri": quote(path.as_posix(), errors="surrogateescape"), "uriBaseId": _ROOT}
