"""Sources as BibTeX, for LaTeX; also read by BibLaTeX, pandoc and reference managers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from argmap.model import Source
from argmap.sources.csl import type_of
from argmap.sources.names import Name, date_parts, names

_ENTRIES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
    "manuscript": "unpublished",
}
"""What BibTeX calls the types of CSL; everything else is misc."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SPECIAL = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "{": r"\textbraceleft{}",  # BibTeX counts braces behind a backslash, too
    "}": r"\textbraceright{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
_CAPITALS = re.compile(r"(?<![\w{])(?=[^\W\d_]*[^\W\d_])(?:\w*[A-ZÀ-ÖØ-Þ]\w*)")


def to_bibtex(sources: Iterable[Source]) -> str:
    """An entry for each source, in UTF-8; keys are made fit for LaTeX, and stay different."""
    taken: set[str] = set()
    return "\n".join(_entry(source, _key(source.key, taken)) for source in sources)


def _key(key: str, taken: set[str]) -> str:
    plain = unicodedata.normalize("NFKD", key).encode("ascii", "ignore").decode()
    made = re.sub(r"[^A-Za-z0-9:.+/-]+", "-", plain).strip("-") or "source"
    found, number = made, 2
    while found.lower() in taken:  # to BibTeX capital letters make no difference
        found, number = f"{made}-{number}", number + 1
    taken.add(found.lower())
    return found


def _entry(source: Source, key: str) -> str:
    kind = _ENTRIES.get(type_of(source), "misc")
    lines = "".join(f"  {name} = {value},\n" for name, value in _fields(source, kind))
    return f"@{kind}{{{key},\n{lines}}}\n"


def _fields(source: Source, kind: str) -> Iterator[tuple[str, str]]:
    for name in ("author", "editor", "translator"):
        if value := source.get(name):
            yield name, "{" + " and ".join(_person(n) for n in names(value)) + "}"
    yield "title", "{" + _title(source.title) + "}"
    container = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle"}
    publisher = {"techreport": "institution", "phdthesis": "school"}
    rows = (
        ("container-title", container.get(kind, "howpublished")),
        ("collection-title", "series"),
        ("publisher", publisher.get(kind, "publisher")),
        ("publisher-place", "address"),
        ("edition", "edition"),
        ("volume", "volume"),
        ("issue", "number"),
        ("number", "number" if not source.get("issue") else "eid"),
        ("genre", "type"),
        ("isbn", "isbn"),
        ("issn", "issn"),
        ("language", "langid"),
    )
    for name, called in rows:
        if value := source.get(name):
            yield called, "{" + escaped(value) + "}"
    if value := source.get("page"):
        yield "pages", "{" + escaped(re.sub(r"(?<=\w)\s*[-‐‑‒–—]+\s*(?=\w)", "--", value)) + "}"
    if value := source.get("date"):
        yield from _date(value)
    if value := source.get("doi"):
        yield "doi", "{" + _verbatim(re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", value)) + "}"
    if value := source.get("url"):
        yield "url", "{" + _verbatim(value) + "}"
    if value := source.get("accessed"):
        parts = date_parts(value)
        yield "urldate", "{" + ("-".join(f"{n:02}" for n in parts[0]) if parts else escaped(value)) + "}"
    if value := source.get("note"):
        yield "note", "{" + escaped(value) + "}"


def _date(value: str) -> Iterator[tuple[str, str]]:
    parts = date_parts(value)
    if parts is None or len(parts) > 1:
        yield "year", "{" + escaped(value.replace("/", "--") if parts else value) + "}"
        return
    year, *rest = parts[0]
    yield "year", f"{{{year}}}"
    if rest:
        yield "month", _MONTHS[rest[0] - 1]
    if len(rest) > 1:
        yield "day", f"{{{rest[1]}}}"


def _person(name: Name) -> str:
    """A name as BibTeX takes it apart; a group in braces of its own, so that it stays whole."""
    if name.group:
        return "{" + escaped(name.group) + "}"
    family = " ".join(part for part in (name.particle, name.family) if part)
    return ", ".join(_unjoined(escaped(part)) for part in (family, name.suffix, name.given) if part)


def _unjoined(text: str) -> str:
    """A part of a name in which "and" does not begin another name."""
    return re.sub(r"\band\b", "{and}", text)


def _title(text: str) -> str:
    """A title whose words with capital letters keep them where a style makes the others small."""
    words = escaped(text).split(" ")
    return " ".join([words[0] if _is_common(words[0]) else f"{{{words[0]}}}", *(_kept(word) for word in words[1:])])


def _is_common(word: str) -> bool:
    """Whether a first word has a capital letter only because it is the first."""
    return not any(letter.isupper() for letter in word[1:])


def _kept(word: str) -> str:
    return f"{{{word}}}" if any(letter.isupper() for letter in word) and "\\" not in word else word


def escaped(text: str) -> str:
    """A text on one line that LaTeX prints as it is."""
    return "".join(_SPECIAL.get(letter, letter) for letter in " ".join(text.split()))


def _verbatim(text: str) -> str:
    """An address, which is not escaped; what would end the field is written in percent signs, as addresses allow."""
    text = "".join(text.split())
    return text.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D")
