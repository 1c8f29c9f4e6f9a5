"""Doubts about the reasoning: what nobody answers, what rests on nothing, words that do not fit their place."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks.found import Found, Limits
from argmap.model import ArgumentMap, Side


def side_mismatch(m: ArgumentMap, _: Limits) -> Iterator[Found]:
    """A `counterclaim` that only helps the thesis: the branch was moved, or the word is wrong.

    A side follows from the place, so the map is read rightly all the same; but whoever reads the file is misled.

    Gets it:

    ```yaml
    claims:
      - claim: Phones distract
        because:
          - counterclaim: They ring in class
    ```

    Does not:

    ```yaml
    claims:
      - claim: Phones distract
        but:
          - counterclaim: Most are switched off in class
    ```
    """
    for s in m.statements:
        if s.kind == "counterclaim" and m.sides(s.id) == {Side.FOR}:
            message = f"the counterclaim `{s.id}` helps the thesis where it stands"
            hint = "write `claim`" + ("" if s.id == m.thesis else ", or move it to where it opposes the thesis")
            yield Found(message, s.span, hint)
