"""Every file that is written has the same bytes on every run, whatever the order of Python's sets."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

from conftest import MAPS
from programs import needs

SEEDS = ("0", "1", "4242")
MANY = [[], ["--evaluate=grounded", "--depth", "2"], ["--split", "arguments"]]
"""The options with which one of the maps is drawn; the others are drawn plain."""


def written(folder: Path) -> dict[str, str]:
    """Write every map in every format, the first with options, too; a hash of each file."""
    from click.testing import CliRunner

    from argmap.cli import main
    from argmap.render.formats import BITMAPS, OUTLINES, PICTURES, SHEETS

    os.chdir(folder)
    for path in MAPS:
        name = path.name.partition(".")[0]
        options = MANY if path == MAPS[0] else [[]]
        runs = [["outline", "-f", form, *more] for form in OUTLINES for more in options if more[:1] != ["--split"]]
        for form in PICTURES:
            plain = ["render", "-f", form, *(["--dpi", "40"] if form in BITMAPS else [])]
            runs += [[*plain, *more] for more in options]
            if form in SHEETS and path == MAPS[0]:
                runs += [[*plain, "--page", "a4"], [*plain, "--links", "lines"], [*plain, "--engine", "dot"]]
        for number, run in enumerate(runs):
            result = CliRunner().invoke(main, [*run, str(path), "-o", f"{name}-{number}.{run[2]}"])
            assert result.exit_code == 0, (run, result.output, result.exception)
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


@needs("pandoc")
def test_every_format_of_every_map_has_the_same_bytes_with_every_seed(tmp_path: Path) -> None:
    found = []
    for seed in SEEDS:
        folder = tmp_path / seed
        folder.mkdir()
        done = subprocess.run(
            [sys.executable, __file__, str(folder)],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[1])},
        )
        found.append(json.loads(done.stdout))
    assert len(found[0]) > 40
    for other in found[1:]:
        assert {name for name in found[0].keys() | other.keys() if found[0].get(name) != other.get(name)} == set()


if __name__ == "__main__":
    print(json.dumps(written(Path(sys.argv[1]))))  # noqa: T201
