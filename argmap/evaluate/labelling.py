"""Accepted, rejected or undecided: the labelling of Carneades, strict or with ties left open.

Statements are settled by what is assumed and given, and then by weighing the arguments for and against them, until
nothing changes; what remains is undecided. Every argument and every statement is looked at only when something that it
depends on has changed, by counters and a list of what is to be done, so that the work is linear in the size of the map
and the result does not depend on the order.

Gordon & Walton, "Formalizing balancing arguments", COMMA 2016; proof standards after Gordon, Prakken & Walton, AIJ 171,
2007.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from argmap.evaluate.network import ACCEPTED, REJECTED, UNDECIDED, Network
from argmap.evaluate.standards import EQUAL, beats

if TYPE_CHECKING:
    from argmap.evaluate.verdicts import Evaluation
    from argmap.model import ArgumentMap

WAITS = -1.0
"""The weight of an argument that is not applicable yet."""


class Labelling:
    """The labels of a network, all found when it is made.

    ``label`` and ``tied`` are by statement; ``weight`` (`WAITS` when not applicable) and ``is_cut`` by argument;
    ``pro`` and ``con`` are the greatest weights for and against a statement so far. With ``keeps_ties`` positions of
    an issue that share the greatest strength stay undecided.
    """

    def __init__(self, network: Network, keeps_ties: bool) -> None:
        self.network = network
        self.keeps_ties = keeps_ties
        self.settled = list(network.settled)
        self.broken: set[int] = set()
        """Arguments that count as undercut, whatever the map says: for trying out what they carry."""
        number, steps = len(network.statements), len(network.arguments)
        self.label = [UNDECIDED] * number
        self.tied = [False] * number
        self.pro = [0.0] * number
        self.con = [0.0] * number
        self.weight = [WAITS] * steps
        self.is_cut = [False] * steps
        self._open_pro = [0] * number
        self._open_con = [0] * number
        self._here = [False] * number
        self._open_premises = [0] * steps
        self._accepted_premises = [0] * steps
        self._open_cuts = [0] * steps
        self._steps_here = [False] * steps
        self._open_of_issue = [0] * len(network.issues)
        self.settle(range(number), range(steps), range(len(network.issues)))

    def settle(self, statements: Iterable[int], arguments: Iterable[int], issues: Iterable[int]) -> None:
        """Find the labels of a part anew, while all else stays as it is.

        The part must hold whole issues, and whatever it depends on must be in it or be right already.
        """
        statements, arguments, issues = list(statements), list(arguments), list(issues)
        for s in statements:
            self._here[s], self.tied[s] = True, False
            self.label[s] = self.settled[s] or UNDECIDED
        for a in arguments:
            self._steps_here[a], self.weight[a] = True, WAITS
        for i in issues:
            self._shut(i)
        ready = [a for a in arguments if self._count_argument(a)]
        for s in statements:
            self._count_statement(s)
        for i in issues:
            waited = [p for p in self.network.issues[i] if self.is_weighed(p)]
            self._open_of_issue[i] = sum([self._open_pro[p] + self._open_con[p] for p in waited])
        for i in issues:
            if not self._open_of_issue[i]:
                self._resolve(i, ready)
        for s in statements:
            self._consider(s, ready)
        while ready:
            self._fire(ready.pop(), ready)
        for s in statements:
            self._here[s] = False
        for a in arguments:
            self._steps_here[a] = False

    def settle_statement(self, s: int) -> None:
        """As `settle`, for a statement that is no position."""
        self.label[s] = self.settled[s] or UNDECIDED
        self._count_statement(s)
        self._consider(s, [])

    def settle_argument(self, a: int) -> None:
        """As `settle`, for one argument."""
        self.weight[a] = WAITS
        if self._count_argument(a):
            self.weight[a] = 0.0 if self.is_cut[a] else self._weighed(a)

    def is_weighed(self, s: int) -> bool:
        """Whether a position takes part in the weighing: what is assumed rejected does not, nor what is accepted."""
        return not self.settled[s]  # None or UNDECIDED

    def is_shut(self, issue: int) -> bool:
        """Whether an issue has an accepted position from the start."""
        return any(self.settled[p] == ACCEPTED for p in self.network.issues[issue])

    def counted(self, p: int) -> float:
        """What a position counts with in its issue: the greatest weight for it, 0 when its own objections stand."""
        return self.pro[p] if self.is_weighed(p) and self.holds(p) else 0.0

    def holds(self, s: int) -> bool:
        """Whether what speaks for a statement outweighs what speaks against it."""
        return self.pro[s] > 0 and beats(self.pro[s], self.con[s], self.network.standard[s])

    def is_open(self, s: int) -> bool:
        """Whether some argument for or against a statement is not applicable yet."""
        return bool(self._open_pro[s] or self._open_con[s])

    # ---- counting

    def _shut(self, i: int) -> None:
        if self.is_shut(i):
            for p in self.network.issues[i]:
                if self.settled[p] is None:
                    self.label[p] = REJECTED

    def _count_argument(self, a: int) -> bool:
        """Count what an argument waits for; whether it is applicable at once."""
        label = self.label
        held = [label[p] for p in self.network.premises[a]]
        self._open_premises[a] = held.count(UNDECIDED)
        self._accepted_premises[a] = held.count(ACCEPTED)
        cuts = [self.weight[cut] for cut in self.network.cutting[a]]
        self._open_cuts[a] = cuts.count(WAITS)
        self.is_cut[a] = a in self.broken or (bool(cuts) and max(cuts) > 0)
        return self.is_cut[a] or not (self._open_premises[a] or self._open_cuts[a])

    def _count_statement(self, s: int) -> None:
        pro, con, open_pro, open_con = self.network.word[s], 0.0, 0, 0
        for a in self.network.on[s]:
            weight = self.weight[a]
            if self.network.is_for[a]:
                open_pro += weight == WAITS
                pro = max(pro, weight)
            else:
                open_con += weight == WAITS
                con = max(con, weight)
        self.pro[s], self.con[s] = pro if pro > EQUAL else 0.0, con
        self._open_pro[s], self._open_con[s] = open_pro, open_con

    # ---- what follows from what

    def _fire(self, a: int, ready: list[int]) -> None:
        """An argument is applicable: give it its weight, and tell that to what it bears on."""
        if self.weight[a] != WAITS:
            return
        network = self.network
        weight = self.weight[a] = 0.0 if self.is_cut[a] else self._weighed(a)
        target, conclusion = network.target[a], network.conclusion[a]
        if target >= 0:
            if self._steps_here[target] and self.weight[target] == WAITS:
                self._open_cuts[target] -= 1
                self.is_cut[target] = self.is_cut[target] or weight > 0
                if self.is_cut[target] or not (self._open_cuts[target] or self._open_premises[target]):
                    ready.append(target)
        elif self._here[conclusion]:
            if network.is_for[a]:
                self._open_pro[conclusion] -= 1
                self.pro[conclusion] = max(self.pro[conclusion], weight)
            else:
                self._open_con[conclusion] -= 1
                self.con[conclusion] = max(self.con[conclusion], weight)
            issue = network.issue_of[conclusion]
            if issue >= 0 and self.is_weighed(conclusion):
                self._open_of_issue[issue] -= 1
                if not self._open_of_issue[issue]:
                    self._resolve(issue, ready)
            self._consider(conclusion, ready)

    def _weighed(self, a: int) -> float:
        """The weight of an argument whose premises are all decided, and which is not undercut."""
        number, accepted = len(self.network.premises[a]), self._accepted_premises[a]
        weigh = self.network.weigh[a]
        if not number:
            part = 1.0
        elif weigh == "convergent":
            part = float(accepted > 0)
        elif weigh == "cumulative":
            part = accepted / number
        else:
            part = self.network.share[a] if accepted == number else 0.0
        weight = self.network.strength[a] * part
        return weight if weight > EQUAL else 0.0

    def _consider(self, s: int, ready: list[int]) -> None:
        """Decide a statement if that can be done."""
        if self.label[s] or self.settled[s] is not None:
            return
        network = self.network
        if not self._open_pro[s] and not self.pro[s]:
            self._decide(s, REJECTED, ready)
        elif network.issue_of[s] < 0:
            is_supported = self.pro[s] > 0 and network.standard[s] == "preponderance"
            if is_supported and not network.is_attacked[s]:
                self._decide(s, ACCEPTED, ready)
            elif not self.is_open(s):
                self._decide(s, ACCEPTED if self.holds(s) else REJECTED, ready)

    def _decide(self, s: int, label: int, ready: list[int]) -> None:
        if self.label[s] or self.settled[s] is not None:
            return
        self.label[s] = label
        for a in self.network.uses[s]:
            if self._steps_here[a] and self.weight[a] == WAITS:
                self._open_premises[a] -= 1
                self._accepted_premises[a] += label == ACCEPTED
                if not (self._open_premises[a] or self._open_cuts[a]):
                    ready.append(a)

    def _resolve(self, i: int, ready: list[int]) -> None:
        """Every argument on the positions of an issue is applicable: find which of them wins, if any."""
        if self.is_shut(i):
            return
        positions = self.network.issues[i]
        strengths = [self.counted(p) for p in positions]
        second, first = sorted(strengths)[-2:]
        if self.keeps_ties and first > 0 and first - second <= EQUAL:
            for p, x in zip(positions, strengths, strict=True):
                if first - x > EQUAL:
                    self._decide(p, REJECTED, ready)
                elif not self.label[p]:
                    self.tied[p] = True
            return
        is_won = first > 0 and beats(first, second, self.network.issue_standard[i])
        for p, x in zip(positions, strengths, strict=True):
            self._decide(p, ACCEPTED if is_won and x == first else REJECTED, ready)


def standing(m: ArgumentMap) -> Evaluation:
    """The labelling with two conveniences for maps of real articles; what `argmap evaluate` uses unless told otherwise.

    A bare assertion that is attacked, or a position, has a weak reason: its `confidence` (0.5 unless given; evidence
    1). Positions of an issue that share the greatest strength stay undecided: a tie. All else as `carneades`.
    """
    return _evaluation(m, "standing", True)


def carneades(m: ArgumentMap) -> Evaluation:
    """The strict labelling of Gordon & Walton, "Formalizing balancing arguments", COMMA 2016.

    A bare statement counts only if it is given (see the map's key `given`) and nobody speaks against it, and a tie in
    an issue rejects all positions.
    """
    return _evaluation(m, "carneades", False)


def _evaluation(m: ArgumentMap, name: str, is_lenient: bool) -> Evaluation:
    from argmap.evaluate.reasons import verdicts
    from argmap.evaluate.verdicts import Evaluation

    labelling = Labelling(Network(m, is_lenient), is_lenient)
    statements, arguments = verdicts(labelling)
    return Evaluation(name, statements, arguments, {"given": m.given})
