"""The colours and sizes of the look as variables of a style sheet, and a theme whose colours are their names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from argmap.looks import WRAP
from argmap.render import style
from argmap.render.style import DARK, LIGHT, Theme, Tone

NAMES = Theme(
    background="background",
    text="text",
    muted="muted",
    helps=Tone("helps", "helps-fill"),
    opposes=Tone("opposes", "opposes-fill"),
    both=Tone("both", "both-fill"),
    thesis=Tone("thesis", "thesis-fill"),
    cut=Tone("cut", "cut-fill"),
    strip="strip",
    palette=tuple(Tone(f"palette-{n}", f"palette-{n}-fill") for n in range(len(LIGHT.palette))),
    greyed=Tone("greyed", "greyed-fill"),
)
"""The theme of a page: what is light or dark is for the browser to choose."""

_SIZES = {
    "tag": style.TAG, "title": style.TITLE, "body": style.BODY, "small": style.SMALL, "strip-size": style.STRIP,
    "thesis-title": style.THESIS_TITLE, "thesis-body": style.THESIS_BODY, "map-title": style.MAP_TITLE,
    "wrap": WRAP, "thesis-wrap": WRAP + style.THESIS_WIDER, "narrower": style.NARROWER,
}  # fmt: skip


def rules() -> str:
    """The rules that give the variables their values, and for each colour the classes ``ink-…`` and ``fill-…``."""
    dark = "".join(_variables(DARK))
    classes = [f".ink-{name}{{color:var(--{name})}}.fill-{name}{{background:var(--{name})}}\n" for name in _flat(NAMES)]
    sizes = "".join(f"--{name}:{points}pt;" for name, points in _SIZES.items())
    return (
        f":root{{--font:{style.FONT_STACK};{sizes}{''.join(_variables(LIGHT))}color-scheme:light}}\n"
        f"@media screen{{:root[data-theme=dark]{{{dark}color-scheme:dark}}}}\n"
        f"@media screen and (prefers-color-scheme:dark)"
        f"{{:root:not([data-theme=light]){{{dark}color-scheme:dark}}}}\n" + "".join(classes)
    )


def _variables(theme: Theme) -> Iterator[str]:
    for name, colour in zip(_flat(NAMES), _flat(theme), strict=True):
        yield f"--{name}:{colour};"


def _flat(part: Any) -> list[str]:
    """The colours of a theme, or of a part of one, in one list."""
    return [part] if isinstance(part, str) else [colour for inner in part for colour in _flat(inner)]
