"""The outline of a page, in markup: what is read where no script runs, what is printed, and the way into the map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from argmap.model import ArgumentMap
from argmap.render.markup import escaped
from argmap.render.outlines.document import Document, Entry, Runs
from argmap.render.outlines.markup import inline
from argmap.render.wording import flat


class Links:
    """What the lines of an outline lead to; here each statement leads to itself in the map.

    A link carries the place of its statement in reading order, from nought, as ``data-at``.
    """

    def statement(self, entry: Entry, place: int, words: str) -> str:
        """A statement, or where it is used again the mention of it, in markup, as ``words`` are."""
        assert entry.statement is not None
        more = ' class="again"' if entry.is_reference else ""
        return f'<a href="#at={quote(entry.statement.id, safe="")}" data-at="{place}"{more}>{words}</a>'

    def rest(self, entry: Entry, runs: Runs) -> str:  # noqa: ARG002 (others ask)
        """What stands in a line beside its statement, in markup: citations among it."""
        return inline(runs)


def to_markup(document: Document, m: ArgumentMap, links: Links | None = None) -> str:
    """The whole map in nested lists, with its speakers and sources."""
    return "\n".join(_Told(document, m, links or Links()).parts())


class _Told:
    """Writes one outline."""

    def __init__(self, document: Document, m: ArgumentMap, links: Links) -> None:
        self._document, self._links = document, links
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
        if d.speakers:
            yield f"<h2>{d.language.speakers}</h2><ul>"
            for known in d.speakers:
                yield f"<li>{inline(known.runs)}</li>"
            yield "</ul>"
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
            return self._links.rest(entry, entry.line)
        lead = f"{inline(entry.lead)} " if entry.lead else ""
        said = self._links.statement(entry, self._places[entry.statement.id], inline(entry.said))
        return f"{lead}{said}{self._links.rest(entry, entry.after)}"


def _shown(text: str) -> str:
    """A text as itself in markup."""
    return escaped(flat(text))


def _isolated(text: str) -> str:
    """The same inside a sentence, whose direction it does not change."""
    return f"<bdi>{_shown(text)}</bdi>"
