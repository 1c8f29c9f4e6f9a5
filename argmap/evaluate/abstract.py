"""Dung's semantics for maps: what can be held in the abstract framework behind a map, in one way or in every way.

The framework is that of `argmap.evaluate.reduction`. Under semantics that know several extensions a statement is
accepted when it is in in every extension, rejected when it is out in every one, and undecided otherwise (sceptical
acceptance). Strengths, confidences and proof standards play no part.
"""

from __future__ import annotations

from collections.abc import Sequence

from argmap.evaluate.extensions import Acceptance, acceptance
from argmap.evaluate.framework import Label
from argmap.evaluate.overlooked import overlooked, possibilities, possibilities_note
from argmap.evaluate.reduction import NOTE, framework_of
from argmap.evaluate.verdicts import Evaluation, Status, StepStatus, StepVerdict, Verdict
from argmap.model import Argument, ArgumentMap
from argmap.naming import some_of

_STATUS = {Label.IN: Status.ACCEPTED, Label.OUT: Status.REJECTED, Label.UNDEC: Status.UNDECIDED}


def grounded(m: ArgumentMap) -> Evaluation:
    """What must be accepted or rejected when every doubt is left open; in linear time.

    The grounded extension is the least set E of abstract arguments with E = {a | E attacks all attackers of a}.
    Dung, Artificial Intelligence 77, 1995.
    """
    return _evaluation(m, "grounded", "auto")


def complete(m: ArgumentMap, solver: str = "auto") -> Evaluation:
    """What is common to all complete extensions: that is what `grounded` finds; and what one of them holds.

    A set E is a complete extension when no member attacks another and E = {a | E attacks all attackers of a}. Dung,
    Artificial Intelligence 77, 1995. ``solver`` and errors are those of `argmap.evaluate.extensions.acceptance`.
    """
    return _evaluation(m, "complete", solver)


def preferred(m: ArgumentMap, solver: str = "auto") -> Evaluation:
    """What is common to all preferred extensions: the complete ones that are part of no other.

    Dung, Artificial Intelligence 77, 1995. ``solver`` and errors are those of `argmap.evaluate.extensions.acceptance`.
    """
    return _evaluation(m, "preferred", solver)


def stable(m: ArgumentMap, solver: str = "auto") -> Evaluation:
    """What is common to all stable extensions, of which there may be none: then everything is undecided.

    A set is stable when no member attacks another and all that are no members are attacked by one. Dung, Artificial
    Intelligence 77, 1995. ``solver`` and errors are those of `argmap.evaluate.extensions.acceptance`.
    """
    return _evaluation(m, "stable", solver)


def ideal(m: ArgumentMap, solver: str = "auto") -> Evaluation:
    """The ideal extension: the greatest set within all preferred extensions that defends itself.

    Dung, Mancarella & Toni, Artificial Intelligence 171, 2007. ``solver`` and errors are those of
    `argmap.evaluate.extensions.acceptance`.
    """
    return _evaluation(m, "ideal", solver)


def _evaluation(m: ArgumentMap, semantics: str, solver: str) -> Evaluation:
    framework = framework_of(m)
    found = acceptance(framework, semantics, solver)
    return Evaluation(
        semantics=semantics,
        statements={s.id: Verdict(_STATUS[found.labels[s.id]]) for s in m.statements},
        arguments={a.id: _step(m, a, found.labels) for a in m.arguments},
        notes=(
            NOTE.format(arguments=f"{len(framework.arguments):,}", attacks=f"{len(framework.attacks):,}"),
            *_several([s.id for s in m.statements], semantics, found),
            *overlooked(m, "confidence", "strength", "standard"),
            *_weighing(m),
            *possibilities_note(possibilities(m)),
        ),
    )


def _step(m: ArgumentMap, a: Argument, labels: dict[str, Label]) -> StepVerdict:
    label = labels[a.id]
    if label is Label.IN:
        return StepVerdict(StepStatus.STANDS)
    cut = tuple(u.id for u in m.undercutters(a.id) if labels[u.id] is Label.IN)
    if cut:
        return StepVerdict(StepStatus.UNDERCUT, named=cut)
    sought = Label.OUT if label is Label.OUT else Label.UNDEC
    named = tuple(dict.fromkeys(p.statement for p in a.premises if labels[p.statement] is sought))
    return StepVerdict(StepStatus.FAILS if label is Label.OUT else StepStatus.UNDECIDED, named=named)


def _several(statements: Sequence[str], semantics: str, found: Acceptance) -> tuple[str, ...]:
    """What is held in one extension and not in another."""
    if not found.exists:
        return ("The framework has no stable extension, so that nothing is decided.",)
    some = [s for s in statements if s in found.sometimes and found.labels[s] is not Label.IN]
    return (f"Held in a {semantics} extension, but not in every one: {', '.join(some_of(some))}.",) if some else ()


def _weighing(m: ArgumentMap) -> tuple[str, ...]:
    if all(a.weigh in ("linked", "convergent") for a in m.arguments):
        return ()
    return ("A step whose premises are `cumulative` stands on any of them, one that is `factorized` on all.",)
