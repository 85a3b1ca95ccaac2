"""Several pieces of work at once, each in a process, as many as the machine has cores.

Only who began the work hears an interrupt (Ctrl-C), and ends all of it: a worker that heard it too would
print its own traceback, or take up the next piece.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import partial
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_PATIENCE = 5
"""Seconds that a worker has to tidy up."""


def forked(work: Callable[[T], R], items: Sequence[T]) -> Iterator[tuple[T, R]]:
    """Yield each item with what came of it, as the pieces end.

    :param work: done in a copy of this process, so that what it refers to is not sent there.
    """
    fork = multiprocessing.get_context("fork")
    return _done(work, _inherited_work, items, mp_context=fork, initializer=_inherit, initargs=(work,))


def fresh(work: Callable[[T], R], items: Sequence[T]) -> Iterator[tuple[T, R]]:
    """As :func:`forked`, but in processes that know nothing of this one, a new one for each of several items.

    :param work: a function of a module.
    """
    spawn = multiprocessing.get_context("spawn")
    return _done(work, partial(_work, work), items, mp_context=spawn, max_tasks_per_child=1)


def _done(
    work: Callable[[T], R], there: Callable[[T], R], items: Sequence[T], **settings: Any
) -> Iterator[tuple[T, R]]:
    if len(items) < 2:
        yield from ((item, work(item)) for item in items)
        return
    others = multiprocessing.active_children()
    with ProcessPoolExecutor(min(len(items), os.cpu_count() or 1), **settings) as pool:
        waiting = _submitted(pool, there, items)
        try:
            for future in as_completed(waiting):
                yield waiting[future], future.result()
        except BaseException:
            # A worker that ends before its work breaks the pool, which gives up all that waits.
            _end([worker for worker in multiprocessing.active_children() if worker not in others])
            raise


def _submitted(pool: ProcessPoolExecutor, work: Callable[[T], R], items: Sequence[T]) -> dict[Any, T]:
    """Begin all items; the processes, and the thread that starts more of them, inherit being deaf."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return {pool.submit(work, item): item for item in items}
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end(workers: Sequence[BaseProcess]) -> None:
    for worker in workers:
        worker.terminate()
    for worker in workers:
        worker.join(_PATIENCE)
        worker.kill()


class _Ended(BaseException):
    """In a worker: it was told to end."""


def _ended(*_: object) -> None:
    raise _Ended


def _work(work: Callable[[T], R], item: T) -> R:
    before = signal.signal(signal.SIGTERM, _ended)
    try:
        return work(item)
    except _Ended:
        pass
    finally:
        signal.signal(signal.SIGTERM, before)
    # Folders for a time go with the objects that they belong to, and none of them is left now.
    gc.collect()
    os._exit(1)


_inherited: list[Callable[[Any], Any]] = []
"""In a forked worker: its work."""


def _inherit(work: Callable[[Any], Any]) -> None:
    _inherited[:] = [work]


def _inherited_work(item: Any) -> Any:
    return _work(_inherited[0], item)
