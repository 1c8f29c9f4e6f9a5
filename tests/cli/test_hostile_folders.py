"""`argmap check` over what nobody expects in a folder: how it ends, and that it never shows a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.report import REPORTS

GOOD = "argmap: 1\ntitle: Phones\nclaims: Phones distract\n"
BROKEN = "argmap: 1\ntitle: Phones\nclaims:\n  - claim: Phones distract\n    becuase: They ring\n"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def put(*names: str, text: str = GOOD) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")


def ended(*arguments: str, stdin: bytes = b"", folder: str = ".") -> tuple[int, str, str]:
    """The exit code of a command, what it prints, and what it says, which is never a traceback."""
    return _ended([sys.executable, "-m", "argmap", "check", *arguments], stdin, folder)


def by_shell(line: str) -> tuple[int, str, str]:
    """The same of a command and what a shell makes of it."""
    return _ended(["sh", "-c", f"'{sys.executable}' -m argmap check {line}"])


def _ended(command: list[str], stdin: bytes = b"", folder: str = ".") -> tuple[int, str, str]:
    done = subprocess.run(command, input=stdin, capture_output=True, timeout=60, check=False, cwd=folder)
    said = done.stderr.decode()
    assert "Traceback" not in said
    return done.returncode, done.stdout.decode(), said


def unreadable(name: str) -> str:
    """A file that nobody can read, not even the administrator; why."""
    Path(name).symlink_to("/proc/self/mem")
    return "Input/output error"


def test_a_file_that_cannot_be_read_among_good_ones() -> None:
    put("m/a.argmap.yaml", "m/c.argmap.yaml", text=BROKEN)
    reason = unreadable("m/b.argmap.yaml")
    code, out, said = ended("-f", "concise", "m")
    assert (code, [line.split(":")[0] for line in out.splitlines()]) == (2, ["m/a.argmap.yaml", "m/c.argmap.yaml"])
    assert said == f"argmap: m/b.argmap.yaml cannot be read: {reason}\nargmap: 2 errors in 2 maps\n"


def test_folders_without_maps() -> None:
    Path("empty/below").mkdir(parents=True)
    put("other/plain.yaml")
    none = "holds no maps (files that end with .argmap.yaml or .argmap.yml)"
    assert ended("empty", "other") == (2, "", f"argmap: empty {none}\nargmap: other {none}\n")
    assert ended(folder="empty") == (2, "", f"argmap: the current folder {none}\n")


def test_links_that_lead_to_themselves() -> None:
    put("m/a.argmap.yaml")
    Path("m/self.argmap.yaml").symlink_to("self.argmap.yaml")
    Path("m/one").symlink_to("two")
    Path("m/two").symlink_to("one")
    Path("m/up").symlink_to("../m")
    code, out, said = ended("m")
    assert (code, out) == (2, "")
    assert said.splitlines() == [
        "argmap: m/self.argmap.yaml cannot be read: Too many levels of symbolic links",
        "argmap: no problems in 1 map",
    ]
    assert ended("m/one")[::2] == (2, "argmap: m/one cannot be read: Too many levels of symbolic links\n")


def test_two_names_of_one_file() -> None:
    put("m/a.argmap.yaml", text=BROKEN)
    os.link("m/a.argmap.yaml", "m/b.argmap.yaml")
    code, out, said = ended("-f", "concise", "m", os.path.abspath("m/a.argmap.yaml"))
    assert (code, out.count("\n"), said) == (1, 1, "argmap: 1 error in 1 map\n")
    assert out.startswith("m/a.argmap.yaml:5:5:")


@pytest.mark.parametrize("form", REPORTS)
def test_the_standard_input_among_others(form: str) -> None:
    put("m/a.argmap.yaml", "m/b.argmap.yaml", text=BROKEN)
    code, out, said = ended("-f", form, "m/b.argmap.yaml", "-", "m", "-", stdin=BROKEN.encode())
    assert code == 1
    places = [out.index(name) for name in ("m/b.argmap.yaml", "stdin", "m/a.argmap.yaml")]
    assert places == sorted(places)
    assert said == ("argmap: 3 errors in 3 maps\n" if form in ("text", "concise") else "")


def test_no_standard_input() -> None:
    put("a.argmap.yaml")
    code, out, said = by_shell("- a.argmap.yaml <&-")
    assert (code, out, said.splitlines()[-1]) == (2, "", "argmap: no problems in 1 map")


NAMES = ["two\nlines", "\x1b[31mred", "::error::no", "a:b,c%0A", "-x", " ", "\udcff", "\u202eevil"]


@pytest.mark.parametrize("form", REPORTS)
def test_names_that_break_lines_or_steer_terminals(form: str) -> None:
    put(*(f"{name}.argmap.yaml" for name in NAMES), text=BROKEN)
    code, out, said = ended("-f", form, "--", ".", *(f"{name}missing" for name in NAMES))
    assert code == 2
    if REPORTS[form].is_document:
        json.loads(out)
    else:
        assert out.count("\n") == (5 if form == "text" else 1) * len(NAMES)
        assert [line for line in out.splitlines() if line.startswith("::error::")] == []
    assert all(line.startswith("argmap: ") for line in said.splitlines())
    assert said.count("\n") == len(NAMES) + (form in ("text", "concise"))
    assert "\x1b" not in said


@pytest.mark.parametrize("form", REPORTS)
def test_a_reader_who_wants_one_line_of_long_reports(form: str) -> None:
    wrong = "".join(f"  - claim: Reason {n}\n    becuase: They ring\n" for n in range(400))
    put(*(f"m/{n:02}.argmap.yaml" for n in range(30)), text=f"{BROKEN}{wrong}# {'x' * 80_000}\n")
    _, out, said = by_shell(f"-f {form} m | head -n 1")
    assert (out.count("\n"), said) == (1, "")


def test_no_standard_output() -> None:
    put("a.argmap.yaml", text=BROKEN)
    assert by_shell("a.argmap.yaml >&-") == (2, "", "argmap: there is no standard output to write to\n")
