"""What an evaluation has found of a map, as far as it is shown: a status and a strength for each statement and step."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from attrs import frozen


class Finding(NamedTuple):
    """What has become of a statement (accepted, rejected, undecided) or of a step (stands, fails, undercut, undecided).

    ``status`` is None where the semantics knows none, ``strength`` (0 to 1) as well; ``why`` is the reason of a status
    in a few words, empty where none is given.
    """

    status: str | None
    strength: float | None = None
    why: str = ""


@frozen
class Findings:
    """The findings under a semantics, by the ids of statements and of arguments.

    ``are_graded`` says that strengths are what it finds, and that a status only reads them,
    ``are_settled`` that nothing would change if it went on;
    ``supposed`` tells what was supposed: an id, and the status that was given to it, empty for what was left out.
    """

    semantics: str
    statements: Mapping[str, Finding]
    arguments: Mapping[str, Finding]
    are_graded: bool = False
    are_settled: bool = True
    supposed: tuple[tuple[str, str], ...] = ()

    def is_broken(self, argument: str) -> bool:
        """Whether a step does not carry: it is undercut, its premises fail, or no strength is left of it."""
        found = self.arguments[argument]
        return found.status in ("undercut", "fails") if found.status else found.strength == 0
