"""Statements and steps taken out of the text of a map."""

from __future__ import annotations

from pathlib import Path

import pytest
from mapfile.editing import FLAT, TEXT, changes

import argmap
from argmap import MapError, added, removed


def after(name: str, text: str = TEXT) -> list[str]:
    return changes(text, removed(text, name))


def test_a_statement_goes_with_the_comment_above_it() -> None:
    assert after("a-bare-reason") == ["-      # about the bare one", "-      - A bare reason"]


def test_an_empty_list_goes_too() -> None:
    assert after("an-objection-alone") == ["-    but: An objection alone"]


def test_a_root_goes_with_the_empty_line_above_it() -> None:
    text = removed(TEXT, "other")
    assert TEXT.startswith(text)
    assert text.endswith("    but: An objection alone\n")


def test_a_step_goes_with_its_premises() -> None:
    assert after("group") == ['-      - all: [{ref: alone}, "A text, in brackets"]', "-        argument: group"]


def test_out_of_brackets() -> None:
    assert after("it-may-not-be-so") == [
        "-            because: {claim: A reason alone, id: alone, unless: It may not be so}".replace(" " * 12, " " * 8),
        "+        because:",
        "+          - claim: A reason alone",
        "+            id: alone",
    ]


def test_a_group_goes_with_its_only_premise() -> None:
    text = TEXT.replace('[{ref: alone}, "A text, in brackets"]', '["A text, in brackets"]')
    assert after("a-text-in-brackets", text) == ['-      - all: ["A text, in brackets"]', "-        argument: group"]


def test_a_list_behind_the_dash_of_its_item() -> None:
    text = FLAT.replace("- claim: One", "- because:  # why\n      - Since\n    claim: One")
    assert after("since", text) == ["-  - because:  # why", "-      - Since", "-    claim: One", "+  - claim: One"]


def test_what_is_used_elsewhere_stays() -> None:
    with pytest.raises(ValueError, match="`alone` would go, and is used on line 19; remove it there first, or move it"):
        removed(TEXT, "alone")
    with pytest.raises(ValueError, match="`alone` would go, and is used on line 19;"):
        removed(TEXT, "second")
    text = TEXT + "issues:\n  - positions: [other, root]\nexpect: {accepted: [other]}\n"
    with pytest.raises(ValueError, match=r"`other` would go, and is used on lines 27 and 28; remove it there first$"):
        removed(text, "other")


def test_the_thesis_stays() -> None:
    with pytest.raises(ValueError, match="that would make `other` the thesis, as the first of `claims`; write a `thes"):
        removed(TEXT, "root")
    with pytest.raises(ValueError, match="`root` is all that the map claims; without it there would be no map"):
        removed(FLAT, "root")


def test_what_is_not_there_and_what_is_no_map() -> None:
    with pytest.raises(ValueError, match=r"nothing is called `alon`; did you mean `alone`\?"):
        removed(TEXT, "alon")
    with pytest.raises(MapError):
        removed("argmap: 1\n", "a")


@pytest.mark.parametrize("word", ["because", "but", "unless"])
def test_what_was_added_to_our_maps_is_removed_without_a_trace(map_path: Path, word: str) -> None:
    text = map_path.read_text(encoding="utf-8")
    m = argmap.loads(text)
    for s in m.statements:
        if s.named and (word != "unless" or s.id not in m.top):
            there = added(text, s.id, word, [{"claim": "Something new", "id": "something-new"}])
            assert removed(there, "something-new") == text
