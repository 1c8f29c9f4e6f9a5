"""The map in numbers, as the labelling counts it: built once, and evaluated as often as one likes."""

from __future__ import annotations

from argmap.model import Argument, ArgumentMap, Direction, Statement

UNDECIDED, ACCEPTED, REJECTED = range(3)
"""The labels in numbers."""
_LABELS = {"undecided": UNDECIDED, "accepted": ACCEPTED, "rejected": REJECTED}

BARE_WORD = 0.5
"""The weight of a bare assertion without a `confidence`, evidence apart, which has 1."""


class Network:
    """Statements, arguments and issues by their numbers, each in the order of the map.

    With ``weak_reasons`` a bare statement whose word counts, but that is not simply given (it is attacked, or a
    position), has a reason of its own: the weight in ``word``, otherwise 0. ``settled`` holds the label of what is
    assumed or given, None for all else.
    """

    def __init__(self, m: ArgumentMap, weak_reasons: bool) -> None:
        self.map = m
        self.statements = [s.id for s in m.statements]
        self.arguments = [a.id for a in m.arguments]
        self.number = {id: n for n, id in enumerate(self.statements)}
        self.step_number = {id: n for n, id in enumerate(self.arguments)}
        self._read_arguments(m.arguments)
        self._read_issues(m)
        self._read_statements(m, weak_reasons)
        self.share = self._shares()

    def _read_arguments(self, arguments: tuple[Argument, ...]) -> None:
        number, step_number = self.number, self.step_number
        self.premises: list[tuple[int, ...]] = []
        self.uses: list[list[int]] = [[] for _ in self.statements]
        """For each statement the arguments of which it is a premise."""
        self.on: list[list[int]] = [[] for _ in self.statements]
        """For each statement the arguments for and against it."""
        self.cutting: list[list[int]] = [[] for _ in arguments]
        """For each argument its undercutters."""
        self.conclusion: list[int] = []
        self.target: list[int] = []
        """The number of what it concludes or undercuts, -1 where it does the other."""
        self.is_for: list[bool] = []
        self.strength = [1.0 if a.strength is None else a.strength for a in arguments]
        self.weigh = [a.weigh for a in arguments]
        for n, a in enumerate(arguments):
            held = tuple(dict.fromkeys([number[p.statement] for p in a.premises]))
            self.premises.append(held)
            for p in held:
                self.uses[p].append(n)
            self.is_for.append(a.direction is Direction.FOR)
            if a.target is not None:
                self.target.append(step_number[a.target])
                self.conclusion.append(-1)
                self.cutting[self.target[n]].append(n)
            else:
                self.target.append(-1)
                self.conclusion.append(number[a.conclusion or ""])
                self.on[self.conclusion[n]].append(n)

    def _read_issues(self, m: ArgumentMap) -> None:
        self.issues = [tuple([self.number[p] for p in i.positions]) for i in m.issues]
        self.issue_of = [-1] * len(self.statements)
        for n, positions in enumerate(self.issues):
            for p in positions:
                self.issue_of[p] = n
        self.issue_standard = [i.standard or "preponderance" for i in m.issues]

    def _read_statements(self, m: ArgumentMap, weak_reasons: bool) -> None:
        self.standard = [s.standard or "preponderance" for s in m.statements]
        self.possible = {self.number[p.statement] for a in m.arguments if m.is_possibility(a) for p in a.premises}
        self.is_attacked = [not all(self.is_for[a] for a in on) for on in self.on]
        self.settled: list[int | None] = []
        self.given: set[int] = set()
        self.word: list[float] = []
        for n, s in enumerate(m.statements):
            label, word = _LABELS.get(s.assume or ""), 0.0
            on = self.on[n]
            if label is None and n not in self.possible and _word_counts(s, m.given):
                if not on and self.issue_of[n] < 0:
                    label = ACCEPTED
                    self.given.add(n)
                elif weak_reasons and not any(self.is_for[a] for a in on):
                    word = s.confidence if s.confidence is not None else 1.0 if s.kind == "evidence" else BARE_WORD
            self.settled.append(label)
            self.word.append(word)

    def _shares(self) -> list[float]:
        """What a factorized argument counts: its premises, as a share of all those that bear on the matter."""
        share = [1.0] * len(self.premises)
        for n, weigh in enumerate(self.weigh):
            if weigh == "factorized" and self.premises[n] and self.conclusion[n] >= 0:
                share[n] = 0.0  # to be found
        bearing: dict[int, int] = {}
        for n, known in enumerate(share):
            if known:
                continue
            conclusion = self.conclusion[n]
            issue = self.issue_of[conclusion]
            rivals = self.issues[issue] if issue >= 0 else (conclusion,)
            if rivals[0] not in bearing:
                bearing[rivals[0]] = len({p for s in rivals for a in self.on[s] for p in self.premises[a]})
            share[n] = len(self.premises[n]) / bearing[rivals[0]]
        return share

    def depends_on(self) -> dict[int, list[int]]:
        """What each node depends on, in one set of numbers: statements, then arguments, then issues.

        The positions of an issue depend on it and it on them, so that an issue is decided as a whole.
        """
        first, second = len(self.statements), len(self.statements) + len(self.arguments)
        edges: dict[int, list[int]] = {}
        for s, on in enumerate(self.on):
            edges[s] = [first + a for a in on]
            if self.issue_of[s] >= 0:
                edges[s].append(second + self.issue_of[s])
        for a, premises in enumerate(self.premises):
            edges[first + a] = [*premises, *[first + cut for cut in self.cutting[a]]]
        for i, positions in enumerate(self.issues):
            edges[second + i] = list(positions)
        return edges


def _word_counts(s: Statement, given: str) -> bool:
    """Whether the bare word of a statement counts under the map's key `given`."""
    return given == "leaves" or (given == "evidence" and s.kind == "evidence")
