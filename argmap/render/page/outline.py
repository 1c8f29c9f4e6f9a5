"""The outline of a page, in markup: what is read where no script runs, what is printed, and the way into the map."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from argmap.model import ArgumentMap, Statement
from argmap.render.markup import escaped
from argmap.render.sentences import DEEPEST, Entry, entries, rivalries, source_lines
from argmap.render.text import again, cited
from argmap.render.wording import heading, stopped
from argmap.selection import View


class Links:
    """What the lines of an outline lead to; here each statement leads to itself in the map.

    A link carries the place of its statement in reading order, from nought, as ``data-at``.
    """

    def statement(self, entry: Entry, words: str) -> str:
        """A statement, or where it is used again the mention of it, in markup, as ``words`` are."""
        assert entry.statement is not None
        more = ' class="again"' if entry.again else ""
        address = quote(entry.statement.id, safe="")
        return f'<a href="#at={address}" data-at="{entry.number - 1}"{more}>{words}</a>'

    def citations(self, s: Statement, sources: dict[str, int]) -> str:
        """The citations of a statement, in markup; ``sources`` are the numbers of sources by their keys."""
        return f'<span class="cited">{_shown(cited(s, sources))}</span>' if s.citations else ""


def to_markup(view: View, links: Links | None = None) -> str:
    """The whole map in nested lists, with its sources."""
    m = view.map
    return "\n".join([*_introduction(m), *_lists(view, links or Links()), *_sources(m)])


def _introduction(m: ArgumentMap) -> Iterator[str]:
    if m.author or m.date:
        yield f'<p class="summary">{", ".join(_isolated(part) for part in (m.author, m.date) if part)}</p>'
    if m.summary:
        yield f'<p class="summary said">{_shown(m.summary)}</p>'
    for question, positions in rivalries(m):
        names = [f"{number} ({_isolated(s.title.rstrip('.'))})" for number, s in positions]
        yield f"<p>{_isolated(question)} At most one of these can stand: {' or '.join(names)}.</p>"


def _lists(view: View, links: Links) -> Iterator[str]:
    numbers = {line.key: line.number for line in source_lines(view.map)}
    depth = -1
    for entry in entries(view):
        level = min(entry.depth, DEEPEST)
        yield from ["</li></ul>"] * (depth - level)
        yield '<ul class="lines">' if level > depth else "</li>"
        # A level may be left out, since a list cannot begin inside another's items without one.
        yield from ['<li><ul class="lines">'] * (level - depth - 1)
        more = f" ({_shown(entry.more)})" if entry.more else ""
        yield f"<li><div>{_line(entry, numbers, links)}{more}</div>"
        depth = level
    yield from ["</li></ul>"] * (depth + 1)


def _line(entry: Entry, sources: dict[str, int], links: Links) -> str:
    since = f"— <i>{_shown(entry.since)}.</i>" if entry.since else ""
    found = f'<span class="found">{_shown(entry.found)}</span>' if entry.found else ""
    if entry.statement is None:
        words = f"<b>{_shown(entry.lead)}</b>{_shown(entry.words.rstrip(','))}"
        told = f"{words}, <i>{_shown(entry.since)}</i>" if entry.since else words
        told = told if entry.lead.endswith(".") else f"{told}:"
        return f"{told} {found}".rstrip()
    s = entry.statement
    if entry.again:
        link = links.statement(entry, f"{entry.number} ({_isolated(s.title.rstrip('.'))})")
        return f"<b>{again(_shown(entry.lead), link)}</b>{f' {since}' if since else '.'} {found}".rstrip()
    label = f"<b>{_shown(heading(s))}</b>" if heading(s) else ""
    who = f"according to {_shown(s.by)}:" if s.by else "left unsaid:" if s.implicit else ""
    who = f"<i>{who[:1].upper() + who[1:] if label else who}</i>" if who else ""
    said = " ".join(part for part in (f"({entry.number})", label, who, _shown(stopped(s.text))) if part)
    lead = f"<b>{_shown(entry.lead)}</b>" if entry.lead else ""
    parts = (lead, links.statement(entry, said), links.citations(s, sources), since, found)
    return " ".join(part for part in parts if part)


def _sources(m: ArgumentMap) -> Iterator[str]:
    lines = source_lines(m)
    if lines:
        yield "<h2>Sources</h2><ol>"
        for line in lines:
            cites = [f"{_isolated(at) or 'as a whole'} in {', '.join(map(str, n))}" for at, n in line.places]
            tail = f"Cited: {'; '.join(cites)}." if cites else "Not cited."
            yield f"<li>{_isolated(stopped(line.title))} {tail}</li>"
        yield "</ol>"


def _shown(text: str) -> str:
    """A text as itself in markup."""
    return escaped(" ".join(text.split()))


def _isolated(text: str) -> str:
    """The same inside a sentence, whose direction it does not change."""
    return f"<bdi>{_shown(text)}</bdi>" if text else ""
