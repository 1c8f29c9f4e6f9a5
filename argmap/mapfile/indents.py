"""Lines that begin in the wrong column, or with other white space than YAML's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

import yaml

from argmap.mapfile.fields import FIELDS, NAMES, WORDS, Owner
from argmap.mapfile.lines import LISTS, LOADER, Draft, Line, Slip, begun, shifted, written

GROUPS = tuple(
    frozenset(f.name for f in FIELDS if f.owner in owners)
    for owners in (
        (Owner.WORD, Owner.STATEMENT, Owner.STEP, Owner.PREMISE, Owner.SHARED),
        (Owner.CITATION,),
        (Owner.SOURCE,),
        (Owner.SPEAKER,),
        (Owner.ISSUE,),
        (Owner.EXPECT,),
        (Owner.STYLE,),
        (Owner.MAP,),
    )
)
"""The keys that stand beside each other."""

_OF_MAP = frozenset(f.name for f in FIELDS if f.owner is Owner.MAP)

_MOST = 5000
"""Lines with other white space that are told as one problem."""

_FAR = 5000
"""Lines of a file from which on no widths of tabs are tried."""

_DEEPEST = 500
"""Letters of white space before a text that somebody may have meant."""


def beside(key: str | None) -> frozenset[str]:
    """The keys that may stand beside a key."""
    return frozenset().union(*(group for group in GROUPS if key in group))


def indentation(draft: Draft, line: Line) -> Slip | None:
    """A line that does not begin where the entries above it do."""
    slip = (
        tight_dash(line)
        or _first_line(draft, line)
        or _at_margin(draft, line)
        or _stray_dash(draft, line)
        or _needless_dash(draft, line)
        or _first_dash(draft, line)
        or _far_dash(draft, line)
    )
    if slip:
        return slip
    if line.text.strip() == "-":
        hint = "remove the dash, or write its text after it"
        return Slip("empty-value", "an item is empty", line, line.indent, [""], hint)
    keys, dashes = open_columns(draft, line.number)
    if not line.dashed and line.key in WORDS and dashes:
        near = min(dashes, key=lambda c: (abs(c - line.indent), -c))
        if abs(near - line.indent) < 2 or line.indent in keys:
            instead = [" " * near + "- " + line.text.lstrip()]
            return Slip("missing-dash", "an item of a list begins with a dash", line, line.indent, instead)
    choices = dashes if line.dashed else fitting(keys, line.key)
    if not choices or line.indent in choices:
        return None
    below = _keys_below(draft, line)

    def unlikely(column: int) -> tuple[bool, bool, int, int]:
        aligned = below is not None and column + line.column - line.indent == below
        return not aligned, line.key in keys.get(column, ()), abs(column - line.indent), -column

    column = min(choices, key=unlikely)
    return _wrong_column(draft, line, column, alone=not unlikely(column)[0])


def _keys_below(draft: Draft, line: Line) -> int | None:
    """The column of the keys that follow the first of an item, when they are not beside it already."""
    below = next(draft.below(line.number), None) if line.dashed and line.key else None
    return below.indent if below and not below.dashed and below.key and below.indent != line.column else None


def tight_dash(line: Line) -> Slip | None:
    """A dash without a space before a key."""
    match = re.match(r"-([\w-]+):(\s|$)", line.text.lstrip())
    if not match or match[1] not in NAMES:
        return None
    instead = [" " * line.indent + "- " + line.text.lstrip()[1:]]
    return Slip("missing-space", "a space is missing after the dash", line, line.indent, instead)


def _at_margin(draft: Draft, line: Line) -> Slip | None:
    """A key of an item at the left margin, above a line that goes on with that item."""
    above = next(draft.above(line.number), None)
    if above is None or above.indent > 0 or above.dashed or above.key not in NAMES or above.key in _OF_MAP:
        return None
    keys, _ = open_columns(draft, above.number)
    choices = [c for c in fitting(keys, above.key) if c > 0 and above.key not in keys[c]]
    if not choices:
        return None
    column = line.indent if line.indent in choices else max(choices)
    return _wrong_column(draft, above, column, alone=True)


def _first_line(draft: Draft, line: Line) -> Slip | None:
    """The first line of a file further right than the rest."""
    first = next(draft.below(-1), line)
    if line.indent > 0 or first.indent == 0:
        return None
    message = f"this line begins in column {first.indent + 1}, and the keys below it at the left margin"
    lines = [shifted(text, -first.indent) for text in draft.lines[first.number : line.number]]
    return Slip("indentation", message, first, first.indent, lines, begun(0), last=line.number - 1)


def _wrong_column(draft: Draft, line: Line, column: int, alone: bool) -> Slip:
    below = next(draft.below(line.number), None)
    if below is not None and line.key and not line.value:  # what stands under the key stays where it is
        alone = alone or below.indent > column or (below.dashed and below.indent == column)
    last = line.number if alone else block_end(draft, line, column)
    instead = [shifted(t, column - line.indent) for t in draft.lines[line.number : last + 1]]
    message = f"this line begins in column {line.indent + 1}, where no entry above it begins"
    like = next((a for a in draft.above(line.number) if (a.dash if line.dashed else a.column) == column), None)
    name = f"`{like.key}`" if like and like.key and not line.dashed else "the dash" if line.dashed else "the text"
    hint = begun(column) + (f", like {name} on line {draft.origin[like.number] + 1}" if like else "")
    return Slip("indentation", message, line, line.indent, instead, hint, last=last)


def open_columns(draft: Draft, number: int) -> tuple[dict[int, set[str]], list[int]]:
    """Where a line could go on with what stands above: the columns of keys, each with the keys there, and of dashes."""
    keys: dict[int, set[str]] = {}
    dashes: list[int] = []
    complete: set[int] = set()
    closed: set[int] = set()  # columns of keys, under which no list above goes on
    limit = 10**9
    for above in draft.above(number):
        if not above.is_entry or above.indent > limit:
            continue
        if limit == 10**9 and above.key and not above.value:
            if above.key in LISTS:
                dashes.append(above.column + 2)
            elif above.key not in NAMES:
                keys[above.column + 2] = {"file"}  # the keys of a source
        limit = above.indent
        if above.key and above.column not in complete:
            keys.setdefault(above.column, set()).add(above.key)
        if above.dashed:
            complete.add(above.column)
            if above.indent not in dashes and above.indent not in closed:
                dashes.append(above.indent)
        elif above.key:
            closed.add(above.column)
        if above.indent == 0:
            break
    return keys, dashes


def fitting(keys: dict[int, set[str]], key: str | None) -> list[int]:
    """The columns in which a key stands beside others of its kind, all where there are none."""
    kin = beside(key)
    kindred = [c for c, there in keys.items() if (there & kin if kin else there - NAMES)]
    return kindred or list(keys)


def _stray_dash(draft: Draft, line: Line) -> Slip | None:
    """A dash in the column of keys: before a key that needs none, or of a list that has no key."""
    above = next(draft.above(line.number), None)
    is_beside = above is not None and above.is_entry and above.column == line.indent
    if line.dashed and not any(a.dashed or a.key in LISTS for a in draft.above(line.number)):
        hint = "write `claims:` on a line above it, at the left margin"
        return Slip(
            "list-without-key", "a list stands here without a key", line, line.indent, ["claims:", line.text], hint
        )
    if not line.dashed or above is None or not is_beside or not above.value or above.key is None:
        return None
    if line.key and line.key not in WORDS:
        instead = [" " * line.indent + line.text[line.column :]]
        message = f"`{line.key}` belongs to the item above, and a dash begins a new one"
        return Slip("needless-dash", message, line, line.indent, instead)
    return without_key(draft, line, line.indent)


def without_key(draft: Draft, line: Line, column: int) -> Slip:
    """The slip of a list in an item whose keys stand in a column, without a key of its own."""
    keys = open_columns(draft, line.number)[0].get(column, set())
    word = next((name for name in ("because", "but") if name not in keys), "x-list")
    hint = "write `because:` or `but:` on a line above it"
    if word != "because":
        above = next(a for a in draft.above(line.number) if a.key == "because" and a.column == column)
        hint = f"put it under `because:` on line {draft.origin[above.number] + 1}"
        hint += ", or write `but:` on a line above it" if word == "but" else ", or under `but:`"
    message = "a list stands here without a key"
    return Slip("list-without-key", message, line, line.indent, [" " * column + f"{word}:", line.text], hint)


def _needless_dash(draft: Draft, line: Line) -> Slip | None:
    """A dash before a key that belongs to the item above, in the column of that one's keys."""
    if not line.dashed or line.key not in NAMES or line.key in WORDS:
        return None
    keys, dashes = open_columns(draft, line.number)
    if line.indent in dashes or not keys.get(line.indent, set()) & beside(line.key):
        return None
    instead = [" " * line.indent + line.text[line.column :]]
    message = f"`{line.key}` belongs to the item above, and a dash begins a new one"
    return Slip("needless-dash", message, line, line.indent, instead)


def _first_dash(draft: Draft, line: Line) -> Slip | None:
    """The first item of a list without its dash, found at the second."""
    above = next((a for a in draft.above(line.number) if a.indent < line.indent), None)
    if not line.dashed or above is None or above.key not in LISTS or above.value:
        return None
    first = next(draft.below(above.number), line)
    if first.dashed or first.number >= line.number:
        return None
    if slip := tight_dash(first):
        return slip
    instead = [" " * line.indent + "- " + first.text.lstrip()]
    return Slip("missing-dash", "an item of a list begins with a dash", first, first.indent, instead)


def _far_dash(draft: Draft, line: Line) -> Slip | None:
    """A dash too far right, found by the keys below it, which agree on another column."""
    above = next(draft.above(line.number), None)
    if above is None or not above.dashed or above.key is None or line.dashed or above.column == line.indent:
        return None
    below = next(draft.below(line.number), None)
    outer = next((a for a in draft.above(above.number) if a.indent < above.indent), None)
    agreed = below is not None and not below.dashed and below.indent == line.indent
    if not agreed or line.key not in beside(above.key) or outer is None or line.indent - 2 < outer.column:
        return None
    by = line.indent - above.column
    message = f"this dash stands in column {above.indent + 1}, and the keys that belong to it stand elsewhere"
    hint = begun(above.indent + by)
    return Slip("indentation", message, above, above.indent, [shifted(above.text, by)], hint)


def block_end(draft: Draft, line: Line, column: int | None = None) -> int:
    """The last of the lines that move with a line: those indented as far as it, or further."""
    last = line.number
    for below in draft.below(line.number):
        beside = below.indent == column and (below.dashed == line.dashed or below.is_like(line))
        if below.indent < line.indent or beside or (below.dashed and below.indent <= line.indent):
            break
        last = below.number
    return last


def spaces(draft: Draft, line: Line, column: int) -> Slip | None:
    """Tabs, or other white space than YAML's, before the text of some lines."""
    odd = next((i for i, c in enumerate(line.lead) if c not in " -"), None)
    if odd is None:
        if line.text[column : column + 1] != "\t":
            return None
        instead = [line.text[:column] + line.text[column:].replace("\t", " ")]
        return Slip("tab", "a tab stands where YAML allows only spaces", line, column, instead)
    last = line.number
    while last + 1 < min(len(draft.lines), line.number + _MOST) and _odd_indent(draft.line(last + 1)):
        last += 1
    block = [draft.line(n) for n in range(line.number, last + 1)]
    keys, dashes = open_columns(draft, line.number)
    above = next(draft.above(line.number), None)
    columns = sorted(dashes if line.dashed else fitting(keys, line.key), reverse=True)
    if not line.dashed and line.key in NAMES:  # not where that key stands already
        columns = [c for c in columns if line.key not in keys[c]] or columns
        if above and above.dashed and above.key is None and line.key in keys.get(columns[0], ()):
            columns = [above.column]  # it is that text's, which lacks its own word
    ends = columns if above and columns == [above.column] else [*columns, None]
    widths = (2, 4, 8) if max(len(b.lead) for b in block) < _DEEPEST else (1,)
    choices = (_respaced(block, width, column) for width in widths for column in ends)
    if line.number <= _FAR:  # each try costs a reading of all that stands above
        instead = max(choices, key=lambda lines: _progress(draft, line.number, last, lines))
    else:
        instead = next(choices)
    name = "tab" if line.lead[odd] == "\t" else unicodedata.name(line.lead[odd], "strange space").lower()
    what = f"{'an' if name[0] in 'aeio' else 'a'} {name}"
    where = "here" if last == line.number else f"here and on the lines to {draft.origin[last] + 1}"
    message = f"{what} stands {where}, where YAML allows only spaces"
    column = len(instead[0]) - len(instead[0].lstrip())
    hint = written(instead) if "-" in line.lead[:odd] else begun(column)
    if last > line.number:
        hint = "indent all of them with spaces; most editors can turn tabs into spaces"
    code = "tab" if line.lead[odd] == "\t" else "odd-space"
    return Slip(code, message, line, odd, instead, hint, line.number, last)


def _odd_indent(line: Line) -> bool:
    return any(c not in " -" for c in line.lead)


def _respaced(block: Sequence[Line], width: int, column: int | None) -> list[str]:
    """Lines that are indented with spaces alone, the first of them in a column when one is given."""
    respaced = []
    for line in block:
        before, dash, after = line.lead.partition("-")
        before = "".join(" " if c != "\t" else " " * width for c in before)
        after = "".join(c if c == "-" else " " for c in after)
        respaced.append(before + dash + after + line.text[len(line.lead) :])
    by = 0 if column is None else column - (len(respaced[0]) - len(respaced[0].lstrip()))
    return [shifted(text, by) for text in respaced]


def _progress(draft: Draft, first: int, last: int, instead: Sequence[str]) -> int:
    """How far YAML reads when some lines are written otherwise."""
    lines = [*draft.lines[:first], *instead, *draft.lines[last + 1 : last + 20]]
    try:
        for _ in yaml.parse("\n".join(lines), LOADER):
            pass
    except yaml.MarkedYAMLError as failure:
        return failure.problem_mark.line if failure.problem_mark else 0
    return len(lines)
