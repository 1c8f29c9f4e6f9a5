"""One value at a time: from what was typed beside a key to what the field table says it holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from argmap.looks import NARROWEST, WIDEST, WRAP
from argmap.mapfile.fields import Field, Kind, Owner
from argmap.mapfile.tree import ListNode, MapNode, Node, Scalar, place_of, span_of
from argmap.naming import nearest
from argmap.problem import Edit, Problem

Report = Callable[..., None]
"""Takes code, message, node and hint."""

NAME = re.compile(r"[\w.-]+")
_NUMBER = re.compile(r"[0-9]+\.?[0-9]*|\.[0-9]+")


REFERENCES = frozenset(("ref", "thesis", "positions", "accepted", "rejected", "undecided"))
"""Keys whose names are those of statements: what is no name there may be a statement's text."""


def is_slip(word: str, known: str) -> bool:
    """Whether a word is so near to a known one that it can be nothing else, only mistyped."""
    import difflib

    return difflib.SequenceMatcher(None, word, known).ratio() >= 0.8


def instead(node: Node, text: str) -> tuple[Edit, ...]:
    """The edit that puts another text in the place of a scalar; none where it is more than one line."""
    place = place_of(node)
    return (Edit(place, text),) if node.value is not None and place.line == place.end_line else ()


def short(text: str) -> str:
    """A text on one line, cut where it is too long to be repeated."""
    text = " ".join(text.split())
    return text if len(text) <= 40 else text[:39] + "…"


def as_data(node: Node) -> Any:
    """The user's own data as typed: text, list or mapping of text."""
    if isinstance(node, ListNode):
        return [as_data(child) for child in node.children]
    if isinstance(node, MapNode):
        return {as_data(key) if isinstance(key, Scalar) else "?": as_data(value) for key, value in node.pairs()}
    return node.value


def convert(field: Field, node: Node, report: Report) -> Any:
    """The value of a field; None after a report of what is wrong with it."""
    if isinstance(node, Scalar) and not node.value.strip():
        what = "a text" if field.kind is Kind.TEXT else field.kind.value
        hint = f"give it {what}" + ("" if field.required or field.owner is Owner.WORD else ", or remove the key")
        report("empty-value", f"`{field.name}` has nothing beside it", node, hint)
        return None
    return _CONVERTERS[field.kind](field, node, report)


def text(field: Field, node: Node, report: Report) -> str | None:
    """A text, without the line end that a block leaves."""
    if isinstance(node, Scalar):
        return str(node.value).rstrip()
    if field.kind is not Kind.TEXT:
        kind = "one of its words" if field.kind is Kind.CHOICE else field.kind.value
        report("text-expected", f"`{field.name}` holds {kind} and no more", node, "write it beside the key, by itself")
        return None
    if node.flow:
        what, hint = "YAML takes what begins with a bracket for a list", "put the text in quotes"
    elif isinstance(node, ListNode):
        what, hint = "a list stands here", "write it without a dash; a long text goes under `>-`"
    else:
        what, hint = "keys stand here", "put a text with a colon in quotes, or under `>-`"
    report("text-expected", f"`{field.name}` holds a text, and {what}", node, hint)
    return None


def name(field: Field, node: Node, report: Report) -> str | None:
    """A name: letters, digits, ``-``, ``_`` and ``.``."""
    value = text(field, node, report)
    if value is not None and "/" in value and field.name in REFERENCES:
        message = f"a {'`ref`' if field.name == 'ref' else 'name'} with `/` is kept for later versions of the language"
        report("reserved-field", message, node, "refer to a statement of this file by its `id`")
        return None
    if value is not None and not NAME.fullmatch(value) and field.name not in REFERENCES:
        refuse_name(node, report)
        return None
    return value


def refuse_name(node: Node, report: Report) -> None:
    """Report a text that is no name."""
    value = node.value or ""
    better = better_name(value)
    hint = f"write `{better}`" if better else "choose a short word, such as `one-aim`"
    report("bad-name", f"`{short(value)}` is no name: letters, digits, `-`, `_` and `.` make one", node, hint)


def better_name(text: str) -> str:
    """The name that a text may become, empty when it has no letters."""
    return short("-".join(re.findall(r"[\w.-]+", text)))


def _number(field: Field, node: Node, report: Report) -> float | None:
    value = text(field, node, report)
    if value is None:
        return None
    if not _NUMBER.fullmatch(value) or not 0 <= float(value) <= 1:
        meant = re.fullmatch(r"(\d+[.,]?\d*|[.,]\d+) *(%?)", value)
        number = float(meant[1].replace(",", ".")) if meant else -1.0
        number = number / 100 if number >= 2 or (meant and meant[2]) else number
        hint = f"write `{number:g}`" if 0 <= number <= 1 else "0 is the least, 1 the most; write `0.8` for 80 %"
        fix = instead(node, f"{number:g}") if 0 <= number <= 1 else ()
        report("bad-number", f"`{field.name}` is a number from 0 to 1, not `{short(value)}`", node, hint, fix=fix)
        return None
    return float(value)


def _truth(field: Field, node: Node, report: Report) -> bool | None:
    value = text(field, node, report)
    if value is None:
        return None
    if value not in ("true", "false"):
        meant = {"yes": "true", "on": "true", "no": "false", "off": "false"}.get(value.lower(), value.lower())
        hint = f"write `{meant}`" if meant in ("true", "false") else "write one of them, or remove the key"
        fix = instead(node, meant) if meant in ("true", "false") else ()
        report("bad-truth", f"`{field.name}` is `true` or `false`, not `{short(value)}`", node, hint, fix=fix)
        return None
    return value == "true"


def _choice(field: Field, node: Node, report: Report) -> str | None:
    value = text(field, node, report)
    if value is None or value in field.choices:
        return value
    low = {"true": "accepted", "yes": "accepted", "false": "rejected", "no": "rejected"}.get(value.lower(), value)
    _refuse(field, node, value, report, f"`{field.name}` is", low if low in field.choices else "")
    return None


def _refuse(field: Field, node: Node, value: str, report: Report, lead: str, meant: str = "") -> None:
    """Report a word that is none of those that a field may hold; ``meant`` is the one that it stands for, if any."""
    alike = {word.lower(): word for word in field.choices}
    near = meant or nearest(value.lower(), alike)
    hint = f"did you mean `{alike[near]}`?" if near else "write one of them, or remove the key"
    fix = instead(node, alike[near]) if near and is_slip(value.lower(), near) else ()
    report("bad-choice", f"{lead} {_or(field.choices)}, not `{short(value)}`", node, hint, fix=fix)


def _chosen(field: Field, node: Node, report: Report) -> tuple[str, ...] | None:
    """Some of the words that a field may hold."""
    words = _words(field, node, report)
    if words is None:
        return None
    children = node.children if isinstance(node, ListNode) else [node]
    for child in children:
        word = child.value.strip() if isinstance(child, Scalar) else ""
        if word and word not in field.choices:
            _refuse(field, child, word, report, f"`{field.name}` holds")
    return tuple(word for word in words if word in field.choices)


def _width(field: Field, node: Node, report: Report) -> int | None:
    value = text(field, node, report)
    if value is None:
        return None
    if not re.fullmatch("[0-9]{1,9}", value) or not NARROWEST <= int(value) <= WIDEST:
        message = f"`{field.name}` is a whole number of points from {NARROWEST} to {WIDEST}, not `{short(value)}`"
        report("bad-number", message, node, f"the usual width is {WRAP}; write a number, or remove the key")
        return None
    return int(value)


def _or(words: Iterable[str]) -> str:
    *most, last = [f"`{w}`" for w in words]
    return f"{', '.join(most)} or {last}" if most else last


def scalars(field: Field, node: Node, report: Report) -> list[Scalar]:
    """The names of a list, each where it stands."""
    if isinstance(node, Scalar):
        words = ", ".join(re.findall(r"[\w.-]+", node.value))
        hint = f"write `{field.name}: [{short(words)}]`"
        report("list-expected", f"`{field.name}` holds a list", node, hint, fix=instead(node, f"[{words}]"))
        return []
    if isinstance(node, MapNode):
        report("list-expected", f"`{field.name}` holds a list of names", node, f"write `{field.name}: [one, two]`")
        return []
    return [child for child in node.children if name(field, child, report) is not None]


def _words(field: Field, node: Node, report: Report) -> tuple[str, ...] | None:
    if isinstance(node, Scalar):
        if not node.style and "," in node.value:
            hint = f"write `{field.name}: [{short(node.value)}]`"
            message = f"several {field.name} make a list"
            report("list-expected", message, node, hint, fix=instead(node, f"[{node.value}]"))
            return None
        return (node.value.strip(),)
    if isinstance(node, MapNode):
        hint = f"write `{field.name}: [one, two]`"
        report("list-expected", f"`{field.name}` holds {field.kind.value}", node, hint)
        return None
    words = []
    for child in node.children:
        value = text(field, child, report)
        if value == "":
            report("empty-value", f"one of the {field.name} is empty", child, "write it, or remove the comma")
        elif value is not None:
            words.append(value)
    return tuple(words)


def files(field: Field, node: Node, report: Report) -> list[Scalar] | None:
    """The paths of a list, or the one path, each where it stands."""
    if isinstance(node, MapNode):
        hint = "write the path of the file beside it"
        report("text-expected", f"`{field.name}` holds {field.kind.value}", node, hint)
        return None
    children = node.children if isinstance(node, ListNode) else [node]
    if not children:
        report("empty-value", f"`{field.name}` has nothing in it", node, "name a file, or remove the key")
    empty = next((child for child in children if isinstance(child, Scalar) and not child.value.strip()), None)
    if empty is not None:
        report("empty-value", f"one of the files of `{field.name}` has no name", empty, "write its path, or remove it")
    return [child for child in children if text(field, child, report)]


_CONVERTERS: Mapping[Kind, Callable[[Field, Node, Report], Any]] = {
    Kind.TEXT: text,
    Kind.NAME: name,
    Kind.KEY: text,
    Kind.NUMBER: _number,
    Kind.TRUTH: _truth,
    Kind.CHOICE: _choice,
    Kind.WORDS: _chosen,
    Kind.WIDTH: _width,
    Kind.TAGS: _words,
    Kind.FILES: files,
    Kind.NAMES: scalars,
}
"""The kinds whose value stands by itself; the others are read by those who know the rest of the file."""


def reporter(problems: list[Problem]) -> Report:
    """What adds a problem to the list."""

    def report(code: str, message: str, node: Node | None, hint: str | None = None, **more: Any) -> None:
        problems.append(Problem(code, message, span_of(node), hint=hint, **more))

    return report
