"""Prints what tags, metadata and attached data add to the time of a PDF (run: python -m benchmarks.pdf)."""

from __future__ import annotations

import gc
import statistics
import tempfile
import time
from collections.abc import Sequence
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
    pages, archive = inputs()
    pdf.typeset(pages, archive)
    pairs = [(seconds(pages, None), seconds(pages, archive)) for _ in range(ROUNDS)]
    plain, whole = (min(times) for times in zip(*pairs, strict=True))
    median = statistics.median(second / first for first, second in pairs)
    print(f"plain {plain:.2f} s, PDF/UA-1 and PDF/A-3a with data {whole:.2f} s CPU (best of {ROUNDS})")
    print(f"ratio of the best {whole / plain:.3f}, median of the pairs {median:.3f} (at most {LIMIT})")


def seconds(pages: Sequence[PrintPage], archive: Archive | None) -> float:
    """Return the CPU seconds of typesetting once."""
    gc.collect()
    started = time.process_time()
    pdf.typeset(pages, archive)
    return time.process_time() - started


def inputs() -> tuple[Sequence[PrintPage], Archive]:
    """Return what the source language's PDF is made from."""
    with tempfile.TemporaryDirectory() as folder, patch.object(pdf_builder, "write_pdf") as write:
        write.side_effect = lambda pages, archive, target, note: [Complaint("not written")]
        run(Job(copy_project(ROOT, Path(folder) / "manual").root, "en", ("pdf",)))
        pages, archive, *_ = write.call_args.args
        return pages, archive


if __name__ == "__main__":
    main()
