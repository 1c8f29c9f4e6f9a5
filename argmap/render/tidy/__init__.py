"""argmap's own layout: where everything in a picture stands, in linear time, without any other program."""

from __future__ import annotations

from argmap.render.tidy.drawing import SMALLEST, scene, scenes

__all__ = ["SMALLEST", "scene", "scenes"]
