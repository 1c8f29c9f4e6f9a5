"""An evaluation as pictures and outlines show it: what is passed on to them, and how it is put into words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import evolve

from argmap.languages import ENGLISH, Language
from argmap.selection import Finding, Findings, Shown, viewed

if TYPE_CHECKING:
    from argmap.evaluate.verdicts import Evaluation, StepVerdict, Verdict

SIGNS = {"accepted": "√", "rejected": "×", "undecided": "?"}
"""The signs of what a statement may be, to be told without colour."""
_IMPLIED = {"accepted": "stands", "rejected": "fails", "undecided": "undecided"}
"""What becomes of a step when nothing but its premise decides."""


def with_evaluation(shown: Shown, evaluation: Evaluation | None) -> Shown:
    """What is shown of a map, with what an evaluation of the whole map has found; the same without one.

    Raises ValueError for an evaluation of another map.
    """
    if evaluation is None:
        return shown
    view = viewed(shown)
    known = evaluation.statements.keys() | evaluation.arguments.keys()
    for id in (*[s.id for s in view.map.statements], *[a.id for a in view.map.arguments]):
        if id not in known:
            raise ValueError(f"the evaluation is of another map: it does not know {id}")
    statements = _findings(evaluation.statements)
    arguments = _findings(evaluation.arguments)
    is_graded = any(f.strength is not None and f.status is None for f in arguments.values())
    # Without any step a semantics is known by its settings: only strengths have a tolerance to which they settle.
    is_graded = is_graded or (not arguments and "tolerance" in evaluation.parameters)
    supposed = (*((id, "") for id in evaluation.without), *evaluation.assume.items())
    return evolve(
        view, findings=Findings(evaluation.semantics, statements, arguments, is_graded, evaluation.converged, supposed)
    )


def _findings(verdicts: Mapping[str, Verdict] | Mapping[str, StepVerdict]) -> dict[str, Finding]:
    return {
        id: Finding(v.status and str(v.status), v.strength, str(getattr(v, "why", None) or ""))
        for id, v in verdicts.items()
    }


def title(findings: Findings, words: Language = ENGLISH) -> str:
    """By what was evaluated, as a sentence."""
    unsettled = "" if findings.are_settled else words.unsettled
    told = [f"{id} {words.statuses[label]}" if label else words.left_out.format(id) for id, label in findings.supposed]
    supposing = words.supposing.format(", ".join(told)) if told else ""
    return words.evaluated.format(findings.semantics, unsettled, supposing)


def badge(findings: Findings, id: str) -> tuple[str, str]:
    """What a badge says of a statement, in full and in short: "√ ACCEPTED" and "√", or "√ 0.81"."""
    found = findings.statements[id]
    sign = SIGNS.get(found.status or "", "")
    if findings.are_graded and found.strength is not None:
        return (f"{sign} {_number(found)}".lstrip(),) * 2
    return f"{sign} {(found.status or 'unknown').upper()}", sign


def _number(found: Finding) -> str:
    """A strength with two decimals, or a third where they would hide on which side of a half it is."""
    if found.strength is None:
        return ""
    hides = found.status in ("accepted", "rejected") and f"{found.strength:.2f}" == "0.50"
    return f"{found.strength:.{3 if hides else 2}f}"


def briefly(findings: Findings, id: str) -> str:
    """What has become of a statement, in a word or two: "rejected", "accepted, 0.81"."""
    found = findings.statements[id]
    strength = _number(found) if findings.are_graded else ""
    return ", ".join(word for word in (found.status, strength) if word)


def aloud(findings: Findings, statement: str | None, argument: str | None, words: Language = ENGLISH) -> str:
    """What an outline says, in brackets, of a statement and of the step that it makes: empty where there is nothing.

    Of a step it speaks only where that does not follow from the statement.
    """
    told = []
    found = findings.statements[statement] if statement else None
    if found:
        status = words.statuses.get(found.status or "", "")
        if found.why and found.status != "accepted":
            status = f"{status}: {words.reasons[found.why]}"
        is_strong = findings.are_graded and found.strength is not None
        strength = words.strength.format(_number(found)) if is_strong else ""
        told.append(", ".join(word for word in (status, strength) if word))
    step = findings.arguments[argument] if argument else None
    if step and findings.are_graded:
        strength = _number(step)
        if not found or strength != f"{found.strength or 0:.2f}":
            told.append(words.step_strength.format(strength))
    elif step and step.status and step.status != _IMPLIED.get((found and found.status) or "accepted"):
        told.append(words.steps[step.status])
    return f"[{'; '.join(told)}]" if told else ""
