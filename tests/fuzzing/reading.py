"""Whether any bytes can be read and edited: by hand, `python tests/fuzzing/reading.py -max_total_time=600 [FOLDER]`.

Needs `pip install atheris`. Begins with the maps of the project and those of `tests/bad`; new inputs go into FOLDER.
Fails on an exception, on an input that takes longer than ten seconds, on a report that cannot be written out, and where
a map does not obey the laws: its layout says the same and is its own, writing and reading it gives the same map,
mending makes nothing worse, and a name changed there and back is the same text.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["argmap"]):
    from argmap.mapfile.fields import NAMES
    from argmap.mapfile.fixes import mended
    from argmap.mapfile.fmt import formatted
    from argmap.mapfile.load import decode
    from argmap.mapfile.read import read_text
    from argmap.mapfile.rename import renamed
    from argmap.mapfile.write import dumps
    from argmap.problem import MapError
    from argmap.report import REPORTS, Findings, tell
    from argmap.reviews import review

ROOT = Path(__file__).parents[2]


def one_input(data: bytes) -> None:
    """Read, check, report, mend, and edit what is a map."""
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
        if found is not None:
            edit(text)


def edit(text: str) -> None:
    """See that the laws of editing hold for a map."""
    m, _ = read_text(text)
    assert m is not None
    new = formatted(text)
    assert formatted(new) == new
    try:
        written = dumps(m)
    except MapError:
        pass  # some texts that reading takes cannot be written, which is said
    else:
        assert read_text(written)[0] == m
    for thing in [t for t in (*m.statements, *m.arguments) if t.named][:3]:
        try:
            there = renamed(text, thing.id, "another-name")
        except ValueError:
            continue  # a name that is hidden by the way it is typed, which is said
        assert renamed(there, "another-name", thing.id) == text


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
        usual = ["-timeout=10", "-max_len=4000", f"-dict={words}", "-print_final_stats=1"]
        atheris.Setup([sys.argv[0], *usual, *options, *(own or [f"{folder}/new"]), str(seeds)], one_input)
        Path(folder, "new").mkdir()
        atheris.Fuzz()


if __name__ == "__main__":
    main()
