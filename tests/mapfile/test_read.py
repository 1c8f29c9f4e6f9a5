"""Every construct of the map language is read as it says."""

from __future__ import annotations

import pytest

from argmap.mapfile.fields import FIELDS, Kind, Owner
from argmap.mapfile.read import read_text
from argmap.model import ArgumentMap, Citation, Direction, Premise, Side, Span

HEAD = "argmap: 1\ntitle: T\n"
FOR, AGAINST, UNDERCUTS = Direction.FOR, Direction.AGAINST, Direction.UNDERCUTS


def read(body: str, head: str = HEAD) -> ArgumentMap:
    """The map of a text that has no problem at all."""
    found, problems = read_text(head + body)
    assert not problems, "\n".join(map(str, problems))
    assert found is not None
    return found


def claims(items: str) -> ArgumentMap:
    """The map of some items under `claims`."""
    return read("claims:\n" + items)


def codes(text: str) -> list[str]:
    """The codes of the problems in a text."""
    found, problems = read_text(text)
    assert found is None
    return [p.code for p in problems]


# ---- the head of the file


def test_smallest_map() -> None:
    m = read("claims:\n  - claim: A\n")
    assert (m.title, m.top, m.thesis, m.given, m.arguments) == ("T", ("a",), "a", "leaves", ())


def test_every_key_of_the_map() -> None:
    m = read(
        """\
question: Q?
author: A. Nonymous
date: 2026-11-22
language: en
summary: >-
  Two
  lines
thesis: b
sources:
  s: {title: S}
given: evidence
claims:
  - claim: A
    id: a
  - claim: B
    id: b
issues:
  - question: Which?
    positions: [a, b]
    standard: clear-and-convincing
    x-own: 1
expect:
  accepted: [a]
  rejected: [b]
  undecided: []
  x-run: [nightly]
x-tool: [1, {two: yes}]
"""
    )
    assert (m.question, m.author, m.date, m.language, m.summary) == (
        "Q?",
        "A. Nonymous",
        "2026-11-22",
        "en",
        "Two lines",
    )
    assert (m.thesis, m.given, m.top) == ("b", "evidence", ("a", "b"))
    assert [s.title for s in m.sources] == ["S"]
    issue = m.issues[0]
    assert (issue.positions, issue.question, issue.standard) == (("a", "b"), "Which?", "clear-and-convincing")
    assert issue.extra == (("x-own", "1"),)
    assert m.expect == {"accepted": ("a",), "rejected": ("b",), "undecided": ()}
    assert m.expect_extra == (("x-run", ["nightly"]),)
    assert m.extra == (("x-tool", ["1", {"two": "yes"}]),)


def test_the_table_is_tried_whole() -> None:
    """The keys of the tests here are those of the table: a new row needs a new test."""
    tried = {
        Owner.MAP: "argmap title question author date language summary thesis bibliography sources speakers style "
        "given claims issues expect",
        Owner.WORD: "claim counterclaim evidence ref all",
        Owner.STATEMENT: "id confidence assume standard because but",
        Owner.STEP: "unless warrant scheme answers qualifier strength weigh argument",
        Owner.PREMISE: "role",
        Owner.SHARED: "label by cite quote implicit tags note url",
        Owner.CITATION: "source at quote before after credibility",
        Owner.SPEAKER: "description reliability note url",
        Owner.ISSUE: "question positions standard",
        Owner.EXPECT: "accepted rejected undecided",
        Owner.STYLE: "style theme direction colour-by key show wrap edge-words",
        Owner.SOURCE: "title author date publisher container-title volume issue page type language url accessed doi "
        "isbn editor translator edition publisher-place collection-title number genre issn issued URL DOI ISBN ISSN "
        "note file paragraphs begins reliability",
    }
    assert {owner: " ".join(f.name for f in FIELDS if f.owner is owner) for owner in Owner} == tried


def test_every_key_of_a_source() -> None:
    names = [f.name for f in FIELDS if f.owner is Owner.SOURCE and not f.choices]
    lines = "".join(f"    {name}: the {name}\n" for name in names)
    m = read(f"sources:\n  s:\n{lines}    x-shelf: [3, b]\n  'two words':\n    title: T2\nclaims: A\n")
    assert m.source("s").fields == tuple((name, f"the {name}") for name in names)
    assert m.source("s").extra == (("x-shelf", ["3", "b"]),)
    assert m.source("two words").title == "T2"


def test_every_key_of_a_speaker() -> None:
    m = read(
        """\
speakers:
  "the  mayor": >-
    mayor of
    Ebbmouth
  Ida Holm:
    description: an engineer
    reliability: B
    note: Paid.
    url: https://example.org
    x-born: [1970]
claims:
  - claim: A
    by: the mayor
"""
    )
    mayor, engineer = m.speakers
    assert (mayor.name, mayor.description, mayor.reliability, mayor.extra) == (
        "the mayor",
        "mayor of Ebbmouth",
        None,
        (),
    )
    assert (engineer.name, engineer.description, engineer.reliability) == ("Ida Holm", "an engineer", "B")
    assert (engineer.note, engineer.url, engineer.extra) == ("Paid.", "https://example.org", (("x-born", ["1970"]),))
    assert m.speaker(m.statements[0].by) == mayor


@pytest.mark.parametrize("path", ["texts/a.txt", "a.txt", "./a.txt", "texts/../a.txt", "...", "a..b", ".hidden"])
def test_a_file_inside(path: str) -> None:
    assert read(f"sources:\n  s:\n    file: {path}\nclaims: A\n").source("s").get("file") == path


@pytest.mark.parametrize(
    "path", ["../a", "..", "/a", "a/../../b", "..\\a", "C:\\a", "c:a", "\\\\server\\a", "a\\..\\..\\b"]
)
def test_a_file_outside(path: str) -> None:
    assert codes(HEAD + f"sources:\n  s:\n    file: {path}\nclaims: A\n") == ["file-outside"]


# ---- statements, steps, premises


def test_every_key_of_a_statement() -> None:
    m = read(
        """\
sources:
  s: {title: S}
claims:
  - counterclaim: A
    id: a
    confidence: .5
    assume: undecided
    standard: beyond-reasonable-doubt
    label: L
    by: B
    cite: s, p. 1
    quote: Q
    implicit: true
    tags: [x, y/z]
    note: N
    url: https://example.org/a:b#c
    x-own: {k: [v]}
    because: C
    but: D
"""
    )
    a = m.statement("a")
    assert (a.kind, a.text, a.confidence, a.assume, a.standard) == (
        "counterclaim",
        "A",
        0.5,
        "undecided",
        "beyond-reasonable-doubt",
    )
    assert (a.label, a.by, a.implicit, a.tags, a.note) == ("L", "B", True, ("x", "y/z"), "N")
    assert (a.url, a.extra, a.named) == ("https://example.org/a:b#c", (("x-own", {"k": ["v"]}),), True)
    assert a.citations == (Citation("s", "p. 1", "Q"),)
    assert [(s.id, s.kind) for s in m.statements[1:]] == [("c", "claim"), ("d", "counterclaim")]
    assert [(x.direction, x.conclusion, x.premises) for x in m.arguments] == [
        (FOR, "a", (Premise("c"),)),
        (AGAINST, "a", (Premise("d"),)),
    ]


STEP_KEYS = """\
        unless: U
        warrant: W
        scheme: argument-from-sign
        answers: [bias, other-signs]
        qualifier: presumably
        strength: 1
        weigh: cumulative
        argument: the-step
"""
SHARED_KEYS = """\
        label: L
        by: B
        cite: s
        quote: Q
        implicit: false
        tags: x
        note: N
        url: U2
        x-own: E
"""
SOURCE = "sources:\n  s: {title: S}\n"


def step_values(m: ArgumentMap) -> None:
    a = m.argument("the-step")
    assert (a.warrant, a.scheme, a.answers, a.qualifier, a.strength, a.weigh, a.named) == (
        "W",
        "argument-from-sign",
        ("bias", "other-signs"),
        "presumably",
        1.0,
        "cumulative",
        True,
    )
    (cut,) = m.undercutters("the-step")
    assert (cut.target, cut.conclusion, cut.direction, cut.premises[0].statement) == ("the-step", None, UNDERCUTS, "u")


def test_step_keys_beside_a_statement() -> None:
    m = read(
        f"{SOURCE}claims:\n  - claim: A\n    because:\n      - claim: B\n        role: major\n{STEP_KEYS}{SHARED_KEYS}"
    )
    step_values(m)
    step, b = m.argument("the-step"), m.statement("b")
    assert step.premises == (Premise("b", role="major"),)
    assert (b.label, b.by, b.implicit, b.tags, b.note, b.url) == ("L", "B", False, ("x",), "N", "U2")
    assert b.citations == (Citation("s", None, "Q"),)
    assert b.extra == (("x-own", "E"),)
    assert (step.label, step.by, step.citations, step.tags, step.extra) == (None, None, (), (), ())


@pytest.mark.parametrize("item", ["all: [{claim: B}, {claim: C}]", "all:\n          - B\n          - C"])
def test_keys_beside_a_group_are_the_steps(item: str) -> None:
    m = read(f"{SOURCE}claims:\n  - claim: A\n    because:\n      - {item}\n{STEP_KEYS}{SHARED_KEYS}")
    step_values(m)
    step = m.argument("the-step")
    assert step.premises == (Premise("b"), Premise("c"))
    assert (step.label, step.by, step.implicit, step.tags, step.note, step.url) == ("L", "B", False, ("x",), "N", "U2")
    assert (step.citations, step.extra) == ((Citation("s", None, "Q"),), (("x-own", "E"),))
    assert m.statement("b").label is None


def test_keys_beside_a_ref_are_the_steps() -> None:
    item = f"      - ref: z\n        role: minor\n{STEP_KEYS}{SHARED_KEYS}"
    m = read(f"{SOURCE}claims:\n  - claim: Z\n    id: z\n  - claim: A\n    because:\n{item}")
    step_values(m)
    step = m.argument("the-step")
    assert step.premises == (Premise("z", role="minor", is_ref=True),)
    assert (step.label, step.citations, step.extra) == ("L", (Citation("s", None, "Q"),), (("x-own", "E"),))
    assert m.statement("z").label is None


def test_members_of_a_group() -> None:
    m = claims(
        """\
  - claim: A
    because:
      - all:
          - A bare text
          - evidence: E
            role: datum
            because: F
          - ref: z
            role: warrant
            x-own: here
          - counterclaim: G
  - claim: Z
    id: z
"""
    )
    group = m.arguments_for("a")[0]
    assert group.premises == (
        Premise("a-bare-text"),
        Premise("e", role="datum"),
        Premise("z", role="warrant", extra=(("x-own", "here"),), is_ref=True),
        Premise("g"),
    )
    assert [m.statement(p.statement).kind for p in group.premises] == ["claim", "evidence", "claim", "counterclaim"]
    assert m.arguments_for("e")[0].premises == (Premise("f"),)


@pytest.mark.parametrize("empty", ["all: []", "all: []\n        warrant: W"])
def test_a_step_without_premises(empty: str) -> None:
    assert claims(f"  - claim: A\n    because:\n      - {empty}\n").arguments[0].premises == ()


def test_a_group_of_one_is_the_argument_of_that_one() -> None:
    one = claims("  - claim: A\n    because:\n      - claim: X\n")
    group = claims("  - claim: A\n    because:\n      - all: [{claim: X}]\n")
    assert one == group


@pytest.mark.parametrize(("key", "side"), [("because", "claim"), ("but", "counterclaim")], ids=["because", "but"])
def test_every_kind_of_item_in_a_list(key: str, side: str) -> None:
    m = claims(
        f"""\
  - claim: A
    {key}:
      - Bare
      - claim: C
      - counterclaim: D
      - evidence: E
      - ref: z
      - all: ["F", {{ref: z}}]
  - claim: Z
    id: z
"""
    )
    direction = FOR if key == "because" else AGAINST
    assert [a.direction for a in m.arguments] == [direction] * 6
    assert [[p.statement for p in a.premises] for a in m.arguments] == [
        ["bare"],
        ["c"],
        ["d"],
        ["e"],
        ["z"],
        ["f", "z"],
    ]
    assert [m.statement(i).kind for i in ("bare", "c", "d", "e", "f")] == [
        side,
        "claim",
        "counterclaim",
        "evidence",
        side,
    ]


def test_every_kind_of_item_under_unless() -> None:
    m = claims(
        """\
  - claim: A
    because:
      - claim: B
        argument: s
        unless:
          - Bare
          - claim: C
            unless: Deeper
            but: Wrong
          - ref: z
          - all: ["F", "G"]
            unless: Deepest
  - claim: Z
    id: z
"""
    )
    cuts = m.undercutters("s")
    assert [[p.statement for p in a.premises] for a in cuts] == [["bare"], ["c"], ["z"], ["f", "g"]]
    assert all(a.direction is UNDERCUTS and a.conclusion is None for a in cuts)
    assert [p.premises[0].statement for p in m.undercutters(cuts[1].id)] == ["deeper"]
    assert [p.premises[0].statement for p in m.undercutters(cuts[3].id)] == ["deepest"]
    assert [a.premises[0].statement for a in m.arguments_against("c")] == ["wrong"]
    # an undercutter is on the other side than the argument that it breaks, its own undercutter on the side of that
    kinds = {i: m.statement(i).kind for i in ("bare", "deeper", "wrong", "f", "deepest")}
    assert kinds == {
        "bare": "counterclaim",
        "deeper": "claim",
        "wrong": "claim",
        "f": "counterclaim",
        "deepest": "claim",
    }


@pytest.mark.parametrize(
    "item",
    ["B", "{claim: B}", "[{claim: B}]", '["B"]', '"B"', "\n      claim: B", "\n      - B", "\n    - B", ">-\n      B"],
)
def test_one_item_in_every_form(item: str) -> None:
    m = claims(f"  - claim: A\n    because: {item}\n")
    assert [(s.id, s.text) for s in m.statements] == [("a", "A"), ("b", "B")]
    assert m.arguments[0].premises == (Premise("b"),)


@pytest.mark.parametrize("item", [" A", " {claim: A}", ' ["A"]', "\n- claim: A", "\n  claim: A", "\n  - A"])
def test_roots_in_every_form(item: str) -> None:
    assert read(f"claims:{item}\n").top == ("a",)


def test_keys_in_any_order() -> None:
    m = claims("  - because: B\n    label: L\n    claim: A\n    id: a\n")
    assert (m.statement("a").text, m.statement("a").label) == ("A", "L")
    assert [s.id for s in m.statements] == ["a", "b"]


def test_unless_looks_up_and_because_looks_down() -> None:
    m = claims(
        """\
  - claim: A
    because:
      - claim: B
        unless: U
        because:
          - evidence: E
            unless: V
"""
    )
    on_a, cut_a, on_b, cut_b = m.arguments
    assert (on_a.conclusion, cut_a.target, on_b.conclusion, cut_b.target) == ("a", on_a.id, "b", on_b.id)


# ---- sides


def test_sides_of_roots() -> None:
    m = read(
        """\
thesis: t
claims:
  - counterclaim: C
    because: X
  - claim: T
    id: t
    but: Y
  - Z
"""
    )
    sides = {s.id: next(iter(m.sides(s.id))) for s in m.statements}
    assert sides == {"c": Side.AGAINST, "x": Side.AGAINST, "t": Side.FOR, "y": Side.AGAINST, "z": Side.FOR}
    assert {s.id: s.kind for s in m.statements if not s.named and s.id != "c"} == {
        "x": "counterclaim",
        "y": "counterclaim",
        "z": "claim",
    }


def test_a_statement_has_the_sides_of_all_its_places() -> None:
    m = claims("  - claim: A\n    because: [{ref: b}]\n    but: [{ref: b}]\n  - claim: B\n    id: b\n    because: C\n")
    assert m.sides("b") == m.sides("c") == {Side.FOR, Side.AGAINST}
    assert m.statement("c").kind == "claim"


# ---- values stay what was typed


@pytest.mark.parametrize(
    "word",
    ["no", "yes", "true", "null", "~", "12:30", "1.10", "2001-09-11", "0x1F", "1_000", "1e3", ".inf", "+1", "010"],
)
def test_words_that_yaml_takes_for_something_else(word: str) -> None:
    m = claims(f"  - claim: {word}\n    label: {word}\n    note: {word}\n    tags: [{word}]\n    x-a: {word}\n")
    s = m.statements[0]
    assert (s.text, s.label, s.note, s.tags, s.extra) == (word, word, word, (word,), (("x-a", word),))


@pytest.mark.parametrize(
    ("typed", "value"), [("0", 0), ("1", 1), ("0.5", 0.5), (".5", 0.5), ("1.0", 1), ("'0.25'", 0.25)]
)
def test_numbers(typed: str, value: float) -> None:
    assert claims(f"  - claim: A\n    confidence: {typed}\n").statements[0].confidence == value


@pytest.mark.parametrize(
    "typed", ["1.1", "-0.5", "half", "1e-1", "0,5", "50%", "0.5.5", ".", "٠.٥", "nan", "inf", "[0.5]"]
)
def test_no_numbers(typed: str) -> None:
    expected = "text-expected" if typed == "[0.5]" else "bad-number"
    assert codes(HEAD + f"claims:\n  - claim: A\n    confidence: {typed}\n") == [expected]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("A b", "A b"),
        ("A\n      b", "A b"),
        ('"A: #1 \\"x\\" \\u00e9"', 'A: #1 "x" é'),
        ("'it''s'", "it's"),
        (">-\n      A\n      b\n\n      c", "A b\nc"),
        (">\n      A\n      b", "A b"),
        ("|\n      A\n        b", "A\n  b"),
        ("|+\n      A\n\n", "A"),
        ("A # comment", "A"),
        ("A#1", "A#1"),
        ("a:b", "a:b"),
        ("A - b", "A - b"),
        ("say “no”", "say “no”"),
        ("x * y & z ! % @", "x * y & z ! % @"),
        ("日本語 🙂", "日本語 🙂"),
    ],
)
def test_texts(typed: str, text: str) -> None:
    assert claims(f"  - claim: {typed}\n    id: a\n").statement("a").text == text


def test_blank_lines_and_comments() -> None:
    m = read(
        "# first\n\nargmap: 1   # one\n\n\n# more\ntitle: T  # t\nclaims: # c\n\n  # d\n  - # e\n    claim: A # f\n"
        "      # g\n    because: # h\n\n    # i\n      - B\n#j\n",
        head="",
    )
    assert [s.text for s in m.statements] == ["A", "B"]


# ---- names


def test_generated_names() -> None:
    m = claims(
        """\
  - One two three four five six seven
  - one, TWO three (four) five six
  - It's the kids’ turn
  - "?!"
  - Ünïcode 日本語
  - "?"
"""
    )
    assert [s.id for s in m.statements] == [
        "one-two-three-four-five-six",
        "one-two-three-four-five-six-2",
        "its-the-kids-turn",
        "statement",
        "ünïcode-日本語",
        "statement-2",
    ]
    assert not any(s.named for s in m.statements)


def test_numbers_of_names_follow_the_order() -> None:
    m = claims("  - claim: A\n    because: [{claim: A}, {claim: A}]\n  - A\n")
    assert [s.id for s in m.statements] == ["a", "a-2", "a-3", "a-4"]


def test_written_names_win_over_generated_ones() -> None:
    m = claims("  - A\n  - claim: Other\n    id: a\n  - A\n  - claim: Third\n    id: a-2\n")
    assert [(s.id, s.named) for s in m.statements] == [("a-3", False), ("a", True), ("a-4", False), ("a-2", True)]


@pytest.mark.parametrize("written", ["step-1", "step-2"])
def test_written_names_win_over_those_of_steps(written: str) -> None:
    m = claims(f"  - claim: A\n    because: [{{claim: B}}, {{claim: C}}]\n  - claim: D\n    id: {written}\n")
    assert m.statement(written).text == "D"
    names = [a.id for a in m.arguments]
    assert written not in names
    assert len({*names, *(s.id for s in m.statements)}) == 6


def test_a_step_and_a_text_that_are_called_alike() -> None:
    m = claims("  - claim: Step 1\n    because: [{claim: Step 2}, {claim: B}]\n")
    names = [*(s.id for s in m.statements), *(a.id for a in m.arguments)]
    assert len(set(names)) == 5


def test_written_step_names() -> None:
    m = claims(
        "  - claim: A\n    because:\n      - claim: B\n        argument: step-2\n      - claim: C\n      - claim: D\n"
    )
    assert [a.named for a in m.arguments] == [True, False, False]
    assert len({a.id for a in m.arguments}) == 3
    assert m.arguments[0].id == "step-2"


@pytest.mark.parametrize("name", ["a", "A", "a.b", "1", '"-"', "_", "ö-日", "a" * 500])
def test_names(name: str) -> None:
    m = claims(f"  - claim: X\n    id: {name}\n  - claim: Y\n    because: [{{ref: {name}}}]\n")
    assert m.arguments[0].premises == (Premise(name.strip('"'), is_ref=True),)


@pytest.mark.parametrize("name", ["a b", "a/b", "a,b", '"a:"', '"#a"', "é!", '"a\\nb"'])
def test_no_names(name: str) -> None:
    assert "bad-name" in codes(HEAD + f"claims:\n  - claim: X\n    id: {name}\n")


def test_names_are_compared_exactly() -> None:
    m = claims("  - claim: X\n    id: Aim\n  - claim: Y\n    id: aim\n")
    assert m.top == ("Aim", "aim")


def test_a_reference_may_stand_before_what_it_names() -> None:
    m = read("thesis: b\nclaims:\n  - claim: A\n    because: {ref: b}\n  - claim: B\n    id: b\n")
    assert (m.thesis, m.arguments[0].premises[0].statement) == ("b", "b")


# ---- citations

CITED = "sources:\n  s: {title: S}\n  t: {title: T}\n  two words: {title: W}\nclaims:\n  - claim: A\n    "


@pytest.mark.parametrize(
    ("typed", "citations"),
    [
        ("cite: s", [Citation("s")]),
        ("cite: s, para. 7", [Citation("s", "para. 7")]),
        ("cite: s,p. 7, note 3", [Citation("s", "p. 7, note 3")]),
        ("cite: s , p. 7", [Citation("s", "p. 7")]),
        ("cite: two words, p. 7", [Citation("two words", "p. 7")]),
        ("cite: s, 1; t; s, 3", [Citation("s", "1"), Citation("t"), Citation("s", "3")]),
        ("cite: [s, t]", [Citation("s"), Citation("t")]),
        ('cite: ["s, 1", "t, 2; s"]', [Citation("s", "1"), Citation("t", "2"), Citation("s")]),
        ("cite:\n      - s, 1\n      - t", [Citation("s", "1"), Citation("t")]),
        ("cite: {source: s}", [Citation("s")]),
        ("cite: {source: two words, at: p. 7}", [Citation("two words", "p. 7")]),
        (
            "cite:\n      source: s\n      at: p. 7\n      quote: Q\n      before: B\n      after: C\n      x-own: [1]",
            [Citation("s", "p. 7", "Q", "B", "C", (("x-own", ["1"]),))],
        ),
        ("cite:\n      - {source: s, quote: Q}\n      - t, 2", [Citation("s", None, "Q"), Citation("t", "2")]),
        ("cite: s, 1\n    quote: Q", [Citation("s", "1", "Q")]),
        ("quote: Q\n    cite: s, 1", [Citation("s", "1", "Q")]),
        ("cite: {source: s, at: '1'}\n    quote: Q", [Citation("s", "1", "Q")]),
        ("cite: [s]\n    quote: >-\n      Q\n      R", [Citation("s", None, "Q R")]),
        ("cite: []", []),
    ],
)
def test_citations(typed: str, citations: list[Citation]) -> None:
    assert list(read(CITED + typed + "\n").statements[0].citations) == citations


# ---- what is the user's own


def test_own_keys_everywhere() -> None:
    data = "{text: a, list: [1, {deep: [x, [y]]}], empty: '', none: }"
    value = {"text": "a", "list": ["1", {"deep": ["x", ["y"]]}], "empty": "", "none": ""}
    m = read(
        f"""\
x-map: {data}
sources:
  s:
    title: S
    x-source: {data}
claims:
  - claim: A
    id: a
    x-statement: {data}
    cite: {{source: s, x-citation: {data}}}
    because:
      - ref: b
        x-step: {data}
      - all:
          - ref: b
            x-premise: {data}
        x-group: {data}
        cite: {{source: s, x-citation: {data}}}
  - claim: B
    id: b
issues:
  - positions: [a, b]
    x-issue: {data}
"""
    )
    assert m.extra == (("x-map", value),)
    assert m.source("s").extra == (("x-source", value),)
    assert m.statement("a").extra == (("x-statement", value),)
    assert m.statement("a").citations[0].extra == (("x-citation", value),)
    ref, group = m.arguments
    assert ref.extra == (("x-step", value),)
    assert group.extra == (("x-group", value),)
    assert group.citations[0].extra == (("x-citation", value),)
    assert group.premises[0].extra == (("x-premise", value),)
    assert m.issues[0].extra == (("x-issue", value),)


def test_own_keys_keep_their_order() -> None:
    m = claims("  - claim: A\n    x-b: 1\n    label: L\n    x-a: 2\n    x-c: 3\n")
    assert m.statements[0].extra == (("x-b", "1"), ("x-a", "2"), ("x-c", "3"))


# ---- places


def test_places() -> None:
    m = read(
        """\
sources:
  s: {title: S}
claims:
  - claim: A b
    id: a
    cite: s, 1
    because:
      - "B"
      - all: [{ref: a2}, {claim: C}]
  - claim: >-
      A
      two
    id: a2
issues:
  - positions: [a, a2]
"""
    )
    assert m.statement("a").span == Span(6, 12, 6, 15)
    assert m.statement("a").citations[0].span == Span(8, 11, 8, 15)
    assert m.statement("b").span == Span(10, 9, 10, 12)
    assert m.statement("c").span == Span(11, 34, 11, 35)
    assert m.source("s").span == Span(4, 3, 4, 4)
    assert m.arguments[1].premises[0].span == Span(11, 21, 11, 23)
    assert [a.span.line for a in m.arguments if a.span] == [10, 11]
    a2 = m.statement("a2").span
    assert a2 is not None
    assert (a2.line, a2.column) == (12, 12)
    assert m.issues[0].span is not None
    assert m.issues[0].span.line == 17


def test_places_take_no_part_in_comparison() -> None:
    assert claims("  - claim: A\n    because: B\n") == claims("\n\n  - claim: A\n\n    because:\n      - B\n")


# ---- files from everywhere

TEXT = (
    HEAD + "summary: >-\n  one\n  two\nclaims:\n  - claim: A\n    # c\n    note: |\n      x\n      y\n    because: B\n"
)


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends(end: str) -> None:
    plain, _ = read_text(TEXT)
    other, problems = read_text(TEXT.replace("\n", end))
    assert not problems
    assert other == plain
    assert plain is not None
    assert other is not None
    assert [s.span for s in other.statements] == [s.span for s in plain.statements]


def test_mixed_line_ends() -> None:
    assert read_text(TEXT.replace("\n", "\r\n", 4))[0] == read_text(TEXT)[0]


def test_no_line_end_at_the_end() -> None:
    assert read_text(TEXT.rstrip("\n"))[0] == read_text(TEXT)[0]


def test_byte_order_mark() -> None:
    found, problems = read_text("\ufeff" + TEXT)
    assert [(p.code, p.severity) for p in problems] == [("byte-order-mark", "warning")]
    assert found == read_text(TEXT)[0]


@pytest.mark.parametrize("letter", ["\x00", "\x07", "\x0b", "\x1b", "\x7f", "\x90", "\ud800", "\ufffe", "\uffff"])
def test_letters_that_no_text_file_has(letter: str) -> None:
    found, problems = read_text(HEAD + f"claims:\n  - claim: A{letter}b\n    becuase: X\n")
    assert found is None
    assert [(p.code, p.span and p.span[:2]) for p in problems] == [
        ("control-character", (4, 13)),
        ("unknown-field", (5, 5)),
    ]


def test_problems_are_told_in_the_order_of_the_lines() -> None:
    text = "sources:\n  s: x\nclaims:\n  - clam: A\n  - claim: B: c\n    id: a b\nthesis: zz\n"
    _, problems = read_text("argmap: 1\n" + text)
    lines = [p.span.line for p in problems if p.span]
    assert lines == sorted(lines)
    assert [p.code for p in problems] == [
        "missing-field",
        "mapping-expected",
        "unknown-field",
        "colon-in-text",
        "bad-name",
        "unknown-reference",
    ]


def test_the_name_of_the_file_is_in_every_problem() -> None:
    _, problems = read_text("claims: [A]\n", "week.argmap.yaml")
    assert {p.file for p in problems} == {"week.argmap.yaml"}


def test_kinds_of_the_table_are_all_read() -> None:
    """Each kind of value is either converted by itself or read by those who know the rest of the file."""
    from argmap.mapfile.values import _CONVERTERS

    others = {Kind.VERSION, Kind.ITEMS, Kind.CITATIONS, Kind.SOURCES, Kind.SPEAKERS, Kind.ISSUES}
    others |= {Kind.EXPECT, Kind.STYLE}
    assert set(_CONVERTERS) | others == set(Kind)
