"""Doubts about sources and speakers: those that nobody cites or could find, excerpts, and confidence in them."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks.found import Found, Limits
from argmap.checks.words import words
from argmap.model import Argument, ArgumentMap, Citation, Statement
from argmap.ratings import FAR, suggested


def _citations(m: ArgumentMap) -> Iterator[Citation]:
    for s in m.statements:
        yield from s.citations
    for a in m.arguments:
        yield from a.citations


def unused_source(m: ArgumentMap, _: Limits) -> Iterator[Found]:
    """A source that no statement cites.

    It was forgotten, or the statement that it proves lost its citation; readers of the list of sources would take it
    for something that the map rests on.

    Gets it:

    ```yaml
    sources:
      trial: {title: Report on the trial}
      survey: {title: A survey of clients}
    claims:
      - evidence: Output held up
        cite: trial, p. 4
    ```

    Does not:

    ```yaml
    sources:
      trial: {title: Report on the trial}
      survey: {title: A survey of clients}
    claims:
      - evidence: Output held up
        cite: trial, p. 4; survey, question 7
    ```
    """
    used = {c.source for c in _citations(m)}
    for source in m.sources:
        if source.key not in used and not source.is_borrowed:
            hint = f"write `cite: {source.key}` where it is used, or take it out"
            yield Found(f"nothing cites the source `{source.key}`", source.span, hint)


def unused_speaker(m: ArgumentMap, _: Limits) -> Iterator[Found]:
    """A speaker under `speakers` who says nothing in the map.

    What was said went unnoticed or was taken out, or the name in `by` is another than the one that is listed. Nobody
    need be listed; whoever is, is there to be heard.

    Gets it:

    ```yaml
    speakers:
      the harbour master: in office since 2019
      the mayor: mayor of Ebbmouth
    claims:
      - claim: The ferry can be kept
        by: the mayor
    ```

    Does not:

    ```yaml
    speakers:
      the mayor: mayor of Ebbmouth
    claims:
      - claim: The ferry can be kept
        by: the mayor
        because:
          - claim: The quay will last
            by: a diver
    ```
    """
    things: tuple[Statement | Argument, ...] = (*m.statements, *m.arguments)
    heard = {speaker.name for thing in things if (speaker := m.speaker(thing.by))}
    for speaker in m.speakers:
        if speaker.name not in heard:
            name = speaker.name if len(speaker.name) <= 40 else f"{speaker.name[:39]}…"
            hint = f"write `by: {name}` where something is said, or take the speaker out"
            yield Found(f"the speaker `{name}` says nothing", speaker.span, hint)


def untitled_source(m: ArgumentMap, _: Limits) -> Iterator[Found]:
    """A source without a title.

    Outlines and pictures then call it by its key, which means nothing to whoever did not write the map.

    Gets it:

    ```yaml
    sources:
      wp-0312: {author: A. Nonymous}
    claims:
      - evidence: Output held up
        cite: wp-0312
    ```

    Does not:

    ```yaml
    sources:
      wp-0312: {author: A. Nonymous, title: Report on the trial}
    claims:
      - evidence: Output held up
        cite: wp-0312
    ```
    """
    for source in m.sources:
        if not source.get("title") and not source.is_borrowed:  # of which reading has told
            yield Found(f"the source `{source.key}` has no title", source.span, "add `title:` to it")


def long_quote(m: ArgumentMap, limits: Limits) -> Iterator[Found]:
    """A quote that is an excerpt: longer than `quote-words` (40, unless set).

    A quote proves a statement by its wording; the few words that matter are found sooner when they stand alone, and
    long excerpts may need leave of who wrote them. `[…]` stands for words left out.

    Gets it (with `quote-words = 12`):

    ```yaml
    sources:
      speech: {title: Speech to the council}
    claims:
      - evidence: The mayor promised to keep the ferry
        cite: speech, para. 2
        quote: I have said it before and I say it again today, this ferry will run for as long as I am mayor
    ```

    Does not:

    ```yaml
    sources:
      speech: {title: Speech to the council}
    claims:
      - evidence: The mayor promised to keep the ferry
        cite: speech, para. 2
        quote: this ferry will run […] as long as I am mayor
    ```
    """
    for citation in _citations(m):
        count = len(words(citation.quote)) if citation.quote else 0
        if count > limits.quote_words:
            message = (
                f"a quote from `{citation.source}` has {count} words; more than {limits.quote_words} are an excerpt"
            )
            yield Found(message, citation.span, "keep the words that matter, with `[…]` for those left out")


def confidence_off_ratings(m: ArgumentMap, _: Limits) -> Iterator[Found]:
    """A confidence far from what the ratings of speaker, source and report suggest, or none where a report is rated.

    Whoever rates a report has judged how far it can be believed; the statement that rests on it should say so too, or
    its `note` why not. What ratings suggest is in a [table](sources.md#ratings); told is a difference of 0.25 or more.

    Gets it:

    ```yaml
    sources:
      notes: {title: The harbour that nobody wanted, reliability: D}
    claims:
      - evidence: The channel silts up at once
        confidence: 0.9
        cite: {source: notes, at: para. 2, credibility: 4}
    ```

    Does not:

    ```yaml
    sources:
      notes: {title: The harbour that nobody wanted, reliability: D}
    claims:
      - evidence: The channel silts up at once
        confidence: 0.4
        cite: {source: notes, at: para. 2, credibility: 4}
    ```
    """
    for s in m.statements:
        value = suggested(m, s)
        if value is None:
            continue
        speaker = m.speaker(s.by)
        rated = ["its speaker"] * (speaker is not None and speaker.reliability is not None)
        rated += ["what it cites"] * bool(s.citations)
        hint = f"write `confidence: {value:g}`, or rate anew {' or '.join(rated)}"
        if s.confidence is not None:
            if abs(s.confidence - value) > FAR - 1e-9:
                message = f"the ratings of {' and '.join(rated)} suggest {value:g}, not {s.confidence:g}"
                yield Found(message, s.span, hint)
        elif any(c.credibility is not None for c in s.citations):
            yield Found(f"what it cites is rated, which suggests a confidence of {value:g}", s.span, hint)
