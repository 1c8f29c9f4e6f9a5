"""Instances that were made quickly are like those that their class makes."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import attrs
import pytest

from argmap.mapfile.makers import swift
from argmap.model import Argument, Citation, Claim, Counterclaim, Direction, Evidence, Premise
from argmap.problem import Span

PLACE = Span(1, 2, 3, 4)
WHOLE = {
    Claim: {"id": "a", "text": "A", "label": "L", "citations": (Citation("k"),), "confidence": 0.5, "span": PLACE},
    Counterclaim: {"id": "a", "text": "A"},
    Evidence: {"id": "a", "text": "A", "tags": ("t",), "named": False},
    Premise: {"statement": "a", "role": "warrant", "is_ref": True, "span": PLACE},
    Argument: {
        "id": "s",
        "premises": (Premise("a"),),
        "conclusion": "b",
        "direction": Direction.AGAINST,
        "span": PLACE,
    },
    Citation: {"source": "k", "at": "p. 1", "quote": "Words", "extra": (("x-a", "b"),), "span": PLACE},
}


@pytest.fixture(params=WHOLE, ids=lambda cls: cls.__name__)
def pair(request: pytest.FixtureRequest) -> tuple[Any, Any]:
    """The same thing made quickly and by its class."""
    cls = request.param
    return swift(cls)(**WHOLE[cls]), cls(**WHOLE[cls])


def test_it_is_of_the_class(pair: tuple[Any, Any]) -> None:
    quick, usual = pair
    assert type(quick) is type(usual)
    assert isinstance(quick, type(usual).__mro__[1])
    assert getattr(quick, "kind", None) == getattr(usual, "kind", None)


def test_all_fields_are_set_with_their_defaults(pair: tuple[Any, Any]) -> None:
    quick, usual = pair
    names = [f.name for f in attrs.fields(type(usual))]
    assert [getattr(quick, n) for n in names] == [getattr(usual, n) for n in names]


def test_it_equals_and_hashes_and_shows_itself_as_usual(pair: tuple[Any, Any]) -> None:
    quick, usual = pair
    assert quick == usual
    assert hash(quick) == hash(usual)
    assert repr(quick) == repr(usual)
    assert quick != attrs.evolve(usual, extra=(("x-other", "y"),))


def test_it_is_frozen(pair: tuple[Any, Any]) -> None:
    quick, _ = pair
    for name in ("extra", "anything"):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(quick, name, 1)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        del quick.extra
    assert not hasattr(quick, "__dict__")


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, attrs.evolve, lambda x: pickle.loads(pickle.dumps(x))])
def test_it_can_be_copied(pair: tuple[Any, Any], again: Any) -> None:
    quick, usual = pair
    same = again(quick)
    assert type(same) is type(usual)
    assert same == usual
    assert same.span == usual.span
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        same.extra = ()


def test_it_is_called_like_the_class() -> None:
    assert swift(Claim)("a", "A", "Label") == Claim("a", "A", "Label")
    with pytest.raises(TypeError):
        swift(Claim)("a")
    with pytest.raises(TypeError):
        swift(Claim)("a", "A", colour="red")
