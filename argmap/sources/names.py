"""Names of people and dates as they are typed, taken apart as bibliographies need them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple


class Name(NamedTuple):
    """Who wrote something: family and given name, with what stands between and after; or a group by its whole name."""

    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""
    group: str = ""


_SMALL = "von van de der den del della di da du dos das la le les ter ten zu zum zur af av bin ibn al el"
_PARTICLES = frozenset(_SMALL.split())
_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|I{2,3}|IV")
_GROUP_WORDS = re.compile(
    r"\b(?:the|of|and|for|university|institute|ministry|department|commission|council|committee|organi[sz]ation|office|"
    r"agency|association|society|bank|union|group|party|staff|board|press|inc|ltd|gmbh|llc)\b",
    re.IGNORECASE,
)


def names(text: str) -> tuple[Name, ...]:
    """The names in a text.

    They are separated by `;`, or by "and" or `&`. A name is `Family, Given`, `Family, Jr., Given` or `Given Family`.
    What stands in braces, is one word, or has a word that only groups have, such as "of" or "University", is a group.
    """
    text = " ".join(text.split())
    if ";" in text:
        found = _split(text, r"\s*;\s*")
    else:
        found = [text] if _is_group(text) and "{" not in text else _split(text, r"\s*,?\s+(?:and|&)\s+")
    if len(found) > 1 and ";" not in text and found[0].count(",") and " " in found[0].split(",")[0]:
        found = [*_split(found[0], r"\s*,\s*"), *found[1:]]  # A. Smith, B. Jones and C. Brown
    return tuple(_name(part) for part in found if part.strip())


def typed(found: Sequence[Name]) -> str:
    """Names as a text from which `names` has them back: `Brandt, Ada; {Council of Ebbmouth}`."""
    parts = [_typed(name) for name in found]
    text = "; ".join(part for part in parts if part)
    return text if ";" in text or names(text) == tuple(map(_name, parts)) else f"{{{text}}}"


def _typed(name: Name) -> str:
    """One name, with braces where it would be taken for something else."""
    given, suffix = (" ".join(part.replace(",", " ").split()) for part in (name.given, name.suffix))
    space = "" if name.particle.endswith(("'", "’")) else " "
    family = name.group or (name.particle + space + name.family).strip()
    if name.group or not given:
        group = " ".join(part for part in (family, suffix) if part)
        return group if _name(group) == Name(group=group) and ";" not in group else f"{{{group}}}"
    family = " ".join(family.replace(",", " ").split())
    if ";" in family + given + suffix:
        return f"{{{given} {family}}}"
    return ", ".join(part for part in (family, suffix, given) if part) if family else given


def _split(text: str, pattern: str) -> list[str]:
    """A text cut at a pattern, but not inside of braces."""
    found: list[str] = []
    here = depth = 0
    marks = re.compile(rf"[{{}}]|{pattern}", re.IGNORECASE)
    for match in marks.finditer(text):
        if match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth = max(0, depth - 1)
        elif not depth:
            found.append(text[here : match.start()])
            here = match.end()
    return [*found, text[here:]]


def _is_group(text: str) -> bool:
    without_and = re.sub(r"\s(?:and|&)\s", " ", text)
    return _GROUP_WORDS.search(without_and) is not None


def _name(text: str) -> Name:
    text = text.strip()
    if text.startswith("{") and text.endswith("}"):
        return Name(group=text.strip("{} "))
    pieces = [piece.strip() for piece in text.split(",")]
    if len(pieces) > 1:
        suffix = pieces[1] if len(pieces) > 2 else ""
        given = pieces[-1]
        if len(pieces) == 2 and _SUFFIX.fullmatch(given):
            return _name(pieces[0])._replace(suffix=given)
        particle, family = _parted(pieces[0].split())
        return Name(family, given, particle, suffix)
    words = text.split()
    if len(words) < 2 or _is_group(text):
        return Name(group=text)
    suffix = words.pop() if len(words) > 2 and _SUFFIX.fullmatch(words[-1]) else ""
    cut = next((n for n, word in enumerate(words[1:-1], 1) if word in _PARTICLES), len(words) - 1)
    particle, family = _parted(words[cut:])
    return Name(family, " ".join(words[:cut]), particle, suffix)


def _parted(words: list[str]) -> tuple[str, str]:
    """The particle of a family name, written small, and the rest."""
    cut = 0
    while cut < len(words) - 1 and words[cut] in _PARTICLES:
        cut += 1
    return " ".join(words[:cut]), " ".join(words[cut:])


_NAMES = "january february march april may june july august september october november december"
_MONTHS = _NAMES.split()
_MONTH = "|".join(f"{month[:3]}(?:{month[3:]})?\\.?" for month in _MONTHS)
_DATES = (
    re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?(?:T.*)?"),
    re.compile(rf"(?:(?P<day>\d{{1,2}})\.?\s+)?(?P<name>{_MONTH})\s+(?P<year>\d{{4}})", re.IGNORECASE),
    re.compile(rf"(?P<name>{_MONTH})\s+(?P<day>\d{{1,2}}),?\s+(?P<year>\d{{4}})", re.IGNORECASE),
)


def date_parts(text: str) -> tuple[tuple[int, ...], ...] | None:
    """Year, month and day of a date, as far as it says them; two of these for `from/to`; None when it is no date."""
    found: list[tuple[int, ...]] = []
    for part in text.strip().split("/"):
        match = next((m for pattern in _DATES if (m := pattern.fullmatch(part.strip()))), None)
        if match is None or len(found) == 2:
            return None
        named = match.groupdict()
        month = named.get("month")
        number = _MONTHS.index(_whole(named["name"])) + 1 if named.get("name") else int(month) if month else None
        day = int(named["day"]) if named.get("day") else None
        if (number is not None and not 1 <= number <= 12) or (day is not None and not 1 <= day <= 31):
            return None
        found.append(tuple(n for n in (int(named["year"]), number, day) if n is not None))
    return tuple(found)


def _whole(month: str) -> str:
    return next(name for name in _MONTHS if name.startswith(month.lower().rstrip(".")[:3]))
