"""What ratings of speakers, of sources and of what they report suggest for the confidence in a statement.

The ratings are those of the Admiralty code, in NATO's doctrine on intelligence (AJP-2.1, and before it STANAG 2511): a
letter for the source, a number for what it says, judged apart. The code puts no number on the two together; the table
is argmap's own.
"""

from __future__ import annotations

from attrs import evolve

from argmap.model import ArgumentMap, Citation, Statement

SUGGESTED: dict[str, tuple[float | None, ...]] = {
    #     1     2     3     4     5     6
    "A": (0.95, 0.85, 0.70, 0.55, 0.40, 0.95),
    "B": (0.90, 0.80, 0.65, 0.50, 0.35, 0.80),
    "C": (0.85, 0.75, 0.60, 0.45, 0.30, 0.65),
    "D": (0.75, 0.65, 0.55, 0.35, 0.25, 0.40),
    "E": (0.70, 0.60, 0.45, 0.30, 0.15, 0.20),
    "F": (0.95, 0.80, 0.60, 0.35, 0.15, None),
}
"""Confidence by reliability and credibility: what is said counts twice, who says it once.

From A to E a source stands for 0.95, 0.8, 0.65, 0.4 and 0.2, from 1 to 5 a report for 0.95, 0.8, 0.6, 0.35 and 0.15;
what cannot be judged, F and 6, does not count. Rounded to twentieths.
"""

FAR = 0.25
"""By how much a confidence differs from what ratings suggest, from which on it is told."""


def of_citation(m: ArgumentMap, citation: Citation, by: str | None = None) -> float | None:
    """What the ratings of a citation, of its source and of who is cited suggest; None where there is none to judge by.

    A report passes through the hands of speaker (``by``) and source, and is no more reliable than the worse of them.
    """
    hands = (_reliability(m, by), m.source(citation.source).get("reliability") or "F")
    worse = max((letter for letter in hands if letter != "F"), default="F")
    return SUGGESTED[worse][int(citation.credibility or 6) - 1]


def _reliability(m: ArgumentMap, by: str | None) -> str:
    speaker = m.speaker(by)
    return (speaker and speaker.reliability) or "F"


def suggested(m: ArgumentMap, s: Statement) -> float | None:
    """The confidence that the citations of a statement suggest: that of the best, for one good witness is enough.

    Where it cites nothing, the word of its speaker is all that there is.
    """
    if not s.citations:
        return SUGGESTED[_reliability(m, s.by)][5]
    found = [value for c in s.citations if (value := of_citation(m, c, s.by)) is not None]
    return max(found, default=None)


def with_suggested(m: ArgumentMap) -> tuple[ArgumentMap, int]:
    """A map whose statements without `confidence` have what their ratings suggest, and how many these are."""
    changed = {s.id: value for s in m.statements if s.confidence is None and (value := suggested(m, s)) is not None}
    if not changed:
        return m, 0
    statements = [evolve(s, confidence=changed[s.id]) if s.id in changed else s for s in m.statements]
    return evolve(m, statements=statements), len(changed)
