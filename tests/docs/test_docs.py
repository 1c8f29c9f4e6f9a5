"""The documentation shows nothing that was not run."""

# A page is run from top to bottom in an empty folder of its own, and must say what it then says. A map of the project
# to which the page links, `](../../maps/NAME)`, is copied into the folder `maps` there. What happens to a block follows
# from the words after its three backticks, and other blocks are refused:
#
#   ```yaml title=NAME   is written to the file NAME.
#   ```yaml into=NAME    takes the place of the line of NAME that equals its first line, and of all that is indented
#                        below that line: what a reader does who is told to change a branch of a map.
#   ```console           each line `$ COMMAND` is run by the shell; below it stands exactly what it prints.
#   ```python            is run, as one program with the blocks before it. Where it has lines with >>>, what they print
#                        stands below them, up to the next >>> or the end of the block.
#
# A picture `![words](FOLDER/NAME.svg)` must show what the file NAME.svg shows that the page has made; where its parts
# stand is not compared, since that may differ between versions of Graphviz.
#
# `PYTHONPATH=tests python tests/docs/test_docs.py` writes all outputs and pictures anew: read the difference before
# you keep it.

from __future__ import annotations

import contextlib
import difflib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from programs import needs

import argmap
from argmap.mapfile.fields import Owner, of

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
MADE = [DOCS / name for name in ("gallery.md", "reference/checks.md", "reference/schemes.md")]
RUN = [page for page in PAGES if page not in MADE]
"""All but the pages that test_gallery.py, test_checks_page.py and test_schemes_page.py make."""

_BLOCK = re.compile(r"^```(?P<kind>\w*)(?: (?P<how>\w+)=(?P<file>\S+))?\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_PICTURE = re.compile(r"!\[[^\]]+\]\(([^)]+\.svg)\)")
_MAP = re.compile(r"\]\(\.\./\.\./maps/([\w.-]+)\)")
_LINK = re.compile(r"\[[^\]]+\]\(([^)\s]+)\)")


def as_run(text: str, folder: Path) -> str:
    """A page as it reads when it is run in an empty folder."""
    names: dict[str, Any] = {"__name__": "page"}

    def again(block: re.Match[str]) -> str:
        opening = block[0].split("\n", 1)[0]
        return f"{opening}\n{_body(block, folder, names)}```"

    for name in _MAP.findall(text):
        (folder / "maps").mkdir(exist_ok=True)
        shutil.copy(ROOT / "maps" / name, folder / "maps")
    with contextlib.chdir(folder):
        return _BLOCK.sub(again, text)


def _body(block: re.Match[str], folder: Path, names: dict[str, Any]) -> str:
    kind, how, body = block["kind"], block["how"], block["body"]
    if how == "title":
        path = folder / block["file"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, encoding="utf-8")
    elif how == "into":
        path = folder / block["file"]
        path.write_text(_grafted(path.read_text(encoding="utf-8"), body), encoding="utf-8")
    elif kind == "console":
        return "".join(_command(line, folder) for line in body.splitlines() if line.startswith("$ "))
    elif kind == "python":
        return _session(body, names) if ">>> " in body else _program(body, names)
    else:
        raise AssertionError(f"a block of {kind or 'no kind'} is not run: {block[0]}")
    return body


def _grafted(text: str, branch: str) -> str:
    """A text with another branch in the place of the one that begins with the same line."""
    lines, first = text.splitlines(), branch.splitlines()[0]
    assert lines.count(first) == 1, f"not exactly one line of the file is {first!r}"
    start = end = lines.index(first)
    indent = len(first) - len(first.lstrip())
    while end == start or (end < len(lines) and len(lines[end]) - len(lines[end].lstrip()) > indent):
        end += 1
    return "\n".join([*lines[:start], *branch.splitlines(), *lines[end:]]) + "\n"


def _command(line: str, folder: Path) -> str:
    """A command with what it prints."""
    path = os.pathsep.join([os.path.dirname(sys.executable), os.environ.get("PATH", os.defpath)])
    surroundings = {"PATH": path, "HOME": str(folder), "LC_ALL": "C.UTF-8", "COLUMNS": "80", "PYTHONUTF8": "1"}
    done = subprocess.run(
        ["sh", "-c", line[2:]],
        cwd=folder,
        env=surroundings,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=60,
        check=False,
    )
    said = done.stdout.decode()
    return f"{line}\n{said}" + ("\n" if said and not said.endswith("\n") else "")


def _program(source: str, names: dict[str, Any]) -> str:
    """A block of Python, which prints nothing."""
    printed = _printed(source, "exec", names)
    assert not printed, f"a block without >>> prints {printed!r}"
    return source


def _session(body: str, names: dict[str, Any]) -> str:
    """An interactive session with what it prints."""
    found = ""
    for typed, gap in _typed(body):
        source = "".join(line[4:] or "\n" for line in typed.splitlines(keepends=True))
        found += typed + _printed(source, "single", names) + gap
    return found


def _typed(body: str) -> Iterator[tuple[str, str]]:
    """What is typed at each >>>, with the empty lines that separate it from the next."""
    for part in re.split(r"^(?=>>> )", body, flags=re.MULTILINE):
        if part:
            typed = re.match(r">>> .*\n(?:\.\.\.(?: .*)?\n)*", part)
            assert typed, f"this stands before the first >>>: {part}"
            yield typed[0], "\n" * (len(part) - len(part.rstrip("\n")) - 1)


def _printed(source: str, mode: str, names: dict[str, Any]) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        try:
            exec(compile(source, "<page>", mode), names)
        except Exception as error:
            if mode == "exec":
                raise
            out.write("Traceback (most recent call last):\n  ...\n" + "".join(traceback.format_exception_only(error)))
    return out.getvalue().rstrip("\n") + "\n" if out.getvalue() else ""


def _shows(svg: str) -> list[tuple[str, ...]]:
    """What a picture shows, apart from where."""
    drawn = ("polygon", "path", "polyline", "text", "title")
    kept = ("id", "class", "fill", "stroke", "stroke-dasharray", "font-weight")
    return [
        (element.tag, (element.text or "").strip(), *(element.get(name, "") for name in kept))
        for element in ElementTree.fromstring(svg).iter()
        if element.tag.endswith(drawn) or "class" in element.attrib
    ]


def _called(page: Path) -> str:
    return page.relative_to(DOCS).as_posix()


_NEEDS = {
    "how-to/hand-in-an-outline.md": ("pandoc", "pdflatex"),
    "how-to/put-maps-in-documents.md": ("pandoc",),
}
"""The programs without which a page cannot be run."""


@pytest.mark.parametrize(
    "page", [pytest.param(page, marks=needs(*_NEEDS.get(_called(page), ()))) for page in RUN], ids=_called
)
def test_a_page_says_what_happens(page: Path, tmp_path: Path) -> None:
    text = page.read_text(encoding="utf-8")
    shown, found = text.splitlines(), as_run(text, tmp_path).splitlines()
    difference = difflib.unified_diff(shown, found, f"{_called(page)} as printed", "as run", lineterm="")
    assert shown == found, "\n" + "\n".join(difference)
    for picture in _PICTURE.findall(text):
        made = tmp_path / Path(picture).name
        assert made.exists(), f"the page does not make {made.name}"
        printed = (page.parent / picture).read_text(encoding="utf-8")
        assert _shows(printed) == _shows(made.read_text(encoding="utf-8")), f"{picture} is not what the page makes"


def test_every_picture_is_shown() -> None:
    shown = {(p.parent / name).resolve() for p in RUN for name in _PICTURE.findall(p.read_text(encoding="utf-8"))}
    assert shown == {p.resolve() for p in (DOCS / "pictures").iterdir()}


@pytest.mark.parametrize("page", PAGES, ids=_called)
def test_links_lead_somewhere(page: Path) -> None:
    text = _BLOCK.sub("", page.read_text(encoding="utf-8"))
    for link in _LINK.findall(text):
        if not link.startswith(("https://", "http://")):
            path, _, heading = link.partition("#")
            target = page.parent / path if path else page
            assert target.is_file(), f"{link} leads nowhere"
            headings = re.findall(r"^#+ (.*)$", target.read_text(encoding="utf-8"), re.MULTILINE)
            assert not heading or heading in {re.sub(r"[^\w -]", "", h.lower()).replace(" ", "-") for h in headings}


def test_the_index_names_every_page() -> None:
    named = _LINK.findall((DOCS / "index.md").read_text(encoding="utf-8"))
    assert sorted(named) == sorted(_called(page) for page in PAGES if page.name != "index.md")


def test_ci_files_run_what_is_installed(tmp_path: Path) -> None:
    as_run((DOCS / "how-to" / "check-maps-in-ci.md").read_text(encoding="utf-8"), tmp_path)
    flows = [_yaml(path) for path in sorted((tmp_path / ".github/workflows").iterdir())]
    jobs = [job["steps"] for flow in flows for job in flow["jobs"].values()]
    scripts = [[step["run"] for step in steps if "run" in step] for steps in jobs]
    for first, *others in (*scripts, _yaml(tmp_path / ".gitlab-ci.yml")["maps"]["script"]):
        assert first == "pip install argmap"
        assert [_command(f"$ {c} && echo fine", tmp_path).splitlines()[-1] for c in others] == ["fine" for _ in others]
    (uploaded,) = [step["with"]["sarif_file"] for steps in jobs for step in steps if "sarif_file" in str(step)]
    assert json.loads((tmp_path / uploaded).read_text(encoding="utf-8"))["runs"]


def _yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def test_the_hooks_of_pre_commit_that_are_shown_are_those_there_are(tmp_path: Path) -> None:
    as_run((DOCS / "how-to" / "check-maps-in-ci.md").read_text(encoding="utf-8"), tmp_path)
    shown, offered = _yaml(tmp_path / ".pre-commit-config.yaml"), _yaml(ROOT / ".pre-commit-hooks.yaml")
    assert {hook["id"] for hook in shown["repos"][0]["hooks"]} == {hook["id"] for hook in offered}


# ---- the reference of JSON ------------------------------------------------------------------------------------------

_TYPES = {"text": str, "number": (int, float), "true": bool, "list": list, "object": dict}


def _tables() -> dict[str, dict[str, str]]:
    """For each heading of the page the keys under it, with their types."""
    parts = re.split(r"^## (.*)$", (DOCS / "reference" / "json.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    rows = re.compile(r"^\| `([\w-]+)` \| ([^|]+) \|", re.MULTILINE)
    return {heading: dict(rows.findall(part)) for heading, part in zip(parts[1::2], parts[2::2], strict=True)}


def _objects(data: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object in a map's data, with the heading under which its keys are described."""
    yield "The map", data
    for heading, name in (("A statement", "statements"), ("An argument", "arguments")):
        for thing in data[name]:
            yield heading, thing
            yield from (("A citation", citation) for citation in thing["citations"])
    yield from (("An issue", issue) for issue in data["issues"])
    yield from (("A source", source) for source in data["sources"])


@pytest.mark.parametrize("path", sorted((ROOT / "maps").glob("*.yaml")), ids=lambda p: p.stem)
def test_the_json_page_tells_every_key_and_its_type(path: Path) -> None:
    tables = _tables()
    optional = {"An argument": {"conclusion", "target"}, "A source": set(of(Owner.SOURCE))}
    assert set(tables["A source"]) == {"key", "extra", "line", *of(Owner.SOURCE)}
    for heading, found in _objects(json.loads(argmap.draw(argmap.load(path), "json"))):
        assert set(found) <= set(tables[heading]), heading
        assert set(tables[heading]) - set(found) <= optional.get(heading, set()), heading
        for key, value in found.items():
            said = tables[heading][key]
            fits = isinstance(value, _TYPES[said.split()[0]]) or (value is None and said.endswith("or null"))
            assert fits, f"{heading}: {key} is {value!r}, not {said}"


def refresh() -> None:
    """Write every output and picture anew."""
    for page in RUN:
        text = page.read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as folder:
            page.write_text(as_run(text, Path(folder)), encoding="utf-8")
            for picture in _PICTURE.findall(text):
                (page.parent / picture).write_bytes((Path(folder) / Path(picture).name).read_bytes())


if __name__ == "__main__":
    refresh()
