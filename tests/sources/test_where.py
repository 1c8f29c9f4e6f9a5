"""Places as people write them, and where they are."""

from __future__ import annotations

import pytest
from sources.proving import proved, text_of

from argmap.sources.prove import Verdict
from argmap.sources.where import Asked, Unit, called, stretches, understood

PARAGRAPH, PAGE, SECTION, LINE = Unit.PARAGRAPH, Unit.PAGE, Unit.SECTION, Unit.LINE


@pytest.mark.parametrize(
    ("at", "unit", "ranges"),
    [
        ("para. 7", PARAGRAPH, "7"),
        ("Para 7", PARAGRAPH, "7"),
        ("¶7", PARAGRAPH, "7"),
        ("¶ 7", PARAGRAPH, "7"),
        ("¶¶ 7-9", PARAGRAPH, "7-9"),
        ("paras. 7–9", PARAGRAPH, "7-9"),
        ("paragraph 12", PARAGRAPH, "12"),
        ("paragraphs 7 to 9", PARAGRAPH, "7-9"),
        ("paras. 2, 7–9 and 12", PARAGRAPH, "2 7-9 12"),
        ("paras. 2 & 4", PARAGRAPH, "2 4"),
        ("p. 3", PAGE, "3"),
        ("pp. 3—5", PAGE, "3-5"),
        ("page iv", PAGE, "iv"),
        ("§ 2", SECTION, "2"),
        ("§2.1", SECTION, "2.1"),
        ("§§ 2-3", SECTION, "2-3"),
        ("section 4", SECTION, "4"),
        ("line 40", LINE, "40"),
        ("lines 3-5", LINE, "3-5"),
        ("l. 3", LINE, "3"),
    ],
)
def test_what_is_understood(at: str, unit: Unit, ranges: str) -> None:
    pairs = [(a, b or a) for a, _, b in (r.partition("-") for r in ranges.split())]
    assert understood(at) == Asked(unit, tuple(pairs))


@pytest.mark.parametrize(
    "at",
    [
        *("question 3", "7", "", "para.", "para. seven", "p. 3, para. 2", "chapter 2", "para. 7 ff.", "figure 2"),
        *("12:30", "page", "paras. 2,", "para. 7b", "Pauline 3", "personal 4", "¶ 1.2", "line iv", "§ a"),
    ],
)
def test_what_is_not_understood_is_nothing_wrong(at: str) -> None:
    assert understood(at) is None
    assert proved("One end.\n\nTwo end.", "Two end", at).verdict is Verdict.FOUND


TEXT = (
    "Title\n\n§ 1 On boats. All boats float.\n\nThey do.\n\n§ 2 On stones. No stone does.\n\n§ 2.1 But pumice. Floats."
)


@pytest.mark.parametrize(
    ("at", "quote", "verdict"),
    [
        ("§ 1", "They do", Verdict.FOUND),
        ("§ 2", "No stone does", Verdict.FOUND),
        ("§ 2", "pumice", Verdict.FOUND),
        ("§ 2.1", "pumice", Verdict.FOUND),
        ("§ 2.1", "No stone", Verdict.ELSEWHERE),
        ("§§ 1–2", "pumice", Verdict.FOUND),
        ("para. 2", "They do", Verdict.FOUND),
        ("para. 1", "boats float. They do", Verdict.ACROSS),
        ("paras. 1-2", "boats float. They do", Verdict.FOUND),
        ("paras. 1, 2", "boats float. They do", Verdict.ACROSS),
        ("line 3", "On boats", Verdict.FOUND),
        ("lines 4-7", "On boats", Verdict.ELSEWHERE),
        ("para. 2", "Title", Verdict.ELSEWHERE),
        ("p. 3", "They do", Verdict.FOUND),  # the text has no pages, so nobody can tell
    ],
)
def test_where_a_quote_stands(at: str, quote: str, verdict: Verdict) -> None:
    assert proved(TEXT, quote, at).verdict is verdict


@pytest.mark.parametrize(
    ("at", "missing"),
    [
        ("para. 5", "the text has 4 paragraphs"),
        ("para. 0", "the text has 4 paragraphs"),
        ("paras. 3-2", "the text has 4 paragraphs"),
        ("para. 99999999999999999999", "the text has 4 paragraphs"),
        ("line 10", "the text has 9 lines"),
        ("§ 3", "no section of the text is numbered 3"),
        ("§§ 2-1", "§ 1 comes before § 2"),
    ],
)
def test_a_place_that_there_is_not(at: str, missing: str) -> None:
    proof = proved(TEXT, "They do", at)
    assert proof.stretches is not None
    assert proof.stretches.missing == missing


def test_pages_are_called_as_the_source_says() -> None:
    text = text_of("One end.\n\fTwo end.\n\fThree end.\n\f")
    assert [name for name, _ in text.pages] == ["1", "2", "3"]
    two = understood("p. 214")
    assert two is not None
    first, second = stretches(two, text), stretches(two, text, 213)
    assert first is not None
    assert first.missing == "the pages of the text are 1 to 3"
    assert second is not None
    assert [text.whole[a:b].strip() for a, b in second.spans] == ["Two end."]


def test_how_a_place_is_called() -> None:
    text = text_of("Head\n\nOne end.\n\nTwo end.\n\nTail\n")

    def name(words: str, unit: Unit | None = None) -> str:
        start = text.whole.index(words)
        return called(text.place(start, start + len(words)), text, unit)

    assert name("Head") == "the heading before para. 1"
    assert name("One") == "para. 1"
    assert name("One end.\n\nTwo") == "paras. 1–2"
    assert name("Head\n\nOne") == "lines 1–3"
    assert name("Tail") == "a line after the last paragraph"
    assert name("Two", Unit.LINE) == "line 5"
    assert name("Two", Unit.PAGE) == "para. 2"
