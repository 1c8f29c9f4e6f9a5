"""What a map has from the bibliographies that it names: the keys that may be cited, and the sources behind them."""

from __future__ import annotations

import os
from collections.abc import Iterable

from attrs import evolve

from argmap.mapfile.beside import bibliography_beside
from argmap.mapfile.tree import Scalar, place_of
from argmap.mapfile.values import Report, short
from argmap.model import Argument, ArgumentMap, Source, Statement
from argmap.problem import Severity, Span
from argmap.sources.bibliography import Bibliography, UnreadableBibliographyError

_MOST = 20
"""Doubts about what is wrong with the entries of a map that are told one by one."""


class Shelf:
    """The bibliographies of a map, by their nodes; without a folder nobody knows where they lie, which is told.

    ``keys`` has what may be cited, None where it cannot be said.
    """

    def __init__(self, nodes: Iterable[Scalar], folder: str | os.PathLike[str] | None, report: Report) -> None:
        self._report = report
        self._nodes = {node.value.strip(): node for node in nodes}
        self._files: dict[str, Bibliography] = {}
        self._doubts = 0
        for path, node in self._nodes.items() if folder is not None else ():
            try:
                self._files[path] = bibliography_beside(folder or os.curdir, path)
            except UnreadableBibliographyError as error:
                reason, _, hint = str(error).partition("; ")
                message = f"the bibliography `{short(path)}` cannot be read: {reason}"
                report("unreadable-bibliography", message, node, hint)
                continue
            for doubt in self._files[path].doubts:
                self._doubt(path, f"in `{short(path)}`, {doubt}")
        if folder is None and self._nodes:
            names = ", ".join(f"`{short(path)}`" for path in self._nodes)
            message = f"{names} was not read, since it is not known in which folder the map lies"
            hint = "read the map from its file, or name its folder (`folder=`)"
            first = next(iter(self._nodes.values()))
            report("bibliography-not-read", message, first, hint, severity=Severity.WARNING)
        is_whole = len(self._files) == len(self._nodes)
        self.keys = {key for file in self._files.values() for key in file.keys} if is_whole else None

    @property
    def paths(self) -> tuple[str, ...]:
        """The files as the map names them."""
        return tuple(self._nodes)

    def filled(self, own: Iterable[Source], things: Iterable[Statement | Argument]) -> tuple[Source, ...]:
        """The sources that stand in a map and those that it only cites, with what the bibliographies say of them.

        What stands in the map counts; what it leaves open comes from the bibliography that has the key, the first of
        several. Those that are only cited follow in the order of the file.
        """
        given = {source.key: source for source in own}
        cited = dict.fromkeys(citation.source for thing in things for citation in thing.citations)
        found = [self._with_entry(source, is_own=True) for source in given.values()]
        return (*found, *(self._with_entry(Source(key), is_own=False) for key in cited if key not in given))

    def _with_entry(self, source: Source, is_own: bool) -> Source:
        path = next((path for path, file in self._files.items() if source.key in file), None)
        if path is None:
            if is_own or not self._nodes:
                return source
            path = next(iter(self._nodes))  # not read: the key is all that is known
            return evolve(source, bibliography=path, span=self._place(path))
        entry = self._files[path].entry(source.key)
        for doubt in entry.doubts:
            self._doubt(path, f"`{short(source.key)}` of `{short(path)}` {doubt}")
        more = {name: value for name, value in entry.fields.items() if source.get(name) is None}
        whole = evolve(source, fields=(*source.fields, *more.items()), bibliography=path, borrowed=tuple(more))
        if not is_own and not whole.get("title"):
            self._doubt(path, f"`{short(source.key)}` of `{short(path)}` has no title")
        return whole if is_own else evolve(whole, span=self._place(path))

    def _place(self, path: str) -> Span:
        return place_of(self._nodes[path])

    def _doubt(self, path: str, message: str) -> None:
        self._doubts += 1
        if self._doubts <= _MOST:
            hint = "put it right where the bibliography is made, or give what is missing under `sources`"
            self._report("bibliography-entry", message, self._nodes[path], hint, severity=Severity.WARNING)


def as_unread(m: ArgumentMap) -> ArgumentMap:
    """The map as it reads where its bibliographies are not at hand: of what comes from there the keys are left."""
    if not m.bibliography:
        return m
    own = {s.key: evolve(s, fields=s.own, bibliography=None, borrowed=()) for s in m.sources if not s.is_borrowed}
    things: tuple[Statement | Argument, ...] = (*m.statements, *m.arguments)
    cited = dict.fromkeys(c.source for thing in things for c in thing.citations)
    more = [Source(key, bibliography=m.bibliography[0]) for key in cited if key not in own]
    return evolve(m, sources=(*own.values(), *more), is_sound=True)
