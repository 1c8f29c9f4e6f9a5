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
    SPEAKER = "speaker"
    ISSUE = "issue"
    EXPECT = "expect"
    STYLE = "style"
    MAP = "map"


class Kind(Enum):
    """What a key holds."""

    VERSION = "the number 1"
    TEXT = "text"
    NAME = "a name"
    KEY = "the key of a source"
    NAMES = "a list of names"
    TAGS = "a word or a list of words"
    FILES = "a file or a list of files"
    NUMBER = "a number from 0 to 1"
    TRUTH = "true or false"
    CHOICE = "one of its words"
    WORDS = "a list of its words"
    WIDTH = "a whole number of points"
    ITEMS = "a text, an item or a list of items"
    CITATIONS = "a citation or a list of citations"
    SOURCES = "a source under each key"
    SPEAKERS = "a speaker under each name"
    ISSUES = "a list of issues"
    EXPECT = "lists of names under accepted, rejected or undecided"
    STYLE = "settings of a style"


class Field(NamedTuple):
    """A row of the table; its meaning is what editors show, so it says all that fits into a sentence."""

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

    @property
    def help(self) -> str:
        """What it means, what it holds and what it is unless given, in sentences with code in backquotes."""
        *most, last = [f"`{word}`" for word in self.choices] or [""]
        holds = f"{', '.join(most)} or {last}" if most else "" if self.kind is Kind.TEXT else self.kind.value
        unless = f"{holds}; `{self.default}` unless given" if self.default else holds
        return " ".join(f"{part[0].upper()}{part[1:]}." for part in (self.meaning, unless) if part)


_CHOICES = {**CHOICES, **looks.CHOICES}
_DEFAULTS = {
    "implicit": "false",
    "strength": "1",
    "weigh": "linked",
    "standard": "preponderance",
    "given": "leaves",
    "paragraphs": "prose",
}

WORDS_MEAN: Mapping[str, Mapping[str, str]] = {
    "assume": {
        "accepted": "it stands, whatever speaks against it",
        "rejected": "it falls, whatever supports it",
        "undecided": "it stays open, whatever is said of it",
    },
    "standard": {
        "preponderance": "the reasons weigh more",
        "clear-and-convincing": "the reasons weigh more, by more than 0.5",
        "beyond-reasonable-doubt": "the reasons weigh more, by more than 0.5, and what they outweigh is below 0.3",
    },
    "weigh": {
        "linked": "all premises must be accepted, or the step carries nothing",
        "convergent": "one accepted premise is enough",
        "cumulative": "each accepted premise adds its share",
        "factorized": "all premises must be accepted, and count by their share of all premises at stake",
    },
    "given": {
        "leaves": "every statement that has neither reasons nor `assume`",
        "evidence": "only evidence that has neither reasons nor `assume`",
        "none": "no statement: what has no reasons must be assumed",
    },
    "paragraphs": {
        "prose": "blocks that end like a sentence, or are long; headings and bylines count for nothing",
        "blocks": "every block between empty lines",
        "lines": "every line that is not empty",
    },
    "reliability": {
        "A": "completely reliable",
        "B": "usually reliable",
        "C": "fairly reliable",
        "D": "not usually reliable",
        "E": "unreliable",
        "F": "its reliability cannot be judged",
    },
    "credibility": {
        "1": "confirmed by other sources",
        "2": "probably true",
        "3": "possibly true",
        "4": "doubtful",
        "5": "improbable",
        "6": "its truth cannot be judged",
    },
    "style": {
        "bars": "each argument a bar with its premises",
        "compact": "the same with titles alone",
        "arrows": "boxes, and an arrow for each argument",
        "tree": "numbered circles and arrows, with a list of the statements, as in textbooks of logic",
        "toulmin": "one argument: data, warrant, backing, qualifier, rebuttal, claim",
    },
    "theme": {
        "light": "dark letters on white",
        "dark": "light letters on near black",
        "print": "black and white, sides told by grey and dashes",
    },
    "direction": {
        "LR": "from the thesis to the right",
        "TB": "from the thesis down",
        "BT": "from the thesis up",
        "RL": "from the thesis to the left",
    },
    "colour-by": {
        "stance": "whom a box helps: the thesis, or those who doubt it",
        "kind": "claim, counterclaim or evidence",
        "tag": "the first tag",
    },
    "show": {
        "tag": "what the box does: reason, objection, evidence",
        "label": "the heading",
        "text": "the statement",
        "speaker": "who asserts it",
        "source": "where it is from",
        "note": "the remark",
        "id": "its name",
    },
}
"""What each word of a choice means, in the order of `CHOICES`."""


def _rows(owner: Owner, *rows: tuple[str, Kind, str], required: tuple[str, ...] = ()) -> tuple[Field, ...]:
    return tuple(
        Field(name, owner, kind, meaning, name in required, _DEFAULTS.get(name, "")) for name, kind, meaning in rows
    )


FIELDS: tuple[Field, ...] = (
    *_rows(
        Owner.WORD,
        ("claim", Kind.TEXT, "a statement: a sentence that may be true or false"),
        ("counterclaim", Kind.TEXT, "a statement that the writer puts forward as opposing the thesis"),
        ("evidence", Kind.TEXT, "something observed, recorded or reported that a source can be opened for"),
        ("ref", Kind.NAME, "a statement that stands elsewhere in the file, by its `id`: used again, not repeated"),
        ("all", Kind.ITEMS, "premises that only work together, and make one argument"),
    ),
    *_rows(
        Owner.STATEMENT,
        ("id", Kind.NAME, "its name, by which `ref`, `thesis`, `issues` and `expect` call it; no step has the same"),
        ("confidence", Kind.NUMBER, "how far it is believed on its own, before any argument"),
        ("assume", Kind.CHOICE, "settles it for evaluation, whatever argues for or against it"),
        ("standard", Kind.CHOICE, "how much its reasons must outweigh its objections"),
        ("because", Kind.ITEMS, "what supports it; each item is an argument of its own"),
        ("but", Kind.ITEMS, "what speaks against it; each item is an argument of its own"),
    ),
    *_rows(
        Owner.STEP,
        ("unless", Kind.ITEMS, "what would break the step to the statement above, though both statements may stand"),
        ("warrant", Kind.TEXT, "why the premise bears on the conclusion; argue for one as a premise in `all`"),
        ("scheme", Kind.NAME, "the pattern of reasoning, by Walton's names, with hyphens"),
        ("answers", Kind.TAGS, "the critical questions that it answers, by their names in the scheme of another step"),
        ("qualifier", Kind.TEXT, "how surely the step is meant, in words: presumably, in most cases"),
        ("strength", Kind.NUMBER, "how much this step carries"),
        ("weigh", Kind.CHOICE, "how a group's premises count together"),
        ("argument", Kind.NAME, "the name of the step, by which reports call it; no statement has the same"),
    ),
    *_rows(Owner.PREMISE, ("role", Kind.NAME, "what it does in its argument: datum, warrant, backing, major, minor …")),
    *_rows(
        Owner.SHARED,
        ("label", Kind.TEXT, "a heading of two to five words"),
        ("by", Kind.TEXT, "who asserts it, when not the map's author; `speakers` may tell who that is"),
        ("cite", Kind.CITATIONS, "where it is from: a source's key and a place in it, as in `smith2001, page 7`"),
        ("quote", Kind.TEXT, "the exact words of the one citation beside it; `[…]` stands for words left out"),
        ("implicit", Kind.TRUTH, "true when the analyst added it and nobody wrote it"),
        ("tags", Kind.TAGS, "words to find it by; a tag may be a path, such as `Background/Military`"),
        ("note", Kind.TEXT, "a remark that is not part of the argument"),
        ("url", Kind.TEXT, "a page about it"),
    ),
    *_rows(
        Owner.CITATION,
        ("source", Kind.KEY, "the source that is cited, by its key under `sources`"),
        ("at", Kind.TEXT, "the place in it, as people write it: `page 7`, `para. 12`"),
        ("quote", Kind.TEXT, "its exact words; `[…]` stands for words left out"),
        ("before", Kind.TEXT, "words that stand just before the quote, to tell apart places where it stands"),
        ("after", Kind.TEXT, "words that stand just after the quote, to tell apart places where it stands"),
        ("credibility", Kind.CHOICE, "how far it can be believed, 1 (confirmed) to 6 (cannot be judged)"),
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
        ("language", Kind.TEXT, "the language that it is in, such as `en`"),
        ("url", Kind.TEXT, "where it can be read"),
        ("accessed", Kind.TEXT, "when it was read there"),
        ("doi", Kind.TEXT, "its DOI"),
        ("isbn", Kind.TEXT, "its ISBN"),
        ("editor", Kind.TEXT, "who edited it"),
        ("translator", Kind.TEXT, "who translated it"),
        ("edition", Kind.TEXT, "which edition"),
        ("publisher-place", Kind.TEXT, "where the publisher is"),
        ("collection-title", Kind.TEXT, "the series that it is part of"),
        ("number", Kind.TEXT, "its number as a report, or in that series"),
        ("genre", Kind.TEXT, "what kind of report or thesis it is"),
        ("issn", Kind.TEXT, "the ISSN of the journal"),
        ("issued", Kind.TEXT, "the same as `date`, as CSL-JSON calls it"),
        ("URL", Kind.TEXT, "the same as `url`"),
        ("DOI", Kind.TEXT, "the same as `doi`"),
        ("ISBN", Kind.TEXT, "the same as `isbn`"),
        ("ISSN", Kind.TEXT, "the same as `issn`"),
        ("note", Kind.TEXT, "a remark"),
        ("file", Kind.TEXT, "its text, a path relative to the map and inside its folder"),
        ("paragraphs", Kind.CHOICE, "what counts as a paragraph of that text"),
        ("begins", Kind.TEXT, "the words that its first paragraph begins with"),
        ("reliability", Kind.CHOICE, "how far the source can be relied on, A (completely) to F (cannot be judged)"),
    ),
    *_rows(
        Owner.SPEAKER,
        ("description", Kind.TEXT, "who that is, in few words"),
        ("reliability", Kind.CHOICE, "how far the speaker can be relied on, A (completely) to F (cannot be judged)"),
        ("note", Kind.TEXT, "a remark"),
        ("url", Kind.TEXT, "a page about the speaker"),
    ),
    *_rows(
        Owner.ISSUE,
        ("question", Kind.TEXT, "what the positions answer; without one they simply contradict each other"),
        ("positions", Kind.NAMES, "the rival statements, by their ids: two or more, of which at most one can win"),
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
        ("style", Kind.CHOICE, "how arguments are drawn: bars, compact, arrows, tree or toulmin"),
        ("theme", Kind.CHOICE, "the colours: light, dark or print"),
        ("direction", Kind.CHOICE, "where the picture runs from the thesis: LR (to the right), TB (down), BT or RL"),
        ("colour-by", Kind.CHOICE, "what the colours of boxes say: stance, kind or tag"),
        ("key", Kind.TRUTH, "whether a key explains signs and colours"),
        ("show", Kind.WORDS, "what boxes hold: tag, label, text, speaker, source, note, id"),
        ("wrap", Kind.WIDTH, "how wide the text in boxes is"),
        ("edge-words", Kind.TRUTH, "whether arrows say in a word what they do"),
    ),
    *_rows(
        Owner.MAP,
        ("argmap", Kind.VERSION, "the version of the language"),
        ("title", Kind.TEXT, "the title of the map"),
        ("question", Kind.TEXT, "what the map answers"),
        ("author", Kind.TEXT, "who drew the map"),
        ("date", Kind.TEXT, "when the map was drawn"),
        ("language", Kind.TEXT, "the language of its texts, such as `en`"),
        ("summary", Kind.TEXT, "a paragraph for readers"),
        ("thesis", Kind.NAME, "the statement that the map is about, by its `id`; the first of `claims` unless given"),
        ("bibliography", Kind.FILES, "what a reference manager wrote, CSL-JSON or BibTeX, to be cited like `sources`"),
        ("sources", Kind.SOURCES, "the texts that statements cite, each under a short key such as `smith2001`"),
        ("speakers", Kind.SPEAKERS, "who those are that say something, each under the name that stands in `by`"),
        ("style", Kind.STYLE, "how it is drawn, unless a command says otherwise"),
        ("given", Kind.CHOICE, "whose bare word counts in evaluation"),
        ("claims", Kind.ITEMS, "the trees of statements, in reading order"),
        ("issues", Kind.ISSUES, "questions that have rival answers"),
        ("expect", Kind.EXPECT, "what evaluation must find, as a test of the map"),
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
