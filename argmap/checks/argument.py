"""Doubts about the reasoning: what nobody answers, what rests on nothing, what is said twice or on one side only."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks.found import Found, Limits
from argmap.checks.words import plain
from argmap.model import Argument, ArgumentMap, Direction, Side, Statement
from argmap.problem import Note


def unanswered_counterclaim(m: ArgumentMap, _: Limits) -> Iterator[Found]:
    """A counterclaim that somebody stands up for, and that nobody answers.

    Nothing speaks against it or against what it rests on, and nothing breaks its step: as the map stands, its reader
    must take the point. Told where the objection has weight: a source, a speaker or a reason of its own. A bare
    objection that is merely noted is not told, nor one whose rival stands in `issues`.

    Gets it:

    ```yaml
    claims:
      - claim: The ferry should stay
        because: The bridge is closed
        but:
          - claim: It loses money
            by: the treasurer
    ```

    Does not:

    ```yaml
    claims:
      - claim: The ferry should stay
        because: The bridge is closed
        but:
          - claim: It loses money
            by: the treasurer
            unless: A ferry is not there to earn any
    ```
    """
    for s in m.statements:
        if s.kind == "evidence" or s.assume or m.sides(s.id) != {Side.AGAINST} or m.rivals(s.id):
            continue
        attacks = [a for a in m.arguments_from(s.id) if a.conclusion is None or m.side(a.conclusion) is Side.FOR]
        weighty = s.by or s.citations or m.arguments_for(s.id)
        if attacks and weighty and not _is_answered(m, s, attacks):
            hint = "say what speaks against it (`but`), or why it does not tell (`unless`)"
            yield Found(f"nobody answers the counterclaim `{s.id}`", s.span, hint)


def _is_answered(m: ArgumentMap, s: Statement, attacks: list[Argument]) -> bool:
    """Whether anything breaks the steps that it takes, or speaks against it or against what it rests on."""
    if any(m.undercutters(a.id) for a in attacks):
        return True
    below, seen = [s.id], {s.id}
    while below:
        for a in m.arguments_on(below.pop()):
            if a.direction is Direction.AGAINST or m.undercutters(a.id):
                return True
            new = {p.statement for p in a.premises} - seen
            seen |= new
            below += sorted(new)
    return False


def unsupported_claim(m: ArgumentMap, _: Limits) -> Iterator[Found]:
    """A claim that rests on nothing, neither argument nor citation, in a map where the others rest on something.

    Every argument begins somewhere, so a claim without a reason is no mistake by itself. But where two thirds of the
    claims at the ends of branches name a source, or where `given` says that bare claims do not count, the few that
    stand on nothing are what a critic picks first. Not asked of implicit premises, of objections that are mere
    possibilities (a bare `unless`), nor where `assume` settles the matter.

    Gets it:

    ```yaml
    given: evidence
    sources:
      trial: {title: Report on the trial}
    claims:
      - claim: The firm should move to four days
        because:
          - evidence: Output held up
            cite: trial, p. 4
          - claim: Everybody would be happier
    ```

    Does not:

    ```yaml
    given: evidence
    sources:
      trial: {title: Report on the trial}
    claims:
      - claim: The firm should move to four days
        because:
          - evidence: Output held up
            cite: trial, p. 4
          - claim: Everybody would be happier
            cite: trial, p. 9
    ```
    """
    possible = {p.statement for a in m.arguments if m.is_possibility(a) for p in a.premises}
    ends = [
        s
        for s in m.statements
        if not (s.implicit or s.assume or s.id in possible or s.kind == "evidence" or m.arguments_for(s.id))
    ]
    bare = [s for s in ends if not (s.citations or s.url)]
    if m.given == "leaves" and 3 * len(bare) > len(ends):
        return
    for s in bare:
        if s.id != m.thesis:
            hint = "add `because:` or `cite:`; or `implicit: true` when nobody says it and the argument needs it"
            yield Found(f"the claim `{s.id}` rests on nothing", s.span, hint)


def uncited_evidence(m: ArgumentMap, _: Limits) -> Iterator[Found]:
    """Evidence that no source can be opened for: it has neither `cite` nor `url`.

    Evidence is what a reader can go and look at; without a source it is a claim.

    Gets it:

    ```yaml
    claims:
      - claim: The firm should move to four days
        because:
          - evidence: Output held up
    ```

    Does not:

    ```yaml
    sources:
      trial: {title: Report on the trial}
    claims:
      - claim: The firm should move to four days
        because:
          - evidence: Output held up
            cite: trial, p. 4
    ```
    """
    for s in m.statements:
        if s.kind == "evidence" and not (s.citations or s.url):
            yield Found(f"the evidence `{s.id}` has no source", s.span, "add `cite:` or `url:`, or write `claim:`")


def source_against_itself(m: ArgumentMap, _: Limits) -> Iterator[Found]:
    """Evidence that is attacked from its own source.

    Either the source contradicts itself, which should be said, or one of the two was read out of its context.

    Gets it:

    ```yaml
    sources:
      trial: {title: Report on the trial}
    claims:
      - claim: The firm should move to four days
        because:
          - evidence: Output held up
            cite: trial, p. 4
            but:
              - evidence: Output fell in the second month
                cite: trial, p. 6
    ```

    Does not:

    ```yaml
    sources:
      trial: {title: Report on the trial}
      accounts: {title: Accounts of the second quarter}
    claims:
      - claim: The firm should move to four days
        because:
          - evidence: Output held up
            cite: trial, p. 4
            but:
              - evidence: Output fell in the second month
                cite: accounts, p. 2
    ```
    """
    for s in m.statements:
        own = {c.source for c in s.citations} if s.kind == "evidence" else set()
        for a in m.arguments_against(s.id) if own else ():
            shared = sorted(own & {c.source for p in a.premises for c in m.statement(p.statement).citations})
            if shared:
                message = f"the evidence `{s.id}` is attacked from its own source, `{shared[0]}`"
                notes = (Note("the evidence", s.span),) if s.span else ()
                hint = "look at both places: does the source contradict itself, or was one read out of context?"
                yield Found(message, a.span, hint, notes)


def unless_repeats_but(m: ArgumentMap, _: Limits) -> Iterator[Found]:
    """An `unless` that says what a `but` says already.

    `but` speaks against a statement, `unless` breaks the step from a reason to it though both may be true. The same
    objection is rarely both, and counts twice if it is.

    Gets it:

    ```yaml
    claims:
      - claim: The ferry should stay
        because:
          - claim: The bridge is closed
            unless: {ref: new-bridge}
        but:
          - claim: A new bridge opens in May
            id: new-bridge
    ```

    Does not:

    ```yaml
    claims:
      - claim: The ferry should stay
        because:
          - claim: The bridge is closed
            unless: A new bridge opens in May
        but: It loses money
    ```
    """
    for a in m.arguments:
        for cut in m.undercutters(a.id):
            said = {plain(m.statement(p.statement).text) for p in cut.premises}
            attacked = [*([a.conclusion] if a.conclusion else []), *(p.statement for p in a.premises)]
            for attack in (x for s in attacked for x in m.arguments_against(s)):
                if said & {plain(m.statement(p.statement).text) for p in attack.premises}:
                    notes = (Note("the `but`", attack.span),) if attack.span else ()
                    hint = "keep `but` if it shows the statement wrong, `unless` if it only breaks the step"
                    yield Found(f"the `unless` of `{a.id}` repeats a `but`", cut.span, hint, notes)
                    break


def implicit_alone(m: ArgumentMap, _: Limits) -> Iterator[Found]:
    """A thesis that rests on implicit premises alone.

    What the analyst added, and nobody wrote, carries the whole: the map shows the analyst's argument, not the author's.

    Gets it:

    ```yaml
    claims:
      - claim: The ferry should stay
        because:
          - claim: What is old should be kept
            implicit: true
    ```

    Does not:

    ```yaml
    claims:
      - claim: The ferry should stay
        because:
          - all:
              - It has run since 1890
              - claim: What is old should be kept
                implicit: true
    ```
    """
    support = m.arguments_for(m.thesis)
    held = [m.statement(p.statement) for a in support for p in a.premises]
    if held and all(s.implicit for s in held):
        hint = "add what the author says for it, or take `implicit` off what somebody did say"
        yield Found("the thesis rests on implicit premises alone", held[0].span, hint)


def strength_on_one_side(m: ArgumentMap, _: Limits) -> Iterator[Found]:
    """Strengths that are stated on one side of a statement only.

    A step without a `strength` counts in full. So where the reasons have strengths below that and the objections have
    none, the objections win without anybody having said so.

    Gets it:

    ```yaml
    claims:
      - claim: The ferry should stay
        because:
          - claim: The bridge is closed
            strength: 0.8
        but: It loses money
    ```

    Does not:

    ```yaml
    claims:
      - claim: The ferry should stay
        because:
          - claim: The bridge is closed
            strength: 0.8
        but:
          - claim: It loses money
            strength: 0.5
    ```
    """
    rated = {a.conclusion for a in m.arguments if a.strength is not None}
    for s in m.statements:
        if s.id not in rated:
            continue
        reasons, objections = m.arguments_for(s.id), m.arguments_against(s.id)
        if not reasons or not objections:
            continue
        for these, name, others, rest in (
            (reasons, "reasons", objections, "objections"),
            (objections, "objections", reasons, "reasons"),
        ):
            if any(a.strength is not None for a in these) and all(a.strength is None for a in others):
                message = f"the {name} of `{s.id}` have strengths and its {rest} have none, so those count in full"
                yield Found(message, s.span, f"give the {rest} a `strength` too, if only `strength: 1`")


def rivals_attack(m: ArgumentMap, _: Limits) -> Iterator[Found]:
    """A `but` between two positions of one issue.

    That at most one of them can win is what `issues` says already; the argument from the one against the other says
    it again, and counts it twice.

    Gets it:

    ```yaml
    claims:
      - claim: The ferry should stay
        id: stay
        because: The bridge is closed
        but:
          - claim: The ferry should go
            id: go
    issues:
      - positions: [stay, go]
    ```

    Does not:

    ```yaml
    claims:
      - claim: The ferry should stay
        id: stay
        because: The bridge is closed
      - claim: The ferry should go
        id: go
    issues:
      - positions: [stay, go]
    ```
    """
    for a in m.arguments if m.issues else ():
        if a.direction is Direction.AGAINST and len(a.premises) == 1 and a.conclusion is not None:
            premise = a.premises[0].statement
            if premise in m.rivals(a.conclusion):
                message = f"`{premise}` and `{a.conclusion}` are rivals in `issues` already"
                hint = "take this `but` out; write the position as an item of `claims`"
                yield Found(message, a.span, hint)


def side_mismatch(m: ArgumentMap, _: Limits) -> Iterator[Found]:
    """A `counterclaim` that only helps the thesis: the branch was moved, or the word is wrong.

    A side follows from the place, so the map is read rightly all the same; but whoever reads the file is misled.

    Gets it:

    ```yaml
    claims:
      - claim: Phones distract
        because:
          - counterclaim: They ring in class
    ```

    Does not:

    ```yaml
    claims:
      - claim: Phones distract
        because:
          - They ring in class
        but:
          - counterclaim: Most are switched off in class
    ```
    """
    for s in m.statements:
        if s.kind == "counterclaim" and m.sides(s.id) == {Side.FOR}:
            message = f"the counterclaim `{s.id}` helps the thesis where it stands"
            hint = "write `claim`" + ("" if s.id == m.thesis else ", or move it to where it opposes the thesis")
            yield Found(message, s.span, hint)
