"""What every test may use: the maps of the project, and how hypothesis looks for examples."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

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


@pytest.fixture(params=MAPS, ids=lambda path: path.name.removesuffix(".argmap.yaml"))
def map_path(request: pytest.FixtureRequest) -> Path:
    """The path of each map in turn."""
    path: Path = request.param
    return path
