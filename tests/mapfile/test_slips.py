"""Where YAML gives up: each slip is found, named and mended, and the search goes on."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from argmap.mapfile.lines import Draft, quoted, unquoted, written
from argmap.mapfile.read import read_text
from argmap.mapfile.slips import MAX_MENDED, read_through
from argmap.problem import Problem

HEAD = "argmap: 1\ntitle: T\nclaims:\n"
SMALL_MAPS = [
    path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parents[2] / "maps").glob("*.argmap.yaml"))
    if path.stat().st_size < 10_000
]


def problems(items: str) -> list[tuple[str, int, int, str | None]]:
    """Code, line and column (from the first item) and hint of each problem in some items."""
    _, found = read_text(HEAD + items)
    return [(p.code, p.span.line - 3, p.span.column, p.hint) for p in found if p.span]


@pytest.mark.parametrize(
    ("typed", "code", "meant"),
    [
        ("A: b", "colon-in-text", '"A: b"'),
        ("A ends so:", "colon-in-text", '"A ends so:"'),
        ("A # b: c", None, None),
        ("A: b # c", "colon-in-text", '"A: b" # c'),
        ("say “no”: now", "colon-in-text", '"say “no”: now"'),
        ('say "no": now', "colon-in-text", "'say \"no\": now'"),
        ("*A* b", "leading-character", '"*A* b"'),
        ("& b", "leading-character", '"& b"'),
        ("% b", "leading-character", '"% b"'),
        ("@a b", "leading-character", '"@a b"'),
        ("`a` b", "leading-character", '"`a` b"'),
        ("> 5 b", "leading-character", '"> 5 b"'),
        ("| b", "leading-character", '"| b"'),
        ("? b", "leading-character", '"? b"'),
        (", b", "leading-character", '", b"'),
        ("- b", "leading-character", '"- b"'),
        ("-b", None, None),
        ("?b", None, None),
        ('"A" b', "leading-quote", "'\"A\" b'"),
        ("'A' b", "leading-quote", "\"'A' b\""),
        ('"A" and "b"', "leading-quote", '\'"A" and "b"\''),
        ('"A "b" c"', "leading-quote", "'A \"b\" c'"),
        ("'It's b'", "leading-quote", '"It\'s b"'),
        ('"A",', "leading-quote", '"A"'),
        ('"A b', "unclosed-quote", '"A b"'),
        ("'A b", "unclosed-quote", '"A b"'),
        ("'Tis b", "unclosed-quote", '"\'Tis b"'),
        ("'90s b", "unclosed-quote", '"\'90s b"'),
        (r'"C:\dir"', "backslash", r"'C:\dir'"),
        ("[A] b", "leading-bracket", '"[A] b"'),
        ("{A} b", "leading-bracket", '"{A} b"'),
        ("[A b", "unclosed-bracket", None),
        ("{A b", "unclosed-bracket", None),
    ],
)
def test_texts_that_yaml_takes_for_something_else(typed: str, code: str | None, meant: str | None) -> None:
    """In the place of every text: beside a word, beside another key, as an item, as the one item of a list."""
    for before in ("  - claim: ", "  - claim: X\n    note: ", "  - ", "  - claim: X\n    but: "):
        if before.endswith(("- ", "but: ")) and typed.startswith("- "):
            continue  # a list there
        if before == "  - " and (code == "colon-in-text" or typed.startswith("? ")):
            continue  # a key there
        found = problems(f"{before}{typed}\n")
        assert [f[0] for f in found] == ([code] if code else []), before
        if meant is not None:
            assert found[0][3] == f"write `{(before.splitlines()[-1]).strip()} {meant}`", before


@pytest.mark.parametrize(
    ("items", "code", "place", "hint"),
    [
        ("  - claim: A\n      c: d\n    id: a\n", "colon-in-text", (2, 8), 'write `- claim: "A`, and below it'),
        ("  - A b\n    c: d\n", "colon-in-text", (2, 6), 'write `- "A b`, and below it `  c: d"`'),
        ("  - claim: *A*\n      b\n", "leading-character", (1, 12), 'write `- claim: "*A*`, and below it `    b"`'),
        ('  - claim: "A\n      b\n', "unclosed-quote", (1, 12), 'write `- claim: "A`, and below it `    b"`'),
        ('  - claim: "A" b\n      c\n', "leading-quote", (1, 12), "write `- claim: '\"A\" b`, and below it `    c'`"),
        ("  - claim: >- A\n      b\n", "leading-character", (1, 12), "write `- claim: >-`, and below it `    A`"),
        ("  - claim: A #1 b\n      c\n", "text-lost-to-comment", (1, 14), 'write `- claim: "A #1 b`, and below it'),
        ("  - claim: A because: b\n", "two-entries-on-a-line", (1, 14), None),
        ("  - claim: A\n    but: - B\n", "list-on-key-line", (2, 10), "write `but:`, and below it `  - B`"),
        ("  - claim:A\n    id: a\n", "missing-space", (1, 5), "write `- claim: A`"),
        ("  - claim: X\n    because:A\n    id: a\n", "missing-space", (2, 5), "write `because: A`"),
        ("  - claim: X\n    because:- A\n    id: a\n", "missing-space", (2, 5), "write `because:`, and below"),
        ("  - claim X\n    id: a\n", "missing-colon", (1, 5), "write `- claim: X`"),
        ("  - claim: X\n    because\n      - A\n", "missing-colon", (2, 5), "write `because:`"),
        ("  - claim: X\n    because:\n      - all\n          - claim: A\n", "missing-colon", (3, 9), "write `- all:`"),
        ("  - A\n    id: a\n", "keys-under-text", (1, 5), "write `- claim: A`, and below it `  id: a`"),
        ("  - A\n      id: a\n", "keys-under-text", (1, 5), "write `- claim: A`, and below it `  id: a`"),
        ("  - X\n    but:\n      - A\n", "keys-under-text", (1, 5), "write `- claim: X`, and below it `  but:`"),
        (
            "  - claim: X\n    but: A\n      by: B\n",
            "keys-under-text",
            (2, 10),
            "write `but:`, and below it `  claim: A`",
        ),
        (
            "  - claim: X\n    but:\n      A\n        by: B\n",
            "keys-under-text",
            (3, 7),
            "write `claim: A`, and below it `by: B`",
        ),
        ("  - claim: X\n    but:\n      - A\n      B\n    id: a\n", "missing-dash", (4, 7), None),
        ("  - claim: X\n    but:\n      - A\n      b\n    id: a\n", "indentation", (4, 7), None),
        ("  - claim: X\n  claim: A\n", "missing-dash", (2, 3), "write `- claim: A`"),
        ("  - claim: X\n    but:\n      - A\n      claim: B\n", "missing-dash", (4, 7), "write `- claim: B`"),
        ("  - claim: X\n    but:\n        claim: A\n      - B\n", "missing-dash", (3, 9), "write `- claim: A`"),
        ("  - claim: X\n    but:\n      * A\n", "missing-dash", (3, 7), "write `- A`"),
        ("  - claim: X\n    - but: A\n", "needless-dash", (2, 5), "write `but: A`"),
        ("  - claim: X\n    - A\n", "list-without-key", (2, 5), None),
        ("  - claim: X\n    label: L\n      - claim: A\n", "list-without-key", (3, 7), None),
        ("  - claim: X\n     id: a\n", "indentation", (2, 6), "begin it in column 5"),
        ("  - claim: X\n   id: a\n", "indentation", (2, 4), "begin it in column 5"),
        ("  - claim: X\n  id: a\n", "indentation", (2, 3), "begin it in column 5"),
        ("  - claim: X\n language: a\n", "indentation", (2, 2), "begin it in column 1"),
        ("  - claim: X\n - claim: A\n", "indentation", (2, 2), "begin it in column 3"),
        ("  - claim: X\n    but:\n        - claim: A\n      id: a\n      by: b\n", "indentation", (3, 9), None),
        ("  - claim: X\n    but:\n          - claim: A\n        id: a\n        by: b\n", "indentation", (3, 11), None),
        ("  - claim: >-\n    A\n    id: a\n", "indentation", (2, 5), "begin it in column 7"),
        ("  - claim: >-\n      A\n     b\n    id: a\n", "indentation", (3, 6), "begin it in column 7"),
        ("  - claim: A\n    b\n    id: a\n", "indentation", (2, 5), "begin it in column 7"),
        ("  - claim: A\n\tid: a\n", "tab", (2, 1), "begin it in column 5"),
        ("  - claim: A\n    \tid: a\n", "tab", (2, 5), "begin it in column 5"),
        ("  -\tclaim: A\n    id: a\n", "tab", (1, 4), "write `- claim: A`"),
        ("  - claim: A\n \u2003  id: a\n", "odd-space", (2, 2), "begin it in column 5"),
        ("  - claim: A\n-----\n  - claim: B\n", "no-entry", (2, 1), "remove it, or make it a comment: write `# -----`"),
        ("  - claim: A\n...\n  - claim: B\n", "several-documents", (2, 1), "remove the line"),
        ("  - claim: A\n      # c\n      b\n", "comment-in-text", (2, 7), None),
        ("  - claim: A\n    tags: [a, b\n    id: a\n", "unclosed-bracket", (2, 11), "write `tags: [a, b]`"),
        ("  - claim: A\n    tags: [a, b]]\n", "unquoted-in-brackets", (2, 11), "write `tags: [a, b]`"),
        ("  - claim: A\n    tags: [@a, b #c]\n", "unquoted-in-brackets", (2, 11), 'write `tags: ["@a", "b #c"]`'),
        ('  - claim: A\n    but: ["a" "b"]\n', "unquoted-in-brackets", (2, 10), 'write `but: ["a", "b"]`'),
        ("  - claim: A\n    but: {claim: a: b}\n", "unquoted-in-brackets", (2, 10), 'write `but: {claim: "a: b"}`'),
        ("  - claim: A\n    but:;\n      - B\n", "stray-character", (2, 5), "write `but:`"),
    ],
)  # fmt: skip
def test_one_slip_is_one_problem(items: str, code: str, place: tuple[int, int], hint: str | None) -> None:
    found = problems(items)
    assert [(f[0], f[1:3]) for f in found] == [(code, place)]
    assert found[0][3]
    if hint is not None:
        assert (found[0][3] or "").startswith(hint)


TEXT_LINE = re.compile(r"(\s*(?:- )?(?:claim|counterclaim|evidence|label|by|note|warrant|qualifier): )([\w].*)")


def beside(sign: str) -> Callable[[str], str]:
    return lambda text: sign + text


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda text: text.replace(" ", ": ", 1), id="colon"),
        pytest.param(lambda text: '"' + text.replace('"', ""), id="open quote"),
        *[pytest.param(beside(s), id=s) for s in ("*", "& ", "!", "%", "@", "`", "> ", "[x] ", "{x} ", '"x" ', "'x' ")],
    ],
)
def test_one_slip_anywhere_in_a_real_map(change: Callable[[str], str]) -> None:
    tried = 0
    for text in SMALL_MAPS:
        lines = text.split("\n")
        for number, line in enumerate(lines):
            match = TEXT_LINE.fullmatch(line)
            if match is None or change(match[2]) == match[2]:
                continue
            tried += 1
            wrong = match[1] + change(match[2])
            _, found = read_text("\n".join([*lines[:number], wrong, *lines[number + 1 :]]))
            assert [p.span and p.span.line for p in found] == [number + 1], "\n".join([wrong, *map(str, found)])
    assert tried > 60


def test_five_slips_get_five_problems() -> None:
    found = problems(
        """\
  - claim: The rule: no phones
    because:
      - "Silent" is a myth
      - They ring
        by: teachers
      - evidence: They buzz by: parents
     - They blink
    but: They help
"""
    )
    assert [f[:3] for f in found] == [
        ("colon-in-text", 1, 20),
        ("leading-quote", 3, 9),
        ("keys-under-text", 4, 9),
        ("two-entries-on-a-line", 6, 29),
        ("indentation", 7, 6),
    ]
    assert [f[3] for f in found][:4] == [
        'write `- claim: "The rule: no phones"`',
        "write `- '\"Silent\" is a myth'`",
        "write `- claim: They ring`, and below it `  by: teachers`",
        "write `- evidence: They buzz`, and below it `  by: parents`; "
        "if `by:` belongs to the text, put the text in quotes",
    ]


def test_mended_lines_as_hints_are_read_as_meant() -> None:
    """What hints say to write is right: done, it leaves no problem."""
    text = HEAD + '  - claim: A: b\n    note: *c*\n    by: "D" e\n    because:\n      - [f] g\n      - \'h\n'
    for _ in range(10):
        found, told = read_text(text)
        if found is not None:
            break
        lines = text.split("\n")
        assert told[0].span
        match = re.fullmatch(r"write `(.*)`", told[0].hint or "")
        assert match
        line = lines[told[0].span.line - 1]
        lines[told[0].span.line - 1] = line[: len(line) - len(line.lstrip())] + match[1]
        text = "\n".join(lines)
    assert found is not None
    assert [s.text for s in found.statements] == ["A: b", "[f] g", "h"]
    assert (found.statements[0].note, found.statements[0].by) == ("*c*", '"D" e')


def test_what_is_wrong_besides_is_found_at_its_place() -> None:
    """Problems in lines that were mended, moved or split are told where they stand in the file."""
    assert [p[:3] for p in problems("  - claim: A\n     becuase: B\n")] == [
        ("indentation", 2, 6),
        ("unknown-field", 2, 6),
    ]
    assert [p[:3] for p in problems("  - claim: A cite: x, 1\n")] == [
        ("two-entries-on-a-line", 1, 14),
        ("unknown-source", 1, 20),
    ]
    assert [p[:3] for p in problems("  - A\n    cite: x, 1\n    clam: B\n")] == [
        ("keys-under-text", 1, 5),
        ("unknown-source", 2, 11),
        ("unknown-field", 3, 5),
    ]
    assert [p[:3] for p in problems("  - claim: A: b\n    id: a\n    because:\n      - ref: c\n")] == [
        ("colon-in-text", 1, 13),
        ("unknown-reference", 4, 14),
    ]


def test_notes_are_moved_too() -> None:
    _, found = read_text(HEAD + "  - claim: A\n     id: a\n  - claim: B\n    id: a\n")
    duplicate = next(p for p in found if p.code == "duplicate-id")
    assert duplicate.notes[0].span[:2] == (5, 10)


def test_the_search_ends_somewhere() -> None:
    _, found = read_text(HEAD + "  - claim: A: b\n" * (MAX_MENDED + 5))
    assert [p.code for p in found] == ["colon-in-text"] * MAX_MENDED + ["too-many-slips"]
    assert found[-1].span
    assert found[-1].span.line == 3 + MAX_MENDED + 1
    _, found = read_text(HEAD + "  - claim: A: b\n" * MAX_MENDED)
    assert [p.code for p in found] == ["colon-in-text"] * MAX_MENDED


def test_what_cannot_be_told_is_said_with_its_place() -> None:
    _, found = read_text("argmap: 1\nsummary: |0\n  A\n")
    assert [(p.code, p.span and p.span[:2]) for p in found] == [("not-yaml", (2, 11))]


def test_a_text_without_slips_is_read_as_it_is() -> None:
    told: list[Problem] = []
    root, draft = read_through(HEAD + "  - claim: A\n", told)
    assert root is not None
    assert draft is None
    assert not told


# ---- what YAML reads without complaint, but not as it was meant: found at the latest when something else is wrong


@pytest.mark.parametrize(
    ("items", "code", "place", "hint"),
    [
        ("  - A\n   - B\n", "indentation", (2, 4), "begin it in column 3, after 2 spaces, as the item above"),
        ("  - claim: X\n    but: A\n      - B\n", "list-on-key-line", (2, 10), "write `but:`, and below it `  - A`"),
        ("  - claim: X\n    but:\n      A\n      - B\n", "missing-dash", (3, 7), "write `- A`"),
        ("  - claim: X\n      - A\n", "list-without-key", (2, 7), "write `because:` or `but:` on a line above it"),
        ("  - -A\n", None, None, None),
        ("  - claim: X\n    but:\n      -A\n", "missing-space", (3, 7), "write `- A`"),
        ("  - evidence:A\n", "missing-space", (1, 5), "write `- evidence: A`"),
        ("  - -5 degrees\n  - http://example.org\n  - a:b\n", None, None, None),
        ('  - claim: "A" #1\n', "text-lost-to-comment", (1, 16), None),
        ("  - claim: X\n    tags: [a] #1\n", "text-lost-to-comment", (2, 15), None),
        ("  - claim: X\n    tags: [a] # 1\n    note: A # c\n", None, None, None),
    ],
)
def test_lines_that_yaml_runs_into_the_text_above(
    items: str, code: str | None, place: tuple[int, int] | None, hint: str | None
) -> None:
    told: list[Problem] = []
    read_through(HEAD + items, told)
    assert [(p.code, p.span and (p.span.line - 3, p.span.column)) for p in told] == ([(code, place)] if code else [])
    if hint is not None:
        assert told[0].hint == hint


# ---- the parts


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("A", '"A"'),
        ('A "b"', "'A \"b\"'"),
        ("it's", '"it\'s"'),
        ('it\'s "b"', "'it''s \"b\"'"),
        (r"a\b", r"'a\b'"),
        ("A # c", '"A" # c'),
        ("A #1", '"A #1"'),
    ],
)
def test_quoted(text: str, typed: str) -> None:
    assert quoted(text) == typed


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ('"A "b" c"', 'A "b" c'),
        ('"A" and "b"', '"A" and "b"'),
        ("'It's'", "It's"),
        ("'Tis b", "'Tis b"),
        ('"A b', "A b"),
        ('"A (so) b"', "A (so) b"),
    ],
)
def test_unquoted(typed: str, text: str) -> None:
    assert unquoted(typed) == text


def test_written() -> None:
    assert written(["    a:", "      - b"]) == "write `a:`, and below it `  - b`"
    assert len(written(["x" * 1000])) < 120
    assert written(list("abcdef")) == "write `a`, the lines between as they are, and last `f`"


def test_places_of_a_mended_text() -> None:
    draft = Draft("ab: c d\n  e: f")
    draft.replace(0, 0, ["ab: c", "    d"])
    draft.replace(2, 2, ["e: f"])
    assert draft.lines == ["ab: c", "    d", "e: f"]
    assert [draft.place(1, 5), draft.place(2, 5), draft.place(3, 1), draft.place(3, 4)] == [
        (1, 5),
        (1, 7),
        (2, 3),
        (2, 6),
    ]
    assert draft.place(99, 1)[0] == 2
