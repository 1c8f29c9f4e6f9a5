"""Each source with who cites it, and what became of every quote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from argmap.model import Argument, ArgumentMap, Source, Statement
from argmap.problem import Problem
from argmap.render.bibliography import bibliography_entry
from argmap.render.sources.sections import Item, Section
from argmap.sources.doubts import turned
from argmap.sources.prove import Proof, Verdict, proofs
from argmap.sources.reading import Unreadable
from argmap.sources.texts import Place, Text
from argmap.sources.told import of_proof
from argmap.sources.where import Unit, called

VERSION = 1
"""The version of the forms in JSON."""


class Held(NamedTuple):
    """The text of a source, the name of its file, or why there is none."""

    name: str
    text: Text | Unreadable | None


class Listed(NamedTuple):
    """A source with its text, and the citations of it in the order of the text."""

    source: Source
    held: Held | None
    proofs: tuple[Proof, ...]

    @property
    def text(self) -> Text | None:
        """Its text, if there is one that can be read."""
        return self.held.text if self.held and isinstance(self.held.text, Text) else None


def listed(m: ArgumentMap, held: Mapping[str, Held]) -> tuple[Listed, ...]:
    """The sources in their order; ``held`` has their texts by key."""
    texts = {key: h.text for key, h in held.items() if isinstance(h.text, Text)}
    of: dict[str, list[Proof]] = {s.key: [] for s in m.sources}
    for proof in proofs(m, texts):
        of[proof.citation.source].append(proof)
    return tuple(Listed(s, held.get(s.key), tuple(sorted(of[s.key], key=_place_in_text))) for s in m.sources)


def _place_in_text(proof: Proof) -> tuple[int, int]:
    spans = proof.stretches.spans if proof.stretches else ()
    start = proof.place.start if proof.place else min((a for a, _ in spans), default=-1)
    line = proof.citation.span.line if proof.citation.span else 0
    return (start if start >= 0 else 1 << 60, line)


def is_wrong(found: tuple[Listed, ...]) -> bool:
    """Whether something is wrong with a quote, a place or a text."""
    return any(isinstance(one.held.text, Unreadable) for one in found if one.held) or any(
        proof.is_wrong or (proof.stretches is not None and proof.stretches.missing is not None)
        for one in found
        for proof in one.proofs
    )


def sections(m: ArgumentMap, found: tuple[Listed, ...]) -> Iterator[Section]:  # noqa: ARG001 (as all lists are made)
    """The sources as a list; citations of one place without quotes stand together."""
    for one in found:
        items: list[Item] = []
        for proof in one.proofs:
            item = Item(_lead(proof, one.text), _quoted(proof), tuple(_below(proof, one.text)))
            if items and not item.words and item[:2] == items[-1][:2]:
                item = item._replace(below=items.pop().below + item.below)
            items.append(item)
        yield Section(f"{one.source.key}: {bibliography_entry(one.source)}", tuple(_remarks(one)), tuple(items))


RELIABILITY = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
CREDIBILITY = {
    "1": "confirmed by other sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "truth cannot be judged",
}
"""What the letters and numbers of the Admiralty code say (NATO STANAG 2511)."""


def _remarks(one: Listed) -> Iterator[str]:
    if rated := one.source.get("reliability"):
        yield f"Reliability {rated}: {RELIABILITY[rated]}."
    quotes = [p for p in one.proofs if p.citation.quote is not None]
    times = f"Cited {_times(len(one.proofs))}"
    if not one.proofs:
        yield "Not cited."
    elif not quotes:
        yield f"{times}, without a quote."
    elif one.text is None:
        yield f"{times}; {_number(len(quotes), 'quote')}, not checked."
    else:
        right = sum(not p.is_wrong for p in quotes)
        found = "all " * (right > 1) if right == len(quotes) else f"{right or 'none'} "
        yield f"{times}; {_number(len(quotes), 'quote')}, {found}found as cited."
    if one.text is not None and one.held:
        what = "paragraph" if one.text.has_paragraphs else "page"
        yield f"Text: {one.held.name}, {_number(len(one.text.paragraphs), what)}."
    elif one.held and isinstance(one.held.text, Unreadable):
        yield f"Text: {one.held.name} cannot be read: {one.held.text.reason}; {one.held.text.hint}."
    elif one.held:
        yield f"Text: {one.held.name}."


def _number(n: int, word: str) -> str:
    return f"{n} {word}{'' if n == 1 else 's'}"


def _times(n: int) -> str:
    return {1: "once", 2: "twice"}.get(n, f"{n} times")


def _lead(proof: Proof, text: Text | None) -> str:
    """Where it stands, or what else became of it."""
    c = proof.citation
    if proof.place is not None and text is not None:
        first, last = proof.place.lines
        lines = f"line {first}" if first == last else f"lines {first}–{last}"
        by_page = proof.asked is not None and proof.asked.unit is Unit.PAGE
        name = called(proof.place, text, Unit.PAGE if by_page else None)
        where = name if name == lines else f"{name}, {lines}"
        right = "" if not proof.is_wrong else "not as cited: "
        return f"{right}{where}, characters {proof.place.start + 1}–{proof.place.end}"
    if proof.verdict is Verdict.NOT_FOUND:
        return f"not found{f', {c.at}' if c.at else ''}"
    return c.at or "as a whole"


def _quoted(proof: Proof) -> str:
    return f"“{proof.citation.quote}”" if proof.citation.quote is not None else ""


def _below(proof: Proof, text: Text | None) -> Iterator[str]:
    rated = proof.citation.credibility
    yield _of(proof.of) + (f" (credibility {rated}: {CREDIBILITY[rated]})" if rated else "")
    if text is not None:
        for p in problems_of(proof, text):
            yield f"{p.severity}: {p.message}; {p.hint}"


def problems_of(proof: Proof, text: Text) -> list[Problem]:
    """What there is to tell of a citation."""
    return [*of_proof(proof, text), *turned(proof, text)]


def _of(thing: Statement | Argument) -> str:
    """What cites it, with its line."""
    words = thing.text if isinstance(thing, Statement) else f"the step {thing.id}"
    places = [f"line {thing.span.line}"] if thing.span else []
    places += [f"by {thing.by}"] if thing.by else []
    return f"{', '.join(places)}: {words}" if places else words


# ---- as data


def data(m: ArgumentMap, found: tuple[Listed, ...]) -> dict[str, Any]:
    """The list as plain data."""
    return {"version": VERSION, "title": m.title, "sources": [_source(one) for one in found]}


def _source(one: Listed) -> dict[str, Any]:
    text = one.text
    held = one.held.text if one.held else None
    return {
        "key": one.source.key,
        "title": one.source.title,
        "reliability": one.source.get("reliability"),
        "file": one.held.name if one.held else None,
        "form": text.form if text else None,
        "paragraphs": len(text.paragraphs) if text and text.has_paragraphs else None,
        "pages": len(text.pages) if text and text.pages else None,
        "unreadable": held.reason if isinstance(held, Unreadable) else None,
        "citations": [_citation(proof, text) for proof in one.proofs],
    }


def _citation(proof: Proof, text: Text | None) -> dict[str, Any]:
    c = proof.citation
    kind = "statement" if isinstance(proof.of, Statement) else "argument"
    return {
        kind: proof.of.id,
        "line": c.span.line if c.span else None,
        "at": c.at,
        "quote": c.quote,
        "credibility": c.credibility,
        "verdict": str(proof.verdict),
        "wrong": proof.is_wrong,
        "place": place_data(proof.place) if proof.place else None,
        "others": [place_data(place) for place in proof.others],
        "differences": [d.name.lower() for d in proof.differences],
        "nearest": place_data(proof.nearest_place) if proof.nearest_place else None,
        "changes": [{"text": ch.there, "quote": ch.quoted} for ch in proof.nearest.changes] if proof.nearest else [],
        "problems": [
            {"code": p.code, "severity": str(p.severity), "message": p.message, "hint": p.hint}
            for p in (problems_of(proof, text) if text else ())
        ],
    }


def place_data(place: Place) -> dict[str, Any]:
    """A place in a text as plain data: offsets in code points from 0, the end behind the last."""
    return {
        "start": place.start,
        "end": place.end,
        "lines": list(place.lines),
        "paragraphs": list(place.paragraphs),
        "pages": list(place.pages),
    }
