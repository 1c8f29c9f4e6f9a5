"""The argument in connected sentences."""

from __future__ import annotations

import re

from hypothesis import given, settings
from strategies import graphs

import argmap
from argmap.languages import LANGUAGES
from argmap.render.outlines.compose import compose
from argmap.render.outlines.document import Paragraph, Role, plain

PROSE = argmap.OutlineStyle(style="prose")


def prose(claims: str, language: str = "en", head: str = "") -> list[str]:
    """The paragraphs below the title."""
    m = argmap.loads(f"argmap: 1\ntitle: T\n{head}claims:\n{claims}\n")
    document = compose(m, argmap.OutlineStyle(style="prose", language=language))
    return [plain(p.runs) for section in document.sections for p in section.body if isinstance(p, Paragraph)]


MAP = """
  - claim: A
    because:
      - claim: B
        qualifier: presumably
        warrant: Who says B says A
        unless: C
      - claim: D
        by: the chair
        because: [{claim: E, unless: [{evidence: F, unless: [{evidence: G}]}]}, {claim: H}]
    but:
      - claim: I
"""


def test_reasons_objections_and_doubts() -> None:
    assert prose(MAP) == [
        "The thesis is this: A.",
        "One reason, presumably: B. The principle behind this: Who says B says A. It would not follow if this were so: "
        "C.",
        "Another reason for the thesis, according to the chair: D. One reason for that: E. But this may not follow: F. "
        "But this may not matter here: G. Another reason for “D”: H.",
        "An objection to the thesis: I.",
    ]


def test_the_same_in_german() -> None:
    assert prose(MAP, "de") == [
        "Die These lautet: A.",
        "Ein Grund, presumably: B. Dahinter steht der Grundsatz: Who says B says A. "
        "Es würde nicht folgen, wenn dies so wäre: C.",
        "Ein weiterer Grund für die These, so the chair: D. Ein Grund dafür: E. Doch das folgt vielleicht nicht: F. "
        "Doch darauf kommt es hier vielleicht nicht an: G. Ein weiterer Grund für „D“: H.",
        "Ein Einwand gegen die These: I.",
    ]


def test_premises_that_only_count_together() -> None:
    assert prose("""
  - claim: A
    because:
      - all: [{claim: B, because: C}, {claim: D, implicit: true}]
        qualifier: surely
        by: the critics
    but: [{all: [{claim: E}, {claim: F}, {claim: G}], unless: [{all: [{evidence: H}, {evidence: I}]}]}]
""") == [
        "The thesis is this: A.",
        "The reason, surely, in the argument of the critics, has two parts, which only count together. First: B. "
        "The reason: C. Second, still on the thesis, though this is left unsaid: D.",
        "An objection has three parts. First: E. Second: F. Third: G. "
        "But this may not count against it, for two things together. First: H. Second: I.",
    ]


def test_what_stands_elsewhere_is_referred_to() -> None:
    assert prose("""
  - claim: A
    because:
      - claim: B
        because: [{ref: d}]
      - claim: D
        id: d
        label: The point
    but: [{claim: E, but: [{ref: d}]}]
  - counterclaim: F
    because: [{ref: d}]
""")[1:] == [
        "One reason: B. The reason: “The point” (see below).",
        "Another reason for the thesis: D.",
        "However: E. Then again: “The point” (see above).",
        "A further claim: F.",
        "The reason: “The point” (see above).",
    ]


def test_steps_without_premises_are_whole_sentences() -> None:
    assert prose("  - claim: A\n    because: [{all: []}]\n    but: [{all: []}]") == [
        "The thesis is this: A.",
        "This is taken for granted.",
        "It is denied, without a reason.",
    ]


def test_thesis_and_positions() -> None:
    said = prose("  - {claim: A, id: a, by: the mayor}\n  - {claim: B, id: b}", head="issues: [{positions: [a, b]}]\n")
    assert said == ["The thesis is this, according to the mayor: A.", "A rival position: B."]


def test_a_long_step_has_paragraphs_of_its_own() -> None:
    reasons = "".join(f"          - {{claim: R{n}, because: [{{claim: S{n}}}, {{claim: T{n}}}]}}\n" for n in range(8))
    said = prose(f"  - claim: A\n    because:\n      - claim: B\n        because:\n{reasons}")
    leads = [p.split(":")[0] for p in said]
    assert leads == ["The thesis is this", "The reason", "A third reason for “B”", "A fifth reason for “B”"] + [
        "A further reason for “B”"
    ]


@given(graphs())
@settings(max_examples=100, deadline=None)
def test_every_statement_stands_once_in_its_own_words(m: argmap.ArgumentMap) -> None:
    for tag in LANGUAGES:
        document = compose(m, argmap.OutlineStyle(style="prose", language=tag))
        runs = [run for s in document.sections for p in s.body if isinstance(p, Paragraph) for run in p.runs]
        told = [run.text for run in runs if run.role is Role.TEXT]
        words = [" ".join(s.text.split()) for s in m.reading_order()]
        assert len(told) == len(words)
        assert all(said.startswith(word) for said, word in zip(told, words, strict=True))
        assert [run.home for run in runs if run.home] == [s.id for s in m.reading_order()]


def test_sentences_are_well_formed(map_path: object) -> None:
    m = argmap.load(str(map_path))
    for paragraph in (p for s in compose(m, PROSE).sections for p in s.body):
        assert isinstance(paragraph, Paragraph)
        said = plain(paragraph.runs)
        assert said[0].isupper()
        assert "  " not in said
        assert not re.search(r"[ ,][.,:]|\.\.|::|,,", said)
        assert re.search(r"[.\])]$", said)


def test_a_very_deep_map_can_be_told() -> None:
    build = argmap.Builder("T")
    statement = build.claim("Statement 0.")
    for number in range(1, 3000):
        below = build.claim(f"Statement {number}.")
        statement.because(below)
        statement = below
    said = argmap.outline(build.build(), style=PROSE)
    assert "Statement 2999." in said
