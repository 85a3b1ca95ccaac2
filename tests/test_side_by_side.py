"""Work in several processes: its results, its errors, its end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from halo_docs.side_by_side import forked, fresh

LONG = 60
"""Seconds that nobody waits for."""


def test_forked_work_has_what_this_process_has() -> None:
    words = {"a": object(), "b": object()}
    found = dict(forked(lambda key: (id(words[key]), os.getpid()), ["a", "b"]))
    assert {key: place for key, (place, _) in found.items()} == {key: id(words[key]) for key in words}
    assert os.getpid() not in {process for _, process in found.values()}


def test_fresh_work_has_a_process_each() -> None:
    processes = [process for _, process in fresh(own_number, [1, 2, 3])]
    assert len({*processes, os.getpid()}) == 4
    assert dict(fresh(own_number, [1])) == {1: os.getpid()}
    assert dict(fresh(own_number, [])) == {}


def own_number(_: int) -> int:
    return os.getpid()


def test_an_error_is_told_and_ends_the_rest() -> None:
    def work(seconds: int) -> None:
        time.sleep(seconds)
        raise ValueError(f"after {seconds}")

    began = time.monotonic()
    with pytest.raises(ValueError, match="after 0"):
        list(forked(work, [LONG, 0, LONG]))
    assert time.monotonic() - began < LONG


def test_who_takes_no_more_ends_the_rest() -> None:
    began = time.monotonic()
    with closing(forked(time.sleep, [0, LONG, LONG])) as work:  # type: ignore[type-var]
        assert next(work) == (0, None)
    assert time.monotonic() - began < LONG


@pytest.mark.parametrize("kind", ["forked", "fresh"])
@pytest.mark.parametrize("to_all", [True, False], ids=["terminal", "program alone"])
def test_an_interrupt_ends_all_and_prints_nothing_more(kind: str, to_all: bool) -> None:
    program = f"""
        import time
        from halo_docs.side_by_side import {kind}
        if __name__ == "__main__":
            try:
                for item, _ in {kind}(time.sleep, [0.01, {LONG}, {LONG}, {LONG}]):
                    print(item, flush=True)
            except KeyboardInterrupt:
                print("interrupted", flush=True)
    """
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(program)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "0.01\n"
    (os.killpg if to_all else os.kill)(process.pid, signal.SIGINT)
    assert process.communicate(timeout=LONG / 2) == ("interrupted\n", "")
    await_end(process.pid)


def await_end(group: int) -> None:
    """Wait until no process of a group runs; what is dead may still wait to be buried."""
    until = time.monotonic() + LONG / 2
    while any(fields[2] == str(group) and fields[0] != "Z" for fields in processes()):
        assert time.monotonic() < until
        time.sleep(0.01)


def processes() -> Iterator[list[str]]:
    """Yield what /proc tells of each process after its name: state, parent, group …"""
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            yield path.read_text().rpartition(")")[2].split()


def test_a_worker_tidies_up(tmp_path: Path) -> None:
    def work(number: int) -> None:
        with tempfile.TemporaryDirectory(dir=tmp_path):
            time.sleep(0 if number == 0 else LONG)

    with closing(forked(work, [0, 1])) as results:  # type: ignore[type-var]
        assert next(results) == (0, None)
        while not list(tmp_path.iterdir()):
            time.sleep(0.01)
    assert not list(tmp_path.iterdir())
