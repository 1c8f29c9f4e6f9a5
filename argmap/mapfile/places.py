"""Which keys may stand where, and what to say of one that stands elsewhere."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.mapfile.fields import FIELDS, NAMES, RESERVED, Field, Owner, of
from argmap.mapfile.tree import Scalar
from argmap.mapfile.values import Report, nearest


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
    Owner.STATEMENT: "it belongs beside `claim`, `counterclaim` or `evidence`",
    Owner.STEP: "it belongs on an item of `because`, `but` or `unless`",
    Owner.PREMISE: "it belongs on an item of `because`, `but`, `unless` or `all`",
    Owner.SHARED: "it belongs on an item",
    Owner.CITATION: "it belongs inside a citation: `cite: {source: …, at: …}`",
    Owner.SOURCE: "it belongs under a source in `sources`",
    Owner.ISSUE: "it belongs under `issues`",
    Owner.EXPECT: "it belongs under `expect`",
    Owner.MAP: "it belongs at the top of the file",
}


def refuse(key: Scalar, place: Place, report: Report) -> None:
    """Report a key that has no owner in a place: misplaced, reserved, misspelt, or a text with a colon."""
    word = key.value
    if word in RESERVED:
        report(
            "reserved-field",
            f"`{word}` is kept for later versions of the language",
            key,
            "use a key that begins with `x-`",
        )
    elif word == "<<":
        report("merge-key", "`<<` is a YAML merge key, which maps do not have", key, "write the keys out")
    elif word == "author" and Owner.SHARED in {f.owner for f in place.fields.values()}:
        report("misplaced-field", f"`author` cannot stand on {place.called}", key, "write `by` for who asserts it")
    elif word in NAMES:
        owner = next(f.owner for f in FIELDS if f.name == word)
        hint = _WHERE_ELSE.get((place, owner)) or _OWNER_ELSEWHERE[owner]
        report("misplaced-field", f"`{word}` cannot stand on {place.called}", key, hint)
    elif " " in word.strip():
        report(
            "unknown-field",
            f"`{_short(word)}` is no key: your text has a colon",
            key,
            "put the text in quotes, or under `>-`",
        )
    else:
        near = nearest(word, place.fields)
        hint = (
            f"did you mean `{near}`?"
            if near
            else f"keys of your own begin with `x-`; {place.called} may have {', '.join(place.fields)}"
        )
        report("unknown-field", f"`{_short(word)}` is no key of {place.called}", key, hint)


def _short(word: str) -> str:
    word = " ".join(word.split())
    return word if len(word) <= 40 else word[:39] + "…"
