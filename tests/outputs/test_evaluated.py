"""What an evaluation finds, and what is left out, is seen in every format for other programs."""

from __future__ import annotations

import pytest

import argmap
from argmap.selection import Selection, select

_MAP = """argmap: 1
title: T
claims:
- claim: A stands or falls.
  id: a
  because:
  - claim: B helps.
    id: b
    because: ["C", "D", "E"]
  but: F attacks.
"""


@pytest.mark.parametrize("form", ["mermaid", "d2", "tikz", "graphml"])
def test_findings_are_seen(form: str) -> None:
    m = argmap.loads(_MAP)
    told: list[str] = []
    plain = argmap.draw(m, form).decode()
    found = argmap.draw(m, form, evaluation=argmap.evaluate(m), notes=told).decode()
    assert ("REJECTED" in plain, "REJECTED" in found, told) == (False, True, [])


@pytest.mark.parametrize("form", ["mermaid", "d2", "tikz", "graphml"])
def test_what_is_left_out_is_told(form: str) -> None:
    shown = select(argmap.loads(_MAP), Selection(depth=1))
    assert "3 more" in argmap.draw(shown, form).decode()


@pytest.mark.parametrize("form", ["mermaid", "d2", "tikz", "graphml"])
def test_what_a_box_shows_is_kept_to(form: str) -> None:
    m = argmap.loads("argmap: 1\ntitle: T\nclaims:\n- claim: The text.\n  label: The label\n  id: a\n")
    assert "THESIS" in argmap.draw(m, form).decode()
    shown = argmap.draw(m, form, style=argmap.Style(show="label", key=False)).decode()
    assert "The label" in shown
    assert "THESIS" not in shown
