"""What a scheme is: a pattern of reasoning that often holds, and the questions that it must stand up to."""

from __future__ import annotations

from typing import NamedTuple

STEP = "step"
CONCLUSION = "conclusion"
GENERIC_ROLES = ("datum", "warrant", "backing", "major", "minor")
"""What a premise may be called under any scheme: Toulmin's words, and those for the premises of a syllogism."""

BOOK = "Walton, Reed & Macagno, Argumentation Schemes (Cambridge University Press, 2008), ch. 9"
PRESUMPTIVE = "Walton, Argumentation Schemes for Presumptive Reasoning (Lawrence Erlbaum, 1996)"


class Role(NamedTuple):
    """A premise of a scheme: its name, for the key `role`, and a sentence that says what such a premise says."""

    name: str
    says: str


class Question(NamedTuple):
    """A critical question: its name, for the key `answers`, and the question.

    ``against`` says what an unfavourable answer tells against: the role of a premise, ``step`` or ``conclusion``.
    """

    name: str
    asks: str
    against: str = STEP

    @property
    def key(self) -> str:
        """Under which key of a map an unfavourable answer stands: `unless` at the step, `but` at a statement."""
        return "unless" if self.against == STEP else "but"


class Scheme(NamedTuple):
    """A scheme under the name that Walton gives it, in kebab-case.

    ``gist`` is the pattern in one sentence, ``conclusion`` what is concluded. ``also`` holds other names in use, under
    which a person may look for it; a map is to have the one. ``literature`` says where it is described, in print.
    """

    name: str
    gist: str
    roles: tuple[Role, ...]
    conclusion: str
    questions: tuple[Question, ...]
    literature: tuple[str, ...] = (BOOK,)
    also: tuple[str, ...] = ()

    def question(self, name: str) -> Question | None:
        """The critical question of that name, None when it has none."""
        return next((q for q in self.questions if q.name == name), None)

    def has_role(self, name: str) -> bool:
        """Whether a premise may be called that under this scheme."""
        return name in GENERIC_ROLES or any(r.name == name for r in self.roles)
