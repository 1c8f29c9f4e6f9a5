"""The laws of editing, over files that hold every construct of the language in any style of typing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import files, names

import argmap
from argmap.mapfile import events, places
from argmap.mapfile.comments import comments
from argmap.mapfile.edit import plain
from argmap.mapfile.fields import FIELDS, WORDS, Kind
from argmap.mapfile.fixes import mended
from argmap.mapfile.places import Place
from argmap.mapfile.read import read_text
from argmap.mapfile.rename import renamed
from argmap.mapfile.tree import ListNode, MapNode, Node, Scalar
from argmap.mapfile.typed import comments_of
from argmap.problem import Problem, Severity

# ---- the files really hold everything

INSIDE = {
    Kind.CITATIONS: places.CITATION,
    Kind.SOURCES: places.SOURCE,
    Kind.SPEAKERS: places.SPEAKER,
    Kind.ISSUES: places.ISSUE,
    Kind.EXPECT: places.EXPECT,
    Kind.STYLE: places.STYLE,
}
ITEM = {"all": places.GROUP, "ref": places.REF}
MEMBER = {"ref": places.REF_MEMBER}
ALL_PLACES = (places.MAP, *INSIDE.values(), places.ROOT, places.STEP, *ITEM.values(), places.MEMBER, *MEMBER.values())
WORDS_OF = {places.REF: {"ref"}, places.REF_MEMBER: {"ref"}, places.GROUP: {"all"}}
STATEMENT_WORDS = {"claim", "counterclaim", "evidence"}
OWN = {p for p in ALL_PLACES if p is not places.STYLE}
"""Where keys of the user's own may stand."""
STYLES = ("plain", "plain over lines", "'", '"', "|", ">")


def style(node: Any) -> str:
    if isinstance(node, Scalar):
        over_lines = not node.style and node.start_mark.line != node.end_mark.line
        return "plain over lines" if over_lines else node.style or "plain"
    kind = "list" if isinstance(node, ListNode) else "mapping"
    return f"empty {kind}" if not node.children else f"{kind} in brackets" if node.flow else kind


def constructs(text: str) -> Iterator[str]:
    """What there is in a file: each key at each place, each kind of value in each form, and what stands around."""
    if text.startswith("\ufeff"):
        yield "byte-order mark"
    if "\r\n" in text:
        yield "CRLF"
    if not text.endswith("\n"):
        yield "no line end at the end"
    if plain(text).startswith("---"):
        yield "a beginning of a document"
    for comment in comments(plain(text)):
        yield "a comment alone" if comment.alone else "a comment beside"
    todo: list[tuple[Node, Place]] = [(events.parse(plain(text), []), places.MAP)]  # type: ignore[list-item]
    while todo:
        node, place = todo.pop()
        if isinstance(node, MapNode):
            for key, value in node.pairs():
                if key.style:
                    yield "a key in quotes"
                if key.value.startswith("x-"):
                    yield f"a key of the user's own on {place.called}"
                    yield f"the user's own: {style(value)}"
                    continue
                field = place.fields[key.value]
                yield f"{place.called}: {field.name}"
                yield from values(field.name, field.kind, value)
                todo += inside(field.name, field.kind, value)


def values(name: str, kind: Kind, value: Any) -> Iterator[str]:
    yield f"{kind.value}: {style(value)}"
    if kind is Kind.ITEMS and name != "all":
        yield f"`{name}` holds {'a text' if isinstance(value, Scalar) else style(value)}"
        yield f"an item stands alone: {style(value)}"
        if isinstance(value, ListNode):
            yield from (f"`{name}` holds a list with a {type(child).__name__}" for child in value.children)
            yield from (f"an item of a list: {style(child)}" for child in value.children)
    if name == "all" and not value.children:
        yield "an empty group"
    if kind is Kind.SPEAKERS:
        yield from (f"a speaker: {style(child)}" for child in value.children[1::2])
    if kind is Kind.CITATIONS:
        for part in value.children if isinstance(value, ListNode) else [value]:
            said = "" if isinstance(part, MapNode) else part.value
            yield "several citations in a text" if ";" in said else "a key and a place" if "," in said else "a key"


def inside(name: str, kind: Kind, value: Any) -> list[tuple[Node, Place]]:
    if kind is Kind.SOURCES:
        return [(child, places.SOURCE) for child in value.children[1::2]]
    if kind is Kind.SPEAKERS:
        return [(child, places.SPEAKER) for child in value.children[1::2]]
    children = value.children if isinstance(value, ListNode) else [value]
    if kind in INSIDE:
        return [(child, INSIDE[kind]) for child in children]
    if kind is not Kind.ITEMS:
        return []
    usual, special = {"claims": (places.ROOT, {}), "all": (places.MEMBER, MEMBER)}.get(name, (places.STEP, ITEM))
    found = []
    for child in children:
        word = next((k.value for k, _ in child.pairs() if k.value in WORDS), "") if isinstance(child, MapNode) else ""
        found.append((child, special.get(word, usual)))  # type: ignore[attr-defined]
    return found


def everything() -> set[str]:
    found = {
        f"{place.called}: {name}"
        for place in ALL_PLACES
        for name in place.fields
        if name not in WORDS or name in WORDS_OF.get(place, STATEMENT_WORDS)
    }
    found |= {f"a key of the user's own on {place.called}" for place in OWN}
    found |= {f"text: {s}" for s in STYLES} | {f"the user's own: {s}" for s in ("plain", "'", '"', "|", ">")}
    found |= {f"the user's own: {s}" for s in ("list", "mapping", "list in brackets", "mapping in brackets")}
    found |= {f"{kind.value}: plain" for kind in (Kind.NUMBER, Kind.TRUTH, Kind.CHOICE, Kind.VERSION, Kind.NAME)}
    found |= {f'{kind.value}: "' for kind in (Kind.NUMBER, Kind.TRUTH, Kind.CHOICE, Kind.VERSION, Kind.NAME)}
    found |= {f"{kind.value}: >" for kind in (Kind.NAME, Kind.CHOICE, Kind.NUMBER)}
    found |= {f"{Kind.NAMES.value}: {s}" for s in ("list", "list in brackets", "empty list")}
    found |= {f"{Kind.TAGS.value}: {s}" for s in ("plain", "'", "list", "list in brackets")}
    found |= {f"{Kind.FILES.value}: {s}" for s in ("plain", '"', "list")}
    found |= {f"{Kind.CITATIONS.value}: {s}" for s in ("plain", '"', "mapping", "mapping in brackets", "list")}
    found |= {f"{Kind.CITATIONS.value}: list in brackets", f"{Kind.ISSUES.value}: list in brackets"}
    found |= {f"{Kind.EXPECT.value}: mapping in brackets"}
    found |= {f"a speaker: {s}" for s in ("plain", "'", '"', ">", "|", "mapping")}
    for name in ("claims", "because", "but", "unless"):
        found |= {f"`{name}` holds {s}" for s in ("a text", "mapping", "list")}
        found |= {f"`{name}` holds a list with a {node.__name__}" for node in (Scalar, MapNode)}
        if name != "claims":
            found |= {f"`{name}` holds list in brackets", f"`{name}` holds mapping in brackets"}
    for where in ("an item stands alone", "an item of a list"):
        found |= {f"{where}: {s}" for s in ("plain", "'", '"', ">", "|", "mapping", "mapping in brackets")}
    found -= {"an item stands alone: |"}  # several lines in a block always stand behind a dash
    found |= {"an empty group", "a key", "a key and a place", "several citations in a text", "a key in quotes"}
    found |= {"byte-order mark", "CRLF", "no line end at the end", "a beginning of a document"}
    return found | {"a comment alone", "a comment beside"}


def test_the_files_hold_every_construct_of_the_language() -> None:
    assert {name for place in ALL_PLACES for name in place.fields} == {f.name for f in FIELDS}
    missing = everything()

    @settings(max_examples=600, database=None)
    @given(files())
    def look(text: str) -> None:
        m, problems = read_text(text)
        assert m is not None, problems
        missing.difference_update(constructs(text))

    look()
    assert sorted(missing) == []


# ---- renaming


@settings(max_examples=200)
@given(files(), st.data())
def test_a_name_there_and_back_is_the_same_text(text: str, data: st.DataObject) -> None:
    m = argmap.loads(text)
    things = (*m.statements, *m.arguments)
    known = sorted({t.id for t in things if t.named} | {s.key for s in m.sources})
    old = data.draw(st.sampled_from([name for name in known if name.strip("-.")]))  # what could not be taken anew
    new = data.draw(names().filter(lambda n: n.strip("-.") and n not in known))
    if may_be_refused(text, old, new):
        with suppress(ValueError):
            assert renamed(renamed(text, old, new), new, old) == text
        return
    there = renamed(text, old, new)
    assert renamed(there, new, old) == text
    assert comments_of(plain(there)) == comments_of(plain(text))


def may_be_refused(text: str, old: str, new: str) -> bool:
    """Whether a name is both a source's and another's, a text or a made name, or typed with escapes or over lines."""
    m = argmap.loads(text)
    ids = [t.id for t in (*m.statements, *m.arguments)]
    sources = [s.key for s in m.sources]
    said = {s.text for s in m.statements}
    escaped = "\\U" in text and not (old.isascii() and old.isalnum())
    over_lines = " " in old and re.search(r"\s*\n\s*".join(map(re.escape, old.split(" "))), text) is not None
    return (old in ids and old in sources) or new in {*ids, *sources} or new in said or escaped or over_lines


# ---- mending


def harm(problems: tuple[Problem, ...]) -> int:
    return sum(p.severity is Severity.ERROR for p in problems)


def codes(problems: tuple[Problem, ...]) -> Counter[str]:
    return Counter(p.code for p in problems)


@settings(max_examples=100)
@given(files())
def test_a_file_without_errors_is_mended_to_the_same_map(text: str) -> None:
    m, problems = read_text(text)
    after, gone = mended(text)
    assert read_text(after)[0] == m
    assert codes(read_text(after)[1]) == codes(problems) - codes(gone)
    assert mended(after) == (after, ())


SLIPS = (
    ":",
    ": ",
    "\n",
    "- ",
    '"',
    "'",
    "#",
    " #",
    "[",
    "]",
    "{",
    "\t",
    "*",
    "&",
    "\r\n",
    "  ",
    "e",
    "because",
    "\x00",
)


@settings(max_examples=150)
@given(files(), st.data())
def test_a_slip_of_hand_in_any_file_is_mended_or_stays(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.integers(0, 2))
    text = text[:at] + data.draw(st.sampled_from(SLIPS)) + text[at + cut :]
    m, problems = read_text(text)
    after, gone = mended(text)
    found, left = read_text(after)
    assert harm(left) <= harm(problems)
    assert bool(gone) == (after != text)
    if m is not None:
        assert found is not None
        assert len(found.statements) >= len(m.statements)
    assert mended(after) == (after, ())
