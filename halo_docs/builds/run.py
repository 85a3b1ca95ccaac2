"""Many jobs at once, with progress."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from halo_docs.builds.sphinx_job import Job, Outcome, run
from halo_docs.side_by_side import fresh


def run_all(jobs: Sequence[Job], done: Callable[[Outcome], None]) -> list[Outcome]:
    """Run jobs, each language in a process of its own; ``done`` hears of each as it ends.

    :returns: the outcomes in the order of the jobs.
    """
    outcomes: dict[Job, Outcome] = {}
    # Sphinx and gettext keep a language's words for as long as a process lives.
    for job, outcome in fresh(run, jobs):
        outcomes[job] = outcome
        done(outcome)
    return [outcomes[job] for job in jobs]
