"""The flat parts of a file: its sources, its speakers, its issues, its style, and what it expects of evaluation."""

from __future__ import annotations

import posixpath
import re
from typing import Any

from argmap.looks import CHOICES
from argmap.mapfile import places
from argmap.mapfile.places import Place
from argmap.mapfile.references import Names
from argmap.mapfile.tree import ListNode, MapNode, Node, Scalar, place_of, span_of
from argmap.mapfile.values import Report, convert, short
from argmap.model import Issue, Source, Speaker
from argmap.problem import Note, Span


def record(node: Node, place: Place, report: Report, hint: str) -> dict[str, Any] | None:
    """The values of a flat mapping by key, None for those refused, with the user's own keys under ``extra``.

    ``hint`` says what to write where something else stands.
    """
    if not isinstance(node, MapNode):
        if isinstance(node, Scalar) and not node.value.strip():
            report("empty-value", f"{place.called} has nothing under it", node, hint)
        else:
            report("mapping-expected", f"{place.called} has keys of its own, a line each", node, hint)
        return None
    known, extra, _ = places.keys_of(node, place, report)
    values = {name: convert(place.fields[name], value, report) for name, value in known.items()}
    return {**values, "extra": extra}


def sources(node: Node, report: Report) -> tuple[Source, ...] | None:
    """What stands under `sources`; None, after a report, when it cannot be said which sources there are."""
    if isinstance(node, Scalar) and not node.value.strip():
        report("empty-value", "`sources` has nothing under it", node, "add a source, or remove the key")
        return ()
    if isinstance(node, ListNode):
        _refuse_list(node, report)
        return None
    if not isinstance(node, MapNode):
        title = f"`KEY:`, and below it `  title: {short(node.value)}`, with a short word for KEY"
        report("mapping-expected", "`sources` holds a source under each key", node, f"write {title}")
        return None
    found = []
    for key, value in node.pairs():
        if not isinstance(key, Scalar):
            continue
        if not key.value.strip() or "," in key.value or ";" in key.value:
            better = "-".join(re.findall(r"[\w.-]+", key.value))
            hint = f"write `{short(better or 'smith2001')}:`; citations are cut there"
            report("bad-name", "the key of a source has no comma or semicolon", key, hint)
        title = short(value.value or "") if isinstance(value, Scalar) else ""
        hint = f"write `{short(key.value)}:`, and below it `  title: {title or '…'}`"
        values = record(value, places.SOURCE, report, hint) or {}
        extra = values.pop("extra", ())
        fields = tuple((name, v) for name, v in values.items() if v is not None)
        path = dict(fields).get("file", "")
        if not _stays_inside(path) and isinstance(value, MapNode):
            paths = (v for k, v in value.pairs() if isinstance(k, Scalar) and k.value == "file")
            node = next(paths, value)  # the key may be misspelt
            hint = "copy it beside the map, and name it from there"
            report("file-outside", f"`{short(path)}` is outside the map's folder", node, hint)
        found.append(Source(key.value.strip(), fields, extra, span_of(key)))
    return tuple(found)


def _refuse_list(node: ListNode, report: Report) -> None:
    """Report sources that stand in a list, by showing how the first of them is written."""
    first = node.children[0] if node.children else None
    key, value = next(first.pairs(), (None, None)) if isinstance(first, MapNode) else (None, first)
    name = key.value if isinstance(key, Scalar) and key.value not in places.SOURCE.fields else "KEY"
    title = short(value.value or "…") if isinstance(value, Scalar) else "…"
    more = ", with a short word for KEY" if name == "KEY" else ""
    more += "; likewise for the others" if len(node.children) > 1 else ""
    hint = f"write `{short(name)}:`, and below it `  title: {title}`{more}"
    report("mapping-expected", "`sources` holds a source under each key, without dashes", node, hint)


def speakers(node: Node, report: Report) -> tuple[Speaker, ...]:
    """What stands under `speakers`: a mapping under each name, or a text that tells who that is."""
    if not isinstance(node, MapNode):
        if isinstance(node, Scalar) and not node.value.strip():
            report("empty-value", "`speakers` has nothing under it", node, "add a speaker, or remove the key")
        else:
            first = node.children[0] if isinstance(node, ListNode) and node.children else node
            named = (value for key, value in first.pairs() if key.value == "name") if isinstance(first, MapNode) else ()
            first = next(iter(named), first)
            name = short(first.value) if isinstance(first, Scalar) and first.value.strip() else "NAME"
            hint = f"write `{name}: …`, and after the colon who that is"
            report("mapping-expected", "`speakers` holds a speaker under each name, without dashes", node, hint)
        return ()
    found: dict[str, Speaker] = {}
    for key, value in node.pairs():
        if not isinstance(key, Scalar):
            continue
        name = " ".join(key.value.split())
        if not name or name in found:
            message = f"`{short(name)}` is a speaker already" if name else "the name of a speaker is empty"
            report("repeated-key" if name else "bad-name", message, key, "write the name that stands in `by`")
            continue
        if isinstance(value, Scalar) and value.value.strip():
            found[name] = Speaker(name, value.value.rstrip(), span=span_of(key))
            continue
        hint = f"write `{short(name)}: …`, and after the colon who that is"
        found[name] = Speaker(name, **record(value, places.SPEAKER, report, hint) or {}, span=span_of(key))
    return tuple(found.values())


def _stays_inside(path: str) -> bool:
    """Whether a relative path cannot leave the folder that it starts from."""
    path = posixpath.normpath(path.replace("\\", "/"))
    return not (path.startswith(("/", "../")) or path == ".." or re.match(r"[A-Za-z]:", path))


def _has_foreign(node: Node, place: Place) -> bool:
    """Whether a mapping has a key that is neither of its place nor the user's own."""
    keys = [key.value for key, _ in node.pairs() if isinstance(key, Scalar)] if isinstance(node, MapNode) else []
    return any(key not in place.fields and not key.startswith("x-") for key in keys)


def issues(node: Node, names: Names, report: Report) -> tuple[Issue, ...]:
    """What stands under `issues`."""
    children = node.children if isinstance(node, ListNode) else [node]
    if not isinstance(node, ListNode):
        first = node.children[0].value if isinstance(node, MapNode) and isinstance(node.children[0], Scalar) else None
        hint = f"begin each issue with a dash: `- {first or 'positions'}: …`"
        report("list-expected", "`issues` holds a list", node, hint)
        children = [node] if isinstance(node, MapNode) else []
    found = []
    position_of: dict[str, Scalar] = {}
    for child in children:
        hint = "write `positions: [one, two]`"
        values = record(child, places.ISSUE, report, hint.replace("`", "`- ", 1))
        if values is None:
            continue
        if "positions" not in values:
            if not _has_foreign(child, places.ISSUE):  # which may be the one that is missing, misspelt
                report("missing-field", "an issue needs `positions`", child, hint)
            continue
        scalars: list[Scalar] = values.pop("positions") or []
        pairs = child.pairs() if isinstance(child, MapNode) else ()
        named = next((value for key, value in pairs if key.value == "positions"), child)
        if len({s.value for s in scalars}) < 2 and (scalars or (isinstance(named, ListNode) and not named.children)):
            where = scalars[0] if scalars else named
            report("too-few-positions", "an issue needs two different positions", where, "name the rival too")
            scalars = scalars[:1]
        for scalar in scalars:
            other = position_of.setdefault(scalar.value, scalar)
            if other is not scalar:
                notes = (Note("it is one here already", place_of(other)),)
                hint = "keep it in one of the two places"
                report("position-twice", f"`{short(scalar.value)}` is a position twice", scalar, hint, notes=notes)
        found.append(Issue(tuple([s.value for s in scalars if names.resolve(s)]), span=span_of(child), **values))
    return tuple(found)


def style(node: Node, report: Report) -> dict[str, Any]:
    """What stands under `style`: the settings that are given, by their names."""
    word = " ".join(node.value.split()) if isinstance(node, Scalar) else ""
    setting = next((name for name, words in CHOICES.items() if word in words), None)
    hint = f"write `{setting}: {word}` below it" if setting else "write `theme: dark` below it, or another setting"
    values = record(node, places.STYLE, report, hint) or {}
    for key, _ in values.pop("extra", ()):
        report("misplaced-field", f"`{key}` cannot stand under `style`", node, "put it at the top of the file")
    return {name: value for name, value in values.items() if value is not None}


def expectations(node: Node, names: Names, report: Report) -> dict[str, Any]:
    """What stands under `expect`, as the fields of a map: the names, where each stands, and the user's own keys."""
    hint = "write `accepted: [one, two]` below it, with the ids of statements"
    values = record(node, places.EXPECT, report, hint) or {}
    extra = values.pop("extra", ())
    label_of: dict[str, str] = {}
    expected: dict[str, tuple[str, ...]] = {}
    places_of: dict[str, Span] = {}
    for label, scalars in values.items():
        for scalar in scalars or ():
            if label_of.setdefault(scalar.value, label) != label:
                message = f"`{short(scalar.value)}` is expected to be {label_of[scalar.value]} already"
                report("expected-twice", message, scalar, "keep one of the two")
        known = [scalar for scalar in scalars or () if names.resolve(scalar)]
        expected[label] = tuple([scalar.value for scalar in known])
        places_of |= {scalar.value: place_of(scalar) for scalar in known}
    return {"expect": expected, "expected_at": places_of, "expect_extra": extra}
