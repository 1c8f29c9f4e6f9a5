"""One file reviewed: what the reader says, what the checks find, less what settings and comments leave out."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from argmap.checks import CHECKS
from argmap.checks import check as run_checks
from argmap.evaluate.expectations import UNMET, expectation_not_met
from argmap.mapfile.load import decode, read_bytes
from argmap.model import ArgumentMap
from argmap.problem import Problem, Severity
from argmap.settings import KINDS, Settings
from argmap.sources import codes as quotes

MOST = 1000
"""Problems with one code that are listed of one map."""
_IGNORE = re.compile(rb"#[ \t]*argmap:[ \t]*ignore")


Held = Callable[[str], bytes | None]
"""Gives the bytes of the file that a source names as its text, None when it is not at hand."""


class Reviewed(NamedTuple):
    """What a review found."""

    map: ArgumentMap | None
    problems: tuple[Problem, ...]
    unchecked: int = 0
    """How many quotes were not checked, since no text was at hand."""


def review(
    data: bytes,
    file: str | None = None,
    settings: Settings = Settings(),  # noqa: B008
    folder: str | os.PathLike[str] | None = None,
) -> tuple[ArgumentMap | None, tuple[Problem, ...]]:
    """The map in the bytes of a file, None when it has errors, and every problem in the order of the lines.

    ``file`` is the name by which problems call it. No other file is read, so quotes are not checked; only the map's
    `bibliography` is, where ``folder`` tells in which folder the map lies. Raises ValueError when the settings name
    what there is not.
    """
    return reviewed(data, file, settings, folder=folder)[:2]


def reviewed(
    data: bytes,
    file: str | None,
    settings: Settings,
    held: Held | None = None,
    folder: str | os.PathLike[str] | None = None,
    hints: bool = True,
) -> Reviewed:
    """Like `review`; quotes are checked in those texts that ``held`` gives.

    Without ``hints`` no check is run that gives no more than them, unless a comment of the file may speak of one.
    """
    levels = settings.levels()
    m, problems = read_bytes(data, file, folder)
    ignoring = _IGNORE.search(data) is not None
    if m is not None:
        left_out = (None,) if hints or ignoring else (None, Severity.HINT)
        problems += run_checks(m, [c for c in CHECKS if levels[c.code] not in left_out], settings.limits)
        if m.expect and levels[UNMET]:
            problems += tuple(expectation_not_met(m))
    about_quotes, unchecked = _quotes(m, levels, held) if m is not None and m.sources else ((), 0)
    problems += about_quotes
    told: list[Problem] = []
    for p in problems:
        level = levels.get(p.code, p.severity)
        if level is not None:
            told.append(p if level is p.severity else p._replace(severity=level))
    foreign = levels.keys() - KINDS.keys()
    if m is not None and foreign:
        from argmap.installed import run

        told += [p for code in sorted(foreign) if (level := levels[code]) for p in run(code, level, m, settings.limits)]
    if ignoring and isinstance(text := decode(data), str):
        from argmap.ignores import ignores, sifted  # seldom needed
        from argmap.mapfile.edit import plain

        text = plain(text)
        if unchecked:
            levels |= dict.fromkeys(quotes.KINDS)  # a comment may be for what another finds, who has the text
        told = [p._replace(file=file) for p in sifted(told, ignores(text), levels, complete=m is not None)]
    told.sort(key=lambda p: p.span[:2] if p.span else (0, 0))
    return Reviewed(m, tuple(told if len(told) <= MOST else _listed(told)), unchecked)


def _quotes(m: ArgumentMap, levels: dict[str, Severity | None], held: Held | None) -> tuple[tuple[Problem, ...], int]:
    """What is wrong with quotes from texts that are at hand, and how many others there are."""
    cited = [s.citations for s in m.statements] + [a.citations for a in m.arguments]
    quoted = [c.source for citations in cited for c in citations if c.quote is not None]
    paths = {s.key: path for s in m.sources if (path := s.get("file"))} if held else {}
    if not paths or held is None or not any(levels[code] for code in quotes.KINDS):
        return (), len(quoted)
    from argmap.sources.reading import read_source  # only where there is a text
    from argmap.sources.texts import Text
    from argmap.sources.told import problems

    texts = {key: read_source(data, path, m.source(key)) for key, path in paths.items() if (data := held(path))}
    unchecked = sum(not isinstance(texts.get(key), Text) for key in quoted)
    return problems(m, texts), unchecked


def _listed(problems: list[Problem]) -> Iterator[Problem]:
    """The first problems of each code; what is said of the next one counts the rest."""
    total = Counter(p.code for p in problems)
    seen: Counter[str] = Counter()
    for p in problems:
        seen[p.code] += 1
        if seen[p.code] <= MOST:
            yield p
        elif seen[p.code] == MOST + 1:
            message = f"{total[p.code] - MOST:,} more like the {MOST:,} above are here and below, and not listed"
            yield Problem(p.code, message, p.span, p.severity, "mend those, and check again", file=p.file)
