"""The one table of the language: every key, whose it is, what it holds, and what it means."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from argmap import looks
from argmap.validity import CHOICES


class Owner(Enum):
    """What a key belongs to."""

    WORD = "item"
    """Makes its item what it is; an item has exactly one."""
    STATEMENT = "statement"
    STEP = "step"
    """The argument from this item up to the statement above."""
    PREMISE = "premise"
    SHARED = "shared"
    """The statement's beside its word, the step's beside `all` or `ref`."""
    CITATION = "citation"
    SOURCE = "source"
    ISSUE = "issue"
    EXPECT = "expect"
    STYLE = "style"
    MAP = "map"


class Kind(Enum):
    """What a key holds."""

    VERSION = "the number 1"
    TEXT = "text"
    NAME = "a name"
    NAMES = "a list of names"
    TAGS = "a word or a list of words"
    NUMBER = "a number from 0 to 1"
    TRUTH = "true or false"
    CHOICE = "one of its words"
    WORDS = "a list of its words"
    WIDTH = "a whole number of points"
    ITEMS = "a text, an item or a list of items"
    CITATIONS = "a citation or a list of citations"
    SOURCES = "a source under each key"
    ISSUES = "a list of issues"
    EXPECT = "lists of names under accepted, rejected or undecided"
    STYLE = "settings of a style"


class Field(NamedTuple):
    """A row of the table."""

    name: str
    owner: Owner
    kind: Kind
    meaning: str
    required: bool = False
    default: str = ""
    """What it is when it is not given, as it would be typed; empty where it is then simply not there."""

    @property
    def choices(self) -> tuple[str, ...]:
        """The words that it may hold, none when it is no choice."""
        return _CHOICES[self.name] if self.kind in (Kind.CHOICE, Kind.WORDS) else ()


_CHOICES = {**CHOICES, **looks.CHOICES}
_DEFAULTS = {"implicit": "false", "strength": "1", "weigh": "linked", "standard": "preponderance", "given": "leaves"}


def _rows(owner: Owner, *rows: tuple[str, Kind, str], required: tuple[str, ...] = ()) -> tuple[Field, ...]:
    return tuple(
        Field(name, owner, kind, meaning, name in required, _DEFAULTS.get(name, "")) for name, kind, meaning in rows
    )


FIELDS: tuple[Field, ...] = (
    *_rows(
        Owner.WORD,
        ("claim", Kind.TEXT, "a statement"),
        ("counterclaim", Kind.TEXT, "a statement that the writer puts forward as opposing the thesis"),
        ("evidence", Kind.TEXT, "something observed, recorded or reported that a source can be opened for"),
        ("ref", Kind.NAME, "a statement that stands elsewhere, by its id"),
        ("all", Kind.ITEMS, "premises that only work together"),
    ),
    *_rows(
        Owner.STATEMENT,
        ("id", Kind.NAME, "its name, for references"),
        ("confidence", Kind.NUMBER, "how far it is believed on its own, before any argument"),
        ("assume", Kind.CHOICE, "settles it for evaluation, whatever argues for or against it"),
        ("standard", Kind.CHOICE, "how much its reasons must outweigh its objections"),
        ("because", Kind.ITEMS, "what supports it"),
        ("but", Kind.ITEMS, "what speaks against it"),
    ),
    *_rows(
        Owner.STEP,
        ("unless", Kind.ITEMS, "what would break this step, though premise and conclusion may both stand"),
        ("warrant", Kind.TEXT, "why the premise bears on the conclusion"),
        ("scheme", Kind.NAME, "the pattern of reasoning, by Walton's names"),
        ("answers", Kind.TAGS, "the critical questions that it answers, by their names in the scheme of another step"),
        ("qualifier", Kind.TEXT, "how surely the step is meant, in words"),
        ("strength", Kind.NUMBER, "how much this step carries"),
        ("weigh", Kind.CHOICE, "how a group's premises count together"),
        ("argument", Kind.NAME, "the name of the step, for reports"),
    ),
    *_rows(Owner.PREMISE, ("role", Kind.NAME, "what it does in its argument: datum, warrant, backing, major, minor …")),
    *_rows(
        Owner.SHARED,
        ("label", Kind.TEXT, "a heading of two to five words"),
        ("by", Kind.TEXT, "who asserts it, when not the map's author"),
        ("cite", Kind.CITATIONS, "where it is from: a source's key and a place in it"),
        ("quote", Kind.TEXT, "the exact words of the one citation beside it"),
        ("implicit", Kind.TRUTH, "true when the analyst added it and nobody wrote it"),
        ("tags", Kind.TAGS, "words to find it by; a tag may be a path"),
        ("note", Kind.TEXT, "a remark that is not part of the argument"),
        ("url", Kind.TEXT, "a page about it"),
    ),
    *_rows(
        Owner.CITATION,
        ("source", Kind.NAME, "the key of the source"),
        ("at", Kind.TEXT, "the place in it, as people write it"),
        ("quote", Kind.TEXT, "its exact words"),
        ("before", Kind.TEXT, "words that stand just before the quote"),
        ("after", Kind.TEXT, "words that stand just after the quote"),
        required=("source",),
    ),
    *_rows(
        Owner.SOURCE,
        ("title", Kind.TEXT, "its title"),
        ("author", Kind.TEXT, "who wrote it"),
        ("date", Kind.TEXT, "when it appeared"),
        ("publisher", Kind.TEXT, "who published it"),
        ("container-title", Kind.TEXT, "the journal, book or site that it is part of"),
        ("volume", Kind.TEXT, "the volume of that journal"),
        ("issue", Kind.TEXT, "the number within the volume"),
        ("page", Kind.TEXT, "its pages there"),
        ("type", Kind.TEXT, "what it is: article-journal, book, report, webpage …"),
        ("language", Kind.TEXT, "its language"),
        ("url", Kind.TEXT, "where it can be read"),
        ("accessed", Kind.TEXT, "when it was read there"),
        ("doi", Kind.TEXT, "its DOI"),
        ("isbn", Kind.TEXT, "its ISBN"),
        ("note", Kind.TEXT, "a remark"),
        ("file", Kind.TEXT, "its text, a path relative to the map and inside its folder"),
    ),
    *_rows(
        Owner.ISSUE,
        ("question", Kind.TEXT, "what the positions answer"),
        ("positions", Kind.NAMES, "the rival statements, at most one of which can win"),
        ("standard", Kind.CHOICE, "by how much a position must outweigh the others"),
        required=("positions",),
    ),
    *_rows(
        Owner.EXPECT,
        ("accepted", Kind.NAMES, "statements that evaluation must accept"),
        ("rejected", Kind.NAMES, "statements that it must reject"),
        ("undecided", Kind.NAMES, "statements that it must leave undecided"),
    ),
    *_rows(
        Owner.STYLE,
        ("style", Kind.CHOICE, "how arguments are drawn: bars, or compact with titles alone"),
        ("theme", Kind.CHOICE, "the colours: light, dark or print"),
        ("direction", Kind.CHOICE, "where the picture runs from the thesis: LR (to the right), TB (down), BT or RL"),
        ("colour-by", Kind.CHOICE, "what the colours of boxes say: stance, kind or tag"),
        ("key", Kind.TRUTH, "whether a key explains signs and colours"),
        ("show", Kind.WORDS, "what boxes hold: tag, label, text, speaker, source, note, id"),
        ("wrap", Kind.WIDTH, "how wide the text in boxes is"),
    ),
    *_rows(
        Owner.MAP,
        ("argmap", Kind.VERSION, "the version of the language"),
        ("title", Kind.TEXT, "the title of the map"),
        ("question", Kind.TEXT, "what the map answers"),
        ("author", Kind.TEXT, "who drew it"),
        ("date", Kind.TEXT, "when"),
        ("language", Kind.TEXT, "the language of its texts, such as en"),
        ("summary", Kind.TEXT, "a paragraph for readers"),
        ("thesis", Kind.NAME, "the id of the statement that the map is about; the first of claims unless given"),
        ("sources", Kind.SOURCES, "the texts that statements cite"),
        ("style", Kind.STYLE, "how it is drawn, unless a command says otherwise"),
        ("given", Kind.CHOICE, "whose bare word counts in evaluation: leaves, evidence or none"),
        ("claims", Kind.ITEMS, "the trees of statements, in reading order"),
        ("issues", Kind.ISSUES, "rival statements"),
        ("expect", Kind.EXPECT, "what evaluation must find"),
        required=("argmap", "title", "claims"),
    ),
)

RESERVED = ("uses", "restated")
"""Keys kept for later versions of the language."""


def of(*owners: Owner) -> dict[str, Field]:
    """The rows of some owners, by name."""
    return {f.name: f for f in FIELDS if f.owner in owners}


WORDS: Mapping[str, Field] = of(Owner.WORD)
STATEMENT_WORDS: tuple[str, ...] = ("claim", "counterclaim", "evidence")

NAMES: frozenset[str] = frozenset(f.name for f in FIELDS)
"""Every key of the language."""
