"""A text as it was typed, as a sheet: its entries with the comments and empty lines that belong to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml
from attrs import define

from argmap.mapfile.lines import LOADER
from argmap.mapfile.scalars import LINE, Text, is_ambiguous
from argmap.mapfile.sheet import Block, Entry

_GLUED = re.compile(r"#[^\s#!]")
_LINED_UP = 3
"""Spaces before a comment from which on it is taken to be lined up with others."""


class _Remark(NamedTuple):
    """A comment, or an empty line when ``text`` is empty, and where it begins (lines and columns from 0)."""

    at: int
    column: int
    text: str
    before: str
    """What stands before it on its line."""


@define(eq=False)
class _Branch:
    """A block with where it stands: in which other, under which entry, and where it ends."""

    block: Block
    column: int
    up: _Branch | None
    owner: Entry | None
    end: int = -1
    key: Entry | None = None
    """The entry whose value comes next."""

    def line(self) -> Iterator[_Branch]:
        """This and all that it stands in, innermost first."""
        here: _Branch | None = self
        while here is not None:
            yield here
            here = here.up


@define(eq=False)
class _Start:
    """Where an entry begins, in which branch, and where its value begins when that is no block of its own."""

    index: int
    column: int
    entry: Entry
    branch: _Branch
    value: int = -1


def sheet_of(text: str) -> Block:
    """The sheet of a text that is a map without errors, with plain line ends and no byte-order mark."""
    root, starts, scalars = _entries(text)
    _attach(list(_remarks(text, scalars)), starts, root)
    return root.block


def comments_of(text: str) -> list[str]:
    """The words of every comment, in the order of the file."""
    if "#" not in text:
        return []
    events: Iterator[Any] = yaml.parse(text, LOADER)
    scalars = [_stretch(text, event) for event in events if event.__class__ is yaml.ScalarEvent]
    return [remark.text.lstrip("#").strip() for remark in _remarks(text, scalars) if remark.text]


def _entries(text: str) -> tuple[_Branch, list[_Start], list[tuple[int, int, bool]]]:
    """The entries without comments, where each begins, and where the scalars stand (and whether as blocks)."""
    starts: list[_Start] = []
    scalars: list[tuple[int, int, bool]] = []
    root: _Branch | None = None
    top: Any = None
    events: Iterator[Any] = yaml.parse(text, LOADER)
    for event in events:
        kind = event.__class__
        if kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            top.end = event.end_mark.index
            top = top.up
            continue
        if kind is yaml.ScalarEvent:
            scalars.append(_stretch(text, event))
            value: Text | Block = Text(event.value, _style(event))
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            value = Block(kind is yaml.MappingStartEvent, flow=event.flow_style)
        else:
            continue
        owner = None
        if top is not None and top.block.is_map and top.key is None:
            assert isinstance(value, Text)
            top.key = Entry(Text(""), value)
            top.block.entries.append(top.key)
            starts.append(_Start(event.start_mark.index, event.start_mark.column, top.key, top))
            continue
        if top is not None and top.block.is_map:
            owner, top.key = top.key, None
            owner.value = value
            if isinstance(value, Text) or value.flow:
                starts[-1].value = event.start_mark.index
        elif top is not None:
            owner = Entry(value)
            top.block.entries.append(owner)
            starts.append(_item(text, event, owner, top))
        if isinstance(value, Block):
            top = _Branch(value, _column(text, event), top, owner)
            root = root or top
    assert root is not None
    return root, starts, scalars


def _style(event: Any) -> str:
    """How a text was typed, as far as it stays so."""
    if event.style in ("|", ">"):
        return str(event.style)
    return '"' if event.style and (not event.value or is_ambiguous(event.value)) else ""


def _column(text: str, event: Any) -> int:
    """The column in which the entries of a branch begin."""
    mark = event.start_mark
    is_behind = event.__class__ is yaml.SequenceStartEvent and not event.flow_style and text[mark.index] != "-"
    return int(mark.column) - is_behind  # the mark of a list that is not indented stands behind its first dash


def _stretch(text: str, event: Any) -> tuple[int, int, bool]:
    """From where to where a scalar reaches, without the empty lines below that say nothing, and whether as a block."""
    start, end = event.start_mark.index, event.end_mark.index
    if event.style not in ("|", ">"):
        return start, end, False
    header = text[start : text.find("\n", start) if "\n" in text[start:end] else end].partition("#")[0]
    if "+" not in header:
        end = start + len(text[start:end].rstrip())
    return start, end, True


def _item(text: str, event: Any, entry: Entry, branch: _Branch) -> _Start:
    """Where the item of a list begins: at its dash, which may stand on a line above."""
    at = event.start_mark.index
    value = at if isinstance(entry.value, Text) or entry.value.flow else -1
    if branch.block.flow:
        return _Start(at, event.start_mark.column, entry, branch, value)
    line = text.rfind("\n", 0, at) + 1
    while True:
        lead = text[line : line + branch.column + 1]
        if lead.endswith("-") and len(lead) > branch.column and not lead.strip(" -"):
            return _Start(line + branch.column, branch.column, entry, branch, value)
        assert line, "a list has no dash"
        line = text.rfind("\n", 0, line - 1) + 1


def _remarks(text: str, scalars: list[tuple[int, int, bool]]) -> Iterator[_Remark]:
    """Every comment and every empty line, in order: a sign of a comment between scalars begins nothing else."""
    at = 0
    for start, end, is_block in [*scalars, (len(text), len(text), False)]:
        yield from _between(text, at, start)
        if is_block:
            header = text.find("\n", start, end)
            yield from _between(text, start, header if header >= 0 else end)
        at = end


def _between(text: str, start: int, end: int) -> Iterator[_Remark]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        line = text.rfind("\n", 0, start) + 1
        sign = text.find("#", start, stop)
        if sign >= 0:
            comment = text[sign:stop].rstrip()
            comment = f"# {comment[1:]}" if _GLUED.match(comment) else comment
            yield _Remark(sign, sign - line, comment, text[line:sign])
        elif start == line and stop < end and not text[start:stop].strip():
            yield _Remark(start, 0, "", "")
        start = stop + 1


def _attach(remarks: list[_Remark], starts: list[_Start], root: _Branch) -> None:
    """Give every comment and empty line to the entry that it speaks of, or to the end of a block."""
    at = 0
    run: list[_Remark] = []
    for number, remark in enumerate(remarks):
        while at < len(starts) and starts[at].index <= remark.at:
            at += 1
        last, following = starts[at - 1] if at else None, starts[at] if at < len(starts) else None
        if remark.before.strip() and last is not None and remark.before.strip() not in ("---", "...", "?"):
            _set_beside(remark, last)
            continue
        inside = _open_brackets(last, remark.at)
        if last is not None and last.value > remark.at:
            _raise_beside(last.entry)
            last.entry.above += [remark.text] if remark.text else []
        elif inside is not None:
            is_in = following is not None and any(branch is inside for branch in following.branch.line())
            comments = following.entry.above if is_in and following else inside.block.below
            comments += [remark.text] if remark.text else []
        else:
            run.append(remark)
            after = remarks[number + 1] if number + 1 < len(remarks) else None
            is_last = after is None or (following is not None and after.at >= following.index)
            if is_last or (after is not None and after.before.strip()):
                _place(run, last, following, root)
                run = []


def _open_brackets(last: _Start | None, index: int) -> _Branch | None:
    """The innermost brackets that are open in a place."""
    branches = last.branch.line() if last is not None else ()
    return next((b for b in branches if b.block.flow and b.end > index), None)


def _set_beside(remark: _Remark, last: _Start) -> None:
    """Give a comment at the end of a line to the entry that the line says something of."""
    entry = last.entry
    for branch in last.branch.line():
        if branch.block.flow and branch.end <= remark.at and branch.owner is not None:
            if branch.block.has_comments():
                branch.block.below.append(remark.text)
                return
            entry = branch.owner
    _raise_beside(entry)
    gap = len(remark.before) - len(remark.before.rstrip())
    entry.beside, entry.column = remark.text, remark.column if gap >= _LINED_UP and remark.column < LINE else 0


def _raise_beside(entry: Entry) -> None:
    """Make room for another comment at the end of the line of an entry, or for one below it."""
    if entry.beside:
        entry.above.append(entry.beside)
        entry.beside, entry.column = "", 0


def _place(run: list[_Remark], last: _Start | None, following: _Start | None, root: _Branch) -> None:
    """Give comments between two entries to the second, or to the end of a block that ends between them.

    A comment that begins further right than the next entry belongs to the block in whose column it stands.
    """
    still_open = list(following.branch.line()) if following is not None else []
    passed = list(last.branch.line()) if last is not None else []
    ended = [b for b in passed if not b.block.flow and not any(b is o for o in still_open)]
    gap: list[str] = []
    target = following.entry.above if following is not None else root.block.below
    is_above = False
    for remark in run:
        if not remark.text:
            gap = [""]
            continue
        if not is_above and (following is None or remark.column > following.column):
            while ended and ended[0].column > remark.column and (following is not None or len(ended) > 1):
                del ended[0]
            while len(ended) > 1 and ended[1].column == ended[0].column:  # a list that is not indented
                del ended[0]
            comments = ended[0].block.below if ended else target
        else:
            comments = target
        is_above = comments is target and following is not None
        comments += [*gap, remark.text]
        gap = []
    if following is not None:
        target += gap
