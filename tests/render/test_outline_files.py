"""Every map in every form of its outline, as it was last looked at.

Of files that pandoc makes the document tree is kept that it is given, and the slides: their bytes are of its version.
`ARGMAP_UPDATE=1 python -m pytest tests/render/test_outline_files.py` writes the files anew.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
import trees
from conftest import MAPS

import argmap
from argmap.render.outlines.compose import compose
from argmap.render.outlines.pandoc.word import tree
from argmap.render.outlines.slides import slides

GOLDEN = Path(__file__).parent / "golden-outlines"
PAPER = argmap.OutlineStyle(sources="footnotes", quotes="blocks", numbering="levels", notes=True, tags=True)

FORMS: dict[str, Callable[[argmap.ArgumentMap], str]] = {
    "tex": lambda m: argmap.outline(m, "latex"),
    "paper.tex": lambda m: argmap.outline(m, "latex", style=PAPER),
    "prose.tex": lambda m: argmap.outline(m, "latex", style=argmap.OutlineStyle("prose")),
    "opml": lambda m: argmap.outline(m, "opml"),
    "paper.opml": lambda m: argmap.outline(m, "opml", style=PAPER),
    "docx.txt": lambda m: trees.told(*tree(compose(m, deepest=9))),
    "paper.docx.txt": lambda m: trees.told(*tree(compose(m, PAPER, 9))),
    "pptx.txt": lambda m: trees.told_slides(slides(compose(m))),
}


@pytest.mark.parametrize("form", FORMS)
def test_looks_as_before(map_path: Path, form: str) -> None:
    made = FORMS[form](argmap.load(map_path))
    golden = GOLDEN / f"{map_path.name.removesuffix('.argmap.yaml')}.{form}"
    if os.environ.get("ARGMAP_UPDATE"):
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    names = {p.name.removesuffix(".argmap.yaml") for p in MAPS}
    assert {p.name for p in GOLDEN.iterdir()} == {f"{name}.{form}" for name in names for form in FORMS}
