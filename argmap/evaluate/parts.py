"""A part of an abstract framework in clauses: its complete labellings, and those of them that a semantics asks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from argmap.evaluate.clauses import Solver
from argmap.evaluate.framework import Extension, Framework


class Part:
    """Arguments that the grounded labelling leaves open and that no other open one attacks or is attacked by.

    For the argument at place n (from 1 on) the variable n says that it is in, and the variable n + the number of
    arguments that it is out. Attackers that are no members are out by the grounded labelling and count for nothing.
    """

    def __init__(self, framework: Framework, members: Sequence[str], solver: Solver) -> None:
        self._members = members
        self._solver = solver
        self._size = self._last = len(members)
        number = {a: n for n, a in enumerate(members, 1)}
        self._all = frozenset(number.values())
        self._attackers = {n: [number[b] for b in framework.attackers(a) if b in number] for a, n in number.items()}
        self._attacked: dict[int, list[int]] = {n: [] for n in number.values()}
        for n, attackers in self._attackers.items():
            for attacker in attackers:
                self._attacked[attacker].append(n)
            self._constrain(n, attackers)

    def _constrain(self, n: int, attackers: Sequence[int]) -> None:
        """Say of an argument that it is in if and only if all attackers are out, and out if and only if one is in."""
        size, add = self._size, self._solver.add
        self._last = 2 * size
        add([-n, -n - size])
        for attacker in attackers:
            add([-n, attacker + size])
            add([-attacker, n + size])
        add([n, *(-attacker - size for attacker in attackers)])
        add([-n - size, *attackers])

    def acceptance(self, semantics: str) -> tuple[Extension, Extension, Extension] | None:
        """What is in in all extensions, out in all, and in in at least one; None without an extension."""
        if semantics == "complete":
            return frozenset(), frozenset(), self._named(self._ever())
        if semantics == "ideal":
            inside = self._ideal()
            return self._named(inside), self._named(self._out(inside)), self._named(inside)
        found = self._in_common(semantics)
        return found and (self._named(found[0]), self._named(found[1]), self._named(found[2]))

    def some_extensions(self, semantics: str, most: int) -> list[Extension]:
        """All extensions, or as many as is said."""
        if semantics == "ideal":
            return [self._named(self._ideal())]
        if semantics == "stable":
            self._leave_none_open()
        found: list[Extension] = []
        while len(found) < most and (inside := self._model()) is not None:
            if semantics == "preferred":
                inside = self._grown(inside)
            found.append(self._named(inside))
            # None of the preferred and none of the stable extensions is part of another.
            rest = self._all - inside
            self._solver.add([*rest, *(-n for n in inside)] if semantics == "complete" else rest)
        return found

    def _in_common(self, semantics: str) -> tuple[frozenset[int], frozenset[int], frozenset[int]] | None:
        """As `acceptance`, for preferred and stable: what is looked for differs from all that was found in common."""
        if semantics == "stable":
            self._leave_none_open()
        always, never, ever = self._all, self._all, frozenset[int]()
        inside, is_all_seen = self._model(), False
        if inside is None:
            return None
        while inside is not None:
            if semantics == "preferred":
                inside = self._grown(inside)
                self._solver.add(self._all - inside)  # it and what is part of it need not be found again
            always, never, ever = always & inside, never & self._out(inside), ever | inside
            # What a complete extension holds, a preferred one holds; what it leaves open may be closed in larger ones.
            # So the first question never leads to what was known, and comes first.
            inside = None if is_all_seen else self._model(self._all - ever)
            if inside is None:
                is_all_seen = True
                inside = self._model([*(-n for n in always), *(-n - self._size for n in never)])
        return always, never, ever

    def _ever(self) -> frozenset[int]:
        """What is in in at least one complete extension, and so in a preferred one."""
        ever = frozenset[int]()
        while (inside := self._model(self._all - ever)) is not None:
            ever |= inside
        return ever

    def _ideal(self) -> frozenset[int]:
        """The greatest admissible set that no admissible set attacks: Dung, Mancarella & Toni, AIJ 171, 2007."""
        ever = self._ever()
        inside = {n for n in ever if ever.isdisjoint(self._attackers[n])}
        while True:
            out = self._out(inside)
            defended = {n for n in inside if out.issuperset(self._attackers[n])}
            if defended == inside:
                return frozenset(inside)
            inside = defended

    def _leave_none_open(self) -> None:
        for n in self._all:
            self._solver.add([n, n + self._size])

    def _grown(self, inside: frozenset[int]) -> frozenset[int]:
        """A preferred extension that a complete one is part of; from each step on the way is learned."""
        while (larger := self._model(self._all - inside, inside)) is not None:
            self._learn(inside, larger)
            inside = larger
        return inside

    def _learn(self, inside: frozenset[int], larger: frozenset[int]) -> None:
        """Say of all preferred extensions what kept one that is no such extension from being one.

        It could have taken in a set D, since each attacker of D was out or attacked by D, and none was in. Whenever
        this is so of a preferred extension, it has D in it: together they are admissible, and it is maximal.
        """
        out = self._out(inside)
        seed = min(larger - inside)
        # D: the seed, and against each attacker that is not out, one of the larger extension that attacks it.
        added, answered = [seed], set[int]()
        attackers: dict[int, None] = {}
        for member in added:  # grows while it is gone through
            answered.update(self._attacked[member])
            for attacker in self._attackers[member]:
                attackers[attacker] = None
                if attacker not in out and attacker not in answered:
                    answer = next(n for n in self._attackers[attacker] if n in larger)
                    answered.update(self._attacked[answer])
                    added.append(answer)
        self._solver.add([seed, *(n if n in answered else -n - self._size for n in attackers)])

    def _model(self, one_of: Iterable[int] | None = None, held: Iterable[int] = ()) -> frozenset[int] | None:
        """A complete extension that holds some arguments and, if literals are given, for which one of them is true."""
        if one_of is None:
            true = self._solver.solve(sorted(held))
        else:
            # The clause is for this question alone: it is bound to a variable that is denied afterwards.
            self._last += 1
            self._solver.add([-self._last, *sorted(one_of)])
            true = self._solver.solve([self._last, *sorted(held)])
            self._solver.add([-self._last])
        return None if true is None else self._all & true

    def _out(self, inside: Iterable[int]) -> frozenset[int]:
        """What an extension attacks."""
        return frozenset(n for held in inside for n in self._attacked[held])

    def _named(self, numbers: Iterable[int]) -> Extension:
        return frozenset(self._members[n - 1] for n in numbers)
