"""From Graphviz's SVG to one that can be published: without its own names, with those of the map."""

from __future__ import annotations

import re

from argmap.render.style import FONT
from argmap.render.svg import classes, describe, opening
from argmap.selection import View

_HEAD = re.compile(r"^.*?<svg (width=.*?) xmlns=[^>]*>", re.DOTALL)
_INTERNAL_TITLE = re.compile(r"<title>[^<]*</title>\n?")
_ANCHOR = re.compile(r'<g id="a_([^"]*)"><a ([^>]*)>\n?(.*?)</a>\n?</g>\n?', re.DOTALL)
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')


def finish(svg: str, view: View) -> str:
    """The finished SVG of what is shown of a map, from what Graphviz drew of its DOT."""
    svg = _INTERNAL_TITLE.sub("", svg)
    svg = re.sub(r"<!--.*?-->\n?", "", svg, flags=re.DOTALL)
    svg = svg.replace(f' font-family="{FONT}"', "").replace("&#45;", "-")  # the root has the font for all
    names = classes(view)
    svg = _ANCHOR.sub(lambda found: _named(found, names), svg)
    return _HEAD.sub(lambda head: opening(view, describe(view), " ".join(head[1].split())), svg, count=1)


def _named(found: re.Match[str], classes: dict[str, str]) -> str:
    """A part with a tooltip as a group with a title; a link stays a link."""
    name, body = found[1], found[3]
    attributes = dict(_ATTRIBUTE.findall(found[2]))
    tooltip = f"<title>{attributes.get('xlink:title', '')}</title>\n"
    group = f'<g id="{name}" class="{classes[name]}">' if name in classes else '<g class="part">'
    address = attributes.get("xlink:href")
    if address:
        return f'{group}<a href="{address}" xlink:href="{address}">{tooltip}{body}</a></g>\n'
    return f"{group}{tooltip}{body}</g>\n"
