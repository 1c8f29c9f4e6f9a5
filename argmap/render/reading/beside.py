"""The outline beside the texts: that of the page of a map, whose citations lead to their passages."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.model import ArgumentMap, Statement
from argmap.outline_style import OutlineStyle
from argmap.render.markup import escaped
from argmap.render.outlines.compose import compose
from argmap.render.outlines.document import CITED, Entry, Runs
from argmap.render.outlines.markup import inline
from argmap.render.page import outline
from argmap.render.reading.passages import Kind, Passage, Shown
from argmap.selection import viewed
from argmap.sources.prove import Verdict
from argmap.sources.texts import Text
from argmap.sources.where import called


def to_markup(m: ArgumentMap, texts: Iterable[Shown]) -> str:
    """The outline of a map."""
    return outline.to_markup(compose(viewed(m), OutlineStyle(language="en")), m, _Links(m, texts))


class _Links(outline.Links):
    """Statements are places to go to, and citations lead to their passages."""

    def __init__(self, m: ArgumentMap, texts: Iterable[Shown]) -> None:
        passages = [(p, shown.text) for shown in texts for p in shown.passages]
        self._found = {(p.proof.of.id, id(p.proof.citation)): (p, text) for p, text in passages}
        self._of_steps: dict[int, list[tuple[Passage, Text]]] = {}
        for passage, text in passages:
            if not isinstance(passage.proof.of, Statement):
                self._of_steps.setdefault(passage.statement, []).append((passage, text))
        self._numbers = {s.id: n for n, s in enumerate(m.reading_order(), 1)}
        self._sources = {s.key: n for n, s in enumerate(m.sources, 1)}

    def statement(self, entry: Entry, place: int, words: str) -> str:
        if entry.is_reference:
            return f'<a class="again" href="#s{place + 1}">{words}</a>'
        return f'<span class="statement" id="s{place + 1}" tabindex="-1">{words}</span>'

    def rest(self, entry: Entry, runs: Runs) -> str:
        is_told = entry.statement is not None and not entry.is_reference
        cited = self._citations(entry.statement) if is_told and entry.statement else ""
        return f"{cited}{inline(tuple(run for run in runs if run.role not in CITED))}"

    def _citations(self, s: Statement) -> str:
        sources, links = self._sources, []
        for c in s.citations:
            place = f"{sources[c.source]}, {c.at}" if c.at else str(sources[c.source])
            quoted = f": “{' '.join(c.quote.split())}”" if c.quote is not None else ""
            words = escaped(f"[{place}{quoted}]")
            found = self._found.get((s.id, id(c)))
            links.append(_link(*found, words) if found else f"<span>{words}</span>")
        for passage, text in self._of_steps.get(self._numbers[s.id], ()):
            c = passage.proof.citation
            at = f"{sources[c.source]}, {c.at}" if c.at else str(sources[c.source])
            links.append(_link(passage, text, escaped(f"[the step from here: {at}]")))
        return f' <span class="argmap-cited">{" ".join(links)}</span>' if links else ""


def _link(passage: Passage, text: Text, words: str) -> str:
    doubt = _doubt(passage, text)
    told = f' <span class="doubt">{escaped(doubt)}</span>' if doubt else ""
    return f'<a class="passage {passage.side}" href="#p{passage.number}">{words}</a>{told}'


def _doubt(passage: Passage, text: Text) -> str:
    """What is not as the citation says; empty where nothing is."""
    proof = passage.proof
    if proof.stretches and proof.stretches.missing:
        return f"there is no {proof.citation.at}"
    place = proof.place or proof.nearest_place
    here = called(place, text, proof.asked.unit if proof.asked else None) if place else ""
    if passage.is_lost:
        return f"not in the text; most like it is {here}" if passage.kind is Kind.NEAR else "not in the text"
    told = {
        Verdict.ELSEWHERE: f"stands in {here}",
        Verdict.ACROSS: f"runs through {here}",
        Verdict.NOT_BESIDE: f"stands in {here}, not beside the words given",
        Verdict.REPEATED: f"stands in {proof.times:,} places, the first of which is marked",
    }.get(proof.verdict, "")
    differs = [str(d) for d in proof.differences if not d.is_of_the_file]
    parts = [told] if told else []
    parts += [f"differs in {' and '.join(differs)}"] if differs else []
    parts += ["cuts a word in two"] if proof.is_cut else []
    return "; ".join(parts)
