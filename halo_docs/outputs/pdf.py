"""HTML for print to a PDF that is both PDF/UA-1 and PDF/A-3a, with the technical data attached."""

from __future__ import annotations

import hashlib
import json
import logging
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

import weasyprint
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from halo_docs.design import FAMILY, SYMBOLS
from halo_docs.design.fonts import font_face_css, font_files
from halo_docs.files import write_bytes, write_text
from halo_docs.outputs.archive import Archive
from halo_docs.outputs.glyphs import Complaint, foreign_characters
from halo_docs.outputs.layout import chapter_pages, layout_faults
from halo_docs.outputs.pdf_tags import index_elements, mended_tags
from halo_docs.outputs.print_page import PrintPage, print_css, print_html
from halo_docs.outputs.xmp import Metadata, rdf

_PICTURES = ("data:image/png;base64,", "data:image/svg+xml;base64,")
"""Pictures that stand in the page itself."""

_COMPRESSION = 6
"""Level of zlib: a third of the time of the highest level, for 0.4 % more bytes."""


class FetchDenied(ValueError):
    """Something in the page asked for a file or an address that it may not read."""


class _OwnFilesOnly(URLFetcher):  # type: ignore[misc]
    """Reads our own fonts and signs; everything else is refused."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=("file", "data"))
        own = (*font_files().values(), *SYMBOLS.glob("*.svg"))
        self._allowed = {path.resolve() for path in own}

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """Open a font or a sign.

        :raises FetchDenied: for any other address.
        """
        if url.startswith(_PICTURES):
            return super().fetch(url, headers)
        parts = urlsplit(url)
        path = Path(url2pathname(unquote(parts.path))).resolve()
        if parts.scheme != "file" or path not in self._allowed:
            raise FetchDenied(f"refused to read {url}")
        return super().fetch(url, headers)


@contextmanager
def _collected_warnings() -> Iterator[list[str]]:
    """Collect what WeasyPrint logs instead of printing it."""
    found: list[str] = []

    class Collect(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append(record.getMessage())

    log = logging.getLogger("weasyprint")
    handler = Collect(level=logging.WARNING)
    before, propagate = log.handlers[:], log.propagate
    log.handlers, log.propagate = [handler], False
    # fontTools reports every step of making a subset.
    fonts = logging.getLogger("fontTools")
    level = fonts.level
    fonts.setLevel(logging.WARNING)
    try:
        yield found
    finally:
        log.handlers, log.propagate = before, propagate
        fonts.setLevel(level)


def write_pdf(pages: Sequence[PrintPage], archive: Archive, target: Path, note: Path) -> list[Complaint]:
    """Typeset one manual, or a booklet of several languages, and write it to ``target``, whole or not at all.

    :param archive: what the file carries besides its pages.
    :param note: file that remembers what ``target`` was made from, and how many pages each chapter
        takes; when nothing has changed, nothing is typeset.
    :returns: what is wrong with it; nothing when all is well.
    """
    made_from = _fingerprint(pages, archive)
    if target.is_file() and _read_note(note).get("made") == [made_from, _digest(target.read_bytes())]:
        return []
    typeset_pages = typeset(pages, archive)
    write_bytes(target, typeset_pages.pdf)
    if not typeset_pages.complaints:
        made = [made_from, _digest(typeset_pages.pdf)]
        write_text(note, json.dumps({"made": made, "chapters": typeset_pages.chapter_pages}) + "\n")
    return typeset_pages.complaints


def chapter_pages_of(note: Path) -> dict[str, int]:
    """Return how many pages each chapter of a PDF takes, from the note that was written with it."""
    pages: dict[str, int] = _read_note(note).get("chapters", {})
    return pages


def _read_note(note: Path) -> dict[str, Any]:
    try:
        told = json.loads(note.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _fingerprint(pages: Sequence[PrintPage], archive: Archive) -> str:
    """Return a hash of all that a PDF is made from, this program included."""
    own = (
        *font_files().values(),
        *sorted(SYMBOLS.glob("*.svg")),
        *sorted(Path(__file__).parent.glob("*.py")),
    )
    parts = [print_html(pages), print_css(pages), repr(archive), weasyprint.__version__]
    parts += [_digest(path.read_bytes()) for path in own]
    return _digest("\0".join(parts).encode("utf-8"))


@dataclass(frozen=True, slots=True)
class Typeset:
    """What came of typesetting."""

    pdf: bytes
    complaints: list[Complaint]
    chapter_pages: dict[str, int]
    """Id of a chapter -> how many pages it takes."""


def typeset(pages: Sequence[PrintPage], archive: Archive | None) -> Typeset:
    """Return the PDF of one manual or of a booklet, and what is wrong with it.

    :param archive: what the file carries besides its pages; without it, the file is a plain one,
        neither tagged nor fit for an archive (to compare the cost).
    """
    fetcher = _OwnFilesOnly()
    fonts = FontConfiguration()
    text = print_html(pages)
    with _collected_warnings() as warnings:
        css = weasyprint.CSS(
            string=font_face_css() + print_css(pages),
            base_url=SYMBOLS.parent.as_uri() + "/",
            url_fetcher=fetcher,
            font_config=fonts,
        )
        html = weasyprint.HTML(string=text, url_fetcher=fetcher)
        document = html.render(stylesheets=[css], font_config=fonts, presentational_hints=False)
        if archive is None:
            pdf = document.write_pdf()
        else:
            _identify(document.metadata, archive)
            with mended_tags():
                pdf = document.write_pdf(
                    pdf_variant="pdf/a-3a", attachments=_attachments(archive), finisher=_finish
                )
    complaints = list(foreign_characters(document.fonts.values(), (FAMILY,), text))
    # Of a missing character, we tell the block as well.
    complaints += [Complaint(line) for line in warnings if not line.startswith(".notdef glyph")]
    complaints += [
        Complaint(f"page {fault.page}: {fault.message}", fault.block)
        for fault in layout_faults(document.pages)
    ]
    return Typeset(pdf, complaints, chapter_pages(document.pages))


def _identify(metadata: Any, archive: Archive) -> None:
    """Have our own XMP written, which says of the same file that it is PDF/UA and PDF/A."""
    packet = rdf(
        Metadata(
            title=metadata.title,
            language=metadata.lang,
            authors=metadata.authors,
            keywords=metadata.keywords,
            producer=f"WeasyPrint {weasyprint.VERSION}",
            document_number=archive.document_number,
            revision=archive.revision,
            issue_date=archive.issue_date,
        )
    )
    metadata.generate_rdf_metadata = lambda variant, version, conformance: packet


def _attachments(archive: Archive) -> list[weasyprint.Attachment]:
    return [
        weasyprint.Attachment(
            string=file.content,
            name=file.name,
            description=file.description,
            created=archive.time,
            modified=archive.time,
            relationship="Data",
        )
        for file in archive.files
    ]


def _finish(document: weasyprint.Document, pdf: Any) -> None:
    """Mend what is written last: readable metadata, each attachment listed once."""
    for item in pdf.objects:
        if getattr(item, "compress", False):
            item.compress = False
            if item.extra.get("Type") != "/Metadata":
                _compress(item)
    index_elements(pdf)
    pdf.catalog["AF"][:] = dict.fromkeys(pdf.catalog["AF"])


def _compress(stream: Any) -> None:
    """Compress a stream now: for the file's identifier, all objects are written twice."""
    _, _, content = stream.data.partition(b"\nstream\n")
    stream.stream = [zlib.compress(content.removesuffix(b"\nendstream"), _COMPRESSION)]
    stream.extra["Filter"] = "/FlateDecode"
