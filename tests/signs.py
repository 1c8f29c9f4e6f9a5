"""Small maps in signs: `p,q⇒r ⟂ u` is an argument from p and q for r that u undercuts, `f⊣p` one against p."""

from __future__ import annotations

import re
from typing import Any

from argmap.model import Argument, ArgumentMap, Claim, Direction, Evidence, Issue, Premise

_STEP = re.compile(
    r"(?:(?P<name>[a-z]\w*):\s*)?(?:(?P<strength>[01]?\.\d+)\s+)?"
    r"(?P<premises>∅|[\w,]*)(?P<sign>[⇒⊣])(?P<about>\w+)(?:\s*⟂\s*(?P<cut>[\w,. ]+))?"
)


def signs(
    steps: str = "",
    issues: str = "",
    accept: str = "",
    reject: str = "",
    *,
    bare: str = "",
    evidence: str = "",
    weigh: str = "linked",
    standards: dict[str, str] | None = None,
    confidence: dict[str, float] | None = None,
    **more: Any,
) -> ArgumentMap:
    """A map of such steps, separated by `;`, with the issues `a b | c d`.

    After `⟂` stand the premises of undercutters, separated by spaces, each after the strength of its step if it has
    one. ``accept`` and ``reject`` name what is assumed, ``bare`` statements besides, ``evidence`` those that are
    evidence; the first statement that is named is the thesis.
    """
    ids: dict[str, None] = {}
    arguments: list[Argument] = []
    for n, step in enumerate(filter(None, (part.strip() for part in steps.split(";")))):
        found = _STEP.fullmatch(step)
        assert found, step
        premises = tuple(Premise(p) for p in found["premises"].split(",") if p and p != "∅")
        ids |= dict.fromkeys((found["about"], *(p.statement for p in premises)))
        direction = Direction.FOR if found["sign"] == "⇒" else Direction.AGAINST
        strength = float(found["strength"]) if found["strength"] else None
        name = found["name"] or f"a{n}"
        arguments.append(Argument(name, premises, found["about"], None, direction, strength=strength, weigh=weigh))
        given: float | None = None
        for word in (found["cut"] or "").split():
            if re.fullmatch(r"[01]?\.\d+", word):
                given = float(word)
                continue
            ids[word] = None
            cut = f"{name}-{word}"
            arguments.append(
                Argument(cut, (Premise(word),), None, name, Direction.UNDERCUTS, strength=given, weigh=weigh)
            )
            given = None
    groups = [tuple(group.split()) for group in issues.split("|") if group.strip()]
    ids |= dict.fromkeys((*bare.split(), *(p for group in groups for p in group)))
    labels = dict.fromkeys(accept.split(), "accepted") | dict.fromkeys(reject.split(), "rejected")
    issue_standard = more.pop("issue_standard", None)
    statements = [
        (Evidence if id in evidence.split() else Claim)(
            id,
            f"Text of {id}",
            assume=labels.get(id),
            standard=(standards or {}).get(id),
            confidence=(confidence or {}).get(id),
        )
        for id in ids
    ]
    return ArgumentMap(
        title="In signs",
        statements=statements,
        arguments=arguments,
        thesis=next(iter(ids)),
        issues=tuple(Issue(group, standard=issue_standard) for group in groups),
        **more,
    )
