"""Every citation of a map held against the text that it cites: whether the quote is there, and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from argmap.model import Argument, ArgumentMap, Citation, Source, Statement
from argmap.sources.alike import Difference, alike, differences
from argmap.sources.brackets import Reading
from argmap.sources.nearest import Finder, Nearest
from argmap.sources.search import Index, Span
from argmap.sources.seek import Seeker, Sought
from argmap.sources.texts import Place, Text
from argmap.sources.where import Asked, Stretches, is_within, stretches, touches, understood


class Verdict(StrEnum):
    """What became of a citation."""

    FOUND = "found"
    """The quote stands where `at` says, or in one place alone."""
    REPEATED = "repeated"
    """It stands in several paragraphs, and nothing says which is meant."""
    ACROSS = "across"
    """It begins where `at` says, or ends there, and goes beyond."""
    ELSEWHERE = "elsewhere"
    """It stands in the text, but not where `at` says."""
    NOT_BESIDE = "not-beside"
    """It stands in the text, but not beside the words of `before` or `after`."""
    NOT_FOUND = "not-found"
    NO_QUOTE = "no-quote"
    """Nothing is quoted, so there is nothing to look for."""
    NO_TEXT = "no-text"
    """The text of the source is not at hand."""

    @property
    def is_there(self) -> bool:
        """Whether the words of the quote stand somewhere in the text."""
        return self not in (Verdict.NOT_FOUND, Verdict.NO_QUOTE, Verdict.NO_TEXT)


class Proof(NamedTuple):
    """What became of one citation, and by what it can be told.

    ``place`` is where the quote stands, ``others`` are its further places, the first 19 of the ``times`` that it is
    there, ``passage`` the words there as written.
    ``differences`` tell the quote from the passage. ``asked`` is where the citation says that it stands, None when it
    does not say or is not understood. For what is not found, ``nearest`` is the passage that is most like it,
    ``nearest_place`` where that is, and ``missing`` the part of the quote that was looked for.
    """

    citation: Citation
    of: Statement | Argument
    verdict: Verdict
    place: Place | None = None
    others: tuple[Place, ...] = ()
    times: int = 0
    passage: str = ""
    differences: tuple[Difference, ...] = ()
    is_cut: bool = False
    """Whether the quote begins or ends inside of a word of the text."""
    asked: Asked | None = None
    stretches: Stretches | None = None
    missing: str = ""
    nearest: Nearest | None = None
    nearest_place: Place | None = None
    span: Span | None = None
    """Where the quote stands in `Text.alike`."""
    parts: tuple[Span, ...] = ()
    """Where its parts stand, between which words are left out or are an editor's."""

    @property
    def is_wrong(self) -> bool:
        """Whether the quote is not as the citation says."""
        told = (Verdict.ACROSS, Verdict.ELSEWHERE, Verdict.NOT_BESIDE, Verdict.NOT_FOUND)
        return self.verdict in told or self.is_inexact

    @property
    def is_inexact(self) -> bool:
        """Whether whoever quotes changed something, or cut a word in two."""
        return self.is_cut or any(not d.is_of_the_file for d in self.differences)


def cited(m: ArgumentMap) -> Iterator[tuple[Statement | Argument, Citation]]:
    """Every citation with what it stands on: those of the statements in reading order, then those of the steps."""
    for s in m.reading_order():
        for citation in s.citations:
            yield s, citation
    for a in m.arguments:
        for citation in a.citations:
            yield a, citation


def proofs(m: ArgumentMap, texts: Mapping[str, Text]) -> tuple[Proof, ...]:
    """What became of each citation; ``texts`` holds the texts that are at hand, by the keys of their sources."""
    provers = {source.key: Prover(texts[source.key], source) for source in m.sources if source.key in texts}
    return tuple(
        [
            provers[c.source].prove(of, c)
            if c.source in provers
            else Proof(c, of, Verdict.NO_TEXT if c.quote else Verdict.NO_QUOTE)
            for of, c in cited(m)
        ]
    )


class Prover:
    """Holds citations against one text."""

    def __init__(self, text: Text, source: Source) -> None:
        self.text = text
        self._first_page = _first_page(source)
        self._index = Index(text)
        self._finder = Finder(self._index)
        self._seeker = Seeker(self._index)

    def prove(self, of: Statement | Argument, citation: Citation) -> Proof:
        """What becomes of a citation."""
        asked = understood(citation.at) if citation.at else None
        where = stretches(asked, self.text, self._first_page) if asked else None
        proof = Proof(citation, of, Verdict.NO_QUOTE, asked=asked, stretches=where)
        if citation.quote is None:
            return proof
        within = where.spans if where else ()
        sought = self._seeker.find(citation.quote, within)
        spans, missing = sought.spans, sought.missing
        if not spans:
            nearest = self._finder.nearest(missing) if missing else None
            place = self._place(nearest.span) if nearest else None
            return proof._replace(verdict=Verdict.NOT_FOUND, missing=missing, nearest=nearest, nearest_place=place)
        beside = [s for s in spans if self._is_beside(s, citation)]
        if not beside:
            return self._told(proof, Verdict.NOT_BESIDE, spans, sought)
        if within:
            right = [s for s in beside if is_within(*self.text.origin(*s), within)]
            partly = [s for s in beside if touches(*self.text.origin(*s), within)]
            verdict = Verdict.FOUND if right else Verdict.ACROSS if partly else Verdict.ELSEWHERE
            return self._told(proof, verdict, right or partly or beside, sought)
        is_settled = citation.before is not None or citation.after is not None
        apart = {self.text.block_numbers(*self.text.origin(*s)) for s in beside[:50]}
        verdict = Verdict.FOUND if is_settled or len(apart) == 1 else Verdict.REPEATED
        return self._told(proof, verdict, beside, sought)

    def _told(self, proof: Proof, verdict: Verdict, spans: list[Span], sought: Sought) -> Proof:
        """The proof of a quote that is there; its place is the first of the spans."""
        span = spans[0]
        parts = sought.parts[span]
        return proof._replace(
            verdict=verdict,
            place=self._place(span),
            others=tuple([self._place(s) for s in spans[1:20]]),
            times=len(spans),
            passage=self.text.seen(*span),
            differences=self._differences(parts, sought.reading),
            is_cut=self._seeker.is_cut(span, sought.reading),
            span=span,
            parts=parts,
        )

    def _differences(self, parts: tuple[Span, ...], reading: Reading) -> tuple[Difference, ...]:
        """How the parts of a passage differ from the pieces of a quote."""
        found: set[Difference] = {Difference.DOTS} if reading.has_bare_dots else set()
        for part, piece in zip(parts, reading.pieces, strict=True):
            if self._index.letters[slice(*part)] not in piece.variants:
                found.update(differences(self.text.seen(*part), piece.variants[0]))
        return tuple(d for d in Difference if d in found)

    def _place(self, span: Span) -> Place:
        return self.text.place(*self.text.origin(*span))

    def _is_beside(self, span: Span, citation: Citation) -> bool:
        """Whether the words before and after a place are those of a citation."""
        letters = self._index.letters
        if citation.before is not None:
            words = alike(citation.before).text.strip()
            if not letters[max(0, span[0] - len(words) - 2) : span[0]].rstrip(" '").endswith(words.rstrip(" '")):
                return False
        if citation.after is not None:
            words = alike(citation.after).text.strip()
            if not letters[span[1] : span[1] + len(words) + 2].lstrip(" '").startswith(words.lstrip(" '")):
                return False
        return True


def _first_page(source: Source) -> int:
    """What the first page is called, where a source is part of something with pages: 213 of 213–240."""
    digits = (source.get("page") or "").strip().partition("-")[0].partition("–")[0].strip()
    return int(digits) if digits.isdecimal() and len(digits) < 9 else 1
