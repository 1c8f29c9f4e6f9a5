"""What an outline has to be told in a language: a field for each word or phrase."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from attrs import frozen


class Relation(NamedTuple):
    """How a step is told: what leads to its one premise, and what to say in other cases.

    ``to`` leads to a statement that stands elsewhere, ``both`` to two premises that only count together and ``all`` to
    more of them; ``nothing`` is the whole sentence about a step without premises.
    """

    lead: str
    to: str
    both: str
    all: str
    nothing: str


@frozen
class Prose:
    """How connected sentences begin: what stands before the colon that a statement of the map follows.

    A statement keeps its words and its capital letter, so that only what can stand before a colon is of use.
    """

    thesis: str
    the_thesis: str
    """What the thesis is called later on."""
    position: str
    claim: str
    reason: str
    """The only reason; then those of several, the last one for all that follow."""
    reasons: tuple[str, ...]
    reason_below: str
    """The first of several for a reason or an objection that was told just before."""
    for_: str
    """A reason, and the statement for which it is one, where that was not told just before."""
    objection: str
    """The only objection; then where it helps the thesis, since it answers another."""
    answer: str
    an_objection: str
    objections: tuple[str, ...]
    objection_below: str
    """The first of several to what was told just before."""
    against: str
    doubts: Mapping[str, str]
    """What may break a step, by the direction of the step; the next where nobody asserts it."""
    possible_doubts: Mapping[str, str]
    another_doubt: str
    doubt_of: str
    """The same where the step, named by its premises, was not told just before; the next where nobody asserts it."""
    possible_doubt_of: str
    parts: str
    """What has several parts, and how many; the next are the words that follow when that is said for the first time."""
    together: str
    still_on: str
    """One of the parts, and what they all bear on, where something else was told before."""
    doubt_parts: str
    numbers: tuple[str, ...]
    """Numbers from two on, in words."""
    ordinals: tuple[str, ...]
    next: str
    besides: str
    """What comes before the colon, and what is said besides: a qualifier, a speaker."""
    in_argument_of: str
    according_to: str
    left_unsaid: str
    above: str
    below: str
    principle: str
    granted: Mapping[str, str]
    """Whole sentences about a step without premises, by its direction."""


@frozen
class Language:
    """All words of an outline in one language; ``{}`` is where something is put in.

    A sentence of a map is only put where a whole sentence can stand. ``relations`` has a row for each of the three
    directions of a step, and one for what nobody asserts (possible). ``continues`` says that a warrant may follow
    ``since`` in small letters, as part of the same sentence.
    """

    tag: str
    """What BCP 47 calls it."""
    prose: Prose
    relations: Mapping[str, Relation]
    thesis: str
    position: str
    claim: str
    and_: str
    or_: str
    qualified: str
    """A qualifier, then what leads to a premise."""
    in_argument_of: str
    together: str
    """Of several premises, after a sign."""
    according_to: str
    left_unsaid: str
    since: str
    continues: bool
    quoted: str
    """Words that are quoted."""
    level: str
    which: str
    one_of: str
    speakers: str
    heard: str
    """Where a speaker says something: the numbers of statements."""
    sources: str
    notes: str
    skip: str
    """What the links are called that lead past something; then each of them."""
    to_argument: str
    to_sources: str
    back: str
    """What leads from a note back to its mark."""
    cited: str
    cited_in: str
    """A place in a source, and the numbers of the statements that cite it."""
    as_a_whole: str
    not_cited: str
    note: str
    tags: str
    reliability: str
    reliabilities: Mapping[str, str]
    credibility: str
    credibilities: Mapping[str, str]
    more: str
    more_references: str
    one_more_reference: str
    part: str
    whole: str
    """As `part`, where no statement is left out."""
    shown: str
    """How much is shown, and what was asked for."""
    in_short: str
    argument: str
    """An argument that has no name but its id."""
    wishes: Mapping[str, str]
    """What can be asked for, by the names of `argmap.selection.Selection`."""
    evaluated: str
    unsettled: str
    supposing: str
    left_out: str
    statuses: Mapping[str, str]
    """What may become of a statement."""
    reasons: Mapping[str, str]
    """Why a statement has its status."""
    strength: str
    steps: Mapping[str, str]
    """What may become of a step."""
    step_strength: str
