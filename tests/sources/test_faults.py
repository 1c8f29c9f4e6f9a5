"""A map that quotes rightly, and the same with a fault of each kind, each told as what it is.

After a change of wording: `ARGMAP_UPDATE=1 python -m pytest tests/sources/test_faults.py`, and read what changed.
"""

from __future__ import annotations

import os
from pathlib import Path

from argmap.report import Findings, tell
from argmap.reviews import Reviewed, reviewed
from argmap.settings import Settings
from argmap.sources.codes import KINDS

FOLDER = Path(__file__).parent / "texts"
GOLDEN = Path(__file__).parent / "golden" / "harbour-faults.txt"
OF_QUOTES = Settings(select=("quotes",))


def review_of(name: str, settings: Settings = OF_QUOTES) -> Reviewed:
    return reviewed((FOLDER / name).read_bytes(), name, settings, lambda path: (FOLDER / path).read_bytes())


def test_right_quotes_get_nothing() -> None:
    assert review_of("harbour.argmap.yaml", Settings()) == (review_of("harbour.argmap.yaml").map, (), 0)


def test_each_fault_is_told_as_what_it_is() -> None:
    found = review_of("harbour-faults.argmap.yaml")
    text = (FOLDER / "harbour-faults.argmap.yaml").read_text(encoding="utf-8")
    report = tell(Findings(found.problems, texts={"harbour-faults.argmap.yaml": text}))
    if os.environ.get("ARGMAP_UPDATE"):
        GOLDEN.write_text(report, encoding="utf-8")
    assert report == GOLDEN.read_text(encoding="utf-8")


def test_each_fault_gets_one_problem_and_each_kind_is_tried() -> None:
    found = review_of("harbour-faults.argmap.yaml")
    assert found.map is not None
    faulty = [s for s in found.map.statements if s.citations]
    assert len(faulty) >= 20
    assert len(found.problems) == len(faulty)
    assert {p.code for p in found.problems} == KINDS.keys() - {"unreadable-text"}


def test_without_the_text_nothing_is_told_but_counted() -> None:
    for name, quotes in (("harbour.argmap.yaml", 10), ("harbour-faults.argmap.yaml", 23)):
        data = (FOLDER / name).read_bytes()
        assert reviewed(data, name, OF_QUOTES, lambda _: None)[1:] == ((), quotes)
        assert reviewed(data, name, OF_QUOTES)[1:] == ((), quotes)


def test_a_comment_for_a_quote_is_unused_only_where_the_text_says_so() -> None:
    lines = (FOLDER / "harbour.argmap.yaml").read_text(encoding="utf-8").splitlines()
    number = lines.index('    quote: "not yet a plan"')
    lines[number] += "    # argmap: ignore[quote-not-found] the copy at hand is another"
    data = "\n".join(lines).encode()
    assert reviewed(data, "m", Settings()).problems == ()
    (told,) = reviewed(data, "m", Settings(), lambda path: (FOLDER / path).read_bytes()).problems
    assert told.code == "unused-ignore"
    wrong = data.replace(b"not yet a plan", b"not yet a plot")
    assert reviewed(wrong, "m", Settings(), lambda path: (FOLDER / path).read_bytes()).problems == ()


def test_a_text_that_cannot_be_read_is_told_at_its_source() -> None:
    data = (FOLDER / "harbour.argmap.yaml").read_bytes()
    found = reviewed(data, "m", OF_QUOTES, lambda _: "Größe".encode("latin-1"))
    (told,) = found.problems
    assert (told.code, told.severity, told.span and told.span.line) == ("unreadable-text", "warning", 4)
    assert "line 1 has the byte 0xF6" in told.message
    assert found.unchecked == 10
