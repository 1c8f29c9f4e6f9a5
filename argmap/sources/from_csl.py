"""CSL-JSON (citationstyles.org), read as the sources of a map; the other way round, `argmap.sources.csl` writes it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from argmap.model import CSL_NAMES
from argmap.sources.bibliography import Bibliography, Entry, UnreadableBibliographyError, clean
from argmap.sources.csl import DATES, PEOPLE, TEXTS
from argmap.sources.names import Name, typed

_HINT = "have your reference manager export CSL-JSON anew"


def csl_json(text: str) -> Bibliography:
    """The entries of a file: a list of items, or a mapping that has one under `items` or `references`.

    An item is known by its `id`, and by its `citation-key` where it has one. Raises `UnreadableBibliographyError`.
    """
    try:
        whole = json.loads(text)
    except json.JSONDecodeError as error:
        what = f"it is no JSON: line {error.lineno}, column {error.colno}: {error.msg[:1].lower()}{error.msg[1:]}"
        raise UnreadableBibliographyError(f"{what.replace(';', ',')}; {_HINT}") from None
    except (ValueError, RecursionError):
        raise UnreadableBibliographyError(f"it is no JSON that can be read; {_HINT}") from None
    if isinstance(whole, dict):
        whole = next((whole[name] for name in ("items", "references") if isinstance(whole.get(name), list)), whole)
    if not isinstance(whole, list):
        raise UnreadableBibliographyError(f"it is JSON, but holds no list of entries; {_HINT}")
    raw: dict[str, Any] = {}
    twice: set[str] = set()
    without: list[int] = []
    for number, item in enumerate(whole, 1):
        keys = list(_keys(item))
        if not keys:
            without.append(number)
        for key in keys:
            if raw.setdefault(key, item) is not item:
                twice.add(key)

    def entry(item: dict[str, Any]) -> Entry:
        again = [key for key in _keys(item) if key in twice]
        found = _entry(item)
        return found._replace(doubts=("stands there twice, and the first counts", *found.doubts)) if again else found

    return Bibliography(raw, entry, _without_keys(without))


def _keys(item: Any) -> Iterator[str]:
    """The names of an item."""
    for name in ("citation-key", "id") if isinstance(item, dict) else ():
        key = item.get(name)
        if isinstance(key, str | int) and not isinstance(key, bool) and clean(str(key)):
            yield str(key)


def _without_keys(numbers: list[int]) -> Iterator[str]:
    if numbers:
        more = f" (nor {len(numbers) - 1:,} more)" if len(numbers) > 1 else ""
        yield f"entry {numbers[0]}{more} has no `id`, so nothing can cite it"


def _entry(item: dict[str, Any]) -> Entry:
    """What an item says, as far as a source has a field for it."""
    fields: dict[str, str] = {}
    doubts: list[str] = []
    kinds = ((TEXTS, _text, "no text"), (PEOPLE, _people, "no list of names"), (DATES, _date, "no date"))
    for names, taken, otherwise in kinds:
        for name in names:
            called = CSL_NAMES.get(name, name)
            value = item.get(called, item.get(name))
            if value in (None, "", [], {}):
                continue
            found = taken(value)
            if found:
                fields[name] = found
            elif found is None:
                doubts.append(f"has a `{called}` that is {otherwise}")
    if found := _text(item.get("type")):
        fields["type"] = found
    return Entry(fields, tuple(doubts))


def _text(value: Any) -> str | None:
    """A text or a number, None for anything else."""
    is_one = isinstance(value, str | int | float) and not isinstance(value, bool)
    return clean(str(value)) if is_one else None


def _people(value: Any) -> str | None:
    found = [_person(one) for one in value] if isinstance(value, list) else []
    return typed([name for name in found if name]) if found and None not in found else None


def _person(value: Any) -> Name | None:
    """A name from its parts; a part that is no text makes it none."""
    if not isinstance(value, dict):
        return None
    parts = ("literal", "family", "given", "dropping-particle", "non-dropping-particle", "suffix")
    texts = [_text(value.get(part) or "") for part in parts]
    if None in texts or not any(texts):
        return None
    group, family, given, dropping, particle, suffix = ((text or "").translate(_NO_BRACES) for text in texts)
    if group:
        return Name(group=group)
    return Name(family, given, " ".join(part for part in (dropping, particle) if part), suffix)


_NO_BRACES = {ord(brace): None for brace in "{}"}


def _date(value: Any) -> str | None:
    """A date as `2001-09-11`, a time between two with `/`, or in the words in which it is given."""
    if not isinstance(value, dict):
        return _text(value)
    parts = value.get("date-parts")
    if parts and isinstance(parts, list):
        dates = [_parts(one) for one in parts[:2] if one]
        return "/".join(date for date in dates if date) if dates and None not in dates else None
    return next((text for name in ("raw", "literal") if (text := _text(value.get(name)))), None)


def _parts(parts: Any) -> str | None:
    """Year, month and day as far as they are given."""
    texts = [_text(part) for part in parts[:3]] if isinstance(parts, list) else []
    if not texts or not all(text and text.removeprefix("-").isdecimal() for text in texts):
        return None
    year, *rest = (str(text) for text in texts)
    return "-".join([year.zfill(4), *(part.zfill(2) for part in rest)])
