"""What every SVG of a map says of itself: its parts have names, and screen readers have words."""

from __future__ import annotations

from argmap.model import Direction
from argmap.render.evaluated import briefly, title
from argmap.render.markup import escaped
from argmap.render.style import FONT_STACK
from argmap.selection import Finding, View


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
