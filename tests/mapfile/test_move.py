"""Statements and steps moved within the text of a map."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mapfile.editing import FLAT, TEXT, changes
from strategies import files

import argmap
from argmap import MapError, added, moved, removed


def after(name: str, text: str = TEXT, **goal: Any) -> list[str]:
    return changes(text, moved(text, name, **goal))


def test_a_branch_moves_with_its_comments_and_its_layout() -> None:
    text = moved(TEXT, "second", to="other", word="because")
    branch = TEXT[TEXT.index("      - claim: >-") : TEXT.index("      - all")]
    assert text == TEXT.replace(branch, "") + f"    because:\n{branch}"


def test_to_another_depth() -> None:
    assert after("a-bare-reason", to="second", word="unless") == [
        "-      # about the bare one",
        "-      - A bare reason",
        "+        unless:",
        "+          # about the bare one",
        "+          - A bare reason",
    ]


def test_before_and_after_another() -> None:
    head, one, two = (
        FLAT[: FLAT.index("  - claim: One")],
        "  - claim: One\n    id: one\n",
        "  - claim: Two\n    id: two\n",
    )
    assert moved(FLAT, "two", before="one") == moved(FLAT, "one", after="two") == head + two + one


def test_a_step_moves_too() -> None:
    assert after("group", to="other", word="but")[-3:] == [
        "+    but:",
        '+      - all: [{ref: alone}, "A text, in brackets"]',
        "+        argument: group",
    ]


def test_a_ref_stays_behind_with_the_keys_of_the_step() -> None:
    text = moved(TEXT, "second", leave_ref=True)
    assert text.splitlines()[8:13] == [
        "      # about the bare one",
        "      - A bare reason",
        "      - ref: second",
        "        warrant: it bears   # why",
        '      - all: [{ref: alone}, "A text, in brackets"]',
    ]
    assert text.endswith(
        "\n\n  - claim: >-\n      The second\n      reason\n    id: second\n    # about its reasons\n"
        "    because: {claim: A reason alone, id: alone, unless: It may not be so}\n    # at the end of the second\n"
    )


def test_what_a_ref_points_to_gets_its_name_written() -> None:
    text = moved(TEXT, "a-bare-reason", leave_ref=True)
    assert "      - ref: a-bare-reason\n" in text
    assert text.endswith("\n\n  # about the bare one\n  - claim: A bare reason\n    id: a-bare-reason\n")


def test_into_a_group() -> None:
    text = moved(FLAT, "one", to="two", word="all")
    assert text.splitlines()[-7:] == [
        "  id: root",
        "  because:",
        "  - all:",
        "      - claim: Two",
        "        id: two",
        "      - claim: One",
        "        id: one",
    ]


def test_a_list_that_is_left_empty_goes_and_its_comment_moves_along() -> None:
    assert after("alone", to="root", word="but") == [
        "-        # about its reasons",
        "-        because: {claim: A reason alone, id: alone, unless: It may not be so}",
        "-    but: An objection alone",
        "+    but:",
        "+      - An objection alone",
        "+      # about its reasons",
        "+      - claim: A reason alone",
        "+        id: alone",
        "+        unless: It may not be so",
    ]


@pytest.mark.parametrize(
    ("name", "goal", "reason"),
    [
        ("root", {"to": "alone", "word": "but"}, "`root` cannot stand below itself"),
        ("second", {"to": "second", "word": "all"}, "`second` cannot stand below itself"),
        ("other", {}, "`other` stands there already"),
        ("a-bare-reason", {"before": "second"}, "`a-bare-reason` stands there already"),
        ("second", {}, "`second` has keys of its step (`warrant`), and a root has none; leave a `ref` in its place"),
        (
            "second",
            {"to": "group", "word": "all"},
            "`second` has keys of its step (`warrant`), and a premise in a group has none; leave a `ref` in its place",
        ),
        ("group", {}, "`group` is a step, and a root is none; put it under `because`, `but` or `unless`"),
        ("group", {"leave_ref": True}, "`group` is a step; a `ref` can stay behind for a statement alone"),
        (
            "other",
            {"to": "root", "word": "but", "leave_ref": True},
            "`other` is a root already, where no",
        ),
        (
            "other",
            {"before": "root"},
            "that would make `other` the thesis, as the first of `claims`",
        ),
        ("nobody", {}, "nothing is called `nobody`"),
        ("second", {"to": "nobody", "word": "but"}, "nothing is called `nobody`"),
        ("second", {"to": "other", "before": "other"}, "name one place: `to` with a list, or `before`, or `after`"),
        ("second", {"to": "other"}, "name one place: `to` with a list, or `before`, or `after`"),
    ],
)
def test_what_cannot_be_done_is_said(name: str, goal: Any, reason: str) -> None:
    with pytest.raises(ValueError) as raised:  # noqa: PT011
        moved(TEXT, name, **goal)
    assert str(raised.value).startswith(reason)


def test_the_last_premise_does_not_leave_what_breaks_its_step_behind() -> None:
    text = FLAT.replace("- claim: Two\n    id: two\n", "- all:\n    - {claim: Two, id: two}\n    unless: No\n")
    with pytest.raises(ValueError, match="`two` is all that its group holds, whose step has other keys"):
        moved(text, "two", to="one", word="because")


def test_a_map_with_errors_is_left_alone() -> None:
    with pytest.raises(MapError):
        moved("argmap: 1\n", "a")


def test_every_branch_of_our_maps_can_stand_flat(map_path: Path) -> None:
    text = map_path.read_text(encoding="utf-8")
    m = argmap.loads(text)
    named = [s.id for s in m.statements if s.named and s.id not in m.top]
    for name in named:
        there = argmap.loads(moved(text, name, leave_ref=True))
        assert name in there.top
        assert sorted(s.text for s in there.statements) == sorted(s.text for s in m.statements)
        assert len(there.arguments) == len(m.arguments)


@given(files(), st.data())
def test_any_edit_of_any_file_is_whole_or_refused(text: str, data: st.DataObject) -> None:
    """That an edit does what it should and loses no comment is asserted before it is given back, for all files."""
    m = argmap.loads(text)
    names = st.sampled_from([thing.id for thing in (*m.statements, *m.arguments)])
    name, other = data.draw(names), data.draw(names)
    word = data.draw(st.sampled_from(["because", "but", "unless", "all"]))
    is_left = data.draw(st.booleans())
    goal: dict[str, Any] = data.draw(
        st.sampled_from([{}, {"to": other, "word": word}, {"before": other}, {"after": other}])
    )
    edits = {
        "add": lambda: added(text, other, word, ["Something new: here", {"evidence": "It was seen", "by": "Ann"}]),
        "remove": lambda: removed(text, name),
        "move": lambda: moved(text, name, leave_ref=is_left, **goal),
    }
    kind = data.draw(st.sampled_from(sorted(edits)))
    try:
        there = argmap.loads(edits[kind]())
    except MapError:
        raise
    except ValueError as error:
        reason = str(error)
    else:
        more = len(there.statements) - len(m.statements)
        steps = len(there.arguments) - len(m.arguments)
        assert {"add": more == 2, "remove": more < 0 or steps < 0, "move": more == 0}[kind]
        return
    assert reason.startswith(("`", "nothing is called", "that would", "that cannot be done"))
