"""Widths and line breaks."""

from __future__ import annotations

from importlib import resources

import fontpkg_arimo
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from argmap.render import metrics


def test_widths_are_those_of_the_font() -> None:
    font = TTFont(str(resources.files(fontpkg_arimo) / "files" / "Arimo[wght].ttf"))
    letters, widths, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    for letter in metrics._WIDTHS[False]:
        known = widths[letters[ord(letter)]][0] / em * 1000
        assert metrics.width(letter, 1000) == pytest.approx(known, abs=0.6), letter


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"])), st.integers(60, 400), st.booleans())
def test_a_line_is_never_wider_than_its_room(text: str, room: int, bold: bool) -> None:
    for line in metrics.wrap(text, room, 11, bold):
        assert metrics.width(line, 11, bold) <= room


def test_words_stay_whole_where_they_fit_and_long_ones_are_cut() -> None:
    assert metrics.wrap("one two three", 40, 11) == ("one two", "three")
    cut = metrics.wrap("https://example.org/a/very/long/address", 60, 11)
    assert len(cut) > 3
    assert "".join(cut) == "https://example.org/a/very/long/address"


def test_wide_letters_break_between_each_other_but_not_before_a_stop() -> None:
    assert metrics.wrap("一二三四五。", 33, 11) == ("一二三", "四五。")
    assert metrics.wrap("一二三。四", 33, 11)[0] != "一二三"


def test_marks_are_as_wide_as_nothing() -> None:
    assert metrics.width("e\u0301", 10) == metrics.width("e", 10)
    assert metrics.width("語", 10) == 10


def test_a_letter_with_marks_is_as_wide_as_the_letter() -> None:
    for bold in (False, True):
        assert metrics.width("ế", 10, bold) == metrics.width("e", 10, bold)
        assert metrics.width("Ơ", 10, bold) == metrics.width("O", 10, bold)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("abc", False), ("שלום", True), ("«مرحبا»", True), ("12 אב", True), ("", False), ("123", False)],
)
def test_direction_follows_the_first_letter_that_has_one(text: str, expected: bool) -> None:
    assert metrics.is_right_to_left(text) is expected
