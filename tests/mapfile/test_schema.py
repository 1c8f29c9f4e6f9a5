"""The JSON Schema of the language: it takes every map that the reader takes, and refuses what a schema can."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import MAPS, ROOT
from hypothesis import assume, given, settings
from jsonschema import Draft7Validator
from strategies import files, graphs, made_sayable

import argmap
from argmap.mapfile import events
from argmap.mapfile.load import starter
from argmap.mapfile.read import read_text
from argmap.mapfile.schema import schema, schema_text
from argmap.mapfile.tree import ListNode, MapNode

SCHEMA = schema()
VALIDATOR = Draft7Validator(SCHEMA)


# ---- a map as programs see it that know JSON Schema: with every scalar a text, in YAML 1.1, in YAML 1.2

Resolve = Callable[[str], Any]
"""From a text without quotes to what it is."""


def as_text(text: str) -> Any:
    return text


def as_in_yaml_11(text: str) -> Any:
    """Dates are left out, which are texts in JSON."""
    if re.fullmatch(r"y|Y|n|N", text):
        return text in "yY"
    found = yaml.safe_load(f"- {text}\n")[0] if re.fullmatch(r"[-+.\w:~]*", text) and text not in ("---", "-") else text
    return found if isinstance(found, str | bool | int | float | None) else text


def as_in_yaml_12(text: str) -> Any:
    if re.fullmatch(r"null|Null|NULL|~|", text):
        return None
    if re.fullmatch(r"true|True|TRUE|false|False|FALSE", text):
        return text.lower() == "true"
    if re.fullmatch(r"[-+]?[0-9]+", text):
        return int(text)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", text):
        return float(text)
    return text


READINGS = (as_text, as_in_yaml_11, as_in_yaml_12)


def data(text: str, resolve: Resolve) -> Any:
    """What a file holds, whose plain scalars are what a version of YAML says that they are."""
    root = events.parse(text.removeprefix("\ufeff").replace("\r\n", "\n"), [])
    return _data(root, resolve)


def _data(node: Any, resolve: Resolve) -> Any:
    if isinstance(node, MapNode):
        return {key.value: _data(value, resolve) for key, value in node.pairs()}
    if isinstance(node, ListNode):
        return [_data(child, resolve) for child in node.children]
    return node.value if node.style else resolve(node.value)


def complaints(text: str) -> list[str]:
    """Whatever is refused in any reading, with where."""
    return [
        f"{resolve.__name__}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
        for resolve in READINGS
        for error in VALIDATOR.iter_errors(data(text, resolve))
    ]


# ---- what it is


def test_it_is_a_schema() -> None:
    Draft7Validator.check_schema(SCHEMA)
    assert json.loads(schema_text()) == SCHEMA
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_every_definition_is_used_and_there() -> None:
    used = set(re.findall(r'"#/definitions/([^"]+)"', schema_text()))
    assert used == set(SCHEMA["definitions"])


def test_patterns_are_those_of_python_and_of_editors() -> None:
    """No editor knows what only Python has; `\\w` is one thing here and another there."""
    patterns = re.findall(r'"pattern": ("(?:[^"\\]|\\.)*")', schema_text())
    assert len(patterns) > 20
    for pattern in map(json.loads, patterns):
        re.compile(pattern)
        assert not re.search(r"\\[^sS.@\[\]/\\]|\(\?[^:!=]", pattern), pattern


# ---- what it takes


@pytest.mark.parametrize("path", [*MAPS, *sorted(ROOT.glob("tests/**/*.argmap.yaml"))], ids=lambda p: p.stem)
def test_maps_of_the_project_are_valid(path: Path) -> None:
    if argmap.read(path)[0] is not None:
        assert complaints(path.read_text(encoding="utf-8")) == []


def test_the_starter_is_valid() -> None:
    assert complaints(starter()) == []


def blocks() -> list[str]:
    """Every map of the documentation and of the pages of problems that is a map."""
    texts = [p.read_text(encoding="utf-8") for p in (*sorted(ROOT.glob("docs/**/*.md")), ROOT / "README.md")]
    found = [body for text in texts for body in re.findall(r"^```yaml[^\n]*\n(.*?)^```", text, re.M | re.S)]
    head = "argmap: 1\ntitle: A title\n"
    whole = [block if block.startswith("argmap:") else head + block for block in found]
    return [block for block in whole if read_text(block)[0] is not None]


def test_maps_of_the_documentation_are_valid() -> None:
    found = blocks()
    assert len(found) > 60
    assert {block: wrong for block in found if (wrong := complaints(block))} == {}


@given(files())
@settings(max_examples=300)
def test_every_map_that_can_be_typed_is_valid(text: str) -> None:
    assert read_text(text)[0] is not None
    assert complaints(text) == []


@given(graphs().map(made_sayable))
@settings(max_examples=200)
def test_every_map_that_is_written_is_valid(m: argmap.ArgumentMap) -> None:
    written_out = {p.statement for a in m.arguments for p in a.premises if not p.extra} | set(m.top)
    assume(all(p.statement in written_out for a in m.arguments for p in a.premises))
    assert complaints(argmap.dumps(m)) == []


HEAD = "argmap: 1\ntitle: T\n"
ITEM = HEAD + "claims:\n  - claim: A sentence\n    id: a\n"
STEP = ITEM + "    because:\n      - claim: Another\n        id: b\n"
"""Beginnings to which a line is added."""


@pytest.mark.parametrize(
    "text",
    [
        "argmap: '1'\ntitle: 2001\nclaims:\n  - claim: no\n",
        HEAD + "date: 2026-11-22\nauthor: null\nquestion: ~\nclaims: 12:30\n",
        HEAD + "date: 2026\nlanguage: no\nsummary: .5\nclaims: [{claim: 1.10, id: 1.10, because: yes}]\n",
        HEAD + "claims: {claim: A, id: 7}\nthesis: 7\n",
        STEP + "        strength: .5\n        weigh: linked\n        argument: 3\n",
        STEP + "        strength: '1.'\n",
        STEP + "        strength: |\n          00.50\n",
        STEP + "        implicit: >\n          true\n",
        STEP + '        scheme: "sign "\n',
        STEP + "        qualifier: '#1'\n        warrant: '[x]'\n",
        STEP + "    standard: |\n      preponderance\n",
        STEP + "    tags: [1, no, a/b]\n    x-own: {a: [{b: c}]}\n",
        STEP + "    tags: true\n    x-: null\n",
        STEP + "    but: {all: []}\n",
        STEP + '    but: {all: [{ref: b, role: major, x-a: 1}, "Text"], quote: Q, cite: [s]}\nsources: {s: {}}\n',
        STEP + "    but: {ref: b, label: L, unless: {ref: a, role: r}, by: B, note: 3}\n",
        STEP + "expect: {accepted: [a], rejected: []}\n",
        STEP + "issues: [{positions: [a, b], standard: preponderance, x-a: b}]\nx-c: d\nexpect: {x-a: [a]}\n",
        STEP + "    cite: 1; 2, p. 1; §, 2\nsources: {1: {title: 1}, 2: {}, §: {x-a: 1, file: ..a/b}}\n",
        STEP + "    cite: []\nsources: {}\n",
        STEP + "    cite: [{source: 1, at: 2, quote: 3, x-a: 4}]\nsources:\n  1:\n    date: 2001-09-11\n",
        STEP + '    cite: ["a b, 2"]\n    quote: 3\nsources: {a b: {isbn: 978}}\n',
    ],
)
def test_texts_that_are_no_texts_to_yaml_are_valid(text: str) -> None:
    found, problems = read_text(text)
    assert found is not None, problems
    assert complaints(text) == []


# ---- what it refuses

GROUP = ITEM + '    because:\n      - all: ["One", "Two"]\n'
REF = HEAD + "claims:\n  - claim: A\n    because: {claim: B, id: b}\n  - claim: C\n    but:\n      - ref: b\n"
MEMBER = ITEM + "    because:\n      - all:\n          - claim: One\n"
REF_MEMBER = REF.replace("- ref: b", "- all:\n          - ref: b")
SOURCE = ITEM + "sources:\n  smith:\n    title: T\n"
WRONG = {
    # the whole
    "a list": "- a\n",
    "a text": "a\n",
    "no title": "argmap: 1\nclaims: A\n",
    "no claims": HEAD,
    "no version": "title: T\nclaims: A\n",
    "another version": "argmap: 2\ntitle: T\nclaims: A\n",
    "an unknown key": ITEM + "auhtor: me\n",
    "a reserved key": ITEM + "uses: x\n",
    "an item's key on the map": ITEM + "because: x\n",
    "a title of keys": "argmap: 1\ntitle: {One: two}\nclaims: A\n",
    "a blank title": "argmap: 1\ntitle: ' '\nclaims: A\n",
    "a thesis with a space": ITEM + "thesis: a b\n",
    "another choice": ITEM + "given: leafs\n",
    "a choice that is a list": ITEM + "given: [leaves]\n",
    "claims without one": HEAD + "claims: []\n",
    # items
    "an item of no kind": HEAD + "claims:\n  - id: a\n",
    "an unknown key of an item": ITEM + "    becuase: x\n",
    "a reserved key of an item": ITEM + "    restated: x\n",
    "two words": ITEM + "    counterclaim: x\n",
    "two words in a group": GROUP + "        claim: x\n",
    "a list in a list": HEAD + "claims:\n  - [A]\n",
    "a claim that is a list": HEAD + "claims:\n  - claim: [A]\n",
    "a blank claim": HEAD + "claims:\n  - claim: ' '\n",
    "a blank item": HEAD + "claims: ['']\n",
    "a step's key on a root": ITEM + "    unless: x\n",
    "a premise's key on a root": ITEM + "    role: datum\n",
    "a reference as a root": STEP + "  - ref: b\n",
    "a group as a root": ITEM + "  - all: ['B']\n",
    "a step's key inside a group": MEMBER + "            strength: 1\n",
    "a group inside a group": ITEM + "    because:\n      - all:\n          - all: ['x']\n",
    "a statement's key beside a group": GROUP + "        because: x\n",
    "an id beside a group": GROUP + "        id: x\n",
    "a role beside a group": GROUP + "        role: datum\n",
    "a statement's key beside a reference": REF + "        because: x\n",
    "an id beside a reference": REF + "        id: x\n",
    "a label beside a reference in a group": REF_MEMBER + "            label: x\n",
    "a map's key on an item": ITEM + "    title: x\n",
    "a source's key on an item": ITEM + "    isbn: x\n",
    "a reference with a slash": REF.replace("ref: b", "ref: a/b"),
    "an id with a space": HEAD + "claims: {claim: A, id: a b}\n",
    "an id with a colon": HEAD + "claims: {claim: A, id: 'a:b'}\n",
    "an id that is a list": HEAD + "claims: {claim: A, id: [a]}\n",
    "a strength above 1": STEP + "        strength: 1.5\n",
    "a strength below 0": STEP + "        strength: -1\n",
    "a strength in percent": STEP + "        strength: 80%\n",
    "a strength in words": STEP + "        strength: strong\n",
    "a strength that is a truth": STEP + "        strength: true\n",
    "a truth in other words": ITEM + "    implicit: maybe\n",
    "a truth that is a number": ITEM + "    implicit: 1\n",
    "an assumption of no kind": ITEM + "    assume: yes\n",
    "tags with keys": ITEM + "    tags: {a: b}\n",
    "a blank tag": ITEM + "    tags: [a, ' ']\n",
    # citations
    "a quote without citation": ITEM + "    quote: x\n",
    "a quote of an empty list": ITEM + "    cite: []\n    quote: x\n",
    "a quote of two citations": SOURCE.replace("id: a", "cite: smith; smith, 2\n    quote: x"),
    "a quote of listed citations": SOURCE.replace("id: a", "cite: ['smith', 'smith, 2']\n    quote: x"),
    "a citation without a key": SOURCE.replace("id: a", "cite: ', p. 2'"),
    "a citation without a place": SOURCE.replace("id: a", "cite: 'smith, '"),
    "an empty citation": SOURCE.replace("id: a", "cite: 'smith;'"),
    "a citation without a source": SOURCE.replace("id: a", "cite: {at: p. 2}"),
    "a citation's unknown key": SOURCE.replace("id: a", "cite: {source: smith, page: 2}"),
    "a citation in lists of lists": SOURCE.replace("id: a", "cite: [[smith]]"),
    # sources, issues, expectations
    "sources as a list": ITEM + "sources: [smith]\n",
    "a source that is a text": ITEM + "sources: {smith: A title}\n",
    "a source with nothing": ITEM + "sources: {smith: }\n",
    "a source's key with a comma": ITEM + "sources: {'a, b': {title: T}}\n",
    "a source's unknown key": SOURCE + "    name: x\n",
    "a file outside": SOURCE + "    file: ../x.txt\n",
    "a file from the root": SOURCE + "    file: /etc/passwd\n",
    "a file of Windows": SOURCE + "    file: 'C:\\x.txt'\n",
    "issues as keys": STEP + "issues: {positions: [a, b]}\n",
    "an issue that is a list": STEP + "issues: [[a, b]]\n",
    "an issue without positions": STEP + "issues: [{question: Q}]\n",
    "an issue of no position": STEP + "issues: [{positions: []}]\n",
    "an issue of one position": STEP + "issues: [{positions: [a]}]\n",
    "positions as a text": STEP + "issues: [{positions: a}]\n",
    "an issue's unknown key": STEP + "issues: [{positions: [a, b], winner: a}]\n",
    "expectations as a list": STEP + "expect: [a]\n",
    "expectations of a text": STEP + "expect: {accepted: a}\n",
    "expectations of no kind": STEP + "expect: {true: [a]}\n",
}


@pytest.mark.parametrize("what", WRONG)
def test_what_it_refuses_is_refused_by_the_reader(what: str) -> None:
    text = WRONG[what]
    assert read_text(text)[0] is None
    for resolve in READINGS:
        assert list(VALIDATOR.iter_errors(data(text, resolve))), resolve.__name__
