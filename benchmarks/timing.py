"""Times commands of ``halo-docs`` on a copy of the manual, from the command to its exit."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import ROOT, copy_project

RUNS = 7


@contextmanager
def manual() -> Iterator[Path]:
    """Copy the manual; the copy ends with the block."""
    with tempfile.TemporaryDirectory() as folder:
        yield copy_project(ROOT, Path(folder) / "manual").root


def command(root: Path, *arguments: str) -> Callable[[], float]:
    """Return what runs a command once and tells its seconds.

    :raises RuntimeError: when run, if the command fails.
    """
    # As a user has it: modules are compiled once, not at each run.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

    def run() -> float:
        started = time.monotonic()
        ended = subprocess.run(
            [sys.executable, "-m", "halo_docs", *arguments],
            cwd=root,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if ended.returncode:
            raise RuntimeError(ended.stderr)
        return time.monotonic() - started

    return run


def judge(what: str, run: Callable[[], float], bar: float) -> None:
    """Time a command, after one run that is not counted; end with 1 where it takes longer than the bar."""
    run()
    seconds: Sequence[float] = [run() for _ in range(RUNS)]
    median, slowest = statistics.median(seconds), max(seconds)
    verdict = "within" if slowest <= bar else "over"
    print(
        f"{what}: median {median:.2f} s, slowest {slowest:.2f} s, {RUNS} runs; {verdict} {bar:.0f} s "
        f"({_pace():.2f} s for ten million additions)"
    )
    if slowest > bar:
        sys.exit(1)


def _pace() -> float:
    """Return how long this machine needs for a fixed task, to compare figures of several machines."""
    started, total = time.monotonic(), 0
    for number in range(10_000_000):
        total += number
    return time.monotonic() - started
