"""Statements added to the text of a map."""

from __future__ import annotations

from pathlib import Path

import pytest
from mapfile.editing import FLAT, TEXT, changes

import argmap
from argmap import MapError, added
from argmap.mapfile.add import Item


def after(to: str | None, word: str, *items: Item, text: str = TEXT) -> list[str]:
    return changes(text, added(text, to, word, items))


def test_at_the_end_of_a_list() -> None:
    assert after("root", "because", "One more: this") == ['+      - "One more: this"']


def test_an_item_with_keys_has_them_in_the_usual_order() -> None:
    item = {"note": "seen", "by": "Ann", "evidence": "It was observed", "id": "seen"}
    assert after("root", "because", item) == [
        "+      - evidence: It was observed",
        "+        id: seen",
        "+        by: Ann",
        "+        note: seen",
    ]


def test_below_what_had_nothing_below() -> None:
    assert after("other", "but", "No", "Never") == ["+    but:", "+      - No", "+      - Never"]


def test_a_bare_text_gets_the_word_that_it_has_by_its_side() -> None:
    assert after("a-bare-reason", "because", "Since") == [
        "-      - A bare reason",
        "+      - claim: A bare reason",
        "+        because:",
        "+          - Since",
    ]
    assert after("an-objection-alone", "because", "Since") == [
        "-    but: An objection alone",
        "+    but:",
        "+      - counterclaim: An objection alone",
        "+        because:",
        "+          - Since",
    ]


def test_an_unless_stands_before_what_argues_for_the_text() -> None:
    assert after("second", "unless", "No") == ["+        unless:", "+          - No"]
    lines = added(TEXT, "second", "unless", ["No"]).splitlines()
    assert lines.index("        unless:") < lines.index("        # about its reasons")


def test_what_breaks_the_step_of_a_group() -> None:
    assert after("group", "unless", "No") == ["+        unless:", "+          - No"]
    assert after("a-text-in-brackets", "unless", "No") == ["+        unless:", "+          - No"]


def test_brackets_are_opened_as_far_as_need_be() -> None:
    assert after("alone", "unless", "No") == [
        "-        because: {claim: A reason alone, id: alone, unless: It may not be so}",
        "+        because:",
        "+          - claim: A reason alone",
        "+            id: alone",
        "+            unless:",
        "+              - It may not be so",
        "+              - No",
    ]


def test_another_premise_of_a_group() -> None:
    assert after("group", "all", {"ref": "other"}) == [
        '-      - all: [{ref: alone}, "A text, in brackets"]',
        "+      - all:",
        "+          - ref: alone",
        "+          - A text, in brackets",
        "+          - ref: other",
    ]


def test_a_single_premise_becomes_a_group_whose_step_keeps_its_keys() -> None:
    text = added(TEXT, "second", "all", ["Together"])
    assert text.splitlines()[10:23] == [
        "      - all:",
        "          - claim: >-",
        "              The second",
        "              reason",
        "            id: second",
        "            # about its reasons",
        "            because: {claim: A reason alone, id: alone, unless: It may not be so}",
        "            # at the end of the second",
        "          - Together",
        "        warrant: it bears   # why",
        '      - all: [{ref: alone}, "A text, in brackets"]',
        "        argument: group",
        "    but: An objection alone",
    ]


def test_a_premise_for_a_step_without_premises() -> None:
    text = FLAT.replace("- claim: Two\n    id: two\n", "- all: []\n    argument: empty\n")
    assert after("empty", "all", "Now", text=text) == ["-  - all: []", "+  - all:", "+    - Now"]


def test_a_root_stands_apart() -> None:
    assert added(TEXT, None, "claims", [{"claim": "New", "id": "new"}]) == f"{TEXT}\n  - claim: New\n    id: new\n"


def test_lists_in_the_column_of_their_key_stay_there() -> None:
    assert after("one", "because", "Since", text=FLAT) == ["+    because:", "+    - Since"]


def test_a_text_that_is_an_id_is_no_reference() -> None:
    assert after("other", "because", "second") == ["+    because:", "+      - claim: second"]


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_ends_and_mark_stay(ending: str) -> None:
    text = "\ufeff" + TEXT.replace("\n", ending)
    new = added(text, "other", "because", ["Since"])
    assert new.startswith(text)
    assert new[len(text) :] == f"    because:{ending}      - Since{ending}"


def test_a_file_whose_last_line_has_no_end() -> None:
    text = TEXT.rstrip("\n")
    assert added(text, "other", "because", ["Since"]) == f"{text}\n    because:\n      - Since"


@pytest.mark.parametrize(
    ("to", "word", "item", "reason"),
    [
        ("rot", "because", "x", "nothing is called `rot`; did you mean `root`?"),
        ("group", "because", "x", "`group` is a step, and `because` bears on a statement; name the statement, or"),
        ("other", "unless", "x", r"`other` stands under `claims` \(line 24\), so no step leads from it; name the step"),
        ("root", "because", {"ref": "root"}, "that would be no map: `root` is given as a reason for or against itself"),
        ("root", "because", {"claim": "x", "cite": "book"}, "that would be no map: `book` is no source of this file"),
        ("root", "because", {"claim": "x", "id": "other"}, "that would be no map: the name `other` is given twice"),
        ("root", "because", "  ", "that would be no map: an item is empty"),
        ("root", "because", {"claim": "x", "colour": "red"}, "that would be no map: `colour` is no key of an item"),
    ],
)
def test_what_cannot_be_added_is_said(to: str, word: str, item: Item, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        added(TEXT, to, word, [item])


def test_a_map_with_errors_is_left_alone() -> None:
    with pytest.raises(MapError):
        added("argmap: 1\n", "a", "because", ["b"])


def test_to_every_statement_of_our_maps(map_path: Path) -> None:
    text = map_path.read_text(encoding="utf-8")
    m = argmap.loads(text)
    for s in m.statements:
        there = argmap.loads(added(text, s.id, "because", [{"claim": "A new reason", "id": "a-new-reason"}]))
        assert [a.premises[0].statement for a in there.arguments_for(s.id)][-1] == "a-new-reason"
        assert len(there.statements) == len(m.statements) + 1
