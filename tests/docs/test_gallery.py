"""The gallery is made from the maps by the commands that it shows.

After a change of a look: `ARGMAP_UPDATE=1 python -m pytest tests/docs/test_gallery.py`, and look at what changed.
"""

from __future__ import annotations

import contextlib
import os
import re
import shlex
import shutil
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from click.testing import CliRunner

import argmap
from argmap.cli import main
from argmap.looks import CHOICES

ROOT = Path(__file__).parents[2]
GALLERY = ROOT / "docs" / "gallery"
MANY = 40
"""From how many statements on a map is shown to its first level alone, but for once."""

HEAD = """\
# Gallery

What argmap draws. Every picture was made from a text file by the command above it, with nothing installed but argmap; a
click shows it in its own size. Each map is one of those that come with argmap, and its text is linked below.

"""

PARTS = """\
## What a map can show

### Premises that only count together, and what would break a step

Premises that need each other share a bar. What breaks a step touches the bar of that step, and may itself be broken; a
possibility that nobody asserts is dotted.

$ argmap render maps/bridge-closure.argmap.yaml

### Rivals

Positions of which at most one can win. Thicker lines are stronger arguments.

$ argmap render maps/old-cinema.argmap.yaml

### What stands

An evaluation marks what is accepted, rejected and undecided, and which steps do not carry.

$ argmap render maps/school-phones.argmap.yaml --evaluate
$ argmap render maps/old-cinema.argmap.yaml --evaluate=quadratic-energy --style compact

### From the top

$ argmap render maps/bridge-closure.argmap.yaml --direction TB

### One branch of a large map

What leads from the branch to the thesis is grey, and what is left out is said.

$ argmap render maps/us-russia-after-9-11.argmap.yaml --focus security-ignored
$ argmap render maps/us-russia-after-9-11.argmap.yaml --focus fraying --depth 1 --colour-by kind

### Cross references as lines

$ argmap render maps/school-phones.argmap.yaml --links lines

### A file for each argument, and one that shows where they are

$ argmap render maps/bridge-closure.argmap.yaml --split arguments

### Sheets of paper

As many as the map needs; each says where it goes on. The first two of the article's map:

$ argmap render maps/us-russia-after-9-11.argmap.yaml --page a4 -f svg

### A large map as a whole

The 85 statements of the article's map, as they come. [As a page](how-to/share-a-page.md) readers fold and search it.

$ argmap render maps/us-russia-after-9-11.argmap.yaml

## Every map in every look

"""


@cache
def made() -> tuple[str, dict[str, bytes]]:
    """The page, and its pictures by their names."""
    pictures: dict[str, bytes] = {}
    told = HEAD.splitlines()
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        shutil.copytree(ROOT / "maps", "maps")
        for line in PARTS.splitlines():
            told += _shown(line[2:], pictures) if line.startswith("$ ") else [line]
        for path in sorted(Path("maps").glob("*.argmap.yaml")):
            told += _in_every_look(path, pictures)
    return "\n".join(told) + "\n", pictures


def _in_every_look(path: Path, pictures: dict[str, bytes]) -> Iterator[str]:
    """A map in each style, and there in each theme."""
    m = argmap.load(path)
    less = " --depth 1" if len(m.statements) > MANY else ""
    command = f"argmap render maps/{path.name}{less}"
    yield from (f"### {m.title}", "", f"From [{path.name}](../maps/{path.name}).", "")
    yield from ("```sh", f"{command} --style STYLE --theme THEME", "```", "")
    themes = CHOICES["theme"]
    yield from (f"| | {' | '.join(themes)} |", "|---|" + "---|" * len(themes))
    for style in CHOICES["style"]:
        names = [_drawn(f"{command} --style {style} --theme {theme}", pictures)[0] for theme in themes]
        cells = [_linked(f"{m.title}, {style}, {theme}", name) for theme, name in zip(themes, names, strict=True)]
        yield f"| {style} | {' | '.join(cells)} |"
    yield ""


def _shown(command: str, pictures: dict[str, bytes]) -> Iterator[str]:
    """A command with the pictures that it makes; of pages the first two."""
    yield from ("```sh", command, "```", "")
    for name in _drawn(command, pictures, 2 if "--page" in command else None):
        (title,) = re.findall("<title id=.map-title.>(.*?)</title>", pictures[name].decode())
        yield from (_linked(f"{title}: {name.removesuffix('.svg')}", name), "")


def _linked(words: str, name: str) -> str:
    """A picture that leads to its file."""
    return f"[![{words}](gallery/{name})](gallery/{name})"


def _drawn(command: str, pictures: dict[str, bytes], most: int | None = None) -> list[str]:
    """Run a command, keep the first pictures that it makes, and tell their names, which are made from its options."""
    _, *arguments = shlex.split(command)
    words = [word.lstrip("-").replace("=", "-") for word in arguments[2:]]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0, f"{command}: {done.stderr}"
    names = []
    for file in done.stdout.split()[:most]:
        names.append("-".join([file.removesuffix(".svg"), *words]) + ".svg")
        pictures[names[-1]] = Path(file).read_bytes()
    return names


def test_the_gallery_is_made_from_the_maps() -> None:
    page, pictures = made()
    if os.environ.get("ARGMAP_UPDATE"):
        GALLERY.mkdir(exist_ok=True)
        for path in GALLERY.iterdir():
            path.unlink()
        for name, data in pictures.items():
            (GALLERY / name).write_bytes(data)
        GALLERY.with_suffix(".md").write_text(page, encoding="utf-8")
    assert GALLERY.with_suffix(".md").read_text(encoding="utf-8") == page, "make it anew with ARGMAP_UPDATE=1"
    assert sorted(path.name for path in GALLERY.iterdir()) == sorted(pictures)
    changed = [name for name, data in pictures.items() if (GALLERY / name).read_bytes() != data]
    assert changed == [], "make them anew with ARGMAP_UPDATE=1"
