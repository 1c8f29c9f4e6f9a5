"""Texts that YAML reads without complaint as keys, lists or marks: one problem each, with the line as it should be."""

from __future__ import annotations

import pytest

from argmap.mapfile.fixes import mended
from argmap.mapfile.read import read_text

HEAD = "argmap: 1\ntitle: T\n"
CLAIM = "claims:\n  - claim: A\n    id: a\n"
BECAUSE = f"{CLAIM}    because:\n"


def told(text: str) -> list[tuple[str, int, str | None]]:
    """Code, line (without the head) and hint of each problem."""
    return [(p.code, p.span.line - 2 if p.span else 0, p.hint) for p in read_text(HEAD + text)[1]]


@pytest.mark.parametrize(
    ("items", "code", "hint"),
    [
        ("      - They say: b\n", "colon-in-text", 'write `- "They say: b"`'),
        ("      They say: b\n", "colon-in-text", 'write `"They say: b"`'),
        ("      - Note: b\n", "colon-in-text", 'write `- "Note: b"`'),
        ("      - They say: b\n        label: L\n", "colon-in-text", 'write `- claim: "They say: b"`'),
        ('      - They say: "b"\n', "colon-in-text", "write `- 'They say: \"b\"'`"),
        ("      - [They]: b\n", "bad-key", 'write `- "[They]: b"`'),
        ("      - [They buzz]\n", "text-expected", 'write `- "[They buzz]"`'),
        ("      - !now b\n", "tag", 'write `- "!now b"`'),
        ("      - &b c\n", "anchor", 'write `- "&b c"`'),
        ("      - *b\n", "alias", 'write `- "*b"`; to use a statement again, write `- ref: b`'),
        ("      - {claim: B, and C}\n", "unquoted-in-brackets", 'write `- {claim: "B, and C"}`'),
        ("      - {B}\n", "unquoted-in-brackets", 'write `- "{B}"`'),
        ("      {B, C}\n", "unquoted-in-brackets", 'write `["B", "C"]`'),
        ("      • B\n      • C\n", "missing-dash", "write `- B`, and below it `- C`"),
        ("      1. claim: B\n", "missing-dash", "write `- claim: B`"),
        ("      1. B\n      2. C: d\n", "missing-dash", 'write `- B`, and below it `- "C: d"`'),
        ("      -Because it is so\n", "missing-space", "write `- Because it is so`"),
        ("      - Because: b\n", "colon-in-text", 'write `- "Because: b"`'),
        ("      - Claim: b\n", "unknown-field", "write `claim`, in small letters"),
        ("      - #1 B\n", "text-lost-to-comment", 'write `- "#1 B"`; a comment begins with `# `'),
        ("      - #1 B\n        #2 C\n", "text-lost-to-comment", None),
    ],
)
def test_an_item_that_is_a_text(items: str, code: str, hint: str | None) -> None:
    assert [(c, line) for c, line, _ in told(BECAUSE + items)] == [(code, 5)]
    assert hint is None or told(BECAUSE + items)[0][2] == hint
    if code != "alias":
        m, problems = read_text(mended(HEAD + BECAUSE + items).text)
        assert (m is not None, [p.code for p in problems]) == (True, [])


@pytest.mark.parametrize(
    ("items", "code", "line"),
    [
        ("      B\n      C\n", "lines-without-dashes", 5),
        ("      - B:\n          - C\n", "list-without-key", 5),
        ("      - B\n        - C\n", "list-without-key", 6),
        ("      - B\n        * C\n        * D\n", "list-without-key", 6),
        ("      - B\n    but: C\n    - D\n", "list-without-key", 7),
        ("      - all:\n          - B\n            unless: C\n          - D\n", "misplaced-field", 7),
        ("      - B\n    - but: C\n", "needless-dash", 6),
        ("      1. claim: B\n         label: L\n      2. claim: C\n         label: M\n", "missing-dash", 5),
        ("      -all:\n          - B\n          - C\n", "missing-space", 5),
        ("      - claim: B\n        confidence: 1 #1\n", "text-lost-to-comment", 6),
        ("      - B\n   -\n", "empty-value", 6),
        ("      - B, said\nthey all,\nand many more\n      - C\n", "indentation", 6),
    ],
)
def test_one_slip_is_one_problem(items: str, code: str, line: int) -> None:
    assert [(c, at) for c, at, _ in told(BECAUSE + items)] == [(code, line)]


def test_what_is_no_text_stays_as_it_is() -> None:
    items = "      - 'They say: b'\n      - http://example.org/a\n      - 'Note'\n"
    items += "      - >-\n        They say: b\n        * c\n"
    assert told(BECAUSE + items + "    x-own: {They say: [b, c], Note: e}\n") == []


def test_lines_of_a_mail_are_one_problem() -> None:
    text = "From: A\nTo: B\nSubject: Re: C\n"
    found = read_text(text + HEAD + CLAIM)[1]
    assert [(p.code, p.span and p.span.line) for p in found] == [("no-entry", 1)]
    assert found[0].hint is not None
    assert found[0].hint.startswith("remove them, or make them comments: write `# From: A`, and below it `# To: B`")


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("thesis: so it is\nclaims:\n  - claim: So it is.\n    id: a\n", "bad-name", "write `a`"),
        (BECAUSE + "      - B is so\n      - ref: b is so\n", "bad-name", "add `id: b-is-so` below that text"),
        (
            "sources:\n  - s: The Title\n" + CLAIM + "    cite: s, 1\n",
            "mapping-expected",
            "write `s:`, and below it `",
        ),
        (
            "sources: The Title\n" + CLAIM + "    cite: s, 1\n",
            "mapping-expected",
            "write `KEY:`, and below it `",
        ),
        ("Sources:\n  s: {title: S}\n" + CLAIM + "    cite: s, 1\n", "unknown-field", "write `sources`, in small"),
        ("sources:\n  k1: {title: S}\n" + CLAIM + "    cite: K1, p. 2\n", "unknown-source", "did you mean `k1`?"),
        ("style: arrows\n" + CLAIM, "mapping-expected", "write `style: arrows` below it"),
        ("style: dark\n" + CLAIM, "mapping-expected", "write `theme: dark` below it"),
        ("style: nice\n" + CLAIM, "mapping-expected", "write `theme: dark` below it, or another setting"),
        ("sources:\n  s: {title: S}\n" + CLAIM + "    cite: s: 1\n", "colon-in-text", "write `cite: s, 1`"),
        ("sources:\n  s: {title: S}\n" + CLAIM + "    cite: [s, p. 1]\n", "text-expected", "write `cite: s, p. 1`"),
        ("sources:\n  s: {title: S}\n" + CLAIM + "    cite: {sorce: s}\n", "unknown-field", "did you mean `source`?"),
        (CLAIM + "    Label: L\n", "unknown-field", "write `label`, in small letters"),
        (CLAIM + "    Unless: B\n", "misplaced-field", "write `but` for what speaks against it"),
        (CLAIM + "    reasons:\n      - B\n", "unknown-field", "did you mean `because`?"),
        (
            CLAIM + "    because: B\n    because: C\n",
            "repeated-key",
            "write `because:`, and below it `  - B`",
        ),
        (CLAIM + "    assume: yes\n", "bad-choice", "did you mean `accepted`?"),
    ],
)
def test_what_is_meant_is_read_on(text: str, code: str, hint: str) -> None:
    found = told(text)
    assert [c for c, _, _ in found] == [code]
    assert (found[0][2] or "").startswith(hint)
