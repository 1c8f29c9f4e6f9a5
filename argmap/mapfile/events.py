"""Any YAML text to the located tree, by the events of YAML's own parser.

Without recursion, since YAML's object builder overflows the stack on hostile nesting, knows no places, and does not
complain of a repeated key. What is valid YAML but means nothing in a map is told here.
"""

from __future__ import annotations

import re
from operator import attrgetter
from typing import Any

import yaml

from argmap.mapfile.fields import NAMES, STATEMENT_WORDS, WORDS
from argmap.mapfile.tree import MAX_DEPTH, Branch, ListNode, MapNode, Node, Scalar, place_of, span_of
from argmap.problem import Note, Problem, Span

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
NotYaml = yaml.YAMLError
"""What `parse` raises where YAML's grammar gives up."""

_SHORT = 160
"""Characters of two texts that a hint repeats."""

_TOO_DEEP = "exceeded maximum nesting depth"
"""What YAML's own parser says of far more levels than there may be here, from its version 0.2.6 on."""
_IN_QUOTES = "put the text in quotes"


def parse(text: str, problems: list[Problem], run_on: list[Scalar] | None = None) -> Node | None:
    """The tree of a text, None for an empty one; what means nothing in a map is added to the problems.

    Texts that may have swallowed an item of a list, since they hold a dash between spaces, are added to ``run_on``.
    Raises `NotYaml` where YAML's grammar gives up.
    """
    loader = _Loader(text)
    try:
        return _build(loader, problems, "&" in text or "!" in text, [] if run_on is None else run_on)
    except yaml.MarkedYAMLError as error:
        if error.problem != _TOO_DEEP or not error.problem_mark:
            raise
        line, column = error.problem_mark.line + 1, error.problem_mark.column + 1
        problems.append(_too_deep(Span(line, column, line + 1, 1)))
        return None
    finally:
        loader.dispose()


def _build(loader: Any, problems: list[Problem], may_be_marked: bool, run_on: list[Scalar]) -> Node | None:
    """Follow the events to the end of the first document; anchors and tags are looked for where there may be any."""
    scalar, map_start, list_start = Scalar, yaml.MappingStartEvent, yaml.SequenceStartEvent
    map_end, list_end = yaml.MappingEndEvent, yaml.SequenceEndEvent
    top: list[Any] = []
    add = top.append
    open_branches: list[Branch] = []
    for event in iter(loader.get_event, None):
        kind = event.__class__
        if kind is scalar:
            if may_be_marked and (event.tag is not None or event.anchor is not None):
                problems.append(_marked(event))
                event.value = event.value or event.tag or event.anchor  # not to be told that it is empty, too
            if " - " in event.value and not event.style:
                run_on.append(event)
            add(event)
        elif kind is map_start or kind is list_start:
            if may_be_marked and (event.tag is not None or event.anchor is not None):
                problems.append(_marked(event))
            branch = MapNode(event) if kind is map_start else ListNode(event)
            add(branch)
            open_branches.append(branch)
            if len(open_branches) > MAX_DEPTH:
                problems.append(_too_deep(place_of(branch)))
                return None
            add = branch.children.append
        elif kind is map_end or kind is list_end:
            done = open_branches.pop()
            done.end_mark = event.end_mark
            if kind is map_end:
                _refuse_repeated(done, problems)
            add = open_branches[-1].children.append if open_branches else top.append
        elif kind is yaml.AliasEvent:
            message = "a `*` before a word is a YAML alias, which maps do not have"
            hint = "put the text in quotes; to use a statement again, write `ref:` and its id"
            problems.append(Problem("alias", message, _place(event), hint=hint))
            add(Scalar(None, None, (True, False), "*" + event.anchor, event.start_mark, event.end_mark, style='"'))
        elif kind is yaml.DocumentStartEvent and top:
            message = "a file holds one map, and `---` begins a second"
            problems.append(Problem("several-documents", message, _place(event), hint="put it into a file of its own"))
            return _first(top)
        elif kind is yaml.StreamEndEvent:
            break
    return _first(top)


def _too_deep(place: Span) -> Problem:
    """What is told where this, or YAML's own parser, follows no further."""
    hint = "write a deep branch as an item of `claims` with an `id`, and `ref` it where it is used"
    return Problem("too-deep", f"the nesting is deeper than {MAX_DEPTH} levels", place, hint=hint)


def _first(top: list[Any]) -> Node | None:
    found: Node | None = top[0] if top else None
    return found


def _place(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _marked(event: Any) -> Problem:
    """An anchor or a tag, which would take a word from the text."""
    sign, what = (f"&{event.anchor}", "an anchor") if event.anchor is not None else (event.tag, "a tag")
    code = what.split()[1]
    return Problem(code, f"`{sign}` is {what} of YAML, which would be lost", _place(event), hint=_IN_QUOTES)


_value_of = attrgetter("value")


def _joined(key: str, one: str | None, two: str | None) -> str:
    """What to do about a key that stands twice, with its values where they are texts."""
    if key in STATEMENT_WORDS:
        return f"begin the second with a dash of its own, `- {key}: …`"
    if key not in (*WORDS, "because", "but", "unless"):
        return "keep one of the two, or begin the second item with a dash"
    if one and two and len(one + two) < _SHORT:
        return f"write `{key}:`, and below it `  - {one}`, and below it `  - {two}`"
    return f"put the items of both under one `{key}:`, each with a dash"


def _refuse_repeated(node: Branch, problems: list[Problem]) -> None:
    """Complain of a key that stands twice in one mapping, and of keys that are no words."""
    keys = node.children[::2]
    names = set(map(_value_of, keys))
    if len(names) == len(keys) and None not in names:
        return
    for key in keys:
        if key.__class__ is not Scalar:
            message = "a list or mapping cannot be a key"
            problems.append(Problem("bad-key", message, span_of(key), hint=_IN_QUOTES))
    first: dict[str, tuple[Any, Any]] = {}
    for key, value in zip(keys, node.children[1::2], strict=False):
        if key.__class__ is Scalar and first.setdefault(key.value, (key, value))[0] is not key:
            other = first[key.value]
            message = f"`{key.value}` stands twice in one item"
            notes = (Note("it stands here already", place_of(other[0])),)
            hint = _joined(key.value, other[1].value, value.value)
            problems.append(Problem("repeated-key", message, span_of(key), hint=hint, notes=notes))


_WORD_LIKE_COMMENT = re.compile(r"[ \t]#[^\s#!]")
_TIGHT_COLON = re.compile(r":[^\s/]")
_TIGHT_DASH = re.compile(r"-[^\s-]")
SIGNS = "*•◦▪‣●○■"
"""What somebody may have written for the `-` of an item, and YAML reads as part of a text."""
_SIGN = re.compile(rf"^ +[{SIGNS}] ", re.MULTILINE)
_ODD_SPACE = re.compile("[\u1680\u2000-\u200f\u202f\u205f\u3000]")


def may_mislead(text: str) -> bool:
    """Whether a text that YAML reads may yet say something else than was typed; seldom so, and worth a second look."""
    return (
        ("#" in text and _WORD_LIKE_COMMENT.search(text) is not None)
        or any(_ends_with_key(text, colon.start()) for colon in _TIGHT_COLON.finditer(text))
        or _has_tight_item(text)
        or (any(f" {sign} " in text for sign in SIGNS) and _SIGN.search(text) is not None)
        or (not text.isascii() and _ODD_SPACE.search(text) is not None)
    )


def _has_tight_item(text: str) -> bool:
    """Whether a dash that no space follows stands behind nothing but spaces and dashes, or behind a colon."""
    end = 0
    for dash in _TIGHT_DASH.finditer(text):
        at = dash.start()
        if text[at - 2 : at] == ": ":
            return True
        if at < end:
            continue  # only the first of a line can be where the line begins, and a line may be very long
        if not text[text.rfind("\n", 0, at) + 1 : at].strip(" -"):
            return True
        end = text.find("\n", at)
        if end < 0:
            break
    return False


def _ends_with_key(text: str, end: int) -> bool:
    """Whether a key of the language stands before a place."""
    words = text[max(0, end - 20) : end].split()
    return bool(words) and words[-1] in NAMES
