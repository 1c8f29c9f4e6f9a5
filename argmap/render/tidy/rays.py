"""The ways of arrows that lead straight from circles: spread about the rim, and past all else in their order.

A circle with more arrows than its near side holds is longer than broad, with round ends. Places on its rim are told by
one number: how far from the middle they are, along the straight side and then along the end, a little outside the rim,
where the points of arrows are broadest. Angles are those to the direction in which the picture runs.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Collection, Sequence
from itertools import accumulate, groupby, pairwise
from typing import NamedTuple

from argmap.render.style import BEYOND_RIM
from argmap.render.tidy.columns import nearest
from argmap.render.tidy.routes import rounded_way, straight
from argmap.render.tidy.scene import Point

_NARROWEST, _BROADEST = 40.0, 300.0
_STEEP = 0.4
"""How much of the height that rays must climb their gap is wide, as far as it may be."""
_SIDEWAYS, _BESIDE_OTHERS, _BLOCKED = 1.2, 0.7, 0.2
"""The greatest angles of the rim where arrows end: if they are free, next to another box, and with one in the way."""
_NEAR = 30.0
"""How near such a box is."""
_ASLANT = 0.5
"""The greatest angle between an arrow and the rim's own direction at its end."""
_HEAD = 12.0
"""How far an arrow leads straight on from where it ends."""
_BEHIND = 14.0
"""How far behind the boxes of a column all its rays are in their order."""
_OFF, _BESIDE = 6.0, 4.0
"""How far a ray keeps from other boxes, and from other rays until it is behind the column."""
_ASIDE = 18.0
"""How far aside of a node the line to it may be where it reaches into it."""
_FIRM = 1000
"""The weight of a ray that has no choice."""

Band = tuple[float, float, float]
"""A box of a column: from where to where it reaches, and how deep."""


class Ray(NamedTuple):
    """What an arrow joins: the far side of a box and its middle, and where across the picture the arrow begins.

    ``extent`` is half of that side, ``radius`` that of its round ends; ``room`` is what the arrow's point takes to each
    side, ``reach`` how far behind the gap the arrow may begin.
    """

    x: float
    middle: float
    extent: float
    radius: float
    end: float
    room: float
    reach: float = 0.0

    @property
    def flat(self) -> float:
        """Half the straight part of the side."""
        return max(0.0, self.extent - self.radius)


class _Aim(NamedTuple):
    """Where a ray ends at the rim, and how far it leads straight on from there before it turns to where it begins."""

    ray: Ray
    tip: Point
    turn: Point
    begin: Point
    is_straight: bool

    def height(self, x: float) -> float:
        """Where across the picture it is so far along."""
        return _at(x, self.turn, self.begin)


class _Column(NamedTuple):
    """The boxes of a column and how deep the deepest is; where its rays are in order, and where its gap ends."""

    bands: Sequence[Band]
    deepest: float
    front: float
    right: float


def ray_gap(rays: Sequence[Ray]) -> float:
    """How wide a gap must be through which arrows lead, so that they are not too steep."""
    most = max((abs(ray.end - ray.middle) - ray.flat for ray in rays), default=0.0)
    return min(max(_NARROWEST, _STEEP * most), _BROADEST)


def drawn_rays(
    rays: Sequence[Ray], bands: Sequence[Band], broad: float, right: float
) -> list[tuple[tuple[Point, ...], float]]:
    """The curves of the arrows that end in a column, and how far each begins behind the gap.

    Rays and bands are given from the top; along the picture, the column begins at nought and is so ``broad``, and its
    gap ends at ``right``.
    """
    front = min(broad + _BEHIND, right - 1)
    column = _Column(bands, max((depth for _, _, depth in bands), default=0.0), front, right)
    aims = [_aim(ray, place, right) for ray, place in zip(rays, _places(rays, column), strict=True)]
    blocked = {aim.ray.middle for aim in aims if not _is_free(column, aim, aim.height(front))}
    places = _places(rays, column, blocked)
    aims = [_aim(ray, place, right) for ray, place in zip(rays, places, strict=True)]
    heights = [aim.height(front) for aim in aims]
    is_firm = [not _is_free(column, aim, height) for aim, height in zip(aims, heights, strict=True)]
    for at, firm in enumerate(is_firm):
        if firm:
            aims[at], heights[at] = _beside(rays[at], places[at], right)
    passed = _in_order(heights, is_firm)
    for at, (aim, height) in enumerate(zip(aims, passed, strict=True)):
        if not is_firm[at] and abs(height - heights[at]) > 1 and not _is_free(column, aim, height):
            is_firm[at] = True
            aims[at], heights[at] = _beside(rays[at], places[at], right)
    passed = _in_order(heights, is_firm)
    return [
        (_curve(aim, None if not firm and abs(there - wish) < 1 else (front, there)), aim.begin[0] - right)
        for aim, wish, there, firm in zip(aims, heights, passed, is_firm, strict=True)
    ]


def _places(rays: Sequence[Ray], column: _Column, blocked: Collection[float] = ()) -> list[float]:
    """Where on the rims of their boxes rays end: near to where they come from, in their order, with room for points.

    Those on boxes whose middles are ``blocked`` end as near to the middle as they can.
    """
    found: list[float] = []
    for _, group in groupby(rays, key=lambda ray: (ray.middle, ray.x)):
        own = list(group)
        about = own[0].radius + BEYOND_RIM
        wishes = []
        for ray in own:
            off = ray.end - ray.middle
            on = min(max(off, -ray.flat), ray.flat)
            wishes.append(on + about * math.atan2(off - on, column.right - ray.x + ray.radius))
        steps = list(accumulate((one.room + other.room for one, other in pairwise(own)), initial=0.0))
        least, most = (own[0].flat + about * angle for angle in _ends(own[0], column.bands, blocked))
        low = min(-steps[-1] / 2, max(-least, wishes[0]))
        high = max(steps[-1] / 2, min(most, wishes[-1]))
        moved = nearest([(w - s - low, 1) for w, s in zip(wishes, steps, strict=True)], high - low - steps[-1])
        found += [low + move + step for move, step in zip(moved, steps, strict=True)]
    return found


def _ends(ray: Ray, bands: Sequence[Band], blocked: Collection[float]) -> tuple[float, float]:
    """The greatest angles of a box's rim at which arrows may end: less where another box is near, or in the way."""
    if ray.middle in blocked:
        return _BLOCKED, _BLOCKED
    at = bisect_left(bands, ray.middle, key=lambda band: band[1])
    low, high = ray.middle - ray.extent - _NEAR, ray.middle + ray.extent + _NEAR
    return (
        _BESIDE_OTHERS if at > 0 and bands[at - 1][1] > low else _SIDEWAYS,
        _BESIDE_OTHERS if at + 1 < len(bands) and bands[at + 1][0] < high else _SIDEWAYS,
    )


def _aim(ray: Ray, place: float, right: float, lean: float = _ASLANT) -> _Aim:
    """A ray that ends at a place of its rim, and leans so far to where it begins."""
    on = min(max(place, -ray.flat), ray.flat)
    normal = (place - on) / (ray.radius + BEYOND_RIM)
    tip = (ray.x - ray.radius * (1 - math.cos(normal)), ray.middle + on + ray.radius * math.sin(normal))
    far, off = right - tip[0], abs(ray.end - tip[1])
    reach = ray.reach if off * ray.reach <= _ASIDE * (far + ray.reach) else 0.0
    begin = (right + reach, ray.end)
    direct = math.atan2(begin[1] - tip[1], begin[0] - tip[0])
    angle = min(max(direct, normal - lean, -_SIDEWAYS), normal + lean, _SIDEWAYS)
    turn = (tip[0] + _HEAD * math.cos(angle), tip[1] + _HEAD * math.sin(angle))
    return _Aim(ray, tip, turn, begin, angle == direct)


def _beside(ray: Ray, place: float, right: float) -> tuple[_Aim, float]:
    """A ray that cannot lead past others, and the height at which it leaves its column beside its own box."""
    aim = _aim(ray, place, right, 0.0)
    return aim, min(max(aim.turn[1], ray.middle - ray.extent - 2), ray.middle + ray.extent + 2)


def _at(x: float, one: Point, other: Point) -> float:
    """The height at which the line through two points is so far along."""
    return one[1] + (other[1] - one[1]) * (x - one[0]) / max(1.0, other[0] - one[0])


def _in_order(heights: Sequence[float], is_firm: Sequence[bool]) -> list[float]:
    """The heights nearest to given ones that keep the order of rays, and keep them apart."""
    if not heights:
        return []
    steps = [_BESIDE * at for at in range(len(heights))]
    lowest = min(height - step for height, step in zip(heights, steps, strict=True))
    wishes = [(h - s - lowest, _FIRM if firm else 1) for h, s, firm in zip(heights, steps, is_firm, strict=True)]
    return [move + step + lowest for move, step in zip(nearest(wishes, math.inf), steps, strict=True)]


def _is_free(column: _Column, aim: _Aim, height: float) -> bool:
    """Whether a ray that leaves a column at a height meets none of its boxes but its own."""
    (x, y), there = aim.tip, (column.front, height)
    if column.deepest <= x:
        return True
    low, high = min(y, height) - _OFF, max(y, height) + _OFF
    at = bisect_left(column.bands, low, key=lambda band: band[1])
    for above, below, depth in column.bands[at:]:
        if above > high:
            return True
        if depth <= x or above <= aim.ray.middle <= below:
            continue
        near = _at(depth, aim.turn, there) if depth > aim.turn[0] else aim.turn[1]
        if min(y, near) - _OFF < below and max(y, near) + _OFF > above:
            return False
    return True


def _curve(aim: _Aim, front: Point | None) -> tuple[Point, ...]:
    """The curves of a ray from the rim to where it begins, through a point behind the column if need be."""
    if front is None and aim.is_straight:
        return straight(aim.tip, aim.begin)
    return rounded_way([aim.tip, aim.turn, *([front] if front else []), aim.begin])
