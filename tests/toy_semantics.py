"""A semantics of strengths, as another package may have one."""

from __future__ import annotations

from math import prod

from argmap.evaluate.verdicts import Evaluation, StepVerdict, Verdict
from argmap.model import ArgumentMap

TOY = "toy", (__name__, "toy")
"""Its entry in `SEMANTICS`."""


def toy(m: ArgumentMap) -> Evaluation:
    """Strengths on maps without circles; `assume` settles, a bare possibility counts nothing."""
    values: dict[str, float] = {}
    steps: dict[str, float] = {}
    possible = {p.statement for a in m.arguments if m.is_possibility(a) for p in a.premises}

    def step(id: str) -> float:
        if id not in steps:
            a = m.argument(id)
            least = min((value(p.statement) for p in a.premises), default=1.0)
            broken = prod(1 - step(cut.id) for cut in m.undercutters(id))
            steps[id] = (1 if a.strength is None else a.strength) * least * broken
        return steps[id]

    def value(id: str) -> float:
        if id not in values:
            s = m.statement(id)
            own = s.confidence if s.confidence is not None else 0.0 if id in possible else 0.5
            attack = 1 - prod(1 - step(a.id) for a in m.arguments_against(id))
            support = 1 - prod(1 - step(a.id) for a in m.arguments_for(id))
            values[id] = own + (1 - own) * max(0, support - attack) - own * max(0, attack - support)
            if s.assume:
                values[id] = {"accepted": 1.0, "rejected": 0.0, "undecided": 0.5}[s.assume]
        return values[id]

    return Evaluation(
        "toy",
        {s.id: Verdict(None, value(s.id)) for s in m.statements},
        {a.id: StepVerdict(None, step(a.id)) for a in m.arguments},
    )
