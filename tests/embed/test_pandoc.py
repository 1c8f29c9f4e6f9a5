"""The filter of pandoc, in documents that pandoc makes."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from embed.documents import BAD, DOUBTFUL, GOOD, ids, run
from programs import needs
from pypdf import PdfReader

from argmap.embed.pandoc import replaced

BLOCK = f"```argmap\n{GOOD}```\n"


def pandoc(folder: Path, text: str, *words: str) -> CompletedProcess[str]:
    (folder / "d.md").write_text(f"# Title\n\n{text}\n\nAfter it.\n", encoding="utf-8")
    return run("pandoc", "--filter", "argmap-pandoc", "d.md", *words, folder=folder)


@needs("pandoc")
def test_in_html_the_picture_is_a_part_of_the_page(tmp_path: Path) -> None:
    other = f"> ```{{.argmap style=compact}}\n{''.join(f'> {line}' + chr(10) for line in GOOD.splitlines())}> ```\n"
    done = pandoc(tmp_path, f"{other}\n{BLOCK}\n```python\nargmap\n```\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("<svg ") == 2
    assert len(ids(done.stdout)) == len(set(ids(done.stdout)))
    assert done.stdout.index('id="argmap-1-map-title"') < done.stdout.index('id="argmap-2-map-title"')
    assert "<code" in done.stdout


@needs("pandoc")
def test_an_outline_becomes_lists(tmp_path: Path) -> None:
    done = pandoc(tmp_path, f"```{{.argmap format=outline side=against}}\n{GOOD}```\n", "-t", "html")
    assert done.returncode == 0
    assert "<li>" in done.stdout
    assert "Clients expect someone on Fridays" in done.stdout
    assert "Fewer people quit" not in done.stdout


@needs("pandoc", "pdflatex")
def test_a_deep_outline_is_no_matter_for_latex(tmp_path: Path) -> None:
    deep = "argmap: 1\ntitle: T\nclaims:\n  - claim: The first of ten\n"
    for n in range(1, 10):
        deep += f"{'    ' * n}because:\n{'    ' * n}  - claim: 'Deep &amp; 50% #{n}'\n"
    done = pandoc(tmp_path, f"```{{.argmap format=outline}}\n{deep}```\n", "-o", "d.pdf")
    assert done.returncode == 0, done.stderr
    words = "".join(page.extract_text() for page in PdfReader(tmp_path / "d.pdf").pages)
    assert "Deep &amp; 50%" in words
    assert "(10)" in words


@needs("pandoc")
def test_a_page_in_a_frame(tmp_path: Path) -> None:
    done = pandoc(tmp_path, f"```{{.argmap format=page}}\n{GOOD}```\n", "-t", "html")
    assert '<iframe title="A four-day week" sandbox=' in done.stdout


@needs("pandoc", "pdflatex")
def test_as_pdf(tmp_path: Path) -> None:
    done = pandoc(tmp_path, BLOCK, "-o", "d.pdf")
    assert done.returncode == 0, done.stderr
    words = "".join(page.extract_text() for page in PdfReader(tmp_path / "d.pdf").pages)
    assert "Fewer people quit" in words
    assert "After it." in words
    assert sorted(p.name for p in tmp_path.iterdir()) == ["d.md", "d.pdf"]


@needs("pandoc")
@pytest.mark.parametrize(("ending", "folder"), [("docx", "word/media"), ("odt", "Pictures"), ("pptx", "ppt/media")])
def test_in_documents_of_offices(ending: str, folder: str, tmp_path: Path) -> None:
    done = pandoc(tmp_path, BLOCK, "-o", f"d.{ending}")
    assert (done.returncode, done.stderr) == (0, "")
    with zipfile.ZipFile(io.BytesIO((tmp_path / f"d.{ending}").read_bytes())) as whole:
        (picture,) = [name for name in whole.namelist() if name.startswith(f"{folder}/")]
        assert whole.read(picture).startswith(b"\x89PNG")


@needs("pandoc")
def test_a_map_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / "l.json").write_text(json.dumps([{"id": "smith", "title": "By Smith"}]), encoding="utf-8")
    text = GOOD.replace("sources:", "bibliography: l.json\nsources:").replace("report, p. 4", "report; smith")
    (tmp_path / "maps" / "m.yaml").write_text(text, encoding="utf-8")
    done = pandoc(tmp_path, '```{.argmap file="maps/m.yaml" format=outline}\n```\n', "-t", "plain")
    assert "By Smith" in done.stdout


@needs("pandoc")
def test_an_error_ends_pandoc_with_its_line(tmp_path: Path) -> None:
    done = pandoc(tmp_path, f"{BLOCK}\n```argmap\n{BAD}```\n")
    assert done.returncode != 0
    assert "argmap: map 2 of the document:10:15: error: unknown-source: `rapport` is no source" in done.stderr
    done = pandoc(tmp_path, f"```argmap\n{DOUBTFUL}```\n")
    assert done.returncode == 0
    assert "argmap: map 1 of the document:4:3: warning: unused-source: nothing cites" in done.stderr
    assert "<svg " in done.stdout


@needs("pandoc")
def test_lines_are_those_of_the_document_where_pandoc_tells_them(tmp_path: Path) -> None:
    done = pandoc(tmp_path, f"```argmap\n{BAD}```\n", "-f", "commonmark_x+sourcepos")
    line = (tmp_path / "d.md").read_text(encoding="utf-8").splitlines().index("        cite: rapport, p. 4") + 1
    assert f"argmap: d.md:{line}:15: error: unknown-source" in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("fokus=week", "map 1 of the document: `fokus` is no option of a map; did you mean `focus`?"),
        ("focus=weak", "did you mean `week`?"),
        ("depth=-1", "`depth` is a whole number, not `-1`"),
        ("file=x", "a map is named by `file` or stands in the block, not both"),
    ],
)
def test_a_wrong_use_is_told(words: str, said: str) -> None:
    pairs = [word.split("=") for word in words.split()]
    document = {"blocks": [{"t": "CodeBlock", "c": [["", ["argmap"], pairs], GOOD]}]}
    told, is_wrong = replaced(document, "html")
    assert is_wrong
    assert said in told[0]


def test_other_documents_stay_as_they_are() -> None:
    document = {"blocks": [{"t": "CodeBlock", "c": [["", ["yaml"], []], BAD]}, {"t": "HorizontalRule"}], "meta": {}}
    before = json.dumps(document)
    assert replaced(document, "latex") == ([], False)
    assert json.dumps(document) == before
