"""One file reviewed: what the reader says, what the checks find, less what settings and comments leave out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from argmap.checks import CHECKS
from argmap.checks import check as run_checks
from argmap.mapfile.load import decode, read_bytes
from argmap.model import ArgumentMap
from argmap.problem import Problem
from argmap.settings import KINDS, Settings

MOST = 1000
"""Problems with one code that are listed of one map."""
_IGNORE = re.compile(rb"#[ \t]*argmap:[ \t]*ignore")


def review(
    data: bytes,
    file: str | None = None,
    settings: Settings = Settings(),  # noqa: B008
) -> tuple[ArgumentMap | None, tuple[Problem, ...]]:
    """The map in the bytes of a file, None when it has errors, and every problem in the order of the lines.

    ``file`` is the name by which problems call it. Raises ValueError when the settings name what there is not.
    """
    levels = settings.levels()
    m, problems = read_bytes(data, file)
    if m is not None:
        problems += run_checks(m, [c for c in CHECKS if levels[c.code]], settings.limits)
    told: list[Problem] = []
    for p in problems:
        level = levels.get(p.code, p.severity)
        if level is not None:
            told.append(p if level is p.severity else p._replace(severity=level))
    foreign = levels.keys() - KINDS.keys()
    if m is not None and foreign:
        from argmap.installed import run

        told += [p for code in sorted(foreign) if (level := levels[code]) for p in run(code, level, m, settings.limits)]
    if _IGNORE.search(data) and isinstance(text := decode(data), str):
        from argmap.ignores import ignores, sifted  # seldom needed

        text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        told = [p._replace(file=file) for p in sifted(told, ignores(text), levels, complete=m is not None)]
    told.sort(key=lambda p: p.span[:2] if p.span else (0, 0))
    return m, tuple(told if len(told) <= MOST else _listed(told))


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
