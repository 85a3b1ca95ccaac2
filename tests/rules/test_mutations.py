"""A sample of the injected faults of benchmarks/mutations: all that can be decided is found."""

from __future__ import annotations

from collections.abc import Iterable
from zlib import crc32

import pytest

from benchmarks.mutations.fault import Fault
from benchmarks.mutations.generate import CLASSES, SAMPLE, draw_language, draw_source
from benchmarks.mutations.measure import alarms, other_translations
from benchmarks.mutations.run import Bench
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """The clean project in a folder of its own."""
    return Bench(ROOT, tmp_path_factory.mktemp("mutations") / "clean")


def drawn(bench: Bench) -> list[Fault]:
    """Draw each class in one language: all languages have their turn, and the test takes no longer."""
    materials = list(bench.languages())
    return [
        fault
        for turn, material in enumerate(materials)
        for one in draw_language(material, SAMPLE)
        for fault in one.faults
        if crc32(fault.kind.encode()) % len(materials) == turn
    ]


def unfound(bench: Bench, faults: Iterable[Fault]) -> list[str]:
    return [
        f"{fault.kind} in {', '.join(fault.places) or fault.path}: {fault.after!r} for {fault.before!r}"
        for fault in faults
        if CLASSES[fault.kind].is_mechanical and not bench.check(fault).is_found
    ]


def test_faults_of_the_catalogs_are_found(bench: Bench) -> None:
    faults = drawn(bench)
    assert len({fault.kind for fault in faults}) >= 50
    assert unfound(bench, faults) == []


def test_faults_of_the_source_are_found(bench: Bench) -> None:
    faults = [fault for one in draw_source(bench.source(), SAMPLE) for fault in one.faults]
    assert len({fault.kind for fault in faults}) >= 50
    assert unfound(bench, faults) == []


def test_every_fault_changes_its_file_and_is_drawn_again_alike(bench: Bench) -> None:
    faults = drawn(bench)
    for fault in faults:
        assert fault.content != (bench.project.root / fault.path).read_bytes(), fault.name
    assert faults == drawn(bench)


def test_nothing_is_found_in_the_clean_project(bench: Bench) -> None:
    assert [str(p) for problems in bench.clean.values() for p in problems if alarms([p])] == []


def test_nothing_is_found_in_another_translation(bench: Bench) -> None:
    found = dict(other_translations(bench, ROOT / "tests" / "fixtures"))
    assert found
    assert [str(p) for _, problems in found.values() for p in problems if alarms([p])] == []
