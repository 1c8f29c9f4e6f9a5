"""A map as rows of plain values under named columns: one for each statement, argument or citation."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from argmap.model import Argument, Citation, Extra, Source, Statement
from argmap.naming import nearest
from argmap.selection import Findings, View

Cell = str | int | float | bool | tuple[str, ...] | None
"""A value in a table: a text, a number, a truth value, several texts, or nothing."""


class Table(NamedTuple):
    """Rows under named columns; each row has a cell for every column, None where the map states nothing."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def of(self, names: Sequence[str]) -> Table:
        """The columns of these names, in this order. Raises ValueError for one that there is not."""
        for name in names:
            if name not in self.columns:
                near = nearest(name, self.columns)
                said = f"did you mean `{near}`?" if near else f"there are {', '.join(self.columns)}"
                raise ValueError(f"the table has no column `{name}`; {said}")
        places = [self.columns.index(name) for name in names]
        return Table(tuple(names), tuple([tuple([row[n] for n in places]) for row in self.rows]))

    def telling(self) -> Table:
        """The columns in which a row says something."""
        says = [any(row[n] not in (None, (), False) for row in self.rows) for n in range(len(self.columns))]
        return self.of([name for name, says_something in zip(self.columns, says, strict=True) if says_something])


def statements(view: View) -> Table:
    """The statements that are shown, in reading order, under the numbers that outlines give them."""
    depths: dict[str, int] = {}
    for visit in view.map.walk():
        if visit.first and visit.statement is not None:
            depths[visit.statement] = visit.depth
    things = [view.map.statement(id) for id in depths]
    rows = [_Row(n, s, view, depths[s.id]) for n, s in enumerate(things, 1)]
    return _table(
        rows, {**_STATEMENT, **_of_a_part(view), **_of_findings(view.findings), **_own([s.extra for s in things])}
    )


def arguments(view: View) -> Table:
    """The arguments that are shown, in the order in which a reader meets them from the thesis on."""
    met = {v.argument.id: v.argument for v in view.map.walk() if v.argument is not None}
    rows = [_Row(n, a, view) for n, a in enumerate(met.values(), 1)]
    own = _own([_extra(a) for a in met.values()])
    return _table(rows, {**_ARGUMENT, **_of_a_part(view), **_of_findings(view.findings), **own})


def citations(view: View) -> Table:
    """Each citation with what it is cited for: first those of statements, then those of arguments, in reading order."""
    met = {v.argument.id: v.argument for v in view.map.walk() if v.argument is not None}
    things: tuple[Statement | Argument, ...] = (*view.map.reading_order(), *met.values())
    cited = [_Cited(thing, c, view.map.source(c.source)) for thing in things for c in thing.citations]
    rows = [_Row(n, c, view) for n, c in enumerate(cited, 1)]
    return _table(rows, {**_CITATION, **_own([c.citation.extra for c in cited])})


class _Row(NamedTuple):
    """What a row is about, and what has to be known for its cells."""

    number: int
    it: Any
    view: View
    depth: int = 0


class _Cited(NamedTuple):
    """A citation with what it belongs to, and its source."""

    of: Statement | Argument
    citation: Citation
    source: Source


_Columns = Mapping[str, Callable[[_Row], Cell]]


def _table(rows: list[_Row], columns: _Columns) -> Table:
    return Table(tuple(columns), tuple([tuple([cell(row) for cell in columns.values()]) for row in rows]))


_STATEMENT: _Columns = {
    "number": lambda row: row.number,
    "id": lambda row: row.it.id,
    "kind": lambda row: row.it.kind,
    "label": lambda row: row.it.label,
    "text": lambda row: row.it.text,
    "by": lambda row: row.it.by,
    "speaker_reliability": lambda row: _reliability(row),
    "sides": lambda row: tuple(sorted(map(str, row.view.map.sides(row.it.id)))),
    "depth": lambda row: row.depth,
    "reasons": lambda row: len(row.view.whole.arguments_for(row.it.id)),
    "objections": lambda row: len(row.view.whole.arguments_against(row.it.id)),
    "used_in": lambda row: tuple([a.id for a in row.view.whole.arguments_from(row.it.id)]),
    "rivals": lambda row: row.view.whole.rivals(row.it.id),
    "cites": lambda row: _places(row.it),
    "tags": lambda row: row.it.tags,
    "implicit": lambda row: row.it.implicit,
    "confidence": lambda row: row.it.confidence,
    "assume": lambda row: row.it.assume,
    "standard": lambda row: row.it.standard,
    "note": lambda row: row.it.note,
    "url": lambda row: row.it.url,
    "line": lambda row: _line(row.it),
}

_ARGUMENT: _Columns = {
    "number": lambda row: row.number,
    "id": lambda row: row.it.id,
    "direction": lambda row: str(row.it.direction),
    "premises": lambda row: tuple([p.statement for p in row.it.premises]),
    "premise_texts": lambda row: tuple([row.view.map.statement(p.statement).text for p in row.it.premises]),
    "conclusion": lambda row: row.it.conclusion,
    "conclusion_text": lambda row: row.it.conclusion and row.view.map.statement(row.it.conclusion).text,
    "target": lambda row: row.it.target,
    "possible": lambda row: row.view.map.is_possibility(row.it),
    "scheme": lambda row: row.it.scheme,
    "warrant": lambda row: row.it.warrant,
    "qualifier": lambda row: row.it.qualifier,
    "answers": lambda row: row.it.answers,
    "strength": lambda row: row.it.strength,
    "weigh": lambda row: row.it.weigh,
    "roles": lambda row: tuple([p.role or "" for p in row.it.premises]) if any(p.role for p in row.it.premises) else (),
    "undercutters": lambda row: len(row.view.whole.undercutters(row.it.id)),
    "label": lambda row: row.it.label,
    "by": lambda row: row.it.by,
    "speaker_reliability": lambda row: _reliability(row),
    "cites": lambda row: _places(row.it),
    "tags": lambda row: row.it.tags,
    "implicit": lambda row: row.it.implicit,
    "note": lambda row: row.it.note,
    "url": lambda row: row.it.url,
    "line": lambda row: _line(row.it),
}

_CITATION: _Columns = {
    "number": lambda row: row.number,
    "source": lambda row: row.it.citation.source,
    "title": lambda row: row.it.source.title,
    "at": lambda row: row.it.citation.at,
    "quote": lambda row: row.it.citation.quote,
    "before": lambda row: row.it.citation.before,
    "after": lambda row: row.it.citation.after,
    "statement": lambda row: row.it.of.id if isinstance(row.it.of, Statement) else None,
    "argument": lambda row: row.it.of.id if isinstance(row.it.of, Argument) else None,
    "text": lambda row: row.it.of.text if isinstance(row.it.of, Statement) else None,
    "reliability": lambda row: row.it.source.get("reliability"),
    "credibility": lambda row: row.it.citation.credibility,
    "line": lambda row: _line(row.it.citation),
}


def _of_a_part(view: View) -> _Columns:
    """What is said of a place where not the whole map is shown."""
    if not view.is_part:
        return {}
    return {"greyed": lambda row: _is_greyed(row), "more": lambda row: row.view.mark(row.it.id) or None}


def _is_greyed(row: _Row) -> bool:
    return row.view.is_greyed(row.it.id) if isinstance(row.it, Argument) else row.it.id in row.view.greyed


def _of_findings(findings: Findings | None) -> _Columns:
    """What an evaluation says; ``evaluated_strength`` is none that the author gave."""
    if findings is None:
        return {}
    found = {**findings.statements, **findings.arguments}
    return {
        "status": lambda row: found[row.it.id].status,
        "evaluated_strength": lambda row: found[row.it.id].strength if findings.are_graded else None,
        "why": lambda row: found[row.it.id].why or None,
        "semantics": lambda _: findings.semantics,
    }


def _own(extras: list[Extra]) -> _Columns:
    """A column for each key of the author's own, in the order of their first use."""
    return {name: _own_cell(name) for name in dict.fromkeys(name for extra in extras for name, _ in extra)}


def _own_cell(name: str) -> Callable[[_Row], Cell]:
    def cell(row: _Row) -> Cell:
        it = row.it.citation if isinstance(row.it, _Cited) else row.it
        found = [_in_words(value) for key, value in _extra(it) if key == name]
        return tuple(found) if len(found) > 1 else found[0] if found else None

    return cell


def _in_words(value: Any) -> str:
    """A value of the author's own as it is, or as JSON where it is a list or a mapping."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _extra(thing: Statement | Argument | Citation) -> Extra:
    """The author's own keys, those of an argument with those of its premises."""
    below = tuple([pair for p in thing.premises for pair in p.extra]) if isinstance(thing, Argument) else ()
    return below + thing.extra


def _places(thing: Statement | Argument) -> tuple[str, ...]:
    return tuple([f"{c.source}, {c.at}" if c.at else c.source for c in thing.citations])


def _reliability(row: _Row) -> str | None:
    """How far who asserts it can be relied on."""
    speaker = row.view.map.speaker(row.it.by)
    return speaker.reliability if speaker else None


def _line(thing: Statement | Argument | Citation) -> int | None:
    return thing.span.line if thing.span else None
