"""What programs that analyse maps are given of one: its data, with titles, sides, and what an evaluation has found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.model import ArgumentMap
from argmap.render.data import to_data
from argmap.render.evaluated import with_evaluation
from argmap.selection import viewed

if TYPE_CHECKING:
    from argmap.evaluate.verdicts import Evaluation


def to_analyse(m: ArgumentMap, evaluation: Evaluation | None = None) -> dict[str, Any]:
    """The whole map as the data of `argmap.render.data`, in which statements have their ``title`` and ``side``, too.

    What stands under ``extra`` of an argument is its own, without that of its premises. With an evaluation statements
    and arguments have ``status`` and ``evaluated_strength``. Raises ValueError for an evaluation of another map.
    """
    findings = viewed(with_evaluation(m, evaluation)).findings
    data = to_data(m)
    data["statements"] = [
        {"title": s.title, "side": str(m.side(s.id)), **row}
        for s, row in zip(m.statements, data["statements"], strict=True)
    ]
    for a, row in zip(m.arguments, data["arguments"], strict=True):
        row["extra"] = dict(a.extra)
    if findings:
        data["semantics"] = findings.semantics
        for kind, found in (("statements", findings.statements), ("arguments", findings.arguments)):
            for row in data[kind]:
                finding = found[row["id"]]
                row |= {"status": finding.status, "evaluated_strength": finding.strength}
    return data
