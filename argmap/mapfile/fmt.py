"""One layout for a map file: what a person typed, in order, with all comments."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from argmap.mapfile import events, places
from argmap.mapfile.data import data_of
from argmap.mapfile.edit import plain
from argmap.mapfile.fields import Kind
from argmap.mapfile.order import order_of, rank
from argmap.mapfile.places import Place
from argmap.mapfile.read import read_text
from argmap.mapfile.scalars import Text
from argmap.mapfile.sheet import Block, Entry, listed, text_of
from argmap.mapfile.typed import comments_of, sheet_of
from argmap.problem import MapError, Problem

_MENDED = ("byte-order-mark", "step-key-below")
"""Warnings that a layout answers."""
_TRIMMED = (Kind.TEXT, Kind.NAME, Kind.KEY, Kind.FILES, Kind.NUMBER, Kind.TRUTH, Kind.CHOICE, Kind.WIDTH)
"""Kinds whose values are read without the white space behind them."""
_INSIDE = {
    Kind.CITATIONS: places.CITATION,
    Kind.SOURCES: places.SOURCE,
    Kind.SPEAKERS: places.SPEAKER,
    Kind.ISSUES: places.ISSUE,
    Kind.EXPECT: places.EXPECT,
    Kind.STYLE: places.STYLE,
}
"""What kind of mapping stands under a key."""
_NAMED = (Kind.SOURCES, Kind.SPEAKERS)
"""Kinds whose mappings stand each under a name of its own."""
_TO_EDITORS = ("# yaml-language-server:", "# $schema:")


def formatted(text: str) -> str:
    """The text of a map in its one layout, with the line ends that it has.

    Raises `MapError` with every problem when it is not exactly one map, and with the problem ``not-formatted`` when the
    new text would say something else, which is a mistake of argmap.
    """
    before, problems = read_text(text)
    if before is None:
        raise MapError(problems)
    typed = plain(text)
    sheet = sheet_of(typed)
    first = sheet.entries[0]
    _arrange(sheet, places.MAP)
    _head(sheet, first)
    new = text_of(sheet)
    after, remaining = read_text(new)
    codes = Counter(p.code for p in problems if p.code not in _MENDED)
    # An `unless` that stood below `because` is listed sooner now; then the trees tell whether anything else changed.
    is_moved = any(p.code == "step-key-below" for p in problems)
    is_same = after == before or (is_moved and data_of(events.parse(typed, [])) == data_of(events.parse(new, [])))
    is_same = is_same and codes == Counter(p.code for p in remaining)
    if not is_same or sorted(comments_of(typed)) != sorted(comments_of(new)):
        message = "the layout would change what the map says; the text stays as it is"
        raise MapError((Problem("not-formatted", message, hint="this is a mistake of argmap; please report it"),))
    return new.replace("\n", "\r\n") if _has_returns(text) else new


def _has_returns(text: str) -> bool:
    """Whether the first line ends as on Windows."""
    end = text.find("\n")
    return end > 0 and text[end - 1] == "\r"


def _arrange(block: Block, place: Place) -> None:
    """Put the keys of a mapping in order, and what stands under them."""
    for entry in block.entries:
        name = entry.key.value if entry.key else ""
        if name in place.fields:
            _arrange_value(entry, name, place.fields[name].kind)
    block.flow = block.flow and place is places.CITATION
    ranks = order_of(place)
    block.entries.sort(key=lambda e: rank(ranks, e.key.value if e.key else ""))


def _arrange_value(entry: Entry, name: str, kind: Kind) -> None:
    value = entry.value
    if isinstance(value, Text):
        if kind in _TRIMMED or kind is Kind.ITEMS:
            value = value._replace(value=value.value.rstrip())
        is_text = kind in (Kind.TEXT, Kind.NAME, Kind.KEY, Kind.ITEMS, Kind.TAGS, Kind.FILES, Kind.CITATIONS)
        entry.value = value if is_text else Text(value.value)
    elif kind is Kind.ITEMS:
        entry.value = _items(listed(value) if value.is_map else value)
        if name == "claims":
            _part(entry.value.entries)
    elif kind in _INSIDE:
        if kind in _NAMED:
            value.flow = False
            for entry in value.entries:
                if isinstance(entry.value, Text):  # of a speaker
                    entry.value = entry.value._replace(value=entry.value.value.rstrip())
        inside = [value] if value.is_map and kind not in _NAMED else [e.value for e in value.entries]
        for block in inside:
            if isinstance(block, Block):
                _arrange(block, _INSIDE[kind])
        value.flow = value.flow and not any(isinstance(e.value, Block) for e in value.entries)


def _items(block: Block) -> Block:
    """A list of items, each in order, an item a line."""
    block.flow = False
    for entry in block.entries:
        if isinstance(entry.value, Text):
            entry.value = entry.value._replace(value=entry.value.value.rstrip())
        else:
            _arrange(entry.value, places.STEP)
    return block


def _part(roots: list[Entry]) -> None:
    """Put an empty line between two trees, though not between two bare texts."""
    for one, other in pairwise(roots):
        if "" not in other.above and (isinstance(one.value, Block) or isinstance(other.value, Block)):
            other.above.insert(0, "")


def _head(sheet: Block, first: Entry) -> None:
    """Leave the comment at the top of a file where it is: what stands above the last empty line before any key.

    What is said to an editor belongs to it always, since editors look for it above all keys.
    """
    ends = [n for n, line in enumerate(first.above, 1) if not line or line.startswith(_TO_EDITORS)]
    if ends:
        head, first.above = first.above[: ends[-1]], first.above[ends[-1] :]
        sheet.entries[0].above = head + sheet.entries[0].above
