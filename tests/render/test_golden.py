"""Every map in every form that we write ourselves, as it was last looked at.

After a change that is meant, `ARGMAP_UPDATE=1 python -m pytest tests/render/test_golden.py` writes the files anew: read
the difference before it is committed.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

import argmap

GOLDEN = Path(__file__).parents[1] / "golden"
PICTURES = {
    "dot": "dot", "svg": "svg", "mermaid": "mmd", "d2": "d2", "tikz": "tex", "graphml": "graphml", "json": "json",
}  # fmt: skip
"""What is kept of the pictures of a map: by its format, the ending of the file."""
PLAIN = {"numbering": "levels", "sides": "signs", "notes": True, "tags": True}
NOTED = {"numbering": "levels", "sides": "triangles", "quotes": "blocks"}
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
    "prose.html": ("html", {"style": "prose", "sources": "endnotes", "fragment": True}),
}
"""What is kept of the outlines of a map: by the ending of the file, its format and its style."""


def looks_as_before(made: str, map_path: Path, ending: str) -> None:
    golden = GOLDEN / f"{map_path.name.removesuffix('.argmap.yaml')}.{ending}"
    if os.environ.get("ARGMAP_UPDATE"):
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", PICTURES)
def test_pictures_look_as_before(map_path: Path, form: str) -> None:
    looks_as_before(argmap.draw(argmap.load(map_path), form, "tidy").decode(), map_path, PICTURES[form])


@pytest.mark.parametrize("ending", OUTLINES)
def test_outlines_look_as_before(map_path: Path, ending: str) -> None:
    form, style = OUTLINES[ending]
    looks_as_before(argmap.outline(argmap.load(map_path), form, style=argmap.OutlineStyle(**style)), map_path, ending)


def test_no_golden_file_is_left_over() -> None:
    maps = {p.name.removesuffix(".argmap.yaml") for p in (GOLDEN.parents[1] / "maps").glob("*.argmap.yaml")}
    endings = (*PICTURES.values(), *OUTLINES)
    assert {p.name for p in GOLDEN.iterdir()} == {f"{name}.{ending}" for name in maps for ending in endings}
