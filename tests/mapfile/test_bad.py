"""Each broken map of tests/bad gets the report beside it, word for word.

After a wanted change of the reports: `ARGMAP_UPDATE=1 pytest tests/mapfile/test_bad.py`, and read what changed.
"""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from argmap.cli import main

BAD = Path(__file__).parent.parent / "bad"
MAPS = sorted(BAD.glob("*.argmap.yaml"))


@pytest.mark.parametrize("path", MAPS, ids=lambda p: p.name.removesuffix(".argmap.yaml"))
def test_report(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BAD)
    result = CliRunner().invoke(main, ["check", path.name])
    golden = BAD / path.name.replace(".argmap.yaml", ".txt")
    if os.environ.get("ARGMAP_UPDATE"):
        golden.write_text(result.stdout, encoding="utf-8")
    assert result.stdout == golden.read_text(encoding="utf-8")
    assert result.exit_code == (1 if ": error[" in result.stdout else 0)
    assert result.stdout


def test_every_report_has_its_map() -> None:
    assert {p.stem for p in BAD.glob("*.txt")} == {p.name.removesuffix(".argmap.yaml") for p in MAPS}
