"""The names of a file: who bears one, and what a reference to one stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from argmap.mapfile.tree import Node, Scalar, line_of, place_of
from argmap.mapfile.values import NAME, Report, refuse_name, short
from argmap.model import Statement
from argmap.naming import NameMaker, Nearest
from argmap.problem import Note

_MADE_STEP = re.compile(r"step-\d+-*")


def same(text: str) -> str:
    """A text by which two that say the same are known: without capital letters, and the points around it."""
    return " ".join(text.casefold().split()).strip(" .!?\"'“”„«»")


class Names:
    """The ids of statements and of steps, which share one set of names."""

    def __init__(self, report: Report, said: Sequence[Statement] = ()) -> None:
        self._report = report
        self._said = said
        self.statements: dict[str, Node] = {}
        self._nearest = Nearest()
        self.steps: dict[str, Node] = {}
        self.refused: set[str | None] = set()
        """Ids that are no names, which was told where they stand."""
        self.made: dict[str, Node] = {}
        """Names that were made from texts, with their places: no reference can use them."""

    def written(self) -> set[str]:
        """The names that stand in the file."""
        return self.statements.keys() | self.steps.keys()

    def add(self, name: str, node: Node, is_statement: bool) -> bool:
        """Take a name into the set; False, after a report, when it is taken."""
        other = self.statements.get(name) or self.steps.get(name)
        if other is None:
            (self.statements if is_statement else self.steps)[name] = node
            return True
        notes = (Note("it is given here already", place_of(other)),)
        hint = f"to use that statement again, write `ref: {short(name)}`; otherwise choose another name"
        if not is_statement or name in self.steps:
            hint = "choose another name: statements and steps share one set of names"
        self._report("duplicate-id", f"the name `{short(name)}` is given twice", node, hint, notes=notes)
        return False

    @cached_property
    def _by_text(self) -> dict[str, tuple[str | None, int]]:
        """The statements by their texts, once all are read: each with its id, if one is written, and its line."""
        return {same(s.text): (s.id if s.named else None, s.span.line if s.span else 0) for s in self._said[::-1]}

    def _refuse_text(self, node: Scalar) -> None:
        """Report a reference that is no name, which may be the text of a statement."""
        text = same(node.value)
        other = self._by_text.get(text) if text else None
        if other is None:
            refuse_name(node, self._report)
            return
        id, line = other
        hint = f"write `{id}`"
        if id is None:
            name = NameMaker(self.written()).name(node.value)
            hint = f"add `id: {name}` below that text, and write `{name}` here"
        message = f"a statement is named by its `id`, and this is the text of the one on line {line}"
        self._report("bad-name", message, node, hint)

    def resolve(self, node: Node | None, forbidden: str | None = None) -> bool:
        """Whether a node is the id of a statement that is written in the file, after a report when not.

        ``forbidden`` is the conclusion of the argument in which the reference stands.
        """
        if not isinstance(node, Scalar):
            return False
        name = node.value
        if name in self.refused:
            refuse_name(node, self._report)
            return False
        if name in self.statements:
            if name == forbidden:
                message = f"`{short(name)}` is given as a reason for or against itself"
                self._report("own-premise", message, node, "refer to another statement")
            return name != forbidden
        if name in self.steps:
            notes = (Note("the step is named here", place_of(self.steps[name])),)
            hint = "refer to a statement by its `id`"
            message = f"`{short(name)}` is the name of a step, and a statement is needed"
            self._report("not-a-statement", message, node, hint, notes=notes)
            return False
        if not NAME.fullmatch(name):
            if "/" not in name:  # which was told where it was read
                self._refuse_text(node)
            return False
        if _MADE_STEP.fullmatch(name):
            hint = "that is how reports call a step; refer to a statement, by an `id` that you give it"
        elif name in self.made:
            hint = f"add `id: {short(name)}` to the statement on line {line_of(self.made[name])}"
        elif near := self._nearest(name, self.statements):
            hint = f"did you mean `{near}`?"
        elif self.statements:
            hint = f"add `id: {short(name)}` below the statement that you mean"
        else:
            hint = f"no statement of this file has an `id`; add `id: {short(name)}` below the one that you mean"
        self._report("unknown-reference", f"no statement has the id `{short(name)}`", node, hint)
        return False
