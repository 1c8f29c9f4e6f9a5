"""The outline as Markdown: nested lists that every reader of CommonMark shows alike."""

from __future__ import annotations

import re

from argmap.render.sentences import DEEPEST, Entry, entries, rivalries, source_lines
from argmap.render.text import again, cited, introduced
from argmap.render.wording import heading, stopped
from argmap.selection import Shown, viewed


def to_markdown(shown: Shown) -> str:
    """A map, or what is shown of it, in nested lists, with its sources; all of its text is escaped."""
    view = viewed(shown)
    m = view.map
    blocks = [f"# {escaped(m.title)}"]
    blocks += [f"*{escaped(m.question)}*"] if m.question else []
    blocks += [escaped(m.summary)] if m.summary else []
    blocks += [escaped(stopped(told))] if (told := introduced(view)) else []
    for question, positions in rivalries(m):
        names = [f"**{number}** ({escaped(s.title.rstrip('.'))})" for number, s in positions]
        blocks.append(f"{escaped(question)} At most one of these can stand: {' or '.join(names)}.")
    sources = source_lines(m)
    numbers = {line.key: line.number for line in sources}
    tree: list[str] = []
    for entry in entries(view):
        if entry.depth == 0:
            blocks.append("\n".join(tree))
            tree = []
        tree.append("  " * min(entry.depth, DEEPEST) + "- " + _entry(entry, numbers))
    blocks.append("\n".join(tree))
    if sources:
        lines = []
        for line in sources:
            cites = [f"{escaped(at) or 'as a whole'} in {', '.join(map(str, n))}" for at, n in line.places]
            tail = f" Cited: {'; '.join(cites)}." if cites else " Not cited."
            lines.append(f"{line.number}. {escaped(stopped(line.title))}{tail}")
        blocks += ["## Sources", "\n".join(lines)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _entry(entry: Entry, sources: dict[str, int]) -> str:
    lead = f"**{escaped(entry.lead)}**" if entry.lead else ""
    since = f"— *{escaped(entry.since)}.*" if entry.since else ""
    more = f" {escaped(entry.found)}" if entry.found else ""
    more += f" ({escaped(entry.more)})" if entry.more else ""
    if entry.statement is None:
        words = escaped(entry.words.rstrip(","))
        told = f"{lead}{words}{', *' + escaped(entry.since) + '*' if entry.since else ''}{more}"
        return told if entry.lead.endswith(".") else told + ":"
    s = entry.statement
    if entry.again:
        words = again(escaped(entry.lead), f"{entry.number}")
        return f"**{words}** ({escaped(s.title.rstrip('.'))}){f' {since}' if since else '.'}{more}"
    if entry.greyed:
        return " ".join(p for p in (lead, f"({entry.number})", f"{escaped(s.title.rstrip('.'))} …") if p) + more
    label = f"**{escaped(heading(s))}**" if heading(s) else ""
    who = f"according to {escaped(s.by)}:" if s.by else "left unsaid:" if s.implicit else ""
    who = f"*{who[:1].upper() + who[1:] if label else who}*" if who else ""
    parts = [lead, f"({entry.number})", label, who, escaped(stopped(s.text)), escaped(cited(s, sources)), since]
    return " ".join(p for p in parts if p) + more


def escaped(text: str) -> str:
    """A text that means itself in CommonMark and in the dialects of code hosts."""
    text = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*_\[\]{}|~$#!@^])", r"\\\1", text)
