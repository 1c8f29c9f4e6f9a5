"""A file reviewed: settings and comments leave problems out, and a comment that does nothing is told."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.checks import CHECKS
from argmap.mapfile.load import read_bytes
from argmap.problem import Edit, Problem, Severity, Span
from argmap.reviews import MOST, review
from argmap.settings import Settings

HEAD = "argmap: 1\ntitle: Phones\nclaims:\n  - claim: Phones distract\n    because:\n"
MISMATCH = "      - counterclaim: They ring"
ONLY = Settings(("reading", "side-mismatch", "support-cycle"))
"""Few checks, so that a new one does not change what these tests see."""


def told(text: str, settings: Settings = ONLY) -> list[tuple[str, int]]:
    """The codes of what is told, with the lines."""
    _, problems = review(text.encode(), "map.yaml", settings)
    assert all(p.file == "map.yaml" for p in problems)
    return [(p.code, p.span.line if p.span else 0) for p in problems]


def unused(text: str, settings: Settings = ONLY) -> Problem:
    """The one problem, which is of a comment."""
    (problem,) = review(text.encode(), None, settings)[1]
    assert (problem.code, problem.severity) == ("unused-ignore", Severity.WARNING)
    return problem


def mended(text: str, edits: Iterable[Edit]) -> str:
    """A text after edits, as a program would make them that knows nothing of maps."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for edit in sorted(edits, reverse=True):
        span = edit.span
        start, end = starts[span.line - 1] + span.column - 1, starts[span.end_line - 1] + span.end_column - 1
        text = text[:start] + edit.text + text[end:]
    return text


# ---- settings


def test_a_file_reviewed_is_read_and_checked(map_path: Path) -> None:
    data = map_path.read_bytes().replace(b"argmap: ignore", b"")
    m, problems = argmap.review(data, str(map_path))
    read, said = read_bytes(data, str(map_path))
    assert m is not None
    assert read is not None
    assert m == read
    assert sorted(problems) == sorted(said + argmap.check(read))
    lines = [p.span.line for p in problems if p.span]
    assert lines == sorted(lines)


def test_settings_leave_out_and_raise() -> None:
    text = HEAD + MISMATCH
    assert told(text) == [("side-mismatch", 6)]
    assert told(text, ONLY._replace(ignore=("side-mismatch",))) == []
    assert told(text, Settings(("structure",))) == []
    m, (problem,) = review(text.encode(), None, ONLY._replace(severity={"argument": "error"}))
    assert problem.severity is Severity.ERROR
    assert m is not None
    assert review(text.encode(), None, ONLY._replace(strict=True)) == review(text.encode(), None, ONLY)


def test_limits_reach_the_checks() -> None:
    over_limit = [c for c in CHECKS if c.code == "long-text"]
    text = HEAD + "      - They ring in class\n"
    settings = Settings(("long-text",) if over_limit else ())
    assert len(told(text, settings._replace(limits=settings.limits._replace(text_words=1)))) == 2 * len(over_limit)


def test_what_the_reader_warns_of_can_be_left_out_or_raised() -> None:
    text = "\ufeff" + HEAD + "      - They ring\n"
    assert told(text) == [("byte-order-mark", 1)]
    assert told(text, ONLY._replace(ignore=("byte-order-mark",))) == []
    (problem,) = review(text.encode(), None, ONLY._replace(severity={"byte-order-mark": "error"}))[1]
    assert problem.severity is Severity.ERROR


def test_what_makes_a_file_no_map_stays() -> None:
    text = "argmap: 1\nclaims: []\n"
    _, problems = review(text.encode(), None, Settings(select=(), ignore=("all",), severity={"all": "off"}))
    assert [(p.code, p.severity) for p in problems] == [("missing-field", Severity.ERROR)]
    with pytest.raises(ValueError, match="can be neither switched off nor lowered"):
        review(text.encode(), None, Settings(ignore=("missing-field",)))


def test_bytes_that_are_no_text() -> None:
    m, problems = review(b"\xff # argmap: ignore[not-utf-8]")
    assert (m, [p.code for p in problems]) == (None, ["not-utf-8"])


# ---- comments


@pytest.mark.parametrize(
    "argument",
    [
        f"{MISMATCH} # argmap: ignore[side-mismatch]",
        f"{MISMATCH} # argmap: ignore[side-mismatch] the motion calls it so, see #3",
        f"{MISMATCH} # argmap: ignore [ side-mismatch ]",
        f"{MISMATCH} # a remark # argmap:ignore[argument] # another",
        f"      # argmap: ignore[side-mismatch]\n{MISMATCH}",
        f"      # argmap: ignore[side-mismatch]\n\n# more\n{MISMATCH}",
        f"#argmap: ignore[argument]\n{MISMATCH}",
        '      - counterclaim: "They\n         ring" # argmap: ignore[side-mismatch]',
        "      - counterclaim: >- # argmap: ignore[side-mismatch]\n         They\n         ring",
        "      - counterclaim:  # They\n         They ring # argmap: ignore[side-mismatch]",
        "      - {id: a, counterclaim: They ring} # argmap: ignore[side-mismatch]",
    ],
)
@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\r"])
def test_a_comment_ignores_what_begins_on_its_line(argument: str, end: str) -> None:
    text = HEAD + argument + "\n" * (end != "")
    assert told(text.replace("\n", end) if end else text) == []


@pytest.mark.parametrize(
    "argument",
    [
        f"{MISMATCH}\n# argmap: ignore[side-mismatch]\n    # nothing",
        f"      - claim: They ring # argmap: ignore[side-mismatch]\n{MISMATCH}",
        f"# argmap: ignore[side-mismatch]\n      - claim: They ring\n{MISMATCH}",
        f"{MISMATCH} # argmap: ignore[support-cycle]",
        f"{MISMATCH} # argmap: ignore[structure, reading]",
    ],
)
def test_a_comment_ignores_nothing_else(argument: str) -> None:
    found = [code for code, _ in told(HEAD + argument)]
    assert sorted(found) == ["side-mismatch", "unused-ignore"]


@pytest.mark.parametrize(
    "argument",
    [
        '      - counterclaim: "They ring # argmap: ignore[side-mismatch]"',
        "      - counterclaim: |\n          They ring\n          # argmap: ignore[side-mismatch]",
    ],
)
def test_in_a_text_the_words_are_text(argument: str) -> None:
    assert told(HEAD + argument) == [("side-mismatch", 6)]


def test_what_the_reader_warns_of_can_be_ignored_also_in_a_file_with_errors() -> None:
    text = (
        HEAD
        + "      - claim: They ring\n        because: They have bells\n        unless: Silent # argmap: ignore[{}]\n"
    )
    assert told(text.format("step-key-below")) == []
    assert told("x: y\n" + text.format("step-key-below")) == [("unknown-field", 1)]
    assert told("x: y\n" + text.format("support-cycle")) == [("unknown-field", 1), ("step-key-below", 9)]


def test_what_the_settings_make_an_error_can_be_ignored() -> None:
    text = f"{HEAD}{MISMATCH} # argmap: ignore[side-mismatch]"
    assert told(text, ONLY._replace(severity={"side-mismatch": "error"})) == []


# ---- comments that do nothing


@pytest.mark.parametrize(
    ("text", "message", "mended_text"),
    [
        ("They ring # argmap: ignore[side-mismatch]\n", "by `side-mismatch`", "They ring\n"),
        ("They ring  # argmap: ignore[side-mismatch] why", "by `side-mismatch`", "They ring"),
        ("They ring # a remark # argmap: ignore[reading]", "by `reading`", "They ring # a remark"),
        ("They ring # argmap: ignore[reading] why # a remark", "by `reading`", "They ring # a remark"),
        ("They ring\n  # argmap: ignore[side-mismatch]\nx-a: b\n", "by `side-mismatch`", "They ring\nx-a: b\n"),
        ("They ring\n  # argmap: ignore[side-mismatch]", "by `side-mismatch`", "They ring\n"),
        ("They ring # argmap: ignore[unused-ignore]", "by `unused-ignore`", "They ring"),
        (
            "They ring # argmap: ignore[side-mismatch,support-cycle]",
            "by `side-mismatch`, `support-cycle`",
            "They ring",
        ),
    ],
)
def test_a_comment_that_does_nothing_can_go(text: str, message: str, mended_text: str) -> None:
    problem = unused(HEAD + "      - " + text)
    assert problem.message == "nothing is ignored here " + message
    assert mended(HEAD + "      - " + text, problem.fix) == HEAD + "      - " + mended_text


def test_a_comment_that_does_less_than_it_says() -> None:
    text = f"{HEAD}{MISMATCH} # argmap: ignore[ support-cycle , side-mismatch, unused-ignore ] why"
    problem = unused(text)
    assert problem.message == "nothing is ignored here by `support-cycle`, `unused-ignore`"
    assert problem.hint == "take `support-cycle`, `unused-ignore` out of it"
    assert mended(text, problem.fix) == f"{HEAD}{MISMATCH} # argmap: ignore[side-mismatch] why"


def test_a_comment_for_what_is_switched_off_stays() -> None:
    text = f"{HEAD}      - They ring # argmap: ignore[side-mismatch]"
    assert told(text) == [("unused-ignore", 6)]
    assert told(text, ONLY._replace(ignore=("side-mismatch",))) == []
    assert told(text, ONLY._replace(ignore=("unused-ignore",))) == []
    family = text.replace("side-mismatch", "argument")
    assert told(family, Settings(("reading",))) == []
    assert told(family, Settings(ignore=("side-mismatch",))).count(("unused-ignore", 6)) == 0


@pytest.mark.parametrize(
    ("comment", "message", "hint"),
    [
        ("ignore", "this comment names no check to ignore", "write `# argmap: ignore[side-mismatch]`"),
        ("ignore[]", "this comment names no check to ignore", "write `# argmap: ignore[side-mismatch]`"),
        ("ignore: side-mismatch", "this comment names no check to ignore", "write `# argmap: ignore[side-mismatch]`"),
        ("ignore[side-mismatch", "this comment names no check to ignore", "write `# argmap: ignore[side-mismatch]`"),
        ("ignore[side-mismach]", "`side-mismach` is no check", "did you mean `side-mismatch`?"),
        ("ignore[a b]", "`a b` is no check", "families are "),
        ("ignore[tab]", "`tab` is an error, which cannot be ignored", "mend the line, and take `tab` out of "),
    ],
)
def test_a_comment_that_cannot_do_anything(comment: str, message: str, hint: str) -> None:
    _, (mismatch, problem) = review(f"{HEAD}{MISMATCH} # argmap: {comment}\n".encode(), None, ONLY)
    assert (mismatch.code, problem.code, problem.message) == ("side-mismatch", "unused-ignore", message)
    assert problem.hint is not None
    assert problem.hint.startswith(hint)
    assert problem.fix == ()


def test_a_name_that_is_none_is_shown_in_its_place() -> None:
    line = f"{MISMATCH} # argmap: ignore[side-mismatch, zzz]"
    problem = unused(HEAD + line)
    assert problem.span is not None
    assert line[problem.span.column - 1 : problem.span.end_column - 1] == "zzz"


def test_an_error_is_not_ignored() -> None:
    text = "argmap: 1 # argmap: ignore[missing-field, side-mismatch]\ntitle: Phones\n"
    assert told(text) == [("missing-field", 1), ("unused-ignore", 1)]


@given(st.lists(st.sampled_from(["side-mismatch", "support-cycle", "argument", "reading"]), max_size=3), st.booleans())
def test_after_the_fix_the_map_is_the_same_and_no_comment_is_idle(names: list[str], alone: bool) -> None:
    comment = f"# argmap: ignore[{', '.join(names)}]"
    text = HEAD + (f"      {comment}\n{MISMATCH}" if alone else f"{MISMATCH} {comment}\n      - They hum {comment} #")
    m, problems = review(text.encode(), None, ONLY)
    after = mended(text, [edit for p in problems for edit in p.fix])
    same, left = review(after.encode(), None, ONLY)
    assert m is not None
    assert same is not None
    assert [s.text for s in same.statements] == [s.text for s in m.statements]
    assert [p for p in left if p.fix] == []
    assert [p.code for p in left if p.code != "unused-ignore"] == [
        p.code for p in problems if p.code == "side-mismatch"
    ]


# ---- checks of other packages

PACKAGE = '''
from argmap.checks import Found

def shouting(m, limits):
    """Texts in capitals."""
    for s in m.statements:
        if s.text.isupper():
            yield Found(f"`{s.id}` shouts", s.span, "write it in small letters")

def failing(m, limits):
    yield Found("first", None, "")
    raise KeyError("what\\never")

def wrong(m, limits):
    yield "text"

def odd(m, limits):
    return [Found(3, None, "")]
'''
POINTS = "[argmap.checks]\nacme-shouting = acme:shouting\nacme-failing = acme:failing\nacme-wrong = acme:wrong\n"
POINTS += "acme-odd = acme:odd\nacme-gone = acme:gone\nacme-away = nowhere:gone\n"


def process(folder: Path, *arguments: str) -> tuple[int, str, str]:
    """`argmap check` of a map that shouts, in a Python that has the package acme."""
    info = folder / "site" / "acme-1.0.dist-info"
    info.mkdir(parents=True, exist_ok=True)
    (folder / "site" / "acme.py").write_text(PACKAGE, encoding="utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(POINTS, encoding="utf-8")
    (folder / "map.yaml").write_text(HEAD + "      - THEY RING\n", encoding="utf-8")
    path = os.pathsep.join([str(folder / "site"), *sys.path])
    done = subprocess.run(
        [sys.executable, "-m", "argmap", "check", *arguments, "map.yaml"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_a_check_of_another_package_runs_when_it_is_selected(tmp_path: Path) -> None:
    assert "acme" not in process(tmp_path, "--select", "all")[1]
    code, out, _ = process(tmp_path, "--select", "acme-shouting")
    assert (code, out.splitlines()[0]) == (0, "map.yaml:6:9: warning[acme-shouting]: `they-ring` shouts")
    code, out, _ = process(tmp_path, "--select", "acme-shouting", "--severity", "acme-shouting=error")
    assert (code, out.splitlines()[0]) == (1, "map.yaml:6:9: error[acme-shouting]: `they-ring` shouts")
    code, out, _ = process(tmp_path, "--select", "acme-shouting", "--ignore", "acme-shouting")
    assert (code, out) == (0, "")
    code, out, err = process(tmp_path, "--select", "acme-shuting")
    assert (code, out, err) == (
        2,
        "",
        "argmap: --select: `acme-shuting` is no check; did you mean `acme-shouting`?\n",
    )


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("failing", "KeyError: 'what\\never'"),
        ("wrong", "TypeError: it found a str, not an argmap.checks.Found"),
        ("odd", "TypeError: a Found holds a message, a Span or None, a hint, and a tuple of Notes"),
        ("gone", "AttributeError: module 'acme' has no attribute 'gone'"),
        ("away", "ModuleNotFoundError: No module named 'nowhere'"),
    ],
)
def test_a_check_of_another_package_that_fails_is_one_error(tmp_path: Path, name: str, said: str) -> None:
    code, out, err = process(tmp_path, "--select", f"acme-{name}")
    assert code == 1
    assert out.splitlines()[0] == f"map.yaml: error[acme-{name}]: this check of the package acme failed: {said}"
    assert err == "argmap: 1 error in 1 map\n"


def test_many_problems_of_one_kind_are_counted_and_not_listed() -> None:
    items = "".join(f"  - {{claim: Claim {n}, cite: s}}\n" for n in range(MOST + 501))
    text = f"argmap: 1\ntitle: T\nsources: {{s: {{author: A}}}}\nclaims:\n{items}"
    m, problems = review(text.encode(), "map.yaml")
    assert m is not None
    apart = [p for p in problems if p.code == "apart-from-thesis"]
    assert len(apart) == MOST + 1
    assert apart[-1].message == "500 more like the 1,000 above are here and below, and not listed"
    assert apart[-1].span == Span(MOST + 6, 13, MOST + 6, 23)
    assert apart[-1].severity is apart[0].severity
    assert [p.code for p in problems if p.code == "untitled-source"] == ["untitled-source"]
    _, ignored = review(text.replace("}\n", "}  # argmap: ignore[apart-from-thesis]\n").encode(), "map.yaml")
    assert not [p for p in ignored if p.code == "apart-from-thesis"]
