"""A map as a Mermaid flowchart, which GitHub, GitLab and many wikis show where it stands.

Every letter that means something to Mermaid, to Markdown or to HTML is written as an entity, so that no text of a map
can become markup. What no SVG can hold, such as a control character, becomes the sign for an unknown letter.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from argmap.looks import Style
from argmap.render import style as looks
from argmap.render.markup import fit
from argmap.render.networks.labelled import Labelled, Line, Look, sketched
from argmap.render.style import Theme
from argmap.render.styles.blocks import Words
from argmap.render.styles.heading import titles
from argmap.selection import Shown

MOST_LETTERS, MOST_LINES = 50_000, 500
"""What Mermaid draws unless it is told otherwise, which a diagram itself cannot do (maxTextSize, maxEdges)."""

_DIRECTIONS = {"LR": "RL", "RL": "LR", "TB": "BT", "BT": "TB"}
"""Arrows lead to the thesis, which stands where the picture begins."""

_SHAPES = {
    "box": '["{}"]', "round": '("{}")', "chip": '["{}"]', "step": '(("{}"))', "strip": '(["{}"])',
    "issue": '{{{{"{}"}}}}',
}  # fmt: skip
_DASHES = {"dashed": "5 3", "dotted": "1 3"}
_SIZE = 16
"""The size of Mermaid's letters, in pixels; what is `argmap.render.style.BODY` in other pictures."""

_ON_ANY_GROUND = "#75808D"
"""The colour of the title, which stands on the page: a contrast of 4 with white and with black."""
_WIDE = {ord("<"): "＜", ord(">"): "＞"}
"""The signs that come nearest to < and >, for a title with <: there Mermaid sees tags, and knows no entities."""


def to_mermaid(shown: Shown, style: Style, notes: list[str] | None = None) -> str:
    """A map, or what is shown of it, as a Mermaid flowchart; what is to be told is added to ``notes``.

    Raises `argmap.render.picture.TooDeepError`.
    """
    picture, style, theme, nodes, lines, classes = sketched(shown, style, "Mermaid", notes)
    body = [f"flowchart {_DIRECTIONS[style.direction]}", *(f"  {_node(node, classes)}" for node in nodes)]
    body += [f"  {_line(line)}" for line in lines]
    body += [f"  {_class(name, look)}" for look, name in classes.items()]
    body += [f"  {said}" for said in _strokes(lines, theme.text)]
    body += [f'  click {node.id} href "{_address(node.link)}"' for node in nodes if node.link]
    heading = fit(" · ".join(" ".join(words.text.split()) for words in titles(picture, theme)))
    title = heading.translate(_WIDE) if "<" in heading else heading
    text = _front(title, style, theme) + "\n".join(body) + "\n"
    if notes is not None and title != heading:
        notes.append("the title of a Mermaid diagram holds no <; ＜ and ＞ stand for < and >")
    if notes is not None and (len(text) > MOST_LETTERS or len(lines) > MOST_LINES):
        limit = f"Mermaid shows up to {MOST_LETTERS:,} and {MOST_LINES:,} unless it is set up for more"
        size = f"the flowchart has {len(text):,} characters and {len(lines):,} lines"
        notes.append(f"{size}; {limit}: show a part (--depth, --focus), or `--style compact`")
    return text


def _front(heading: str, style: Style, theme: Theme) -> str:
    """The settings that stand before a flowchart."""
    settings = {
        "theme": "base",
        "fontFamily": looks.FONT_STACK.replace("'", ""),
        "themeVariables": {
            "lineColor": theme.muted,
            "textColor": theme.text,
            "titleColor": _ON_ANY_GROUND,
            "edgeLabelBackground": theme.background,
        },
        "flowchart": {
            "wrappingWidth": round(style.wrap * _SIZE / looks.BODY),
            "curve": "monotoneY" if style.is_upright else "monotoneX",
        },
    }
    return f"---\ntitle: {json.dumps(heading, ensure_ascii=False)}\nconfig: {json.dumps(settings)}\n---\n"


def _class(name: str, look: Look) -> str:
    frame = f"stroke:{look.line},stroke-width:1.5px" if look.line else "stroke:none"
    dash = f",stroke-dasharray:{_DASHES[look.dash]}" if look.dash else ""
    return f"classDef {name} fill:{look.fill},{frame},color:{look.ink}{dash}"


def _node(node: Labelled, classes: dict[Look, str]) -> str:
    said = "<br/>".join("".join(map(_words, line)) for line in node.lines)
    return f"{node.id}{_SHAPES[node.shape].format(said)}:::{classes[node.look]}"


def _words(words: Words) -> str:
    """Words in their font, as far as a label can."""
    tags = ["small"] * (words.size <= looks.STRIP) + ["b"] * words.bold + ["i"] * words.italic + ["s"] * words.struck
    return f"{''.join(f'<{tag}>' for tag in tags)}{escaped(words.text)}{''.join(f'</{tag}>' for tag in reversed(tags))}"


def _line(line: Line) -> str:
    shaft = "-.-" if line.dash == "dotted" else "---"
    arrow = shaft.replace("---", "-->").replace("-.-", "-.->") if line.has_tip else shaft
    word = f'|"{escaped(line.word)}"|' if line.word else ""
    return f"{line.start} {arrow}{word} {line.end}"


def _strokes(lines: Iterable[Line], ink: str) -> Iterator[str]:
    """The colours of lines, those that are alike together."""
    alike: dict[str, list[str]] = {}
    for number, line in enumerate(lines):
        dash = f",stroke-dasharray:{_DASHES[line.dash]}" if line.dash else ""
        alike.setdefault(f"stroke:{line.colour},stroke-width:{line.width:g}px,color:{ink}{dash}", []).append(
            str(number)
        )
    for look, numbers in alike.items():
        yield f"linkStyle {','.join(numbers)} {look}"


_ENTITIES = {code: f"#{code};" for code in map(ord, '"#$%&*+<=>@[]^_`{|}~\\/')} | {ord("\\"): "#bsol;<wbr>"}
"""What Mermaid, Markdown and HTML may take for something else; a backslash would join an n to a new line."""


def escaped(text: str) -> str:
    """A text that means itself in a label between quotation marks; white space is one space."""
    return fit(" ".join(re.findall(r"[\S\u00a0]+", text))).translate(_ENTITIES)


def _address(url: str) -> str:
    return quote(url, safe=":/?#[]@!$&'()*+,;=%-._~")
