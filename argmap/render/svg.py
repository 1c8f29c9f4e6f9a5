"""From Graphviz's SVG to one that can be published: parts have names, and screen readers have words."""

from __future__ import annotations

import re

from argmap.model import Direction
from argmap.render.evaluated import briefly, title
from argmap.render.markup import escaped
from argmap.render.style import FONT, FONT_STACK
from argmap.selection import Finding, View

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


def opening(view: View, described: str, size: str) -> str:
    """The beginning of an SVG, with the words for who cannot see it; ``size`` holds the attributes of its size."""
    m = view.map
    language = f' lang="{escaped(m.language)}"' if m.language else ""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
        f'<svg font-family="{FONT_STACK}" role="graphics-document document" '
        f'aria-labelledby="map-title" aria-describedby="map-desc"{language} {size} '
        'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">\n'
        f'<title id="map-title">{escaped(m.title)}</title>\n<desc id="map-desc">{escaped(described)}</desc>'
    )


def classes(view: View) -> dict[str, str]:
    """The classes of each part of a picture by its name; after an evaluation also what has become of it."""
    m, findings = view.map, view.findings
    statements, arguments = (findings.statements, findings.arguments) if findings else ({}, {})

    def also(found: Finding | None) -> str:
        return f" {found.status}" if found and found.status else ""

    named = {
        f"statement-{s.id}": f"statement {s.kind} {m.side(s.id)}{also(statements.get(s.id))}" for s in m.statements
    }
    named |= {name: f"{named[name]} greyed" for name in (f"statement-{id}" for id in view.greyed)}
    return named | {f"argument-{a.id}": f"node argument {a.direction}{also(arguments.get(a.id))}" for a in m.arguments}


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


def describe(view: View) -> str:
    """What is shown of a map in two or three sentences, for whoever cannot see it."""
    m = view.map
    counts = {d: sum(a.direction is d for a in m.arguments) for d in Direction}
    words = [
        _number(len(m.statements), "statement"),
        _number(counts[Direction.FOR], "argument") + " for",
        _number(counts[Direction.AGAINST], "argument") + " against",
        _number(counts[Direction.UNDERCUTS], "undercutter"),
    ]
    is_there = m.thesis and m.thesis == view.whole.thesis
    thesis = f" Thesis: {' '.join(m.statement(m.thesis).text.split())}" if is_there else ""
    if view.findings:
        judged = f" ({briefly(view.findings, m.thesis)})" if is_there else ""
        thesis = f" {title(view.findings)}{thesis}{judged}"
    summary = f" {' '.join(m.summary.split())}" if m.summary else ""
    what = "Part of an argument map, with" if view.is_part else "An argument map of"
    told = f" Shown: {view.told()}." if view.is_part else ""
    return f"{what} {', '.join(words[:-1])} and {words[-1]}.{told}{thesis}{summary}"


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
