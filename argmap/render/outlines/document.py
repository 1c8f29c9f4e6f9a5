"""The outline as a document: what every format of it is written from, in plain values, without any markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from attrs import frozen

from argmap.languages import Language
from argmap.model import Argument, Side, Source, Speaker, Statement
from argmap.outline_style import OutlineStyle


class Role(StrEnum):
    """What the words of a run are."""

    PLAIN = "plain"
    """Spaces, brackets, stops, and words that join others."""
    LEAD = "lead"
    """What leads to a statement: because, but, unless perhaps."""
    JOINT = "joint"
    """What leads to a statement in connected sentences, where it is not marked."""
    SIGN = "sign"
    """A sign in the place of words, or before them."""
    NUMBER = "number"
    """The number of the statement itself."""
    LABEL = "label"
    SPEAKER = "speaker"
    """Who says it, or that nobody wrote it."""
    TEXT = "text"
    """The words of a statement, a title, or a note, as they stand in the map."""
    TITLE = "title"
    """What a statement is called where it is not told in full."""
    REFERENCE = "reference"
    """A number or a title that stands for the statement ``to``."""
    WARRANT = "warrant"
    SOURCE = "source"
    """The number of the source ``to`` (its key)."""
    CITED = "cited"
    """What stands around the parts of a citation."""
    PLACE = "place"
    """A place in a source: para. 7."""
    QUOTE = "quote"
    """Words of a source, in their quotation marks."""
    MARK = "mark"
    """The number of the note ``to``."""
    FOUND = "found"
    """What an evaluation says, in brackets."""
    MORE = "more"
    """What is left out here."""
    REMARK = "remark"
    """What begins a note or a list of tags."""


CITED = frozenset({Role.CITED, Role.SOURCE, Role.PLACE, Role.QUOTE})
"""What makes up a citation."""


class Run(NamedTuple):
    """Words of one kind within a line.

    A format escapes ``text`` and marks it by its ``role``; runs are joined as they are, spaces are runs of their own.
    ``to`` is what the run leads to: the id of a statement, the key of a source, the number of a note. ``means`` are the
    words of a sign. ``home`` is the id of a statement that is told here, in a paragraph, so that others can lead to it.
    """

    text: str
    role: Role = Role.PLAIN
    to: str = ""
    means: str = ""
    home: str = ""


Runs = tuple[Run, ...]

_STOPS = tuple(Run(stop) for stop in (".", ",", ":", ", "))


def plain(runs: Iterable[Run]) -> str:
    """The words of runs without what marks them."""
    return "".join(run.text for run in runs)


def joined(*parts: Runs, by: str = " ") -> Runs:
    """Those of the parts that are not empty, with a space or something else between them.

    The mark of a note and a stop follow without a space.
    """
    found: list[Run] = []
    for part in parts:
        if part:
            is_close = by == " " and (part[0].role is Role.MARK or part[0] in _STOPS)
            found += [Run(by), *part] if found and not is_close else part
    return tuple(found)


class Quote(NamedTuple):
    """A quote that stands as a block of its own: its words without quotation marks, and where they are from."""

    text: str
    cited: Runs

    def told(self, language: Language) -> Runs:
        """The quote within a line, in the quotation marks of a language."""
        return joined((Run(language.quoted.format(self.text), Role.QUOTE),), self.cited)


@frozen
class Entry:
    """One line of an outline with all that stands below it.

    The line is ``lead`` (what leads to it, and the number where that comes first), ``said`` (the statement with its
    number, label, speaker and words, or the reference to it), and ``tail`` (citations, warrant, what was found, what is
    left out). ``statement`` is None for a line that only leads to those below it, ``argument`` for a root.
    ``relation`` is the direction of the step, "possible" for an undercutter that nobody asserts, empty for a root.
    ``number`` is that of its statement as it is told, empty where there is none. ``is_reference`` marks a statement
    that is told elsewhere, ``is_short`` one that only leads up to what was asked for.
    """

    lead: Runs = ()
    said: Runs = ()
    tail: Runs = ()
    number: str = ""
    statement: Statement | None = None
    argument: Argument | None = None
    relation: str = ""
    side: Side = Side.FOR
    is_reference: bool = False
    is_short: bool = False
    quotes: tuple[Quote, ...] = ()
    remarks: tuple[Runs, ...] = ()
    below: tuple[Entry, ...] = ()

    @property
    def line(self) -> Runs:
        """The whole line."""
        return joined(self.lead, self.said, self.tail)

    @property
    def after(self) -> Runs:
        """The end of the line, with the space before it."""
        return self.line[len(joined(self.lead, self.said)) :]


@frozen
class Paragraph:
    """Connected sentences, with the blocks of quotes and the remarks that follow them."""

    runs: Runs
    quotes: tuple[Quote, ...] = ()
    remarks: tuple[Runs, ...] = ()


class Note(NamedTuple):
    """A footnote or an endnote."""

    number: int
    runs: Runs


@frozen
class Section:
    """One of the roots of a map with everything below it, and the notes whose marks stand in it."""

    body: tuple[Entry | Paragraph, ...]
    notes: tuple[Note, ...] = ()


class SourceLine(NamedTuple):
    """A source of the list at the end: its number, itself, and what is said of it."""

    number: int
    source: Source
    runs: Runs


class SpeakerLine(NamedTuple):
    """A speaker of the list at the end, and what is said of that speaker."""

    speaker: Speaker
    runs: Runs


@frozen
class Document:
    """A whole outline.

    ``language`` has the words that stand between those of the map, ``spoken`` is the tag of the map's own language as
    the map gives it. ``shown`` tells what is shown of the map, ``rivalries`` which statements are rivals, ``sections``
    has one for each root. Entries are nested at most as deep as `compose` was told, so that a format may recurse.
    """

    title: str
    style: OutlineStyle
    language: Language
    spoken: str | None = None
    author: str | None = None
    date: str | None = None
    question: str | None = None
    summary: str | None = None
    shown: tuple[Runs, ...] = ()
    rivalries: tuple[Runs, ...] = ()
    sections: tuple[Section, ...] = ()
    speakers: tuple[SpeakerLine, ...] = ()
    sources: tuple[SourceLine, ...] = ()

    @property
    def introduction(self) -> tuple[Runs, ...]:
        """What is to be known before the first root."""
        return self.shown + self.rivalries

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes of all sections, in their order."""
        return tuple(note for section in self.sections for note in section.notes)

    def entries(self) -> Iterator[Entry]:
        """Every line of the outline in reading order."""
        todo: list[Entry | Paragraph] = [part for section in reversed(self.sections) for part in reversed(section.body)]
        while todo:
            part = todo.pop()
            if isinstance(part, Entry):
                yield part
                todo.extend(reversed(part.below))
