"""Prints what tags, archive metadata and attached data add to the time of a PDF (run: python benchmarks/pdf.py)."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path
from unittest.mock import patch

from halo_docs.builds.sphinx_job import Job, run
from halo_docs.outputs import pdf
from halo_docs.outputs.archive import Archive
from halo_docs.outputs.print_page import PrintPage
from halo_docs.sphinx_ext import pdf_builder
from tests.conftest import ROOT, copy_project

ROUNDS = 5
LIMIT = 1.10


def main() -> None:
    """Typeset the same page plain and whole, in turn, and compare."""
    page, archive = inputs()
    pdf.typeset(page, archive)
    ratios = []
    for _ in range(ROUNDS):
        plain, whole = seconds(page, None), seconds(page, archive)
        ratios.append(whole / plain)
        print(f"plain {plain:.2f} s, PDF/UA-1 and PDF/A-3a {whole:.2f} s CPU: {ratios[-1]:.3f}")
    print(f"median {statistics.median(ratios):.3f} (at most {LIMIT})")


def seconds(page: PrintPage, archive: Archive | None) -> float:
    """Return the CPU seconds of typesetting once."""
    started = time.process_time()
    pdf.typeset(page, archive)
    return time.process_time() - started


def inputs() -> tuple[PrintPage, Archive]:
    """Return what the source language's PDF is made from."""
    with tempfile.TemporaryDirectory() as folder, patch.object(pdf_builder, "write_pdf") as write:
        write.side_effect = lambda page, archive, target, note: [pdf.Complaint("not written")]
        run(Job(copy_project(ROOT, Path(folder) / "manual").root, "en", ("pdf",)))
        page, archive, *_ = write.call_args.args
        return page, archive


if __name__ == "__main__":
    main()
