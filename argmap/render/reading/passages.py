"""The passages of texts that a map cites: where each stands, whom it helps, and which statement leads to it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from argmap.model import Argument, ArgumentMap, Statement
from argmap.render.sources.coverage import sides
from argmap.render.sources.listing import Listed
from argmap.sources.prove import Proof, Verdict
from argmap.sources.texts import Text


class Kind(StrEnum):
    """What of a citation can be shown in a text."""

    QUOTE = "quote"
    """The words of its quote."""
    NEAR = "near"
    """Words that are most like its quote, which is not there."""
    PLACE = "place"
    """The paragraphs that it names, without a quote or without finding it."""
    WHOLE = "whole"
    """Nothing but the text as a whole."""


class Passage(NamedTuple):
    """What one citation leads to.

    ``side`` is for, against or both; ``spans`` are stretches of `Text.readable`; ``blocks`` are the numbers, from 0,
    of the blocks that it stands in. ``statement`` is the number of the statement, in reading order from 1, that cites
    it, or of the one from which the step starts that does.
    """

    number: int
    proof: Proof
    kind: Kind
    side: str
    spans: tuple[tuple[int, int], ...]
    blocks: tuple[int, ...]
    statement: int

    @property
    def is_lost(self) -> bool:
        """Whether its quote is not in the text."""
        return self.proof.verdict is Verdict.NOT_FOUND


class Shown(NamedTuple):
    """A source whose text is shown, with the passages that are cited, in the order of the text."""

    listed: Listed
    text: Text
    passages: tuple[Passage, ...]

    @property
    def cited(self) -> frozenset[int]:
        """The blocks that something cites."""
        return frozenset(block for passage in self.passages for block in passage.blocks)


def shown(m: ArgumentMap, found: Iterable[Listed]) -> tuple[Shown, ...]:
    """The sources whose texts are at hand; passages are numbered through, from 1."""
    numbers = {s.id: n for n, s in enumerate(m.reading_order(), 1)}
    all_shown = []
    number = 1
    for listed in found:
        if (text := listed.text) is not None:
            starts = [text.readable_block(block)[0] for block in text.blocks]
            passages = []
            for proof in listed.proofs:
                kind, spans, blocks = _where(proof, text, starts)
                side = sides(m, proof) if kind is not None else ""
                side = "both" if " " in side else side
                passages.append(Passage(number, proof, kind, side, spans, blocks, numbers[_of(m, proof.of)]))
                number += 1
            all_shown.append(Shown(listed, text, tuple(passages)))
    return tuple(all_shown)


def _where(proof: Proof, text: Text, starts: list[int]) -> tuple[Kind, tuple[tuple[int, int], ...], tuple[int, ...]]:
    """What can be shown of a citation, its stretches and its blocks."""
    parts = proof.parts or ((proof.nearest.span,) if proof.nearest else ())
    if parts:
        spans = tuple(text.in_readable(*part) for part in parts)
        touched = {n for span in spans for n in _blocks(span, starts)}
        return Kind.QUOTE if proof.parts else Kind.NEAR, spans, tuple(sorted(touched))
    blocks = tuple(
        n
        for n, block in enumerate(text.blocks)
        if block.number is not None and any(a < block.end and block.start < b for a, b in _asked(proof))
    )
    return Kind.PLACE if blocks else Kind.WHOLE, (), blocks


def _asked(proof: Proof) -> tuple[tuple[int, int], ...]:
    return proof.stretches.spans if proof.stretches else ()


def _blocks(span: tuple[int, int], starts: list[int]) -> range:
    """The blocks that a stretch has something of."""
    return range(max(0, bisect_right(starts, span[0]) - 1), bisect_left(starts, span[1]))


def _of(m: ArgumentMap, thing: Statement | Argument) -> str:
    """The statement that cites, or the one from which a step starts."""
    while isinstance(thing, Argument):
        if thing.premises:
            return thing.premises[0].statement
        if thing.conclusion:
            return thing.conclusion
        thing = m.argument(thing.target or "")
    return thing.id
