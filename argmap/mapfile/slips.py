"""Where YAML's grammar gives up: find the slip, name it for the writer, and mend the line so that the search goes on.

Prose trips YAML in a few well-known ways (a colon, a leading quote, keys under a bare text …). Each function looks at
the line where the parser stopped for one of them. The mended text is never a map: it only serves to find what else is
wrong.
"""

from __future__ import annotations

from typing import Any

import yaml

from argmap.mapfile import entries, indents, mistaken, prose
from argmap.mapfile.events import parse
from argmap.mapfile.lines import SPACES, Draft, Line, Slip, no_entry, written
from argmap.mapfile.tally import MAX_ERRORS, EnoughError, Tally
from argmap.mapfile.tree import ListNode, MapNode, Node, Scalar, place_of
from argmap.problem import Edit, Problem, Span

MAX_MENDED = 50
"""Slips after which the search ends; fewer in long texts, whose every reading costs time."""

MAX_REREAD = 20_000_000
"""Characters that the readings after slips may cost together."""


def read_through(text: str, problems: Tally) -> tuple[Node | None, Any]:
    """The tree of a text, over all slips, each of which becomes a problem.

    Returns the tree and, when anything had to be mended, the `Draft` that tells where in the file its places are; the
    tree is None when the search had to end. Raises `EnoughError` when there are too many problems.
    """
    draft = Draft(text)
    tries = min(MAX_MENDED, 1 + MAX_REREAD // (len(text) + 1))
    met: set[tuple[int, int, str]] = set()
    failure: Any = None
    for count in range(tries + 1):
        found = Tally()
        root: Node | None = None
        try:
            root = parse("\n".join(draft.lines), found)
            failure, slips = None, _misread(draft, root)
        except EnoughError:
            problems += [moved(p, draft) for p in found] if met else found
            raise
        except yaml.YAMLError as error:
            # Without its traceback, which would keep all this alive until garbage is searched for.
            failure = error.with_traceback(None)
            slips = [slip for slip in [_find(draft, error)] if slip]
        told = [(_told(draft, slip), slip) for slip in slips] if count < tries else []
        told = [(problem, slip) for problem, slip in told if _key(problem) not in met]
        if not told:
            break
        met.update([_key(problem) for problem, _ in told])
        for problem, _ in told:
            problems.append(problem)  # which may be enough
        for _, slip in reversed(told):
            draft.replace(*_range(slip), slip.instead)
    if failure:
        found.append(_unknown_failure(failure, count == tries))
    problems += [moved(p, draft) for p in found] if met else found
    return root, draft if met else None


def _range(slip: Slip) -> tuple[int, int]:
    """The first and the last line that a slip puts others in the place of."""
    first = slip.line.number if slip.first is None else slip.first
    return first, first if slip.last is None else slip.last


def _key(problem: Problem) -> tuple[int, int, str]:
    assert problem.span is not None
    return problem.span.line, problem.span.column, problem.code


def _told(draft: Draft, slip: Slip) -> Problem:
    """A slip as a problem of the file, with the edit that mends it."""
    number = slip.line.number + 1
    line, column = draft.place(number, slip.column + 1)
    end = draft.place(number, max(slip.column + 2, len(slip.line.text.rstrip()) + 1))[1]
    place = Span(line, column, line, max(end, column))
    return Problem(slip.code, slip.message, place, hint=slip.hint or written(slip.instead), fix=_fix(draft, slip))


def _fix(draft: Draft, slip: Slip) -> tuple[Edit, ...]:
    """The edit that mends a slip, where the hint says what to write and its lines stand in the file as they are."""
    first, last = _range(slip)
    origin = draft.origin[first : last + 1]
    as_typed = [draft.file[number] for number in origin] == draft.lines[first : last + 1]
    is_sure = slip.hint is None or slip.hint.startswith("write ")
    if not (is_sure and as_typed and origin == list(range(origin[0], origin[-1] + 1))):
        return ()
    end = len(draft.file[origin[-1]]) + 1
    return (Edit(Span(origin[0] + 1, 1, origin[-1] + 1, end), "\n".join(slip.instead)),)


def moved(problem: Problem, draft: Any) -> Problem:
    """A problem of a mended text at its place in the file."""

    def move(span: Span) -> Span:
        start, end = draft.place(span.line, span.column), draft.place(span.end_line, span.end_column)
        return Span(*start, *max(start, end))

    notes = tuple(n._replace(span=move(n.span)) for n in problem.notes)
    return problem._replace(span=problem.span and move(problem.span), notes=notes, fix=())


def _unknown_failure(failure: Any, too_many: bool) -> Problem:
    """What to say when no slip was recognised, or there were too many."""
    mark = getattr(failure, "problem_mark", None) or getattr(failure, "context_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    place = Span(line, column, line, column)
    if too_many:
        message = "the search ends here, since so many lines above cannot be read"
        return Problem("too-many-slips", message, place, hint="mend those, and check again")
    message = f"this cannot be read as YAML: {getattr(failure, 'problem', None) or failure}"
    hint = "compare the indentation and the quotes with the lines above; what follows could not be checked"
    return Problem("not-yaml", message, place, hint=hint)


def _find(draft: Draft, failure: Any) -> Slip | None:
    """The slip behind a failure of the parser."""
    mark = getattr(failure, "problem_mark", None) or getattr(failure, "context_mark", None)
    if mark is None:
        return None
    context, problem = failure.context or "", failure.problem or ""
    opened = draft.line(failure.context_mark.line) if failure.context_mark else None
    line = opened if opened and "simple key" in context else draft.line(mark.line)
    if opened and "quoted scalar" in context:
        unread = prose.quote if "end of stream" in problem or "document" in problem else prose.escape
        return unread(draft, opened) or prose.bracket(draft, opened) or entries.no_key(draft, opened)
    if "flow" in context and (bracket := prose.open_bracket(draft, opened or line) or opened):
        return prose.bracket(draft, bracket) or entries.no_key(draft, bracket)
    slip = (
        indents.spaces(draft, line, mark.column)
        or _documents(draft, line)
        or _directive(draft, line)
        or prose.open_quote_above(draft, line, mark.column)
        or entries.bullet(draft, line)
        or _bullet_above(draft, line)
        or prose.special_start(draft, line)
        or prose.quote(draft, line)
        or prose.bracket(draft, line)
        or (entries.colon(draft, line, mark.column) if "mapping values" in problem else None)
    )
    if slip or line.is_entry:
        return slip or indents.indentation(draft, line)
    return prose.broken_text(draft, line) or entries.no_key(draft, line)


def _misread(draft: Draft, root: Node | None) -> list[Slip]:
    """What YAML reads without complaint, but not as it was meant, from the first line to the last."""
    found: list[Slip] = []
    todo: list[Any] = [(root, "", False)] if root is not None else []
    while todo and len(found) < MAX_ERRORS:
        node, key, is_item = todo.pop()
        slip = mistaken.mistaken(draft, node, key, is_item)
        if isinstance(node, ListNode | MapNode):
            todo.extend(reversed(mistaken.children(node, key)))
            if node.flow and slip is None:
                slip = prose.lost_behind_bracket(draft, draft.line(place_of(node).line - 1))
        else:
            slip = slip or _misread_text(draft, node)
        if slip and (not found or _range(found[-1])[1] < _range(slip)[0]):
            found.append(slip)
    return found


def _misread_text(draft: Draft, node: Scalar) -> Slip | None:
    place = place_of(node)
    first, last = place.line - 1, min(place.end_line, len(draft.lines)) - 1
    if "#" in draft.lines[last] and node.style not in ("|", ">"):
        slip = prose.lost(draft, draft.line(first), last, place.end_column - 1)
        if slip:
            return slip
    if node.style or not (last > first or node.value[:1] in SPACES + "-" or ":" in node.value):
        return None
    if node.value[:1] in SPACES and node.value:
        return indents.spaces(draft, draft.line(first), place.column - 1)
    for number in range(first, last + 1):
        line = draft.line(number)
        if number > first or line.start == place.column - 1:
            slip = entries.run_on(draft, line, number > first)
            if slip:
                return slip
    return None


def _bullet_above(draft: Draft, line: Line) -> Slip | None:
    """An item without a dash just above, which YAML read as a key."""
    above = next(draft.above(line.number), None)
    return entries.bullet(draft, above) if above is not None else None


def _directive(draft: Draft, line: Line) -> Slip | None:
    """A line that begins with `%`, by which YAML is told of its version."""
    at = next((a for a in [line, *draft.above(line.number)] if a.text.startswith("%")), None)
    return no_entry(draft, at) if at else None


def _documents(draft: Draft, line: Line) -> Slip | None:
    """Three dots, with which YAML ends a text."""
    dots = next((n for n in range(line.number - 1, -1, -1) if draft.lines[n].rstrip() == "..."), None)
    if dots is None:
        return None
    message = "`...` ends the map, and more stands below it"
    return Slip("several-documents", message, draft.line(dots), 0, [""], "remove the line", dots)
