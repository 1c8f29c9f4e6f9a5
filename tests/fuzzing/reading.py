"""Whether any bytes can be read and checked: by hand, `python tests/fuzzing/reading.py -max_total_time=600 [FOLDER]`.

Needs `pip install atheris`. Begins with the maps of the project and those of `tests/bad`; new inputs go into FOLDER.
Fails on an exception, on an input that takes longer than two seconds, and on a report that cannot be written out.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["argmap"]):
    from argmap.mapfile.fields import NAMES
    from argmap.mapfile.fixes import mended
    from argmap.mapfile.load import decode
    from argmap.report import REPORTS, Findings, tell
    from argmap.reviews import review

ROOT = Path(__file__).parents[2]


def one_input(data: bytes) -> None:
    """Read, check, report and mend."""
    found, problems = review(data, "fuzz.yaml")
    assert found is not None or problems
    for problem in problems:
        assert problem.message
        assert problem.span is None or problem.span[:2] <= problem.span[2:], problem
    texts = {"fuzz.yaml": data.decode("utf-8", "replace")}
    for form in REPORTS:
        tell(Findings(problems, 1, texts), form).encode()
    if isinstance(text := decode(data), str):
        mended(text)


def main() -> None:
    """Run until told to stop, or until something is found."""
    own = [a for a in sys.argv[1:] if not a.startswith("-")]
    options = [a for a in sys.argv[1:] if a.startswith("-")]
    with tempfile.TemporaryDirectory() as folder:
        words, seeds = Path(folder, "words"), Path(folder, "seeds")
        words.write_text("".join(f'"{name}: "\n' for name in sorted(NAMES)), encoding="utf-8")
        seeds.mkdir()
        for path in [*ROOT.glob("maps/*.yaml"), *ROOT.glob("tests/bad/*.yaml")]:
            Path(seeds, path.name).write_bytes(path.read_bytes())
        usual = ["-timeout=2", "-max_len=4000", f"-dict={words}", "-print_final_stats=1"]
        atheris.Setup([sys.argv[0], *usual, *options, *(own or [f"{folder}/new"]), str(seeds)], one_input)
        Path(folder, "new").mkdir()
        atheris.Fuzz()


if __name__ == "__main__":
    main()
