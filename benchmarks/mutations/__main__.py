"""Measures what is found of injected faults: python -m benchmarks.mutations."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from benchmarks.mutations.generate import CLASSES, SAMPLE, WHOLE
from benchmarks.mutations.measure import Measurement, measure_all, write_unfound
from benchmarks.mutations.report import report
from halo_docs.files import write_text

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "project" / "mutations.md"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutations", description=__doc__)
    parser.add_argument("--sample", action="store_true", help="one case of a class; nothing is written")
    parser.add_argument("--unfound", type=Path, metavar="FILE", help="write the faults that nothing finds")
    arguments = parser.parse_args()
    started = time.monotonic()
    measurement = measure_all(ROOT, SAMPLE if arguments.sample else WHOLE)
    if not arguments.sample:
        write_text(PAGE, report(measurement))
    if arguments.unfound:
        write_unfound(arguments.unfound, measurement.unfound())
    print(summary(measurement), f"{time.monotonic() - started:.0f} s", sep="\n")


def summary(measurement: Measurement) -> str:
    """Return what a person at the terminal wants to know."""
    lines = []
    for is_mechanical in (True, False):
        cases = [
            c for c in measurement.cases.values() if CLASSES[c.fault.kind].is_mechanical is is_mechanical
        ]
        found = sum(case.outcome.is_found for case in cases)
        lines.append(f"{'mechanical' if is_mechanical else 'meaning'}: {found} of {len(cases)} found")
        if is_mechanical:
            missed = dict.fromkeys(case.fault.kind for case in cases if not case.outcome.is_found)
            lines += [f"  not always found: {', '.join(missed)}"] if missed else []
    return "\n".join(lines)


if __name__ == "__main__":
    main()
