"""Sources as reference managers read them: CSL-JSON and BibTeX."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import texts

import argmap
from argmap.model import Source
from argmap.sources.bibtex import to_bibtex
from argmap.sources.csl import item, to_csl_json
from argmap.sources.names import Name, date_parts, names

FIELDS = {
    "title": "The NATO file: 50% of $1 & more_or_less #3 {sic} ~ x^2 \\o/",
    "author": "van der Berg, Anna; {Ministry of War and Peace}; Ludwig von Mises; Smith, Jr., John; Plato",
    "date": "2001-09-11",
    "container-title": "Foreign Affairs & More",
    "volume": "80",
    "issue": "5",
    "page": "213–240",
    "url": "https://example.org/a%20b_c?d=1&e=%7B{x}#f",
    "doi": "https://doi.org/10.1000/182_x",
    "accessed": "3 March 2020",
    "language": "en",
    "file": "a.txt",
}


def source(key: str = "smith", **fields: str) -> Source:
    return Source(key, tuple((name.replace("_", "-"), value) for name, value in fields.items()))


# ---- names and dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Brandt", [Name("Brandt", "Ada")]),
        ("Brandt, Ada", [Name("Brandt", "Ada")]),
        ("A. Nonymous", [Name("Nonymous", "A.")]),
        ("Ludwig von Mises", [Name("Mises", "Ludwig", "von")]),
        ("von Mises, Ludwig", [Name("Mises", "Ludwig", "von")]),
        ("Anna van der Berg", [Name("Berg", "Anna", "van der")]),
        ("Smith, Jr., John", [Name("Smith", "John", suffix="Jr.")]),
        ("John Smith, Jr.", [Name("Smith", "John", suffix="Jr.")]),
        ("Plato", [Name(group="Plato")]),
        ("{Smith and Sons}", [Name(group="Smith and Sons")]),
        ("World Health Organization", [Name(group="World Health Organization")]),
        ("Department of Trade and Industry", [Name(group="Department of Trade and Industry")]),
        ("Ada Brandt and Jo Poe", [Name("Brandt", "Ada"), Name("Poe", "Jo")]),
        ("Brandt, Ada & Poe, Jo", [Name("Brandt", "Ada"), Name("Poe", "Jo")]),
        ("Brandt, Ada; Poe, Jo", [Name("Brandt", "Ada"), Name("Poe", "Jo")]),
        ("Ada Brandt, Jo Poe and Al Roe", [Name("Brandt", "Ada"), Name("Poe", "Jo"), Name("Roe", "Al")]),
        ("Sandy Anders", [Name("Anders", "Sandy")]),
        ("{A; B}; Jo Poe", [Name(group="A; B"), Name("Poe", "Jo")]),
    ],
)
def test_names(text: str, expected: list[Name]) -> None:
    assert list(names(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2001", ((2001,),)),
        ("2001-09", ((2001, 9),)),
        ("2001-09-11", ((2001, 9, 11),)),
        ("2001-09-11T08:46:00Z", ((2001, 9, 11),)),
        ("2001/2003", ((2001,), (2003,))),
        ("September 2001", ((2001, 9),)),
        ("11 September 2001", ((2001, 9, 11),)),
        ("Sept. 11, 2001", None),
        ("Sep. 11, 2001", ((2001, 9, 11),)),
        ("September 11, 2001", ((2001, 9, 11),)),
        ("2001-13", None),
        ("about 1900", None),
        ("c. 400 BC", None),
    ],
)
def test_dates(text: str, expected: tuple[tuple[int, ...], ...] | None) -> None:
    assert date_parts(text) == expected


# ---- CSL-JSON


def test_csl_json() -> None:
    assert json.loads(to_csl_json([source(**FIELDS)])) == [
        {
            "id": "smith",
            "type": "article-journal",
            "title": FIELDS["title"],
            "container-title": "Foreign Affairs & More",
            "volume": "80",
            "issue": "5",
            "page": "213–240",
            "URL": FIELDS["url"],
            "DOI": FIELDS["doi"],
            "language": "en",
            "author": [
                {"family": "Berg", "given": "Anna", "non-dropping-particle": "van der"},
                {"literal": "Ministry of War and Peace"},
                {"family": "Mises", "given": "Ludwig", "non-dropping-particle": "von"},
                {"family": "Smith", "given": "John", "suffix": "Jr."},
                {"literal": "Plato"},
            ],
            "issued": {"date-parts": [[2001, 9, 11]]},
            "accessed": {"date-parts": [[2020, 3, 3]]},
        }
    ]


def test_the_names_of_csl_are_understood_in_a_map() -> None:
    m = argmap.loads(
        "argmap: 1\ntitle: T\nsources:\n  s: {issued: 2001, URL: 'https://a.org', DOI: 10.1/2, ISBN: 3, ISSN: 4}\n"
        "claims: A\n"
    )
    assert m.source("s").get("date") == "2001"
    found = item(m.source("s"))
    assert (found["URL"], found["DOI"], found["ISBN"], found["ISSN"]) == ("https://a.org", "10.1/2", "3", "4")
    assert found["issued"] == {"date-parts": [[2001]]}
    assert argmap.loads(argmap.dumps(m)) == m


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"type": "report"}, "report"),
        ({"isbn": "1"}, "book"),
        ({"publisher": "P"}, "book"),
        ({"url": "https://a.org"}, "webpage"),
        ({"container_title": "B"}, "chapter"),
        ({"container_title": "J", "volume": "1"}, "article-journal"),
        ({}, "document"),
        ({"type": "blog"}, "document"),
    ],
)
def test_types(fields: dict[str, str], expected: str) -> None:
    assert item(source(**fields))["type"] == expected


# ---- BibTeX


def test_bibtex() -> None:
    assert to_bibtex([source(**FIELDS)]) == (
        "@article{smith,\n"
        "  author = {van der Berg, Anna and {Ministry of War and Peace} and von Mises, Ludwig and Smith, Jr., John "
        "and {Plato}},\n"
        "  title = {The {NATO} file: 50\\% of \\$1 \\& more\\_or\\_less \\#3 \\textbraceleft{}sic\\textbraceright{} "
        "\\textasciitilde{} "
        "x\\textasciicircum{}2 \\textbackslash{}o/},\n"
        "  journal = {Foreign Affairs \\& More},\n"
        "  volume = {80},\n"
        "  number = {5},\n"
        "  langid = {en},\n"
        "  pages = {213--240},\n"
        "  year = {2001},\n"
        "  month = sep,\n"
        "  day = {11},\n"
        "  doi = {10.1000/182_x},\n"
        "  url = {https://example.org/a%20b_c?d=1&e=%7B%7Bx%7D#f},\n"
        "  urldate = {2020-03-03},\n"
        "}\n"
    )


def test_keys_are_fit_for_latex_and_stay_different() -> None:
    keys = re.findall(
        r"@misc\{(.*),", to_bibtex([source(k) for k in ("a b", "a-b", "A B", "Größe", "語", "{x}", "a~b%")])
    )
    assert keys == ["a-b", "a-b-2", "A-B-3", "Groe", "source", "x", "a-b-4"]


@given(st.lists(st.tuples(texts(), texts(), texts(), texts()), min_size=1, max_size=3))
def test_any_text_leaves_the_entries_whole(rows: list[tuple[str, ...]]) -> None:
    sources = [source(f"k{n}", title=a, author=b, url=c, note=d) for n, (a, b, c, d) in enumerate(rows)]
    written = to_bibtex(sources)
    assert re.findall(r"^@misc\{(k\d),$|^@webpage", written, re.MULTILINE) == [s.key for s in sources]
    for line in written.splitlines():
        if line.startswith("  "):
            depth = 0  # as BibTeX counts it, whatever stands before a brace
            for letter in line:
                depth += (letter == "{") - (letter == "}")
                assert depth >= 0
            assert depth == 0
            assert line.endswith("},")
    assert len(json.loads(to_csl_json(sources))) == len(sources)
