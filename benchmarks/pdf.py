"""Prints what tags, metadata and attached data add to the time of a PDF (run: python -m benchmarks.pdf)."""

from __future__ import annotations

import gc
import statistics
import tempfile
import time
from pathlib import Path
from unittest.mock import patch

from halo_docs.builds.sphinx_job import Job, run
from halo_docs.outputs import pdf
from halo_docs.outputs.archive import Archive
from halo_docs.outputs.glyphs import Complaint
from halo_docs.outputs.print_page import PrintPage
from halo_docs.sphinx_ext import pdf_builder
from tests.conftest import ROOT, copy_project

ROUNDS = 9
LIMIT = 1.10


def main() -> None:
    """Typeset the same page plain and whole, in turn, and compare."""
    page, archive = inputs()
    pdf.typeset(page, archive)
    pairs = [(seconds(page, None), seconds(page, archive)) for _ in range(ROUNDS)]
    plain, whole = (min(times) for times in zip(*pairs, strict=True))
    median = statistics.median(second / first for first, second in pairs)
    print(f"plain {plain:.2f} s, PDF/UA-1 and PDF/A-3a with data {whole:.2f} s CPU (best of {ROUNDS})")
    print(f"ratio of the best {whole / plain:.3f}, median of the pairs {median:.3f} (at most {LIMIT})")


def seconds(page: PrintPage, archive: Archive | None) -> float:
    """Return the CPU seconds of typesetting once."""
    gc.collect()
    started = time.process_time()
    pdf.typeset(page, archive)
    return time.process_time() - started


def inputs() -> tuple[PrintPage, Archive]:
    """Return what the source language's PDF is made from."""
    with tempfile.TemporaryDirectory() as folder, patch.object(pdf_builder, "write_pdf") as write:
        write.side_effect = lambda page, archive, target, note: [Complaint("not written")]
        run(Job(copy_project(ROOT, Path(folder) / "manual").root, "en", ("pdf",)))
        page, archive, *_ = write.call_args.args
        return page, archive


if __name__ == "__main__":
    main()
