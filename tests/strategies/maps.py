"""Whole maps as they can be made in Python, from the graph alone to every part that a map can hold."""

from __future__ import annotations

from typing import Any

import attrs
from attrs import evolve
from hypothesis import strategies as st

from argmap import looks
from argmap.model import (
    Argument,
    ArgumentMap,
    Citation,
    Claim,
    Counterclaim,
    Direction,
    Evidence,
    Issue,
    Premise,
    Source,
    Speaker,
)
from argmap.validity import CHOICES
from strategies.words import names, texts

_PLACE = st.integers(0, 19)
"""Which of the things that are there, counted round: drawn more quickly than one of a list that is made anew."""
_PREMISES = st.lists(st.tuples(_PLACE, st.booleans()), max_size=3)
_STEP = st.tuples(st.sampled_from(tuple(Direction)), _PLACE, _PREMISES, _PLACE)
_KIND = st.sampled_from((Claim, Counterclaim, Evidence))
_PLACES = st.lists(_PLACE, max_size=7)


@st.composite
def shapes(draw: st.DrawFn, statements: int = 7, arguments: int = 8) -> ArgumentMap:
    """Any graph that can be, with nothing in it that does not belong to the graph.

    It may have rings, several roots, groups, empty groups, statements in many places, undercutters of undercutters and
    issues. Statements are called ``s0``, ``s1`` …, arguments ``a0``, ``a1`` …; each is at most as many as is said.
    """
    kinds = draw(st.lists(_KIND, min_size=1, max_size=statements))
    ids = [f"s{n}" for n in range(len(kinds))]
    steps: list[Argument] = []
    order: list[tuple[int, int]] = []
    for n, (direction, about, premises, place) in enumerate(draw(st.lists(_STEP, max_size=arguments))):
        bearing: dict[str, Any] = {"conclusion": ids[about % len(ids)], "direction": direction}
        if direction is Direction.UNDERCUTS:
            # It breaks one that was drawn before, so that none are in a ring; the order is shuffled below.
            bearing = {"target": steps[about % n].id, "direction": direction} if n else {"conclusion": ids[0]}
        others = [s for s in ids if s != bearing.get("conclusion")]
        held = tuple(Premise(others[p % len(others)], is_ref=is_ref) for p, is_ref in premises if others)
        steps.append(Argument(f"a{n}", held, **bearing))
        order.append((place, n))
    top, positions = draw(_PLACES), draw(_PLACES)
    thesis = draw(st.none() | _PLACE)
    return ArgumentMap(
        title="A title",
        statements=[kind(s, f"Text of {s}") for s, kind in zip(ids, kinds, strict=True)],
        arguments=[steps[n] for _, n in sorted(order)],
        top=tuple(dict.fromkeys(ids[p % len(ids)] for p in top)),
        thesis="" if thesis is None else ids[thesis % len(ids)],
        issues=_issues([ids[p % len(ids)] for p in positions]),
    )


def _issues(positions: list[str]) -> tuple[Issue, ...]:
    """No, one or two issues that share no position."""
    different = tuple(dict.fromkeys(positions))
    middle = len(different) // 2
    groups = (different[:middle], different[middle:]) if middle >= 2 else (different,)
    return tuple(Issue(group) for group in groups if len(group) >= 2)


_TEXT, _SHORT = texts(longest=3), texts(longest=2)
_NUMBER = st.floats(0, 1)
_STANDARD = st.sampled_from(CHOICES["standard"])
_VALUE = _SHORT | st.lists(_SHORT, max_size=2) | st.dictionaries(names(), _SHORT, max_size=2)
_EXTRA = st.dictionaries(names().map("x-{}".format), _VALUE, max_size=2).map(lambda found: tuple(found.items()))
_KEYS = ("smith", "long report 2001", "§")
_CITATION = st.fixed_dictionaries(
    {"source": st.sampled_from(_KEYS)},
    optional={
        **dict.fromkeys(("at", "quote", "before", "after"), _SHORT),
        "extra": _EXTRA,
        "credibility": st.sampled_from(CHOICES["credibility"]),
    },
)
_SHARED = {
    "label": _SHORT,
    "by": _SHORT,
    "citations": st.lists(_CITATION.map(lambda found: Citation(**found)), min_size=1, max_size=2).map(tuple),
    "implicit": st.booleans(),
    "tags": st.lists(names() | st.just("Background/Military"), max_size=2).map(tuple),
    "note": _SHORT,
    "url": st.sampled_from(("https://example.org/a?b=c&d=%22", "mailto:a@example.org")),
    "extra": _EXTRA,
    "named": st.booleans(),
}
_ASSUME = st.sampled_from(CHOICES["assume"])
_OF_STATEMENT = {**_SHARED, "confidence": _NUMBER, "assume": _ASSUME, "standard": _STANDARD}
_OF_STEP = {"warrant": _TEXT, "qualifier": _SHORT, "scheme": names(), "strength": _NUMBER}
_OF_STEP["answers"] = st.lists(names() | _SHORT, max_size=2).map(tuple)
_OF_ARGUMENT = {**_SHARED, **_OF_STEP, "weigh": st.sampled_from(CHOICES["weigh"])}
_OF_PREMISE = {"role": st.sampled_from(("warrant", "major")) | _SHORT, "extra": _EXTRA}
_OF_ISSUE = {"question": _TEXT, "standard": _STANDARD, "extra": _EXTRA}
_OF_SOURCE = dict.fromkeys(("title", "author", "date", "url", "publisher"), _SHORT)
_OF_SPEAKER = {
    **dict.fromkeys(("description", "url", "note"), _SHORT),
    "reliability": st.sampled_from(CHOICES["reliability"]),
}
_NAMED = texts(longest=2).map(lambda text: " ".join(text.split())).filter(bool)
_STYLE = st.fixed_dictionaries(
    {},
    optional={
        **{name: st.sampled_from(words) for name, words in looks.CHOICES.items() if name != "show"},
        "show": st.lists(st.sampled_from(looks.CHOICES["show"]), min_size=1, max_size=3).map(tuple),
        "key": st.booleans(),
        "wrap": st.integers(looks.NARROWEST, looks.WIDEST),
    },
)
_OF_MAP = {
    "style": _STYLE,
    **dict.fromkeys(("question", "author", "date", "summary"), _TEXT),
    "language": st.sampled_from(("en", "he", "de-CH")),
    "given": st.sampled_from(CHOICES["given"]),
    "extra": _EXTRA,
}


def _some(optional: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=optional)


_STATEMENT, _ARGUMENT, _PREMISE, _ISSUE, _SOURCE, _SPEAKER, _MAP = map(
    _some, (_OF_STATEMENT, _OF_ARGUMENT, _OF_PREMISE, _OF_ISSUE, _OF_SOURCE, _OF_SPEAKER, _OF_MAP)
)


@st.composite
def graphs(draw: st.DrawFn, statements: int = 5, arguments: int = 6, controls: bool = False) -> ArgumentMap:
    """Any map that can be: one of `shapes` with hostile texts, names, sources and all else that a map can hold.

    ``controls`` as for `texts`.
    """
    m = draw(shapes(statements, arguments))
    old = [thing.id for thing in (*m.statements, *m.arguments)]
    new = dict(zip(old, draw(st.lists(names(), min_size=len(old), max_size=len(old), unique=True)), strict=True))
    text = texts(controls)
    found = [evolve(s, id=new[s.id], text=draw(text), **draw(_STATEMENT)) for s in m.statements]
    steps = [
        evolve(
            a,
            id=new[a.id],
            premises=tuple(evolve(p, statement=new[p.statement], **draw(_PREMISE)) for p in a.premises),
            conclusion=a.conclusion and new[a.conclusion],
            target=a.target and new[a.target],
            **draw(_ARGUMENT),
        )
        for a in m.arguments
    ]
    cited = {c.source for thing in (*found, *steps) for c in thing.citations}
    keys = [key for key in _KEYS if key in cited or draw(st.booleans())]
    heard = [" ".join(thing.by.split()) for thing in (*found, *steps) if thing.by]
    listed = [by for by in dict.fromkeys([*heard, *draw(st.lists(_NAMED, max_size=1))]) if by and draw(st.booleans())]
    expected = {s.assume: (s.id,) for s in found if s.assume}
    return ArgumentMap(
        title=draw(text),
        statements=found,
        arguments=steps,
        top=tuple(new[s] for s in m.top),
        thesis=new[m.thesis],
        sources=tuple(Source(key, tuple(draw(_SOURCE).items()), draw(_EXTRA)) for key in keys),
        speakers=tuple(Speaker(by, **draw(_SPEAKER), extra=draw(_EXTRA)) for by in listed),
        issues=tuple(Issue(tuple(new[p] for p in i.positions), **draw(_ISSUE)) for i in m.issues),
        expect=expected,
        **draw(_MAP),
    )


def _sayable(thing: Any) -> Any:
    if isinstance(thing, str):
        return thing.rstrip() or "x"
    if isinstance(thing, tuple):
        return tuple(map(_sayable, thing))
    if isinstance(thing, Premise):
        return evolve(thing, role=thing.role and "major", extra=_sayable(thing.extra) if thing.is_ref else ())
    if attrs.has(type(thing)) and not isinstance(thing, ArgumentMap):
        changed = {f.name: _sayable(getattr(thing, f.name)) for f in attrs.fields(type(thing))}
        return type(thing)(**changed)
    return thing


def made_sayable(m: ArgumentMap) -> ArgumentMap:
    """A map without the texts that no file can hold: those that end with a space, and roles that are no names."""
    parts = (
        "title",
        "statements",
        "arguments",
        "sources",
        "speakers",
        "issues",
        "question",
        "author",
        "date",
        "summary",
        "extra",
    )
    return evolve(m, **{name: _sayable(getattr(m, name)) for name in parts})


@st.composite
def evaluated(draw: st.DrawFn) -> ArgumentMap:
    """A map of any shape, with everything that evaluation looks at."""
    m = draw(shapes(statements=8, arguments=12))
    weights = st.sampled_from((None, None, 0.0, 0.1, 0.3, 0.5, 0.8, 1.0))
    standard = st.sampled_from((None, None, None, *CHOICES["standard"]))
    assume = st.sampled_from((None,) * 9 + CHOICES["assume"])
    by = st.sampled_from((None, "somebody"))
    return evolve(
        m,
        statements=[
            evolve(s, confidence=draw(weights), standard=draw(standard), assume=draw(assume), by=draw(by))
            for s in m.statements
        ],
        arguments=[
            evolve(a, strength=draw(weights), weigh=draw(st.sampled_from(CHOICES["weigh"]))) for a in m.arguments
        ],
        issues=[evolve(i, standard=draw(standard)) for i in m.issues],
        given=draw(st.sampled_from(CHOICES["given"])),
    )
