"""BibTeX as reference managers and people write it, read as sources."""

from __future__ import annotations

import contextlib
import logging
import sys

import pytest
from hostile import TEXTS
from hypothesis import example, given
from hypothesis import strategies as st

from argmap.model import Source
from argmap.sources.bibliography import Bibliography, UnreadableBibliographyError, read_bibliography
from argmap.sources.bibtex import to_bibtex
from argmap.sources.latex import plain_text


def read(text: str) -> Bibliography:
    return read_bibliography(text.encode(), "l.bib")


def fields(inside: str, kind: str = "article") -> dict[str, str]:
    found = read(f"@{kind}{{a, {inside}}}").entry("a")
    assert found.doubts == ()
    return found.fields


def test_an_article_has_all_its_fields() -> None:
    found = read(
        r"""
        @comment{jabref-meta: databaseType:bibtex;}
        @preamble{"\newcommand{\noop}[1]{}"}
        @string{fa = "Foreign Affairs"}
        @ARTICLE{smith2001,
          Author = {Smith, John and {Ministry of War and Peace} and M{\"u}ller, J{\"o}rg and Ludwig von Mises},
          title = "The {NATO} file \& more",
          journal = fa # { Quarterly},
          year = 2001, month = sep # "~11", volume = {80}, number = 5, pages = {213--240},
          url = {https://example.org/a%20b_c?d=1\&e=%7B#f},
          doi = {10.1000/182\_x},
          file = {:C\:/papers/x.pdf:PDF},
        }
        """
    ).entry("smith2001")
    assert found.doubts == ()
    assert found.fields == {
        "type": "article-journal",
        "title": "The NATO file & more",
        "author": "Smith, John; Ministry of War and Peace; Müller, Jörg; von Mises, Ludwig",
        "container-title": "Foreign Affairs Quarterly",
        "date": "2001-09-11",
        "volume": "80",
        "issue": "5",
        "page": "213-240",
        "url": "https://example.org/a%20b_c?d=1&e=%7B#f",
        "doi": "10.1000/182_x",
    }


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"{\"o} \"{o} \"o {\"{o}}", "ö ö ö ö"),
        (r"\'E\'{\i} na{\"\i}ve \^{\j}", "Éí naïve ĵ"),
        (r"\v{C}apek, Gar\c{c}on, \c c, \k{a}, \H{o}, \r{u}", "Čapek, Garçon, ç, ą, ő, ů"),
        (r"Erd{\H o}s, {\AA}ngstr\"om, stra{\ss}e, \O re, {\L}\'od\'z", "Erdős, Ångström, straße, Øre, Łódź"),
        (r"1--2 --- ``q'' `r' 50\% \$5 a\_b \#1 x~y", "1–2 — “q” `r' 50% $5 a_b #1 x y"),
        (r"\emph{yes} \textbf{no} $x^2$ \textendash{} \LaTeX", "yes no x^2 – LaTeX"),
        (r"\textbackslash{} \textasciitilde{} \textbraceleft{}", "\\ ~ {"),
    ],
)
def test_latex_is_read_as_it_is_printed(latex: str, text: str) -> None:
    assert plain_text(latex) == text


@pytest.mark.parametrize(
    ("inside", "date"),
    [
        ("year = {2001}", "2001"),
        ("year = 2001, month = {9}", "2001-09"),
        ("year = 2001, month = sept, day = 3", "2001-09-03"),
        ("year = 2001, month = {September}", "2001-09"),
        ("year = 2001, month = {spring}", "2001"),
        ("date = {2001-09/2002}", "2001-09/2002"),
        ("year = {in press}", "in press"),
    ],
)
def test_dates(inside: str, date: str) -> None:
    found = read(f"@article{{a, {inside}}}").entry("a").fields
    assert found["date"] == date


@pytest.mark.parametrize(
    ("names", "author"),
    [
        ("{World Health Organization}", "World Health Organization"),
        ("{{Smith and Sons}}", "{Smith and Sons}"),
        ("{van der Berg, Anna and others}", "van der Berg, Anna; others"),
        ("{King, Jr., Martin Luther}", "King, Jr., Martin Luther"),
        ("{Gabriel {Garc{\\'i}a M{\\'a}rquez}}", "García Márquez, Gabriel"),
        ("{Plato\n  AND  Jean de la Fontaine}", "Plato; de la Fontaine, Jean"),
    ],
)
def test_names(names: str, author: str) -> None:
    assert fields(f"author = {names}")["author"] == author


def test_kinds_have_fields_of_their_own() -> None:
    assert fields("school = {MIT}, title = {T}", "phdthesis") == {
        "type": "thesis",
        "title": "T",
        "publisher": "MIT",
        "genre": "PhD thesis",
    }
    assert fields("howpublished = {\\url{https://e.org/~a%20b}}", "misc") == {"url": "https://e.org/~a%20b"}
    assert fields("title = {T}, subtitle = {S}, number = 7, institution = {I}", "techreport") == {
        "type": "report",
        "title": "T: S",
        "publisher": "I",
        "number": "7",
    }


def test_a_part_has_what_its_whole_says() -> None:
    text = """@incollection{part, crossref = {whole}, title = {Part}, author = {Poe, Jo}}
    @book{whole, title = {Whole}, editor = {Roe, Al}, year = 1999, author = {Nobody}, crossref = {part}}"""
    assert read(text).entry("part").fields == {
        "type": "chapter",
        "title": "Part",
        "author": "Poe, Jo",
        "editor": "Roe, Al",
        "container-title": "Whole",
        "date": "1999",
    }
    (doubt,) = read("@inbook{part, title = {T}, crossref = {gone}}").entry("part").doubts
    assert doubt == "is part of `gone`, which is not there"


def test_what_is_wrong_is_told_and_the_rest_is_read() -> None:
    found = read("@book{a, title = {A}}\n@book{a, title = {B}}\n@book{c, title = {C\n@book{d, title = x, title = {E}}")
    assert list(found.keys) == ["a", "d"]
    assert found.doubts == ("what begins on line 3 is no whole entry and was not read",)
    assert found.entry("a") == ({"title": "A", "type": "book"}, ("stands there twice, and the first counts",))
    assert found.entry("d") == ({"title": "x", "type": "book"}, ("uses `x`, which no @string defines",))


def test_macros_cannot_double_without_end() -> None:
    text = "@string{m0 = {abcdefgh}}" + "".join(f"@string{{m{n + 1} = m{n} # m{n}}}" for n in range(60))
    found = read(text + "@book{a, title = m60}").entry("a")
    assert len(found.fields.get("title", "")) <= 100_000
    assert found.doubts == ("has a field of more than 100,000 letters, which was cut",)


@pytest.mark.parametrize("text", ["plain words", "% only a comment", "<html>"])
def test_what_has_no_entries_is_refused(text: str) -> None:
    with pytest.raises(UnreadableBibliographyError, match="it holds no entry of BibTeX; see"):
        read(text)


def test_nothing_is_said_on_the_side(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, logger="bibtexparser"):
        logging.getLogger("bibtexparser").setLevel(logging.DEBUG)
        read("@book{c, title = {C\n@book{d, title = {D}}")
    assert not caplog.records


def test_its_absence_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    read_bibliography.cache_clear()
    monkeypatch.setitem(sys.modules, "bibtexparser", None)
    with pytest.raises(UnreadableBibliographyError, match=r"pip install 'argmap\[bibtex\]'"):
        read("@book{not-read-before, title = {T}}")


BITS = st.sampled_from(
    ["@", "@book{", "@string{x = ", "{", "}", '"', "#", ",", "=", "\\", "%", "$", "a", " and ", "crossref = {a}", "\n"]
    + ["title = {", "author = ", "year = 2001", "month = ", "\\'", "\\v", "\\url{", "@comment", "\x00", "é", "\u202e"]
)


@given(st.lists(BITS | TEXTS, max_size=30).map("".join))
@example("@book{a, title = #}")
@example("@book{a, author = {, ,}}")
@example("@book{a, author = {{}}}")
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = read(text)
    except UnreadableBibliographyError:
        return
    for key in found.keys:
        for value in found.entry(key).fields.values():
            assert value == " ".join(value.split())
            assert value


PLAIN = st.sampled_from(
    ["@book{a,\n title = {A}, year = 2001,\n}\n", "@misc{b, title = m # { and more}}\n", '@string{m = "macro"}\n']
    + ["@book{a, title = {Again}}\n", "\n% words\n", "@comment{c {d}}\n", "@book(p, title = {P}, crossref = {a})\n"]
    + ["@misc{e, note = {x}, note = {y}}\n", "@misc{o, title = {O}", "  @misc {f , title = {an @misc{inside} it}}\n"]
    + ["@misc{g, title = }\n", "@misc{h}\n", "@misc{i, title = {\n@misc{j, title = {J}}\n}}\n"]
)


@given(st.lists(PLAIN, max_size=8).map("".join))
def test_entries_that_are_cut_apart_say_what_they_say_when_all_is_read(text: str) -> None:
    """The quick way and the long one find the same; what cannot be read is told by either, in its own words."""
    from argmap.sources import bibtex_blocks

    quick = bibtex_blocks.Blocks(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bibtex_blocks, "_cut", lambda _: None)
        whole = bibtex_blocks.Blocks(text)
    read_quickly = {key: block for key in quick if (block := quick[key]) is not None}
    assert list(read_quickly) == list(whole)
    assert quick.twice == whole.twice
    assert quick.macros == whole.macros
    for key, block in read_quickly.items():
        other = whole[key]
        assert [(f.key, f.value) for f in block.fields] == [(f.key, f.value) for f in other.fields]
        assert block.entry_type == other.entry_type


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for name in ("l.bib", "l.json"):
        with contextlib.suppress(UnreadableBibliographyError):
            read_bibliography(data, name)


@given(TEXTS)
def test_what_argmap_writes_it_reads(text: str) -> None:
    text = " ".join(text.replace("\x07", "").split())
    plain = text.replace("-", "").replace("`", "").replace("'", "").replace("<b>", "")
    plain = " ".join(plain.split()) or "x"
    written = to_bibtex([Source("k", (("title", plain), ("publisher", plain), ("url", "https://e.org/%20")))])
    found = read(written).entry("k").fields
    assert (found["title"], found["publisher"], found["url"]) == (plain, plain, "https://e.org/%20")
