"""Which keys may stand where, and what to say of one that stands elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from argmap.mapfile.fields import FIELDS, NAMES, RESERVED, Field, Owner, of
from argmap.mapfile.tree import MapNode, Scalar
from argmap.mapfile.values import Report, as_data, instead, is_slip, short
from argmap.model import Extra
from argmap.naming import nearest
from argmap.problem import Edit


class Place:
    """A kind of mapping in a map file: how to call it, its keys, and whose the shared keys are there."""

    def __init__(self, called: str, *owners: Owner, shared: Owner | None = None) -> None:
        self.called = called
        self.fields: Mapping[str, Field] = of(*owners)
        self.shared = shared


_STATEMENT = (Owner.WORD, Owner.STATEMENT, Owner.SHARED)
ROOT = Place("a root", *_STATEMENT, shared=Owner.STATEMENT)
STEP = Place("an item", *_STATEMENT, Owner.STEP, Owner.PREMISE, shared=Owner.STATEMENT)
MEMBER = Place("a premise inside `all`", *_STATEMENT, Owner.PREMISE, shared=Owner.STATEMENT)
REF = Place("a `ref`", Owner.WORD, Owner.STEP, Owner.SHARED, Owner.PREMISE, shared=Owner.STEP)
REF_MEMBER = Place("a `ref` inside `all`", Owner.WORD, Owner.PREMISE)
GROUP = Place("a group", Owner.WORD, Owner.STEP, Owner.SHARED, shared=Owner.STEP)
CITATION = Place("a citation", Owner.CITATION)
SOURCE = Place("a source", Owner.SOURCE)
ISSUE = Place("an issue", Owner.ISSUE)
EXPECT = Place("`expect`", Owner.EXPECT)
STYLE = Place("`style`", Owner.STYLE)
MAP = Place("the map", Owner.MAP)

_WHERE_ELSE = {
    (ROOT, Owner.STEP): "a root is no step; put it on the item of `because` or `but` whose step it speaks of",
    (ROOT, Owner.PREMISE): "a root is no premise; put it on an item of `because`, `but`, `unless` or `all`",
    (MEMBER, Owner.STEP): "it speaks of the whole group's step; put it beside `all`",
    (REF, Owner.STATEMENT): "put it where that statement is written",
    (REF_MEMBER, Owner.STATEMENT): "put it where that statement is written",
    (REF_MEMBER, Owner.STEP): "it speaks of the whole group's step; put it beside `all`",
    (REF_MEMBER, Owner.SHARED): "put it where that statement is written, or beside `all` when it is about the step",
    (GROUP, Owner.STATEMENT): "a group is no statement; put it on one of the premises inside `all`",
    (GROUP, Owner.PREMISE): "put it on one of the premises inside `all`",
}
_OWNER_ELSEWHERE = {
    Owner.WORD: "put it under `claims:`, as an item of its own with a dash",
    Owner.STATEMENT: "it belongs beside `claim`, `counterclaim` or `evidence`, in the same column",
    Owner.STEP: "it belongs on an item of `because`, `but` or `unless`",
    Owner.PREMISE: "it belongs on an item of `because`, `but`, `unless` or `all`",
    Owner.SHARED: "it belongs on an item",
    Owner.CITATION: "it belongs inside a citation: `cite: {source: …, at: …}`",
    Owner.SOURCE: "it belongs under a source in `sources`",
    Owner.ISSUE: "it belongs under `issues`",
    Owner.EXPECT: "it belongs under `expect`",
    Owner.STYLE: "it belongs under `style`",
    Owner.MAP: "it belongs at the top of the file",
}

_BETTER = {"title": "write `label` for a heading", "author": "write `by` for who asserts it"}
"""What an item has instead of a key of the map."""

_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
"""Letters that take no room, and come along when text is copied."""


def keys_of(node: MapNode, place: Place, report: Report) -> tuple[dict[str, Any], Extra, list[str]]:
    """The keys of a flat mapping, sorted: those of the place with their nodes, the user's own, and those refused."""
    known: dict[str, Any] = {}
    extra: list[tuple[str, Any]] = []
    refused: list[str] = []
    for key, value in node.pairs():
        if not isinstance(key, Scalar):
            continue
        if key.value in place.fields:
            known[key.value] = value
        elif key.value.startswith("x-"):
            extra.append((key.value, as_data(value)))
        else:
            refuse(key, place, report)
            refused.append(key.value)
    return known, tuple(extra), refused


def refuse(key: Scalar, place: Place, report: Report) -> None:
    """Report a key that has no owner in a place: misplaced, reserved, misspelt, or a text with a colon."""
    code, message, hint = _verdict(key.value, place)
    report(code, message, key, hint, fix=_fix(key, code, place))


def _fix(key: Scalar, code: str, place: Place) -> tuple[Edit, ...]:
    """The key as it was meant, where it can be nothing else. A capital letter may begin a text with a colon."""
    word = key.value
    if code == "missing-space":
        return instead(key, f"- {word[1:]}")
    if code == "odd-space":
        bare = word.strip().strip(_UNSEEN)
        return instead(key, " " * sum(letter.isspace() for letter in word[: word.index(bare)]) + bare)
    near = nearest(word, place.fields) if code == "unknown-field" and word.islower() else None
    return instead(key, near) if near and is_slip(word, near) else ()


def _verdict(word: str, place: Place) -> tuple[str, str, str]:
    """Code, message and hint for a key that has no owner in a place."""
    bare = word.strip().strip(_UNSEEN)
    if word in RESERVED:
        message = f"`{word}` is kept for later versions of the language"
        return "reserved-field", message, "use a key that begins with `x-`"
    if word == "<<":
        return "merge-key", "`<<` is a YAML merge key, which maps do not have", "write the keys out"
    if word in NAMES:
        where = "at the top of the map" if place is MAP else f"on {place.called}"
        return "misplaced-field", f"`{word}` cannot stand {where}", _owner_hint(word, place)
    if word[:1] == "-" and word[1:] in NAMES:
        return "missing-space", "a space is missing after the dash", f"write `- {word[1:]}:`"
    if bare in NAMES:
        hint = f"write `{bare}` anew, with nothing but common spaces before it"
        return "odd-space", f"letters that cannot be seen stand beside `{bare}`", hint
    if " " in word.strip():
        message = f"`{short(word)}` is no key: your text has a colon"
        return "unknown-field", message, "put the text in quotes, or under `>-`"
    return "unknown-field", f"`{short(word)}` is no key of {place.called}", _near_hint(word, place)


def _owner_hint(word: str, place: Place) -> str:
    """Where a key belongs that cannot stand in a place."""
    is_item = any(f.owner is Owner.SHARED for f in place.fields.values())
    if is_item and word in _BETTER:
        return _BETTER[word]
    if place is CITATION and word == "page":
        return "write `at` for the place in the source"
    owners = [f.owner for f in FIELDS if f.name == word]
    here = next((h for o in owners if (h := _WHERE_ELSE.get((place, o)))), None)
    return here or ", or ".join(_OWNER_ELSEWHERE[o] for o in owners)


def _near_hint(word: str, place: Place) -> str:
    """What an unknown key might be meant to be."""
    is_text = word[:1].isupper()
    near = word.lower() if word.lower() in place.fields else nearest(word, place.fields)
    if near:
        return f"did you mean `{near}`?" + (" When it begins your text, put the text in quotes" if is_text else "")
    refused = {ROOT: ("ref", "all"), MEMBER: ("all",)}.get(place, ())
    known = ", ".join(name for name in place.fields if name not in refused)
    what = "put a text with a colon in quotes" if is_text else f"{place.called} may have {known}"
    return f"{what}; keys of your own begin with `x-`"
