"""The outline in LaTeX compiles, whatever is in the map, and says in the PDF what the map says."""

from __future__ import annotations

import re
import tempfile
import unicodedata
from collections import Counter
from pathlib import Path

import latex
import pytest
from conftest import ROOT
from hostile import TEXTS, hostile_map, letters
from hypothesis import Phase, given, settings
from programs import needs
from render.outlines.deep import deep_map
from strategies import graphs

import argmap
from argmap.render.tex import PACKAGES

STYLES = {
    "outline": argmap.OutlineStyle(),
    "paper": argmap.OutlineStyle(sources="footnotes", quotes="blocks", numbering="levels", notes=True, tags=True),
    "endnotes": argmap.OutlineStyle(sources="endnotes", sides="triangles", language="de"),
    "prose": argmap.OutlineStyle(style="prose", sources="footnotes"),
    "brief": argmap.OutlineStyle(style="brief"),
}
BARE = "\\pagestyle{empty}\\hyphenpenalty=10000\\exhyphenpenalty=10000\n\\begin{document}"


def pdf(source: str, folder: Path, program: str = "pdflatex") -> Path:
    """The PDF of an outline, with no hyphen and no page number between the words of the map."""
    return latex.compiled(source.replace("\\begin{document}", BARE, 1), folder, program)


def comparable(text: str) -> str:
    return unicodedata.normalize("NFKC", letters(text)).replace("\u00ad", "")


@needs("pdflatex", "pdftotext")
@pytest.mark.parametrize("style", STYLES)
def test_every_map_compiles_and_says_all(map_path: Path, style: str, tmp_path: Path) -> None:
    m = argmap.load(map_path)
    made = pdf(argmap.outline(m, "latex", style=STYLES[style]), tmp_path)
    log = made.with_suffix(".log").read_text(encoding="utf-8", errors="replace")
    assert log.count("Overfull \\hbox") <= 1
    read = comparable("".join(latex.pages(made)))
    if style in ("outline", "endnotes"):
        assert [s.text for s in m.statements if comparable(s.text.rstrip(".")) not in read] == []
    for source in m.sources:
        assert style == "brief" or comparable(source.title.rstrip(".")) in read


@needs("lualatex", "pdftotext")
def test_it_compiles_with_lualatex(tmp_path: Path) -> None:
    m = argmap.load(ROOT / "maps" / "bridge-closure.argmap.yaml")
    made = pdf(argmap.outline(m, "latex", style=STYLES["paper"]), tmp_path, "lualatex")
    read = comparable("".join(latex.pages(made)))
    assert all(comparable(s.text.rstrip(".")) in read for s in m.statements)


@needs("pdflatex", "pdftotext")
@pytest.mark.parametrize("levels", [12, 40])
def test_a_deep_map_compiles(levels: int, tmp_path: Path) -> None:
    made = pdf(argmap.outline(deep_map(levels), "latex", style=STYLES["paper"]), tmp_path)
    assert "Overfull \\hbox" not in made.with_suffix(".log").read_text(encoding="utf-8", errors="replace")
    read = comparable("".join(latex.pages(made)))
    for level in range(1, levels + 1):
        assert comparable(f"A reason on level {level}.") in read
        assert comparable(f"A doubt on level {level}.") in read


@needs("pdflatex", "pdftotext")
@given(TEXTS)
@settings(max_examples=10, deadline=None, phases=[Phase.generate])
def test_any_text_comes_out_as_itself(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        made = pdf(argmap.outline(hostile_map(text), "latex"), Path(folder))
        read = Counter(re.sub("[\u202a-\u202e\u200b]", "", comparable("".join(latex.pages(made)))))
    meant = Counter(re.sub("[\u202a-\u202e\u200b]", "", comparable(unicodedata.normalize("NFC", text))))
    assert not meant - read


@needs("pdflatex")
@given(graphs(controls=True))
@settings(max_examples=10, deadline=None, phases=[Phase.generate])
def test_any_map_compiles(m: argmap.ArgumentMap) -> None:
    with tempfile.TemporaryDirectory() as folder:
        style = argmap.OutlineStyle(sources="footnotes", quotes="blocks", notes=True, tags=True, language="en")
        latex.compiled(argmap.outline(m, "latex", style=style), Path(folder))


@needs("pdflatex", "pdftotext")
def test_a_fragment_stands_in_a_document_of_ones_own(tmp_path: Path) -> None:
    m = argmap.load(ROOT / "maps" / "old-cinema.argmap.yaml")
    part = argmap.outline(m, "latex", style=argmap.OutlineStyle(fragment=True))
    assert "\\documentclass" not in part
    assert "\\begin{document}" not in part
    for head in ("\\documentclass{report}\n", "\\documentclass[12pt]{article}\n\\usepackage{hyperref}\n"):
        # Two of them in one document do no harm to each other.
        source = f"{head}{PACKAGES}\\begin{{document}}\nMine.\n\n{part}\n{part}\n\\end{{document}}\n"
        read = comparable("".join(latex.pages(pdf(source, tmp_path))))
        assert all(read.count(comparable(s.text.rstrip("."))) >= 2 for s in m.statements)
