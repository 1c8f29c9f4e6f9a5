"""Edits of a text at their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.mapfile.edit import edited, line_end
from argmap.problem import Edit, Span


def edit(line: int, column: int, end_line: int, end_column: int, text: str) -> Edit:
    return Edit(Span(line, column, end_line, end_column), text)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_edits_are_made_together_and_line_ends_stay(ending: str) -> None:
    text = ending.join(["één", "zwei", "drei", ""])
    edits = [edit(3, 1, 3, 5, "three"), edit(1, 1, 1, 4, "one"), edit(2, 5, 2, 5, "\ntwo and a half")]
    assert edited(text, edits) == ending.join(["one", "zwei", "two and a half", "three", ""])


def test_lines_can_be_taken_out_and_the_end_is_the_end() -> None:
    assert edited("a\nb\nc", [edit(2, 1, 3, 1, "")]) == "a\nc"
    assert edited("a\nb\nc", [edit(3, 1, 9, 1, "")]) == "a\nb\n"
    assert edited("a", [edit(7, 1, 7, 1, "\nb")]) == "a\nb"


def test_columns_count_after_a_byte_order_mark() -> None:
    assert edited("\ufeffa: b\n", [edit(1, 4, 1, 5, "c")]) == "\ufeffa: c\n"
    assert edited("\ufeffa: b\n", [edit(1, 0, 1, 1, "")]) == "a: b\n"


def test_edits_at_one_place_stand_in_the_order_given() -> None:
    assert edited("ac", [edit(1, 2, 1, 2, "b"), edit(1, 2, 1, 2, "B")]) == "abBc"


def test_edits_that_overlap_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        edited("abcdef", [edit(1, 1, 1, 4, "x"), edit(1, 3, 1, 5, "y")])


@given(st.text("ab\n\r", max_size=20))
def test_no_edits_change_nothing(text: str) -> None:
    assert edited(text, []) == text
    assert line_end(text) in ("\n", "\r\n", "\r")
