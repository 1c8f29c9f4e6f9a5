"""Doubts about wording: statements that cannot be argued about as they are put."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.checks.found import Found, Limits
from argmap.checks.words import is_english, plain, words
from argmap.model import ArgumentMap, Statement
from argmap.problem import Note

_BECAUSE = re.compile(r"\b(because(?! of\b)|therefore)\b", re.IGNORECASE)
_OPEN_END = re.compile(r"(?:[:;,…–—-]|\.\.\.)$")


def same_text(m: ArgumentMap, _: Limits) -> Iterator[Found]:
    """Two statements with the same words, or the same but for capital letters and punctuation.

    They are two statements to argmap: a reason given for one does nothing for the other. One statement that is needed
    in two places is written once, with an `id`, and referred to by `ref` elsewhere.

    Gets it:

    ```yaml
    claims:
      - claim: The ferry should stay
        because:
          - The bridge is closed
          - claim: The school is far by road
            because: The bridge is closed!
    ```

    Does not:

    ```yaml
    claims:
      - claim: The ferry should stay
        because:
          - claim: The bridge is closed
            id: closed
          - claim: The school is far by road
            because: {ref: closed}
    ```
    """
    first: dict[str, Statement] = {}
    for s in m.statements:
        key = plain(s.text)
        if not key:
            continue
        other = first.setdefault(key, s)
        if other is not s:
            how = "the same text" if other.text == s.text else "the same words"
            notes = (Note(f"`{other.id}` stands here", other.span),) if other.span else ()
            name = f"`{other.id}`" if other.named else "an `id` that you give it"
            hint = f"if they are one statement, write it once and `ref:` it by {name}; otherwise say how they differ"
            yield Found(f"`{other.id}` and `{s.id}` have {how}", s.span, hint, notes)


def two_propositions(m: ArgumentMap, _: Limits) -> Iterator[Found]:
    """A statement that holds an argument: two propositions joined by "because" or "therefore".

    Nobody can object to the reason alone, or to the step, while both hide in one text. Causes are another matter: that
    one thing brought about another is a single statement, best put without the word ("NATO's growth ended it"). Looked
    for in English maps; what somebody else is reported to say (`by`) is left as it was said.

    Gets it:

    ```yaml
    claims:
      - claim: The ferry should stay because the bridge is closed
    ```

    Does not:

    ```yaml
    claims:
      - claim: The ferry should stay
        because: The bridge is closed
    ```
    """
    if not is_english(m.language):
        return
    for s in m.statements:
        joint = None if s.by else _BECAUSE.search(s.text, 1)
        if joint:
            hint = "write the reason as an item under `because`; if it is a cause, say what brought about what"
            yield Found(f"`{s.id}` holds two propositions, joined by “{joint[0]}”", s.span, hint)


def question_as_claim(m: ArgumentMap, _: Limits) -> Iterator[Found]:
    """A question where a statement should stand.

    A question is neither true nor false, so nothing can speak for or against it. The question of the whole map goes
    into `question`, a question between rival statements into `issues`.

    Gets it:

    ```yaml
    claims:
      - claim: Should the ferry stay?
    ```

    Does not:

    ```yaml
    question: Should the ferry stay?
    claims:
      - claim: The ferry should stay
    ```
    """
    for s in m.statements:
        if s.text.rstrip("\"'”’»)] ").endswith(("?", "？", "؟", "⁇")):
            yield Found(
                f"`{s.id}` is a question, which cannot be true or false",
                s.span,
                "write what you, or they, answer to it",
            )


def fragment(m: ArgumentMap, _: Limits) -> Iterator[Found]:
    """A text that is no sentence: a single word, or one that breaks off.

    "Costs" can mean that there are any, that they are high, or that they do not matter; only a sentence can be argued
    about. A heading goes into `label`.

    Gets it:

    ```yaml
    claims:
      - claim: The ferry should stay
        because:
          - Costs
          - And besides, the school …
    ```

    Does not:

    ```yaml
    claims:
      - claim: The ferry should stay
        because:
          - claim: It costs less than a new bridge
            label: Costs
    ```
    """
    for s in m.statements:
        text = s.text.strip()
        # Scripts that are written without spaces have no single words that could be told by them.
        if (
            " " not in text
            and len(text) < 40
            and len(words(text)) == 1
            and all(ord(letter) < 0x0E00 for letter in text)
        ):
            yield Found(
                f"`{s.id}` is a single word, not a statement", s.span, "write a sentence; the word may be its `label`"
            )
        elif _OPEN_END.search(text):
            yield Found(f"`{s.id}` breaks off", s.span, "write the sentence to its end")


def long_text(m: ArgumentMap, limits: Limits) -> Iterator[Found]:
    """A statement too long for a box: more words than `text-words` (40, unless set).

    Long texts make a picture that nobody reads, and mostly hold more than one statement.

    Gets it (with `text-words = 10`):

    ```yaml
    claims:
      - claim: >-
          The ferry, which has run since the time of my grandmother, should stay where it is for some years
    ```

    Does not:

    ```yaml
    claims:
      - claim: The ferry should stay for some years
        note: It has run since the time of my grandmother.
    ```
    """
    for s in m.statements:
        count = len(words(s.text)) if len(s.text) > 2 * limits.text_words else 0
        if count > limits.text_words:
            message = f"`{s.id}` has {count} words; more than {limits.text_words} do not fit a box"
            yield Found(message, s.span, "say one thing shortly, and put the rest into `note`, `quote` or `because`")


def label_repeats_text(m: ArgumentMap, _: Limits) -> Iterator[Found]:
    """A label that only says the text again.

    A label is what a reader sees from afar, two to five words; where it repeats the text, the box shows it twice.

    Gets it:

    ```yaml
    claims:
      - claim: The ferry should stay.
        label: The ferry should stay
    ```

    Does not:

    ```yaml
    claims:
      - claim: The ferry should stay.
        label: Keep the ferry
    ```
    """
    for s in m.statements:
        if s.label and len(s.text) < 2 * len(s.label) and plain(s.label) == plain(s.text):
            yield Found(f"the label of `{s.id}` only repeats its text", s.span, "shorten the label, or take it out")
