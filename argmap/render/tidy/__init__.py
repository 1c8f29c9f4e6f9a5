"""argmap's own layout: a map as SVG in linear time, without any other program."""

from __future__ import annotations

from argmap.render.tidy.drawing import SMALLEST, draw, scene, scenes

__all__ = ["SMALLEST", "draw", "scene", "scenes"]
