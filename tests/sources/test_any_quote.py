"""Quotes cut from texts at random are found where they were cut; quotes with other letters are not."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from sources.proving import proved

from argmap.sources.plain import plain
from argmap.sources.prove import Verdict

TRIED = (
    "the council of Ebbmouth voted; it's “late,” said ‘nobody’ — but well-known (dredgers) cost 12.50 £ Größe naïve "
    "e\u0301tat… I. don’t ﬁnd re\u00adport İstanbul ΟΔΟΣ straße"
)
WORDS = st.sampled_from(TRIED.split())
SPACES = st.sampled_from((" ", "  ", "\n", "\r\n", "\t", "\u00a0", "\u2009"))
MARKS = "\"'“”‘’„«»"
DASHES = "-–—−"


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Paragraphs that end as sentences do."""
    found = []
    for _ in range(draw(st.integers(1, 4))):
        words = draw(st.lists(WORDS, min_size=2, max_size=12))
        found.append("".join(w + draw(SPACES) for w in words).rstrip() + " end.")
    return draw(st.sampled_from(("\n\n", "\n \n\n", "\r\n\r\n"))).join(found)


@st.composite
def cuts(draw: st.DrawFn) -> tuple[str, int, int]:
    """A text with a stretch of whole words in it."""
    text = draw(texts())
    words = [m.span() for m in re.finditer(r"\S+", text)]
    first = draw(st.integers(0, len(words) - 1))
    last = draw(st.integers(first, min(len(words) - 1, first + 8)))
    return text, words[first][0], words[last][1]


@given(cuts(), st.data())
def test_a_quote_is_found_where_it_was_cut(cut: tuple[str, int, int], data: st.DataObject) -> None:
    text, start, end = cut
    quote = data.draw(st.sampled_from(("NFC", "NFD")).map(lambda form: unicodedata.normalize(form, text[start:end])))
    quote = "".join(data.draw(st.sampled_from(MARKS)) if c in MARKS else c for c in quote)
    quote = "".join(data.draw(st.sampled_from(DASHES)) if c in DASHES else c for c in quote)
    quote = re.sub(r"\s+", lambda _: data.draw(SPACES), quote)
    found = proved(text, quote)
    places = [found.place, *found.others]
    assert found.verdict in (Verdict.FOUND, Verdict.REPEATED)
    assert (start, end) in [(p.start, p.end) for p in places if p] or len(places) == 20
    assert not found.differences
    assert not found.is_cut


@given(cuts(), st.integers(0, 1000), st.sampled_from("qжz7"))
def test_a_quote_with_another_letter_is_not_found(cut: tuple[str, int, int], where: int, letter: str) -> None:
    text, start, end = cut
    quote = text[start:end]
    letters = [n for n, c in enumerate(quote) if c.isalnum() and c not in "\u00ad"]
    if letters:
        n = letters[where % len(letters)]
        assert proved(text, quote[:n] + letter + quote[n + 1 :]).verdict is Verdict.NOT_FOUND


@given(cuts())
def test_where_the_paragraph_is_said_the_place_is_in_it(cut: tuple[str, int, int]) -> None:
    text, start, end = cut
    whole = plain(text)
    first, last = whole.place(start, end).paragraphs
    assert first is not None
    found = proved(whole, text[start:end], f"paras. {first}–{last}")
    assert found.verdict is Verdict.FOUND
    assert found.place is not None
    assert found.place.start >= whole.paragraphs[first - 1].start
    if first > 1:
        elsewhere = proved(whole, text[start:end], f"para. {first - 1}")
        assert elsewhere.verdict in (Verdict.ELSEWHERE, Verdict.ACROSS) or elsewhere.place != found.place


@given(st.text(max_size=60), st.text(max_size=20), st.text(max_size=10), st.text(max_size=10))
def test_any_text_and_any_quote(text: str, quote: str, at: str, before: str) -> None:
    found = proved(text, quote, at, before)
    if found.place:
        assert 0 <= found.place.start < found.place.end <= len(text)
        assert found.passage


@given(st.text(st.sampled_from("ab -'\n.ﬁß…\u00ad\u0301İ"), max_size=30), st.data())
def test_a_stretch_of_odd_letters_is_found(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    quote = text[start : data.draw(st.integers(start, len(text)))]
    if any(c in "abﬁßİ" for c in quote) and not unicodedata.combining(quote.strip()[0]):
        found = proved(text, quote)
        assert found.verdict.is_there or text[start + len(quote) :][:1] == "\u0301"
