"""Which keys may stand where, and what to say of one that stands elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
ROOT = Place("an item of `claims`", *_STATEMENT, shared=Owner.STATEMENT)
STEP = Place("an item", *_STATEMENT, Owner.STEP, Owner.PREMISE, shared=Owner.STATEMENT)
MEMBER = Place("a premise inside `all`", *_STATEMENT, Owner.PREMISE, shared=Owner.STATEMENT)
REF = Place("a `ref`", Owner.WORD, Owner.STEP, Owner.SHARED, Owner.PREMISE, shared=Owner.STEP)
REF_MEMBER = Place("a `ref` inside `all`", Owner.WORD, Owner.PREMISE)
GROUP = Place("an `all`", Owner.WORD, Owner.STEP, Owner.SHARED, shared=Owner.STEP)
CITATION = Place("a citation", Owner.CITATION)
SOURCE = Place("a source", Owner.SOURCE)
SPEAKER = Place("a speaker", Owner.SPEAKER)
ISSUE = Place("an issue", Owner.ISSUE)
EXPECT = Place("`expect`", Owner.EXPECT)
STYLE = Place("`style`", Owner.STYLE)
MAP = Place("the map", Owner.MAP)

OTHER_WORDS: Mapping[Place, tuple[str, ...]] = {ROOT: ("ref", "all"), MEMBER: ("all",)}
"""Words that make no item of these places, with which they are read all the same."""

_WHERE_ELSE = {
    (ROOT, Owner.STEP): "put it on the item of `because` or `but` whose step it speaks of",
    (ROOT, Owner.PREMISE): "put it on an item of `because`, `but`, `unless` or `all`",
    (MEMBER, Owner.STEP): "put it beside `all`: it speaks of what the premises show together",
    (REF, Owner.STATEMENT): "put it where that statement is written",
    (REF_MEMBER, Owner.STATEMENT): "put it where that statement is written",
    (REF_MEMBER, Owner.STEP): "put it beside `all`: it speaks of what the premises show together",
    (REF_MEMBER, Owner.SHARED): "put it where that statement is written, or beside `all` when it is about the step",
    (GROUP, Owner.STATEMENT): "put it on one of the premises inside `all`",
    (GROUP, Owner.PREMISE): "put it on one of the premises inside `all`",
}
_OWNER_ELSEWHERE = {
    Owner.WORD: "put it under `claims:`, as an item of its own with a dash",
    Owner.STATEMENT: "it belongs beside `claim`, `counterclaim` or `evidence`, in the same column",
    Owner.STEP: "it belongs on an item of `because`, `but` or `unless`",
    Owner.PREMISE: "it belongs on an item of `because`, `but`, `unless` or `all`",
    Owner.SHARED: "it belongs beside `claim`, `counterclaim` or `evidence`, in the same column",
    Owner.CITATION: "it belongs inside a citation: `cite: {source: …, at: …}`",
    Owner.SOURCE: "it belongs under a source in `sources`",
    Owner.SPEAKER: "it belongs under a name in `speakers`",
    Owner.ISSUE: "it belongs under `issues`",
    Owner.EXPECT: "it belongs under `expect`",
    Owner.STYLE: "it belongs under `style`",
    Owner.MAP: "it belongs at the top of the file",
}

_BETTER = {"title": "write `label` for a heading", "author": "write `by` for who asserts it"}
"""What an item has instead of a key of the map."""

_SYNONYMS = {
    **dict.fromkeys(("reason", "reasons", "why", "pro", "pros", "support", "since", "for", "arguments"), "because"),
    **dict.fromkeys(("objection", "objections", "con", "cons", "contra", "against", "rebuttal", "however"), "but"),
    **dict.fromkeys(("exception", "exceptions", "except", "undercutter"), "unless"),
    **dict.fromkeys(("conclusion", "statement", "proposition", "premise"), "claim"),
    **dict.fromkeys(("premises", "together", "and"), "all"),
    **dict.fromkeys(("citation", "cites", "reference"), "cite"),
    **dict.fromkeys(("quotation",), "quote"),
    **dict.fromkeys(("comment", "remark"), "note"),
    **dict.fromkeys(("link",), "url"),
    **dict.fromkeys(("name",), "title"),
    **dict.fromkeys(("statements",), "claims"),
    **dict.fromkeys(("literature", "references"), "sources"),
    **dict.fromkeys(("people", "persons", "cast"), "speakers"),
}
"""Words that people write for a key; what they mean counts where it may stand."""

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
            if (near := surely_meant(key.value, place)) is not None:
                known.setdefault(near, value)  # read all the same, for the sake of what is wrong in it
    return known, tuple(extra), refused


def refuse(key: Scalar, place: Place, report: Report) -> None:
    """Report a key that has no owner in a place: misplaced, reserved, misspelt, or a text with a colon."""
    code, message, hint = _verdict(key.value, place)
    report(code, message, key, hint, fix=_fix(key, code, place))


def meant(word: str, known: Iterable[str]) -> str | None:
    """The key that a word is meant to be: the same but for capital letters, one that says the same, or the nearest."""
    low = word.lower()
    known = set(known)
    if low in known or _SYNONYMS.get(low) in known:
        return low if low in known else _SYNONYMS[low]
    return nearest(word, known)


def surely_meant(word: str, place: Place) -> str | None:
    """The key of a place that a word can only be meant to be; None when it is one, or might be something else."""
    near = meant(word, place.fields) if word not in NAMES else None
    is_sure = near is not None and (near == word.lower() or (word.islower() and is_slip(word, near)))
    return near if is_sure else None


def _fix(key: Scalar, code: str, place: Place) -> tuple[Edit, ...]:
    """The key as it was meant, where it can be nothing else. A capital letter may begin a text with a colon."""
    word = key.value
    if code == "missing-space":
        return instead(key, f"- {word[1:]}")
    if code == "odd-space":
        bare = word.strip().strip(_UNSEEN)
        return instead(key, " " * sum(letter.isspace() for letter in word[: word.index(bare)]) + bare)
    near = surely_meant(word, place) if code == "unknown-field" else None
    return instead(key, near) if near else ()


def _verdict(word: str, place: Place) -> tuple[str, str, str]:
    """Code, message and hint for a key that has no owner in a place."""
    bare = word.strip().strip(_UNSEEN)
    if word in RESERVED:
        message = f"`{word}` is kept for later versions of the language"
        return "reserved-field", message, f"write `x-{word}` for a key of your own"
    if word == "<<":
        return "merge-key", "`<<` is a YAML merge key, which maps do not have", "write out the keys that it stands for"
    if word.lower() in NAMES and (word in NAMES or word.lower() not in place.fields):
        word = word.lower()
        return "misplaced-field", f"`{word}` cannot stand {standing(place)}", where_else(word, place)
    if word[:1] == "-" and word[1:] in NAMES:
        return "missing-space", "a space is missing after the dash", f"write `- {word[1:]}:`"
    if bare in NAMES:
        hint = f"write `{bare}` anew, with nothing but common spaces before it"
        return "odd-space", f"letters that cannot be seen stand beside `{bare}`", hint
    if " " in word.strip():
        message = f"`{short(word)}` is no key: your text has a colon"
        return "unknown-field", message, "put the text in quotes, or under `>-`"
    return "unknown-field", f"`{short(word)}` is no key of {place.called}", _near_hint(word, place)


def standing(place: Place) -> str:
    """Where the keys of a place stand."""
    return "at the top of the map" if place is MAP else f"on {place.called}"


def where_else(word: str, place: Place) -> str:
    """Where a key of the language belongs that cannot stand in a place."""
    is_item = any(f.owner is Owner.SHARED for f in place.fields.values())
    if is_item and word in _BETTER:
        return _BETTER[word]
    if place is CITATION and word == "page":
        return "write `at` for the place in the source"
    if place is SPEAKER and word in ("title", "label", "role", "name"):
        return "write `description` for who that is"
    if place is ROOT and word == "unless":
        return "write `but` for what speaks against it; `unless` stands on an item of `because` or `but`"
    owners = [f.owner for f in FIELDS if f.name == word]
    here = next((h for o in owners if (h := _WHERE_ELSE.get((place, o)))), None)
    return here or ", or ".join(_OWNER_ELSEWHERE[o] for o in owners)


def _near_hint(word: str, place: Place) -> str:
    """What an unknown key might be meant to be."""
    known = [name for name in place.fields if name not in OTHER_WORDS.get(place, ())]
    near = meant(word, known)
    if near == word.lower():
        return f"write `{near}`, in small letters"
    if near:
        return f"did you mean `{near}`?"
    return f"{place.called} may have {', '.join(known)}; keys of your own begin with `x-`"
