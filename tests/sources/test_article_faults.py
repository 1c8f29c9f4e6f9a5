"""Faults planted in the article's map, each told as what it is.

The article is somebody else's, and not here. The text that stands for it is made from the map: so many paragraphs of
empty words, in which each quote stands where the map says.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest
from conftest import ROOT
from sources.made_text import made_text

import argmap
from argmap.model import Source
from argmap.reviews import reviewed
from argmap.settings import Settings
from argmap.sources.prove import proofs
from argmap.sources.reading import read_source
from argmap.sources.texts import Text

PATH = ROOT / "maps" / "us-russia-after-9-11.argmap.yaml"
WRITTEN = PATH.read_text(encoding="utf-8").replace(
    "    title: The impact of", "    file: made.txt\n    title: The impact of", 1
)
MAP = argmap.loads(WRITTEN)
OF_QUOTES = Settings(ignore=("far-from-passage",), select=("quotes",))


TEXT = made_text(MAP, "article")


class Planted(NamedTuple):
    """A fault: the quote that is changed, into what, and what is told of it; ``at`` and ``says`` change more."""

    quote: str
    instead: str
    told: tuple[str, ...]
    """Words of the code, the message or the help; none for what is right."""
    at: str = ""
    says: str = ""


SUSPICION, PALPABLE, FRAY = (
    "mutual suspicions",
    "the Schadenfreude on the U.S. defeat is palpable",
    "started to fray shortly after they have been routed",
)
NOT_ACTED, FOREBODING, LIKENED = (
    "that data was not acted on",
    "a foreboding that one thing was about to occur",
    "likened the anti-terror cooperation to the anti-Hitler coalition",
)
TREATY, BASES, PART = (
    "unilateral withdrawal from the Anti-Ballistic Missile Treaty",
    "he couldn't forestall their institution",
    "the U.S. failed to satisfy its a part",
)
WINNER = "too early to conclude that Russia is a winner"
AIM, LEADERS, ASSAULTS = (
    "a transparent, restricted aim involving related pursuits",
    "unsuccessfully tried to dissuade Central Asian leaders",
    "thwart home terrorist assaults in 2017 and 2019",
)

FAULTS = {
    "one letter": Planted(SUSPICION, "mutual suspicons", ("quote-not-found", "“suspicions”, not “suspicons”")),
    "wrong paragraph": Planted(AIM, AIM, ("quote-elsewhere", "in para. 13 of `article`, not in para. 12"), "para. 12"),
    "no such paragraph": Planted(AIM, AIM, ("no-such-place", "the quote stands in para. 13"), "para. 14"),
    "wrong line": Planted(AIM, AIM, ("quote-elsewhere", "in line 27 of `article`, not in line 2"), "line 2"),
    "words swapped": Planted(
        LEADERS,
        "tried unsuccessfully to dissuade Central Asian leaders",
        ("quote-not-found", "the same words in another order", LEADERS),
    ),
    "two paragraphs": Planted(
        SUSPICION,
        "Closing words of the 12th part end it there. Opening words of the 13th part",
        ("quote-across", "goes beyond para. 13", "write `article, paras. 12–13`"),
    ),
    "curly quotes": Planted(
        TREATY,
        "unilateral withdrawal from the “Anti-Ballistic Missile Treaty”",
        ("quote-differs", "quotation marks or apostrophes"),
    ),
    "nowhere": Planted(PART, "purple elephants negotiated tariffs", ("quote-not-found", "nothing in the text is like")),
    "case": Planted(TREATY, TREATY.title(), ("quote-differs", "differs from para. 9 in capital letters")),
    "no hyphen": Planted(LIKENED, LIKENED.replace("anti-t", "antit"), ("quote-differs", "para. 2 in hyphens")),
    "hyphenation": Planted(LIKENED, LIKENED.replace("cooper", "cooper-"), ("quote-differs", "para. 2 in hyphens")),
    "no space": Planted(ASSAULTS, ASSAULTS.replace("home t", "homet"), ("quote-differs", "para. 9 in spaces")),
    "missing word": Planted(FRAY, FRAY.replace("shortly ", ""), ("quote-not-found", "the quote lacks “shortly”")),
    "added word": Planted(PALPABLE, PALPABLE.replace("is", "is very"), ("quote-not-found", "the quote adds “very”")),
    "another number": Planted(ASSAULTS, ASSAULTS.replace("2019", "2018"), ("quote-not-found", "“2019”, not “2018”")),
    "negation dropped": Planted(NOT_ACTED, "that data was acted on", ("quote-not-found", "the quote lacks “not”")),
    "negation before it": Planted(
        NOT_ACTED, "acted on", ("turned-quote", "“not” stands just before the quote"), says="The warning was heeded."
    ),
    "negation left out": Planted(
        NOT_ACTED,
        "that data was […] acted on",
        ("turned-quote", "“not” is among the words left out of the quote", NOT_ACTED),
        says="The warning was heeded.",
    ),
    "too early before it": Planted(
        WINNER,
        "Russia is a winner",
        ("turned-quote", "“too early to” stands just before the quote", WINNER),
        says="Russia has won.",
    ),
    "dots without brackets": Planted(
        FOREBODING, "a foreboding … about to occur", ("quote-differs", "dots without brackets", "write `[…]` for")
    ),
    "parts in another order": Planted(AIM, "related pursuits […] restricted aim", ("quote-not-found", "this order")),
    "too much in brackets": Planted(
        AIM, "Opening words [of all this] involving related pursuits", ("quote-not-found", "but not in this order")
    ),
    "a word in brackets misspelt": Planted(
        BASES, "'[Putin] couldn''t forstall their institution'", ("quote-not-found", "“forestall”, not “forstall”")
    ),
    "inside of a word": Planted(FRAY, FRAY.removeprefix("st"), ("quote-differs", "inside of a word of para. 7")),
    "more than once": Planted(
        PART, "amid others", ("repeated-quote", "in 25 places", "say which is meant: `cite: article, para. 1`"), "-"
    ),
    "in a heading": Planted(SUSPICION, "A title", ("quote-elsewhere", "in the heading before para. 1 of `article`")),
}
RIGHT = {
    "other dashes": Planted(LIKENED, LIKENED.replace("-", "–"), ()),
    "other quotation marks": Planted(BASES, BASES.replace("'", "’"), ()),
    "words left out": Planted(FOREBODING, "a foreboding […] about to occur", ()),
    "a large letter": Planted(PALPABLE, "'[T]he Schadenfreude on the U.S. defeat is palpable'", ()),
    "a word replaced": Planted(BASES, "'[Putin] couldn''t forestall [the bases]'", ()),
    "a word explained": Planted(BASES, "he couldn't forestall their [the bases'] institution", ()),
    "a word replaced inside": Planted(BASES, "he couldn't forestall [their coming and] institution", ()),
    "an ending": Planted(FRAY, "start[s] to fray shortly after", ()),
    "a remark": Planted(PART, "the U.S. failed to satisfy its a [sic] part [emphasis added]", ()),
}


def planted(fault: Planted) -> str:
    """The map with a fault in it."""
    cited_so = rf"(?P<cite> +cite: article, )(?P<at>.*)\n(?P<key> +quote: ){re.escape(fault.quote)}\n"
    match = re.search(rf"(?P<before>(?:.*\n){{3}}){cited_so}", WRITTEN)
    assert match, fault.quote
    at = match["at"] if not fault.at else fault.at
    cite = f"{match['cite']}{at}" if fault.at != "-" else match["cite"].rstrip(", ")
    before = match["before"]
    if fault.says:
        before, number_of = re.subn(r"((?:claim|evidence): ).*", lambda m: m[1] + fault.says, before)
        assert number_of == 1
    changed = f"{before}{cite}\n{match['key']}{fault.instead}\n"
    return WRITTEN[: match.start()] + changed + WRITTEN[match.end() :]


def problems(written: str) -> list[str]:
    found = reviewed(written.encode(), None, OF_QUOTES, lambda _: TEXT.encode())
    assert found.map is not None, found.problems
    return [f"{p.code}: {p.message}; {p.hint}" for p in found.problems]


def test_every_quote_of_the_map_is_found_in_its_paragraph() -> None:
    text = read_source(TEXT.encode(), "made.txt", Source("article"))
    assert isinstance(text, Text)
    assert len(text.paragraphs) == 13
    quoted = [proof for proof in proofs(MAP, {"article": text}) if proof.citation.quote]
    assert len(quoted) == 25
    assert {str(proof.verdict) for proof in quoted} == {"found"}
    assert not any(proof.is_wrong for proof in quoted)
    assert problems(WRITTEN) == []


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_told_as_what_it_is(name: str) -> None:
    (told,) = problems(planted(FAULTS[name]))
    assert told.startswith(FAULTS[name].told[0])
    for words in FAULTS[name].told:
        assert words in told


@pytest.mark.parametrize("name", RIGHT)
def test_what_editors_may_do_is_no_fault(name: str) -> None:
    assert problems(planted(RIGHT[name])) == []
