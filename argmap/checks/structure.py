"""Doubts about the shape of a map: rings, loose ends, steps that go nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks.found import Found, Limits
from argmap.model import ArgumentMap
from argmap.naming import some_of


def support_cycle(m: ArgumentMap, _: Limits) -> Iterator[Found]:
    """Statements that are, in the end, reasons for themselves.

    Read in a circle, they prove nothing: whoever doubts one of them is sent round to the same doubt. A circle through
    an objection is an argument like any other and is not told.

    Gets it:

    ```yaml
    claims:
      - claim: The witness is honest
        id: honest
        because:
          - claim: What he says is true
            id: true-story
            because: {ref: honest}
    ```

    Does not:

    ```yaml
    claims:
      - claim: The witness is honest
        because:
          - What he says is true
          - Three neighbours vouch for him
    ```
    """
    for ring in m.cycles(support_only=True):
        shown = " ⇐ ".join([*some_of(ring), ring[0]])
        message = f"these statements rest on each other in a circle: {shown}"
        yield Found(message, m.statement(ring[0]).span, "give one of them a reason from outside, or take one step out")
