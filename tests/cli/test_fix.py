"""`argmap check --fix`: what leaves no choice is mended in the file, and the rest is told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap.cli import main

BROKEN = "argmap: 1\ntitle: Phones: a trial  # of May\nclaims:\n  - claim: Phones distract\n    becuase: They ring\n"
MENDED = 'argmap: 1\ntitle: "Phones: a trial"  # of May\nclaims:\n  - claim: Phones distract\n    because: They ring\n'


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def fix(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(main, ["check", "--fix", *arguments], input=given)


def test_a_map_is_mended_in_its_file() -> None:
    Path("m.argmap.yaml").write_text(BROKEN, encoding="utf-8", newline="")
    done = fix()
    assert done.exit_code == 0
    assert done.stdout == ""
    assert done.stderr == "argmap: m.argmap.yaml: 2 problems mended\nargmap: no problems in 1 map\n"
    assert Path("m.argmap.yaml").read_text(encoding="utf-8") == MENDED
    assert "mended" not in fix().stderr


def test_what_leaves_a_choice_is_told() -> None:
    Path("m.yaml").write_text(BROKEN + "    but: {ref: nobody}\n", encoding="utf-8")
    done = fix("m.yaml")
    assert done.exit_code == 1
    assert "unknown-reference" in done.stdout
    assert "unknown-field" not in done.stdout
    assert Path("m.yaml").read_text(encoding="utf-8") == MENDED + "    but: {ref: nobody}\n"


def test_a_comment_that_ignores_nothing_goes() -> None:
    Path("m.yaml").write_text(MENDED + "    # argmap: ignore[support-cycle]\n    label: Noise\n", encoding="utf-8")
    assert fix("m.yaml").exit_code == 0
    assert Path("m.yaml").read_text(encoding="utf-8") == MENDED + "    label: Noise\n"


def test_a_file_keeps_its_line_ends_its_rights_and_its_links() -> None:
    Path("real.yaml").write_bytes(BROKEN.replace("\n", "\r\n").encode())
    Path("real.yaml").chmod(0o640)
    Path("link.yaml").symlink_to("real.yaml")
    assert fix("link.yaml").exit_code == 0
    assert Path("link.yaml").is_symlink()
    assert Path("real.yaml").read_bytes() == MENDED.replace("\n", "\r\n").encode()
    assert Path("real.yaml").stat().st_mode & 0o777 == 0o640
    assert sorted(os.listdir()) == ["link.yaml", "real.yaml"]


def test_a_good_map_is_not_written() -> None:
    Path("m.yaml").write_text(MENDED, encoding="utf-8")
    os.utime("m.yaml", (1, 1))
    assert fix("m.yaml").exit_code == 0
    assert Path("m.yaml").stat().st_mtime == 1


def test_bytes_that_are_no_text_are_left_to_the_check() -> None:
    Path("m.yaml").write_bytes(b"argmap: 1\ntitle: \xff\n")
    done = fix("m.yaml", "gone.yaml")
    assert done.exit_code == 2
    assert "not-utf-8" in done.stdout
    assert "gone.yaml" in done.stderr
    assert Path("m.yaml").read_bytes() == b"argmap: 1\ntitle: \xff\n"


def test_standard_input_has_no_file_to_mend() -> None:
    done = fix("-", given=BROKEN)
    assert done.exit_code == 2
    assert "--fix mends files" in done.stderr
