"""The options of an outline, one by one; the command line has them under the same names."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from attrs import fields
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import graphs

import argmap
from argmap.cli import main
from argmap.cli.outline import outline as command
from argmap.outline_style import CHOICES

MAP = """argmap: 1
title: T
sources:
  report: {title: The report, author: R. Smith, reliability: B}
  letter: {title: A letter}
claims:
  - claim: A
    id: a
    label: First
    note: Look  again.
    cite: letter
    because:
      - claim: B
        id: b
        label: Second
        tags: [one, two/three]
        cite: {source: report, at: p. 2, quote: so it is, credibility: 3}
        warrant: Who says B says A
        because: C
        unless: D
      - all: [{claim: E}, {claim: F, because: G}]
        unless: [{evidence: H}]
        note: Both count.
    but:
      - claim: I
        because: [{ref: b}]
        but: [{ref: b}]
"""


def told(**style: Any) -> list[str]:
    """The lines of the outline in text below the title."""
    return argmap.outline(argmap.loads(MAP), style=argmap.OutlineStyle(**style)).split("\n")[3:-1]


def test_numbers_by_level_stand_first_and_are_referred_to() -> None:
    assert told(numbering="levels")[:11] == [
        "1 Thesis: First. A. [2]",
        "   1.1 because Second. B. [1, p. 2 (credibility 3: possibly true): “so it is”] — since who says B",
        "     says A.",
        "      1.1.1 unless perhaps D.",
        "      1.1.2 because C.",
        "   because both of these hold together:",
        "      1.2 E.",
        "      1.3 and F.",
        "         1.3.1 because G.",
        "      1.4 unless H.",
        "   1.5 but I.",
    ]
    assert told(numbering="levels")[11:13] == ["      because of 1.1 (Second).", "      but there is 1.1 (Second)."]


def test_without_numbers_titles_are_referred_to() -> None:
    lines = told(numbering="none")
    assert lines[0] == "Thesis: First. A. [2]"
    assert lines[-7:-5] == ["      because of “Second”.", "      but there is “Second”."]
    assert lines[-2:] == [
        "[1] R. Smith, The report. Reliability B: usually reliable. Cited: p. 2.",
        "[2] A letter. Cited: as a whole.",
    ]


def test_sides_by_signs() -> None:
    lines = told(sides="signs")
    assert [line.split(" (")[0] for line in lines if line.startswith("   ")][:3] == ["   +", "      ?", "      +"]
    assert "   + together:" in lines
    assert "   − (9) I." in lines
    assert "      × (8) H." in lines
    assert "      + 2 (Second)." in lines


def test_sides_by_triangles() -> None:
    lines = told(sides="triangles")
    assert "   ▼ but (9) I." in lines
    assert "      ▼ because of 2 (Second)." in lines
    assert "      ▲ but there is 2 (Second)." in lines
    assert "      ▼ unless (8) H." in lines


def test_quotes_as_blocks() -> None:
    lines = told(quotes="blocks")
    assert lines[1] == "   because (2) Second. B. — since who says B says A."
    assert lines[2] == "       “so it is” [1, p. 2 (credibility 3: possibly true)]"
    marked = argmap.outline(argmap.loads(MAP), "markdown", style=argmap.OutlineStyle(quotes="blocks"))
    assert "\n    > so it is \\[1, p. 2 (credibility 3: possibly true)\\]\n" in marked


@pytest.mark.parametrize(("sources", "at"), [("footnotes", -6), ("endnotes", -6)])
def test_sources_in_notes(sources: str, at: int) -> None:
    lines = told(sources=sources)
    assert lines[0] == "Thesis: (1) First. A.[1]"
    assert lines[1] == "   because (2) Second. B.[2] — since who says B says A."
    notes = ["[1] A letter.", "[2] R. Smith, The report, p. 2 (credibility 3: possibly true): “so it is”."]
    start = lines.index(notes[0])
    assert lines[start : start + 2] == notes
    assert (lines[start - 1] == "-----") is (sources == "endnotes")


def test_a_number_is_that_of_a_note_or_of_a_source() -> None:
    listed = argmap.outline(argmap.loads(MAP)).partition("Sources\n")[2]
    assert listed.splitlines()[1].startswith("[1] R. Smith, The report.")
    noted = argmap.outline(argmap.loads(MAP), style=argmap.OutlineStyle(sources="footnotes"))
    listed = noted.partition("Sources\n")[2]
    assert [line[:2] for line in listed.splitlines()[1:] if line[0] != " "] == ["- ", "- "]
    assert len(re.findall(r"^\[1\] ", noted, re.MULTILINE)) == 1


def test_a_source_is_told_in_full_once() -> None:
    text = MAP.replace("because: C", "because: [{claim: C, cite: 'report, p. 9'}]")
    noted = argmap.outline(argmap.loads(text), style=argmap.OutlineStyle(sources="endnotes"))
    assert "[3] The report, p. 9.\n" in noted


def test_footnotes_of_markdown_are_defined_where_they_are_used() -> None:
    noted = argmap.outline(argmap.loads(MAP), "markdown", style=argmap.OutlineStyle(sources="footnotes"))
    assert set(re.findall(r"\[\^\d+\](?!:)", noted)) == set(re.findall(r"^(\[\^\d+\]):", noted, re.MULTILINE))
    assert "A.[^1]\n" in noted


def test_notes_and_tags() -> None:
    plain, full = told(), told(notes=True, tags=True)
    assert not any("Look again" in line or "Tags" in line for line in plain)
    assert full[:2] == ["Thesis: (1) First. A. [2]", "    Note: Look again."]
    assert "       Tags: one, two/three" in full
    assert "       Note: Both count." in full
    assert [line for line in full if "Note:" not in line and "Tags:" not in line] == plain


def test_brief_is_one_line_a_title() -> None:
    assert told(style="brief") == [
        "Thesis: First",
        "   because Second",
        "      unless perhaps D",
        "      because C",
        "   because both of these hold together:",
        "      E",
        "      and F",
        "         because G",
        "      unless H",
        "   but I",
        "      because of “Second”",
        "      but there is “Second”",
    ]


def test_steps_cite_too() -> None:
    build = argmap.Builder("T")
    build.source("r", title="R")
    build.claim("A.").because("B.", "C.", cite="r, p. 3")
    lines = argmap.outline(build.build()).split("\n")
    assert "   because both of these hold together [1, p. 3]:" in lines
    assert "[1] R. Cited: p. 3 in 2." in lines


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"style": "proze"}, "style has no `proze`; did you mean `prose`?"),
        ({"numbering": "roman"}, "numbering has no `roman`; there are running, levels, none"),
        ({"language": "fr"}, "language has no `fr`; there are en, de"),
        ({"quotes": None}, "quotes has no `None`; there are inline, blocks"),
        ({"notes": "yes"}, "notes is true or false, not 'yes'"),
    ],
)
def test_a_wrong_setting(given: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=rf"^{re.escape(said)}$"):
        argmap.OutlineStyle(**given)


STYLES = st.fixed_dictionaries(
    {name: st.sampled_from(words) for name, words in CHOICES.items()}
    | {name: st.booleans() for name in ("notes", "tags", "fragment")}
).map(lambda given: argmap.OutlineStyle(**given))


@given(graphs(), STYLES, st.sampled_from(["text", "markdown", "html"]))
@settings(max_examples=60, deadline=None)
def test_any_map_in_any_style_is_told_whole(m: argmap.ArgumentMap, style: argmap.OutlineStyle, form: str) -> None:
    made = argmap.outline(m, form, style=style)
    made = re.sub(r"<[^>]*>", "", made) if form == "html" else made
    plain = re.sub(r"[\s\\*]", "", made)
    for s in m.statements:
        words = s.title if style.style == "brief" else s.text
        if words.isalnum():
            assert re.sub(r"\s", "", words) in plain


# ---- by the command line


def test_the_command_line_has_the_same_names() -> None:
    options = {option.name: option for option in command.params}
    for setting in fields(argmap.OutlineStyle):
        option = options[setting.name]
        assert f"--{setting.name}" in option.opts
        known = getattr(option.type, "choices", None)
        assert known is None or tuple(known) == CHOICES[setting.name]


def test_options_reach_the_outline(tmp_path: Path) -> None:
    path = tmp_path / "t.argmap.yaml"
    path.write_text(MAP, encoding="utf-8")
    given = ["--style", "prose", "--numbering", "levels", "--quotes", "blocks", "--sources", "endnotes"]
    result = CliRunner().invoke(main, ["outline", str(path), *given, "--notes", "--tags", "--language", "de"])
    style = argmap.OutlineStyle(
        style="prose", numbering="levels", quotes="blocks", sources="endnotes", notes=True, tags=True, language="de"
    )
    assert (result.exit_code, result.stdout) == (0, argmap.outline(argmap.load(path), style=style))


@pytest.mark.parametrize(("tag", "is_told"), [("de-AT", False), ("EN", False), ("cs", True), ("German", True)])
def test_english_words_in_a_map_of_another_language_are_told(tmp_path: Path, tag: str, is_told: bool) -> None:
    path = tmp_path / "t.argmap.yaml"
    path.write_text(MAP.replace("sources:", f"language: {tag}\nsources:", 1), encoding="utf-8")
    said = f"argmap: the words between statements are English, not `{tag}`; --language en asks for them\n"
    result = CliRunner().invoke(main, ["outline", str(path)])
    assert (result.exit_code, said in result.stderr) == (0, is_told)
    asked = CliRunner().invoke(main, ["outline", str(path), "--language", "en"])
    assert said not in asked.stderr


def test_a_language_that_argmap_does_not_know(tmp_path: Path) -> None:
    path = tmp_path / "t.argmap.yaml"
    path.write_text(MAP, encoding="utf-8")
    result = CliRunner().invoke(main, ["outline", str(path), "--language", "ed"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("argmap: language has no `ed`; ")
