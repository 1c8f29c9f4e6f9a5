"""The argument in nested words."""

from __future__ import annotations

import argmap


def text(claims: str, rest: str = "") -> str:
    return argmap.outline(argmap.loads(f"argmap: 1\ntitle: T\n{rest}claims:\n{claims}\n"))


def body(claims: str, rest: str = "") -> list[str]:
    """The lines below the title."""
    return text(claims, rest).split("\n")[3:-1]


def test_single_reasons_objections_and_undercutters() -> None:
    assert body("""
  - claim: A
    because:
      - claim: B
        qualifier: presumably
        warrant: Who says B says A.
        unless: C
        because: D
    but:
      - claim: E
        unless: [{evidence: F}]
""") == [
        "Thesis: (1) A.",
        "   presumably, because (2) B. — since who says B says A.",
        "      unless perhaps (3) C.",
        "      because (4) D.",
        "   but (5) E.",
        "      unless (6) F.",
    ]


def test_groups_say_that_they_count_together() -> None:
    assert body("""
  - claim: A
    because:
      - all: [{claim: B}, {claim: C, because: D}]
        warrant: It follows
        unless: [{all: [{claim: E}, {claim: F}, {claim: G}]}]
    but:
      - all: [{claim: H}, {claim: I}]
        by: the critics
      - all: []
""") == [
        "Thesis: (1) A.",
        "   because both of these hold together, since it follows:",
        "      (2) B.",
        "      and (3) C.",
        "         because (4) D.",
        "      unless all of these hold together:",
        "         (5) E.",
        "         and (6) F.",
        "         and (7) G.",
        "   but both of these together speak against it, in the argument of the critics:",
        "      (8) H.",
        "      and (9) I.",
        "   but it is denied without a reason.",
    ]


def test_a_statement_stands_once_and_is_then_referred_to() -> None:
    assert body("""
  - claim: A
    because:
      - claim: B
        id: b
        label: The second
        because: C
    but:
      - claim: D
        unless: [{ref: b}]
        because: [{ref: b}]
        but: [{all: [{ref: b}, {claim: E}]}]
""") == [
        "Thesis: (1) A.",
        "   because (2) The second. B.",
        "      because (3) C.",
        "   but (4) D.",
        "      unless 2 (The second) holds.",
        "      because of 2 (The second).",
        "      but both of these together speak against it:",
        "         2 (The second).",
        "         and (5) E.",
    ]


def test_who_says_it_what_is_unsaid_and_where_it_is_from() -> None:
    made = text(
        """
  - claim: A
    by: the chair
    cite: report, p. 10; letter
    because:
      - {claim: B, label: Second, implicit: true}
      - {claim: C, label: Third, by: a guest, cite: "report, p. 2", quote: "so it  is"}
""",
        "sources:\n  report: {title: The report., author: R. Smith, date: 2020}\n"
        "  letter: {title: A letter}\n  x: {title: X}\n",
    )
    assert made.split("\n", 3)[3] == (
        "Thesis: (1) according to the chair: A. [1, p. 10; 2]\n"
        "   because (2) Second. Left unsaid: B.\n"
        "   because (3) Third. According to a guest: C. [1, p. 2: “so it is”]\n"
        "\n"
        "Sources\n"
        "-------\n"
        "[1] R. Smith, The report, 2020. Cited: p. 2 in 3; p. 10 in 1.\n"
        "[2] A letter. Cited: as a whole in 1.\n"
        "[3] X. Not cited.\n"
    )


def test_rivals_are_named_before_everything_else() -> None:
    made = text(
        "  - {claim: A, id: a}\n  - {counterclaim: B, id: b}\n",
        "issues:\n  - question: Which one?\n    positions: [a, b]\n",
    )
    assert "\nWhich one? At most one of these can stand: 1 (A) or 2 (B).\n" in made
    assert "\nPosition: (2) B.\n" in made


def test_a_very_deep_map_is_indented_only_so_far_and_then_says_its_level() -> None:
    build = argmap.Builder("T")
    statement = build.claim("Statement 0.")
    for number in range(1, 3000):
        below = build.claim(f"Statement {number}.")
        statement.because(below)
        statement = below
    made = build.build()
    plain, marked = argmap.outline(made), argmap.outline(made, "markdown")
    assert max(map(len, plain.split("\n"))) < 160
    assert max(map(len, marked.split("\n"))) < 160
    assert " because (31) Statement 30." in plain
    assert " (level 2999) because (3000) Statement 2999." in " ".join(plain.split())
    assert " - **(level 2999) because** (3000) Statement 2999." in marked
