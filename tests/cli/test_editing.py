"""`argmap add`, `move` and `remove` as commands."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from mapfile.editing import FLAT

from argmap.cli import main


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "flat.argmap.yaml"
    found.write_text(FLAT, encoding="utf-8")
    return found


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def test_add_writes_what_each_option_says(path: Path) -> None:
    result = run(
        *("add", str(path), "--to", "one", "--because", "First: this", "--because", "Then that", "--but", "Not so"),
        *("--by", "Ann", "--evidence"),
    )
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"{path}: 8 lines changed\n", "")
    assert path.read_text(encoding="utf-8") == FLAT.replace(
        "    id: one\n",
        '    id: one\n    because:\n    - evidence: "First: this"\n      by: Ann\n'
        "    - evidence: Then that\n      by: Ann\n"
        "    but:\n    - evidence: Not so\n      by: Ann\n",
    )


def test_add_a_reference_to_a_group_and_a_root(path: Path) -> None:
    assert run("add", str(path), "--root", "On its own", "--id", "own").exit_code == 0
    assert run("add", str(path), "--to", "one", "--all", "own", "--ref").exit_code == 0
    text = path.read_text(encoding="utf-8")
    assert "  - all:\n      - claim: One\n        id: one\n      - ref: own\n" in text
    assert text.endswith("\n\n- claim: On its own\n  id: own\n")


def test_move_and_remove(path: Path) -> None:
    assert run("move", str(path), "two", "--to", "one", "--because").stdout == f"{path}: 3 lines changed\n"
    assert run("move", str(path), "two", "--after", "one").exit_code == 0
    assert path.read_text(encoding="utf-8") == FLAT
    assert run("move", str(path), "two", "--root", "--leave-ref").exit_code == 0
    assert "  - ref: two\n\n- claim: Two\n  id: two\n" in path.read_text(encoding="utf-8")
    assert run("remove", str(path), "one").stdout == f"{path}: 2 lines changed\n"


def test_elsewhere_and_from_standard_input(path: Path) -> None:
    result = run("remove", str(path), "two", "-o", "-")
    assert (result.exit_code, result.stdout) == (0, FLAT.replace("  - claim: Two\n    id: two\n", ""))
    assert path.read_text(encoding="utf-8") == FLAT
    result = CliRunner().invoke(main, ["add", "-", "--to", "two", "--but", "No"], input=FLAT)
    assert result.stdout == f"{FLAT}    but:\n    - No\n"


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("add PATH", "Say what to add: --because, --but, --unless, --all or --root."),
        ("add PATH --because x", "--because, --but, --unless and --all go with --to, --root goes without."),
        ("add PATH --to one --root x", "--because, --but, --unless and --all go with --to, --root goes without."),
        ("add PATH --to one --but x --ref --evidence", "--evidence and --ref do not go together."),
        ("add PATH --to one --but x --but y --id z", "--id names one statement; add the others by another call."),
        ("add PATH --to on --but x", "argmap: nothing is called `on`; did you mean `one`?"),
        ("move PATH one", "Say where to: one of --to, --before, --after, --root."),
        ("move PATH one --root --after two", "Say where to: one of --to, --before, --after, --root."),
        ("move PATH one --to two", "--to goes with one of --because, --but, --unless, --all."),
        ("move PATH one --root --but", "--to goes with one of --because, --but, --unless, --all."),
        ("move PATH root --root", "argmap: `root` stands there already"),
        ("remove PATH root", "argmap: `root` is all that the map claims; without it there would be no map"),
        ("remove none.yaml root", "argmap: none.yaml cannot be read: No such file or directory"),
    ],
)
def test_wrong_use_is_said_and_changes_nothing(path: Path, words: str, reason: str) -> None:
    result = run(*words.replace("PATH", str(path)).split())
    assert (result.exit_code, result.stdout) == (2, "")
    assert reason in result.stderr
    assert path.read_text(encoding="utf-8") == FLAT


def test_a_map_with_errors_is_told_and_left_alone(path: Path) -> None:
    path.write_text("argmap: 1\ntitle: T\n", encoding="utf-8")
    for words in (["remove", str(path), "a"], ["move", str(path), "a", "--root"], ["add", str(path), "--root", "A"]):
        result = run(*words)
        assert (result.exit_code, result.stdout) == (1, "")
        assert "missing-field" in result.stderr
