"""The language as a JSON Schema (draft-07), by which editors complete, explain and check.

Whatever the reader accepts, the schema accepts, in YAML 1.1 and 1.2: every scalar is a text to the reader, so a title
may be a number to an editor, and a key with nothing beside it cannot be told from the text `null`. Each level asks with
`if` what it is and says with `then` what follows, since of an `anyOf` an editor cannot tell which part was meant.
Refused keys stand in patterns, which no editor offers. `errorMessage` and its like are words of yaml-language-server,
which other programs pass over.
"""

from __future__ import annotations

import json
from typing import Any

from argmap.looks import NARROWEST, WIDEST
from argmap.mapfile import places
from argmap.mapfile.fields import NAMES, RESERVED, STATEMENT_WORDS, WORDS, WORDS_MEAN, Field, Kind, Owner
from argmap.mapfile.places import Place

FILE = "argmap.schema.json"
"""What the file with the schema is called, beside the maps that it is for."""
LINE = f"# yaml-language-server: $schema={FILE}\n"
"""The first line of a map, which leads an editor to the schema."""

_Schema = dict[str, Any]

_SCALARS = ["string", "number", "boolean", "null"]
_ANY = [*_SCALARS, "object", "array"]
"""The first is what an editor begins to write."""
_BEHIND = "\\s*$"
"""White space behind a value, which blocks of text leave."""
_NO_LETTER = "\\s!-,/:-@\\[-^`{-~\u2000-\u206f"
"""What is in no name; letters of all scripts are beyond the patterns that Python and editors share."""
_KEY = "\\s*[^\\s,;][^,;]*"
_CITATION = f"{_KEY}(,\\s*[^\\s;][^;]*)?"
_LISTS: dict[str, dict[str, Place]] = {
    "root": dict.fromkeys(STATEMENT_WORDS, places.ROOT),
    "step": {**dict.fromkeys(STATEMENT_WORDS, places.STEP), "ref": places.REF, "all": places.GROUP},
    "member": {**dict.fromkeys(STATEMENT_WORDS, places.MEMBER), "ref": places.REF_MEMBER},
}
"""The items of each kind of list: by its word, which keys an item has."""
_LIST_UNDER = {"claims": "root", "all": "member"}
_WORD_ELSEWHERE = {"root": "write the statement out", "member": "put its premises into the same `all`"}
_CALLED = {
    places.ROOT: "root",
    places.STEP: "item",
    places.MEMBER: "premise",
    places.REF: "ref",
    places.REF_MEMBER: "ref-premise",
    places.GROUP: "group",
    places.CITATION: "citation",
    places.SOURCE: "source",
    places.SPEAKER: "speaker",
    places.ISSUE: "issue",
    places.EXPECT: "expect",
    places.STYLE: "style",
    places.MAP: "map",
}
_OF = {Owner.WORD: "what the item is", Owner.MAP: "of the map", Owner.EXPECT: "of `expect`", Owner.STYLE: "of `style`"}


def schema() -> dict[str, Any]:
    """The schema as data."""
    found = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$comment": f"For editors of argument maps. After an update of argmap: argmap schema -o {FILE}",
        "title": "Argument map",
        "description": "An argument map, version 1 of the language. `argmap check` tells more than an editor can.",
        **_object("map", "a map begins with `argmap: 1`, `title:` and `claims:`"),
    }
    definitions = {f"list-of-{name}s": _list(name) for name in _LISTS}
    definitions |= {f"{name}-of-list": _item(name) for name in _LISTS}
    definitions |= {called: _keys(place) for place, called in _CALLED.items()}
    definitions["cited"] = _cited()
    for place in _CALLED:
        definitions |= {_named(f, place): _value(f, _owner(f, place)) for f in place.fields.values()}
    return found | {"definitions": definitions}


def schema_text() -> str:
    """The schema as the text of a JSON file."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


def _owner(field: Field, place: Place) -> Owner:
    """Whose a key is in a place."""
    return place.shared if field.owner is Owner.SHARED and place.shared else field.owner


def _named(field: Field, place: Place) -> str:
    """The definition of a key in a place."""
    return f"{_owner(field, place).value}-{field.name}"


def _field(field: Field, place: Place) -> _Schema:
    return {"$ref": f"#/definitions/{_named(field, place)}"}


def _ref(name: str) -> _Schema:
    return {"allOf": [{"$ref": f"#/definitions/{name}"}]}


def _object(name: str, message: str) -> _Schema:
    """A mapping; the message is for what is none, not for what is wrong inside."""
    return {"type": "object", "errorMessage": message, **_ref(name)}


def _one_of(names: Any) -> str:
    """A pattern for any of some keys."""
    return f"^({'|'.join(names)})$"


def _refusal(names: Any, message: str) -> _Schema:
    return {"patternProperties": {_one_of(names): False}, "errorMessage": message}


# ---- mappings


def _keys(place: Place) -> _Schema:
    """A mapping of a place. The words of items are left to their list, which knows what else they would be."""
    shown = [f for f in place.fields.values() if f.owner is not Owner.WORD]
    elsewhere: dict[str, list[str]] = {}
    for name in sorted(NAMES - place.fields.keys()):
        elsewhere.setdefault(places.where_else(name, place), []).append(name)
    passed = [name for names in elsewhere.values() for name in names]
    passed += [*RESERVED, *(WORDS if Owner.WORD in {f.owner for f in place.fields.values()} else ())]
    refusals = [_refusal(names, f"cannot stand {places.standing(place)}; {hint}") for hint, names in elsewhere.items()]
    refusals.append(_refusal(RESERVED, "kept for later versions of the language; use a key that begins with `x-`"))
    own = {} if place is places.STYLE else {"^x-": True}
    found: _Schema = {
        "properties": {f.name: _field(f, place) for f in shown},
        "patternProperties": {**own, _one_of(passed): True},
        "additionalProperties": False,
        "allOf": refusals + ([_quoted()] if "quote" in place.fields and place is not places.CITATION else []),
    }
    if required := [f.name for f in shown if f.required]:
        found["required"] = required
    return found


def _quoted() -> _Schema:
    """What follows from a quote: exactly one citation that it is from."""
    which = "which of the citations is the quote from? Write each as `{source: …, at: …, quote: …}`"
    one = {
        "pattern": "^[^;]*$",
        "patternErrorMessage": which,
        "minItems": 1,
        "if": {"type": "array", "minItems": 2},
        "then": {"type": "object", "errorMessage": which},
    }
    without = "a quote needs a citation beside it; add `cite:` with the source"
    then = {"required": ["cite"], "errorMessage": without, "properties": {"cite": one}}
    return {"if": {"required": ["quote"]}, "then": then}


def _value(field: Field, owner: Owner) -> _Schema:
    """What stands beside a key, with what an editor says of it."""
    title = f"{field.name}, {_OF.get(owner, f'of the {owner.value}')}"
    found = {"title": title, "description": field.help, "markdownDescription": field.help, **_holding(field)}
    if field.default:
        found["default"] = json.loads(field.default) if field.kind in (Kind.NUMBER, Kind.TRUTH) else field.default
    return found


# ---- values


def _holding(field: Field) -> _Schema:
    """What a key holds."""
    match field.kind:
        case Kind.ITEMS:
            return {"type": ["array", *_ANY[:-1]], **_ref(f"list-of-{_LIST_UNDER.get(field.name, 'step')}s")}
        case Kind.CITATIONS:
            return {"type": _ANY, **_ref("cited")}
        case Kind.SOURCES:
            message = "the key of a source has no comma or semicolon, since citations are cut there"
            key = {"title": "KEY", "pattern": f"^{_KEY}$", "patternErrorMessage": message}
            return {
                "type": "object",
                "propertyNames": key,
                "additionalProperties": _object("source", "a source has keys of its own, a line each: `title: …`"),
                "errorMessage": "`sources` holds a source under each key: `KEY:`, and below it `  title: …`",
            }
        case Kind.SPEAKERS:
            message = "`speakers` holds a speaker under each name: `NAME:`, and below it `  description: …`"
            who = "a speaker has keys of its own, a line each, or is told in words: `NAME: the mayor`"
            keys = {"if": {"type": "object"}, "then": {"$ref": "#/definitions/speaker"}}
            one = {**_text(who, "\\S"), "type": ["object", *_SCALARS], "allOf": [keys]}
            name = {"title": "NAME", "pattern": "\\S", "patternErrorMessage": "the name of a speaker is empty"}
            return {"type": "object", "propertyNames": name, "additionalProperties": one, "errorMessage": message}
        case Kind.ISSUES:
            issue = _object("issue", "an issue has keys of its own; write `- positions: [one, two]`")
            return _listed(issue, "`issues` holds a list; begin each issue with a dash")
        case Kind.EXPECT:
            return _object("expect", "write `accepted: [one, two]` below it, with the ids of statements")
        case Kind.NAMES:
            found = _listed(_name(field), f"`{field.name}` holds a list of names; write `{field.name}: [one, two]`")
            return found | ({"minItems": 2} if field.name == "positions" else {})
        case Kind.TAGS:
            return {"type": _ANY, "allOf": [_alone_or_listed(_text("a tag is a word or a text", "\\S"))]}
        case Kind.FILES:
            path = "^(?![\\\\/~]|[A-Za-z]:)[\\s\\S]*\\.([jJ][sS][oO][nN]|[bB][iI][bB])\\s*$"
            form = "a path from the map's folder on, which ends with .json (CSL-JSON) or .bib (BibTeX)"
            one = _text(f"`{field.name}` holds the path of a file, or a list of such", path, form)
            return {"type": _ANY, "allOf": [_alone_or_listed(one, minItems=1)]}
        case Kind.NUMBER:
            return _number(field)
        case Kind.VERSION:
            message = "this argmap reads version 1 of the language; write `argmap: 1`"
            one = {"enum": [1], "errorMessage": message}
            written = [{"label": "1", "body": 1}]
            return {"oneOf": [one, {"type": "string", "pattern": "^1$"}], "defaultSnippets": written}
        case Kind.STYLE:
            return _object("style", "`style` has settings of its own, a line each: `theme: dark`")
        case Kind.CHOICE:
            return _choice(field)
        case Kind.WORDS:
            return {"type": _ANY, "allOf": [_alone_or_listed(_choice(field), minItems=1)]}
        case Kind.WIDTH:
            return _width(field)
        case Kind.TRUTH:
            message = f"`{field.name}` is `true` or `false`"
            return {"type": ["boolean", "string"], "pattern": f"^(true|false){_BEHIND}", "errorMessage": message}
        case Kind.NAME:
            return _name(field)
        case Kind.KEY:
            return _text("a source is cited by its key, in which there is no comma or semicolon", f"^{_KEY}$")
        case Kind.TEXT:
            message = f"`{field.name}` holds a text; put one with a colon or a bracket in quotes"
            if field.name == "file":
                inside = "the file stands in the folder of the map or below it"
                return _text(message, "^(?![\\\\/]|[A-Za-z]:|\\.\\.([\\\\/]|$))[\\s\\S]*\\S", inside)
            return _text(message, "\\S", "give it a text, or remove the key")


def _text(message: str, pattern: str, otherwise: str = "") -> _Schema:
    """A scalar, which is a text to argmap whatever it is to YAML; ``otherwise`` is said when it has another form."""
    return {"type": _SCALARS, "pattern": pattern, "errorMessage": message, "patternErrorMessage": otherwise or message}


def _name(field: Field) -> _Schema:
    message = f"`{field.name}` holds {field.kind.value}: letters, digits, `-`, `_` and `.`"
    return _text(message, f"^[^{_NO_LETTER}]+{_BEHIND}")


def _listed(item: _Schema, message: str) -> _Schema:
    return {"type": "array", "items": item, "errorMessage": message}


def _alone_or_listed(item: _Schema, **listed: Any) -> _Schema:
    """One thing or a list of such; ``listed`` is what more a list must be."""
    return {"if": {"type": "array"}, "then": {"items": item, **listed}, "else": item}


def _number(field: Field) -> _Schema:
    message = f"`{field.name}` is a number from 0 to 1"
    typed = f"^(0*1(\\.0*)?|0+(\\.[0-9]*)?|\\.[0-9]+){_BEHIND}"
    return {
        "type": ["number", "string"],
        "minimum": 0,
        "maximum": 1,
        "pattern": typed,
        "errorMessage": message,
    }


def _width(field: Field) -> _Schema:
    message = f"`{field.name}` is a whole number of points from {NARROWEST} to {WIDEST}"
    typed = f"^0*({'|'.join(map(str, range(NARROWEST, WIDEST + 1)))}){_BEHIND}"
    return {
        "type": ["integer", "string"],
        "minimum": NARROWEST,
        "maximum": WIDEST,
        "pattern": typed,
        "errorMessage": message,
    }


def _choice(field: Field) -> _Schema:
    *most, last = [f"`{word}`" for word in field.choices]
    meanings = [WORDS_MEAN[field.name][word] for word in field.choices]
    is_number = field.choices[0].isdecimal()  # as YAML takes it; in quotes it is a text
    words = {
        "enum": [int(word) if is_number else word for word in field.choices],
        "enumDescriptions": meanings,
        "errorMessage": f"`{field.name}` is {', '.join(most)} or {last}",
    }
    white = _BEHIND if is_number else "\\s+$"  # which a block of text leaves
    behind = {"type": "string", "pattern": f"^({'|'.join(field.choices)}){white}"}
    return {"oneOf": [words, behind]}


# ---- items and citations


def _list(name: str) -> _Schema:
    """A list of items, or one that stands without a dash."""
    item = {"$ref": f"#/definitions/{name}-of-list"}
    if name != "root":
        return _alone_or_listed(item)
    # At least one; of `contains` an editor can complain in our words.
    return _alone_or_listed(item, contains={}, errorMessage="`claims` has no statement; add one, such as `- claim: …`")


def _item(name: str) -> _Schema:
    """An item of a kind of list: a bare text, or a mapping whose keys follow from its word."""
    place_of = _LISTS[name]
    words = ", ".join(f"`{word}`" for word in place_of)
    without = {"required": ["claim"], "errorMessage": f"an item needs one of {words}; write `- claim: …`"}
    found = _with_words(place_of, "claim", *place_of)
    found["allOf"].append(without)
    for word in (*reversed(STATEMENT_WORDS), "ref", "all"):  # the last is asked for first
        if word in place_of:
            then = _with_words(place_of, word, word)
            message = f"an item is one thing, here `{word}`; begin the second with a dash of its own"
            then["allOf"].append(_refusal([other for other in WORDS if other != word], message))
        else:
            message = f"`{word}` cannot be {place_of['claim'].called}; {_WORD_ELSEWHERE[name]}"
            then = _refusal([word], message)
        found = {"if": {"required": [word]}, "then": then, "else": found}
    return {
        "type": ["object", *_SCALARS],
        "pattern": "\\S",
        "patternErrorMessage": "an item is empty; write its text after the dash",
        "errorMessage": "a list stands directly inside a list; premises that work together go under `- all:`",
        "allOf": [{"if": {"type": "object"}, "then": found}],
    }


def _with_words(place_of: dict[str, Place], usual: str, *words: str) -> _Schema:
    """The keys of the items of a word, and those words that may make it one."""
    offered = {"properties": {word: _field(WORDS[word], place_of[word]) for word in words}}
    return {"allOf": [{"$ref": f"#/definitions/{_CALLED[place_of[usual]]}"}, offered]}


def _cited() -> _Schema:
    """What stands beside `cite`."""
    message = "write `KEY, PLACE`, such as `smith2001, page 7`, or `{source: KEY, at: PLACE}`"
    one = {
        "type": [*_SCALARS, "object"],
        "pattern": f"^{_CITATION}(;{_CITATION})*$",
        "errorMessage": message,
        "allOf": [{"if": {"type": "object"}, "then": {"$ref": "#/definitions/citation"}}],
    }
    return _alone_or_listed(one)
