"""What an argument map is made of: statements, the arguments between them, and who and what they are from.

Everything here is frozen and knows nothing of files. Relations follow the abstract argument nodes of Carneades (Gordon,
Prakken & Walton, AIJ 171, 2007): an argument is a thing of its own, with premises that work together, a conclusion, and
undercutters whose target is the argument itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, ClassVar

from attrs import field, frozen

from argmap.problem import Span


class Direction(StrEnum):
    """What an argument does: speak for its conclusion, against it, or break the step of another argument."""

    FOR = "for"
    AGAINST = "against"
    UNDERCUTS = "undercuts"


class Side(StrEnum):
    """Whom a statement helps in the end: the thesis, or those who doubt it."""

    FOR = "for"
    AGAINST = "against"


Extra = tuple[tuple[str, Any], ...]
"""The user's own ``x-`` keys in their order: each name with its text, list or mapping."""


CSL_NAMES: Mapping[str, str] = {"date": "issued", "url": "URL", "doi": "DOI", "isbn": "ISBN", "issn": "ISSN"}
"""What CSL-JSON calls a field of a source, where that is something else."""


def _direction(given: str) -> Direction:
    """A direction from its word, so that plain text does too; raises ValueError for another word."""
    return Direction(given)


def _place() -> Any:
    """A field for where in a file the thing stands; it takes no part in comparison."""
    return field(default=None, eq=False, repr=False)


@frozen
class Source:
    """A text that statements cite; ``fields`` holds what a bibliography needs (title, author, date, url …).

    ``bibliography`` is the file of a reference manager that has it, as the map names that file, and ``borrowed`` the
    names of the fields that come from there; all others stand in the map itself.
    """

    key: str
    fields: tuple[tuple[str, str], ...] = ()
    extra: Extra = ()
    span: Span | None = _place()
    bibliography: str | None = None
    borrowed: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The title, or the key where there is none."""
        return self.get("title") or self.key

    @property
    def own(self) -> tuple[tuple[str, str], ...]:
        """Those of its fields that stand in the map itself."""
        return tuple(field for field in self.fields if field[0] not in self.borrowed) if self.borrowed else self.fields

    @property
    def is_borrowed(self) -> bool:
        """Whether all that is known of it comes from a bibliography."""
        return self.bibliography is not None and not self.own and not self.extra

    def get(self, name: str) -> str | None:
        """One of its fields, also where it stands under the name that CSL-JSON has for it."""
        known = dict(self.fields)
        return known.get(name) or known.get(CSL_NAMES.get(name, name))


@frozen
class Speaker:
    """Who asserts something, by the ``name`` that stands in ``by``; spaces and line ends in it make no difference.

    ``description`` tells in few words who that is, ``reliability`` (A to F) how far the speaker can be relied on, by
    the Admiralty code.
    """

    name: str
    description: str | None = None
    reliability: str | None = None
    url: str | None = None
    note: str | None = None
    extra: Extra = ()
    span: Span | None = _place()


@frozen(weakref_slot=False)
class Citation:
    """A place in a source: ``at`` as people write it (``para. 7``), ``quote`` its exact words.

    ``credibility`` is 1 (confirmed) to 6 (cannot be judged), by the Admiralty code of intelligence services.
    """

    source: str
    at: str | None = None
    quote: str | None = None
    before: str | None = None
    after: str | None = None
    extra: Extra = ()
    span: Span | None = _place()
    quote_span: Span | None = _place()
    credibility: str | None = None


@frozen(weakref_slot=False)
class Statement:
    """What can be true or false: the common part of `Claim`, `Counterclaim` and `Evidence`.

    ``by`` says who asserts it when not the map's author; ``implicit`` that nobody wrote it; ``confidence`` (0 to 1) how
    far it is believed before any argument; ``assume`` (accepted, rejected, undecided) settles it; ``standard`` is the
    proof standard it must meet; ``named`` is False where the id was made from the text.
    """

    kind: ClassVar[str]

    id: str
    text: str
    label: str | None = None
    by: str | None = None
    citations: tuple[Citation, ...] = ()
    implicit: bool = False
    tags: tuple[str, ...] = ()
    note: str | None = None
    url: str | None = None
    confidence: float | None = None
    assume: str | None = None
    standard: str | None = None
    extra: Extra = ()
    named: bool = True
    span: Span | None = _place()

    @property
    def title(self) -> str:
        """What to call it in few words: the label, or the text."""
        return self.label or self.text


class Claim(Statement):
    """A statement put forward."""

    __slots__ = ()
    kind: ClassVar[str] = "claim"


class Counterclaim(Statement):
    """A statement put forward as opposing the thesis."""

    __slots__ = ()
    kind: ClassVar[str] = "counterclaim"


class Evidence(Statement):
    """Something observed, recorded or reported that a source can be opened for."""

    __slots__ = ()
    kind: ClassVar[str] = "evidence"


@frozen(weakref_slot=False)
class Premise:
    """A statement in its place as a premise.

    ``role`` is what it does there (warrant, major, a scheme's own name); ``is_ref`` says that the statement is written
    out elsewhere and only referred to here.
    """

    statement: str
    role: str | None = None
    extra: Extra = ()
    is_ref: bool = False
    span: Span | None = _place()


@frozen(weakref_slot=False)
class Argument:
    """One step of reasoning: premises that only count together, and what they bear on.

    ``conclusion`` is the id of a statement; an undercutter has none, and its ``target`` is the id of an argument.
    ``strength`` (0 to 1) is how much the step carries, 1 unless given; ``weigh`` how its premises count together.
    ``answers`` names critical questions of the scheme of the step that this one bears on (`argmap.critical_questions`).
    """

    id: str
    premises: tuple[Premise, ...]
    conclusion: str | None = None
    target: str | None = None
    direction: Direction = field(default=Direction.FOR, converter=_direction)
    warrant: str | None = None
    qualifier: str | None = None
    scheme: str | None = None
    answers: tuple[str, ...] = ()
    strength: float | None = None
    weigh: str = "linked"
    label: str | None = None
    by: str | None = None
    citations: tuple[Citation, ...] = ()
    implicit: bool = False
    tags: tuple[str, ...] = ()
    note: str | None = None
    url: str | None = None
    extra: Extra = ()
    named: bool = True
    span: Span | None = _place()


@frozen
class Issue:
    """Rival statements, of which at most one can win."""

    positions: tuple[str, ...]
    question: str | None = None
    standard: str | None = None
    extra: Extra = ()
    span: Span | None = _place()
