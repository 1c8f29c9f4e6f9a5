"""What every test may use: the maps of the project."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MAPS = sorted((ROOT / "maps").glob("*.argmap.yaml"))


@pytest.fixture(params=MAPS, ids=lambda path: path.name.removesuffix(".argmap.yaml"))
def map_path(request: pytest.FixtureRequest) -> Path:
    """The path of each map in turn."""
    path: Path = request.param
    return path
