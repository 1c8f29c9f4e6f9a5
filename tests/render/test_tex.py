"""Any text comes out of LaTeX as itself, by pdfLaTeX and LuaLaTeX."""

from __future__ import annotations

import re
import tempfile
import unicodedata
from collections import Counter
from pathlib import Path

import latex
import pytest
from hostile import TEXTS, letters
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from programs import needs

from argmap.render.tex import PREAMBLE, escaped


def read_back(texts: list[str], program: str) -> list[str]:
    """What each text is in the PDF, where each has a page of its own."""
    body = "\n\\newpage\n".join(f"\\mbox{{}}{escaped(text)}" for text in texts)
    document = (
        f"\\documentclass{{article}}\n{PREAMBLE}\\pagestyle{{empty}}\\hyphenpenalty=10000\\exhyphenpenalty=10000\n"
        f"\\begin{{document}}\\raggedright\n{body}\n\\end{{document}}\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        return latex.pages(latex.compiled(document, Path(folder), program))


def comparable(text: str) -> Counter[str]:
    """Its letters in whatever order: programs that read a PDF put Hebrew into another than it was written in."""
    plain = unicodedata.normalize("NFKC", letters(unicodedata.normalize("NFC", text)))
    return Counter(re.sub("[\\s\u202a-\u202e\u2066-\u2069\u200b-\u200f\u00ad\ufeff]", "", plain))


@needs("pdflatex", "pdftotext")
@given(st.lists(TEXTS, min_size=30, max_size=40))
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
def test_any_text_comes_out_as_itself(texts: list[str]) -> None:
    for text, read in zip(texts, read_back(texts, "pdflatex"), strict=True):
        assert comparable(read) == comparable(text)


SIGNS = (
    "".join(chr(code) for code in range(0x20, 0x180) if not 0x7F <= code < 0xA0),
    "-- --- ,, << >> !` ?` `` '' \"' ^^M ^^41 \\\\* \\\\[1em] \\par % not a comment",
    "“double” ‘single’ – — … • † ‡ ‰ € ™ → ← ≤ ≥ ≠ ≈ ∞ ∴ × ÷ − √ ▲ ▼ ■ □ ● ○ ★ ✓",
    "Ελληνικά: λόγος, Λόγος, ΐ Ώ. Русский: слово. Tiếng Việt: ễ ệ ọ. 日本語 中文 한국어 😀",
    "one\ntwo\n\nthree\tfour\u2028five\u2003six",
    "no\u00a0break narrow\u202fone",
)


@needs("pdflatex", "lualatex", "pdftotext")
@pytest.mark.parametrize("program", ["pdflatex", "lualatex"])
def test_signs_and_scripts_come_out_as_themselves(program: str) -> None:
    read = read_back([*SIGNS], program)
    assert [comparable(text) for text in read] == [comparable(text) for text in SIGNS]


@needs("pdflatex", "pdftotext")
def test_words_stay_words_that_can_be_searched() -> None:
    (read,) = read_back(["Привет λόγος — “naïve” Việt"], "pdflatex")
    assert read.split() == ["Привет", "λόγος", "—", "“naïve”", "Việt"]


@needs("pdflatex", "pdftotext")
@pytest.mark.parametrize("text", ["word " * 4000, "a" * 20_000, '"\\' * 10_000, "語" * 6_000, "Ж" * 10_000])
def test_a_very_long_text_compiles_whole(text: str) -> None:
    (*read,) = read_back([text], "pdflatex")
    found: Counter[str] = Counter()
    for page in read:
        found += comparable(page)
    assert found == comparable(text)


def test_control_characters_are_seen() -> None:
    assert r"\argmapcode{00}{07}" in escaped("a\x07b")
    assert r"\argmapcode{20}{2E}" in escaped("a\u202eb")
    assert "�" not in escaped("a\ud800b"), "half a letter is drawn as the sign for one that is unknown"
    assert r"\argmapcode{FF}{FD}" in escaped("a\ud800b")


@given(TEXTS)
@settings(max_examples=200)
def test_the_source_stands_anywhere(text: str) -> None:
    source = escaped(text)
    assert "\n\n" not in source
    assert all(len(line) < 500 for line in source.split("\n"))
    assert not re.search(r"(?<!\\)%(?!\n)", source), "a comment only ends a line"
