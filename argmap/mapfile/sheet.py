"""A map file that is to be written: entries with their comments, laid out in lines."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, field

from argmap.mapfile.scalars import LINE, Text, columns, inline, keeps_empty_lines, written

_LONGEST_KEY = 1000
"""Letters that a key may have before YAML wants a sign in front of it."""


@define(eq=False)
class Block:
    """A mapping or a list; ``flow`` says that it stands in brackets where it fits, ``below`` are comments at its end.

    An empty text among comments is an empty line.
    """

    is_map: bool
    entries: list[Entry] = field(factory=list)
    flow: bool = False
    below: list[str] = field(factory=list)

    def has_comments(self) -> bool:
        """Whether a comment stands in it, however deep."""
        return any(self.below) or any(
            any(e.above) or e.beside or (isinstance(e.value, Block) and e.value.has_comments()) for e in self.entries
        )


@define(eq=False)
class Entry:
    """A key with its value, or an item of a list (without a key).

    ``above`` are the comments on lines before it; ``beside`` is the one at the end of its line, where ``column`` is the
    column (from 0) in which it was lined up with others, 0 when it was not.
    """

    value: Text | Block
    key: Text | None = None
    above: list[str] = field(factory=list)
    beside: str = ""
    column: int = 0


def listed(*values: Text | Block, flow: bool = False) -> Block:
    """A list of values without comments."""
    return Block(False, [Entry(value) for value in values], flow)


def text_of(block: Block) -> str:
    """The text of a file whose outermost mapping this is."""
    out = _Lines()
    out.block(block, 0)
    return "\n".join(out.lines).rstrip("\n" if not out.is_kept else "") + "\n"


def lines_of(entry: Entry, column: int, start: str = "") -> list[str]:
    """The lines of one entry whose key or dash stands in some column; ``start`` is what stands before it on its line.

    The comments that were above the entry are not among them, only those that find no other place now.
    """
    known = len(entry.above)
    out = _Lines()
    _gather(entry)
    out.lines += [" " * column + comment for comment in entry.above[known:] if comment]
    out.entry(entry, column, start or " " * column)
    return out.lines


class _Lines:
    """The lines of a file as far as it is written."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.is_kept = False
        """Whether an empty line would belong to the text above."""

    def block(self, block: Block, column: int, lead: str | None = None) -> None:
        """The entries of a block, whose first goes on with the line that ``lead`` begins."""
        for entry in block.entries:
            _gather(entry)
            if lead is None:
                self._comments(entry.above, column)
            self.entry(entry, column, " " * column if lead is None else lead)
            lead = None
        self._comments(block.below, column)

    def _comments(self, comments: list[str], column: int) -> None:
        for comment in comments:
            if comment:
                self._add(" " * column + comment)
            elif self.lines and self.lines[-1] and not self.is_kept:
                self.lines.append("")

    def _add(self, line: str) -> None:
        self.lines.append(line)
        self.is_kept = False

    def entry(self, entry: Entry, column: int, start: str) -> None:
        """An entry, whose first line begins with ``start``."""
        value = entry.value
        if entry.key is not None:
            key = inline(entry.key._replace(style='"' if not entry.key.value else entry.key.style))
            if len(key) > _LONGEST_KEY:
                self._add(f"{start}? {key}")
                start, key = " " * column, ""
            start += f"{key}:"
        else:
            start += "-"
        if isinstance(value, Text):
            first, *more = written(value, columns(start), column + 2)
            self._beside(f"{start} {first}".rstrip(" "), entry)
            self.lines += [" " * (column + 2) + line if line else "" for line in more]
            self.is_kept = keeps_empty_lines(first)
        elif (brackets := _in_brackets(value, columns(start), column + 2)) is not None:
            *lines, last = [f"{start} {brackets[0]}", *brackets[1:]]
            self.lines += lines
            self._beside(last, entry)
        elif entry.key is not None:
            self._beside(start, entry)
            self.block(value, column + 2)
        else:
            if entry.beside:
                value.entries[0].beside, value.entries[0].column = entry.beside, entry.column
            self.block(value, column + 2, f"{start} ")

    def _beside(self, line: str, entry: Entry) -> None:
        if entry.beside:
            line = line.ljust(len(line) + max(entry.column - len(line), 2)) + entry.beside
        self._add(line)


def _gather(entry: Entry) -> None:
    """Move comments from where nothing can stand to the next place: above the entry, or beside its first line."""
    value = entry.value
    if isinstance(value, Text):
        return
    if not value.entries:
        entry.above += [comment for comment in value.below if comment]
        value.below = []
    elif entry.key is None and (not value.flow or value.has_comments()):
        first = value.entries[0]
        _gather(first)
        while first.above and not first.above[0]:
            del first.above[0]
        if entry.beside and (first.above or any(e.beside for e in _on_one_line(first))):
            entry.above.append(entry.beside)
            entry.beside = ""
        entry.above += first.above
        first.above = []


def _on_one_line(entry: Entry) -> Iterator[Entry]:
    """An entry, and those that begin on its line: the first of a list in a list, and so on."""
    yield entry
    while entry.key is None and isinstance(entry.value, Block) and entry.value.entries and not entry.value.flow:
        entry = entry.value.entries[0]
        yield entry


def _in_brackets(block: Block, before: int, column: int) -> list[str] | None:
    """A block in brackets, filled over lines when it holds nothing but texts; None when it cannot stand so."""
    if block.entries and (not block.flow or block.has_comments()):
        return None
    whole = _flow(block)
    if not block.entries or before + 1 + columns(whole) <= LINE:
        return [whole]
    if block.is_map or not all(isinstance(e.value, Text) for e in block.entries):
        return None
    lines: list[str] = []
    here = "["
    for number, entry in enumerate(block.entries):
        word = _flow_value(entry.value) + ("]" if number == len(block.entries) - 1 else ",")
        taken = columns(here) + (before + 1 if not lines else 0)
        if number and taken + 1 + columns(word) > LINE:
            lines.append(here)
            here = " " * column + word
        else:
            here += word if here == "[" else f" {word}"
    return [*lines, here]


def _flow(block: Block) -> str:
    if not block.is_map:
        return "[" + ", ".join(_flow_value(e.value) for e in block.entries) + "]"
    pairs = (f"{inline(e.key or Text(''), in_flow=True)}: {_flow_value(e.value)}" for e in block.entries)
    return "{" + ", ".join(pairs) + "}"


def _flow_value(value: Text | Block) -> str:
    return _flow(value) if isinstance(value, Block) else inline(value, in_flow=True)
