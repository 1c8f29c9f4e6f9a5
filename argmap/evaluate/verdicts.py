"""What an evaluation finds: a verdict on each statement and each step, with the reason that it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from attrs import field, frozen

from argmap.model import ArgumentMap


class Status(StrEnum):
    """Whether a statement stands."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    UNDECIDED = "undecided"


class Reason(StrEnum):
    """Why a statement has its status; the first five accept, the next six reject, the last three leave it undecided."""

    ASSUMED = "assumed"
    GIVEN = "given"
    ASSERTED = "asserted"
    SUPPORTED = "supported"
    OUTWEIGHS = "outweighs"
    RIVAL_SETTLED = "rival settled"
    NOT_ESTABLISHED = "not established"
    CONTESTED = "contested"
    OUTWEIGHED = "outweighed"
    BELOW_STANDARD = "below standard"
    OPEN_POSSIBILITY = "open possibility"
    TIED = "tied"
    WAITING = "waiting"
    CIRCULAR = "circular"


class StepStatus(StrEnum):
    """What has become of a step: it carries, its premises fail, an undercutter breaks it, or that is open."""

    STANDS = "stands"
    FAILS = "fails"
    UNDERCUT = "undercut"
    UNDECIDED = "undecided"


@frozen
class Verdict:
    """What becomes of a statement.

    ``strength`` is the weight of what speaks for it under a labelling, its final strength (0 to 1) under a gradual
    semantics, None where the semantics knows none. ``why`` is the reason (None under semantics that give none), and
    ``named`` the ids of the statements or steps that the reason speaks of: what it outweighs, is contested by, waits
    for, is tied with.
    """

    status: Status | None
    strength: float | None = None
    why: Reason | None = None
    named: tuple[str, ...] = ()


@frozen
class StepVerdict:
    """What becomes of a step; ``strength`` is the weight with which it counts."""

    status: StepStatus | None
    strength: float | None = None
    named: tuple[str, ...] = ()
    """The ids that the status rests on: undercutters that break it, premises that fail or that it waits for."""


@frozen
class Evaluation:
    """What a semantics finds in a map, statements and steps in the order of the map.

    ``parameters`` are the settings that it went by, to be printed; ``converged`` is False where a gradual
    semantics did not settle, and ``residual`` then says by how much. ``notes`` are sentences for the reader: what
    of the map the semantics does not look at.
    """

    semantics: str
    statements: Mapping[str, Verdict]
    arguments: Mapping[str, StepVerdict]
    parameters: Mapping[str, str | float | bool] = field(factory=dict)
    converged: bool = True
    residual: float = 0.0
    notes: tuple[str, ...] = ()
    map: ArgumentMap | None = field(default=None, eq=False, repr=False)
    """The map that was evaluated, as it was written; `argmap.evaluate.evaluate` sets it with the next two."""
    without: tuple[str, ...] = ()
    """Statements that were taken to have fallen, and steps that were taken to be broken."""
    assume: Mapping[str, str] = field(factory=dict)
    """What was assumed besides."""

    def explain(self, id: str, depth: int = 2) -> str:
        """Why a statement or a step has its status; see `argmap.evaluate.explain.explain`."""
        from argmap.evaluate.explain import explain

        return explain(self, id, depth)
