"""What makes the objects of a map: their classes, or for large files something faster."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, TypeVar

import attrs

from argmap.model import Argument, Citation, Claim, Counterclaim, Evidence, Premise, Statement

T = TypeVar("T")


class Makers(NamedTuple):
    """The makers of statements by their word, of arguments, premises and citations; each is called like the class."""

    statements: dict[str, type[Statement]]
    argument: type[Argument]
    premise: type[Premise]
    citation: type[Citation]


PLAIN_MAKERS = Makers({"claim": Claim, "counterclaim": Counterclaim, "evidence": Evidence}, Argument, Premise, Citation)


@cache
def swift_makers() -> Makers:
    """Makers that are three times as fast, but cost some milliseconds before the first object."""
    statements = {word: swift(cls) for word, cls in PLAIN_MAKERS.statements.items()}
    return Makers(statements, swift(Argument), swift(Premise), swift(Citation))


def swift(cls: type[T]) -> type[T]:
    """A maker of instances of a frozen, slotted class without weak references; called like the class itself.

    attrs sets every field of a frozen object through ``object.__setattr__``, which takes four times as long as filling
    the slots of an ordinary one. So this fills an ordinary twin of the same layout and lets it become the frozen class.
    For readers of large files; everybody else calls the class.
    """

    def freeze(self: object) -> None:
        self.__class__ = cls

    fields = {f.name: attrs.field(default=f.default) for f in attrs.fields(cls)}  # type: ignore[arg-type]
    body = {"__attrs_post_init__": freeze}
    return attrs.make_class(cls.__name__, fields, slots=True, weakref_slot=False, eq=False, repr=False, class_body=body)
