"""A map as a diagram in the language D2, which D2's own program lays out and draws.

Labels are plain text: D2 measures Markdown too narrow, and what it finds no room for is lost. What no SVG can hold,
such as a control character, becomes the sign for an unknown letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

from argmap.looks import Style
from argmap.render import style as looks
from argmap.render.markup import fit
from argmap.render.metrics import wrap
from argmap.render.networks.labelled import Labelled, Line, Look, sketched
from argmap.render.styles.blocks import Words
from argmap.render.styles.heading import titles
from argmap.selection import Shown

_DIRECTIONS = {"LR": "left", "RL": "right", "TB": "up", "BT": "down"}
"""Arrows lead to the thesis, which stands where the picture begins."""

_SHAPES = {
    "box": "shape: rectangle", "round": "shape: rectangle; style.border-radius: 8", "chip": "shape: rectangle",
    "step": "shape: circle; width: 34; height: 34", "strip": "shape: rectangle; style.border-radius: 18",
    "issue": "shape: hexagon",
}  # fmt: skip
_DASHES = {"dashed": 5, "dotted": 2, "": 0}
_THEMES = {"light": 0, "dark": 200, "print": 1}
"""D2's own themes that go with ours: Neutral Default, Dark Mauve, Neutral Grey."""


def to_d2(shown: Shown, style: Style, notes: list[str] | None = None) -> str:
    """A map, or what is shown of it, as D2; what is to be told is added to ``notes``.

    Raises `argmap.render.picture.TooDeepError`.
    """
    picture, style, theme, nodes, lines, named = sketched(shown, style, "D2", notes)
    heading = [line for words in titles(picture, theme) for line in wrap(words.text, 4 * style.wrap, looks.BODY)]
    out = [
        f"vars: {{d2-config: {{theme-id: {_THEMES[style.theme]}; pad: 20}}}}",
        f"direction: {_DIRECTIONS[style.direction]}",
        f'style.fill: "{theme.background}"',
        "classes: {",
        *(f"  {name}: {{{_look(look)}}}" for look, name in named.items()),
        "}",
        f'map_title: {quoted(heading)} {{shape: text; near: top-center; style.font-color: "{theme.text}"}}',
    ]
    out += [_node(node, named[node.look], style.wrap) for node in nodes]
    out += [_line(line, theme.text) for line in lines]
    return "\n".join(out) + "\n"


def _look(look: Look) -> str:
    line = look.line or look.fill
    said = f'style.fill: "{look.fill}"; style.stroke: "{line}"; style.font-color: "{look.ink}"'
    frame = f"style.stroke-width: {1 if look.line else 0}; style.stroke-dash: {_DASHES[look.dash]}"
    return f"{said}; {frame}; style.bold: {'true' if look.thick else 'false'}; style.font-size: 15"


def _node(node: Labelled, name: str, room: int) -> str:
    link = f'; link: "{_address(node.link)}"' if node.link else ""
    return f"{node.id}: {_wrapped(node.lines, room)} {{class: {name}; {_SHAPES[node.shape]}{link}}}"


def _wrapped(lines: Iterable[tuple[Words, ...]], room: int) -> str:
    """Lines of words as a quoted text, each as wide as it may be: D2 breaks none itself."""
    made: list[str] = []
    for first, *others in lines:
        if others:
            made.append(first.text + "".join(words.text for words in others))
        else:
            made += wrap(first.text, room, min(first.size, looks.BODY), first.bold)
    return quoted(made)


def quoted(lines: Iterable[str]) -> str:
    """Lines of text between quotation marks, where they mean themselves."""
    return '"' + "\\n".join(re.sub(r'(["$\\])', r"\\\1", fit(line)) for line in lines) + '"'


def _line(line: Line, ink: str) -> str:
    arrow = "->" if line.has_tip else "--"
    word = f': "{line.word}"' if line.word else ":"
    dash = f"; style.stroke-dash: {_DASHES[line.dash]}" if line.dash else ""
    look = f'style.stroke: "{line.colour}"; style.stroke-width: {max(1, round(line.width))}; style.font-color: "{ink}"'
    return f"{line.start} {arrow} {line.end}{word} {{{look}{dash}}}"


def _address(url: str) -> str:
    return quote(url, safe=":/?#[]@!&'()*+,;=%-._~")
