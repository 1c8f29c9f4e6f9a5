"""Each paragraph of a text with what cites it, on whose side, so that it is seen what a map passes over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from argmap.model import ArgumentMap, Statement
from argmap.render.bibliography import bibliography_entry
from argmap.render.sources.listing import VERSION, Listed, place_data
from argmap.render.sources.sections import Item, Section
from argmap.sources.prove import Proof
from argmap.sources.texts import Block, Text

_WORDS = 12
"""Words of a paragraph by which it is known again."""


class Covered(NamedTuple):
    """A paragraph with the citations that lead to it."""

    block: Block
    proofs: tuple[Proof, ...]


def covered(one: Listed) -> tuple[Covered, ...]:
    """The paragraphs of a text in their order; none when the text is not at hand.

    A citation leads to where its quote stands, or else to where `at` says.
    """
    if one.text is None:
        return ()
    spans = [(proof, _spans(proof)) for proof in one.proofs]
    return tuple(
        Covered(b, tuple(p for p, found in spans if any(start < b.end and b.start < end for start, end in found)))
        for b in one.text.paragraphs
    )


def _spans(proof: Proof) -> tuple[tuple[int, int], ...]:
    if proof.place is not None:
        return ((proof.place.start, proof.place.end),)
    return proof.stretches.spans if proof.stretches else ()


def sides(m: ArgumentMap, proof: Proof) -> str:
    """Whom a citation helps: for, against, or both."""
    of = proof.of
    if isinstance(of, Statement):
        return " and ".join(sorted(m.sides(of.id), reverse=True))
    premises = {side for p in of.premises for side in m.sides(p.statement)}
    return " and ".join(sorted(premises, reverse=True)) or "for"


def sections(m: ArgumentMap, found: tuple[Listed, ...]) -> Iterator[Section]:
    """The texts as a list."""
    for one in found:
        paragraphs = covered(one)
        remark = "Its text is not at hand."
        if one.text is not None:
            cited = sum(bool(c.proofs) for c in paragraphs)
            rest = len(one.proofs) - len({id(p) for c in paragraphs for p in c.proofs})
            elsewhere = f" {rest} of {len(one.proofs)} citations lead to none." if rest else ""
            what = "paragraphs" if one.text.has_paragraphs else "pages"
            remark = f"{cited} of {len(paragraphs)} {what} are cited.{elsewhere}"
        items = tuple(_item(m, c, one.text) for c in paragraphs if one.text is not None)
        yield Section(f"{one.source.key}: {bibliography_entry(one.source)}", (remark,), items)


def _item(m: ArgumentMap, c: Covered, text: Text) -> Item:
    below = tuple(f"{sides(m, proof)}: {_said(proof)}" for proof in c.proofs) or ("nothing cites it",)
    return Item(text.name_of(c.block), _beginning(text, c.block), below)


def _beginning(text: Text, block: Block) -> str:
    words = text.shown(block.start, block.end).split()
    return " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")


def _said(proof: Proof) -> str:
    line = f" (line {proof.of.span.line})" if proof.of.span else ""
    quote = f" “{proof.citation.quote}”" if proof.citation.quote is not None else ""
    words = proof.of.text if isinstance(proof.of, Statement) else f"the step {proof.of.id}"
    return f"{words}{quote}{line}"


def data(m: ArgumentMap, found: tuple[Listed, ...]) -> dict[str, Any]:
    """The texts as plain data."""
    return {
        "version": VERSION,
        "title": m.title,
        "sources": [
            {
                "key": one.source.key,
                "title": one.source.title,
                "paragraphs": [_paragraph(m, c, one.text) for c in covered(one) if one.text is not None],
            }
            for one in found
        ],
    }


def _paragraph(m: ArgumentMap, c: Covered, text: Text) -> dict[str, Any]:
    return {
        "number": c.block.number,
        "place": place_data(text.place(c.block.start, c.block.end)),
        "begins": _beginning(text, c.block),
        "citations": [
            {
                "statement" if isinstance(p.of, Statement) else "argument": p.of.id,
                "sides": sides(m, p).split(" and "),
                "quote": p.citation.quote,
            }
            for p in c.proofs
        ],
    }
