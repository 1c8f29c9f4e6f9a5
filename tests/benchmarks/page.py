"""How long a page takes to open, fold and search in Chromium: `python tests/benchmarks/page.py [BRANCHING]`.

Times are those of the wall clock: from the start of loading to the second frame after the picture is there, and from an
action to the same. A map is opened as it is first seen, and with everything unfolded.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from made_map import made_map
from playwright.sync_api import Page, sync_playwright

import argmap

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))
from browser import ARGUMENTS, CHROMIUM  # noqa: E402

SIZES = (100, 1_000, 10_000)
# Resolves when what an action did has been painted.
PAINTED = """(action) => new Promise((done) => {
  const start = action ? performance.now() : 0;
  if (action) eval(action);
  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
})"""
SET = "(([id, to, what]) => Object.assign(document.getElementById(id), { value: to }).dispatchEvent(new Event(what)))"
ACTIONS = {
    "unfolded": f'{SET}(["level", "all", "change"])',
    "a branch folded": 'document.querySelectorAll("#tree [aria-expanded] > .fold")[1].click()',
    "searched": f'{SET}(["find", "river", "input"])',
}


def milliseconds(page: Page, action: str | None = None) -> str:
    """How long an action takes, or to open the page."""
    return f"{page.evaluate(PAINTED, action):,.0f} ms"


def main() -> None:
    """Print the times for each size."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for size in SIZES:
            start = time.process_time()
            data = argmap.draw(argmap.loads(made_map(size)), "html")
            made = time.process_time() - start
            path = Path(folder) / f"{size}.html"
            path.write_bytes(data)
            # A page that trusts no text as script lets nothing be evaluated in it either.
            context = browser.new_context(viewport={"width": 1400, "height": 900}, bypass_csp=True)
            told = [f"{size:6,} statements: {len(data) / 1000:,.0f} kB, written in {made:.2f} s"]
            page = context.new_page()
            page.goto(path.as_uri())
            told.append(f"opened in {milliseconds(page)}")
            told += [f"{name} in {milliseconds(page, action)}" for name, action in ACTIONS.items()]
            page = context.new_page()
            page.goto(f"{path.as_uri()}#level=all")
            told.append(f"opened unfolded in {milliseconds(page)}")
            print(", ".join(told))
            context.close()
        browser.close()


if __name__ == "__main__":
    main()
