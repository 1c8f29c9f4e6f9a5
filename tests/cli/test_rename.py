"""`argmap rename` as a command."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from argmap.cli import main

TEXT = "argmap: 1\r\ntitle: T\r\nthesis: a\r\nclaims:\r\n  - {claim: A, id: a}  # a\r\n"


def test_the_file_is_changed_in_its_place(tmp_path: Path) -> None:
    path = tmp_path / "m.argmap.yaml"
    path.write_bytes(TEXT.encode())
    result = CliRunner().invoke(main, ["rename", str(path), "a", "b"])
    assert (result.exit_code, result.stdout) == (0, f"{path}: 2 lines changed\n")
    assert path.read_bytes().decode() == TEXT.replace("thesis: a", "thesis: b").replace("id: a", "id: b")
    assert [p.name for p in tmp_path.iterdir()] == ["m.argmap.yaml"]


def test_from_and_to_the_standard_streams() -> None:
    result = CliRunner().invoke(main, ["rename", "-", "a", "b"], input=TEXT.encode())
    assert result.exit_code == 0
    assert "thesis: b\r\n" in result.stdout_bytes.decode()


def test_what_cannot_be_done_leaves_the_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "m.argmap.yaml"
    path.write_bytes(TEXT.encode())
    result = CliRunner().invoke(main, ["rename", str(path), "c", "b"])
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", "argmap: nothing is called `c`\n")
    path.write_bytes(b"argmap: 1\n")
    result = CliRunner().invoke(main, ["rename", str(path), "a", "b"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert "missing-field" in result.stderr
    assert path.read_bytes() == b"argmap: 1\n"
    assert CliRunner().invoke(main, ["rename", str(tmp_path / "none"), "a", "b"]).exit_code == 2


def test_the_changed_lines_of_a_large_map_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "m.argmap.yaml"
    items = "".join(f"  - claim: A {n}\n    because:\n      - ref: a\n" for n in range(1500))
    path.write_text(f"argmap: 1\ntitle: T\nclaims:\n  - {{claim: A, id: a}}\n{items}", encoding="utf-8")
    result = CliRunner().invoke(main, ["rename", str(path), "a", "b"])
    assert (result.exit_code, result.stdout) == (0, f"{path}: 1501 lines changed\n")
