"""A build that is killed leaves nothing half-written, and the next one is right."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from halo_docs import files
from halo_docs.builds.sphinx_job import Job, run
from halo_docs.project import Project
from tests.conftest import MINI, copy_project

STATES = ("max: 2.0", "max: 3.5")
LONGEST = 2.5
"""Seconds after which a build of the small manual has ended."""


def set_state(project: Project, state: str) -> None:
    path = project.data / "values.yaml"
    text = path.read_text("utf-8")
    for other in STATES:
        text = text.replace(other, state)
    path.write_text(text, "utf-8")


def build(project: Project) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "halo_docs", "all", "da"]
    return subprocess.Popen(
        command,
        cwd=project.root,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        # What runs in the background of a shell is deaf to an interrupt, and so would be its children.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )


def outputs(project: Project) -> dict[str, bytes]:
    return {
        path.relative_to(project.build).as_posix(): path.read_bytes()
        for folder in (project.html_root, project.pdf)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".buildinfo"
    }


@pytest.mark.parametrize(("seed", "kind"), [(1, signal.SIGKILL), (2, signal.SIGINT)])
def test_killed_at_ten_moments_the_next_build_is_right(
    tmp_path: Path, seed: int, kind: signal.Signals
) -> None:
    clean = {}
    for number, state in enumerate(STATES):
        project = copy_project(MINI, tmp_path / f"clean{number}")
        set_state(project, state)
        assert build(project).wait() == 0
        clean[state] = outputs(project)
    assert clean[STATES[0]] != clean[STATES[1]]
    moments = random.Random(seed)
    project = copy_project(MINI, tmp_path / "killed")
    interrupted = 0
    for number in range(10):
        state = STATES[number % 2]
        set_state(project, state)
        process = build(project)
        time.sleep(moments.uniform(0.1, LONGEST))
        if process.poll() is None:
            os.killpg(process.pid, kind)
            interrupted += process.wait() != 0
        for name, content in outputs(project).items():
            known = {clean[s].get(name) for s in STATES}
            assert content in known, f"{name} is half-written after kill {number}"
        assert build(project).wait() == 0
        assert outputs(project) == clean[state], number
        assert not [p for p in project.root.rglob(".*") if ".html." in p.name]
    assert interrupted >= 5


def test_a_full_disk_leaves_the_former_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out.txt"
    files.write_text(path, "before")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        files.write_text(path, "after")
    assert path.read_text("utf-8") == "before"
    assert [p.name for p in tmp_path.iterdir()] == ["out.txt"]


def test_a_full_disk_is_told_and_the_former_pages_stay(
    mini: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = Job(mini.root, "de", ("html", "pdf"))
    assert run(job).complaints == ()
    before = outputs(mini)
    set_state(mini, STATES[1])

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        outcome = run(job)
    assert outcome.complaints == ("cannot write: No space left on device",)
    assert outcome.outputs == ()
    assert outputs(mini) == before
    assert run(job).complaints == ()
    assert outputs(mini) != before


def test_publishing_takes_away_what_is_gone(tmp_path: Path) -> None:
    source, target = tmp_path / "a", tmp_path / "b"
    files.write_text(source / "x" / "one", "1")
    files.write_text(target / "x" / "one", "1")
    files.write_text(target / "y" / "two", "2")
    stamp = (target / "x" / "one").stat().st_mtime_ns
    files.publish(source, target)
    assert sorted(p.relative_to(target).as_posix() for p in target.rglob("*")) == ["x", "x/one"]
    assert (target / "x" / "one").stat().st_mtime_ns == stamp
