"""Places as people write them beside a citation: ``para. 7``, ``¶¶ 7–9``, ``p. 3``, ``§ 2``, ``lines 3-5``."""

from __future__ import annotations

import re
from bisect import bisect_left
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from argmap.sources.texts import Place, Text


class Unit(StrEnum):
    """What a place is counted in."""

    PARAGRAPH = "para."
    PAGE = "p."
    SECTION = "§"
    LINE = "line"

    @property
    def plural(self) -> str:
        """The word before a range."""
        return {Unit.PARAGRAPH: "paras.", Unit.PAGE: "pp.", Unit.SECTION: "§§", Unit.LINE: "lines"}[self]


class Asked(NamedTuple):
    """A place that was understood: its unit, and the first and last of each range, as they are called."""

    unit: Unit
    ranges: tuple[tuple[str, str], ...]


_UNITS = (
    (Unit.PARAGRAPH, r"paragraphs?|paras?\.?|pars?\.?|¶¶?"),
    (Unit.PAGE, r"pages?|pp?\."),
    (Unit.SECTION, r"sections?|sect?s?\.|§§?"),
    (Unit.LINE, r"lines?|ll?\."),
)
_UNIT = re.compile("|".join(f"(?P<{unit.name}>{words})" for unit, words in _UNITS), re.IGNORECASE)
_RANGE = re.compile(
    r"\s*(?P<first>[0-9]+(?:\.[0-9]+)*|[ivxlcdm]+)(?:\s*(?:[-‐‑‒–—]|to)\s*(?P<last>[0-9]+(?:\.[0-9]+)*|[ivxlcdm]+))?\s*",
    re.IGNORECASE,
)
_JOINT = re.compile(r",|&|and\b")


@lru_cache(maxsize=4096)
def understood(at: str) -> Asked | None:
    """What a place means; None for one that is written in another way, which is nothing wrong."""
    unit = _UNIT.match(at.strip())
    if unit is None or unit.lastgroup is None:
        return None
    rest = at.strip()[unit.end() :]
    ranges = []
    while True:
        found = _RANGE.match(rest)
        if found is None:
            return None
        first, last = found["first"], found["last"] or found["first"]
        kind = Unit[unit.lastgroup]
        if kind in (Unit.PARAGRAPH, Unit.LINE) and not (first.isdecimal() and last.isdecimal()):
            return None
        ranges.append((first, last))
        rest = rest[found.end() :]
        if not rest:
            return Asked(kind, tuple(ranges))
        joint = _JOINT.match(rest)
        if joint is None:
            return None
        rest = rest[joint.end() :]


class Stretches(NamedTuple):
    """Where in a text a place is; ``missing`` says what of it the text does not have."""

    spans: tuple[tuple[int, int], ...]
    missing: str | None = None


def stretches(asked: Asked, text: Text, first_page: int = 1) -> Stretches | None:
    """Where in a text a place is; None where that cannot be known: without pages, numbered sections, or paragraphs.

    ``first_page`` is what the first page is called where the text itself does not say.
    """
    found = []
    for first, last in asked.ranges:
        span = _span(asked.unit, first, last, text, first_page)
        if span is None:
            return None
        if isinstance(span, str):
            return Stretches((), span)
        found.append(span)
    return Stretches(tuple(found))


def _span(unit: Unit, first: str, last: str, text: Text, first_page: int) -> tuple[int, int] | str | None:
    """The stretch from one thing to another, or what is missing."""
    if unit is Unit.PARAGRAPH:
        if not text.has_paragraphs:
            return None
        return _of_paragraphs(_number(first), _number(last), text)
    if unit is Unit.LINE:
        return _of_lines(_number(first), _number(last), text)
    if unit is Unit.PAGE:
        return _of_pages(first, last, text, first_page)
    return _of_sections(first, last, text)


def _number(digits: str) -> int:
    return int(digits[:9])  # no text has more of anything


def _of_paragraphs(first: int, last: int, text: Text) -> tuple[int, int] | str:
    there = len(text.paragraphs)
    if not 1 <= first <= last <= there:
        return f"the text has {there} paragraph{'' if there == 1 else 's'}"
    return text.paragraphs[first - 1].start, text.paragraphs[last - 1].end


def _of_lines(first: int, last: int, text: Text) -> tuple[int, int] | str:
    starts = [*text.line_starts, len(text.whole) + 1]
    if not 1 <= first <= last < len(starts):
        return f"the text has {len(starts) - 1} line{'' if len(starts) == 2 else 's'}"
    return starts[first - 1], starts[last]


def _of_pages(first: str, last: str, text: Text, first_page: int) -> tuple[int, int] | str | None:
    if not text.pages:
        return None
    names = [name.casefold() for name, _ in text.pages]
    if first_page != 1 and names == [str(n) for n in range(1, len(names) + 1)]:
        names = [str(n) for n in range(first_page, first_page + len(names))]
    try:
        begin, end = names.index(first.casefold()), names.index(last.casefold())
    except ValueError:
        return f"the pages of the text are {names[0]} to {names[-1]}" if len(names) > 1 else "the text has one page"
    if end < begin:
        return f"page {last} comes before page {first}"
    after = text.pages[end + 1][1] if end + 1 < len(text.pages) else len(text.whole) + 1
    return text.pages[begin][1], after


_SECTION = re.compile(r"\W*(?:§+\s*|section\s+|chapter\s+)?([0-9]+(?:\.[0-9]+)*)(?![0-9])\.?", re.IGNORECASE)


def _of_sections(first: str, last: str, text: Text) -> tuple[int, int] | str | None:
    """From a heading, or a paragraph with §, that begins with the number, to the next that is not within it."""
    heads = []
    for block in text.blocks:
        words = text.whole[block.start : block.start + 40]
        match = _SECTION.match(words)
        if match and (block.number is None or "§" in match[0]):
            heads.append((match[1], block.start))
    if not heads:
        return None
    names = [name for name, _ in heads]
    if first not in names or last not in names:
        return f"no section of the text is numbered {first if first not in names else last}"
    begin, end = names.index(first), names.index(last) + 1
    while end < len(names) and names[end].startswith(f"{last}."):
        end += 1
    after = heads[end][1] if end < len(heads) else len(text.whole) + 1
    return (heads[begin][1], after) if heads[begin][1] < after else f"§ {last} comes before § {first}"


def is_within(start: int, end: int, spans: tuple[tuple[int, int], ...]) -> bool:
    """Whether a stretch is in one of others, which are in any order."""
    return any(first <= start and end <= last for first, last in spans)


def touches(start: int, end: int, spans: tuple[tuple[int, int], ...]) -> bool:
    """Whether a stretch has something in common with one of others."""
    return any(first < end and start < last for first, last in spans)


def called(place: Place, text: Text, unit: Unit | None = None) -> str:
    """How people would call a place: by its paragraphs, or in a heading, or by its lines; by its pages if asked."""
    first, last = place.pages
    by_page = unit is Unit.PAGE or (not text.has_paragraphs and unit is not Unit.LINE)
    if by_page and first is not None and last is not None:
        return _range(Unit.PAGE, first, last)
    if unit is not Unit.LINE:
        begin, end = place.paragraphs
        if begin is not None and end is not None:
            return _range(Unit.PARAGRAPH, str(begin), str(end))
        if begin is None and end is None and (heading := _heading(place, text)):
            return heading
    return _range(Unit.LINE, str(place.lines[0]), str(place.lines[1]))


def _range(unit: Unit, first: str, last: str) -> str:
    return f"{unit} {first}" if first == last else f"{unit.plural} {first}–{last}"


def _heading(place: Place, text: Text) -> str:
    """A heading by the paragraph that comes after it, empty where the place is in no heading."""
    starts = [b.start for b in text.blocks]
    found = bisect_left(starts, place.start + 1) - 1
    if found < 0 or place.end > text.blocks[found].end:
        return ""
    following = next((b.number for b in text.blocks[found:] if b.number is not None), None)
    return f"the heading before para. {following}" if following else "a line after the last paragraph"
