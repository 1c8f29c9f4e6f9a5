"""An evaluation as JSON, for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from argmap.evaluate.explain import Teller, lines
from argmap.evaluate.objections import Objection
from argmap.evaluate.summary import Summary
from argmap.evaluate.verdicts import StepVerdict, Verdict
from argmap.model import Issue


def to_json(s: Summary, whole_table: bool = False, explained: Iterable[str] = (), depth: int = 0) -> str:
    """The whole evaluation as one JSON object, two spaces an indent, with a line end.

    ``whole_table`` lists under ``load_bearing`` what the thesis becomes without each statement and step, not only those
    that change it; ``explained`` adds the explanations of some ids.
    """
    e = s.evaluation
    teller = Teller(e)
    data: dict[str, Any] = {
        "semantics": e.semantics,
        "parameters": dict(e.parameters),
        "converged": e.converged,
        "thesis": s.map.thesis or None,
        "statements": {id: _statement(id, v, teller) for id, v in e.statements.items()},
        "arguments": {id: _argument(id, v, teller) for id, v in e.arguments.items()},
        "issues": [_issue(i, s) for i in s.map.issues],
        "unanswered": [_objection(o) for o in s.unanswered],
        "load_bearing": _load_bearing(s, whole_table),
        "possibilities": _possibilities(s),
        "expectations": [
            {"statement": x.statement, "expected": x.expected, "found": x.found, "met": x.is_met} for x in s.expected
        ],
        "without": list(e.without),
        "assume": dict(e.assume),
        "notes": list(e.notes),
    }
    if not e.converged:
        data["residual"] = e.residual
    asked = list(explained)
    if asked:
        data["explanations"] = {id: [line._asdict() for line in lines(e, id, depth)] for id in asked}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _statement(id: str, v: Verdict, teller: Teller) -> dict[str, Any]:
    why = {"reason": str(v.why), "names": list(v.named), "words": teller.why(id)} if v.why else None
    return {"status": v.status and str(v.status), "strength": v.strength, "why": why}


def _argument(id: str, v: StepVerdict, teller: Teller) -> dict[str, Any]:
    why = {"names": list(v.named), "words": teller.fate(id)} if v.status else None
    return {"status": v.status and str(v.status), "strength": v.strength, "why": why}


def _issue(i: Issue, s: Summary) -> dict[str, Any]:
    verdicts = [(p, s.evaluation.statements[p]) for p in i.positions]
    return {
        "question": i.question,
        "positions": {p: {"status": v.status and str(v.status), "strength": v.strength} for p, v in verdicts},
        "tied": next((list(tied) for issue, tied in s.tied if issue is i), []),
    }


def _objection(o: Objection) -> dict[str, Any]:
    return {
        "argument": o.argument.id,
        "premises": [p.statement for p in o.argument.premises],
        "against": o.against,
        "answered": o.answers.is_answered,
        "possible_answers": o.answers.possible,
    }


def _load_bearing(s: Summary, whole_table: bool) -> list[dict[str, Any]] | None:
    """What the thesis becomes without this or that, single ones first; None where nobody has looked."""
    if s.carriers is None:
        return None
    removals = s.carriers.removals if whole_table else s.carriers.bearing
    found: list[dict[str, Any]] = [
        {"without": [r.id], "status": r.status and str(r.status), "strength": r.strength} for r in removals
    ]
    together = [x for x in s.carriers.sets if len(x.leaves) > 1]
    return found + [{"without": list(x.leaves), "status": str(x.status), "strength": None} for x in together]


def _possibilities(s: Summary) -> list[dict[str, Any]]:
    known = dict(s.carriers.possibilities) if s.carriers else {}
    same = s.carriers.status if s.carriers else None
    return [{"statement": id, "thesis": (v := known.get(id, same)) and str(v)} for id in s.possibilities]
