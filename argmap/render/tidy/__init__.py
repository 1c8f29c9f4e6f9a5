"""Pictures as argmap itself measures, places and paints them, in linear time and without any other program."""

from __future__ import annotations

from argmap.render.tidy.drawing import scene
from argmap.render.tidy.sheets import SMALLEST, scenes

__all__ = ["SMALLEST", "scene", "scenes"]
