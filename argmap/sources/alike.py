"""What counts as the same words: how quotes and texts are made alike to be compared, and what else may differ."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum

from argmap.sources.mapped import Mapped, replaced

_MARKS = "\"'`´‘’‚‛“”„‟«»‹›′″ʼ＂＇「」『』"
_DASHES = "-‐‑‒–—―−﹘﹣－"
_TABLE = {ord(c): "'" for c in _MARKS} | {ord(c): "-" for c in _DASHES}
_SAME = rf"\s\s+|[^\S ]|[{re.escape(_DASHES)}]{{2,}}|''|``|…"
_SAME_PATTERN = re.compile(_SAME)
_INVISIBLE = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_UNSPACED = "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_INSIDE = re.compile(rf"(?![{_UNSPACED}])\w(?![{_UNSPACED}])\w")
"""Two letters side by side that belong to one word, in scripts that put spaces between words."""


def alike(text: str) -> Mapped:
    """A text as it is compared: what makes no difference to its words is the same everywhere.

    Runs of white space are one space; all quotation marks and apostrophes are one, two of ASCII's single ones too; all
    dashes are hyphens, several in a row one; an ellipsis is three dots; letters are composed (Unicode's NFC).
    """
    pattern = _SAME_PATTERN
    if not unicodedata.is_normalized("NFC", text):
        letters = set(text)
        joining = "".join(sorted(c for c in letters if unicodedata.combining(c) or "\u1160" <= c <= "\u11ff"))
        single = "".join(sorted(c for c in letters if unicodedata.normalize("NFC", c) != c))
        parts = [rf"\w[{re.escape(joining)}]+"] if joining else []
        parts += [f"[{re.escape(single)}]"] if single else []
        if parts:
            pattern = re.compile("|".join([*parts, _SAME]), re.DOTALL)
    found = replaced(text, pattern, _alike)
    return found.with_text(found.text.translate(_TABLE))


def _alike(match: re.Match[str]) -> str:
    found = match[0]
    if found.isspace():
        return " "
    if found == "…":
        return "..."
    if found[0] in _DASHES and found[-1] in _DASHES:
        return "-"
    return "'" if found in ("''", "``") else unicodedata.normalize("NFC", found)


def loose(text: str) -> Mapped:
    """A text that was made alike by its letters and digits in small ones: without spaces, marks, hyphens, ligatures."""
    growing = "".join(sorted(c for c in set(text) if len(c.casefold()) != 1))
    pattern = rf"[ '\-{_INVISIBLE}]+" + (f"|[{re.escape(growing)}]" if growing else "")
    found = replaced(text, re.compile(pattern), lambda match: match[0].casefold() if match[0] in growing else "")
    return found.with_text(found.text.casefold())


def is_inside_word(text: str, place: int) -> bool:
    """Whether a place in a text is between two letters of one word."""
    return 0 < place < len(text) and _INSIDE.match(text, place - 1) is not None


class Difference(StrEnum):
    """A way in which a quote differs from a passage that has the same letters."""

    HYPHENATION = "a hyphen at the end of a line"
    INVISIBLE = "letters that take no room"
    LIGATURES = "ligatures"
    CASE = "capital letters"
    MARKS = "quotation marks or apostrophes"
    DASHES = "hyphens"
    SPACES = "spaces"
    DOTS = "dots without brackets for words left out"

    @property
    def is_of_the_file(self) -> bool:
        """Whether it comes from how the text was set or saved, and is no fault of whoever quotes it."""
        return self in _OF_THE_FILE


_OF_THE_FILE = frozenset((Difference.HYPHENATION, Difference.INVISIBLE, Difference.LIGATURES))
_LINE_END = re.compile(r"(?<=\w)[-‐\u00ad][^\S\r\n]*(?:\r\n|\r|\n)\s*(?=\w)")
_UNSEEN = re.compile(f"[{_INVISIBLE}]")
_LIGATURE = re.compile("[\ufb00-\ufb06]")


def differences(passage: str, quote: str) -> tuple[Difference, ...]:
    """What tells a quote from a passage with the same `loose` text, both as written; what the file did comes first."""
    needed = list(Difference)
    for one in reversed(Difference):
        others = [d for d in needed if d is not one]
        if _without(passage, others) == _without(quote, others):
            needed = others
    return tuple(needed)


def _without(text: str, differences: Sequence[Difference]) -> str:
    """A text made alike in some more ways."""
    if Difference.HYPHENATION in differences:
        text = _LINE_END.sub("", text)
    if Difference.INVISIBLE in differences:
        text = _UNSEEN.sub("", text)
    text = alike(text).text.strip()
    if Difference.LIGATURES in differences:
        text = _LIGATURE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    if Difference.CASE in differences:
        text = text.casefold()
    if Difference.MARKS in differences:
        text = text.replace("'", "")
    if Difference.DASHES in differences:
        text = text.replace("-", "")
    if Difference.SPACES in differences:
        text = text.replace(" ", "")
    return text
