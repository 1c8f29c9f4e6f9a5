"""The table of languages: every language has every word, with the same places to put something in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from attrs import asdict, has

import argmap
from argmap.evaluate.verdicts import Reason, Status, StepStatus
from argmap.languages import ENGLISH, LANGUAGES, Language, language_of
from argmap.model import Direction

OTHERS = [pytest.param(language, id=tag) for tag, language in LANGUAGES.items()]


def words(thing: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every word and phrase with its name."""
    if isinstance(thing, str):
        yield name, thing
    elif has(type(thing)):
        yield from words(asdict(thing, recurse=False), name)
    elif isinstance(thing, Mapping):
        for key, inner in thing.items():
            yield from words(inner, f"{name}.{key}")
    elif isinstance(thing, tuple):
        for n, inner in enumerate(thing):
            yield from words(inner, f"{name}.{n}")


def table(language: Language) -> dict[str, str]:
    return dict(words(language))


@pytest.mark.parametrize("language", OTHERS)
def test_no_word_is_missing(language: Language) -> None:
    known, english = table(language), table(ENGLISH)

    def fixed(names: dict[str, str]) -> set[str]:
        """Lists of ordinals and the like may be longer in one language than in another."""
        return {name for name in names if not name.rpartition(".")[2].isdecimal() or "relations" in name}

    assert fixed(known) == fixed(english)
    assert all(word.strip() for word in known.values())


@pytest.mark.parametrize("language", OTHERS)
def test_phrases_have_the_same_places(language: Language) -> None:
    english = table(ENGLISH)
    for name, phrase in table(language).items():
        if name in english:
            assert phrase.count("{}") == english[name].count("{}"), name


@pytest.mark.parametrize("language", OTHERS)
def test_all_that_can_be_found_has_a_word(language: Language) -> None:
    assert set(language.relations) == {*Direction, "possible"}
    assert set(language.statuses) == set(Status)
    assert set(language.reasons) == set(Reason)
    assert set(language.steps) == set(StepStatus)
    assert set(language.reliabilities) == set("ABCDEF")
    assert set(language.credibilities) == set("123456")


def test_another_language_says_other_things() -> None:
    english = table(ENGLISH)
    for tag, language in LANGUAGES.items():
        if tag != "en":
            same = {word for name, word in table(language).items() if english.get(name) == word}
            assert len({word for word in same if any(letter.isalpha() for letter in word)}) < 5  # such as “in {}”


@pytest.mark.parametrize(("tag", "found"), [("de", "de"), ("de-AT", "de"), ("DE", "de"), ("en_GB", "en")])
def test_a_tag_names_its_language(tag: str, found: str) -> None:
    assert language_of(tag).tag == found


@pytest.mark.parametrize("tag", [None, "", "fr", "deutsch", "x" * 999])
def test_any_other_is_told_in_english(tag: str | None) -> None:
    assert language_of(tag) is ENGLISH


def test_an_outline_speaks_the_language_of_its_map() -> None:
    said = argmap.outline(argmap.loads("argmap: 1\ntitle: T\nlanguage: de-CH\nclaims:\n  - claim: A\n    but: B\n"))
    assert "These: (1) A.\n   aber (2) B.\n" in said
