"""Many pieces of work done side by side in processes, with the results in their order."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_Job = TypeVar("_Job")
_Result = TypeVar("_Result")


_AT_ONCE = 16
"""How many jobs are handed over together at most."""
_DIED = "a process that was reading maps died, perhaps for want of memory"


class WorkerDiedError(Exception):
    """A process ended before its work was done, most often because the machine had no more memory."""


def processors() -> int:
    """How many processes this machine gives time to at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def side_by_side(work: Callable[[_Job], _Result], jobs: Sequence[_Job], processes: int) -> Generator[_Result]:
    """What work makes of each job, in the order of the jobs.

    Work and jobs must be such that they can be pickled. Close the iterator and every process ends at once. Raises
    `WorkerDiedError`, and whatever work raises.
    """
    if processes < 2 or len(jobs) < 2:
        yield from map(work, jobs)
        return
    import multiprocessing

    # Not an executor: its thread waits for ever for the rest of a result when the process that wrote it is ended.
    # Where it is safe, a copy of this process is ready at once; elsewhere each must import everything again.
    context: Any = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
    at_once = max(1, min(_AT_ONCE, len(jobs) // processes // 8))
    parts = [jobs[at : at + at_once] for at in range(0, len(jobs), at_once)]
    workers = []
    lines: list[Connection] = []
    try:
        for _ in range(min(processes, len(parts))):
            ours, theirs = context.Pipe()
            lines.append(ours)
            # The ends that a copy of this process would keep open are named to it, so that it can close them.
            inherited = lines[:] if context.get_start_method() == "fork" else []
            worker = context.Process(target=_serve, args=(work, theirs, inherited), daemon=True)
            worker.start()
            workers.append(worker)
            theirs.close()  # only the worker has it now: when that dies, our end tells
        for made in _in_order(parts, lines):
            yield from made
    finally:
        for worker in workers:
            worker.terminate()
        for line in lines:
            line.close()
        for worker in workers:
            worker.join()


def _in_order(parts: Sequence[Sequence[_Job]], lines: Sequence[Connection]) -> Iterator[list[Any]]:
    """What the workers at the other ends of the lines make of each part, in the order of the parts."""
    from multiprocessing.connection import wait

    left = iter(enumerate(parts))
    given: dict[Any, int] = {}
    made: dict[int, list[Any]] = {}
    for line in lines:
        _give(line, left, given)
    for number in range(len(parts)):
        is_due = False  # at first only what is there already is taken, so that nobody is idle while results are used
        while not is_due or number not in made:
            for ready in wait(list(given), None if is_due else 0):
                made[given.pop(ready)] = _taken(ready)
                _give(ready, left, given)
            is_due = True
        yield made.pop(number)


def _give(line: Any, left: Iterator[tuple[int, Sequence[object]]], given: dict[Any, int]) -> None:
    """Hand over the next part, if any is left.

    A worker has one part at a time, so that it and this process never both write and wait for the other to read.
    """
    number, part = next(left, (None, ()))
    if number is None:
        return
    given[line] = number
    try:
        line.send(part)
    except OSError as error:
        raise WorkerDiedError(_DIED) from error


def _taken(line: Any) -> list[Any]:
    """What a worker has made of its part."""
    try:
        made = line.recv()
    except (EOFError, OSError) as error:
        raise WorkerDiedError(_DIED) from error
    if isinstance(made, Exception):
        raise made
    assert isinstance(made, list)
    return made


def _serve(work: Callable[[_Job], _Result], line: Connection, inherited: Sequence[Connection]) -> None:
    """Do the parts that come, until there is nobody at the other end; Ctrl-C is left to whom this works for."""
    import signal
    from traceback import format_exc

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for end in inherited:
        end.close()
    with suppress(EOFError, ConnectionError):
        while True:
            part: Sequence[_Job] = line.recv()
            try:
                made: object = [work(job) for job in part]
            except Exception as error:
                error.add_note(format_exc())
                made = error
            line.send(made)
