"""What is wrong with maps, told to every reader: people, editors, continuous integration and code scanning.

A report is imported when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import NamedTuple

from argmap.problem import Problem, Severity

__all__ = ["REPORTS", "Findings", "Form", "counts", "summary", "tell"]


class Findings(NamedTuple):
    """The problems of some files, in the order in which they are told, with all that a report makes use of."""

    problems: Sequence[Problem]
    files: int = 1
    """How many files were read, those without problems too."""
    texts: Mapping[str, str] = MappingProxyType({})
    """What stands in a file, by its name: for reports that show the lines."""
    colour: bool = False
    """Whether the reader is a terminal that shows colours."""
    width: int = 160
    """Columns of a source line that are shown."""
    root: str = ""
    """The folder that absolute names of files are told from, where they are in it."""


class Form(NamedTuple):
    """Where the function is that writes a report."""

    module: str
    function: str
    is_document: bool = False
    """Whether all files go into one document; otherwise the report of many files is those of each, one by one."""


REPORTS: Mapping[str, Form] = {
    "text": Form("argmap.report.text", "to_text"),
    "concise": Form("argmap.report.concise", "to_concise"),
    "json": Form("argmap.report.as_json", "to_json", is_document=True),
    "github": Form("argmap.report.github", "to_github"),
    "sarif": Form("argmap.report.sarif", "to_sarif", is_document=True),
}
"""What `argmap check` writes, by format."""


def tell(findings: Findings, form: str = "text") -> str:
    """What was found in one of the formats of `REPORTS`. Raises ValueError for an unknown one."""
    if form not in REPORTS:
        raise ValueError(f"{form!r} is no format; there are {', '.join(REPORTS)}")
    function: Callable[[Findings], str] = getattr(import_module(REPORTS[form].module), REPORTS[form].function)
    return function(findings)


def counts(problems: Sequence[Problem]) -> dict[Severity, int]:
    """How many problems there are of each kind."""
    return {s: sum(p.severity is s for p in problems) for s in Severity}


def summary(problems: Sequence[Problem], files: int) -> str:
    """How many problems of each kind there are in how many maps, in one line."""
    named = [f"{n} {s}{'' if n == 1 else 's'}" for s, n in counts(problems).items() if n]
    where = "1 map" if files == 1 else f"{files} maps"
    return f"{', '.join(named) if named else 'no problems'} in {where}"
