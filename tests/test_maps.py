"""The maps that come with argmap keep what a map that people learn from should keep."""

from __future__ import annotations

import re
from pathlib import Path

from conftest import ROOT

import argmap

ARTICLE = argmap.load(ROOT / "maps" / "us-russia-after-9-11.argmap.yaml")


def test_a_map_is_clean(map_path: Path) -> None:
    found, problems = argmap.review(map_path.read_bytes())
    assert found is not None
    assert problems == ()


def test_statements_fit_a_box(map_path: Path) -> None:
    for s in argmap.load(map_path).statements:
        assert len(s.text.split()) <= 30, s.id
        assert s.text.endswith("."), s.id
        assert s.label is not None, s.id
        assert 2 <= len(s.label.split()) <= 5, s.label


def test_the_article_s_statements_say_where_they_are_from() -> None:
    for s in ARTICLE.statements:
        if s.implicit:
            assert s.citations == (), s.id
        else:
            assert any(re.fullmatch(r"para\. (\d|1[0-3])", c.at or "") for c in s.citations), s.id
        for c in s.citations:
            assert c.quote is None or len(c.quote.split()) <= 10, s.id
    assert {int((c.at or "0")[6:]) for s in ARTICLE.statements for c in s.citations} == set(range(1, 14))


def test_the_article_s_thesis_has_a_rival_that_somebody_else_asserts() -> None:
    (issue,) = ARTICLE.issues
    thesis, rival = issue.positions
    assert thesis == ARTICLE.thesis
    assert ARTICLE.statement(rival).kind == "counterclaim"
    assert ARTICLE.statement(rival).by == "the Kremlin"
    assert ARTICLE.arguments_for(rival)
    assert ARTICLE.arguments_against(rival)


def test_the_article_s_map_is_whole() -> None:
    assert 50 <= len(ARTICLE.statements) <= 90
    assert any(len(a.premises) > 1 for a in ARTICLE.arguments_for(ARTICLE.thesis))
    assert ARTICLE.arguments_against(ARTICLE.thesis)
    assert any(a.target for a in ARTICLE.arguments)
    assert len(ARTICLE.roots) >= 3
