"""A sample of the injected faults of benchmarks/mutations: all that can be decided is found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.mutations.generate import CLASSES, SAMPLE, Drawn, draw_language, draw_source
from benchmarks.mutations.measure import alarms, other_translations
from benchmarks.mutations.run import Bench
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """The clean project in a folder of its own."""
    return Bench(ROOT, tmp_path_factory.mktemp("mutations") / "clean")


def unfound(bench: Bench, drawn: Iterator[Drawn]) -> list[str]:
    return [
        f"{fault.kind} in {', '.join(fault.places) or fault.path}: {fault.after!r} for {fault.before!r}"
        for one in drawn
        if one.kind.is_mechanical
        for fault in one.faults
        if not bench.check(fault).is_found
    ]


def test_faults_of_the_catalogs_are_found(bench: Bench) -> None:
    for material in bench.languages():
        assert unfound(bench, draw_language(material, SAMPLE)) == []


def test_faults_of_the_source_are_found(bench: Bench) -> None:
    assert unfound(bench, draw_source(bench.source(), SAMPLE)) == []


def test_nothing_is_found_in_the_clean_project(bench: Bench) -> None:
    assert [str(p) for problems in bench.clean.values() for p in problems if alarms([p])] == []


def test_nothing_is_found_in_another_translation(bench: Bench) -> None:
    for _, (_, problems) in other_translations(bench, ROOT / "tests" / "fixtures"):
        assert [str(problem) for problem in problems if alarms([problem])] == []


def test_there_are_classes_enough_and_each_sample_is_the_same(bench: Bench) -> None:
    assert len(CLASSES) >= 50
    material = bench.languages()[0]
    first, second = (
        [fault for drawn in draw_language(material, SAMPLE) for fault in drawn.faults] for _ in range(2)
    )
    assert first == second


def test_every_fault_changes_its_file(bench: Bench) -> None:
    for material in bench.languages():
        for drawn in draw_language(material, SAMPLE):
            for fault in drawn.faults:
                before = Path(bench.project.root / fault.path).read_bytes()
                assert fault.content != before
