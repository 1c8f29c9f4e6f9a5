"""What every test may use: the maps of the project, one browser, and how hypothesis looks for examples."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser import ARGUMENTS, CHROMIUM
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# The same examples on every run, so that a failure is of the change at hand; `ARGMAP_EXPLORE=1` looks for new ones. A
# busy machine is no reason to fail.
settings.register_profile("argmap", deadline=None, derandomize="ARGMAP_EXPLORE" not in os.environ)
settings.load_profile("argmap")

ROOT = Path(__file__).parents[1]
MAPS = sorted((ROOT / "maps").glob("*.argmap.yaml"))


@pytest.fixture(autouse=True)
def _at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands speak to a person, also where these tests are run by a machine."""
    for name in ("CI", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; where there is none, the tests that need it are skipped."""
    playwright = pytest.importorskip("playwright.sync_api", reason="needs `pip install playwright`")
    if not CHROMIUM or not shutil.which(CHROMIUM):
        pytest.skip("needs Chromium (`apt install chromium`)")
    with playwright.sync_playwright() as play:
        found = play.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield found
        found.close()


@pytest.fixture(params=MAPS, ids=lambda path: path.name.removesuffix(".argmap.yaml"))
def map_path(request: pytest.FixtureRequest) -> Path:
    """The path of each map in turn."""
    path: Path = request.param
    return path
