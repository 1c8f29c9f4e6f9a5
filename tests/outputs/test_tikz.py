"""Pictures for LaTeX as pdfLaTeX and LuaLaTeX make them: every text comes out as itself."""

from __future__ import annotations

import re
import tempfile
import unicodedata
from collections import Counter
from pathlib import Path

import latex
import pytest
import strategies
from hostile import TEXTS, hostile_map, letters
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from programs import needs
from pypdf import PdfReader

import argmap
from argmap.render.errors import LayoutError

BATCH = settings(
    max_examples=1, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate]
)


def parts(m: argmap.ArgumentMap) -> tuple[str, str]:
    """The head of the document of a map, and what stands between its begin and its end."""
    head, rest = argmap.draw(m, "tikz").decode().split("\\begin{document}\n")
    return head, rest.split("\\end{document}")[0]


def pages(maps: list[argmap.ArgumentMap]) -> list[str]:
    """The text of many pictures, each on a page of one document, as someone would put them into a paper."""
    made = [parts(m) for m in maps]
    sizes = [re.search(r"paperwidth=([\d.]+)bp,paperheight=([\d.]+)bp", head) for head, _ in made]
    wide, high = (max(float(size[side]) for size in sizes if size) for side in (1, 2))
    head = [line for line in made[0][0].splitlines() if "{geometry}" not in line]
    head.append(f"\\usepackage[paperwidth={wide}bp,paperheight={high}bp,margin=0bp]{{geometry}}")
    bodies = "\n\\newpage\n".join(body for _, body in made)
    document = "\n".join([*head, "\\begin{document}", bodies, "\\end{document}", ""])
    with tempfile.TemporaryDirectory() as folder:
        return latex.pages(latex.compiled(document, Path(folder)))


def comparable(text: str) -> Counter[str]:
    plain = unicodedata.normalize("NFKC", letters(unicodedata.normalize("NFC", text)))
    return Counter(re.sub(r"[\s\u202a-\u202e\u2066-\u2069\u200b-\u200f\u00ad\ufeff]", "", plain))


@needs("pdflatex", "pdftotext")
@given(st.lists(TEXTS, min_size=20, max_size=24), st.lists(strategies.shapes(), min_size=6, max_size=8))
@BATCH
def test_any_text_and_any_map_come_out_as_themselves(texts: list[str], maps: list[argmap.ArgumentMap]) -> None:
    read = pages([*map(hostile_map, texts), *maps])
    assert len(read) == len(texts) + len(maps)
    for text, page in zip(texts, read, strict=False):
        assert comparable(text) <= comparable(page)
    for m, page in zip(maps, read[len(texts) :], strict=True):
        for s in m.statements:
            assert s.text in " ".join(page.split())


@needs("pdflatex", "pdftotext")
def test_every_map_is_one_page_of_its_own_size_with_all_its_text(map_path: Path, tmp_path: Path) -> None:
    m = argmap.load(map_path)
    pdf = latex.compiled(argmap.draw(m, "tikz").decode(), tmp_path)
    (page,) = latex.pages(pdf)
    found = comparable(page)
    assert all(comparable(s.text) <= found for s in m.statements)
    assert len(PdfReader(pdf).pages) == 1


@needs("pdflatex", "lualatex", "pdftotext")
@pytest.mark.parametrize("program", ["pdflatex", "lualatex"])
def test_links_and_a_dark_theme(tmp_path: Path, program: str) -> None:
    url = "https://example.org/~a_b/?a=1&b=%20{2}#x^y"
    build = argmap.Builder("A title & <more>")
    build.claim("A thesis with a link.", url=url).because("Text 語 😀 in any script: λόγος, слово.")
    style = argmap.Style(theme="dark", direction="TB")
    notes: list[str] = []
    document = argmap.draw(build.build(), "tikz", style=style, notes=notes).decode()
    pdf = latex.compiled(document, tmp_path, program)
    (page,) = PdfReader(pdf).pages
    (note,) = page["/Annots"]
    assert note.get_object()["/A"]["/URI"] == "https://example.org/~a_b/?a=1&b=%20%7B2%7D#x%5Ey"
    assert "A title & <more>" in latex.pages(pdf)[0]
    assert [n.split(";")[0] for n in notes] == ["pdflatex draws letters that its fonts lack as numbers"]


def test_a_picture_too_large_for_a_page_is_refused() -> None:
    build = argmap.Builder("T")
    thesis = build.claim("A.")
    for number in range(400):
        thesis.because(f"Reason {number} of very many.")
    with pytest.raises(LayoutError, match="too large for a page of PDF"):
        argmap.draw(build.build(), "tikz")
