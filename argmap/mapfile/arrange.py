"""A map as a file arranges it: where each statement is written out, in what order, and by which names."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from attrs import evolve

from argmap.mapfile.tree import MAX_DEPTH
from argmap.model import Argument, ArgumentMap, Direction, Premise, Statement
from argmap.naming import NameMaker, step_name
from argmap.problem import MapError, Problem


def arranged(m: ArgumentMap) -> ArgumentMap:
    """The map as it reads when it is written to a file and read again.

    A file is a set of trees. So it lists the statements and arguments of a tree from the top down, those for a
    statement together and those against it; it writes a statement out in one place and refers to it in all others; what
    no tree of ``top`` reaches is a root of its own; what is referred to has an id that somebody wrote; and steps that
    nobody named are numbered in that order. A map that was read from a file comes back as it is.

    Raises `MapError` when a branch is too deep for a file.
    """
    # An `unless` is listed before what bears on the premise beside it, unless the map was read from a file where not.
    usual = _Arrangement(m, as_listed=False).map
    if usual != m and any(a.target for a in m.arguments):
        as_listed = _Arrangement(m, as_listed=True).map
        return as_listed if as_listed == m else usual
    return usual


class _Arrangement:
    """Goes through the trees in the order of a file."""

    def __init__(self, m: ArgumentMap, as_listed: bool) -> None:
        self._m = m
        self._as_listed = as_listed
        self._number = {a.id: number for number, a in enumerate(m.arguments)}
        self._on: dict[str, list[Argument]] = {}
        self._cutting: dict[str, list[Argument]] = {}
        for a in m.arguments:
            if a.target is not None:
                self._cutting.setdefault(a.target, []).append(a)
            elif a.conclusion is not None:
                self._on.setdefault(a.conclusion, []).append(a)
        self._homes = _homes(m)
        self._out: set[str] = set(m.top)
        self._statements: list[str] = []
        self._arguments: list[Argument] = []
        top = list(dict.fromkeys(m.top))
        for root in top:
            self._statement(root, 0)
        for root in (*m.roots, *(s.id for s in m.statements)):
            if root not in self._out:
                self._out.add(root)
                top.append(root)
                self._statement(root, 0)
        self.map = self._named(tuple(top))

    def _statement(self, id: str, depth: int, step: Argument | None = None) -> None:
        """A statement that is written out, with the lists below it; ``step`` is the argument whose item it is."""
        if depth > MAX_DEPTH:
            hint = "make it one of the `top` statements, to which a file refers from elsewhere"
            raise MapError((Problem("too-deep", f"the branch above `{id}` is too deep for a file", hint=hint),))
        self._statements.append(id)
        for argument in self._below(id, step):
            self._argument(argument, depth + 1)

    def _below(self, id: str, step: Argument | None) -> Iterator[Argument]:
        """The arguments under an item, list by list."""
        on = self._on.get(id, [])
        lists = [[a for a in on if a.direction is direction] for direction in (Direction.FOR, Direction.AGAINST)]
        lists.sort(key=lambda found: self._number[found[0].id] if found else 0)
        cutting = self._cutting.get(step.id, []) if step else []
        if cutting:
            lists.insert(0, cutting)
            if self._as_listed:
                lists.sort(key=lambda found: self._number[found[0].id] if found else 0)
        for found in lists:
            yield from found

    def _argument(self, argument: Argument, depth: int) -> None:
        slot = len(self._arguments)
        self._arguments.append(argument)
        premises: list[Premise] = []
        is_beside = False
        for number, premise in enumerate(argument.premises):
            is_ref = premise.statement in self._out or (argument.id, number) not in self._homes[premise.statement]
            premises.append(premise if premise.is_ref is is_ref else evolve(premise, is_ref=is_ref))
            if not is_ref:
                self._out.add(premise.statement)
                is_beside = not needs_group(argument, premises)
                self._statement(premise.statement, depth + 1, argument if is_beside else None)
        if any(new is not old for new, old in zip(premises, argument.premises, strict=True)):
            self._arguments[slot] = evolve(argument, premises=tuple(premises))
        if not is_beside:
            for cutting in self._cutting.get(argument.id, []):
                self._argument(cutting, depth + 1)

    def _named(self, top: tuple[str, ...]) -> ArgumentMap:
        """The map in this order, with the names that reading gives to what has none."""
        m = self._m
        known = {s.id: s for s in m.statements}
        statements = [known[id] for id in self._statements]
        referred = {p.statement for a in self._arguments for p in a.premises if p.is_ref}
        referred |= {p for issue in m.issues for p in issue.positions}
        referred |= {id for ids in m.expect.values() for id in ids}
        referred |= {m.thesis} - set(top[:1])
        statements = [evolve(s, named=True) if s.id in referred and not s.named else s for s in statements]
        steps = [a if a.named or _is_made(a.id) else evolve(a, named=True) for a in self._arguments]
        while True:
            made, names_of_steps = _made(statements, steps)
            wrong = {s.id for s, name in zip(statements, made, strict=True) if s.id != name}
            if not wrong:
                break
            statements = [evolve(s, named=True) if s.id in wrong else s for s in statements]
        new = {a.id: name for a, name in zip(steps, names_of_steps, strict=True)}
        if any(old != name for old, name in new.items()):
            steps = [evolve(a, id=new[a.id], target=a.target and new[a.target]) for a in steps]
        return evolve(m, statements=tuple(statements), arguments=tuple(steps), top=top, is_sound=True)


def needs_group(argument: Argument, premises: Sequence[Premise]) -> bool:
    """Whether an argument from these premises is written with `all`, even when there is but one.

    Beside a single statement that is written out, the keys that statements and steps share are the statement's; and
    what the user adds to a premise stands beside a `ref` inside `all`.
    """
    if len(argument.premises) != 1:
        return True
    a = argument
    is_about_step = bool(a.label or a.by or a.citations or a.implicit or a.tags or a.note or a.url or a.extra)
    return bool(premises[0].extra) or (is_about_step and not premises[0].is_ref)


def _homes(m: ArgumentMap) -> dict[str, Container[tuple[str, int]]]:
    """For each statement the places where it can be written out: those that say so, or any when none does."""
    meant: dict[str, set[tuple[str, int]]] = {s.id: set() for s in m.statements}
    possible: dict[str, set[tuple[str, int]]] = {s.id: set() for s in m.statements}
    for a in m.arguments:
        for number, premise in enumerate(a.premises):
            if not premise.extra:  # which can stand beside a `ref` alone
                possible[premise.statement].add((a.id, number))
                if not premise.is_ref:
                    meant[premise.statement].add((a.id, number))
    return {id: meant[id] or possible[id] for id in meant}


def _is_made(name: str) -> bool:
    """Whether a name is of the kind that reading gives to steps."""
    number = name.removeprefix("step-").rstrip("-")
    return name.startswith("step-") and number.isascii() and number.isdigit()


def _made(statements: list[Statement], steps: list[Argument]) -> tuple[list[str], list[str]]:
    """The name of every statement and of every step after reading; see `Items`."""
    written = {s.id for s in statements if s.named} | {a.id for a in steps if a.named}
    taken: set[str] = set()
    no_step: set[str] = set()
    while True:
        maker = NameMaker(taken)
        names = [s.id if s.named else maker.name(s.text) for s in statements]
        made = {name for name, s in zip(names, statements, strict=True) if not s.named}
        collides = not made.isdisjoint(written) or any(name.startswith("step-") for name in (*written, *made))
        if taken or no_step or not collides:
            break
        taken, no_step = written, written | made
    return names, [a.id if a.named else step_name(n, no_step) for n, a in enumerate(steps, 1)]
