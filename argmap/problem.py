"""What is wrong with a map, and where: the one shape in which every part of argmap reports."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a problem matters."""

    ERROR = "error"
    """The file cannot be read as exactly one map, or says what is not so: of itself, or of a text that it quotes."""
    WARNING = "warning"
    """It can be read, but probably does not say what was meant."""
    HINT = "hint"
    """It is right, and could be better."""


class Span(NamedTuple):
    """A stretch of a text file.

    Lines and columns count from 1, columns in code points; the end is the place just after the last character.
    """

    line: int
    column: int
    end_line: int
    end_column: int


class Note(NamedTuple):
    """A second place that a problem speaks of, with what is to be seen there."""

    message: str
    span: Span


class Edit(NamedTuple):
    """A change to a text: what stands in the span gives way to ``text``."""

    span: Span
    text: str


class Problem(NamedTuple):
    """One thing that is wrong, for the person who wrote the file.

    ``code`` is a name in words (``unknown-reference``), ``message`` one sentence, ``hint`` what to do about it,
    ``span`` the place (None when the problem concerns the whole), ``file`` the name under which the text was read.
    ``fix`` holds the edits that mend it, where that can be done without asking the writer what was meant.
    """

    code: str
    message: str
    span: Span | None = None
    severity: Severity = Severity.ERROR
    hint: str | None = None
    notes: tuple[Note, ...] = ()
    file: str | None = None
    fix: tuple[Edit, ...] = ()

    def __str__(self) -> str:
        """One line: place, code, message, hint."""
        place = [self.file] if self.file else []
        if self.span:
            place += [str(self.span.line), str(self.span.column)]
        hint = f" ({self.hint})" if self.hint else ""
        return f"{':'.join(place)}{': ' if place else ''}{self.severity}: {self.code}: {self.message}{hint}"


class MapError(ValueError):
    """A map that cannot be: holds every problem found, in the order of the file.

    ``problems`` is a tuple of `Problem`; the text of the exception has a line for each.
    """

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        """All problems, a line each."""
        return "\n".join(map(str, self.problems))
