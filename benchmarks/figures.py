"""Prints what the drawings add to the time of a PDF (run: python -m benchmarks.figures)."""

from __future__ import annotations

import re
import shutil
import tempfile
import time
from pathlib import Path

from halo_docs.builds.sphinx_job import Job, run
from tests.conftest import ROOT, copy_project

RUNS = 3


def build(root: Path) -> float:
    """Return the CPU seconds of one PDF from nothing."""
    shutil.rmtree(root / "build", ignore_errors=True)
    started = time.process_time()
    outcome = run(Job(root, "en", ("pdf",)))
    assert outcome.complaints == (), outcome.complaints
    return time.process_time() - started


def main() -> None:
    """Build with and without drawings, in turn, and compare the best runs."""
    with tempfile.TemporaryDirectory() as folder:
        with_drawings, without = Path(folder) / "with", Path(folder) / "without"
        for root in (with_drawings, without):
            copy_project(ROOT, root)
        path = without / "docs" / "data" / "figures.yaml"
        path.write_text(re.sub(r"\n    (?:drawing|qr): .*", "", path.read_text("utf-8")), "utf-8")
        build(without)
        best = {root: min(build(root) for _ in range(RUNS)) for root in (with_drawings, without)}
    added = best[with_drawings] / best[without] - 1
    print(f"with {best[with_drawings]:.2f} s, without {best[without]:.2f} s CPU: drawings add {added:.0%}")


if __name__ == "__main__":
    main()
