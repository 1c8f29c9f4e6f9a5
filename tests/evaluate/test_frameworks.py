"""Abstract frameworks: textbook examples, another package's answers, and plain definitions over all sets."""

from __future__ import annotations

import itertools
import random
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from py_arg.abstract_argumentation_classes.abstract_argumentation_framework import AbstractArgumentationFramework
from py_arg.abstract_argumentation_classes.argument import Argument as Theirs
from py_arg.abstract_argumentation_classes.defeat import Defeat
from py_arg.algorithms.semantics.get_complete_extensions import get_complete_extensions
from py_arg.algorithms.semantics.get_grounded_extension import get_grounded_extension
from py_arg.algorithms.semantics.get_ideal_extension import get_ideal_extension
from py_arg.algorithms.semantics.get_preferred_extensions import get_preferred_extensions
from py_arg.algorithms.semantics.get_stable_extensions import get_stable_extensions

from argmap.evaluate import clauses
from argmap.evaluate.extensions import SEMANTICS, TooHardError, acceptance, extensions
from argmap.evaluate.framework import Framework, Label, grounded

SOLVERS = ("search", "sat")


def framework(arguments: str, attacks: str = "") -> Framework:
    """``framework("abc", "ab bc")``: a attacks b, b attacks c."""
    return Framework(arguments, [tuple(pair) for pair in attacks.split()])


def found(f: Framework, semantics: str, solver: str = "auto") -> list[str]:
    """The extensions as words."""
    return ["".join(sorted(e)) for e in extensions(f, semantics, solver)]


# ---- textbook examples ----------------------------------------------------------------------------------------------

EXAMPLES = {
    # name: framework, grounded, complete, preferred, stable, ideal
    "empty": (framework(""), [""], [""], [""], [""], [""]),
    "unattacked": (framework("a"), ["a"], ["a"], ["a"], ["a"], ["a"]),
    "reinstatement": (framework("abc", "ab bc"), ["ac"], ["ac"], ["ac"], ["ac"], ["ac"]),
    "Nixon": (framework("ab", "ab ba"), [""], ["", "a", "b"], ["a", "b"], ["a", "b"], [""]),
    "itself": (framework("a", "aa"), [""], [""], [""], [], [""]),
    "odd ring": (framework("abc", "ab bc ca"), [""], [""], [""], [], [""]),
    "even ring": (framework("abcd", "ab bc cd da"), [""], ["", "ac", "bd"], ["ac", "bd"], ["ac", "bd"], [""]),
    "floating": (framework("abcd", "ab ba ac bc cd"), [""], ["", "ad", "bd"], ["ad", "bd"], ["ad", "bd"], [""]),
    # Dung, Mancarella & Toni: more than grounded though there is more than one preferred extension.
    "ideal": (framework("abc", "ab ba aa bc cb"), [""], ["", "b", "c"], ["b", "c"], ["b"], [""]),
    "ideal holds": (framework("ab", "aa ab ba"), [""], ["", "b"], ["b"], ["b"], ["b"]),
    "two apart": (
        framework("abcd", "ab ba cd dc"),
        [""],
        ["", "a", "ac", "ad", "b", "bc", "bd", "c", "d"],
        ["ac", "ad", "bc", "bd"],
        ["ac", "ad", "bc", "bd"],
        [""],
    ),
    "one part has none": (framework("abc", "ab ba cc"), [""], ["", "a", "b"], ["a", "b"], [], [""]),
}


@pytest.mark.parametrize("solver", SOLVERS)
@pytest.mark.parametrize("name", EXAMPLES)
def test_textbook_examples(name: str, solver: str) -> None:
    f, *due = EXAMPLES[name]
    assert [sorted(found(f, semantics, solver)) for semantics in SEMANTICS] == due


def test_grounded_labels() -> None:
    labels = grounded(framework("abcdefgh", "ab bc cd ef fe fg bh hh"))
    held, beaten, between = Label
    assert list(labels.values()) == [held, beaten, held, beaten, between, between, between, between]


def test_extensions_come_in_the_order_of_the_framework() -> None:
    assert extensions(framework("cba", "cb bc"), "preferred") == [frozenset("ca"), frozenset("ba")]


def test_what_is_no_framework_is_refused() -> None:
    with pytest.raises(ValueError, match="the argument a is named twice"):
        Framework(["a", "b", "a"])
    with pytest.raises(ValueError, match="a attacks c, but c is no argument"):
        Framework("ab", [("a", "c")])
    with pytest.raises(ValueError, match="'preferrred' is not one of grounded, complete"):
        extensions(framework("a"), "preferrred")
    with pytest.raises(ValueError, match="'mip' is not one of auto, search, sat"):
        acceptance(framework("a"), "stable", "mip")
    assert Framework("ab", ["ab", "ab"]).attacks == (("a", "b"),)


# ---- against definitions and against another package ----------------------------------------------------------------


@st.composite
def frameworks(draw: st.DrawFn, largest: int = 8) -> Framework:
    names = "abcdefghijkl"[: draw(st.integers(0, largest))]
    pairs = [(x, y) for x in names for y in names]
    return Framework(names, draw(st.lists(st.sampled_from(pairs), max_size=2 * len(names))) if pairs else [])


def by_definition(f: Framework) -> dict[str, set[frozenset[str]]]:
    """The extensions from all sets of arguments, as Dung defines them."""

    def attack(one: frozenset[str], other: frozenset[str] | str) -> bool:
        return any(x in one and y in other for x, y in f.attacks)

    def defended(s: frozenset[str]) -> frozenset[str]:
        return frozenset(a for a in f.arguments if all(attack(s, frozenset((b,))) for b, c in f.attacks if c == a))

    sets = [frozenset(c) for n in range(len(f.arguments) + 1) for c in itertools.combinations(f.arguments, n)]
    free = [s for s in sets if not attack(s, s)]
    admissible = [s for s in free if s <= defended(s)]
    complete = {s for s in free if s == defended(s)}
    preferred = {s for s in complete if not any(s < t for t in complete)}
    ideal = [s for s in admissible if all(s <= p for p in preferred)]
    return {
        "grounded": {s for s in complete if all(s <= t for t in complete)},
        "complete": complete,
        "preferred": preferred,
        "stable": {s for s in free if all(a in s or attack(s, frozenset((a,))) for a in f.arguments)},
        "ideal": {s for s in ideal if all(t <= s for t in ideal)},
    }


def check_all(f: Framework, due: dict[str, set[frozenset[str]]]) -> None:
    """Both solvers list exactly these extensions, and find what they have in common."""
    for semantics, solver in itertools.product(SEMANTICS, SOLVERS):
        listed = extensions(f, semantics, solver)
        assert len(listed) == len(set(listed))
        assert set(listed) == due[semantics], (semantics, solver)
        common = acceptance(f, semantics, solver)
        assert common.exists == bool(listed)
        for a in f.arguments if listed else ():
            attackers = set(f.attackers(a))
            label = Label.UNDEC
            if all(a in e for e in listed):
                label = Label.IN
            elif all(attackers & e for e in listed):
                label = Label.OUT
            assert common.labels[a] is label, (semantics, solver, a)
        assert common.sometimes == frozenset().union(*listed)


@given(frameworks())
def test_extensions_are_those_of_the_definitions(f: Framework) -> None:
    check_all(f, by_definition(f))


def theirs(f: Framework) -> dict[str, set[frozenset[str]]]:
    """The extensions as PyArg finds them."""
    arguments = {name: Theirs(name) for name in f.arguments}
    defeats = [Defeat(arguments[x], arguments[y]) for x, y in f.attacks]
    other = AbstractArgumentationFramework("f", list(arguments.values()), defeats)

    def named(sets: object) -> set[frozenset[str]]:
        return {frozenset(a.name for a in one) for one in sets}  # type: ignore[attr-defined]

    return {
        "grounded": named([get_grounded_extension(other)]),
        "complete": named(get_complete_extensions(other)),
        "preferred": named(get_preferred_extensions(other)),
        "stable": named(get_stable_extensions(other)),
        "ideal": named(get_ideal_extension(other)),
    }


def random_frameworks(number: int, seed: int) -> Iterator[Framework]:
    choose = random.Random(seed)
    for _ in range(number):
        names = "abcdefghijkl"[: choose.randint(1, 12)]
        density = choose.choice((0.08, 0.15, 0.25, 0.4))
        yield Framework(names, [(x, y) for x in names for y in names if choose.random() < density])


def test_extensions_are_those_that_pyarg_finds() -> None:
    for f in random_frameworks(60, seed=1):
        check_all(f, theirs(f))


# ---- what is large or hard ------------------------------------------------------------------------------------------


def ties(number: int) -> Framework:
    """Pairs that attack each other: all bear on ``end``, and ``out`` is out whichever way one of them goes."""
    names = [f"{side}{n}" for n in range(number) for side in "ab"]
    mutual = [pair for n in range(number) for pair in ((f"a{n}", f"b{n}"), (f"b{n}", f"a{n}"))]
    bearing = [*((f"a{n}", "other") for n in range(number)), ("other", "end"), ("end", "held")]
    floating = [("a0", "out"), ("b0", "out"), ("out", "held"), ("held", "end")]
    return Framework([*names, "end", "other", "out", "held"], [*mutual, *bearing, *floating])


def test_parts_that_do_not_touch_are_solved_apart() -> None:
    f = Framework(
        [f"{side}{n}" for n in range(300) for side in "ab"],
        [pair for n in range(300) for pair in ((f"a{n}", f"b{n}"), (f"b{n}", f"a{n}"))],
    )
    common = acceptance(f, "preferred", "search")
    assert set(common.labels.values()) == {Label.UNDEC}
    assert common.sometimes == frozenset(f.arguments)


@pytest.mark.parametrize("semantics", ["preferred", "stable", "complete", "ideal"])
@pytest.mark.parametrize("solver", SOLVERS)
def test_what_a_million_extensions_have_in_common_is_found_without_listing_them(semantics: str, solver: str) -> None:
    common = acceptance(ties(20), semantics, solver)
    everywhere = {a: label for a, label in common.labels.items() if label is not Label.UNDEC}
    decides = semantics in ("preferred", "stable")
    assert everywhere == ({"out": Label.OUT} if decides else {})
    assert common.sometimes == (frozenset() if semantics == "ideal" else frozenset(ties(20).arguments) - {"out"})
    if semantics != "ideal":
        with pytest.raises(TooHardError, match=rf"more than 50 {semantics} extensions, too many to list"):
            extensions(ties(20), semantics, solver, most=50)


def test_a_tangle_is_left_to_the_solver_or_said_to_be_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    choose = random.Random(7)
    names = [f"x{n}" for n in range(100)]
    tangle = Framework(names, [(x, y) for x in names for y in choose.sample(names, 4)])
    due = acceptance(tangle, "preferred")
    assert due == acceptance(tangle, "preferred", "search")
    monkeypatch.setattr(clauses, "WORK", 2000)
    assert due == acceptance(tangle, "preferred")
    monkeypatch.setitem(sys.modules, "pysat.solvers", None)
    with pytest.raises(TooHardError) as raised:
        acceptance(tangle, "preferred")
    assert str(raised.value) == (
        "the grounded labelling leaves 90 arguments open that hang together, "
        'which is too much without a SAT solver: `pip install "argmap[solver]"`'
    )
    with pytest.raises(TooHardError, match=r"^there is no SAT solver: `pip install "):
        acceptance(tangle, "preferred", "sat")
    assert found(framework("ab", "ab ba"), "preferred") == ["a", "b"], "small ones need no solver"


def test_large_frameworks_are_decided_by_their_grounded_part() -> None:
    names = [f"x{n}" for n in range(100_000)]
    chain = Framework(names, list(itertools.pairwise(names)))
    assert sum(label is Label.IN for label in grounded(chain).values()) == 50_000
    assert extensions(chain, "stable", "search") == [frozenset(names[::2])]
    ring = Framework(names[:10_000], list(itertools.pairwise([*names[:10_000], names[0]])))
    assert [len(e) for e in extensions(ring, "preferred", "search")] == [5000, 5000]
