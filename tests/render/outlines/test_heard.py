"""The speakers at the end of an outline, in every format that is written here."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from strategies import graphs

import argmap
from argmap.render.outlines.compose import compose
from argmap.render.outlines.document import Role, plain

TEXT = """
argmap: 1
title: The ferry
speakers:
  Ida Holm:
    description: engineer, who inspected the quay
    reliability: B
    url: https://example.org/holm?a=1&b=2
    note: Paid by the owner
  <the> mayor: mayor of Ebbmouth
claims:
  - claim: The ferry can be kept.
    by: <the> mayor
    because:
      - claim: The quay will last.
        by: Ida Holm
      - claim: The boat is new.
        by: <the>  mayor
      - claim: Nobody needs a bridge.
        by: a fisherman
"""
FERRY = argmap.loads(TEXT)
HOLM = "Ida Holm: engineer, who inspected the quay. Reliability B: usually reliable. Paid by the owner."


def test_each_is_told_with_what_is_known_and_where_heard() -> None:
    lines = [plain(line.runs) for line in compose(FERRY).speakers]
    assert lines == [
        f"{HOLM} https://example.org/holm?a=1&b=2 Heard in 2.",
        "<the> mayor: mayor of Ebbmouth. Heard in 1, 3.",
    ]
    german = [plain(line.runs) for line in compose(FERRY, argmap.OutlineStyle(language="de")).speakers]
    assert german[0].endswith("Verlässlichkeit B: meist verlässlich. Paid by the owner. "
                              "https://example.org/holm?a=1&b=2 Zu hören in 2.")  # fmt: skip


def test_a_short_outline_has_no_list_and_one_without_numbers_no_places() -> None:
    assert compose(FERRY, argmap.OutlineStyle(style="brief")).speakers == ()
    bare = compose(FERRY, argmap.OutlineStyle(numbering="none")).speakers
    assert plain(bare[1].runs) == "<the> mayor: mayor of Ebbmouth."


def test_a_part_tells_of_those_alone_who_are_heard_in_it() -> None:
    part = FERRY.select(focus="the-quay-will-last").map
    assert [s.name for s in part.speakers if part.speaker(s.name)] == [s.name for s in part.speakers]
    assert "Ida Holm" in {s.name for s in part.speakers}
    alone = FERRY.part({"the-quay-will-last"}, (), ("the-quay-will-last",))
    assert [s.name for s in alone.speakers] == ["Ida Holm"]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("text", r"\nSpeakers\n-{8}\nIda Holm: engineer"),
        ("markdown", r"\n## Speakers\n\n- \*\*Ida Holm\*\*: engineer.*\n- \*\*&lt;the&gt; mayor\*\*: mayor"),
        ("html", r'<h2 id="argmap-speakers">Speakers</h2>\n<ul>\n<li><b>Ida Holm</b>: <bdi>engineer'),
        ("latex", r"\\argmapheading\{Speakers\}\n\n\\argmapline\{0em\}\{\\textbf\{Ida Holm\}: engineer"),
        ("opml", r'<outline text="Speakers">\n +<outline text="Ida Holm: engineer'),
    ],
)
def test_every_format_has_the_list(form: str, expected: str) -> None:
    found = argmap.outline(FERRY, form)
    assert re.search(expected, found), found[-2500:]


def test_an_address_is_a_link() -> None:
    page = argmap.outline(FERRY, "html")
    assert '<a href="https://example.org/holm?a=1&amp;b=2">https://example.org/holm?a=1&amp;b=2</a>' in page


@given(graphs())
@settings(max_examples=40, deadline=None)
def test_what_is_heard_leads_to_statements_of_the_outline(m: argmap.ArgumentMap) -> None:
    document = compose(m)
    homes = {e.statement.id for e in document.entries() if e.statement and not e.is_reference}
    assert [line.speaker for line in document.speakers] == list(m.speakers)
    for line in document.speakers:
        heard = [run.to for run in line.runs if run.role is Role.REFERENCE]
        assert set(heard) <= homes
        assert heard == [s.id for s in m.reading_order() if m.speaker(s.by) == line.speaker]
