"""Making many frozen objects at once without the price that attrs pays for each field of a frozen one."""

from __future__ import annotations

from typing import TypeVar

import attrs

T = TypeVar("T")


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
