"""A map as tables of pandas: nothing is lost, and the tables can be joined."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pandas
import pytest
from hypothesis import given, settings
from strategies import graphs

import argmap
from argmap.render.data import to_data


def stated(row: dict[str, Any]) -> dict[str, Any]:
    """A row without what is not stated."""
    kept = {}
    for name, value in row.items():
        is_missing = value in ([], {}) if isinstance(value, list | dict) else pandas.isna(value)
        if not is_missing:
            kept[name] = value
    return kept


def check_nothing_is_lost(m: argmap.ArgumentMap) -> None:
    tables, data = m.to_pandas(), to_data(m)
    rows = {
        name: [stated(row) for row in table.reset_index().to_dict("records")]
        for name, table in tables._asdict().items()
    }
    cited: dict[str, list[dict[str, Any]]] = {}
    for row in rows["citations"]:
        cited.setdefault(row.pop("id"), []).append(row)
    premises: dict[str, list[dict[str, Any]]] = {}
    for row in rows["premises"]:
        premises.setdefault(row["argument"], []).append(row)
    for kind in ("statements", "arguments"):
        for found, expected in zip(rows[kind], data[kind], strict=True):
            assert [stated(c) for c in expected.pop("citations")] == [
                {k: v for k, v in row.items() if k != "index"} for row in cited.get(found["id"], [])
            ]
            if kind == "statements":
                for name in ("title", "side"):
                    del found[name]
            else:
                own = premises.get(found["id"], [])
                assert expected.pop("premises") == [row["statement"] for row in own]
                assert expected.pop("roles") == [row.get("role") for row in own]
                extra = {k: v for row in own for k, v in row.get("extra", {}).items()} | found.pop("extra", {})
                assert expected.pop("extra") == extra
            assert found == stated(expected)
    assert rows["sources"] == [stated(source) for source in data["sources"]]
    assert rows["speakers"] == [stated(speaker) for speaker in data["speakers"]]
    positions = [p for issue in data["issues"] for p in issue["positions"]]
    assert [row["statement"] for row in rows["positions"]] == positions


def test_nothing_of_a_map_is_lost(map_path: Path) -> None:
    check_nothing_is_lost(argmap.load(map_path))


@given(graphs())
@settings(max_examples=50)
def test_nothing_of_any_map_is_lost(m: argmap.ArgumentMap) -> None:
    check_nothing_is_lost(m)


def test_tables_can_be_joined_and_counted(map_path: Path) -> None:
    m = argmap.load(map_path)
    tables = m.to_pandas(argmap.evaluate(m))
    joined = tables.premises.join(tables.statements[["text"]], on="statement")
    joined = joined.join(tables.arguments[["direction"]], on="argument")
    assert len(joined) == len(tables.premises)
    assert not joined["text"].isna().any()
    assert not joined["direction"].isna().any()
    assert dict(tables.arguments["direction"].value_counts()) == {
        d: n for d in ("for", "against", "undercuts") if (n := sum(a.direction == d for a in m.arguments))
    }
    assert set(tables.statements["status"]) <= {"accepted", "rejected", "undecided"}


def test_columns_hold_the_same_kind_in_every_map(map_path: Path) -> None:
    b = argmap.Builder("Small")
    b.claim("Alone")
    small, large = b.build().to_pandas(), argmap.load(map_path).to_pandas()
    for one, other in zip(small, large, strict=True):
        common = [name for name in one.columns if name in other.columns]
        assert list(one[common].dtypes) == list(other[common].dtypes)


def test_without_the_package_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    b = argmap.Builder("Small")
    b.claim("Alone")
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ImportError, match=r'pip install "argmap\[pandas\]"'):
        b.build().to_pandas()
