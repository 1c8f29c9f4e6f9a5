"""Gradual semantics: each statement gets a strength from 0 to 1, in proportion to what speaks for and against it.

One family: a strength is σ(x) = influence(w(x), aggregate(attackers, supporters)), where w is the statement's
`confidence`, 0.5 unless given, and attackers and supporters are the values of the arguments against and for it. An
argument's value is strength × least premise × Π(1 − value) over its undercutters. The semantics differ in aggregate and
influence alone.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from argmap.evaluate.overlooked import overlooked, possibilities, possibilities_note
from argmap.evaluate.strengths import STEP, TOLERANCE, Formula, strengths
from argmap.evaluate.verdicts import Evaluation, Status, StepVerdict, Verdict
from argmap.model import ArgumentMap
from argmap.naming import some_of

DEFAULT = 0.5
"""The initial weight of a statement without `confidence`, and the strength that divides accepted from rejected."""
STEPS = 10_000
"""How many steps of integration a ring of statements gets to settle, unless told otherwise."""
_LARGEST_EXPONENT = 700.0

# Sums and products are made such that they do not depend on the order of the map, not even in the last bit.


def _product(attackers: Sequence[float], supporters: Sequence[float]) -> float:
    return math.prod(sorted([1 - v for v in attackers])) - math.prod(sorted([1 - v for v in supporters]))


def _sum(attackers: Sequence[float], supporters: Sequence[float]) -> float:
    return math.fsum(supporters) - math.fsum(attackers)


def _attack(attackers: Sequence[float], _: Sequence[float]) -> float:
    return math.fsum(attackers)


def _linear(w: float, a: float) -> float:
    return w + (1 - w) * a if a > 0 else w + w * a


def _two_max(w: float, a: float) -> float:
    h = a * a / (1 + a * a)
    return w + (1 - w) * h if a > 0 else w - w * h


def _one_max(w: float, a: float) -> float:
    h = abs(a) / (1 + abs(a))
    return w + (1 - w) * h if a > 0 else w - w * h


def _euler_based(w: float, a: float) -> float:
    return 1 - (1 - w * w) / (1 + w * math.exp(min(_LARGEST_EXPONENT, max(-_LARGEST_EXPONENT, a))))


def _logistic(w: float, a: float) -> float:
    if w in (0, 1):
        return w
    x = math.log(w / (1 - w)) + a
    return 1 / (1 + math.exp(min(_LARGEST_EXPONENT, max(-_LARGEST_EXPONENT, -x))))


def _divided(w: float, a: float) -> float:
    return w / (1 + a)


FORMULAS: Mapping[str, Formula] = {
    "df-quad": Formula(_product, _linear),
    "quadratic-energy": Formula(_sum, _two_max),
    "euler": Formula(_sum, _euler_based),
    "squared-df-quad": Formula(_product, _one_max),
    "mlp": Formula(_sum, _logistic),
    "h-categoriser": Formula(_attack, _divided, heeds_support=False),
}
"""The aggregate and the influence of each semantics; the names of the influences are those of Potyka, AAMAS 2019."""


def df_quad(m: ArgumentMap, steps: int = STEPS) -> Evaluation:
    """Discontinuity-free quantitative argumentation debates.

    α = Π(1 − attackers) − Π(1 − supporters); σ = w + w·α for α ≤ 0, w + (1 − w)·α for α > 0. Beside an attacker
    of value 1 no supporter raises a strength. Rago, Toni, Aurisicchio & Baroni, KR 2016.
    """
    return _evaluation(m, "df-quad", steps)


def quadratic_energy(m: ArgumentMap, steps: int = STEPS) -> Evaluation:
    """The quadratic energy model: small differences count little, and nothing is moved all the way to 0 or 1.

    α = Σ supporters − Σ attackers, h = α²/(1 + α²); σ = w − w·h for α ≤ 0, w + (1 − w)·h for α > 0.
    Potyka, KR 2018.
    """
    return _evaluation(m, "quadratic-energy", steps)


def euler(m: ArgumentMap, steps: int = STEPS) -> Evaluation:
    """The Euler-based semantics: no statement falls below the square of its initial weight.

    α = Σ supporters − Σ attackers; σ = 1 − (1 − w²)/(1 + w·e^α). Amgoud & Ben-Naim, International Journal of
    Approximate Reasoning 99, 2018.
    """
    return _evaluation(m, "euler", steps)


def squared_df_quad(m: ArgumentMap, steps: int = STEPS) -> Evaluation:
    """The aggregate of `df_quad` with an influence that moves nothing all the way to 0 or 1.

    α = Π(1 − attackers) − Π(1 − supporters), h = |α|/(1 + |α|); σ = w − w·h for α ≤ 0, w + (1 − w)·h for α > 0.
    Potyka, AAMAS 2019.
    """
    return _evaluation(m, "squared-df-quad", steps)


def mlp(m: ArgumentMap, steps: int = STEPS) -> Evaluation:
    """A multilayer perceptron whose neurons are statements; an initial weight of 0 or 1 stays.

    α = Σ supporters − Σ attackers; σ = 1/(1 + exp(−ln(w/(1 − w)) − α)). Potyka, AAAI 2021.
    """
    return _evaluation(m, "mlp", steps)


def h_categoriser(m: ArgumentMap, steps: int = STEPS) -> Evaluation:
    """The weighted h-categoriser, for attacks alone: arguments for a statement play no part.

    σ = w/(1 + Σ attackers). Besnard & Hunter, Artificial Intelligence 128, 2001; with initial weights Amgoud, Ben-Naim,
    Doder & Vesic, IJCAI 2017.
    """
    return _evaluation(m, "h-categoriser", steps)


def _evaluation(m: ArgumentMap, name: str, steps: int) -> Evaluation:
    """A map under one of `FORMULAS`, read by comparison with 0.5; what did not settle is undecided."""
    open_ones = [s for s in possibilities(m) if m.statement(s).confidence is None]
    nobodys = set(open_ones)
    weights = [s.confidence if s.confidence is not None else 0.0 if s.id in nobodys else DEFAULT for s in m.statements]
    found = strengths(m, FORMULAS[name], weights, steps)
    return Evaluation(
        semantics=name,
        statements={
            id: Verdict(Status.UNDECIDED if id in found.shaky else _read(value), value)
            for id, value in found.statements.items()
        },
        arguments={id: StepVerdict(None, value) for id, value in found.arguments.items()},
        parameters={"confidence": DEFAULT, "step": STEP, "tolerance": TOLERANCE, "steps": steps},
        converged=not found.unsettled,
        residual=found.residual,
        notes=(
            "Accepted and rejected only say that a strength is above or below 0.5.",
            *overlooked(m, "given", "standard", "weigh", "issues"),
            *_of_formula(m, FORMULAS[name]),
            *possibilities_note(open_ones),
            *_unsettled(found.unsettled, steps),
        ),
    )


def _read(strength: float) -> Status:
    """A strength as a status: which side of 0.5 it is on, where a statement stands that nothing speaks of."""
    if abs(strength - DEFAULT) <= TOLERANCE:
        return Status.UNDECIDED
    return Status.ACCEPTED if strength > DEFAULT else Status.REJECTED


def _of_formula(m: ArgumentMap, formula: Formula) -> tuple[str, ...]:
    if formula.heeds_support or not m.arguments:
        return ()
    return ("Arguments for a statement play no part here: a strength never rises above the initial weight.",)


def _unsettled(statements: list[str], steps: int) -> tuple[str, ...]:
    if not statements:
        return ()
    return (
        f"After {steps:,} steps the strengths of these had not settled, and those shown are the last: "
        f"{', '.join(some_of(statements))}.",
    )
