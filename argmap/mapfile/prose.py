"""Texts that YAML takes for something else: special first letters, quotes, brackets, comments."""

from __future__ import annotations

import re

from argmap.mapfile.fields import FIELDS, Kind
from argmap.mapfile.lines import (
    HEADER,
    LISTS,
    Draft,
    Line,
    Slip,
    in_quotes,
    is_outside,
    no_entry,
    parses,
    quoted,
    quoted_over,
    unquoted,
    without_comment,
    written,
)
from argmap.mapfile.values import short

_SHORT = 2000
"""Characters of a text in brackets that is worth putting right."""

_SPECIAL = {
    "*": "an alias", "&": "an anchor", "!": "a tag", "%": "a directive", "@": "reserved", "`": "reserved",
    ">": "a folded text", "|": "a block of text", "?": "a key", ",": "a separator",
}  # fmt: skip
_ONE_TEXT = (Kind.TEXT, Kind.NAME, Kind.KEY, Kind.NUMBER, Kind.TRUTH, Kind.CHOICE)
_TEXTS = frozenset(f.name for f in FIELDS if f.kind in _ONE_TEXT)
_QUOTED = re.compile(r"'[^']*(?:''[^']*)*'|\"[^\"\\]*(?:\\.[^\"\\]*)*\"")
_LOST_BEHIND = re.compile(r"[ \t]+(#[^\s#!].*)")
_LOST = re.compile(r"\s(#[^\s#!].*)")


def special_start(draft: Draft, line: Line) -> Slip | None:
    """A text whose first letter means something to YAML."""
    first, rest = line.value[:1], line.value[1:].strip()
    if line.key and re.match(r"-(\s|$)", line.value):
        return _list_beside_key(draft, line)
    if first not in _SPECIAL or not first or not rest or HEADER.fullmatch(line.value):
        return None
    if not line.is_entry and is_outside(draft, line):
        return no_entry(line)
    last = draft.last_of(line)
    header = re.match(r"([>|][-+]?) +(\S.*)", line.value)
    if header and (last > line.number or header[1] not in (">", "|")):
        following = draft.lines[line.number + 1] if last > line.number else ""
        indent = " " * (len(following) - len(following.lstrip())) or " " * (line.column + 2)
        instead = [line.with_value(header[1]), indent + header[2]]
        message = f"text stands beside `{header[1]}`; it begins on the line below"
        return Slip("leading-character", message, line, line.start, instead)
    shown = "a backtick" if first == "`" else f"`{first}`"
    message = f"a text cannot begin with {shown}, which is {_SPECIAL[first]} in YAML"
    return in_quotes(draft, "leading-character", message, line, line.start)


def _list_beside_key(draft: Draft, line: Line) -> Slip:
    if line.key in _TEXTS:
        message = "a text cannot begin with `- `, which is an item of a list in YAML"
        return in_quotes(draft, "leading-character", message, line, line.start)
    following = next(draft.below(line.number), None)
    column = following.indent if following and following.dashed and following.indent > line.column else line.column + 2
    instead = [line.text[: line.start].rstrip(), " " * column + (line.value if line.value[1:].strip() else "- …")]
    return Slip("list-on-key-line", "a list begins on the line below its key", line, line.start, instead)


def quote(draft: Draft, line: Line) -> Slip | None:
    """A quote that is not closed, or that is closed before the text ends."""
    if line.value[:1] not in ("'", '"') or not line.value:
        return None
    closed = _QUOTED.match(line.value)
    if closed is None:
        last = draft.last_of(line)
        lines = [*draft.lines[line.number : last + 1]]
        value = unquoted(line.value) if last == line.number else line.value[1:]
        message = "the quote that begins here is not closed"
        instead = quoted_over([line.with_value(value), *lines[1:]], line.start)
        return Slip("unclosed-quote", message, line, line.start, instead, None, line.number, last)
    rest = line.value[closed.end() :].strip()
    if rest in (",", ";"):
        instead = [line.with_value(line.value[: closed.end()])]
        return Slip("leading-quote", f"`{rest}` follows the closing quote", line, line.start + closed.end(), instead)
    if not rest or rest.startswith("#"):
        return None
    message = "text follows the closing quote, so that YAML takes only the quoted words"
    if draft.last_of(line) > line.number:
        return in_quotes(draft, "leading-quote", message, line, line.start)
    instead = quoted_over([line.with_value(unquoted(line.value))], line.start)
    return Slip("leading-quote", message, line, line.start, instead)


def escape(draft: Draft, line: Line) -> Slip | None:
    """A backslash in double quotes that YAML cannot read."""
    message = "a backslash in double quotes begins an escape that YAML does not know"
    if re.fullmatch(r'"[^"]*"\s*', line.value):
        instead = [line.with_value("'" + line.value.strip()[1:-1].replace("'", "''") + "'")]
        return Slip("backslash", message, line, line.start, instead)
    end = next((n for n in range(line.number, len(draft.lines)) if re.search(r'"\s*$', draft.lines[n])), line.number)
    doubled = [text.replace("\\", "\\\\") for text in draft.lines[line.number : end + 1]]
    instead = [text.replace('\\\\"', '\\"') for text in doubled]
    return Slip("backslash", message, line, line.start, instead, "write each backslash twice", line.number, end)


def open_quote_above(draft: Draft, line: Line, column: int) -> Slip | None:
    """A quote that was left open further up and closed by chance in this line."""
    if not re.search(r"['\"]", line.text[: column + 1]):
        return None
    between: set[str] = set()
    for number in range(line.number - 1, -1, -1):
        quotes = {c for c in "'\"" if c in draft.lines[number]}
        if not quotes:
            continue
        above = draft.line(number)
        slip = quote(draft, above) if above.value[:1] not in between else None
        if slip and slip.code == "unclosed-quote":
            message = "text follows the closing quote, so that YAML takes only the quoted words"
            wrapped = slip.last is not None and slip.last >= line.number
            return in_quotes(draft, "leading-quote", message, above, above.start) if wrapped else slip
        between |= quotes
        if len(between) > 1:
            break
    return None


def open_bracket(draft: Draft, line: Line) -> Line | None:
    """The line with the bracket that is still open in a line."""
    if line.value[:1] in ("[", "{") and line.value:
        return line
    opening = (a for a in draft.above(line.number) if a.value[:1] in ("[", "{") and a.value)
    return next((a for a in opening if not parses(a.value)), None)


def bracket(draft: Draft, line: Line) -> Slip | None:
    """Text in or after brackets that YAML cannot read."""
    first = line.value[:1]
    if first not in ("[", "{") or not first:
        return None
    closing = {"[": "]", "{": "}"}[first]
    value = without_comment(line.value)[0]
    if len(value) < _SHORT and parses(value):
        return None
    end = value.rfind(closing)
    is_text = line.key in _TEXTS or line.key is None
    if end < 0:
        return _unclosed_bracket(draft, line, value, closing, is_text)
    if value[end + 1 :].strip() or (is_text and line.key):
        message = f"text follows `{closing}`, so that YAML takes only what stands in the brackets"
        return in_quotes(draft, "leading-bracket", message, line, line.start)
    message = "the text in these brackets is not in quotes, so that YAML cuts it at commas and colons"
    hint = f'put each text in quotes: `{first}"one", "two"{closing}`'
    better = next((v for v in _repaired(value, closing) if parses(v)), None) if len(value) < _SHORT else None
    if better is not None:
        return Slip("unquoted-in-brackets", message, line, line.start, [line.with_value(better)])
    return in_quotes(draft, "unquoted-in-brackets", message, line, line.start, hint)


def _unclosed_bracket(draft: Draft, line: Line, value: str, closing: str, is_text: bool) -> Slip:
    message = f"the bracket `{line.value[0]}` is not closed"
    last = draft.last_of(line)
    lines = draft.lines[line.number : last + 1]
    closed = [*lines[:-1], lines[-1].rstrip() + closing] if last > line.number else [line.with_value(value + closing)]
    is_text = is_text or (line.key in LISTS and value[1:2] not in ("", '"', "'", "{", "["))
    if not is_text and len(value) < _SHORT and parses("\n".join([closed[0][line.start :], *closed[1:]])):
        return Slip("unclosed-bracket", message, line, line.start, closed, None, line.number, last)
    hint = f"close it with `{closing}`, or put a text that begins with it in quotes"
    return in_quotes(draft, "unclosed-bracket", message, line, line.start, hint)


def _repaired(value: str, closing: str) -> list[str]:
    """What a value in brackets might be meant to be."""
    inside = value[1 : value.rfind(closing)]
    parts = [p.strip() for p in re.split(r""",(?=(?:[^"]*"[^"]*")*[^"]*$)|(?<=")\s+(?=")""", inside) if p.strip()]
    as_list = "[" + ", ".join(p if parses(f"[{p}]") and p[0] in "\"'{" else quoted(p) for p in parts) + "]"
    in_braces = re.sub(r"(\w+): +([^,{}\[\]\"']*[:#][^,{}\[\]\"']*)", lambda m: f"{m[1]}: {quoted(m[2])}", value)
    if closing == "}" or "{" in value:
        return [in_braces]
    return [value[: value.find(closing) + 1], as_list]


def broken_text(draft: Draft, line: Line) -> Slip | None:
    """A further line of a text that has ended already: by a comment, a quote or a bracket."""
    entry = draft.entry(line.number)
    if entry is None or is_outside(draft, line):
        return None
    last = draft.last_of(entry)
    if lost := _LOST.search(entry.text, entry.start):
        instead = quoted_over(draft.lines[entry.number : last + 1], entry.start)
        message = f"YAML drops `{short(lost[1])}` as a comment"
        return Slip("text-lost-to-comment", message, entry, lost.start(1), instead, None, entry.number, last)
    for number in range(line.number - 1, entry.number - 1, -1):
        comment = re.search(r"(?:^|\s)#.*$", draft.lines[number])
        if comment:
            at = draft.lines[number].index("#", comment.start())
            instead = [draft.lines[number][: comment.start()]]
            message = "a comment ends the text above it, and the text goes on below"
            hint = "move the comment above the whole text, or behind its last line"
            return Slip("comment-in-text", message, draft.line(number), at, instead, hint)
    if entry.value[:1] in ("'", '"', "[", "{") and entry.value:
        what = "closing quote" if entry.value[0] in "'\"" else "closing bracket"
        message = f"text follows the {what}, so that YAML takes only what stands before it"
        code = "leading-quote" if "quote" in what else "leading-bracket"
        return in_quotes(draft, code, message, entry, entry.start)
    first = next(draft.below(entry.number), line)
    if HEADER.fullmatch(entry.value or "") and first.number < line.number:
        instead = [" " * first.indent + line.text.strip()]
        message = "this line begins further left than the text that it goes on with"
        return Slip("indentation", message, line, line.indent, instead, f"begin it in column {first.indent + 1}")
    return None


def lost(draft: Draft, line: Line, number: int, column: int) -> Slip | None:
    """Text that YAML takes for a comment, behind a value that begins in one line and ends in a column of another."""
    match = _LOST_BEHIND.match(draft.lines[number], column)
    if match is None or not line.value:
        return None
    message = f"YAML drops `{short(match[1])}` as a comment"
    slip = in_quotes(draft, "text-lost-to-comment", message, draft.line(number), match.start(1))
    instead = quoted_over(draft.lines[line.number : number + 1], line.start)
    if line.value[0] in "[{'\"":
        instead = [*draft.lines[line.number : number], draft.lines[number][: match.start()]]
        return slip._replace(instead=instead, hint="put the text in quotes, all of it", first=line.number, last=number)
    hint = f"{written(instead)}; a comment begins with `# `"
    return slip._replace(instead=instead, hint=hint, first=line.number, last=number)


def lost_behind_bracket(draft: Draft, line: Line) -> Slip | None:
    """Text that YAML takes for a comment behind a list in brackets."""
    end = max(line.value.rfind("]"), line.value.rfind("}")) + 1
    is_list = end and line.value[0] in "[{" and "#" not in line.value[:end]
    return lost(draft, line, line.number, line.start + end) if is_list else None
