"""Does the thesis stand? The semantics by which a map is evaluated, and what they find.

A semantics is imported when it is first used: who checks or draws a map should not pay for evaluating it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.evaluate.verdicts import Evaluation
    from argmap.model import ArgumentMap

SEMANTICS: Mapping[str, tuple[str, str]] = {
    "standing": ("argmap.evaluate.labelling", "standing"),
    "carneades": ("argmap.evaluate.labelling", "carneades"),
    "df-quad": ("argmap.evaluate.gradual", "df_quad"),
    "quadratic-energy": ("argmap.evaluate.gradual", "quadratic_energy"),
    "euler": ("argmap.evaluate.gradual", "euler"),
    "squared-df-quad": ("argmap.evaluate.gradual", "squared_df_quad"),
    "mlp": ("argmap.evaluate.gradual", "mlp"),
    "h-categoriser": ("argmap.evaluate.gradual", "h_categoriser"),
    "grounded": ("argmap.evaluate.abstract", "grounded"),
    "complete": ("argmap.evaluate.abstract", "complete"),
    "preferred": ("argmap.evaluate.abstract", "preferred"),
    "stable": ("argmap.evaluate.abstract", "stable"),
    "ideal": ("argmap.evaluate.abstract", "ideal"),
}
"""Every semantics by its name: the module and the function, which takes a map and gives an `Evaluation`."""


def evaluate(
    m: ArgumentMap,
    semantics: str = "standing",
    *,
    without: Iterable[str] = (),
    assume: Mapping[str, str] | None = None,
) -> Evaluation:
    """What one of the `SEMANTICS` finds in a map.

    ``without`` names statements that have fallen and steps that are broken, ``assume`` says of statements what they are
    taken to be (accepted, rejected, undecided), as `argmap.evaluate.supposing.supposed` describes. Raises ValueError
    for an unknown semantics, id or label, and where a semantics that has to search finds a map too hard.
    """
    from attrs import evolve

    from argmap.evaluate.supposing import added, supposed

    if semantics not in SEMANTICS:
        raise ValueError(f"{semantics!r} is no semantics; there are {', '.join(SEMANTICS)}")
    module, name = SEMANTICS[semantics]
    function: Callable[[ArgumentMap], Evaluation] = getattr(import_module(module), name)
    changed = supposed(m, without, assume)
    found = function(changed)
    extra = added(m, changed)
    if extra:
        arguments = {
            id: evolve(v, named=tuple([n for n in v.named if n not in extra])) if extra & set(v.named) else v
            for id, v in found.arguments.items()
            if id not in extra
        }
        found = evolve(found, arguments=arguments)
    return evolve(found, map=m, assume=dict(assume or {}), without=tuple(dict.fromkeys(without)))


class _Called(ModuleType):
    """This module, which can be called like its function: `argmap.evaluate` is the name of both."""

    def __call__(
        self,
        m: ArgumentMap,
        semantics: str = "standing",
        *,
        without: Iterable[str] = (),
        assume: Mapping[str, str] | None = None,
    ) -> Evaluation:
        """See `evaluate`."""
        return evaluate(m, semantics, without=without, assume=assume)


sys.modules[__name__].__class__ = _Called
