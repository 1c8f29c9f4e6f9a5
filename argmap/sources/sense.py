"""Words by which the sense of a quote turns, and how far a statement is from a passage, in English."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+(?:'\w+)*")
_SENTENCE_END = re.compile(r"[.!?;:]['\")\]]*\s")
_ABBREVIATED = re.compile(r"(?:\b[A-Za-z]|\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|vs|cf|al|etc|Jr|Sr|Gen|Sen|Rep|Gov|Pres))$")

NEAR = 4
"""Words before a quote in which its sense may turn."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TURNING = _words(
    "not never no nor neither none nobody nothing without hardly scarcely barely cannot if unless whether provided "
    "suppose supposing deny denies denied denying doubt doubts doubted refuted rejected fails failed"
)
_NEGATING = _words("not never no nor neither none nobody nothing hardly scarcely barely cannot")
_TOO = re.compile(r"\btoo \w+ to\b", re.IGNORECASE)
"""Too early to say that …, too good to be true."""
_SAYING = _words(
    "say says said saying claim claims claimed claiming argue argues argued assert asserts asserted allege alleges "
    "alleged insist insists insisted believe believes believed write writes wrote according tell tells told maintain "
    "maintains maintained state states stated declare declares declared suggest suggests suggested"
)


def turning_word(before: str) -> str | None:
    """The word just before a quote, in its sentence, that turns its sense: a negation, a condition, a denial."""
    for word in _last_words(before):
        plain = word.lower()
        if plain in _TURNING or plain.endswith("n't"):
            return word
    too = _TOO.search(" ".join(reversed(_last_words(before, NEAR + 2))))
    return too[0] if too else None


def negating_word(left_out: str) -> str | None:
    """The first negation among words left out of a sentence; None where they reach into another sentence."""
    if _SENTENCE_END.search(f"{left_out} "):
        return None
    return next((w for w in _WORD.findall(left_out) if w.lower() in _NEGATING or w.lower().endswith("n't")), None)


def saying_word(before: str, after: str) -> str | None:
    """The word just outside of a quote, in its sentence, by which the source says that somebody else says it."""
    found = next((word for word in _last_words(before) if word.lower() in _SAYING), None)
    if found is None:
        rest = _SENTENCE_END.split(after, maxsplit=1)[0]
        found = next((word for word in _WORD.findall(rest)[:3] if word.lower() in _SAYING), None)
    return found


def _last_words(before: str, number: int = NEAR) -> list[str]:
    """So many words before a quote that belong to its sentence, the nearest first."""
    sentence = before
    for match in _SENTENCE_END.finditer(before):
        if match[0][0] != "." or not _ABBREVIATED.search(before[: match.start()]):
            sentence = before[match.end() :]
    return _WORD.findall(sentence)[: -number - 1 : -1]


def turns(text: str) -> bool:
    """Whether a text has a word itself that turns its sense."""
    text = text.lower().replace("’", "'")
    return _TOO.search(text) is not None or any(w in _TURNING or w.endswith("n't") for w in _WORD.findall(text))


# ---- how far a statement is from a passage

LEAST_WORDS = 4
"""Words that say something, from which on a statement can be held against a passage."""
LEAST_PASSAGE = 20
"""Words from which on a passage can be held against a statement."""
FAR = 0.15
"""The part of a statement's words below which a passage is far from it."""

_COMMON = _words(
    "about above after again against all also although among and any are because been before being below between both "
    "but can could did does doing down during each even ever every few for from further had has have having her here "
    "hers him his how into its itself just like made make many may might more most much must now off once one only "
    "other our ours out over own same several shall she should since some such than that the their them then there "
    "these they this those through thus too two under until upon very was were what when where which while who whom "
    "whose why will with would yet you your"
)


def stems(text: str) -> set[str]:
    """The beginnings, of five letters, of the words of a text that say something; shorter words whole."""
    words = re.findall(r"\w+", text.casefold())
    return {word[:5] for word in words if len(word) > 2 and word not in _COMMON}


def share(statement: set[str], passage: set[str]) -> float:
    """The part of the words of a statement that a passage has, from 0 to 1."""
    return len(statement & passage) / len(statement) if statement else 1.0


def is_english_prose(text: str) -> bool:
    """Whether a passage is long enough and has so many of the commonest English words that it must be English."""
    words = re.findall(r"\w+", text.casefold())
    return len(words) >= LEAST_PASSAGE and sum(word in _COMMON for word in words) > len(words) / 8
