"""What has to be worked out from a map to answer questions about it: each part once, when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from argmap import graph
from argmap.graph import Arguments, Visit

if TYPE_CHECKING:
    from argmap.model import Argument, ArgumentMap, Issue, Source, Speaker, Statement


class Index:
    """The look-up tables of one map, which never changes.

    It holds the parts and not the map: a map that is no longer used is to go at once, without a search for garbage.
    """

    def __init__(self, m: ArgumentMap) -> None:
        self._statements, self._arguments = m.statements, m.arguments
        self._sources, self._speakers, self._issues = m.sources, m.speakers, m.issues
        self.top, self.thesis = m.top, m.thesis
        """Where reading begins; the map completes both when they were left out."""

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Statements by their ids."""
        return {s.id: s for s in self._statements}

    @cached_property
    def arguments(self) -> dict[str, Argument]:
        """Arguments by their ids."""
        return {a.id: a for a in self._arguments}

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Sources by their keys."""
        return {s.key: s for s in self._sources}

    @cached_property
    def speakers(self) -> dict[str, Speaker]:
        """Speakers by their names."""
        return {s.name: s for s in self._speakers}

    @cached_property
    def graph(self) -> Arguments:
        """The arguments by what they are about."""
        return Arguments(self._arguments)

    @cached_property
    def uses(self) -> dict[str, list[Argument]]:
        """For each statement that is a premise, the arguments that use it, each once."""
        uses: dict[str, list[Argument]] = {}
        for argument in self._arguments:
            for statement in dict.fromkeys([p.statement for p in argument.premises]):
                uses.setdefault(statement, []).append(argument)
        return uses

    @cached_property
    def positions(self) -> dict[str, Issue]:
        """The positions of all issues, each with its issue."""
        return {p: i for i in self._issues for p in i.positions}

    @cached_property
    def at_top(self) -> frozenset[str]:
        """The statements of ``top``, to be looked up in."""
        return frozenset(self.top)

    @cached_property
    def walk(self) -> tuple[Visit, ...]:
        """See `ArgumentMap.walk`; what was met already when its turn comes is no root."""
        thesis = [self.thesis] if self.thesis else []
        free = [s for s in self.top if s not in self.uses]
        return tuple(graph.walk(self.graph, (*thesis, *free, *self.top, *self.statements)))

    @cached_property
    def roots(self) -> tuple[str, ...]:
        """See `ArgumentMap.roots`."""
        return tuple([v.statement for v in self.walk if v.argument is None and v.statement is not None])

    @cached_property
    def nearest_side(self) -> dict[str, bool]:
        """For each statement, whether it is for the thesis along its shortest path."""
        return graph.nearest_sides(self.graph, self._starts())

    @cached_property
    def all_sides(self) -> dict[str, set[bool]]:
        """For each statement, the sides of all its places."""
        return graph.all_sides(self.graph, self._starts())

    @cached_property
    def possible(self) -> frozenset[str]:
        """The arguments that are mere possibilities; see `ArgumentMap.is_possibility`."""
        return frozenset(a.id for a in self._arguments if self._is_possible(a))

    def _is_possible(self, argument: Argument) -> bool:
        if argument.target is None or len(argument.premises) != 1:
            return False
        premise = self.statements[argument.premises[0].statement]
        asserted = premise.by or premise.citations or premise.assume or premise.kind == "evidence"
        elsewhere = len(self.uses[premise.id]) > 1 or premise.id in self.at_top or premise.id in self.positions
        return not (asserted or elsewhere or any(a.direction == "for" for a in self.graph.on(premise.id)))

    def inherit(self, whole: Index) -> None:
        """Take over what a part of a map cannot tell by itself: sides, and what nobody asserts."""
        self.nearest_side, self.all_sides, self.possible = whole.nearest_side, whole.all_sides, whole.possible

    def _starts(self) -> list[tuple[str, bool]]:
        return [(root, root == self.thesis or self.statements[root].kind != "counterclaim") for root in self.roots]
