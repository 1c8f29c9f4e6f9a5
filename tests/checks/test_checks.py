"""All checks together."""

from __future__ import annotations

from textwrap import dedent

from hypothesis import given
from strategies import graphs

import argmap
from argmap.checks import CHECKS, check
from argmap.model import ArgumentMap


def test_problems_come_in_the_order_of_the_lines() -> None:
    m = argmap.loads(
        dedent("""
        argmap: 1
        title: Both
        claims:
          - claim: This is the thesis
            because:
              - claim: One of two
                id: one
                because: {ref: two}
          - claim: Two of two
            id: two
            because:
              - ref: one
              - counterclaim: Three of two
        """).lstrip("\n"),
        "both.yaml",
    )
    assert [(p.file, p.span and p.span.line, p.code) for p in check(m)] == [
        ("both.yaml", 6, "support-cycle"),
        ("both.yaml", 13, "side-mismatch"),
    ]


@given(graphs(controls=True))
def test_any_map_can_be_checked(m: ArgumentMap) -> None:
    severities = {c.code: c.severity for c in CHECKS}
    found = check(m)
    assert all(p.hint and p.severity is severities[p.code] for p in found)
    assert check(m) == found
