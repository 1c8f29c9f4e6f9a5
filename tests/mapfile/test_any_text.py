"""Whatever stands in a file, reading it ends in a map or in problems that can be found in the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.mapfile.load import read_bytes
from argmap.mapfile.read import read_text
from argmap.mapfile.slips import MAX_MENDED
from argmap.mapfile.tally import MAX_ERRORS
from argmap.model import ArgumentMap
from argmap.problem import Problem, Severity, Span

ROOT = Path(__file__).parents[2]
MAPS = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "maps").glob("*.argmap.yaml"))]
BAD = [path.read_bytes() for path in sorted((ROOT / "tests" / "bad").glob("*.argmap.yaml"))]
HEAD = "argmap: 1\ntitle: T\nclaims:\n"

unhurried = settings(deadline=None, max_examples=150)


def outcome(text: str) -> tuple[ArgumentMap | None, tuple[Problem, ...]]:
    """What reading a text gives, after seeing that it is an outcome."""
    found, problems = read_text(text, "f.yaml")
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in problems:
        assert problem.code
        assert problem.message
        assert problem.file == "f.yaml"
        for span in (problem.span, *(note.span for note in problem.notes)):
            if span is not None:
                assert lies_in(span, lines), (problem, lines[span.line - 1 : span.line])
    assert list(problems) == sorted(problems, key=lambda p: p.span[:2] if p.span else (0, 0))
    has_error = any(p.severity is Severity.ERROR for p in problems)
    assert has_error == (found is None)
    if found is not None:
        is_whole(found)
    assert (found, problems) == read_text(text, "f.yaml")
    return found, problems


def lies_in(span: Span, lines: list[str]) -> bool:
    """Whether a place begins and ends in a text or at its end."""

    def has(line: int, column: int) -> bool:
        width = len(lines[line - 1]) if line <= len(lines) else 0
        return 1 <= line <= len(lines) + 1 and 1 <= column <= width + 1

    return has(span.line, span.column) and has(span.end_line, span.end_column) and span[:2] <= span[2:]


def is_whole(m: ArgumentMap) -> None:
    """See that nothing is missing in a map, and that nothing refers to what is not there."""
    assert m.statements
    assert m.title
    statements = {s.id for s in m.statements}
    steps = {a.id for a in m.arguments}
    assert len(statements) + len(steps) == len({*statements, *steps}) == len(m.statements) + len(m.arguments)
    assert all(s.text.strip() and s.id and s.span for s in m.statements)
    assert {m.thesis, *m.top} <= statements
    for a in m.arguments:
        assert (a.conclusion is None) != (a.target is None)
        assert a.conclusion in statements or a.target in steps
        assert {p.statement for p in a.premises} <= statements
        assert a.span
    sources = {s.key for s in m.sources}
    things = (*m.statements, *m.arguments)
    assert all(c.source in sources for thing in things for c in thing.citations)
    assert all(p in statements for issue in m.issues for p in issue.positions)
    assert all(name in statements for names in m.expect.values() for name in names)
    assert [s.id for s in m.reading_order()]


# YAML 1.1 also ends lines at U+0085, U+2028 and U+2029, which no editor shows as lines: they are tried elsewhere.
LETTERS = st.characters(exclude_characters="\x85\u2028\u2029")
PIECES = st.sampled_from(
    [
        *("argmap: 1\n", "title: T\n", "claims:\n", "sources:\n", "issues:\n", "expect:\n", "thesis: a\n"),
        *("  - claim: A\n", "    because:\n", "    but: B\n", "      - C\n", "    unless: D\n", "    id: a\n"),
        *("      - all:\n", "          - ref: a\n", "    cite: s, 1\n", "    quote: Q\n", "  s:\n", "    title: S\n"),
        *("    note: >-\n", "      long\n", "      text\n", "    x-own: {a: [b]}\n", "    tags: [a, b]\n"),
        *("\n", " ", "  ", "    ", "\t", "- ", "-", ": ", ":", "#", "# ", " #", "'", '"', "[", "]", "{", "}", ","),
        *("&a ", "*a", "!t ", "|", ">", ">-", "%", "@", "`", "?", "? ", "<<: ", "---\n", "...\n", "\\", "\r\n", "\r"),
        *("claim", "because", "but", "word", "two words", "ö", "日本", "🙂", "\u00a0", "\ufeff", "\x00", "~", "=", "1"),
    ]
)


@unhurried
@given(st.text(LETTERS))
def test_any_text(text: str) -> None:
    outcome(text)


@settings(deadline=None, max_examples=400)
@given(st.lists(PIECES | st.text(LETTERS, max_size=3), max_size=30).map("".join), st.booleans())
def test_any_text_of_pieces_of_the_language(text: str, with_head: bool) -> None:
    outcome(HEAD + text if with_head else text)


@unhurried
@given(st.text(st.sampled_from("\x85\u2028\u2029\nab: -#'\"[]")))
def test_any_line_ends(text: str) -> None:
    read_text(HEAD + "  - claim: " + text)


@unhurried
@given(st.binary())
def test_any_bytes(data: bytes) -> None:
    read_bytes(data)
    read_bytes(HEAD.encode() + data)


@unhurried
@given(st.sampled_from(BAD), st.integers(0, 200), st.binary(max_size=3))
def test_broken_bytes(data: bytes, at: int, inserted: bytes) -> None:
    read_bytes(data[:at] + inserted + data[at:])


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A real map, or the beginning or a middle of it, with some slips of hand."""
    lines = draw(st.sampled_from(MAPS)).split("\n")
    first = draw(st.integers(0, len(lines) - 1))
    lines = lines[first : first + draw(st.integers(1, 40))] if draw(st.booleans()) else lines[:60]
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        column = draw(st.integers(0, len(lines[at])))
        match draw(st.sampled_from(["delete", "repeat", "move", "insert", "cut", "right", "left", "join"])):
            case "delete" if len(lines) > 1:
                del lines[at]
            case "repeat":
                lines.insert(at, lines[at])
            case "move":
                lines.insert(draw(st.integers(0, len(lines) - 1)), lines.pop(at))
            case "insert":
                lines[at] = lines[at][:column] + draw(PIECES) + lines[at][column:]
            case "cut":
                lines[at] = lines[at][:column] + lines[at][column + 1 :]
            case "right":
                lines[at] = " " * draw(st.integers(1, 4)) + lines[at]
            case "left":
                lines[at] = lines[at][draw(st.integers(1, 4)) :]
            case "join" if at + 1 < len(lines):
                lines[at] += " " + lines.pop(at + 1).strip()
    return "\n".join(lines)


@settings(deadline=None, max_examples=400)
@given(mutated())
def test_maps_with_slips_of_hand(text: str) -> None:
    outcome(text)


@pytest.mark.parametrize("text", MAPS, ids=range(len(MAPS)))
def test_real_maps(text: str) -> None:
    found, _ = outcome(text)
    assert found is not None


# ---- hostile files

LONG = 5_000_000
LAUGHS = "\n".join(f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]" for n in range(12))
NESTED_CLAIMS = "".join(f"{'  ' * n}- claim: A\n{'  ' * n}  because:\n" for n in range(1, 1000))
DEEP = "".join(f"{' ' * n}a:\n" for n in range(2000))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("[" * 200_000, "too-deep", id="200 kB of brackets"),
        pytest.param("{" * 200_000, "too-deep", id="200 kB of braces"),
        pytest.param(HEAD + "  - claim: A\n    tags: " + "[" * 200_000, "too-deep", id="brackets in a claim"),
        pytest.param("- " * 100_000 + "x", "too-deep", id="nested dashes"),
        pytest.param("? " * 100_000, "too-deep", id="nested question marks"),
        pytest.param(DEEP, "too-deep", id="deep indentation"),
        pytest.param(HEAD + NESTED_CLAIMS, "too-deep", id="deep argument"),
        pytest.param("a: &a [x, x, x, x, x, x, x, x, x]\n" + LAUGHS, "alias", id="billion laughs"),
        pytest.param("a: &a [*a]\n", "alias", id="an alias of itself"),
        pytest.param(HEAD + "  - claim: A: " + "x" * LONG, "colon-in-text", id="a long line"),
        pytest.param(HEAD + "  - claim: " + "a: " * (LONG // 3), "colon-in-text", id="a long line of colons"),
        pytest.param(HEAD + "  - claim: " + "id: x " * 300_000, "colon-in-text", id="a long line of entries"),
        pytest.param(HEAD + '  - claim: "' + "x" * LONG, "unclosed-quote", id="a long open quote"),
        pytest.param(HEAD + "  - claim: " + "'" * 1_000_001, "leading-quote", id="a long line of apostrophes"),
        pytest.param(HEAD + "  - claim: " + '" ' * 500_000, "leading-quote", id="a long line of quotes"),
        pytest.param(HEAD + "  - claim: A" + " " * LONG + ": b", "colon-in-text", id="a long line of spaces"),
        pytest.param(HEAD + "  - claim: A: " + " #b" * 500_000, "colon-in-text", id="a long line of comments"),
        pytest.param(HEAD + "\t" * 1_000_000 + "x", "tab", id="a long line of tabs"),
        pytest.param(HEAD + "\t- x\n" * 2_000, "tab", id="many lines with tabs"),
        pytest.param(HEAD + "  - claim: A\n    tags: [" + 'a: b: ", ' * 100_000, "unclosed-bracket", id="a long list"),
        pytest.param("".join(f"k{n}:\n" for n in range(5_000)), "unknown-field", id="nothing but keys"),
        pytest.param("because:\n" * 20_000, "repeated-key", id="nothing but one key"),
        pytest.param(HEAD + "  - claim: A: b\n" * 20_000, "too-many-slips", id="many colons"),
        pytest.param(HEAD + '  - claim: "A\n' * 20_000, "too-many-slips", id="many open quotes"),
        pytest.param(HEAD + "  - claim: A\n   because: x\n" * 20_000, "too-many-slips", id="many wrong columns"),
        pytest.param(HEAD + "  - claim: A\n" + "    because: [x\n" * 20_000, "too-many-slips", id="many brackets"),
        pytest.param(HEAD + "  - claim: A #b\n" * 20_000, "text-lost-to-comment", id="many lost texts"),
        pytest.param(HEAD + "  - &a x\n" * 10_000, "anchor", id="many anchors"),
        pytest.param(HEAD + "  - claim: A\n    id: a\n" * 5_000, "duplicate-id", id="one id many times"),
        pytest.param(HEAD + "  - claim: A\n    but: {ref: b}\n" * 5_000, "unknown-reference", id="many references"),
        pytest.param("\x00" * LONG, "control-character", id="nothing but zeros"),
        pytest.param("\r" * 1_000_000, "not-a-map", id="nothing but line ends"),
        pytest.param("---\n" * 100_000, "several-documents", id="many documents"),
        pytest.param("...\n" * 100_000, "no-entry", id="many ends of documents"),
        pytest.param("%" * 1_000_000, "no-entry", id="nothing but signs"),
        pytest.param(HEAD + "  - clam: a" + "-a" * (LONG // 2), "unknown-field", id="a long line of hyphens"),
        pytest.param(HEAD + "\t- x\n" * 50_000, "tab", id="very many lines with tabs"),
        pytest.param("x" * LONG + ": y", "no-entry", id="a long key"),
        pytest.param(HEAD + "  - claim: A\n    ? " + "x" * LONG + "\n    : y", "unknown-field", id="a long word"),
        pytest.param(HEAD + "  - ref: " + "x" * LONG, "misplaced-item", id="a long reference"),
        pytest.param(HEAD + "  - claim: A\n    cite: " + "x; " * 200_000, "too-many-errors", id="many citations"),
        pytest.param(HEAD + "  - claim: A\n    but:\n" + "      - ref: a\n" * 50_000, "too-many-errors", id="no id"),
        pytest.param("x: y\n".encode("utf-16").decode("latin-1"), "control-character", id="UTF-16 taken for Latin-1"),
    ],
)
def test_hostile_files(text: str, code: str) -> None:
    found, problems = read_text(text)
    assert found is None
    assert code in {p.code for p in problems}


@pytest.mark.parametrize("known", [900, 10_000])
def test_many_references_that_are_nearly_right(known: int) -> None:
    items = "".join(f"  - claim: A\n    id: name-{n}\n    but: {{ref: nam-{n}}}\n" for n in range(known))
    _, problems = read_text(HEAD + items)
    assert len(problems) == min(known, MAX_ERRORS + 1)
    assert "did you mean" in (problems[0].hint or "")


@pytest.mark.parametrize(
    "item",
    [
        pytest.param("  - clam: A\n", id="a wrong key"),
        pytest.param("  - claim: A #b\n", id="a lost text"),
        pytest.param("  - &a x\n", id="an anchor"),
    ],
)
def test_the_search_ends_when_nobody_would_read_on(item: str) -> None:
    _, problems = outcome(HEAD + item * 2_000)
    assert MAX_ERRORS < len(problems) <= MAX_ERRORS + MAX_MENDED + 2
    last = problems[-1]
    assert last.code == "too-many-errors"
    assert last.span == problems[-2].span
    before, _ = read_text(HEAD + item * 400)
    assert before is None
    assert "too-many-errors" not in {p.code for p in read_text(HEAD + item * 400)[1]}


def test_many_warnings_are_no_end() -> None:
    items = "      - {claim: B, because: C, warrant: w}\n" * 3_000
    found, problems = outcome(f"{HEAD}  - claim: A\n    because:\n{items}")
    assert found is not None
    assert [p.code for p in problems] == ["step-key-below"] * 3_000


def test_long_texts_are_no_problem() -> None:
    found, problems = read_text(HEAD + "  - claim: " + "word " * 1_000_000)
    assert not problems
    assert found is not None
    assert len(found.statements[0].text) == LONG - 1
    assert len(found.statements[0].id) < 50


def test_many_equal_texts_get_names_of_their_own() -> None:
    found, _ = read_text(HEAD + "  - the same text\n" * 20_000)
    assert found is not None
    assert len({s.id for s in found.statements}) == 20_000


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("sources:\n  s:\n    fil'e: ../s.txt\n", "file-outside"),
        ("sources:\n  s:\n    File: C:\\s.txt\n", "file-outside"),
        ("issues:\n  - positons: [a]\n", "too-few-positions"),
        ("issues:\n  - Positions: [a]\n", "too-few-positions"),
        ("expect:\n  acepted: [a, b]\n", "unknown-reference"),
        ("claims:\n  - claim: A\n    cite: {sorce: none, at: p}\nsources: {}\n", "unknown-source"),
        ("style: {thme: drak}\n", "bad-choice"),
    ],
)
def test_what_stands_under_a_misspelt_key_is_examined_too(place: str, code: str) -> None:
    claims = "" if "claims" in place else "claims:\n  - {claim: A, id: a}\n"
    _, problems = outcome(f"argmap: 1\ntitle: T\n{place}{claims}")
    assert {"unknown-field", code} <= {p.code for p in problems}
