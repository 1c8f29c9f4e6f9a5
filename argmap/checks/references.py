"""Doubts about names: whether an id can be told from another, and is what it seems."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks.found import Found, Limits
from argmap.model import Argument, ArgumentMap, Source, Statement
from argmap.naming import same_but_for_a_slip
from argmap.problem import Note


def ids_differ_in_case(m: ArgumentMap, _: Limits) -> Iterator[Found]:
    """Two names that differ only in capital letters.

    Names are compared exactly, so `one-aim` and `One-Aim` are two statements. Sooner or later somebody refers to one
    and means the other, and nothing would complain.

    Gets it:

    ```yaml
    claims:
      - claim: The coalition had one aim
        id: one-aim
        because:
          - claim: It had one enemy
            id: One-Aim
    ```

    Does not:

    ```yaml
    claims:
      - claim: The coalition had one aim
        id: one-aim
        because:
          - claim: It had one enemy
            id: one-enemy
    ```
    """
    first: dict[str, Statement | Argument] = {}
    things: tuple[Statement | Argument, ...] = (*m.statements, *m.arguments)
    for thing in sorted((t for t in things if t.named), key=lambda t: t.span or (0, 0, 0, 0)):
        other = first.setdefault(thing.id.casefold(), thing)
        if other.id != thing.id:
            notes = (Note(f"`{other.id}` is named here", other.span),) if other.span else ()
            message = f"the names `{other.id}` and `{thing.id}` differ only in capital letters"
            yield Found(message, thing.span, "give one of them a name that cannot be taken for the other", notes)


def source_differs_in_case(m: ArgumentMap, _: Limits) -> Iterator[Found]:
    """Two sources whose keys differ only in capital letters.

    As with names: a citation of one is easily typed as that of the other.

    Gets it:

    ```yaml
    sources:
      nato: {title: The treaty}
      NATO: {title: The yearbook}
    claims:
      - claim: The treaty binds its members
        cite: nato, art. 5; NATO, p. 3
    ```

    Does not:

    ```yaml
    sources:
      treaty: {title: The treaty}
      yearbook: {title: The yearbook}
    claims:
      - claim: The treaty binds its members
        cite: treaty, art. 5; yearbook, p. 3
    ```
    """
    first: dict[str, Source] = {}
    for source in m.sources:
        other = first.setdefault(source.key.casefold(), source)
        if other.key != source.key:
            notes = (Note(f"`{other.key}` stands here", other.span),) if other.span else ()
            message = f"the sources `{other.key}` and `{source.key}` differ only in capital letters"
            yield Found(message, source.span, "give one of them a key that cannot be taken for the other", notes)


def misspelt_speaker(m: ArgumentMap, _: Limits) -> Iterator[Found]:
    """A name in `by` that is all but one of those under `speakers`.

    Then it is a speaker of its own: what is known of the one who was meant, such as the `reliability`, does not count
    here. Told is a name with the same letters and digits, but for capital letters, accents and an article before it,
    and a name in which one word of four letters or more has one letter too many, too few, another or in the wrong
    place. Who really is somebody else can be listed too.

    Gets it:

    ```yaml
    speakers:
      the harbour master: in office since 2019
    claims:
      - claim: The quay will last
        by: the harbour master
        because:
          - claim: It has new piles
            by: The harbor master
    ```

    Does not:

    ```yaml
    speakers:
      the harbour master: in office since 2019
    claims:
      - claim: The quay will last
        by: the harbour master
        because:
          - claim: It has new piles
            by: the ferry master
    ```
    """
    if not m.speakers:
        return
    names = [speaker.name for speaker in m.speakers]
    meant: dict[str, str | None] = {}
    things: tuple[Statement | Argument, ...] = (*m.statements, *m.arguments)
    for thing in things:
        if not thing.by or m.speaker(thing.by):
            continue
        by = " ".join(thing.by.split())
        if by not in meant:
            meant[by] = next((name for name in names if same_but_for_a_slip(by, name)), None)
        if near := meant[by]:
            notes = tuple(Note("who is listed here", s.span) for s in [m.speaker(near)] if s and s.span)
            yield Found(f"no speaker is called `{by}`", thing.span, f"did you mean `{near}`?", notes)
