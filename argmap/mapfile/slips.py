"""Where YAML's grammar gives up: find the slip, name it for the writer, and mend the line so that the search goes on.

Prose trips YAML in a few well-known ways (a colon, a leading quote, keys under a bare text …). Each function looks at
the line where the parser stopped for one of them. The mended text is never a map: it only serves to find what else is
wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml
from attrs import define, evolve, field

from argmap.mapfile import tree
from argmap.mapfile.fields import NAMES
from argmap.problem import Problem, Span

MAX_MENDED = 50
"""Slips after which the search ends; fewer in long texts, whose every reading costs time."""

MAX_REREAD = 40_000_000
"""Characters that the readings after slips may cost together."""

_ENTRY = re.compile(r"(?P<lead>[ \t]*(?:-[ \t]+)*)(?:(?P<key>[\w.-]+):(?:[ \t]+|$))?(?P<value>.*)", re.DOTALL)
_SPECIAL = {
    "*": "an alias", "&": "an anchor", "!": "a tag", "%": "a directive", "@": "reserved", "`": "reserved",
    ">": "a folded text", "|": "a block of text", "?": "a key", ",": "a separator",
}  # fmt: skip
_LISTS = ("because", "but", "unless", "all", "claims")


@define
class Draft:
    """The text as far as it is mended: its lines, and from which line of the file (from 0) each one is."""

    lines: list[str]
    origin: list[int] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        """Every line begins as its own."""
        self.origin = list(range(len(self.lines)))


@define
class Line:
    """A line in its parts: white space and dashes, a key, and the rest."""

    number: int
    text: str
    lead: str
    key: str | None
    value: str

    @property
    def start(self) -> int:
        """The column at which its value begins."""
        return len(self.text) - len(self.value)

    def with_value(self, value: str) -> str:
        """The line with another value."""
        return self.text[: self.start] + value


@define
class Slip:
    """What is wrong with a line, and the lines that should stand instead."""

    code: str
    message: str
    line: Line
    column: int
    instead: list[str]
    hint: str | None = None


def read_through(text: str, problems: list[Problem]) -> tuple[tree.Node | None, list[int] | None]:
    """The tree of a text, over all slips, each of which becomes a problem.

    Returns the tree and, when anything had to be mended, the line of the file (from 0) for each line of the tree; the
    tree is None when the search had to end.
    """
    draft = Draft(text.split("\n"))
    tries = min(MAX_MENDED, 1 + MAX_REREAD // (len(text) + 1))
    mended: dict[tuple[int, str], int] = {}
    while True:
        found: list[Problem] = []
        try:
            root = tree.parse("\n".join(draft.lines) if mended else text, found)
        except yaml.YAMLError as error:
            failure: Any = error
        else:
            problems += [moved(p, draft.origin) for p in found] if mended else found
            return root, draft.origin if mended else None
        slip = _find(draft, failure) if len(mended) < tries else None
        number = draft.origin[slip.line.number] if slip else 0
        if slip is None or mended.get((number, slip.code), 0) > 1:
            problems += [moved(p, draft.origin) for p in found]
            problems.append(_unknown_failure(draft, failure))
            return None, draft.origin
        mended[number, slip.code] = mended.get((number, slip.code), 0) + 1
        place = Span(number + 1, slip.column + 1, number + 1, max(slip.column + 2, len(slip.line.text.rstrip()) + 1))
        hint = slip.hint or "write " + ", and below it ".join(f"`{line.strip()}`" for line in slip.instead)
        problems.append(Problem(slip.code, slip.message, place, hint=hint))
        draft.lines[slip.line.number : slip.line.number + 1] = slip.instead
        draft.origin[slip.line.number : slip.line.number + 1] = [number] * len(slip.instead)


def moved(problem: Problem, origin: list[int]) -> Problem:
    """A problem of a mended text at its place in the file."""

    def move(span: Span) -> Span:
        line, end = (origin[min(n, len(origin)) - 1] + 1 for n in (span.line, span.end_line))
        return Span(line, span.column, end, span.end_column)

    notes = tuple(evolve(n, span=move(n.span)) for n in problem.notes)
    return evolve(problem, span=problem.span and move(problem.span), notes=notes)


def _unknown_failure(draft: Draft, failure: Any) -> Problem:
    """What to say when no slip was recognised."""
    mark = getattr(failure, "problem_mark", None) or getattr(failure, "context_mark", None)
    line = draft.origin[min(mark.line, len(draft.origin) - 1)] + 1 if mark else 1
    column = mark.column + 1 if mark else 1
    message = f"this cannot be read as YAML: {getattr(failure, 'problem', None) or failure}"
    hint = "compare the indentation and the quotes with the lines above; what follows could not be checked"
    return Problem("not-yaml", message, Span(line, column, line, column + 1), hint=hint)


def _split(draft: Draft, number: int) -> Line:
    text = draft.lines[number]
    match = _ENTRY.fullmatch(text)
    assert match is not None
    key, value = match["key"], match["value"]
    if key is not None and "-" in match["lead"] and key not in NAMES and not key.startswith("x-"):
        key, value = None, text[match.end("lead") :]  # a bare text with a colon, not an entry
    return Line(number, text, match["lead"], key, value)


def _find(draft: Draft, failure: Any) -> Slip | None:
    """The slip behind a failure of the parser."""
    mark = failure.problem_mark if getattr(failure, "problem_mark", None) else getattr(failure, "context_mark", None)
    if mark is None:
        return None
    number = min(mark.line, len(draft.lines) - 1)
    context = failure.context or ""
    if failure.context_mark and ("quoted scalar" in context or "flow" in context):
        number = failure.context_mark.line
    line = _split(draft, number)
    return (
        _tab(line)
        or _special_start(line)
        or _quote(line)
        or _bracket(line)
        or (_colon(line) or _keys_under_text(draft, line) if "mapping values" in failure.problem else None)
        or (_open_quote_above(draft, line) if "end of stream" not in (failure.problem or "") else None)
        or _indentation(draft, line)
    )


def _quoted(text: str) -> str:
    """The text as a YAML scalar in quotes."""
    text = text.rstrip()
    return f'"{text}"' if '"' not in text and "\\" not in text else "'" + text.replace("'", "''") + "'"


def _tab(line: Line) -> Slip | None:
    if "\t" not in line.lead:
        return None
    column = line.lead.index("\t")
    instead = line.lead.replace("\t", "  ") + line.text[len(line.lead) :]
    return Slip("tab", "a tab stands where YAML allows only spaces", line, column, [instead], "indent with spaces")


def _special_start(line: Line) -> Slip | None:
    first = line.value[:1]
    rest = line.value[1:].strip()
    if first == "-" and line.key:
        inner = " " * (len(line.lead) + 2)
        instead = [f"{line.text[: line.start].rstrip()}", inner + line.value]
        return Slip("list-on-key-line", "a list begins on the line below its key", line, line.start, instead)
    if first not in _SPECIAL or not first or not rest or (first in "|>" and re.fullmatch(r"[-+\d]*\s*(#.*)?", rest)):
        return None
    message = f"a text cannot begin with `{first}`, which is {_SPECIAL[first]} in YAML"
    return Slip("leading-character", message, line, line.start, [line.with_value(_quoted(line.value))])


def _quote(line: Line) -> Slip | None:
    first = line.value[:1]
    if first not in ("'", '"') or not first:
        return None
    closed = re.match(r"'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"", line.value)
    if closed is None:
        text = line.value[1:].rstrip()
        message = "the quote that begins here is not closed"
        return Slip("unclosed-quote", message, line, line.start, [line.with_value(_quoted(text))])
    rest = line.value[closed.end() :].strip()
    if not rest.startswith(("#", ",", "]", "}")) and rest:
        message = "text follows the closing quote, so that YAML takes only the quoted words"
        return Slip("leading-quote", message, line, line.start, [line.with_value(_quoted(line.value))])
    if "\\" in closed[0]:
        message = "a backslash in double quotes begins an escape that YAML does not know"
        inside = closed[0][1:-1].replace('\\"', '"')
        return Slip("backslash", message, line, line.start, [line.with_value("'" + inside.replace("'", "''") + "'")])
    return None


def _bracket(line: Line) -> Slip | None:
    first = line.value[:1]
    if first not in ("[", "{") or not first:
        return None
    closing = {"[": "]", "{": "}"}[first]
    end = line.value.rfind(closing)
    after = line.value[end + 1 :].strip()
    if end < 0:
        message = f"the bracket `{first}` is not closed on its line"
        hint = f"close it with `{closing}`, or put a text that begins with it in quotes"
        return Slip("unclosed-bracket", message, line, line.start, [line.with_value(_quoted(line.value))], hint)
    if after and not after.startswith("#"):
        message = f"text follows `{closing}`, so that YAML takes only what stands in the brackets"
        return Slip("leading-bracket", message, line, line.start, [line.with_value(_quoted(line.value))])
    message = "the text in these brackets is not in quotes, so that YAML cuts it at commas and colons"
    hint = f'put each text in quotes: `{first}"one", "two"{closing}`'
    return Slip("unquoted-in-brackets", message, line, line.start, [line.with_value(_quoted(line.value))], hint)


def _colon(line: Line) -> Slip | None:
    """A second colon on the line: in the text, or of a second entry."""
    for match in re.finditer(r"(?<!\S)([\w.-]+):(?=\s|$)", line.value):
        before = line.value[: match.start()].rstrip()
        if match[1] in NAMES and before:
            indent = " " * len(line.lead)
            instead = [line.with_value(before), indent + line.value[match.start() :]]
            message = f"two entries stand on one line: the second begins at `{match[1]}:`"
            return Slip("two-entries-on-a-line", message, line, line.start + match.start(), instead)
    found = re.search(r":(?=\s|$)", line.value)
    if found is None:
        return None
    message = "the text has a colon, which YAML takes for the end of a key"
    return Slip("colon-in-text", message, line, line.start + found.start(), [line.with_value(_quoted(line.value))])


def _above(draft: Draft, number: int) -> Iterator[Line]:
    """The lines above that say anything, nearest first."""
    for at in range(number - 1, -1, -1):
        if draft.lines[at].strip() and not draft.lines[at].lstrip().startswith("#"):
            yield _split(draft, at)


def _keys_under_text(draft: Draft, line: Line) -> Slip | None:
    """Keys below a text that stands without a word of its own."""
    column = len(line.lead) if "-" not in line.lead else line.lead.index("-")
    for above in _above(draft, line.number):
        if above.key is None and "-" not in above.lead:
            continue  # a further line of a text
        if above.key is None and len(above.lead) <= column:
            glued = re.match(r"([\w-]+):(\S.*)", above.value)
            if glued and glued[1] in NAMES:
                message = f"a space is missing after `{glued[1]}:`"
                return Slip("missing-space", message, above, above.start, [above.with_value(f"{glued[1]}: {glued[2]}")])
            message = _needs_statement(draft, line)
            return Slip("keys-under-text", message, above, above.start, [above.with_value(f"claim: {above.value}")])
        if above.key in _LISTS and above.value and len(above.lead) < column:
            indent = " " * (column - 2) + "- " if column - 2 > len(above.lead) else " " * column
            instead = [above.text[: above.start].rstrip(), f"{indent}claim: {above.value}"]
            message = _needs_statement(draft, line)
            return Slip("keys-under-text", message, above, above.start, instead)
        return None
    return None


def _needs_statement(draft: Draft, line: Line) -> str:
    key = (line.key or line.value)[:20]
    return f"keys stand under a bare text: `{key}` on line {draft.origin[line.number] + 1} needs a statement"


def _open_quote_above(draft: Draft, line: Line) -> Slip | None:
    """A quote that was left open further up and closed by chance here."""
    if not re.search(r"['\"]", line.text):
        return None
    for above in _above(draft, line.number):
        slip = _quote(above)
        if slip and slip.code == "unclosed-quote":
            return slip
    return None


def _indentation(draft: Draft, line: Line) -> Slip | None:
    """A line that does not begin where the entries above it do."""
    indent = len(line.text) - len(line.text.lstrip())
    dashed = line.text.lstrip().startswith("-")
    columns: list[int] = []
    limit = 10**9
    for above in _above(draft, line.number):
        start = len(above.text) - len(above.text.lstrip())
        if start < limit:
            limit = start
            own = [start] if "-" in above.lead else []
            columns += own if dashed else [len(above.lead)] if above.key else []
        if limit == 0:
            break
    if not dashed and line.key is None:
        return None
    if not columns or indent in columns:
        if dashed or line.key not in NAMES:
            return None
        message = "an item of a list begins with a dash"
        return Slip("missing-dash", message, line, indent, [" " * indent + "- " + line.text.lstrip()])
    column = min(columns, key=lambda c: (abs(c - indent), c))
    message = f"this line begins in column {indent + 1}, where no entry above it begins"
    hint = f"begin it in column {column + 1}, as the entry above that it belongs beside"
    instead = [" " * column + line.text.lstrip()]
    return Slip("indentation", message, line, indent, instead, hint)
