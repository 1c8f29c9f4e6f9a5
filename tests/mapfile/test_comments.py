"""Comments are found where YAML sees them, and nowhere else."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from argmap.mapfile.comments import comments
from argmap.mapfile.read import read_text

PIECES = (
    "a",
    "# b",
    "#c",
    " # d",
    " ",
    "  ",
    "- ",
    "k: ",
    ": ",
    "\n",
    "\n",
    "\n  ",
    '"',
    "'",
    "|",
    ">-",
    "[",
    "]",
    ",",
)


def found(text: str) -> list[tuple[str, int, int, int]]:
    """Each comment with its column and its lines."""
    return [(c.text, c.span.column, c.first, c.last) for c in comments(dedent(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b # c", [("# c", 6, 1, 1)]),
        ("a: b #c", [("#c", 6, 1, 1)]),
        ("a: b#c", []),
        ("a: 'b # c'", []),
        ('a: "b # c" # d # e', [("# d # e", 12, 1, 1)]),
        ("a: >- # head\n  b # not\n  # not either\n", [("# head", 7, 1, 1)]),
        ("a: |\n  b\n# c\n\n# d\n\ne: f\n", [("# c", 1, 7, 7), ("# d", 1, 7, 7)]),
        ('a: "b\n  c # not\n  d" # e', [("# e", 6, 1, 3)]),
        ("- b\n  c # d\n- e", [("# d", 5, 1, 2)]),
        ("- |\n  b\n  c\n- # d", [("# d", 3, 4, 4)]),
        ("a: |\n  b\n  c\nd: # e", [("# e", 4, 4, 4)]),
        ("a: [b, # c\n  d] # e", [("# c", 8, 1, 1), ("# e", 6, 2, 2)]),
        ("# at the end", [("# at the end", 1, 0, 0)]),
        ("a: b\n  # at the end\n# and\n", [("# at the end", 3, 0, 0), ("# and", 1, 0, 0)]),
        ("a: |", []),
        ("", []),
    ],
)
def test_comments_with_the_lines_that_they_speak_of(text: str, expected: list[tuple[str, int, int, int]]) -> None:
    assert found(text) == expected


def test_those_that_hold_some_words() -> None:
    text = 'a: "# one" # two\n# one\nb: c # one more\n'
    assert [c.span[:2] for c in comments(text, "one")] == [(2, 1), (3, 6)]


def test_up_to_where_the_grammar_gives_up() -> None:
    assert found("a: b # c\n\nd: ]\n\n\ne: f # g\n") == [("# c", 6, 1, 1)]


@pytest.mark.parametrize("text", ["[" * 100_000 + " # a", "\x00 # a", "a: 'b # c", "%x # a", "? # a\n: # b"])
def test_any_text_can_be_searched(text: str) -> None:
    assert len(list(comments(text))) <= 2


def without(text: str) -> str:
    lines = text.split("\n")
    for c in reversed(list(comments(text))):
        line = lines[c.span.line - 1]
        lines[c.span.line - 1] = line[: c.span.column - 1] + line[c.span.end_column - 1 :]
    return "\n".join(lines)


def events(text: str) -> list[tuple[type, object]]:
    return [(type(e), getattr(e, "value", None)) for e in yaml.parse(text, yaml.BaseLoader)]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_without_its_comments_a_text_says_the_same(text: str) -> None:
    assert all(text.split("\n")[c.span.line - 1][c.span.column - 1] == "#" for c in comments(text))
    try:
        said = events(text)
    except yaml.YAMLError:
        return
    bare = without(text)
    assert events(bare) == said
    assert list(comments(bare)) == []


def test_without_its_comments_a_map_says_the_same(map_path: Path) -> None:
    text = map_path.read_text(encoding="utf-8")
    bare = without(text)
    assert read_text(bare) == read_text(text)
    assert list(comments(bare)) == []
