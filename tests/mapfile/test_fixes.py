"""Mending what can be mended without asking.

`mended.diff` shows what becomes of every map of `tests/bad`; `ARGMAP_UPDATE=1` writes it anew: read it.
"""

from __future__ import annotations

import difflib
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.mapfile.fixes import mended
from argmap.mapfile.read import read_text
from argmap.problem import Severity

TESTS = Path(__file__).parent.parent
BAD = sorted(TESTS.glob("bad/*.yaml"))
GOLDEN = Path(__file__).with_name("mended.diff")


def text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace")


def errors(text: str) -> int:
    return sum(p.severity is Severity.ERROR for p in read_text(text)[1])


def test_what_becomes_of_broken_maps() -> None:
    out = ""
    for path in BAD:
        before, (after, problems) = text_of(path), mended(text_of(path))
        pairs = [[line.replace("\ufeff", "<BOM>") for line in text.split("\n")] for text in (before, after)]
        lines = [x for x in difflib.unified_diff(*pairs, lineterm="", n=0) if not x.startswith(("---", "+++", "@@"))]
        if lines:
            out += "\n".join([f"# {path.name}: {', '.join(p.code for p in problems)}", *lines, "", ""])
    if os.environ.get("ARGMAP_UPDATE"):
        GOLDEN.write_text(out, encoding="utf-8", newline="\n")
    assert out == GOLDEN.read_bytes().decode("utf-8")


@pytest.mark.parametrize("path", BAD, ids=lambda p: p.name.removesuffix(".argmap.yaml"))
def test_a_mended_map_is_better_and_stays_so(path: Path) -> None:
    text = text_of(path)
    after, problems = mended(text)
    assert (after == text) is (not problems)
    assert errors(after) <= errors(text)
    assert mended(after) == (after, ())


def test_a_good_map_is_not_touched(map_path: Path) -> None:
    text = map_path.read_text(encoding="utf-8").replace("\n", "\r\n")
    assert mended(text) == (text, ())


def test_line_ends_and_byte_order_mark() -> None:
    text = "\ufeffargmap: 1\r\ntitle: A: b\r\nclaims:\r\n  - claim: X\r\n    lable: Y # stays\r\n"
    after, problems = mended(text)
    assert after == 'argmap: 1\r\ntitle: "A: b"\r\nclaims:\r\n  - claim: X\r\n    label: Y # stays\r\n'
    assert [p.code for p in problems] == ["byte-order-mark", "colon-in-text", "unknown-field"]


def test_an_edit_that_spoils_the_map_is_not_made_and_keeps_no_other_from_being_made() -> None:
    text = "argmap: 1\ntitle: T\nclaims:\n  - claim: X\n    label: Y\n    lable: Z\n    becuase: W\n"
    after, problems = mended(text)
    assert after == text.replace("becuase", "because")
    assert [p.message for p in problems] == ["`becuase` is no key of an item of `claims`"]


def test_a_slip_that_stays_after_its_edit_is_left_to_the_writer() -> None:
    text = "argmap: 1\ntitle: T\nclaims:\n  - claim: X\n '   because:\n      Y\n"
    assert mended(text) == (text, ())


def test_what_a_review_finds_beside_is_mended_too() -> None:
    text = "argmap: 1\ntitle: T\nclaims:\n  - claim: X\n"

    def review(text: str) -> tuple[argmap.ArgumentMap | None, tuple[argmap.Problem, ...]]:
        m, problems = read_text(text)
        if "X" in text:
            place = argmap.Span(4, 12, 4, 13)
            edit = argmap.problem.Edit(place, "Y")
            problems = (*problems, argmap.Problem("x-to-y", "an X", place, Severity.HINT, fix=(edit,)))
        return m, problems

    assert mended(text, review).text == text.replace("X", "Y")


@given(st.sampled_from([p for p in BAD if p.stat().st_size < 3000]), st.data())
def test_any_broken_text_can_be_mended(path: Path, data: st.DataObject) -> None:
    text = text_of(path)
    at = data.draw(st.integers(0, len(text)))
    text = (
        text[:at]
        + data.draw(st.sampled_from((":", "\n", "- ", '"', "'", "#", "[", "\t", "{", "*", "\r\n")))
        + text[at:]
    )
    after, _ = mended(text)
    assert errors(after) <= errors(text)
    assert mended(after).text == after
