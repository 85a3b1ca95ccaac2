"""Several languages in one PDF: continuous pages, a language index on the cover, tabs at the edge."""

from __future__ import annotations

import pickle
import re
from dataclasses import replace
from pathlib import Path

from halo_docs.files import write_bytes
from halo_docs.outputs.archive import Archive
from halo_docs.outputs.print_page import Heading, PrintPage

PRINT_FILE = "print.pickle"
"""What was printed last, beside the PDF in the folder in which Sphinx works."""


def keep_print(path: Path, page: PrintPage, archive: Archive) -> None:
    """Keep what a PDF was made from."""
    write_bytes(path, pickle.dumps((page, archive)))


def kept_print(path: Path) -> tuple[PrintPage, Archive]:
    """Return what :func:`keep_print` kept; the folder is our own, as Sphinx's pickled pages are."""
    kept: tuple[PrintPage, Archive] = pickle.loads(path.read_bytes())
    return kept


# Only attributes can match: our writers write a quotation mark in a text as an entity.
_IDS = re.compile(r'(\s(?:id|aria-labelledby|aria-describedby)="|\shref="#)([^"]+)"')


def bound_page(page: PrintPage) -> PrintPage:
    """Return a manual whose anchors have the language before them, so that several can be one document."""
    mark = f"{page.language}."

    def marked(html: str) -> str:
        return _IDS.sub(lambda match: f'{match[1]}{mark}{match[2]}"', html)

    def heading(entry: Heading) -> Heading:
        children = tuple(map(heading, entry.children))
        return replace(entry, anchor=f"{mark}{entry.anchor}", children=children)

    return replace(
        page,
        front=marked(page.front),
        cover=marked(page.cover),
        chapters=tuple(replace(chapter, html=marked(chapter.html)) for chapter in page.chapters),
        headings=tuple(map(heading, page.headings)),
    )
