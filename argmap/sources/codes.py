"""The names of what is told of quotes and of the texts that they are from, and how much each matters."""

from __future__ import annotations

from argmap.problem import Problem, Severity, Span

FAMILY = "quotes"
"""The family of all of them."""

KINDS: dict[str, Severity] = {
    "quote-not-found": Severity.ERROR,
    "quote-elsewhere": Severity.WARNING,
    "quote-across": Severity.WARNING,
    "quote-differs": Severity.WARNING,
    "repeated-quote": Severity.HINT,
    "turned-quote": Severity.HINT,
    "far-from-passage": Severity.HINT,
    "no-such-place": Severity.WARNING,
    "unreadable-text": Severity.WARNING,
}
"""Each code, in the order of the reference, with its usual severity."""


def problem(code: str, message: str, hint: str, place: Span | None) -> Problem:
    """A problem of that code; of which file, is said when all are together."""
    return Problem(code, message, place, KINDS[code], hint)
