"""The outline of a page, in markup: what is read where no script runs, what is printed, and the way into the map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from argmap.model import ArgumentMap
from argmap.render.markup import escaped
from argmap.render.outlines.document import Document, Entry
from argmap.render.outlines.markup import inline
from argmap.render.wording import flat


def to_markup(document: Document, m: ArgumentMap) -> str:
    """The whole map in nested lists, with its sources; each statement is a link to itself in the map.

    A link carries the place of its statement in reading order, from nought, as ``data-at``.
    """
    return "\n".join(_Told(document, m).parts())


class _Told:
    """Writes one outline."""

    def __init__(self, document: Document, m: ArgumentMap) -> None:
        self._document = document
        self._places = {s.id: n for n, s in enumerate(m.reading_order())}

    def parts(self) -> Iterator[str]:
        d = self._document
        if d.author or d.date:
            yield f'<p class="summary">{", ".join(_isolated(part) for part in (d.author, d.date) if part)}</p>'
        if d.summary:
            yield f'<p class="summary said">{_shown(d.summary)}</p>'
        for rivals in d.rivalries:
            yield f"<p>{inline(rivals)}</p>"
        for section in d.sections:
            yield from self._list([part for part in section.body if isinstance(part, Entry)])
        if d.sources:
            yield f"<h2>{d.language.sources}</h2><ol>"
            for line in d.sources:
                yield f"<li>{inline(line.runs)}</li>"
            yield "</ol>"

    def _list(self, entries: Iterable[Entry]) -> Iterator[str]:
        yield '<ul class="lines">'
        for entry in entries:
            yield f"<li><div>{self._line(entry)}</div>"
            if entry.below:
                yield from self._list(entry.below)
            yield "</li>"
        yield "</ul>"

    def _line(self, entry: Entry) -> str:
        if entry.statement is None:
            return inline(entry.line)
        address = quote(entry.statement.id, safe="")
        more = ' class="again"' if entry.is_reference else ""
        begin = f'<a href="#at={address}" data-at="{self._places[entry.statement.id]}"{more}>'
        lead = f"{inline(entry.lead)} " if entry.lead else ""
        return f"{lead}{begin}{inline(entry.said)}</a>{inline(entry.after)}"


def _shown(text: str) -> str:
    """A text as itself in markup."""
    return escaped(flat(text))


def _isolated(text: str) -> str:
    """The same inside a sentence, whose direction it does not change."""
    return f"<bdi>{_shown(text)}</bdi>"
