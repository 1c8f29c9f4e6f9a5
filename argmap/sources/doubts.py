"""Doubts about what is quoted and reported: quotes cut where their sense turns, statements far from what they cite."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from argmap.model import Statement
from argmap.problem import Problem
from argmap.sources import sense
from argmap.sources.codes import problem
from argmap.sources.prove import Proof, Verdict
from argmap.sources.texts import Text

_LONGEST = 100
"""Letters of a passage that are repeated."""


def short(text: str) -> str:
    """A passage on one line, cut where it is too long to be repeated."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def turned(proof: Proof, text: Text) -> Iterator[Problem]:
    """A quote whose sense a word just outside of it, or left out of it, turns, unless the statement has such a word."""
    c = proof.citation
    if proof.span is None or proof.verdict not in (Verdict.FOUND, Verdict.ACROSS):
        return
    said = proof.of.text if isinstance(proof.of, Statement) else proof.of.warrant or ""
    first, last = text.block_of(*proof.span)
    before = text.alike.text[max(first, proof.span[0] - 200) : proof.span[0]]
    after = text.alike.text[proof.span[1] : min(last, proof.span[1] + 100)]
    word = sense.turning_word(before)
    if word and not sense.turns(f"{said} {proof.passage}"):
        message = f"“{word}” stands just before the quote in `{c.source}`, and turns its sense"
        yield problem(
            "turned-quote", message, f"let the quote begin with it: “{_shown(proof, text, 0)}”", c.quote_span or c.span
        )
    elif (word := _left_out(proof, text)) and not sense.turns(f"{said} {c.quote}"):
        message = f"“{word}” is among the words left out of the quote from `{c.source}`, and turns its sense"
        hint = f"keep it in the quote: “{short(proof.passage)}”"
        yield problem("turned-quote", message, hint, c.quote_span or c.span)
    elif proof.of.by is None and (word := sense.saying_word(before, after)):
        message = f"“{word}” stands just outside of the quote in `{c.source}`: it reports what somebody says"
        hint = f"say with `by` who that is: “{_shown(proof, text, 4)}”"
        yield problem("turned-quote", message, hint, c.quote_span or c.span)


def _left_out(proof: Proof, text: Text) -> str | None:
    """The negation between the parts of a quote, if there is one."""
    gaps = (text.alike.text[a[1] : b[0]] for a, b in pairwise(proof.parts))
    return next((word for gap in gaps if (word := sense.negating_word(gap))), None)


def _shown(proof: Proof, text: Text, after: int) -> str:
    """A quote with the words before it, and so many after it, as they stand in the text."""
    assert proof.span is not None
    (start, end), (first, last) = proof.span, text.block_of(*proof.span)
    before = text.alike.text[max(first, start - 200) : start].split(" ")[-sense.NEAR - 2 :]
    behind = text.alike.text[end : min(last, end + 200)].split(" ")[: after + 1] if after else [""]
    begin, stop = start - len(" ".join(before)), end + len(" ".join(behind))
    return short(f"{'… ' if begin > first else ''}{text.seen(begin, stop)}{' …' if after and stop < last else ''}")


def far(proofs: Iterable[Proof], texts: Mapping[str, Text]) -> Iterator[Problem]:
    """Statements whose words are far from the passages that they cite, all of these together."""
    of_statement: dict[str, list[Proof]] = {}
    for proof in proofs:
        if isinstance(proof.of, Statement):
            of_statement.setdefault(proof.of.id, []).append(proof)
    stems = {key: _Stems(text) for key, text in texts.items()}
    for cited in of_statement.values():
        key, said = cited[0].citation.source, cited[0].of
        is_apart = any(p.citation.source != key or p.is_wrong for p in cited)  # what is wrong is told anyway
        if key not in texts or is_apart or not isinstance(said, Statement):
            continue
        passages = [_passage(proof, texts[key]) for proof in cited]
        words, passage = sense.stems(said.text), " ".join(passages)
        if not all(passages) or len(words) < sense.LEAST_WORDS or not sense.is_english_prose(passage):
            continue
        there = words & sense.stems(passage)
        if len(there) < sense.FAR * len(words):
            at = cited[0].citation.at or "the passage"
            message = f"of the {len(words)} words that say something here, {at} of `{key}` has {len(there) or 'none'}"
            yield problem("far-from-passage", message, stems[key].better(words), cited[0].citation.span)


def _passage(proof: Proof, text: Text) -> str:
    """What the text says where a statement cites it; empty where that is not known."""
    if proof.stretches and proof.stretches.spans:
        return " ".join(text.shown(start, end) for start, end in proof.stretches.spans)
    if proof.place is not None and proof.citation.at is None:
        first, last = proof.place.paragraphs
        if first is not None and last is not None:
            return text.shown(text.paragraphs[first - 1].start, text.paragraphs[last - 1].end)
    return ""


class _Stems:
    """In which paragraphs of a text words stand."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._paragraphs: dict[str, list[int]] = {}

    def better(self, words: set[str]) -> str:
        """What to do about a statement with these words."""
        if not self._paragraphs:
            for number, block in enumerate(self._text.paragraphs, 1):
                for stem in sense.stems(self._text.shown(block.start, block.end)):
                    self._paragraphs.setdefault(stem, []).append(number)
        counts = Counter(number for word in words for number in self._paragraphs.get(word, ())[:1000])
        best = max(counts, key=lambda number: (counts[number], -number), default=0)
        if best and counts[best] * 5 >= len(words) * 2:
            name = self._text.name_of(self._text.paragraphs[best - 1])
            return f"{name} has {counts[best]} of them; is that the place?"
        return "cite the passage that says so; what you conclude yourself has reasons instead of `cite`"
