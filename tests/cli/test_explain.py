"""`argmap check --explain`: the page of a code, and what is said of a word that is none.

After a change that is meant, `ARGMAP_UPDATE=1 python -m pytest tests/cli/test_explain.py` writes the page anew.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap.cli import main
from argmap.pages import pages
from argmap.settings import FAMILIES

GOLDEN = Path(__file__).parent / "golden" / "explain-colon-in-text.txt"


def explain(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ["check", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_the_whole_page() -> None:
    result = explain("--explain", "colon-in-text")
    if os.environ.get("ARGMAP_UPDATE"):
        GOLDEN.write_text(result.stdout, encoding="utf-8")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("code", [page.code for page in pages()])
def test_every_code_is_explained(code: str) -> None:
    result = explain("--explain", code)
    assert result.exit_code == 0
    heading, empty, first, *_ = result.stdout.splitlines()
    assert heading.startswith(f"{code} (")
    assert not empty
    assert first
    assert not result.stdout.endswith("\n\n")


def test_what_can_be_switched_off() -> None:
    side, tab = explain("--explain", "side-mismatch").stdout, explain("--explain", "tab").stdout
    assert side.startswith("side-mismatch (warning, family argument)\n\n")
    assert side.endswith(
        "The comment `# argmap: ignore[side-mismatch]` ignores it on a line, `--ignore side-mismatch` everywhere.\n"
    )
    assert tab.startswith("tab (error, family reading)\n\n")
    assert tab.endswith("It cannot be switched off: a file with it is no map.\n")


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_lists_its_codes(family: str) -> None:
    result = explain("--explain", family)
    assert (result.exit_code, result.stderr) == (0, "")
    listed = [(p.code, p.severity, p.summary) for p in pages() if p.family == family]
    assert result.stdout.splitlines() == [x for c, s, text in listed for x in (f"{c} ({s})", f"    {text}")]


def test_no_map_is_looked_at(tmp_path: Path) -> None:
    assert explain("--explain", "tab", str(tmp_path / "none.yaml")).exit_code == 0


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("side-missmatch", "did you mean `side-mismatch`?"),
        ("Tab", "did you mean `tab`?"),
        ("wordings", "did you mean `wording`?"),
        ("", "reports show the code of each problem in brackets"),
        ("xyzzy", "reports show the code of each problem in brackets"),
    ],
)
def test_an_unknown_code_is_wrong_use(word: str, hint: str) -> None:
    result = explain("--explain", word)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr == f"argmap: `{word}` is no code of a problem; {hint}\n"


def test_checking_reads_no_pages(tmp_path: Path) -> None:
    (tmp_path / "m.yaml").write_text("argmap: 1\ntitle: T\nclaims: Phones distract\n", encoding="utf-8")
    program = (
        "import sys\nfrom argmap.cli import main\n"
        "try:\n    main(['check', 'm.yaml'])\n"
        "finally:\n    print([m for m in sys.modules if m in ('argmap.pages', 'argmap.cli.explain')])\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "[]\n"), done.stderr
