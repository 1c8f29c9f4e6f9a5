"""The garbage collector, kept still while large things are made in which nothing is garbage."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collection(is_large: bool) -> Iterator[None]:
    """Keep the garbage collector from searching a growing map or picture: up to half the time of making it.

    Only where it ``is_large``: whoever made one small thing after the other would never be rid of other garbage.
    """
    was_on = is_large and gc.isenabled()
    if was_on:
        gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():
                # What was made is old now: enabled as it stands, the collector would search it all at once.
                gc.freeze()
                gc.unfreeze()
            gc.enable()
