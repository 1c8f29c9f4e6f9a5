"""A map in mixed layout, and what an edit changes in it, for the tests of add, move and remove."""

from __future__ import annotations

from difflib import unified_diff
from textwrap import dedent

TEXT = dedent("""
    argmap: 1   # one
    title: Mixed
    claims:

      # about the root
      - claim: The root of all
        id: root
        because:
          # about the bare one
          - A bare reason
          - claim: >-
              The second
              reason
            id: second
            warrant: it bears   # why
            # about its reasons
            because: {claim: A reason alone, id: alone, unless: It may not be so}
            # at the end of the second
          - all: [{ref: alone}, "A text, in brackets"]
            argument: group
        but: An objection alone

      # about the other root
      - claim: Another root
        id: other
    """).lstrip("\n")
FLAT = dedent("""
    argmap: 1
    title: Flat
    claims:
    - claim: Root
      id: root
      because:
      - claim: One
        id: one
      - claim: Two
        id: two
    """).lstrip("\n")
"""Lists in the column of their key."""


def changes(before: str, after: str) -> list[str]:
    """The lines that went (-) and that came (+)."""
    lines = unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if line[0] in "-+" and line[:3] not in ("---", "+++")]
