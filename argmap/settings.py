"""What is looked for in a map: which checks, how much each matters, and the numbers that they go by."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from argmap.checks import CHECKS, Limits
from argmap.evaluate.expectations import FAMILY, SEVERITY, UNMET
from argmap.mapfile.codes import ERRORS, WARNINGS
from argmap.naming import nearest
from argmap.problem import Severity
from argmap.sources import codes as quotes

ALL = "all"
"""The word for every check that comes with argmap."""
OFF = "off"
"""The level of what is not told."""
UNUSED = "unused-ignore"
"""The code of a comment that ignores nothing."""

LEVELS = (*map(str, Severity), OFF)

KINDS: dict[str, tuple[str, Severity]] = {
    **{c.code: (c.family, c.severity) for c in CHECKS},
    UNMET: (FAMILY, SEVERITY),
    **{code: (quotes.FAMILY, severity) for code, severity in quotes.KINDS.items()},
    **dict.fromkeys((*WARNINGS, UNUSED), ("reading", Severity.WARNING)),
}
"""The family of each code that can be switched off, and how much it matters unless settings say otherwise."""

FAMILIES: tuple[str, ...] = tuple(dict.fromkeys(family for family, _ in KINDS.values()))


class Settings(NamedTuple):
    """What is looked for: names are codes (``side-mismatch``), families (``structure``) or ``all``.

    Of two entries the narrower counts, a code before its family; of two alike the one that switches off. ``severity``
    holds ``error``, ``warning``, ``hint`` or ``off`` for a name. ``strict`` changes no severity: it is for whoever
    decides whether a map with warnings passes. Checks of other packages run when ``select`` has their code.
    """

    select: tuple[str, ...] = (ALL,)
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = {}
    limits: Limits = Limits()
    strict: bool = False

    def levels(self) -> dict[str, Severity | None]:
        """The severity of every code, None for those that are not told.

        Raises ValueError with a line for every name that is none.
        """
        names = {"select": self.select, "ignore": self.ignore, "severity": tuple(self.severity)}
        wrong = [w for key, words in names.items() for w in _unknown(key, words)]
        wrong += [w for word, level in self.severity.items() for w in _no_level(word, level)]
        if wrong:
            raise ValueError("\n".join(f"{w.key}: {w.message}" for w in wrong))
        foreign = {word: ("", Severity.WARNING) for word in self.select if word not in _WORDS}
        return {code: self._level(code, *kind) for code, kind in (KINDS | foreign).items()}

    def _level(self, code: str, family: str, usual: Severity) -> Severity | None:
        words = (ALL, family, code)
        said = [(rank, self.severity[word]) for rank, word in enumerate(words) if word in self.severity]
        off = _narrowest(words, self.ignore)
        if said and said[-1][1] == OFF:
            off = max(off, said[-1][0])
        if _narrowest(words, self.select) <= off:
            return None
        return next((Severity(level) for _, level in reversed(said) if level != OFF), usual)

    def under(self, more: Given) -> Settings:
        """These settings with others on top: what is selected there is looked for even if it was off here by name."""
        chosen = more.select or ()
        severity = {k: v for k, v in self.severity.items() if not (v == OFF and k in chosen)}
        return self._replace(
            select=self.select if more.select is None else more.select,
            ignore=(*(word for word in self.ignore if word not in chosen), *more.ignore),
            severity={**severity, **more.severity},
            limits=self.limits._replace(**more.limits),
            strict=self.strict if more.strict is None else more.strict,
        )


class Given(NamedTuple):
    """What is said of some settings, None where nothing is."""

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = {}
    limits: Mapping[str, Any] = {}
    strict: bool | None = None


class Wrong(NamedTuple):
    """What is wrong with settings: under which key, the word to look for there, and one sentence."""

    key: str
    word: str
    message: str


def given(table: Mapping[str, Any]) -> tuple[Given, tuple[Wrong, ...]]:
    """What a table such as ``[tool.argmap]`` says, and everything that is wrong with it."""
    wrong: list[Wrong] = []
    parts: dict[str, Any] = {}
    limits: dict[str, Any] = {}
    for key, value in table.items():
        field = key.replace("-", "_")
        if key in ("select", "ignore"):
            if isinstance(value, Sequence) and not isinstance(value, str) and all(isinstance(v, str) for v in value):
                parts[key] = tuple(value)
                wrong += _unknown(key, parts[key])
            else:
                wrong.append(Wrong(key, key, f'`{key}` is a list of codes or families, such as ["{FAMILIES[0]}"]'))
        elif key == "severity":
            if isinstance(value, Mapping):
                parts[key] = dict(value)
                wrong += _unknown(key, tuple(value))
                wrong += [w for word, level in value.items() for w in _no_level(word, level)]
            else:
                wrong.append(Wrong(key, key, "`severity` is a table of codes or families with their levels"))
        elif key == "strict":
            parts[key] = value
            if not isinstance(value, bool):
                wrong.append(Wrong(key, key, "`strict` is true or false"))
        elif field in Limits._fields and "_" not in key:
            limits[field] = value
            kinds = (int, float) if isinstance(Limits._field_defaults[field], float) else (int,)
            if not isinstance(value, kinds) or isinstance(value, bool) or not value >= 0:
                wrong.append(Wrong(key, key, f"`{key}` is a{'' if float in kinds else ' whole'} number from 0 up"))
        else:
            known = ["select", "ignore", "severity", "strict", *(name.replace("_", "-") for name in Limits._fields)]
            wrong.append(
                Wrong(key, key, f"`{key}` is no setting; {_near(key, known) or 'there are ' + ', '.join(known)}")
            )
    if wrong:
        return Given(), tuple(wrong)
    return Given(**parts, limits=limits), ()


_WORDS = frozenset((*KINDS, *FAMILIES, ALL))


def _narrowest(words: Sequence[str], among: Sequence[str]) -> int:
    """How narrow the narrowest of the words is that stands among others, -1 when none does."""
    return max((rank for rank, word in enumerate(words) if word in among), default=-1)


def _unknown(key: str, words: Sequence[str]) -> Iterator[Wrong]:
    """The words that name nothing which can be switched."""
    for word in words:
        if word not in _WORDS and (fault := fault_of(word)):
            yield Wrong(key, word, fault)


_Search = Callable[[str, Collection[str]], str | None]


def fault_of(word: str, search: _Search = nearest) -> str | None:
    """Why a word does not name a check or a family; None when it does, or names the check of another package.

    ``search`` finds the name that was meant; where there may be many such words, it is a `Nearest`.
    """
    if word in _WORDS:
        return None
    if word in ERRORS:
        return f"`{word}` tells that a file is no map, and can be neither switched off nor lowered"
    from argmap.installed import names

    installed = names()
    if word in installed:
        return None
    near = _near(word, [*_WORDS, *installed], search)
    return f"`{word}` is no check; {near or 'families are ' + ', '.join(FAMILIES)}"


def _no_level(word: str, level: Any) -> Iterator[Wrong]:
    if level not in LEVELS:
        near = f"; {_near(level, LEVELS)}" if isinstance(level, str) and _near(level, LEVELS) else ""
        yield Wrong("severity", word, f"the level of `{word}` is {', '.join(LEVELS[:-1])} or {LEVELS[-1]}{near}")


def _near(word: str, known: Sequence[str], search: _Search = nearest) -> str | None:
    near = search(word, known)
    return f"did you mean `{near}`?" if near else None
