"""What can be read but looks wrong: doubts about a map, each found by a function of its own.

The docstring of such a function is its page in the reference: what it finds, why that matters, an example that gets it
and one that does not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from argmap.checks import argument, references, schemes, sources, structure, wording
from argmap.checks.found import Found, Limits
from argmap.model import ArgumentMap
from argmap.problem import Problem, Severity

__all__ = ["CHECKS", "Check", "Found", "Limits", "check"]


class Check(NamedTuple):
    """A function that looks for one kind of doubt, and how much that matters."""

    run: Callable[[ArgumentMap, Limits], Iterator[Found]]
    severity: Severity

    @property
    def code(self) -> str:
        """Its name in reports, on the command line and in comments."""
        return self.run.__name__.replace("_", "-")

    @property
    def family(self) -> str:
        """The module that it stands in: references, structure, argument, schemes, sources or wording."""
        return self.run.__module__.rpartition(".")[2]

    @property
    def page(self) -> str:
        """What it finds and why, in Markdown."""
        from inspect import getdoc  # slow to import, and seldom needed

        return getdoc(self.run) or ""


CHECKS: tuple[Check, ...] = (
    Check(references.ids_differ_in_case, Severity.WARNING),
    Check(references.source_differs_in_case, Severity.WARNING),
    Check(references.misspelt_speaker, Severity.HINT),
    Check(structure.support_cycle, Severity.WARNING),
    Check(structure.apart_from_thesis, Severity.HINT),
    Check(structure.thesis_without_support, Severity.WARNING),
    Check(structure.group_of_one, Severity.WARNING),
    Check(structure.repeated_premise, Severity.WARNING),
    Check(structure.supports_and_attacks, Severity.WARNING),
    Check(structure.deep_place, Severity.HINT),
    Check(structure.wide_place, Severity.HINT),
    Check(argument.unanswered_counterclaim, Severity.HINT),
    Check(argument.unsupported_claim, Severity.HINT),
    Check(argument.uncited_evidence, Severity.WARNING),
    Check(argument.source_against_itself, Severity.HINT),
    Check(argument.unless_repeats_but, Severity.WARNING),
    Check(argument.implicit_alone, Severity.HINT),
    Check(argument.strength_on_one_side, Severity.WARNING),
    Check(argument.rivals_attack, Severity.WARNING),
    Check(argument.side_mismatch, Severity.WARNING),
    Check(schemes.unknown_scheme, Severity.HINT),
    Check(schemes.unknown_role, Severity.HINT),
    Check(schemes.unknown_question, Severity.WARNING),
    Check(schemes.answer_without_scheme, Severity.WARNING),
    Check(sources.unused_source, Severity.WARNING),
    Check(sources.unused_speaker, Severity.WARNING),
    Check(sources.untitled_source, Severity.HINT),
    Check(sources.long_quote, Severity.HINT),
    Check(sources.confidence_off_ratings, Severity.HINT),
    Check(wording.same_text, Severity.WARNING),
    Check(wording.two_propositions, Severity.HINT),
    Check(wording.question_as_claim, Severity.WARNING),
    Check(wording.fragment, Severity.HINT),
    Check(wording.long_text, Severity.HINT),
    Check(wording.label_repeats_text, Severity.HINT),
)
"""Every check, in the order of the reference."""


def check(m: ArgumentMap, checks: Iterable[Check] = CHECKS, limits: Limits = Limits()) -> tuple[Problem, ...]:  # noqa: B008
    """What the checks find, in the order of the lines."""
    found: list[Problem] = []
    for c in checks:
        code = c.code
        found += [Problem(code, f.message, f.span, c.severity, f.hint, f.notes, m.file) for f in c.run(m, limits)]
    return tuple(sorted(found, key=lambda p: (p.span or (0, 0, 0, 0), p.code)))
