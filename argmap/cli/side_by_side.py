"""Many pieces of work done side by side in processes, with the results in their order."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator, Sequence
from typing import TypeVar

_Job = TypeVar("_Job")
_Result = TypeVar("_Result")


_AT_ONCE = 16
"""How many jobs are handed over together at most."""


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
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    # Where it is safe, a copy of this process is ready at once; elsewhere each must import everything again.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
    pool = ProcessPoolExecutor(min(processes, len(jobs)), context, initializer=_begin)
    try:
        at_once = max(1, min(_AT_ONCE, len(jobs) // processes // 8))
        parts = [pool.submit(_several, work, jobs[at : at + at_once]) for at in range(0, len(jobs), at_once)]
        for part in parts:
            yield from part.result()
    except BrokenProcessPool as error:
        raise WorkerDiedError("a process that was reading maps died, perhaps for want of memory") from error
    finally:
        # Not with cancel_futures: what is cancelled here and fails there makes Python 3.11 print a traceback.
        pool.shutdown(wait=False)
        for process in multiprocessing.active_children():
            process.terminate()


def _several(work: Callable[[_Job], _Result], jobs: Sequence[_Job]) -> list[_Result]:
    return list(map(work, jobs))


def _begin() -> None:
    """Make a worker leave Ctrl-C to the process that it works for, and end when that ends."""
    import signal
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process

    if parent := parent_process():
        parent.join()
        os._exit(1)
