"""A map as data: JSON for other programs."""

from __future__ import annotations

import json
from typing import Any

from argmap.model import Argument, ArgumentMap, Citation, Direction, Issue, Premise, Source, Speaker, Statement
from argmap.selection import Finding, Shown, View, viewed

VERSION = 1
"""The version of this form."""


def to_json(shown: Shown) -> str:
    """A map, or what is shown of it, as one JSON object, two spaces an indent, with a line end."""
    view = viewed(shown)
    data = to_data(view.map) | ({"part": _part(view)} if view.is_part else {})
    if view.findings:
        data["semantics"] = view.findings.semantics
        for kind, found in (("statements", view.findings.statements), ("arguments", view.findings.arguments)):
            data[kind] = [one | _found(found[one["id"]]) for one in data[kind]]
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def to_data(m: ArgumentMap) -> dict[str, Any]:
    """The whole map as plain data; what is not stated is null, an empty list or an empty object."""
    return {
        "argmap": VERSION,
        "title": m.title,
        "question": m.question,
        "author": m.author,
        "date": m.date,
        "language": m.language,
        "summary": m.summary,
        "thesis": m.thesis or None,
        "top": list(m.top),
        "statements": [_statement(m, s) for s in m.statements],
        "arguments": [_argument(a) for a in m.arguments],
        "issues": [_issue(i) for i in m.issues],
        "sources": [_source(s) for s in m.sources],
        "speakers": [_speaker(s) for s in m.speakers],
        **({"bibliography": list(m.bibliography)} if m.bibliography else {}),
        "given": m.given,
        "expect": {**{label: list(ids) for label, ids in m.expect.items()}, **dict(m.expect_extra)},
        "style": dict(m.style),
        "extra": dict(m.extra),
    }


def _found(finding: Finding) -> dict[str, Any]:
    return {"status": finding.status, "strength": finding.strength}


def _part(view: View) -> dict[str, Any]:
    """What the whole map has beyond what is shown."""
    more = {id: {"statements": mark.statements, "references": mark.references} for id, mark in view.marks.items()}
    return {
        "about": view.about,
        "thesis": view.whole.thesis or None,
        "statements": len(view.whole.statements),
        "greyed": [s.id for s in view.map.statements if s.id in view.greyed],
        "more": more,
        "elsewhere": {"statements": view.elsewhere.statements, "references": view.elsewhere.references},
    }


def _line(thing: Statement | Argument | Source | Speaker | Issue) -> int | None:
    return thing.span.line if thing.span else None


def _statement(m: ArgumentMap, s: Statement) -> dict[str, Any]:
    return {
        "id": s.id,
        "named": s.named,
        "kind": s.kind,
        "text": s.text,
        "label": s.label,
        "by": s.by,
        "implicit": s.implicit,
        "tags": list(s.tags),
        "citations": [_citation(c) for c in s.citations],
        "sides": sorted(m.sides(s.id)),
        "note": s.note,
        "url": s.url,
        "confidence": s.confidence,
        "assume": s.assume,
        "standard": s.standard,
        "extra": dict(s.extra),
        "line": _line(s),
    }


def _argument(a: Argument) -> dict[str, Any]:
    bears_on = {"target": a.target} if a.direction is Direction.UNDERCUTS else {"conclusion": a.conclusion}
    return {
        "id": a.id,
        "named": a.named,
        "premises": [p.statement for p in a.premises],
        **bears_on,
        "direction": str(a.direction),
        "scheme": a.scheme,
        "answers": list(a.answers),
        "strength": a.strength,
        "warrant": a.warrant,
        "qualifier": a.qualifier,
        "weigh": a.weigh,
        "roles": [p.role for p in a.premises],
        "label": a.label,
        "by": a.by,
        "implicit": a.implicit,
        "tags": list(a.tags),
        "citations": [_citation(c) for c in a.citations],
        "note": a.note,
        "url": a.url,
        "extra": {**_premise_extra(a.premises), **dict(a.extra)},
        "line": _line(a),
    }


def _premise_extra(premises: tuple[Premise, ...]) -> dict[str, Any]:
    return {name: value for p in premises for name, value in p.extra}


def _citation(c: Citation) -> dict[str, Any]:
    return {
        "source": c.source,
        "at": c.at,
        "quote": c.quote,
        "before": c.before,
        "after": c.after,
        "credibility": c.credibility,
        "extra": dict(c.extra),
    }


def _issue(i: Issue) -> dict[str, Any]:
    return {
        "question": i.question,
        "positions": list(i.positions),
        "standard": i.standard,
        "extra": dict(i.extra),
        "line": _line(i),
    }


def _source(s: Source) -> dict[str, Any]:
    home = {"bibliography": s.bibliography} if s.bibliography is not None else {}
    return {"key": s.key, **dict(s.fields), **home, "extra": dict(s.extra), "line": _line(s)}


def _speaker(s: Speaker) -> dict[str, Any]:
    return {
        "name": s.name,
        "description": s.description,
        "reliability": s.reliability,
        "url": s.url,
        "note": s.note,
        "extra": dict(s.extra),
        "line": _line(s),
    }
