"""Texts of every form: their paragraphs, their lines, and quotes in them by the places of the file."""

from __future__ import annotations

import sys

import pytest
from fpdf import FPDF
from hypothesis import given
from hypothesis import strategies as st
from sources.proving import no_text_of, paragraphs, proved, text_of

from argmap.sources.alike import Difference
from argmap.sources.prove import Verdict
from argmap.sources.texts import is_prose

# ---- plain text


def test_headings_titles_and_bylines_are_no_paragraphs() -> None:
    text = text_of("The harbour\n\nBy Ada Brandt\n\nIt was old.\n\nWhat came\n\n“So it was.”\n\nLeave a comment")
    assert paragraphs(text) == ["It was old.", "“So it was.”"]


@pytest.mark.parametrize(
    "block",
    [
        *("It was.", "Was it?", "It was!”", "He said (so.)", "It was.[3]", "It was.¹²", "three reasons:", "so on …"),
        *("これは船です。", "نعم؟", "*It was.*", "It was.[^1]", "word " * 21, "It was.) [12]  "),
    ],
)
def test_what_ends_like_a_sentence_or_is_long_is_a_paragraph(block: str) -> None:
    assert is_prose(block)


@pytest.mark.parametrize(
    "block", ["What came of it", "U.S. withdrawal from U.S", "By A. Brandt", "2.1", "Kap. 3 – Boote"]
)
def test_a_short_line_that_does_not_is_a_heading(block: str) -> None:
    assert not is_prose(block)


def test_the_map_settles_what_is_a_paragraph() -> None:
    whole = "A title.\n\nBy A\n\nOne end.\nTwo end.\n\nHead\n\nThree end."
    assert len(text_of(whole).paragraphs) == 3
    assert paragraphs(text_of(whole, begins="One end")) == ["One end. Two end.", "Three end."]
    assert len(text_of(whole, paragraphs="blocks").paragraphs) == 5
    assert paragraphs(text_of(whole, paragraphs="lines"))[2:4] == ["One end.", "Two end."]
    assert paragraphs(text_of(whole, paragraphs="lines", begins="Two"))[0] == "Two end."
    assert paragraphs(text_of(whole, begins="By A"))[0] == "By A"
    found = no_text_of(whole.encode(), begins="Two end")
    assert found.reason == "no paragraph begins with “Two end”"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_and_offsets_are_those_of_the_file(end: str) -> None:
    text = text_of(f"\ufeffHead{end}{end}One  two{end}three end.{end}".encode())
    found = proved(text, "two three").place
    assert found is not None
    assert (found.lines, found.paragraphs) == ((3, 4), (1, 1))
    assert text.whole[found.start : found.end] == f"two{end}three"
    assert text.whole[0] == "H"  # a byte-order mark is no letter


# ---- Markdown

MARKDOWN = """\
---
title: The front matter. It is no text.
---
# The *harbour* was old.

The [council](https://example.org/a.b?c=d) of **Ebbmouth** voted _twice_ for
it.[^1] It cost `12` &amp; more <b>than</b> that, some_snake_case too.

> Nobody read \\*that\\*, said
> the engineer.

A second heading.
-----------------

- The first item ends.
- The second item
  ends, too.

<!-- A comment. -->

![A picture](a.png) shows it.

[^1]: A note that ends.
[ref]: https://example.org
"""


def test_markdown() -> None:
    text = text_of(MARKDOWN, "a.md")
    assert paragraphs(text) == [
        "The council of Ebbmouth voted twice for it. It cost 12 & more than that, some_snake_case too.",
        "Nobody read *that*, said the engineer.",
        "The first item ends.",
        "The second item ends, too.",
        "A picture shows it.",
    ]
    found = proved(text, "of Ebbmouth voted twice for it. It cost 12 & more than that", "para. 1")
    assert found.verdict is Verdict.FOUND
    assert found.place is not None
    assert MARKDOWN[found.place.start : found.place.end].startswith("of **Ebbmouth** voted")
    assert found.place.lines == (6, 7)
    assert proved(text, "Nobody read *that*, said the engineer").verdict is Verdict.FOUND
    assert proved(text, "The harbour was old").place == text.place(
        MARKDOWN.index("The *har"), MARKDOWN.index(" was old") + 8
    )
    assert proved(text, "The front matter").verdict is Verdict.NOT_FOUND


# ---- HTML

HTML = """\
<!DOCTYPE html><html><head><title>A title.</title><style>p { a. }</style>
<body><nav><p>Home. Away.</p></nav>
<h1>A heading that ends.</h1>
<p class=by>By a clerk
<p>The <i>council</i> voted&nbsp;&ldquo;twice&rdquo;,<br>it&#39;s said &mdash; late &unknown; 3 &lt; 4.</p>
<script>if (a < b) { document.write("<p>No. Nothing.</p>") }</script>
<ul><li>Bread<li>The second item, ends.</ul>
<blockquote>He said:
  <p>So it was.</p>And so it is.</blockquote>
<div>A line<svg><text>Not this one.</text></svg> in a div.</div>
<!-- <p>A comment.</p> -->
</body></html>
"""


def test_html() -> None:
    text = text_of(HTML, "a.HTML")
    assert paragraphs(text) == [
        "The council voted “twice”, it's said — late &unknown; 3 < 4.",
        "The second item, ends.",
        "He said:",
        "So it was.",
        "And so it is.",
        "A line in a div.",
    ]
    found = proved(text, "The council voted 'twice', it’s said – late", "para. 1")
    assert (found.verdict, found.differences) == (Verdict.FOUND, ())
    assert found.place is not None
    assert HTML[found.place.start : found.place.end].startswith("The <i>council</i>")
    assert HTML[found.place.start : found.place.end].endswith("&mdash; late")
    assert found.place.lines == (5, 5)
    for unseen in ("Home", "Nothing", "Not this one", "A comment", "A title"):
        assert proved(text, unseen).verdict is Verdict.NOT_FOUND, unseen
    assert proved(text, "A heading that ends").verdict is Verdict.FOUND


def test_html_that_is_broken() -> None:
    text = text_of("<p>One <b>two</p><p>three & four end.<div <span>five</ six <!-- seven", "a.htm")
    assert proved(text, "three & four end").verdict is Verdict.FOUND


@given(st.text(st.sampled_from("<>/&;#!-ab p=\"'\nsvgheadtitle1x"), max_size=60))
def test_any_html_is_read(whole: str) -> None:
    if whole.strip():
        try:
            text = text_of(whole, "a.html")
        except AssertionError:
            return  # nothing in it is shown
        for b in text.blocks:
            assert 0 <= b.start <= b.end <= len(whole)


# ---- PDF


def pdf_of(*pages: str) -> bytes:
    document = FPDF()
    document.set_font("helvetica", size=12)
    for page in pages:
        document.add_page()
        document.multi_cell(0, text=page)
    return bytes(document.output())


def test_pdf() -> None:
    text = text_of(pdf_of("The harbour was old.", "The council voted on a wet evening in March."), "a.pdf")
    assert [name for name, _ in text.pages] == ["1", "2"]
    found = proved(text, "a wet evening", "p. 2")
    assert found.verdict is Verdict.FOUND
    assert found.place is not None
    assert found.place.pages == ("2", "2")
    assert proved(text, "a wet evening", "p. 1").verdict is Verdict.ELSEWHERE
    assert text_of(pdf_of("One end."), "no-ending").form == "pdf"


def test_paragraphs_of_a_pdf_are_not_counted_unless_the_map_says_how() -> None:
    data = pdf_of("One end.\n\nTwo end.", "Three end, one end.")
    text = text_of(data, "a.pdf")
    assert not text.has_paragraphs
    found = proved(text, "Three end", "para. 9")
    assert (found.verdict, found.stretches, found.place and found.place.paragraphs) == (
        Verdict.FOUND,
        None,
        (None, None),
    )
    assert proved(text, "end").verdict is Verdict.REPEATED
    assert proved(text, "One […] Two").verdict is Verdict.FOUND
    assert [text.name_of(b) for b in text.paragraphs] == ["p. 1", "p. 2"]
    lines = text_of(data, "a.pdf", paragraphs="lines")
    assert proved(lines, "Three end", "para. 3").verdict is Verdict.FOUND
    assert proved(lines, "Three end", "p. 2").verdict is Verdict.FOUND


def test_pdf_without_a_text() -> None:
    assert no_text_of(pdf_of(" "), "a.pdf").hint == "its pages may be pictures"
    assert no_text_of(b"%PDF-1.7\nnot really", "a.pdf").reason.startswith("it cannot be read as PDF")


def test_pdf_without_pypdf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    found = no_text_of(pdf_of("One end."), "a.pdf")
    assert found == ("pypdf is missing, which reads PDF", "pip install 'argmap[pdftext]'")


# ---- what is no text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "there is no text in it"),
        (b" \n\n\t", "there is no text in it"),
        ("Zürich".encode("latin-1"), "it is not UTF-8: line 1 has the byte 0xFC"),
        (b"One\n\nTwo \xe9t\xe9", "it is not UTF-8: line 3 has the byte 0xE9"),
        ("Zürich".encode("utf-16"), "it is UTF-16, not UTF-8"),
        (b"\x89PNG\r\n\x1a\n\0\0", "it is no text, but other data"),
        (b"abc\0def", "it is no text, but other data"),
    ],
)
def test_what_is_no_text(data: bytes, reason: str) -> None:
    found = no_text_of(data)
    assert found.reason == reason
    assert found.hint


# ---- differences of the file, which are no fault


@pytest.mark.parametrize(
    ("text", "quote", "differences"),
    [
        ("The engi-\nneers left.", "The engineers left", {Difference.HYPHENATION}),
        ("The engi‐\r\n  neers left.", "The engineers left", {Difference.HYPHENATION}),
        ("The engi\u00adneers left.", "The engineers left", {Difference.INVISIBLE}),
        ("The oﬃce was in ﬂames.", "office was in flames", {Difference.LIGATURES}),
        (
            "The of\u00adﬁce at har-\nbour.",
            "office at harbour",
            {*Difference} & {Difference.HYPHENATION, Difference.INVISIBLE, Difference.LIGATURES},
        ),
        ("The engineers left.", "the Engineers left", {Difference.CASE}),
        ("It's theirs.", "Its theirs", {Difference.MARKS}),
        ("The re-elected mayor.", "reelected mayor", {Difference.DASHES}),
        ("The mayor.", "Themayor", {Difference.SPACES}),
        ("The mayor.", "the  MAYOR", {Difference.CASE}),
        ("A well-known mayor.", "well known mayor", {Difference.DASHES, Difference.SPACES}),
    ],
)
def test_differences_are_told_apart(text: str, quote: str, differences: set[Difference]) -> None:
    found = proved(text, quote)
    assert found.verdict is Verdict.FOUND
    assert set(found.differences) == differences
    assert found.is_wrong == any(not d.is_of_the_file for d in differences)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("“It’s so,” he said — late…", '"It\'s so," he said -- late...'),
        ("Å e\u0301te\u0301.", "Å été"),
        ("a\u00a0b\u2003c\n d.", "a b c d"),
        ("«So» it ‹was›.", "“So” it ‘was’"),
    ],
)
def test_what_makes_no_difference(text: str, quote: str) -> None:
    found = proved(text, quote)
    assert (found.verdict, found.differences) == (Verdict.FOUND, ())


# ---- words left out, and words beside


@pytest.mark.parametrize(
    ("quote", "verdict", "words"),
    [
        ("one […] four", Verdict.FOUND, "one two three four"),
        ("one [...] four", Verdict.FOUND, "one two three four"),
        ("[…] two three […]", Verdict.FOUND, "two three"),
        ("one [ . . . ] three […] four", Verdict.FOUND, "one two three four"),
        ("four […] five", Verdict.FOUND, "four one five"),
        ("four […] one […] six", Verdict.FOUND, "four one five\n\nsix"),
    ],
)
def test_words_left_out(quote: str, verdict: Verdict, words: str) -> None:
    text = "One two, one two three four one five\n\nsix seven."
    found = proved(text, quote)
    assert found.verdict is verdict
    assert found.passage == words


def test_parts_of_different_lengths_in_the_text() -> None:
    text = "An en-\ngine ran, an engine stood still."
    found = proved(text, "AN ENGINE […] still")
    assert (found.verdict, found.passage) == (Verdict.FOUND, "an engine stood still")
    found = proved(text, "an engine […] ran")
    assert (found.verdict, found.passage) == (Verdict.NOT_FOUND, "")
    assert proved(text, "An engine […] ran").verdict.is_there


def test_parts_in_another_order_or_missing() -> None:
    text = "One two three four."
    assert proved(text, "four […] two").verdict is Verdict.NOT_FOUND
    assert proved(text, "two […] nine").missing == "nine"
    assert proved(text, "[…]").verdict is Verdict.NOT_FOUND


def test_words_beside_single_out_a_place() -> None:
    text = "The old boat sank.\n\nThe new boat sank.\n\nA “new boat” did not."
    assert proved(text, "boat sank").verdict is Verdict.REPEATED
    assert proved(text, "boat sank", before="new").place == text_of(text).place(28, 37)
    assert proved(text, "boat", after="did not").place == text_of(text).place(47, 51)
    assert proved(text, "boat", before="red").verdict is Verdict.NOT_BESIDE
    assert proved(text, "boat", "para. 2").verdict is Verdict.FOUND


def test_whole_words_are_meant() -> None:
    text = "They disallow it.\n\nThey allow it."
    found = proved(text, "allow it")
    assert (found.verdict, found.is_cut, found.place and found.place.paragraphs) == (Verdict.FOUND, False, (2, 2))
    cut = proved("They disallow it.", "allow it")
    assert (cut.verdict.is_there, cut.is_cut, cut.is_wrong) == (True, True, True)
    japanese = proved("船は港に入った。", "港に入")
    assert not japanese.is_cut
