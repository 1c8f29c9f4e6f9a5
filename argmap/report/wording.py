"""Words that reports for people share: on one line, whatever stands in a map or a file's name."""

from __future__ import annotations

from argmap.problem import Problem, Severity, Span

COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.HINT: "36"}

_ORDERS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""Characters that turn the order of all that follows them on the line."""
_HARMLESS = {
    **dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029), " "),
    **dict.fromkeys(_ORDERS, "\ufffd"),
}


def harmless(text: str) -> str:
    """The text letter by letter, but for those that break a line, steer a terminal or turn its order."""
    return text if text.isascii() and text.isprintable() else text.translate(_HARMLESS)


def painted(text: str, code: str, colour: bool) -> str:
    """The text in a colour of the terminal, if that is wanted."""
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text


def heading(p: Problem, colour: bool) -> str:
    """The line that begins a report: place, severity, code and message."""
    name = harmless(p.file or "map")
    if name.lstrip().startswith("::"):
        name = f"./{name}"  # GitHub Actions would take the line for a command
    place = ":".join([name, *([str(p.span.line), str(p.span.column)] if p.span else [])])
    severity = painted(p.severity, f"1;{COLOURS[p.severity]}", colour)
    return f"{painted(place, '1', colour)}: {severity}[{p.code}]: {harmless(p.message)}"


def last_line(span: Span) -> int:
    """The last line on which something of a place stands; one that ends where a line begins ends above it."""
    return span.end_line - 1 if span.end_column == 1 and span.end_line > span.line else span.end_line
