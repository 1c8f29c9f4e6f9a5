"""Maps to evaluate: small ones written in a line, any without rings, and the same in another order."""

from __future__ import annotations

import random
from typing import Any

from attrs import evolve
from hypothesis import strategies as st
from strategies import evaluated

from argmap.model import Argument, ArgumentMap, Claim, Direction, Evidence, Issue, Premise

_MARKS = {"=>": Direction.FOR, "-|": Direction.AGAINST, "~>": Direction.UNDERCUTS}


def drawn(graph: str, issues: tuple[str, ...] = (), evidence: str = "", **about: Any) -> ArgumentMap:
    """A map such as ``"a: p,q => r; b: u ~> a"``.

    ``=>`` supports, ``-|`` attacks, ``~>`` undercuts; nothing before the mark is a step without premises; names without
    a mark are statements. A step without a name is called by its number. ``evidence`` has the statements that are no
    claims; ``about`` holds, for a field of statements or
    arguments, what some of them have there (``assume={"p": "accepted"}``), or a field of the map.
    """
    steps: list[Argument] = []
    names: dict[str, None] = {}
    for number, part in enumerate(part.strip() for part in graph.split(";") if part.strip()):
        mark = next((mark for mark in _MARKS if mark in part), None)
        if mark is None:
            names.update(dict.fromkeys(part.split(",")))
            continue
        name, _, rest = part.rpartition(":")
        premises, end = ([one.strip() for one in side.split(",") if one.strip()] for side in rest.split(mark))
        names.update(dict.fromkeys(premises))
        bearing: dict[str, Any] = {"target": end[0]} if mark == "~>" else {"conclusion": end[0]}
        if mark != "~>":
            names.setdefault(end[0])
        held = tuple(Premise(p) for p in premises)
        steps.append(Argument(name or str(number), held, direction=_MARKS[mark], **bearing))
    own = {key: value for key, value in about.items() if key in ("confidence", "assume", "standard")}
    of_steps = {key: value for key, value in about.items() if key in ("strength", "weigh")}
    rest_of = {key: value for key, value in about.items() if key not in own and key not in of_steps}
    return ArgumentMap(
        "A title",
        [
            (Evidence if s in evidence else Claim)(s, f"Text of {s}", **{k: v[s] for k, v in own.items() if s in v})
            for s in names
        ],
        [evolve(a, **{k: v[a.id] for k, v in of_steps.items() if a.id in v}) for a in steps],
        issues=tuple(Issue(tuple(positions.split(","))) for positions in issues),
        **rest_of,
    )


@st.composite
def acyclic(draw: st.DrawFn) -> ArgumentMap:
    """A map to evaluate in which nothing depends on itself, without issues."""
    m = draw(evaluated())
    steps = {a.id: a for a in m.arguments}
    rank = {s.id: n for n, s in enumerate(m.statements)}

    def fits(a: Argument) -> bool:
        """Whether premises come after the conclusion, all the way up."""
        held, last = list(a.premises), a
        while last.target is not None:
            last = steps[last.target]
            held += last.premises
        return all(rank[p.statement] > rank[last.conclusion or ""] for p in held)

    return evolve(m, arguments=[a for a in m.arguments if fits(a)], top=(), thesis="", issues=())


def shuffled(m: ArgumentMap, seed: int) -> ArgumentMap:
    """The same map written in another order."""
    choose = random.Random(seed)
    held = [evolve(a, premises=tuple(choose.sample(a.premises, len(a.premises)))) for a in m.arguments]
    return evolve(
        m,
        statements=choose.sample(m.statements, len(m.statements)),
        arguments=choose.sample(held, len(held)),
        issues=tuple(evolve(i, positions=tuple(choose.sample(i.positions, len(i.positions)))) for i in m.issues),
    )
