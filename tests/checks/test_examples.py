"""The examples on the page of each check get what the page says."""

from __future__ import annotations

import re

import pytest

import argmap
from argmap.checks import CHECKS, Check, Limits

EXAMPLE = re.compile(
    r"^(Gets it|Does not)(?: \(with `([\w-]+) = (\d+)`\))?:\n\n```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL
)
FAMILIES = ("references", "structure", "argument", "schemes", "sources", "wording")


def codes(text: str, limits: Limits) -> list[str]:
    m = argmap.loads("argmap: 1\ntitle: An example\n" + text)
    return [p.code for p in argmap.check(m, limits=limits)]


@pytest.mark.parametrize("check", CHECKS, ids=lambda c: c.code)
def test_examples(check: Check) -> None:
    examples = EXAMPLE.findall(check.page)
    assert [kind for kind, *_ in examples] == ["Gets it", "Does not"]
    _, limit, number, gets_it = examples[0]
    limits = Limits()._replace(**{limit.replace("-", "_"): int(number)}) if limit else Limits()
    assert set(codes(gets_it, limits)) == {check.code}
    assert codes(examples[1][3], limits) == []


def test_each_check_has_a_family_and_a_name_of_its_own() -> None:
    assert [c.family for c in CHECKS] == sorted((c.family for c in CHECKS), key=FAMILIES.index)
    assert len({c.code for c in CHECKS}) == len(CHECKS)
    assert not {c.code for c in CHECKS} & set(FAMILIES)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", c.code) for c in CHECKS)


def test_each_page_begins_with_a_sentence() -> None:
    for check in CHECKS:
        first, _, rest = check.page.partition("\n\n")
        assert first.endswith("."), check.code
        assert rest
