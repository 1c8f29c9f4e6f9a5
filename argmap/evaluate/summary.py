"""An evaluation as a person asks for it: the thesis, each issue, what is unanswered, what carries it, what is open."""

from __future__ import annotations

from math import inf

from attrs import frozen

from argmap.evaluate import evaluate
from argmap.evaluate.carries import Carriers, TooMuchWorkError, carriers
from argmap.evaluate.expectations import Expectation, expectations
from argmap.evaluate.extensions import TooHardError
from argmap.evaluate.objections import Objection, standing_objections
from argmap.evaluate.verdicts import Evaluation, Reason
from argmap.model import ArgumentMap, Issue

PATIENCE = 1_000_000
"""How many statements and steps are found anew to say unasked what carries the thesis: a second or two."""


@frozen
class Summary:
    """What there is to say of an evaluation, before it becomes text or JSON.

    ``carriers`` is None where the map is too large to find them unasked, and ``before`` the evaluation of the map as it
    is written, None where nothing else is supposed. ``contested`` are the statements that fall by an objection of
    equal weight, ``expected`` what the map expects of the semantics `standing`: nothing where anything is supposed.
    """

    evaluation: Evaluation
    map: ArgumentMap
    carriers: Carriers | None
    unanswered: tuple[Objection, ...]
    tied: tuple[tuple[Issue, tuple[str, ...]], ...]
    contested: tuple[str, ...]
    possibilities: tuple[str, ...]
    expected: tuple[Expectation, ...]
    before: Evaluation | None

    @property
    def is_as_expected(self) -> bool:
        """Whether evaluation finds what the map expects."""
        return all(e.is_met for e in self.expected)


def summary(evaluation: Evaluation, thorough: bool = False) -> Summary:
    """What there is to say of an evaluation; ``thorough`` finds what carries the thesis also in a large map.

    Raises ValueError for an evaluation that does not hold its map, and where that needs too hard a search.
    """
    m = evaluation.map
    if m is None:
        raise ValueError("this evaluation does not hold its map; take one from argmap.evaluate()")
    verdicts = evaluation.statements
    ties = [(i, tuple([p for p in i.positions if verdicts[p].why is Reason.TIED])) for i in m.issues]
    possible = [p.statement for a in m.arguments if m.is_possibility(a) for p in a.premises]
    is_supposed = bool(evaluation.without or evaluation.assume)
    return Summary(
        evaluation,
        m,
        _carriers(evaluation, inf if thorough else PATIENCE) if m.thesis else None,
        standing_objections(evaluation),
        tuple([(issue, tied) for issue, tied in ties if tied]),
        tuple([id for id, v in verdicts.items() if v.why is Reason.CONTESTED]),
        tuple([id for id in dict.fromkeys(possible) if id not in evaluation.assume and id not in evaluation.without]),
        () if is_supposed else expectations(m),
        evaluate(m, evaluation.semantics) if is_supposed else None,
    )


def _carriers(evaluation: Evaluation, work: float) -> Carriers | None:
    try:
        return carriers(evaluation, work=work)
    except TooMuchWorkError:
        return None
    except TooHardError:  # the map itself was not, but it is without this or that
        if work == inf:
            raise
        return None
