"""The heading of a picture: its title, and its key in strips as wide as the picture; and the margin around both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from argmap.looks import Style
from argmap.render import style
from argmap.render.metrics import width
from argmap.render.picture import Picture
from argmap.render.style import Theme
from argmap.render.styles.blocks import Arrow, Bar, Disc, Entry, Patch, Stroke
from argmap.render.styles.heading import key, titles
from argmap.render.tidy.fit import BAR, Zone, fit_words
from argmap.render.tidy.placing import DASHES, placed_bar, placed_lines
from argmap.render.tidy.routes import straight
from argmap.render.tidy.scene import Curve, Part, Scene, Shape, Text, Thing
from argmap.render.tidy.wires import disc, headed

_STRIP, _SAMPLE = 22, 16
"""The height of a strip of the key, and of the samples in it."""
_DOWN = 11.5
"""How far below the top of a strip its words stand."""
_KEY, _BEFORE_KEY = "KEY", 8
_BEFORE, _AFTER = 6, 16
"""The gaps beside an entry's words."""


MARGIN = 18.0
"""The empty edge of a picture."""
_GAP = 12.0
"""The gap below the heading."""


def framed(picture: Picture, look: Style, room: float, size: tuple[float, float], things: Iterator[Thing]) -> Scene:
    """Things of a size below the heading of their picture, which may be as wide as they are, or as ``room``."""
    across, down = size
    heading, wide, high = legend(picture, look, max(across, room))
    width, height = max(across, wide) + 2 * MARGIN, high + down + 2 * MARGIN
    everything = chain((Part(tuple(heading), "heading"),), things)
    return Scene(width, height, (MARGIN, MARGIN + high), style.THEMES[look.theme].background, everything)


def legend(picture: Picture, look: Style, room: float) -> tuple[list[Thing], float, float]:
    """What stands above a picture, whose left upper corner is the origin; and its width and its height."""
    theme = style.THEMES[look.theme]
    runs, title = fit_words(titles(picture, theme), room, 0, 0)
    entries = key(picture, look)
    strips, wide = _balanced(entries, room) if entries else ([], 0)
    height = title + (_BEFORE_KEY if entries else 0) + _STRIP * len(strips) + _GAP
    things = placed_lines(runs, 0, -height, room)
    y = _BEFORE_KEY + title - height
    if entries:
        things.append(Text(0, y + _DOWN, _KEY, style.STRIP, theme.muted, bold=True))
    for strip in strips:
        for x, entry in strip:
            things += _entry(entry, x, y, theme)
        y += _STRIP
    widths = [room if r.to_left else width(line, r.words.size, r.words.bold) for r in runs for line in r.lines]
    return things, max([wide, *widths]), height


def _balanced(entries: Sequence[Entry], room: float) -> tuple[list[list[tuple[float, Entry]]], float]:
    """The strips of `_strips`, as few as the room allows and about equally long."""
    best = _strips(entries, room)
    number = len(best[0])
    while True:
        narrower = _strips(entries, best[1] - 1)
        if len(narrower[0]) > number or narrower[1] >= best[1]:
            return best
        best = narrower


def _strips(entries: Sequence[Entry], room: float) -> tuple[list[list[tuple[float, Entry]]], float]:
    """The entries of each strip with their places, and how wide the widest strip is."""
    first = x = width(_KEY, style.STRIP, bold=True) + 10
    strips: list[list[tuple[float, Entry]]] = [[]]
    wide = x
    for entry in entries:
        needs = BAR + _BEFORE + width(entry.meaning, style.STRIP)
        if x > first and x + needs > room:
            strips.append([])
            x = first
        strips[-1].append((x, entry))
        wide = max(wide, x + needs)
        x += needs + _AFTER
    return strips, wide


def _entry(entry: Entry, x: float, y: float, theme: Theme) -> list[Thing]:
    meaning = Text(x + BAR + _BEFORE, y + _DOWN, entry.meaning, style.STRIP, theme.text)
    return [*_sample(entry.sample, x, y), meaning]


def _sample(sample: Bar | Patch | Stroke | Arrow | Disc, x: float, y: float) -> tuple[Thing, ...]:
    if isinstance(sample, Disc):
        return disc(sample.sign, (x + BAR / 2, y + _SAMPLE / 2))
    if isinstance(sample, Arrow):
        shaft, head = headed(straight((x + BAR, y + _SAMPLE / 2), (x - 4, y + _SAMPLE / 2)), sample.head)
        return Curve(shaft, *sample.stroke), *head
    if isinstance(sample, Bar):
        zone = Zone(x + 0.5 * bool(sample.dots or sample.rim), y, x + BAR, y + _SAMPLE)
        return placed_bar(sample._replace(word=""), zone, (x + BAR / 2, y + _SAMPLE / 2), style.BODY)
    right = x + BAR
    if isinstance(sample, Stroke) and sample.dotted:
        return (Curve(straight((x, y + _SAMPLE / 2), (right, y + _SAMPLE / 2)), *sample),)
    if isinstance(sample, Stroke):
        thin, thick = (straight((x, y + down), (right, y + down)) for down in (4.5, 11))
        return Curve(thin, sample.colour, 1), Curve(thick, *sample)
    line, is_round, dash = sample.outline
    box = Shape(x, y + 1, right, y + _SAMPLE - 1, sample.fill, line, DASHES[dash], 4 if is_round else 0)
    if not sample.sign:
        return (box,)
    at = x + (BAR - width(sample.sign, style.TAG, bold=True)) / 2
    return box, Text(at, y + 11, sample.sign, style.TAG, sample.ink or line, bold=True)
