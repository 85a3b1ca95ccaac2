"""Draws the faults, gives them to the checks, and gathers what comes of it."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import yaml

from benchmarks.mutations.fault import Fault
from benchmarks.mutations.generate import CLASSES, Drawn, Size, draw_language, draw_source
from benchmarks.mutations.run import Bench, Outcome
from benchmarks.mutations.tools import TOOLS, Findings, measure
from halo_docs.problems import Problem, Severity

OTHER_TRANSLATIONS = "tests/fixtures"
"""Folder of further translations, to look for false alarms in: second-<language>.yaml."""


@dataclass(frozen=True, slots=True)
class Case:
    """A fault and what came of it."""

    fault: Fault
    outcome: Outcome
    listless: Outcome | None
    """The same without word lists, for a class of meaning."""


@dataclass(frozen=True, slots=True)
class Measurement:
    """Everything that the report tells."""

    drawn: tuple[Drawn, ...]
    cases: Mapping[str, Case]
    """Name of a fault -> its case."""
    clean: tuple[Problem, ...]
    """What is found in the clean project."""
    others: Mapping[str, tuple[int, tuple[Problem, ...]]]
    """Name of a further translation -> how many messages it has, what is found in it."""
    tools: Mapping[str, Findings | None]

    def of(self, drawn: Drawn) -> list[Case]:
        """Return the cases of a class in one language."""
        return [self.cases[fault.name] for fault in drawn.faults]

    def unfound(self) -> Iterator[Case]:
        """Yield the cases that nothing is said of."""
        return (case for case in self.cases.values() if not case.outcome.is_found)


class Progress:
    """A line on the terminal that tells how far the work is."""

    def __init__(self) -> None:
        self.started = time.monotonic()
        self.is_shown = sys.stderr.isatty()

    def __call__(self, what: str) -> None:
        if self.is_shown:
            sys.stderr.write(f"\r\033[K{time.monotonic() - self.started:5.0f} s  {what}"[:110])
            sys.stderr.flush()

    def end(self) -> None:
        """Leave the line."""
        if self.is_shown:
            sys.stderr.write("\n")


_bench: Bench | None = None


def _start(root: Path, folder: Path) -> None:
    global _bench
    _bench = Bench(root, folder / str(os.getpid()))


def _check(fault: Fault) -> Case:
    assert _bench is not None
    return check(_bench, fault)


def check(bench: Bench, fault: Fault) -> Case:
    """Give one fault to the checks."""
    is_of_meaning = not CLASSES[fault.kind].is_mechanical
    listless = bench.check(fault, with_lists=False) if is_of_meaning else None
    return Case(fault, bench.check(fault), listless)


def measure_all(root: Path, size: Size) -> Measurement:
    """Measure everything; a few minutes."""
    progress = Progress()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bench = Bench(root, folder / "clean")
        languages = bench.languages()
        by_language = [draw_language(material, size, progress) for material in languages]
        drawn = (*chain.from_iterable(by_language), *draw_source(bench.source(), size, progress))
        faults = [fault for one in drawn for fault in one.faults]
        cases: dict[str, Case] = {}
        with ProcessPoolExecutor(initializer=_start, initargs=(root, folder)) as pool:
            for case in pool.map(_check, faults, chunksize=20):
                cases[case.fault.name] = case
                progress(f"checked {len(cases)} of {len(faults)}")
        clean_files = {
            str(material.language.id): sorted(bench.project.catalogs(material.language.id).glob("*.po"))
            for material in languages
        }
        tools: dict[str, Findings | None] = {}
        for tool in TOOLS:
            progress(f"{tool.name} …")
            tools[tool.name] = measure(tool, clean_files, faults, folder)
        progress.end()
        clean = tuple(problem for problems in bench.clean.values() for problem in problems)
        others = dict(other_translations(bench, root / OTHER_TRANSLATIONS))
        return Measurement(drawn, cases, clean, others, tools)


def other_translations(bench: Bench, folder: Path) -> Iterator[tuple[str, tuple[int, tuple[Problem, ...]]]]:
    """Yield what is found in each further translation: a list of catalog, key and target."""
    for path in sorted(folder.glob("second-*.yaml")):
        code = path.stem.removeprefix("second-")
        if code not in bench.translations:
            continue
        entries = yaml.safe_load(path.read_text("utf-8"))
        targets = {(entry["catalog"], entry["key"]): entry["target"] for entry in entries}
        found = bench.other_translation(code, targets)
        yield path.name, (len(targets), tuple(found))


def alarms(problems: Iterable[Problem]) -> int:
    """Return how many errors and warnings there are."""
    return sum(problem.severity is not Severity.NOTICE for problem in problems)


def write_unfound(path: Path, cases: Iterable[Case]) -> None:
    """Write the faults that nothing is said of, for the writers of rules."""
    rows = [
        {
            "class": case.fault.kind,
            "language": case.fault.language,
            "file": case.fault.path,
            "key": ", ".join(case.fault.places),
            **({"source": case.fault.source} if case.fault.source else {}),
            "before": case.fault.before,
            "after": case.fault.after,
        }
        for case in cases
        if not case.fault.is_held_out
    ]
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n", "utf-8")
