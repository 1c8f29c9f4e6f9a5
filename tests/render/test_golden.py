"""Every map in every form that we write ourselves, as it was last looked at.

After a change that is meant, `ARGMAP_UPDATE=1 python -m pytest tests/render/test_golden.py` writes the files anew: read
the difference before it is committed.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from render.outlines import trees

import argmap
from argmap.render.outlines.compose import compose
from argmap.render.outlines.pandoc.word import tree
from argmap.render.outlines.slides import slides

GOLDEN = Path(__file__).parents[1] / "golden"
PICTURES = {
    "dot": "dot", "svg": "svg", "mmd": "mermaid", "d2": "d2", "tex": "tikz", "graphml": "graphml", "json": "json",
}  # fmt: skip
"""What is kept of what is drawn: by the ending of the file, its format."""
PLAIN = {"numbering": "levels", "sides": "signs", "notes": True, "tags": True}
NOTED = {"numbering": "levels", "sides": "triangles", "quotes": "blocks"}
PAPER = {**PLAIN, "sides": "words", "sources": "footnotes", "quotes": "blocks"}
OUTLINES: dict[str, tuple[str, dict[str, Any]]] = {
    "txt": ("text", {}),
    "md": ("markdown", {}),
    "outline.html": ("html", {}),
    "brief.txt": ("text", {"style": "brief"}),
    "prose.txt": ("text", {"style": "prose"}),
    "german.txt": ("text", {"language": "de"}),
    "german-prose.md": ("markdown", {"style": "prose", "language": "de", "sources": "footnotes"}),
    "signs.txt": ("text", {**PLAIN, "sources": "footnotes"}),
    "footnotes.md": ("markdown", {**NOTED, "sources": "footnotes"}),
    "outline.tex": ("latex", {}),
    "paper.tex": ("latex", PAPER),
    "prose.tex": ("latex", {"style": "prose", "fragment": True}),
    "opml": ("opml", {}),
    "paper.opml": ("opml", PAPER),
    "prose.html": ("html", {"style": "prose", "sources": "endnotes", "fragment": True}),
}
"""What is kept of the outlines of a map: by the ending of the file, its format and its style."""


TREES: dict[str, tuple[int, dict[str, Any]]] = {"docx.txt": (9, {}), "paper.docx.txt": (9, PAPER)}
"""What is kept of the document tree that pandoc gets: how deep it goes, and its style. Its files are of its version."""


def looks_as_before(made: str, map_path: Path, ending: str) -> None:
    golden = GOLDEN / f"{map_path.name.removesuffix('.argmap.yaml')}.{ending}"
    if os.environ.get("ARGMAP_UPDATE"):
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", PICTURES)
def test_pictures_look_as_before(map_path: Path, ending: str) -> None:
    looks_as_before(argmap.draw(argmap.load(map_path), PICTURES[ending], "tidy").decode(), map_path, ending)


@pytest.mark.parametrize("ending", OUTLINES)
def test_outlines_look_as_before(map_path: Path, ending: str) -> None:
    form, style = OUTLINES[ending]
    looks_as_before(argmap.outline(argmap.load(map_path), form, style=argmap.OutlineStyle(**style)), map_path, ending)


@pytest.mark.parametrize("ending", TREES)
def test_trees_for_pandoc_look_as_before(map_path: Path, ending: str) -> None:
    deepest, style = TREES[ending]
    document = compose(argmap.load(map_path), argmap.OutlineStyle(**style), deepest)
    looks_as_before(trees.told(*tree(document)), map_path, ending)


def test_slides_look_as_before(map_path: Path) -> None:
    looks_as_before(trees.told_slides(slides(compose(argmap.load(map_path)))), map_path, "pptx.txt")


def test_no_golden_file_is_left_over() -> None:
    maps = {p.name.removesuffix(".argmap.yaml") for p in (GOLDEN.parents[1] / "maps").glob("*.argmap.yaml")}
    endings = (*PICTURES, *OUTLINES, *TREES, "pptx.txt")
    assert {p.name for p in GOLDEN.iterdir()} == {f"{name}.{ending}" for name in maps for ending in endings}
