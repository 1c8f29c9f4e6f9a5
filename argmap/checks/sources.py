"""Doubts about sources: those that nobody cites, those that nobody could find, quotes that are excerpts."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks.found import Found, Limits
from argmap.checks.words import words
from argmap.model import ArgumentMap, Citation


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
