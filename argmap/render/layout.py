"""Which Graphviz runs, and how: the one door to the program that lays a picture out."""

from __future__ import annotations

import os
import re
import sys

BUNDLED = "graphviz-pure"
SYSTEM = "dot"
SECONDS = 60
"""How long a layout may take where nothing else can stand in for it."""

MAX_SIDE, MAX_PIXELS = 32_767, 100_000_000
"""The largest bitmap that is drawn: a side, and the whole, in pixels."""


class LayoutError(RuntimeError):
    """A picture that could not be laid out; its text says why and what to do, ``why`` only the former."""

    def __init__(self, why: str, advice: str = "") -> None:
        super().__init__(f"{why}; {advice}" if advice else why)
        self.why = why


def bundled_program() -> str | None:
    """The path of the Graphviz that pip brought, None when it is missing."""
    name = BUNDLED + (".exe" if os.name == "nt" else "")
    beside = os.path.join(os.path.dirname(sys.executable), name)
    if os.access(beside, os.X_OK):
        return beside
    from importlib.metadata import PackageNotFoundError, files

    try:
        found = [str(f.locate()) for f in files(BUNDLED) or () if f.name == name]
    except PackageNotFoundError:
        return None
    return next((path for path in found if os.access(path, os.X_OK)), None)


def choose(engine: str = "dot") -> tuple[str, tuple[str, ...]]:
    """The program to run, and what to tell the user about the choice (nothing when it is the usual one).

    ``engine`` is "dot" (the bundled Graphviz, a system one when it is missing) or "system". Raises `LayoutError` when
    there is none.
    """
    import shutil

    if engine == "dot" and (path := bundled_program()):
        return path, ()
    path = shutil.which(SYSTEM)
    if path is None:
        if engine == "system":
            raise LayoutError("no system Graphviz (`dot`) is on the PATH", "install Graphviz, or leave --engine out")
        raise LayoutError("no Graphviz was found", f"`pip install {BUNDLED}` brings one")
    why = "as asked" if engine == "system" else f"since {BUNDLED} is missing"
    return path, (f"drawn by the system's Graphviz ({path}), {why}; pictures differ slightly from the bundled one's",)


def run(
    program: str, source: str, form: str, dpi: float | None = None, seconds: float = SECONDS, is_placed: bool = False
) -> bytes:
    """What a Graphviz program makes of DOT source, in one of its output formats.

    With ``is_placed`` all places are given in the source, and nothing is laid out. Raises `LayoutError` when it fails
    or takes longer than ``seconds``.
    """
    import subprocess

    how = ["-Kneato", "-n2"] if is_placed else ["-Kdot"]
    command = [program, *how, f"-T{form}"] + ([f"-Gdpi={dpi:g}"] if dpi else [])
    try:
        done = subprocess.run(command, input=source.encode(), capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        advice = "draw a smaller map, or SVG with `--engine tidy`"
        raise LayoutError(f"Graphviz took longer than {seconds:g} seconds", advice) from None
    except OSError as error:
        raise LayoutError(f"{program} could not be run: {error.strerror}") from None
    if done.returncode != 0 or not done.stdout:
        said = [x for x in done.stderr.decode(errors="replace").splitlines() if "non-ASCII character" not in x]
        raise LayoutError(f"Graphviz could not draw the map: {said[0] if said else 'it wrote nothing'}")
    return done.stdout


def check_bitmap(svg: str, dpi: int) -> None:
    """Refuse a bitmap that nobody could open; ``svg`` is the same picture as SVG."""
    size = re.search(r'<svg [^>]*?width="([\d.]+)pt" height="([\d.]+)pt"', svg)
    if size is None:
        return
    width, height = (float(n) / 72 * dpi for n in size.groups())
    if max(width, height) > MAX_SIDE or width * height > MAX_PIXELS:
        message = f"the picture would be {width:,.0f} by {height:,.0f} pixels at {dpi} dpi, too large for PNG"
        raise LayoutError(message, "write SVG or PDF instead")
