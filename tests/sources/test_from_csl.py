"""CSL-JSON as reference managers write it, read as sources."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hostile import TEXTS
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import Source
from argmap.sources.bibliography import Entry, UnreadableBibliographyError, read_bibliography
from argmap.sources.csl import to_csl_json
from argmap.sources.names import Name, names, typed


def entry(item: dict[str, Any], key: str = "a") -> Entry:
    return read_bibliography(json.dumps([{"id": key, **item}]).encode(), "l.json").entry(key)


def test_an_article_has_all_its_fields() -> None:
    found = entry(
        {
            "type": "article-journal",
            "title": "Working <i>less</i> at  night",
            "author": [{"family": "Smith", "given": "Jo"}, {"literal": "Council of Ebbmouth"}],
            "issued": {"date-parts": [["2001", 9, 11]]},
            "accessed": {"date-parts": [[2020]]},
            "container-title": "Work",
            "volume": 80,
            "page": "213-240",
            "URL": "https://e.org/a%20b",
            "DOI": "10.1000/182",
            "abstract": "left out",
        }
    )
    assert found.doubts == ()
    assert found.fields == {
        "type": "article-journal",
        "title": "Working less at night",
        "author": "Smith, Jo; Council of Ebbmouth",
        "date": "2001-09-11",
        "accessed": "2020",
        "container-title": "Work",
        "volume": "80",
        "page": "213-240",
        "url": "https://e.org/a%20b",
        "doi": "10.1000/182",
    }


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ({"family": "Berg", "given": "Anna", "non-dropping-particle": "van der"}, "van der Berg, Anna"),
        ({"family": "Alembert", "given": "Jean", "dropping-particle": "d'"}, "d'Alembert, Jean"),
        ({"family": "Smith", "given": "John", "suffix": "Jr."}, "Smith, Jr., John"),
        ({"literal": "Smith and Sons"}, "{Smith and Sons}"),
        ({"family": "García Márquez"}, "{García Márquez}"),
        ({"given": "Plato"}, "Plato"),
        ({"literal": "A; B {C}"}, "{A; B C}"),
    ],
)
def test_names_are_typed_so_that_they_can_be_taken_apart(name: dict[str, str], text: str) -> None:
    assert entry({"author": [name]}).fields["author"] == text
    assert len(names(text)) == 1


@pytest.mark.parametrize(
    ("date", "text"),
    [
        ({"date-parts": [[2001], [2003, 2]]}, "2001/2003-02"),
        ({"raw": "2001-09-11"}, "2001-09-11"),
        ({"literal": "spring 2001"}, "spring 2001"),
        ("2001", "2001"),
        (2001, "2001"),
    ],
)
def test_dates(date: Any, text: str) -> None:
    assert entry({"issued": date}).fields["date"] == text


@pytest.mark.parametrize(
    ("item", "doubt"),
    [
        ({"title": ["x"]}, "has a `title` that is no text"),
        ({"author": "Jo Smith"}, "has a `author` that is no list of names"),
        ({"author": [{"family": 7, "given": []}, {}]}, "has a `author` that is no list of names"),
        ({"issued": {"date-parts": [["soon"]]}}, "has a `issued` that is no date"),
    ],
)
def test_what_is_no_value_is_told_and_left_out(item: dict[str, Any], doubt: str) -> None:
    assert entry(item) == Entry({}, (doubt,))


def test_an_item_is_known_by_both_its_names() -> None:
    """Zotero gives an address as `id`, and a `citation-key` that can be cited."""
    one = {"id": "http://zotero.org/users/1/items/AB", "citation-key": "smith2001", "title": "T"}
    found = read_bibliography(json.dumps({"items": [one, {"id": 7, "title": "Seven"}]}).encode(), "l.json")
    assert list(found.keys) == ["smith2001", "http://zotero.org/users/1/items/AB", "7"]
    assert found.entry("smith2001") == found.entry("http://zotero.org/users/1/items/AB")


def test_keys_that_cannot_be_cited_are_none() -> None:
    items = [{"id": key} for key in ("a,b", "a;b", " a", "", None, True, ["a"], "ok")]
    found = read_bibliography(json.dumps([*items, "text"]).encode(), "l.json")
    assert list(found.keys) == ["ok"]
    assert found.doubts == ("entry 4 (nor 4 more) has no `id`, so nothing can cite it",)


def test_of_two_items_of_a_key_the_first_counts() -> None:
    data = json.dumps([{"id": "a", "title": "One"}, {"id": "a", "title": "Two"}]).encode()
    assert read_bibliography(data, "l.json").entry("a") == Entry(
        {"title": "One"}, ("stands there twice, and the first counts",)
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'[{"id": "a",}]', "it is no JSON: line 1, column 13: expecting property name"),
        (b"[\n1,\n2", "it is no JSON: line 3, column 2: expecting ',' delimiter"),
        (b"", "it is no JSON: line 1, column 1: expecting value"),
        (b"[" * 100_000, "it is no JSON that can be read"),
        (b"[" + b"9" * 5000 + b"]", "it is no JSON that can be read"),
        (b'{"id": "a"}', "it is JSON, but holds no list of entries"),
        (b'[\n"\xe9"]', "it is not UTF-8: line 2 has the byte 0xE9"),
    ],
)
def test_what_cannot_be_read_is_told_by_line(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableBibliographyError) as error:
        read_bibliography(data, "l.json")
    assert str(error.value).startswith(said)
    assert str(error.value).count("; ") == 1


def test_a_byte_order_mark_is_no_matter() -> None:
    assert list(read_bibliography(b'\xef\xbb\xbf[{"id": "a"}]', "l.JSON").keys) == ["a"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS | st.text(st.characters(), max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["family", "date-parts", "raw"]), inner)
    ),
    max_leaves=9,
)
FIELD = st.sampled_from(
    ["title", "author", "editor", "issued", "accessed", "URL", "volume", "note", "type", "language"]
)


@given(st.dictionaries(FIELD, JSON))
def test_whatever_an_item_holds_becomes_texts_of_one_line(item: dict[str, Any]) -> None:
    found = entry(item)
    for value in found.fields.values():
        assert value
        assert value == " ".join(value.split())
        assert not set(value) & set(map(chr, range(32)))
        value.encode()


@given(JSON)
def test_any_json_is_read_or_refused(value: Any) -> None:
    try:
        found = read_bibliography(json.dumps(value).encode(), "l.json")
    except UnreadableBibliographyError:
        return
    assert all(found.entry(key) for key in found.keys)


LETTERS = st.text(st.characters(categories=["Lu", "Ll"]), min_size=1, max_size=9)
PEOPLE = st.builds(lambda family, given: Name(family.capitalize(), given), LETTERS, LETTERS) | TEXTS.map(
    lambda text: Name(group=" ".join(text.translate({123: None, 125: None}).split()) or "x")
)


@given(st.lists(PEOPLE, min_size=1, max_size=4))
def test_typed_names_are_had_back(people: list[Name]) -> None:
    assert names(typed(people)) == tuple(people)


@given(st.dictionaries(st.sampled_from(["title", "publisher", "volume", "url", "note"]), TEXTS))
def test_what_argmap_writes_it_reads(fields: dict[str, str]) -> None:
    clean = {name: " ".join(text.split()).replace("\x07", "") for name, text in fields.items()}
    clean = {name: " ".join(text.split()) for name, text in clean.items() if "<b>" not in text and text.split()}
    written = to_csl_json([Source("k", tuple(clean.items()))])
    found = read_bibliography(written.encode(), "l.json").entry("k")
    assert {name: found.fields[name] for name in clean} == clean
