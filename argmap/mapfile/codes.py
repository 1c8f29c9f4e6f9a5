"""The names of what the reader tells: what makes a file no map, and what it only warns of."""

from __future__ import annotations

_ERRORS = """
    alias ambiguous-quote anchor backslash bad-choice bad-key bad-name bad-number bad-truth colon-in-text
    comment-in-text control-character duplicate-id empty-value expected-twice file-outside indentation item-expected
    keys-under-text leading-bracket leading-character leading-quote lines-without-dashes list-expected
    list-on-key-line list-without-key mapping-expected merge-key misplaced-field misplaced-item missing-colon
    missing-dash missing-field missing-space needless-dash no-entry no-word not-a-map not-a-statement not-utf-8
    not-yaml odd-space own-premise position-twice quote-without-citation repeated-key reserved-field second-quote
    several-documents stray-character tab tag text-expected text-is-id text-lost-to-comment too-deep
    too-few-positions too-large too-many-errors too-many-slips two-entries-on-a-line two-words unclosed-bracket
    unclosed-quote unknown-field unknown-reference unknown-source unknown-version unquoted-in-brackets
    unreadable-bibliography
"""
ERRORS: frozenset[str] = frozenset(_ERRORS.split())
"""What makes a file no map; nobody can switch it off."""

WARNINGS: tuple[str, ...] = ("bibliography-entry", "bibliography-not-read", "byte-order-mark", "step-key-below")
"""What reads, but probably not as it was meant."""
