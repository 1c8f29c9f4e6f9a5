"""A map as tables of pandas, for counting and comparing: needs the extra ``argmap[pandas]``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.model import ArgumentMap
from argmap.render.analysis import to_analyse

if TYPE_CHECKING:
    import pandas

    from argmap.evaluate.verdicts import Evaluation


class Tables(NamedTuple):
    """A map as tables that can be joined: each row says one thing, and lists have tables of their own.

    ``statements`` and ``arguments`` are indexed by id. ``premises`` has a row for each premise of each argument, with
    its place in it, ``citations`` one for each citation of a statement or an argument (``id``), ``sources`` one for
    each source, indexed by key, ``positions`` one for each position of each issue, and ``speakers`` one for each
    speaker of whom something is told, indexed by name.
    """

    statements: pandas.DataFrame
    arguments: pandas.DataFrame
    premises: pandas.DataFrame
    citations: pandas.DataFrame
    sources: pandas.DataFrame
    positions: pandas.DataFrame
    speakers: pandas.DataFrame


_STATEMENT = (
    "id", "kind", "text", "label", "title", "by", "side", "sides", "implicit", "tags", "note", "url", "confidence",
    "assume", "standard", "named", "line", "extra",
)  # fmt: skip
_ARGUMENT = (
    "id", "direction", "conclusion", "target", "scheme", "strength", "weigh", "warrant", "qualifier", "answers",
    "label", "by", "implicit", "tags", "note", "url", "named", "line", "extra",
)  # fmt: skip
_PREMISE = ("argument", "place", "statement", "role", "is_ref", "extra")
_CITATION = ("id", "source", "at", "quote", "before", "after", "credibility", "extra")
_POSITION = ("issue", "question", "standard", "statement", "line", "extra")
_SPEAKER = ("name", "description", "reliability", "url", "note", "line", "extra")
_FOUND = ("status", "evaluated_strength")
_KINDS = (
    dict.fromkeys(("confidence", "strength", "evaluated_strength"), "float64")
    | dict.fromkeys(("line", "place", "issue"), "Int64")
    | dict.fromkeys(("implicit", "named", "is_ref"), "bool")
    | dict.fromkeys(("sides", "tags", "answers", "extra"), "object")
)
"""What columns hold that do not hold text, also where nothing stands in them."""


def to_pandas(m: ArgumentMap, evaluation: Evaluation | None = None) -> Tables:
    """The whole map as tables; `Tables` describes them.

    Raises ImportError without the extra, ValueError for an evaluation of another map.
    """
    try:
        import pandas
    except ImportError:
        raise ImportError('to_pandas needs one more package: `pip install "argmap[pandas]"`') from None

    def table(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], index: str | None = None) -> pandas.DataFrame:
        frame = pandas.DataFrame(
            [[row.get(name) for name in columns] for row in rows], columns=list(columns), dtype="object"
        ).astype({name: _KINDS.get(name, "string") for name in columns})
        return frame.set_index(index) if index else frame

    data = to_analyse(m, evaluation)
    also = _FOUND if evaluation is not None else ()
    premises = (
        {"argument": a.id, "place": place, "extra": dict(p.extra)}
        | {"statement": p.statement, "role": p.role, "is_ref": p.is_ref}
        for a in m.arguments
        for place, p in enumerate(a.premises, 1)
    )
    bearers = [*data["statements"], *data["arguments"]]
    fields = dict.fromkeys(name for source in m.sources for name, _ in source.fields)
    positions = (
        {**issue, "issue": number, "statement": position}
        for number, issue in enumerate(data["issues"], 1)
        for position in issue["positions"]
    )
    return Tables(
        table(data["statements"], (*_STATEMENT, *also), "id"),
        table(data["arguments"], (*_ARGUMENT, *also), "id"),
        table(premises, _PREMISE),
        table(({"id": row["id"], **citation} for row in bearers for citation in row["citations"]), _CITATION),
        table(data["sources"], ("key", *fields, "line", "extra"), "key"),
        table(positions, _POSITION),
        table(data["speakers"], _SPEAKER, "name"),
    )
