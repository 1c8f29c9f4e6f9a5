"""Reports lead the eye to the place: carets stand under what they mean, on any terminal."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.problem import Note, Problem, Severity, Span
from argmap.report import Findings, summary, tell

ESCAPE = re.compile(r"\x1b\[[\d;]*m")


def report(text: str, span: Span | None, colour: bool = False, **more: object) -> str:
    problem = Problem("a-code", "one sentence", span, file="f.yaml", **more)  # type: ignore[arg-type]
    return tell(Findings([problem], texts={"f.yaml": text}, colour=colour))


def excerpt(text: str, start: int, end: int) -> list[str]:
    """The source line and the carets for a place in a text of one line."""
    return report(text, Span(1, start, 1, end)).splitlines()[1:3]


def test_a_report() -> None:
    text = "a: b\nc: d e\n"
    assert report(text, Span(2, 4, 2, 5), hint="do this") == (
        "f.yaml:2:4: error[a-code]: one sentence\n"
        "  2 | c: d e\n"
        "    |    ^\n"
        "  help: do this\n"
        "\n"
    )  # fmt: skip


def test_without_a_hint() -> None:
    assert report("a\n", Span(1, 1, 1, 2)) == "f.yaml:1:1: error[a-code]: one sentence\n  1 | a\n    | ^\n\n"


def test_without_a_place_or_a_file_or_a_text() -> None:
    assert report("a", None) == "f.yaml: error[a-code]: one sentence\n\n"
    assert tell(Findings([Problem("a-code", "m")])) == "map: error[a-code]: m\n\n"
    assert tell(Findings([Problem("a-code", "m", Span(3, 1, 3, 2), file="g")])) == "g:3:1: error[a-code]: m\n\n"
    assert report("a\n", Span(9, 1, 9, 2)) == "f.yaml:9:1: error[a-code]: one sentence\n\n"


@pytest.mark.parametrize("severity", Severity)
def test_severities(severity: Severity) -> None:
    assert report("a", None, severity=severity).startswith(f"f.yaml: {severity}[a-code]")


def test_notes_are_shown_with_their_places() -> None:
    text = "\n".join("abcdefghijkl")
    shown = report(text, Span(12, 1, 12, 2), notes=(Note("it is here", Span(9, 1, 9, 2)),), hint="h")
    assert shown == (
        "f.yaml:12:1: error[a-code]: one sentence\n"
        "  12 | l\n"
        "     | ^\n"
        "  note, line 9: it is here\n"
        "  9 | i\n"
        "    | ^\n"
        "  help: h\n"
        "\n"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "start", "end", "carets"),
    [
        ("日本語: x", 1, 4, "^^^^^^"),
        ("日本語: x", 6, 7, "        ^"),
        ("a\tb: x", 3, 4, "  ^"),
        ("\t\tb", 3, 4, "  ^"),
        ("e\u0301e\u0301 x", 6, 7, "   ^"),
        ("e\u0301", 1, 3, "^"),
        ("a\u200bb\u200dc", 5, 6, "  ^"),
        ("🙂 x", 3, 4, "   ^"),
        ("ｆｕｌｌ x", 6, 7, "         ^"),
        ("ab", 3, 3, "  ^"),
        ("ab", 1, 1, "^"),
        ("ab", 1, 99, "^^"),
        ("", 1, 2, "^"),
        ("a\x07b\x1bc", 5, 6, "    ^"),
        ("a\u2028b\x85c", 5, 6, "    ^"),
    ],
)
def test_carets(line: str, start: int, end: int, carets: str) -> None:
    shown, marks = excerpt(line, start, end)
    assert marks == "    | " + carets
    assert shown.startswith("  1 | ")
    assert not [c for c in shown if unicodedata.category(c) in ("Cc", "Zl", "Zp")]


def test_a_place_over_several_lines_is_marked_to_the_end_of_the_first() -> None:
    assert report("ab cd\nef\n", Span(1, 4, 2, 3)).splitlines()[2] == "    |    ^^ … to line 2"
    assert report("ab cd\nef\n", Span(1, 4, 2, 1)).splitlines()[2] == "    |    ^^"
    assert report("ab cd\nef\n\ng", Span(1, 4, 4, 1)).splitlines()[2] == "    |    ^^ … to line 3"


def test_the_gutter_is_as_wide_as_the_number() -> None:
    assert report("\n" * 99 + "ab", Span(100, 2, 100, 3)).splitlines()[1:3] == ["  100 | ab", "      |  ^"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end: str) -> None:
    assert report(f"a{end}b{end}", Span(2, 1, 2, 2)).splitlines()[1] == "  2 | b"


def test_long_lines_are_cut_around_the_place() -> None:
    shown, marks = excerpt("x" * 500 + "HERE" + "y" * 500, 501, 505)
    assert len(shown) < 200
    assert shown[marks.index("^") : marks.rindex("^") + 1] == "HERE"
    assert shown.count("…") == 2
    shown, marks = excerpt("HERE" + "y" * 500, 1, 5)
    assert shown.endswith("y…")
    assert shown[marks.index("^") : marks.rindex("^") + 1] == "HERE"
    shown, marks = excerpt("x" * 500 + "HERE", 501, 505)
    assert shown.endswith("HERE")
    assert shown[marks.index("^") : marks.rindex("^") + 1] == "HERE"
    assert len(excerpt("z" * 500, 1, 501)[1]) < 200


def test_colours() -> None:
    more = {"hint": "h", "notes": (Note("n", Span(1, 1, 1, 2)),)}
    plain = report("ab\n", Span(1, 1, 1, 2), **more)
    painted = report("ab\n", Span(1, 1, 1, 2), colour=True, **more)
    assert ESCAPE.sub("", painted) == plain
    assert "\x1b[" not in plain
    assert painted.count("\x1b[") == 2 * painted.count("\x1b[0m")
    colours = {s: report("a", None, colour=True, severity=s) for s in Severity}
    assert len({re.findall(r"\x1b\[1;(\d+)m", shown)[0] for shown in colours.values()}) == len(Severity)


def test_problems_stand_in_the_order_given() -> None:
    problems = [Problem("b", "second", file="g"), Problem("a", "first", file="f")]
    assert tell(Findings(problems)) == "g: error[b]: second\n\nf: error[a]: first\n\n"
    assert tell(Findings([])) == ""


@settings(deadline=None)
@given(st.text(max_size=300), st.integers(1, 400), st.integers(0, 400))
def test_the_caret_stands_under_its_letter(line: str, start: int, width: int) -> None:
    shown = report(line, Span(1, start, 1, start + width)).split("\n")
    assert len(shown) == 5
    source, marks = shown[1], shown[2]
    assert set(marks) <= set(" |^1")
    assert "^" in marks
    if source.isascii() and line.isascii() and start <= len(line) and line[start - 1].isprintable():
        assert source[marks.index("^")] == line[start - 1]


def test_summary() -> None:
    errors, warning = [Problem("a", "m")] * 2, Problem("a", "m", severity=Severity.WARNING)
    hint = Problem("a", "m", severity=Severity.HINT)
    assert summary([], 1) == "no problems in 1 map"
    assert summary([], 0) == "no problems in 0 maps"
    assert summary([*errors, warning], 3) == "2 errors, 1 warning in 3 maps"
    assert summary([hint, warning, warning], 1) == "2 warnings, 1 hint in 1 map"
