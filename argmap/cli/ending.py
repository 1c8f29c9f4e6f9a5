"""How a command ends when it is told to from outside: at once and without a word, all that it began undone."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """Within it Ctrl-C, and whatever else asks a program to end, ends the command with 128 and the signal's number.

    It ends like an error, so that programs that were started are ended and files half written are taken away.
    """
    before = {}
    for name in ("SIGTERM", "SIGHUP"):  # Windows does not know all of them
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            try:
                before[number] = signal.signal(number, _end)
            except ValueError:  # called from another thread than the first: its program decides
                break
    try:
        yield
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, _: object) -> NoReturn:
    sys.exit(128 + number)
