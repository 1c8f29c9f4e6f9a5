"""From text to an `ArgumentMap`, with every problem found on the way."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from argmap.mapfile import events, places, records
from argmap.mapfile.citations import Citations
from argmap.mapfile.fields import Kind
from argmap.mapfile.items import Items
from argmap.mapfile.makers import PLAIN_MAKERS, swift_makers
from argmap.mapfile.tree import MapNode, Node, Scalar, place_of, span_of
from argmap.mapfile.values import convert, instead, reporter
from argmap.model import ArgumentMap
from argmap.naming import nearest
from argmap.problem import Edit, Problem, Severity, Span

VERSION = "1"
"""The version of the language that is read."""

_UNFIT = "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"
"""What YAML cannot hold."""
_LARGE = 100_000
"""Characters from which on it pays to prepare for many objects."""
_LONGEST = 400
"""Characters that a message may have."""
_SOME = 20
"""How many control characters are worth showing."""


def read_text(text: str, file: str | None = None) -> tuple[ArgumentMap | None, tuple[Problem, ...]]:
    """The map that a text holds, and every problem in it, in the order of the lines.

    The map is None when a problem is an error. Never raises for what a person wrote.
    """
    with _no_collection():
        return _read_text(text, file)


def _read_text(text: str, file: str | None) -> tuple[ArgumentMap | None, tuple[Problem, ...]]:
    problems: list[Problem] = []
    text = _lines_made_plain(text, problems)
    root, origin = _tree(text, problems)
    in_map: list[Problem] = []
    # After slips, and after a nesting that is too deep, what was read is not the whole.
    incomplete = bool(problems) and any(p.severity is Severity.ERROR for p in problems)
    found = _read(root, file, in_map, incomplete, len(text) > _LARGE) if root is not None or not incomplete else None
    if origin:
        from argmap.mapfile.slips import moved

        in_map = [moved(p, origin) for p in in_map]
    problems += in_map
    problems.sort(key=lambda p: (p.span.line, p.span.column) if p.span else (0, 0))
    return found, tuple([p._replace(file=file, message=_cut(p.message)) for p in problems])


def _cut(message: str) -> str:
    """A message without the rest of a text that it repeats at length."""
    return message if len(message) <= _LONGEST else message[: _LONGEST - 1] + "…"


def _tree(text: str, problems: list[Problem]) -> tuple[Node | None, Any]:
    """The tree of a text; when anything had to be mended, also where each of its lines stands in the file."""
    found: list[Problem] = []
    run_on: list[Scalar] = []
    try:
        root = events.parse(text, found, run_on)
    except (events.NotYaml, UnicodeEncodeError):
        text = _without_controls(text, problems)
    else:
        if not events.may_mislead(text) and not any(place.line < place.end_line for place in map(place_of, run_on)):
            problems += found
            return root, None
    from argmap.mapfile.slips import read_through  # seldom needed, and slow to import

    return read_through(text, problems)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep the garbage collector from searching a growing map in which nothing is garbage: half the time of reading."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():
                # What was made is old now: enabled as it stands, the collector would search it all at once.
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def _lines_made_plain(text: str, problems: list[Problem]) -> str:
    """The text with one kind of line end and without a byte-order mark."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.startswith("\ufeff"):
        text = text[1:]
        hint = "save the file as UTF-8 without a byte-order mark"
        message = "the file begins with a byte-order mark"
        fix = (Edit(Span(1, 0, 1, 1), ""),)
        problems.append(Problem("byte-order-mark", message, Span(1, 1, 1, 1), Severity.WARNING, hint, fix=fix))
    # Lines end here for YAML alone: not in any editor, nor in YAML 1.2.
    if "\x85" in text or "\u2028" in text or "\u2029" in text:
        text = _replaced("[\x85\u2028\u2029]", "line end", text, problems)
    return text


def _without_controls(text: str, problems: list[Problem]) -> str:
    """The text without characters that YAML cannot hold, each of them reported."""
    return _replaced(_UNFIT, "control character", text, problems)


def _replaced(pattern: str, called: str, text: str, problems: list[Problem]) -> str:
    """The text with spaces in the place of some characters, after a report of the first of them."""
    for match, _ in zip(re.finditer(pattern, text), range(_SOME), strict=False):
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - text.rfind("\n", 0, match.start())
        message = f"the {called} U+{ord(match[0]):04X} stands in the text"
        place = Span(line, column, line, column + 1)
        fix = (Edit(place, " " if called == "line end" else ""),)
        problems.append(Problem("control-character", message, place, hint="remove it", fix=fix))
    return re.sub(pattern, " ", text)


def _read(
    root: Node | None, file: str | None, problems: list[Problem], incomplete: bool, is_large: bool
) -> ArgumentMap | None:
    """The map of a tree; None when there is an error, there or before."""
    report = reporter(problems)
    if not isinstance(root, MapNode):
        hint = "begin with `argmap: 1`, `title:` and `claims:`"
        report("not-a-map", "the file is empty" if root is None else "the file holds no map", root, hint)
        return None
    nodes, extra, refused = places.keys_of(root, places.MAP, report)
    _check_head(root, nodes, refused, problems)
    parts: dict[str, Any] = {}
    for name, node in nodes.items():
        field = places.MAP.fields[name]
        if field.kind in (Kind.TEXT, Kind.NAME, Kind.CHOICE) and (value := convert(field, node, report)) is not None:
            parts[name] = value
    parts["sources"] = records.sources(nodes["sources"], report) if "sources" in nodes else ()
    makers = swift_makers() if is_large else PLAIN_MAKERS
    citations = Citations({s.key for s in parts["sources"]}, report, makers.citation)
    mark = len(problems)
    items = Items(problems, citations, makers)
    top = items.roots(nodes["claims"]) if "claims" in nodes else []
    if items.collides():
        del problems[mark:]
        items = Items(problems, citations, makers, items)
        top = items.roots(nodes["claims"])
    names = items.names
    for node, conclusion in items.references:
        names.resolve(node, conclusion)
    if "thesis" in parts:
        names.resolve(nodes["thesis"])
    parts["issues"] = records.issues(nodes["issues"], names, report) if "issues" in nodes else ()
    parts["expect"] = records.expectations(nodes["expect"], names, report) if "expect" in nodes else {}
    parts["style"] = records.style(nodes["style"], report) if "style" in nodes else {}
    for scalar in items.bare.values():
        if scalar.value in names.statements:
            report(
                "text-is-id",
                f"the text `{scalar.value}` is the id of a statement",
                scalar,
                f"write `ref: {scalar.value}`",
                fix=instead(scalar, f"{{ref: {scalar.value}}}"),
            )
    if incomplete or any(p.severity is Severity.ERROR for p in problems):
        return None
    parts |= {
        "top": tuple(top),
        "arguments": tuple(items.arguments),
        "extra": extra,
        "file": file,
        "is_sound": True,
    }
    return ArgumentMap(statements=tuple(items.statements), **parts).siding(items.bare)


def _check_head(root: MapNode, nodes: dict[str, Node], refused: list[str], problems: list[Problem]) -> None:
    """What every map must begin with, unless a key was refused that was meant for it."""
    examples = {"argmap": "`argmap: 1`", "title": "`title: …`", "claims": "`claims:`, and below it `  - claim: …`"}
    for field in places.MAP.fields.values():
        if field.required and field.name not in nodes and not nearest(field.name, refused):
            message = f"the map has no `{field.name}`"
            place = place_of(root)
            problems.append(Problem("missing-field", message, place, hint=f"add {examples[field.name]}"))
    version = nodes.get("argmap")
    if version is not None and not (isinstance(version, Scalar) and version.value == VERSION):
        message = f"this argmap reads version {VERSION} of the language"
        problems.append(Problem("unknown-version", message, span_of(version), hint=f"write `argmap: {VERSION}`"))
