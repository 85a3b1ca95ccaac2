from __future__ import annotations

import os
from pathlib import Path

import pytest

from halo_docs.builds.sphinx_job import Job, Outcome
from halo_docs.live.builder import Builder, Report, check_and_build
from halo_docs.problems import Location, Problem
from halo_docs.project import Project


def test_a_manual_with_errors_is_not_built(mini: Project) -> None:
    values = mini.data / "values.yaml"
    values.write_text(values.read_text("utf-8").replace("unit: bar", "unit: bat"), "utf-8")
    report = check_and_build(Job(mini.root, "da", ("html",)))
    assert report.outcome is None
    assert not report.is_published
    assert report.lines[0].startswith("docs/data/values.yaml:2:")
    assert not mini.html("da").exists()


def test_what_is_wrong_is_told_once() -> None:
    job = Job(Path("/manual"), "da", ("html",))
    problem = Problem(Location("a.yaml", 1, 2), "bad", "rule")
    report = Report(job, (problem,), Outcome(job, (), ("worse", "worse")), "Traceback\nKeyError: 'x'\n")
    assert report.lines == ("a.yaml:1:2: error: bad [rule]", "worse", "KeyError: 'x'")


def test_a_failure_of_the_engine_is_a_report(mini: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(job: Job) -> Outcome:
        raise ZeroDivisionError("no way")

    monkeypatch.setattr("halo_docs.live.builder.run", fail)
    with Builder() as builder:
        for _ in range(2):
            builder.order(Job(mini.root, "da", ("html",)))
            report = builder.pipe.recv()
            assert report.lines == ("ZeroDivisionError: no way",)
            assert "Traceback" in report.failure


def test_a_build_that_dies_is_a_report(mini: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("halo_docs.live.builder.run", lambda job: os._exit(9))
    with Builder() as builder:
        builder.order(Job(mini.root, "da", ("html",)))
        assert "exit code 9" in builder.pipe.recv().lines[0]
