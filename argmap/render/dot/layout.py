"""Which Graphviz runs, and how: the one door to the program."""

from __future__ import annotations

import os
import sys

from argmap.render.errors import LayoutError, TooLargeError

BUNDLED = "graphviz-pure"
SYSTEM = "dot"
SECONDS = 60
"""How long a layout may take where nothing else can stand in for it."""

MAX_SIDE, MAX_PIXELS = 32_767, 100_000_000
"""The largest bitmap that is drawn: a side, and the whole, in pixels."""
LEGIBLE = 48
"""Pixels per inch below which nobody can read the text of a bitmap, so that none is advised."""


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

    With ``is_placed`` all places are given in the source, and nothing is laid out. Raises `LayoutError` when it fails,
    takes longer than ``seconds``, or writes nothing, or half a bitmap.
    """
    from argmap.render.process import answer

    how = ["-Kneato", "-n2"] if is_placed else ["-Kdot"]
    command = [program, *how, f"-T{form}"] + ([f"-Gdpi={dpi:g}"] if dpi else [])
    try:
        code, out, said = answer(command, source.encode(), seconds)
    except TimeoutError:
        advice = "draw a smaller map, or SVG with `--engine tidy`"
        raise LayoutError(f"Graphviz took longer than {seconds:g} seconds", advice) from None
    except OSError as error:
        raise LayoutError(f"{program} could not be run: {error.strerror}") from None
    if code != 0 or not out.strip():
        lines = [x for x in said.decode(errors="replace").splitlines() if x.strip() and "non-ASCII character" not in x]
        ended = f"signal {-code} ended it" if code < 0 else f"it ended with exit code {code}"
        why = ended if code else "it wrote nothing"
        raise LayoutError(f"Graphviz could not draw the map: {lines[0] if lines else why}")
    if form == "png" and not (out.startswith(b"\x89PNG") and out.endswith(b"IEND\xaeB`\x82")):
        raise LayoutError("Graphviz could not draw the map: what it wrote is no whole PNG")
    return out


def check_bitmap(wide: float, high: float, dpi: float) -> None:
    """Refuse a bitmap that nobody could open, of a picture of so many points; raises `TooLargeError`."""
    width, height = wide / 72 * dpi, high / 72 * dpi
    if max(width, height) <= MAX_SIDE and width * height <= MAX_PIXELS:
        return
    most = min(MAX_SIDE * 72 / max(wide, high), (MAX_PIXELS * 72 * 72 / (wide * high)) ** 0.5)
    fits = int(0.99 * most)  # Graphviz makes bitmaps a pixel or two larger than their picture
    smaller = f"`--dpi {fits}` fits, or " if fits >= LEGIBLE else ""
    raise TooLargeError(
        f"the picture would be {width:,.0f} by {height:,.0f} pixels at {dpi:g} dpi, too large for PNG",
        f"{smaller}write SVG or PDF instead",
    )
