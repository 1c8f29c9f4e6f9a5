"""BibTeX and BibLaTeX, read as the sources of a map; bibtexparser reads the files, which ``argmap[bibtex]`` brings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from argmap.sources.bibliography import Bibliography, Entry, UnreadableBibliographyError, clean
from argmap.sources.bibtex_blocks import Blocks
from argmap.sources.bibtex_names import names_of
from argmap.sources.bibtex_values import Macros, unwrapped
from argmap.sources.latex import address, plain_text
from argmap.sources.names import typed

_KINDS = """
    article=article-journal book=book mvbook=book collection=book proceedings=book manual=book booklet=pamphlet
    inbook=chapter incollection=chapter inproceedings=paper-conference conference=paper-conference techreport=report
    report=report thesis=thesis phdthesis=thesis mastersthesis=thesis unpublished=manuscript online=webpage
    electronic=webpage www=webpage dataset=dataset software=software patent=patent inreference=entry-encyclopedia
    periodical=periodical
"""
_TYPES = dict(pair.split("=") for pair in _KINDS.split())
"""What CSL calls the types of entries; others are known by what they have."""
_GENRES = {"phdthesis": "PhD thesis", "mastersthesis": "Master's thesis"}
_TEXTS = {
    "container-title": ("journal", "journaltitle", "booktitle", "maintitle"),
    "collection-title": ("series",),
    "publisher": ("publisher", "institution", "school", "organization"),
    "publisher-place": ("address", "location"),
    "edition": ("edition",),
    "volume": ("volume",),
    "genre": ("type",),
    "isbn": ("isbn",),
    "issn": ("issn",),
    "language": ("langid", "language"),
    "note": ("note",),
}
"""The fields of a source with those that may hold it, the better one first."""
_INHERITED = {"title": "booktitle", "subtitle": "booksubtitle"}
"""What a field of the whole is called in its part."""
_NOT_INHERITED = frozenset(("crossref", "xref", "xdata", "key", "ids", "file", "note", "author", "pages", "doi", "url"))
_LONGEST_LINE = 8
"""Entries that may refer to each other one behind the other."""


def bibtex(text: str) -> Bibliography:
    """The entries of a file. Raises `UnreadableBibliographyError`."""
    blocks = Blocks(text)
    keys = {key: key for key in blocks}
    if not keys and not blocks.broken and text.strip():
        raise UnreadableBibliographyError("it holds no entry of BibTeX; see whether it is the right file")
    macros = Macros()
    for name, value in blocks.macros:
        macros.define(name, value)

    def entry(key: str) -> Entry:
        doubts = ["stands there twice, and the first counts"] if key in blocks.twice else []
        block = blocks[key]
        if block is None:
            return Entry({}, (*doubts, "is no whole entry and was not read"))
        values = _values(block, blocks, macros, doubts)
        return Entry(_fields(block.entry_type.lower(), values), tuple(doubts))

    return Bibliography(keys, entry, _broken(blocks.broken))


def _broken(lines: list[int]) -> Iterator[str]:
    if lines:
        more = f", nor {len(lines) - 1:,} more" if len(lines) > 1 else ""
        yield f"what begins on line {lines[0]} is no whole entry and was not read{more}"


def _values(block: Any, blocks: Blocks, macros: Macros, doubts: list[str]) -> dict[str, str]:
    """The fields of an entry in LaTeX, by their names in small letters, with those of the whole that it is part of."""
    found: dict[str, str] = {}
    here, passed = block, {block.key}
    for _ in range(_LONGEST_LINE):
        own: dict[str, str] = {}
        for field in here.fields:
            own.setdefault(field.key.lower(), macros.value(str(field.value), doubts))
        if here is block:
            found = own
        for name, value in own.items() if here is not block else ():
            if name not in _NOT_INHERITED or (name == "author" and block.entry_type.lower() == "inbook"):
                found.setdefault(_INHERITED.get(name, name), value)
        key = unwrapped(own.get("crossref", ""))
        if not key or key in passed:
            break
        if key not in blocks or blocks[key] is None:
            doubts.append(f"is part of `{clean(key)[:40]}`, which is not there")
            break
        passed.add(key)
        here = blocks[key]
    return found


def _fields(kind: str, values: Mapping[str, str]) -> dict[str, str]:
    """The fields of a source."""
    fields = {"title": _titled(values, "title", "subtitle")}
    for name in ("author", "editor", "translator"):
        fields[name] = clean(typed(names_of(values.get(name, ""))))
    for name, sources in _TEXTS.items():
        fields[name] = next((text for source in sources if (text := _text(values.get(source, "")))), "")
    if not values.get("journal") and values.get("booktitle"):
        fields["container-title"] = _titled(values, "booktitle", "booksubtitle")
    number = _text(values.get("number", ""))
    fields["issue"] = _text(values.get("issue", "")) or (number if kind in ("article", "periodical") else "")
    fields["number"] = number if fields["issue"] != number else ""
    fields["page"] = re.sub(r"\s*[‐‑‒–—-]+\s*", "-", _text(values.get("pages", "")))
    fields["date"] = _date(values)
    fields["accessed"] = _text(values.get("urldate", ""))
    fields["doi"] = address(unwrapped(values.get("doi", "")))
    fields["url"] = address(unwrapped(values.get("url", "")))
    published = values.get("howpublished", "")
    if not fields["url"] and re.search(r"https?:", published):
        fields["url"] = address(unwrapped(published))
    elif not fields["container-title"]:
        fields["container-title"] = _text(published)
    fields["genre"] = fields["genre"] or _GENRES.get(kind, "")
    fields["type"] = _TYPES.get(kind, "")
    return {name: clean(text) for name, text in fields.items() if clean(text)}


def _text(latex: str) -> str:
    return clean(plain_text(latex))


def _titled(values: Mapping[str, str], title: str, subtitle: str) -> str:
    parts = [text for name in (title, subtitle) if (text := _text(values.get(name, "")))]
    return ": ".join(parts)


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _date(values: Mapping[str, str]) -> str:
    """`2001-09-11` from `date`, or from `year`, `month` and `day` as far as there are any."""
    if date := _text(values.get("date", "")):
        return date
    year, month, day = (_text(values.get(name, "")) for name in ("year", "month", "day"))
    named = re.match(r"([^\W\d_]{3})[^\W\d_]*\.?\W*(\d{1,2})?\Z|(\d{1,2})\Z", month)
    if not re.fullmatch(r"\d{4}", year) or named is None:
        return year
    word = (named[1] or "").lower()
    number = _MONTHS.index(word) + 1 if word in _MONTHS else int(named[3] or 0)
    day = day or named[2] or ""
    if not 1 <= number <= 12:
        return year
    return f"{year}-{number:02}" + (f"-{int(day):02}" if re.fullmatch(r"\d{1,2}", day) and 1 <= int(day) <= 31 else "")
