"""The page of each code: what a problem is, why it matters, and how the text should be."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from inspect import cleandoc
from typing import NamedTuple

from argmap import installed
from argmap.checks import CHECKS
from argmap.evaluate.expectations import UNMET, expectation_not_met
from argmap.ignores import unused_ignore
from argmap.mapfile.codes import ERRORS, WARNINGS
from argmap.problem import Severity
from argmap.settings import FAMILIES, KINDS, UNUSED
from argmap.sources import codes as quotes

_READING = KINDS[UNUSED][0]
"""The family of what the reader tells."""


class Page(NamedTuple):
    """What there is to say of a code; ``severity`` is how much it matters unless settings say otherwise."""

    code: str
    family: str
    severity: Severity
    text: str
    """In Markdown: one sentence, a paragraph, and mostly an example that gets it and one that does not."""

    @property
    def is_optional(self) -> bool:
        """Whether it can be switched off."""
        return self.code not in ERRORS

    @property
    def summary(self) -> str:
        """The first sentence, on one line."""
        return " ".join(self.text.split("\n\n")[0].split())


@cache
def pages() -> tuple[Page, ...]:
    """The pages of all codes that come with argmap: family by family, those of the reader by the alphabet."""
    texts = {c.code: c.page for c in CHECKS} | _written("argmap.mapfile") | _written("argmap.sources")
    texts |= {UNMET: cleandoc(expectation_not_met.__doc__ or ""), UNUSED: cleandoc(unused_ignore.__doc__ or "")}
    kinds = KINDS | dict.fromkeys(ERRORS, (_READING, Severity.ERROR))
    codes = [c.code for c in CHECKS] + [UNMET, *quotes.KINDS] + sorted((*ERRORS, *WARNINGS, UNUSED))
    codes.sort(key=lambda code: FAMILIES.index(kinds[code][0]))
    return tuple([Page(code, *kinds[code], texts[code]) for code in codes])


def page_of(code: str) -> Page | None:
    """The page of a code, also of another package's check; None when there is no such code."""
    found = next((page for page in pages() if page.code == code), None)
    if found is None and code in installed.names():
        return Page(code, "", Severity.WARNING, installed.page(code))
    return found


def _written(package: str) -> dict[str, str]:
    """The pages in the file of a package."""
    text = files(package).joinpath("problems.md").read_text(encoding="utf-8")
    parts = re.split(r"^## (.+)\n", text, flags=re.MULTILINE)
    return {code: page.strip() for code, page in zip(parts[1::2], parts[2::2], strict=True)}
