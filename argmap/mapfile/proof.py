"""Whether an edited text says just what it should: the last look before it takes the place of the old one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from argmap.mapfile import events
from argmap.mapfile.data import data_of
from argmap.mapfile.edit import edited, plain
from argmap.mapfile.read import read_text
from argmap.mapfile.spots import Spots
from argmap.mapfile.typed import comments_of
from argmap.problem import Edit, Severity

_BY_HAND = "that cannot be done without changing more of the file; please do it by hand"


def proved(before: Spots, opened: Spots, edits: Sequence[Edit], expected: Any, lost: int = 0) -> str:
    """The text after some edits, read again: it is a map on the same thesis, says what is expected, kept all comments.

    ``before`` is the file as it was, ``opened`` the same in the form to which the edits are made, and ``lost`` the
    number of comments that go with what is removed. Raises ValueError with a sentence otherwise.
    """
    try:
        after = edited(opened.typed, edits)
    except ValueError:  # what goes and what comes touch each other
        raise ValueError(_BY_HAND) from None
    m, problems = read_text(after, folder=before.folder)
    if m is None:
        p = next(p for p in problems if p.severity is Severity.ERROR)
        raise ValueError(f"that would be no map: {p.message}" + (f" ({p.hint})" if p.hint else ""))
    thesis = m.statement(m.thesis)
    if thesis.text != before.map.statement(before.map.thesis).text:
        raise ValueError(
            f"that would make `{thesis.id}` the thesis, as the first of `claims`; write a `thesis:` into the file first"
        )
    old, new = Counter(comments_of(before.text)), Counter(comments_of(plain(after)))
    if data_of(events.parse(plain(after), [])) != expected or new - old or (old - new).total() != lost:
        raise ValueError(_BY_HAND)
    return after
