"""Comments that ignore problems: what they name, where they hold, and which of them ignore nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from argmap.mapfile.codes import ERRORS
from argmap.mapfile.comments import Comment, comments
from argmap.naming import Nearest
from argmap.problem import Edit, Problem, Severity, Span
from argmap.settings import FAMILIES, KINDS, UNUSED, fault_of

_SIGN = re.compile(
    r"#[ \t]*argmap:[ \t]*ignore\b"
    r"(?:[ \t]*\[(?P<names>[^]#]*)\])?"
    r"(?:(?![ \t]#(?:[ \t]|argmap:)).)*"  # the reason, up to a further comment
)
_NAME = re.compile(r"[^,\s]+(?:[ \t]+[^,\s]+)*")


class Ignore(NamedTuple):
    """A comment ``# argmap: ignore[…]``: its names where they stand, None when it has no brackets, and its lines."""

    names: Mapping[str, Span] | None
    span: Span
    inside: Span
    first: int
    last: int
    whole: Edit
    """What takes the comment away, with its line when nothing else stands there."""


def ignores(text: str) -> list[Ignore]:
    """The comments of a text that ignore problems; the text is as `comments` takes it."""
    lines = text.split("\n")
    return [
        _ignore(comment, match, lines) for comment in comments(text, "ignore") for match in _SIGN.finditer(comment.text)
    ]


def _ignore(comment: Comment, match: re.Match[str], lines: list[str]) -> Ignore:
    line, start = comment.span.line, comment.span.column

    def place(first: int, after: int) -> Span:
        return Span(line, start + first, line, start + after)

    end = match.start() + len(match[0].rstrip())
    before = lines[line - 1][: start - 1 + match.start()]
    if end < len(comment.text):
        gone = place(match.start(), match.end() + 1)  # up to the further comment
    elif before.strip():
        gone = Span(line, len(before.rstrip()) + 1, line, len(lines[line - 1]) + 1)
    else:
        gone = Span(line, 1, line + 1, 1) if line < len(lines) else Span(line, 1, line, comment.span.end_column)
    names = None
    if match["names"] is not None:
        words = _NAME.finditer(comment.text, *match.span("names"))
        names = {word[0]: place(*word.span()) for word in words}
    return Ignore(
        names,
        place(match.start(), end),
        place(*match.span("names")),
        comment.first,
        comment.last,
        Edit(gone, ""),
    )


def sifted(
    problems: Iterable[Problem], found: list[Ignore], levels: Mapping[str, Severity | None], complete: bool
) -> list[Problem]:
    """The problems that no comment ignores, and those of the comments themselves.

    ``complete`` says that all checks were run, so that a comment without a problem is one that ignores nothing.
    """
    named = _by_line(found)
    used: set[tuple[int, str]] = set()
    there: dict[int, set[str]] = {}
    kept = []
    for p in problems:
        hits: set[str] = set()
        if p.span and p.span.line in named and p.code in levels:
            there.setdefault(p.span.line, set()).add(p.code)
            hits = named[p.span.line] & _words_for(p.code)
            used.update((p.span.line, name) for name in hits)
        if not hits:
            kept.append(p)
    if levels[UNUSED]:
        search = Nearest()
        for ignore in found:
            lines = {ignore.first, ignore.last}
            idle = [name for name in ignore.names or () if not any((line, name) in used for line in lines)]
            codes = sorted(set().union(*(there.get(line, ()) for line in lines)))
            kept += unused_ignore(ignore, idle, codes, levels, complete, search)
    return kept


def ignoring(text: str) -> Callable[[Problem], bool]:
    """What says of a problem whether a comment of the text ignores it; the text is as `comments` takes it."""
    named = _by_line(ignores(text))
    return lambda p: p.span is not None and bool(named.get(p.span.line, set()) & _words_for(p.code))


def _by_line(found: Iterable[Ignore]) -> dict[int, set[str]]:
    """The names that comments name, by the lines on which they hold."""
    named: dict[int, set[str]] = {}
    for ignore in found:
        for line in (ignore.first, ignore.last):
            named.setdefault(line, set()).update(ignore.names or ())
    return named


def _words_for(code: str) -> set[str]:
    """The names that ignore a problem of that code: its own and that of its family."""
    return {code, KINDS[code][0] if code in KINDS else code}


def unused_ignore(
    ignore: Ignore,
    idle: list[str],
    there: list[str],
    levels: Mapping[str, Severity | None],
    complete: bool,
    search: Nearest,
) -> Iterator[Problem]:
    """A comment `# argmap: ignore[…]` that ignores nothing, or names what cannot be ignored.

    It stays behind when the text that it was written for has changed, and would one day hide something new. A code
    that the settings switch off is not told. Errors cannot be ignored: a file with one is no map.

    Gets it:

    ```yaml
    claims:
      - claim: Phones distract    # argmap: ignore[side-mismatch]
    ```

    Does not:

    ```yaml
    claims:
      - claim: Phones distract
        because:
          - counterclaim: They ring in class    # argmap: ignore[side-mismatch] the motion calls it so
    ```
    """

    def problem(message: str, hint: str, place: Span, *fix: Edit) -> Problem:
        return Problem(UNUSED, message, place, levels[UNUSED] or Severity.WARNING, hint, fix=fix)

    if not ignore.names:
        example = ", ".join(there) or "side-mismatch"
        hint = f"write `# argmap: ignore[{example}]`" if there or not complete else "remove it; nothing is told here"
        yield problem("this comment names no check to ignore", hint, ignore.span)
        return
    for name in idle:
        if name in ERRORS:
            message = f"`{name}` is an error, which cannot be ignored"
            yield problem(message, f"mend the line, and take `{name}` out of the comment", ignore.names[name])
        elif fault := fault_of(name, search):
            message, _, hint = fault.partition("; ")
            yield problem(message, hint, ignore.names[name])
    nothing = [name for name in idle if name not in ERRORS and _is_told(name, levels)]
    if nothing and complete:
        rest = [name for name in ignore.names if name not in nothing]
        shown = ", ".join(f"`{name}`" for name in nothing)
        what = f"take {shown} out of it" if rest else "remove the comment"
        fix = Edit(ignore.inside, ", ".join(rest)) if rest else ignore.whole
        message = f"nothing is ignored here by {shown}"
        yield problem(message, what, ignore.inside, fix)


def _is_told(name: str, levels: Mapping[str, Severity | None]) -> bool:
    """Whether the settings leave a code on, or every code of a family."""
    codes = [code for code, (family, _) in KINDS.items() if family == name] if name in FAMILIES else [name]
    return all(levels.get(code) for code in codes)
