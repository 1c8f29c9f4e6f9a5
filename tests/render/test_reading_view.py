"""The reading view from Python: the page of `argmap read`, from texts that the caller has read."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import argmap
from argmap.cli import main
from argmap.sources.reading import read_source

MAP = """argmap: 1
title: Phones
sources:
  survey: {title: Survey, file: survey.txt}
  talk: {title: Talk}
claims:
  - claim: Phones distract.
    cite: survey, para. 1
    quote: They ring in class
    because:
      - evidence: Pupils say so.
        cite: talk, para. 1
"""


def test_it_is_the_page_of_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("m.yaml").write_text(MAP, encoding="utf-8")
    Path("survey.txt").write_text("They ring in class.\n", encoding="utf-8")
    made = CliRunner().invoke(main, ["read", "m.yaml", "-o", "-"])
    m = argmap.load("m.yaml")
    text = read_source(Path("survey.txt").read_bytes(), "survey.txt", m.source("survey"))
    assert argmap.reading_view(m, {"survey": text}) == made.stdout_bytes


def test_a_text_that_is_none_is_told() -> None:
    m = argmap.loads(MAP)
    unreadable = read_source(b"\xff\xfea", "survey.txt", m.source("survey"))
    with pytest.raises(ValueError, match="survey: it is UTF-16, not UTF-8; save it as UTF-8"):
        argmap.reading_view(m, {"survey": unreadable})
    with pytest.raises(ValueError, match="no text of a source is at hand"):
        argmap.reading_view(m, {})


def test_what_public_functions_raise_is_public() -> None:
    m = argmap.loads(MAP.replace("They ring", "U" * 9))
    with pytest.raises(argmap.LayoutError):
        argmap.draw(m, "png", dpi=1e6)
    assert issubclass(argmap.PandocError, Exception)
