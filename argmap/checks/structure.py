"""Doubts about the shape of a map: rings, loose parts, steps that say nothing new, places too crowded to read."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks.found import Found, Limits
from argmap.model import Argument, ArgumentMap, Direction
from argmap.naming import some_of
from argmap.problem import Note, Span


def _note(message: str, span: Span | None) -> tuple[Note, ...]:
    return (Note(message, span),) if span else ()


def support_cycle(m: ArgumentMap, _: Limits) -> Iterator[Found]:
    """Statements that are, in the end, reasons for themselves.

    Read in a circle, they prove nothing: whoever doubts one of them is sent round to the same doubt. A circle through
    an objection is an argument like any other and is not told.

    Gets it:

    ```yaml
    claims:
      - claim: The witness is honest
        id: honest
        because:
          - claim: What he says is true
            because: {ref: honest}
    ```

    Does not:

    ```yaml
    claims:
      - claim: The witness is honest
        because:
          - What he says is true
          - Three neighbours vouch for him
    ```
    """
    for ring in m.cycles(support_only=True):
        shown = " ⇐ ".join([*some_of(ring), ring[0]])
        message = f"these statements rest on each other in a circle: {shown}"
        yield Found(message, m.statement(ring[0]).span, "give one of them a reason from outside, or take one step out")


def apart_from_thesis(m: ArgumentMap, _: Limits) -> Iterator[Found]:
    """A tree that has nothing to do with the thesis: no argument or issue leads from it to the rest.

    More roots than one are welcome, but each should meet the others somewhere: by a statement that both use (`ref`), or
    by an issue of which both are positions. Otherwise the reader is left to find out why it is in the map.

    Gets it:

    ```yaml
    claims:
      - claim: The ferry should stay
        because: The bridge is closed
      - claim: The mayor breaks his promises
        because: The library is still shut
    ```

    Does not:

    ```yaml
    claims:
      - claim: The ferry should stay
        id: stay
        because: The bridge is closed
      - claim: The ferry should give way to a cable car
        id: cable-car
        because: It would run in any weather
    issues:
      - positions: [stay, cable-car]
    ```
    """
    if len(m.roots) < 2:
        return
    met = _met(m)
    for root in m.roots:
        if met[root] != met[m.thesis]:
            hint = (
                "refer to it where it matters (`ref:`), set it against the thesis in `issues`, or give it its own map"
            )
            yield Found(f"nothing connects `{root}` with the thesis", m.statement(root).span, hint)


def _met(m: ArgumentMap) -> dict[str, str]:
    """For each root, what stands for all that are connected with it."""
    leader = {s.id: s.id for s in m.statements} | {a.id: a.id for a in m.arguments}

    def led_by(name: str) -> str:
        while leader[name] != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    for a in m.arguments:
        about = led_by(a.conclusion or a.target or a.id)
        leader[led_by(a.id)] = about
        for premise in a.premises:
            leader[led_by(premise.statement)] = about
    for issue in m.issues:
        for position in issue.positions:
            leader[led_by(position)] = led_by(issue.positions[0])
    return {root: led_by(root) for root in m.roots}


def thesis_without_support(m: ArgumentMap, _: Limits) -> Iterator[Found]:
    """A thesis for which nothing is said, though something is said against it or elsewhere in the map.

    Perhaps another statement is meant to be the thesis: it is the first of `claims`, unless `thesis` names another.

    Gets it:

    ```yaml
    claims:
      - claim: The ferry should stay
        but: Hardly anybody uses it
    ```

    Does not:

    ```yaml
    claims:
      - claim: The ferry should stay
        because: The bridge is closed
        but: Hardly anybody uses it
    ```
    """
    if m.arguments and not m.arguments_for(m.thesis):
        hint = "add `because:` to it, or name the statement that the map argues for as `thesis`"
        yield Found("nothing supports the thesis", m.statement(m.thesis).span, hint)


def group_of_one(m: ArgumentMap, _: Limits) -> Iterator[Found]:
    """A group (`all`) with a single premise.

    It means the same as the premise by itself; a second premise was forgotten, or the first was not meant to need one.
    A group that says something of its own step (`by`, `cite`, `label` …) has its reason and is not told.

    Gets it:

    ```yaml
    claims:
      - claim: The ferry should stay
        because:
          - all:
              - The bridge is closed
    ```

    Does not:

    ```yaml
    claims:
      - claim: The ferry should stay
        because:
          - all:
              - The bridge is closed
              - There is no other way to the school
    ```
    """
    for a in m.arguments:
        if len(a.premises) != 1 or a.label or a.by or a.citations or a.implicit or a.tags or a.note or a.url:
            continue
        (premise,) = a.premises
        inside = premise.span if premise.is_ref else m.statement(premise.statement).span
        # A premise that is the item itself begins where the step does; one in a group stands further in.
        if a.span and inside and (a.span.line < inside.line if premise.is_ref else a.span[:2] != inside[:2]):
            yield Found(
                f"`{premise.statement}` stands alone in a group",
                a.span,
                "add the premise that it needs, or write it without `all`",
            )


def repeated_premise(m: ArgumentMap, _: Limits) -> Iterator[Found]:
    """A statement that is a premise twice, in one group or in two steps of the same kind to the same conclusion.

    Said twice it proves no more, but counts twice wherever reasons are weighed.

    Gets it:

    ```yaml
    claims:
      - claim: The ferry should stay
        because:
          - claim: The bridge is closed
            id: closed
          - ref: closed
    ```

    Does not:

    ```yaml
    claims:
      - claim: The ferry should stay
        because:
          - claim: The bridge is closed
            id: closed
          - all:
              - ref: closed
              - There is no other way to the school
    ```
    """
    first: dict[object, Argument] = {}
    for a in m.arguments:
        held: set[str] = set()
        for premise in a.premises:
            if premise.statement in held:
                message = f"`{premise.statement}` is a premise of this step twice"
                yield Found(message, premise.span or a.span, "take one of them out")
            held.add(premise.statement)
        other = first.setdefault((a.direction, a.conclusion, a.target, frozenset(held)), a) if held else a
        if other is not a:
            shown = ", ".join(f"`{name}`" for name in some_of(sorted(held)))
            message = f"the same step is taken twice: {shown}, {'for' if a.direction == 'for' else 'against'} the same"
            yield Found(message, a.span, "take one of them out", _note("it is taken here already", other.span))


def supports_and_attacks(m: ArgumentMap, _: Limits) -> Iterator[Found]:
    """A statement that is given for and against the same conclusion.

    What cuts both ways needs at least one more premise on each side to say how; as it stands, the two steps cancel out.

    Gets it:

    ```yaml
    claims:
      - claim: The ferry should stay
        because:
          - claim: It is old
            id: old
        but:
          - ref: old
    ```

    Does not:

    ```yaml
    claims:
      - claim: The ferry should stay
        because:
          - all:
              - claim: It is old
                id: old
              - Old boats draw visitors
        but:
          - all:
              - ref: old
              - Old boats need costly repairs
    ```
    """
    given: dict[tuple[str, str], Argument] = {}
    for a in m.arguments:
        if a.direction is Direction.FOR and len(a.premises) == 1:
            given.setdefault((a.premises[0].statement, a.conclusion or ""), a)
    for a in m.arguments:
        if a.direction is not Direction.AGAINST or len(a.premises) != 1:
            continue
        premise = a.premises[0].statement
        other = given.get((premise, a.conclusion or ""))
        if other:
            message = f"`{premise}` is given both for and against `{a.conclusion}`"
            hint = "take one out, or group each with the premise that makes it count that way (`all`)"
            yield Found(message, a.span, hint, _note("here it is given for it", other.span))


def deep_place(m: ArgumentMap, limits: Limits) -> Iterator[Found]:
    """A statement that is more than `depth` steps (12, unless set) below a root.

    Nobody follows an argument that far in one go, and a picture of it runs off the page. A deep branch can be a root
    of its own, and be referred to.

    Gets it (with `depth = 2`):

    ```yaml
    claims:
      - claim: The ferry should stay
        because:
          - claim: The school is far by road
            because:
              - claim: The bridge is closed
                because: Its piers are cracked
    ```

    Does not:

    ```yaml
    claims:
      - claim: The ferry should stay
        because:
          - claim: The school is far by road
            because:
              - claim: The bridge is closed
    ```
    """
    for visit in m.walk():
        if visit.depth == limits.depth + 1 and visit.first and visit.statement is not None:
            far = f"`{visit.statement}` stands {visit.depth} steps below its root"
            message = f"{far}; more than {limits.depth} are hard to follow"
            hint = "write a branch of its own as an item of `claims` with an `id`, and `ref` it here"
            yield Found(message, m.statement(visit.statement).span, hint)


def wide_place(m: ArgumentMap, limits: Limits) -> Iterator[Found]:
    """A statement with more than `width` arguments on it (12, unless set), or a group with more premises.

    Side by side they make a picture that no page can hold, and a reader remembers a handful. Mostly some of them are
    reasons for a claim in between that is not written yet.

    Gets it (with `width = 2`):

    ```yaml
    claims:
      - claim: The ferry should stay
        because:
          - The bridge is closed
          - The school is far by road
          - It is cheap
    ```

    Does not:

    ```yaml
    claims:
      - claim: The ferry should stay
        because:
          - claim: There is no other good way across
            because:
              - The bridge is closed
              - The school is far by road
          - It is cheap
    ```
    """
    hint = "write the claim that several of them speak for, and put them under it"
    for s in m.statements:
        count = len(m.arguments_on(s.id))
        if count > limits.width:
            message = f"{count} arguments bear on `{s.id}`; more than {limits.width} are hard to take in"
            yield Found(message, s.span, hint)
    for a in m.arguments:
        if len(a.premises) > limits.width:
            message = f"`{a.id}` has {len(a.premises)} premises; more than {limits.width} are hard to take in"
            yield Found(message, a.span, hint)
