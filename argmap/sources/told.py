"""What proofs and texts have to say to the writer of a map, as problems."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argmap.model import ArgumentMap, Citation
from argmap.problem import Problem
from argmap.sources.alike import Difference
from argmap.sources.codes import problem
from argmap.sources.doubts import far, short, turned
from argmap.sources.nearest import Change
from argmap.sources.prove import Proof, Verdict, proofs
from argmap.sources.reading import Unreadable
from argmap.sources.texts import Text
from argmap.sources.where import called


def problems(m: ArgumentMap, texts: Mapping[str, Text | Unreadable]) -> tuple[Problem, ...]:
    """What is wrong with quotes from texts that are at hand, and with those texts, in the order of the lines."""
    readable = {key: text for key, text in texts.items() if isinstance(text, Text)}
    found = proofs(m, readable)
    told = [*_unreadable(m, texts), *far(found, readable)]
    for proof in found:
        if (text := readable.get(proof.citation.source)) is not None:
            told += of_proof(proof, text)
            told += turned(proof, text)
    return tuple(sorted((p._replace(file=m.file) for p in told), key=lambda p: p.span or (0, 0, 0, 0)))


def _unreadable(m: ArgumentMap, texts: Mapping[str, Text | Unreadable]) -> Iterator[Problem]:
    for source in m.sources:
        found = texts.get(source.key)
        if isinstance(found, Unreadable):
            message = f"the text of `{source.key}` cannot be read: {found.reason}"
            yield problem("unreadable-text", message, found.hint, source.span)


def of_proof(proof: Proof, text: Text) -> Iterator[Problem]:
    """What there is to tell of one citation."""
    c = proof.citation
    if proof.stretches and proof.stretches.missing:
        stands = f"; the quote stands in {called(proof.place, text)}" if proof.place else ""
        message = f"there is no {c.at} in `{c.source}`"
        yield problem("no-such-place", message, f"{proof.stretches.missing}{stands}", c.span)
    place = c.quote_span or c.span
    if proof.verdict is Verdict.NOT_FOUND:
        yield problem("quote-not-found", _not_found(proof), _nearest(proof, text), place)
    if proof.place is None:
        return
    unit = proof.asked.unit if proof.asked else None
    here = called(proof.place, text, unit)
    if proof.verdict is Verdict.ELSEWHERE:
        message = f"the quote stands in {here} of `{c.source}`, not in {c.at}"
        if proof.others:
            message = f"the quote stands in {_places(proof, text)} of `{c.source}`, not in {c.at}"
        yield problem("quote-elsewhere", message, f"write `{c.source}, {here}`, or quote what {c.at} says", place)
    elif proof.verdict is Verdict.NOT_BESIDE:
        message = f"the quote stands in {here} of `{c.source}`, but not beside {_beside(c)}"
        yield problem("quote-elsewhere", message, "copy the words that stand beside it in the text", place)
    elif proof.verdict is Verdict.ACROSS:
        message = f"the quote goes beyond {c.at}: it runs through {here} of `{c.source}`"
        hint = f"write `{c.source}, {here}`, or end the quote where {c.at} does"
        yield problem("quote-across", message, hint, place)
    elif proof.verdict is Verdict.REPEATED:
        message = f"the quote stands in {proof.times:,} places of `{c.source}`: {_places(proof, text)}"
        yield problem("repeated-quote", message, f"say which is meant: `cite: {c.source}, {here}`", place)
    if proof.is_inexact:
        yield problem("quote-differs", *_inexact(proof, here), place)


def _beside(c: Citation) -> str:
    words = [f"“{short(words)}”" for words in (c.before, c.after) if words is not None]
    return " and ".join(words)


def _places(proof: Proof, text: Text) -> str:
    """All places of a quote, each once."""
    unit = proof.asked.unit if proof.asked else None
    found = dict.fromkeys(called(p, text, unit) for p in (proof.place, *proof.others) if p is not None)
    shown = list(found)[:4]
    if len(proof.others) + 1 < proof.times:
        shown.append("others")
    elif len(found) > len(shown):
        shown.append(f"{len(found) - len(shown)} more")
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else shown[0]


# ---- what is not there


def _not_found(proof: Proof) -> str:
    c = proof.citation
    if proof.missing and proof.missing != " ".join((c.quote or "").split()) and "[" in (c.quote or ""):
        return f"this part of the quote is not in the text of `{c.source}`: “{short(proof.missing)}”"
    if proof.missing:
        return f"the quote is not in the text of `{c.source}`"
    if proof.verdict is Verdict.NOT_FOUND and any(letter.isalnum() for letter in c.quote or ""):
        return f"the parts of the quote are in the text of `{c.source}`, but not in this order"
    return "the quote has no words"


def _nearest(proof: Proof, text: Text) -> str:
    """What stands in the text instead."""
    if not proof.missing:
        return "copy words from the text, in its order, with `[…]` for those left out between them"
    if proof.nearest is None or proof.nearest_place is None:
        return "nothing in the text is like it; is it from another source, or in your own words?"
    passage = " ".join(text.seen(*proof.nearest.span).split())
    here = called(proof.nearest_place, text, proof.asked.unit if proof.asked else None)
    all_changes = proof.nearest.changes
    if [change.there for change in all_changes] == [passage]:
        return f"{here} has “{short(passage)}”"
    if sorted(words for change in all_changes for words in change.there.split()) == sorted(
        words for change in all_changes for words in change.quoted.split()
    ):
        return f"{here} has the same words in another order: “{short(passage)}”"
    changes = [_change(change) for change in all_changes[:3]]
    more = [f"and {len(all_changes) - 3} more"] if len(all_changes) > 3 else []
    return f"{here} has “{short(passage)}”: {'; '.join([*changes, *more])}"


def _change(change: Change) -> str:
    if not change.quoted:
        return f"the quote lacks “{short(change.there)}”"
    if not change.there:
        return f"the quote adds “{short(change.quoted)}”"
    return f"“{short(change.there)}”, not “{short(change.quoted)}”"


def _inexact(proof: Proof, here: str) -> tuple[str, str]:
    """Message and hint for words that are there, but not quite so."""
    passage = " ".join(proof.passage.split())
    differs = [str(d) for d in proof.differences if not d.is_of_the_file]
    what = " and ".join(differs)
    if proof.is_cut and not differs:
        message = f"the quote begins or ends inside of a word of {here}"
        return message, "quote whole words"
    hint = f"the text has “{short(passage)}”"
    if Difference.DOTS in proof.differences:
        hint = f"write `[…]` for words left out, and nothing at the ends of a quote; {hint}"
    return f"the quote differs from {here} in {what}", hint
