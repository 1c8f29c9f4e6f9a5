"""Problems as workflow commands, which GitHub Actions shows beside the lines of a change."""

from __future__ import annotations

from argmap.problem import Problem, Severity
from argmap.report import Findings
from argmap.report.wording import harmless, last_line

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def to_github(findings: Findings) -> str:
    """Every problem as a command on a line of its own."""
    return "".join(map(_command, findings.problems))


def _command(p: Problem) -> str:
    properties: dict[str, str | int] = {"file": p.file} if p.file else {}
    if p.span:
        last = last_line(p.span)
        properties |= {"line": p.span.line, "endLine": last}
        if last == p.span.line:  # GitHub refuses columns of a place over several lines
            properties["col"] = p.span.column
            if p.span.end_line == last:
                properties["endColumn"] = p.span.end_column
    properties["title"] = p.code
    said = [p.message, *(f"line {n.span.line}: {n.message}" for n in p.notes), *([f"help: {p.hint}"] if p.hint else [])]
    named = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMANDS[p.severity]} {named}::{_data(chr(10).join(map(harmless, said)))}\n"


def _data(text: str) -> str:
    """A text that stays on its line, and so cannot begin another command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A value among others; line ends in the name of a file stay, in the only way that GitHub knows to write them."""
    return harmless(_data(text)).replace(":", "%3A").replace(",", "%2C")
