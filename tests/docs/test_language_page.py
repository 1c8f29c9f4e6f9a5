"""The tables of the page on the language are made from the table of fields; its prose is written in the page.

After a change of the table: `ARGMAP_UPDATE=1 python -m pytest tests/docs/test_language_page.py`, and read what changed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from argmap.mapfile.fields import FIELDS, WORDS_MEAN, Field, Kind, Owner
from argmap.mapfile.load import MAX_SIZE
from argmap.mapfile.tree import MAX_DEPTH

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "map-language.md"
TABLE = re.compile(r"^<!-- (?P<what>\w+) -->\n(?:\|.*\n)*", re.MULTILINE)
"""A comment that names an owner of keys, or `words`, with the table below it."""


def made(page: str) -> str:
    """The page with its tables as they should be."""
    return TABLE.sub(lambda found: "".join(f"{line}\n" for line in table(found["what"])), page)


def table(what: str) -> Iterator[str]:
    yield f"<!-- {what} -->"
    yield f"| key | {'word' if what == 'words' else 'holds'} | meaning |"
    yield "|---|---|---|"
    if what == "words":
        for key, meanings in WORDS_MEAN.items():
            yield from (f"| `{key}` | `{word}` | {meaning} |" for word, meaning in meanings.items())
    else:
        yield from (f"| `{f.name}` | {holds(f)} | {f.meaning} |" for f in FIELDS if f.owner is Owner(what))


def holds(field: Field) -> str:
    """What a key holds, and what it is unless given."""
    value = ", ".join(f"`{word}`" for word in field.choices) or field.kind.value
    return value + (f"; `{field.default}` unless given" if field.default else "; required" if field.required else "")


def test_the_tables_are_made_from_the_table_of_fields() -> None:
    page = PAGE.read_text(encoding="utf-8")
    if os.environ.get("ARGMAP_UPDATE"):
        page = made(page)
        PAGE.write_text(page, encoding="utf-8")
    assert page == made(page), "make them anew with ARGMAP_UPDATE=1"


def test_there_is_a_table_for_every_owner_and_for_the_words() -> None:
    named = TABLE.findall(PAGE.read_text(encoding="utf-8"))
    assert sorted(named) == sorted([*(owner.value for owner in Owner), "words"])


def test_the_limits_are_those_of_the_reader() -> None:
    assert f"at most {MAX_SIZE // 1024**2} MB large and nested at most {MAX_DEPTH} levels deep" in PAGE.read_text(
        encoding="utf-8"
    )


def test_every_choice_says_what_its_words_mean() -> None:
    choices = {f.name: f.choices for f in FIELDS if f.kind in (Kind.CHOICE, Kind.WORDS)}
    assert {name: tuple(meanings) for name, meanings in WORDS_MEAN.items()} == choices
