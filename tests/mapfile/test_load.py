"""The doors of reading: from a path, from bytes, from a text."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

import pytest

import argmap
from argmap.checks import check
from argmap.mapfile.load import MAX_SIZE, decode, read_bytes, starter
from argmap.problem import MapError, Problem

TEXT = "argmap: 1\ntitle: T\nclaims:\n  - claim: Grüße\n"


def test_every_door_gives_the_same_map(tmp_path: Path) -> None:
    path = tmp_path / "a.argmap.yaml"
    path.write_text(TEXT, encoding="utf-8")
    m = argmap.load(path)
    assert m == argmap.load(str(path)) == argmap.loads(TEXT) == argmap.read(path)[0] == read_bytes(TEXT.encode())[0]
    assert m.file == str(path)
    assert argmap.loads(TEXT, "name").file == "name"
    assert argmap.loads(TEXT).file is None


def test_a_map_with_errors(tmp_path: Path) -> None:
    path = tmp_path / "a.argmap.yaml"
    path.write_text("claims: [A]\n", encoding="utf-8")
    with pytest.raises(MapError) as raised:
        argmap.load(path)
    _, problems = argmap.read(path)
    assert raised.value.problems == problems
    assert str(raised.value).count("\n") + 1 == len(problems) == 3
    assert str(raised.value).startswith(f"{path}:1:1: error: missing-field: the map has no `argmap` (add `argmap: 1`)")
    with pytest.raises(MapError, match="1:1: error: missing-field"):
        argmap.loads("claims: [A]\n")


def test_a_map_with_warnings_is_a_map() -> None:
    m, problems = read_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    assert m == argmap.loads(TEXT)
    assert [p.code for p in problems] == ["byte-order-mark"]


@pytest.mark.parametrize("path", ["nowhere.yaml", "."])
def test_a_file_that_cannot_be_read(path: str, tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"nowhere|directory"):
        argmap.load(tmp_path / path)
    with pytest.raises(OSError, match=r"nowhere|directory"):
        argmap.read(tmp_path / path)


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as stream:
        stream.truncate(MAX_SIZE + 1)
    m, problems = argmap.read(path)
    assert m is None
    assert [(p.code, p.span, p.file) for p in problems] == [("too-large", None, str(path))]


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"\xff", (1, 1)),
        (b"ab\nc\xe9d", (2, 2)),
        ("ü\n\nß".encode() + b"\x80", (3, 2)),
        ("a".encode("utf-16"), (1, 1)),
        (b"a\xed\xa0\x80", (1, 2)),
        (b"a\xf0\x9f", (1, 2)),
        (b"\xef\xbb\xbfa\xff", (1, 2)),
        (b"a\r\nb\rc\xff", (3, 2)),
    ],
)
def test_bytes_that_are_no_utf_8(data: bytes, place: tuple[int, int]) -> None:
    problem = decode(data, "f")
    assert isinstance(problem, Problem)
    assert (problem.code, problem.file) == ("not-utf-8", "f")
    assert problem.span
    assert problem.span[:2] == place
    assert problem.message.startswith("the file is not UTF-8: byte ")
    assert read_bytes(data, "f") == (None, (problem,))


def test_the_starter_is_clean() -> None:
    m, problems = read_bytes(starter().encode())
    assert m is not None
    assert not problems
    assert not check(m)


def test_a_map_goes_when_it_is_no_longer_used(map_path: Path) -> None:
    """Whoever reads thousands of maps in one process must not wait for a search for garbage."""
    gc.collect()
    gc.disable()
    try:
        m, _ = argmap.read(map_path)
        assert m is not None
        check(m)
        argmap.outline(m)
        gone = weakref.ref(m)
        del m
        assert gone() is None
    finally:
        gc.enable()


@pytest.mark.parametrize("text", ["a: b\n  c: d: [\n", "[" * 3000, "- &a *b\n" * 3000, "claims:\n\t- x\n"])
def test_nothing_is_left_of_a_broken_file(text: str) -> None:
    """Whoever reads a map again after every change of it keeps nothing of those before."""
    read_bytes(text.encode())
    gc.collect()
    gc.disable()
    try:
        read_bytes(text.encode())
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_reading_a_small_map_makes_no_garbage_old() -> None:
    """What is old is searched so seldom that whoever reads map after map would fill the memory."""

    class Ring:
        def __init__(self) -> None:
            self.own = self

    ring = weakref.ref(Ring())
    read_bytes(TEXT.encode())
    gc.collect(1)
    assert ring() is None
