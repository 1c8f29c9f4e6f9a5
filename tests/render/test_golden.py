"""Every map in every form that we write ourselves, as it was last looked at.

After a change that is meant, `ARGMAP_UPDATE=1 python -m pytest tests/render/test_golden.py` writes the files anew: read
the difference before it is committed.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import argmap

GOLDEN = Path(__file__).parents[1] / "golden"
FORMS = {
    "dot": "dot", "svg": "svg", "mermaid": "mmd", "d2": "d2", "tikz": "tex", "graphml": "graphml", "json": "json",
    "text": "txt", "markdown": "md",
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_looks_as_before(map_path: Path, form: str) -> None:
    loaded = argmap.load(map_path)
    is_outline = form in ("text", "markdown")
    made = argmap.outline(loaded, form) if is_outline else argmap.draw(loaded, form, "tidy").decode()
    golden = GOLDEN / f"{map_path.name.removesuffix('.argmap.yaml')}.{FORMS[form]}"
    if os.environ.get("ARGMAP_UPDATE"):
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    maps = {p.name.removesuffix(".argmap.yaml") for p in (GOLDEN.parents[1] / "maps").glob("*.argmap.yaml")}
    assert {p.name for p in GOLDEN.iterdir()} == {f"{name}.{ending}" for name in maps for ending in FORMS.values()}
