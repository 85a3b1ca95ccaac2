"""Reads built pages the way a reader does."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
from lxml import html

from halo_docs.project import Project


def article(path: Path) -> html.HtmlElement:
    """Return the part of an HTML page that holds the manual."""
    page = html.document_fromstring(path.read_bytes())
    found = page.xpath("//article")
    assert isinstance(found, list)
    return found[0]


def words(text: str) -> str:
    """Fold white space, no-break spaces included."""
    return re.sub(r"\s+", " ", text).strip()


def html_text(project: Project, language: str) -> str:
    """Return the words of all pages of a language, in the order of the file names."""
    pages = sorted(project.html(language).glob("*.html"))
    return words(" ".join(article(p).text_content() for p in pages if p.name != "search.html"))


def pdf_file(project: Project, language: str) -> Path:
    """Return the PDF of a language."""
    (found,) = project.pdf.glob(f"*-{language}.pdf")
    return found


def pdf_pages(path: Path) -> list[str]:
    """Return the words of each page; a hyphen at a line's end is taken away."""
    document = pypdfium2.PdfDocument(path)
    texts = []
    for page in document:
        text_page = page.get_textpage()
        texts.append(words(re.sub("[\x02\ufffe]\\s*", "", text_page.get_text_bounded())))
        text_page.close()
        page.close()
    document.close()
    return texts
