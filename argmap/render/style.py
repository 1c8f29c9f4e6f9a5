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
    palette: tuple[Tone, ...]
    """For kinds and tags, in their order."""
    greyed: Tone
    """What only leads up to what was asked for: the line of boxes, and the ground of bars."""


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
    palette=(
        Tone("#0B5FA5", "#EAF2FB"),
        Tone("#B3460B", "#FDF0E6"),
        Tone("#00695C", "#E3F4F1"),
        Tone("#7A2E8E", "#F7ECFA"),
        Tone("#7A5C00", "#FBF4DC"),
        Tone("#A8174B", "#FDEBF1"),
    ),
    greyed=Tone("#A3ABB5", "#6F7884"),
)

DARK = Theme(
    background="#12161D",
    text="#E6EAF0",
    muted="#A9B4C2",
    helps=Tone("#7CC0FF", "#152638"),
    opposes=Tone("#FFA066", "#33200F"),
    both=Tone("#A9B4C2", "#1D242E"),
    thesis=Tone("#12161D", "#E6EAF0"),
    cut=Tone("#12161D", "#E6EAF0"),
    strip="#1D242E",
    palette=(
        Tone("#7CC0FF", "#152638"),
        Tone("#FFA066", "#33200F"),
        Tone("#5FD3C0", "#0F2B28"),
        Tone("#D8A1E8", "#2B1A33"),
        Tone("#E6C34D", "#2E2710"),
        Tone("#FF8FB3", "#371824"),
    ),
    greyed=Tone("#4B5766", "#8792A0"),
)

PRINT = Theme(
    background="#FFFFFF",
    text="#000000",
    muted="#4A4A4A",
    helps=Tone("#000000", "#FFFFFF"),
    opposes=Tone("#000000", "#E4E4E4"),
    both=Tone("#000000", "#F4F4F4"),
    thesis=Tone("#FFFFFF", "#000000"),
    cut=Tone("#FFFFFF", "#707070"),
    strip="#F4F4F4",
    palette=(Tone("#000000", "#FFFFFF"), Tone("#000000", "#E4E4E4"), Tone("#000000", "#CCCCCC")),
    greyed=Tone("#9A9A9A", "#767676"),
)

THEMES = {"light": LIGHT, "dark": DARK, "print": PRINT}
"""The colours by the names of `argmap.looks.Style`; pictures in print are read without any."""

FONT = "Arial"
"""The one name that every layout engine measures alike."""

FONT_STACK = "Arial, 'Liberation Sans', Arimo, Helvetica, 'Nimbus Sans', 'DejaVu Sans Condensed', sans-serif"
"""What a finished SVG asks for: fonts of the same widths, and one that is nearly as narrow."""

TAG, TITLE, BODY, SMALL, STRIP = 8, 12, 11, 9, 10
THESIS_TITLE, THESIS_BODY = 15, 12
MAP_TITLE = 18
"""Sizes in points."""

THESIS_WIDER = 16
"""By how much the text of the thesis and of its rivals is wider than that of others, in points."""

BADGE_INSET, BELOW_BADGE = 4, 3
"""The space between the frame of a badge and its text, to the left and to the right; that below a line with one."""

INSET = 7
"""The space between the side of a panel and its text."""

ARROW, BESIDE_ARROWS = 13.0, 8.0
"""How far apart the points of arrows must be, and how far from the corners of their box, in points."""

ARROW_ROOM, STOP_ROOM = 5.0, 6.75
"""How much room to each side the point of an arrow takes that leads to a circle, and that of an attack, in points."""
BEYOND_RIM = 5.0
"""How far beyond the rim of a circle arrows must have that room, in points."""

NARROWER = 17
"""By how much each level of undercutters narrows its text."""

SIGNS = {"for": "+", "against": "−", "undercuts": "×"}
BAR_WORDS = {"for": "because", "against": "but", "undercuts": "unless"}
POSSIBLE_SIGN, RIVALS_SIGN = "?", "≠"
SIDE_SIGNS = {"for": "▲", "against": "▼"}
"""What stands on bars, and before a tag: whom a statement helps, to be told without colour."""
