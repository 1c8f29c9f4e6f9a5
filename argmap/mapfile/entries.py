"""Keys, colons and dashes that are missing, too many, or not in the column where YAML needs them."""

from __future__ import annotations

import difflib
import re

from argmap.mapfile import places
from argmap.mapfile.events import SIGNS
from argmap.mapfile.fields import NAMES, STATEMENT_WORDS, WORDS
from argmap.mapfile.indents import beside, block_end, indentation, open_columns, without_key
from argmap.mapfile.lines import (
    COLON,
    HEADER,
    LISTS,
    Draft,
    Line,
    Slip,
    begun,
    in_quotes,
    no_entry,
    parses,
    quoted,
    quoted_over,
    shifted,
    without_comment,
    written,
)

_BULLET = re.compile(r"(?:[*+>?•◦▪‣·●○■–—→]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+(?=\S)")
"""What begins an item where people do not write YAML."""

_SIGN = re.compile(rf"[{SIGNS}]\s+(?=\S)")

_PLAIN = re.compile(r"\w[\w ]*")
"""What YAML can only take for a text."""

_MOST = 10
"""Entries on a line that somebody may have meant."""


def colon(draft: Draft, line: Line, column: int) -> Slip | None:
    """A colon where no key can be: in a text, of a second entry, or of a key that stands under a text."""
    if line.dashed and line.key is not None and line.start > column:
        return run_on(draft, line, True, any_entry=True) or indentation(draft, line)
    if not line.dashed and (line.key is None or line.start > column):
        slip = _under_text(draft, line)
        if slip:
            return slip
        entry = draft.entry(line.number)
        if entry is not None and entry.value and line.key not in NAMES and not _is_misspelt(line.key):
            return _wrapped_colon(draft, entry, line, column)
        first = next((a for a in draft.above(line.number) if not a.is_entry), None) if entry is None else None
        if first is not None:
            return no_key(draft, first)
        is_entry = line.is_entry or _is_misspelt(line.key)
        return indentation(draft, line) if is_entry else no_key(draft, line)
    parts = _entries(line)
    if len(parts) > 1:
        item = next((a for a in [line, *draft.above(line.number)] if a.dashed and a.column == line.column), line)
        columns = [item.dash if p.startswith("- ") else line.column for p in parts]
        rest = [" " * c + p.rstrip(" ,;") for c, p in zip(columns, parts, strict=True)][1:]
        instead = [line.with_value(parts[0].rstrip(" ,;")), *rest]
        second = len(line.value) - sum(map(len, parts[1:]))
        key = parts[1].partition(":")[0]
        message = f"several entries stand on one line: the second begins at `{key}:`"
        hint = f"{written(instead)}; if `{key}:` belongs to the text, put the text in quotes"
        return Slip("two-entries-on-a-line", message, line, line.start + second, instead, hint)
    if line.indent == 0 and line.key is not None and is_stray(line.key):
        return no_entry(draft, line)
    if line.value[:1] in ("'", '"') and parses(line.value):
        return indentation(draft, line)  # the quotes are there, and do not help
    if line.key == "cite" and (cited := re.fullmatch(r"([\w.-]+) *: +(.*)", line.value)):
        message = "a comma stands between the key of a source and the place in it, not a colon"
        instead = [line.with_value(f"{cited[1]}, {cited[2]}")]
        return Slip("colon-in-text", message, line, column, instead)
    return in_quotes(draft, "colon-in-text", COLON, line, column)


def _is_misspelt(key: str | None) -> bool:
    """Whether a key is nearly one of the language."""
    return key is not None and bool(difflib.get_close_matches(key, NAMES, 1, 0.8))


def is_stray(key: str) -> bool:
    """Whether a key at the left margin is none, but the beginning of a line of another text."""
    is_word = key in NAMES or key.startswith("x-") or places.meant(key, places.MAP.fields) is not None
    return not is_word and (" " in key.strip() or key[:1].isupper()) and key.lower() not in NAMES


def _entries(line: Line) -> list[str]:
    """The value of a line cut where keys begin that may stand beside its own."""
    kin = beside(line.key)
    keys = re.finditer(r"(?<=\s)(- +)?([\w-]+):(?=\s|$)", line.value)
    cuts = [0, *[m.start() for m in keys if m[2] in kin and (m[1] or m[2] != line.key)]]
    if len(cuts) > _MOST:
        return [line.value]
    return [line.value[a:b] for a, b in zip(cuts, [*cuts[1:], None], strict=True)]


def _wrapped_colon(draft: Draft, entry: Line, line: Line, column: int) -> Slip:
    """A colon in a further line of a text."""
    last = max(draft.last_of(entry), line.number)
    instead = quoted_over(draft.lines[entry.number : last + 1], entry.start)
    return Slip("colon-in-text", COLON, line, column, instead, None, entry.number, last)


def _under_text(draft: Draft, line: Line) -> Slip | None:
    """Keys below a text that stands without a word of its own, or below one whose word is not read as a key."""
    entry = draft.entry(line.number)
    if entry is None:
        return None
    first = next(draft.below(entry.number), line)
    if entry.key is None and (slip := glued(entry) or _missing_colon(draft, entry, alone=False)):
        return slip
    if first.number < line.number and first.column <= line.column:
        slip = glued(first) or (None if entry.key in LISTS else _missing_colon(draft, first, alone=True))
        if slip:
            return slip
    if line.key not in NAMES:
        return None
    message = f"`{line.key}` on line {draft.origin[line.number] + 1} stands under a bare text, which can have no keys"
    group = next((a for a in draft.above(entry.number) if a.indent < entry.indent and a.key in LISTS), None)
    is_step_key = line.key in places.GROUP.fields and line.key not in places.MEMBER.fields
    if is_step_key and group and group.key == "all" and entry.key is None and group.column < entry.indent:
        return _under_member(draft, entry, line, group)
    if entry.key is None and entry.dash < line.indent:
        mended = [entry.with_value(f"claim: {entry.value}"), *draft.lines[entry.number + 1 : line.number]]
        return _with_keys(draft, message, entry, mended, entry.column, line)
    if entry.key in LISTS and entry.value and entry.column < line.indent:
        mended = [entry.text[: entry.start].rstrip(), " " * line.column + f"claim: {entry.value}"]
        return _with_keys(draft, message, entry, mended, line.column, line)
    if entry.key in LISTS and not entry.value and first.number < line.number:
        mended = [first.with_value(f"claim: {first.value}"), *draft.lines[first.number + 1 : line.number]]
        return _with_keys(draft, message, first, mended, first.column, line)
    return None


def _under_member(draft: Draft, entry: Line, line: Line, group: Line) -> Slip:
    """A key below a premise in bare text that can only speak of all the premises together."""
    last = block_end(draft, line)
    keys = [shifted(t, group.column - line.column) for t in draft.lines[line.number : last + 1]]
    message = f"`{line.key}` cannot stand on a premise inside `all`"
    hint = f"put it beside `all`, in column {group.column + 1}: it speaks of what the premises show together"
    further = [b for b in draft.below(last) if b.indent >= entry.indent]
    instead = [] if further and further[0].number == next(draft.below(last)).number else keys
    return Slip("misplaced-field", message, line, line.column, instead or [""], hint, line.number, last)


def _with_keys(draft: Draft, message: str, text: Line, mended: list[str], column: int, line: Line) -> Slip:
    """The slip of a bare text that has keys, which are moved beside its new word."""
    last = block_end(draft, line)
    keys = [shifted(t, column - line.column) for t in draft.lines[line.number : last + 1]]
    shown = [mended[0], keys[0]] if len(mended) == 1 else mended
    return Slip("keys-under-text", message, text, text.start, mended + keys, written(shown), text.number, last)


def glued(line: Line) -> Slip | None:
    """A key whose colon has no space after it, or a dash that has none."""
    match = re.match(r"([\w-]+)[:：](?=\S)(.*)", line.value)
    if match and match[1] in NAMES and line.key is None:
        if not re.search(r"\w", match[2]):
            message = f"`{match[2]}` stands after `{match[1]}:` by itself"
            return Slip("stray-character", message, line, line.start, [line.with_value(f"{match[1]}:")])
        instead = [line.with_value(f"{match[1]}: {match[2]}")]
        if match[2].startswith("- "):
            instead = [line.with_value(f"{match[1]}:"), " " * (line.column + 2) + match[2]]
        message = f"a space is missing after `{match[1]}:`"
        return Slip("missing-space", message, line, line.start, instead)
    if re.match(r"-[^\s:-]", line.text.lstrip()):
        instead = [" " * line.indent + "- " + line.text.lstrip()[1:]]
        return Slip("missing-space", "a space is missing after the dash", line, line.indent, instead)
    return None


def _missing_colon(draft: Draft, line: Line, alone: bool) -> Slip | None:
    """A key without its colon: a word of the language by itself, or before a text, or any word with keys below it."""
    match = re.match(r"([^\W\d_][\w-]*)(?:\s+(?:=\s*)?(.*))?$", line.value)
    if line.key is not None or not match:
        return None
    below = next(draft.below(line.number), None) if alone and not match[2] else None
    is_head = below is not None and below.is_entry and not below.dashed and below.indent > line.indent
    word = match[1].lower() if not match[2] and match[1].lower() in LISTS else match[1]
    if not is_head and word not in (NAMES if alone else WORDS):
        return None
    message = f"a colon is missing after `{match[1]}`"
    instead = [line.with_value(f"{word}: {match[2] or ''}".rstrip())]
    further = "; a line that goes on with the text above is indented further"
    hint = written(instead) + (further if match[2] and not line.dashed and draft.entry(line.number) else "")
    return Slip("missing-colon", message, line, line.start, instead, hint)


def no_key(draft: Draft, line: Line) -> Slip | None:
    """A line of text that stands where an entry should."""
    entry = draft.entry(line.number)
    if slip := glued(line) or _missing_colon(draft, line, alone=True):
        return slip
    if entry is None or re.fullmatch(r"[-=*_~+.\s]{3,}|\s*:(\s.*)?", line.text):
        return no_entry(draft, line)
    if not entry.value or HEADER.fullmatch(entry.value):
        last = draft.last_of(line) if line.key is None else line.number
        column = entry.column + 2
        instead = [shifted(t, column - line.indent) for t in draft.lines[line.number : last + 1]]
        message = f"a text under `{entry.value.split()[0] if entry.value else entry.key or '-'}` is indented further"
        return Slip("indentation", message, line, line.indent, instead, begun(column), last=last)
    column = entry.column if entry.key is None else entry.column + 2
    if line.indent == 0 < entry.indent and _goes_on(entry, line):
        return _pasted(draft, line, column)
    goes_on = f"{begun(column)}, if it goes on with the text above"
    if entry.dashed and line.indent <= entry.dash and not line.value[:1].islower():
        instead = [" " * entry.dash + "- " + line.text.strip()]
        hint = f"{written(instead)}; {goes_on}"
        return Slip("missing-dash", "an item of a list begins with a dash", line, line.indent, instead, hint)
    instead = [" " * column + line.text.strip()]
    message = "this line is not indented far enough to go on with the text above"
    hint = begun(column) + ("; a new item begins with a dash" if entry.dashed else "")
    return Slip("indentation", message, line, line.indent, instead, hint)


def _goes_on(entry: Line, line: Line) -> bool:
    """Whether a line at the left margin is rather more of the text far above than an item without its dash."""
    return entry.dash > 2 or line.value[:1].islower()


def _pasted(draft: Draft, line: Line, column: int) -> Slip:
    """A line at the left margin that goes on with the text above, and those that follow it there."""
    last = line.number
    while last + 1 < len(draft.lines) and (below := draft.line(last + 1)).value and below.indent == 0:
        if below.is_entry or below.key or below.value.split()[0] in NAMES:
            break
        last += 1
    instead = [" " * column + text.strip() for text in draft.lines[line.number : last + 1]]
    message = "this line is not indented far enough to go on with the text above"
    these = f", and the lines to {draft.origin[last] + 1}," if last > line.number else ""
    return Slip("indentation", message, line, line.indent, instead, begun(column, these), last=last)


def bullet(draft: Draft, line: Line) -> Slip | None:
    """Items that begin with a star, a number or the like."""
    if line.is_entry or not _BULLET.match(line.text.strip()):
        return None
    above = draft.entry(line.number)
    if above is None or ((above.key not in LISTS or above.value) and line.indent not in _dashes(draft, line)):
        return None
    first = last = line
    is_flat = True  # no line is further right than the items, as it mostly is in a long list
    for other in draft.above(line.number):
        if other.indent < line.indent or (other.is_entry and other.indent == line.indent):
            break
        first = other if other.indent == line.indent and _BULLET.match(other.text.strip()) else first
        is_flat = is_flat and other.indent == line.indent
    for other in draft.below(line.number):
        if other.indent < line.indent or (other.is_entry and other.indent == line.indent):
            break
        last = other
        is_flat = is_flat and other.indent == line.indent
    instead, shown = [], []
    for number in range(first.number, last.number + 1):
        text = draft.lines[number]
        sign = _BULLET.match(text.strip()) if len(text) - len(text.lstrip()) == line.indent else None
        if sign:
            further = line if is_flat else next(draft.below(number), line)
            gap = sign.end() - 1 if further.indent == line.indent + sign.end() else 1  # so that keys below stay beside
            text = " " * line.indent + "-" + " " * gap + _as_text(text.strip()[sign.end() :])
            shown.append(text)
        instead.append(text)
    sign = _BULLET.match(first.text.strip())
    message = f"an item of a list begins with `- `, not with `{sign[0].strip() if sign else ''} `"
    return Slip("missing-dash", message, first, first.indent, instead, written(shown), first.number, last.number)


def _dashes(draft: Draft, line: Line) -> list[int]:
    """The columns in which an item may begin."""
    return open_columns(draft, line.number)[1]


def _as_text(text: str) -> str:
    """A text in quotes where YAML would take it for something else."""
    if _PLAIN.fullmatch(text):
        return text
    key = re.match(r"([\w-]+):(\s|$)", text)
    if key and key[1] in NAMES:
        return text
    is_plain = parses(text) and not re.search(r":(\s|$)|\s#", text) and text[:1] not in "\"'[{"
    return text if is_plain else quoted(text)


def _below_text(draft: Draft, entry: Line, line: Line, sign: re.Match[str] | None) -> Slip:
    """An item below a bare text: a reason for it, most likely, where nothing says so."""
    first, last = line.number, line.number
    while last + 1 < len(draft.lines) and draft.line(last + 1).indent >= line.indent and draft.lines[last + 1].strip():
        last += 1
    texts = [draft.lines[entry.number], *draft.lines[entry.number + 1 : first]]
    text = [entry.with_value(f"claim: {entry.value}"), *texts[1:], " " * entry.column + "because:"]
    items = [re.sub(rf"^(\s*){_SIGN.pattern}", r"\1- ", t) if sign else t for t in draft.lines[first : last + 1]]
    message = "a list stands under a text, without a key of its own"
    further = f"; for one more item, begin it with `- ` in column {entry.dash + 1}"
    hint = f"for its reasons, {written(text)}{further}"
    return Slip("list-without-key", message, line, line.indent, text + items, hint, entry.number, last)


def run_on(draft: Draft, line: Line, goes_on: bool, any_entry: bool = False) -> Slip | None:
    """A line that YAML takes for text, or for more of the text above, though it begins like an entry."""
    if line.key is None and not re.match(r"-\d", line.value) and (slip := glued(line)):
        return slip
    if line.key in LISTS and line.value[:1] == "-" and line.value[1:2].isupper():
        instead = [line.text[: line.start].rstrip(), " " * (line.column + 2) + f"- {line.value[1:]}"]
        return Slip("missing-space", "a space is missing after the dash", line, line.start, instead)
    sign = None if line.dashed else _SIGN.match(line.value)
    entry = draft.entry(line.number) if goes_on and (line.dashed or sign) else None
    if (
        entry is not None
        and entry.key is None
        and line.indent >= entry.column
        and without_comment(entry.value)[0] not in WORDS
    ):
        return _below_text(draft, entry, line, sign)
    if sign:
        return None
    usual = any_entry or (entry is not None and (entry.key is None or entry.key in (*LISTS, *STATEMENT_WORDS)))
    if entry is None or not usual:
        return None
    if entry.key is not None and entry.key not in LISTS:
        return without_key(draft, line, entry.column)
    if entry.key is None and entry.value in WORDS:
        return _missing_colon(draft, entry, alone=False)
    if entry.key is None:
        column = entry.dash
        instead = [shifted(line.text, column - line.indent)]
        message = "this dash begins no item, since the line goes on with the text above"
        hint = f"{begun(column)}, as the item above"
        return Slip("indentation", message, line, line.indent, instead, hint)
    if entry.value:
        instead = [entry.text[: entry.start].rstrip(), " " * line.indent + "- " + entry.value]
        return Slip("list-on-key-line", "a list begins on the line below its key", entry, entry.start, instead)
    first = next(draft.below(entry.number), line)
    instead = [" " * line.indent + "- " + first.text.strip()]
    return Slip("missing-dash", "an item of a list begins with a dash", first, first.indent, instead)
