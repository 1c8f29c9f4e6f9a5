"""The abstract framework behind a map: its statements and steps as arguments that attack each other.

An abstract argument is held if and only if none that is held attacks it. In these terms a map says:

- A statement is attacked by each step against it, and by "no reason for it" unless its own word counts (`given`).
  "No reason for it" is attacked by each step for it.
- A step is attacked by each of its undercutters, and by "not P" for each premise P, which P alone attacks. If its
  premises count for themselves (`weigh: convergent` or `cumulative`), it is attacked by "no premise of it" instead,
  which each premise attacks.
- Rival positions attack each other, directly where an issue has two. In a larger issue most are attacked by "a rival
  before P" and "a rival after P" instead, so that attacks do not grow with the square of its size.
- A statement that is assumed is attacked by no more than its assumption: accepted by nothing, rejected by "it is
  assumed rejected", which nothing attacks, undecided by "it is left out", which it attacks in turn.

So a statement is accepted when a reason for it stands and no objection does: one reason is enough, one objection is too
much. The framework grows with the size of the map. The auxiliary arguments have names with spaces, which no statement
or step can have. That independent reasons and the failure of premises need arguments of their own is known from bipolar
frameworks (Cayrol & Lagasquie-Schiex, IJAR 54, 2013) and abstract dialectical frameworks (Brewka & Woltran, KR 2010).
"""

from __future__ import annotations

from argmap.evaluate.framework import Framework
from argmap.evaluate.overlooked import possibilities
from argmap.model import Argument, ArgumentMap, Statement

NOTE = (
    "The framework behind the map has {arguments} abstract arguments and {attacks} attacks. A statement is attacked by "
    "the steps against it, by its rivals and by the lack of a reason, a step by its undercutters and by the failure of "
    "its premises."
)
"""How the reduction is told with a result."""


def framework_of(m: ArgumentMap) -> Framework:
    """The abstract framework behind a map; see this module. Statements and steps keep their ids as names."""
    made = _Making(m)
    for s in m.statements:
        made.statement(s)
    for a in m.arguments:
        made.step(a)
    for issue in m.issues:
        made.rivals(issue.positions, "before")
        made.rivals(issue.positions[::-1], "after")
    return Framework(made.arguments, made.attacks)


class _Making:
    """The arguments and attacks so far."""

    def __init__(self, m: ArgumentMap) -> None:
        self._map = m
        self._given = m.given
        self._possible = set(possibilities(m))
        self._assumed = {s.id for s in m.statements if s.assume is not None}
        self._denied: set[str] = set()
        self.arguments = [s.id for s in m.statements] + [a.id for a in m.arguments]
        self.attacks: list[tuple[str, str]] = []

    def _add(self, name: str, *attackers: str) -> str:
        """An auxiliary argument, with what attacks it."""
        self.arguments.append(name)
        self.attacks += [(attacker, name) for attacker in attackers]
        return name

    def _attack(self, attacker: str, attacked: str) -> None:
        if attacked not in self._assumed:
            self.attacks.append((attacker, attacked))

    def statement(self, s: Statement) -> None:
        """What attacks a statement, rivals apart."""
        if s.assume == "rejected":
            self.attacks.append((self._add(f"{s.id} is assumed rejected"), s.id))
        elif s.assume == "undecided":
            self.attacks.append((self._add(f"{s.id} is left out", s.id), s.id))
        elif s.assume is None:
            reasons = [a.id for a in self._map.arguments_for(s.id)]
            if reasons or not self._counts(s):
                self.attacks.append((self._add(f"no reason for {s.id}", *reasons), s.id))
            self.attacks += [(a.id, s.id) for a in self._map.arguments_against(s.id)]

    def _counts(self, s: Statement) -> bool:
        """Whether a statement stands on its own word when nothing is said for it."""
        if self._given == "leaves":
            return s.id not in self._possible
        return self._given == "evidence" and s.kind == "evidence"

    def step(self, a: Argument) -> None:
        """What attacks a step."""
        premises = dict.fromkeys([p.statement for p in a.premises])
        if premises and a.weigh in ("convergent", "cumulative"):
            self.attacks.append((self._add(f"no premise of {a.id}", *premises), a.id))
        else:
            for premise in premises:
                if premise not in self._denied:
                    self._denied.add(premise)
                    self._add(f"not {premise}", premise)
                self.attacks.append((f"not {premise}", a.id))
        self.attacks += [(u.id, a.id) for u in self._map.undercutters(a.id)]

    def rivals(self, positions: tuple[str, ...], side: str) -> None:
        """Let each position of an issue be attacked by those before it, which ``side`` calls by its place."""
        rival = positions[0]
        for n, position in enumerate(positions[1:], 2):
            self._attack(rival, position)
            if n < len(positions):
                none = self._add(f"no rival {side} {positions[n]}", rival, position)
                rival = self._add(f"a rival {side} {positions[n]}", none)
