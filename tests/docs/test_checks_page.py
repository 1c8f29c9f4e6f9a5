"""The reference of all problems is made from the pages of the codes.

After a change of a page: `ARGMAP_UPDATE=1 python -m pytest tests/docs/test_checks_page.py`, and read what changed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from argmap.cli.explain import how_to_ignore
from argmap.pages import Page, pages
from argmap.settings import FAMILIES

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "checks.md"
HEAD = """\
# Every problem that argmap tells

`argmap check` shows the code of each problem in brackets; `argmap check --explain CODE` prints its page, as it stands
here. An error of reading makes a file no map; everything else can be switched off, by line or for all maps:
[choose what is checked](../how-to/choose-checks.md). Examples leave out the head of the file, `argmap: 1` and
`title:`, unless they are the whole file; those of quotes also the source `report`, whose text is shown first.

| code | usually | what it is |
|---|---|---|
"""
FAMILY = {
    "references": "References: names that are easily mistaken",
    "structure": "Structure: how the argument hangs together",
    "argument": "Argument: what each step and side says",
    "schemes": "Schemes: patterns of reasoning and their questions",
    "sources": "Sources: what can be looked up",
    "wording": "Wording: how the texts are written",
    "evaluation": "Evaluation: what the map says of itself",
    "quotes": "Quotes: whether the words are in the text",
    "reading": "Reading: what makes a file no map, or hard to read",
}


def reference() -> str:
    """The whole page."""
    rows = "".join(f"| [{p.code}](#{p.code}) | {p.severity} | {_cell(p.summary)} |\n" for p in pages())
    parts = [part for family in FAMILIES for part in _family(family)]
    return HEAD + rows + "\n" + "\n\n".join(parts) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _family(family: str) -> Iterator[str]:
    yield f"## {FAMILY[family]}"
    yield f"The name of the family is `{family}`."
    for page in pages():
        if page.family == family:
            yield _section(page)


def _section(page: Page) -> str:
    return f"### {page.code}\n\n*{str(page.severity).capitalize()}.* {page.text}\n\n{how_to_ignore(page)}"


def test_the_reference_is_made_from_the_pages() -> None:
    if os.environ.get("ARGMAP_UPDATE"):
        REFERENCE.write_text(reference(), encoding="utf-8")
    assert REFERENCE.read_text(encoding="utf-8") == reference(), "make it anew with ARGMAP_UPDATE=1"
