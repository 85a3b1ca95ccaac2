"""A process that checks and builds on order, each time in a forked child, with warm imports.

Sphinx keeps state for as long as a process lives, so each build has a process of its own. It is forked
from one that has imported everything already: a build then takes a third of the time.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import multiprocessing
import signal
import sys
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection

from halo_docs.builds.sphinx_job import Job, Outcome, run
from halo_docs.data.load import read_project
from halo_docs.outputs.chooser import refresh_chooser
from halo_docs.problems import Problem, has_errors
from halo_docs.project import Project
from halo_docs.rules.checking import check_manual
from halo_docs.rules.verdict import weigh

_FORK = multiprocessing.get_context("fork")


@dataclass(frozen=True, slots=True)
class Report:
    """What came of an order."""

    job: Job
    problems: tuple[Problem, ...] = ()
    """What is wrong with the manual, sorted; with an error among them nothing is built."""
    outcome: Outcome | None = None
    """What came of the build, if there was one."""
    failure: str = ""
    """What the engine stumbled over, which is no author's fault."""

    @property
    def lines(self) -> tuple[str, ...]:
        """Everything that is wrong, each once, one a line."""
        complaints = self.outcome.complaints if self.outcome else ()
        failure = self.failure.splitlines()[-1:]
        return tuple(dict.fromkeys([*map(str, self.problems), *complaints, *failure]))

    @property
    def is_published(self) -> bool:
        """Tell whether there is something new to see."""
        return self.outcome is not None and bool(self.outcome.outputs)


def check_and_build(job: Job) -> Report:
    """Check the manual, and build it when it has no error; otherwise all outputs stay as they were."""
    project = Project(job.root)
    reading = read_project(project)
    found = [*reading.problems]
    if reading.partial is not None:
        found += check_manual(reading.partial)
        source = str(reading.partial.identity.source_language)
        # Notices and what somebody has waived are for `check`, not for a writer at work.
        problems = weigh(reading.partial, [(source, problem) for problem in found], ()).problems
    else:
        problems = tuple(sorted(set(found)))
    if reading.manual is None or has_errors(problems):
        return Report(job, problems)
    outcome = run(job)
    if outcome.outputs and "html" in job.builders:
        refresh_chooser(project, reading.manual)
    return Report(job, problems, outcome)


class Builder:
    """The process that builds; start it while this process has one thread. A context manager."""

    def __init__(self) -> None:
        self.pipe, orders = _FORK.Pipe()
        self._process = _FORK.Process(target=_take_orders, args=(orders, self.pipe))
        self._process.start()
        orders.close()

    def order(self, job: Job) -> None:
        """Ask for a build; its report comes over :attr:`pipe`. One at a time."""
        self.pipe.send(job)

    def __enter__(self) -> Builder:
        return self

    def __exit__(self, *_: object) -> None:
        """Let a build that is under way end, so that Sphinx's cache stays whole."""
        self.pipe.close()
        self._process.join()


def _take_orders(orders: Connection, other_end: Connection) -> None:
    # A pipe ends when nobody holds its other end; Ctrl-C is for the server, which then closes it.
    other_end.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(EOFError, OSError):
        while True:
            report, modules = _in_child(orders.recv())
            orders.send(report)
            _import(modules)


def _in_child(job: Job) -> tuple[Report, Sequence[str]]:
    """Build in a child; returns its report and the names of the modules that it had to import."""
    answer, question = _FORK.Pipe(duplex=False)
    child = _FORK.Process(target=_build, args=(job, question))
    child.start()
    question.close()
    try:
        told: tuple[Report, Sequence[str]] = answer.recv()
    except EOFError:
        child.join()
        told = Report(job, failure=f"the build ended without a report (exit code {child.exitcode})"), ()
    finally:
        answer.close()
    child.join()
    return told


def _build(job: Job, answer: Connection) -> None:
    # The process ends with the build; collecting what it leaves would only cost time.
    gc.disable()
    known = {*sys.modules}
    try:
        report = check_and_build(job)
    except Exception:
        report = Report(job, failure=traceback.format_exc())
    answer.send((report, [name for name in sys.modules if name not in known]))


def _import(modules: Sequence[str]) -> None:
    """Import what a child had to, so that the next one need not; what cannot be is left to it."""
    for name in modules:
        with contextlib.suppress(Exception):
            importlib.import_module(name)
