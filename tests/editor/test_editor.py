"""What people see in an editor, asked of the language server that most editors use for YAML.

It needs Node.js and once `npm ci` in this folder; who has neither leaves these tests out.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from conftest import MAPS
from conftest import ROOT as PROJECT
from editor.client import SERVER, Editor, Told

from argmap.cli import main
from argmap.mapfile.schema import FILE, LINE, schema_text

NODE = shutil.which("node")
pytestmark = [
    pytest.mark.skipif(NODE is None, reason="Node.js is not installed"),
    pytest.mark.skipif(not SERVER.exists(), reason="yaml-language-server is not installed: npm ci in tests/editor"),
]

HEAD = "argmap: 1\ntitle: Phones\n"
ROOT = HEAD + "claims:\n  - claim: Phones distract\n"
STEP = ROOT + "    because:\n      - claim: They ring\n"


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """An editor in a folder as `argmap new` leaves it."""
    folder = tmp_path_factory.mktemp("maps")
    assert CliRunner().invoke(main, ["new", str(folder / "week")]).exit_code == 0
    assert NODE is not None
    running = Editor(NODE, folder)
    yield running
    running.close()


def told(editor: Editor, text: str) -> list[Told]:
    """The problems of a map; lines are counted without the line that leads to the schema."""
    return [problem._replace(line=problem.line - 1) for problem in editor.type(LINE + text)]


def place(text: str) -> tuple[str, int, int]:
    """A map without the sign ^ in it, and where that stood."""
    before, after = (LINE + text).split("^")
    return before + after, before.count("\n"), len(before) - before.rfind("\n") - 1


def offered(editor: Editor, text: str) -> dict[str, dict[str, Any]]:
    typed, line, column = place(text)
    editor.type(typed)
    return editor.complete(line, column)


def said(editor: Editor, text: str) -> str:
    typed, line, column = place(text)
    assert editor.type(typed) == []
    return editor.hover(line, column).partition("\n\nSource: ")[0]


# ---- problems


def test_without_the_line_nothing_is_known(editor: Editor) -> None:
    assert editor.type(HEAD + "auhtor: me\n") == []


def test_settings_do_instead_of_the_line(tmp_path: Path) -> None:
    """As `docs/how-to/edit-maps-in-an-editor.md` shows them for VS Code."""
    page = (PROJECT / "docs" / "how-to" / "edit-maps-in-an-editor.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"^```json title=.vscode/settings.json\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    (tmp_path / FILE).write_text(schema_text(), encoding="utf-8")
    assert NODE is not None
    editor = Editor(NODE, tmp_path, {"schemas": json.loads(shown)["yaml.schemas"]})
    try:
        assert [problem.marked for problem in editor.type(HEAD + "auhtor: me\nclaims: A\n")] == ["auhtor"]
    finally:
        editor.close()


@pytest.mark.parametrize("path", MAPS, ids=lambda p: p.stem)
def test_our_maps_are_fine(editor: Editor, path: Path) -> None:
    assert told(editor, path.read_text(encoding="utf-8")) == []


def test_a_new_map_is_fine_and_a_slip_in_it_is_told(editor: Editor) -> None:
    new = (editor.folder / "week.argmap.yaml").read_text(encoding="utf-8")
    assert editor.type(new) == []
    assert [problem.marked for problem in editor.type(new.replace("label:", "lable:", 1))] == ["lable"]


def test_texts_that_look_like_something_else_are_fine(editor: Editor) -> None:
    text = (
        "argmap: 1\ntitle: 2001\ndate: 2026-11-22\nauthor: null\nlanguage: no\nclaims:\n  - claim: no\n    id: 1.10\n"
    )
    assert told(editor, text + '    because: ["yes"]\n    but: 12:30\n    tags: [1, true]\n    x-own: {a: [b]}\n') == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (HEAD + "auhtor: me\nclaims: A\n", Told(2, "auhtor", "Property auhtor is not allowed.")),
        (ROOT + "    becuase: x\n", Told(4, "becuase", "Property becuase is not allowed.")),
        (HEAD, Told(0, "a", 'Missing property "claims".')),
        ("- A\n", Told(0, "- A", "a map begins with `argmap: 1`, `title:` and `claims:`")),
        (
            "argmap: 1\ntitle: [Phones]\nclaims: A\n",
            Told(1, "[Phones]", "`title` holds a text; put one with a colon or a bracket in quotes"),
        ),
        (
            "argmap: 2\ntitle: Phones\nclaims: A\n",
            Told(0, "2", "this argmap reads version 1 of the language; write `argmap: 1`"),
        ),
        (
            STEP + "        weigh: link\n",
            Told(6, "link", "`weigh` is `linked`, `convergent`, `cumulative` or `factorized`"),
        ),
        (STEP + "        strength: 80%\n", Told(6, "80%", "`strength` is a number from 0 to 1")),
        (STEP + "        strength: 80\n", Told(6, "80", "Value is above the maximum of 1.")),
        (ROOT + "    id: the phones\n", Told(4, "the phones", "`id` holds a name: letters, digits, `-`, `_` and `.`")),
        (
            ROOT + "    unless: They are off\n",
            Told(
                4,
                "unless",
                "cannot stand on an item of `claims`; write `but` for what speaks against it; `unless` stands on an "
                "item of `because` or `but`",
            ),
        ),
        (
            ROOT + "    because:\n      - ref: ring\n        because: x\n",
            Told(6, "because", "cannot stand on a `ref`; put it where that statement is written"),
        ),
        (
            ROOT + "    because:\n      - all:\n          - claim: They ring\n            strength: 1\n",
            Told(
                7,
                "strength",
                "cannot stand on a premise inside `all`; put it beside `all`: it speaks of what the premises show "
                "together",
            ),
        ),
        (
            ROOT + "    evidence: They ring\n",
            Told(4, "evidence", "an item is one thing, here `claim`; begin the second with a dash of its own"),
        ),
        (
            ROOT + "  - id: ring\n",
            Told(4, "i", "an item needs one of `claim`, `counterclaim`, `evidence`; write `- claim: …`"),
        ),
        (
            ROOT + "    because:\n      - [They ring]\n",
            Told(
                5,
                "[They ring]",
                "a list stands directly inside a list; premises that work together go under `- all:`",
            ),
        ),
        (HEAD + "claims: []\n", Told(2, "[]", "`claims` has no statement; add one, such as `- claim: …`")),
        (
            ROOT + "    quote: ring\n",
            Told(3, "c", "a quote needs a citation beside it; add `cite:` with the source"),
        ),
        (
            ROOT + "sources:\n  survey: A survey\n",
            Told(5, "A survey", "a source has keys of its own, a line each: `title: …`"),
        ),
        (
            ROOT + "expect: {accepted: ring}\n",
            Told(4, "ring", "`accepted` holds a list of names; write `accepted: [one, two]`"),
        ),
    ],
)
def test_a_mistake_is_told_once_and_where_it_is(editor: Editor, text: str, problem: Told) -> None:
    assert told(editor, text) == [problem]


# ---- completion

ROOT_KEYS = {"id", "confidence", "assume", "standard", "because", "but"}
STEP_KEYS = {"answers", "unless", "warrant", "scheme", "qualifier", "strength", "weigh", "argument"}
SHARED_KEYS = {"label", "by", "cite", "quote", "implicit", "tags", "note", "url"}
STATEMENTS = {"claim", "counterclaim", "evidence"}


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (ROOT + "    ^\n", ROOT_KEYS | SHARED_KEYS),
        (STEP + "        ^\n", ROOT_KEYS | SHARED_KEYS | STEP_KEYS | {"role"}),
        (ROOT + "    but:\n      - ref: a\n        ^\n", SHARED_KEYS | STEP_KEYS | {"role"}),
        (ROOT + '    but:\n      - all: ["a"]\n        ^\n', SHARED_KEYS | STEP_KEYS),
        (ROOT + "    but:\n      - all:\n          - claim: a\n            ^\n", ROOT_KEYS | SHARED_KEYS | {"role"}),
        (ROOT + "    but:\n      - all:\n          - ref: a\n            ^\n", {"role"}),
        (ROOT + "  - ^\n", STATEMENTS | ROOT_KEYS | SHARED_KEYS),
        (STEP + "      - ^\n", STATEMENTS | {"ref", "all", "role"} | ROOT_KEYS | SHARED_KEYS | STEP_KEYS),
        (ROOT + "    cite:\n      - ^\n", {"source", "at", "quote", "before", "after", "credibility", "citation"}),
        (ROOT + "expect:\n  ^\n", {"accepted", "rejected", "undecided"}),
    ],
)
def test_the_keys_of_a_place_are_offered_and_no_others(editor: Editor, text: str, keys: set[str]) -> None:
    assert set(offered(editor, text)) == keys


def test_the_words_of_a_choice_are_offered_with_their_meaning(editor: Editor) -> None:
    found = offered(editor, STEP + "        weigh: ^\n")
    assert list(found) == ["linked", "convergent", "cumulative", "factorized"]
    assert "one accepted premise is enough" in str(found["convergent"]["documentation"])
    assert set(offered(editor, ROOT + "    implicit: ^\n")) == {"true", "false"}


def test_a_key_is_completed_as_it_is_typed(editor: Editor) -> None:
    found = offered(editor, ROOT + "    ^\n")
    assert found["because"]["insertText"] == "because:\n  - "
    assert "What supports it" in str(found["because"]["documentation"])
    beginning = offered(editor, "^\n")
    assert beginning["argmap"]["insertText"] == "argmap: 1"
    assert beginning["map"]["insertText"] == "argmap: 1\ntitle: $1\nclaims:\n  - "


# ---- hover


@pytest.mark.parametrize(
    ("text", "help"),
    [
        (
            ROOT + "    beca^use: They ring\n",
            "#### because, of the statement\n\nWhat supports it; each item is an argument of its own. A text, an "
            "item or a list of items.",
        ),
        (
            STEP + "        unl^ess: They are off\n",
            "#### unless, of the step\n\nWhat would break the step to the statement above, though both statements may "
            "stand. A text, an item or a list of items.",
        ),
        (ROOT + "    la^bel: Phones\n", "#### label, of the statement\n\nA heading of two to five words."),
        (
            ROOT + '    but:\n      - all: ["a"]\n        la^bel: Phones\n',
            "#### label, of the step\n\nA heading of two to five words.",
        ),
        ("argmap: 1\ntitle: T\nda^te: 2026\nclaims: A\n", "#### date, of the map\n\nWhen the map was drawn."),
        (
            STEP + "        stren^gth: 0.5\n",
            "#### strength, of the step\n\nHow much this step carries. A number from 0 to 1; `1` unless given.",
        ),
    ],
)
def test_a_key_is_explained(editor: Editor, text: str, help: str) -> None:
    assert said(editor, text) == help


def test_the_words_of_a_choice_are_explained(editor: Editor) -> None:
    found = said(editor, HEAD + "giv^en: none\nclaims: A\n")
    assert re.findall(r"^\* `(\w+)`: .+$", found, re.MULTILINE) == ["none", "leaves", "evidence"]
