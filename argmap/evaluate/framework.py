"""Abstract argumentation frameworks: arguments of which all that is known is which attack which.

After Dung, Artificial Intelligence 77, 1995; labellings after Caminada, JELIA 2006. An extension is a set of arguments
that can be held together. What lies between a map and its framework is told in `argmap.evaluate.reduction`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from attrs import field, frozen

Extension = frozenset[str]


class Label(StrEnum):
    """What becomes of an argument: held, attacked by one that is held, or neither."""

    IN = "in"
    OUT = "out"
    UNDEC = "undec"


def _arguments(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(given)


def _attacks(given: Iterable[Iterable[str]]) -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys((attacker, attacked) for attacker, attacked in given))


@frozen
class Framework:
    """Arguments by their names, and attacks as pairs of attacker and attacked; an attack named twice counts once.

    Raises ValueError for an argument named twice, and for an attack from or on something that is no argument.
    """

    arguments: tuple[str, ...] = field(converter=_arguments)
    attacks: tuple[tuple[str, str], ...] = field(converter=_attacks, default=())
    _attackers: Mapping[str, list[str]] = field(init=False, eq=False, repr=False)
    _attacked: Mapping[str, list[str]] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Refuse what is no framework, and sort the attacks by their ends."""
        attackers: dict[str, list[str]] = {}
        attacked: dict[str, list[str]] = {}
        known = set(self.arguments)
        if len(known) < len(self.arguments):
            twice = Counter(self.arguments).most_common(1)[0][0]
            raise ValueError(f"the argument {twice} is named twice")
        for attacker, target in self.attacks:
            for end in (attacker, target):
                if end not in known:
                    raise ValueError(f"{attacker} attacks {target}, but {end} is no argument")
            attackers.setdefault(target, []).append(attacker)
            attacked.setdefault(attacker, []).append(target)
        object.__setattr__(self, "_attackers", attackers)
        object.__setattr__(self, "_attacked", attacked)

    def attackers(self, argument: str) -> Sequence[str]:
        """The arguments that attack it, in the order of the attacks."""
        return self._attackers.get(argument, ())

    def attacked(self, argument: str) -> Sequence[str]:
        """The arguments that it attacks, in the order of the attacks."""
        return self._attacked.get(argument, ())


def grounded(framework: Framework) -> dict[str, Label]:
    """The grounded labelling: what must be held or given up when every doubt is left open; in linear time.

    An argument is in once all its attackers are out, and out once an attacker is in; what is never reached is undec.
    The arguments that are in are the grounded extension, the least complete one.
    """
    labels = dict.fromkeys(framework.arguments, Label.UNDEC)
    waiting = {a: len(framework.attackers(a)) for a in framework.arguments}
    todo = [a for a in framework.arguments if not waiting[a]]
    while todo:
        winner = todo.pop()
        labels[winner] = Label.IN
        for loser in framework.attacked(winner):
            if labels[loser] is Label.UNDEC:
                labels[loser] = Label.OUT
                for freed in framework.attacked(loser):
                    waiting[freed] -= 1
                    if not waiting[freed] and labels[freed] is Label.UNDEC:
                        todo.append(freed)
    return labels
