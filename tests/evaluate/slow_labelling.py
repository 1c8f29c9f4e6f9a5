"""The labelling once more, word for word from its definitions: slow, obvious, and in any order."""

from __future__ import annotations

import random
from collections.abc import Sequence

from argmap.model import Argument, ArgumentMap

CLOSE = 1e-9


class SlowLabelling:
    """Labels by id in `labels`, and the statements that are tied in `tied`."""

    def __init__(self, m: ArgumentMap, standing: bool, seed: int = 0) -> None:
        self.m, self.standing = m, standing
        self.labels = {s.id: "undecided" for s in m.statements}
        self.settled: set[str] = set()
        self.tied: set[str] = set()
        self.done: set[int] = set()
        self.start()
        order = [*self.labels, *range(len(m.issues))]
        random.Random(seed).shuffle(order)
        while self.changes_something(order):
            pass

    # ---- the start

    def possible(self, s: str) -> bool:
        return any(self.m.is_possibility(a) and a.premises[0].statement == s for a in self.m.arguments)

    def word_counts(self, s: str) -> bool:
        statement = self.m.statement(s)
        if self.m.arguments_for(s) or statement.assume or self.possible(s):
            return False
        return self.m.given == "leaves" or (self.m.given == "evidence" and statement.kind == "evidence")

    def start(self) -> None:
        positions = {p for i in self.m.issues for p in i.positions}
        for s in self.m.statements:
            if s.assume:
                self.labels[s.id] = s.assume
                self.settled.add(s.id)
            elif self.word_counts(s.id) and not self.m.arguments_against(s.id) and s.id not in positions:
                self.labels[s.id] = "accepted"
                self.settled.add(s.id)
        for issue in self.m.issues:
            if any(p in self.settled and self.labels[p] == "accepted" for p in issue.positions):
                for p in issue.positions:
                    if p not in self.settled:
                        self.labels[p] = "rejected"

    # ---- relative to the labels

    def undercut(self, a: Argument) -> str:
        """Whether an argument is undercut; undercutters are never in a ring of their own."""
        cuts = [(self.applicable(cut), self.weight(cut)) for cut in self.m.undercutters(a.id)]
        if any(applicable and weight > CLOSE for applicable, weight in cuts):
            return "accepted"
        return "rejected" if all(applicable for applicable, _ in cuts) else "undecided"

    def applicable(self, a: Argument) -> bool:
        undercut = self.undercut(a)
        if undercut == "rejected":
            return all(self.labels[p.statement] != "undecided" for p in a.premises)
        return undercut == "accepted"

    def weight(self, a: Argument) -> float:
        if self.undercut(a) == "accepted" or not self.applicable(a):
            return 0
        return (1 if a.strength is None else a.strength) * self.weigh(a)

    def weigh(self, a: Argument) -> float:
        premises = {p.statement for p in a.premises}
        accepted = {p for p in premises if self.labels[p] == "accepted"}
        if not premises:
            return 1
        if a.weigh == "linked":
            return 1 if accepted == premises else 0
        if a.weigh == "convergent":
            return 1 if accepted else 0
        if a.weigh == "cumulative":
            return len(accepted) / len(premises)
        if accepted != premises:
            return 0
        return len(premises) / len({p.statement for b in self.bearing_with(a) for p in b.premises})

    def bearing_with(self, a: Argument) -> Sequence[Argument]:
        if a.conclusion is None:
            return [a]
        return [b for s in (a.conclusion, *self.m.rivals(a.conclusion)) for b in self.m.arguments_on(s)]

    def weak_reason(self, s: str) -> float:
        if not self.standing or s in self.settled or not self.word_counts(s):
            return 0
        statement = self.m.statement(s)
        if statement.confidence is not None:
            return statement.confidence
        return 1 if statement.kind == "evidence" else 0.5

    def strength(self, s: str) -> float:
        return max([self.weight(a) for a in self.m.arguments_for(s)] + [self.weak_reason(s)])

    def beats(self, x: float, y: float, standard: str | None) -> bool:
        if x <= y + CLOSE:
            return False
        if standard in (None, "preponderance"):
            return True
        return x - y > 0.5 + CLOSE and (standard == "clear-and-convincing" or y < 0.3 - CLOSE)

    def holds(self, s: str) -> bool:
        objection = max([self.weight(a) for a in self.m.arguments_against(s)], default=0)
        return self.strength(s) > CLOSE and self.beats(self.strength(s), objection, self.m.statement(s).standard)

    # ---- until nothing changes

    def changes_something(self, order: Sequence[str | int]) -> bool:
        return any(self.resolve(n) if isinstance(n, int) else self.decide(n) for n in order)

    def label(self, s: str, label: str) -> bool:
        if s in self.settled or self.labels[s] != "undecided":
            return False
        self.labels[s] = label
        return True

    def decide(self, s: str) -> bool:
        for_it, against_it = self.m.arguments_for(s), self.m.arguments_against(s)
        if all(map(self.applicable, for_it)) and self.strength(s) <= CLOSE:
            return self.label(s, "rejected")
        if self.m.rivals(s):
            return False
        is_plain = not against_it and self.m.statement(s).standard in (None, "preponderance")
        if is_plain and self.strength(s) > CLOSE:
            return self.label(s, "accepted")
        if all(map(self.applicable, (*for_it, *against_it))):
            return self.label(s, "accepted" if self.holds(s) else "rejected")
        return False

    def resolve(self, number: int) -> bool:
        issue = self.m.issues[number]
        fixed = {p: self.labels[p] for p in issue.positions if p in self.settled}
        weighed = [p for p in issue.positions if fixed.get(p, "undecided") == "undecided"]
        if number in self.done or "accepted" in fixed.values():
            return False
        if not all(self.applicable(a) for p in weighed for a in self.m.arguments_on(p)):
            return False
        self.done.add(number)
        strength = {p: self.strength(p) if p in weighed and self.holds(p) else 0.0 for p in issue.positions}
        greatest = max(strength.values())
        leaders = {p for p, x in strength.items() if greatest - x <= CLOSE}
        if self.standing and greatest > CLOSE and len(leaders) > 1:
            self.tied |= leaders & {p for p in weighed if p not in self.settled}
            return sum(self.label(p, "rejected") for p in issue.positions if p not in leaders) > 0
        winners = {
            p
            for p in leaders
            if greatest > CLOSE and all(self.beats(greatest, x, issue.standard) for q, x in strength.items() if q != p)
        }
        return sum(self.label(p, "accepted" if p in winners else "rejected") for p in issue.positions) > 0
