"""An evaluation as a text to be read: the thesis first, then what it hangs on."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from argmap.evaluate.carries import Carriers, Removal
from argmap.evaluate.explain import Teller, lines
from argmap.evaluate.objections import Objection
from argmap.evaluate.summary import Summary
from argmap.evaluate.verdicts import Evaluation, Status
from argmap.evaluate.words import capital, number, quoted
from argmap.report.wording import harmless

_COLUMNS = 100
_LEAST = 40
_MOST = 10
"""How many things of a kind are listed, unless all are asked for."""


def to_text(s: Summary, whole_table: bool = False) -> str:
    """The report; ``whole_table`` adds what the thesis becomes without each statement and each step."""
    title = harmless(" ".join(s.map.title.split()))
    blocks = [[title, "=" * min(len(title), _COLUMNS)], *_head(s)]
    blocks += [block for block in _sections(s, whole_table) if len(block) > 1]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def explanations(evaluation: Evaluation, ids: Iterable[str], depth: int) -> str:
    """The explanations of some statements or steps, each with what it rests on."""
    blocks = []
    for id in ids:
        block: list[str] = []
        for line in lines(evaluation, id, depth):
            indent = "  " * line.depth
            block += _wrapped(line.words, f"{indent}- " if line.depth else "", f"{indent}  ")
        blocks.append("\n".join(block) + "\n")
    return "\n".join(blocks)


def _wrapped(text: str, first: str = "", following: str = "") -> list[str]:
    room = max(_COLUMNS, len(following) + _LEAST)
    return textwrap.wrap(
        harmless(text),
        room,
        initial_indent=first,
        subsequent_indent=following,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _item(text: str) -> list[str]:
    return _wrapped(text, "  - ", "    ")


# ---- the head: by what was evaluated, and the thesis


_SETTINGS = {
    "confidence": "confidence {:g} unless given",
    "step": "circles followed in steps of {:g}",
    "tolerance": "until they change by {:g} at most",
    "steps": "or for {:,} steps",
}
"""Parameters in words; others are told by their names."""


def _head(s: Summary) -> Iterator[list[str]]:
    e = s.evaluation
    settings = ", ".join(_SETTINGS.get(name, f"{name}: {{}}").format(value) for name, value in e.parameters.items())
    block = _wrapped(f"Evaluated under the semantics {e.semantics}{f' ({settings})' if settings else ''}.")
    if s.before is not None:
        block += _wrapped(f"Supposed: {_supposed(s)}.")
    if not e.converged:
        block += _wrapped(f"It did not settle; strengths are still off by {e.residual:.2g}.")
    for note in e.notes:
        block += _wrapped(note)
    yield block
    if s.map.thesis:
        yield _thesis(s)


def _supposed(s: Summary) -> str:
    said = [f"{_called(s, id)} left out" for id in s.evaluation.without]
    said += [f"{_called(s, id)} {label}" for id, label in s.evaluation.assume.items()]
    return ", ".join(said)


def _called(s: Summary, id: str) -> str:
    """A statement or a step in words."""
    if id in s.evaluation.statements:
        return quoted(s.map.statement(id))
    return Teller(s.evaluation).step(id)


_STANDS = {
    Status.ACCEPTED: "The thesis stands.",
    Status.REJECTED: "The thesis does not stand.",
    Status.UNDECIDED: "The thesis is left undecided.",
}


def _thesis(s: Summary) -> list[str]:
    v = s.evaluation.statements[s.map.thesis]
    verdict = _STANDS[v.status] if v.status else f"The thesis has the strength {number(v.strength)}."
    before = s.before.statements[s.map.thesis] if s.before else None
    if before is not None:
        same = before.status is v.status and (v.status or before.strength == v.strength)
        was = before.status or number(before.strength)
        verdict += " As in the map as it is written." if same else f" In the map as it is written: {was}."
    statement = s.map.statement(s.map.thesis)
    text = [] if statement.label is None else _wrapped(statement.text, "  ", "  ")
    return [*_wrapped(verdict), *text, *_wrapped(Teller(s.evaluation).sentence(statement.id), "  ", "  ")]


# ---- the sections


def _sections(s: Summary, whole_table: bool) -> Iterator[list[str]]:
    for issue in s.map.issues:
        teller = Teller(s.evaluation)
        question = " ".join((issue.question or "Which of these?").split())
        yield [*_wrapped(question), *_listed(_position(s, p, teller) for p in issue.positions)]
    yield ["Objections that stand", *_listed(_objection(s, o) for o in _strongest_first(s))]
    if s.carriers is not None:
        yield from _carriers(s, s.carriers, whole_table)
    elif s.map.thesis:
        yield ["What carries the thesis", *_item("The map is large, or hard to search; --what-if looks for this.")]
    yield ["Ties, and what would settle them", *_listed(_ties(s))]
    standing = "" if s.evaluation.semantics == "standing" else ", which are of the semantics standing"
    yield [f"Expectations{standing}", *_listed(_expectations(s), most=len(s.expected))]


def _listed(items: Iterable[str], most: int = _MOST) -> list[str]:
    """Each on lines of its own, or the first of them and how many more there are."""
    told = list(items)
    shown = told if len(told) <= most + 1 else told[:most]
    found = [line for item in shown for line in _item(item)]
    return found if len(shown) == len(told) else [*found, f"  … and {len(told) - len(shown)} more"]


def _position(s: Summary, id: str, teller: Teller) -> str:
    if id != s.map.thesis:
        return teller.sentence(id)
    v = s.evaluation.statements[id]
    return f"{quoted(s.map.statement(id))}: {v.status or number(v.strength)}, as told above."


def _strongest_first(s: Summary) -> list[Objection]:
    """The objections in the order of the map; by their strengths where a semantics gives nothing else."""
    verdicts = s.evaluation.arguments
    return sorted(s.unanswered, key=lambda o: 0 if (v := verdicts[o.argument.id]).status else -(v.strength or 0))


def _objection(s: Summary, o: Objection) -> str:
    what = capital(Teller(s.evaluation).objection(o.argument))
    v = s.evaluation.arguments[o.argument.id]
    weight = f" ({number(v.strength)})" if v.strength not in (1, None) else ""
    if o.argument.target is not None:
        against = Teller(s.evaluation).step_to(o.against)
    else:
        verdict = s.evaluation.statements[o.against].status
        against = f"{quoted(s.map.statement(o.against))}{f', which is {verdict}' if verdict else ''}"
    answer = Teller(s.evaluation).answers([o.argument], "it").removeprefix(", and ") or "nobody answers it"
    return f"{what}{weight}, against {against}: {answer}."


def _carriers(s: Summary, c: Carriers, whole_table: bool) -> Iterator[list[str]]:
    bearing = c.bearing
    is_gradual = c.status is None
    if is_gradual:
        bearing = tuple(sorted(bearing, key=lambda r: -abs((r.strength or 0) - (c.strength or 0))))
    told = [_removal(s, r) for r in _plain(s, bearing)]
    block = ["What carries the thesis", *_listed(told)]
    if not bearing:
        count = sum(not r.is_step for r in c.removals)
        block += _item(
            f"No single one: of the {count} statements and {len(c.removals) - count} steps that it depends on, it "
            "outlives each."
            if c.removals
            else "It depends on nothing in the map."
        )
    if not is_gradual:
        block += _sets(s, c)
    hidden = [s.map.statement(id) for id in c.implicit]
    if hidden:
        names = ", ".join(map(quoted, hidden))
        block += _item(f"Implicit, and so said by nobody, is among what it depends on: {names}.")
    yield block
    yield ["Open possibilities, which nobody asserts", *_listed(_possibilities(s, c))]
    if whole_table:
        rows = [_row(s, r) for r in c.removals]
        yield ["The thesis without each statement and each step (* where that makes a difference)", *rows]


def _plain(s: Summary, removals: Sequence[Removal]) -> list[Removal]:
    """The removals without the steps that fall with a statement that is among them."""
    among = {r.id for r in removals if not r.is_step}
    return [
        r for r in removals if not r.is_step or not any(p.statement in among for p in s.map.argument(r.id).premises)
    ]


def _becomes(r: Removal, c: Carriers) -> str:
    if r.strength is not None and c.strength is not None:
        return f"{number(r.strength)} ({r.strength - c.strength:+.3f})"
    return str(r.status or "unknown")


def _removal(s: Summary, r: Removal) -> str:
    assert s.carriers is not None
    return f"Without {_called(s, r.id)} ({r.id}) the thesis is {_becomes(r, s.carriers)}."


def _row(s: Summary, r: Removal) -> str:
    assert s.carriers is not None
    what = Teller(s.evaluation).step_to(r.id) if r.is_step else quoted(s.map.statement(r.id))
    changed = "*" if s.carriers.is_bearing(r) else " "
    row = harmless(f"  {changed} {_becomes(r, s.carriers):<15} {r.id}  {what}")
    return row if len(row) <= _COLUMNS else f"{row[: _COLUMNS - 1]}…"


def _sets(s: Summary, c: Carriers) -> list[str]:
    """The smallest sets of leaves, where they are larger than one."""
    if c.sets and len(c.sets[0].leaves) == 1:
        return []
    if not c.searched:  # only the labellings search for them
        return []
    if not c.sets:
        size = "No single leaf changes" if c.searched == 1 else f"No {_NUMBERS[c.searched]} leaves together change"
        return _item(f"{size} its status by falling.") if c.removals else []
    told = [f"{' and '.join(quoted(s.map.statement(id)) for id in x.leaves)}: {x.status}." for x in c.sets]
    found = _item(f"No single leaf carries it, but these {_NUMBERS[len(c.sets[0].leaves)]} together do; without them:")
    for words in told[:_MOST]:
        found += _wrapped(words, "      ", "        ")
    return found if len(told) <= _MOST else [*found, f"      … and {len(told) - _MOST} more"]


_NUMBERS = {2: "two", 3: "three"}


def _possibilities(s: Summary, c: Carriers) -> Iterator[str]:
    known = dict(c.possibilities)
    for id in s.possibilities:
        title = quoted(s.map.statement(id))
        if id not in known:
            yield f"{title}: it would make no difference to the thesis."
        elif known[id] is None:
            yield f"{title}."
        elif known[id] is c.status:
            yield f"{title}: if it were so, the thesis would still be {c.status}."
        else:
            yield f"{title}: if it were so, the thesis would be {known[id]}."


def _ties(s: Summary) -> Iterator[str]:
    for issue, tied in s.tied:
        titles = " and ".join(quoted(s.map.statement(p)) for p in tied)
        weight = number(s.evaluation.statements[tied[0]].strength)
        question = f" ({' '.join(issue.question.split())})" if issue.question else ""
        yield (
            f"{titles} are tied at {weight}{question}. A `strength` on their steps, or an objection to one of them, "
            "would settle it."
        )
    for id in s.contested:
        v = s.evaluation.statements[id]
        yield (
            f"{quoted(s.map.statement(id))} falls because as much ({number(v.strength)}) speaks against it as for it. "
            "An answer to the objection, or a `strength` on both sides, would settle it."
        )


def _expectations(s: Summary) -> Iterator[str]:
    for e in s.expected:
        title = quoted(s.map.statement(e.statement))
        if e.is_met:
            yield f"Met: {title} is {e.expected}."
        else:
            yield f"Not met: {title} is expected to be {e.expected}; it is {e.words}."
