"""The located tree holds what was typed and where, and tells what means nothing in a map."""

from __future__ import annotations

from typing import Any

import pytest

from argmap.mapfile.events import NotYaml, parse
from argmap.mapfile.tree import MAX_DEPTH, ListNode, MapNode, Scalar, place_of, span_of
from argmap.problem import Problem


def tree(text: str) -> Any:
    """The tree of a text without problems, as plain data."""
    problems: list[Problem] = []
    root = parse(text, problems)
    assert not problems
    return data(root)


def data(node: Any) -> Any:
    if isinstance(node, ListNode):
        return [data(child) for child in node.children]
    if isinstance(node, MapNode):
        return [(data(key), data(value)) for key, value in node.pairs()]
    return node if node is None else node.value


def told(text: str) -> list[tuple[str, int, int]]:
    problems: list[Problem] = []
    parse(text, problems)
    return [(p.code, p.span.line, p.span.column) for p in problems if p.span]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", None),
        ("# nothing\n", None),
        ("a", "a"),
        ("a: b", [("a", "b")]),
        ("a:\n  - b\n  - c: d\n    e: [f, {g: h}]\n", [("a", ["b", [("c", "d"), ("e", ["f", [("g", "h")]])]])]),
        ("a:\nb: ''", [("a", ""), ("b", "")]),
        ("- no\n- ~\n- 1.10\n- 12:30", ["no", "~", "1.10", "12:30"]),
        ("a: >-\n  b\n  c\n", [("a", "b c")]),
        ("--- a", "a"),
    ],
)
def test_trees(text: str, expected: Any) -> None:
    assert tree(text) == expected


def test_styles_and_places() -> None:
    root: Any = parse('a: "b"\nc:\n  - d e\n  - {f: g}\n', [])
    a, b, c, items = root.children
    assert [type(n) for n in (root, a, items)] == [MapNode, Scalar, ListNode]
    assert [bool(n.style) for n in (a, b, items)] == [False, True, False]
    assert (root.flow, items.flow, items.children[1].flow) == (False, False, True)
    assert place_of(a) == (1, 1, 1, 2)
    assert place_of(b) == (1, 4, 1, 7)
    assert place_of(c)[:2] == (2, 1)
    assert place_of(items.children[0]) == (3, 5, 3, 8)
    assert place_of(items)[:2] == (3, 3)
    assert span_of(None) is None
    assert span_of(a) == place_of(a)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: !t b", [("tag", 1, 4)]),
        ("a: ! b", [("tag", 1, 4)]),
        ("a: !!str b", [("tag", 1, 4)]),
        ("a: !t {b: c}", [("tag", 1, 4)]),
        ("a: &x b", [("anchor", 1, 4)]),
        ("a: &x [b]", [("anchor", 1, 4)]),
        ("a: &x b\nc: *x", [("anchor", 1, 4), ("alias", 2, 4)]),
        ("a: *x", [("alias", 1, 4)]),
        ("a: b\n--- c", [("several-documents", 2, 1)]),
        ("a: b\n---\n", [("several-documents", 2, 1)]),
        ("a: b\nc: d\na: e\na: f", [("repeated-key", 3, 1), ("repeated-key", 4, 1)]),
        ("- a: b\n  a: c\n- a: d", [("repeated-key", 2, 3)]),
        ("{a: b, a: c}", [("repeated-key", 1, 8)]),
        ("? [a]\n: b", [("bad-key", 1, 3)]),
        ("{a: b}: c", [("bad-key", 1, 1)]),
        ("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), [("too-deep", 1, MAX_DEPTH + 1)]),
        ("[" * MAX_DEPTH + "]" * MAX_DEPTH, []),
        ("- " * MAX_DEPTH + "a", []),
        ("a\n...\n", []),
        ("%YAML 1.2\n---\na: b", []),
    ],
)
def test_what_means_nothing_in_a_map(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert told(text) == expected


def test_a_repeated_key_shows_both_places() -> None:
    problems: list[Problem] = []
    parse("a: b\nc: d\na: e", problems)
    assert [n.span for n in problems[0].notes] == [(1, 1, 1, 2)]


@pytest.mark.parametrize("text", ["a: b: c", '"a', "[a", "a:\n\t- b", "@a", "- a\n b: c", "a: b\n...\nc: d"])
def test_where_the_grammar_gives_up(text: str) -> None:
    with pytest.raises(NotYaml):
        parse(text, [])
