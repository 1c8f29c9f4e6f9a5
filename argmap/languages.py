"""The words with which outlines join statements: one table, a row for each language."""

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
class Language:
    """All words of an outline in one language; ``{}`` is where something is put in.

    A sentence of a map is only put where a whole sentence can stand. ``relations`` has a row for each of the three
    directions of a step, and one for what nobody asserts (possible). ``continues`` says that a warrant may follow
    ``since`` in small letters, as part of the same sentence.
    """

    tag: str
    """What BCP 47 calls it."""
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
    sources: str
    notes: str
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


ENGLISH = Language(
    tag="en",
    relations={
        "for": Relation(
            "because", "because of {}", "because both of these hold together", "because all of these hold together",
            "because it is taken for granted.",
        ),
        "against": Relation(
            "but", "but there is {}", "but both of these together speak against it",
            "but all of these together speak against it", "but it is denied without a reason.",
        ),
        "undercuts": Relation(
            "unless", "unless {} holds", "unless both of these hold together", "unless all of these hold together",
            "unless something that is not named breaks the step.",
        ),
        "possible": Relation(
            "unless perhaps", "unless perhaps {} holds", "unless perhaps both of these hold together",
            "unless perhaps all of these hold together", "unless perhaps something that is not named breaks the step.",
        ),
    },
    thesis="Thesis",
    position="Position",
    claim="Claim",
    and_="and",
    or_="or",
    qualified="{}, {}",
    in_argument_of="{}, in the argument of {},",
    together="together",
    according_to="according to {}:",
    left_unsaid="left unsaid:",
    since="since {}",
    continues=True,
    quoted="“{}”",
    level="(level {})",
    which="Which of these?",
    one_of="At most one of these can stand: {}.",
    sources="Sources",
    notes="Notes",
    cited="Cited: {}.",
    cited_in="{} in {}",
    as_a_whole="as a whole",
    not_cited="Not cited.",
    note="Note:",
    tags="Tags:",
    reliability="Reliability {}: {}.",
    reliabilities={
        "A": "completely reliable", "B": "usually reliable", "C": "fairly reliable", "D": "not usually reliable",
        "E": "unreliable", "F": "cannot be judged",
    },
    credibility="credibility {}: {}",
    credibilities={
        "1": "confirmed by other sources", "2": "probably true", "3": "possibly true", "4": "doubtful",
        "5": "improbable", "6": "cannot be judged",
    },
    more="+{} more",
    more_references="+{} references",
    one_more_reference="+1 reference",
    part="{} of {} statements",
    whole="all {} statements",
    shown="{}: {}",
    in_short="What only leads up to it is told in short, with …",
    argument="the argument {}",
    wishes={
        "focus": "the branch of {}", "step": "1 step deep", "depth": "{} steps deep",
        "for": "what counts for the thesis", "against": "what counts against the thesis", "tags": "tagged {}",
        "only": "{} alone", "hide": "without {}", "links": "without cross references", "claims": "claims",
        "counterclaims": "counterclaims", "evidence": "evidence",
    },
    evaluated="Evaluated under the semantics {}{}{}.",
    unsettled=", whose strengths did not settle",
    supposing=", supposing {}",
    left_out="{} left out",
    statuses={"accepted": "accepted", "rejected": "rejected", "undecided": "undecided"},
    reasons={
        "assumed": "assumed", "given": "given", "asserted": "asserted", "supported": "supported",
        "outweighs": "outweighs", "rival settled": "rival settled", "not established": "not established",
        "contested": "contested", "outweighed": "outweighed", "below standard": "below standard",
        "open possibility": "open possibility", "tied": "tied", "waiting": "waiting", "circular": "circular",
    },
    strength="strength {}",
    steps={
        "stands": "the step stands", "fails": "the step fails", "undercut": "the step is undercut",
        "undecided": "the step is undecided",
    },
    step_strength="the step has the strength {}",
)  # fmt: skip

GERMAN = Language(
    tag="de",
    relations={
        "for": Relation(
            "denn", "wegen {}", "denn beides zusammen gilt", "denn all dies zusammen gilt",
            "denn es wird vorausgesetzt.",
        ),
        "against": Relation(
            "aber", "dagegen steht {}", "aber beides zusammen spricht dagegen",
            "aber all dies zusammen spricht dagegen", "aber es wird ohne Grund bestritten.",
        ),
        "undercuts": Relation(
            "es sei denn,", "es sei denn, {} gilt", "es sei denn, beides zusammen gilt",
            "es sei denn, all dies zusammen gilt", "es sei denn, etwas Ungenanntes bricht den Schritt.",
        ),
        "possible": Relation(
            "es sei denn, vielleicht:", "es sei denn, vielleicht gilt {}",
            "es sei denn, vielleicht gilt beides zusammen", "es sei denn, vielleicht gilt all dies zusammen",
            "es sei denn, vielleicht bricht etwas Ungenanntes den Schritt.",
        ),
    },
    thesis="These",
    position="Position",
    claim="Behauptung",
    and_="und",
    or_="oder",
    qualified="{}, {}",
    in_argument_of="{}, so das Argument von {},",
    together="zusammen",
    according_to="laut {}:",
    left_unsaid="unausgesprochen:",
    since="es gilt nämlich: {}",
    continues=False,
    quoted="„{}“",
    level="(Ebene {})",
    which="Welche davon?",
    one_of="Höchstens eine davon kann gelten: {}.",
    sources="Quellen",
    notes="Anmerkungen",
    cited="Angeführt: {}.",
    cited_in="{} in {}",
    as_a_whole="im Ganzen",
    not_cited="Nicht angeführt.",
    note="Anmerkung:",
    tags="Schlagwörter:",
    reliability="Verlässlichkeit {}: {}.",
    reliabilities={
        "A": "ganz verlässlich", "B": "meist verlässlich", "C": "ziemlich verlässlich", "D": "meist nicht verlässlich",
        "E": "nicht verlässlich", "F": "nicht zu beurteilen",
    },
    credibility="Glaubwürdigkeit {}: {}",
    credibilities={
        "1": "von anderen Quellen bestätigt", "2": "wahrscheinlich wahr", "3": "möglicherweise wahr",
        "4": "zweifelhaft", "5": "unwahrscheinlich", "6": "nicht zu beurteilen",
    },
    more="+{} weitere",
    more_references="+{} Verweise",
    one_more_reference="+1 Verweis",
    part="{} von {} Aussagen",
    whole="alle {} Aussagen",
    shown="{}: {}",
    in_short="Was nur dorthin führt, steht verkürzt da, mit …",
    argument="das Argument {}",
    wishes={
        "focus": "der Zweig von {}", "step": "1 Schritt tief", "depth": "{} Schritte tief",
        "for": "was für die These zählt", "against": "was gegen die These zählt", "tags": "mit dem Schlagwort {}",
        "only": "nur {}", "hide": "ohne {}", "links": "ohne Querverweise", "claims": "Behauptungen",
        "counterclaims": "Gegenbehauptungen", "evidence": "Belege",
    },
    evaluated="Ausgewertet nach der Semantik {}{}{}.",
    unsettled=", deren Stärken nicht zur Ruhe kamen",
    supposing=", unter der Annahme: {}",
    left_out="ohne {}",
    statuses={"accepted": "angenommen", "rejected": "verworfen", "undecided": "offen"},
    reasons={
        "assumed": "angesetzt", "given": "vorgegeben", "asserted": "behauptet", "supported": "gestützt",
        "outweighs": "überwiegt", "rival settled": "Rivale entschieden", "not established": "nicht erwiesen",
        "contested": "umstritten", "outweighed": "überwogen", "below standard": "unter dem Beweismaß",
        "open possibility": "offene Möglichkeit", "tied": "gleichauf", "waiting": "wartet", "circular": "im Kreis",
    },
    strength="Stärke {}",
    steps={
        "stands": "der Schritt trägt", "fails": "der Schritt scheitert", "undercut": "der Schritt ist gebrochen",
        "undecided": "der Schritt ist offen",
    },
    step_strength="der Schritt hat die Stärke {}",
)  # fmt: skip

LANGUAGES: Mapping[str, Language] = {language.tag: language for language in (ENGLISH, GERMAN)}
"""Every language whose words argmap knows, by its tag."""


def language_of(tag: str | None) -> Language:
    """The language of a tag such as ``de-AT``; English where the tag is none, or one of another language."""
    return LANGUAGES.get((tag or "").strip().replace("_", "-").split("-")[0].casefold(), ENGLISH)
