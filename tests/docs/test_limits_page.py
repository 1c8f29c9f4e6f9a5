"""The page on limits tells those of the code."""

from __future__ import annotations

import re
from pathlib import Path

from argmap.cli.fmt import _QUICK
from argmap.mapfile import fixes, read, slips
from argmap.mapfile.load import MAX_SIZE
from argmap.mapfile.tally import MAX_ERRORS
from argmap.mapfile.tree import MAX_DEPTH
from argmap.render import MOST as MOST_SHOWN
from argmap.render import drawing
from argmap.render.dot import layout
from argmap.reviews import MOST

TEXT = (Path(__file__).parents[2] / "docs" / "reference" / "limits.md").read_text(encoding="utf-8")
WORDS = " ".join(TEXT.split())


def test_the_numbers_in_the_tables() -> None:
    rows = dict(re.findall(r"^\| ([a-zA-Z ]+) \| ([\d,]+)[^|]* \|", TEXT, re.MULTILINE))
    assert {name: int(value.replace(",", "")) for name, value in rows.items()} == {
        "size of a file": MAX_SIZE / 1024 / 1024,
        "nesting": MAX_DEPTH,
        "errors of a file": MAX_ERRORS,
        "lines that cannot be read as YAML": slips.MAX_MENDED,
        "problems of one code that are listed": MOST,
        "letters of a message": read._LONGEST,
        "control characters that are told one by one": read._SOME,
        "statements in one picture": MOST_SHOWN,
        "a side of a PNG": layout.MAX_SIDE,
        "a PNG": layout.MAX_PIXELS / 1_000_000,
        "patience with Graphviz": drawing.PATIENCE,
    }


def test_the_numbers_in_the_text() -> None:
    assert f"larger than {slips.MAX_REREAD // slips.MAX_MENDED // 1000} kB" in WORDS
    assert f"cost {slips.MAX_REREAD // 1_000_000} million characters" in WORDS
    assert f"in at most {fixes.ROUNDS} rounds" in WORDS
    assert (
        f"for {fixes.MAX_REREAD // 1_000_000} million characters in all, though at least {fixes.LEAST} times" in WORDS
    )
    assert f"more than about {int(_QUICK**0.5):,} lines" in WORDS
