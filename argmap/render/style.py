"""Colours, sizes and words of the look: one place for everything that could be drawn otherwise."""

from __future__ import annotations

from typing import NamedTuple


class Tone(NamedTuple):
    """The colour of border and tag, and that of the fill behind the text."""

    line: str
    fill: str


class Theme(NamedTuple):
    """The colours of a picture; every pair of text and ground has a contrast of 4.5 or more."""

    background: str
    text: str
    muted: str
    helps: Tone
    opposes: Tone
    both: Tone
    thesis: Tone
    cut: Tone
    strip: str


LIGHT = Theme(
    background="#FFFFFF",
    text="#1F2933",
    muted="#5B6470",
    helps=Tone("#0B5FA5", "#EAF2FB"),
    opposes=Tone("#B3460B", "#FDF0E6"),
    both=Tone("#5B6470", "#F4F5F7"),
    thesis=Tone("#FFFFFF", "#1F2A44"),
    cut=Tone("#FFFFFF", "#1F2933"),
    strip="#F4F5F7",
)

DARK = Theme(
    background="#12161D",
    text="#E6EAF0",
    muted="#A9B4C2",
    helps=Tone("#7CC0FF", "#152638"),
    opposes=Tone("#FFA066", "#33200F"),
    both=Tone("#A9B4C2", "#1E2530"),
    thesis=Tone("#12161D", "#E6EAF0"),
    cut=Tone("#12161D", "#E6EAF0"),
    strip="#1E2530",
)

FONT = "Arial"
"""The one name that every layout engine measures alike."""

FONT_STACK = "Arial, 'Liberation Sans', Arimo, Helvetica, sans-serif"
"""What a finished SVG asks for: fonts of the same widths."""

TAG, TITLE, BODY, SMALL, STRIP = 8, 12, 11, 9, 10
THESIS_TITLE, THESIS_BODY = 15, 12
MAP_TITLE = 18
"""Sizes in points."""

WRAP = 190
"""The width of the text in a box, in points."""

THESIS_WRAP = WRAP + 16
"""The same for the thesis and its rivals."""

NARROWER = 17
"""By how much each level of undercutters narrows its text."""

SIGNS = {"for": "+", "against": "−", "undercuts": "×"}
POSSIBLE_SIGN, RIVALS_SIGN = "?", "≠"
SIDE_SIGNS = {"for": "▲", "against": "▼"}
"""What stands on bars, and before a tag: whom a statement helps, to be told without colour."""
