"""Names that are made from texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import names, texts

from argmap.mapfile.values import NAME
from argmap.naming import NameMaker


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Cats sleep", "cats-sleep"),
        ("One two three four five six seven", "one-two-three-four-five-six"),
        ("It’s a firm's choice: “yes”, or (perhaps) no!", "its-a-firms-choice-yes-or"),
        ("The 4-day week costs 1.10", "the-4-day-week-costs-1"),
        ("snake_case stays", "snake_case-stays"),
        ("Zürich, été, 東京, шум", "zürich-été-東京-шум"),
        ("  \n Space\taround  ", "space-around"),
        ("…?! 🙂", "statement"),
        ("", "statement"),
    ],
)
def test_name_is_the_first_six_words(text: str, name: str) -> None:
    assert NameMaker().name(text) == name


def test_names_are_numbered_in_the_order_made() -> None:
    maker = NameMaker()
    assert [maker.name("Cats!") for _ in range(3)] == ["cats", "cats-2", "cats-3"]
    assert maker.name("Cats 2") == "cats-2-2"
    assert maker.name("?") == "statement"
    assert maker.name("!") == "statement-2"


def test_names_that_are_taken_are_not_made() -> None:
    maker = NameMaker(["cats", "cats-3"])
    maker.take("cats-4")
    assert [maker.name("Cats") for _ in range(2)] == ["cats-2", "cats-5"]


def test_name_that_a_text_spells_out_is_passed_over() -> None:
    maker = NameMaker()
    assert [maker.name(text) for text in ("Cats 2", "Cats", "Cats")] == ["cats-2", "cats", "cats-3"]


def test_long_text_is_not_read_to_its_end() -> None:
    assert NameMaker().name("x" * 1_000_000) == "x" * 400


@given(st.lists(texts(controls=True) | st.sampled_from(("a", "a 2", "a-2"))), st.lists(names()))
def test_names_are_names_and_differ(given_texts: list[str], taken: list[str]) -> None:
    maker = NameMaker(taken)
    made = [maker.name(text) for text in given_texts]
    assert len({*made, *taken}) == len(made) + len(set(taken))
    assert all(NAME.fullmatch(name) for name in made)


@given(st.lists(texts()))
def test_names_are_the_same_each_time(given_texts: list[str]) -> None:
    one, two = NameMaker(), NameMaker()
    assert [one.name(text) for text in given_texts] == [two.name(text) for text in given_texts]
