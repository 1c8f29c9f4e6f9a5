"""What a map says that evaluation finds in it, and whether it does: `expect`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from argmap.model import ArgumentMap
from argmap.problem import Problem, Severity

UNMET = "expectation-not-met"
"""The code of an expectation that evaluation does not meet."""
SEVERITY = Severity.ERROR
FAMILY = "evaluation"
_LONGEST = 300
"""Characters of an explanation that a message repeats."""


class Expectation(NamedTuple):
    """A statement with the status that it is expected to have, and the one that it has."""

    statement: str
    expected: str
    found: str
    words: str
    """Why it has the one that it has, where that is another; empty where it is not."""

    @property
    def is_met(self) -> bool:
        """Whether the two are the same."""
        return self.expected == self.found


def expectations(m: ArgumentMap) -> tuple[Expectation, ...]:
    """All that a map expects of the semantics `standing`, in its order."""
    if not any(m.expect.values()):
        return ()
    from argmap.evaluate import evaluate

    found = evaluate(m)

    def expectation(id: str, expected: str) -> Expectation:
        status = str(found.statements[id].status)
        if status == expected:
            return Expectation(id, expected, status, "")
        from argmap.evaluate.explain import Teller  # which a map that is as it should be does not need

        return Expectation(id, expected, status, Teller(found).why(id))

    return tuple([expectation(id, label) for label, ids in m.expect.items() for id in ids])


def expectation_not_met(m: ArgumentMap) -> Iterator[Problem]:
    """A statement that is not what `expect` says evaluation finds.

    `expect` is a test that the map brings along: a change to a distant branch that makes the thesis fall is told at
    once. The statuses are those of `argmap evaluate`, with the semantics `standing`. Either the map has changed its
    mind, and `expect` should say so, or something was broken; `argmap evaluate --explain ID` shows the whole chain.

    Gets it:

    ```yaml
    claims:
      - claim: The ferry should stay
        id: stay
        because: The bridge is closed
        but: It loses money
    expect:
      accepted: [stay]
    ```

    Does not:

    ```yaml
    claims:
      - claim: The ferry should stay
        id: stay
        because: The bridge is closed
        but:
          - claim: It loses money
            but: A levy on the quay pays for it
    expect:
      accepted: [stay]
    ```
    """
    for e in expectations(m):
        if not e.is_met:
            words = e.words if len(e.words) <= _LONGEST else f"{e.words[: _LONGEST - 1]}…"
            message = f"`{e.statement}` is expected to be {e.expected}; it is {words}"
            hint = f"`argmap evaluate --explain {e.statement}` shows why; mend the map, or what it expects"
            yield Problem(UNMET, message, m.expected_at.get(e.statement), SEVERITY, hint, file=m.file)
