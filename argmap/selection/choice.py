"""Which statements and arguments are shown: pure, linear, safe on rings.

The rules, of which every wish is a case:

- What is asked for is shown; what leads up to it is shown greyed; all else is left out and counted. Asked for is what
  can be reached from the roots, or from the focus, within the depth, and is wanted by side, tags and kind. The focus,
  or the thesis where there is none, is always asked for.
- What leads up to a statement is a shortest way: arguments with their conclusions, and with all of their premises,
  since premises that work together say nothing alone.
- What is asked for is also shown wherever else it is a premise below something that is shown.
- A hidden kind is not shown at all, unless it is the focus or leads up to it. An argument of which a premise is hidden
  has a mark that says so; one of which all are hidden is hidden, too, with everything that hangs on it alone. What can
  still be reached by another way is shown there.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from attrs import evolve

from argmap.model import Argument, ArgumentMap
from argmap.selection.counting import marks
from argmap.selection.view import View
from argmap.selection.wishes import Selection


def select(m: ArgumentMap, selection: Selection | None = None) -> View:
    """What is shown of a map. Raises ValueError for a name or a tag that it does not have."""
    selection = selection or Selection()
    selection.check(m)
    if selection in (Selection(), Selection(links="lines")):
        return View(m, m, links=selection.links)
    above, begin, first = _start(m, selection.focus)
    heart = {m.thesis} if selection.focus is None else set(begin)
    always = heart | set(_on_the_way(above, begin, first))

    def may_show(id: str) -> bool:
        return id in always or not selection.hides(m.statement(id))

    reached = _reach(m, [s for s in begin if may_show(s)], first, may_show, selection.depth)
    asked = {s for s in reached.by if s in heart or selection.wants(m, m.statement(s))}
    shown, steps = _closed(m, reached, asked, above, first, heart & reached.by.keys(), may_show)
    if selection.links == "none":
        steps = _without_references(m, shown, steps, {a.id for a in (*above, *first)})
    return part(m, shown, steps, shown - asked, selection)


def part(
    m: ArgumentMap,
    shown: Collection[str],
    steps: Iterable[Argument],
    greyed: Iterable[str] = (),
    selection: Selection | None = None,
    top: Sequence[str] = (),
) -> View:
    """The view of some statements and of some of the arguments between them, premises that are not shown left out.

    ``top`` names the roots; those of the map that are shown, unless given.
    """
    trimmed = [evolve(a, premises=tuple(p for p in a.premises if p.statement in shown)) for a in steps]
    roots = tuple(top) or tuple(dict.fromkeys(s for s in (*m.roots, *m.top) if s in shown))
    found = m.part(shown, trimmed, roots)
    by_id, elsewhere = marks(m, found)
    return View(m, found, frozenset(greyed), by_id, elsewhere, selection, selection.links if selection else "chips")


class _Reached(NamedTuple):
    """What was reached: each statement with the argument that led there first (None for a start), and arguments."""

    by: dict[str, Argument | None]
    arguments: dict[str, Argument]


def _reach(
    m: ArgumentMap,
    statements: Iterable[str],
    arguments: Iterable[Argument] = (),
    may_show: Callable[[str], bool] = lambda _: True,
    depth: int | None = None,
) -> _Reached:
    """All that is reached from statements, and from arguments whose premises are no step away, nearest first.

    Steps are counted as by `argmap.graph.descendants`.
    """
    by: dict[str, Argument | None] = dict.fromkeys(statements)
    found: dict[str, Argument] = {}
    level, current = 0, list(arguments)
    below = [a for s in by for a in m.arguments_on(s)]
    while (current or below) and (depth is None or level <= depth):
        for argument in current:
            held = [p.statement for p in argument.premises if may_show(p.statement)]
            if argument.premises and not held:
                continue
            found[argument.id] = argument
            below += m.undercutters(argument.id)
            for statement in held:
                if statement not in by:
                    by[statement] = argument
                    below += m.arguments_on(statement)
        level, current, below = level + 1, [a for a in below if a.id not in found], []
    return _Reached(by, found)


def _start(m: ArgumentMap, focus: str | None) -> tuple[list[Argument], list[str], list[Argument]]:
    """Where looking begins: the arguments that lead up from the focus, the statements, and the arguments."""
    if focus is None:
        return [], list(m.roots), []
    whole = _reach(m, m.roots)
    if focus in whole.by:
        return list(_way(m, whole, whole.by[focus])), [focus], []
    argument = m.argument(focus)
    _, *above = _way(m, whole, argument)
    return above, [p.statement for p in argument.premises], [argument]


def _way(m: ArgumentMap, reached: _Reached, argument: Argument | None) -> Iterator[Argument]:
    """An argument, and those by which it was reached, up to a start."""
    while argument is not None:
        yield argument
        argument = m.argument(argument.target) if argument.target else reached.by.get(argument.conclusion or "")


def _on_the_way(above: Sequence[Argument], begin: Sequence[str], first: Sequence[Argument]) -> Iterator[str]:
    """The statements over which a way leads up: conclusions, and the premises of steps that are broken on it."""
    below = set(begin)
    for argument in (*first, *above):
        held = [p.statement for p in argument.premises]
        if argument.conclusion:
            yield argument.conclusion
        if below.isdisjoint(held):  # the way comes from what breaks this step
            yield from held
        below = {argument.conclusion} if argument.conclusion else set()


def _closed(
    m: ArgumentMap,
    reached: _Reached,
    asked: Collection[str],
    above: Iterable[Argument],
    first: Iterable[Argument],
    starts: Iterable[str],
    may_show: Callable[[str], bool],
) -> tuple[set[str], list[Argument]]:
    """What is asked for with all that leads there: statements, and arguments in the order of the map."""
    asking = {a.id for a in first}
    for a in reached.arguments.values():  # one that is broken comes before what breaks it
        unfounded = a.conclusion in asked if a.target is None else a.target in asking
        if any(p.statement in asked for p in a.premises) or (not a.premises and unfounded):
            asking.add(a.id)
    todo = [*above, *first]
    climbed: set[str] = set()
    for statement in asked:
        for argument in _way(m, reached, reached.by[statement]):
            if argument.id in climbed:
                break
            climbed.add(argument.id)
            todo.append(argument)
    shown: set[str] = set()
    steps: set[str] = set()
    statements = [*starts, *asked]
    while todo or statements:
        if todo:
            argument = todo.pop()
            if argument.id not in steps:
                steps.add(argument.id)
                statements += [p.statement for p in argument.premises if may_show(p.statement)]
                statements += [argument.conclusion] if argument.conclusion else []
                todo += [m.argument(argument.target)] if argument.target else []
                todo += [cut for cut in m.undercutters(argument.id) if cut.id in asking]
        elif (statement := statements.pop()) not in shown:
            shown.add(statement)
            todo += [a for a in m.arguments_on(statement) if a.id in asking]
    return shown, [a for a in m.arguments if a.id in steps]


def _without_references(
    m: ArgumentMap, shown: Collection[str], steps: list[Argument], kept: Iterable[str]
) -> list[Argument]:
    """The arguments without those that hold nothing but references to statements that are shown elsewhere.

    References that work together with a premise stay, and arguments of which another hangs: they cannot go alone. So do
    the focus and what leads to it, whose ids are given.
    """
    found = part(m, shown, steps).map
    held = set(kept)
    order: dict[str, Argument] = {}
    for visit in found.walk():
        if visit.argument is not None:
            order[visit.argument.id] = visit.argument
            if visit.first:
                held.add(visit.argument.id)
    for argument in reversed(order.values()):  # what breaks a step before the step itself
        if argument.id in held and argument.target:
            held.add(argument.target)
    return [a for a in steps if a.id in held]
