"""Every class of faults of a finished output is found and named."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.rendered.fault import PaperFault, ScreenFault
from benchmarks.rendered.measure import Result, Subject, on_paper, on_screen, subject
from benchmarks.rendered.paper import PAPER
from benchmarks.rendered.screen import SCREEN
from halo_docs.project import Project
from halo_docs.proof.browser import pages_seen
from halo_docs.proof.devtools import chromium
from halo_docs.proof.html_proof import HtmlProof
from halo_docs.proof.pdf_proof import PdfProof
from halo_docs.proof.seen import judged

LANGUAGES = pytest.mark.parametrize("language", ["de", "da"])


@pytest.fixture(scope="session")
def work() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def proven(result: Result) -> None:
    assert result.has_material, "the small manual has nothing to spoil"
    assert result.is_found, f"{result.what}: nothing is said"
    told = "\n".join(map(str, result.findings))
    assert result.is_named, f"{result.what}: not named by\n{told}"


@LANGUAGES
def test_clean_outputs_have_no_finding(probe: Project, language: str) -> None:
    clean = subject(probe, language, "da" if language == "de" else "de")
    screen = HtmlProof(clean.book, clean.folder, "html", clean.prose)
    paper = PdfProof(clean.book, clean.pdf, "pdf", clean.attachments, clean.prose)
    with chromium() as browser:
        seen = judged(clean.book, pages_seen(browser, clean.folder), "html")
    assert [*screen.run().findings, *paper.run().findings, *seen.findings] == []
    for proof in (screen.proof, paper.proof):
        assert {"heading", "step", "safety", "note", "cell", "figure", "value", "reference"} <= set(
            proof.proven
        )


@pytest.fixture(scope="session")
def german(probe: Project) -> Subject:
    return subject(probe, "de", "da")


@pytest.fixture(scope="session")
def danish(probe: Project) -> Subject:
    return subject(probe, "da", "de")


@pytest.mark.parametrize(
    "fault", [fault for fault in SCREEN if not fault.is_seen], ids=lambda fault: fault.id
)
def test_a_fault_on_the_screen_is_found(
    german: Subject, danish: Subject, work: Path, fault: ScreenFault
) -> None:
    for one in (german, danish):
        (result,) = on_screen([fault], one, work, None)
        proven(result)


def test_a_fault_that_only_a_browser_sees_is_found(german: Subject, work: Path) -> None:
    with chromium() as browser:
        for result in on_screen([fault for fault in SCREEN if fault.is_seen], german, work, browser):
            proven(result)


@pytest.mark.parametrize("fault", PAPER, ids=lambda fault: fault.id)
def test_a_fault_on_paper_is_found(danish: Subject, work: Path, fault: PaperFault) -> None:
    (result,) = on_paper([fault], danish, work)
    proven(result)
