"""From text to an `ArgumentMap`, with every problem found on the way."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any

from argmap.garbage import no_collection
from argmap.mapfile import events, places, records
from argmap.mapfile.citations import Citations
from argmap.mapfile.fields import Kind
from argmap.mapfile.items import Items
from argmap.mapfile.makers import PLAIN_MAKERS, swift_makers
from argmap.mapfile.tally import EnoughError, Tally, ended
from argmap.mapfile.tree import MapNode, Node, Scalar, place_of, span_of
from argmap.mapfile.values import Report, convert, instead, reporter
from argmap.model import ArgumentMap
from argmap.naming import nearest
from argmap.problem import Edit, Problem, Severity, Span

if TYPE_CHECKING:
    from argmap.mapfile.shelf import Shelf

_Folder = str | os.PathLike[str] | None

VERSION = "1"
"""The version of the language that is read."""

DOUBTFUL = frozenset(
    ("alias", "anchor", "bad-key", "item-expected", "lines-without-dashes", "tag", "text-expected", "unknown-field")
    + ("unquoted-in-brackets",)
)
"""What is told of a text that YAML may have taken for something else."""

_UNFIT = "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"
"""What YAML cannot hold."""
_LARGE = 100_000
"""Characters from which on it pays to prepare for many objects."""
_LONGEST = 400
"""Characters that a message may have."""
_SOME = 20
"""How many control characters are worth showing."""


def read_text(
    text: str, file: str | None = None, folder: str | os.PathLike[str] | None = None
) -> tuple[ArgumentMap | None, tuple[Problem, ...]]:
    """The map that a text holds, and every problem in it, in the order of the lines.

    The map is None when a problem is an error. ``folder`` is where it lies: its bibliography is looked for from there,
    and no other file is opened; without a folder it is not read, which is told, and any key may be cited. Never raises
    for what a person wrote.
    """
    with no_collection(len(text) > _LARGE):
        return _read_text(text, file, folder)


def _read_text(text: str, file: str | None, folder: _Folder) -> tuple[ArgumentMap | None, tuple[Problem, ...]]:
    before = Tally()
    try:
        text = _lines_made_plain(text, before)
    except EnoughError:
        found, problems, is_doubtful = None, [*before, ended(before)], False
    else:
        found, problems, is_doubtful = _read_once(text, file, folder, before, closely=False)
    if is_doubtful:
        found, problems, _ = _read_once(text, file, folder, before, closely=True)
    problems.sort(key=lambda p: (p.span.line, p.span.column) if p.span else (0, 0))
    return found, tuple([p._replace(file=file, message=_cut(p.message)) for p in problems])


def _read_once(
    text: str, file: str | None, folder: _Folder, before: list[Problem], closely: bool
) -> tuple[ArgumentMap | None, list[Problem], bool]:
    """The map of a text, all that is wrong, and whether a close look may find that it is something else.

    ``before`` is what is wrong with the letters of the text. A close look costs time, and searches for what YAML
    reads, but not as it was meant.
    """
    problems, in_map = Tally(before), Tally()
    found = origin = None
    was_close = closely
    is_enough = False
    try:
        root, origin, was_close = _tree(text, problems, closely)
        # After slips, and after a nesting that is too deep, what was read is not the whole.
        incomplete = any(p.severity is Severity.ERROR for p in problems)
        if root is not None or not incomplete:
            found = _read(root, file, folder, in_map, incomplete, len(text) > _LARGE)
    except EnoughError:
        is_enough = True  # nobody would read more
    is_doubtful = not (was_close or is_enough) and any(p.code in DOUBTFUL for p in (*problems, *in_map))
    told: list[Problem] = list(in_map)
    if origin:
        from argmap.mapfile.slips import moved

        told = [moved(p, origin) for p in in_map]
    told = [*problems, *told]
    return found, [*told, ended(told)] if is_enough else told, is_doubtful


def _cut(message: str) -> str:
    """A message without the rest of a text that it repeats at length."""
    return message if len(message) <= _LONGEST else message[: _LONGEST - 1] + "…"


def _tree(text: str, problems: Tally, closely: bool) -> tuple[Node | None, Any, bool]:
    """The tree of a text, where its lines stand in the file when anything was mended, whether the look was close."""
    found = Tally()
    run_on: list[Scalar] = []
    try:
        root = events.parse(text, found, run_on)
    except EnoughError:
        problems += found
        raise
    except (events.NotYaml, UnicodeEncodeError):
        text = _without_controls(text, problems)
    else:
        is_plain = not events.may_mislead(text)
        if not closely and is_plain and not any(place.line < place.end_line for place in map(place_of, run_on)):
            problems += found
            return root, None, False
    root = None  # two trees of a large file would need much memory
    from argmap.mapfile.slips import read_through  # seldom needed, and slow to import

    return *read_through(text, problems), True


def _lines_made_plain(text: str, problems: list[Problem]) -> str:
    """The text with one kind of line end and without a byte-order mark."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.startswith("\ufeff"):
        text = text[1:]
        hint = "save it anew; where your editor lets you choose, take `UTF-8`, not `UTF-8 with BOM`"
        message = "the file begins with a byte-order mark, which cannot be seen"
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
        message = f"the {called} U+{ord(match[0]):04X}, which cannot be seen, stands in the text"
        place = Span(line, column, line, column + 1)
        hint = "remove it with the letters on both sides of it, and type those anew"
        fix = (Edit(place, " " if called == "line end" else ""),)
        problems.append(Problem("control-character", message, place, hint=hint, fix=fix))
    return re.sub(pattern, " ", text)


def _read(
    root: Node | None, file: str | None, folder: _Folder, problems: Tally, incomplete: bool, is_large: bool
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
    sources = records.sources(nodes["sources"], report) if "sources" in nodes else ()
    parts["sources"] = sources or ()
    parts["speakers"] = records.speakers(nodes["speakers"], report) if "speakers" in nodes else ()
    shelf = _shelf(nodes["bibliography"], folder, report) if "bibliography" in nodes else None
    makers = swift_makers() if is_large else PLAIN_MAKERS
    is_known = sources is not None and (shelf is None or shelf.keys is not None)
    known = {s.key for s in sources or ()} | (shelf.keys or set() if shelf else set())
    citations = Citations(known if is_known else None, report, makers.citation, shelf is not None)
    mark = len(problems)
    items = Items(problems, citations, makers)
    top = items.roots(nodes["claims"]) if "claims" in nodes else []
    if items.collides():
        problems.forget(mark)
        items = Items(problems, citations, makers, items)
        top = items.roots(nodes["claims"])
    names = items.names
    for node, conclusion in items.references:
        names.resolve(node, conclusion)
    if "thesis" in parts:
        names.resolve(nodes["thesis"])
    parts["issues"] = records.issues(nodes["issues"], names, report) if "issues" in nodes else ()
    if "expect" in nodes:
        parts |= records.expectations(nodes["expect"], names, report)
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
    if shelf is not None:
        parts["bibliography"] = shelf.paths
        parts["sources"] = shelf.filled(parts["sources"], (*items.statements, *items.arguments))
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


def _shelf(node: Node, folder: _Folder, report: Report) -> Shelf | None:
    """The bibliographies that stand under `bibliography`, None after a report of why there are none."""
    from argmap.mapfile.shelf import Shelf  # seldom needed

    paths = convert(places.MAP.fields["bibliography"], node, report)
    return Shelf(paths, folder, report) if paths else None


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
