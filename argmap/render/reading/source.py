"""The text of a source in markup: numbered paragraphs, the cited passages in them marked, with what cites each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from argmap.model import ArgumentMap
from argmap.render.bibliography import bibliography_entry
from argmap.render.markup import escaped
from argmap.render.one_file import language
from argmap.render.reading.passages import Kind, Passage, Shown
from argmap.render.style import SIDE_SIGNS

SIGNS = {"for": SIDE_SIGNS["for"], "against": SIDE_SIGNS["against"], "both": "".join(SIDE_SIGNS.values())}
HELPS = {"for": "helps the thesis", "against": "counts against it", "both": "does both"}
"""Signs and words for the side of a passage; every mark has one, for colours are not seen by all."""

RIGHTS = "This page contains the text of “{}”. Share it only where you may."
"""What is said of a text, which may be somebody else's."""


def to_markup(m: ArgumentMap, shown: Shown, number: int) -> str:
    """One text; ``number`` is its place among the texts of the page."""
    return "\n".join(_Marked(m, shown, number).lines())


def title(shown: Shown) -> str:
    """What a text is called, in markup."""
    return escaped(" ".join(shown.listed.source.title.split()))


class _Marked:
    """Writes one text."""

    def __init__(self, m: ArgumentMap, shown: Shown, number: int) -> None:
        self._titles = [" ".join(s.title.split()) for s in m.reading_order()]
        self._shown = shown
        self._number = number
        self._placed: dict[int, list[Passage]] = {}
        """The passages whose marks lie in a block, or that name the block."""
        for passage in shown.passages:
            for block in passage.blocks:
                self._placed.setdefault(block, []).append(passage)

    def lines(self) -> Iterator[str]:
        shown, name = self._shown, f"t{self._number}"
        source = shown.listed.source
        entry = bibliography_entry(source)
        said = f" {escaped(entry)}." if entry != source.title else ""
        yield f'<section class="source" aria-labelledby="{name}"{language(source.get("language"))}>'
        yield f'<h2 id="{name}" tabindex="-1">{title(shown)}</h2>'
        yield f'<p class="rights" lang="en">{RIGHTS.format(title(shown))}{said}</p>'
        yield f'<p class="count" lang="en">{_count(shown)}</p>'
        if whole := [p for p in shown.passages if p.kind is Kind.WHOLE]:
            yield f'<p class="whole" lang="en">Cited as a whole, or not found: {self._refs(whole)}</p>'
        for n in range(len(shown.text.blocks)):
            yield self._block(n)
        yield "</section>"

    def _block(self, n: int) -> str:
        text = self._shown.text
        block = text.blocks[n]
        here = self._placed.get(n, [])
        words = self._words(*text.readable_block(block), here)
        if block.number is None:
            return f'<div class="block aside"><p dir="auto">{words}</p></div>'
        placed = [p for p in here if p.kind is Kind.PLACE]
        name = escaped(text.name_of(block))
        state = _union(p.side for p in here) if here else "uncited"
        uncited = '<span class="unseen">, nothing cites it</span>' if not here else ""
        refs = self._refs([p for p in placed if p.blocks[0] == n])
        margin = f'<span class="number">{name}</span>{uncited}{" " if refs else ""}{refs}'
        return f'<div class="block {state}"><div class="margin" lang="en">{margin}</div><p dir="auto">{words}</p></div>'

    def _words(self, start: int, end: int, here: list[Passage]) -> str:
        """The words of a block, cut where a mark begins or ends."""
        spans = [(max(a, start), min(b, end), p) for p in here for a, b in p.spans if a < end and start < b]
        cuts = sorted({start, end, *(a for a, _, _ in spans), *(b for _, b, _ in spans)})
        ends: dict[int, list[Passage]] = {}
        for passage in here:
            if passage.spans and passage.spans[-1][1] <= end and passage.spans[-1][1] > start:
                ends.setdefault(passage.spans[-1][1], []).append(passage)
        spans.sort(key=lambda span: span[0])
        pieces, open_ones, at = [], [], 0
        for first, after in pairwise(cuts):
            while at < len(spans) and spans[at][0] <= first:
                open_ones.append(spans[at])
                at += 1
            open_ones = [span for span in open_ones if span[1] > first]
            pieces.append(_run(self._shown.text.readable[first:after], [p for _, _, p in open_ones]))
            pieces.append(self._refs(ends.get(after, [])))
        return "".join(pieces).strip()

    def _refs(self, passages: Iterable[Passage]) -> str:
        """A link from each passage to the statement that cites it."""
        return "".join(self._ref(passage) for passage in passages)

    def _ref(self, p: Passage) -> str:
        near = "≈" if p.kind is Kind.NEAR else "?" if p.is_lost else ""
        what = {Kind.QUOTE: "Quoted", Kind.NEAR: "Most like what is quoted"}.get(p.kind, "Cited")
        what = "Not found, quoted" if p.is_lost and p.kind is not Kind.NEAR else what
        words = escaped(f"{what} by statement {p.statement}, which {HELPS[p.side]}: {self._titles[p.statement - 1]}")
        return (
            f'<a class="ref {p.side}" id="p{p.number}" href="#s{p.statement}" aria-label="{words}" title="{words}">'
            f"{near}{SIGNS[p.side]}{p.statement}</a>"
        )


def _union(found: Iterable[str]) -> str:
    all_of = set(found)
    return all_of.pop() if len(all_of) == 1 else "both"


def _run(words: str, passages: list[Passage]) -> str:
    """Words that the same passages have in common."""
    if not passages or not words:
        return escaped(words)
    near = " near" if all(p.kind is Kind.NEAR for p in passages) else ""
    numbers = " ".join(str(p.number) for p in passages)
    return f'<mark class="{_union(p.side for p in passages)}{near}" data-p="{numbers}">{escaped(words)}</mark>'


def _count(shown: Shown) -> str:
    """How much of a text is cited, and how many quotes are in it."""
    text, cited = shown.text, shown.cited
    there = sum(block.number is not None for n, block in enumerate(text.blocks) if n in cited)
    what = "Paragraphs" if text.has_paragraphs else "Pages"
    quotes = [p for p in shown.passages if p.proof.citation.quote is not None]
    right = sum(not p.proof.is_wrong for p in quotes)
    told = f"{what} cited: {there:,} of {len(text.paragraphs):,}."
    return f"{told} Quotes that stand as cited: {right:,} of {len(quotes):,}." if quotes else told
