"""How a quote is read: words left out, and what whoever quotes has put into brackets, as editors do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from argmap.sources.alike import alike

MOST_REPLACED = 10
"""Words of a text for which the words of an editor in brackets may stand."""

_DOTS = r"(?:…|\.\s?\.\s?\.)"
_LEFT_OUT = re.compile(rf"\[\s*{_DOTS}\s*\]")
_BARE = re.compile(rf"{_DOTS}\.?")
_REMARK = re.compile(
    r" ?\[ ?(?:sic\.?|[!?]"
    r"|(?:(?:my|our|original) )?(?:emphasis|italics)(?: (?:added|mine|ours|in (?:the )?original))?) ?\]",
    re.IGNORECASE,
)
_FIRST_LETTER = re.compile(r"(?<!\w)\[(?P<letter>[^\W\d_])\](?=\w)")
_EDITOR = re.compile(r"(?P<before>\w?)\[[^\[\]]*\](?P<after>\w?)")
_CHANGED = "\ue000"
"""Stands before a letter that an editor made large or small; Unicode leaves this one to private use."""


class Piece(NamedTuple):
    """Words of a quote that follow each other, made alike; any of ``variants`` is right.

    ``gap`` is how many words of the text may stand between the piece before and this one, None for any number.
    """

    variants: tuple[str, ...]
    gap: int | None = None
    begins_inside: bool = False
    """Whether it may begin inside of a word, since the letters before are an editor's: ``[un]usual``."""
    ends_inside: bool = False
    """Whether it may end inside of one: ``ask[ed]``."""


class Reading(NamedTuple):
    """A way to read a quote."""

    pieces: tuple[Piece, ...]
    has_bare_dots: bool = False
    """Whether dots without brackets are taken for words left out."""


def readings(quote: str) -> Iterator[Reading]:
    """The ways to read a quote, the nearest to its letters first.

    ``[…]`` is for words left out. Other brackets may be the text's own, or an editor's: ``[T]he`` is `the`, ``ask[ed]``
    a word that begins so, ``[the mayor]`` stands for words of the text or for none, and ``[sic]`` for nothing.
    """
    yield Reading(_between(_LEFT_OUT, quote))
    quote = " ".join(quote.split())
    plain = _REMARK.sub("", quote)
    rest = _LEFT_OUT.sub("", plain)
    is_edited = plain != quote or _EDITOR.search(rest) is not None
    if is_edited:
        yield _edited(plain)
    if _BARE.search(rest):
        dotted = _BARE.sub("[…]", _LEFT_OUT.sub("[…]", quote).replace("[…]", "…"))
        yield (_edited(dotted) if is_edited else Reading(_between(_LEFT_OUT, dotted)))._replace(has_bare_dots=True)


def _between(gaps: re.Pattern[str], quote: str) -> tuple[Piece, ...]:
    return tuple(Piece((words,)) for piece in gaps.split(quote) if (words := alike(piece).text.strip()))


def _edited(quote: str) -> Reading:
    """A quote whose brackets are an editor's."""
    pieces: list[Piece] = []
    for part in _LEFT_OUT.split(quote):
        lettered = _FIRST_LETTER.sub(lambda match: f"{_CHANGED}{match['letter']}", part)
        here, gap, is_inside = 0, None, False
        for match in [*_EDITOR.finditer(lettered), None]:
            words = lettered[here : match.end("before") if match else len(lettered)]
            if variants := _variants(words):
                pieces.append(Piece(variants, gap, is_inside, match is not None and bool(match["before"])))
            if match:
                here, gap, is_inside = match.start("after"), MOST_REPLACED, bool(match["after"])
    return Reading(tuple(pieces))


def _variants(words: str) -> tuple[str, ...]:
    """Words as they stand, and with each letter changed that an editor made large or small."""
    changed = re.sub(f"{_CHANGED}(.)", lambda match: match[1].swapcase(), words)
    found = (alike(w).text.strip() for w in (words.replace(_CHANGED, ""), changed))
    return tuple(dict.fromkeys(w for w in found if w))
