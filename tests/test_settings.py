"""What settings leave on, how much it matters then, and what is said of settings that mean nothing."""

from __future__ import annotations

import ast
import pickle
import re
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from hypothesis import given as drawn
from hypothesis import strategies as st

import argmap
from argmap.checks import CHECKS, Limits
from argmap.mapfile import codes
from argmap.problem import Severity
from argmap.settings import FAMILIES, KINDS, LEVELS, Given, Settings, given
from argmap.sources import codes as quotes

NAMES = st.sampled_from(("all", *FAMILIES, *KINDS))
SETTINGS = st.builds(
    Settings,
    select=st.lists(NAMES, max_size=3).map(tuple),
    ignore=st.lists(NAMES, max_size=3).map(tuple),
    severity=st.dictionaries(NAMES, st.sampled_from(LEVELS), max_size=3),
)


def told(**parts: Any) -> set[str]:
    """The codes that settings leave on."""
    return {code for code, level in Settings(**parts).levels().items() if level}


def of(family: str) -> set[str]:
    return {code for code, (its, _) in KINDS.items() if its == family}


EVERY = set(KINDS)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({}, EVERY),
        ({"select": ()}, set()),
        ({"select": ("structure",)}, of("structure")),
        ({"select": ("structure", "side-mismatch")}, of("structure") | {"side-mismatch"}),
        ({"ignore": ("structure", "side-mismatch")}, EVERY - of("structure") - {"side-mismatch"}),
        ({"select": ("structure",), "ignore": ("support-cycle",)}, of("structure") - {"support-cycle"}),
        ({"select": ("all", "support-cycle"), "ignore": ("structure",)}, EVERY - of("structure") | {"support-cycle"}),
        ({"select": ("side-mismatch",), "ignore": ("side-mismatch",)}, set()),
        ({"select": ("side-mismatch",), "ignore": ("all",)}, {"side-mismatch"}),
        ({"severity": {"structure": "off"}}, EVERY - of("structure")),
        ({"severity": {"structure": "off", "support-cycle": "hint"}}, EVERY - of("structure") | {"support-cycle"}),
        ({"severity": {"side-mismatch": "error"}, "select": ("structure",)}, of("structure")),
        ({"select": ("reading",)}, {*codes.WARNINGS, "unused-ignore"}),
    ],
)
def test_the_narrower_entry_counts(parts: dict[str, Any], expected: set[str]) -> None:
    assert told(**parts) == expected


def test_severities() -> None:
    levels = Settings(severity={"structure": "error", "support-cycle": "hint", "all": "warning"}).levels()
    assert levels["support-cycle"] is Severity.HINT
    assert {levels[code] for code in of("structure") - {"support-cycle"}} <= {Severity.ERROR}
    assert levels["side-mismatch"] is Severity.WARNING
    assert Settings().levels() == {k: s for k, (_, s) in KINDS.items()}


@drawn(SETTINGS, st.randoms())
def test_the_order_of_entries_does_not_matter(settings: Settings, random: Any) -> None:
    def shuffled(names: Any) -> tuple[Any, ...]:
        return tuple(random.sample(list(names), len(names)))

    other = Settings(
        shuffled(settings.select), shuffled(settings.ignore), dict(shuffled(settings.severity.items())), settings.limits
    )
    assert other.levels() == settings.levels()
    assert pickle.loads(pickle.dumps(settings)) == settings


@drawn(SETTINGS, st.sampled_from(sorted(KINDS)))
def test_what_is_ignored_by_name_is_never_told(settings: Settings, code: str) -> None:
    assert settings._replace(ignore=(*settings.ignore, code)).levels()[code] is None
    assert settings._replace(severity={**settings.severity, code: "off"}).levels()[code] is None


@drawn(SETTINGS, NAMES)
def test_what_is_selected_on_top_is_looked_for(settings: Settings, name: str) -> None:
    levels = settings.under(Given(select=(name,))).levels()
    if name in KINDS:
        assert {code for code, level in levels.items() if level} == {name}
    elif name != "all":
        assert {code for code, level in levels.items() if level} <= of(name)


def test_settings_on_top_of_others() -> None:
    below = Settings(("structure",), ("step-key-below",), {"structure": "error"}, Limits(quote_words=3), True)
    on_top = below.under(Given(ignore=("side-mismatch",), severity={"argument": "hint"}, limits={"text_words": 2}))
    assert on_top == Settings(
        ("structure",),
        ("step-key-below", "side-mismatch"),
        {"structure": "error", "argument": "hint"},
        Limits(quote_words=3, text_words=2),
        True,
    )
    assert not below.under(Given(strict=False)).strict


def test_settings_that_name_what_there_is_not() -> None:
    with pytest.raises(ValueError, match="side-mismach") as error:
        Settings(("side-mismach",), ("missing-field",), {"structure": "eror", "zzz": "off"}).levels()
    first, second, third, fourth = str(error.value).splitlines()
    assert first == "select: `side-mismach` is no check; did you mean `side-mismatch`?"
    assert second == "ignore: `missing-field` tells that a file is no map, and can be neither switched off nor lowered"
    assert third.startswith("severity: `zzz` is no check; families are ")
    assert fourth == ("severity: the level of `structure` is error, warning, hint or off; did you mean `error`?")


# ---- tables


def test_a_table() -> None:
    table = {
        "select": ["structure", "side-mismatch"],
        "ignore": ["support-cycle"],
        "strict": True,
        "severity": {"structure": "error", "step-key-below": "off"},
        "quote-words": 20,
    }
    assert given(table) == (
        Given(
            ("structure", "side-mismatch"),
            ("support-cycle",),
            {"structure": "error", "step-key-below": "off"},
            {"quote_words": 20},
            True,
        ),
        (),
    )
    assert given({}) == (Given(), ())


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"selct": []}, "`selct` is no setting; did you mean `select`?"),
        ({"quote_words": 3}, "`quote_words` is no setting; did you mean `quote-words`?"),
        ({"zzz": 3}, "`zzz` is no setting; there are select, ignore, severity, strict, "),
        ({"select": "structure"}, "`select` is a list of codes or families, such as ["),
        ({"ignore": [1]}, "`ignore` is a list of codes or families, such as ["),
        ({"ignore": ["suport-cycle"]}, "`suport-cycle` is no check; did you mean `support-cycle`?"),
        ({"ignore": ["alias"]}, "`alias` tells that a file is no map, and can be neither switched off nor lowered"),
        ({"severity": "off"}, "`severity` is a table of codes or families with their levels"),
        ({"severity": {"argument": 3}}, "the level of `argument` is error, warning, hint or off"),
        ({"severity": {"argument": ["off"]}}, "the level of `argument` is error, warning, hint or off"),
        (
            {"severity": {"argument": "of"}},
            "the level of `argument` is error, warning, hint or off; did you mean `off`?",
        ),
        (
            {"severity": {"tab": "hint"}},
            "`tab` tells that a file is no map, and can be neither switched off nor lowered",
        ),
        ({"strict": 1}, "`strict` is true or false"),
        ({"quote-words": True}, "`quote-words` is a whole number from 0 up"),
        ({"quote-words": -1}, "`quote-words` is a whole number from 0 up"),
        ({"quote-words": "20"}, "`quote-words` is a whole number from 0 up"),
        ({"quote-words": 2.5}, "`quote-words` is a whole number from 0 up"),
    ],
)
def test_what_is_wrong_with_a_table(table: dict[str, Any], said: str) -> None:
    found, (wrong,) = given(table)
    assert found == Given()
    assert wrong.message.startswith(said)
    assert wrong.key in table


def test_everything_that_is_wrong_is_told_at_once() -> None:
    _, wrong = given({"selct": [], "select": ["a", "structure", "b"], "strict": None, "quote-words": -1})
    assert [(w.key, w.word) for w in wrong] == [
        ("selct", "selct"),
        ("select", "a"),
        ("select", "b"),
        ("strict", "strict"),
        ("quote-words", "quote-words"),
    ]


def test_every_limit_can_be_set() -> None:
    for name in Limits._fields:
        found, wrong = given({name.replace("_", "-"): 7})
        assert not wrong
        assert getattr(Settings().under(found).limits, name) == 7


# ---- names


def test_a_name_means_one_thing() -> None:
    names = [*KINDS, *FAMILIES, "all", *codes.ERRORS]
    assert len(set(names)) == len(names)
    others = {*codes.WARNINGS, *quotes.KINDS, "unused-ignore", "expectation-not-met"}
    assert {c.code for c in CHECKS} | others == set(KINDS)


def test_the_codes_of_the_reader_are_known() -> None:
    reports = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "tests" / "bad").glob("*.txt"))
    assert set(re.findall(r"error\[([\w-]+)\]", reports)) <= codes.ERRORS
    package = Path(codes.__file__).parent
    source = "".join(p.read_text(encoding="utf-8") for p in package.glob("*.py") if p.name != "codes.py")
    computed = {"anchor", "tag"}
    assert {code for code in codes.ERRORS if f'"{code}"' not in source} <= computed


def test_what_the_reader_warns_of_is_known() -> None:
    warned = set()
    for path in Path(codes.__file__).parent.glob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and any(
                isinstance(part, ast.Attribute) and part.attr in ("WARNING", "HINT")
                for argument in (*call.args, *(k.value for k in call.keywords))
                for part in [argument]
            ):
                code = call.args[0]
                assert isinstance(code, ast.Constant), f"{path.name} computes the code of a warning"
                warned.add(code.value)
    assert warned == set(codes.WARNINGS)


def test_settings_are_public() -> None:
    assert argmap.Settings is Settings
