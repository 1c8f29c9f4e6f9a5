"""Table, reader, writer, schema and the reference agree: on each key, and on where it may stand."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from conftest import ROOT
from jsonschema import Draft7Validator

import argmap
from argmap.mapfile import places
from argmap.mapfile.fields import FIELDS, NAMES, RESERVED, Field, Kind, Owner
from argmap.mapfile.fmt import formatted
from argmap.mapfile.places import Place
from argmap.mapfile.read import read_text
from argmap.mapfile.schema import schema

SCHEMA = schema()
VALIDATOR = Draft7Validator(SCHEMA)
PAGE = (ROOT / "docs" / "reference" / "map-language.md").read_text(encoding="utf-8")

_BY_NAME = {"ref": "b", "thesis": "b", "id": "new", "argument": "a-step", "file": "texts/a.txt"}
_BY_KIND: dict[Kind, Any] = {
    Kind.VERSION: 1,
    Kind.TEXT: "Some words",
    Kind.NAME: "a-name",
    Kind.KEY: "smith",
    Kind.NAMES: ["a", "b"],
    Kind.TAGS: ["one", "two"],
    Kind.FILES: ["library.json", "../more.bib"],
    Kind.NUMBER: 0.5,
    Kind.TRUTH: True,
    Kind.ITEMS: ["A reason"],
    Kind.CITATIONS: "smith, page 2",
    Kind.SOURCES: {"smith": {"title": "A title"}},
    Kind.SPEAKERS: {"the mayor": {"description": "mayor of Ebbmouth"}},
    Kind.ISSUES: [{"positions": ["a", "b"]}],
    Kind.EXPECT: {"accepted": ["a"]},
    Kind.STYLE: {"theme": "dark"},
    Kind.WIDTH: 250,
}


def value_of(field: Field) -> Any:
    """Something that a key may hold."""
    return field.choices[-1] if field.choices else _BY_NAME.get(field.name, _BY_KIND[field.kind])


def document() -> dict[str, Any]:
    """A map with a mapping of each place in it."""
    root: dict[str, Any] = {"claim": "Some sentence", "id": "a"}
    group = {"all": [{"claim": "A premise"}, {"ref": "b"}]}
    root["because"] = [{"claim": "A reason with words"}, {"ref": "b"}, group]
    other = {"claim": "Another sentence", "id": "b", "cite": [{"source": "smith"}]}
    head = {"argmap": 1, "title": "A title", "sources": {"smith": {"title": "A title"}}}
    head["speakers"] = {"Bo Smith": {"url": "https://example.org"}}
    return head | {"claims": [root, other], "issues": [{"positions": ["a", "b"]}], "expect": {}, "style": {}}


def mapping_of(place: Place, whole: dict[str, Any]) -> dict[str, Any]:
    """The mapping of a place in `document`."""
    root, other = whole["claims"]
    step, ref, group = root["because"]
    member, ref_member = group["all"]
    found = {
        places.MAP: whole,
        places.ROOT: root,
        places.STEP: step,
        places.REF: ref,
        places.GROUP: group,
        places.MEMBER: member,
        places.REF_MEMBER: ref_member,
        places.CITATION: other["cite"][0],
        places.SOURCE: whole["sources"]["smith"],
        places.SPEAKER: whole["speakers"]["Bo Smith"],
        places.ISSUE: whole["issues"][0],
        places.EXPECT: whole["expect"],
        places.STYLE: whole["style"],
    }
    return found[place]  # type: ignore[no-any-return]


PLACES = [p for p in vars(places).values() if isinstance(p, Place)]


def with_key(place: Place, name: str) -> str:
    """The map with one more key in a place; JSON is YAML."""
    whole = document()
    mapping = mapping_of(place, whole)
    field = place.fields.get(name) or next((f for f in FIELDS if f.name == name), None)
    mapping.setdefault(name, value_of(field) if field else "Some words")
    if name == "quote" and "cite" in place.fields:
        mapping["cite"] = "smith"
    return json.dumps(whole)


def test_the_map_without_more_is_fine() -> None:
    text = json.dumps(document())
    assert read_text(text) == (argmap.loads(text), ())
    assert not list(VALIDATOR.iter_errors(document()))


@pytest.mark.parametrize("place", PLACES, ids=lambda p: p.called)
def test_reader_and_schema_take_the_same_keys_in_a_place(place: Place) -> None:
    takes: dict[str, tuple[bool, bool]] = {}
    for name in sorted({*NAMES, *RESERVED, "x-own", "x-", "no-such-key", "Claim"}):
        text = with_key(place, name)
        takes[name] = read_text(text)[0] is not None, not list(VALIDATOR.iter_errors(json.loads(text)))
    assert {name: both for name, both in takes.items() if both[0] != both[1]} == {}
    taken = {name for name, (by_reader, _) in takes.items() if by_reader}
    items = places.ROOT, places.STEP, places.MEMBER, places.REF, places.REF_MEMBER, places.GROUP
    words = {"claim", "counterclaim", "evidence", "ref", "all"} if place in items else set()
    assert taken - words - {"x-own", "x-"} == place.fields.keys() - words
    assert taken & {"x-own", "x-"} == (set() if place is places.STYLE else {"x-own", "x-"})


@pytest.mark.parametrize("place", PLACES, ids=lambda p: p.called)
def test_what_a_key_says_is_read_and_written_again(place: Place) -> None:
    before = argmap.loads(json.dumps(document()))
    for name in sorted(place.fields.keys() - mapping_of(place, document()).keys()):
        text = with_key(place, name)
        m, _ = read_text(text)
        if m is None:
            assert place.fields[name].owner is Owner.WORD  # a second word in an item
            continue
        assert m != before, name
        assert argmap.loads(argmap.dumps(m)) == argmap.loads(formatted(text)) == m, name


@pytest.mark.parametrize("field", FIELDS, ids=lambda f: f"{f.owner.value}-{f.name}")
def test_schema_and_reference_tell_every_key_as_the_table_does(field: Field) -> None:
    owners = ["statement", "step"] if field.owner is Owner.SHARED else [field.owner.value]
    for owner in owners:
        told = SCHEMA["definitions"][f"{owner}-{field.name}"]
        assert told["description"] == told["markdownDescription"] == field.help
        assert str(told.get("default", "")).lower() == field.default
        assert set(field.choices) <= set(re.findall(r"[\w-]+", json.dumps(told)))
    section = PAGE.split(f"<!-- {field.owner.value} -->\n")[1].split("\n\n")[0]
    (row,) = [line for line in section.splitlines() if line.startswith(f"| `{field.name}` |")]
    assert row.endswith(f"| {field.meaning} |")
