"""Many jobs at once, with progress."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed

from halo_docs.builds.sphinx_job import Job, Outcome, run


def run_all(jobs: Sequence[Job], done: Callable[[Outcome], None]) -> list[Outcome]:
    """Run jobs, each language in a process of its own; ``done`` hears of each as it ends.

    :returns: the outcomes in the order of the jobs.
    """
    outcomes: dict[Job, Outcome] = {}
    for outcome in _outcomes(jobs):
        outcomes[outcome.job] = outcome
        done(outcome)
    return [outcomes[job] for job in jobs]


def _outcomes(jobs: Sequence[Job]) -> Iterator[Outcome]:
    if len(jobs) == 1:
        yield run(jobs[0])
        return
    workers = min(len(jobs), os.cpu_count() or 1)
    # Fresh processes: Sphinx and gettext keep a language's words for as long as a process lives.
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=spawn, max_tasks_per_child=1) as pool:
        waiting = [pool.submit(run, job) for job in jobs]
        for future in as_completed(waiting):
            yield future.result()
