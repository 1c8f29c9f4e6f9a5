"""Several slips in one file: each is told on its line, and nothing else is."""

from __future__ import annotations

from itertools import combinations

import pytest

from argmap.mapfile.read import read_text

MAP = """\
argmap: 1
title: Shall we move?
sources:
  hearing: {title: Minutes of the hearing}
claims:
  - claim: We should move
    because:
      - The kitchen has no window
      - Rent is lower there
      - It is nearer to work
    but: Moving costs money
  - claim: The house is old
    cite: hearing
""".splitlines()
SLIPS = {
    "a capital letter": (2, "Title: Shall we move?"),
    "a source without keys": (4, "  hearing: Minutes of the hearing"),
    "a colon in a text": (6, "  - claim: We should move: the house is small"),
    "a key without a colon": (7, "    because"),
    "a wrong column": (9, "     - Rent is lower there"),
    "a leading quote": (9, '      - "Rent" is lower there'),
    "a dash without a space": (10, "      -It is nearer to work"),
    "a text lost to a comment": (11, "    but: Moving costs money #1 worry"),
    "a key where it cannot be": (13, "    unless: We win"),
}


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_each_slip_is_told_once_on_its_line(number: int) -> None:
    for names in combinations(SLIPS, number):
        changes = dict(SLIPS[name] for name in names)
        if len(changes) == number:
            lines = [changes.get(at, line) for at, line in enumerate(MAP, 1)]
            found, problems = read_text("\n".join(lines) + "\n")
            assert found is None
            assert [p.span.line for p in problems if p.span] == sorted(changes), names
