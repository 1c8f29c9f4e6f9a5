"""Which files a command line names: by their paths, by their folders, or by patterns."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

ENDINGS = (".argmap.yaml", ".argmap.yml")
"""How the name of a file ends that is taken for a map in a folder."""


class MapFile(NamedTuple):
    """A file to be read as a map."""

    path: str
    size: int = 0
    is_regular: bool = False
    """Whether it can be read anywhere, any number of times: not a pipe, and not missing."""


class Named(NamedTuple):
    """What a command line names."""

    files: tuple[MapFile, ...]
    """In the order in which they are named, each file once."""
    failures: tuple[str, ...]
    """A line for each name that leads to no map."""


def named_maps(names: Iterable[str]) -> Named:
    """The files behind paths, folders, patterns, and ``-`` for the standard input.

    A folder stands for the maps in it and in the folders below, in the order of their paths. What is hidden, and what
    stands in ``node_modules``, is not looked at; each folder is looked at once, however many links lead there. A path
    of nothing is given back as it is, so that reading it tells why.
    """
    files: dict[object, MapFile] = {}
    failures: list[str] = []
    for name in names:
        for path in _paths(name, failures):
            key, file = _known(path)
            files.setdefault(key, file)
    return Named(tuple(files.values()), tuple(failures))


def _known(path: str) -> tuple[object, MapFile]:
    """A file with what tells it from all others."""
    from stat import S_ISREG

    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return path, MapFile(path)
    if path == "-":
        return path, MapFile(path)
    return (found.st_dev, found.st_ino), MapFile(path, found.st_size, S_ISREG(found.st_mode))


def _paths(name: str, failures: list[str]) -> Iterable[str]:
    if name == "-" or not os.path.lexists(name):
        return _matching(name, failures) if name != "-" and _is_pattern(name) else [name]
    if not os.path.isdir(name):
        return [name]
    before = len(failures)
    found = _below(name, failures)
    if not found and len(failures) == before:
        folder = "the current folder" if name == os.curdir else name
        failures.append(f"{folder} holds no maps (files that end with {' or '.join(ENDINGS)})")
    return found


def _below(folder: str, failures: list[str]) -> list[str]:
    """The maps in a folder and in those below it."""
    found: list[str] = []
    seen: set[tuple[int, int]] = set()
    folders, links = [folder], deque[str]()
    while folders or links:
        here = folders.pop() if folders else links.popleft()
        try:
            place = os.stat(here)
            if (place.st_dev, place.st_ino) in seen:
                continue
            seen.add((place.st_dev, place.st_ino))
            entries = _entries(here)
        except OSError as error:
            failures.append(f"{here} cannot be looked into: {error.strerror}")
            continue
        for entry in entries:
            if _surely(entry.is_dir):
                (links if entry.is_symlink() else folders).append(_path(entry))
            elif entry.name.lower().endswith(ENDINGS) and (_surely(entry.is_file) or not os.path.exists(entry)):
                found.append(_path(entry))  # a link that leads nowhere is kept, so that reading it tells
    return sorted(found)


def _entries(folder: str) -> list[os.DirEntry[str]]:
    """What is to be seen in a folder, by name."""
    with os.scandir(folder) as entries:
        return sorted((e for e in entries if e.name[0] != "." and e.name != "node_modules"), key=lambda e: e.name)


def _surely(is_so: Callable[[], bool]) -> bool:
    """The answer of an entry; no, where a link leads to itself or to what may not be looked at."""
    try:
        return is_so()
    except OSError:
        return False


def _path(entry: os.DirEntry[str]) -> str:
    """The path of an entry as a person would write it."""
    return entry.path.removeprefix(os.path.join(os.curdir, ""))


def _is_pattern(text: str) -> bool:
    return any(sign in text for sign in "*?[")


def _matching(pattern: str, failures: list[str]) -> list[str]:
    """The files that a pattern stands for, as a shell would say: ``**`` is any number of folders."""
    from pathlib import PurePath

    path = PurePath(pattern)
    parts = path.parts[1:] if path.anchor else path.parts
    found: dict[str, None] = {}
    for match in _expanded(path.anchor or os.curdir, parts):
        found.update(dict.fromkeys(_below(match, failures) if os.path.isdir(match) else [match]))
    if not found:
        failures.append(f"no file matches {pattern}")
    return list(found)


def _expanded(folder: str, parts: tuple[str, ...]) -> Iterator[str]:
    from fnmatch import fnmatchcase

    first, rest = parts[0], parts[1:]
    try:
        if first == "**" and not rest:
            yield folder
        elif first == "**":
            yield from _expanded(folder, rest)
            for entry in _entries(folder):
                if entry.is_dir(follow_symlinks=False):
                    yield from _expanded(_path(entry), parts)
        elif not _is_pattern(first):
            path = first if folder == os.curdir else os.path.join(folder, first)
            if os.path.isdir(path) if rest else os.path.lexists(path):
                yield from _expanded(path, rest) if rest else (path,)
        else:
            for entry in _entries(folder):
                if fnmatchcase(entry.name, first) and (not rest or _surely(entry.is_dir)):
                    yield from _expanded(_path(entry), rest) if rest else (_path(entry),)
    except OSError:
        return  # what cannot be looked into holds nothing, as for a shell
