"""Maps by chance, the same for the same number: what a drawing must bear, in maps as large as people draw."""

from __future__ import annotations

from random import Random

import argmap
from argmap.build import StatementHandle, Step
from argmap.model import ArgumentMap
from argmap.selection import View

_WORDS = (
    *("a", "of", "the", "bridge", "council", "that", "railing", "must", "close", "WWWWW", "illicit", "don’t", "1,200"),
    *("Donaudampfschifffahrtsgesellschaftskapitän", "x" * 70, "AVAVA", "№", "½", "Łódź", "Ωμέγα", "Москва"),
    *("日本語の長い文章は空白なしに続く", "調査。", "한국어", "שלום", "עולם", "مرحبا", "بالعالم", "e\u0301", "→", "≠"),
)
_TAGS = ("plan", "money", "Background/Military", "計画")


def random_map(seed: int) -> ArgumentMap:
    """A map of up to 60 statements, with everything in it that pictures show."""
    choose = Random(seed)
    build = argmap.Builder(_text(choose, 6), question=_text(choose, 9))
    build.source("report", title=_text(choose, 4))
    made = [_statement(build, choose)]
    steps: list[Step] = []
    most = choose.randint(2, 60)
    while len(made) < most:
        about = choose.choice(made[-12:])
        kind = choose.choices(("because", "but", "unless"), (5, 3, 3 if steps else 0))[0]
        premises = _premises(build, choose, made, about)
        how = {
            "warrant": _text(choose, 12) if choose.random() < 0.2 else None,
            "qualifier": "presumably" if choose.random() < 0.2 else None,
            "strength": choose.choice((None, None, 0.2, 0.5, 0.9)),
        }
        whole = choose.choice(steps[-6:]).unless if kind == "unless" else getattr(about, kind)
        steps.append(whole(*premises, **how))
    free = choose.sample(made, min(len(made), 6))
    for positions in (free[:3], free[3:]):
        if len(positions) > 1 and choose.random() < 0.4:
            build.issue(*positions, question=_text(choose, 8))
    return build.build()


def random_part(m: ArgumentMap, seed: int) -> ArgumentMap | View:
    """The map, or what one may wish to see of it."""
    choose = Random(seed)
    focus = choose.choice(m.statements).id
    wishes = (
        {},
        {"links": "lines"},
        {"links": "lines", "depth": choose.randint(1, 3)},
        {"depth": choose.randint(1, 4)},
        {"focus": focus},
        {"focus": focus, "depth": 1},
        {"hide": "evidence"},
    )
    wish = wishes[seed % len(wishes)]
    return m.select(**wish) if wish else m


def _premises(
    build: argmap.Builder, choose: Random, made: list[StatementHandle], about: StatementHandle
) -> list[StatementHandle]:
    """One to four premises of a step, new ones or such as have their place elsewhere."""
    found: list[StatementHandle] = []
    for _ in range(choose.choice((1, 1, 1, 2, 2, 3, 4))):
        old = choose.choice(made)
        if choose.random() < 0.15 and old is not about and old not in found:
            found.append(old)
        else:
            found.append(_statement(build, choose))
            made.append(found[-1])
    return found


def _statement(build: argmap.Builder, choose: Random) -> StatementHandle:
    make = choose.choice((build.claim, build.claim, build.counterclaim, build.evidence))
    return make(
        _text(choose, 25),
        label=_text(choose, 4) if choose.random() < 0.7 else None,
        by=_text(choose, 3) if choose.random() < 0.3 else None,
        cite="report, page 7" if choose.random() < 0.3 else (),
        tags=(choose.choice(_TAGS),) if choose.random() < 0.4 else (),
        note=_text(choose, 9) if choose.random() < 0.2 else None,
        implicit=choose.random() < 0.15,
    )


def _text(choose: Random, longest: int) -> str:
    return " ".join(choose.choices(_WORDS, k=choose.randint(1, longest)))
