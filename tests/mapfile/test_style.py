"""The style of a map: read with every problem at its place, in a map and in a file of its own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.mapfile.read import read_text
from argmap.mapfile.style_file import read_style

HEAD = "argmap: 1\ntitle: T\nclaims: A\n"
GOOD = """
style: compact
theme: dark
direction: TB
colour-by: tag
key: false
show: [label, id]
wrap: 240
"""
READ = {
    "style": "compact",
    "theme": "dark",
    "direction": "TB",
    "colour-by": "tag",
    "key": False,
    "show": ("label", "id"),
    "wrap": 240,
}


def below(text: str) -> str:
    """Settings as they stand in a map."""
    return f"{HEAD}style:\n" + "".join(f"  {line}\n" for line in text.strip().splitlines())


def test_a_map_and_a_file_hold_the_same_settings() -> None:
    m = argmap.loads(below(GOOD))
    assert m.style == READ
    assert read_style(GOOD.encode()) == (READ, ())
    assert argmap.loads(argmap.dumps(m)) == m
    assert argmap.formatted(below(GOOD)).startswith("argmap: 1\ntitle: T\nstyle:\n  style: compact\n")
    assert read_style(b"") == ({}, ())
    assert argmap.loads(HEAD).style == {}


def test_a_map_is_drawn_in_its_own_style() -> None:
    dark = argmap.loads(below("theme: dark"))
    assert b"#12161D" in argmap.draw(dark)
    assert b"#12161D" in argmap.draw(dark.select(depth=0))
    assert b"#12161D" not in argmap.draw(dark, style=argmap.Style())


WRONG = [
    ("theme: drak", "bad-choice", (1, 8), "`theme` is `light`, `dark` or `print`, not `drak`", "did you mean `dark`?"),
    ("direction: lr", "bad-choice", (1, 12), "`direction` is `LR`, `TB`, `BT` or `RL`, not `lr`", "did you mean `LR`?"),
    ("them: dark", "unknown-field", (1, 1), "`them` is no key of `style`", "did you mean `theme`?"),
    ("title: T", "misplaced-field", (1, 1), "`title` cannot stand on `style`", None),
    ("key: yes", "bad-truth", (1, 6), "`key` is `true` or `false`, not `yes`", "write `true`"),
    ("wrap: 20", "bad-number", (1, 7), "`wrap` is a whole number of points from 100 to 600, not `20`", None),
    ("wrap: 20.5", "bad-number", (1, 7), "`wrap` is a whole number of points from 100 to 600, not `20.5`", None),
    ("show: [label, txt]", "bad-choice", (1, 15), None, "did you mean `text`?"),
    ("show: {a: b}", "list-expected", (1, 7), "`show` holds a list of its words", None),
    ("x-own: 1", "misplaced-field", (1, 1), "`x-own` cannot stand under `style`", "put it at the top of the file"),
    ("theme:", "empty-value", (1, 7), "`theme` has nothing beside it", None),
]


@pytest.mark.parametrize(("line", "code", "place", "message", "hint"), WRONG)
def test_what_is_wrong_is_told_with_its_place(
    line: str, code: str, place: tuple[int, int], message: str | None, hint: str | None
) -> None:
    found, problems = read_style(line.encode(), "dark.yaml")
    assert found in ({}, {"show": ("label",)}, {"theme": "dark"})
    (problem,) = problems
    assert (problem.code, problem.file) == (code, "dark.yaml")
    assert problem.span
    assert problem.span[:2] == place
    assert message in (None, problem.message)
    assert hint in (None, problem.hint)
    broken, in_map = read_text(below(line))
    assert broken is None
    (same,) = in_map
    assert same.span
    if code != "misplaced-field" or "x-" not in line:
        assert same.span[:2] == (place[0] + 4, place[1] + 2)
    assert (same.code, same.message, same.hint) == (problem.code, problem.message, problem.hint)


def test_a_slip_in_a_setting_can_be_mended() -> None:
    assert argmap.loads(argmap.mended(below("theme: drk"))[0]).style == {"theme": "dark"}


@pytest.mark.parametrize("data", [b"- a", b"text", b"a: b: c", b"[", b"\xff", b"\x00", b"theme: [dark]", b"? [a]\n: b"])
def test_what_holds_no_settings_is_told(data: bytes) -> None:
    found, problems = read_style(data, "dark.yaml")
    assert found == {}
    assert problems
    assert {p.file for p in problems} == {"dark.yaml"}


@given(st.binary(max_size=60) | st.text(alphabet="theme: dark[]{}#'\\\"\n-&*!|>%", max_size=60).map(str.encode))
def test_no_file_of_a_style_ends_in_a_traceback(data: bytes) -> None:
    found, _ = read_style(data)
    argmap.Style.of(found)


def test_a_map_made_in_python_has_no_other_style_than_one_that_can_be_written() -> None:
    claim = argmap.Claim("a", "A")
    assert argmap.ArgumentMap("T", [claim], style={"theme": "dark"}).style == {"theme": "dark"}
    with pytest.raises(argmap.MapError, match=r"in the style of the map, theme has no `drak`; did you mean `dark`\?"):
        argmap.ArgumentMap("T", [claim], style={"theme": "drak"})
