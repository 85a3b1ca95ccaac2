"""Proves one language: its HTML and its PDF, in a process of its own."""

from __future__ import annotations

from dataclasses import dataclass, field

from halo_docs.data.manual import Manual
from halo_docs.figures.source import Drawings
from halo_docs.messages.translation import read_translation
from halo_docs.nodes.scope import Scope
from halo_docs.outputs.archive import archive_of
from halo_docs.outputs.print_page import pdf_name
from halo_docs.project import Project
from halo_docs.proof.browser import Look
from halo_docs.proof.devtools import NoBrowser
from halo_docs.proof.finding import Finding, Proof
from halo_docs.proof.html_proof import HtmlProof
from halo_docs.proof.ledger import (
    SafetyEntry,
    ValueEntry,
    order_faults,
    read_back_faults,
    safety_entries,
    value_entries,
)
from halo_docs.proof.pdf_proof import PdfProof
from halo_docs.proof.seen import judged
from halo_docs.statements.book import Book
from halo_docs.statements.prose import page_prose

_EPOCH = 0
"""The attached files do not hold the time that they carry."""


@dataclass(slots=True)
class LanguageProof:
    """What was found and proven in one language."""

    language: str
    proof: Proof = field(default_factory=Proof)
    safety: list[SafetyEntry] = field(default_factory=list)
    values: list[ValueEntry] = field(default_factory=list)
    anchors: frozenset[str] = frozenset()
    """Page and name of every anchor of the HTML."""
    outputs: tuple[str, ...] = ()
    """What was looked at."""


def prove(
    project: Project,
    manual: Manual,
    drawings: Drawings,
    code: str,
    seen: Look | None = None,
) -> LanguageProof:
    """Compare the outputs of one language with the manual.

    An output that is not there is a finding; nothing is said of what was not looked at.

    :param seen: what a browser sees of its pages, when looking at them has already begun.
    """
    folder, path = project.html(code), project.pdf / pdf_name(manual, code, manual.design.paper)
    html_name, pdf = project.relative(folder), project.relative(path)
    is_built = (folder / "index.html").is_file()
    # The browser is another process: the rest is done while pages load there.
    if is_built and seen is None:
        seen = Look(folder)
    translation, _ = read_translation(project, manual, manual.languages[code])
    book = Book(manual, translation, drawings)
    told = LanguageProof(code)
    prose = page_prose(project.docs, translation)
    html_proof = HtmlProof(book, folder, html_name, prose)
    carried = archive_of(Scope(manual, translation, drawings), _EPOCH, book, prose).files
    pdf_proof = PdfProof(book, path, pdf, {file.name: file.content for file in carried}, prose)
    if is_built:
        told.proof.add(html_proof.run())
        told.outputs += (html_name,)
    else:
        told.proof.findings.append(Finding(html_name, "", "is not built", "proof-file"))
    if path.is_file():
        told.proof.add(pdf_proof.run())
        told.outputs += (pdf,)
    else:
        told.proof.findings.append(Finding(pdf, "", "is not built", "proof-file"))
    if is_built and seen is not None:
        told.proof.add(_seen(book, html_name, seen))
    told.safety = safety_entries(book, html_proof.matches, pdf_proof.matches)
    told.values = value_entries(book, html_proof.matches, pdf_proof.matches)
    for output, places in ((html_name, html_proof.order()), (pdf, pdf_proof.order())):
        told.proof.findings += order_faults(book, places, output)
    told.proof.findings += read_back_faults(book, html_name)
    told.anchors = frozenset(html_proof.anchors())
    return told


def _seen(book: Book, name: str, seen: Look) -> Proof:
    try:
        return judged(book, seen.result(), name)
    except NoBrowser as error:
        return Proof([Finding(name, "", f"was not seen in a browser: {error}", "proof-file")])
