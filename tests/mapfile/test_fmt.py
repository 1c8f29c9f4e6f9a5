"""The one layout of a map file: it says the same, keeps every comment, and does not change when it is done again.

After a change of the layout that is meant, `ARGMAP_UPDATE=1 python -m pytest tests/mapfile/test_fmt.py` writes the
files in tests/mapfile/layout anew: read the difference before it is committed.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import files

import argmap
from argmap.mapfile.edit import plain
from argmap.mapfile.fmt import formatted
from argmap.mapfile.read import read_text
from argmap.mapfile.typed import comments_of
from argmap.model import ArgumentMap
from argmap.problem import MapError

ROOT = Path(__file__).parents[2]
LAYOUT = Path(__file__).parent / "layout"
STARTER = ROOT / "argmap" / "mapfile" / "starter.argmap.yaml"
FILES = [*sorted((ROOT / "maps").glob("*.yaml")), STARTER, *sorted((ROOT / "tests" / "bad").glob("*.yaml"))]
HEAD = "argmap: 1\ntitle: T\nclaims:\n"


def has_moved(text: str) -> bool:
    """Whether an `unless` may stand below what it is listed before in the layout."""
    return any(p.code == "step-key-below" for p in read_text(text)[1])


def unordered(m: ArgumentMap) -> object:
    """What a map says, apart from the order in which it lists unnamed steps, and from names that follow it."""
    texts = {s.id: (s.text, s.kind, s.citations, s.note, s.extra) for s in m.statements}
    steps = {a.id: ([texts[p.statement] for p in a.premises], a.direction, a.warrant, a.extra) for a in m.arguments}
    on = [
        (repr(steps[a.id]), repr(steps.get(a.target or "")), repr(texts.get(a.conclusion or ""))) for a in m.arguments
    ]
    return sorted(on), sorted(map(repr, texts.values())), m.title, m.sources, m.extra


def keeps_the_laws(text: str) -> str:
    new = formatted(text)
    assert formatted(new) == new
    before, after = argmap.loads(text), argmap.loads(new)
    assert unordered(before) == unordered(after) if has_moved(text) else before == after
    assert not has_moved(new)
    assert sorted(comments_of(plain(text))) == sorted(comments_of(plain(new)))
    return new


@settings(max_examples=200)
@given(files())
def test_any_file(text: str) -> None:
    new = keeps_the_laws(text)
    first = text.split("\n", 1)[0]
    assert new.count("\r\n") == (new.count("\n") if first.endswith("\r") else 0)


@settings(max_examples=100)
@given(files(is_tidy=True))
def test_comments_keep_their_order_where_the_keys_do(text: str) -> None:
    assert comments_of(plain(formatted(text))) == comments_of(plain(text))


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name.removesuffix(".argmap.yaml"))
def test_real_files(path: Path) -> None:
    try:
        text = path.read_bytes().decode()
        argmap.loads(text)
    except (UnicodeDecodeError, MapError):
        assert path.parent.name == "bad"
        return
    keeps_the_laws(text)


@pytest.mark.parametrize("path", [p for p in FILES if p.parent.name != "bad"], ids=lambda p: p.name)
def test_our_own_maps_have_the_layout(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert formatted(text) == text


@pytest.mark.parametrize(
    ("name", "made"), [("formatted", formatted), ("dumped", lambda t: argmap.dumps(argmap.loads(t)))]
)
def test_every_construct_looks_as_before(name: str, made: object) -> None:
    text = (LAYOUT / "typed.argmap.yaml").read_text(encoding="utf-8")
    keeps_the_laws(text)
    golden = LAYOUT / f"{name}.argmap.yaml"
    new = made(text)  # type: ignore[operator]
    if os.environ.get("ARGMAP_UPDATE"):
        golden.write_text(new, encoding="utf-8")
    assert new == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("typed", "layout"),
    [
        pytest.param(
            "- claim: A\n  but:\n  - B\n  id: a\n", "  - claim: A\n    id: a\n    but:\n      - B\n", id="keys"
        ),
        pytest.param("  - A # a\n  - B      # b\n", "  - A  # a\n  - B      # b\n", id="comments at the end of a line"),
        pytest.param("  - A #!a\n", "  - A  #!a\n", id="a comment without a space"),
        pytest.param("  - # a\n    # b\n    claim: A # c\n", "  # a\n  # b\n  - claim: A  # c\n", id="beside a dash"),
        pytest.param("  - claim: # a\n      A # b\n", "  # a\n  - claim: A  # b\n", id="beside a key and its value"),
        pytest.param("  - claim: A\n    # a\n  # b\n  - B\n", "  - claim: A\n    # a\n\n  # b\n  - B\n", id="ends"),
        pytest.param("  - A\n\n\n  - B\n", "  - A\n\n  - B\n", id="empty lines"),
        pytest.param(
            "  - claim: A\n    because: {ref: b}\n  - claim: B\n    id: b\n",
            "  - claim: A\n    because:\n      - ref: b\n\n  - claim: B\n    id: b\n",
            id="braces",
        ),
        pytest.param(
            '  - claim: A\n    tags: ["a", \'b\', "c, d"]\n', '  - claim: A\n    tags: [a, b, "c, d"]\n', id="tags"
        ),
        pytest.param('  - claim: "A"\n    note: x\n', "  - claim: A\n    note: x\n", id="quotes"),
        pytest.param(
            '  - claim: A\n    note: "12:30"\n', '  - claim: A\n    note: "12:30"\n', id="quotes that help others"
        ),
        pytest.param('  - claim: A\n    note: "a\\tb"\n', '  - claim: A\n    note: "a\\tb"\n', id="an escape"),
        pytest.param(
            '  - claim: A\n    note: "a\n      b\n\n      c"\n',
            "  - claim: A\n    note: |-\n      a b\n      c\n",
            id="over lines",
        ),
        pytest.param(
            "  - claim: A\n    note: |\n      a\n        b  \n",
            "  - claim: A\n    note: |-\n      a\n        b\n",
            id="as it stands",
        ),
        pytest.param(
            "  - claim: A\n    x-a: >+\n      a\n\n    x-b: b\n",
            "  - claim: A\n    x-a: >+\n      a\n\n    x-b: b\n",
            id="kept lines",
        ),
        pytest.param("  - claim: A\n    x-a:\n    x-b: # c\n", "  - claim: A\n    x-a:\n    x-b:  # c\n", id="nothing"),
        pytest.param(
            "  - claim: A\n    note: >-  # c\n      a\n", "  - claim: A\n    note: a  # c\n", id="beside a block"
        ),
    ],
)
def test_what_becomes_of(typed: str, layout: str) -> None:
    assert keeps_the_laws(HEAD + typed) == HEAD + layout


def test_long_texts_are_filled() -> None:
    words = " ".join(["word"] * 40)
    new = keeps_the_laws(f"{HEAD}  - claim: {words}\n    because: ['{words}']\n")
    assert "  - claim: >-\n      word word" in new
    assert "      - >-\n        word word" in new
    assert max(map(len, new.splitlines())) <= 88


def test_a_text_that_cannot_be_cut_stays_on_its_line() -> None:
    text = f"{HEAD}  - claim: A\n    url: https://example.org/{'a' * 200}\n"
    assert keeps_the_laws(text) == text


def test_wide_letters_count_twice() -> None:
    new = keeps_the_laws(f"{HEAD}  - {'日本 ' * 30}\n")
    assert all(len(line) + line.count("日") + line.count("本") <= 88 for line in new.splitlines())
    assert ">-" in new


def test_the_comment_at_the_top_stays_there() -> None:
    text = '# about the file\n\n# about the title\ntitle: T\nargmap: 1\nclaims: ["A"]\n# the end\n'
    assert keeps_the_laws(text) == (
        "# about the file\n\nargmap: 1\n# about the title\ntitle: T\nclaims:\n  - A\n# the end\n"
    )


@pytest.mark.parametrize("line", ["# yaml-language-server: $schema=schema.json", "# $schema: schema.json"])
def test_what_is_said_to_an_editor_stays_above_all_keys(line: str) -> None:
    text = f"# About\n{line}\n# of the title\ntitle: T\nargmap: 1\nclaims: A sentence\n"
    assert keeps_the_laws(text) == f"# About\n{line}\nargmap: 1\n# of the title\ntitle: T\nclaims: A sentence\n"
    for typed in (f"{line}\ntitle: T\nargmap: 1\nclaims: A\n", f"{line}\n\nargmap: 1\ntitle: T\nclaims: A\n"):
        assert keeps_the_laws(typed).startswith(f"{line}\n")


def test_what_breaks_a_step_is_put_before_the_reasons() -> None:
    below = "      - claim: B\n        because: C\n        unless: D # d\n"
    above = "      - claim: B\n        unless: D  # d\n        because: C\n"
    text = f"{HEAD}  - claim: A\n    because:\n"
    assert has_moved(text + below)
    assert keeps_the_laws(text + below) == text + above


@settings(max_examples=30)
@given(st.text(st.sampled_from("ab #:-'\"[]{}>|\n\\é日,&*!%@`?"), min_size=1, max_size=30))
def test_any_comment(words: str) -> None:
    for line in words.split("\n"):
        text = f"# {line}\n{HEAD}  - claim: A   # {line}\n    # {line}\n    id: a\n    # {line}\n"
        assert keeps_the_laws(text).count("#") == text.count("#")


@pytest.mark.parametrize(
    "own",
    [
        "[" * 190 + "]" * 190,
        "{a: " * 190 + "b" + "}" * 190,
        "\n      " + "- " * 190 + "b",
        "{? '" + "k" * 2000 + "' : b}",
    ],
)
def test_data_of_the_users_own_is_kept_however_odd(own: str) -> None:
    keeps_the_laws(f"{HEAD}  - claim: A\n    x-a: {own}\n")


def test_a_deep_branch() -> None:
    items = "".join(f"{'    ' * n}  - claim: A\n{'    ' * n}    because:\n" for n in range(97))
    text = HEAD + items + "    " * 97 + "  - B\n"
    assert keeps_the_laws(text) == text
    assert argmap.loads(argmap.dumps(argmap.loads(text))) == argmap.loads(text)


def test_what_surrounds_the_map_in_yaml_goes_and_its_comments_stay() -> None:
    text = f"%YAML 1.1\n# a\n--- # b\n{HEAD}  - A\n... # c\n# d\n"
    assert keeps_the_laws(text) == f"# a\n# b\n{HEAD}  - A\n  # c\n# d\n"


def test_a_file_with_errors_is_refused() -> None:
    with pytest.raises(MapError) as raised:
        formatted(f"{HEAD}  - clam: A\n")
    assert [p.code for p in raised.value.problems] == ["unknown-field"]


@pytest.mark.parametrize(
    ("own", "layout"),
    [
        ("- # c1\n  -\n    - A # c2\n", "  # c1\n  - - - A  # c2\n"),
        ("- # c1\n  -\n    - A\n", "  - - - A  # c1\n"),
        ("- # c1\n  - a: A # c2\n", "  # c1\n  - - a: A  # c2\n"),
        ("- # c1\n  - # c2\n    - # c3\n      A # c4\n", None),
        ("- # c1\n  - # c2\n    a: # c3\n      - # c4\n        - A # c5\n", None),
    ],
)
def test_comments_beside_dashes_of_lists_in_lists(own: str, layout: str | None) -> None:
    new = keeps_the_laws(f"argmap: 1\ntitle: T\nx-a:\n{own}claims:\n  - A\n")
    assert layout is None or f"x-a:\n{layout}" in new
