"""The critical questions of a map, in text and in JSON: those that are open, and what answers the others."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Sequence
from typing import Any

from argmap.model import Argument, ArgumentMap, Direction
from argmap.questions import Asked, Questioned, critical_questions
from argmap.render.wording import Wording, stopped

VERSION = 1
"""The version of the JSON."""
_COLUMNS = 100
_MOST = 8
"""Answers to one question that are told."""
_LEADS = {Direction.FOR: "because", Direction.AGAINST: "but", Direction.UNDERCUTS: "unless"}


def to_text(m: ArgumentMap) -> str:
    """Each argument of a known scheme in words, with its open questions, and with what answers the others."""
    found = critical_questions(m)
    if not found:
        return "No argument of this map names a scheme that argmap knows; `argmap schemes` lists them.\n"
    words = _Words(m)
    asked = [a for q in found for a in q.asked]
    answered = sum(bool(a.answers) for a in asked)
    arguments = "1 argument follows a scheme" if len(found) == 1 else f"{len(found)} arguments follow a scheme"
    closing = (
        f"{arguments}; {answered} of {len(asked)} critical questions are answered. An item of `unless` or `but` answers"
        " one with `answers: NAME`; `argmap schemes NAME` shows a scheme, and where answers to its questions belong."
    )
    blocks = [
        [m.title, "=" * min(len(m.title), _COLUMNS)],
        *(_block(q, words) for q in found),
        _wrapped(closing, "", ""),
    ]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _block(q: Questioned, words: _Words) -> list[str]:
    """One argument and its questions."""
    place = f"line {q.argument.span.line}: " if q.argument.span else f"{q.argument.id}: "
    lines = [f"{place}{q.scheme.name}", *_wrapped(words.step(q.argument), "  ", "  ")]
    width = max(len(a.question.name) for a in q.asked) + 2
    groups = {
        "open": [(a.question.name, a.question.asks) for a in q.asked if not a.answers],
        "answered": [(a.question.name, "; ".join(words.items(a.answers))) for a in q.asked if a.answers],
        "said against the step, without `answers`": [("", told) for told in words.items(q.unnamed)],
    }
    for title, rows in groups.items():
        lines += [f"  {title}:"] if rows else []
        for name, told in rows:
            lines += _wrapped(told, f"    {name:<{width}}" if name else "    ", " " * (4 + width if name else 6))
    return lines


def _wrapped(text: str, first: str, following: str) -> list[str]:
    plain = " ".join(text.split())
    return textwrap.wrap(
        plain,
        _COLUMNS,
        initial_indent=first,
        subsequent_indent=following,
        break_long_words=False,
        break_on_hyphens=False,
    )


class _Words:
    """Arguments of a map in words."""

    def __init__(self, m: ArgumentMap) -> None:
        self._m = m
        self._wording = Wording(m)

    def step(self, a: Argument) -> str:
        """An argument as a sentence."""
        if a.target is not None:
            return f"{self._of(self._m.argument(a.target))} – unless {self._premises(a)}."
        return f"{self._of(a)}."

    def items(self, arguments: Sequence[Argument]) -> list[str]:
        """Arguments by their premises alone, with the word under which they stand; of many the first, and how many."""
        shown = arguments if len(arguments) <= _MOST else arguments[: _MOST - 1]
        more = [f"… ({len(arguments) - len(shown)} more)"] if len(shown) < len(arguments) else []
        return [f"{_LEADS[a.direction]} {self._premises(a)}" for a in shown] + more

    def _of(self, a: Argument) -> str:
        """An argument without its stop; one that breaks another step without that step."""
        if a.conclusion is None:
            return f"Objection: {self._premises(a)}"
        conclusion = stopped(self._m.statement(a.conclusion).text).rstrip(".")
        return f"{conclusion}, {_LEADS[a.direction]} {self._premises(a)}"

    def _premises(self, a: Argument) -> str:
        return "; and ".join(self._premise(p.statement) for p in a.premises) or "for no reason that is given"

    def _premise(self, id: str) -> str:
        s = self._m.statement(id)
        text = self._wording.continued(s.text)
        return f"{text} (according to {s.by})" if s.by else text


def to_json(m: ArgumentMap) -> str:
    """The same as one JSON object, two spaces an indent, with a line end."""
    found = critical_questions(m)
    data = {
        "version": VERSION,
        "title": m.title,
        "arguments": [_argument(q) for q in found],
        "summary": {
            "arguments": len(found),
            "questions": sum(len(q.asked) for q in found),
            "open": sum(len(q.open) for q in found),
        },
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _argument(q: Questioned) -> dict[str, Any]:
    a = q.argument
    return {
        "id": a.id,
        "scheme": q.scheme.name,
        "line": a.span.line if a.span else None,
        "questions": [_question(asked) for asked in q.asked],
        "unnamed": [cut.id for cut in q.unnamed],
    }


def _question(asked: Asked) -> dict[str, Any]:
    q = asked.question
    return {
        "name": q.name,
        "question": q.asks,
        "key": q.key,
        "against": q.against,
        "answered_by": [a.id for a in asked.answers],
    }
