"""Files of word processors and slides: they hold what the map says, the same bytes on every run."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from conftest import ROOT
from hostile import TEXTS, hostile_map, letters
from hypothesis import Phase, given, settings
from programs import needs, read_by_pandoc
from render.outlines.deep import deep_map
from strategies import graphs

import argmap
from argmap.cli import main
from argmap.render.formats import BY_PANDOC
from argmap.render.outlines.compose import compose
from argmap.render.outlines.pandoc import program
from argmap.render.outlines.slides import slides

PAPER = argmap.OutlineStyle(sources="footnotes", quotes="blocks", notes=True, tags=True)
BRIDGE = ROOT / "maps" / "bridge-closure.argmap.yaml"


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a file, each of which is valid where it is XML."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        found = {name: archive.read(name) for name in archive.namelist()}
    for name, part in found.items():
        if part and name.endswith((".xml", ".rels")):
            ElementTree.fromstring(part)
    return found


def texts(part: bytes) -> str:
    return "".join(ElementTree.fromstring(part).itertext())


@needs("pandoc")
@pytest.mark.parametrize("form", ["docx", "odt"])
def test_every_map_is_read_back(map_path: Path, form: str) -> None:
    m = argmap.load(map_path)
    data = argmap.outline_file(m, form)
    parts(data)
    read = letters(read_by_pandoc(data, form)).replace("“", '"').replace("”", '"')
    assert [s.text for s in m.statements if letters(s.text).rstrip(".") not in read] == []
    assert all(letters(source.title) in read for source in m.sources)


@needs("pandoc")
def test_every_map_is_on_slides(map_path: Path) -> None:
    m = argmap.load(map_path)
    found = parts(argmap.outline_file(m, "pptx"))
    on_slides = {name: texts(part) for name, part in found.items() if re.fullmatch(r"ppt/slides/slide\d+.xml", name)}
    assert len(on_slides) == len(slides(compose(m))) + 1
    read = letters("".join(on_slides.values()))
    assert [s.text for s in m.statements if letters(s.text).rstrip(".") not in read] == []
    master = found["ppt/slideMasters/slideMaster1.xml"].decode()
    sizes = re.findall(r'<a:defRPr[^>]*? sz="(\d+)"', master[master.index("<p:bodyStyle>") :])
    assert sizes[:3] == ["2000", "1800", "1600"]


@needs("pandoc")
def test_what_the_speaker_has_to_hand_is_in_the_notes() -> None:
    found = parts(argmap.outline_file(deep_map(2), "pptx", style=PAPER))
    notes = "".join(texts(part) for name, part in found.items() if name.startswith("ppt/notesSlides/notes"))
    assert "words of 1" in notes
    assert "A source, p. 1." in notes


@needs("pandoc")
@given(TEXTS)
@settings(max_examples=8, deadline=None, phases=[Phase.generate])
def test_any_text_comes_out_as_itself(text: str) -> None:
    m = hostile_map(text)
    for name, form in (("word/document.xml", "docx"), ("content.xml", "odt")):
        assert letters(text) in letters(texts(parts(argmap.outline_file(m, form))[name]))
    found = parts(argmap.outline_file(m, "pptx"))
    read = "".join(texts(part) for name, part in sorted(found.items()) if name.startswith("ppt/slides/slide"))
    assert letters(text) in letters(read)


@needs("pandoc")
@given(graphs(controls=True))
@settings(max_examples=8, deadline=None, phases=[Phase.generate])
def test_any_map_becomes_a_whole_file(m: argmap.ArgumentMap) -> None:
    style = argmap.OutlineStyle(sources="footnotes", quotes="blocks", notes=True, tags=True, language="en")
    for form, name in (("docx", "word/document.xml"), ("odt", "content.xml")):
        read = letters(texts(parts(argmap.outline_file(m, form, style=style))[name]))
        assert [s.text for s in m.statements if letters(s.text).rstrip(".") not in read] == []
    parts(argmap.outline_file(m, "pptx", style=style))


@needs("pandoc")
@pytest.mark.parametrize("form", BY_PANDOC)
def test_the_same_bytes_on_every_run(form: str) -> None:
    m = argmap.load(BRIDGE)
    data = argmap.outline_file(m, form, style=PAPER)
    assert argmap.outline_file(m, form, style=PAPER) == data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        first = archive.infolist()[0]
    if form == "odt":
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    about = b"".join(part for name, part in parts(data).items() if name in ("docProps/core.xml", "meta.xml"))
    assert about
    assert not re.search(rb"\d{4}-\d\d-\d\dT", about)


def test_a_screen_is_spared() -> None:
    result = CliRunner().invoke(main, ["outline", str(BRIDGE), "-f", "docx"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "docx is no text for a screen; name a file with -o, or `-o -` for a pipe." in result.stderr


@needs("pandoc")
def test_through_a_pipe() -> None:
    result = CliRunner().invoke(main, ["outline", str(BRIDGE), "-f", "odt", "-o", "-"])
    assert (result.exit_code, result.stderr) == (0, "")
    assert parts(result.stdout_bytes)["mimetype"] == b"application/vnd.oasis.opendocument.text"


@needs("pandoc")
def test_notes_are_footnotes_and_references_are_links() -> None:
    m = argmap.load(ROOT / "maps" / "us-russia-after-9-11.argmap.yaml")
    found = parts(argmap.outline_file(m, "docx", style=PAPER))
    assert "The impact of September 11 on US-Russian relations, para. 13." in texts(found["word/footnotes.xml"])
    document = found["word/document.xml"].decode()
    leads_to = set(re.findall(r'<w:hyperlink w:anchor="([^"]+)"', document))
    assert leads_to
    assert leads_to <= set(re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]+)"', document))


@needs("pandoc")
@pytest.mark.parametrize("form", ["docx", "odt"])
def test_a_deep_map_says_how_deep_it_is_where_lists_end(form: str) -> None:
    read = read_by_pandoc(argmap.outline_file(deep_map(40), form), form)
    assert "(level 40) because" in read
    assert "A doubt on level 40." in read


@pytest.mark.parametrize("form", BY_PANDOC)
def test_without_pandoc_one_line_says_what_to_install(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    result = CliRunner().invoke(main, ["outline", str(BRIDGE), "-o", f"a.{form}"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"argmap: {form} is made by pandoc, which is not installed; see https://pandoc.org/installing.html "
        "(on Debian and Ubuntu: apt install pandoc)\n"
    )
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("echo 'no room left' >&2; exit 7", "pandoc failed: no room left"),
        ("exit 7", "pandoc failed: it ended with 7"),
        ("exec sleep 30", "pandoc took longer than 0 seconds, and was stopped"),
        ("echo nonsense", "pandoc failed: it does not tell the version of its document tree"),
    ],
)
def test_a_pandoc_that_fails_is_told_on_a_line(
    script: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pandoc").write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    (tmp_path / "pandoc").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(program, "LONGEST", 0.4 if "sleep" in script else 20)
    result = CliRunner().invoke(main, ["outline", str(BRIDGE), "-o", str(tmp_path / "a.docx")])
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"argmap: {said}\n")
    assert [p.name for p in tmp_path.iterdir()] == ["pandoc"]


def test_a_file_that_is_no_text_is_not_given_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.render.outlines.pandoc.word.converted", lambda *_: _empty_archive())
    with pytest.raises(ValueError, match=r"docx is no text; argmap\.outline_file gives its bytes"):
        argmap.outline(argmap.load(BRIDGE), "docx")


def _empty_archive() -> bytes:
    made = io.BytesIO()
    zipfile.ZipFile(made, "w").close()
    return made.getvalue()
