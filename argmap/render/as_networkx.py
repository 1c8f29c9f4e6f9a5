"""A map as a graph of networkx, for measuring and for argument mining: needs the extra ``argmap[networkx]``.

Statements and arguments are nodes, as in the Argument Interchange Format (Chesñevar et al., Knowledge Engineering
Review 21, 2006), so that premises that work together meet in one argument, and an argument can be attacked itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from argmap.model import Argument, ArgumentMap, Direction
from argmap.render.analysis import to_analyse

if TYPE_CHECKING:
    import networkx

    from argmap.evaluate.verdicts import Evaluation

RELATIONS: Mapping[Direction, str] = {
    Direction.FOR: "supports",
    Direction.AGAINST: "attacks",
    Direction.UNDERCUTS: "undercuts",
}
"""What the edge that leaves an argument is called."""

_ELSEWHERE = ("id", "premises", "roles", "conclusion", "target", "positions")
"""What the name of a node or its edges say."""


def to_networkx(m: ArgumentMap, evaluation: Evaluation | None = None) -> networkx.MultiDiGraph:
    """The whole map as a directed graph; `ArgumentMap.to_networkx` describes it.

    Raises ImportError without the extra, ValueError for an evaluation of another map.
    """
    try:
        import networkx
    except ImportError:
        raise ImportError('to_networkx needs one more package: `pip install "argmap[networkx]"`') from None
    data = to_analyse(m, evaluation)
    statements, arguments, issues = (data.pop(name) for name in ("statements", "arguments", "issues"))
    graph = networkx.MultiDiGraph(**_plain(data))
    for s, stated in zip(m.statements, statements, strict=True):
        graph.add_node(s.id, type="statement", **_plain(stated))
    for a, stated in zip(m.arguments, arguments, strict=True):
        graph.add_node(a.id, type="argument", title=a.label or a.scheme or str(a.direction), **_plain(stated))
    for number, stated in enumerate(issues, 1):
        name = f"issue:{number}"  # no name of the map has a colon
        graph.add_node(name, type="issue", title=stated["question"] or name, **_plain(stated))
        graph.add_edges_from((position, name, {"relation": "position"}) for position in stated["positions"])
    for a in m.arguments:
        graph.add_edges_from(_edges(a))
    return graph


def _edges(a: Argument) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The edges into an argument and out of it."""
    for place, premise in enumerate(a.premises, 1):
        said = {"relation": "premise", "place": place, "is_ref": premise.is_ref, "role": premise.role}
        yield premise.statement, a.id, _plain(said | {"extra": dict(premise.extra)})
    yield a.id, a.target or a.conclusion or "", {"relation": RELATIONS[a.direction]}


def _plain(stated: Mapping[str, Any]) -> dict[str, Any]:
    """What is stated and not said elsewhere: texts, numbers and truth values as such, all else as JSON text."""
    found: dict[str, Any] = {}
    for name, value in stated.items():
        if name in _ELSEWHERE or value in (None, [], {}):
            continue
        if name in ("strength", "confidence", "evaluated_strength"):
            found[name] = float(value)
        elif isinstance(value, str | int | float):
            found[name] = value
        else:
            found[name] = json.dumps(value, ensure_ascii=False)
    return found
