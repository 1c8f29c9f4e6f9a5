"""Another program, run to its end, which never outlives who asked it."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any, NamedTuple


class Answer(NamedTuple):
    """How a program ended (its exit code, or minus the number of a signal), and what it wrote."""

    code: int
    out: bytes
    said: bytes


def answer(command: list[str], given: bytes, seconds: float, surroundings: Mapping[str, str] | None = None) -> Answer:
    """What a program answers to what it is given on its stdin, with other variables of the environment where given.

    Whatever ends the wait, such as Ctrl-C, ends the program with all that it has started. Raises TimeoutError when it
    takes longer than so many seconds, OSError when it cannot be run.
    """
    pipe = subprocess.PIPE
    # A group of its own can be ended as a whole: the program may be a script.
    group = None if os.name == "nt" else 0
    running: subprocess.Popen[bytes] | None = None
    try:
        with _undisturbed():
            running = subprocess.Popen(
                command, stdin=pipe, stdout=pipe, stderr=pipe, process_group=group, env=surroundings
            )
        out, said = running.communicate(given, timeout=seconds)
        return Answer(running.returncode, out, said)
    except BaseException as error:
        if running is not None:
            _end(running)
        if isinstance(error, subprocess.TimeoutExpired):
            raise TimeoutError from None
        raise


def _end(running: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        if os.name == "nt":
            running.kill()
        else:
            os.killpg(running.pid, signal.SIGKILL)
    for stream in (running.stdin, running.stdout, running.stderr):
        with suppress(OSError):  # what was not yet written to it is of no use to anybody
            if stream is not None:
                stream.close()
    running.wait()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold signals back until the end: within it one would leave a program behind that nobody knows of."""
    before: dict[int, Any] = {}
    seen: list[int] = []
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):  # Windows does not know all of them
        number = getattr(signal, name, None)
        if number is not None and callable(signal.getsignal(number)):
            try:
                before[number] = signal.signal(number, lambda number, _: seen.append(number))
            except ValueError:  # in another thread than the first there are no signals
                break
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    for number in seen:
        before[number](number, None)
