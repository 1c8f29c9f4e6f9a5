"""Another name for a statement, a step or a source."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import names

import argmap
from argmap.mapfile.rename import renamed
from argmap.problem import MapError

TEXT = dedent("""
    argmap: 1   # one
    title: one
    thesis: "one"      # the one
    sources:
      one: {title: one}
      'two words': {title: T}
    claims:
      - claim: one or another
        id: one
        because:
          - one is a word
          - all:
              - ref: two
              - claim: X
                cite:
                  - one, p. one; 'one; two words, p. 2
                  - {source: one, quote: one}
                  - "one"
            argument: step-one
            unless: {ref: 'two'}
      - claim: two
        id: >-
          two
        but: [{ref: one}]
    issues:
      - question: one?
        positions: [one, "two"]
    expect: {accepted: [one], rejected: [two]}
    x-one: {ref: one, id: one}
    """).lstrip("\n")
WITHOUT_SOURCE = (
    TEXT.replace("  one: {title: one}", "  first: {title: one}")
    .replace("- one, p. one; 'one;", "- first;")
    .replace("{source: one,", "{source: first,")
    .replace('- "one"', '- "first"')
)


def changed(old: str, new: str, text: str = WITHOUT_SOURCE) -> list[tuple[str, str]]:
    """The lines that differ, before and after."""
    pairs = zip(text.splitlines(), renamed(text, old, new).splitlines(), strict=True)
    return [(a.strip(), b.strip()) for a, b in pairs if a != b]


def test_every_reference_to_a_statement_changes_and_nothing_else() -> None:
    assert changed("one", "uno") == [
        ('thesis: "one"      # the one', 'thesis: "uno"      # the one'),
        ("id: one", "id: uno"),
        ("but: [{ref: one}]", "but: [{ref: uno}]"),
        ('positions: [one, "two"]', 'positions: [uno, "two"]'),
        ("expect: {accepted: [one], rejected: [two]}", "expect: {accepted: [uno], rejected: [two]}"),
    ]


def test_names_in_quotes_and_blocks_stay_in_them() -> None:
    assert [after for _, after in changed("two", "due")] == [
        "- ref: due",
        "unless: {ref: 'due'}",
        "due",
        'positions: [one, "due"]',
        "expect: {accepted: [one], rejected: [due]}",
    ]


def test_a_step_has_one_place() -> None:
    assert changed("step-one", "inference") == [("argument: step-one", "argument: inference")]


def test_a_source_in_texts_and_mappings() -> None:
    text = WITHOUT_SOURCE.replace("- first; two words, p. 2", "- first, p. first; first ; two words, p. 2")
    assert changed("first", "prime", text) == [
        ("first: {title: one}", "prime: {title: one}"),
        ("- first, p. first; first ; two words, p. 2", "- prime, p. first; prime ; two words, p. 2"),
        ("- {source: first, quote: one}", "- {source: prime, quote: one}"),
        ('- "first"', '- "prime"'),
    ]
    assert [after for _, after in changed("two words", "survey")] == ["'survey': {title: T}", "- first; survey, p. 2"]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("on", "x", "nothing is called `on`; did you mean `one`?"),
        ("zzz", "x", "nothing is called `zzz`"),
        ("", "x", "nothing is called ``"),
        ("one", "two", "`two` is taken, on line 21"),
        ("one", "step-one", "`step-one` is taken, on line 12"),
        ("one", "a b", "`a b` is no name: letters, digits, `-`, `_` and `.` make one"),
        ("one", "-", "`-` has neither a letter nor a digit; choose a word"),
        ("x", "y", "`x` is not written in the file; add `id: …` to the item on line 14"),
        ("first", "two words", "a source is called `two words` already"),
        ("first", "a, b", "`a, b` cannot be the key of a source: citations are cut at commas and semicolons"),
        ("first", "*a", "`*a` would need quotes in YAML; choose a key of letters and digits"),
    ],
)
def test_what_cannot_be_done_is_said(old: str, new: str, reason: str) -> None:
    with pytest.raises(ValueError) as raised:  # noqa: PT011
        renamed(WITHOUT_SOURCE, old, new)
    assert str(raised.value) == reason


def test_a_name_that_is_a_source_too() -> None:
    with pytest.raises(ValueError, match=r"both a source and a name \(lines 5 and 8\)|both a source and a name"):
        renamed(TEXT.replace("; 'one;", ";"), "one", "x")


def test_a_name_hidden_by_escapes() -> None:
    text = 'argmap: 1\ntitle: T\nthesis: "\\x61b"\nclaims: [{claim: A, id: ab}]\n'
    with pytest.raises(ValueError, match="on line 3 `ab` is typed in a way that hides it"):
        renamed(text, "ab", "c")


def test_a_new_name_that_is_the_text_of_a_statement() -> None:
    with pytest.raises(
        ValueError, match=r"`word` cannot be taken: the text `word` is the id of a statement \(line 5\)"
    ):
        renamed("argmap: 1\ntitle: T\nclaims:\n  - {claim: A, id: a}\n  - word\n", "a", "word")


def test_a_map_with_errors_is_left_alone() -> None:
    with pytest.raises(MapError):
        renamed("argmap: 1\n", "a", "b")


@pytest.mark.parametrize("change", [str, lambda t: t.replace("\n", "\r\n"), lambda t: "\ufeff" + t, str.rstrip])
def test_there_and_back_in_the_maps_of_the_project(map_path: Path, change: object) -> None:
    text = change(map_path.read_text(encoding="utf-8"))  # type: ignore[operator]
    m = argmap.loads(text)
    for old in [t.id for t in (*m.statements, *m.arguments) if t.named] + [s.key for s in m.sources]:
        there = renamed(text, old, "another")
        assert there.count("another") > text.count("another")
        assert renamed(there, "another", old) == text


@given(names().filter(lambda n: n.strip("-.")), st.sampled_from(("one", "two", "step-one", "first", "two words")))
def test_there_and_back(new: str, old: str) -> None:
    try:
        there = renamed(WITHOUT_SOURCE, old, new)
    except ValueError:
        return
    assert renamed(there, new, old) == WITHOUT_SOURCE


def test_a_name_that_was_only_made_for_another_statement() -> None:
    text = "argmap: 1\ntitle: T\nclaims:\n  - claim: It rings\n    id: ring\n    but: It rings\n"
    assert [s.id for s in argmap.loads(text).statements] == ["ring", "it-rings"]
    there = renamed(text, "ring", "it-rings")
    assert there == text.replace("id: ring", "id: it-rings")
    assert renamed(there, "it-rings", "ring") == text


HEARD = dedent("""
    argmap: 1
    title: The mayor
    speakers:
      the mayor: {description: the mayor}   # since 2019
    claims:
      - claim: the mayor
        by: the mayor
        note: the mayor
        because:
          - all:
              - claim: A
              - claim: B
                by: >-
                  the mayor
            by: "the mayor"
          - claim: C
            by: a diver
    """).lstrip("\n")


def test_a_speaker_is_renamed_wherever_the_name_stands() -> None:
    pairs = changed("the mayor", "Ada Brandt", HEARD)
    assert [after for _, after in pairs] == [
        "Ada Brandt: {description: the mayor}   # since 2019",
        "by: Ada Brandt",
        "Ada Brandt",
        'by: "Ada Brandt"',
    ]


def test_a_speaker_who_is_not_listed_or_whose_name_is_broken_over_lines() -> None:
    assert "by: Bo" in renamed(HEARD, "a diver", "Bo")
    broken = HEARD.replace("              the mayor", "              the\n              mayor")
    assert broken != HEARD
    m = argmap.loads(renamed(broken, "the mayor", "Bo Smith"))
    assert [s.by for s in m.statements] == ["Bo Smith", None, "Bo Smith", "a diver"]
    assert m.arguments[0].by == m.speakers[0].name == "Bo Smith"


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("the mayor", "a diver", "a speaker is called `a diver` already"),
        ("a diver", "the mayor", "a speaker is called `the mayor` already"),
        ("a diver", "a  diver", "words with one space between"),
        ("a diver", "Bo: a diver", "would need quotes"),
        ("the major", "Bo", "did you mean `the mayor`?"),
    ],
)
def test_what_a_speaker_cannot_be_called(old: str, new: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason.replace("?", r"\?")):
        renamed(HEARD, old, new)


def test_a_name_that_is_a_speaker_too() -> None:
    text = HEARD.replace("- claim: C", "- claim: C\n        id: Bo").replace("a diver", "Bo")
    assert "id: Ole" in renamed(text, "Bo", "Ole")  # who is not listed has no name of his own
    assert "by: Bo" in renamed(text, "Bo", "Ole")
    with pytest.raises(ValueError, match="both a speaker and a name"):
        renamed(text.replace("speakers:", "speakers:\n  Bo: a diver"), "Bo", "Ole")
