"""Compares what a browser saw with what the manual says."""

from __future__ import annotations

from collections.abc import Sequence

from halo_docs.proof.browser import PageSeen
from halo_docs.proof.finding import Finding, Proof, shortened
from halo_docs.proof.html_proof import INDEX
from halo_docs.statements.book import Book


def judged(book: Book, pages: Sequence[PageSeen], name: str) -> Proof:
    """Return what is wrong with the pages of a language, and what was proven.

    :param name: how findings call their folder.
    """
    proof = Proof()
    for page in pages:
        output = f"{name}/{page.name}"
        proof.proven["text seen"] += page.looked
        for hidden in page.hidden:
            place = f"#{hidden.anchor}" if hidden.anchor else ""
            message = f'"{shortened(hidden.text)}" {hidden.fault}'
            proof.findings.append(Finding(output, place, message, "proof-visible"))
        for family in page.foreign_fonts:
            message = f"text is drawn with {family}, a font of the machine"
            proof.findings.append(Finding(output, "", message, "proof-font"))
        for place, address in _addresses(book, page.name):
            proof.proven["QR code"] += 1
            codes = page.codes.get(place, ())
            if codes != (address,):
                told = ", ".join(codes) or "nothing"
                message = f"the QR code says {told}, not {address}"
                proof.findings.append(Finding(output, f"#{place}", message, "proof-code"))
    return proof


def _addresses(book: Book, page: str) -> list[tuple[str, str]]:
    """Return place and address of the QR codes of a page."""
    chapters = {f"{chapter.id}.html": chapter for chapter in book.chapters}
    own = chapters.get(page, book.chapters[0] if page == INDEX else None)
    return [(p.place, p.address) for p in own.pictures if p.address] if own else []
