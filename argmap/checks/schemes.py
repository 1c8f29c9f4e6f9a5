"""Doubts about schemes: names that no scheme has, and answers to questions that nobody asks."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks.found import Found, Limits
from argmap.model import ArgumentMap
from argmap.naming import nearest
from argmap.questions import Asking
from argmap.schemes import GENERIC_ROLES, SCHEMES, Scheme, meant

_MOST = 500
"""Names of schemes in one map for which it is looked up which was meant."""


def unknown_scheme(m: ArgumentMap, _: Limits) -> Iterator[Found]:
    """A `scheme` that is none of those that argmap knows.

    It is kept as it stands, and may be a scheme of your own. But if it is one of Walton's under another name, its
    critical questions are not asked. `argmap schemes` lists the names.

    Gets it:

    ```yaml
    claims:
      - claim: The bridge is safe
        because:
          - claim: It holds
            by: the engineer
            scheme: expert-opinion
    ```

    Does not:

    ```yaml
    claims:
      - claim: The bridge is safe
        because:
          - claim: It holds
            by: the engineer
            scheme: argument-from-expert-opinion
    ```
    """
    hints: dict[str, str] = {}
    for a in m.arguments:
        if a.scheme is not None and a.scheme not in SCHEMES:
            if a.scheme not in hints:
                near = meant(a.scheme) if len(hints) < _MOST else None
                usual = "a scheme of your own may stay; `argmap schemes` lists those that argmap knows"
                hints[a.scheme] = f"did you mean `{near.name}`?" if near else usual
            yield Found(f"`{a.scheme}` is no scheme that argmap knows", a.span, hints[a.scheme])


def unknown_role(m: ArgumentMap, _: Limits) -> Iterator[Found]:
    """A `role` that the scheme of the step does not have.

    Beside the names that a scheme gives its premises, `major` and `minor` (of a syllogism), `datum`, `warrant` and
    `backing` (Toulmin's) may stand under any scheme. Told for schemes that argmap knows; without a scheme any role may
    stand.

    Gets it:

    ```yaml
    claims:
      - claim: The bridge is safe
        because:
          - all:
              - claim: The engineer says that it holds
                role: opinion
              - claim: She builds bridges
                role: expert
            scheme: argument-from-expert-opinion
    ```

    Does not:

    ```yaml
    claims:
      - claim: The bridge is safe
        because:
          - all:
              - claim: The engineer says that it holds
                role: opinion
              - claim: She builds bridges
                role: expertise
            scheme: argument-from-expert-opinion
    ```
    """
    for a in m.arguments:
        scheme = SCHEMES.get(a.scheme or "")
        for p in a.premises if scheme else ():
            if scheme and p.role is not None and not scheme.has_role(p.role):
                names = [r.name for r in scheme.roles]
                message = f"`{p.role}` is no role of a premise in `{scheme.name}`"
                hint = _meant(p.role, [*names, *GENERIC_ROLES]) or f"its premises are {_listed(names)}"
                yield Found(message, p.span or m.statement(p.statement).span or a.span, hint)


def unknown_question(m: ArgumentMap, _: Limits) -> Iterator[Found]:
    """An `answers` that names no critical question of the scheme that it bears on.

    So it answers nothing, and `argmap questions` goes on asking. An item of `unless` answers a question of the step
    that it breaks; an item of `but` or `because` one of the steps from the statement that it is about, or of those on
    the other side of that statement. `argmap schemes NAME` shows the questions of a scheme.

    Gets it:

    ```yaml
    claims:
      - claim: The bridge is safe
        because:
          - claim: The engineer says that it holds
            scheme: argument-from-expert-opinion
            unless:
              - claim: Her firm built it
                answers: trust
    ```

    Does not:

    ```yaml
    claims:
      - claim: The bridge is safe
        because:
          - claim: The engineer says that it holds
            scheme: argument-from-expert-opinion
            unless:
              - claim: Her firm built it
                answers: trustworthiness
    ```
    """
    asking = Asking(m)
    for a in m.arguments:
        steps = asking.of(a) if a.answers else ()
        named = dict.fromkeys(s.scheme or "" for s in steps)
        schemes = [SCHEMES[name] for name in named if name in SCHEMES]
        if not schemes or len(schemes) < len(named):
            continue  # nothing is asked, or the questions of a scheme that argmap does not know
        for name in dict.fromkeys(a.answers):
            if not any(scheme.question(name) for scheme in schemes):
                asked = [q.name for scheme in schemes for q in scheme.questions]
                message = f"`{name}` is no critical question of {_called(schemes)}"
                hint = _meant(name, asked) or f"its questions are {_listed(dict.fromkeys(asked))}"
                yield Found(message, a.span, hint)


def answer_without_scheme(m: ArgumentMap, _: Limits) -> Iterator[Found]:
    """An `answers` where no scheme asks anything.

    The questions are those of the `scheme` of the step that the item bears on: for `unless` the step that it breaks,
    for `but` and `because` the steps from the statement that it is about, or those on the other side of that statement.

    Gets it:

    ```yaml
    claims:
      - claim: The bridge is safe
        because:
          - claim: The engineer says that it holds
            unless:
              - claim: Her firm built it
                answers: trustworthiness
    ```

    Does not:

    ```yaml
    claims:
      - claim: The bridge is safe
        because:
          - claim: The engineer says that it holds
            scheme: argument-from-expert-opinion
            unless:
              - claim: Her firm built it
                answers: trustworthiness
    ```
    """
    asking = Asking(m)
    for a in m.arguments:
        if a.answers and not asking.of(a):
            where = f"the step that `{a.id}` breaks" if a.target else f"no step that `{a.id}` bears on"
            has = "has no scheme" if a.target else "has a scheme"
            hint = "give that step its `scheme`" if a.target else "give the step its `scheme`, or take `answers` out"
            yield Found(f"{where} {has}, so that `{a.answers[0]}` answers nothing", a.span, hint)


def _meant(word: str, known: list[str]) -> str | None:
    near = nearest(word, known)
    return f"did you mean `{near}`?" if near else None


def _listed(names: dict[str, None] | list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _called(schemes: list[Scheme]) -> str:
    """The schemes that might have asked, the first of many."""
    names = [f"`{s.name}`" for s in schemes]
    return " or ".join(names[:3]) + (" …" if len(names) > 3 else "")
