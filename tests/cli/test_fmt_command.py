"""`argmap fmt`: what it prints and writes, and how it ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap.cli import main

TIDY = "argmap: 1\ntitle: Phones\nclaims:\n  - claim: Phones distract\n    id: ban  # the id\n    because: They ring\n"
UGLY = "title: Phones\nargmap: 1\nclaims:\n- because: They ring\n  id: ban # the id\n  claim: 'Phones distract'\n"
BROKEN = "argmap: 1\ntitle: Phones\nclaims:\n  - claim: Phones distract\n    becuase: They ring\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in (("tidy", TIDY), ("ugly", UGLY), ("broken", BROKEN)):
        (tmp_path / f"{name}.yaml").write_bytes(text.encode())
    return tmp_path


def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    result = CliRunner().invoke(main, ["fmt", *arguments], input=stdin)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def contents(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir()}


def test_changed_maps_are_named(folder: Path) -> None:
    result = run("tidy.yaml", "ugly.yaml")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "ugly.yaml\n", "")
    assert contents(folder) == {"tidy.yaml": TIDY.encode(), "ugly.yaml": TIDY.encode(), "broken.yaml": BROKEN.encode()}
    assert run("tidy.yaml", "ugly.yaml").stdout == ""


def test_a_broken_map_stays_as_it_is_and_the_others_do_not(folder: Path) -> None:
    result = run("broken.yaml", "ugly.yaml")
    assert (result.exit_code, result.stdout) == (1, "ugly.yaml\n")
    assert result.stderr == CliRunner().invoke(main, ["check", "broken.yaml"]).stdout
    assert (folder / "broken.yaml").read_text(encoding="utf-8") == BROKEN


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_nothing_is_written_when_asked_only(folder: Path, option: str) -> None:
    before = contents(folder)
    assert run(option, "ugly.yaml", "tidy.yaml").exit_code == 1
    result = run(option, "tidy.yaml")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert contents(folder) == before


def test_check_names_what_would_change() -> None:
    assert run("--check", "tidy.yaml", "ugly.yaml").stdout == "ugly.yaml\n"
    assert run("--check", "-", stdin=UGLY).stdout == "<stdin>\n"


def test_diff_shows_what_would_change(folder: Path) -> None:
    result = run("--diff", "ugly.yaml")
    assert result.stdout.startswith("--- ugly.yaml as it is\n+++ ugly.yaml as it would be\n@@ ")
    assert "\n-  id: ban # the id\n" in result.stdout
    assert "\n+    id: ban  # the id\n" in result.stdout
    (folder / "ugly.yaml").write_bytes(TIDY.rstrip("\n").encode())
    assert run("--diff", "ugly.yaml").stdout.endswith(
        "-    because: They ring\n\\ No newline at end of file\n+    because: They ring\n"
    )


def test_standard_input_goes_to_standard_output(folder: Path) -> None:
    before = contents(folder)
    assert run("-", stdin=UGLY).stdout == TIDY
    assert run("-", stdin=TIDY).stdout == TIDY
    result = run("-", stdin=BROKEN)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("<stdin>:5:5: error[unknown-field]")
    assert contents(folder) == before


def test_line_ends_are_kept_and_a_byte_order_mark_is_not(folder: Path) -> None:
    (folder / "ugly.yaml").write_bytes(b"\xef\xbb\xbf" + UGLY.replace("\n", "\r\n").encode())
    assert run("ugly.yaml").stdout == "ugly.yaml\n"
    assert (folder / "ugly.yaml").read_bytes() == TIDY.replace("\n", "\r\n").encode()


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"\x00", b"[" * 10_000, b"a: b: c"])
def test_any_bytes(folder: Path, data: bytes) -> None:
    (folder / "ugly.yaml").write_bytes(data)
    result = run("ugly.yaml")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == CliRunner().invoke(main, ["check", "ugly.yaml"]).stdout
    assert (folder / "ugly.yaml").read_bytes() == data


def test_a_file_that_cannot_be_read_or_written(folder: Path) -> None:
    result = run("nowhere.yaml", "ugly.yaml")
    assert (result.exit_code, result.stdout) == (2, "ugly.yaml\n")
    assert result.stderr == "argmap: nowhere.yaml cannot be read: No such file or directory\n"


def test_rights_and_links_are_kept(folder: Path) -> None:
    (folder / "ugly.yaml").chmod(0o640)
    (folder / "link.yaml").symlink_to("ugly.yaml")
    assert run("link.yaml").stdout == "link.yaml\n"
    assert (folder / "link.yaml").is_symlink()
    assert (folder / "ugly.yaml").read_text(encoding="utf-8") == TIDY
    assert (folder / "ugly.yaml").stat().st_mode & 0o777 == 0o640


def test_the_same_bytes_with_any_seed(folder: Path) -> None:
    made = set()
    for seed in ("0", "1", "2"):
        command = [sys.executable, "-m", "argmap", "fmt", "--diff", "ugly.yaml"]
        done = subprocess.run(
            command, capture_output=True, check=False, timeout=60, env={**os.environ, "PYTHONHASHSEED": seed}
        )
        made.add(done.stdout)
    assert len(made) == 1


def test_the_diff_of_a_large_map_is_one_stretch(folder: Path) -> None:
    items = "".join(f"  - because: B {n}\n    claim: A {n}\n" for n in range(3_000))
    old = f"argmap: 1\ntitle: T\nclaims:\n{items}  - The end\n"
    (folder / "large.yaml").write_bytes(old.encode())
    result = run("--diff", "large.yaml")
    assert result.exit_code == 1
    head, other, place, *lines = result.stdout.splitlines()
    assert (head, other) == ("--- large.yaml as it is", "+++ large.yaml as it would be")
    assert place == "@@ -4,6000 +4,9000 @@"
    assert [line[1:] for line in lines if line[0] == "-"] == old.splitlines()[3:-1]
    run("large.yaml")
    new = (folder / "large.yaml").read_text(encoding="utf-8").splitlines()
    assert [line[1:] for line in lines if line[0] == "+"] == new[3:-1]
