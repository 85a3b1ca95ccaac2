"""Puts faults into the outputs of a language, one at a time, and asks the proof."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from unittest.mock import patch

from benchmarks.rendered.fault import PaperFault, Print, ScreenFault, Site
from halo_docs.data.load import load_manual
from halo_docs.figures.source import read_drawings
from halo_docs.files import write_bytes
from halo_docs.messages.translation import read_translation
from halo_docs.outputs import pdf as pdf_output
from halo_docs.outputs.archive import Archive
from halo_docs.outputs.booklet import PRINT_FILE, kept_print
from halo_docs.outputs.print_page import PrintPage, pdf_name, print_css, print_html
from halo_docs.project import Project
from halo_docs.proof.browser import pages_seen
from halo_docs.proof.devtools import Browser
from halo_docs.proof.finding import Finding
from halo_docs.proof.html_proof import HtmlProof
from halo_docs.proof.pdf_proof import PdfProof
from halo_docs.proof.seen import judged
from halo_docs.statements.book import Book
from halo_docs.statements.prose import Prose, page_prose


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one fault."""

    id: str
    what: str
    output: str
    """HTML or PDF."""
    language: str
    has_material: bool
    findings: tuple[Finding, ...]
    """What is said that is not said of the clean output."""
    is_named: bool
    """One of them names what was changed."""

    @property
    def is_found(self) -> bool:
        """Tell whether the proof fails."""
        return bool(self.findings)


def _result(
    fault: ScreenFault | PaperFault, output: str, book: Book, named: str | None, found: Iterable[Finding]
) -> Result:
    findings = tuple(found) if named is not None else ()
    is_named = any(named in str(finding) for finding in findings) if named is not None else False
    language = str(book.voice.language.id)
    return Result(fault.id, fault.what, output, language, named is not None, findings, is_named)


@dataclass(frozen=True)
class Subject:
    """The clean outputs of a language, and what they are made from."""

    book: Book
    folder: Path
    """The HTML."""
    other: Path
    """The HTML of another language."""
    pdf: Path
    page: PrintPage
    archive: Archive
    prose: tuple[Prose, ...]

    @property
    def attachments(self) -> Mapping[str, bytes]:
        """What the PDF must carry."""
        return {file.name: file.content for file in self.archive.files}

    @cached_property
    def clean_pdf(self) -> bytes:
        """The PDF, made anew."""
        return pdf_output.typeset([self.page], self.archive).pdf


def subject(project: Project, language: str, other: str) -> Subject:
    """Return what was built of a language."""
    manual = load_manual(project)[0]
    assert manual is not None
    drawings, _ = read_drawings(project.figures, project.relative(project.figures))
    translation, _ = read_translation(project, manual, manual.languages[language])
    page, archive = kept_print(project.work(language) / "pdf" / PRINT_FILE)
    return Subject(
        Book(manual, translation, drawings),
        project.html(language),
        project.html(other),
        project.pdf / pdf_name(manual, language, manual.design.paper),
        page,
        archive,
        page_prose(project.docs, translation),
    )


def on_screen(
    faults: Iterable[ScreenFault], clean: Subject, work: Path, browser: Browser | None
) -> Iterator[Result]:
    """Put faults into the HTML, one at a time.

    :param work: folder for copies.
    :param browser: for the faults that only a browser can find.
    """
    for fault in faults:
        copy = work / f"{clean.book.voice.language.id}-{fault.id}"
        shutil.copytree(clean.folder, copy, ignore=shutil.ignore_patterns("searchindex.js", "objects.inv"))
        named = fault.put(Site(copy, clean.other, clean.book))
        found: list[Finding] = []
        if named is not None:
            found += HtmlProof(clean.book, copy, fault.id, clean.prose).run().findings
            if fault.is_seen:
                assert browser is not None
                found += judged(clean.book, pages_seen(browser, copy), fault.id).findings
        yield _result(fault, "HTML", clean.book, named, found)
        shutil.rmtree(copy)


def on_paper(faults: Iterable[PaperFault], clean: Subject, work: Path) -> Iterator[Result]:
    """Put faults into what a PDF is made from, or into the finished file, one at a time."""
    html, css = print_html([clean.page]), print_css([clean.page])
    for fault in faults:
        path = work / f"{clean.book.voice.language.id}-{fault.id}.pdf"
        named: str | None = None
        if fault.put is not None:
            changed = fault.put(Print(html, css, clean.book))
            if changed is not None:
                named = changed[2]
                write_bytes(path, _typeset(clean.page, clean.archive, changed[0], changed[1]))
        if fault.spoil is not None:
            write_bytes(path, clean.clean_pdf)
            named = fault.spoil(path, clean.book)
        found: list[Finding] = []
        if named is not None:
            found = PdfProof(clean.book, path, fault.id, clean.attachments, clean.prose).run().findings
        yield _result(fault, "PDF", clean.book, named, found)
        path.unlink(missing_ok=True)


def _typeset(page: PrintPage, archive: Archive, html: str, css: str) -> bytes:
    with (
        patch.object(pdf_output, "print_html", lambda pages: html),
        patch.object(pdf_output, "print_css", lambda pages: css),
    ):
        return pdf_output.typeset([page], archive).pdf
