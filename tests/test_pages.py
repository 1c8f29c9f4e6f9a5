"""Each code has a page, and the examples on it get what the page says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from argmap.checks import CHECKS
from argmap.evaluate.expectations import UNMET
from argmap.mapfile.codes import ERRORS, WARNINGS
from argmap.mapfile.load import read_bytes
from argmap.pages import Page, page_of, pages
from argmap.reviews import review, reviewed
from argmap.settings import FAMILIES, UNUSED, Settings
from argmap.sources import codes as quotes

EXAMPLE = re.compile(r"^(Gets it|Does not)( \(the whole file\))?:\n\n```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HUGE = {"too-deep", "too-large", "too-many-errors", "too-many-slips", "bibliography-not-read"}
"""What only a huge text gets has no example, nor what only a program gets."""
WITH_FILES = {"bibliography-entry", "unreadable-bibliography"}
OF_THE_READER = [p for p in pages() if (p.code in ERRORS or p.code in WARNINGS) and p.code not in WITH_FILES]


def as_bytes(example: str, whole: str) -> bytes:
    """The file of an example, with what no page can show in the place of the words that stand for it."""
    text = (
        example.replace("<tab>", "\t") if whole else "argmap: 1\ntitle: An example\n" + example.replace("<tab>", "\t")
    )
    text = re.sub(r"<U\+([0-9A-F]{4})>", lambda match: chr(int(match[1], 16)), text)
    return re.sub(rb"<byte ([0-9A-F]{2})>", lambda match: bytes.fromhex(match[1].decode()), text.encode())


def test_each_code_has_a_page_and_each_page_a_code() -> None:
    codes = [page.code for page in pages()]
    assert len(codes) == len(set(codes))
    assert set(codes) == {*ERRORS, *WARNINGS, UNUSED, UNMET, *quotes.KINDS, *(c.code for c in CHECKS)}


def test_families_stand_together() -> None:
    families = [page.family for page in pages()]
    assert list(dict.fromkeys(families)) == list(FAMILIES)
    assert families == sorted(families, key=FAMILIES.index)


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.code)
def test_a_page_begins_with_a_sentence_and_goes_on(page: Page) -> None:
    first, _, rest = page.text.partition("\n\n")
    assert page.summary.endswith(".")
    assert page.summary == " ".join(first.split())
    assert not rest.startswith(("Gets it", "```"))
    assert len(page.text.partition("Gets it")[0]) < 700
    assert all(len(line) <= 120 for line in page.text.splitlines())


@pytest.mark.parametrize("page", OF_THE_READER, ids=lambda page: page.code)
def test_the_examples_of_what_the_reader_tells(page: Page) -> None:
    examples = EXAMPLE.findall(page.text)
    if page.code in HUGE:
        assert "```" not in page.text
        return
    assert [kind for kind, *_ in examples] == ["Gets it", "Does not"]
    (_, whole, gets_it), (_, whole_too, does_not) = examples
    m, problems = read_bytes(as_bytes(gets_it, whole))
    assert {(p.code, p.severity) for p in problems} == {(page.code, page.severity)}
    assert (m is None) == (page.code in ERRORS)
    m, problems = read_bytes(as_bytes(does_not, whole_too))
    assert m is not None
    assert not problems


@pytest.mark.parametrize("code", sorted(WITH_FILES))
def test_the_examples_of_bibliographies(code: str, tmp_path: Path) -> None:
    page = page_of(code)
    assert page is not None
    examples = re.findall(r"```json\n(.*?)^```\n\n```yaml\n(.*?)^```$", page.text, re.MULTILINE | re.DOTALL)
    told = []
    for bibliography, example in examples:
        (tmp_path / "library.json").write_text(bibliography, encoding="utf-8")
        told.append([(p.code, p.severity) for p in read_bytes(as_bytes(example, ""), None, tmp_path)[1]])
    assert told == [[(code, page.severity)], []]


OF_QUOTES = [page for page in pages() if page.code in quotes.KINDS]


@pytest.mark.parametrize("page", OF_QUOTES, ids=lambda page: page.code)
def test_the_examples_of_quotes(page: Page) -> None:
    pattern = r"(?:```text\n(.*?)^```\n\n)?```yaml\n(.*?)^```$"
    examples = re.findall(pattern, page.text, re.MULTILINE | re.DOTALL)
    (text, gets_it), (other, does_not) = examples
    assert told_of(gets_it, text) == {(page.code, page.severity)}
    assert told_of(does_not, other or text) == set()


def told_of(example: str, text: str) -> set[tuple[str, str]]:
    head = "argmap: 1\ntitle: T\nsources:\n  report: {title: T, file: report.txt}\n"
    data = f"{head}{example}".encode()
    found = reviewed(data, None, Settings(select=("quotes",)), lambda _: text.encode())
    return {(p.code, p.severity) for p in found.problems}


@pytest.mark.parametrize("code", [UNUSED, UNMET])
def test_the_examples_of_what_a_review_adds(code: str) -> None:
    page = page_of(code)
    assert page is not None
    (_, _, gets_it), (_, _, does_not) = EXAMPLE.findall(page.text)
    assert {p.code for p in review(as_bytes(gets_it, ""))[1]} == {code}
    assert not review(as_bytes(does_not, ""))[1]


def test_what_a_page_knows_of_its_code() -> None:
    assert {page.code for page in pages() if not page.is_optional} == ERRORS
    tab, warning = page_of("tab"), page_of("step-key-below")
    assert tab is not None
    assert warning is not None
    assert (tab.family, str(tab.severity), tab.is_optional) == ("reading", "error", False)
    assert (warning.family, str(warning.severity), warning.is_optional) == ("reading", "warning", True)
    assert page_of("no-such-code") is None
